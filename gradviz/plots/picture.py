"""What all pictures have in common: whoever paints them into a file needs to know no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from PySide6.QtCore import QCoreApplication

from gradviz.document.run_names import run_names
from gradviz.plots.numerals import compact, variable_label
from gradviz.plots.series import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPainter

    from gradviz.document.planar import Descents, Runs
    from gradviz.plots.themes import RunStyle, Theme

    LegendEntry: TypeAlias = tuple[RunStyle, str, float | str]

_MOST = 4
"""Coordinates of a point that are written out."""


class Picture(Protocol):
    """The state of a picture, and how it is painted onto anything.

    Attributes
    ----------
    theme : Theme
        Its colours.
    """

    theme: Theme

    def heading(self) -> str:
        """Return what is shown, in a line."""

    def moment(self) -> str:
        """Return at which step or point it is shown."""

    def legend(self) -> Sequence[LegendEntry]:
        """Return style, name and value of its lines or runs; empty if there are none."""

    def problem(self) -> str:
        """Return why there is only a sentence to see; empty if there is a picture."""

    def still(self) -> Picture:
        """Return a picture of the same state, but without what the mouse has left in it."""

    def paint(self, painter: QPainter, size: QSizeF, ratio: float, /) -> None:
        """Paint everything but the ground, with `ratio` device pixels to each pixel."""


def function_heading(results: Descents | None) -> str:
    """Return the function that is shown, with the values of its parameters in use."""
    text = results.text if results is not None else ""
    return text if text.startswith("def ") else f"f = {text}"


def variable_words(results: Descents | None, dimension: int) -> tuple[str, ...]:
    """Return the variables as they are written; x0, x1, ... where there are no results."""
    names = results.variables if results is not None else (f"x{i}" for i in range(dimension))
    return tuple(variable_label(name) for name in names)


def step_moment(step: int) -> str:
    """Return the words for a step."""
    return QCoreApplication.translate("Picture", "at step {0}").format(step)


def point_moment(point: Sequence[float]) -> str:
    """Return the words for a point."""
    numbers = [compact(value, 4) for value in point[:_MOST]]
    if len(point) > _MOST:
        numbers.append("…")
    if len(point) == 1:
        return QCoreApplication.translate("Picture", "at {0}").format(numbers[0])
    return QCoreApplication.translate("Picture", "at ({0})").format(", ".join(numbers))


def value_entries(results: Runs | None, theme: Theme, step: int) -> list[LegendEntry]:
    """Return style, name and value of f of the visible runs at a step."""
    if results is None:
        return []
    return [
        (theme.run(r.run.style), name, Quantity.VALUE.at(r.trajectory, step))
        for r, name in zip(results.runs, run_names(r.run for r in results.runs), strict=True)
        if r.run.visible
    ]
