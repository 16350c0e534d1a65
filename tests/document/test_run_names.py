"""What runs are called beside each other."""

from __future__ import annotations

from gradviz.core.optimizers import SGD, Adam
from gradviz.document.experiment import Run
from gradviz.document.run_names import run_names


def test_runs_of_the_same_name_are_numbered() -> None:
    adam, named = Run(optimizer=Adam()), Run(optimizer=SGD(), name="Adam 2")
    assert run_names(()) == ()
    assert run_names([adam, Run(optimizer=SGD()), adam]) == ("Adam", "SGD", "Adam 2")
    assert run_names([named, adam, adam, adam]) == ("Adam 2", "Adam", "Adam 3", "Adam 4")
    assert run_names([adam, Run(optimizer=Adam(), visible=False)])[1] == "Adam 2"
    assert adam.name == "", "what the reader has called it stays"
