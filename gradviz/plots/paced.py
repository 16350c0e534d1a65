"""Repainting what changes faster than it is read: now and then, and at last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gradviz.model.timers import single_shot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PACE: Final = 50
"""Milliseconds between two paintings at least."""
SHARE: Final = 10
"""One part in so many of the time may go into them."""


class Paced:
    """Repaints a widget whose content follows a cursor, without painting every step of it.

    Attributes
    ----------
    took : float
        Seconds that the last painting took; to be noted by who paints.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._is_behind = False
        self._timer = single_shot(widget, PACE, self._catch_up)
        self.took = 0.0

    def update(self) -> None:
        """Repaint: at once, or when it is time for it again."""
        self._is_behind = True
        if not self._timer.isActive():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._is_behind:
            self._is_behind = False
            self._widget.update()
            self._timer.start(max(PACE, round(SHARE * self.took * 1000.0)))
