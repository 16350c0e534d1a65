"""Samples on a stamp: points in the colours of their classes, a line, a digit, a small network."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from gradviz.core.network.datasets import SIDE
from gradviz.core.network.input_planes import telling_pair
from gradviz.core.network.problems import problem_named
from gradviz.plots.colours import blended, colour
from gradviz.plots.marks import marks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.network.data import Data
    from gradviz.plots.themes import Theme

MOST: Final = 90
"""Points of a stamp."""
_LOOKED_AT: Final = 400
_INPUTS: Final = 8
"""Samples and inputs that the two inputs to draw are chosen from."""
_FEW: Final = 8
"""As many points are drawn larger."""
_DIGIT: Final = 3
_RADIUS: Final = 1.25
_STRETCH: Final = 1.5
"""The most that one axis is scaled beyond the other."""


@cache
def stamp_samples(key: str) -> Data:
    """Return the samples that a ready problem's stamp is painted from."""
    return problem_named(key).samples(0, test_share=0.0, is_standardised=False)[0]


def paint_stamp(painter: QPainter, area: QRectF, key: str, data: Data | None, theme: Theme) -> None:
    """Paint a problem into `area`.

    Parameters
    ----------
    painter : QPainter
        With what; what it draws by stays as it is.
    area : QRectF
        Where, in pixels.
    key : str
        Which problem.
    data : Data or None
        Its samples; None for data of one's own that there are none of yet.
    theme : Theme
        In which colours.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if data is None:
        _paint_sheet(painter, area, theme)
    elif key == "digits":
        _paint_digit(painter, area, data, theme)
    elif data.count == 1:
        _paint_network(painter, area, data, theme)
    elif data.classes:
        _paint_classes(painter, area, data, theme)
    else:
        _paint_line(painter, area, data, theme)
    painter.restore()


def _some(data: Data, most: int) -> Data:
    """Return at most so many of the samples, drawn by lot."""
    if data.count <= most:
        return data
    generator = np.random.Generator(np.random.PCG64(0))
    return data.taken(np.sort(generator.permutation(data.count)[:most]))


def _paint_classes(painter: QPainter, area: QRectF, data: Data, theme: Theme) -> None:
    shown = _some(data, MOST)
    radius, inset = (_RADIUS, 0.0) if shown.count > _FEW else (2 * _RADIUS, 4.0)
    places = _placed(_plane(data, shown), area.adjusted(inset, inset, -inset, -inset))
    for label in np.unique(shown.labels).tolist():
        style = theme.class_style(label)
        drawn = marks(style.symbol, places[shown.labels == label], radius, 0.0)
        painter.fillPath(drawn.inside, colour(style.colour))


def _plane(data: Data, shown: Data) -> NDArray[np.float64]:
    """Return the two inputs that tell classes apart best, or the one there is beside the class."""
    inputs = shown.inputs
    if inputs.shape[1] == 1:
        return np.column_stack([inputs[:, 0], shown.labels.astype(float)])
    if inputs.shape[1] == 2:  # noqa: PLR2004 - there is nothing to choose
        return inputs
    few = _some(data, _LOOKED_AT)
    return inputs[:, telling_pair(replace(few, inputs=few.inputs[:, :_INPUTS]))]


def _placed(points: NDArray[np.float64], area: QRectF) -> NDArray[np.float64]:
    """Return where points, shape (b, 2), lie in `area`: all within, about as wide as high."""
    largest = np.abs(points).max(axis=0)
    scale = np.where(largest > 0.0, largest, 1.0)
    units = points / scale
    low, spread = units.min(axis=0), np.ptp(units, axis=0)
    extent = spread * (scale / scale.max())  # as wide and high, but for a factor
    room = np.array([area.width(), area.height()])
    with np.errstate(all="ignore"):
        factors = room / extent
        shown = np.minimum(factors, _STRETCH * factors.min()) * extent
    shown = np.where(np.isfinite(shown), np.minimum(shown, room), 0.0)
    within = np.where(spread > 0.0, (units - low) / np.where(spread > 0.0, spread, 1.0) - 0.5, 0.0)
    centre = np.array([area.center().x(), area.center().y()])
    made: NDArray[np.float64] = centre + within * shown * (1.0, -1.0)
    return made


def _paint_line(painter: QPainter, area: QRectF, data: Data, theme: Theme) -> None:
    """Paint numbers over the first input, and the straight line that meets them best."""
    few = _some(data, MOST // 2)
    x, y = few.inputs[:, 0], few.targets[:, 0]
    away = x - x.mean()
    slope = float(away @ y / (away @ away))
    ends = np.array([x.min(), x.max()])
    line = np.column_stack([ends, y.mean() + slope * (ends - x.mean())])
    places = _placed(np.vstack([line, np.column_stack([x, y])]), area)
    drawn = marks("o", places[2:], _RADIUS, 0.0)
    painter.fillPath(drawn.inside, colour(theme.class_style(0).colour))
    painter.setPen(QPen(colour(theme.class_style(1).colour), 1.2))
    (x0, y0), (x1, y1) = places[:2].tolist()
    painter.drawLine(QLineF(x0, y0, x1, y1))


def _paint_digit(painter: QPainter, area: QRectF, data: Data, theme: Theme) -> None:
    """Paint the first sample of a three: eight pixels by eight."""
    levels = data.inputs[int(np.flatnonzero(data.labels == _DIGIT)[0])].reshape(SIDE, SIDE)
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    for row in range(SIDE):
        for column in range(SIDE):
            ink = blended(theme.text, theme.sunken, round(float(levels[row, column]), 3))
            image.setPixelColor(column, row, colour(ink))
    side = min(area.width(), area.height())
    corner = area.center() - QPointF(side / 2.0, side / 2.0)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    painter.drawImage(QRectF(corner.x(), corner.y(), side, side), image)


def _paint_network(painter: QPainter, area: QRectF, data: Data, theme: Theme) -> None:
    """Paint a layer of weights from each input to each class."""
    inputs = _column(area, area.left() + 5.0, data.inputs.shape[1])
    outputs = _column(area, area.right() - 5.0, data.targets.shape[1])
    painter.setPen(QPen(colour(theme.text_faint), 0.8))
    painter.drawLines([QLineF(a, b) for a in inputs for b in outputs])
    painter.setPen(Qt.PenStyle.NoPen)
    for place in inputs:
        painter.setBrush(colour(theme.text_muted))
        painter.drawEllipse(place, 3.0, 3.0)
    for label, place in enumerate(outputs):
        style = theme.class_style(label)
        drawn = marks(style.symbol, np.array([[place.x(), place.y()]]), 3.0, 0.0)
        painter.fillPath(drawn.inside, colour(style.colour))


def _column(area: QRectF, x: float, count: int) -> list[QPointF]:
    apart = area.height() / max(count, 2)
    middle = area.center().y()
    return [QPointF(x, middle + apart * (i - (count - 1) / 2.0)) for i in range(count)]


def _paint_sheet(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Paint a table with a heading: something to be opened."""
    sheet = QRectF(0.0, 0.0, 0.8 * area.width(), 0.7 * area.height())
    sheet.moveCenter(area.center())
    row, column = sheet.height() / 4.0, sheet.width() / 3.0
    head = QRectF(sheet.left(), sheet.top(), sheet.width(), row)
    painter.fillRect(head, colour(theme.border))
    painter.setPen(QPen(colour(theme.text_faint), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(sheet)
    for i in (1, 2, 3):
        down = sheet.top() + i * row
        painter.drawLine(QLineF(sheet.left(), down, sheet.right(), down))
    for i in (1, 2):
        across = sheet.left() + i * column
        painter.drawLine(QLineF(across, sheet.top(), across, sheet.bottom()))
