"""A button of the mouse that is held down: a click until the hand has moved, then a drag."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

SLACK: Final = 3.0
"""Pixels that a hand may tremble while it clicks."""
REACH: Final = 10.0
"""Distance in pixels from which a step is picked."""


@dataclass(slots=True)
class Press:
    """One press of the button.

    Attributes
    ----------
    origin : QPointF
        Where it was pressed.
    on_start : bool
        Whether the start of the runs was taken hold of.
    dragging : bool
        Whether the hand has moved since.
    last : QPointF
        Where the last drag came to.
    """

    origin: QPointF
    on_start: bool = False
    dragging: bool = False
    last: QPointF = field(init=False)

    def __post_init__(self) -> None:
        self.last = self.origin

    def drag(self, at: QPointF) -> QPointF | None:
        """Return how far the hand has moved since the last time; None while it only clicks."""
        if not self.dragging and (at - self.origin).manhattanLength() <= SLACK:
            return None
        self.dragging = True
        by, self.last = at - self.last, at
        return by


@dataclass(frozen=True, slots=True)
class PickedStep:
    """A step of a run under the pointer: its indices, and its place in pixels."""

    run: int
    step: int
    x: float
    y: float
