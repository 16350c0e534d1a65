"""A dot for each stage of a step: forward ones, backward ones, the one that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gradviz.plots.backprop_maths import backward_ink, forward_ink
from gradviz.plots.colours import blended, colour
from gradviz.plots.frames import painting
from gradviz.plots.themes import LIGHT
from gradviz.ui import metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.plots.themes import Theme

_PITCH: Final = 11
_LEAST_PITCH: Final = 5
_MOST: Final = 240
_RADIUS, _SHOWN = 3.0, 5.0
_AHEAD: Final = 0.3
"""How strong the dots of stages to come are."""


class StageDots(QWidget):
    """Shows which stage of how many is shown; a click goes to another."""

    picked = Signal(int)
    """The number of the stage that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stageDots")
        self.setAccessibleName(self.tr("Stages"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme: Theme = LIGHT
        self._titles: tuple[str, ...] = ()
        self._turn = 0
        self._shown = 0

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.update()

    def set_stages(self, titles: Sequence[str], turn: int) -> None:
        """Offer other stages; those from number `turn` on are on the way back."""
        if (tuple(titles), turn) != (self._titles, self._turn):
            self._titles, self._turn = tuple(titles), turn
            self.updateGeometry()
            self.update()

    def show_stage(self, index: int) -> None:
        """Show which one is shown."""
        self._shown = index
        if index < len(self._titles):
            words = self.tr("Stage {0} of {1}: {2}")
            text = words.format(index + 1, len(self._titles), self._titles[index])
            self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling, here and below)
        """Return the room of all dots; of many they stand closer."""
        count = max(len(self._titles), 1)
        pitch = max(min(_PITCH, _MOST // count), _LEAST_PITCH)
        return QSize(count * pitch, metrics.CHIP)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same: dots do not shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dots, those to come faintly."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for index in range(len(self._titles)):
                self._paint_dot(painter, index)

    def _paint_dot(self, painter: QPainter, index: int) -> None:
        theme = self._theme
        ink = backward_ink(theme) if index >= self._turn else forward_ink(theme)
        if index > self._shown:
            ink = blended(ink, theme.surface, _AHEAD)
        radius = min(_SHOWN if index == self._shown else _RADIUS, 0.45 * self._pitch)
        painter.setBrush(colour(ink))
        painter.drawEllipse(
            QPointF((index + 0.5) * self._pitch, self.height() / 2.0), radius, radius
        )

    @property
    def _pitch(self) -> float:
        return self.width() / max(len(self._titles), 1)

    def _under(self, x: float) -> int:
        return min(max(int(x / self._pitch), 0), len(self._titles) - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to the stage under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and self._titles:
            self.picked.emit(self._under(event.position().x()))

    def event(self, event: QEvent) -> bool:
        """Say which stage a dot is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._titles:
            QToolTip.showText(event.globalPos(), self._titles[self._under(event.x())], self)
            return True
        return super().event(event)
