"""The drawings of all samples of a page as one raster: pictures, places in a plane, or bars."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QColor, QImage

from gradviz.plots.answers_inputs import Art
from gradviz.plots.colours import blended, colour
from gradviz.plots.themes import DARK

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QRectF

    from gradviz.plots.answers_inputs import Inputs
    from gradviz.plots.themes import Theme

_LEVELS: Final = 256
_PAPER, _INK = "#F7F7F4", "#15181E"
_DIMMED_PAPER: Final = "#DEE1E6"
"""Paper among dark colours, where white would dazzle."""
_CLOUD: Final = 0.5
_BAR_GAP: Final = 4.0
"""Pixels of a bar from which on bars stand apart."""


def art_sheet(
    inputs: Inputs,
    samples: NDArray[np.intp],
    boxes: list[QRectF],
    area: QRectF,
    ratio: float,
    theme: Theme,
) -> QImage:
    """Draw samples, each in its square box, at the pixels that an area has on the screen."""
    across, down = max(1, math.ceil(area.width() * ratio)), max(1, math.ceil(area.height() * ratio))
    words = np.zeros((down, across), dtype=np.uint32)
    if boxes:
        side = max(1, round(boxes[0].width() * ratio))
        drawn = art_words(inputs, samples, side, ratio, theme)
        for box, one in zip(boxes, drawn, strict=True):
            top = max(0, round((box.top() - area.top()) * ratio))
            left = max(0, round((box.left() - area.left()) * ratio))
            room = words[top : top + side, left : left + side]
            room[:] = one[: room.shape[0], : room.shape[1]]
    image = QImage(words.data, across, down, 4 * across, QImage.Format.Format_ARGB32_Premultiplied)
    image = image.copy()
    image.setDevicePixelRatio(ratio)
    return image


def art_words(
    inputs: Inputs, samples: NDArray[np.intp], side: int, ratio: float, theme: Theme
) -> NDArray[np.uint32]:
    """Return the drawings of some samples as ARGB32 words, shape (samples, side, side)."""
    if inputs.art is Art.PIXELS:
        return _pictures(inputs, samples, side, theme)
    if inputs.art is Art.PLANE:
        return _places(inputs, samples, side, ratio, theme)
    return _bars(inputs, samples, side, ratio, theme)


def _word(token: str) -> int:
    return int(colour(token).rgba())


def _pictures(
    inputs: Inputs, samples: NDArray[np.intp], side: int, theme: Theme
) -> NDArray[np.uint32]:
    """Enlarge pictures so that each of their pixels is a crisp square."""
    paper = QColor(_DIMMED_PAPER if theme.name == DARK.name else _PAPER)
    ink = QColor(_INK)
    ends = [(tone.redF(), tone.greenF(), tone.blueF()) for tone in (paper, ink)]
    ramp = np.linspace(ends[0], ends[1], _LEVELS)
    rgb = np.rint(ramp * 255.0).astype(np.uint32)
    table = np.uint32(0xFF << 24) | (rgb[:, 0] << 16) | (rgb[:, 1] << 8) | rgb[:, 2]
    shades = np.rint(inputs.shades[samples] * (_LEVELS - 1)).astype(np.intp)
    small = table[np.clip(shades, 0, _LEVELS - 1)].astype(np.uint32)
    at = np.arange(side) * inputs.side // side
    large: NDArray[np.uint32] = small[:, at[:, None], at[None, :]]
    return large


def _places(
    inputs: Inputs, samples: NDArray[np.intp], side: int, ratio: float, theme: Theme
) -> NDArray[np.uint32]:
    """Draw a cloud of all samples, the same for each; the mark of the one is drawn over it."""
    sheet = np.full((side, side), _word(theme.sunken), dtype=np.uint32)
    dot = max(1, round(ratio))
    rows, columns = pixels_of(inputs.cloud, side, dot).T
    for down in range(dot):
        for across in range(dot):
            sheet[rows + down, columns + across] = _word(
                blended(theme.text_muted, theme.sunken, _CLOUD)
            )
    _frame(sheet[None], theme, dot)
    return np.broadcast_to(sheet, (len(samples), side, side))


def pixels_of(places: NDArray[np.float64], side: int, dot: int = 1) -> NDArray[np.intp]:
    """Return row and column of places, 0 to 1 upwards, in a square of `side` pixels."""
    inset = side // 8
    room = max(side - 2 * inset - dot, 0)
    rows, columns = (1.0 - places[:, 1]) * room, places[:, 0] * room
    return np.rint(np.stack([rows, columns], axis=1)).astype(np.intp) + min(inset, side - 1)


def _bars(
    inputs: Inputs, samples: NDArray[np.intp], side: int, ratio: float, theme: Theme
) -> NDArray[np.uint32]:
    """Draw a bar up or down for every input, from the mean of all samples."""
    heights = inputs.shades[samples]
    count = heights.shape[1]
    thin = max(1, round(ratio))
    inset = 2 * thin
    at = (np.arange(side) - inset) * count / max(side - 2 * inset, 1)
    bar = np.floor(at).astype(np.intp)
    is_bar = (bar >= 0) & (bar < count)
    if side / count >= _BAR_GAP * thin:  # a gap after each
        is_bar &= ~np.append(bar[1:] != bar[:-1], True)
    middle = side / 2
    ends = middle - heights[:, np.clip(bar, 0, count - 1)] * (middle - inset)
    rows = np.arange(side)[None, :, None] + 0.5
    low, high = np.minimum(ends, middle)[:, None, :], np.maximum(ends, middle)[:, None, :]
    inside = (rows >= low) & (rows <= high) & is_bar[None, None, :]
    sheet = np.full(inside.shape, _word(theme.sunken), dtype=np.uint32)
    level = int(middle)
    sheet[:, level : level + thin, inset : side - inset] = _word(theme.border)
    sheet[inside] = _word(theme.contour)
    _frame(sheet, theme, thin)
    return sheet


def _frame(sheet: NDArray[np.uint32], theme: Theme, thin: int) -> None:
    """Draw a hairline around each drawing."""
    ink = _word(theme.hairline)
    sheet[:, :thin], sheet[:, -thin:] = ink, ink
    sheet[:, :, :thin], sheet[:, :, -thin:] = ink, ink
