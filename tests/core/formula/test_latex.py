"""LaTeX of formulas and gradients."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.formula import parse

NORM_SLOPE = r"\frac{x_{%d}}{\sqrt{x_{0}^{2} + x_{1}^{2}}}"
CASES = r"\begin{cases} %s & \text{if } %s \\ %s & \text{otherwise} \end{cases}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x0**2 + x1**2", "x_{0}^{2} + x_{1}^{2}"),
        ("x[0]**2 - 2*x[1]", "x_{0}^{2} - 2 x_{1}"),
        ("x**2 + y**2", "x^{2} + y^{2}"),
        ("-x**2", "{-}x^{2}"),
        ("-2*x", "{-}2 x"),
        ("(-2)**3*x", "({-}2)^{3} x"),
        ("x*2*3", r"2 \cdot 3 x"),
        ("x - (y - 1)", "x - (y - 1)"),
        ("x - -y", "x + y"),
        ("x + (-2)*y", "x - 2 y"),
        ("-(x + y)", "{-}(x + y)"),
        ("x - (-(y + 1))", "x + (y + 1)"),
        ("(x + 1)*(x - 1)", "(x + 1) (x - 1)"),
        ("x/2", r"\frac{x}{2}"),
        ("-x/2", r"{-}\frac{x}{2}"),
        ("-(x + 1)/2", r"{-}\frac{x + 1}{2}"),
        ("(x/2)**2", r"\left(\frac{x}{2}\right)^{2}"),
        ("x**(1/2)", r"x^{\frac{1}{2}}"),
        ("x**-1", "x^{{-}1}"),
        ("(x**2)**3", "(x^{2})^{3}"),
        ("2**x", "2^{x}"),
        ("sin(x)**2", r"\sin^{2}(x)"),
        ("sin(x)**-1", r"\sin(x)^{{-}1}"),
        ("sin(x/2)", r"\sin\left(\frac{x}{2}\right)"),
        ("sqrt(x)**2", r"\sqrt{x}^{2}"),
        ("exp(-x**2)", "e^{{-}x^{2}}"),
        ("exp(x)**2", "(e^{x})^{2}"),
        ("log(x) + log10(y) + log2(y)", r"\ln(x) + \log_{10}(y) + \log_{2}(y)"),
        ("abs(x - 1)", r"\left|x - 1\right|"),
        ("max(x, y, 3)", r"\max(x, y, 3)"),
        ("atan2(y, x)", r"\mathrm{atan2}(y, x)"),
        ("2*pi*x + e", r"2 \pi x + e"),
        ("0.1*x", "0.1 x"),
        ("1e-7*x", "10^{{-}7} x"),
        ("2.5e-8*x", r"2.5 \cdot 10^{{-}8} x"),
        ("2*1e-7*x", r"2 \cdot 10^{{-}7} x"),
        ("1e5*x", "100000 x"),
        ("1e20*x", "10^{20} x"),
        ("where(x > 0, x, -x)", CASES % ("x", "x > 0", "{-}x")),
        ("where(x > 0 and y <= 1, x, 0)", CASES % ("x", r"x > 0\text{ and }y \le 1", "0")),
        ("where(not x > 0, x, 0)", CASES % ("x", r"x \le 0", "0")),
        ("2*where(x != 0, x, 1)", r"2 \left(" + CASES % ("x", r"x \ne 0", "1") + r"\right)"),
        ("alpha = 1\nalpha*x", r"\alpha x"),
        ("rate = 1\nrate*x", r"\mathrm{rate} \, x"),
        ("x_max = 1\nx_max*x", r"x_{\mathrm{max}} x"),
        ("a1 = 1\nx*a1", "a_{1} x"),
        ("\u03c3 = 1\n\u03c3*x", r"\sigma x"),
        ("norm(x)", r"\sqrt{x_{0}^{2} + x_{1}^{2}}"),
        ("mean(x)", r"\frac{x_{0} + x_{1}}{2}"),
        ("r = x**2 + y**2\nsin(r)/r", r"\frac{\sin(x^{2} + y^{2})}{x^{2} + y^{2}}"),
    ],
)
def test_formulas(text: str, expected: str) -> None:
    assert parse(text).latex() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x0**2 + x1**2", ("2 x_{0}", "2 x_{1}")),
        ("x**2/20 + y**2", ("0.1 x", "2 y")),
        ("x**3/3", ("x^{2}",)),
        ("x**2/7", (r"\frac{2 x}{7}",)),
        ("x*x*x", ("3 x^{2}",)),
        ("0.01*x**2 + 0.1*x", ("0.02 x + 0.1",)),
        (
            "a = 1.0\n(a - x0)**2 + 100*(x1 - x0**2)**2",
            (
                "{-}2 (a - x_{0}) - 400 x_{0} (x_{1} - x_{0}^{2})",
                "200 (x_{1} - x_{0}^{2})",
            ),
        ),
        ("sin(x)*y", (r"y \cos(x)", r"\sin(x)")),
        ("cos(x)", (r"{-}\sin(x)",)),
        ("exp(-x**2/2)", (r"{-}x e^{{-}\frac{x^{2}}{2}}",)),
        ("log(x)", (r"\frac{1}{x}",)),
        ("x/y", (r"\frac{1}{y}", r"{-}\frac{x}{y^{2}}")),
        ("norm(x)", (NORM_SLOPE % 0, NORM_SLOPE % 1)),
        ("x**y", ("y x^{y - 1}", r"x^{y} \ln(x)")),
        ("max(x, y)", (CASES % ("1", r"y \le x", "0"), CASES % ("1", r"x \le y", "0"))),
        ("where(x > 0, x**2, 3)", (CASES % ("2 x", "x > 0", "0"),)),
        ("x if x > 0 else 0.1*x", (CASES % ("1", "x > 0", "0.1"),)),
        ("abs(x)", (r"\mathrm{sign}(x)",)),
        ("sigmoid(x)", (r"\sigma(x) (1 - \sigma(x))",)),
        ("y", ("0", "1")),
    ],
)  # fmt: skip
def test_gradients(text: str, expected: tuple[str, ...]) -> None:
    assert parse(text).gradient_latex() == expected


def test_a_derivative_that_is_no_number_says_so() -> None:
    assert parse("x0/0").latex() == r"\frac{x_{0}}{0}"
    assert parse("x0/0").gradient_latex() == (r"\text{nan}",)


def test_long_sums_are_abbreviated() -> None:
    assert parse("sum(x**2)", 50).latex() == (
        r"x_{0}^{2} + x_{1}^{2} + x_{2}^{2} + \cdots + x_{49}^{2}"
    )


def test_what_would_fill_pages_is_left_out() -> None:
    text = "r = x0 + 1\n" + "r = sin(r)*r + cos(r)\n" * 40 + "r"
    formula = parse(text)
    assert len(formula.latex()) < 10_000
    assert r"\cdots" in formula.latex()
    assert all(len(partial) < 10_000 for partial in formula.gradient_latex())


EXPRESSIONS = st.recursive(
    st.sampled_from(["x0", "x1", "2", "-0.5", "a", "pi"]),
    lambda inner: st.one_of(
        st.builds(
            str.format,
            st.sampled_from(["sin({})", "-({})", "({})**2", "sqrt({})", "exp({})", "abs({})"]),
            inner,
        ),
        st.builds(
            str.format,
            st.sampled_from(
                ["({})+({})", "({})-({})", "({})*({})", "({})/({})", "({})**({})",
                 "where(x0 > 0, {}, {})", "max({}, {})"]
            ),
            inner,
            inner,
        ),
    ),
    max_leaves=10,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(EXPRESSIONS)
def test_brackets_and_braces_are_balanced(text: str) -> None:
    formula = parse(f"a = 2\n({text}) + 0*x0")
    for latex in (formula.latex(), *formula.gradient_latex()):
        assert latex
        for opening, closing in ("{}", "()", (r"\left", r"\right"), (r"\begin", r"\end")):
            assert latex.count(opening) == latex.count(closing)
        assert "- -" not in latex
        assert "+ {-}" not in latex
        assert "--" not in latex
