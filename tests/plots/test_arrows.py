"""Arrows: how long, in which colours, how many, and never half hidden."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage

from gradviz.document.display import ArrowLength, ColourMap, Display
from gradviz.document.experiment import Experiment
from gradviz.document.scene import evaluate_scene, scene_request
from gradviz.plots.arrows import FULL, LENGTH, arrow_lengths, arrow_lines, magnitude_bins
from gradviz.plots.colour_maps import MAGNITUDES, magnitude_inks
from gradviz.plots.contour_picture import ContourPicture
from gradviz.plots.frames import painting
from gradviz.plots.themes import DARK, LIGHT
from looking import pixels

if TYPE_CHECKING:
    from gradviz.plots.themes import Theme

MAGNITUDE = np.array([0.0, 1.0, 2.0, 4.0, 10.0, 100.0, np.nan, np.inf])
USABLE = np.array([False, True, True, True, True, True, False, True])


def lengths(meaning: ArrowLength) -> np.ndarray:
    return arrow_lengths(MAGNITUDE, USABLE, meaning, 40.0)


def test_equal_arrows_are_equal() -> None:
    assert set(lengths(ArrowLength.EQUAL)) == {LENGTH}
    assert arrow_lengths(MAGNITUDE, USABLE, ArrowLength.EQUAL, 10.0)[0] < 10.0


def test_true_lengths_are_proportional_up_to_the_cap() -> None:
    found = lengths(ArrowLength.TRUE)
    np.testing.assert_allclose(found[1:5] / found[1], [1.0, 2.0, 4.0, 10.0])
    assert found[0] == 0.0
    assert found[6] == 0.0
    assert found[7] == found.max() == FULL * 40.0


def test_logarithmic_lengths_rise_evenly_with_the_logarithm() -> None:
    magnitude = 10.0 ** np.arange(51)
    found = arrow_lengths(magnitude, np.ones(51, dtype=bool), ArrowLength.LOG, 40.0)
    inner = np.diff(found)[2:-2]
    np.testing.assert_allclose(inner, inner[0])
    assert found[0] > 0.0
    assert found[-1] == FULL * 40.0


@pytest.mark.parametrize("meaning", ArrowLength)
def test_without_a_gradient_there_is_no_trouble(meaning: ArrowLength) -> None:
    for magnitude in (np.zeros(4), np.full(4, np.nan), np.full(4, 5e-324), np.full(4, np.inf)):
        for usable in (np.zeros(4, dtype=bool), np.ones(4, dtype=bool)):
            found = arrow_lengths(magnitude, usable, meaning, 30.0)
            assert np.isfinite(found).all()
            assert (found >= 0.0).all()


def test_bins_are_even_in_the_logarithm() -> None:
    magnitude = np.logspace(-3, 3, 600)
    bins = magnitude_bins(magnitude, np.ones(600, dtype=bool))
    counts = np.bincount(bins)
    assert len(counts) == MAGNITUDES
    assert counts.min() > 90


def test_arrows_lie_evenly_about_their_places() -> None:
    lines = arrow_lines(np.array([[5.0, 5.0]]), np.array([[0.6, 0.8]]), np.array([10.0]))
    np.testing.assert_allclose(lines.points[:2], [[2.0, 1.0], [8.0, 9.0]])
    away = np.hypot(*(lines.points[[2, 4]] - lines.points[3]).T)
    assert away[0] == pytest.approx(away[1])
    assert away[0] < 10.0


def painted(theme: Theme, display: Display) -> np.ndarray:
    """Return the colours, as 0xRRGGBB, of a map with nothing but arrows on the field."""
    experiment = Experiment()
    picture = ContourPicture(theme)
    picture.scene = evaluate_scene(scene_request(experiment, display=display))
    picture.bounds = experiment.bounds
    picture.layers = replace(picture.layers, contours=False)
    picture.display = display
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.surface))
    with painting(image) as painter:
        picture.paint(painter, QSizeF(400.0, 400.0))
    return pixels(image)


def near(picture: np.ndarray, colour: str) -> int:
    """Return how many pixels have nearly a colour."""
    parts = [(picture >> shift) & 0xFF for shift in (16, 8, 0)]
    wanted = QColor(colour).getRgb()[:3]
    alike = [abs(a.astype(int) - b) < 40 for a, b in zip(parts, wanted, strict=True)]
    return int(np.logical_and.reduce(alike).sum())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_tell_the_size_of_the_gradient(theme: Theme) -> None:
    steepest = magnitude_inks(dark=theme is DARK)[-1]
    plain = near(painted(theme, Display()), steepest)
    assert near(painted(theme, Display(arrow_colours=True)), steepest) > plain + 50


@pytest.mark.usefixtures("qapp")
def test_every_choice_is_seen() -> None:
    usual = painted(LIGHT, Display())
    for display in (
        Display(arrows_across=45),
        Display(arrows_across=5),
        Display(arrow_length=ArrowLength.TRUE),
        Display(arrow_length=ArrowLength.LOG),
        *(Display(colour_map=m) for m in ColourMap if m is not ColourMap.THEME),
    ):
        assert (painted(LIGHT, display) != usual).sum() > 500, display
