"""An experiment with a network as a Python script that stands by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradviz.core.differences import Method
from gradviz.core.network.losses import Loss
from gradviz.core.network.problems import problem_named
from gradviz.document.network_task import OWN
from gradviz.document.training import check_training
from gradviz.export.script_network_code import (
    ACCURACY,
    ACTIVATIONS,
    BACKWARD,
    BATCH,
    BIAS_SLOPE,
    DEVIATIONS,
    DRAWN,
    FORWARD,
    LOSSES,
    PLOT,
    SLOPES,
    SUMS,
    TELL,
    UNPACK,
    UNPACK_WITHOUT,
    WHOLE,
)
from gradviz.export.script_parts import descent, numerical, settings
from gradviz.export.script_rules import definitions, has_clipping, table
from gradviz.export.script_samples import data_of, is_in_file, sample_parts, samples_text
from gradviz.export.script_text import commented, heading, script, wrapped

if TYPE_CHECKING:
    from gradviz.document.experiment import Experiment
    from gradviz.document.network_task import NetworkTask


def network_script(experiment: Experiment, name: str) -> tuple[str, str]:
    """Return the text of a script that trains as `experiment` does and ends where it does.

    Parameters
    ----------
    experiment : Experiment
        One with a network.
    name : str
        What the file with its samples is to be called, where there has to be one.

    Returns
    -------
    tuple of str
        The script, and the samples it reads as CSV; "" if it needs none.

    Raises
    ------
    FitError, DataError, ExperimentError
        As `gradviz.document.training.train`.
    """
    check_training(experiment)
    return _Script(experiment, name).text(), samples_text(_task(experiment))


def _task(experiment: Experiment) -> NetworkTask:
    assert experiment.network is not None  # noqa: S101 - the caller says so
    return experiment.network


class _Script:
    """A script in the making."""

    def __init__(self, experiment: Experiment, name: str) -> None:
        self._experiment = experiment
        self._task = _task(experiment)
        self._name = name
        self._is_exact = experiment.method is Method.EXACT
        self._is_complex = experiment.method is Method.COMPLEX_STEP

    def text(self) -> str:
        """Return it all."""
        task, runs = self._task, self._experiment.runs
        parts = [
            f"SEED = {self._experiment.seed}\nSIZES = {task.sizes!r}\n",
            *sample_parts(task, self._name),
            self._data(),
            *self._network(),
            self._weights(),
            BATCH if self._is_batched else WHOLE,
            *definitions(runs),
            self._settings() + table(runs),
            descent(
                self._experiment,
                "gradient(x, *batch(k))",
                start="first_weights()",
                keeps="batch_loss(x, k)",
            ),
            self._tell(),
            PLOT,
            self._main(),
        ]
        return script(self._head(), [part for part in parts if part])

    @property
    def _has_classes(self) -> bool:
        return bool(data_of(self._task).classes)

    @property
    def _is_batched(self) -> bool:
        train, _ = self._task.samples(self._experiment.seed)
        return self._task.batches(train, self._experiment.seed).size < train.count

    def _head(self) -> str:
        task = self._task
        what = task.table.name if task.table is not None else problem_named(task.problem).name
        sizes = "-".join(map(str, task.sizes))
        told = [f"A network {sizes} with {task.activation}, {task.loss}: {what}"]
        if task.problem != OWN and problem_named(task.problem).source:
            told.append(f"Source: {problem_named(task.problem).source}")
        beside = self._name if is_in_file(task) else ""
        return heading(told, beside=beside)

    def _data(self) -> str:
        task = self._task
        lines = ["INPUTS, TARGETS = samples()"]
        tests = "TEST_INPUTS, TEST_TARGETS"
        if task.test_share:
            lines.append(f"INPUTS, TARGETS, {tests} = split(INPUTS, TARGETS)")
            if task.is_standardised:
                lines.append("TEST_INPUTS = standardised(TEST_INPUTS, INPUTS)")
        if task.is_standardised:
            lines.append("INPUTS = standardised(INPUTS, INPUTS)")
        names = data_of(task).classes
        note = commented([f"Classes: {', '.join(names)}"]) if names else ""
        return note + "\n".join(lines) + "\n"

    def _network(self) -> list[str]:
        task = self._task
        real, over_complex, back = ACTIVATIONS[task.activation]
        forward = FORWARD.format(
            layer="matrix, bias" if task.has_bias else "(matrix,)",
            activation=over_complex if self._is_complex else real,
            bias=" + bias" if task.has_bias else "",
        )
        parts = [UNPACK if task.has_bias else UNPACK_WITHOUT, forward]
        if task.loss is not Loss.SQUARED:
            parts.append(SUMS)
        parts.append(LOSSES[task.loss])
        if self._is_exact:
            bias = BIAS_SLOPE if task.has_bias else ""
            parts += [SLOPES[task.loss], BACKWARD.format(bias=bias, activation=back)]
        else:
            scheme = self._experiment.method.value
            words = f'"""Return the gradient by {scheme} differences."""'
            head = f"def gradient(x, inputs, t):\n    {words}\n"
            function = "loss(forward(moved, inputs)[1], t)"
            parts.append(head + numerical(self._experiment.method, function))
        parts.append(
            "def batch_loss(x, k):\n    inputs, t = batch(k)\n"
            "    return loss(forward(x, inputs)[1], t)\n"
        )
        return parts

    def _weights(self) -> str:
        task = self._task
        drawn = task.network.first_weights(task.initialiser, self._experiment.seed)
        first = task.first_weights(self._experiment.seed)
        if (drawn == first).all():
            bias = "        parts.append(np.zeros(m))\n" if task.has_bias else ""
            return DRAWN.format(deviation=DEVIATIONS[task.initialiser], bias=bias)
        numbers = wrapped(", ".join(map(repr, first.tolist())), " " * 12)
        return (
            f"def first_weights():\n    return np.array(\n        [\n{numbers}\n        ]\n    )\n"
        )

    def _settings(self) -> str:
        task, seed = self._task, self._experiment.seed
        batches = task.batches(task.samples(seed)[0], seed)
        lines = [f"BATCH = {batches.size}"] if self._is_batched else []
        lines += [
            f"STEPS_OF_AN_EPOCH = {batches.steps_per_epoch}",
            f"STEPS = {task.epochs} * STEPS_OF_AN_EPOCH",
            *settings(self._experiment),
        ]
        return "".join(f"{line}\n" for line in lines)

    def _tell(self) -> str:
        has_classes = self._has_classes
        return TELL.format(
            what=" and accuracy" if has_classes else "",
            accuracy=ACCURACY if has_classes else "",
            shown=", accuracy {accuracy:.4g}" if has_classes else "",
        )

    def _main(self) -> str:
        clips = has_clipping(self._experiment.runs)
        names = "name, rule, lr, clip" if clips else "name, rule, lr"
        arguments = "rule, lr, clip" if clips else "rule, lr"
        test = ""
        if self._task.samples(self._experiment.seed)[1].count:
            test = (
                '        print(f"    to test with: {told(weights, TEST_INPUTS, TEST_TARGETS)}")\n'
            )
        return (
            'if __name__ == "__main__":\n'
            "    ends, losses = {}, {}\n"
            f"    for {names} in RUNS:\n"
            f"        weights, kept = descend({arguments})\n"
            "        ends[name], losses[name] = weights, kept\n"
            '        print(f"{name}: {len(kept) - 1} steps, {told(weights, INPUTS, TARGETS)}")\n'
            f"{test}"
            "    try:\n"
            "        plot(losses)\n"
            "    except ImportError:\n"
            '        print("There is no matplotlib here, so there is no picture.")\n'
        )
