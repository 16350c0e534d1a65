"""Statements: the function pasted, named parameters, local values, and which value is the formula.

Statements are followed in order, as Python would, with graphs for values. A condition that depends
on no variable (the ``x.ndim == 1`` of NumPy code) is decided at once; any other `if` becomes a
`where` of what either branch returns.
"""

from __future__ import annotations

import ast
import math
from typing import TYPE_CHECKING

from gradviz.core.formula.conditions import WHERE
from gradviz.core.formula.definitions import (
    Parameter,
    assigned_names,
    expression_of,
    find_function,
    is_plain_arithmetic,
    is_variable,
    last_expression,
    trimmed,
)
from gradviz.core.formula.emit import constant_values
from gradviz.core.formula.errors import ErrorCode, FormulaError
from gradviz.core.formula.evaluator import Evaluator
from gradviz.core.formula.graph import Node, apply, reachable, symbol
from gradviz.core.formula.hints import Hint
from gradviz.core.formula.variables import Variables, highest_index, vector_names
from gradviz.core.formula.vectors import Value, Vector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.core.formula.source import Source

_MODULES = {"numpy", "math", "numpy.linalg"}
_STATEMENTS: dict[type[ast.stmt], str] = {
    ast.For: "for",
    ast.While: "while",
    ast.ClassDef: "class",
    ast.AsyncFunctionDef: "async",
    ast.With: "with",
    ast.Try: "try",
    ast.Raise: "raise",
    ast.Assert: "assert",
    ast.Delete: "del",
    ast.Global: "global",
    ast.Nonlocal: "nonlocal",
    ast.Break: "break",
    ast.Continue: "continue",
}


