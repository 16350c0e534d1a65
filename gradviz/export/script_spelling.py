"""How operations are written in a script, and the small functions that it has to bring along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from gradviz.core.formula.conditions import (
    AND,
    DIFFERENT,
    EQUAL,
    GREATER,
    GREATER_EQUAL,
    LESS,
    LESS_EQUAL,
    NONZERO,
    NOT,
    NOT_EQUAL,
    NOT_NEGATIVE,
    OR,
    WHERE,
)
from gradviz.core.formula.functions import FUNCTIONS
from gradviz.core.formula.operators import (
    ADD,
    DIVIDE,
    LOGARITHM,
    MULTIPLY,
    NEGATE,
    POWER,
    SQUARE,
    SUBTRACT,
)
from gradviz.core.formula.special import ATAN2, CLIP, MAXIMUM, MINIMUM, RELU, SQRT

if TYPE_CHECKING:
    from gradviz.core.formula.graph import Operation

CHOICE, EITHER, BOTH, INVERSE, COMPARISON, SUM, PRODUCT, UNARY, POWERED, ATOM = range(10)
"""How tightly Python holds expressions together."""
ANY: Final = CHOICE
LEVELS: Final = {
    CHOICE: (EITHER, EITHER, EITHER),
    EITHER: (EITHER, BOTH),
    BOTH: (BOTH, INVERSE),
    INVERSE: (INVERSE,),
    COMPARISON: (SUM, SUM),
    SUM: (SUM, PRODUCT),
    PRODUCT: (PRODUCT, UNARY),
    UNARY: (UNARY,),
    POWERED: (ATOM, ATOM),
    ATOM: (ANY,),
}
"""How tightly the parts of an expression of each level have to hold together."""


class Spelling(NamedTuple):
    """How an operation is written.

    Attributes
    ----------
    pattern : str
        With ``{0}``, ``{1}``, ... for what it is applied to.
    level : int
        How tightly the result holds together.
    helpers : tuple of str
        Functions that it needs: those of `SCALAR_HELPERS` or `COMPLEX_HELPERS`.
    """

    pattern: str
    level: int = ATOM
    helpers: tuple[str, ...] = ()


_COMMON: Final = {
    ADD: Spelling("{0} + {1}", SUM),
    SUBTRACT: Spelling("{0} - {1}", SUM),
    MULTIPLY: Spelling("{0} * {1}", PRODUCT),
    DIVIDE: Spelling("{0} / {1}", PRODUCT),
    NEGATE: Spelling("-{0}", UNARY),
    SQUARE: Spelling("np.square({0})"),
}
_SIMPLE_SQUARE: Final = Spelling("{0} * {0}", PRODUCT)
_COMPARISONS: Final = {
    LESS: "<",
    LESS_EQUAL: "<=",
    GREATER: ">",
    GREATER_EQUAL: ">=",
    EQUAL: "==",
    NOT_EQUAL: "!=",
    DIFFERENT: "!=",
}
_MATH: Final = {
    **{name: name for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "expm1")},
    **{name: name for name in ("log2", "log10", "log1p", "cbrt")},
    "asin": "arcsin",
    "acos": "arccos",
    "atan": "arctan",
}
"""Functions by their name in `math`, and what NumPy calls them."""


def _operation(name: str) -> Operation:
    found = FUNCTIONS[name].operation
    assert found is not None  # noqa: S101 - all of them take numbers
    return found


_SCALAR: Final = {
    **_COMMON,
    **{o: Spelling(f"{{0}} {sign} {{1}}", COMPARISON) for o, sign in _COMPARISONS.items()},
    **{_operation(name): Spelling(f"{name}({{0}})", ATOM, (name,)) for name in _MATH},
    LOGARITHM: Spelling("log({0})", ATOM, ("log",)),
    ATAN2: Spelling("atan2({0}, {1})", ATOM, ("atan2",)),
    NONZERO: Spelling("{0} != 0", COMPARISON),
    AND: Spelling("{0} and {1}", BOTH),
    OR: Spelling("{0} or {1}", EITHER),
    NOT: Spelling("not {0}", INVERSE),
    WHERE: Spelling("{1} if {0} else {2}", CHOICE),
    NOT_NEGATIVE: Spelling("not_negative({0})", ATOM, ("not_negative",)),
    POWER: Spelling("{0}**{1}", POWERED),
    SQRT: Spelling("np.sqrt({0})"),
    MAXIMUM: Spelling("np.maximum({0}, {1})"),
    MINIMUM: Spelling("np.minimum({0}, {1})"),
    CLIP: Spelling("np.minimum(np.maximum({0}, {1}), {2})"),
    RELU: Spelling("np.maximum({0}, 0.0)"),
    _operation("abs"): Spelling("np.abs({0})"),
    _operation("sign"): Spelling("np.sign({0})"),
    _operation("floor"): Spelling("np.floor({0})"),
    _operation("ceil"): Spelling("np.ceil({0})"),
    _operation("sigmoid"): Spelling("sigmoid({0})", ATOM, ("sigmoid", "exp")),
    _operation("softplus"): Spelling("softplus({0})", ATOM, ("softplus", "exp", "log1p")),
}
_COMPLEX: Final = {
    **_COMMON,
    SQUARE: Spelling("power({0}, 2)", ATOM, ("power",)),
    **{
        o: Spelling(f"np.real({{0}}) {sign} np.real({{1}})", COMPARISON)
        for o, sign in _COMPARISONS.items()
    },
    **{
        _operation(name): Spelling(f"np.{name}({{0}})")
        for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "expm1")
    },
    **{
        _operation(name): Spelling(f"within(np.{array}, {{0}}, {low}, {high})", ATOM, ("within",))
        for name, array, low, high in (
            ("log2", "log2", "0", "np.inf"),
            ("log10", "log10", "0", "np.inf"),
            ("log1p", "log1p", "-1", "np.inf"),
            ("asin", "arcsin", "-1", "1"),
            ("acos", "arccos", "-1", "1"),
        )
    },
    _operation("atan"): Spelling("np.arctan({0})"),
    _operation("cbrt"): Spelling("cbrt({0})", ATOM, ("cbrt",)),
    LOGARITHM: Spelling("within(np.log, {0}, 0, np.inf)", ATOM, ("within",)),
    SQRT: Spelling("within(np.sqrt, {0}, 0, np.inf)", ATOM, ("within",)),
    ATAN2: Spelling("atan2({0}, {1})", ATOM, ("atan2",)),
    NONZERO: Spelling("np.real({0}) != 0", COMPARISON),
    AND: Spelling("np.logical_and({0}, {1})"),
    OR: Spelling("np.logical_or({0}, {1})"),
    NOT: Spelling("np.logical_not({0})"),
    WHERE: Spelling("np.where({0}, {1}, {2})"),
    NOT_NEGATIVE: Spelling("within(np.positive, {0}, 0, np.inf)", ATOM, ("within",)),
    POWER: Spelling("power({0}, {1})", ATOM, ("power",)),
    MAXIMUM: Spelling("maximum({0}, {1})", ATOM, ("maximum",)),
    MINIMUM: Spelling("-maximum(-({0}), -({1}))", UNARY, ("maximum",)),
    CLIP: Spelling("clip({0}, {1}, {2})", ATOM, ("clip",)),
    RELU: Spelling("relu({0})", ATOM, ("relu",)),
    _operation("abs"): Spelling("absolute({0})", ATOM, ("absolute",)),
    _operation("sign"): Spelling("np.sign(np.real({0}))"),
    _operation("floor"): Spelling("np.floor(np.real({0}))"),
    _operation("ceil"): Spelling("np.ceil(np.real({0}))"),
    _operation("sigmoid"): Spelling("sigmoid({0})", ATOM, ("sigmoid", "absolute")),
    _operation("softplus"): Spelling("softplus({0})", ATOM, ("softplus", "absolute")),
}


def spelling_of(
    operation: Operation, *, is_complex: bool = False, is_simple: bool = False
) -> Spelling:
    """Return how an operation is written; `is_simple` if what it is applied to is a name."""
    if operation is SQUARE and is_simple:
        return _SIMPLE_SQUARE
    return (_COMPLEX if is_complex else _SCALAR)[operation]


QUIET: Final = '''\
def quiet(function, numpy_function):
    """Return math's function, and NumPy's nan or inf where that one would raise an error."""

    def value(*x):
        try:
            return np.float64(function(*x))
        except (ValueError, OverflowError, ZeroDivisionError):
            return numpy_function(*x)

    return value
'''
_NUMPY_NAMES: Final = {**_MATH, "log": "log", "atan2": "arctan2"}
_SCALAR_HELPERS: Final = {
    "not_negative": """\
