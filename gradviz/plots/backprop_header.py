"""What stands over and under the drawn network: layers, symbols, arrows of the flow, the key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from gradviz.plots.backprop_maths import Tone, backward_ink, forward_ink
from gradviz.plots.backprop_plan import Quantity
from gradviz.plots.backprop_stages import StageKind, activation_name
from gradviz.plots.backprop_symbols import symbol
from gradviz.plots.colours import blended, colour
from gradviz.plots.lettering import SMALL, Align, face
from gradviz.plots.sketch_edges import sign_colour, signed_pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from gradviz.plots.backprop_lit import Lit
    from gradviz.plots.backprop_maths import Atom
    from gradviz.plots.backprop_plan import Column, Plan
    from gradviz.plots.themes import Theme

__all__ = ["paint_band", "paint_header", "paint_key"]

_NAMES: Final = 11.0
_SYMBOLS: Final = 29.0
_FORWARD, _BACKWARD = 26.0, 34.0
_MATHS: Final = 14
_HEAD: Final = 3.5
_LEAST_NAME: Final = 20.0
_BAND: Final = 0.08
_MARGIN: Final = 7.0
_LINE: Final = 20.0
"""Length of a line in the key: two dashes."""


def paint_band(painter: QPainter, plan: Plan, lit: Lit, theme: Theme) -> None:
    """Lay a soft ground under what is at work."""
    ends = [plan.column(n) for n in (lit.stage.column, lit.partner)]
    seen = [column for column in ends if column is not None]
    kind = lit.stage.kind
    if kind in {StageKind.SAMPLE, StageKind.ACTIVATION_BACK}:
        seen = seen[:1]
    if kind is StageKind.UPDATE or not seen:
        return
    ink = backward_ink(theme) if lit.stage.is_backward else forward_ink(theme)
    first, last = (side(seen, key=lambda column: column.left) for side in (min, max))
    # with the names beside the units
    before = plan.needs.before if first.number == 0 else 0.0
    behind = plan.needs.behind if last.number == lit.layers else 0.0
    left, right = first.left - before - _MARGIN, last.right + behind + _MARGIN
    top = plan.network.top() + 2.0
    box = QRectF(left, top, right - left, plan.network.bottom() - 20.0 - top)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(blended(ink, theme.surface, _BAND)))
    painter.drawRoundedRect(box, 8.0, 8.0)


def paint_header(painter: QPainter, plan: Plan, lit: Lit, theme: Theme) -> None:
    """Name columns and layers, and show how far the numbers have come."""
    for column in plan.columns:
        _paint_column_name(painter, plan, column, lit, theme)
    for first, second in zip(plan.columns, plan.columns[1:], strict=False):
        _paint_gap_name(painter, plan, (first, second), lit, theme)
    top, middle = plan.network.top(), _SYMBOLS - 6.0
    muted = colour(theme.text_muted)
    if plan.columns[0].number > 0:
        at = (plan.columns[0].left - 8.0, top + middle)
        face().write(painter, at, "\N{HORIZONTAL ELLIPSIS}", muted, Align.AlignRight)
    if plan.columns[-1].number <= lit.layers:
        at = (plan.columns[-1].right + 8.0, top + middle)
        face().write(painter, at, "\N{HORIZONTAL ELLIPSIS}", muted)


def _paint_column_name(
    painter: QPainter, plan: Plan, column: Column, lit: Lit, theme: Theme
) -> None:
    top = plan.network.top()
    name = _column_name(column, lit)
    at = (column.middle, top + _NAMES)
    face().write(painter, at, name, colour(theme.text_muted), Align.AlignHCenter)
    for cell in column.cells:
        atoms = _cell_symbol(cell.quantity, column.number, lit.layers)
        _write_atoms(painter, (cell.left + cell.width / 2.0, top + _SYMBOLS), atoms, theme)
    if len(column.units) < column.count:
        words = QCoreApplication.translate("Backprop", "{0} of {1}")
        text = words.format(len(column.units), column.count)
        level = plan.network.bottom() - 26.0
        face().write(
            painter, (column.middle, level), text, colour(theme.text_muted), Align.AlignHCenter
        )


def _column_name(column: Column, lit: Lit) -> str:
    if column.number == 0:
        return QCoreApplication.translate("Backprop", "sample")
    if column.number > lit.layers:
        return QCoreApplication.translate("Backprop", "loss")
    if column.number < lit.layers:
        return activation_name(lit.study.network.activation)
    if lit.study.probabilities is None:
        return QCoreApplication.translate("Backprop", "answer")
    return QCoreApplication.translate("Backprop", "softmax")


def _cell_symbol(quantity: Quantity, column: int, layers: int) -> list[Atom]:
    numbered = quantity in {Quantity.AFFINE, Quantity.ACTIVE} and layers > 1
    return symbol(quantity.value, column if numbered else 0)


def _write_atoms(
    painter: QPainter, at: tuple[float, float], atoms: Sequence[Atom], theme: Theme
) -> None:
    """Write maths with its middle at ``at[0]``, about the height ``at[1]``."""
    widths = [atom.measure(_MATHS)[0] for atom in atoms]
    x = at[0] - sum(widths) / 2.0
    for atom, width in zip(atoms, widths, strict=True):
        atom.paint(painter, (x, at[1] + 4.0), _MATHS, theme)
        x += width


def _paint_gap_name(
    painter: QPainter, plan: Plan, ends: tuple[Column, Column], lit: Lit, theme: Theme
) -> None:
    """Name the layer between two columns over the arrows of the flow."""
    first, second = ends
    top, layer = plan.network.top(), second.number
    left, right = first.right + 8.0, second.left - 8.0
    if layer <= lit.layers:
        name = QCoreApplication.translate("Backprop", "affine {0}").format(layer)
        if lit.layers == 1:
            name = QCoreApplication.translate("Backprop", "affine")
        middle = (left + right) / 2.0
        if face().width(name) <= right - left:
            ink = colour(theme.text_muted)
            face().write(painter, (middle, top + _NAMES), name, ink, Align.AlignHCenter)
        elif right - left >= _LEAST_NAME:
            atoms = symbol("W", layer if lit.layers > 1 else 0, tone=Tone.MUTED)
            _write_atoms(painter, (middle, top + _NAMES), atoms, theme)
    went, came = _flow(layer, lit)
    _paint_arrow(painter, QLineF(left, top + _FORWARD, right, top + _FORWARD), went, theme)
    _paint_arrow(painter, QLineF(right, top + _BACKWARD, left, top + _BACKWARD), came, theme)


_Flow = tuple[str, float]
"""Colour and width of an arrow; the colour is a name of the flow, empty before it has begun."""


def _flow(layer: int, lit: Lit) -> tuple[_Flow, _Flow]:
    """Return how the two arrows of a gap are drawn: numbers have passed, pass just now, or not."""
    reached, kind = lit.reached, lit.stage.kind
    is_loss = layer > lit.layers
    went = reached.loss if is_loss else reached.forward(layer)
    came = reached.slope if is_loss else reached.by_weights(layer)
    now = (kind, None if is_loss else lit.gap)
    there = (StageKind.LOSS, None) if is_loss else (StageKind.FORWARD, layer)
    back = (StageKind.LOSS_BACK, None) if is_loss else (StageKind.AFFINE_BACK, layer)
    return (
        ("forward" if went else "", 2.4 if now == there else 1.4),
        ("backward" if came else "", 2.4 if now == back else 1.4),
    )


def _paint_arrow(painter: QPainter, line: QLineF, flow: _Flow, theme: Theme) -> None:
    name, width = flow
    inks = {"": theme.hairline, "forward": forward_ink(theme), "backward": backward_ink(theme)}
    ink = colour(inks[name])
    turn = 1.0 if line.dx() > 0.0 else -1.0
    head = _HEAD + width
    painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    tip = line.p2()
    painter.drawLine(QLineF(line.p1(), tip - QPointF(turn * head, 0.0)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    back = tip - QPointF(turn * head, 0.0)
    side = QPointF(0.0, head * 0.6)
    painter.drawPolygon(QPolygonF([tip, back + side, back - side]))


def paint_key(painter: QPainter, plan: Plan, theme: Theme) -> None:
    """Say which colour, and which line, is which, as far as there is room."""
    level = plan.network.bottom() - 9.0
    x = plan.network.left() + 14.0
    value = QCoreApplication.translate("Backprop", "\N{RIGHTWARDS ARROW} value")
    gradient = QCoreApplication.translate("Backprop", "\N{LEFTWARDS ARROW} gradient")
    above = QCoreApplication.translate("Backprop", "weight above 0")
    below = QCoreApplication.translate("Backprop", "below 0")
    entries: tuple[tuple[str, str, int | None], ...] = (
        (value, forward_ink(theme), None),
        (gradient, backward_ink(theme), None),
        (above, theme.text_muted, 1),
        (below, theme.text_muted, 0),
    )
    for text, ink, sign in entries:
        left = 0.0 if sign is None else _LINE + 6.0
        wide = left + face(SMALL).width(text)
        if x + wide > plan.network.right() - 8.0:
            break
        if sign is not None:
            painter.setPen(signed_pen(sign, sign_colour(sign, theme), 2.0))
            painter.drawLine(QLineF(x, level, x + _LINE, level))
        face(SMALL).write(painter, (x + left, level), text, colour(ink))
        x += wide + 16.0
