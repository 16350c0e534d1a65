"""Syntax tree to graph: a whitelist of expressions. What is not listed here is refused."""

from __future__ import annotations

import ast
import difflib
from typing import TYPE_CHECKING

from gradviz.core.formula.arithmetic import Operators
from gradviz.core.formula.calls import Calls
from gradviz.core.formula.conditions import EQUAL
from gradviz.core.formula.emit import constant_values
from gradviz.core.formula.errors import ErrorCode, FormulaError
from gradviz.core.formula.functions import CONSTANTS, NAMES
from gradviz.core.formula.graph import Node, apply, constant, reachable
from gradviz.core.formula.hints import Hint, Thing
from gradviz.core.formula.operators import MULTIPLY
from gradviz.core.formula.variables import MAX_DIMENSION, Variables, too_many_variables
from gradviz.core.formula.vectors import LengthError, Value, Vector, dot, elementwise, is_condition

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.formula.source import Source

MAX_OPERATIONS = 3_000
MAX_DEPTH = 80

_REFUSED: dict[type[ast.AST], Thing] = {
    ast.ListComp: Thing.COMPREHENSION,
    ast.SetComp: Thing.COMPREHENSION,
    ast.DictComp: Thing.COMPREHENSION,
    ast.GeneratorExp: Thing.COMPREHENSION,
    ast.Dict: Thing.DICTIONARY,
    ast.Set: Thing.SET,
    ast.Lambda: Thing.FUNCTION,
    ast.Await: Thing.AWAIT,
    ast.Yield: Thing.YIELD,
    ast.YieldFrom: Thing.YIELD,
    ast.NamedExpr: Thing.WALRUS,
    ast.Starred: Thing.STAR,
    ast.Slice: Thing.SLICE,
}


class ResizeError(Exception):
    """The vector of all variables meets a list: it must have as many components."""

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length


