"""Pictures put together for a file, each with its heading and legend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from gradviz.plots.colours import colour
from gradviz.plots.legend import HEIGHT, paint_legend
from gradviz.plots.lettering import Align, face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.export.sheet import Sheet
    from gradviz.plots.picture import Picture
    from gradviz.plots.themes import Theme

HEADING: Final = 13
HEADING_HEIGHT: Final = 28.0
PADDING: Final = 12.0
GAP: Final = 8.0
SIDE_SHARE: Final = 0.36
"""Part of the width that the smaller pictures get."""
FEW: Final = 3
"""Panels up to which the first is larger than all others."""
_SMALLEST: Final = 24.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One or more pictures on one ground.

    Attributes
    ----------
    pictures : tuple of Picture
        As they are to be seen.
    has_title : bool
        Whether each has its heading.
    is_transparent : bool
        Whether there is no ground under them.
    """

    pictures: tuple[Picture, ...]
    has_title: bool = True
    is_transparent: bool = False

    @property
    def title(self) -> str:
        """What the figure is called."""
        return self.pictures[0].heading()

    @property
    def theme(self) -> Theme:
        """The colours of the figure."""
        return self.pictures[0].theme

    @property
    def problem(self) -> str:
        """Why a figure of one picture holds a sentence alone; empty if there is more to see."""
        return self.pictures[0].problem() if len(self.pictures) == 1 else ""

    @property
    def ground(self) -> str:
        """The colour under everything."""
        return self.theme.surface if len(self.pictures) == 1 else self.theme.window

    def paint(self, painter: QPainter, size: QSizeF, ratio: float) -> None:
        """Paint all pictures into a figure of `size`, with `ratio` device pixels to each unit."""
        boxes = panel_boxes(len(self.pictures), size)
        for picture, box in zip(self.pictures, boxes, strict=True):
            if len(self.pictures) > 1:
                _paint_card(painter, box, self.theme, is_filled=not self.is_transparent)
            self._paint_panel(painter, picture, box, ratio)

    def _paint_panel(self, painter: QPainter, picture: Picture, box: QRectF, ratio: float) -> None:
        """Paint heading, legend and picture into a box."""
        inner, room = _inner(box), room_in(box, picture, has_title=self.has_title)
        top = inner.top()
        if self.has_title:
            _paint_heading(painter, picture, inner)
            top += HEADING_HEIGHT
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if picture.legend():
            place = QPointF(inner.left(), top)
            paint_legend(painter, picture, place, inner.width())
        if room.width() > _SMALLEST and room.height() > _SMALLEST:
            painter.save()
            painter.translate(room.topLeft())
            picture.paint(painter, room.size(), ratio)
            painter.restore()


def figure_of(
    pictures: Sequence[Picture], sheet: Sheet | None = None, theme: Theme | None = None
) -> Figure:
    """Return a figure of some pictures as they are now, without what the mouse left in them.

    Parameters
    ----------
    pictures : sequence of Picture
        What is in it.
    sheet : Sheet, optional
        What it will be painted on.
    theme : Theme, optional
        Colours; those of the pictures if it is left out.
    """
    still = [picture.still() for picture in pictures]
    if theme is not None:
        for picture in still:
            picture.theme = theme
    if sheet is None:
        return Figure(tuple(still))
    return Figure(tuple(still), sheet.has_title, sheet.is_transparent)


def panel_boxes(count: int, size: QSizeF) -> list[QRectF]:
    """Return where `count` panels go.

    One alone fills the figure, of two or three the first is large, and more stand in two rows.
    """
    if count == 1:
        return [QRectF(0.0, 0.0, size.width(), size.height())]
    if count <= FEW:
        return _beside(count, size)
    height = (size.height() - GAP) / 2
    boxes = []
    for row, columns in enumerate((count // 2, count - count // 2)):
        width = (size.width() - GAP) / columns
        corners = [(GAP + i * width, GAP + row * height) for i in range(columns)]
        boxes += [QRectF(x, y, width - GAP, height - GAP) for x, y in corners]
    return boxes


def _beside(count: int, size: QSizeF) -> list[QRectF]:
    """Return a large panel with the others in a column beside it."""
    side = round((size.width() - 3 * GAP) * SIDE_SHARE)
    main = size.width() - 3 * GAP - side
    boxes = [QRectF(GAP, GAP, main, size.height() - 2 * GAP)]
    height = (size.height() - GAP * count) / (count - 1)
    left = 2 * GAP + main
    boxes += [QRectF(left, GAP + i * (height + GAP), side, height) for i in range(count - 1)]
    return boxes


def _paint_card(painter: QPainter, box: QRectF, theme: Theme, *, is_filled: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(theme.hairline), 1.0))
    painter.setBrush(colour(theme.surface) if is_filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8.0, 8.0)


def room_in(box: QRectF, picture: Picture, *, has_title: bool = True) -> QRectF:
    """Return where a picture is painted in its panel's box: below its heading and legend."""
    inner = _inner(box)
    top = inner.top() + (HEADING_HEIGHT if has_title else 0.0)
    if picture.legend():
        top += HEIGHT + 4.0
    return QRectF(inner.left(), top, inner.width() + PADDING, inner.bottom() - top)


def _inner(box: QRectF) -> QRectF:
    return box.adjusted(PADDING, 4.0, -PADDING, -4.0)


def _paint_heading(painter: QPainter, picture: Picture, inner: QRectF) -> None:
    """Write what is shown and, if there is room, at which moment."""
    theme, level = picture.theme, inner.top() + HEADING_HEIGHT / 2
    heading, small = face(HEADING, bold=True), face()
    text = heading.elided(picture.heading(), inner.width())
    heading.write(painter, (inner.left(), level), text, colour(theme.text))
    words = picture.moment()
    if heading.width(text) + small.width(words) + 20.0 < inner.width():
        at = (inner.right(), level)
        small.write(painter, at, words, colour(theme.text_muted), Align.AlignRight)
