"""Lines through a point: curve, tangent and secants, checked by hand and by sympy."""

from __future__ import annotations

import math

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.differences import Method, gradient
from gradviz.core.formula import parse
from gradviz.core.objective import FormulaObjective
from gradviz.core.slices import Line, along, quotient, sampled

WAVES = "exp(x0)*sin(3*x1) + x0*x1**2"
SECANTS = (Method.FORWARD, Method.BACKWARD, Method.CENTRAL, Method.FIVE_POINT)


def objective(text: str) -> FormulaObjective:
    return FormulaObjective(parse(text))


class TestLine:
    def test_slope_is_the_directional_derivative(self) -> None:
        x0, x1, t = sympy.symbols("x0 x1 t")
        f = sympy.exp(x0) * sympy.sin(3 * x1) + x0 * x1**2
        phi = f.subs({x0: sympy.Rational(3, 10) + 2 * t, x1: sympy.Rational(7, 10) - t})
        line = Line(objective(WAVES), (0.3, 0.7), (2.0, -1.0))
        for place in (-0.4, 0.0, 1.1):
            exact = float(sympy.N(phi.diff(t).subs(t, sympy.Float(place, 30)), 30))
            assert line.slope(place) == pytest.approx(exact, rel=1e-12)
            assert line.value(place) == pytest.approx(float(phi.subs(t, place)), rel=1e-12)

    def test_many_values_are_those_of_one(self) -> None:
        line = Line(objective(WAVES), (0.3, 0.7), (0.0, 1.5))
        t = np.linspace(-1.0, 2.0, 7)
        assert line.values(t) == pytest.approx([line.value(float(place)) for place in t])

    def test_outside_the_domain_is_nan(self) -> None:
        cut = sampled(along(objective("sqrt(x)"), (1.0,), 0), 0.0, (-2.0, 2.0), 9)
        assert np.isnan(cut.values[cut.t < -1.0]).all()
        assert np.isfinite(cut.values[cut.t >= -1.0]).all()

    def test_a_constant_function_has_a_value_everywhere(self) -> None:
        cut = sampled(along(objective("3 + 0*x"), (1.0,), 0), 0.0, (-1.0, 1.0), 5)
        assert (cut.values == 3.0).all()
        assert cut.slope == 0.0

    def test_marked_places_in_range_are_sampled(self) -> None:
        line = along(objective("x**2"), (1.0,), 0)
        cut = sampled(line, 0.0, (-1.0, 1.0), 2, (0.123, 5.0))
        assert cut.t.tolist() == [-1.0, 0.0, 0.123, 1.0]
        assert cut.values == pytest.approx((1.0 + cut.t) ** 2)


class TestQuotient:
    @pytest.mark.parametrize(
        ("method", "error"),
        [
            # of x**3 at 3/2: f' = 27/4, and what the schemes add to it
            (Method.FORWARD, lambda h: 4.5 * h + h * h),
            (Method.BACKWARD, lambda h: -4.5 * h + h * h),
            (Method.CENTRAL, lambda h: h * h),
            (Method.FIVE_POINT, lambda _: 0.0),
            (Method.COMPLEX_STEP, lambda h: -h * h),
            (Method.EXACT, lambda _: 0.0),
        ],
    )
    def test_difference_of_slopes_on_a_cubic(self, method: Method, error) -> None:  # noqa: ANN001
        for h in (0.25, 0.01):
            found = quotient(objective("x**3"), (1.5,), 0, method, h)
            assert found.slope == pytest.approx(6.75 + error(h), rel=1e-12)
            assert found.difference == pytest.approx(error(h), abs=1e-12)

    @settings(max_examples=40)
    @given(
        x=st.tuples(st.floats(-3, 3), st.floats(-3, 3)),
        exponent=st.floats(-8, 0),
        index=st.integers(0, 1),
        method=st.sampled_from(SECANTS),
    )
    def test_slope_is_what_a_descent_uses_and_follows_from_the_secants(
        self, x: tuple[float, float], exponent: float, index: int, method: Method
    ) -> None:
        f, h = objective(WAVES), 10.0**exponent
        found = quotient(f, x, index, method, h)
        assert found.slope == gradient(f, x, method, h)[index]
        joined = sum(s.weight * s.slope for s in found.secants)
        size = max(abs(f.value(x)), 1.0) * 1e-14 / h
        assert joined == pytest.approx(found.slope, rel=1e-12, abs=size)

    def test_ends_lie_on_the_curve(self) -> None:
        found = quotient(objective("x**3"), (1.5,), 0, Method.FIVE_POINT, 0.25)
        assert [(s.start, s.end, s.reach) for s in found.secants] == [
            (-0.25, 0.25, 2),
            (-0.5, 0.5, 4),
        ]
        for secant in found.secants:
            assert secant.start_value == pytest.approx((1.5 + secant.start) ** 3)
            assert secant.end_value == pytest.approx((1.5 + secant.end) ** 3)

    @pytest.mark.parametrize("method", SECANTS)
    def test_an_h_that_is_lost_is_known(self, method: Method) -> None:
        f = objective("x**3")
        assert quotient(f, (1.5,), 0, method, 1e-50).is_lost
        assert not quotient(f, (0.0,), 0, method, 1e-50).is_lost
        assert not quotient(f, (1.5,), 0, method, 1e-12).is_lost

    def test_ends_are_where_floats_have_them(self) -> None:
        h = 3e-16  # rounds to one step from 1 up, 2**-52, and to two half steps down
        found = quotient(objective("x**2"), (1.0,), 0, Method.CENTRAL, h).secants[0]
        assert (found.start, found.end) == (1.0 - 3e-16 - 1.0, 2.0**-52)
        assert found.slope == (found.end_value - found.start_value) / (2 * h)

    @pytest.mark.parametrize("method", list(Method))
    @pytest.mark.parametrize("x", [0.0, 1e300, math.inf, math.nan, -1.0])
    @pytest.mark.parametrize("h", [1e-300, 1e300])
    def test_anything_gives_numbers_and_no_warning(
        self, method: Method, x: float, h: float
    ) -> None:
        found = quotient(objective("sqrt(x) + x**4"), (x,), 0, method, h)
        assert isinstance(found.slope, float)
