"""What runs are called beside each other."""

from __future__ import annotations

from gradviz.core.optimizers import SGD, Adam
from gradviz.document.experiment import MAX_RUNS, Run
from gradviz.document.run_names import run_names


def test_runs_of_the_same_name_are_numbered() -> None:
    adam, named = Run(optimizer=Adam()), Run(optimizer=SGD(), name="Adam 2")
    assert run_names(()) == ()
    assert run_names([adam, Run(optimizer=SGD()), adam]) == ("Adam", "SGD", "Adam 2")
    assert run_names([named, adam, adam, adam]) == ("Adam 2", "Adam", "Adam 3", "Adam 4")
    assert run_names([adam, Run(optimizer=Adam(), visible=False)])[1] == "Adam 2"
    assert adam.name == "", "what the reader has called it stays"


def test_a_thousand_runs_are_told_apart() -> None:
    names = run_names([Run(optimizer=Adam())] * MAX_RUNS)
    assert names[:2] == ("Adam", "Adam 2")
    assert names[-1] == f"Adam {MAX_RUNS}"
    assert len(set(names)) == MAX_RUNS
