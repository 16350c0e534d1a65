"""Lines of arithmetic: numbers in templates, plain text, LaTeX that reads back."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.core.differences import Method
from gradviz.core.working.equations import Equation, exact_latex, filled, plain
from gradviz.core.working.stencils import SCHEMES


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_latex_reads_back_to_the_same_float(value: float) -> None:
    text = exact_latex(value).replace("{-}", "-").replace(r" \cdot 10^{", "e").rstrip("}")
    text = text.replace("10^{", "1e")
    assert float(text) == value
    assert math.copysign(1.0, float(text)) == math.copysign(1.0, value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (math.nan, r"\text{nan}"),
        (-math.inf, r"{-}\infty"),
        (1e-7, "10^{{-}7}"),
        (-2.5e30, r"{-}2.5 \cdot 10^{30}"),
    ],
)
def test_latex_of_unusual_numbers(value: float, text: str) -> None:
    assert exact_latex(value) == text


@pytest.mark.parametrize(
    ("template", "numbers", "text"),
    [
        ("#1 - #2", (-1.0, -2.0), "-1.0 - (-2.0)"),
        ("(#1)^{2}", (-3.0,), "(-3.0)^{2}"),
        (r"#1 \cdot #1", (-0.0,), r"-0.0 \cdot (-0.0)"),
        ("= #1", (-1.0,), "= -1.0"),
        ("#1 + #2", (math.nan, -math.inf), "nan + (-inf)"),
    ],
)
def test_numbers_are_put_in_brackets_where_they_need_them(
    template: str, numbers: tuple[float, ...], text: str
) -> None:
    assert filled(template, numbers, repr) == text


def test_a_power_of_ten_is_put_in_brackets_where_it_is_divided_by() -> None:
    assert filled("#1 / #2", (1.0, 2e-9), lambda v: f"{v:g}×10") == "1×10 / (2e-09×10)"


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"x_{0} = #1 - #2 \cdot #3", "x0 = #1 - #2*#3"),
        (r"\sqrt{\hat{v}_{12}}", "sqrt(v_hat12)"),
        (r"\frac{\partial f}{\partial x_{i}} \approx f", "df/dx_i ~ f"),
        (r"x_{i} \leftarrow x_{i} - \eta\,\frac{g_{i}}{\sqrt{s_{i}} + 10^{{-}7}}",
         "x_i <- x_i - eta g_i/(sqrt(s_i) + 10**-7)"),
        (r"1 - \beta_{1}^{t}", "1 - beta1**t"),
    ],
)  # fmt: skip
def test_plain_text(latex: str, text: str) -> None:
    assert plain(latex) == text


def test_plain_text_of_every_scheme_has_nothing_of_latex_left() -> None:
    texts = [plain(scheme.formula) for scheme in SCHEMES.values()]
    texts += [plain(label) for scheme in SCHEMES.values() for label in scheme.labels]
    assert not [text for text in texts if set(text) & set("\\{}")]
    assert plain(SCHEMES[Method.CENTRAL].formula) == (
        "df/dx_i ~ (f(x + h e_i) - f(x - h e_i))/(2h)"
    )


def test_a_line_breaks_between_its_terms_and_not_within_brackets() -> None:
    line = Equation("x_{0}", r"#1 - #2 \cdot (#3 + #4)", (1.0, 2.0, 3.0, 4.0), -13.0)
    assert line.terms() == ("x_{0} = #1", r"{} - #2 \cdot (#3 + #4)")
    assert line.text() == "x0 = 1.0 - 2.0*(3.0 + 4.0) = -13.0"
    assert line.latex("&") == r"x_{0} &= 1.0 - 2.0 \cdot (3.0 + 4.0) = {-}13.0"


def test_a_mere_value_is_told_with_its_name() -> None:
    line = Equation(r"\mu", "", (), 0.9)
    assert (line.text(), line.latex("&")) == ("mu = 0.9", r"\mu &= 0.9")
