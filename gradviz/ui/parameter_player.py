"""Moves parameters to and fro by themselves."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.ui.slider_scale import SliderScale

PERIOD: Final = 8.0
"""Seconds from one end of the range to the other and back."""
FRAME: Final = 33
"""Milliseconds between two moves."""


class ParameterPlayer(QObject):
    """Turns elapsed time into values: slow at the ends of a range, quick in its middle.

    Parameters
    ----------
    clock : callable
        Seconds of a clock that never goes back.
    """

    moved = Signal(str, float)
    """A parameter and where it is by now."""

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rides: dict[str, tuple[SliderScale, float]] = {}
        self._last: dict[str, float] = {}
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self.advance)

    def play(self, name: str, scale: SliderScale, value: float) -> None:
        """Move `name` through `scale`, upwards from `value` at first."""
        part = scale.position(value) / max(scale.last, 1)
        angle = math.acos(1.0 - 2.0 * part) % math.pi  # from the upper end it goes down
        down = part >= 1.0
        begun = self._clock() - (0.5 if down else angle / math.tau) * PERIOD
        self._rides[name] = (scale, begun)
        self._last[name] = value
        self._timer.start()

    def stop(self, name: str) -> None:
        """Leave `name` where it is."""
        self._rides.pop(name, None)
        if not self._rides:
            self._timer.stop()

    def scale_of(self, name: str) -> SliderScale | None:
        """Return what `name` is moving through, None while it rests."""
        return self._rides[name][0] if name in self._rides else None

    @Slot()
    def advance(self) -> None:
        """Move everything by the time that has passed; called by the timer."""
        now = self._clock()
        for name, (scale, begun) in list(self._rides.items()):
            part = 0.5 - 0.5 * math.cos((now - begun) / PERIOD * math.tau)
            value = scale.value(round(part * scale.last))
            if value != self._last[name]:
                self._last[name] = value
                self.moved.emit(name, value)
