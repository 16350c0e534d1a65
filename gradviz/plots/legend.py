"""The legend that is a readout: swatch, name and value at the cursor of every run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gradviz.plots import polylines
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.lettering import face
from gradviz.plots.marks import Marks, marks, to_path
from gradviz.plots.numerals import readout
from gradviz.plots.trails import pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.plots.curves import CurveView
    from gradviz.plots.picture import LegendEntry, Picture
    from gradviz.plots.themes import RunStyle, Theme

HEIGHT: Final = 20
_SWATCH: Final = 20.0
_GAP: Final = 6.0
_BETWEEN: Final = 16.0
_NAME_WIDTH: Final = 92.0


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


@dataclass(frozen=True, slots=True)
class _Item:
    """One run of a legend: its swatch, name and value, or one of these where room is short."""

    style: RunStyle
    name: str
    value: str

    @property
    def width(self) -> float:
        name = face().width(self.name) + _GAP if self.name else 0.0
        return _SWATCH + _GAP + name + face(bold=True).width(self.value)

    def paint(self, painter: QPainter, x: float, level: float, theme: Theme) -> None:
        paint_swatch(painter, x, level, self.style, theme)
        x += _SWATCH + _GAP
        if self.name:
            face().write(painter, (x, level), self.name, colour(theme.text_muted))
            x += face().width(self.name) + _GAP
        face(bold=True).write(painter, (x, level), self.value, colour(theme.text))


def paint_legend(
    painter: QPainter, picture: Picture, at: QPointF, width: float, *, is_still: bool = False
) -> None:
    """Write the legend of a picture in one line.

    Without room for everything there are values alone, or in a still figure, where nothing else
    tells the runs apart, names alone; runs for which there is no room then are counted at the end.
    """
    theme, x, level = picture.theme, at.x(), at.y() + HEIGHT / 2
    items = _fitting(picture.legend(), width, is_still=is_still)
    for index, item in enumerate(items):
        left = len(items) - index - 1
        rest = f"+{left + 1}"
        room = at.x() + width - x - (face().width(rest) + _BETWEEN if left else 0.0)
        if item.width > room and index > 0:
            face().write(painter, (x, level), rest, colour(theme.text_muted))
            return
        item.paint(painter, x, level, theme)
        x += item.width + _BETWEEN


def _fitting(entries: Sequence[LegendEntry], width: float, *, is_still: bool) -> list[_Item]:
    """Return the runs with names and values, or with one of these where that would be too wide."""
    named = [
        _Item(style, face().elided(name, _NAME_WIDTH), written(value))
        for style, name, value in entries
    ]
    needs = sum(item.width for item in named) + _BETWEEN * (len(named) - 1)
    if needs <= width:
        return named
    return [replace(item, value="") if is_still else replace(item, name="") for item in named]


def written(value: float | str) -> str:
    """Return the value of an entry as it is read."""
    return value if isinstance(value, str) else readout(value, 3)


class LegendRow(QWidget):
    """One line above a curve that names its runs with their values at the cursor.

    Parameters
    ----------
    view : CurveView
        The curve it belongs to; theme, runs and cursor are taken from it.

    Attributes
    ----------
    picture : Picture
        Whose legend it shows.
    """

    def __init__(self, view: CurveView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = view.picture
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

    def event(self, event: QEvent) -> bool:
        """Name all runs in the tooltip: the line may have no room for them."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            lines = [f"{name}  {written(value)}" for _, name, value in self.picture.legend()]
            QToolTip.showText(event.globalPos(), "\n".join(lines), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the line."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), colour(self.picture.theme.surface))
            paint_legend(painter, self.picture, QPointF(0.0, 0.0), float(self.width()))
