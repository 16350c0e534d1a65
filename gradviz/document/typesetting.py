"""What is to be typeset, and the study that typesets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.document.outlines import CancelledError, Outline, outline

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Typesetting", "TypesettingRequest", "evaluate_typesetting"]


@dataclass(frozen=True, slots=True)
class TypesettingRequest:
    """Lines of maths.

    Attributes
    ----------
    lines : tuple of str
        Their LaTeX; ``#1`` to ``#9`` for numbers that are set later.
    """

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Typesetting:
    """Lines of maths, typeset.

    Attributes
    ----------
    outlines : dict of str to Outline or None
        By their LaTeX; None for a line that cannot be set.
    """

    outlines: dict[str, Outline | None]


def evaluate_typesetting(
    request: TypesettingRequest, cancelled: Callable[[], bool] | None = None
) -> Typesetting | None:
    """Typeset lines; None when cancelled.

    Lines that were set before cost nothing, also those of a request that was cancelled.
    """
    try:
        return Typesetting({line: outline(line, cancelled) for line in request.lines})
    except CancelledError:
        return None
