"""The lines of a curve of errors in pixels, and the ranges they are drawn in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.rounding import HIGHEST, LOWEST, SCHEMES, Precision
from gradviz.plots import polylines
from gradviz.plots.colours import blended
from gradviz.plots.ticks import padded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.document.error_curve import ErrorCurve, SchemeErrors
    from gradviz.plots.axes import Projection
    from gradviz.plots.themes import RunStyle, Theme

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


def step_range(curve: ErrorCurve) -> tuple[float, float]:
    """Return the exponents of h to show."""
    low, high = math.log10(curve.steps[0]), math.log10(curve.steps[-1])
    return padded(low, high, 0.02)


def error_range(curve: ErrorCurve, drawn: list[SchemeErrors]) -> tuple[float, float]:
    """Return the exponents of errors to show: those of h from 1e-16 to 1, and of the h in use."""
    usual = (curve.steps >= 10.0**LOWEST) & (curve.steps <= 10.0**HIGHEST)
    found = [logs(errors.values[usual]) for errors in drawn]
    every = np.concatenate(found) if found else np.empty(0)
    seen = every[np.isfinite(every)]
    low, high = (float(seen.min()), float(seen.max())) if len(seen) else (-17.0, 0.0)
    own = logs(np.array([curve.error if curve.error is not None else np.nan]))[0]
    if np.isfinite(own) and low - FARTHEST < own < high + FARTHEST:
        low, high = min(low, float(own)), max(high, float(own))
    return padded(low, min(high, low + MOST_DECADES), 0.06)


def error_line(
    curve: ErrorCurve, errors: SchemeErrors, projection: Projection, theme: Theme, *, plain: bool
) -> ErrorLine:
    """Return the line of one scheme; a plain one looks alike whatever the scheme."""
    box = projection.box
    points = projection.pixels(np.log10(curve.steps), logs(errors.values))
    lines = polylines.clip(polylines.single(points), box.grown(1.0))
    known = np.flatnonzero(np.isfinite(points).all(axis=1))
    alone = np.diff(known, prepend=-2) > 1
    alone[:-1] &= np.diff(known) > 1
    dots = points[known[alone]]
    zeros = points[errors.values == 0.0]
    zeros[:, 1] = box.bottom - ZERO_LIFT
    ink, width, dash = (theme.text_muted, PLAIN_WIDTH, ()) if plain else _look(curve, errors, theme)
    lines = polylines.dashed(lines, tuple(width * part for part in dash))
    dots, zeros = (_apart(places[box.holds(places)]) for places in (dots, zeros))
    return ErrorLine(errors, ink, width, lines, dots, zeros)


def _apart(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Leave out places in the same two pixels as others: thousands of dots are slow to paint."""
    _, first = np.unique(np.floor(places / 2.0), axis=0, return_index=True)
    kept: NDArray[np.float64] = places[np.sort(first)]
    return kept


def _look(
    curve: ErrorCurve, errors: SchemeErrors, theme: Theme
) -> tuple[str, float, tuple[float, ...]]:
    """Return colour, width and dash: solid for the scheme in use, faint for float32."""
    style = scheme_style(errors, theme)
    if is_single(errors):
        return blended(style.colour, theme.surface, SINGLE_ALPHA), WIDTH, DOTTED
    if errors is curve.chosen:
        return style.colour, CHOSEN_WIDTH, ()
    return blended(style.colour, theme.surface, FAINT), WIDTH, style.dash


def is_single(errors: SchemeErrors) -> bool:
    """Tell whether errors are those of float32."""
    return errors.precision is Precision.SINGLE
