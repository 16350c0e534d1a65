"""Parts of the card of a step: the sheet it is written on, and the run's swatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gradviz.plots.frames import painting
from gradviz.plots.legend import paint_swatch
from gradviz.plots.themes import LIGHT, Theme
from gradviz.plots.typeset_view import TypesetView

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEIGHT, LEAST_HEIGHT = 216, 96


class Sheet(TypesetView):
    """Rows of maths, as high as a step of two variables."""

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Return the height that shows a step of two variables."""
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Return the height down to which it scrolls."""
        return QSize(120, LEAST_HEIGHT)


class Swatch(QWidget):
    """A piece of the run's line with its symbol."""

    def __init__(self) -> None:
        super().__init__()
        self._style: int | None = None
        self._theme = LIGHT
        self.setFixedSize(20, 14)

    def set_style(self, style: int | None) -> None:
        """Draw the line of another run; None for none."""
        self._style = style
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Paint it."""
        if self._style is None:
            return
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            style = self._theme.run(self._style)
            paint_swatch(painter, 0.0, self.height() / 2.0, style, self._theme)
