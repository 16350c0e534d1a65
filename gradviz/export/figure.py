"""Pictures put together for a file: each with its heading and legend, the first one largest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen

from gradviz.plots.colours import colour
from gradviz.plots.contour_picture import ContourPicture
from gradviz.plots.curve_picture import CurvePicture
from gradviz.plots.legend import HEIGHT, paint_legend
from gradviz.plots.lettering import Align, face
from gradviz.plots.series import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.plots.themes import Theme

Picture: TypeAlias = ContourPicture | CurvePicture

HEADING: Final = 13
HEADING_HEIGHT: Final = 28.0
PADDING: Final = 12.0
GAP: Final = 8.0
SIDE_SHARE: Final = 0.36
"""Part of the width that the smaller pictures get."""
_SMALLEST: Final = 24.0


@dataclass(frozen=True, slots=True)
class Panel:
    """A picture with its heading."""

    heading: str
    picture: Picture

    def paint(self, painter: QPainter, box: QRectF, ratio: float) -> None:
        """Paint heading, legend and picture into a box."""
        theme = self.picture.theme
        inner = box.adjusted(PADDING, 4.0, -PADDING, -4.0)
        level = inner.top() + HEADING_HEIGHT / 2
        heading = face(HEADING, bold=True)
        text = heading.elided(self.heading, inner.width())
        heading.write(painter, (inner.left(), level), text, colour(theme.text))
        self._paint_step(painter, inner, level, heading.width(text))
        top = inner.top() + HEADING_HEIGHT
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_legend(painter, self.picture, QPointF(inner.left(), top), inner.width())
        top += HEIGHT + 4.0
        size = QSizeF(inner.width() + PADDING, inner.bottom() - top)
        if size.width() > _SMALLEST and size.height() > _SMALLEST:
            painter.save()
            painter.translate(inner.left(), top)
            if isinstance(self.picture, ContourPicture):
                self.picture.paint(painter, size, ratio)
            else:
                self.picture.paint(painter, size)
            painter.restore()

    def _paint_step(self, painter: QPainter, inner: QRectF, level: float, used: float) -> None:
        words = QCoreApplication.translate("Export", "at step {0}").format(self.picture.cursor)
        small = face()
        if used + small.width(words) + 20.0 < inner.width():
            ink = colour(self.picture.theme.text_muted)
            small.write(painter, (inner.right(), level), words, ink, Align.AlignRight)


@dataclass(frozen=True, slots=True)
class Figure:
    """One or more panels on one ground."""

    panels: tuple[Panel, ...]

    @property
    def title(self) -> str:
        """What the figure is called."""
        return self.panels[0].heading

    @property
    def theme(self) -> Theme:
        """The colours of the figure."""
        return self.panels[0].picture.theme

    @property
    def ground(self) -> str:
        """The colour under everything."""
        return self.theme.surface if len(self.panels) == 1 else self.theme.window

    def paint(self, painter: QPainter, size: QSizeF, ratio: float) -> None:
        """Paint all panels into a figure of `size`, with `ratio` device pixels to each unit."""
        boxes = panel_boxes(len(self.panels), size)
        for panel, box in zip(self.panels, boxes, strict=True):
            if len(self.panels) > 1:
                _paint_card(painter, box, self.theme)
            panel.paint(painter, box, ratio)


def panel_boxes(count: int, size: QSizeF) -> list[QRectF]:
    """Return where `count` panels go: one alone fills the figure, else the first is large."""
    if count == 1:
        return [QRectF(0.0, 0.0, size.width(), size.height())]
    side = round((size.width() - 3 * GAP) * SIDE_SHARE)
    main = size.width() - 3 * GAP - side
    boxes = [QRectF(GAP, GAP, main, size.height() - 2 * GAP)]
    height = (size.height() - GAP * count) / (count - 1)
    left = 2 * GAP + main
    boxes += [QRectF(left, GAP + i * (height + GAP), side, height) for i in range(count - 1)]
    return boxes


def _paint_card(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(theme.hairline), 1.0))
    painter.setBrush(colour(theme.surface))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8.0, 8.0)


def figure_of(panels: Sequence[Panel]) -> Figure:
    """Return the figure of some panels."""
    return Figure(tuple(panels))


def panel_of(picture: Picture) -> Panel:
    """Return a panel with the state of a picture, but nothing in it that the mouse left there."""
    copy = _copy_of_contour(picture) if isinstance(picture, ContourPicture) else _copy(picture)
    copy.theme, copy.cursor, copy.selected = picture.theme, picture.cursor, picture.selected
    copy.results = picture.results
    return Panel(_heading(picture), copy)


def _copy_of_contour(picture: ContourPicture) -> Picture:
    copy = ContourPicture(picture.theme)
    copy.scene, copy.bounds, copy.start = picture.scene, picture.bounds, picture.start
    if copy.scene is not None:
        # what has moved on the screen meanwhile has no scene yet
        copy.bounds = copy.scene.request.bounds
    copy.layers, copy.uphill, copy.display = picture.layers, picture.uphill, picture.display
    copy.marked.landmarks, copy.marked.ghosts = picture.marked.state
    return copy


def _copy(picture: CurvePicture) -> Picture:
    copy = CurvePicture(picture.quantity, picture.theme)
    copy.log, copy.axis = picture.log, picture.axis
    return copy


def _heading(picture: Picture) -> str:
    if isinstance(picture, ContourPicture):
        results = picture.results
        text = " ".join(results.formula.text.split()) if results is not None else ""
        return f"f = {text}"
    if picture.quantity is Quantity.VALUE:
        return QCoreApplication.translate("Export", "Loss")
    return QCoreApplication.translate("Export", "Gradient norm")
