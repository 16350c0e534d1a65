"""The loss over a plane of weights, as the ordinary map and surface, with facts in a strip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QRectF, QSizeF

from gradviz.plots import landscape_words as words
from gradviz.plots.contour_picture import ContourPicture
from gradviz.plots.frames import Row
from gradviz.plots.landscape_strip import paint_strip, strip_height
from gradviz.plots.numerals import coordinate, readout
from gradviz.plots.overlays import scaled_name
from gradviz.plots.surface_picture import SurfacePicture

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gradviz.document.landscape import Landscape
    from gradviz.document.planar import Descents, Sampling
    from gradviz.plots.axes import Projection
    from gradviz.plots.press import PickedStep
    from gradviz.plots.themes import Theme


class _OfLandscape:
    """What map and surface of a landscape have in common.

    Attributes
    ----------
    reason : str
        Why there is no landscape, if that is known.
    """

    theme: Theme
    cursor: int
    scene: Sampling | None
    results: Descents | None
    reason: str = ""
    _landscape: Landscape | None = None

    @property
    def landscape(self) -> Landscape | None:
        """What is shown."""
        return self._landscape

    def show(self, landscape: Landscape | None) -> None:
        """Show a landscape: its scene, its runs, its facts."""
        self._landscape = landscape
        self.scene = landscape.scene if landscape is not None else None
        self.results = landscape.runs if landscape is not None else None

    @property
    def quantity(self) -> str:
        """The loss."""
        return words.quantity_word()

    @property
    def absence(self) -> str:
        """Why there is no landscape."""
        return self.reason or words.absence()

    def heading(self) -> str:
        """Return which plane it is, and of which network."""
        return words.heading(self._landscape) if self._landscape is not None else self.quantity

    def details(self) -> list[str]:
        """Return what the strip says."""
        if self._landscape is None:
            return []
        rows = words.facts(self._landscape, self.cursor)
        return ["; ".join(f"{fact.name}: {fact.value}" for fact in row) for row in rows]

    def plot_size(self, size: QSizeF) -> QSizeF:
        """Return what the strip leaves of a picture of `size`."""
        return QSizeF(size.width(), size.height() - self._strip_height(size))

    def _strip_height(self, size: QSizeF) -> float:
        if self._landscape is None:
            return 0.0
        return strip_height(words.facts(self._landscape, self.cursor), size.width())

    def paint_strip(self, painter: QPainter, size: QSizeF) -> None:
        """Write what is known of the plane and of the step at the cursor."""
        if self._landscape is not None:
            height = self._strip_height(size)
            area = QRectF(0.0, size.height() - height, size.width(), height)
            paint_strip(painter, words.facts(self._landscape, self.cursor), area, self.theme)


class LandscapeMap(_OfLandscape, ContourPicture):
    """The landscape as a map.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def show(self, landscape: Landscape | None) -> None:
        """Show a landscape; the part of it that is seen stays where it is."""
        super().show(landscape)
        self.start = landscape.runs.start if landscape is not None else None
        if self.bounds is None and landscape is not None:
            self.bounds = landscape.scene.request.bounds

    @property
    def names(self) -> tuple[str, ...]:
        """The two directions."""
        return words.axis_names()

    @property
    def is_named(self) -> bool:
        """Whether the axes are named: always."""
        return True

    def problem(self) -> str:
        """Return why there is nothing to see; empty if there is."""
        return super().problem() if self.landscape is not None else self.absence

    def still(self) -> Self:
        """Return a picture of the same state, without what the mouse has left in it."""
        copy = super().still()
        copy.reason = self.reason
        copy.show(self._landscape)
        return copy

    def paint_front(self, painter: QPainter, size: QSizeF, ratio: float | None = None) -> None:
        """Paint the runs, the start and the strip."""
        super().paint_front(painter, size, ratio)
        self.paint_strip(painter, size)

    def step_rows(self, projection: Projection, picked: PickedStep) -> list[Row]:
        """Return how true the map is at a step; where that is not known, the loss of its batch."""
        if self._landscape is None:
            return []
        path, k = self._landscape.runs.runs[picked.run].trajectory, picked.step
        scales = 1.0 / projection.x_scale, 1.0 / projection.y_scale
        place = ", ".join(map(coordinate, path.x[k].tolist(), scales))
        rows = [Row(", ".join(self.names), place)]
        compared = self._landscape.at(k)
        if picked.run == self._landscape.request.index and compared.step == k:
            return rows + [Row(fact.name, fact.value) for fact in words.comparison(compared)]
        return [*rows, Row(words.batch_word(), readout(float(path.value[k])))]


class LandscapeSurface(_OfLandscape, SurfacePicture):
    """The landscape as a surface.

    Parameters
    ----------
    theme : Theme
        Colours.
    easel : Easel, optional
        What it is drawn on; by default one of its own.
    """

    @property
    def names(self) -> tuple[str, str, str]:
        """The two directions, and the loss."""
        return (*words.axis_names(), scaled_name(self.quantity, log=self.is_log))

    def problem(self) -> str:
        """Return why there is no surface, or nothing if there is one."""
        return super().problem() if self.landscape is not None else self.absence

    def still(self) -> Self:
        """Return a picture of the same state that is drawn by the same renderer."""
        copy = super().still()
        copy.reason = self.reason
        copy.show(self._landscape)
        return copy

    def paint(
        self, painter: QPainter, size: QSizeF, ratio: float = 1.0, *, fine: bool = True
    ) -> None:
        """Paint the surface, or why there is none, and the strip."""
        super().paint(painter, size, ratio, fine=fine)
        self.paint_strip(painter, size)