def not_negative(x):
    return x if x >= 0 else np.nan  # the slope of a logarithm ends where the logarithm does
""",
    "sigmoid": """\
def sigmoid(x):
    return 1.0 / (1.0 + exp(-x)) if x >= 0 else exp(x) / (1.0 + exp(x))
""",
    "softplus": """\
def softplus(x):
    return (x if x > 0 else 0.0) + log1p(exp(-abs(x)))
""",
}
_COMPLEX_HELPERS: Final = {
    "within": '''\
def within(function, x, low, high):
    """Return nan where the real part of x is outside of low to high."""
    is_inside = (np.real(x) >= low) & (np.real(x) <= high)
    return np.where(is_inside, function(x), complex(np.nan, np.nan))
''',
    "power": '''\
def power(x, n):
    """Return x**n, by multiplication for small whole n."""
    if np.ndim(n) == 0 and np.isreal(n) and np.real(n) in range(1, 9):
        result = x
        for bit in f"{int(np.real(n)):b}"[1:]:
            result = result * result
            if bit == "1":
                result = result * x
        return result
    is_defined = (np.real(x) >= 0) | (np.real(n) == np.floor(np.real(n)))
    return np.where(is_defined, np.power(x, n), complex(np.nan, np.nan))
''',
    "absolute": """\
