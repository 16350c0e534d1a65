"""The readout of a slice: its slopes and what lies between them, or how far to go."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from gradviz.core.differences import Method
from gradviz.plots.axes import area
from gradviz.plots.error_words import scheme_name
from gradviz.plots.frames import Row, paint_readout, readout_size
from gradviz.plots.numerals import MINUS, compact, readout, variable_label
from gradviz.plots.placing import corners
from gradviz.plots.slice_words import FIGURES, difference_text, lands_at_rate, slopes

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gradviz.core.slices import Quotient, Slice
    from gradviz.document.slices import SliceStudy
    from gradviz.plots.placing import Room
    from gradviz.plots.polylines import Box
    from gradviz.plots.themes import Theme

INSET: Final = 10.0
SHARE: Final = 0.7
"""A readout wider or higher than this share of the plot is cut down to what matters most."""
_FIRST: Final = 2
"""The row that matters most: how far the slopes are apart, or where the step leads."""
STAYING: Final = 40.0
"""How much more it may hide where it was than elsewhere, so that it does not jump."""


class FactsFrame:
    """Paints the readout in the corner where it hides least, and stays there if it can.

    Attributes
    ----------
    box : Box or None
        Where it was painted last.
    """

    def __init__(self) -> None:
        self.box: Box | None = None
        self._corner = -1

    def paint(
        self,
        painter: QPainter,
        study: SliceStudy,
        cut: Slice,
        room: Room,
        theme: Theme,
        *,
        is_seen: bool,
    ) -> None:
        """Paint it where there is room.

        Parameters
        ----------
        is_seen : bool
            Whether the point is in sight; else the readout says so.
        """
        self.box = None
        title, rows = facts(study, cut, theme)
        if not is_seen:
            rows.append(Row(_tr("The point is out of sight."), ""))
        if not _fits(rows, title, room.box):
            title, rows = "", rows[_FIRST : _FIRST + 1]
        if not rows or not _fits(rows, title, room.box):
            return
        places = corners(room.box, *readout_size(rows, title), INSET)
        index = room.find(places, favourite=self._corner, bonus=STAYING)
        if index is not None:
            self._corner, self.box = index, places[index]
            paint_readout(painter, area(places[index]), rows, theme, title)


def _fits(rows: list[Row], title: str, box: Box) -> bool:
    across, down = readout_size(rows, title)
    return across <= SHARE * (box.right - box.left) and down <= SHARE * (box.bottom - box.top)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SliceView", text)


def facts(study: SliceStudy, cut: Slice, theme: Theme) -> tuple[str, list[Row]]:
    """Return title and rows of the readout of a slice."""
    if study.quotient is not None and study.request.direction is not None:
        at = study.request.point[study.request.direction]
        name = variable_label(study.variables[study.request.direction])
        title = _tr("at {0} = {1}").format(name, compact(at, FIGURES))
        return title, _slope_rows(cut, study.quotient, theme)
    return f"f(x {MINUS} t∇f)", _downhill_rows(study, cut)


def _slope_rows(cut: Slice, quotient: Quotient, theme: Theme) -> list[Row]:
    if not math.isfinite(cut.value):
        return [Row(_tr("f is not defined here"), "")]
    exact, numerical = slopes(cut.slope, quotient.slope)
    tangent = Row(_tr("Tangent"), exact, theme.text)
    if quotient.method is Method.EXACT:
        return [tangent, Row(_tr("The exact gradient has no h and no secant."), "")]
    swatch = theme.warn if quotient.secants else ""
    rows = [
        tangent,
        Row(_tr("{0} difference").format(scheme_name(quotient.method)), numerical, swatch),
        Row(_tr("Difference"), difference_text(quotient.difference)),
        Row("h", compact(quotient.h, 3)),
    ]
    if quotient.method is Method.COMPLEX_STEP:
        rows[1] = Row(scheme_name(quotient.method), numerical, swatch)
        rows.append(Row(_tr("It leaves the real line: no secant."), ""))
    if quotient.is_lost:
        rows.append(Row(_tr("h is too small to change x."), ""))
    return rows


def _downhill_rows(study: SliceStudy, cut: Slice) -> list[Row]:
    search, landing = study.search, study.landing
    rows = [Row(_tr("f here"), readout(cut.value))]
    if not lands_at_rate(study):
        rows.append(Row(_tr("f at lr"), readout(study.rate_value)))
    if landing is not None:
        rows.append(Row(_tr("f after the step"), readout(landing.value)))
    if search is not None and search.best is not None:
        rows.append(Row(_tr("f at best t"), readout(search.best.value)))
    elif search is not None:
        rows.append(Row(_tr("No minimum on this line in sight."), ""))
    return rows
