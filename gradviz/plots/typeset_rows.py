"""The rows of a sheet of maths: lines that flow, tables of numbers, words, rules between them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPen

from gradviz.core.working.equations import filled, placed, plain
from gradviz.plots import typeset
from gradviz.plots.colours import colour
from gradviz.plots.lettering import SMALL, Align, face
from gradviz.plots.numerals import TIMES, compact, readout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from gradviz.plots.themes import Theme

__all__ = ["Divider", "Flow", "Hint", "Part", "Row", "Words", "number_text"]

DIGITS: Final = 6
_SMALLEST: Final = 9
_INDENT: Final = 20.0
_LEADING: Final = 7.0
_ASCENT, _DESCENT = 0.70, 0.22  # of a line without anything high or low, as shares of the size


@dataclass(frozen=True, slots=True)
class Hint:
    """What a place of the sheet says when asked: a number in full."""

    box: QRectF
    text: str


def number_text(value: float, digits: int = DIGITS) -> str:
    """Return a number as it stands in a line: to `digits` figures, or fewer if it is round."""
    if isinstance(value, int):
        return str(value)
    text = readout(value, digits)
    is_round = text.partition(TIMES)[0].endswith(_ZEROS)
    is_short = math.isfinite(value) and float(f"{value:.{digits}g}") == value
    return compact(value, digits) if value and (is_round or is_short) else text


_ZEROS: Final = "000"
"""So many at the end say nothing: 1 - 0.9 is 0.1, though not to the last bit."""


class Row(Protocol):
    """One row: what it needs, how large it is, and its picture."""

    def lines(self) -> tuple[str, ...]:
        """Return the LaTeX that it needs."""

    def measure(self, width: float) -> tuple[float, float]:
        """Return the width and the height that it takes where `width` is to be had."""

    def paint(self, painter: QPainter, box: QRectF, theme: Theme) -> list[Hint]:
        """Paint it; return what its numbers are in full."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line that is not broken.

    Attributes
    ----------
    latex : str
        Template: ``#1`` to ``#9`` for numbers.
    numbers : tuple of float
        What belongs in it.
    plain : str
        What is shown if it cannot be typeset; if empty, made from the template.
    gap : float
        Pixels between it and the part before.
    size : float
        Pixels of the font.
    """

    latex: str
    numbers: tuple[float, ...] = ()
    plain: str = ""
    gap: float = 0.0
    size: float = typeset.SIZE
    _texts: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_texts", placed(self.latex, self.numbers, number_text))

    def measure(self) -> tuple[float, float, float]:
        """Return width, ascent and descent in pixels."""
        found = typeset.find(self.latex)
        if found is None:
            width = typeset.number_width(self._fallback(), self.size)
            return width, _ASCENT * self.size, _DESCENT * self.size
        ascent, descent = max(found.ascent, _ASCENT), max(found.descent, _DESCENT)
        return found.width(self.size, self._texts), ascent * self.size, descent * self.size

    def within(self, width: float) -> Part:
        """Return it set as much smaller as it must be, and can be, to fit."""
        wide = self.measure()[0]
        if wide <= width:
            return self
        return replace(self, size=max(_SMALLEST, int(self.size * width / wide)))

    def paint(self, painter: QPainter, at: QPointF, ink: str) -> list[Hint]:
        """Paint it with the left end of its base line at a place; nothing before it is typeset."""
        if not typeset.is_known(self.latex):  # no other letters for the blink of an eye
            return []
        found = typeset.find(self.latex)
        if found is None:
            painter.setFont(typeset.number_font(self.size))
            painter.setPen(colour(ink))
            painter.drawText(at, self._fallback())
            return []
        boxes = found.paint(painter, at, self.size, ink, self._texts)
        values = (repr(self.numbers[number]) for number in found.numbers)
        return [Hint(box, text) for box, text in zip(boxes, values, strict=True)]

    def _fallback(self) -> str:
        text = self.plain or plain(self.latex)
        return filled(text, self.numbers, number_text) if self.numbers else text


@dataclass(frozen=True, slots=True)
class Flow:
    """Parts side by side; what does not fit goes on in the next line, indented.

    Attributes
    ----------
    parts : tuple of Part
        From left to right.
    shrinks : bool
        Whether a part that is wider than a line is set smaller.
    """

    parts: tuple[Part, ...]
    shrinks: bool = False

    def lines(self) -> tuple[str, ...]:
        """Return the LaTeX that it needs."""
        return tuple(part.latex for part in self.parts)

    def measure(self, width: float) -> tuple[float, float]:
        """Return the width and the height that it takes where `width` is to be had."""
        lines = list(self._broken(width))
        return max(line.width for line in lines), sum(line.height for line in lines)

    def paint(self, painter: QPainter, box: QRectF, theme: Theme) -> list[Hint]:
        """Paint it; return what its numbers are in full."""
        hints: list[Hint] = []
        top = box.top()
        for line in self._broken(box.width()):
            base = top + _LEADING / 2.0 + line.ascent
            for part, left in line.parts:
                hints += part.paint(painter, QPointF(box.left() + left, base), theme.text)
            top += line.height
        return hints

    def _broken(self, width: float) -> Iterator[_Line]:
        line = _Line()
        for given in self.parts:
            part = given.within(width) if self.shrinks else given
            wide, ascent, descent = part.measure()
            if line.parts and line.width + part.gap + wide > width:
                yield line
                line = _Line(width=_INDENT)
                part = given.within(width - _INDENT) if self.shrinks else given
                wide, ascent, descent = part.measure()
            left = line.width + (part.gap if line.parts else 0.0)
            line.parts.append((part, left))
            line.width = left + wide
            line.ascent, line.descent = max(line.ascent, ascent), max(line.descent, descent)
        yield line


@dataclass(slots=True)
class _Line:
    parts: list[tuple[Part, float]] = field(default_factory=list)
    width: float = 0.0
    ascent: float = 0.0
    descent: float = 0.0

    @property
    def height(self) -> float:
        return round(self.ascent + self.descent + _LEADING)


@dataclass(frozen=True, slots=True)
class Divider:
    """A faint rule."""

    space: float = 4.0

    def lines(self) -> tuple[str, ...]:
        """Return nothing: it needs no maths."""
        return ()

    def measure(self, _width: float) -> tuple[float, float]:
        """Return its size; it is as wide as the sheet."""
        return 0.0, 2.0 * self.space + 1.0

    def paint(self, painter: QPainter, box: QRectF, theme: Theme) -> list[Hint]:
        """Paint it."""
        painter.setPen(QPen(colour(theme.hairline), 1.0))
        level = box.top() + self.space + 0.5
        painter.drawLine(QLineF(0.0, level, box.width(), level))  # also where it is scrolled
        return []


@dataclass(frozen=True, slots=True)
class Words:
    """A few words, quietly; with `warns` in the colour of a warning."""

    text: str
    warns: bool = False

    def lines(self) -> tuple[str, ...]:
        """Return nothing: it needs no maths."""
        return ()

    def measure(self, width: float) -> tuple[float, float]:
        """Return the width and the height that it takes where `width` is to be had."""
        return 0.0, 17.0 * len(self._broken(width)) + 4.0

    def paint(self, painter: QPainter, box: QRectF, theme: Theme) -> list[Hint]:
        """Paint it."""
        ink = colour(theme.warn if self.warns else theme.text_muted)
        for number, line in enumerate(self._broken(box.width())):
            at = (box.left(), box.top() + 17.0 * number + 10.5)
            face(SMALL).write(painter, at, line, ink, Align.AlignLeft)
        return []

    def _broken(self, width: float) -> list[str]:
        lines = [""]
        for word in self.text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and face(SMALL).width(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines
