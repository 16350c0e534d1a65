"""The ground under samples: a tint for each class, paler where unsure, and lines between them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter

from gradviz.core.scales import Scale, Shading
from gradviz.plots import polylines
from gradviz.plots.colours import blended, colour, field_image
from gradviz.plots.marks import to_path
from gradviz.plots.oklab import components
from gradviz.plots.trails import pen, width_for

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.network.regions import Regions
    from gradviz.document.regions import RegionsStudy
    from gradviz.plots.axes import Projection
    from gradviz.plots.themes import Theme

LEVELS: Final = 256
BOUNDARY_WIDTH: Final = 1.2
SHARPEST: Final = 0.7
"""The power of sureness that is seen: below 1, the pale seam along a boundary is narrower."""


@lru_cache(maxsize=8)
def _tints(theme: Theme, classes: int) -> NDArray[np.uint32]:
    """Return ARGB32 words by class and sureness, shape (classes * LEVELS + 1,).

    The last one is for no class, transparent.
    """
    full = components([theme.class_style(k).tint for k in range(classes)])
    ground = components([theme.surface])
    share = (np.arange(LEVELS) / (LEVELS - 1))[None, :, None] ** SHARPEST
    rgb = np.rint(255.0 * (ground + share * (full[:, None, :] - ground))).astype(np.uint32)
    words = (0xFF << 24) | (rgb[..., 0] << 16) | (rgb[..., 1] << 8) | rgb[..., 2]
    return np.append(words.ravel(), np.uint32(0)).astype(np.uint32)


def regions_image(regions: Regions, classes: int, theme: Theme) -> QImage:
    """Return a pixel for each point of the grid, the highest ordinate first."""
    known = regions.labels >= 0
    level = np.rint(np.where(known, regions.sureness, 0.0) * (LEVELS - 1)).astype(np.intp)
    index = np.where(known, regions.labels * LEVELS + level, classes * LEVELS)[::-1]
    pixels = np.take(_tints(theme, classes), index)
    height, width = pixels.shape
    form = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.data, width, height, 4 * width, form).copy()


def shading_of(study: RegionsStudy) -> Shading:
    """Return the shades of numbers, by the targets: they stay while a network learns."""
    low, high = study.span
    if not high > low:
        room = 0.5 * abs(low) or 0.5
        low, high = low - room, low + room
    return Shading(Scale.LINEAR, low, high)


def ground_image(study: RegionsStudy, theme: Theme) -> QImage | None:
    """Return what lies under the samples of a plane; None where there is no plane."""
    if study.regions is not None:
        return regions_image(study.regions, len(study.classes), theme)
    if study.field is not None:
        shades = shading_of(study).of(study.field)
        shades[~np.isfinite(study.field)] = np.nan
        return field_image(shades, theme.field, 2 * len(study.x), 2 * len(study.y))
    return None


def paint_ground(
    painter: QPainter, image: QImage, study: RegionsStudy, projection: Projection, theme: Theme
) -> None:
    """Paint regions or field into the plot, wherever it has moved; hatched where unknown."""
    bounds = study.bounds
    left, top = projection.place(bounds.x_min, bounds.y_max)
    right, bottom = projection.place(bounds.x_max, bounds.y_min)
    whole = QRectF(left, top, right - left, bottom - top)
    seen = whole.intersected(projection.area)
    if seen.isEmpty():
        return
    if _has_gaps(study):
        painter.fillRect(seen, QBrush(colour(theme.border), Qt.BrushStyle.BDiagPattern))
    if study.regions is not None:  # its points are the middles of pixels
        half_x, half_y = whole.width() / (len(study.x) - 1), whole.height() / (len(study.y) - 1)
        whole.adjust(-half_x / 2, -half_y / 2, half_x / 2, half_y / 2)
        seen = whole.intersected(projection.area)
    across, down = image.width() / whole.width(), image.height() / whole.height()
    source = QRectF(
        (seen.left() - whole.left()) * across,
        (seen.top() - whole.top()) * down,
        seen.width() * across,
        seen.height() * down,
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(seen, image, source)


def _has_gaps(study: RegionsStudy) -> bool:
    if study.regions is not None:
        return bool((study.regions.labels < 0).any())
    return study.field is not None and not bool(np.isfinite(study.field).all())


def paint_boundaries(
    painter: QPainter, points: NDArray[np.float64], projection: Projection, theme: Theme
) -> None:
    """Draw the lines between classes, points of shape (k, 2) with rows of nan between pieces."""
    lines = polylines.single(projection.pixels(points[:, 0], points[:, 1]))
    lines = polylines.clip(lines, projection.box.grown(2.0))
    lines = polylines.chosen(lines, polylines.straightened(lines, 0.08))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = blended(theme.contour, theme.surface, 0.9)
    painter.strokePath(to_path(lines), pen(ink, width_for(lines, BOUNDARY_WIDTH)))
