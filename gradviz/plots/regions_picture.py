"""Samples with what a network makes of the plane they lie in, as a picture: no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gradviz.document.regions import RegionsKind
from gradviz.plots.axes import paint_grid, paint_labels, paint_names
from gradviz.plots.colours import colour
from gradviz.plots.frames import PADDING, paint_dimming, paint_frame
from gradviz.plots.lettering import BODY, face
from gradviz.plots.regions_curves import paint_fit, paint_half, paint_odds, paint_residuals
from gradviz.plots.regions_ground import ground_image, paint_boundaries, paint_ground
from gradviz.plots.regions_legend import INSET, legend_of
from gradviz.plots.regions_marks import is_crowded, mark_size, paint_rings, paint_samples
from gradviz.plots.regions_state import RegionsState
from gradviz.plots.regions_words import (
    axis_names,
    heading,
    line_text,
    moment_text,
    slice_note,
    waiting,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QImage

    from gradviz.document.regions import Answered, RegionsStudy
    from gradviz.plots.axes import Projection
    from gradviz.plots.picture import LegendEntry
    from gradviz.plots.polylines import Box
    from gradviz.plots.regions_marks import MarkSize
    from gradviz.plots.themes import Theme
    from gradviz.plots.ticks import Ticks


NOTE: Final = 24.0
"""Height of a note."""


class RegionsPicture(RegionsState):
    """Draws samples over regions, a field, or beside curves.

    Parameters
    ----------
    theme : Theme
        Colours.

    Attributes
    ----------
    key_box : Box or None
        Where the key of the marks was painted last.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.key_box: Box | None = None
        self._image: tuple[tuple[object, ...], QImage | None] | None = None

    def heading(self) -> str:
        """Return what is shown, in a line."""
        return heading(self.study)

    def moment(self) -> str:
        """Return at which step and epoch the network is."""
        return moment_text(self.study)

    def legend(self) -> list[LegendEntry]:
        """Return nothing: what the marks mean is written in the picture."""
        return []

    def details(self) -> list[str]:
        """Return what the axes are, and what is said in the corner."""
        if self.study is None:
            return []
        return [", ".join(axis_names(self.study)), self.note()]

    def problem(self) -> str:
        """Return why there is nothing to see; empty if there is."""
        return waiting() if self.study is None else ""

    def still(self) -> RegionsPicture:
        """Return a picture of the same state, as it was computed."""
        copy = RegionsPicture(self.theme)
        # what has moved on the screen meanwhile is not computed yet
        copy.study, copy.layers = self.study, self.layers
        return copy

    def note(self) -> str:
        """Return what is said in a corner; empty for nothing."""
        study = self.study
        if study is None:
            return ""
        return slice_note(study, regions=self.layers.regions) or line_text(study)

    def paint(self, painter: QPainter, size: QSizeF, _ratio: float = 1.0) -> None:
        """Paint everything but what follows the mouse; the ground is left as it is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout, study = self.layout(size), self.study
        if study is None or layout is None:
            room = QRectF(QPointF(0.0, 0.0), size).adjusted(16.0, 8.0, -16.0, -8.0)
            face(BODY).write_within(painter, room, self.problem(), colour(self.theme.text_faint))
        else:
            self._paint_plot(painter, study, *layout)
        if self.dimmed:
            paint_dimming(painter, QRectF(QPointF(0.0, 0.0), size), self.theme)

    def _paint_plot(
        self, painter: QPainter, study: RegionsStudy, projection: Projection, x: Ticks, y: Ticks
    ) -> None:
        painter.save()
        painter.setClipRect(projection.area)
        if self.is_plane and self.layers.regions:
            self._paint_ground(painter, study, projection)
        else:
            paint_grid(painter, projection, x, y, colour(self.theme.plot_grid))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_curves(painter, study, projection)
        self._paint_samples(painter, study, projection)
        painter.restore()
        paint_labels(painter, projection, x, y, self.theme)
        across, upwards = axis_names(study)
        names = _scaled(across, x), _scaled(upwards, y)
        paint_names(painter, projection, *names, self.theme)
        self._paint_words(painter, study, projection)

    def _paint_ground(self, painter: QPainter, study: RegionsStudy, projection: Projection) -> None:
        key = (study, self.theme)
        if self._image is None or self._image[0] != key:
            self._image = (key, ground_image(study, self.theme))
        image = self._image[1]
        if image is not None:
            paint_ground(painter, image, study, projection, self.theme)
        if study.regions is not None:
            paint_boundaries(painter, study.regions.boundaries, projection, self.theme)

    def _paint_curves(self, painter: QPainter, study: RegionsStudy, projection: Projection) -> None:
        if study.kind is RegionsKind.ODDS:
            paint_half(painter, projection, self.theme)
            if self.layers.regions:
                paint_odds(painter, study, projection, self.theme)
        if study.kind is RegionsKind.LINE and self.layers.regions:
            for answered in self.shown():
                paint_residuals(painter, answered, projection, self.theme)
            paint_fit(painter, study, projection, self.theme)

    def shown(self) -> list[Answered]:
        """Return the samples that are drawn."""
        study = self.study
        if study is None:
            return []
        pairs = ((study.train, self.layers.train), (study.test, self.layers.test))
        return [answered for answered, is_on in pairs if is_on and len(answered.places)]

    def _paint_samples(
        self, painter: QPainter, study: RegionsStudy, projection: Projection
    ) -> None:
        size, rimmed = self._mark_size(study, projection), self._is_rimmed(study, projection)
        for answered in self.shown():
            paint_samples(
                painter, study, answered, projection, self.theme, size.mark, rimmed=rimmed
            )
        if self.layers.rings and not rimmed:
            for answered in self.shown():
                paint_rings(painter, answered, projection, self.theme, size.ring)

    def _mark_size(self, study: RegionsStudy, projection: Projection) -> MarkSize:
        box, count = projection.box, len(study.train.places) + len(study.test.places)
        return mark_size(count, min(box.right - box.left, box.bottom - box.top))

    def _is_rimmed(self, study: RegionsStudy, projection: Projection) -> bool:
        """Tell whether the mistaken have dark rims, as there is no room for rings."""
        ring = self._mark_size(study, projection).ring
        return self.layers.rings and is_crowded(self.shown(), projection, ring)

    def _paint_words(self, painter: QPainter, study: RegionsStudy, projection: Projection) -> None:
        """Write the note and the key where they hide little."""
        box, note = projection.box, self.note()
        across, upwards = axis_names(study)
        if note:
            _paint_note(painter, box, note, upwards, self.theme)
        self.key_box = None
        rimmed = self._is_rimmed(study, projection)
        legend = legend_of(study, self.layers, self.theme, box, rimmed=rimmed)
        if legend is None:
            return
        places = [answered.places for answered in self.shown()]
        obstacles = np.concatenate([*places, np.empty((0, 2))])
        self.key_box = legend.place(box, projection.pixels(*obstacles.T), across)
        legend.paint(painter, self.key_box, self.theme)


def _scaled(name: str, ticks: Ticks) -> str:
    """Return the name of an axis with what its labels are multiplied by."""
    return f"{name}   ({ticks.factor})" if ticks.factor else name


def _paint_note(painter: QPainter, box: Box, text: str, name: str, theme: Theme) -> None:
    """Write a small framed note beside the name of the axis, below it where there is no room."""
    letters = face()
    left, top = box.left + letters.width(name) + 20.0, box.top + INSET
    width = letters.width(text) + 2 * PADDING
    if left + width > box.right - INSET:
        left, top = box.left + INSET, top + NOTE + 2.0
    text = letters.elided(text, box.right - INSET - left - 2 * PADDING)
    width = letters.width(text) + 2 * PADDING
    frame = QRectF(round(left), round(top), round(width), NOTE)
    paint_frame(painter, frame, theme)
    letters.write(painter, (frame.left() + PADDING, frame.center().y()), text, colour(theme.text))
