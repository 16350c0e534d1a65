from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from gradviz.plots.colours import blended, field_image, map_colour, map_colours
from gradviz.plots.oklab import oklch_to_srgb
from gradviz.plots.themes import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(rgb: np.ndarray) -> np.ndarray:
    """Return the relative luminance of WCAG 2 for colours of 0 to 1, shape (n, 3)."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize(
    ("oklch", "rgb"),
    [
        # from the CSS Color 4 specification's examples and culori
        ((0.62796, 0.25768, 29.234), (1.0, 0.0, 0.0)),
        ((0.86644, 0.29483, 142.495), (0.0, 1.0, 0.0)),
        ((0.45201, 0.31321, 264.052), (0.0, 0.0, 1.0)),
        ((1.0, 0.0, 0.0), (1.0, 1.0, 1.0)),
    ],
)
def test_oklch_against_published_values(
    oklch: tuple[float, float, float], rgb: tuple[float, float, float]
) -> None:
    made = oklch_to_srgb(*(np.array([part]) for part in oklch))
    assert made[0] == pytest.approx(rgb, abs=2e-3)


@THEMES
def test_the_map_gets_steadily_lighter_or_darker(theme: Theme) -> None:
    steps = np.diff(luminance(map_colours(theme.field)))
    away_from_ground = -1.0 if theme is LIGHT else 1.0
    assert (steps * away_from_ground > -1e-9).all()


@THEMES
def test_low_values_are_nearest_to_the_page(theme: Theme) -> None:
    page = luminance(np.array([[int(theme.surface[i : i + 2], 16) / 255 for i in (1, 3, 5)]]))
    ends = luminance(map_colours(theme.field))[[0, -1]]
    assert abs(ends[0] - page[0]) < abs(ends[1] - page[0])


@THEMES
def test_runs_stand_out_from_every_colour_of_the_field(theme: Theme) -> None:
    # the halo separates what contrast alone does not; three to one is wanted where trails end
    ground = luminance(map_colours(theme.field))[:1]
    for run in theme.runs[:6]:
        ink = luminance(np.array([[int(run.colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]]))
        light, dark = max(ink[0], ground[0]), min(ink[0], ground[0])
        assert (light + 0.05) / (dark + 0.05) > 2.4, run


def test_the_field_is_painted_the_right_way_up() -> None:
    shades = np.array([[0.0, 0.0], [1.0, 1.0]])  # the second row has the higher ordinate
    image = field_image(shades, LIGHT.field, 40, 30)
    assert image.size().toTuple() == (40, 30)
    low, high = map_colour(LIGHT.field, 0.0), map_colour(LIGHT.field, 1.0)
    assert nearly(image, 20, 29, low.getRgb())
    assert nearly(image, 20, 0, high.getRgb())


def nearly(image: QImage, x: int, y: int, rgb: tuple[int, ...]) -> bool:
    here = image.pixelColor(x, y).getRgb()
    return all(abs(a - b) <= 3 for a, b in zip(here[:3], rgb[:3], strict=True))


def test_what_has_no_value_is_transparent() -> None:
    shades = np.full((5, 5), 0.5)
    shades[2, 2] = np.nan
    image = field_image(shades, DARK.field, 50, 50)
    assert image.pixelColor(25, 25).alpha() == 0
    assert image.pixelColor(2, 2).alpha() == 255


def test_noise_hides_the_bands_of_a_gentle_slope() -> None:
    ramp = np.tile(np.linspace(0.4, 0.5, 200), (4, 1))
    image = field_image(ramp, LIGHT.field, 400, 60)
    rows = [[image.pixelColor(x, y).rgb() for x in range(400)] for y in range(0, 60, 6)]
    # without noise every column is of one colour, and a band ends in all rows at once
    mixed = (np.array(rows).max(axis=0) != np.array(rows).min(axis=0)).mean()
    assert mixed > 0.5


@pytest.mark.parametrize("shape", [(2, 2), (1, 5), (7, 1), (161, 161)])
def test_fields_of_any_shape_are_painted(shape: tuple[int, int]) -> None:
    image = field_image(np.zeros(shape), LIGHT.field, 33, 21)
    assert image.size().toTuple() == (33, 21)


def test_blending_is_what_an_alpha_would_give() -> None:
    assert blended("#000000", "#ffffff", 0.5) in {"#7f7f7f", "#808080"}
    assert blended("#123456", "#ffffff", 1.0) == "#123456"
