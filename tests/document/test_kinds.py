"""Turning from a function to a network and back leaves each as it was."""

from __future__ import annotations

from dataclasses import replace

from gradviz.core.differences import Method
from gradviz.document.experiment import Experiment
from gradviz.document.kinds import turned, with_table
from gradviz.document.network_task import OWN, OwnTable, task_of


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


def test_a_table_turns_a_function_to_the_network_that_was_left() -> None:
    table = OwnTable("a.csv", "a,b,kind\n1,2,x\n3,4,y\n5,6,x\n")
    function = Experiment(formula="x**4", start=(2.0,))
    left = Experiment(network=replace(task_of("moons"), sizes=(2, 5, 4, 2)))
    for other, hidden in ((left, (5, 4)), (None, (16, 16))):
        task = with_table(function, other, table).network
        assert task is not None
        assert (task.problem, task.table, task.sizes[1:-1]) == (OWN, table, hidden)
    own = with_table(function, left, table)
    assert with_table(own, None, table) == own
