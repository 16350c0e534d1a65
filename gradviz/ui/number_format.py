"""What a number field shows, and the numbers its arrow keys step to."""

from __future__ import annotations

import math
from decimal import Decimal
from enum import Enum
from typing import Final

MINUS: Final = "\N{MINUS SIGN}"
_PLAIN_LOW: Final = -3
_PLAIN_HIGH: Final = 6
_SERIES: Final = (1, 2, 5)


def format_number(value: float) -> str:
    """Return the shortest text that reads back as `value`, bit for bit.

    Numbers from 0.001 to a million are written out, others as ``1e-4``; a float is told from an
    integer by its ``.0``. The minus sign in front is the true one.
    """
    if isinstance(value, int):
        return str(value).replace("-", MINUS)
    if value == 0.0 or _PLAIN_LOW <= math.floor(math.log10(abs(value))) < _PLAIN_HIGH:
        text = _positional(value)
    else:
        text = _scientific(value)
    return MINUS + text[1:] if text.startswith("-") else text


def _positional(value: float) -> str:
    text = format(Decimal(repr(value)), "f")
    return text if "." in text else text + ".0"


def _scientific(value: float) -> str:
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    assert isinstance(exponent, int)  # noqa: S101  (finite, for the type checker)
    figures = "".join(map(str, digits))
    mantissa = figures[0] + ("." + figures[1:] if len(figures) > 1 else "")
    return f"{'-' * sign}{mantissa}e{exponent + len(figures) - 1}"


class Stepping(Enum):
    """How arrow keys change a number."""

    DECADES = "decades"
    """1, 2, 5, 10, 20, ...: for what matters by its order of magnitude."""
    LINEAR = "linear"
    """By one decimal place: for coordinates."""
    UNIT = "unit"
    """By 1."""


def next_in_series(value: float, *, up: bool) -> float:
    """Return the nearest number of the series 1, 2, 5, 10, ... above or below a positive `value`.

    Decimals are compared, so that 0.1 is followed by 0.2 whatever the floats in between.
    """
    exact = Decimal(repr(float(value)))
    around = range(exact.adjusted() - 1, exact.adjusted() + 2)
    series = [Decimal(m).scaleb(power) for power in around for m in _SERIES]
    if up:
        return float(min(number for number in series if number > exact))
    return float(max(number for number in series if number < exact))


def step_decades(value: float, *, up: bool, coarse: bool, first: float) -> float:
    """Return the number after or before `value`, in size and away from or towards 0.

    Parameters
    ----------
    value : float
        Where the stepping begins. Negative numbers mirror positive ones.
    up : bool
        Towards larger numbers.
    coarse : bool
        By a factor of ten.
    first : float
        The positive number that comes after 0; 0 comes before it.
    """
    if value < 0.0:
        return -step_decades(-value, up=not up, coarse=coarse, first=first)
    if value == 0.0:
        return first if up else -first
    if not up and value <= first:
        return 0.0
    if coarse:
        tenfold = Decimal(repr(float(value))).scaleb(1 if up else -1)
        return float(tenfold) if math.isfinite(float(tenfold)) else value
    return next_in_series(value, up=up)


def step_linear(text: str, value: float, *, up: bool, coarse: bool) -> str:
    """Return what a coordinate shows after one step, with as many decimals as it was typed with.

    The step is one of the last decimal place that `text` shows; without decimals it is a tenth
    of the leading decade, and 0.1 for numbers below 10. A coarse one is ten times as large.
    """
    exact = Decimal(repr(float(value)))
    if "e" in text.lower():
        place = exact.adjusted() - 1
    elif decimals := _decimals(text):
        place = -decimals
    else:
        place = max(exact.adjusted(), 0) - 1
    step = Decimal(1).scaleb(place + int(coarse))
    moved = float(exact + step if up else exact - step)
    shown = format_number(moved + 0.0)
    if "e" in shown:
        return shown
    return shown + "0" * (-place - len(shown.partition(".")[2]))


def _decimals(text: str) -> int:
    """Count the decimals that were typed; ``.0`` only says that the number is no integer."""
    decimals = text.strip().replace(",", ".").partition(".")[2]
    return 0 if decimals == "0" else len(decimals)
