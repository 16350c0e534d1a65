"""What the worker does for a scene, for runs, and for both at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradviz.document.evaluate import evaluate
from gradviz.document.results import Results, Training
from gradviz.document.scene import evaluate_scene
from gradviz.model.requests import Live

if TYPE_CHECKING:
    from gradviz.document.results import Outcome
    from gradviz.document.scene import Scene, SceneRequest
    from gradviz.model.requests import LiveRequest, RunsRequest
    from gradviz.model.worker import Hooks


def scene_job(request: SceneRequest, hooks: Hooks) -> Scene | None:
    """Sample a scene; None when cancelled."""
    return evaluate_scene(request, hooks.cancelled)


def runs_job(request: RunsRequest, hooks: Hooks) -> Outcome:
    """Compute runs, or train a network, going on from what is known."""
    before = request.previous
    if request.experiment.network is not None:
        from gradviz.document.training import train  # noqa: PLC0415 - functions start faster

        return train(
            request.experiment,
            cancelled=hooks.cancelled,
            on_progress=hooks.on_progress,
            previous=before if isinstance(before, Training) else None,
        )
    return evaluate(
        request.experiment,
        cancelled=hooks.cancelled,
        on_progress=hooks.on_progress,
        previous=before if isinstance(before, Results) else None,
    )


def live_job(request: LiveRequest, hooks: Hooks) -> Live:
    """Sample a scene and compute runs, and give both with every part of the runs."""
    scene = evaluate_scene(request.scene, hooks.cancelled)
    runs = request.runs
    results = evaluate(
        runs.experiment,
        cancelled=hooks.cancelled,
        on_progress=lambda partial: hooks.on_progress(Live(request, scene, partial)),
        previous=runs.previous if isinstance(runs.previous, Results) else None,
    )
    return Live(request, scene, results)
