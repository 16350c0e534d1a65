"""The edges of the drawn network: weights by sign and size, and those of the chosen unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from gradviz.plots.backprop_maths import backward_ink, forward_ink
from gradviz.plots.backprop_stages import StageKind
from gradviz.plots.colours import colour
from gradviz.plots.lettering import Align, face
from gradviz.plots.numerals import compact
from gradviz.plots.sketch_edges import LEVELS, edge_pen, sign_colour, signed_pen, strength

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.plots.backprop_lit import Lit
    from gradviz.plots.backprop_plan import Column, Plan
    from gradviz.plots.themes import Theme

    Vector = NDArray[np.float64]

__all__ = ["paint_edges"]

_REST: Final = 0.55
"""How strong weights are drawn that are not at work, beside those that are."""
_THIN, _THICK = 1.0, 2.4
_HEAD: Final = 4.5
_LABEL_GAP: Final = 84.0
_LABEL_PITCH: Final = 15.0
_MOST_LABELS: Final = 6
_LABEL_PLACE: Final = 0.26
"""How far along an edge its number stands, from the end where edges are apart."""


def paint_edges(
    painter: QPainter, plan: Plan, lit: Lit, chosen: Mapping[int, int], theme: Theme
) -> None:
    """Paint the edges between the columns, and the way from the scores to the loss."""
    for first, second in zip(plan.columns, plan.columns[1:], strict=False):
        if second.number > lit.layers:
            _paint_way_to_loss(painter, first, second, lit, theme)
            continue
        share = 1.0 if lit.gap in {None, second.number} else _REST
        _paint_gap(painter, first, second, lit, share, theme)
    for first, second in zip(plan.columns, plan.columns[1:], strict=False):
        if second.number == lit.gap:
            _paint_fan(painter, (first, second), lit, chosen, theme)
        elif lit.stage.kind is StageKind.UPDATE and second.number == lit.stage.layer:
            _paint_moved(painter, (first, second), lit, chosen, theme)


def _paint_gap(
    painter: QPainter, first: Column, second: Column, lit: Lit, share: float, theme: Theme
) -> None:
    """Paint all edges of a layer, the faint ones first."""
    matrix = lit.study.layers[second.number - 1].weights
    weights = matrix[np.ix_(first.units, second.units)].ravel()
    strengths = strength(weights, first.count) * share
    ranked = np.where(np.isnan(strengths), 1.0, strengths)
    levels = np.minimum((ranked * LEVELS).astype(np.intp), LEVELS - 1)
    signs = np.where(np.isnan(weights), 2, weights > 0.0).astype(np.intp)
    groups = levels * 3 + signs
    lines = [
        QLineF(first.right + 1.0, y, second.left - 1.0, to)
        for y in first.levels
        for to in second.levels
    ]
    for group in np.unique(groups).tolist():
        painter.setPen(edge_pen(group % 3, group // 3, theme))
        painter.drawLines([lines[i] for i in np.flatnonzero(groups == group).tolist()])


def _paint_way_to_loss(
    painter: QPainter, first: Column, second: Column, lit: Lit, theme: Theme
) -> None:
    """Paint a brace from the outputs to the loss."""
    kind = lit.stage.kind
    ink, width = theme.border, 1.2
    if kind in {StageKind.LOSS, StageKind.LOSS_BACK}:
        ink = forward_ink(theme) if kind is StageKind.LOSS else backward_ink(theme)
        width = 2.0
    painter.setPen(QPen(colour(ink), width))
    top, bottom = first.levels[0], first.levels[-1]
    level, end = second.levels[0], second.left - 3.0
    if len(first.levels) == 1:
        painter.drawLine(QLineF(first.right + 4.0, level, end, level))
        return
    spine = end - 12.0
    lines = [QLineF(spine, top, spine, bottom), QLineF(spine, level, end, level)]
    lines += [QLineF(spine - 4.0, y, spine, y) for y in (top, bottom)]
    painter.drawLines(lines)


# --- the edges of the chosen unit


def _paint_fan(
    painter: QPainter,
    ends: tuple[Column, Column],
    lit: Lit,
    chosen: Mapping[int, int],
    theme: Theme,
) -> None:
    """Paint the edges that lead to the chosen unit, or back to it, with what they carry."""
    is_back = lit.stage.kind is StageKind.AFFINE_BACK
    near, far = (ends[0], ends[1]) if is_back else (ends[1], ends[0])
    unit = chosen.get(near.number, 0)
    if unit not in near.units:
        return
    own = lit.study.layers[ends[1].number - 1]
    weights = own.weights[unit] if is_back else own.weights[:, unit]
    lines = _fan_lines(near, far, near.levels[near.units.index(unit)], is_back=is_back)
    strengths = np.nan_to_num(strength(weights, len(own.given)), nan=1.0)
    for line, other in zip(lines, far.units, strict=True):
        _paint_strong(painter, line, float(weights[other]), float(strengths[other]), theme)
    ink = backward_ink(theme) if is_back else forward_ink(theme)
    for line in lines:
        _paint_head(painter, line, ink, at=0.5)
    carried = own.by_weights[unit] if is_back else weights
    _paint_labels(painter, lines, far, carried, (ink if is_back else theme.text), theme)


def _paint_moved(
    painter: QPainter,
    ends: tuple[Column, Column],
    lit: Lit,
    chosen: Mapping[int, int],
    theme: Theme,
) -> None:
    """Paint the one weight whose update is told of."""
    first, second = ends
    source, unit = chosen.get(first.number, 0), chosen.get(second.number, 0)
    if source not in first.units or unit not in second.units:
        return
    begin = first.levels[first.units.index(source)]
    end = second.levels[second.units.index(unit)]
    own = lit.study.layers[second.number - 1]
    line = QLineF(first.right + 1.0, begin, second.left - 1.0, end)
    _paint_strong(painter, line, float(own.weights[source, unit]), 1.0, theme)
    if own.next_weights is not None and line.dx() >= _LABEL_GAP:
        _write_on(painter, line.center(), float(own.next_weights[source, unit]), theme.text, theme)


def _paint_strong(
    painter: QPainter, line: QLineF, weight: float, share: float, theme: Theme
) -> None:
    """Paint an edge that stands out."""
    sign = 2 if np.isnan(weight) else int(weight > 0.0)
    width = _THIN + (_THICK - _THIN) * share
    painter.setPen(signed_pen(sign, sign_colour(sign, theme), width))
    painter.drawLine(line)


def _fan_lines(near: Column, far: Column, level: float, *, is_back: bool) -> list[QLineF]:
    """Return the edges of a unit, each in the direction in which numbers flow."""
    if is_back:  # from the right to the left
        return [QLineF(far.left - 1.0, y, near.right + 1.0, level) for y in far.levels]
    return [QLineF(far.right + 1.0, y, near.left - 1.0, level) for y in far.levels]


def _paint_head(painter: QPainter, line: QLineF, ink: str, *, at: float) -> None:
    """Paint the head of an arrow on a line."""
    tip = line.pointAt(at)
    along = line.unitVector()
    dx, dy = along.dx() * _HEAD, along.dy() * _HEAD
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ink))
    front = tip + QPointF(dx, dy)
    back = tip - QPointF(dx, dy)
    side = QPointF(-dy, dx) * 0.8
    painter.drawPolygon(QPolygonF([front, back + side, back - side]))


def _paint_labels(
    painter: QPainter, lines: list[QLineF], far: Column, values: Vector, ink: str, theme: Theme
) -> None:
    """Write what each edge carries near its far end, if there is room for it."""
    pitch = far.levels[1] - far.levels[0] if len(far.levels) > 1 else _LABEL_PITCH
    is_narrow = abs(lines[0].dx()) < _LABEL_GAP or pitch < _LABEL_PITCH
    if is_narrow or len(lines) > _MOST_LABELS:
        return
    for line, unit in zip(lines, far.units, strict=True):
        _write_on(painter, line.pointAt(_LABEL_PLACE), float(values[unit]), ink, theme)


def _write_on(painter: QPainter, at: QPointF, value: float, ink: str, theme: Theme) -> None:
    """Write a number on an edge."""
    letters, text = face(), compact(value + 0.0, 3)
    width = letters.width(text) + 6.0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.surface))
    painter.drawRoundedRect(QRectF(at.x() - width / 2.0, at.y() - 7.0, width, 14.0), 3.0, 3.0)
    letters.write(painter, (at.x(), at.y()), text, colour(ink), Align.AlignHCenter)
