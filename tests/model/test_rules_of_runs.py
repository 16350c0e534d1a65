"""A change of schedule or clipping asks for the runs anew; one of the name does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gradviz.core.clipping import Clipping
from gradviz.core.optimizers import SGD
from gradviz.core.schedules import Cosine
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.model.requests import with_runs_of

RUN = Run(optimizer=SGD(lr=0.1))


@pytest.mark.parametrize(
    ("run", "same"),
    [
        (replace(RUN, name="mine", style=3, visible=False), True),
        (replace(RUN, schedule=Cosine()), False),
        (replace(RUN, clip=Clipping()), False),
    ],
)
def test_results_are_kept_for_runs_that_step_alike(run: Run, *, same: bool) -> None:
    experiment = Experiment(runs=(RUN,), steps=5)
    results = evaluate(experiment)
    relabelled = with_runs_of(results, replace(experiment, runs=(run,)))
    assert (relabelled.runs[0].run == run) is same
    assert (relabelled is results) is not same
