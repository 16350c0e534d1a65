"""What is said of a slice: names of axes and lines, readouts, and why there is none."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from gradviz.document.slices import SliceProblem
from gradviz.plots.numerals import compact, readout, variable_label

if TYPE_CHECKING:
    from gradviz.document.slices import SliceStudy
    from gradviz.plots.slice_frame import Frame

_DELTA: Final = "Δ"
_ALIKE: Final = 1e-9
FIGURES: Final = 6
_FEWEST, _MOST = 4, 13


def _tr(text: str) -> str:
    return QCoreApplication.translate("SliceView", text)


def problem_sentence(study: SliceStudy) -> str:
    """Return why there is no slice; "" if there is one."""
    sentences = {
        SliceProblem.POINT: _tr(
            "The run has left the range of numbers at this step: no line goes through its point."
        ),
        SliceProblem.GRADIENT: _tr(
            "The gradient is not finite at this step, so there is no direction against it."
        ),
        SliceProblem.FLAT: _tr(
            "The gradient is 0 at this step, so there is no direction against it."
        ),
    }
    return "" if study.problem is None else sentences[study.problem]


def axis_names(study: SliceStudy, frame: Frame) -> tuple[str, str]:
    """Return what stands at the ends of both axes, with what their labels are multiplied by."""
    direction = study.request.direction
    name = "t" if direction is None else variable_label(study.variables[direction])
    across = _distance(name, study.request.origin) if frame.x_near else name
    upwards = _distance("f", frame.base) if frame.y_near else "f"
    return _scaled(across, frame.x.factor), _scaled(upwards, frame.y.factor)


def _distance(name: str, origin: float) -> str:
    return _tr("{0} from {1}").format(f"{_DELTA}{name}", compact(origin, FIGURES))


def _scaled(name: str, factor: str) -> str:
    return f"{name}   ({factor})" if factor else name


def slopes(first: float, second: float) -> tuple[str, str]:
    """Return two slopes in as many figures as tell them apart, if that is no mere rounding."""
    apart, size = abs(first - second), max(abs(first), abs(second))
    figures = FIGURES
    if math.isfinite(apart) and apart > 0.0:
        wanted = math.floor(math.log10(size)) - math.floor(math.log10(apart)) + 2
        figures = max(wanted, _FEWEST) if wanted <= _MOST else figures
    return compact(first, figures), compact(second, figures)


def tangent_label(slope: str) -> str:
    """Return what stands beside the tangent."""
    return _tr("tangent, slope {0}").format(slope)


def secant_label(slope: str, reach: int = 0) -> str:
    """Return what stands beside a secant; of several, with how many h it reaches over."""
    if not reach:
        return _tr("secant, slope {0}").format(slope)
    return _tr("secant over {0}h, slope {1}").format(reach, slope)


def h_label(h: float) -> str:
    """Return what stands at the bracket of h."""
    return f"h = {compact(h, 3)}"


def difference_text(value: float) -> str:
    """Return how far apart two slopes are."""
    return _tr("0, exact") if value == 0.0 else readout(abs(value), 2)


def lands_at_rate(study: SliceStudy) -> bool:
    """Tell whether the step leads to t = lr on the line, as plain descent does."""
    leap, landing = study.request.leap, study.landing
    if leap is None or landing is None:
        return False
    return abs(landing.t - leap.lr) <= _ALIKE * abs(leap.lr) and landing.aside < _ALIKE**0.5


def rate_label(lr: float) -> str:
    """Return what stands at the learning rate."""
    return f"lr = {compact(lr, 3)}"


def best_label(t: float) -> str:
    """Return what stands at the lowest place of the line."""
    return _tr("best t = {0}").format(compact(t, 3))


def first_label(t: float) -> str:
    """Return what stands at the first minimum, where it is not the lowest."""
    return _tr("first minimum t = {0}").format(compact(t, 3))


def landing_label(aside: float) -> str:
    """Return what stands where the step leads."""
    beside = aside > 0.01  # noqa: PLR2004 - a share that would be seen
    return _tr("step taken, beside this line") if beside else _tr("step taken")
