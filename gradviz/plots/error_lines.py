"""The lines of a curve of errors in pixels, and the ranges they are drawn in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

from gradviz.core.rounding import HIGHEST, LOWEST, SCHEMES, Precision
from gradviz.plots import polylines
from gradviz.plots.colours import blended, colour
from gradviz.plots.marks import marks, to_path
from gradviz.plots.ticks import Ticks, padded
from gradviz.plots.trails import pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.document.error_curve import ErrorCurve, SchemeErrors
    from gradviz.plots.axes import Projection
    from gradviz.plots.themes import RunStyle, Theme

Look: TypeAlias = tuple[str, float, tuple[float, ...]]
"""Colour, width and dash of a line."""

MOST_DECADES: Final = 45.0
"""An axis of errors reaches no farther above its lowest one."""
FARTHEST: Final = 20.0
"""Decades above all others that the error of the h in use may lie and still widen the axis."""
ZERO_LIFT: Final = 3.0
"""Pixels above the lower edge at which the errors that are 0 lie."""
CHOSEN_WIDTH: Final = 2.4
WIDTH: Final = 1.4
PLAIN_WIDTH: Final = 1.3
FAINT: Final = 0.75
SINGLE_ALPHA: Final = 0.55
DOTTED: Final = (1.2, 3.2)


@dataclass(frozen=True, slots=True)
class ErrorLine:
    """The errors of one scheme in pixels.

    Attributes
    ----------
    errors : SchemeErrors
        What is drawn.
    ink : str
        Its colour.
    width : float
        Width of the line.
    line : Lines
        Through neighbours that both have a logarithm.
    dots : ndarray, shape (d, 2)
        Errors without such a neighbour.
    zeros : ndarray, shape (z, 2)
        Errors that are 0, on the lower edge.
    """

    errors: SchemeErrors
    ink: str
    width: float
    line: polylines.Lines
    dots: NDArray[np.float64]
    zeros: NDArray[np.float64]


def scheme_style(errors: SchemeErrors, theme: Theme) -> RunStyle:
    """Return colour and dash of a scheme."""
    return theme.run(SCHEMES.index(errors.method))


def logs(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return log10 of what has one; nan of zero and of what is not finite."""
    usable = np.isfinite(values) & (values > 0.0)
    return np.log10(values, out=np.full(values.shape, np.nan), where=usable)


def step_range(steps: NDArray[np.float64]) -> tuple[float, float]:
    """Return the exponents of h to show for step sizes, shape (m,), ascending."""
    return padded(math.log10(steps[0]), math.log10(steps[-1]), 0.02)


def error_range(
    steps: NDArray[np.float64], drawn: Sequence[SchemeErrors], error: float | None
) -> tuple[float, float]:
    """Return the exponents of errors to show: those of h from 1e-16 to 1, and of the h in use.

    Parameters
    ----------
    steps : ndarray, shape (m,)
        Step sizes.
    drawn : sequence of SchemeErrors
        Errors at each of them.
    error : float or None
        That of the h in use.
    """
    usual = (steps >= 10.0**LOWEST) & (steps <= 10.0**HIGHEST)
    found = [logs(errors.values[usual]) for errors in drawn]
    every = np.concatenate(found) if found else np.empty(0)
    seen = every[np.isfinite(every)]
    low, high = (float(seen.min()), float(seen.max())) if len(seen) else (-17.0, 0.0)
    own = logs(np.array([error if error is not None else np.nan]))[0]
    if np.isfinite(own) and low - FARTHEST < own < high + FARTHEST:
        low, high = min(low, float(own)), max(high, float(own))
    return padded(low, min(high, low + MOST_DECADES), 0.06)


def error_line(
    steps: NDArray[np.float64], errors: SchemeErrors, projection: Projection, look: Look
) -> ErrorLine:
    """Return the line of the errors at step sizes, shape (m,)."""
    box = projection.box
    points = projection.pixels(np.log10(steps), logs(errors.values))
    lines = polylines.clip(polylines.single(points), box.grown(1.0))
    known = np.flatnonzero(np.isfinite(points).all(axis=1))
    alone = np.diff(known, prepend=-2) > 1
    alone[:-1] &= np.diff(known) > 1
    dots = points[known[alone]]
    zeros = points[errors.values == 0.0]
    zeros[:, 1] = box.bottom - ZERO_LIFT
    ink, width, dash = look
    lines = polylines.dashed(lines, tuple(width * part for part in dash))
    dots, zeros = (_apart(places[box.holds(places)]) for places in (dots, zeros))
    return ErrorLine(errors, ink, width, lines, dots, zeros)


def _apart(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Leave out places in the same two pixels as others: thousands of dots are slow to paint."""
    _, first = np.unique(np.floor(places / 2.0), axis=0, return_index=True)
    kept: NDArray[np.float64] = places[np.sort(first)]
    return kept


def paint_line(painter: QPainter, line: ErrorLine, halo: str = "") -> None:
    """Draw a line, with what has no neighbours and what is 0 as dots; on a halo of a colour."""
    path = to_path(line.line)
    if halo:
        painter.strokePath(path, pen(halo, line.width + 2.4, round_ends=False))
    painter.strokePath(path, pen(line.ink, line.width, round_ends=False))
    for places, radius in ((line.dots, 0.6), (line.zeros, 0.8)):
        dots = marks("o", places, radius * line.width, 0.0)
        painter.fillPath(dots.inside, colour(line.ink))


def with_zero(y: Ticks, projection: Projection) -> Ticks:
    """Label the lower edge, where errors that are 0 lie, and nothing too near to it."""
    level = projection.box.bottom - ZERO_LIFT
    pairs = [
        (value, label)
        for value, label in zip(y.values, y.labels, strict=True)
        if level - projection.place(0.0, value)[1] > 11.0  # noqa: PLR2004 - a line of text
    ]
    bottom = projection.data(0.0, level)[1]
    return Ticks((bottom, *(v for v, _ in pairs)), ("0", *(text for _, text in pairs)))


def plain_look(theme: Theme) -> Look:
    """Return the look of a line that stands for any scheme."""
    return theme.text_muted, PLAIN_WIDTH, ()


def scheme_look(curve: ErrorCurve, errors: SchemeErrors, theme: Theme) -> Look:
    """Return the look of a scheme: solid for the one in use, faint for float32."""
    style = scheme_style(errors, theme)
    if is_single(errors):
        return blended(style.colour, theme.surface, SINGLE_ALPHA), WIDTH, DOTTED
    if errors is curve.chosen:
        return style.colour, CHOSEN_WIDTH, ()
    return blended(style.colour, theme.surface, FAINT), WIDTH, style.dash


def is_single(errors: SchemeErrors) -> bool:
    """Tell whether errors are those of float32."""
    return errors.precision is Precision.SINGLE
