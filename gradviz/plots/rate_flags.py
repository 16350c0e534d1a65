"""Where learning rates were changed by hand while a run was under way: small flags on a curve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF
from PySide6.QtGui import QPen, QPolygonF

from gradviz.plots.colours import blended, colour
from gradviz.plots.frames import Row
from gradviz.plots.numerals import compact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from gradviz.plots.axes import Projection
    from gradviz.plots.curve_lines import Shown
    from gradviz.plots.themes import Theme

_HEIGHT, _LENGTH = 7.0, 8.0
_POLE: Final = 0.45
"""How strong the line under a flag is."""
_APART: Final = 3.0
"""Pixels between two flags of a run that are drawn."""
_NEAR: Final = 6.0


@dataclass(frozen=True, slots=True)
class RateFlag:
    """One change: of which run, from which step on, to what, and where that is in pixels."""

    run: int
    ink: str
    step: int
    lr: float
    column: float


def rate_flags(shown: Sequence[Shown], projection: Projection, theme: Theme) -> list[RateFlag]:
    """Return the flags of runs; of changes that fall into one place only the last."""
    flags = []
    for one in {one.index: one for one in shown}.values():
        last, flag = len(one.result.trajectory) - 1, None
        for step, lr in reversed(one.result.run.lr_changes):
            if step > last:
                continue
            column = projection.place(one.series.along.at(step), projection.y_min)[0]
            if np.isfinite(column) and (flag is None or flag.column - column >= _APART):
                flag = RateFlag(one.index, theme.run(one.result.run.style).colour, step, lr, column)
                flags.append(flag)
    return flags


def paint_flags(
    painter: QPainter, flags: Sequence[RateFlag], projection: Projection, theme: Theme
) -> None:
    """Paint a pole at every change, with a pennant at its top."""
    box = projection.box
    for flag in flags:
        x, top = round(flag.column) + 0.5, box.top - 4.0
        painter.setPen(QPen(colour(blended(flag.ink, theme.surface, _POLE)), 1.0))
        painter.drawLine(QLineF(x, top, x, box.bottom))
        away = -_LENGTH if x + _LENGTH > box.right else _LENGTH
        corners = QPointF(x, top), QPointF(x + away, top + _HEIGHT / 2.0), QPointF(x, top + _HEIGHT)
        painter.setPen(QPen(colour(flag.ink), 1.0))
        painter.setBrush(colour(flag.ink))
        painter.drawPolygon(QPolygonF(corners))


def rows_near(flags: Sequence[RateFlag], column: float) -> list[Row]:
    """Return what the flags near a pixel column tell."""
    text = QCoreApplication.translate("CurveView", "lr from step {0}")
    near = sorted((f for f in flags if abs(f.column - column) <= _NEAR), key=lambda f: f.step)
    return [Row(text.format(flag.step), compact(flag.lr, 4), flag.ink) for flag in near]
