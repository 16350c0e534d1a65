"""Calls of functions and methods, and attributes: the part of the whitelist that has names."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from gradviz.core.formula.conditions import WHERE
from gradviz.core.formula.errors import ErrorCode
from gradviz.core.formula.functions import CONSTANTS, NAMES, Function
from gradviz.core.formula.graph import Node, apply, constant
from gradviz.core.formula.hints import ARGUMENTS, Arguments, Hint
from gradviz.core.formula.operators import (
    ADD,
    DIVIDE,
    MULTIPLY,
    NEGATE,
    SQUARE,
    SUBTRACT,
    typed_power,
)
from gradviz.core.formula.variables import dotted_name
from gradviz.core.formula.vectors import REDUCTIONS, Value, Vector

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.formula.evaluator import Evaluator

MAX_RANGE = 1000

# NumPy's names for what has an operator of its own: (arguments, meaning).
_SPELLED_OUT: dict[str, tuple[int, Callable[..., Node]]] = {
    "power": (2, typed_power),
    "pow": (2, typed_power),
    "float_power": (2, typed_power),
    "square": (1, lambda a: apply(SQUARE, a)),
    "negative": (1, lambda a: apply(NEGATE, a)),
    "add": (2, lambda a, b: apply(ADD, a, b)),
    "subtract": (2, lambda a, b: apply(SUBTRACT, a, b)),
    "multiply": (2, lambda a, b: apply(MULTIPLY, a, b)),
    "divide": (2, lambda a, b: apply(DIVIDE, a, b)),
    "true_divide": (2, lambda a, b: apply(DIVIDE, a, b)),
}
_AS_IT_IS = {"array", "asarray", "float", "float64"}
_METHODS = {"sum", "mean", "prod", "min", "max", "dot"}
_SHAPES = {"where": Hint.WHERE, "clip": Hint.CLIP, "atan2": Hint.ATAN2}
_HINTS = {
    "print": Hint.NO_PRINT,
    "range": Hint.SUM_OVER_VECTOR,
    "diff": Hint.NO_GRADIENT,
    "arcsinh": Hint.ARCSINH,
}


class Calls:
    """Evaluates calls and attributes for an evaluator of expressions."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator

    def call(self, node: ast.Call) -> Value:
        """Return the value of a call."""
        evaluator = self._evaluator
        name, method = self._function_name(node)
        self._check_keywords(node, name)
        if method is not None:
            arguments = [method, *node.args]
            node = ast.copy_location(ast.Call(node.func, arguments, node.keywords), node)
        if name in _AS_IT_IS:
            self._check_count(node, name, 1)
            return evaluator.numbers(node.args[0])
        if name == "len":
            self._check_count(node, name, 1)
            return self._length(node.args[0])
        if name == "arange":
            return self._range(node)
        if name in _SPELLED_OUT:
            count, operation = _SPELLED_OUT[name]
            self._check_count(node, name, count)
            values = [evaluator.numbers(argument) for argument in node.args]
            return evaluator.apply(operation, node, *values)
        return self._call_row(node, name, NAMES[name])

    def attribute(self, node: ast.Attribute) -> Value:
        """Return the value of an attribute: ``np.pi``, ``x.size``, ``x.T``."""
        evaluator = self._evaluator
        module, _, name = dotted_name(node).rpartition(".")
        if module in evaluator.modules:
            if name in CONSTANTS:
                return CONSTANTS[name]
            if name in NAMES:
                raise evaluator.error(ErrorCode.FUNCTION_WITHOUT_CALL, node, Hint.CALL, name=name)
        elif node.attr in {"size", "ndim", "shape", "T"}:
            return self._shape(node)
        raise evaluator.error(ErrorCode.UNSUPPORTED_ATTRIBUTE, node, name=node.attr)

    # --- names

    def _function_name(self, node: ast.Call) -> tuple[str, ast.expr | None]:
        """Return the name of the function called, and the vector whose method it is, if it is."""
        evaluator = self._evaluator
        dotted = dotted_name(node.func)
        if not dotted:
            return self._method(node)
        first, _, rest = dotted.partition(".")
        if rest and first in evaluator.modules:
            return self._known_name(node, rest), None
        if rest:
            return self._method(node)
        value = evaluator.known(first, evaluator.source.span(node.func))
        if value is not None:
            hint = Hint.TIMES_BRACKETS
            raise evaluator.error(ErrorCode.NOT_A_FUNCTION, node.func, hint, name=first)
        return self._known_name(node, first), None

    def _known_name(self, node: ast.Call, name: str) -> str:
        if name in NAMES or name in _SPELLED_OUT or name in _AS_IT_IS or name in {"len", "arange"}:
            return name
        evaluator = self._evaluator
        if name in CONSTANTS:
            hint = Hint.TIMES_BRACKETS
            raise evaluator.error(ErrorCode.NOT_A_FUNCTION, node.func, hint, name=name)
        candidates = [known for known in NAMES if "." not in known]
        meant = evaluator.suggestion(name, candidates)
        hint = _HINTS.get(name, Hint.MEANT if meant else Hint.NONE)
        raise evaluator.error(ErrorCode.UNKNOWN_FUNCTION, node.func, hint, name=name, meant=meant)

    def _method(self, node: ast.Call) -> tuple[str, ast.expr]:
        """Return the name of a method, and the vector whose it is."""
        evaluator = self._evaluator
        function = node.func
        if not isinstance(function, ast.Attribute):
            text = evaluator.source.typed(node)
            shown = text if len(text) <= 30 else f"{text[:30]}…"  # noqa: PLR2004
            hint = Hint.TIMES_BETWEEN
            raise evaluator.error(ErrorCode.IMPLICIT_MULTIPLICATION, node, hint, text=shown)
        if function.attr not in _METHODS:
            evaluator.evaluate(function.value)
            raise evaluator.error(ErrorCode.UNSUPPORTED_ATTRIBUTE, function, name=function.attr)
        evaluator.vector(function.value, function.attr)
        return function.attr, function.value

    # --- arguments

    def _check_keywords(self, node: ast.Call, name: str) -> None:
        """Accept ``axis`` where it changes nothing for one vector, refuse all other options."""
        for keyword in node.keywords:
            axis = keyword.arg == "axis" and name in REDUCTIONS
            if axis and isinstance(keyword.value, ast.Constant | ast.UnaryOp):
                continue
            code, option = ErrorCode.KEYWORD_ARGUMENT, keyword.arg or "**"
            raise self._evaluator.error(code, keyword, name=name, keyword=option)

    def _check_count(self, node: ast.Call, name: str, count: int, most: int | None = None) -> None:
        given = len(node.args)
        if count <= given <= (count if most is None else most):
            return
        several = most is not None and most > count
        expected = Arguments.ONE_OR_MORE if several else ARGUMENTS[count - 1]
        hint = _SHAPES.get(name, Hint.NONE)
        code = ErrorCode.ARGUMENT_COUNT
        raise self._evaluator.error(code, node, hint, name=name, expected=expected, given=given)

    # --- meanings

    def _call_row(self, node: ast.Call, name: str, row: Function) -> Value:
        evaluator = self._evaluator
        if row.operation is not None:
            self._check_count(node, name, row.arity)
            operation = row.operation
            wanted = [evaluator.numbers] * len(node.args)
            if operation is WHERE:
                wanted[0] = evaluator.conditions
            values = [want(argument) for want, argument in zip(wanted, node.args, strict=True)]
            return evaluator.apply(lambda *a: apply(operation, *a), node, *values)
        if row.name == "dot":
            self._check_count(node, name, 2)
            first, second = (evaluator.vector(a, name) for a in node.args)
            return evaluator.scalar_product(first, second, node)
        return self._reduction(node, name, row.name)

    def _reduction(self, node: ast.Call, name: str, canonical: str) -> Value:
        evaluator = self._evaluator
        several = canonical in {"min", "max"}
        self._check_count(node, name, 1, 255 if several else 1)
        reduce = REDUCTIONS[canonical]
        if several and len(node.args) > 1:
            values = [evaluator.numbers(argument) for argument in node.args]
            return evaluator.apply(lambda *items: reduce(items), node, *values)
        vector = evaluator.vector(node.args[0], name)
        evaluator.spend(2 * len(vector), node)
        return reduce(vector.components)

    def _length(self, node: ast.expr) -> Node:
        return constant(len(self._evaluator.vector(node, "len")))

    def _shape(self, node: ast.Attribute) -> Value:
        evaluator = self._evaluator
        if node.attr == "T":
            return evaluator.vector(node.value, "T")
        if node.attr == "ndim":
            return self._dimensions(node)
        length = self._length(node.value)
        return Vector((length,)) if node.attr == "shape" else length

    def _dimensions(self, node: ast.Attribute) -> Node:
        """Return ``x.ndim``, which is 1 for the vector of all variables however long it is."""
        evaluator = self._evaluator
        if isinstance(node.value, ast.Name):
            value = evaluator.known(node.value.id, evaluator.source.span(node.value))
            if value is not None:
                return constant(1.0 if isinstance(value, Vector) else 0.0)
        return constant(1.0 if isinstance(evaluator.evaluate(node.value), Vector) else 0.0)

    def _range(self, node: ast.Call) -> Value:
        """Return ``arange(stop)`` or ``arange(start, stop)`` of whole numbers."""
        evaluator = self._evaluator
        self._check_count(node, "arange", 1, 2)
        bounds = []
        for argument in node.args:
            number = evaluator.fixed_number(argument)
            if not number.is_integer():
                raise evaluator.error(ErrorCode.BAD_INDEX, argument)
            bounds.append(int(number))
        numbers = range(*bounds)
        if not 0 < len(numbers) <= MAX_RANGE:
            raise evaluator.error(ErrorCode.TOO_LARGE, node)
        components = tuple(constant(number) for number in numbers)
        return Vector(components, flexible=evaluator.variables.whole)
