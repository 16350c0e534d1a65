"""Operators of the syntax tree: arithmetic, comparisons, conditions."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from gradviz.core.formula.conditions import (
    AND,
    EQUAL,
    GREATER,
    GREATER_EQUAL,
    LESS,
    LESS_EQUAL,
    NOT,
    NOT_EQUAL,
    OR,
    WHERE,
)
from gradviz.core.formula.errors import ErrorCode, FormulaError
from gradviz.core.formula.graph import Constant, Node, Operation, apply, constant
from gradviz.core.formula.hints import Hint
from gradviz.core.formula.operators import ADD, DIVIDE, MULTIPLY, NEGATE, SUBTRACT, typed_power
from gradviz.core.formula.vectors import Value, Vector, is_condition

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.formula.evaluator import Evaluator

_ARITHMETIC: dict[type[ast.operator], Operation] = {
    ast.Add: ADD,
    ast.Sub: SUBTRACT,
    ast.Mult: MULTIPLY,
    ast.Div: DIVIDE,
}
_COMPARISONS: dict[type[ast.cmpop], Operation] = {
    ast.Lt: LESS,
    ast.LtE: LESS_EQUAL,
    ast.Gt: GREATER,
    ast.GtE: GREATER_EQUAL,
    ast.Eq: EQUAL,
    ast.NotEq: NOT_EQUAL,
}
_LOGIC: dict[type[ast.AST], Operation] = {
    ast.And: AND,
    ast.Or: OR,
    ast.BitAnd: AND,
    ast.BitOr: OR,
}
_OPERATOR_SIGNS: dict[type[ast.AST], tuple[str, Hint]] = {
    ast.Mod: ("%", Hint.REST),
    ast.FloorDiv: ("//", Hint.FLOOR),
    ast.LShift: ("<<", Hint.NONE),
    ast.RShift: (">>", Hint.NONE),
    ast.BitXor: ("^", Hint.NONE),
    ast.Invert: ("~", Hint.NONE),
    ast.Is: ("is", Hint.COMPARE),
    ast.IsNot: ("is not", Hint.COMPARE_UNEQUAL),
    ast.In: ("in", Hint.NONE),
    ast.NotIn: ("not in", Hint.NONE),
}


class Operators:
    """Evaluates operators for an evaluator of expressions."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator

    def binary(self, node: ast.BinOp) -> Value:
        """Return the value of arithmetic on two operands."""
        # A long sum leans to the left: follow it down in a loop, not by recursion.
        chain = [node]
        while isinstance(chain[-1].left, ast.BinOp):
            chain.append(chain[-1].left)
        left = self._evaluator.evaluate(chain[-1].left)
        for step in reversed(chain):
            left = self._combine(step, left, self._evaluator.evaluate(step.right))
        return left

    def _combine(self, node: ast.BinOp, left: Value, right: Value) -> Value:
        self._evaluator.spend(1, node)
        operator = type(node.op)
        if operator in _LOGIC:
            return self._combine_conditions(node, left, right)
        self._evaluator.check_numbers(left, node.left)
        self._evaluator.check_numbers(right, node.right)
        if operator in _ARITHMETIC:
            operation = _ARITHMETIC[operator]
            return self._evaluator.apply(lambda a, b: apply(operation, a, b), node, left, right)
        if operator is ast.Pow:
            return self._evaluator.apply(typed_power, node, left, right)
        if operator is ast.MatMult:
            for side, value in ((node.left, left), (node.right, right)):
                if not isinstance(value, Vector):
                    raise self._evaluator.error(ErrorCode.VECTOR_NEEDED, side, name="@")
            if isinstance(left, Vector) and isinstance(right, Vector):
                return self._evaluator.scalar_product(left, right, node)
        sign, hint = _OPERATOR_SIGNS.get(operator, ("?", Hint.NONE))
        span = self._evaluator.source.between(node.left, node.right)
        raise FormulaError(ErrorCode.UNSUPPORTED_OPERATOR, span, hint, operator=sign)

    def _combine_conditions(self, node: ast.BinOp, left: Value, right: Value) -> Value:
        sign, word = ("&", "and") if isinstance(node.op, ast.BitAnd) else ("|", "or")
        if not is_condition(left) or not is_condition(right):
            code, hint = ErrorCode.UNSUPPORTED_OPERATOR, Hint.BETWEEN_CONDITIONS
            span = self._evaluator.source.between(node.left, node.right)
            raise FormulaError(code, span, hint, operator=sign, word=word)
        operation = _LOGIC[type(node.op)]
        return self._evaluator.apply(lambda a, b: apply(operation, a, b), node, left, right)

    def unary(self, node: ast.UnaryOp) -> Value:
        """Return the value of a sign or of `not`."""
        if isinstance(node.op, ast.Not):
            return self._evaluator.apply(
                lambda a: apply(NOT, a), node, self._evaluator.conditions(node.operand)
            )
        if isinstance(node.op, ast.Invert):
            value = self._evaluator.evaluate(node.operand)
            if not is_condition(value):
                raise self._evaluator.error(ErrorCode.UNSUPPORTED_OPERATOR, node, operator="~")
            return self._evaluator.apply(lambda a: apply(NOT, a), node, value)
        value = self._evaluator.numbers(node.operand)
        if isinstance(node.op, ast.UAdd):
            return value
        if isinstance(node.operand, ast.Constant) and isinstance(value, Constant):
            return constant(-value.value)
        return self._evaluator.apply(lambda a: apply(NEGATE, a), node, value)

    def compare(self, node: ast.Compare) -> Value:
        """Return a comparison, or a chain of comparisons that all have to hold."""
        operands = [node.left, *node.comparators]
        values = [self._evaluator.numbers(operand) for operand in operands]
        result: Value | None = None
        for i, operator in enumerate(node.ops):
            if type(operator) not in _COMPARISONS:
                sign, hint = _OPERATOR_SIGNS[type(operator)]
                span = self._evaluator.source.between(operands[i], operands[i + 1])
                raise FormulaError(ErrorCode.UNSUPPORTED_OPERATOR, span, hint, operator=sign)
            operation = _COMPARISONS[type(operator)]
            pair = self._evaluator.apply(_applying(operation), node, values[i], values[i + 1])
            result = (
                pair
                if result is None
                else self._evaluator.apply(_applying(AND), node, result, pair)
            )
        if result is None:
            raise self._evaluator.error(ErrorCode.SYNTAX, node)
        return result

    def logic(self, node: ast.BoolOp) -> Value:
        """Return conditions joined by `and` or `or`."""
        operation = _LOGIC[type(node.op)]
        result, *others = [self._evaluator.conditions(value) for value in node.values]
        for other in others:
            result = self._evaluator.apply(_applying(operation), node, result, other)
        return result

    def choice(self, node: ast.IfExp) -> Value:
        """Return ``a if condition else b``."""
        condition = self._evaluator.conditions(node.test)
        values = self._evaluator.numbers(node.body), self._evaluator.numbers(node.orelse)
        return self._evaluator.apply(_applying(WHERE), node, condition, *values)


def _applying(operation: Operation) -> Callable[..., Node]:
    return lambda *arguments: apply(operation, *arguments)
