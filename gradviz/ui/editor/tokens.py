"""What the parts of a formula are, for colouring: by their look alone, right or wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gradviz.core.formula.functions import CONSTANTS, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYWORDS: Final = frozenset(
    {"def", "return", "lambda", "if", "elif", "else", "and", "or", "not", "import", "as", "from"}
)
PREFIXES: Final = frozenset({"np", "numpy", "math"})
_TOKEN: Final = re.compile(
    r"""(?P<comment>\#[^\n]*)
    |(?P<number>(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)
    |(?P<name>[^\W\d]\w*)
    |(?P<bracket>[()\[\]{}])
    |(?P<operator>[^\w\s()\[\]{}\#]+)
    """,
    re.VERBOSE,
)
_VARIABLE: Final = re.compile(r"x|y|z|x\d{1,3}")
_ASSIGNED: Final = re.compile(r"^[ \t]*([^\W\d]\w*)[ \t]*=(?!=)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Token:
    """A part of the text.

    Attributes
    ----------
    start, end : int
        Where, in code points.
    kind : str
        ``variable``, ``function``, ``constant``, ``parameter``, ``keyword``, ``name``,
        ``number``, ``operator``, ``bracket`` or ``comment``.
    """

    start: int
    end: int
    kind: str


def assigned_names(text: str) -> frozenset[str]:
    """Return the names that a line of `text` gives a value to."""
    return frozenset(_ASSIGNED.findall(text))


def tokens(line: str, assigned: frozenset[str] = frozenset()) -> Iterator[Token]:
    """Yield the tokens of one line, in order; `assigned` names are parameters."""
    for match in _TOKEN.finditer(line):
        kind = str(match.lastgroup)
        if kind == "name":
            kind = _kind_of(match.group(), assigned)
        yield Token(match.start(), match.end(), kind)


def _kind_of(name: str, assigned: frozenset[str]) -> str:
    if name in KEYWORDS:
        return "keyword"
    if name in assigned:
        return "parameter"
    if _VARIABLE.fullmatch(name):
        return "variable"
    if name in NAMES or name in PREFIXES:
        return "function"
    return "constant" if name in CONSTANTS else "name"
