"""The strings of the sources that are to be translated, with the contexts they are asked in.

Three ways to ask are known: ``self.tr("text")``, whose context is the class it is written in;
``translate("Context", "text")`` of QCoreApplication; and helpers of a module, functions that hand
one of their arguments on to ``translate`` with a context of their own. What is asked with anything
but a text that stands there is *dynamic*: its strings come from the tables of `string_tables`.
"""

# ruff: noqa: INP001 (scripts, beside those that call them)

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Pair: TypeAlias = tuple[str, str]
"""A context and a text."""
_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass
class Found:
    """What was found in one or all of the sources.

    Attributes
    ----------
    pairs : dict from Pair to list of str
        Every string, and the files where it is asked for.
    dynamic : dict from str to set of str
        Contexts that are asked with texts that stand elsewhere, and the files; "" for a context
        that stands elsewhere itself.
    faults : list of str
        Calls that cannot be translated, each with its place.
    """

    pairs: dict[Pair, list[str]] = field(default_factory=dict)
    dynamic: dict[str, set[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, other: Found) -> None:
        """Take in what was found elsewhere."""
        for pair, places in other.pairs.items():
            self.pairs.setdefault(pair, []).extend(places)
        for context, places in other.dynamic.items():
            self.dynamic.setdefault(context, set()).update(places)
        self.faults += other.faults


def strings_of_sources(package: Path) -> Found:
    """Return the strings of all modules below `package`."""
    sources = {
        path.relative_to(package).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(package.rglob("*.py"))
    }
    found = Found()
    for name, tree in sources.items():
        found.add(_Reader(name, _helpers(tree)).read(tree))
    return found


def _helpers(tree: ast.Module) -> dict[str, str]:
    """Return the functions of a module that translate their argument, and their contexts."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and len(node.args.args) == 1:
            for call in _calls(node):
                context, text = _asked(call) or (None, None)
                if isinstance(text, ast.Name) and text.id == node.args.args[0].arg:
                    found[node.name] = _literal(context) or ""
    return found


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    return (inner for inner in ast.walk(node) if isinstance(inner, ast.Call))


def _asked(call: ast.Call) -> tuple[ast.expr, ast.expr] | None:
    """Return context and text of a call of ``translate``, None for other calls."""
    name = _name(call)
    if name != "translate" or len(call.args) < 2:  # noqa: PLR2004 - painters translate as well
        return None
    context, text = call.args[:2]
    if isinstance(call.func, ast.Attribute) and not _is_application(call.func.value):
        return None
    return context, text


def _is_application(receiver: ast.expr) -> bool:
    return isinstance(receiver, ast.Name) and receiver.id == "QCoreApplication"


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(node: ast.expr | None) -> str | None:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text else None  # type: ignore[union-attr,return-value]


class _Reader(ast.NodeVisitor):
    """Walks one module."""

    def __init__(self, name: str, helpers: dict[str, str]) -> None:
        self._name = name
        self._helpers = helpers
        self._classes: list[str] = []
        self._depth = 0
        self._found = Found()

    def read(self, tree: ast.Module) -> Found:
        """Return what the module asks for."""
        self.visit(tree)
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if not self._classes and node.name in self._helpers:
            return
        self._enter(node)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._enter(node)

    def _enter(self, node: ast.AST) -> None:
        self._depth += 1
        self.generic_visit(node)
        self._depth -= 1

    def visit_Call(self, node: ast.Call) -> None:
        self._read_call(node)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        function = node.value
        is_translate = isinstance(function, ast.Attribute) and function.attr == "translate"
        if is_translate and [ast.unparse(target) for target in node.targets] != ["translate"]:
            self._fault(node, "only the name translate is understood")
        self.generic_visit(node)

    def _read_call(self, call: ast.Call) -> None:
        asked = _asked(call)
        if asked is not None:
            self._note(call, _literal(asked[0]) or "", asked[1], few=2)
        elif _name(call) == "tr" and isinstance(call.func, ast.Attribute):
            if isinstance(call.func.value, ast.Name) and call.func.value.id == "self":
                self._note(call, self._classes[-1], call.args[0], few=1)
            else:
                self._fault(call, "only self.tr is understood")
        elif isinstance(call.func, ast.Name) and call.func.id in self._helpers and call.args:
            self._note(call, self._helpers[call.func.id], call.args[0], few=1)

    def _note(self, call: ast.Call, context: str, text: ast.expr, few: int) -> None:
        literal = _literal(text)
        if self._depth == 0:
            self._fault(call, "translated once, when the module is loaded")
        elif len(call.args) > few or call.keywords:
            self._fault(call, "comments and numbers are not used here")
        elif literal is None or not context:
            self._found.dynamic.setdefault(context, set()).add(self._name)
        elif not literal:
            self._fault(call, "an empty text means the header of the translations")
        else:
            self._found.pairs[context, literal] = [self._name]

    def _fault(self, node: ast.Call | ast.Assign, why: str) -> None:
        self._found.faults.append(f"{self._name}:{node.lineno}: {ast.unparse(node)}: {why}")
