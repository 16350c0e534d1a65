from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from gradviz.plots.marks import marks
from gradviz.plots.themes import DARK, LIGHT, Theme

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
COUNT = 10


def luminance(token: str) -> float:
    """Return the relative luminance of WCAG 2."""
    colour = QColor(token)
    parts = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@THEMES
def test_marks_of_classes_are_seen_on_the_ground_and_on_every_region(theme: Theme) -> None:
    styles = [theme.class_style(i) for i in range(COUNT)]
    for style in styles:
        assert contrast(style.colour, theme.surface) >= 4.5
        assert min(contrast(style.colour, other.tint) for other in styles) >= 3.0


@THEMES
def test_text_is_read_on_every_region(theme: Theme) -> None:
    for i in range(COUNT):
        assert contrast(theme.text, theme.class_style(i).tint) >= 4.5


@THEMES
def test_ten_classes_differ_in_colour_in_shape_and_in_tint_then_repeat(theme: Theme) -> None:
    styles = [theme.class_style(i) for i in range(COUNT)]
    for a, b in combinations(styles, 2):
        assert a.colour != b.colour
        assert a.symbol != b.symbol
        assert a.tint != b.tint
    assert theme.class_style(COUNT) == styles[0]
    assert theme.class_style(2 * COUNT + 3) == styles[3]


def test_a_class_looks_alike_in_both_themes() -> None:
    for i in range(COUNT):
        light, dark = LIGHT.class_style(i), DARK.class_style(i)
        assert light.symbol == dark.symbol
        hues = [QColor(style.colour).hslHueF() * 360.0 for style in (light, dark)]
        assert abs((hues[0] - hues[1] + 180.0) % 360.0 - 180.0) < 40.0


def test_the_symbols_of_classes_have_shapes_of_their_own() -> None:
    centre = np.zeros((1, 2))
    outlines = set()
    for i in range(COUNT):
        path = marks(LIGHT.class_style(i).symbol, centre, 5.0, 1.0).inside
        corners = tuple(
            (round(path.elementAt(k).x, 3), round(path.elementAt(k).y, 3))
            for k in range(path.elementCount())
        )
        outlines.add(corners)
    assert len(outlines) == COUNT
