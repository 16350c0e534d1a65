"""What a picture of samples shows: the study, the part of it in sight, and what is switched on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.document.regions import RegionsKind
from gradviz.plots.contour_layout import measured

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

    from gradviz.core.bounds import Bounds
    from gradviz.document.regions import RegionsStudy
    from gradviz.plots.axes import Projection
    from gradviz.plots.themes import Theme
    from gradviz.plots.ticks import Ticks

PLANES = (RegionsKind.CLASSES, RegionsKind.FIELD)
"""What is seen in a plane of inputs."""


@dataclass(frozen=True, slots=True)
class RegionsLayers:
    """Which parts are drawn: the ground, the samples, the rings about the mistaken ones."""

    regions: bool = True
    train: bool = True
    test: bool = True
    rings: bool = True


class RegionsState:
    """The state of a picture, and where its plot lies.

    Parameters
    ----------
    theme : Theme
        Colours.

    Attributes
    ----------
    study : RegionsStudy or None
        What is drawn.
    bounds : Bounds or None
        What is in sight, while the user moves about not yet what was computed; None for what was.
    layers : RegionsLayers
        What is switched on.
    dimmed : bool
        Whether it belongs to an earlier text.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.study: RegionsStudy | None = None
        self.bounds: Bounds | None = None
        self.layers = RegionsLayers()
        self.dimmed = False
        self._layout: tuple[tuple[object, ...], tuple[Projection, Ticks, Ticks]] | None = None

    @property
    def is_plane(self) -> bool:
        """Whether both axes are inputs, in units of their own that are to look alike."""
        return self.study is not None and self.study.kind in PLANES

    @property
    def shown_bounds(self) -> Bounds | None:
        """What is in sight: what was asked for, grown to the plot once it is there."""
        if self.study is None or (self.bounds and self.bounds != self.study.request.bounds):
            return self.bounds
        return self.study.bounds

    def layout(self, size: QSizeF) -> tuple[Projection, Ticks, Ticks] | None:
        """Return the map from data to the pixels of a picture of `size`, and both axes' labels."""
        b = self.shown_bounds
        if b is None:
            return None
        key = (size.toTuple(), b, self.is_plane)
        if self._layout is None or self._layout[0] != key:
            extent = (b.x_min, b.x_max, b.y_min, b.y_max)
            self._layout = (key, measured(size, extent, square=self.is_plane))
        return self._layout[1]

    def projection(self, size: QSizeF) -> Projection | None:
        """Return the map from data to the pixels of a picture of `size`."""
        found = self.layout(size)
        return None if found is None else found[0]
