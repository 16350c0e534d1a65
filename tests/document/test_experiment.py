"""The frozen experiment: what it refuses and how it says so, what it makes uniform."""

from __future__ import annotations

import copy
import json
import pickle
from dataclasses import FrozenInstanceError, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.clipping import Clipping
from gradviz.core.differences import Method
from gradviz.core.field import Bounds
from gradviz.core.formula import FormulaError, parse
from gradviz.core.optimizers import SGD, Adam
from gradviz.core.rules import Rule
from gradviz.core.schedules import CONSTANT, Cosine
from gradviz.document.experiment import (
    MAX_NUMBERS,
    MAX_RUNS,
    MAX_STEPS,
    Experiment,
    ExperimentCode,
    ExperimentError,
    Run,
)
from gradviz.document.plain import to_dict

NAN, INF = float("nan"), float("inf")
RUN = Run(optimizer=SGD(lr=0.1))


def test_it_holds_as_long_a_formula_as_can_be_read() -> None:
    longest = "x0  # " + "." * (10_000 - 6)
    assert Experiment(formula=longest, start=(1.0,)).formula == longest
    assert parse(longest).dimension == 1
    with pytest.raises(FormulaError, match="at most 10000"):
        parse(longest + ".")
    with pytest.raises(ExperimentError, match="at most 10000"):
        Experiment(formula=longest + ".")


def test_the_default_is_the_book_s_example() -> None:
    experiment = Experiment()
    assert experiment.formula == "x0**2 + x1**2"
    assert experiment.start == (-3.0, 4.0)
    assert experiment.method is Method.CENTRAL
    assert experiment.h == 1e-4
    assert experiment.steps == 100
    assert experiment.tolerance is None
    assert experiment.runs == (RUN,)
    assert experiment.bounds == Bounds(-5.0, 5.0, -5.0, 5.0)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"formula": 3}, "wrong-type", "formula"),
        ({"formula": "x" * 200_000}, "too-large", "formula"),
        ({"start": ()}, "too-few", "start"),
        ({"start": (1.0,) * 51}, "too-many", "start"),
        ({"start": (0.0, NAN)}, "not-finite", "start.1"),
        ({"start": (-INF, 0.0)}, "not-finite", "start.0"),
        ({"start": (10**400, 0.0)}, "not-finite", "start.0"),
        ({"start": (True, 0.0)}, "wrong-type", "start.0"),
        ({"start": ("1", 0.0)}, "wrong-type", "start.0"),
        ({"start": "12"}, "wrong-type", "start"),
        ({"start": 3.0}, "wrong-type", "start"),
        ({"method": "central"}, "wrong-type", "method"),
        ({"h": 0.0}, "out-of-range", "h"),
        ({"h": -1e-4}, "out-of-range", "h"),
        ({"h": 1e-301}, "out-of-range", "h"),
        ({"h": 2e300}, "out-of-range", "h"),
        ({"h": NAN}, "not-finite", "h"),
        ({"steps": -1}, "out-of-range", "steps"),
        ({"steps": MAX_STEPS + 1}, "out-of-range", "steps"),
        ({"steps": 100.0}, "wrong-type", "steps"),
        ({"steps": True}, "wrong-type", "steps"),
        ({"tolerance": 0.0}, "out-of-range", "tolerance"),
        ({"tolerance": INF}, "not-finite", "tolerance"),
        ({"noise": -1.0}, "out-of-range", "noise"),
        ({"seed": -1}, "out-of-range", "seed"),
        ({"seed": 2**63}, "out-of-range", "seed"),
        ({"parameters": (("a", NAN),)}, "not-finite", "parameters.a"),
        ({"parameters": (("2a", 1.0),)}, "bad-name", "parameters.0"),
        ({"parameters": (("a", 1.0), ("a", 2.0))}, "duplicate", "parameters.1"),
        ({"parameters": (("a", 1.0, 2.0),)}, "too-many", "parameters.0"),
        ({"runs": ()}, "too-few", "runs"),
        ({"runs": (RUN,) * (MAX_RUNS + 1)}, "too-many", "runs"),
        ({"runs": (RUN, SGD(lr=0.1))}, "wrong-type", "runs.1"),
        ({"view": (0.0, 1.0, 0.0, 1.0)}, "wrong-type", "view"),
        ({"steps": MAX_STEPS, "runs": (RUN,) * 100}, "too-large", "steps"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    changes: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(ExperimentError) as caught:
        Experiment(**changes)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert str(caught.value) == caught.value.message
    assert caught.value.message.endswith(".")
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    "changes",
    [
        {"h": 1e-300},
        {"h": 1e300},
        {"h": 1e-50},
        {"steps": 0},
        {"steps": MAX_STEPS},
        {"start": (0.0,)},
        {"start": (1.0,) * 50},
        {"runs": (RUN,) * MAX_RUNS},
        {"tolerance": 1e-300},
        {"seed": 2**63 - 1},
    ],
)
def test_the_extremes_are_accepted(changes: dict[str, Any]) -> None:
    experiment = Experiment(**changes)
    for name, value in changes.items():
        assert getattr(experiment, name) == value


@pytest.mark.parametrize(
    "changes",
    [
        {"style": -1},
        {"style": 1.0},
        {"name": None},
        {"name": "x" * 999},
        {"visible": 1},
        {"schedule": None},
        {"schedule": "cosine"},
        {"schedule": Cosine},
        {"clip": 1.0},
        {"clip": "norm:1"},
    ],
)
def test_a_run_is_checked_too(changes: dict[str, Any]) -> None:
    with pytest.raises(ExperimentError) as caught:
        replace(RUN, **changes)
    assert caught.value.field == next(iter(changes))


