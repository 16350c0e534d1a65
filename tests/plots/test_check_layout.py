"""Where weights stand in the heat map of a gradient check, and in which colours."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from gradviz.core.network.network import Network
from gradviz.core.network.places import place_of
from gradviz.plots.check_heat import (
    FAULTY,
    UNCHECKED,
    ZERO,
    heat_image,
    heat_map,
    shades,
    zero_ink,
)
from gradviz.plots.check_layout import HeatLayout, blocks_of, heat_layout
from gradviz.plots.colours import map_colour
from gradviz.plots.themes import DARK, LIGHT, Theme

SPIRAL = Network((2, 16, 16, 3))


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    """Names are measured in the application's font."""


def test_matrices_and_biases_stand_in_the_order_of_the_weights() -> None:
    blocks = blocks_of(SPIRAL)
    assert [b.name for b in blocks] == ["W₁", "b₁", "W₂", "b₂", "W₃", "b₃"]
    assert [(b.rows, b.columns) for b in blocks] == [
        (2, 16), (16, 1), (16, 16), (16, 1), (16, 3), (3, 1),
    ]  # fmt: skip
    assert [b.first for b in blocks] == [0, 32, 48, 304, 320, 368]
    assert [b.name for b in blocks_of(Network((2, 3), has_bias=False))] == ["W₁"]


@given(
    sizes=st.lists(st.integers(1, 30), min_size=2, max_size=6),
    has_bias=st.booleans(),
    width=st.integers(200, 1200),
    height=st.integers(60, 800),
)
@settings(max_examples=40, deadline=None)
def test_a_pixel_of_a_weight_is_told_as_that_weight(
    sizes: list[int], has_bias: bool, width: int, height: int
) -> None:
    network = Network(tuple(sizes), has_bias=has_bias)
    laid = heat_layout(blocks_of(network), width, height).moved(7.0, 11.0)
    for weight in range(0, network.size, 1 + network.size // 50):
        cell = laid.cell_of(weight)
        assert laid.weight_at(cell.center().x(), cell.center().y()) == weight
        place, block = place_of(network, weight), _block_of(laid, weight)
        assert round((cell.left() - block.left) / laid.cell) == (
            0 if place.is_bias else place.column
        )
        assert round((cell.top() - block.top) / laid.cell) == (
            place.column if place.is_bias else place.row
        )
    for weight in (-1, network.size):
        with pytest.raises(IndexError):
            laid.cell_of(weight)


def _block_of(laid: HeatLayout, weight: int) -> object:
    return max((p for p in laid.placed if p.block.first <= weight), key=lambda p: p.block.first)


@pytest.mark.parametrize(
    "sizes", [(2, 3), (2, 16, 16, 3), (64, 50, 10), (64, 400, 10), (8,) * 20, (2000, 2)]
)
@pytest.mark.parametrize("room", [(680.0, 320.0), (200.0, 60.0), (1300.0, 700.0)])
def test_all_weights_fit_and_hide_none_of_each_other(
    sizes: tuple[int, ...], room: tuple[float, float]
) -> None:
    laid = heat_layout(blocks_of(Network(sizes)), *room)
    boxes = [
        QRectF(p.left, p.top, p.block.columns * laid.cell, p.block.rows * laid.cell)
        for p in laid.placed
    ]
    whole = QRectF(0.0, 0.0, room[0] + 1e-6, laid.height + 1e-6)
    assert all(whole.contains(box) for box in boxes)
    if room[0] > 200.0:
        assert laid.height <= room[1]
    overlaps = [a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i]]
    assert not any(overlaps)


def test_more_room_makes_no_smaller_cells() -> None:
    blocks = blocks_of(SPIRAL)
    cells = [heat_layout(blocks, w, 1.0 * w).cell for w in range(100, 1500, 100)]
    assert cells == sorted(cells)
    assert heat_layout(blocks, 300.0, 600.0).cell > heat_layout(blocks, 300.0, 100.0).cell


def test_beside_the_weights_there_is_none() -> None:
    laid = heat_layout(blocks_of(SPIRAL), 680.0, 320.0)
    first = laid.placed[0]
    assert laid.weight_at(first.left - 1.0, first.top) is None
    assert laid.weight_at(first.left, first.top - 1.0) is None
    assert laid.weight_at(first.left, first.top + 2 * laid.cell + 1.0) is None


def test_shades_are_even_on_the_log_scale() -> None:
    differences = np.array([1e-13, 1e-2, 10.0**-7.5, 1e-20, 5.0, 0.0, math.nan, math.inf, 5e-324])
    found = shades(differences, np.arange(1, 10), 11)
    expected = [0.0, 1.0, 0.5, 0.0, 1.0, ZERO, FAULTY, FAULTY, 0.0]
    assert found[1:10] == pytest.approx(expected)
    assert found[[0, 10]].tolist() == [UNCHECKED] * 2


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_cells_have_the_colours_of_their_shades(theme: Theme, ratio: float) -> None:
    network = Network((2, 2), has_bias=False)
    laid = heat_layout(blocks_of(network), 300.0, 200.0)
    values = np.array([ZERO, 0.25, 1.0, UNCHECKED])
    image = heat_image(laid, values, QRectF(0.0, 0.0, 300.0, 200.0), ratio, theme)
    assert (image.width(), image.height()) == (300 * ratio, 200 * ratio)

    def at(weight: int) -> QColor:
        centre = laid.cell_of(weight).center() * ratio
        return image.pixelColor(int(centre.x()), int(centre.y()))

    assert at(0) == zero_ink(theme)
    for weight in (1, 2):
        expected = map_colour(heat_map(theme), float(values[weight]))
        channels = zip(at(weight).getRgb(), expected.getRgb(), strict=True)
        assert all(abs(a - b) <= 1 for a, b in channels)
    assert at(3) == QColor(theme.sunken)
    assert image.pixelColor(int(250 * ratio), 50).alpha() == 0


def test_what_is_no_number_is_hatched() -> None:
    network = Network((1, 1), has_bias=False)
    laid = heat_layout(blocks_of(network), 300.0, 200.0)
    image = heat_image(laid, np.array([FAULTY]), QRectF(0, 0, 300, 200), 1.0, LIGHT)
    cell = laid.cell_of(0).toRect()
    seen = {image.pixelColor(x, cell.center().y()).name() for x in range(cell.left(), cell.right())}
    assert seen >= {QColor(LIGHT.bad).name(), QColor(LIGHT.surface).name()}


def test_the_worst_of_many_weights_in_a_pixel_is_seen() -> None:
    network = Network((900, 900), has_bias=False)
    laid = heat_layout(blocks_of(network), 290.0, 200.0).moved(5.0, 0.0)
    assert laid.cell < 1.0
    for weight in (0, 123_456, network.size - 1):
        values = np.full(network.size, 0.1)
        values[weight] = 1.0
        image = heat_image(laid, values, QRectF(0, 0, 300, 200), 1.0, LIGHT)
        worst = map_colour(heat_map(LIGHT), 1.0).name()
        cell = laid.cell_of(weight)
        x, y = int(cell.left()), int(cell.top())
        seen = {image.pixelColor(x + i, y + j).name() for i in (-1, 0, 1) for j in (-1, 0, 1)}
        assert worst in seen


def test_zeros_are_told_from_the_scale() -> None:
    for theme in (LIGHT, DARK):
        zero = np.array(zero_ink(theme).getRgb()[:3])
        scale = [map_colour(heat_map(theme), t / 50).getRgb()[:3] for t in range(51)]
        assert min(np.abs(zero - np.array(ink)).max() for ink in scale) > 20
