"""What lies under the trails: the field, its contour lines with their labels, and the arrows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gradviz.plots import polylines
from gradviz.plots.arrows import ArrowStyle, Ground, paint_arrows
from gradviz.plots.colour_maps import are_dark, ink_on
from gradviz.plots.colours import colour, field_image, map_colour
from gradviz.plots.lettering import Align, face
from gradviz.plots.level_labels import LevelLabel, labelled_levels, place_labels
from gradviz.plots.marks import to_path
from gradviz.plots.overlays import colour_bar_box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gradviz.core.field import Field, Shading
    from gradviz.document.planar import Sampling
    from gradviz.plots.axes import Projection
    from gradviz.plots.polylines import Lines
    from gradviz.plots.themes import Theme

_MAJOR_ALPHA: Final = 0.6
_MINOR_ALPHA: Final = 0.3
COARSE: Final = 200
"""Samples across up to which a field is a draft."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Which parts of the scenery are drawn."""

    field: bool = True
    contours: bool = True
    arrows: bool = True
    grid: bool = False


def paint_scenery(
    painter: QPainter,
    scene: Sampling,
    shading: Shading,
    projection: Projection,
    theme: Theme,
    layers: Layers,
    style: ArrowStyle,
    ratio: float,
) -> list[LevelLabel]:
    """Paint the scenery of a plane into the box of `projection`.

    Parameters
    ----------
    style : ArrowStyle
        How arrows are drawn.
    ratio : float
        Device pixels per pixel: the field is coloured at that resolution.

    Returns
    -------
    list of LevelLabel
        Where levels are written.
    """
    painter.save()
    painter.setClipRect(projection.area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if layers.field and scene.field is not None:
        _paint_field(painter, scene.field, shading, projection, theme, ratio)
    ground = Ground(scene.field, shading) if layers.field else Ground(None, None)
    labels: list[LevelLabel] = []
    if layers.contours:
        labels = _paint_contours(painter, scene, projection, theme, ground)
    if layers.arrows and scene.arrows is not None:
        taken = labels, colour_bar_box(projection.box) if layers.field else None
        paint_arrows(painter, scene.arrows, ground, projection, theme, style, taken)
    for label in labels:
        _paint_label(painter, label, ground, theme)
    painter.restore()
    return labels


def _paint_field(
    painter: QPainter,
    field: Field,
    shading: Shading,
    projection: Projection,
    theme: Theme,
    ratio: float,
) -> None:
    area = projection.area
    across, down = round(area.width() * ratio), round(area.height() * ratio)
    if len(field.x) <= COARSE:  # replaced as soon as the hand rests: Qt smooths it well enough
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        across, down = min(across, 2 * len(field.x)), min(down, 2 * len(field.y))
    if across > 0 and down > 0:
        painter.drawImage(area, field_image(shading.of(field.values), theme.field, across, down))


def _paint_contours(
    painter: QPainter, scene: Sampling, projection: Projection, theme: Theme, ground: Ground
) -> list[LevelLabel]:
    """Stroke plain levels and labelled ones as one path each for every ink."""
    by_level = [(line.level, _contour(line.points, projection)) for line in scene.lines]
    written = labelled_levels([level for level, _ in by_level])
    major = [pair for pair in by_level if pair[0] in written]
    minor = [pair for pair in by_level if pair[0] not in written]
    for pairs, alpha in ((minor, _MINOR_ALPHA), (major, _MAJOR_ALPHA)):
        paths: dict[str, QPainterPath] = {}
        for level, lines in pairs:
            path = paths.setdefault(_ink(theme, ground, level), QPainterPath())
            path.addPath(to_path(lines))
        for ink, path in paths.items():
            painter.strokePath(path, QPen(colour(ink, alpha), 1.0))
    return place_labels(major, projection.box, face())


def _ink(theme: Theme, ground: Ground, level: float) -> str:
    """Return the ink of a line, which has the ground of its own level."""
    if ground.shading is None or theme.field.inks is None:
        return theme.contour
    return ink_on(theme, theme.contour, dark=bool(are_dark(theme, ground.shading.of(level))))


def _contour(points: NDArray[np.float64], projection: Projection) -> Lines:
    lines = polylines.single(projection.pixels(points[:, 0], points[:, 1]))
    lines = polylines.clip(lines, projection.box.grown(2.0))
    return polylines.chosen(lines, polylines.straightened(lines, 0.08))


def _paint_label(painter: QPainter, label: LevelLabel, ground: Ground, theme: Theme) -> None:
    """Write a level along its line, on a patch of the ground that hides the line."""
    patch = colour(theme.surface)
    if ground.shading is not None:
        patch = map_colour(theme.field, float(ground.shading.of(label.level)))
    ink = colour(_ink(theme, ground, label.level))
    letters = face()
    width = letters.width(label.text)
    painter.save()
    painter.translate(label.x, label.y)
    painter.rotate(label.angle)
    painter.setPen(QPen(patch, 0.0))
    painter.setBrush(patch)
    painter.drawRoundedRect(QRectF(-width / 2 - 3.0, -7.5, width + 6.0, 15.0), 4.0, 4.0)
    letters.write(painter, (0.0, 0.0), label.text, ink, Align.AlignHCenter)
    painter.restore()
