"""The camera: where points of the box are seen."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradviz.plots.surface_camera import ABOVE, RESET, SIDE, Camera, Extent, Lens, from_above

BOX = Extent(1.0, 1.0, 1.34)
CORNERS = np.array([[x, y, z] for x in (-1.0, 1.0) for y in (-1.0, 1.0) for z in (0.0, BOX.tall)])


@pytest.mark.parametrize("size", [(700.0, 750.0), (500.0, 450.0), (1400.0, 500.0)])
def test_the_box_fills_the_picture_at_first(size: tuple[float, float]) -> None:
    seen = Lens(RESET, *size, BOX).pixels(CORNERS)
    low, high = seen.min(axis=0), seen.max(axis=0)
    room = np.array(
        [low[0] - SIDE, size[0] - SIDE - high[0], low[1] - ABOVE, size[1] - ABOVE - high[1]]
    )
    assert (room > -12.0).all()
    assert min(abs(room[:2]).max(), abs(room[2:]).max()) < 12.0


def test_pixels_are_those_of_the_matrix() -> None:
    lens = Lens(Camera(20.0, 50.0, 1.3, (0.1, -0.2)), 640.0, 480.0, BOX)
    clip = np.c_[CORNERS, np.ones(8)] @ lens.matrix.T
    seen = clip[:, :3] / clip[:, 3:]
    assert lens.pixels(CORNERS)[:, 0] == pytest.approx((seen[:, 0] + 1) * 320)
    assert lens.pixels(CORNERS)[:, 1] == pytest.approx((1 - seen[:, 1]) * 240)
    assert (np.abs(seen[:, 2]) < 1.0).all()  # between the near and the far plane


def test_the_eye_is_where_all_lines_of_sight_meet() -> None:
    lens = Lens(Camera(-100.0, 35.0), 700.0, 700.0, BOX)
    assert np.linalg.norm(lens.eye - [0.0, 0.0, BOX.tall / 2]) == pytest.approx(7.5)
    towards = lens.eye + 0.5 * (CORNERS - lens.eye)
    assert lens.pixels(towards) == pytest.approx(lens.pixels(CORNERS))


def test_from_above_is_the_map() -> None:
    camera = from_above(700.0, 750.0, BOX)
    lens = Lens(camera, 700.0, 750.0, BOX)
    left, right, up = lens.pixels([(-1.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)])
    assert left[1] == pytest.approx(right[1])
    assert left[0] < right[0]
    assert up[1] < left[1]
    assert up[0] == pytest.approx(350.0)
    seen = lens.pixels(CORNERS)
    assert seen.min() >= 0.0
    assert seen[:, 0].max() <= 700.0
    above, below = seen[CORNERS[:, 2] > 0.0], seen[CORNERS[:, 2] == 0.0]
    assert np.abs(above - below).max() < 8.0  # nearly no perspective


def test_the_elevation_stays_above_the_floor_and_below_the_zenith() -> None:
    assert RESET.orbited(0.0, 500.0).elevation == 90.0
    assert RESET.orbited(0.0, -500.0).elevation == 0.0
    assert RESET.orbited(360.0, 0.0).azimuth == pytest.approx(RESET.azimuth)


def test_zooming_keeps_what_is_under_the_pointer() -> None:
    lens = Lens(RESET.panned(0.2, 0.1), 700.0, 750.0, BOX)
    at = lens.pixels([(0.3, -0.5, 0.2)])[0]
    nearer = lens.camera.zoomed(1.7, lens.offset(*at))
    again = Lens(nearer, 700.0, 750.0, BOX).pixels([(0.3, -0.5, 0.2)])[0]
    assert again == pytest.approx(at)
    assert nearer.zoom == pytest.approx(1.7)


def test_panning_moves_the_picture_with_the_hand() -> None:
    before = Lens(RESET, 700.0, 750.0, BOX)
    after = Lens(RESET.panned(30.0 / before.unit, 12.0 / before.unit), 700.0, 750.0, BOX)
    moved = after.pixels(CORNERS) - before.pixels(CORNERS)
    assert moved == pytest.approx(np.tile([30.0, -12.0], (8, 1)))


def test_light_is_given_as_it_is_seen() -> None:
    lens = Lens(Camera(0.0, 0.0), 700.0, 750.0, BOX)
    assert lens.towards(np.array([0.0, 0.0, 2.0])) == pytest.approx([1.0, 0.0, 0.0])
    assert lens.towards(np.array([1.0, 1.0, 0.0])) == pytest.approx([0.0, *[math.sqrt(0.5)] * 2])
