"""Mistakes: the kind, the exact place, a sentence, and a hint."""

from __future__ import annotations

import pickle
import string

import pytest

from gradviz.core.formula import ErrorCode, FormulaError, parse
from gradviz.core.formula.errors import SENTENCES


def error_of(text: str) -> FormulaError:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    return caught.value


# The place is marked in the text: what stands between the marks is the span.
MISTAKES = [
    ("«»", "empty", "x0**2 + x1**2"),
    ("«  \n # nothing\n»", "empty", "x0**2"),
    ("x0«^»2", "caret", "`**`"),
    ("«2x0»", "implicit-multiplication", "`2*x0`"),
    ("1 + «2 x0»", "implicit-multiplication", "`2*x0`"),
    ("«2(»x0 + 1)", "implicit-multiplication", "`2*(`"),
    ("(x0 + 1«)x1»", "implicit-multiplication", ""),
    ("«(x0 + 1)(x1 - 1)»", "implicit-multiplication", "`*`"),
    ("«3sin»(x0)", "implicit-multiplication", "`3*sin`"),
    ("«x0 x1»", "implicit-multiplication", "`x0*x1`"),
    ("«2π»*x0", "implicit-multiplication", "`2*pi`"),
    ("«2e»*x0", "implicit-multiplication", "`2*e`"),
    ("«sinn»(x0)", "unknown-function", "Did you mean `sin`?"),
    ("«np.sinn»(x0)", "unknown-function", "Did you mean `sin`?"),
    ("«print»(x0)", "unknown-function", "Leave `print` out"),
    ("«exec»('x0')", "unknown-function", ""),
    ("x0 «+»", "unfinished", "after `+`"),
    ("x0**2 «-»\n", "unfinished", "after `-`"),
    ("x0 + «*» x1", "missing-operand", ""),
    ("x0* «*»2", "missing-operand", "`**`, without a space"),
    ("«*»x0", "missing-operand", ""),
    ("abs(x0 «-»)", "missing-operand", ""),
    ("«|»x0|", "missing-operand", "abs(x0)"),
    ("«(»x0 + 1", "bracket-not-closed", "`)`"),
    ("np.sum«(»x**2", "bracket-not-closed", "`)`"),
    ("x«[»0", "bracket-not-closed", "`]`"),
    ("x0 + 1«)»", "bracket-not-opened", ""),
    ("(x0 + 1«]»", "bracket-not-opened", ""),
    ("where(x0 «=» 0, 1, 2)", "single-equals", "`==`"),
    ("x0 if x0 «=» 1 else 2", "single-equals", "`==`"),
    ("def f(x):\n  if x[0] «=» 1: return 2\n  return x[0]", "single-equals", "`==`"),
    ("«f(x)» = x**2", "assignment-to-call", "alone"),
    ("«x0**2 + x1**2» = 0", "assignment-to-call", "alone"),
    ("where(«x0», 1, 2)", "condition-needed", ""),
    ("«x0» and x1 > 0", "condition-needed", ""),
    ("(«x0 > 0»)*2", "condition-as-number", "where(x0 > 0, 1, 0)"),
    ("«x0 == 0»", "condition-as-number", "where"),
    ("«True»", "condition-as-number", ""),
    ("«x0» = 3\nx0**2", "variable-assigned", "start"),
    ("a = 1\n«a» = 2\na*x0", "parameter-twice", ""),
    ("«a = 1»\n", "no-expression", "x0**2 + x1**2"),
    ("x0**2\n«+ x1**2»", "several-expressions", "brackets"),
    ("def f(x):\n  return x[0]\n«f(3)»", "several-expressions", "alone"),
    ("def f(x): return x[0]\n«def g(x): return x[1]»", "several-functions", ""),
    ("def f(x):\n  «x[0]**2»", "no-return", "`return`"),
    ("def f(x):\n  «if x[0] > 0: return 1»", "no-return", "else"),
    ("«x0, x1»", "several-values", ""),
    ("«0,5*x0»", "several-values", "`0.5`"),
    ("x0 + «foo_bar»", "unknown-name", "`foo_bar = 1.0`"),
    ("«cosx0» + 1", "unknown-name", "Did you mean `cos`?"),
    ("x0 + «X1»", "unknown-name", "Did you mean `x1`?"),
    ("def f(x, y): return «x0»", "unknown-name", ""),
    ("«r»*x0\nr = x0**2", "used-before-assigned", ""),
    ("«sin» + x0", "function-without-call", "sin(...)"),
    ("«sin» x0", "function-without-call", "`sin(x0)`"),
    ("«√»x0", "function-without-call", "`sqrt(x0)`"),
    ("«x0»(x1 + 1)", "not-a-function", "`x0*(...)`"),
    ("«pi»(x0)", "not-a-function", "`pi*(...)`"),
    ("«sin(x0, 1)»", "argument-count", ""),
    ("«where(x0 > 0, 1)»", "argument-count", "where(condition"),
    ("«atan2(x0)»", "argument-count", "atan2(y, x)"),
    ("«max()»", "argument-count", ""),
    ("sum(x, «foo=1»)", "keyword-argument", ""),
    ("x + «x0»", "mixed-variables", "x0, x1, ..."),
    ("sum(x) + «y»", "mixed-variables", ""),
    ("«x50»", "too-many-variables", ""),
    ("1 + «x[50]»", "too-many-variables", ""),
    ("«5»", "no-variable", ""),
    ("dot(x, «3»)", "vector-needed", ""),
    ("norm(«x0»)", "vector-needed", ""),
    ("«[1, 2]»", "vector-as-number", "sum(...)"),
    ("lambda x: «x**2 + x[0]»", "vector-as-number", "sum(...)"),
    ("«dot([1, 2], [x0, x1, 3])»", "vector-lengths", ""),
    ("x[«x0»]", "bad-index", ""),
    ("x[«0.5»]", "bad-index", ""),
    ("«[x0, x1][2]»", "index-out-of-range", ""),
    ("«1.2.3»*x0", "bad-number", ""),
    ("«007»*x0", "bad-number", "`7`"),
    ("«1e400»*x0", "number-too-large", ""),
    ("«3j»*x0", "complex-number", ""),
    ("x0 + «'a'»", "text", ""),
    ("«'a'»", "text", ""),
    ("x0 + «'»a", "text", ""),
    ("x0 «%» 2", "unsupported-operator", "floor"),
    ("x0 «//» 2", "unsupported-operator", "floor"),
    ("x0 «&» x1", "unsupported-operator", "`and`"),
    ("where(x0 «is» 1, 2, 3)", "unsupported-operator", "`==`"),
    ("where(x0 «<>» 1, 2, 3)", "unsupported-operator", "`!=`"),
    ("«import os»\nx0", "unsupported-import", ""),
    ("«import matplotlib.pyplot as plt»\nx0", "unsupported-import", ""),
    ("«from os import system»\nx0", "unsupported-import", ""),
    ("«x0.real»", "unsupported-attribute", ""),
    ("«x0.__class__»", "unsupported-attribute", ""),
    ("«for i in x: pass»", "unsupported-statement", "sum(x**2)"),
    ("«while True: pass»", "unsupported-statement", ""),
    ("«class A: pass»", "unsupported-statement", ""),
    ("«[t for t in x0]»", "unsupported-expression", "sum(x**2)"),
    ("sum«(t for t in x)»", "unsupported-expression", "sum(x**2)"),
    ("«{}»", "unsupported-expression", ""),
    ("def f(*«x»): return x", "unsupported-expression", ""),
    ("«x0 if x0 > 0»", "syntax", "else"),
    ("def f(x):\n«return x[0]»", "bad-indentation", ""),
    ("x0«!»", "bad-character", "Factorials"),
    ("«$»x0$", "bad-character", "dollar"),
    ("x0«\0»", "bad-character", ""),
    ("x0«\ud800»", "bad-character", ""),
    ("x0 + «∞»", "bad-character", "Infinity"),
]


