"""Lines of maths whose letters, numbers and matrices each have their own colour.

A chain rule with its numbers is read by colour: values that went forward, gradients that came
back. They change at every step and with every unit, so they are set as text, in the font of the
typeset formulas, and wait for no one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPen

from gradviz.plots.colours import colour
from gradviz.plots.typeset import number_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from gradviz.plots.themes import Theme

__all__ = ["Atom", "Matrix", "Text", "Tone", "backward_ink", "forward_ink", "italic", "lines_of"]

_LOW: Final = 0.72
"""Size of a subscript beside its letter."""
_DROP: Final = 0.24
_RISE: Final = 0.36
_ASCENT: Final = 0.72
_DESCENT: Final = 0.26
_INDENT: Final = 1.3
_ROW: Final = 1.22
"""Distance of two rows of a matrix."""
_BETWEEN: Final = 0.75
_BRACKET: Final = 0.38
_SPECIAL: Final = {"h": "\N{PLANCK CONSTANT}", "∂": "\N{MATHEMATICAL ITALIC PARTIAL DIFFERENTIAL}"}


class Tone(Enum):
    """What a piece of a line is, and so in which colour it is set."""

    TEXT = auto()
    MUTED = auto()
    FORWARD = auto()
    BACKWARD = auto()

    def ink(self, theme: Theme) -> str:
        """Return its colour."""
        return {
            Tone.TEXT: theme.text,
            Tone.MUTED: theme.text_muted,
            Tone.FORWARD: forward_ink(theme),
            Tone.BACKWARD: backward_ink(theme),
        }[self]


def forward_ink(theme: Theme) -> str:
    """Return the colour of values that went forward."""
    return theme.ok


def backward_ink(theme: Theme) -> str:
    """Return the colour of gradients that came back."""
    return theme.run(4).colour


def italic(letter: str) -> str:
    """Return a letter as maths sets it, upright where there is no other."""
    if letter in _SPECIAL:
        return _SPECIAL[letter]
    if "a" <= letter <= "z":
        return chr(0x1D44E + ord(letter) - ord("a"))
    return chr(0x1D434 + ord(letter) - ord("A")) if "A" <= letter <= "Z" else letter


class Atom(Protocol):
    """A piece that is not broken.

    Attributes
    ----------
    breaks : bool
        Whether a line may be broken before it.
    """

    @property
    def breaks(self) -> bool:
        """Whether a line may be broken before it."""

    def measure(self, size: float) -> tuple[float, float, float]:
        """Return width, ascent and descent in pixels."""

    def paint(self, painter: QPainter, at: tuple[float, float], size: float, theme: Theme) -> None:
        """Paint it with the left end of its base line at a place."""


@dataclass(frozen=True, slots=True)
class Text:
    """Text of one size and colour.

    Attributes
    ----------
    text : str
        What is set.
    tone : Tone
        What it is.
    shift : int
        -1 for a subscript, 1 for a superscript.
    breaks : bool
        Whether a line may be broken before it.
    """

    text: str
    tone: Tone = Tone.TEXT
    shift: int = 0
    breaks: bool = False

    def measure(self, size: float) -> tuple[float, float, float]:
        """Return width, ascent and descent in pixels."""
        width = _metrics(self._size(size)).horizontalAdvance(self.text)
        return width, _ASCENT * size, _DESCENT * size

    def paint(self, painter: QPainter, at: tuple[float, float], size: float, theme: Theme) -> None:
        """Paint it with the left end of its base line at a place."""
        painter.setFont(_font(self._size(size)))
        painter.setPen(colour(self.tone.ink(theme)))
        drop = {-1: _DROP, 0: 0.0, 1: -_RISE}[self.shift] * size
        painter.drawText(QPointF(at[0], at[1] + drop), self.text)

    def _size(self, size: float) -> float:
        return max(8.0, round(size * _LOW)) if self.shift else size


@dataclass(frozen=True, slots=True)
class Matrix:
    """Numbers in rows between brackets.

    Attributes
    ----------
    rows : tuple of tuple of str
        What is set.
    tone : Tone
        What the numbers are.
    chosen : int or None
        A row that stands out; None: all alike.
    breaks : bool
        Whether a line may be broken before it.
    """

    rows: tuple[tuple[str, ...], ...]
    tone: Tone = Tone.TEXT
    chosen: int | None = None
    breaks: bool = False

    def measure(self, size: float) -> tuple[float, float, float]:
        """Return width, ascent and descent in pixels."""
        widths = self._widths(size)
        gaps = _BETWEEN * size * (len(widths) - 1)
        half = _ROW * size * len(self.rows) / 2.0
        axis = 0.28 * size
        return sum(widths) + gaps + 2.0 * _BRACKET * size, half + axis, half - axis

    def _widths(self, size: float) -> list[float]:
        metrics = _metrics(size)
        columns = zip(*self.rows, strict=True)
        return [max(metrics.horizontalAdvance(text) for text in column) for column in columns]

    def paint(self, painter: QPainter, at: tuple[float, float], size: float, theme: Theme) -> None:
        """Paint it with the left end of its base line at a place."""
        width, ascent, descent = self.measure(size)
        widths, metrics = self._widths(size), _metrics(size)
        left, top = at[0], at[1] - ascent
        painter.setFont(_font(size))
        for number, row in enumerate(self.rows):
            dim = self.chosen is not None and number != self.chosen
            painter.setPen(colour(theme.text_faint if dim else self.tone.ink(theme)))
            level = top + _ROW * size * (number + 0.5) + 0.3 * size
            x = left + _BRACKET * size
            for text, wide in zip(row, widths, strict=True):
                own = metrics.horizontalAdvance(text)
                painter.drawText(QPointF(x + wide - own, level), text)
                x += wide + _BETWEEN * size
        self._paint_brackets(painter, QRectF(left, top, width, ascent + descent), size, theme)

    def _paint_brackets(self, painter: QPainter, box: QRectF, size: float, theme: Theme) -> None:
        painter.setPen(QPen(colour(theme.text), 1.0))
        hook, top, bottom = 0.22 * size, round(box.top()) + 0.5, round(box.bottom()) + 0.5
        for edge, turn in ((box.left() + 1.5, 1.0), (box.right() - 1.5, -1.0)):
            x = round(edge) + 0.5
            painter.drawLines(
                [
                    QLineF(x, top, x, bottom),
                    QLineF(x, top, x + turn * hook, top),
                    QLineF(x, bottom, x + turn * hook, bottom),
                ]
            )


@lru_cache(maxsize=16)
def _font(size: float) -> QFont:
    return number_font(size)


@lru_cache(maxsize=16)
def _metrics(size: float) -> QFontMetricsF:
    return QFontMetricsF(_font(size))


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line that is set: atoms with their distance from the left end, and its height."""

    atoms: tuple[tuple[Atom, float], ...]
    ascent: float
    descent: float
    width: float


def lines_of(atoms: Sequence[Atom], size: float, width: float) -> list[SetLine]:
    """Break a line where it may be broken so that it fits into a width, and measure it."""
    lines: list[SetLine] = []
    current: list[tuple[Atom, float]] = []
    x, ascent, descent = 0.0, _ASCENT * size, _DESCENT * size
    for chunk in _chunks(atoms):
        sizes = [atom.measure(size) for atom in chunk]
        wide = sum(one[0] for one in sizes)
        if current and x + wide > width:
            lines.append(SetLine(tuple(current), ascent, descent, x))
            current, x = [], _INDENT * size
            ascent, descent = _ASCENT * size, _DESCENT * size
        for atom, (across, up, down) in zip(chunk, sizes, strict=True):
            current.append((atom, x))
            x, ascent, descent = x + across, max(ascent, up), max(descent, down)
    return [*lines, SetLine(tuple(current), ascent, descent, x)]


def _chunks(atoms: Sequence[Atom]) -> list[list[Atom]]:
    """Return what stays together: a line may be broken between two of them."""
    chunks: list[list[Atom]] = []
    for atom in atoms:
        if not chunks or atom.breaks:
            chunks.append([])
        chunks[-1].append(atom)
    return chunks
