"""The names beside the units: of the inputs before them, of the classes behind the outputs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.plots.colours import colour
from gradviz.plots.lettering import Align, face
from gradviz.plots.marks import marks
from gradviz.plots.numerals import variable_label

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gradviz.document.backpropagation import Backpropagation
    from gradviz.plots.backprop_lit import Lit
    from gradviz.plots.backprop_plan import Plan
    from gradviz.plots.themes import Theme

__all__ = ["Names", "input_names", "output_names", "paint_names"]

_SHARE: Final = 0.14
"""Of the width of the picture, what names may take."""
_NAMED: Final = 12
"""Inputs that have names one would read; of more, numbers are enough."""
_MARK: Final = 4.0
_SPACE: Final = 6.0


@dataclass(frozen=True, slots=True)
class Names:
    """Names of units, one for each, and the width that they need."""

    texts: tuple[str, ...]
    width: float


def input_names(study: Backpropagation, across: float) -> Names:
    """Return what the inputs are called, or their numbers where that is too long."""
    names = tuple(variable_label(name) for name in study.data.inputs_named)
    widest = max(map(face().width, names))
    if widest > _SHARE * across or len(names) > _NAMED:
        names = tuple(variable_label(f"x{i}") for i in range(len(names)))
        widest = max(map(face().width, names))
    return Names(names, widest + _SPACE)


def output_names(study: Backpropagation, across: float) -> Names:
    """Return what the classes are called; nothing where the answer is a number."""
    names = study.data.classes
    if not names:
        return Names((), 0.0)
    room = _SHARE * across
    elided = tuple(face().elided(name, room) for name in names)
    return Names(elided, max(map(face().width, elided)) + 2.0 * _MARK + 2.0 * _SPACE)


def paint_names(painter: QPainter, plan: Plan, lit: Lit, theme: Theme) -> None:
    """Write names beside their units, each class with its mark."""
    study, across = lit.study, plan.network.width()
    inputs, outputs = plan.column(0), plan.column(lit.layers)
    if inputs is not None:
        names = input_names(study, across)
        for level, unit in zip(inputs.levels, inputs.units, strict=True):
            at = (inputs.left - _SPACE, level)
            face().write(painter, at, names.texts[unit], colour(theme.text_muted), Align.AlignRight)
    names = output_names(study, across)
    if outputs is None or not names.texts:
        return
    for level, unit in zip(outputs.levels, outputs.units, strict=True):
        _paint_class(painter, (outputs.right + _SPACE, level), unit, lit, theme, names.texts[unit])


def _paint_class(
    painter: QPainter, at: tuple[float, float], unit: int, lit: Lit, theme: Theme, name: str
) -> None:
    """Paint the mark and the name of a class, that of the sample in bold."""
    style, is_right = theme.class_style(unit), unit == lit.study.label
    mark = marks(style.symbol, np.array([[at[0] + _MARK, at[1]]]), _MARK, 0.0)
    painter.fillPath(mark.inside, colour(style.colour))
    ink = theme.text if is_right else theme.text_muted
    left = at[0] + 2.0 * _MARK + 4.0
    face(bold=is_right).write(painter, (left, at[1]), name, colour(ink))
