"""The cursor: the step that every view shows, and how it moves by itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.results import Outcome

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
"""Speeds to choose from; 1 shows a run of any length in 10 s at most."""
STEPS_PER_SECOND = 20.0
"""Speed 1 for short runs."""
LONGEST = 10.0
"""Seconds that a run of any length takes at speed 1, at most."""
FRAME = 16
"""Milliseconds between two moves while playing."""


class Playback(QObject):
    """A step between 0 and `length`, and playing: moving it by elapsed time.

    The cursor stays at the end while it is there: of a run that grows or of the next results. Put
    elsewhere it keeps its step, and finds it again after results that were shorter for a while.

    Parameters
    ----------
    parent : QObject, optional
        Owner.
    clock : callable
        Seconds of a clock that never goes back.
    """

    stepChanged = Signal(int)  # noqa: N815  (Qt's spelling)
    playingChanged = Signal(bool)  # noqa: N815
    lengthChanged = Signal(int)  # noqa: N815
    speedChanged = Signal(float)  # noqa: N815

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._length = 0
        self._complete = True
        self._wanted: int | None = None  # None: the end, wherever it is
        self._step = 0
        self._speed = 1.0
        self._position = 0.0  # of the cursor while playing, between steps
        self._moved_at = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self.advance)

    @property
    def step(self) -> int:
        """The step that is shown, 0 to `length`."""
        return self._step

    @property
    def length(self) -> int:
        """The last step there is."""
        return self._length

    @property
    def playing(self) -> bool:
        """Whether the cursor moves by itself."""
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        """How fast, 1 being `steps_per_second` at speed 1."""
        return self._speed

    @property
    def steps_per_second(self) -> float:
        """How many steps a second of playing moves the cursor."""
        return self._speed * max(STEPS_PER_SECOND, self._length / LONGEST)

    @Slot(object)
    def follow(self, results: Outcome) -> None:
        """Be as long as the longest run of `results`, and wait for those still under way."""
        longest = max(len(result.trajectory) for result in results.runs)
        under_way = any(result.verdict is None for result in results.runs)
        self.set_length(longest - 1, complete=not under_way)

    def set_length(self, last: int, *, complete: bool = True) -> None:
        """Say what the last step is; with ``complete=False`` more are on their way."""
        self._complete = complete
        if last != self._length:
            self._length = last
            self.lengthChanged.emit(last)
        self._show()

    @Slot(int)
    def set_step(self, step: int) -> None:
        """Put the cursor on a step, as near as there is one, and stop playing."""
        self.pause()
        self._want(step)

    def go_to(self, step: int | None) -> None:
        """Put the cursor on a step that may be still to come, or on the end, wherever it is."""
        self.pause()
        self._wanted = None if step is None else max(step, 0)
        self._show()

    @Slot()
    def to_start(self) -> None:
        """Put the cursor on step 0."""
        self.set_step(0)

    @Slot()
    def to_end(self) -> None:
        """Put the cursor on the last step, to stay at the end."""
        self.set_step(self._length)

    @Slot()
    def forward(self) -> None:
        """Put the cursor on the next step."""
        self.set_step(self._step + 1)

    @Slot()
    def back(self) -> None:
        """Put the cursor on the step before."""
        self.set_step(self._step - 1)

    @Slot()
    def play(self) -> None:
        """Move by elapsed time until the end; from the end, start over."""
        if self.playing or self._length == 0:
            return
        if self._step == self._length:
            self._want(0)
        self._position = float(self._step)
        self._moved_at = self._clock()
        self._timer.start()
        self.playingChanged.emit(True)

    @Slot()
    def pause(self) -> None:
        """Stay where the cursor is."""
        if self.playing:
            self._timer.stop()
            self.playingChanged.emit(False)

    @Slot()
    def toggle(self) -> None:
        """Play, or pause when playing."""
        if self.playing:
            self.pause()
        else:
            self.play()

    @Slot(float)
    def set_speed(self, speed: float) -> None:
        """Choose how fast to play; one of `SPEEDS`, but any positive number will do."""
        if speed != self._speed:
            self._speed = speed
            self.speedChanged.emit(speed)

    @Slot()
    def advance(self) -> None:
        """Move the cursor by the time since it moved last; called by the timer while playing."""
        now = self._clock()
        self._position += (now - self._moved_at) * self.steps_per_second
        self._moved_at = now
        if self._position >= self._length and self._complete:
            self.to_end()
        else:
            self._position = min(self._position, float(self._length))
            self._wanted = int(self._position)  # not the end, which may run away
            self._show()

    def _want(self, step: int) -> None:
        self._wanted = None if step >= self._length else max(step, 0)
        self._show()

    def _show(self) -> None:
        step = self._length if self._wanted is None else min(self._wanted, self._length)
        if step != self._step:
            self._step = step
            self.stepChanged.emit(step)
