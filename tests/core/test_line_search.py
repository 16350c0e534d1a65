"""How far to go against the gradient: closed forms, and lines without a minimum."""

from __future__ import annotations

import math

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.formula import parse
from gradviz.core.line_search import search
from gradviz.core.objective import FormulaObjective
from gradviz.core.slices import Line


def downhill(text: str, *x: float) -> Line:
    objective = FormulaObjective(parse(text))
    return Line(objective, x, tuple(-g for g in objective.gradient(x)))


class TestQuadratics:
    @settings(max_examples=40)
    @given(
        a=st.floats(0.05, 20.0),
        b=st.floats(0.05, 20.0),
        x=st.floats(0.1, 50.0),
        y=st.floats(-50.0, -0.1),
        lr=st.floats(1e-8, 10.0),
    )
    def test_best_is_the_cauchy_step(
        self, a: float, b: float, x: float, y: float, lr: float
    ) -> None:
        line = downhill(f"{a!r}*x0**2 + {b!r}*x1**2", x, y)
        g = np.array([2 * a * x, 2 * b * y])
        best = float(g @ g / (g @ np.diag([2 * a, 2 * b]) @ g))
        found = search(line, [lr])
        assert found.best is not None
        assert found.best.t == pytest.approx(best, rel=1e-9)
        assert found.first == found.best

    @pytest.mark.parametrize("scale", [1e-100, 1e-20, 1.0, 1e20, 1e70])
    def test_of_any_size(self, scale: float) -> None:
        found = search(downhill("x0**2 + x1**2", 3 * scale, -scale), [0.1])
        assert found.best is not None
        assert found.best.t == pytest.approx(0.5)

    @pytest.mark.parametrize(
        ("lr", "end"),
        [
            (0.1, 1.25),  # two and a half times the best
            (10.0, 12.5),  # the learning rate with a quarter more
            (16.0, 1.25),  # too far away to be shown
            (1e-300, 1.25),
            (1e300, 1.25),
        ],
    )
    def test_the_range_holds_what_is_worth_showing(self, lr: float, end: float) -> None:
        assert search(downhill("x0**2 + x1**2", 3.0, -4.0), [lr]).end == pytest.approx(end)


class TestOthers:
    def test_the_first_minimum_need_not_be_the_lowest(self) -> None:
        text = "x**4/4 - x**3/3 - x**2"  # minima at -1 and, lower, at 2; f' = x*(x + 1)*(x - 2)
        line = downhill(text, -2.0)  # f' = -8, so x = -2 + 8*t
        found = search(line, [0.6])
        assert found.first is not None
        assert found.best is not None
        assert found.first.t == pytest.approx(1.0 / 8.0, rel=1e-12)
        assert found.best.t == pytest.approx(4.0 / 8.0, rel=1e-12)
        assert found.best.value == pytest.approx(-8.0 / 3.0)

    def test_a_quartic_line_has_its_minima_at_roots(self) -> None:
        line = downhill("(1 - x0)**2 + 100*(x1 - x0**2)**2", -1.5, 2.0)
        t = sympy.symbols("t")
        place = zip(line.point, line.direction, strict=True)
        x0, x1 = (sympy.Rational(x) + t * sympy.Rational(d) for x, d in place)
        phi = sympy.Poly((1 - x0) ** 2 + 100 * (x1 - x0**2) ** 2, t)
        roots = [float(root) for root in phi.diff().nroots(n=20) if root.is_real and root > 0]
        found = search(line, [0.001])
        assert found.best is not None
        assert found.first == found.best
        assert found.best.t == pytest.approx(min(roots), rel=1e-9)

    def test_a_kink_is_found(self) -> None:
        found = search(downhill("abs(x)", 3.7), [0.1])
        assert found.best is not None
        assert found.best.t == pytest.approx(3.7, rel=1e-12)
        assert found.best.value == pytest.approx(0.0, abs=1e-12)

    @pytest.mark.parametrize(
        ("text", "x"),
        [("x", 1.0), ("exp(-x)", 0.0), ("log(x)", 2.0), ("-x**2", 1.0), ("sqrt(x)", 2.0)],
    )
    def test_without_a_minimum_the_learning_rate_is_shown(self, text: str, x: float) -> None:
        found = search(downhill(text, x), [0.25])
        assert found.best is None
        assert found.first is None
        assert found.end == 0.5

    @pytest.mark.parametrize("marks", [[], [0.0], [-1.0], [math.inf], [math.nan], [1e300]])
    @pytest.mark.parametrize("text", ["x**2", "x", "1e200*x", "x**4", "sqrt(x)", "1e-300*x"])
    @pytest.mark.parametrize("x", [1.0, 1e-200, 1e150])
    def test_always_has_a_range(self, text: str, x: float, marks: list[float]) -> None:
        line = downhill(text, x)
        if 0.0 < abs(line.direction[0]) < math.inf:
            assert 0.0 < search(line, marks).end < math.inf
