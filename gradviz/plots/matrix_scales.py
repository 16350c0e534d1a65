"""Which colour bars a page of matrices needs, and what is said of scales above each matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.document.layers_look import Shown
from gradviz.plots.matrix_bars import bars_fit
from gradviz.plots.numerals import TIMES, compact

if TYPE_CHECKING:
    from gradviz.plots.matrix_layout import MatrixLayout
    from gradviz.plots.matrix_tables import Table


def bars_of(layout: MatrixLayout, width: float, *, one_scale: bool) -> list[tuple[str, float]]:
    """Return a name and a reach for each colour bar.

    There is one for weights, one for gradients, and where layers have scales of their own one for
    each of them; if there is no room for all, that of the first layer stands for the others.
    """
    found: dict[tuple[Shown | None, int], tuple[str, float]] = {}
    for placed in layout.placed:
        table = placed.table
        if table.reach <= 0.0 or table.is_beneath:
            continue
        key = (table.shown, 0 if one_scale or not table.is_headed else table.layer)
        found.setdefault(key, (_bar_name(table, one_scale=one_scale), table.reach))
    bars = list(found.values())
    if len(bars) == 1:
        return [("", bars[0][1])]
    while len(bars) > 1 and not bars_fit(width, [name for name, _ in bars]):
        bars.pop()
    return bars


def _bar_name(table: Table, *, one_scale: bool) -> str:
    if not one_scale:
        return table.name
    return "W" if table.shown is Shown.WEIGHTS else "dW"


def title_note(table: Table, *, one_scale: bool) -> str:
    """Return the shape of a matrix, and how far its own scale reaches."""
    rows, columns = table.shape
    shape = f"{rows} {TIMES} {columns}"
    if one_scale or table.reach <= 0.0:
        return shape
    words = QCoreApplication.translate("Layers", "{0}, to ±{1}")
    return words.format(shape, compact(table.reach))
