"""The differences against h in the lower part of a gradient check: layout and painting."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.plots.axes import BOTTOM, Projection, left_width, paint_grid, paint_labels
from gradviz.plots.check_words import line_name, sweep_title
from gradviz.plots.colours import blended, colour
from gradviz.plots.error_header import ROW, Entry, paint_entry, placed_entries, wrapped
from gradviz.plots.error_lines import (
    CHOSEN_WIDTH,
    DOTTED,
    FAINT,
    WIDTH,
    ErrorLine,
    error_line,
    error_range,
    paint_line,
    scheme_style,
    step_range,
    with_zero,
)
from gradviz.plots.error_marks import paint_handle, paint_hover, paint_ringed, room_beside
from gradviz.plots.error_words import best_text, error_text
from gradviz.plots.frames import Row
from gradviz.plots.lettering import face
from gradviz.plots.polylines import Box
from gradviz.plots.ticks import decade_ticks

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from gradviz.document.check_values import CheckStudy
    from gradviz.document.error_curve import SchemeErrors
    from gradviz.document.gradient_sweep import Sweep
    from gradviz.plots.error_lines import Look
    from gradviz.plots.themes import Theme
    from gradviz.plots.ticks import Ticks

_RIGHT: Final = 22.0
_ABOVE: Final = 10.0
_TICK_ROOM: Final = 36.0
_LEAST: Final = 20.0


@dataclass(frozen=True, slots=True)
class SweepLayout:
    """The curves in pixels, with what is written about them.

    Attributes
    ----------
    title : tuple of (float, float, str)
        Left, middle and words of each line above.
    entries : tuple of Entry
        The legend.
    projection : Projection
        From exponents of h and of differences to pixels.
    x, y : Ticks
        Labels.
    lines : tuple of ErrorLine
        The curves, that of the scheme in use last.
    """

    title: tuple[tuple[float, float, str], ...]
    entries: tuple[Entry, ...]
    projection: Projection
    x: Ticks
    y: Ticks
    lines: tuple[ErrorLine, ...]


def sweep_layout(
    study: CheckStudy,
    swept: Sweep,
    area: QRectF,
    held: tuple[float, float] | None,
    theme: Theme,
) -> SweepLayout:
    """Place everything within an area; `held` are the exponents of h to show, None for all."""
    lines_above = wrapped(sweep_title(study), area.width())
    title = tuple(
        (area.left(), area.top() + (row + 0.5) * ROW, words)
        for row, words in enumerate(lines_above)
    )
    named = [(line, line_name(line, swept.method)) for line in swept.lines]
    under = area.top() + len(title) * ROW
    entries = placed_entries(named, (area.left(), under), area.width())
    top = entries[-1].level + ROW / 2 + _ABOVE
    bottom = max(area.bottom() - BOTTOM, top + _LEAST)
    drawn = sorted(swept.lines, key=lambda line: line.method is swept.method)
    low, high = error_range(swept.steps, drawn, _value_in_use(study))
    y = decade_ticks(low, high, max(2.0, (bottom - top) / _TICK_ROOM))
    left = area.left() + left_width(y)
    box = Box(left, top, max(area.right() - _RIGHT, left + _LEAST), bottom)
    projection = Projection(box, *(held or step_range(swept.steps)), low, high)
    lines = tuple(
        error_line(swept.steps, line, projection, _look(line, swept, theme)) for line in drawn
    )
    if any(len(line.zeros) for line in lines):
        y = with_zero(y, projection)
    across = max(2.0, (box.right - box.left) / 70.0)
    x = decade_ticks(projection.x_min, projection.x_max, across)
    return SweepLayout(title, tuple(entries), projection, x, y, lines)


def _value_in_use(study: CheckStudy) -> float | None:
    return None if study.found is None else study.found.largest


def _look(line: SchemeErrors, swept: Sweep, theme: Theme) -> Look:
    style = scheme_style(line, theme)
    if line is swept.chosen:
        return style.colour, CHOSEN_WIDTH, ()
    if line.method is swept.method:
        return style.colour, WIDTH, DOTTED
    return blended(style.colour, theme.surface, FAINT), WIDTH, style.dash


def paint_sweep(painter: QPainter, swept: Sweep, laid: SweepLayout, h: float, theme: Theme) -> None:
    """Paint axes, curves, the best h and the one in use."""
    for left, level, words in laid.title:
        face().write(painter, (left, level), words, colour(theme.text_muted))
    for entry in laid.entries:
        look = _look(entry.errors, swept, theme)
        paint_entry(painter, entry, look, theme, strong=entry.errors is swept.chosen)
    projection, box = laid.projection, laid.projection.box
    paint_grid(painter, projection, None, laid.y, colour(theme.plot_grid))
    paint_labels(painter, projection, laid.x, laid.y, theme)
    at = (box.right + 8.0, box.bottom - 1.0)
    face().write(painter, at, "h", colour(theme.text_muted))
    for line in laid.lines:
        is_chosen = line.errors is swept.chosen
        paint_line(painter, line, theme.surface if is_chosen else "")
    paint_handle(painter, projection, h, _near(swept, h), theme, named=True)
    if swept.best is not None:
        step, value = float(swept.steps[swept.best]), float(swept.chosen.values[swept.best])
        text = best_text(swept.method, step)
        room = room_beside(projection, laid.lines)
        paint_ringed(painter, projection, (step, value), text, theme, room)


def _near(swept: Sweep, h: float) -> float:
    """Return the largest difference at the step size nearest to `h`."""
    return float(swept.chosen.values[nearest(swept, math.log10(h))])


def nearest(swept: Sweep, exponent: float) -> int:
    """Return the number of the step size nearest to an exponent."""
    return int(np.argmin(np.abs(np.log10(swept.steps) - exponent)))


def paint_sweep_hover(
    painter: QPainter, swept: Sweep, laid: SweepLayout, index: int, theme: Theme
) -> None:
    """Read out the differences at one of the step sizes."""
    at = (index, float(swept.steps[index]))
    paint_hover(painter, laid.lines, laid.projection, at, sweep_rows(swept, index, theme), theme)


def sweep_rows(swept: Sweep, index: int, theme: Theme) -> list[Row]:
    """Return the differences of all curves at a step size, in the order of the legend."""
    return [
        Row(
            line_name(line, swept.method),
            error_text(float(line.values[index])),
            _look(line, swept, theme)[0],
        )
        for line in swept.lines
    ]
