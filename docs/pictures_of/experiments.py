"""What the pictures show: functions and networks with their runs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gradviz.core.catalogue import CATALOGUE
from gradviz.core.differences import Method
from gradviz.core.field import Bounds
from gradviz.core.network.layers import Activation
from gradviz.core.network.problems import problem_named
from gradviz.core.optimizers import SGD, Adam, Momentum
from gradviz.core.schedules import Cosine
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of

ENTRIES = {entry.key: entry for entry in CATALOGUE}


def three_runs(*lr: float) -> tuple[Run, ...]:
    """Return runs of three rules at these learning rates."""
    rules = (SGD(lr=lr[0]), Momentum(lr=lr[1]), Adam(lr=lr[2]))
    return tuple(Run(optimizer=rule, style=i) for i, rule in enumerate(rules))


def network(key: str, *runs: Run, **changes: Any) -> Experiment:  # noqa: ANN401 - fields of a task
    """Return a problem as it is offered, with its own run unless others are given."""
    return Experiment(
        method=Method.EXACT,
        runs=runs or (Run(optimizer=problem_named(key).optimizer),),
        network=replace(task_of(key), **changes),
    )


VALLEY = Experiment(
    formula="(a - x0)**2\n  + 100*(x1 - x0**2)**2\na = 1.0",
    start=(-1.5, 2.0),
    steps=400,
    runs=three_runs(0.001, 0.001, 0.05),
    view=Bounds(-2.0, 2.0, -1.1, 3.1),
)
TWO_SLIDERS = replace(
    VALLEY,
    formula="(a - x0)**2\n  + b*(x1 - x0**2)**2\na = 1.0\nb = 100.0",
    parameters=(("a", 1.3),),
)
SCHEDULED = replace(
    VALLEY,
    runs=(*VALLEY.runs[:2], replace(VALLEY.runs[2], schedule=Cosine(over=400))),
)
HILLS = Experiment(
    formula=ENTRIES["himmelblau"].formula,
    start=(-0.5, -1.0),
    runs=three_runs(0.01, 0.005, 0.3),
    view=ENTRIES["himmelblau"].bounds,
)
GRAPH = Experiment(
    formula=ENTRIES["two-minima"].formula,
    start=(2.2,),
    h=0.5,
    runs=(Run(optimizer=SGD(lr=0.01)),),
    view=ENTRIES["two-minima"].bounds,
)
BOWL = Experiment(formula="x0**2 + x1**2", start=(-3.0, 4.0))
TOO_FAST = replace(BOWL, runs=(Run(optimizer=SGD(lr=1.01)),))
SPIRAL = network("spiral", sizes=(2, 16, 16, 3), activation=Activation.TANH)
DIGITS = network("digits")
SIMPLE = network("simplenet")
RACE = network("moons", *three_runs(0.5, 0.1, 0.02))
SLOWED = network(
    "spiral",
    Run(optimizer=Adam(lr=0.03), lr_changes=((600, 0.01), (1100, 0.002))),
)
