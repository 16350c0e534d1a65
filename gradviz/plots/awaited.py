"""The part of the plane that was moved to, as long as no scene has come for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gradviz.model.timers import single_shot
from gradviz.plots.navigation import answers

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from gradviz.core.bounds import Bounds

PATIENCE: Final = 1500
"""Milliseconds after which no scene is expected for what the user has moved to."""


class Awaited:
    """Says which scenes are for the bounds that were asked for last, if any are awaited.

    Parameters
    ----------
    owner : QObject
        Owner of the timer.
    give_up : callable
        Called once too long has been waited.

    Attributes
    ----------
    patience : QTimer
        Runs while a scene is awaited.
    """

    def __init__(self, owner: QObject, give_up: Callable[[], object]) -> None:
        self._asked: Bounds | None = None
        self.patience = single_shot(owner, PATIENCE, give_up)

    def ask(self, bounds: Bounds) -> None:
        """Wait for a scene over `bounds`."""
        self._asked = bounds
        self.patience.start()

    def forget(self) -> None:
        """Wait no more: any scene will do."""
        self._asked = None
        self.patience.stop()

    def admits(self, bounds: Bounds) -> bool:
        """Tell whether a scene over `bounds` is the one waited for, or none is."""
        return self._asked is None or answers(bounds, self._asked)
