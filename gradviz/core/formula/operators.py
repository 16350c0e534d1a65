"""Arithmetic on nodes, and the constructors that keep derivatives short.

What was typed is kept exactly as typed (`graph.apply`), so that it is computed in the order of
operations of the text. Derivatives are built with the constructors of this module instead, which
simplify: numbers are collected in front, ``x + 0``, ``1*x`` and ``x**1`` are x, like terms are
added, and ``0*u`` is 0 even where u is not finite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradviz.core.formula.conditions import NONZERO, NOT_NEGATIVE, ONE, ZERO
from gradviz.core.formula.graph import (
    Apply,
    Constant,
    Node,
    Operation,
    Partial,
    apply,
    constant,
    is_applied,
    parts,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Partials = Callable[[tuple[Node, ...], Node], tuple[Partial, ...]]

TWO = constant(2.0)
HALF = constant(0.5)
MINUS_ONE = constant(-1.0)


def _arithmetic(name: str, spelling: str, partials: Partials, *, raises: bool = False) -> Operation:
    return Operation(
        name=name,
        scalar=spelling,
        array=spelling,
        analytic=spelling,
        partials=partials,
        raises=raises,
    )


ADD = _arithmetic("+", "({0} + {1})", lambda _, __: (Partial(ONE), Partial(ONE)))
SUBTRACT = _arithmetic("-", "({0} - {1})", lambda _, __: (Partial(ONE), Partial(MINUS_ONE)))
MULTIPLY = _arithmetic("*", "({0} * {1})", lambda a, _: (Partial(a[1]), Partial(a[0])))
DIVIDE = _arithmetic(
    "/",
    "({0} / {1})",
    lambda a, node: (Partial(over(ONE, a[1])), Partial(negative(over(node, a[1])))),
    raises=True,
)
NEGATE = _arithmetic("negative", "(-{0})", lambda _, __: (Partial(MINUS_ONE),))
SQUARE = Operation(
    name="square",
    scalar="({0} * {0})",
    array="square({0})",
    analytic="({0} * {0})",
    partials=lambda a, _: (Partial(times(TWO, a[0])),),
)
POWER = Operation(
    name="**",
    scalar="pow({0}, {1})",
    array="power({0}, {1})",
    analytic="power({0}, {1})",
    partials=lambda a, node: _power_partials(a, node),  # noqa: PLW0108 - defined below
    raises=True,
)


def is_number(node: Node, value: float | None = None) -> bool:
    """Return whether `node` is a plain number (not pi or e), and equal to `value` if given."""
    return isinstance(node, Constant) and not node.name and (value is None or node.value == value)


def plain(node: Node) -> float | None:
    """Return the value of a plain number, or None."""
    return node.value if isinstance(node, Constant) and not node.name else None


def _fraction(node: Node) -> Sequence[Node] | None:
    """Return (p, q) for p/q, but None for chains of fractions, which may be long."""
    pair = parts(node, DIVIDE)
    return None if pair is None or any(is_applied(part, DIVIDE) for part in pair) else pair


# --- sums -------------------------------------------------------------------------------------


def plus(a: Node, b: Node) -> Node:
    """Return a + b, simplified: terms that differ by a number only are added up."""
    number, rest = coefficient(b)
    if number == 0.0 and is_number(rest):
        return a
    if is_number(a, 0.0):
        return b
    merged = _merge(a, number, rest)
    if merged is not None:
        return merged
    if number < 0.0:
        return apply(SUBTRACT, a, scaled(-number, rest))
    return apply(ADD, a, b)


def _merge(total: Node, number: float, rest: Node, terms: int = 8) -> Node | None:
    """Return ``total + number*rest`` if one of the last terms of `total` is like `rest`."""
    own, own_rest = coefficient(total)
    if own_rest is rest:
        return scaled(own + number, rest)
    for operation, sign in ((ADD, 1.0), (SUBTRACT, -1.0)):
        if (pair := parts(total, operation)) is not None:
            own, own_rest = coefficient(pair[1])
            if own_rest is rest:
                return plus(pair[0], scaled(sign * own + number, rest))
            merged = _merge(pair[0], number, rest, terms - 1) if terms else None
            return None if merged is None else plus(merged, scaled(sign * own, own_rest))
    return None


def minus(a: Node, b: Node) -> Node:
    """Return a - b, simplified."""
    return plus(a, negative(b))


def negative(a: Node) -> Node:
    """Return -a, simplified."""
    number, rest = coefficient(a)
    return scaled(-number, rest)


# --- products ---------------------------------------------------------------------------------


def coefficient(node: Node) -> tuple[float, Node]:
    """Return (c, rest) with node = c*rest and c the number in front; 1 if there is none."""
    number = 1.0
    while isinstance(node, Apply):
        if node.operation is NEGATE:
            number, node = -number, node.arguments[0]
        elif node.operation is MULTIPLY and (left := plain(node.arguments[0])) is not None:
            number, node = number * left, node.arguments[1]
        elif node.operation is MULTIPLY and (right := plain(node.arguments[1])) is not None:
            number, node = number * right, node.arguments[0]
        elif node.operation is DIVIDE and not is_applied(node.arguments[0], DIVIDE):
            top, rest = coefficient(node.arguments[0])
            return number * top, node if top == 1.0 else apply(DIVIDE, rest, node.arguments[1])
        else:
            break
    value = plain(node)
    return (number, node) if value is None else (number * value, ONE)


def scaled(number: float, rest: Node) -> Node:
    """Return number*rest, where `rest` has no number in front."""
    if number == 0.0:
        return ZERO
    if rest is ONE:
        return constant(number)
    if number == 1.0:
        return rest
    if (pair := parts(rest, DIVIDE)) is not None:
        return _quotient(scaled(number, pair[0]), pair[1])
    if number == -1.0:
        return apply(NEGATE, rest)
    return apply(MULTIPLY, constant(number), rest)


def times(a: Node, b: Node) -> Node:
    """Return a*b, simplified: numbers collected in front, one fraction, powers of one base."""
    first, left = coefficient(a)
    second, right = coefficient(b)
    if (pair := _fraction(left)) is not None:
        return over(times(times(constant(first * second), pair[0]), right), pair[1])
    if (pair := _fraction(right)) is not None:
        return over(times(times(constant(first * second), left), pair[0]), pair[1])
    return scaled(first * second, _product(left, right))


def _product(a: Node, b: Node) -> Node:
    """Return a*b for a and b without numbers in front: equal factors become powers."""
    product: Node | None = None
    for factor in [*_factors(a), *_factors(b)]:
        if factor is not ONE:
            product = factor if product is None else _with_factor(product, factor)
    return ONE if product is None else product


def _factors(node: Node, most: int = 12) -> list[Node]:
    """Return the factors of a product in order; beyond `most` the first is a product itself."""
    factors: list[Node] = []
    while len(factors) < most and (pair := parts(node, MULTIPLY)) is not None:
        factors.append(pair[1])
        node = pair[0]
    return [node, *reversed(factors)]


def _with_factor(product: Node, factor: Node) -> Node:
    """Return product*factor; a factor that is there already gets a higher power."""
    factors = _factors(product)
    base, exponent = _base_and_exponent(factor)
    for i, other in enumerate(factors):
        other_base, other_exponent = _base_and_exponent(other)
        if other_base is base and exponent and other_exponent:
            factors[i] = power(base, constant(exponent + other_exponent))
            return _chain(factors)
    return apply(MULTIPLY, product, factor)


def _base_and_exponent(node: Node) -> tuple[Node, int]:
    """Return (base, n) with node = base**n and n a positive whole number; n is 0 if hopeless."""
    if (pair := parts(node, SQUARE)) is not None:
        return pair[0], 2
    if (pair := parts(node, POWER)) is not None:
        number = plain(pair[1])
        whole = number is not None and number > 0.0 and number.is_integer()
        return (pair[0], int(number)) if whole and number is not None else (node, 0)
    return node, 1


def _chain(factors: list[Node]) -> Node:
    product = factors[0]
    for factor in factors[1:]:
        product = apply(MULTIPLY, product, factor)
    return product


def over(a: Node, b: Node) -> Node:
    """Return a/b, simplified: one fraction, its number in the numerator."""
    if is_number(a, 0.0) or b is ONE:
        return a
    if (pair := _fraction(a)) is not None:
        return over(pair[0], times(pair[1], b))
    if (pair := _fraction(b)) is not None:
        return over(times(a, pair[1]), pair[0])
    number, rest = coefficient(b)
    if number == -1.0:
        return over(negative(a), rest)
    return _quotient(a, b)


def _quotient(a: Node, b: Node) -> Node:
    """Return a/b for a and b without fractions; numbers are divided if the result is short."""
    first, left = coefficient(a)
    second, right = coefficient(b)
    if left is right and second != 0.0:
        left = right = ONE
    number = first / second if second != 0.0 else float("nan")
    if second != 1.0 and _is_short(number):
        first, second = number, 1.0
    bottom = scaled(second, right)
    top = scaled(first, left)
    return top if bottom is ONE else apply(DIVIDE, top, bottom)


def _is_short(number: float) -> bool:
    """Return whether a quotient is better read as a decimal than as a fraction."""
    return len(f"{abs(number)!r}".removesuffix(".0")) <= 4  # noqa: PLR2004 - 0.25, 2.5, 1000


def power(base: Node, exponent: Node) -> Node:
    """Return base**exponent, simplified: the exponents 0 and 1 vanish, 2 is a square."""
    number = plain(exponent)
    if number == 0.0:
        return ONE
    if number == 1.0:
        return base
    return typed_power(base, exponent)


def typed_power(base: Node, exponent: Node) -> Node:
    """Return base**exponent as typed; a square is a multiplication, as NumPy does it."""
    if is_number(exponent, 2.0):
        return apply(SQUARE, base)
    return apply(POWER, base, exponent)


def _power_partials(arguments: tuple[Node, ...], node: Node) -> tuple[Partial, ...]:
    """Differentiate base**exponent.

    With respect to the base 0 where the exponent is 0; with respect to the exponent 0 where the
    power itself is 0.
    """
    base, exponent = arguments
    slope = times(exponent, power(base, minus(exponent, ONE)))
    logarithm = times(node, apply(LOGARITHM, base))
    if isinstance(exponent, Constant):
        return (Partial(slope), Partial(logarithm))
    positive = isinstance(base, Constant) and base.value > 0.0
    return (
        Partial(slope, apply(NONZERO, exponent)),
        Partial(logarithm, None if positive else apply(NONZERO, node)),
    )


LOGARITHM = Operation(
    name="log",
    scalar="log({0})",
    array="log({0})",
    analytic="analytic_log({0})",
    partials=lambda a, _: (Partial(over(ONE, apply(NOT_NEGATIVE, a[0]))),),
    latex=r"\ln",
    raises=True,
)


def is_sum_of_squares(node: Node) -> bool:
    """Return whether a number is plainly a sum of squares, so that it is smooth where it is 0."""
    waiting = [node]
    while waiting:
        term = waiting.pop()
        if isinstance(term, Apply) and term.operation in {ADD, MULTIPLY, DIVIDE}:
            waiting.extend(term.arguments)
        elif isinstance(term, Constant):
            if term.value < 0.0:
                return False
        elif _base_and_exponent(term)[1] % 2 or not _base_and_exponent(term)[1]:
            return False
    return True
