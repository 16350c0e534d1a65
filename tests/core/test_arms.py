"""The best h against its closed form, the arms beside it, and what has none."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradviz.core.arms import ArmKind, shape, truncates
from gradviz.core.differences import Method
from gradviz.core.formula import parse
from gradviz.core.objective import FormulaObjective
from gradviz.core.rounding import SCHEMES, error_curve, step_sizes

EPS = float(np.finfo(np.float64).eps)
STEPS = step_sizes(1e-4)
ROUNDING, TRUNCATION = ArmKind.ROUNDING, ArmKind.TRUNCATION


def shape_of(text: str, x: tuple[float, ...], method: Method, coordinate: int | None = None):  # noqa: ANN201
    objective = FormulaObjective(parse(text))
    found = error_curve(objective, x, method, STEPS, coordinate)
    truncating = truncates(objective.formula, method, coordinate)
    return shape(STEPS, found, method, truncating=truncating)


# All derivatives of exp are exp: eps/h + c*h**p is least at h = (eps/(p*c))**(1/(p + 1)).
@pytest.mark.parametrize(
    ("method", "best"),
    [
        (Method.FORWARD, (2 * EPS) ** (1 / 2)),
        (Method.BACKWARD, (2 * EPS) ** (1 / 2)),
        (Method.CENTRAL, (3 * EPS) ** (1 / 3)),
        (Method.FIVE_POINT, (30 / 4 * EPS) ** (1 / 5)),
    ],
)
@pytest.mark.parametrize("x", [0.3, -1.7, 2.2])
def test_the_best_h_is_near_its_closed_form(method: Method, best: float, x: float) -> None:
    found = shape_of("exp(x)", (x,), method)
    assert abs(math.log10(found.best / best)) < 0.8
    assert [arm.kind for arm in found.arms] == [ROUNDING, TRUNCATION]
    assert found.arms[0].h < found.best < found.arms[1].h
    assert found.arms[0].error < 1.0
    assert found.arms[1].error < 1.0


def test_the_complex_step_has_one_arm_and_a_plateau() -> None:
    found = shape_of("exp(x)", (0.3,), Method.COMPLEX_STEP)
    assert [arm.kind for arm in found.arms] == [TRUNCATION]
    assert 1e-9 < found.best < 1e-7  # there h**2/6 is about eps


@pytest.mark.parametrize(
    ("text", "x", "exact"),
    [
        ("3*x0 - 2*x1", (1.0, 2.0), set(SCHEMES)),
        (
            "x0**2 + x1**2",
            (-3.0, 4.0),
            {Method.CENTRAL, Method.FIVE_POINT, Method.COMPLEX_STEP},
        ),
        ("100*(x1 - x0**2)**2 + (1 - x0)**2", (-1.5, 2.0), {Method.FIVE_POINT}),
        ("x0**5 + x1", (1.0, 2.0), set()),
        ("exp(x0) + x1", (1.0, 2.0), set()),
    ],
)
def test_polynomials_up_to_its_degree_have_no_truncation(
    text: str, x: tuple[float, float], exact: set[Method]
) -> None:
    formula = parse(text)
    assert {m for m in SCHEMES if not truncates(formula, m)} == exact
    assert not truncates(formula, Method.EXACT)
    for method in SCHEMES:
        kinds = {arm.kind for arm in shape_of(text, x, method).arms}
        assert (TRUNCATION in kinds) == (method not in exact)
        assert (ROUNDING in kinds) == (method is not Method.COMPLEX_STEP)


def test_coordinates_are_told_apart() -> None:
    formula = parse("exp(x0) + x1**2")
    assert truncates(formula, Method.CENTRAL)
    assert truncates(formula, Method.CENTRAL, 0)
    assert not truncates(formula, Method.CENTRAL, 1)


def test_a_line_within_a_kink_shows_no_truncation() -> None:
    found = shape_of("abs(x)", (3.0,), Method.FORWARD)
    assert [arm.kind for arm in found.arms] == [ROUNDING]


@pytest.mark.parametrize("values", [np.nan, np.inf, 0.0])
def test_nothing_to_tell_arms_by(values: float) -> None:
    found = shape(STEPS, np.full(len(STEPS), values), Method.CENTRAL, truncating=True)
    assert found.arms == ()
    assert (found.best is None) == (values != 0.0)


def test_a_lucky_hit_is_not_the_best() -> None:
    clean = EPS / STEPS + STEPS**2
    lucky = clean.copy()
    lucky[20] = 0.0
    best = shape(STEPS, clean, Method.CENTRAL, truncating=True).best
    assert shape(STEPS, lucky, Method.CENTRAL, truncating=True).best == best
