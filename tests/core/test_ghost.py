"""Ghost minima: published points, closed forms, sympy's roots, and what has none."""

from __future__ import annotations

import math

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.differences import Method, gradient
from gradviz.core.formula import parse
from gradviz.core.ghost import Ghost, ghost, ghosts, jacobian
from gradviz.core.objective import FormulaObjective
from gradviz.core.rounding import SCHEMES

ROSENBROCK = FormulaObjective(parse("(1 - x0)**2 + 100*(x1 - x0**2)**2"))
WAVES = FormulaObjective(parse("exp(x0)*sin(3*x1) + x0**2 + x1**4"))


def test_rosenbrock_with_central_differences_of_a_tenth() -> None:
    found = ghost(ROSENBROCK, (1.0, 1.0), Method.CENTRAL, 0.1)
    assert found is not None
    assert found.of == (1.0, 1.0)
    assert found.x == pytest.approx((1 / 3, 1 / 9), rel=1e-9)


@settings(max_examples=30, deadline=None)
@given(st.floats(1e-3, 3.0))
def test_rosenbrock_with_central_differences(h: float) -> None:
    found = ghost(ROSENBROCK, (1.0, 1.0), Method.CENTRAL, h)
    x = 1.0 / (1.0 + 200.0 * h * h)
    assert found is not None
    assert found.x == pytest.approx((x, x * x), rel=1e-7)


@pytest.mark.parametrize("h", [1e-3, 0.01, 0.03, 0.05])
def test_rosenbrock_with_the_complex_step(h: float) -> None:
    found = ghost(ROSENBROCK, (1.0, 1.0), Method.COMPLEX_STEP, h)
    x = 1.0 / (1.0 - 200.0 * h * h)
    assert found is not None
    assert found.x == pytest.approx((x, x * x), rel=1e-7)


def test_sympy_agrees_on_forward_and_backward_differences() -> None:
    x, y = sympy.symbols("x y", real=True)
    f = (x - 1) ** 4 + x**2 * y**2 + (y - 2) ** 2 + x * y
    text = "(x - 1)**4 + x**2*y**2 + (y - 2)**2 + x*y"
    objective = FormulaObjective(parse(text))
    minimum = [float(v) for v in sympy.nsolve([f.diff(x), f.diff(y)], (x, y), (0.1, 1.9))]
    h = sympy.Rational(1, 5)
    for method, sign in ((Method.FORWARD, 1), (Method.BACKWARD, -1)):
        equations = [(f.subs(v, v + sign * h) - f) / (sign * h) for v in (x, y)]
        expected = [float(v) for v in sympy.nsolve(equations, (x, y), minimum)]
        found = ghost(objective, minimum, method, 0.2)
        assert found is not None
        assert found.x == pytest.approx(expected, rel=1e-8)


@settings(max_examples=30, deadline=None)
@given(st.floats(0.01, 100.0), st.floats(-5.0, 5.0))
def test_a_parabola_is_off_by_half_a_step(h: float, middle: float) -> None:
    objective = FormulaObjective(parse(f"(x - ({middle!r}))**2 + 1"))
    forward = ghost(objective, (middle,), Method.FORWARD, h)
    backward = ghost(objective, (middle,), Method.BACKWARD, h)
    assert forward is not None
    assert backward is not None
    assert forward.x[0] == pytest.approx(middle - h / 2, rel=1e-6, abs=1e-6)
    assert backward.x[0] == pytest.approx(middle + h / 2, rel=1e-6, abs=1e-6)
    for method in (Method.CENTRAL, Method.FIVE_POINT, Method.COMPLEX_STEP):
        assert ghost(objective, (middle,), method, h) is None


@pytest.mark.parametrize("method", SCHEMES)
def test_the_numerical_gradient_vanishes_there(method: Method) -> None:
    minimum = _minimum_of_waves()
    found = ghost(WAVES, minimum, method, 0.2)
    assert found is not None
    assert np.abs(gradient(WAVES, found.x, method, 0.2)).max() < 1e-8
    assert 1e-6 < np.abs(np.subtract(found.x, minimum)).max() < 0.5


def _minimum_of_waves() -> tuple[float, ...]:
    x = np.array([-0.5, -0.4])
    for _ in range(60):
        x = x - np.linalg.solve(
            jacobian(WAVES, x, Method.FIVE_POINT, 1e-3), np.array(WAVES.gradient(x.tolist()))
        )
    assert np.abs(WAVES.gradient(x.tolist())).max() < 1e-12
    return tuple(x.tolist())


@pytest.mark.parametrize("method", SCHEMES)
def test_the_jacobian_is_that_of_the_numerical_gradient(method: Method) -> None:
    x, h, d = np.array([0.3, -0.7]), 0.2, 1e-5
    found = jacobian(WAVES, x, method, h)
    for j in range(2):
        step = d * np.eye(2)[j]
        ahead, behind = (np.array(gradient(WAVES, x + s, method, h)) for s in (step, -step))
        np.testing.assert_allclose(found[:, j], (ahead - behind) / (2 * d), rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("h", [1e-300, 1e-50, 1e-16, 1e-12])
def test_a_tiny_h_has_no_ghost_to_see(method: Method, h: float) -> None:
    for objective, minimum in ((ROSENBROCK, (1.0, 1.0)), (WAVES, _minimum_of_waves())):
        assert ghost(objective, minimum, method, h, resolution=1e-3) is None


def test_the_exact_gradient_has_none() -> None:
    assert ghost(ROSENBROCK, (1.0, 1.0), Method.EXACT, 0.1) is None


def test_the_resolution_decides() -> None:
    away = 1.0 - 1.0 / (1.0 + 200.0 * 1e-4)
    near, far = (
        ghost(ROSENBROCK, (1.0, 1.0), Method.CENTRAL, 0.01, resolution=r) for r in (3 * away, away)
    )
    assert near is None
    assert far is not None


def test_several_minima_and_a_cancel() -> None:
    wells = FormulaObjective(parse("(x**2 - 1)**2 + 0.3*x"))
    roots = sorted(float(r.real) for r in np.roots([4.0, 0.0, -4.0, 0.3]))
    minima = [(roots[0],), (roots[2],)]
    found = ghosts(wells, minima, Method.CENTRAL, 0.1)
    assert found is not None
    assert [one.of for one in found] == minima
    expected = sorted(float(r.real) for r in np.roots([4.0, 0.0, -4.0 + 4 * 0.01, 0.3]))
    assert [one.x[0] for one in found] == pytest.approx([expected[0], expected[2]], rel=1e-8)
    assert ghosts(wells, minima, Method.CENTRAL, 0.1, cancelled=lambda: True) is None
    assert ghosts(wells, [], Method.CENTRAL, 0.1) == ()


@pytest.mark.parametrize("text", ["x*log(x)", "sqrt(x) + 1/x", "abs(x - 1)", "0*x", "x**4", "x"])
@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("h", [1e-300, 0.1, 30.0, 1e300])
@pytest.mark.parametrize("x", [0.37, math.nan, math.inf, -1e300])
def test_anything_can_be_asked(text: str, method: Method, h: float, x: float) -> None:
    found = ghost(FormulaObjective(parse(text)), (x,), method, h)
    assert found is None or isinstance(found, Ghost)
    assert found is None or math.isfinite(found.x[0])
