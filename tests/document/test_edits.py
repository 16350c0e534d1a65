"""Edits: each gives a new valid experiment and leaves alone what it is not about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.catalogue import CATALOGUE
from gradviz.core.field import Bounds
from gradviz.core.formula import parse
from gradviz.core.optimizers import SGD, Adam, Momentum
from gradviz.document import edits
from gradviz.document.experiment import Experiment, Run

SGD_RUN = Run(optimizer=SGD(lr=0.1))
ADAM_RUN = Run(optimizer=Adam(lr=0.3), style=1)
MOMENTUM_RUN = Run(optimizer=Momentum(lr=0.1), style=2)
VIEW = Bounds(-1.0, 1.0, -2.0, 2.0)


@pytest.fixture
def three() -> Experiment:
    return Experiment(runs=(SGD_RUN, ADAM_RUN, MOMENTUM_RUN), view=VIEW)


def test_fewer_variables_keep_the_first_numbers(three: Experiment) -> None:
    changed = edits.with_dimension(three, 1)
    assert changed.start == (-3.0,)
    assert changed.view is None
    assert changed.runs == three.runs


def test_more_variables_are_filled(three: Experiment) -> None:
    assert edits.with_dimension(three, 4).start == (-3.0, 4.0, 1.0, 1.0)
    assert edits.with_dimension(three, 2) is three


def test_a_start_of_the_same_dimension_keeps_the_view(three: Experiment) -> None:
    assert edits.with_start(three, [1.0, 2.0]) == replace(three, start=(1.0, 2.0))


def test_the_entry_that_is_shown_already_changes_nothing() -> None:
    entry = next(entry for entry in CATALOGUE if entry.formula == Experiment().formula)
    fresh = Experiment()
    assert fresh.view is None
    assert edits.with_entry(fresh, entry) is fresh
    zoomed = replace(fresh, view=VIEW)
    assert edits.with_entry(zoomed, entry) == replace(fresh, view=entry.bounds)
    others = [each for each in CATALOGUE if each.bounds == entry.bounds and each is not entry]
    assert others
    for other in others:
        assert edits.with_entry(fresh, other).formula == other.formula


def test_a_formula_brings_its_variables_and_drops_parameters_it_has_not() -> None:
    before = Experiment(
        formula="a = 1\nb = 2\na*x0**2 + b*x1**2", parameters=(("a", 3.0), ("b", 4.0))
    )
    after = edits.with_formula(before, parse("b = 7\nb*x**2"))
    assert after.formula == "b = 7\nb*x**2"
    assert after.parameters == (("b", 4.0),)
    assert after.start == (-3.0,)


def test_a_formula_of_any_number_of_variables_keeps_the_start() -> None:
    before = Experiment(formula="x0 + x1 + x2", start=(1.0, 2.0, 3.0))
    assert edits.with_formula(before, parse("sum(x**2)", 3)).start == (1.0, 2.0, 3.0)


def test_a_variable_named_beside_a_sum_gets_a_start() -> None:
    before = Experiment(formula="x**2", start=(2.0,))
    after = edits.with_formula(before, parse("sum(x**2) + x2", before.dimension))
    assert after.start == (2.0, 1.0, 1.0)


def test_a_parameter_is_set_in_place() -> None:
    experiment = Experiment(parameters=(("a", 1.0), ("b", 2.0)))
    assert edits.with_parameter(experiment, "a", 5.0).parameters == (("a", 5.0), ("b", 2.0))
    assert edits.with_parameter(experiment, "c", 3.0).parameters[-1] == ("c", 3.0)


def test_runs_are_added_duplicated_moved_and_removed(three: Experiment) -> None:
    added = edits.add_run(three, SGD_RUN)
    assert added.runs == (*three.runs, replace(SGD_RUN, style=3))
    doubled = edits.duplicate_run(three, 0)
    assert doubled.runs == (SGD_RUN, replace(SGD_RUN, style=3), ADAM_RUN, MOMENTUM_RUN)
    assert edits.remove_run(three, 1).runs == (SGD_RUN, MOMENTUM_RUN)
    assert edits.move_run(three, 0, 2).runs == (ADAM_RUN, MOMENTUM_RUN, SGD_RUN)
    assert edits.move_run(three, 2, 0).runs == (MOMENTUM_RUN, SGD_RUN, ADAM_RUN)
    assert edits.replace_run(three, 1, SGD_RUN).runs == (SGD_RUN, SGD_RUN, MOMENTUM_RUN)


def test_the_last_run_stays() -> None:
    experiment = Experiment()
    assert edits.remove_run(experiment, 0) is experiment


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 40), max_size=30))
def test_a_new_style_is_one_that_the_fewest_runs_have(styles: list[int]) -> None:
    runs = [Run(optimizer=SGD(lr=0.1), style=style) for style in styles]
    chosen = edits.unused_style(runs)
    used = [style % edits.STYLES for style in styles]
    assert used.count(chosen) == min(used.count(style) for style in range(edits.STYLES))
