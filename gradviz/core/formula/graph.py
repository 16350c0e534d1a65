"""The expression graph: immutable nodes, each distinct expression existing once.

Two expressions built from the same operation and the same arguments are one and the same object
(hash-consing), so a subexpression that occurs in several places is computed once, and equality of
expressions is identity of nodes.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence


class Partial(NamedTuple):
    """The derivative of an operation with respect to one of its arguments.

    Attributes
    ----------
    factor : Node
        The derivative.
    guard : Node, optional
        A condition; where it is false the derivative is 0 whatever `factor` is, even nan.
    """

    factor: Node
    guard: Node | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Operation:
    r"""What an inner node does with its arguments.

    Attributes
    ----------
    name : str
        For messages and debugging; generated code never contains it.
    scalar, array, analytic : str
        How the operation is spelled in generated code on Python floats, on NumPy arrays and on
        complex NumPy arrays, with ``{0}``, ``{1}``, ... for the arguments.
    partials : callable, optional
        Derivatives with respect to each argument, given the arguments and the node itself. Without
        it the derivative is zero everywhere.
    latex : str
        A LaTeX operator such as ``\sin``, or a template with ``{0}``.
    condition : bool
        Whether the result is true or false rather than a number.
    raises : bool
        Whether the scalar spelling may raise ValueError, OverflowError or ZeroDivisionError.
    """

    name: str
    scalar: str
    array: str
    analytic: str
    partials: Callable[[tuple[Node, ...], Node], tuple[Partial, ...]] | None = None
    latex: str = ""
    condition: bool = False
    raises: bool = False


class Node:
    """An expression. Made by the functions of this package only; compare with ``is``."""

    __slots__ = ("__weakref__",)

    @property
    def arguments(self) -> tuple[Node, ...]:
        """The expressions this one is computed from."""
        return ()

    @property
    def condition(self) -> bool:
        """Whether this is a condition rather than a number."""
        return False


class Constant(Node):
    """A number, by its name if it has one (pi, e)."""

    __slots__ = ("name", "value")

    def __init__(self, value: float, name: str) -> None:
        self.value = value
        self.name = name

    def __repr__(self) -> str:
        return self.name or repr(self.value)


class Symbol(Node):
    """A variable or a named parameter; `index` is its place among those of its kind."""

    __slots__ = ("index", "name", "parameter")

    def __init__(self, name: str, index: int, *, parameter: bool) -> None:
        self.name = name
        self.index = index
        self.parameter = parameter

    def __repr__(self) -> str:
        return self.name


class Apply(Node):
    """An operation on arguments."""

    __slots__ = ("_arguments", "operation")

    def __init__(self, operation: Operation, arguments: tuple[Node, ...]) -> None:
        self.operation = operation
        self._arguments = arguments

    @property
    def arguments(self) -> tuple[Node, ...]:
        """The expressions this one is computed from."""
        return self._arguments

    @property
    def condition(self) -> bool:
        """Whether this is a condition rather than a number."""
        return self.operation.condition

    def __repr__(self) -> str:
        return f"{self.operation.name}({', '.join(map(repr, self._arguments))})"


_lock = threading.Lock()
_nodes: WeakValueDictionary[Hashable, Node] = WeakValueDictionary()


def constant(value: float, name: str = "") -> Constant:
    """Return the node of a number."""
    key = ("constant", float(value).hex(), name)
    node = _unique(key, lambda: Constant(float(value), name))
    assert isinstance(node, Constant)  # noqa: S101 - tells the type checker what the key implies
    return node


def symbol(name: str, index: int, *, parameter: bool = False) -> Symbol:
    """Return the node of a variable or a named parameter."""
    key = ("symbol", name, index, parameter)
    node = _unique(key, lambda: Symbol(name, index, parameter=parameter))
    assert isinstance(node, Symbol)  # noqa: S101 - tells the type checker what the key implies
    return node


def apply(operation: Operation, *arguments: Node) -> Node:
    """Return the node of an operation on arguments, exactly as given: nothing is simplified."""
    return _unique((operation, *arguments), lambda: Apply(operation, arguments))


def _unique(key: Hashable, make: Callable[[], Node]) -> Node:
    with _lock:
        node = _nodes.get(key)
        if node is None:
            node = make()
            _nodes[key] = node
        return node


def is_applied(node: Node, operation: Operation) -> bool:
    """Return whether `node` is the result of `operation`."""
    return isinstance(node, Apply) and node.operation is operation


def parts(node: Node, operation: Operation) -> Sequence[Node] | None:
    """Return the arguments of `node` if it is the result of `operation`, else None."""
    return node.arguments if is_applied(node, operation) else None


def reachable(roots: Iterable[Node]) -> list[Node]:
    """Return every node the roots are computed from, themselves included, arguments first."""
    found: dict[Node, None] = {}
    waiting = [(root, False) for root in reversed(list(roots))]
    while waiting:
        node, ready = waiting.pop()
        if node in found:
            continue
        if ready or not node.arguments:
            found[node] = None
        else:
            waiting.append((node, True))
            waiting.extend((argument, False) for argument in reversed(node.arguments))
    return list(found)


def dependent(nodes: Iterable[Node], leaves: Iterable[Node]) -> set[Node]:
    """Return those of `nodes`, given arguments first, whose value depends on one of `leaves`."""
    found = set(leaves)
    for node in nodes:
        if any(argument in found for argument in node.arguments):
            found.add(node)
    return found
