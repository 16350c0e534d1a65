"""The words above a curve of errors: a legend of the schemes, and a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF

from gradviz.plots import polylines
from gradviz.plots.colours import colour
from gradviz.plots.error_lines import DOTTED, is_single, scheme_style
from gradviz.plots.error_words import example, note, scheme_name
from gradviz.plots.lettering import face
from gradviz.plots.marks import to_path
from gradviz.plots.trails import pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from gradviz.document.error_curve import ErrorCurve, SchemeErrors
    from gradviz.plots.error_lines import Look
    from gradviz.plots.themes import Theme

LEFT: Final = 8.0
TOP: Final = 4.0
ROW: Final = 18.0
LINK: Final = 26.0
"""Height of the button that offers an example."""
_SWATCH: Final = 20.0
_GAP: Final = 6.0
_BETWEEN: Final = 16.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the legend: its left end, its middle, its words, and what it stands for."""

    left: float
    level: float
    text: str
    errors: SchemeErrors


@dataclass(frozen=True, slots=True)
class HeaderLayout:
    """Where the words stand.

    Attributes
    ----------
    entries : tuple of Entry
        The legend.
    lines : tuple of (float, str)
        The note: middle and text of each line.
    link : QRectF or None
        Room for the button that offers an example.
    height : float
        Height of all of it.
    """

    entries: tuple[Entry, ...]
    lines: tuple[tuple[float, str], ...]
    link: QRectF | None
    height: float


def header_layout(curve: ErrorCurve, width: float, *, offers_example: bool = True) -> HeaderLayout:
    """Place legend and note within a width in pixels; both take as many lines as they need.

    Below them there is room for the button that offers an example, if there is to be one.
    """
    room = max(width - 2.0 * LEFT, 60.0)
    entries = _entries(curve, room)
    top = entries[-1].level + ROW / 2 if entries else TOP
    lines = []
    for text in wrapped(note(curve), room):
        lines.append((top + ROW / 2, text))
        top += ROW
    link = None
    if offers_example and example(curve):
        link = QRectF(LEFT - 6.0, top, room + 6.0, LINK)
        top += LINK
    return HeaderLayout(tuple(entries), tuple(lines), link, top)


def _entries(curve: ErrorCurve, room: float) -> list[Entry]:
    return placed_entries(_legend(curve), (LEFT, TOP), room)


def placed_entries(
    named: Sequence[tuple[SchemeErrors, str]], at: tuple[float, float], room: float
) -> list[Entry]:
    """Place a legend below and to the right of a pixel, in as many lines as it needs."""
    x, level = at[0], at[1] + ROW / 2
    found = []
    for errors, text in named:
        needs = _SWATCH + _GAP + face(bold=True).width(text)
        if x + needs > at[0] + room and x > at[0]:
            x, level = at[0], level + ROW
        found.append(Entry(x, level, text, errors))
        x += needs + _BETWEEN
    return found


def _legend(curve: ErrorCurve) -> list[tuple[SchemeErrors, str]]:
    """Return what to name: every scheme, and once for all that dotted lines are of float32."""
    named = [(e, scheme_name(e.method)) for e in curve.schemes if not is_single(e)]
    single = [e for e in curve.schemes if is_single(e)]
    chosen = [e for e in single if e.method is curve.request.method] or single
    text = QCoreApplication.translate("ErrorCurveView", "in float32")
    return [*named, *((e, text) for e in chosen[:1])]


def wrapped(text: str, room: float) -> list[str]:
    """Break a text into lines no wider than `room` pixels, one word each at least."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face().width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def paint_header(painter: QPainter, curve: ErrorCurve, header: HeaderLayout, theme: Theme) -> None:
    """Write legend and note."""
    for entry in header.entries:
        strong = entry.errors is curve.chosen
        style = scheme_style(entry.errors, theme)
        width = 2.4 if strong else 1.6
        pattern = DOTTED if is_single(entry.errors) else () if strong else style.dash
        paint_entry(painter, entry, (style.colour, width, pattern), theme, strong=strong)
    for level, text in header.lines:
        face().write(painter, (LEFT, level), text, colour(theme.text))


def paint_entry(painter: QPainter, entry: Entry, look: Look, theme: Theme, *, strong: bool) -> None:
    """Draw a short piece of a line and what it stands for."""
    ink, width, pattern = look
    ends = np.array([[entry.left, entry.level], [entry.left + _SWATCH, entry.level]])
    line = polylines.dashed(polylines.single(ends), tuple(width * part for part in pattern))
    painter.strokePath(to_path(line), pen(ink, width, round_ends=False))
    at = (entry.left + _SWATCH + _GAP, entry.level)
    words = colour(theme.text if strong else theme.text_muted)
    face(bold=strong).write(painter, at, entry.text, words)
