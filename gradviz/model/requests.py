"""What the worker is asked for: runs, a scene, or both at once while a function is dragged."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Final

from gradviz.document.display import Display
from gradviz.document.scene import scene_request

if TYPE_CHECKING:
    from gradviz.document.experiment import Experiment
    from gradviz.document.results import Outcome, Results
    from gradviz.document.scene import Scene, SceneRequest

DRAFT_SHAPE: Final = (161, 161)
"""Samples of a field that will be replaced before anyone looks closely."""
UNUSED: Final = frozenset({"runs", "ranges", "view", "plane"})
"""Fields of an experiment that no trajectory depends on; of runs only the rules count."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """How the scene is shown.

    Attributes
    ----------
    display : Display
        Scale, levels, arrows.
    aspect : float
        Width of the picture to its height: the scene fills it.
    held : tuple of float or None, shape (n,)
        Where the coordinates that are not shown are held; None for the start.
    """

    display: Display = Display()  # noqa: RUF009  (frozen)
    aspect: float = 1.0
    held: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class RunsRequest:
    """An experiment, and earlier results whose trajectories may be used again."""

    experiment: Experiment
    previous: Outcome | None


@dataclass(frozen=True, slots=True, eq=False)
class LiveRequest:
    """A function that changes under the hand: a draft of its scene, and the runs.

    Asked for one by one, the two would be painted one after the other, and cost twice.
    """

    scene: SceneRequest
    runs: RunsRequest


@dataclass(frozen=True, slots=True, eq=False)
class Live:
    """What comes of a `LiveRequest`; the scene is None when it was cancelled."""

    request: LiveRequest
    scene: Scene | None
    results: Results


def scene_request_of(experiment: Experiment, backdrop: Backdrop) -> SceneRequest:
    """Return the request for the scene of `experiment`, the same for starts that do not matter.

    The coordinates along x and y are swept, wherever they are held.
    """
    bounds = experiment.bounds
    if experiment.dimension > 1:
        bounds = bounds.filling(backdrop.aspect)
    request = scene_request(experiment, bounds=bounds, display=backdrop.display)
    fits = backdrop.held is not None and len(backdrop.held) == experiment.dimension
    given = backdrop.held if fits and backdrop.held is not None else request.held
    held = tuple(0.0 if i in request.plane else value for i, value in enumerate(given))
    return replace(request, held=held)


def with_runs_of(results: Outcome, experiment: Experiment) -> Outcome:
    """Return `results` with the runs as `experiment` names and colours them, if they are the same.

    Returns `results` itself where there is nothing to change. Else its experiment is the very one
    that was given, so that views can tell by identity that partial results go on.
    """
    runs = [result.run for result in results.runs]
    if runs == list(experiment.runs) or work_of(results.experiment) != work_of(experiment):
        return results
    renamed = zip(results.runs, experiment.runs, strict=True)
    return replace(
        results,
        experiment=experiment,
        runs=tuple(replace(result, run=run) for result, run in renamed),
    )


def shown_of(experiment: Experiment) -> tuple[object, ...]:
    """Return the part of an experiment that its verdicts depend on beside its trajectories."""
    return experiment.bounds, experiment.plane


def work_of(experiment: Experiment) -> tuple[object, ...]:
    """Return the part of an experiment that its trajectories depend on."""
    others = (f.name for f in fields(experiment) if f.name not in UNUSED)
    values = tuple(getattr(experiment, name) for name in others)
    return values, tuple(run.rule for run in experiment.runs)


def draft_of(request: SceneRequest) -> SceneRequest:
    """Return the request for a coarser field of the same scene."""
    return replace(request, shape=DRAFT_SHAPE)
