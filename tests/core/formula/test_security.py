"""Nothing typed is run, nothing brings the process down, everything ends in a clear answer."""

from __future__ import annotations

import builtins
import warnings
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fuzzing import examples
from gradviz.core.formula import Formula, FormulaError, parse
from gradviz.core.formula.source import MAX_LENGTH

if TYPE_CHECKING:
    from pathlib import Path

PIECES = [
    "x0", "x1", "x", "y", "2", "0.5", "1e9", "a", "np.", "sin", "sum", "where", "norm", "max",
    "(", ")", "[", "]", "{", "}", "+", "-", "*", "/", "**", "//", "%", "@", "=", "==", "<",
    ">", ",", ":", ";", ".", " ", "\n", "\t", "\r\n", "    ", "if ", " else ", "def f(x):",
    "return ", "lambda x:", "for ", " in ", "not ", " and ", "import ", "numpy", "'", '"',
    "'''", "#", "\\", "\\\n", "²", "π", "×", "−", "√", "^", "_", "!", "$", "\x00", "é", "関",
    "x[0]", "x[-1]", "x[1:]", "len(x)", "True", "None", "...", ":=", "async ",
]  # fmt: skip


def check(text: str) -> None:
    """Read `text`, and use what comes out of it in every way there is."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = read(text)
    if isinstance(found, FormulaError):
        start, end = found.span
        assert 0 <= start <= end <= len(text)
        assert found.message
    else:
        use(found)


def read(text: str) -> Formula | FormulaError:
    try:
        return parse(text)
    except FormulaError as error:
        return error


def use(formula: Formula) -> None:
    compiled = formula.compiled()
    point = [0.5] * formula.dimension + [p.value for p in formula.parameters]
    assert type(compiled.value(*point)) is float
    assert len(compiled.gradient(*point)) == formula.dimension
    assert formula.latex()
    assert len(formula.gradient_latex()) == formula.dimension


@examples(300)
@given(st.text(max_size=60))
@example("\ud800")
@example("x0 + '\ud800'")
@example("# \ud800\nx0")
@example("x0 \x0c + 1")
@example("ﬁ = 1\nfi*x0")
@example("x\u0305 + 1")
@example("٣*x0")
@example("x0²³⁻")
def test_any_text(text: str) -> None:
    check(text)


@examples(600)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("x0**2 if x0 else 3")
@example("'\\d' '\\N{x}'\nx0")
@example("0xfor x in 1")
@example("1_000if x0 else 2")
@example("x[1:][0] + x[::-1][0]")
@example("x[::0]")
@example("sum([])")
@example("sum(x[5:])")
@example("def f(): return 1")
@example("def f(x, x): return x")
@example("lambda x=1: x")
@example("def f(x, a=y): return x")
@example("def f(x):\n  def g(x): return x\n  return g(x)")
@example("return")
@example("pass")
@example("@f\ndef f(x): return x")
@example("x, y = y, x\nx")
@example("a, b = x\na")
@example("a, *b = x\na")
@example("x[0] = 3\nx0")
@example("f.a = 3\nx0")
@example("import numpy.linalg as la\nla.norm(x)")
@example("from numpy import *\nsum(x)")
@example("f'{x0:{x1}}'")
@example("f = lambda x: lambda y: x")
@example("(lambda x: x)(x0)")
@example("x0 = x0 + 1\nx0")
@example("x = 2*x\nx")
@example("x += 1\nx")
@example("a: float\nx0")
@example("if x: 1")
@example("if 1 > 0: x0")
@example("where([1 > 0, x0 > 1], x, 0)")
@example("sum(where([1 > 0, x0 > 1], x, 0))")
@example("arange(1e9)")
@example("arange(-1)")
@example("sum(arange(10)*x)")
@example("sum(arange(60)*x)")
@example("dot(x, arange(len(x)))")
@example("sum(x) + len([x0, x1])")
@example("max(x, [1, 2, 3])")
@example("np.linalg(x)")
@example("np")
@example("np.pi.real")
@example("sum(x).sum()")
@example("x.sum(1)")
@example("1.5.real")
@example("[[1, 2], [3, 4]] @ x")
@example("x.T.T.T.sum()")
def test_any_pieces_of_code(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 5000 + "x0" + ")" * 5000,
        "[" * 5000,
        "-" * 9000 + "x0",
        "not " * 2000 + "x0",
        "~" * 9000 + "x0",
        "x0" + "**x0" * 2000,
        "x0" + "**-x0" * 1500,
        "sin(" * 2000 + "x0",
        "lambda: " * 1000 + "x0",
        "x0 if x0 > 0 else " * 500 + "x0",
        "x0" + ".a" * 4000,
        "x0" + "[0]" * 3000,
        "x0" + "(0)" * 3000,
        "x0" + "+x0" * 3300,
        "x0" + "<x0" * 3000,
        "x0" + " and x0" * 1400,
        "[" + "x0," * 3000 + "]",
        "f(" + "x0," * 3000 + ")",
        "a=1\n" * 2400 + "x0",
        "".join(" " * i + "if x0 > 0:\n" for i in range(100)) + " " * 100 + "x0",
        "if x0 > 0: r = 1\nelse: r = 2\n" * 40 + "x0",
        "if x0 > x1: r = x0\n" * 60 + "x0",
        "9" * 9000 + "*x0",
        "10**10**10**10*x0",
        "9**9**9**9**9**9*x0",
        "x0**" + "9" * 300,
        "1e99999*x0",
        "sum(" + "+".join(["x**2"] * 1000) + ")",
        "r = x0\n" + "r = r*r\n" * 1200 + "r",
        "r = x\n" + "r = r*r + r\n" * 600 + "sum(r)",
        "\x00" * 9000,
        "'" * 9000,
        "'''" + "x" * 9000,
        "\\\n" * 4000 + "x0",
        "\n" * 9000 + "x0",
        "#" * 9000,
        "x" * 9000,
        "²" * 9000,
        "π" * 9000,
        "x0" + "²" * 3000,
        "x0" * 100_000,
        "(" * 1_000_000,
        " " * 1_000_000,
    ],
    ids=lambda text: f"{text[:12]!r}...{len(text)}",
)
def test_excesses(text: str) -> None:
    check(text)


def test_the_length_is_limited() -> None:
    assert parse("x0" + " " * (MAX_LENGTH - 2)).dimension == 1
    with pytest.raises(FormulaError, match="at most 10000"):
        parse("x0" + " " * (MAX_LENGTH - 1))


@pytest.mark.parametrize(
    "template",
    [
        "open({path!r}, 'w')",
        "__import__('pathlib').Path({path!r}).touch()",
        "exec(\"open({path!r}, 'w')\")",
        "eval(\"open({path!r}, 'w')\")",
        "().__class__.__base__.__subclasses__()",
        "import os\nos.mkdir({path!r})",
        "from os import mkdir\nmkdir({path!r})",
        "np.save({path!r}, x)",
        "np.__builtins__",
        "np.f2py.os.mkdir({path!r})",
        "x0.__class__.__init__.__globals__",
        "sin.__globals__",
        "(lambda: open({path!r}, 'w'))()",
        "[open({path!r}, 'w') for _ in [1]]",
        "f\"{{open({path!r}, 'w')}}\"",
        "def f(x=open({path!r}, 'w')): return x0",
        "def f(x: open({path!r}, 'w')): return x",
        "@open({path!r}, 'w')\ndef f(x): return x",
        "class A(open({path!r}, 'w')): pass",
        "a = open({path!r}, 'w')\nx0",
        "'''' + open({path!r}, 'w')'''\nx0",
        "x0 if open({path!r}, 'w') else x1",
        "where(open({path!r}, 'w'), x0, x1)",
        "raise SystemExit",
        "exit()",
        "breakpoint()",
        "input()",
        "while True: pass",
        "assert False",
        "__builtins__ = 1.0\nx0*__builtins__",
        "v0 = 2.0\nt0 = 3.0\np0 = 4.0\nv0*t0*p0*x0",
        "again = 1.0\nagain/x0",
        "function = 1.0\nfunction*x0",
        "nan = 1.0\ninf = 2.0\nnan*inf*x0",
    ],
)
def test_nothing_typed_is_run(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "made"
    monkeypatch.setattr(builtins, "open", lambda *_, **__: path.touch())
    check(template.format(path=str(path)))
    assert not path.exists()


def test_names_that_generated_code_uses_may_be_typed() -> None:
    compiled = parse("v0 = 2.0\nt0 = 3.0\nagain = 4.0\nnan = 5.0\nv0*t0*again*nan*x0").compiled()
    assert compiled.value(1.0, 2.0, 3.0, 4.0, 5.0) == 120.0
