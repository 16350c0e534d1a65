"""The degree of a formula in one variable, against sympy's."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.formula import parse
from gradviz.core.formula.degree import degree


def degrees(text: str) -> list[int | None]:
    formula = parse(text)
    return [degree(formula.root, symbol) for symbol in formula.symbols[: formula.dimension]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x0**2 + x1**2", [2, 2]),
        ("100*(x1 - x0**2)**2 + (1 - x0)**2", [4, 2]),
        ("0.01*x**2 + 0.1*x", [2]),
        ("(x0 - 1)**3*x1 + x1/2", [3, 1]),
        ("exp(x0) + x1", [None, 1]),
        ("exp(x0)*x1**2", [None, 2]),
        ("1/x0 + x1", [None, 1]),
        ("x0**-1 + x1", [None, 1]),
        ("x0**0.5 + x1**(1 + 1)", [None, 2]),
        ("a = 2\nx0**a + a*x1", [None, 1]),
        ("where(x1 > 0, x0**2, x0)", [2, None]),
        ("abs(x0) + x1*x1*x1", [None, 3]),
        ("x**3 - x**3", [3]),
        ("-x**5*pi", [5]),
        ("sum(x**4)", [4, 4]),
    ],
)
def test_is_read_off_the_formula(text: str, found: list[int | None]) -> None:
    assert degrees(text) == found


LEAVES = st.sampled_from(["x0", "x1", "2", "0.5", "3"])
POLYNOMIALS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds("({} + {})".format, inner, inner),
        st.builds("({} - {})".format, inner, inner),
        st.builds("({})*({})".format, inner, inner),
        st.builds("({})**{}".format, inner, st.integers(0, 3)),
        st.builds("({})/4".format, inner),
        st.builds("-({})".format, inner),
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(POLYNOMIALS)
def test_is_never_below_the_true_one(text: str) -> None:
    x0, x1 = sympy.symbols("x0 x1")
    expression = sympy.sympify(f"({text}) + 0*x0*x1", locals={"x0": x0, "x1": x1}, rational=True)
    found = degrees(f"({text}) + 0*x0 + 0*x1")
    for variable, bound in zip((x0, x1), found, strict=True):
        assert bound is not None
        assert bound >= sympy.Poly(expression, variable).degree()
