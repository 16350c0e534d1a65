"""Results and scenes as the program computes them, for views to draw."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest

from gradviz.core.optimizers import parse_optimizer
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.scene import evaluate_scene, scene_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.results import Results
    from gradviz.document.scene import Scene


class Drawn(NamedTuple):
    """What a view is given."""

    results: Results
    scene: Scene


@pytest.fixture(scope="session")
def descend() -> Callable[..., Drawn]:
    """Return a function that computes an experiment with some fields changed."""

    def computed(*optimizers: str, **changes: object) -> Drawn:
        runs = tuple(
            Run(optimizer=parse_optimizer(text), style=i)
            for i, text in enumerate(optimizers or ["sgd:lr=0.1"])
        )
        experiment = replace(Experiment(runs=runs), **changes)
        scene = evaluate_scene(scene_request(experiment))
        assert scene is not None
        return Drawn(evaluate(experiment), scene)

    return computed


@pytest.fixture(scope="session")
def bowl(descend: Callable[..., Drawn]) -> Drawn:
    """Return x0**2 + x1**2 from (-3, 4): 100 steps of SGD and of momentum."""
    return descend("sgd:lr=0.1", "momentum:lr=0.02")


@pytest.fixture(scope="session")
def strange(bowl: Drawn) -> Callable[[np.ndarray], Results]:
    """Return a function that gives the first run of the bowl other points and values."""

    class Points:
        def __init__(self, x: np.ndarray) -> None:
            self.x = x
            with np.errstate(all="ignore"):
                self.value = (x * x).sum(axis=1)
                self.gradient = 2 * x
            self.steps = len(x) - 1

        def __len__(self) -> int:
            return len(self.x)

    def with_points(x: np.ndarray) -> Results:
        run = replace(bowl.results.runs[0], trajectory=Points(np.asarray(x, dtype=float)))
        return replace(bowl.results, runs=(run,))

    return with_points
