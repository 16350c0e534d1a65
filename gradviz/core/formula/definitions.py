"""What the statements of a source define: the function pasted, its arguments, the parameters."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.core.formula.errors import ErrorCode, FormulaError
from gradviz.core.formula.functions import CONSTANTS
from gradviz.core.formula.hints import Hint, Thing
from gradviz.core.formula.variables import LETTERS, dotted_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gradviz.core.formula.evaluator import Evaluator
    from gradviz.core.formula.source import Source

Pasted = ast.FunctionDef | ast.Lambda


@dataclass(frozen=True)
class Parameter:
    """A number with a name, to be moved with a slider.

    Attributes
    ----------
    name : str
        As typed.
    value : float
        The value given in the text.
    span : tuple of int
        Where the value stands in the text, in code points.
    """

    name: str
    value: float
    span: tuple[int, int]


def find_function(
    source: Source,
) -> tuple[Pasted | None, tuple[str, ...] | None]:
    """Return the function that is defined, if one is, and its arguments."""
    functions: list[Pasted] = []
    for node in source.nodes:
        if isinstance(node, ast.FunctionDef):
            functions.append(node)
        elif isinstance(node, ast.Assign | ast.Expr) and isinstance(node.value, ast.Lambda):
            functions.append(node.value)
    if not functions:
        return None, None
    if len(functions) > 1:
        code, span = ErrorCode.SEVERAL_FUNCTIONS, source.span(functions[1])
        raise FormulaError(code, span, Hint.KEEP_ONE)
    function = functions[0]
    given = function.args
    for extra in (given.vararg, given.kwarg, *given.kwonlyargs):
        if extra is not None:
            code = ErrorCode.UNSUPPORTED_EXPRESSION
            raise FormulaError(code, source.span(extra), what=Thing.STAR_ARGUMENT)
    plain = [argument.arg for argument in given.posonlyargs + given.args]
    names = tuple(plain[: len(plain) - len(given.defaults)])
    return function, names or None


def expression_of(statement: ast.stmt) -> ast.expr | None:
    """Return the expression that a statement consists of; strings are comments."""
    if not isinstance(statement, ast.Expr):
        return None
    constant = isinstance(statement.value, ast.Constant)
    comment = constant and isinstance(getattr(statement.value, "value", None), str | bytes)
    return None if comment else statement.value


def assigned_names(nodes: Iterable[ast.AST]) -> set[str]:
    """Return every name that gets a value somewhere."""
    stores = [n for n in nodes if isinstance(n, ast.Name)]
    return {node.id for node in stores if isinstance(node.ctx, ast.Store)}


def is_variable(name: str) -> bool:
    """Return whether a name always stands for a variable."""
    return name in LETTERS or (name[0] == "x" and name[1:].isdigit())


def is_plain_arithmetic(node: ast.expr, evaluator: Evaluator) -> bool:
    """Return whether an expression consists of numbers, pi and e only."""
    for part in ast.walk(node):
        if isinstance(part, ast.Name | ast.Attribute):
            name = dotted_name(part)
            module, _, word = name.rpartition(".")
            if name in evaluator.modules:
                continue
            if name in evaluator.names or word not in CONSTANTS:
                return False
            if module and module not in evaluator.modules:
                return False
        elif isinstance(part, ast.Constant):
            if type(part.value) not in (int, float):
                return False
        elif not isinstance(
            part, ast.BinOp | ast.UnaryOp | ast.operator | ast.unaryop | ast.expr_context
        ):
            return False
    return True


def last_expression(tree: ast.Module) -> ast.AST:
    """Return the expression whose value is the formula, as far as that can be told."""
    found: ast.AST = tree.body[-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Return | ast.Lambda):
            found = (node.value or node) if isinstance(node, ast.Return) else node.body
    return found


def trimmed(text: str) -> tuple[int, int]:
    """Return the span of a text without the space around it."""
    start = len(text) - len(text.lstrip())
    return (start, max(start, len(text.rstrip())))