def absolute(x):
    return np.sign(np.real(x)) * x
""",
    "maximum": """\
def maximum(a, b):  # a tie is shared
    a_or_both = np.where(np.real(a) < np.real(b), b, 0.5 * (a + b))
    return np.where(np.real(a) > np.real(b), a, a_or_both)
""",
    "clip": """\
def clip(x, low, high):
    x = np.where(np.real(x) < np.real(low), low, x)
    return np.where(np.real(x) > np.real(high), high, x)
""",
    "relu": """\
def relu(x):
    return np.where(np.real(x) > 0, x, np.where(np.isnan(np.real(x)), x, 0.0))
""",
    "cbrt": """\
def cbrt(x):
    sign = np.where(np.real(x) < 0, -1.0, 1.0)
    return sign * np.power(sign * x, 1.0 / 3.0)
""",
    "atan2": """\
def atan2(y, x):
    angle = np.arctan2(np.real(y), np.real(x))
    is_flat = np.abs(np.real(x)) >= np.abs(np.real(y))
    near = np.where(is_flat, np.arctan(y / x), -np.arctan(x / y))
    return near + (angle - near.real)
""",
    "sigmoid": """\
def sigmoid(x):
    small = np.exp(-absolute(x))
    return np.where(np.real(x) >= 0, 1.0 / (1.0 + small), small / (1.0 + small))
""",
    "softplus": """\
def softplus(x):
    return np.where(np.real(x) > 0, x, 0.0) + np.log1p(np.exp(-absolute(x)))
""",
}
HELPER_NAMES: Final = frozenset(
    {"quiet", *_NUMPY_NAMES, *_NUMPY_NAMES.values(), *_SCALAR_HELPERS, *_COMPLEX_HELPERS}
)
"""Names that no variable or parameter may have."""


def helpers_text(helpers: set[str], *, is_complex: bool) -> list[str]:
    """Return the text of each of the functions that expressions need, in an order that works."""
    if is_complex:
        return [text for name, text in _COMPLEX_HELPERS.items() if name in helpers]
    wrapped = [
        f"{name} = quiet(math.{name}, np.{array})"
        for name, array in _NUMPY_NAMES.items()
        if name in helpers
    ]
    texts = [QUIET, "\n".join(wrapped) + "\n"] if wrapped else []
    return texts + [text for name, text in _SCALAR_HELPERS.items() if name in helpers]
