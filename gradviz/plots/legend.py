"""The legend that is a readout: swatch, name and value at the cursor of every run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
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
_BETWEEN_STACKS: Final = 9.0
_NAME_WIDTH: Final = 92.0
_BELOW: Final = 15
"""Pixels from a name to a value under it."""


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
    """One run of a legend: its swatch, name and value, or no value where room is short."""

    style: RunStyle
    name: str
    value: str

    @property
    def between(self) -> float:
        return _BETWEEN

    @property
    def width(self) -> float:
        name = _SWATCH + _GAP + face().width(self.name)
        return name + _GAP + face(bold=True).width(self.value)

    def paint(self, painter: QPainter, x: float, level: float, theme: Theme) -> None:
        paint_swatch(painter, x, level, self.style, theme)
        x += _SWATCH + _GAP
        face().write(painter, (x, level), self.name, colour(theme.text_muted))
        x += face().width(self.name) + _GAP
        face(bold=True).write(painter, (x, level), self.value, colour(theme.text))


@dataclass(frozen=True, slots=True)
class _Stacked(_Item):
    """One run of a legend in a narrow place: its value under its name."""

    @property
    def between(self) -> float:
        return _BETWEEN_STACKS

    @property
    def width(self) -> float:
        return max(_SWATCH + _GAP + face().width(self.name), _value_room())

    def paint(self, painter: QPainter, x: float, level: float, theme: Theme) -> None:
        paint_swatch(painter, x, level, self.style, theme)
        face().write(painter, (x + _SWATCH + _GAP, level), self.name, colour(theme.text_muted))
        face(bold=True).write(painter, (x, level + _BELOW), self.value, colour(theme.text))


def _value_room() -> float:
    """Return how wide a value may come to be: columns do not move while a run is played."""
    return face(bold=True).width(readout(8.88e-88, 3))


def paint_legend(painter: QPainter, picture: Picture, at: QPointF, width: float) -> None:
    """Write the legend of a still picture in one line.

    Without room for everything there are names alone: nothing else tells the runs apart. Runs for
    which there is no room then are counted at the end.
    """
    items = _items(picture.legend())
    if sum(item.width for item in items) + _BETWEEN * (len(items) - 1) > width:
        items = [replace(item, value="") for item in items]
    _paint_items(painter, items, at, width, picture.theme)


def _paint_items(
    painter: QPainter, items: Sequence[_Item], at: QPointF, width: float, theme: Theme
) -> None:
    x, level = at.x(), at.y() + HEIGHT / 2
    for index, item in enumerate(items):
        left = len(items) - index - 1
        rest = f"+{left + 1}"
        room = at.x() + width - x - (face().width(rest) + item.between if left else 0.0)
        if item.width > room and index > 0:
            face().write(painter, (x, level), rest, colour(theme.text_muted))
            return
        item.paint(painter, x, level, theme)
        x += item.width + item.between


def _items(entries: Sequence[LegendEntry], kind: type[_Item] = _Item) -> list[_Item]:
    return [
        kind(style, face().elided(name, _NAME_WIDTH), written(value))
        for style, name, value in entries
    ]


def _is_wide(entries: Sequence[LegendEntry], width: float) -> bool:
    """Tell whether names and values have no room in one line, whatever the values come to be."""
    values = len(entries) * (_GAP + _value_room()) + (len(entries) - 1) * _BETWEEN
    names = (_SWATCH + _GAP + face().width(item.name) for item in _items(entries))
    return sum(names) + values > width


def written(value: float | str) -> str:
    """Return the value of an entry as it is read."""
    return value if isinstance(value, str) else readout(value, 3)


class LegendRow(QWidget):
    """A line above a curve that names its runs with their values at the cursor.

    Where that is too narrow, the values are in a line of their own.

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
        self._is_stacked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("LegendRow", "Values at the cursor"))
        view.changed.connect(self._renew)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line, or of two."""
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: the height counts."""
        return QSize(60, self._height())

    def _height(self) -> int:
        return HEIGHT + _BELOW if self._is_stacked else HEIGHT

    def _renew(self) -> None:
        is_stacked = _is_wide(self.picture.legend(), self.width())
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take a second line where one is too narrow now."""
        super().resizeEvent(event)
        self._renew()

    def event(self, event: QEvent) -> bool:
        """Name all runs in the tooltip: the line may have no room for them."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            lines = [f"{name}  {written(value)}" for _, name, value in self.picture.legend()]
            QToolTip.showText(event.globalPos(), "\n".join(lines), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the lines."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), colour(self.picture.theme.surface))
            kind = _Stacked if self._is_stacked else _Item
            items = _items(self.picture.legend(), kind)
            _paint_items(painter, items, QPointF(), float(self.width()), self.picture.theme)
