"""The arithmetic of one step of a training, for a few of its weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.network.chosen import ChosenWeights
from gradviz.core.network.places import place_of
from gradviz.core.replay import Replay
from gradviz.core.working.equations import plain
from gradviz.core.working.partials import Spelling
from gradviz.core.working.stencils import SCHEMES
from gradviz.core.working.step import WorkedStep, work
from gradviz.document.moment import moment_of

if TYPE_CHECKING:
    from gradviz.core.differences import Method
    from gradviz.core.network.network import Network
    from gradviz.core.trajectory import Trajectory
    from gradviz.document.results import Training

__all__ = ["FEW", "NetworkStep", "NetworkWorker"]

FEW: Final = 6
"""Weights of a network all of whose weights are worked out."""
_PAIR: Final = 2
_MOST_EVALUATIONS: Final = 4
"""Of the loss, for the weights with the largest change: a step is worked out between frames."""


@dataclass(frozen=True, slots=True, eq=False)
class NetworkStep:
    """A step of a training.

    Attributes
    ----------
    step : WorkedStep
        The arithmetic.
    names : tuple of str
        What the weights are called that it is of, such as ``W1[0, 2]``.
    letters : tuple of str
        What they are called in the arithmetic, where that is shorter; else empty.
    batch : int
        Samples of the step.
    is_all : bool
        Whether those are all there are.
    """

    step: WorkedStep
    names: tuple[str, ...]
    letters: tuple[str, ...]
    batch: int
    is_all: bool


class NetworkWorker:
    """Works out steps; it remembers the optimizer's states while steps follow one another."""

    def __init__(self) -> None:
        self._replay: Replay | None = None

    def work(self, training: Training, index: int, step: int, chosen: int | None) -> NetworkStep:
        """Work out a step of run `index`, the last one if it did not come so far.

        Parameters
        ----------
        chosen : int or None
            Which weight; None for those that change most. Of a few weights all are worked out.
        """
        moment = moment_of(training, index, step)
        experiment, network = training.experiment, moment.network
        path, k = training.runs[index].trajectory, moment.step
        is_fixed = network.size <= FEW or chosen is not None
        indices = _indices(network, path, k, experiment.method, chosen)
        names = tuple(place_of(network, i).name for i in indices)
        spelling = _in_names(names) if is_fixed else _in_numbers(len(names))
        batch = moment.batch()
        worked = work(
            ChosenWeights(network, batch, moment.weights, indices),
            experiment.method,
            experiment.h,
            self._replay_of(training, index, indices),
            k,
            spelling,
        )
        letters = () if is_fixed else tuple(plain(letter) for letter in spelling.letters)
        return NetworkStep(worked, names, letters, batch.count, batch.count == training.train.count)

    def _replay_of(self, training: Training, index: int, indices: tuple[int, ...]) -> Replay:
        path, rule = training.runs[index].trajectory, training.runs[index].run.rule
        known = self._replay
        if (
            known is None
            or known.trajectory is not path
            or known.rule != rule
            or known.coordinates != indices
        ):
            known = self._replay = Replay(path, *rule, coordinates=indices)
        return known


def _indices(
    network: Network, path: Trajectory, k: int, method: Method, chosen: int | None
) -> tuple[int, ...]:
    if network.size <= FEW:
        return tuple(range(network.size))
    if chosen is not None:
        return (min(max(chosen, 0), network.size - 1),)
    each = max(len(SCHEMES[method].labels), 1)
    return _largest(path, k, min(_PAIR, _MOST_EVALUATIONS // each))


def _largest(path: Trajectory, k: int, count: int) -> tuple[int, ...]:
    """Return, in order, the weights that change most, or have the steepest slope at the end."""
    with np.errstate(over="ignore", invalid="ignore"):
        sizes = np.abs(path.x[k + 1] - path.x[k] if k < path.steps else path.gradient[k])
    known = np.where(np.isnan(sizes), np.inf, sizes)
    return tuple(sorted(np.argpartition(known, -count)[-count:].tolist()))


def _in_names(names: tuple[str, ...]) -> Spelling:
    """Spell weights by their places: ``W1[0, 2]``."""
    letters = tuple(
        f"{name[0]}_{{{name[1 : name.index('[')]}}}{name[name.index('[') :]}" for name in names
    )
    return Spelling(letters, tuple(name.replace(" ", "") for name in names), "w", "L")


def _in_numbers(count: int) -> Spelling:
    """Spell weights by numbers: so the letters stay while the weights that change most do not."""
    if count == 1:
        return Spelling(("w",), ("w",), "w", "L")
    marks = tuple(str(i + 1) for i in range(count))
    return Spelling(tuple(f"w_{{{mark}}}" for mark in marks), marks, "w", "L")
