"""Numbers as they are read in a picture: true minus, superscripts, as many digits as are seen."""

from __future__ import annotations

import math
from typing import Final

MINUS: Final = "\N{MINUS SIGN}"
INFINITY: Final = "\N{INFINITY}"
TIMES: Final = "\N{MULTIPLICATION SIGN}"
_SUPERSCRIPT: Final = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPT: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_PLAIN_HIGH: Final = 5
_PLAIN_LOW: Final = -4


def true_minus(text: str) -> str:
    """Write the minus sign of a number as the sign and not as a hyphen."""
    return text.replace("-", MINUS)


def superscript(number: int) -> str:
    """Return an integer in superscript figures."""
    return str(number).translate(_SUPERSCRIPT)


def variable_label(name: str) -> str:
    """Return a variable with its index set low: ``x0`` becomes ``x₀``."""
    return name[:1] + name[1:].translate(_SUBSCRIPT) if name[1:].isdigit() else name


def power_of_ten(exponent: int) -> str:
    """Return ``10²``; the label of a decade."""
    return "10" + superscript(exponent)


def _not_finite(value: float) -> str:
    if math.isnan(value):
        return "nan"
    return INFINITY if value > 0 else MINUS + INFINITY


def readout(value: float, digits: int = 4) -> str:
    """Return a value to `digits` significant figures, as ``307.1`` or ``2.59`` times ``10¹³``."""
    if not math.isfinite(value):
        return _not_finite(value)
    if value == 0.0:
        return "0"
    mantissa, _, power = f"{value:.{digits - 1}e}".partition("e")
    exponent = int(power)
    if _PLAIN_LOW <= exponent < _PLAIN_HIGH:
        return true_minus(f"{value:.{max(0, digits - 1 - exponent)}f}")
    return f"{true_minus(mantissa)}{TIMES}{power_of_ten(exponent)}"


def decimals_for(resolution: float) -> int:
    """Return how many decimals tell numbers apart that differ by `resolution`."""
    if not math.isfinite(resolution) or resolution <= 0.0:
        return 0
    return max(0, math.ceil(-math.log10(resolution) - 1e-9))


def coordinate(value: float, resolution: float) -> str:
    """Return a coordinate to the decimals that a step of `resolution` (one pixel) resolves."""
    if not math.isfinite(value):
        return _not_finite(value)
    if abs(value) >= 10.0**_PLAIN_HIGH or (0.0 < resolution < 10.0 ** (2 * _PLAIN_LOW)):
        return readout(value, 6)
    decimals = decimals_for(resolution)
    return true_minus(f"{round(value, decimals) + 0.0:.{decimals}f}")


def brief(value: float, resolution: float) -> str:
    """Return a coordinate as `coordinate` does, without the zeros it may end in."""
    text = coordinate(value, resolution)
    return text if TIMES in text or "." not in text else text.rstrip("0").rstrip(".")


def compact(value: float, digits: int = 3) -> str:
    """Return a round number briefly: a contour's level, the ends of a colour bar."""
    if not math.isfinite(value):
        return _not_finite(value)
    mantissa, _, power = f"{value:.{digits - 1}e}".partition("e")
    exponent = int(power)
    if value == 0.0 or _PLAIN_LOW < exponent < _PLAIN_HIGH:
        text = f"{round(value, digits - 1 - exponent):.{max(0, digits - 1 - exponent)}f}"
        return true_minus(text.rstrip("0").rstrip(".") if "." in text else text)
    figures = mantissa.rstrip("0").rstrip(".")
    if figures in {"1", "-1"}:
        return true_minus(figures[:-1]) + power_of_ten(exponent)
    return f"{true_minus(figures)}{TIMES}{power_of_ten(exponent)}"
