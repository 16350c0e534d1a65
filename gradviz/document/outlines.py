r"""Typeset maths as outlines of letters, in units of the size of type.

Lines may hold numbers that change while the letters stay: ``#1`` to ``#9`` in the LaTeX mark their
places, as they mark the parameters of a macro. A line with such places comes in parts, between
which numbers can be set in the same font.

The work is ziamath's, which is pure Python: about 1 ms a letter after 0.3 s for loading it. So it
belongs into the worker thread, and asks at every letter whether it is still wanted.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from numpy.typing import NDArray

__all__ = ["CURVE", "CURVE_DATA", "LINE", "MOVE", "Outline", "Shape", "Slot", "outline"]

MOVE, LINE, CURVE, CURVE_DATA = range(4)
"""Kinds of a path's elements, numbered as by Qt: a curve is a CURVE and two CURVE_DATA."""

_SIZE: Final = 100.0  # ziamath writes three decimals
_SLOT: Final = re.compile(r"#([1-9])")
_STAND_IN: Final = r"\\textcolor{#00000\1}{0}"
_COLOUR: Final = "#00000"


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Filled outlines.

    Attributes
    ----------
    kinds : ndarray of uint8, shape (count,)
        What each element of the path is.
    points : ndarray, shape (count, 2)
        Where it leads; x to the right of the line's beginning, y downwards from its base line.
    """

    kinds: NDArray[np.uint8]
    points: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a number.

    Attributes
    ----------
    number : int
        Which of the line's numbers, from 0.
    left, right : float
        How far the ink of the figure 0 reaches that keeps the place.
    """

    number: int
    left: float
    right: float


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A line of maths.

    Attributes
    ----------
    shapes : tuple of Shape
        The parts, one more than there are slots: each comes before the slot of its number.
    slots : tuple of Slot
        From left to right.
    width : float
        How far the line goes to the right.
    ascent, descent : float
        How far its ink reaches above and below the base line.
    """

    shapes: tuple[Shape, ...]
    slots: tuple[Slot, ...]
    width: float
    ascent: float
    descent: float


def outline(latex: str, cancelled: Callable[[], bool] | None = None) -> Outline | None:
    """Typeset a line.

    Parameters
    ----------
    latex : str
        What to set, in a displayed formula; may have slots on its base line.
    cancelled : callable, optional
        Asked at every letter.

    Returns
    -------
    Outline or None
        None for what cannot be set: mistaken LaTeX, letters that the font does not have.

    Raises
    ------
    CancelledError
        When cancelled.
    """
    _font()
    before, _asking.cancelled = _asking.cancelled, cancelled or _never
    try:
        return _outline(latex)
    finally:  # of a line in the middle of which another job had this one set
        _asking.cancelled = before


class CancelledError(Exception):
    """Nobody waits for the line any more."""


class _MissingError(Exception):
    """The font does not have a letter."""


def _never() -> bool:
    return False


class _Asking(threading.local):
    """Whom a letter asks whether it is still wanted: only the thread that sets it."""

    cancelled: Callable[[], bool] = staticmethod(_never)


_asking: Final = _Asking()


@lru_cache(maxsize=512)
def _outline(latex: str) -> Outline | None:
    from ziamath.zmath import Latex  # noqa: PLC0415 - takes 0.3 s

    marked = _SLOT.sub(_STAND_IN, latex)
    try:
        drawing = Latex(marked, size=_SIZE, font=_FONT_KEY, margin=0.0).svgxml()
        made = _read(drawing)
    except CancelledError:
        raise
    except Exception:  # noqa: BLE001 - ziamath raises whatever comes up on mistaken LaTeX
        return None
    return made if len(made.slots) == len(_SLOT.findall(latex)) else None


_FONT_KEY: Final = "gradviz"


@cache
def _font() -> Any:  # noqa: ANN401 - its class exists once ziamath is loaded
    """Load ziamath's own font once more, as one that asks whether to go on."""
    from ziamath import zmath  # noqa: PLC0415 - takes 0.3 s
    from ziamath.config import config  # noqa: PLC0415
    from ziamath.mathfont import MathFont  # noqa: PLC0415

    class AskingFont(MathFont):
        def findglyph(self, char: str, variant: Any) -> Any:  # noqa: ANN401 - ziamath's
            if _asking.cancelled():
                raise CancelledError
            glyph = super().findglyph(char, variant)
            if glyph.index == 0:
                raise _MissingError(char)
            return glyph

    config.svg2 = False  # paths: Qt knows no symbols with a size of their own
    font = zmath.loadedfonts[_FONT_KEY] = AskingFont(zmath.fontname)
    return font


