"""From the options of ``gradviz check`` to a gradient check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gradviz.cli import values
from gradviz.cli.errors import UsageError
from gradviz.cli.experiments import read_method
from gradviz.cli.training import read_task, told_in_a_line
from gradviz.core.differences import Method, step_size
from gradviz.core.network.check import check
from gradviz.core.network.fitting import checked_weights
from gradviz.export.checks import Report
from gradviz.export.training import data_name

if TYPE_CHECKING:
    import argparse

    from numpy.typing import NDArray

    from gradviz.document.network_task import NetworkTask

DEFAULT = "simplenet"
H = 1e-4


def read_check(options: argparse.Namespace) -> Report:
    """Return the check that `options` ask for.

    Raises
    ------
    UsageError
        With one line that names the option.
    CommandError
        When samples are missing from the installation.
    """
    options.network = options.network or DEFAULT
    method, h = _scheme(options.method), _step_size(options.h)
    seed = 0 if options.seed is None else _seed(options.seed)
    with told_in_a_line():
        task = read_task(options)
        weights = _weights(task, options.weights, seed)
        inputs, targets = _first_batch(task, seed)
    network = task.network
    with np.errstate(all="ignore"):
        scores = network.scores(weights, inputs)
        loss = float(network.value(weights, inputs, targets))
    found = check(network, weights, inputs, targets, method, h)
    assert found is not None  # noqa: S101 (nobody cancels)
    return Report(data_name(task), network, scores, loss, found)


def _scheme(text: str | None) -> Method:
    method = Method.CENTRAL if text is None else read_method("--method", text)
    if method is Method.EXACT:
        raise UsageError("--method: exact is backpropagation itself; it needs differences to check")
    return method


def _step_size(text: str | None) -> float:
    try:
        return H if text is None else step_size(values.number("--h", text))
    except ValueError as error:
        raise UsageError(f"--h: {error}") from None


def _seed(text: str) -> int:
    seed = values.integer("--seed", text)
    if seed < 0:
        raise UsageError(f"--seed: {seed} is negative")
    return seed


def _weights(task: NetworkTask, text: str | None, seed: int) -> NDArray[np.float64]:
    if text is None:
        return task.first_weights(seed)
    return checked_weights(task.network, np.array(values.numbers("--weights", text)))


def _first_batch(task: NetworkTask, seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    train, _ = task.samples(seed)
    chosen = task.batches(train, seed).indices(0)
    return train.inputs[chosen], train.targets[chosen]
