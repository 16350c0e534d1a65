"""The readout under the mouse: what the network answers there, and the sample that is nearest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QLineF
from PySide6.QtGui import QPen

from gradviz.plots.axes import area
from gradviz.plots.colours import colour
from gradviz.plots.crosshair import paint_ring
from gradviz.plots.frames import Row, paint_readout, readout_size
from gradviz.plots.numerals import coordinate, readout
from gradviz.plots.polylines import Box
from gradviz.plots.regions_marks import chosen
from gradviz.plots.regions_state import PLANES
from gradviz.plots.regions_words import (
    answer_word,
    axis_names,
    nearest_words,
    no_number_words,
    percent,
    residual_word,
    short,
    taken_for_word,
    target_word,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPainter

    from gradviz.document.regions import Answered, RegionsStudy
    from gradviz.plots.axes import Projection
    from gradviz.plots.regions_picture import RegionsPicture
    from gradviz.plots.themes import Theme

MOST_CLASSES: Final = 4
"""Classes whose probability is told, the most probable first."""
REACH: Final = 60.0
"""Pixels within which the nearest sample is told about."""
_INSET: Final = 10.0
_NAMED: Final = 24.0
"""Room at the lower edge, where the name of the axis is."""
_AWAY: Final = 24.0
_LOW: Final = 320.0
"""Height of a plot below which less is told."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """A sample near the pointer: where it is in pixels, and which."""

    x: float
    y: float
    answered: Answered
    index: int


def nearest(
    picture: RegionsPicture, projection: Projection, at: tuple[float, float]
) -> Nearest | None:
    """Return the sample that is drawn nearest to a pixel; None if none is near."""
    found: Nearest | None = None
    least = REACH
    for answered in picture.shown():
        among = chosen(len(answered.places))
        pixels = projection.pixels(*answered.places[among].T)
        inside = projection.box.holds(pixels)
        away = np.where(inside, np.hypot(*(pixels - at).T), np.inf)
        place = int(away.argmin())
        if away[place] < least:
            least = float(away[place])
            x, y = pixels[place].tolist()
            found = Nearest(x, y, answered, int(among[place]))
    return found


def paint_hover(
    painter: QPainter, picture: RegionsPicture, size: QSizeF, at: tuple[float, float]
) -> None:
    """Paint the readout for the pixel `at`, in the corner it does not hide."""
    study, projection = picture.study, picture.projection(size)
    if study is None or projection is None:
        return
    near = nearest(picture, projection, at)
    if near is not None:
        painter.setPen(QPen(colour(picture.theme.text_muted), 1.0))
        painter.drawLine(QLineF(*at, near.x, near.y))
    paint_ring(painter, at, picture.theme)
    rows = hover_rows(study, projection, at, picture.theme)
    if near is not None:
        rows += sample_rows(study, near, picture.theme)
    place = _corner(projection.box, readout_size(rows), at, picture.key_box)
    paint_readout(painter, area(place), rows, picture.theme)


def _corner(box: Box, size: tuple[float, float], at: tuple[float, float], key: Box | None) -> Box:
    """Return a place for the readout at the right that hides neither the pointer nor the key."""
    across, down = size
    left = round(box.right - _INSET - across)
    tops = (round(box.bottom - _NAMED - down), round(box.top + _INSET))
    places = [Box(left, top, left + across, top + down) for top in tops]
    free = [place for place in places if not place.grown(_AWAY).has(*at)]
    return next(
        (place for place in free if key is None or not place.meets(key)),
        free[0] if free else places[0],
    )


def hover_rows(
    study: RegionsStudy, projection: Projection, at: tuple[float, float], theme: Theme
) -> list[Row]:
    """Return what is said of the pixel itself."""
    x, y = projection.data(*at)
    names = axis_names(study)
    x_text = coordinate(x, 1.0 / projection.x_scale)
    rows = [Row(names[0], x_text)]
    if study.kind in PLANES:
        rows.append(Row(names[1], coordinate(y, 1.0 / projection.y_scale)))
    answer = study.answer_at(x, y)
    if not np.isfinite(answer).all():
        return [*rows, Row(answer_word(), no_number_words())]
    if not study.classes:
        return [*rows, Row(answer_word(), readout(float(answer[0])))]
    box = projection.box
    most = MOST_CLASSES if box.bottom - box.top > _LOW else MOST_CLASSES // 2
    order = np.argsort(-answer, kind="stable")[:most].tolist()
    return rows + [
        Row(short(study.classes[k]), percent(float(answer[k])), theme.class_style(k).colour)
        for k in order
    ]


def sample_rows(study: RegionsStudy, near: Nearest, theme: Theme) -> list[Row]:
    """Return what is said of the nearest sample: what it is, and what it is taken for."""
    answered, index = near.answered, near.index
    words = nearest_words(is_test=answered is study.test, number=index)
    target, answer = answered.targets[index].item(), answered.answers[index].item()
    if not study.classes:
        return [
            Row(words, ""),
            Row(target_word(), readout(target)),
            Row(answer_word(), readout(answer)),
            Row(residual_word(), readout(target - answer)),
        ]
    style = theme.class_style(target)
    rows = [Row(words, short(study.classes[target]), style.colour)]
    if answer < 0:
        return [*rows, Row(taken_for_word(), no_number_words())]
    sure = percent(float(answered.probabilities[index]))
    name = f"{short(study.classes[answer])}, {sure}"
    return [*rows, Row(taken_for_word(), name, theme.class_style(answer).colour)]
