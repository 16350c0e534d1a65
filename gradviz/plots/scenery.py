"""What lies under the trails: the field, its contour lines with their labels, and the arrows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gradviz.plots import polylines
from gradviz.plots.colours import colour, field_image, map_colour
from gradviz.plots.lettering import Align, face
from gradviz.plots.level_labels import LevelLabel, labelled_levels, place_labels
from gradviz.plots.marks import to_path
from gradviz.plots.overlays import colour_bar_box
from gradviz.plots.polylines import Lines

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QColor

    from gradviz.core.field import Arrows, Field, Shading
    from gradviz.document.scene import Scene
    from gradviz.plots.axes import Projection
    from gradviz.plots.polylines import Box
    from gradviz.plots.themes import Theme

ARROW_BINS: Final = 6
ARROW_LENGTH: Final = 17.0
ARROW_SPACING: Final = 27.0
_HEAD: Final = 4.6
_HEAD_WIDTH: Final = 0.42
_ARROW_ALPHA: Final = (0.18, 0.62)
_MAJOR_ALPHA: Final = 0.6
_MINOR_ALPHA: Final = 0.3


@dataclass(frozen=True, slots=True)
class Layers:
    """Which parts of the scenery are drawn."""

    field: bool = True
    contours: bool = True
    arrows: bool = True
    grid: bool = False


def paint_scenery(
    painter: QPainter,
    scene: Scene,
    shading: Shading,
    projection: Projection,
    theme: Theme,
    layers: Layers,
    *,
    uphill: bool,
    ratio: float,
) -> None:
    """Paint the scenery of a plane into the box of `projection`.

    Parameters
    ----------
    uphill : bool
        Whether arrows show +grad f instead of -grad f.
    ratio : float
        Device pixels per pixel: the field is coloured at that resolution.
    """
    painter.save()
    painter.setClipRect(projection.area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if layers.field and scene.field is not None:
        _paint_field(painter, scene.field, shading, projection, theme, ratio)
    labels: list[LevelLabel] = []
    if layers.contours:
        labels = _paint_contours(painter, scene, projection, theme)
    if layers.arrows and scene.arrows is not None:
        bar = colour_bar_box(projection.box) if layers.field else None
        _paint_arrows(painter, scene.arrows, projection, theme, labels, bar, uphill=uphill)
    for label in labels:
        ground = map_colour(theme.field, float(shading.of(label.level)))
        _paint_label(painter, label, ground if layers.field else colour(theme.surface), theme)
    painter.restore()


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
    if across > 0 and down > 0:
        painter.drawImage(area, field_image(shading.of(field.values), theme.field, across, down))


def _paint_contours(
    painter: QPainter, scene: Scene, projection: Projection, theme: Theme
) -> list[LevelLabel]:
    """Stroke all plain levels as one path and all labelled ones as another."""
    by_level = [(line.level, _contour(line.points, projection)) for line in scene.lines]
    written = labelled_levels([level for level, _ in by_level])
    major = [pair for pair in by_level if pair[0] in written]
    minor = [pair for pair in by_level if pair[0] not in written]
    for pairs, alpha in ((minor, _MINOR_ALPHA), (major, _MAJOR_ALPHA)):
        path = QPainterPath()
        for _, lines in pairs:
            path.addPath(to_path(lines))
        painter.strokePath(path, QPen(colour(theme.contour, alpha), 1.0))
    return place_labels(major, projection.box, face())


def _contour(points: NDArray[np.float64], projection: Projection) -> Lines:
    lines = polylines.single(projection.pixels(points[:, 0], points[:, 1]))
    lines = polylines.clip(lines, projection.box.grown(2.0))
    return polylines.chosen(lines, polylines.straightened(lines, 0.08))


def _paint_label(painter: QPainter, label: LevelLabel, ground: QColor, theme: Theme) -> None:
    """Write a level along its line, on a patch that hides the line."""
    letters = face()
    width = letters.width(label.text)
    painter.save()
    painter.translate(label.x, label.y)
    painter.rotate(label.angle)
    painter.setPen(QPen(ground, 0.0))
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(-width / 2 - 3.0, -7.5, width + 6.0, 15.0), 4.0, 4.0)
    letters.write(painter, (0.0, 0.0), label.text, colour(theme.contour), Align.AlignHCenter)
    painter.restore()


def _paint_arrows(
    painter: QPainter,
    arrows: Arrows,
    projection: Projection,
    theme: Theme,
    labels: list[LevelLabel],
    bar: Box | None,
    *,
    uphill: bool,
) -> None:
    """Stroke the arrows in bins of magnitude, the steeper the stronger; none half hidden."""
    centres = projection.pixels(arrows.x.ravel(), arrows.y.ravel())
    along = _screen_directions(arrows, projection) * (1.0 if uphill else -1.0)
    usable = np.isfinite(along).all(axis=1) & (np.abs(along).sum(axis=1) > 0.0)
    usable &= _sparse(arrows.x.shape, projection.box).ravel()
    usable &= projection.box.grown(-ARROW_LENGTH * 0.4).holds(centres)
    for label in labels:
        usable &= ~label.covers(centres, ARROW_LENGTH / 2)
    if bar is not None:
        usable &= ~bar.grown(ARROW_LENGTH / 2).holds(centres)
    bins = magnitude_bins(arrows.magnitude.ravel(), usable)
    for index, alpha in enumerate(np.linspace(*_ARROW_ALPHA, ARROW_BINS)):
        members = usable & (bins == index)
        if members.any():
            path = to_path(arrow_lines(centres[members], along[members]))
            painter.strokePath(path, QPen(colour(theme.quiver, float(alpha)), 1.1))


def _sparse(shape: tuple[int, ...], box: Box) -> NDArray[np.bool_]:
    """Tell which arrows of a grid are drawn: in a small plot only every second or third."""
    drawn = np.zeros(shape, dtype=bool)
    spacings = (box.bottom - box.top) / shape[0], (box.right - box.left) / shape[1]
    rows, columns = (max(1, math.ceil(ARROW_SPACING / s - 0.1)) for s in spacings)
    drawn[(shape[0] - 1) % rows // 2 :: rows, (shape[1] - 1) % columns // 2 :: columns] = True
    return drawn


def _screen_directions(arrows: Arrows, projection: Projection) -> NDArray[np.float64]:
    """Return unit vectors in pixels, y downwards: the way a step along the arrow is seen."""
    along = np.stack(
        [arrows.u.ravel() * projection.x_scale, -arrows.v.ravel() * projection.y_scale], axis=1
    )
    with np.errstate(all="ignore"):
        unit: NDArray[np.float64] = along / np.hypot(along[:, 0], along[:, 1])[:, None]
    return unit


def magnitude_bins(magnitude: NDArray[np.float64], usable: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return for each arrow its bin from 0 (flattest) up, even in the logarithm of magnitude."""
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log10(magnitude)
    seen = logs[usable & np.isfinite(logs)]
    if len(seen) == 0:
        return np.zeros(len(logs), dtype=np.intp)
    low, high = np.percentile(seen, [2.0, 98.0])
    share = (np.nan_to_num(logs, nan=low, posinf=high, neginf=low) - low) / max(high - low, 0.3)
    bins: NDArray[np.intp] = np.clip((share * ARROW_BINS).astype(np.intp), 0, ARROW_BINS - 1)
    return bins


def arrow_lines(centres: NDArray[np.float64], along: NDArray[np.float64]) -> Lines:
    """Return shafts and heads of arrows as lines: tail to tip, and one stroke over the tip."""
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    tail, tip = centres - along * (ARROW_LENGTH / 2), centres + along * (ARROW_LENGTH / 2)
    neck, side = tip - along * _HEAD, across * (_HEAD * _HEAD_WIDTH)
    points = np.stack([tail, tip, neck + side, tip, neck - side], axis=1).reshape(-1, 2)
    joined = np.tile([False, True, False, True, True], len(centres))
    return Lines(points, joined)