class Evaluator:
    """Builds the graph of expressions.

    Parameters
    ----------
    source : Source
        Where the expressions come from.
    variables : Variables
        The names that are variables.
    assigned : set of str
        Every name that gets a value somewhere in the text.
    resizable : bool
        Whether the number of variables may still be adapted to a list.

    Attributes
    ----------
    names : dict of str to Value
        Values of parameters and local names, as far as assigned.
    modules : set of str
        Names of modules whose functions are known.
    pinned : bool
        Whether a list has fixed the number of variables.
    """

    def __init__(
        self, source: Source, variables: Variables, assigned: set[str], *, resizable: bool
    ) -> None:
        self.source = source
        self.variables = variables
        self.names: dict[str, Value] = {}
        self.modules = {"np", "numpy", "math"}
        self.pinned = False
        self._assigned = assigned
        self._resizable = resizable
        self._spent = 0
        self._depth = 0
        calls, operators = Calls(self), Operators(self)
        self._handlers: dict[type[ast.AST], Callable[..., Value]] = {
            ast.Constant: self._constant,
            ast.Name: self._name,
            ast.BinOp: operators.binary,
            ast.UnaryOp: operators.unary,
            ast.Compare: operators.compare,
            ast.BoolOp: operators.logic,
            ast.IfExp: operators.choice,
            ast.Call: calls.call,
            ast.Attribute: calls.attribute,
            ast.Subscript: self._subscript,
            ast.List: self._list,
            ast.Tuple: self._list,
        }

    # --- what the rest of the parser asks for

    def evaluate(self, node: ast.expr) -> Value:
        """Return the number, vector, condition or conditions that an expression stands for."""
        handler = self._handlers.get(type(node))
        if handler is None:
            what = _REFUSED.get(type(node), Thing.THIS)
            hint = Hint.SUM_OVER_VECTOR if what is Thing.COMPREHENSION else Hint.NONE
            raise self.error(ErrorCode.UNSUPPORTED_EXPRESSION, node, hint, what=what)
        self._depth += 1
        self.spend(1, node)
        if self._depth > MAX_DEPTH:
            raise self.error(ErrorCode.TOO_DEEP, node)
        try:
            return handler(node)
        finally:
            self._depth -= 1

    def numbers(self, node: ast.expr) -> Value:
        """Return a number or a vector of numbers."""
        return self.check_numbers(self.evaluate(node), node)

    def check_numbers(self, value: Value, node: ast.expr) -> Value:
        """Return `value`, the value of `node`, if it consists of numbers."""
        if is_condition(value):
            code, hint = ErrorCode.CONDITION_AS_NUMBER, Hint.USE_WHERE
            raise self.error(code, node, hint, text=self.source.typed(node))
        return value

    def number(self, node: ast.expr) -> Node:
        """Return a single number."""
        value = self.numbers(node)
        if isinstance(value, Vector):
            code, hint = ErrorCode.VECTOR_AS_NUMBER, Hint.COMPONENTS
            raise self.error(code, node, hint, count=len(value))
        return value

    def vector(self, node: ast.expr, name: str) -> Vector:
        """Return a vector of numbers, for the function called `name`."""
        value = self.numbers(node)
        if not isinstance(value, Vector):
            raise self.error(ErrorCode.VECTOR_NEEDED, node, name=name)
        return value

    def conditions(self, node: ast.expr) -> Value:
        """Return a condition or several."""
        value = self.evaluate(node)
        if not is_condition(value):
            name = self.source.typed(node)
            raise self.error(
                ErrorCode.CONDITION_NEEDED, node, name=name if name.isidentifier() else "x0"
            )
        return value

    def apply(self, operation: Callable[..., Node], node: ast.AST, *values: Value) -> Value:
        """Return an operation of numbers or, component by component, of vectors."""
        try:
            result = elementwise(operation, *values)
        except LengthError as error:
            raise self._length_error(error, node) from None
        if isinstance(result, Vector):
            self.spend(len(result), node)
            vectors = [value for value in values if isinstance(value, Vector)]
            self.pinned |= result.flexible and not all(vector.flexible for vector in vectors)
        return result

    def fixed_number(self, node: ast.expr) -> float:
        """Return a number that depends on no variable or parameter."""
        number = self.number(node)
        value = constant_values(reachable([number])).get(number)
        if value is None:
            raise self.error(ErrorCode.BAD_INDEX, node)
        return value

    def scalar_product(self, a: Vector, b: Vector, node: ast.AST) -> Node:
        """Return the scalar product of two vectors."""
        self.apply(lambda p, q: apply(MULTIPLY, p, q), node, a, b)
        return dot(a, b)

    def static(self, node: Node) -> bool | None:
        """Return whether a condition that depends on no variable holds, None for others."""
        value = constant_values(reachable([node])).get(node)
        return None if value is None else bool(value)

    def known(self, name: str, span: tuple[int, int]) -> Value | None:
        """Return the value of a name, if it has one."""
        found = self.names.get(name)
        return self.variables.find(name, span) if found is None else found

    def spend(self, operations: int, node: ast.AST) -> None:
        """Count operations and refuse formulas that need too many."""
        self._spent += operations
        if self._spent > MAX_OPERATIONS:
            raise self.error(ErrorCode.TOO_LARGE, node)

    def error(
        self, code: ErrorCode, node: ast.AST, hint: Hint = Hint.NONE, **values: object
    ) -> FormulaError:
        """Return the error for a node of the syntax tree."""
        return FormulaError(code, self.source.span(node), hint, **values)

    def suggestion(self, name: str, candidates: list[str]) -> str:
        """Return what was probably meant, or ""."""
        if name.lower() in candidates:
            return name.lower()
        close = difflib.get_close_matches(name, candidates, n=1, cutoff=0.7)
        return close[0] if close else ""

    # --- leaves

    def _constant(self, node: ast.Constant) -> Value:
        if isinstance(node.value, bool):
            return apply(EQUAL, constant(0.0), constant(0.0 if node.value else 1.0))
        if isinstance(node.value, int | float):
            return constant(float(node.value))
        if isinstance(node.value, complex):
            raise self.error(ErrorCode.COMPLEX_NUMBER, node)
        if isinstance(node.value, str | bytes):
            raise self.error(ErrorCode.TEXT, node)
        raise self.error(ErrorCode.UNSUPPORTED_EXPRESSION, node, what=Thing.THIS)

    def _name(self, node: ast.Name) -> Value:
        value = self._named(node)
        if isinstance(value, Vector) and value.flexible:
            self.variables.whole = True
        return value

    def _named(self, node: ast.Name) -> Value:
        found = self.known(node.id, self.source.span(node))
        if found is not None:
            return found
        if node.id in self._assigned:
            raise self.error(ErrorCode.USED_BEFORE_ASSIGNED, node, name=node.id)
        if node.id in CONSTANTS:
            return CONSTANTS[node.id]
        if node.id in NAMES:
            raise self.error(ErrorCode.FUNCTION_WITHOUT_CALL, node, Hint.CALL, name=node.id)
        arguments = self.variables.arguments or ("x0", "x1", "x", "y", "z")
        meant = self.suggestion(node.id, [*arguments, *self.names, *CONSTANTS, *NAMES])
        hint = Hint.MEANT if meant else Hint.PARAMETER
        raise self.error(ErrorCode.UNKNOWN_NAME, node, hint, name=node.id, meant=meant)

    def _list(self, node: ast.List | ast.Tuple) -> Value:
        if not node.elts:
            raise self.error(ErrorCode.UNSUPPORTED_EXPRESSION, node, what=Thing.EMPTY_LIST)
        return Vector(tuple(self.number(element) for element in node.elts))

    def _subscript(self, node: ast.Subscript) -> Value:
        named = isinstance(node.value, ast.Name)
        value = self._named(node.value) if isinstance(node.value, ast.Name) else None
        value = self.numbers(node.value) if value is None else value
        if not isinstance(value, Vector):
            name = self.source.typed(node.value)
            raise self.error(ErrorCode.VECTOR_NEEDED, node.value, name=f"{name}[...]")
        if isinstance(node.slice, ast.Slice):
            self.variables.whole |= named and value.flexible
            ends = (node.slice.lower, node.slice.upper, node.slice.step)
            start, stop, step = (None if end is None else self._index(end) for end in ends)
            if step == 0:
                raise self.error(ErrorCode.BAD_INDEX, node)
            selected = value.components[start:stop:step]
            if not selected:
                raise self.error(ErrorCode.UNSUPPORTED_EXPRESSION, node, what=Thing.EMPTY_VECTOR)
            return Vector(selected)
        index = self._index(node.slice)
        if value.flexible and index < 0:
            self.variables.whole = True
        if value.flexible and index >= MAX_DIMENSION:
            raise too_many_variables(self.source.span(node))
        if not -len(value) <= index < len(value):
            code = ErrorCode.INDEX_OUT_OF_RANGE
            raise self.error(code, node, index=index, count=len(value))
        return self.variables.component(value, index)

    def _index(self, node: ast.expr) -> int:
        sign = 1
        inner = node
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            sign, inner = -1, node.operand
        if not isinstance(inner, ast.Constant) or type(inner.value) is not int:
            raise self.error(ErrorCode.BAD_INDEX, node)
        return sign * inner.value

    def _length_error(self, error: LengthError, node: ast.AST) -> Exception:
        first, second = error.first, error.second
        if self._resizable and first.flexible != second.flexible:
            return ResizeError(len(second) if first.flexible else len(first))
        return self.error(ErrorCode.VECTOR_LENGTHS, node, first=len(first), second=len(second))
