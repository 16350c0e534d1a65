"""The transport over the stages of one step: forward through the layers, back, and then on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gradviz.document.display import View

if TYPE_CHECKING:
    from gradviz.ui.main_window import MainWindow

PACE: Final = 900
"""Milliseconds that a stage is shown while playing, at speed 1."""


class Stager(QObject):
    """Moves the cursor by steps, or by stages where the picture that is shown has some.

    Parameters
    ----------
    window : MainWindow
        Whose playback and pictures are moved; it owns this object.
    """

    playingChanged = Signal(bool)  # noqa: N815  (Qt's spelling)
    """Whether stages follow one another by themselves."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._playback = window.playback
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        window.picture.viewShown.connect(self.stop)

    @property
    def _panel(self) -> Any:  # noqa: ANN401 - a panel that has stages, or None
        if self._window.picture.shown is not View.BACKPROPAGATION:
            return None
        return self._window.picture.panel(View.BACKPROPAGATION)

    @Slot()
    def forward(self) -> None:
        """Go to the next stage, or to the next step."""
        self.stop()
        self._forward()

    @Slot()
    def back(self) -> None:
        """Go to the stage before, or to the step before."""
        self.stop()
        panel = self._panel
        if panel is not None and panel.advance(-1):
            return
        if panel is not None and self._playback.step > 0:
            panel.to_last()
        self._playback.back()

    @Slot()
    def toggle(self) -> None:
        """Play, or stop playing."""
        if self._panel is None:
            self._playback.toggle()
        elif self._timer.isActive():
            self.stop()
        else:
            self._play()

    def _play(self) -> None:
        """Go on by itself; from the end of all, once more through its last step."""
        panel = self._panel
        is_end = self._playback.step >= self._playback.length
        if panel is not None and is_end and panel.stage == panel.stage_count - 1:
            panel.to_first()
        self._timer.start(round(PACE / self._playback.speed))
        self.playingChanged.emit(True)

    @Slot()
    def stop(self) -> None:
        """Stay at the stage that is shown."""
        if self._timer.isActive():
            self._timer.stop()
            self.playingChanged.emit(False)

    @Slot()
    def _go_on(self) -> None:
        if not self._forward():
            self.stop()

    def _forward(self) -> bool:
        """Go on by a stage or a step; return whether there was one."""
        panel = self._panel
        if panel is not None and panel.advance(+1):
            return True
        before = self._playback.step
        self._playback.forward()
        moved = self._playback.step != before
        if panel is not None and moved:
            panel.to_first()
        return moved