@pytest.mark.parametrize(("marked", "code", "hint"), MISTAKES)
def test_mistakes(marked: str, code: str, hint: str) -> None:
    text = marked.replace("«", "").replace("»", "")
    error = error_of(text)
    start, end = marked.index("«"), marked.index("»") - 1
    assert error.code == code
    assert error.span == (start, end), text[slice(*error.span)]
    assert hint in error.hint
    assert error.message
    assert "{" not in error.message + error.hint


@pytest.mark.parametrize(
    "before",
    [
        "    ",
        "\t",
        "# 関数 (\n",
        "'''二\n次'''\n",
        "import numpy as np\r\n",
        "a = 1.0\r\n\r\n",
        "\u03b1 = 2\n",
    ],
)
@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("x0² + «2x1»", "implicit-multiplication"),
        ("x₀ × «sinn»(x1)", "unknown-function"),
        ("π*x0 + (2 − «foo»)", "unknown-name"),
        ("x0**2 +  (\n\t«x1 > 0»)", "condition-as-number"),
    ],
)
def test_places_are_those_of_the_text_typed(before: str, marked: str, code: str) -> None:
    text = before + marked.replace("«", "").replace("»", "")
    error = error_of(text)
    expected = marked[marked.index("«") + 1 : marked.index("»")]
    assert error.code == code
    assert text[slice(*error.span)] == expected
    assert error.span[0] == len(before) + marked.index("«")


def test_places_in_an_indented_function_with_windows_line_ends() -> None:
    text = "\tdef f(x):\r\n\t\t'''√'''\r\n\t\tr = x[0]\r\n\t\treturn r + wrong\r\n"
    error = error_of(text)
    assert error.code is ErrorCode.UNKNOWN_NAME
    assert text[slice(*error.span)] == "wrong"


def test_the_first_mistake_wins() -> None:
    text = "sinn(x0) + coss(x1)"
    assert text[slice(*error_of(text).span)] == "sinn"


def test_every_code_has_a_sentence() -> None:
    assert set(SENTENCES) == set(ErrorCode)
    for sentence in SENTENCES.values():
        assert sentence.endswith(".")


def test_values_are_those_of_the_sentence() -> None:
    for marked, _, _ in MISTAKES:
        error = error_of(marked.replace("«", "").replace("»", ""))
        for template in (SENTENCES[error.code], error.advice):
            fields = {f for _, f, _, _ in string.Formatter().parse(template) if f}
            assert fields <= set(error.values)
        assert error.hint == str(error.advice).format_map(error.values)


def test_an_error_survives_pickling() -> None:
    error = error_of("2x0 + {1}")
    copy = pickle.loads(pickle.dumps(error))
    assert vars(copy) == vars(error)
    assert str(copy) == str(error)
