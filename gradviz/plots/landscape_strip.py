"""The strip below a picture that tells facts: names and figures, in as many lines as they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from gradviz.plots.colours import colour
from gradviz.plots.lettering import face

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from gradviz.plots.themes import Theme

    Groups = Sequence[Sequence["Fact"]]

LINE: Final = 17.0
PADDING: Final = 6.0
_INSET: Final = 8.0
_GAP: Final = 5.0
_BETWEEN: Final = 18.0


@dataclass(frozen=True, slots=True)
class Fact:
    """A name with a figure.

    Attributes
    ----------
    name : str
        What it is.
    value : str
        The figure.
    widest : str
        A figure for which there is to be room, so that nothing moves while figures change.
    """

    name: str
    value: str
    widest: str = ""

    @property
    def width(self) -> float:
        """Its width in pixels."""
        strong = face(bold=True)
        value = max(strong.width(self.value), strong.width(self.widest))
        return face().width(self.name) + _GAP + value


def strip_height(groups: Groups, width: float) -> float:
    """Return the height of a strip of a width."""
    lines = sum(1 for _ in _lines(groups, width))
    return lines * LINE + 2 * PADDING if lines else 0.0


def paint_strip(painter: QPainter, groups: Groups, area: QRectF, theme: Theme) -> None:
    """Write groups of facts into an area, each group on lines of its own."""
    plain, strong = face(), face(bold=True)
    muted, ink = colour(theme.text_muted), colour(theme.text)
    painter.fillRect(QRectF(area.left(), area.top(), area.width(), 1.0), colour(theme.hairline))
    level = area.top() + PADDING + LINE / 2
    for line in _lines(groups, area.width()):
        x = area.left() + _INSET
        for fact in line:
            plain.write(painter, (x, level), fact.name, muted)
            strong.write(painter, (x + plain.width(fact.name) + _GAP, level), fact.value, ink)
            x += fact.width + _BETWEEN
        level += LINE


def _lines(groups: Groups, width: float) -> Iterator[list[Fact]]:
    """Yield the facts of each line."""
    for group in groups:
        line: list[Fact] = []
        taken = 2 * _INSET
        for fact in group:
            if line and taken + fact.width > width:
                yield line
                line, taken = [], 2 * _INSET
            line.append(fact)
            taken += fact.width + _BETWEEN
        if line:
            yield line