class Program:
    """What the statements of a source amount to.

    Parameters
    ----------
    source : Source
        The text, parsed.
    dimension : int
        How many variables a formula of any number of variables gets.
    resizable : bool
        Whether that may be adapted to the length of a list.

    Attributes
    ----------
    root : Node
        The formula.
    variables : tuple of str
        The names of the variables in order.
    parameters : tuple of Parameter
        In order of their first appearance.
    flexible : bool
        Whether the formula takes any number of variables.

    Raises
    ------
    FormulaError
        At the first mistake.
    ResizeError
        If it has to be read again with another dimension.
    """

    def __init__(self, source: Source, dimension: int, *, resizable: bool) -> None:
        self._source = source
        self._parameters: dict[str, Parameter] = {}
        self._branches = 0
        tree = source.tree
        function, arguments = find_function(source)
        vectors = vector_names(source.nodes, set(arguments[:1]) if arguments else {"x"})
        length = max(dimension, highest_index(source.nodes, vectors) + 1)
        variables = Variables(arguments, vectors, length)
        self._evaluator = Evaluator(
            source, variables, assigned_names(source.nodes), resizable=resizable
        )
        self._own = set(arguments or ())
        if function is not None:
            self._read_defaults(function.args)
        result = self._run(self._numbers_first(tree.body))
        self.root = self._checked(result)
        self.variables = variables.names()
        if not self.variables:
            code, hint = ErrorCode.NO_VARIABLE, Hint.USE_VARIABLES
            raise FormulaError(code, trimmed(source.text), hint)
        self.parameters = tuple(self._parameters.values())
        self.flexible = variables.whole and not self._evaluator.pinned and resizable

    # --- the function pasted

    def _read_defaults(self, given: ast.arguments) -> None:
        arguments = given.posonlyargs + given.args
        first = len(arguments) - len(given.defaults)
        for argument, default in zip(arguments[first:], given.defaults, strict=True):
            value = self._parameter_value(default)
            if value is None:
                raise self._error(ErrorCode.BAD_NUMBER, default, text=self._source.typed(default))
            self._add_parameter(argument.arg, value, default, argument)

    # --- statements

    def _numbers_first(self, statements: Sequence[ast.stmt]) -> list[ast.stmt]:
        """Put lines that name a number before all others: they may stand below the formula too."""

        def is_other(statement: ast.stmt) -> bool:
            if not isinstance(statement, ast.Assign):
                return True
            value = statement.value
            values = value.elts if isinstance(value, ast.Tuple) else [value]
            return not all(is_plain_arithmetic(value, self._evaluator) for value in values)

        return sorted(statements, key=is_other)

    def _run(self, statements: Sequence[ast.stmt]) -> Value | None:
        """Follow the statements; return what they return, or else the last expression."""
        result: Value | None = None
        last: ast.expr | None = None
        for i, statement in enumerate(statements):
            rest = statements[i + 1 :]
            if isinstance(statement, ast.Return):
                return self._returned(statement)
            if isinstance(statement, ast.FunctionDef):
                self._refuse_more(rest)
                return self._body(statement)
            if isinstance(statement, ast.If):
                return self._branch(statement, rest)
            expression = expression_of(statement)
            if expression is not None:
                if result is not None and isinstance(last, ast.expr):
                    hint = Hint.SEVERAL_LINES
                    raise self._error(ErrorCode.SEVERAL_EXPRESSIONS, statement, hint)
                result, last = self._value(expression), expression
                if isinstance(expression, ast.Lambda):
                    self._refuse_more(rest)
                continue
            assigned = self._execute(statement)
            if last is None and assigned is not None:
                result = assigned
        return result

    def _body(self, function: ast.FunctionDef) -> Value:
        """Return what the function returns."""
        expressions = [s for s in function.body if expression_of(s) is not None]
        value = self._run([s for s in function.body if s not in expressions])
        returns = any(isinstance(node, ast.Return) for node in ast.walk(function))
        if value is None or not returns:
            for statement in expressions:
                self._evaluator.evaluate(expression_of(statement))  # type: ignore[arg-type]
            hint = Hint.RETURN
            at = function.body[-1]
            raise self._error(ErrorCode.NO_RETURN, at, hint, name=function.name)
        return value

    def _returned(self, statement: ast.Return) -> Value:
        if statement.value is None:
            raise self._error(ErrorCode.NO_RETURN, statement, name="return")
        return self._value(statement.value)

    def _value(self, expression: ast.expr) -> Value:
        """Return the value of what may be the formula."""
        if isinstance(expression, ast.Lambda):
            return self._value(expression.body)
        if isinstance(expression, ast.Tuple) and expression.elts:
            hint = Hint.NONE
            if all(isinstance(e, ast.Constant) for e in expression.elts[:1]):
                hint = Hint.DECIMAL_POINT
            raise self._error(ErrorCode.SEVERAL_VALUES, expression, hint)
        return self._evaluator.evaluate(expression)

    def _execute(self, statement: ast.stmt) -> Value | None:
        """Follow a statement without a value; return the local value it gives to a name."""
        if isinstance(statement, ast.Assign):
            return self._assign(statement)
        if isinstance(statement, ast.AnnAssign):
            if statement.value is None:
                return None
            return self._give(statement.target, statement.value)
        if isinstance(statement, ast.AugAssign):
            read = ast.copy_location(_loaded(statement.target), statement.target)
            sum_ = ast.BinOp(left=read, op=statement.op, right=statement.value)
            return self._give(statement.target, ast.copy_location(sum_, statement))
        if isinstance(statement, ast.Import | ast.ImportFrom):
            self._import(statement)
        elif isinstance(statement, ast.Expr | ast.Pass):
            pass
        else:
            word = _STATEMENTS.get(type(statement), self._source.typed(statement).split()[0])
            hint = Hint.SUM_OVER_VECTOR if word == "for" else Hint.NONE
            raise self._error(ErrorCode.UNSUPPORTED_STATEMENT, statement, hint, word=word)
        return None

    def _refuse_more(self, rest: Sequence[ast.stmt]) -> None:
        """Refuse statements after the function, such as calls of it."""
        for statement in rest:
            if isinstance(statement, ast.Expr) and expression_of(statement) is None:
                continue
            raise self._error(ErrorCode.SEVERAL_EXPRESSIONS, statement, Hint.KEEP_ALONE)

    def _branch(self, statement: ast.If, rest: Sequence[ast.stmt]) -> Value | None:
        evaluator = self._evaluator
        condition = evaluator.conditions(statement.test)
        if isinstance(condition, Vector):
            raise self._error(ErrorCode.VECTOR_AS_NUMBER, statement.test, count=len(condition))
        static = evaluator.static(condition)
        if static is not None:
            return self._run([*(statement.body if static else statement.orelse), *rest])
        names = dict(evaluator.names)
        self._branches += 1
        first = self._run([*statement.body, *rest])
        evaluator.names = names
        second = self._run([*statement.orelse, *rest])
        self._branches -= 1
        if first is None or second is None:
            hint = Hint.EVERY_BRANCH
            raise self._error(ErrorCode.NO_RETURN, statement, hint, name="if")
        return evaluator.apply(lambda *a: apply(WHERE, *a), statement, condition, first, second)

    # --- names

    def _assign(self, statement: ast.Assign) -> Value | None:
        result: Value | None = None
        for target in statement.targets:
            result = self._give(target, statement.value)
        return result

    def _give(self, target: ast.expr, value: ast.expr) -> Value | None:
        """Give a name the value of an expression; a plain number becomes a parameter."""
        if isinstance(target, ast.Tuple | ast.List):
            self._unpack(target, value)
            return None
        if not isinstance(target, ast.Name):
            raise self._error(ErrorCode.ASSIGNMENT_TO_CALL, target)
        if isinstance(value, ast.Lambda):
            return self._value(value)
        number = None if self._branches else self._parameter_value(value)
        if number is not None:
            self._add_parameter(target.id, number, value, target)
            return None
        evaluated = self._evaluator.evaluate(value)
        self._evaluator.names[target.id] = evaluated
        return evaluated

    def _unpack(self, target: ast.Tuple | ast.List, value: ast.expr) -> None:
        """Give several names the components of a vector: ``x0, x1 = x``."""
        if isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(target.elts):
            for name, item in zip(target.elts, value.elts, strict=True):
                self._give(name, item)
            return
        evaluator = self._evaluator
        vector: Value | None = None
        if isinstance(value, ast.Name):
            vector = evaluator.known(value.id, self._source.span(value))
        vector = evaluator.vector(value, "=") if vector is None else vector
        count = len(target.elts)
        if not isinstance(vector, Vector) or len(vector) < count:
            length = len(vector) if isinstance(vector, Vector) else 1
            raise self._error(ErrorCode.VECTOR_LENGTHS, target, first=count, second=length)
        for index, name in enumerate(target.elts):
            if not isinstance(name, ast.Name):
                raise self._error(ErrorCode.ASSIGNMENT_TO_CALL, name)
            evaluator.names[name.id] = evaluator.variables.component(vector, index)

    def _parameter_value(self, node: ast.expr) -> float | None:
        """Return the value of a number, a signed number or arithmetic of numbers, pi and e."""
        if not is_plain_arithmetic(node, self._evaluator):
            return None
        value = self._evaluator.number(node)
        number = constant_values(reachable([value])).get(value)
        return number if number is not None and math.isfinite(number) else None

    def _add_parameter(self, name: str, value: float, at: ast.expr, target: ast.AST) -> None:
        if name in self._own or (self._evaluator.variables.arguments is None and is_variable(name)):
            hint = Hint.START_OUTSIDE
            raise self._error(ErrorCode.VARIABLE_ASSIGNED, target, hint, name=name)
        if name in self._parameters:
            raise self._error(ErrorCode.PARAMETER_TWICE, target, name=name)
        index = len(self._parameters)
        self._parameters[name] = Parameter(name, value, self._source.span(at))
        self._evaluator.names[name] = symbol(name, index, parameter=True)

    def _import(self, statement: ast.Import | ast.ImportFrom) -> None:
        for alias in statement.names:
            module = alias.name if isinstance(statement, ast.Import) else statement.module
            if module not in _MODULES:
                raise self._error(ErrorCode.UNSUPPORTED_IMPORT, statement, Hint.NO_IMPORT)
            if isinstance(statement, ast.Import):
                self._evaluator.modules.add(alias.asname or alias.name)

    # --- the result

    def _checked(self, result: Value | None) -> Node:
        source = self._source
        if result is None:
            if all(isinstance(statement, ast.Expr) for statement in source.tree.body):
                raise self._error(ErrorCode.TEXT, source.tree.body[0])
            hint = Hint.ADD_FORMULA
            raise FormulaError(ErrorCode.NO_EXPRESSION, trimmed(source.text), hint)
        if isinstance(result, Vector):
            hint = Hint.ONE_NUMBER
            count = len(result)
            span = self._source.span(last_expression(source.tree))
            raise FormulaError(ErrorCode.VECTOR_AS_NUMBER, span, hint, count=count)
        if result.condition:
            span = self._source.span(last_expression(source.tree))
            hint = Hint.USE_WHERE_CONDITION
            raise FormulaError(ErrorCode.CONDITION_AS_NUMBER, span, hint)
        return result

    def _error(
        self, code: ErrorCode, node: ast.AST, hint: Hint = Hint.NONE, **values: object
    ) -> FormulaError:
        return FormulaError(code, self._source.span(node), hint, **values)


def _loaded(target: ast.expr) -> ast.expr:
    return ast.Name(id=target.id, ctx=ast.Load()) if isinstance(target, ast.Name) else target
