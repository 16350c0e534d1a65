"""What can be typed, and what it means."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradviz.core.formula import MAX_DIMENSION, FormulaError, parse

FUNCTION_2 = """
def function_2(x):
    return x[0]**2 + x[1]**2
"""
FUNCTION_2_ANY = """
def function_2(x):
    if x.ndim == 1:
        return np.sum(x**2)
    else:
        return np.sum(x**2, axis=1)
"""
ROSENBROCK = "a = 1.0\nb = 100\n(a - x0)**2 + b*(x1 - x0**2)**2"
BOWL = [
    "x0**2 + x1**2",
    "x[0]**2 + x[1]**2",
    "x**2 + y**2",
    "np.sum(x**2)",
    "sum(x**2)",
    "numpy.sum(x**2)",
    "np.sum(x**2, axis=0)",
    "(x**2).sum()",
    "dot(x, x)",
    "np.dot(x, x)",
    "x.dot(x)",
    "x @ x",
    "x.T @ x",
    "norm(x)**2",
    "np.linalg.norm(x)**2",
    "mean(x**2) * len(x)",
    "mean(x**2) * x.size",
    "mean(x**2) * x.shape[0]",
    "sum([x0**2, x1**2])",
    "np.sum(np.array([x0, x1])**2)",
    "x[-2]**2 + x[-1]**2",
    "sum(x[:1]**2) + sum(x[1:]**2)",
    "x[0]**2 + sum(x[1:]**2)",
    "square(x0) + np.power(x1, 2)",
    "pow(x0, 2) + math.pow(x1, 2)",
    FUNCTION_2,
    FUNCTION_2_ANY,
    "import numpy as np\n" + FUNCTION_2,
    "import numpy\nfrom math import sin, pi\n" + FUNCTION_2_ANY,
    "import numpy as jnp\njnp.sum(x**2)",
    "def f(x, y):\n    return x**2 + y**2",
    "def f(x0, x1):\n    return x0**2 + x1**2",
    "def f(u, v): return u**2 + v**2",
    "def f(p):\n    x, y = p\n    return x**2 + y**2",
    "def f(v: np.ndarray) -> float:\n    '''Square.'''\n    return sum(v**2);",
    "x0, x1 = x\nx0**2 + x1**2",
    "lambda x: x[0]**2 + x[1]**2",
    "lambda x, y: x**2 + y**2",
    "f = lambda x: x[0]**2 + x[1]**2",
    "f = x0**2 + x1**2",
    "z = x**2 + y**2",
    "r = x0**2\ns = x1**2\nr + s",
    "r = x0**2\nr += x1**2\nr",
    "r: float = x0**2 + x1**2\nreturn r",
    "x0**2 + x1**2  # the bowl\n",
    "x0**2 + x1**2;",
    "(x0**2\n + x1**2)",
    "x0**2 + \\\n x1**2",
    "  \t x0**2 + x1**2",
    "\n\n   r = x0**2\n   r + x1**2\n\n",
    "\tdef f(x):\n\t\ty = x[0]**2\n        \treturn y + x[1]**2",
    "def f(x):\r\n    return x[0]**2 + x[1]**2\r\n",
    "def f(x):\r    return x[0]**2 + x[1]**2",
    "x₀² + x₁²",
    "x² + y²",
    "x0**2 + x1**2".translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)}),
    "x0·x0 + x1×x1",
    "x0**2 − (−x1**2)",
    "x0⁴ ÷ x0² + x1²",
    "x0**2 + x1**2\ufeff",
    "x0**2 + x1**2 if x0 < 0 else x0",
    "where(x0 < 0, x0**2 + x1**2, 0)",
    "np.where((x0 < 0) & (x1 > 0), x0**2 + x1**2, 0)",
    "where(not (x0 > 0 or x1 < 0), x0**2 + x1**2, 0)",
    "where(-5 < x0 <= -3 and x1 == 4, x0**2 + x1**2, 0)",
    "x0**2 + x1**2 if -5 ≤ x0 ≤ 5 else 0",
    "if x0 > 0:\n    return x0\nelif x1 > 0:\n    return x0**2 + x1**2\nelse:\n    return 7",
    "def f(x):\n    if x[0] > 0:\n        return 0\n    return x[0]**2 + x[1]**2",
    "def f(x):\n    r = x[1]**2\n    if x[0] < 0:\n        r = r + x[0]**2\n    return r",
    "def f(x):\n    if True:\n        return sum(x**2)",
    "# -*- coding: utf-8 -*-\n'''関数'''\n" + FUNCTION_2,
]


@pytest.mark.parametrize("text", BOWL)
def test_every_way_to_type_the_bowl_gives_the_bowl(text: str) -> None:
    formula = parse(text)
    assert formula.dimension == 2
    assert formula.parameters == ()
    assert formula.compiled().value(-3.0, 4.0) == pytest.approx(25.0, rel=1e-15)
    assert formula.compiled().gradient(-3.0, 4.0) == pytest.approx((-6.0, 8.0), rel=1e-14)


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("0.01*x**2 + 0.1*x", ("x",)),
        ("x0", ("x0",)),
        ("x1**2", ("x0", "x1")),
        ("y**2", ("x", "y")),
        ("x*z", ("x", "y", "z")),
        ("x[2]", ("x0", "x1", "x2")),
        ("x3 + x[1]", ("x0", "x1", "x2", "x3")),
        ("lambda t: t**2", ("t",)),
        ("lambda w: w[0]*w[1]", ("w0", "w1")),
        ("def f(u, v): return v", ("u", "v")),
        ("max(x, 0)", ("x",)),
        ("max(x)", ("x0", "x1")),
        ("sum([x, y])", ("x", "y")),
        ("r = x**2\nsum(r)", ("x0", "x1")),
        ("r = x**2\nr + 1", ("x",)),
        (f"x{MAX_DIMENSION - 1}", tuple(f"x{i}" for i in range(MAX_DIMENSION))),
    ],
)
def test_variables_are_named_as_typed(text: str, variables: tuple[str, ...]) -> None:
    assert parse(text).variables == variables


@pytest.mark.parametrize("dimension", [1, 2, 3, MAX_DIMENSION])
@pytest.mark.parametrize("text", ["sum(x**2)", FUNCTION_2_ANY, "sum(arange(len(x))*x)"])
def test_a_flexible_formula_takes_as_many_variables_as_asked_for(text: str, dimension: int) -> None:
    formula = parse(text, dimension)
    assert formula.flexible
    assert formula.dimension == dimension


def test_an_index_sets_the_least_dimension_of_a_flexible_formula() -> None:
    assert parse("x[3] + sum(x**2)", 2).dimension == 4
    assert parse("x[3] + sum(x**2)", 6).dimension == 6


def test_the_dimension_asked_for_does_not_change_other_formulas() -> None:
    formula = parse(FUNCTION_2, 7)
    assert formula.dimension == 2
    assert not formula.flexible


def test_a_list_fixes_the_dimension() -> None:
    formula = parse("dot(x, [1, 2, 3])")
    assert formula.dimension == 3
    assert not formula.flexible
    assert not parse("dot(x, [1, 2])").flexible


def test_numbers_alone_on_a_line_are_parameters() -> None:
    text = "a = 1.5\nb=-2e-3\nc = pi/2\nn = +3\nr = 2*a\n(r + b*x0 + c)**n"
    parameters = parse(text).parameters
    assert [(p.name, p.value) for p in parameters] == [
        ("a", 1.5),
        ("b", -2e-3),
        ("c", math.pi / 2),
        ("n", 3.0),
    ]
    assert [text[slice(*p.span)] for p in parameters] == ["1.5", "-2e-3", "pi/2", "+3"]


@pytest.mark.parametrize(
    "text",
    [
        "a*x0 + b\na = 1.5\nb = pi",
        "def f(x): return a*x[0] + b\na = 1.5\nb = pi",
        "r = a*x0\nr + b\na, b = 1.5, pi",
    ],
)
def test_parameters_may_stand_below_the_formula(text: str) -> None:
    assert [(p.name, p.value) for p in parse(text).parameters] == [("a", 1.5), ("b", math.pi)]


def test_parameters_are_arguments_of_the_compiled_functions() -> None:
    compiled = parse(ROSENBROCK).compiled()
    assert compiled.parameters == ("a", "b")
    assert compiled.value(-1.0, 2.0, 1.0, 100.0) == 4.0 + 100.0
    assert compiled.value(-1.0, 2.0, 3.0, 10.0) == 16.0 + 10.0


def test_default_arguments_are_parameters() -> None:
    formula = parse("def f(x, a=1.0, b=2):\n    return a*x[0] + b*x[1]")
    assert formula.variables == ("x0", "x1")
    assert [(p.name, p.value) for p in formula.parameters] == [("a", 1.0), ("b", 2.0)]


def test_several_parameters_on_one_line() -> None:
    formula = parse("a, b = 1, 100\n(a - x0)**2 + b*x1**2")
    assert [(p.name, p.value) for p in formula.parameters] == [("a", 1.0), ("b", 100.0)]


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("2**3**2*x", (1.0,), 512.0),
        ("-x**2", (3.0,), -9.0),
        ("2**-x", (1.0,), 0.5),
        ("7/2*x", (1.0,), 3.5),
        ("1/3*x", (3.0,), 1.0),
        ("x*10**20", (1.0,), 1e20),
        ("e**x", (1.0,), math.e),
        ("cos(π*x)", (1.0,), -1.0),
        ("2·π·x", (1.0,), 2 * math.pi),
        ("e = 2.0\ne*x", (5.0, 2.0), 10.0),
        ("np.e*x + math.pi - numpy.pi", (1.0,), math.e),
        ("min(x, 2, 1) + max([x, 7])", (5.0,), 8.0),
        ("prod(x)", (3.0, 4.0), 12.0),
        ("np.average(x)", (3.0, 4.0), 3.5),
        ("np.inner([1, 2], x)", (3.0, 4.0), 11.0),
        ("sum(where(x > 0, x, 0))", (-3.0, 4.0), 4.0),
        ("sum(np.clip(x, -1, 1))", (-3.0, 4.0), 0.0),
        ("x0 if x0 > 3 else 2 if x0 > 2 else 1 if x0 > 1 else 0", (1.5,), 1.0),
        ("sum(arange(2)*x)", (3.0, 4.0), 4.0),
        ("sum(np.arange(1, 3)*x)", (3.0, 4.0), 11.0),
        ("1_000*x", (2.0,), 2000.0),
        ("max(np.abs(x))", (-3.0, 2.0), 3.0),
        ("1if x>0else 2", (3.0,), 1.0),
    ],
)
def test_values(text: str, at: tuple[float, ...], expected: float) -> None:
    assert parse(text).compiled().value(*at) == pytest.approx(expected, rel=1e-15)


FUNCTIONS = {
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "asin": np.arcsin,
    "acos": np.arccos,
    "atan": np.arctan,
    "arcsin": np.arcsin,
    "arccos": np.arccos,
    "arctan": np.arctan,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "tanh": np.tanh,
    "exp": np.exp,
    "log": np.log,
    "log2": np.log2,
    "log10": np.log10,
    "log1p": np.log1p,
    "expm1": np.expm1,
    "sqrt": np.sqrt,
    "cbrt": np.cbrt,
    "abs": np.abs,
    "fabs": np.fabs,
    "absolute": np.absolute,
    "sign": np.sign,
    "floor": np.floor,
    "ceil": np.ceil,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "relu": lambda x: np.maximum(x, 0),
    "softplus": lambda x: np.log(1 + np.exp(x)),
}


@pytest.mark.parametrize("prefix", ["", "np.", "numpy.", "math."])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions_of_one_number(name: str, prefix: str) -> None:
    compiled = parse(f"{prefix}{name}(x)").compiled()
    grid = np.linspace(-3.1, 3.1, 41)
    with np.errstate(all="ignore"):
        expected = FUNCTIONS[name](grid)
    np.testing.assert_allclose(compiled.value_array(grid), expected, rtol=1e-14)
    np.testing.assert_allclose([compiled.value(float(x)) for x in grid], expected, rtol=1e-14)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("atan2(x0, x1)", np.arctan2),
        ("np.arctan2(x0, x1)", np.arctan2),
        ("maximum(x0, x1)", np.maximum),
        ("np.minimum(x0, x1)", np.minimum),
        ("min(x0, x1)", np.minimum),
        ("max(x0, x1)", np.maximum),
        ("clip(x0, x1, 1)", lambda a, b: np.minimum(np.maximum(a, b), 1)),
        ("where(x0 > x1, x0, 2*x1)", lambda a, b: np.where(a > b, a, 2 * b)),
        ("norm(x)", np.hypot),
    ],
)
def test_functions_of_two_numbers(text: str, reference: np.ufunc) -> None:
    compiled = parse(text).compiled()
    a, b = np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-2, 2, 9))
    expected = reference(a, b)
    np.testing.assert_allclose(compiled.value_array(a, b), expected, rtol=1e-15)
    scalar = [compiled.value(float(p), float(q)) for p, q in zip(a.flat, b.flat, strict=True)]
    np.testing.assert_allclose(scalar, expected.ravel(), rtol=1e-15)


def test_book_code_gives_the_numbers_of_the_book_bit_for_bit() -> None:
    def function_2(x: np.ndarray) -> np.float64:
        return x[0] ** 2 + x[1] ** 2

    value = parse(FUNCTION_2).compiled().value
    for x in np.random.default_rng(0).normal(scale=1e3, size=(500, 2)):
        assert value(float(x[0]), float(x[1])) == function_2(x)


def test_a_long_sum_is_read() -> None:
    formula = parse(" + ".join(f"(x0 - {i})**2" for i in range(200)))
    assert formula.compiled().value(0.0) == sum(i**2 for i in range(200))


def test_too_many_variables_asked_for() -> None:
    with pytest.raises(FormulaError, match="At most 50 variables"):
        parse("sum(x)", MAX_DIMENSION + 1)


@pytest.mark.parametrize(
    "text",
    [
        "(1 - x0)**2\n  + 100*(x1 - x0**2)**2",
        "(a - x0)**2\n\t+ 100*(x1 - x0**2)**2\na = 1.0",
    ],
)
def test_an_indented_line_that_begins_with_a_sign_goes_on(text: str) -> None:
    formula = parse(text)
    values = [parameter.value for parameter in formula.parameters]
    assert formula.compiled().value(-1.5, 2.0, *values) == 2.5**2 + 100 * 0.25**2


def test_a_line_that_begins_with_a_sign_may_stand_alone() -> None:
    formula = parse("a = 2\n-a*x0")
    assert formula.compiled().value(3.0, 2.0) == -6.0
