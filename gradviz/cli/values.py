"""Numbers, points, sizes and settings as they are typed after an option.

Decimal points only, never grouped; U+2212, the true minus sign, is read as well as the hyphen.
Every function raises `UsageError` with one line that names the option.
"""

from __future__ import annotations

import math
import re

from gradviz.cli.errors import UsageError, quoted
from gradviz.export.sheet import Sheet, Unit

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_INTEGER = re.compile(r"[+-]?\d{1,30}", re.ASCII)
_SIZE = re.compile(r"(\d{1,6}(?:\.\d+)?)[xX×](\d{1,6}(?:\.\d+)?)\s*(mm)?", re.ASCII)
_TRUE_MINUS = "\N{MINUS SIGN}"
SMALLEST, LARGEST = 64, 16384
"""Bounds of either side of a picture, in pixels."""


def number(option: str, text: str) -> float:
    """Return the finite float that `text` says."""
    plain = text.strip().replace(_TRUE_MINUS, "-")
    if not _NUMBER.fullmatch(plain):
        raise UsageError(f"{option}: {quoted(text)} is not a number")
    value = float(plain)
    if not math.isfinite(value):
        raise UsageError(f"{option}: {quoted(text)} is too large")
    return value


def integer(option: str, text: str) -> int:
    """Return the whole number that `text` says."""
    plain = text.strip().replace(_TRUE_MINUS, "-")
    if not _INTEGER.fullmatch(plain):
        raise UsageError(f"{option}: {quoted(text)} is not a whole number")
    return int(plain)


def numbers(option: str, text: str) -> tuple[float, ...]:
    """Return the numbers that `text` says, between commas."""
    return tuple(number(option, part) for part in text.split(","))


def setting(option: str, text: str) -> tuple[str, float]:
    """Return the name and the value of ``name=value``."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise UsageError(f"{option}: {quoted(text)} is not of the form name=value")
    return name.strip(), number(f"{option} {name.strip()}", value)


def size(option: str, text: str) -> tuple[tuple[float, float], Unit]:
    """Return width and height of ``1200x800``, in pixels, or of ``160x90mm``."""
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"{option}: {quoted(text)} is not a size such as 1200x800 or 160x90mm")
    width, height = float(match[1]), float(match[2])
    unit = Unit.MILLIMETRES if match[3] else Unit.PIXELS
    if not all(
        SMALLEST <= side <= LARGEST for side in Sheet(size=(width, height), unit=unit).extent
    ):
        raise UsageError(
            f"{option}: width and height must be between {SMALLEST} and {LARGEST} pixels, "
            f"not {width:g}x{height:g}{match[3] or ''}"
        )
    return (width, height), unit
