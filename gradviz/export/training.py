"""A training as text: epochs as CSV and JSON whose floats read back bit for bit, and a table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from gradviz.core.network.places import place_of
from gradviz.core.network.problems import problem_named
from gradviz.core.rules import rule_text
from gradviz.document.plain import run_to_dict
from gradviz.document.step_rows import Column, Quantity
from gradviz.document.training_rows import TrainingRows
from gradviz.export.cells import text_cell, text_row
from gradviz.export.tables import rows_parts, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from gradviz.document.network_task import NetworkTask
    from gradviz.document.results import Epoch, RunResult, Training

QUALITIES: Final = ("train_loss", "train_accuracy", "test_loss", "test_accuracy")
MOST_WEIGHTS: Final = 50
"""Weights that are told at every step; of a network with more, none."""
SHOWN: Final = 10
"""Epochs of a run that the table shows, evenly spread, and the last."""


def csv_parts(training: Training) -> Iterator[str]:
    """Yield one line an epoch: run, optimizer, epoch, step, losses and accuracies."""
    yield text_row("run", "optimizer", "epoch", "step", *QUALITIES) + "\n"
    for number, run in enumerate(training.runs):
        lead = f"{number},{text_cell(run.run.optimizer.key)}"
        for epoch in run.epochs:
            cells = ",".join(map(repr, qualities(epoch)))
            yield f"{lead},{epoch.number},{epoch.step},{cells}\n"


def steps_parts(training: Training, index: int) -> Iterator[str]:
    """Yield all steps of one run as CSV.

    The columns are step, epoch, batch loss, |grad f|, lr, step length and, of a network with no
    more than `MOST_WEIGHTS`, each weight by its name, such as W1[0, 2]. A cell is empty where
    there is no number: the last point has no step after it.
    """
    return rows_parts(StepTable(training, index))


class StepTable(TrainingRows):
    """A row for each step, with all weights if they are few."""

    def __init__(self, training: Training, index: int) -> None:
        super().__init__(training, index)
        network = training.task.network
        self._shown = network.size if network.size <= MOST_WEIGHTS else 0
        self._weights = training.runs[index].trajectory.x
        self.columns = (
            *TrainingRows.columns,
            *(
                Column(Quantity.COORDINATE, i, place_of(network, i).name)
                for i in range(self._shown)
            ),
        )

    def block(self, first: int, last: int) -> NDArray[np.float64]:
        """Return rows `first` to `last`, that one left out, shape (rows, columns)."""
        weights = self._weights[first:last, : self._shown]
        return np.column_stack([super().block(first, last), weights])


def json_parts(training: Training) -> Iterator[str]:
    """Yield one JSON object: the network, and for each run its epochs and what came of it.

    ``{"network": {...}, "runs": [{"optimizer": "adam", ..., "verdict": {...}, "evaluations":
    {...}, "epochs": [{"epoch": 0, "step": 0, "train_loss": 1.1, "train_accuracy": 0.3, ...}]}]}``;
    numbers that are not finite are the strings "nan", "inf" and "-inf".
    """
    runs = [_run(run) for run in training.runs]
    yield json.dumps({"network": _network(training), "runs": runs}, allow_nan=False) + "\n"


def summary(training: Training) -> Iterator[str]:
    """Yield a heading, and for each run a table of some of its epochs."""
    task = training.task
    sizes = "-".join(map(str, task.sizes))
    name = task.problem if task.table is None else task.table.name
    yield f"{name} {sizes}, {task.activation}, {task.loss}, {task.network.size} weights\n"
    yield (
        f"{training.train.count} samples to train with in batches of {training.batches.size}, "
        f"{training.test.count} to test with, seed {training.experiment.seed}\n"
    )
    for number, run in enumerate(training.runs):
        verdict = run.verdict
        ended = "" if verdict is None else f": {verdict.kind} at step {verdict.step}"
        yield f"\nrun {number}, {rule_text(run.run.rule)}{ended}\n"
        yield from _table(run)


def _table(run: RunResult) -> Iterator[str]:
    rows = [("epoch", "step", *(name.replace("_", " ") for name in QUALITIES))]
    every = max(1, -(-(len(run.epochs) - 1) // SHOWN))
    chosen = [*run.epochs[:-1:every], *run.epochs[-1:]]
    rows += [
        (str(e.number), str(e.step), *(f"{value:.6g}" for value in qualities(e))) for e in chosen
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells) + "\n"


def qualities(epoch: Epoch) -> tuple[float, ...]:
    """Return what is told of an epoch, as `QUALITIES` names it."""
    train, test = epoch.train, epoch.test
    return train.loss, train.accuracy, test.loss, test.accuracy


def data_name(task: NetworkTask) -> str:
    """Return what the samples are called: the file they are from, or the ready problem."""
    return problem_named(task.problem).name if task.table is None else task.table.name


def _network(training: Training) -> dict[str, Any]:
    task = training.task
    return {
        "problem": task.problem,
        "data": data_name(task),
        "layers": list(task.sizes),
        "activation": task.activation.value,
        "loss": task.loss.value,
        "initialiser": task.initialiser.value,
        "weights": task.network.size,
        "batch": training.batches.size,
        "epochs": task.epochs,
        "seed": training.experiment.seed,
        "train_samples": training.train.count,
        "test_samples": training.test.count,
        "test_share": task.test_share,
        "standardised": task.is_standardised,
    }


def _run(run: RunResult) -> dict[str, Any]:
    verdict = run.verdict
    return {
        **run_to_dict(run.run),
        "verdict": None if verdict is None else {"kind": verdict.kind.value, "step": verdict.step},
        "evaluations": {
            "value": run.evaluations.value,
            "gradient": run.evaluations.gradient,
        },
        "epochs": [
            {
                "epoch": epoch.number,
                "step": epoch.step,
                **dict(zip(QUALITIES, spelled(list(qualities(epoch))), strict=True)),
            }
            for epoch in run.epochs
        ],
    }
