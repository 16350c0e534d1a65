"""From the options of ``gradviz check`` to a gradient check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gradviz.cli import values
from gradviz.cli.errors import CommandError, UsageError
from gradviz.cli.experiments import read_method
from gradviz.core.differences import Method, step_size
from gradviz.core.network.batches import Batches
from gradviz.core.network.check import check
from gradviz.core.network.fitting import FitError, checked_weights
from gradviz.core.network.problems import Problem, problem_named
from gradviz.export.checks import Report

if TYPE_CHECKING:
    import argparse

    from numpy.typing import NDArray

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
    problem = _problem(options.network or DEFAULT)
    method, h = _scheme(options.method), _step_size(options.h)
    seed = 0 if options.seed is None else _seed(options.seed)
    weights = _weights(problem, options.weights, seed)
    inputs, targets = _first_batch(problem, seed)
    network = problem.network
    with np.errstate(all="ignore"):
        scores = network.scores(weights, inputs)
        loss = float(network.value(weights, inputs, targets))
    found = check(network, weights, inputs, targets, method, h)
    assert found is not None  # noqa: S101 (nobody cancels)
    return Report(problem.name, network, scores, loss, found)


def _problem(key: str) -> Problem:
    try:
        return problem_named(key.strip().lower())
    except ValueError as error:
        raise UsageError(f"--network: {error}") from None


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


def _weights(problem: Problem, text: str | None, seed: int) -> NDArray[np.float64]:
    if text is None:
        return problem.first_weights(seed)
    given = np.array(values.numbers("--weights", text))
    try:
        return checked_weights(problem.network, given)
    except FitError as error:
        raise UsageError(f"--weights: {error.message}") from None


def _first_batch(problem: Problem, seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    try:
        train, _ = problem.samples(seed)
    except FileNotFoundError as error:
        raise CommandError(str(error)) from None
    chosen = Batches(train.count, problem.batch or train.count, seed).indices(0)
    return train.inputs[chosen], train.targets[chosen]
