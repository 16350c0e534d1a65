"""Colours as Qt and NumPy want them: theme tokens with alpha, and the field's colour map."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QColor, QImage

from gradviz.plots.oklab import components, oklab_to_srgb, oklch_to_srgb, srgb_to_oklab
from gradviz.plots.themes import ColourTable

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.plots.themes import FieldMap

MAP_SIZE: Final = 2048
"""Entries of a colour map; several to each 8-bit level, so that dithering has room."""

CHROMA_POWER: Final = 0.8
HUE_POWER: Final = 0.75


@lru_cache(maxsize=512)
def colour(token: str, alpha: float = 1.0) -> QColor:
    """Return the colour ``#RRGGBB`` with an alpha of 0 to 1."""
    made = QColor(token)
    made.setAlphaF(alpha)
    return made


@lru_cache(maxsize=1024)
def blended(token: str, ground: str, alpha: float) -> str:
    """Return ``#RRGGBB`` of a colour laid over a ground with an alpha: opaque paint is quicker."""
    over, under = QColor(token), QColor(ground)
    pairs = (
        (over.redF(), under.redF()),
        (over.greenF(), under.greenF()),
        (over.blueF(), under.blueF()),
    )
    return QColor.fromRgbF(*(alpha * a + (1.0 - alpha) * b for a, b in pairs)).name()


def _along(ends: tuple[float, float], at: NDArray[np.float64]) -> NDArray[np.float64]:
    return ends[0] + (ends[1] - ends[0]) * at


@lru_cache(maxsize=16)
def map_colours(field_map: FieldMap | ColourTable, size: int = MAP_SIZE) -> NDArray[np.float64]:
    """Return the colour map from the lowest to the highest value, shape (size, 3), sRGB 0 to 1."""
    at = np.linspace(0.0, 1.0, size)
    if isinstance(field_map, ColourTable):
        return _table_colours(field_map, at)
    return oklch_to_srgb(
        _along(field_map.lightness, at),
        _along(field_map.chroma, at**CHROMA_POWER),
        _along(field_map.hue, at**HUE_POWER),
    )


def _table_colours(table: ColourTable, at: NDArray[np.float64]) -> NDArray[np.float64]:
    """Interpolate between the colours of a table in OKLab."""
    lab = srgb_to_oklab(components(table.colours.split()))
    places = np.linspace(0.0, 1.0, len(lab))
    return oklab_to_srgb(np.stack([np.interp(at, places, part) for part in lab.T], axis=-1))


@lru_cache(maxsize=16)
def _map_pixels(field_map: FieldMap | ColourTable) -> NDArray[np.uint32]:
    """Return the map as ARGB32 words, one transparent entry added for what has no value."""
    rgb = np.rint(map_colours(field_map) * 255.0).astype(np.uint32)
    words = (0xFF << 24) | (rgb[:, 0] << 16) | (rgb[:, 1] << 8) | rgb[:, 2]
    return np.append(words, np.uint32(0)).astype(np.uint32)


def map_colour(field_map: FieldMap | ColourTable, at: float) -> QColor:
    """Return the map's colour at `at` (0 lowest, 1 highest; outside is cut off)."""
    index = round(min(max(at, 0.0), 1.0) * (MAP_SIZE - 1))
    red, green, blue = map_colours(field_map)[index]
    return QColor.fromRgbF(float(red), float(green), float(blue))


@lru_cache(maxsize=16)
def _noise(field_map: FieldMap | ColourTable) -> NDArray[np.float32]:
    """Return half an 8-bit level of noise, in entries of the map: it hides the bands."""
    rgb = map_colours(field_map)
    levels = max(1.0, float(np.abs(rgb[-1] - rgb[0]).max()) * 255.0)
    spread = MAP_SIZE / levels
    rng = np.random.Generator(np.random.PCG64(1))
    return ((rng.random((256, 256), dtype=np.float32) - 0.5) * spread).astype(np.float32)


def _resample(
    values: NDArray[np.float32], count: int, axis: int, *, flip: bool = False
) -> NDArray[np.float32]:
    """Interpolate linearly along one axis to `count` pixel centres."""
    have = values.shape[axis]
    at = np.clip((np.arange(count) + 0.5) / count * (have - 1), 0, have - 1)
    if flip:
        at = at[::-1]
    low = np.minimum(at.astype(np.intp), max(have - 2, 0))
    weight = (at - low).astype(np.float32)
    weight = weight[:, None] if axis == 0 else weight[None, :]
    first: NDArray[np.float32] = np.take(values, low, axis=axis)
    second = np.take(values, np.minimum(low + 1, have - 1), axis=axis)
    second -= first
    second *= weight
    first += second
    return first


def field_image(
    shades: NDArray[np.floating], field_map: FieldMap | ColourTable, width: int, height: int
) -> QImage:
    """Colour a field at the resolution it is shown in.

    Parameters
    ----------
    shades : ndarray, shape (ny, nx)
        0 lowest, 1 highest, nan for no value; the first row has the lowest ordinate.
    field_map : FieldMap
        The theme's colour map.
    width, height : int
        Size of the picture in pixels.

    Returns
    -------
    QImage
        ARGB32; transparent where there is no value.
    """
    small = shades.astype(np.float32) * np.float32(MAP_SIZE - 1)
    wide = _resample(_resample(small, height, 0, flip=True), width, 1)
    tiles = (-(-height // 256), -(-width // 256))
    wide += np.tile(_noise(field_map), tiles)[:height, :width]
    empty = np.isnan(wide)
    np.clip(wide, 0, MAP_SIZE - 1, out=wide)
    if empty.any():
        wide[empty] = MAP_SIZE
    pixels = np.take(_map_pixels(field_map), wide.astype(np.int32))
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()
