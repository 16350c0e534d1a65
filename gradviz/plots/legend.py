"""The legend that is a readout: swatch, name and value at the cursor of every run."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradviz.plots import polylines
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.lettering import face
from gradviz.plots.marks import Marks, marks, to_path
from gradviz.plots.numerals import readout
from gradviz.plots.trails import pen

if TYPE_CHECKING:
    from gradviz.plots.contour_picture import ContourPicture
    from gradviz.plots.curve_picture import CurvePicture
    from gradviz.plots.curves import CurveView
    from gradviz.plots.themes import RunStyle, Theme

HEIGHT: Final = 20
_SWATCH: Final = 20.0
_GAP: Final = 6.0
_BETWEEN: Final = 16.0


def paint_swatch(
    painter: QPainter, left: float, level: float, style: RunStyle, theme: Theme
) -> None:
    """Draw a short piece of a run's line with its symbol on it."""
    line, mark = _swatch(style)
    painter.save()
    painter.translate(left, level)
    painter.strokePath(line, pen(style.colour, 1.9, round_ends=False))
    mark.paint(painter, colour(style.colour), colour(theme.surface))
    painter.restore()


@lru_cache(maxsize=64)
def _swatch(style: RunStyle) -> tuple[QPainterPath, Marks]:
    ends = polylines.single(np.array([[0.0, 0.0], [_SWATCH, 0.0]]))
    line = polylines.dashed(ends, tuple(1.9 * part for part in style.dash))
    centre = np.array([[_SWATCH / 2, 0.0]])
    return to_path(line), marks(style.symbol, centre, 3.8, 0.8)


def paint_legend(
    painter: QPainter, picture: CurvePicture | ContourPicture, at: QPointF, width: float
) -> None:
    """Write the legend of a picture in one line; runs without room are counted at its end."""
    theme = picture.theme
    plain, strong = face(), face(bold=True)
    x, level = at.x(), at.y() + HEIGHT / 2
    entries = picture.entries(picture.cursor)
    for index, (style, name, value) in enumerate(entries):
        text = readout(value, 3)
        left = len(entries) - index - 1
        rest = f"+{left + 1}"
        name = plain.elided(name, 92.0)  # noqa: PLW2901 - as much of it as is shown
        needs = _SWATCH + plain.width(name) + strong.width(text) + 2 * _GAP
        room = at.x() + width - x - (plain.width(rest) + _BETWEEN if left else 0.0)
        if needs > room and index > 0:
            plain.write(painter, (x, level), rest, colour(theme.text_muted))
            return
        paint_swatch(painter, x, level, style, theme)
        x += _SWATCH + _GAP
        plain.write(painter, (x, level), name, colour(theme.text_muted))
        x += plain.width(name) + _GAP
        strong.write(painter, (x, level), text, colour(theme.text))
        x += strong.width(text) + _BETWEEN


class LegendRow(QWidget):
    """One line above a curve that names its runs with their values at the cursor.

    Parameters
    ----------
    view : CurveView
        The curve it belongs to; theme, runs and cursor are taken from it.
    """

    def __init__(self, view: CurveView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = view.picture
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("LegendRow", "Values at the cursor"))
        view.changed.connect(self._renew)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line."""
        return QSize(200, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: the height counts."""
        return QSize(60, HEIGHT)

    def _renew(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the line."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), colour(self._picture.theme.surface))
            paint_legend(painter, self._picture, QPointF(0.0, 0.0), float(self.width()))
