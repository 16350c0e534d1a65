"""Colour maps: what their authors published, and lines, labels and arrows that are read on them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import qVersion

from gradviz.document.display import ColourMap
from gradviz.plots.colour_maps import (
    SIGNED_SIZE,
    are_dark,
    are_dark_signed,
    ink_on,
    magnitude_inks,
    signed_colours,
    signed_shades,
    signed_words,
    with_colour_map,
)
from gradviz.plots.colours import map_colours
from gradviz.plots.oklab import components, luminance, oklab_to_srgb, srgb_to_oklab
from gradviz.plots.themes import DARK, LIGHT, Theme

SHADES = np.linspace(0.0, 1.0, 256)
THEMES = [
    with_colour_map(theme, colour_map)
    for theme, colour_map in itertools.product((LIGHT, DARK), ColourMap)
]
NAMES = [f"{a}-{b}" for a, b in itertools.product(("light", "dark"), ColourMap)]
EVERY = pytest.mark.parametrize("theme", THEMES, ids=NAMES)


def contrast(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the contrast ratio of WCAG 2 for two luminances."""
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def ground(theme: Theme) -> np.ndarray:
    return luminance(map_colours(theme.field, 256))


@pytest.mark.parametrize("name", ["viridis", "cividis", "magma"])
def test_tables_are_those_that_were_published(name: str) -> None:
    assert qVersion()  # a Qt binding has to be there before pyqtgraph looks for one
    import pyqtgraph  # noqa: PLC0415 - slow, and needed here alone

    theirs = pyqtgraph.colormap.get(name).getLookupTable(nPts=256, mode="float")[:, :3]
    ours = map_colours(with_colour_map(LIGHT, ColourMap(name)).field, 256)
    away = np.linalg.norm(srgb_to_oklab(theirs) - srgb_to_oklab(ours), axis=1)
    assert away.max() < 0.02  # what the eye just tells apart
    np.testing.assert_allclose(ours[::17], theirs[::17], atol=0.5 / 255 + 1e-6)


@EVERY
def test_maps_rise_or_fall_steadily(theme: Theme) -> None:
    steps = np.diff(ground(theme))
    assert (steps > -1e-9).all() or (steps < 1e-9).all()


@EVERY
def test_labels_are_read_on_every_colour(theme: Theme) -> None:
    dark = are_dark(theme, SHADES)
    inks = components([ink_on(theme, theme.contour, dark=bool(d)) for d in dark])
    assert contrast(luminance(inks), ground(theme)).min() > 4.5


@EVERY
def test_coloured_arrows_are_seen_on_every_colour(theme: Theme) -> None:
    dark = are_dark(theme, SHADES)
    for is_dark in (False, True):
        under = ground(theme)[dark == is_dark]
        inks = luminance(components(magnitude_inks(dark=is_dark)))
        if len(under):
            least = contrast(inks[:, None], under[None, :]).min(axis=1)
            assert least[0] > 1.75
            assert least[-1] > 2.1
            assert (np.diff(least) > 0).all()  # the steeper the stronger


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_coloured_arrows_stand_out_on_the_maps_of_the_themes(theme: Theme) -> None:
    dark = bool(are_dark(theme, SHADES)[0])
    assert (are_dark(theme, SHADES) == dark).all()
    inks = luminance(components(magnitude_inks(dark=dark)))
    assert contrast(inks[:, None], ground(theme)[None, :]).min() > 3.0


def test_colours_of_arrows_are_told_apart() -> None:
    for dark in (False, True):
        lab = srgb_to_oklab(components(magnitude_inks(dark=dark)))
        assert np.linalg.norm(np.diff(lab, axis=0), axis=1).min() > 0.03


def test_where_there_is_no_value_the_page_is_seen() -> None:
    for theme, dark in ((LIGHT, False), (DARK, True)):
        chosen = with_colour_map(theme, ColourMap.MAGMA)
        assert bool(are_dark(chosen, np.array([np.nan]))[0]) is dark


def test_the_map_of_the_theme_is_the_theme() -> None:
    assert with_colour_map(DARK, ColourMap.THEME) is DARK


def test_oklab_and_back() -> None:
    rgb = np.random.default_rng(1).random((50, 3))
    np.testing.assert_allclose(oklab_to_srgb(srgb_to_oklab(rgb)), rgb, atol=1e-6)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_map_of_signed_numbers_is_even_about_0(theme: Theme) -> None:
    lab = srgb_to_oklab(signed_colours(theme))
    lightness, chroma = lab[:, 0], np.hypot(lab[:, 1], lab[:, 2])
    assert np.allclose(lightness, lightness[::-1], atol=0.004)
    assert np.allclose(chroma, chroma[::-1], atol=0.004)
    half = SIGNED_SIZE // 2
    assert chroma[half] < 0.001
    away = np.diff(lightness[half:])
    assert (away < 0.0).all() or (away > 0.0).all()
    # told apart without red and green: along the axis from yellow to blue
    assert lab[0, 2] > 0.04
    assert lab[-1, 2] < -0.08


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_are_read_on_the_map_of_signed_numbers(theme: Theme) -> None:
    shades = np.arange(SIGNED_SIZE)
    lit = luminance(signed_colours(theme))
    inks = luminance(components(["#000000", "#FFFFFF"]))
    assert (contrast(lit, inks[are_dark_signed(theme, shades).astype(int)]) >= 4.5).all()


def test_shades_of_signed_numbers() -> None:
    values = np.array([[-2.0, -0.5, 0.0], [0.5, np.inf, np.nan]])
    half = SIGNED_SIZE // 2
    expected = [[0, half // 2, half], [half + half // 2, SIGNED_SIZE, SIGNED_SIZE]]
    assert signed_shades(values, 1.0).tolist() == expected
    assert signed_words(LIGHT)[SIGNED_SIZE] == 0
