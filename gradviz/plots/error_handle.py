"""The h in use under the hand: dragging its line and moving it by keys, in any picture."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt

from gradviz.document.experiment import H_MAX, H_MIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPointF, QSizeF

    from gradviz.plots.axes import Projection

RUNGS: Final = 8
"""Steps of a key to a decade."""
_NEAR: Final = 6.0
_KEYS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: -RUNGS,
    Qt.Key.Key_PageUp: RUNGS,
}


class StepSizePicture(Protocol):
    """A picture with an axis of h.

    Attributes
    ----------
    h : float
        The step size in use, which a drag moves before new results come.
    held : tuple of float or None
        Exponents of h to keep showing while it is dragged; None for all.
    """

    h: float
    held: tuple[float, float] | None

    @property
    def has_handle(self) -> bool:
        """Whether the h in use is shown and can be moved."""

    def projection(self, size: QSizeF, /) -> Projection:
        """Return the map from exponents of h and of errors to pixels."""

    def step_size_at(self, size: QSizeF, x: float, /) -> float:
        """Return the h under a pixel column, to two figures, among those shown."""


class StepSizeHandle:
    """Moves the h of a picture.

    Parameters
    ----------
    picture : StepSizePicture
        Where it is shown.
    moved : callable
        Told a new h, to two figures, and whether that is the last of a drag.
    """

    def __init__(self, picture: StepSizePicture, moved: Callable[[float, bool], None]) -> None:
        self._picture, self._moved = picture, moved
        self.is_held = False

    def is_near(self, size: QSizeF, at: QPointF) -> bool:
        """Tell whether a press at a pixel takes hold of it."""
        if not self._picture.has_handle:
            return False
        return self._picture.projection(size).box.grown(_NEAR).has(at.x(), at.y())

    def press(self, size: QSizeF, at: QPointF) -> None:
        """Bring the h in use to the pointer and hold it."""
        projection = self._picture.projection(size)
        self._picture.held = (projection.x_min, projection.x_max)
        self.is_held = True
        self.drag(size, at, last=False)

    def drag(self, size: QSizeF, at: QPointF, *, last: bool) -> None:
        """Move it to the pointer, and let it go there if that is the last of the drag."""
        if self._picture.has_handle:
            self._move_to(self._picture.step_size_at(size, at.x()), last=last)
        if last:
            self.is_held = False
            self._picture.held = None

    def press_key(self, key: int) -> bool:
        """Make h smaller or larger, by an eighth of a decade or with Page keys by a decade.

        Returns
        -------
        bool
            Whether the key does that.
        """
        rungs = _KEYS.get(Qt.Key(key))
        if rungs is None or not self._picture.has_handle:
            return False
        rung = round(math.log10(self._picture.h) * RUNGS) + rungs
        exponent = min(max(rung / RUNGS, math.log10(H_MIN)), math.log10(H_MAX))
        self._move_to(snapped(10.0**exponent), last=True)
        return True

    def _move_to(self, h: float, *, last: bool) -> None:
        h = min(max(h, H_MIN), H_MAX)
        if h != self._picture.h or last:
            self._picture.h = h
            self._moved(h, last)


def snapped(h: float) -> float:
    """Return a step size to two figures, as it would be typed."""
    return float(f"{h:.1e}")
