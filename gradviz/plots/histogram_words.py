"""What is written on a histogram: counts, and what its numbers are like."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.plots.lettering import face
from gradviz.plots.numerals import readout
from gradviz.plots.ticks import Ticks, decade_ticks, linear_ticks

if TYPE_CHECKING:
    from gradviz.document.layer_spans import Spread


def _tr(text: str) -> str:
    return QCoreApplication.translate("Layers", text)


def count_ticks(largest: int, wanted: float, *, is_log: bool) -> Ticks:
    """Return whole counts to label; on a log axis at their logarithms."""
    if is_log:
        if largest < 10:  # noqa: PLR2004 - the first decade
            return Ticks((0.0,), ("1",))
        decades = decade_ticks(0.0, math.log10(largest), wanted)
        plain = tuple(f"{10.0**place:.0f}" for place in decades.values)
        is_short = max(map(len, plain), default=0) <= 4  # noqa: PLR2004 - as wide as the axis
        return Ticks(decades.values, plain if is_short else decades.labels)
    ticks = linear_ticks(0.0, max(largest, 1), max(wanted, 1.0))
    whole = [i for i, value in enumerate(ticks.values) if value == round(value)]
    return Ticks(
        tuple(ticks.values[i] for i in whole), tuple(ticks.labels[i] for i in whole), ticks.factor
    )


def spread_note(spread: Spread, room: float) -> str:
    """Return mean and deviation, as much of it as there is room for."""
    mean, deviation = readout(spread.mean, 3), readout(spread.deviation, 3)
    notes = [_tr("mean {0}, deviation {1}").format(mean, deviation), f"{mean} ± {deviation}"]
    if spread.faulty:
        faulty = _tr("{0} not finite").format(spread.faulty)
        notes = (
            [faulty] if math.isnan(spread.mean) else [*(f"{n}, {faulty}" for n in notes), faulty]
        )
    return next((note for note in notes if face().width(note) <= room), "")


def bin_title(low: float, high: float) -> str:
    """Return from where to where numbers are counted."""
    return _tr("{0} to {1}").format(readout(low, 3), readout(high, 3))


def count_word() -> str:
    """Return what a bar shows."""
    return _tr("count")
