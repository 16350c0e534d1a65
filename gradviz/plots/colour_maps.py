"""The colour maps that can be chosen for the field, and the inks that are read on them.

Viridis, magma: Nathaniel J. Smith, Stefan van der Walt and, of viridis, Eric Firing. Cividis:
Jamie R. Nuñez, Christopher R. Anderton and Ryan S. Renslow, PLoS ONE 13(7), 2018, e0199239. All
three are published under CC0; every 17th of their 256 colours is kept here.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.document.display import ColourMap
from gradviz.plots.colours import map_colours
from gradviz.plots.oklab import luminance, oklch_to_srgb
from gradviz.plots.themes import DARK, ColourTable, FieldMap

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.plots.themes import Theme

INKS: Final = ("#000000", "#FFFFFF")
"""Of lines and labels on the lighter and on the darker colours of a map."""
SIGNED_SIZE: Final = 513
"""Entries of the map of signed numbers; the middle one is 0."""
MAGNITUDES: Final = 6
"""Colours of arrows, from the flattest to the steepest."""
_SIGNED_POWER: Final = 0.85
_DARK_ENOUGH: Final = 0.18
"""Luminance below which white is read better than black (WCAG 2)."""

VIRIDIS: Final = ColourTable(
    "#440154 #481A6C #472F7D #414487 #39568C #31688E #2A788E #23888E "
    "#1F988B #22A884 #35B779 #54C568 #7AD151 #A5DB36 #D2E21B #FDE725",
    INKS,
)
CIVIDIS: Final = ColourTable(
    "#00204D #002C6A #0F386E #31446B #46506B #575C6D #666970 #757575 "
    "#848279 #958F78 #A69D75 #B8AB70 #CBBA69 #DDC95F #F1D951 #FFEA46",
    INKS,
)
MAGMA: Final = ColourTable(
    "#000004 #0B0924 #20114B #3B0F70 #57157E #721F81 #8C2981 #A8327D "
    "#C43C75 #DE4968 #F1605D #FA7F5E #FE9F6D #FEBF84 #FDDEA0 #FCFDBF",
    INKS,
)
LIGHT_GREY: Final = FieldMap((0.985, 0.6), (0.0, 0.0), (0.0, 0.0), INKS)
DARK_GREY: Final = FieldMap((0.165, 0.56), (0.0, 0.0), (0.0, 0.0), INKS)
_TABLES: Final = {
    ColourMap.VIRIDIS: VIRIDIS,
    ColourMap.CIVIDIS: CIVIDIS,
    ColourMap.MAGMA: MAGMA,
}


@lru_cache(maxsize=16)
def with_colour_map(theme: Theme, colour_map: ColourMap) -> Theme:
    """Return a theme whose field has the colours of a map: all its pictures follow."""
    if colour_map is ColourMap.THEME:
        return theme
    if colour_map is ColourMap.GREY:
        return replace(theme, field=DARK_GREY if theme.name == DARK.name else LIGHT_GREY)
    return replace(theme, field=_TABLES[colour_map])


def are_dark(theme: Theme, shades: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell for shades of 0 to 1, any shape, on which of them light ink is read better.

    Where there is no value the page is seen.
    """
    known = np.nan_to_num(np.clip(shades, 0.0, 1.0), nan=0.0)
    dark = _luminances(theme)[np.rint(known * 255).astype(np.intp)] < _DARK_ENOUGH
    return np.where(np.isnan(shades), theme.name == DARK.name, dark)


def ink_on(theme: Theme, own: str, *, dark: bool) -> str:
    """Return the ink for a ground that is `dark` or not: the theme's `own` on its own map."""
    return own if theme.field.inks is None else theme.field.inks[dark]


@lru_cache(maxsize=16)
def _luminances(theme: Theme) -> NDArray[np.float64]:
    return luminance(map_colours(theme.field, 256))


@lru_cache(maxsize=4)
def signed_colours(theme: Theme) -> NDArray[np.float64]:
    """Return a map of signed numbers, -1 to 1, shape (SIGNED_SIZE, 3), sRGB 0 to 1.

    0 is nearly the page; what is as far from 0 on either side is equally light and as strong in
    colour. Orange is below 0 and blue above, as in the drawing of a network: they are told apart
    by eyes that do not tell red from green.
    """
    at = np.linspace(-1.0, 1.0, SIGNED_SIZE)
    is_dark, far = theme.name == DARK.name, np.abs(at)
    near, end = (0.25, 0.77) if is_dark else (0.972, 0.5)
    lightness = near + (end - near) * far**_SIGNED_POWER
    chroma = 0.118 * far ** (0.6 if is_dark else _SIGNED_POWER)
    return oklch_to_srgb(lightness, chroma, np.where(at < 0.0, 50.0, 245.0))


@lru_cache(maxsize=4)
def signed_words(theme: Theme) -> NDArray[np.uint32]:
    """Return `signed_colours` as ARGB32 words, with a clear one added for what is no number."""
    rgb = np.rint(signed_colours(theme) * 255.0).astype(np.uint32)
    words = (0xFF << 24) | (rgb[:, 0] << 16) | (rgb[:, 1] << 8) | rgb[:, 2]
    return np.append(words, np.uint32(0)).astype(np.uint32)


def signed_shades(values: NDArray[np.float64], reach: float) -> NDArray[np.intp]:
    """Return the entries of `signed_words` for numbers of any shape; beyond `reach` is cut off."""
    known = np.isfinite(values)
    scaled = np.divide(values, reach, out=np.zeros(values.shape), where=known)
    half = SIGNED_SIZE // 2
    shades: NDArray[np.intp] = np.rint(np.clip(scaled, -1.0, 1.0) * half).astype(np.intp) + half
    shades[~known] = SIGNED_SIZE
    return shades


def are_dark_signed(theme: Theme, shades: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Tell for entries of `signed_words` on which of them light ink is read better."""
    dark = luminance(signed_colours(theme)) < _DARK_ENOUGH
    return np.append(dark, theme.name == DARK.name)[shades]


@lru_cache(maxsize=2)
def magnitude_inks(*, dark: bool) -> tuple[str, ...]:
    """Return the colours of arrows from flat to steep, for a dark ground or a light one.

    Evenly spaced in OKLCH; on either ground the steeper ones stand out more.
    """
    at = np.linspace(0.0, 1.0, MAGNITUDES)
    if dark:
        rgb = oklch_to_srgb(0.83 + 0.11 * at, 0.05 + 0.1 * at, 265.0 - 165.0 * at)
    else:
        rgb = oklch_to_srgb(0.43 - 0.06 * at, 0.08 + 0.08 * at, 255.0 + 130.0 * at)
    return tuple(
        f"#{red:02X}{green:02X}{blue:02X}"
        for red, green, blue in np.rint(rgb * 255.0).astype(int).tolist()
    )
