"""The two arms of a curve of errors against h, and the best h between them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.differences import Method
from gradviz.core.formula.degree import degree
from gradviz.core.rounding import EXACT_DEGREES, HIGHEST, SUBTRACTING

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.formula import Formula

WINDOW: Final = 3
"""Samples on either side that rounding noise is averaged over."""
RISE: Final = 0.7
"""Decades above the least error from which a curve has an arm there."""
PLATEAU: Final = 0.75
"""Decades above the least error within which the error of the complex step counts as least."""


class ArmKind(StrEnum):
    """What makes an error grow."""

    ROUNDING = "rounding"
    TRUNCATION = "truncation"


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm of a curve.

    Attributes
    ----------
    kind : ArmKind
        What makes the error grow along it.
    h, error : float
        A place halfway up the arm; noise is averaged out.
    """

    kind: ArmKind
    h: float
    error: float


@dataclass(frozen=True, slots=True)
class Shape:
    """What there is to say of a curve of errors.

    Attributes
    ----------
    best : float or None
        The h of the least error, noise averaged out; None if no error is a finite number.
    arms : tuple of Arm
        The arms that rise from there, rounding first.
    """

    best: float | None
    arms: tuple[Arm, ...]


def truncates(formula: Formula, method: Method, coordinate: int | None = None) -> bool:
    """Tell whether a scheme has a truncation error, by the degree of the formula.

    Parameters
    ----------
    formula : Formula
        The function.
    method : Method
        The scheme; the exact gradient never has one.
    coordinate : int or None
        Where it differentiates; None for along any coordinate.

    Returns
    -------
    bool
        False only if the formula as written is a polynomial, along the coordinate, of a degree
        that the scheme differentiates exactly: 1 forward and backward, 2 central and complex
        step, 4 five-point.
    """
    if method is Method.EXACT:
        return False
    variables = formula.symbols[: formula.dimension]
    chosen = variables if coordinate is None else variables[coordinate : coordinate + 1]
    found = [degree(formula.root, variable) for variable in chosen]
    return any(d is None or d > EXACT_DEGREES[method] for d in found)


def shape(
    steps: NDArray[np.float64], errors: NDArray[np.float64], method: Method, *, truncating: bool
) -> Shape:
    """Find the best h of a curve and the arms on both sides of it.

    Parameters
    ----------
    steps, errors : ndarray, shape (m,)
        Ascending step sizes and the error at each, not negative; nan and inf are passed over.
    method : Method
        The scheme; the complex step has no rounding arm, and of its plateau the largest h counts
        as the best.
    truncating : bool
        Whether there is a truncation error at all. Without one no h above 1 is looked at: any
        would do that adds no rounding of its own.
    """
    smooth = _smoothed(errors)
    usual = steps <= (math.inf if truncating else 10.0**HIGHEST)
    known = np.flatnonzero(np.isfinite(smooth) & usual)
    if not len(known):
        return Shape(None, ())
    least = float(smooth[known].min())
    slack = 0.0 if method in SUBTRACTING else PLATEAU
    best = int(known[smooth[known] <= least + slack][-1])
    raised = known[smooth[known] >= least + RISE]
    arms = []
    if method in SUBTRACTING:
        arms += _arm(ArmKind.ROUNDING, steps, smooth, raised[raised < best])
    if truncating:
        arms += _arm(ArmKind.TRUNCATION, steps, smooth, raised[raised > best])
    return Shape(float(steps[best]), tuple(arms))


def _smoothed(errors: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return log10 of the errors averaged over neighbours; exact ones count as half the least."""
    usable = np.isfinite(errors)
    positive = errors[usable & (errors > 0.0)]
    floor = float(positive.min()) / 2.0 if len(positive) else 1.0
    logs = np.log10(np.maximum(np.where(usable, errors, np.nan), floor))
    padded = np.pad(logs, WINDOW, constant_values=np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * WINDOW + 1)
    counts = np.isfinite(windows).sum(axis=1)
    sums = np.nansum(windows, axis=1)
    return np.where(usable, sums / np.maximum(counts, 1), np.nan)


def _arm(
    kind: ArmKind,
    steps: NDArray[np.float64],
    smooth: NDArray[np.float64],
    places: NDArray[np.intp],
) -> list[Arm]:
    """Return the arm over some places, named where it is halfway up; none over no places."""
    if not len(places):
        return []
    heights = smooth[places]
    middle = (float(heights.min()) + float(heights.max())) / 2.0
    at = int(places[np.argmin(np.abs(heights - middle))])
    return [Arm(kind, float(steps[at]), float(10.0 ** smooth[at]))]
