"""Turning from a function to a network and back leaves each as it was."""

from __future__ import annotations

from dataclasses import replace

from gradviz.core.differences import Method
from gradviz.document.experiment import Experiment
from gradviz.document.kinds import turned
from gradviz.document.network_task import task_of


def test_each_kind_stays_as_it_was_left() -> None:
    function = Experiment(formula="x0**4", start=(2.0,), h=1e-3, steps=7)
    network = turned(function, None)
    assert network.network is not None
    assert network.method is Method.EXACT
    changed = replace(network, network=task_of("xor"), seed=5)
    assert turned(changed, function) == function
    other = replace(function, formula="x0**2", steps=9)
    again = turned(other, changed)
    assert again == replace(changed, formula="x0**2", steps=9)


def test_a_network_that_was_opened_has_a_function_to_turn_to() -> None:
    opened = Experiment(network=task_of("moons"))
    assert turned(opened, None) == Experiment()