# --- reading the drawing -------------------------------------------------------------------------


def _read(drawing: Element) -> Outline:
    parts: list[list[tuple[list[int], list[float]]]] = [[]]
    slots: list[Slot] = []
    for element in drawing:
        number = _slot_number(element.get("fill", ""))
        if element.tag == "path":
            kinds, points = _path(element.get("d", ""))
        elif element.tag == "rect":
            kinds, points = _rectangle(*(float(element.get(a, "0")) for a in _SIDES))
        else:
            continue
        if number is None:
            parts[-1].append((kinds, points))
        elif kinds:
            slots.append(Slot(number, min(points[::2]) / _SIZE, max(points[::2]) / _SIZE))
            parts.append([])
    left, top, width, height = map(float, drawing.get("viewBox", "0 0 0 0").split())
    shapes = tuple(_joined(part) for part in parts)
    right, bottom = (left + width) / _SIZE, (top + height) / _SIZE
    return Outline(shapes, tuple(slots), right, -top / _SIZE, bottom)


_SIDES: Final = ("x", "y", "width", "height")


def _slot_number(fill: str) -> int | None:
    return int(fill[-1]) - 1 if fill.startswith(_COLOUR) else None


def _joined(part: list[tuple[list[int], list[float]]]) -> Shape:
    kinds = np.array([kind for kinds, _ in part for kind in kinds], dtype=np.uint8)
    flat = np.array([number for _, points in part for number in points], dtype=np.float64)
    return Shape(kinds, flat.reshape(-1, 2) / _SIZE)


def _rectangle(x: float, y: float, w: float, h: float) -> tuple[list[int], list[float]]:
    corners = [x, y, x + w, y, x + w, y + h, x, y + h, x, y]
    return [MOVE, LINE, LINE, LINE, LINE], corners


def _path(text: str) -> tuple[list[int], list[float]]:
    """Return kinds and flat coordinates of an SVG path of M, L, Q, C and Z, all absolute.

    Raises
    ------
    KeyError
        If there is anything else in it.
    """
    kinds: list[int] = []
    points: list[float] = []
    words = iter(text.split())
    for word in words:
        if word == "Z":
            continue
        numbers = [float(next(words)) for _ in range(_COUNTS[word])]
        if word == "Q":
            numbers = _elevated(*points[-2:], *numbers)
        kinds.extend(_KINDS[word])
        points.extend(numbers)
    return kinds, points


_COUNTS: Final = {"M": 2, "L": 2, "Q": 4, "C": 6}
_KINDS: Final = {
    "M": (MOVE,),
    "L": (LINE,),
    "Q": (CURVE, CURVE_DATA, CURVE_DATA),
    "C": (CURVE, CURVE_DATA, CURVE_DATA),
}


def _elevated(x: float, y: float, cx: float, cy: float, ex: float, ey: float) -> list[float]:
    """Return the cubic curve that a quadratic one is."""
    return [
        x + (cx - x) * 2 / 3,
        y + (cy - y) * 2 / 3,
        ex + (cx - ex) * 2 / 3,
        ey + (cy - ey) * 2 / 3,
        ex,
        ey,
    ]
