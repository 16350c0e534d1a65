"""What a number field reads: one way to read numbers, whatever the locale.

A point or a single comma is the decimal mark, nothing is ever grouped, and what could mean two
things means nothing. The figures of every script are read, and the signs and powers of ten that
locales write.
"""

from __future__ import annotations

import math
import re
import unicodedata
from decimal import Decimal
from enum import StrEnum
from typing import Final

LONGEST: Final = 400
"""Characters of a number; the longest exact float has about 770 digits, nobody types them."""
_NUMBER: Final = re.compile(
    r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE
)
_MARKED: Final = re.compile(r"[+-]?[\d.,]+(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_NOT_FINITE: Final = re.compile(r"[+-]?(?:inf|infinity|nan|\N{INFINITY})", re.IGNORECASE)
_SIGNS: Final = str.maketrans(
    {
        "\N{MINUS SIGN}": "-",
        "\N{FULLWIDTH HYPHEN-MINUS}": "-",
        "\N{FULLWIDTH PLUS SIGN}": "+",
        "\N{FULLWIDTH FULL STOP}": ".",
        "\N{ARABIC DECIMAL SEPARATOR}": ",",
        "\N{CYRILLIC CAPITAL LETTER IE}": "e",
        "\N{CYRILLIC SMALL LETTER IE}": "e",
        "\N{ADLAM CAPITAL LETTER E}": "e",
        "\N{ADLAM SMALL LETTER E}": "e",
        # that a text runs from right to left is told by marks of no width
        "\N{LEFT-TO-RIGHT MARK}": None,
        "\N{RIGHT-TO-LEFT MARK}": None,
        "\N{ARABIC LETTER MARK}": None,
    }
)
_POWER: Final = re.compile("[\N{MULTIPLICATION SIGN}\N{MIDDLE DOT}]10\\^|\u0627\u0633|\u0623\u0633")
"""Ways to write ``e``: times ten to the, and in Arabic letters."""


class NumberCode(StrEnum):
    """Why a text is not taken for a number."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not-a-number"
    AMBIGUOUS = "ambiguous"
    NOT_FINITE = "not-finite"
    UNDERFLOW = "underflow"
    NOT_WHOLE = "not-whole"
    OUT_OF_RANGE = "out-of-range"


class NumberError(ValueError):
    """A text that is no number, or not one that can be had; `code` says why."""

    def __init__(self, code: NumberCode, text: str) -> None:
        self.code = code
        super().__init__(f"{text!r}: {code.value}")


def parse_number(text: str) -> float:
    """Return the number a text means.

    Parameters
    ----------
    text : str
        As typed: ``0.01``, ``0,01``, ``1e-3``, ``-2`` with either minus sign; spaces around it
        do not matter.

    Raises
    ------
    NumberError
        When it means none, more than one, or one that no float comes near.
    """
    plain = _plain(text)
    number = float(plain)
    if math.isinf(number):
        raise NumberError(NumberCode.NOT_FINITE, text)
    if number == 0.0 and re.search("[1-9]", plain.lower().partition("e")[0]):
        raise NumberError(NumberCode.UNDERFLOW, text)
    return number


def parse_integer(text: str) -> int:
    """Return the whole number a text means, exactly, however long: ``100``, ``1e3``, ``2.0``.

    Raises
    ------
    NumberError
        As `parse_number`; also when the number is not whole.
    """
    parse_number(text)  # finite, so that the integer is short enough to be made
    number = Decimal(_plain(text))
    if number != number.to_integral_value():
        raise NumberError(NumberCode.NOT_WHOLE, text)
    return int(number)


def _plain(text: str) -> str:
    """Return `text` as Python writes numbers."""
    if len(text.strip()) > LONGEST:
        raise NumberError(NumberCode.NOT_A_NUMBER, text)
    trimmed = _in_latin(text).strip()
    if not trimmed:
        raise NumberError(NumberCode.EMPTY, text)
    if _NUMBER.fullmatch(trimmed):
        return trimmed.replace(",", ".")
    if _NOT_FINITE.fullmatch(trimmed):
        raise NumberError(NumberCode.NOT_FINITE, text)
    grouped = _MARKED.fullmatch(trimmed) and any(figure.isdigit() for figure in trimmed)
    raise NumberError(NumberCode.AMBIGUOUS if grouped else NumberCode.NOT_A_NUMBER, text)


def _in_latin(text: str) -> str:
    """Return `text` with the figures and signs of any script as ASCII has them."""
    if text.isascii():
        return text
    figures = (str(unicodedata.decimal(sign, sign)) for sign in text.translate(_SIGNS))
    return _POWER.sub("e", "".join(figures))
