"""Epochs along an axis of steps: labels in a row of their own, faint rules where they end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF
from PySide6.QtGui import QPen

from gradviz.plots.colours import colour
from gradviz.plots.lettering import Align, face

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gradviz.plots.abscissas import Abscissa
    from gradviz.plots.axes import Projection
    from gradviz.plots.themes import Theme

ROW: Final = 14.0
"""Height of the row."""
_BASE: Final = 13.0
"""From the plot down to the labels of steps, as those of every axis."""
_APART: Final = 14.0
_ROOM: Final = 34.0
_WORD_GAP: Final = 4.0
_NICE: Final = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class EpochTicks:
    """Some ends of epochs: their numbers, and the places along the axis where they are."""

    numbers: tuple[int, ...]
    places: tuple[float, ...]


def epoch_ticks(projection: Projection, along: Abscissa, pace: int, last: int) -> EpochTicks:
    """Return the ends of epochs of `pace` steps, up to step `last`, that there is room to label."""
    whole = last // pace
    across = projection.box.right - projection.box.left
    stride = _stride(max(whole, 1) * _ROOM / max(across, 1.0))
    numbers = np.arange(0, whole + 1, stride)
    kept: list[tuple[int, float]] = []
    free = -np.inf
    for number, place in zip(numbers.tolist(), along.of(numbers * pace).tolist(), strict=True):
        half = face().width(str(number)) / 2.0
        column = projection.place(place, projection.y_min)[0]
        if column - half >= free:  # not where it is no number
            kept.append((number, place))
            free = column + half + _APART
    return EpochTicks(tuple(n for n, _ in kept), tuple(p for _, p in kept))


def _stride(least: float) -> int:
    """Return the least of 1, 2, 5, 10, ... that is not less."""
    decade = 1
    while True:
        for factor in _NICE:
            if factor * decade >= least:
                return factor * decade
        decade *= 10


def words_width() -> float:
    """Return how far the names of the rows reach to the left of the plot, in pixels."""
    words = max(face().width(step_word()), face().width(epoch_word()))
    return words + _WORD_GAP + face().width("0") / 2.0 + 1.0


def step_word() -> str:
    """Return what a row of steps is called."""
    return QCoreApplication.translate("CurveView", "step")


def epoch_word() -> str:
    """Return what a row of epochs is called."""
    return QCoreApplication.translate("CurveView", "epoch")


def step_and_epoch(step: int, pace: int) -> str:
    """Return the words for a step, and for the epochs of `pace` steps complete by then."""
    text = QCoreApplication.translate("CurveView", "step {0}, epoch {1}")
    return text.format(step, step // pace)


def paint_rules(
    painter: QPainter, projection: Projection, ticks: EpochTicks, theme: Theme, bottom: float
) -> None:
    """Paint a faint rule where each labelled epoch ends."""
    painter.setPen(QPen(colour(theme.plot_grid), 1.0))
    for place in ticks.places:
        column = round(projection.place(place, projection.y_min)[0]) + 0.5
        painter.drawLine(QLineF(column, projection.box.top, column, bottom + 4.0))


def paint_epochs(
    painter: QPainter,
    projection: Projection,
    ticks: EpochTicks,
    theme: Theme,
    *,
    names_steps: bool,
) -> None:
    """Write the row of epochs, the lower one, and what the two rows count."""
    letters, box = face(), projection.box
    muted, faint = colour(theme.text_muted), colour(theme.text_faint)
    upper, lower = box.bottom + _BASE, box.bottom + _BASE + ROW
    for number, place in zip(ticks.numbers, ticks.places, strict=True):
        column = projection.place(place, projection.y_min)[0]
        letters.write(painter, (column, lower), str(number), faint, Align.AlignHCenter)
    edge = box.left - letters.width("0") / 2.0 - _WORD_GAP
    letters.write(painter, (edge, lower), epoch_word(), faint, Align.AlignRight)
    if names_steps:
        letters.write(painter, (edge, upper), step_word(), muted, Align.AlignRight)