def test_numbers_become_floats_and_lists_tuples() -> None:
    experiment = Experiment(start=[np.float64(1.0), 2], h=1, steps=np.int64(5), runs=[RUN])  # type: ignore[arg-type]
    assert experiment.start == (1.0, 2.0)
    assert [type(c) for c in experiment.start] == [float, float]
    assert type(experiment.h) is float
    assert type(experiment.steps) is int
    assert experiment.runs == (RUN,)
    assert hash(experiment) == hash(Experiment(start=(1.0, 2.0), h=1.0, steps=5))


def test_it_is_frozen_and_a_value() -> None:
    experiment = Experiment()
    with pytest.raises(FrozenInstanceError):
        experiment.h = 1.0  # type: ignore[misc]
    assert copy.deepcopy(experiment) == experiment == Experiment()
    assert replace(experiment, h=1e-3) != experiment


def test_memory_is_bounded_before_anything_is_allocated() -> None:
    most = MAX_NUMBERS // (101 * 101)
    start = (0.0,) * 50
    Experiment(start=start, steps=100, runs=(RUN,) * most if most < MAX_RUNS else (RUN,))
    with pytest.raises(ExperimentError) as caught:
        Experiment(start=start, steps=MAX_STEPS, runs=(RUN,))
    assert caught.value.code is ExperimentCode.TOO_LARGE
    assert caught.value.values["count"] == str((MAX_STEPS + 1) * 101)


def test_an_error_survives_the_way_between_threads() -> None:
    error = ExperimentError(ExperimentCode.OUT_OF_RANGE, "h", "h must be positive.", value=0.0)
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.field, again.message, again.values) == (
        error.code,
        "h",
        "h must be positive.",
        {"value": "0.0"},
    )


def test_a_run_is_called_by_its_name_or_its_optimizer_s() -> None:
    assert Run(optimizer=Adam(lr=0.3)).label == "Adam"
    assert Run(optimizer=Adam(lr=0.3), name="fast").label == "fast"


def test_a_run_has_a_rule() -> None:
    assert RUN.rule == (SGD(lr=0.1), CONSTANT, None)
    run = Run(optimizer=Adam(lr=0.3), schedule=Cosine(), clip=Clipping(), name="a", style=3)
    assert run.rule == Rule(Adam(lr=0.3), Cosine(), Clipping())
    assert run.rule == replace(run, name="b", visible=False).rule
    assert len({run.rule, RUN.rule, replace(RUN, name="c").rule}) == 2


def test_as_plain_data() -> None:
    adam = Run(
        optimizer=Adam(lr=0.3), schedule=Cosine(over=50), clip=Clipping(), style=1, visible=False
    )
    experiment = Experiment(parameters=(("a", 2.0),), runs=(RUN, adam))
    plain = to_dict(experiment)
    assert json.loads(json.dumps(plain)) == plain
    assert plain == {
        "formula": "x0**2 + x1**2",
        "parameters": {"a": 2.0},
        "start": [-3.0, 4.0],
        "method": "central",
        "h": 1e-4,
        "steps": 100,
        "tolerance": None,
        "noise": 0.0,
        "seed": 0,
        "runs": [
            {
                "optimizer": "sgd",
                "lr": 0.1,
                "convention": "book",
                "schedule": {"kind": "constant"},
                "clip": None,
                "name": "",
                "style": 0,
                "visible": True,
            },
            {
                "optimizer": "adam",
                "lr": 0.3,
                "convention": "book",
                "beta1": 0.9,
                "beta2": 0.999,
                "schedule": {"kind": "cosine", "over": 50, "floor": 0.0, "warmup": 0},
                "clip": {"kind": "norm", "limit": 1.0},
                "name": "",
                "style": 1,
                "visible": False,
            },
        ],
        "view": [-5.0, 5.0, -5.0, 5.0],
    }


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["start", "h", "steps", "tolerance", "noise", "seed", "parameters"]),
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(),
            st.text(max_size=5),
            st.lists(st.one_of(st.floats(), st.integers(), st.text(max_size=3)), max_size=4),
        ),
    )
)
def test_any_values_give_an_experiment_or_an_experiment_error(changes: dict[str, Any]) -> None:
    try:
        experiment = Experiment(**changes)
    except ExperimentError as error:
        place = error.field.partition(".")[0]
    else:
        place = "steps"
        assert replace(experiment) == experiment
        json.dumps(to_dict(experiment), allow_nan=False)
    assert place in {*changes, "steps"}


def test_a_plane_names_two_different_coordinates_there_are() -> None:
    assert Experiment(start=(1.0, 2.0, 3.0), plane=(2, 0)).plane == (2, 0)
    for plane in ((0, 0), (0, 3), (-1, 0), (0, 1, 2)):
        with pytest.raises(ExperimentError) as error:
            Experiment(start=(1.0, 2.0, 3.0), plane=plane)
        assert error.value.field.startswith("plane")


def test_a_slider_goes_from_a_lower_to_a_higher_number() -> None:
    assert Experiment(ranges=(("a", -1, 2),)).ranges == (("a", -1.0, 2.0),)
    for low, high in ((1.0, 1.0), (2.0, -1.0), (float("nan"), 1.0)):
        with pytest.raises(ExperimentError) as error:
            Experiment(ranges=(("a", low, high),))
        assert error.value.field.startswith("ranges")
