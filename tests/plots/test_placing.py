"""Room for words in a plot: clear of lines, of each other and of the edges."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.plots.placing import Room, around, corners, spread
from gradviz.plots.polylines import Box, Lines, single

PLOT = Box(0.0, 0.0, 200.0, 100.0)


def level_line(y: float) -> Lines:
    return single(np.array([[0.0, y], [200.0, y]]))


def test_lines_are_not_hidden_if_that_can_be() -> None:
    room = Room(PLOT)
    room.mind(level_line(20.0))
    places = [Box(50.0, 10.0, 100.0, 25.0), Box(50.0, 60.0, 100.0, 75.0)]
    assert room.find(places) == 1
    assert room.find(places[:1]) == 0


def test_what_is_taken_stays_free_and_nothing_reaches_out() -> None:
    room = Room(PLOT)
    place = Box(50.0, 10.0, 100.0, 25.0)
    assert room.find([place]) == 0
    assert room.find([place]) is None
    room.take(Box(0.0, 60.0, 40.0, 100.0))
    assert room.find([Box(30.0, 70.0, 60.0, 80.0)]) is None
    assert room.find([Box(180.0, 70.0, 201.0, 80.0)]) is None


def test_a_favourite_may_hide_a_little() -> None:
    places = [Box(50.0, 60.0, 100.0, 75.0), Box(50.0, 10.0, 100.0, 25.0)]
    for bonus, expected in ((0.0, 0), (40.0, 1)):
        room = Room(PLOT)
        room.mind(level_line(20.0))
        assert room.find(places, favourite=1, bonus=bonus) == expected


def test_words_keep_to_their_own_line() -> None:
    own, other = level_line(20.0), level_line(80.0)
    places = [Box(50.0, 55.0, 100.0, 70.0), Box(50.0, 30.0, 100.0, 45.0)]
    room = Room(PLOT)
    room.mind(own)
    room.mind(other)
    assert room.find(places, own=own) == 1


def test_places_about_a_point_leave_it_free() -> None:
    for place in around(100.0, 50.0, 60.0, 9.0):
        assert not place.meets(Box(92.0, 42.0, 108.0, 58.0))
        assert place.right - place.left == 60.0


def test_corners_are_inset() -> None:
    boxes = corners(PLOT, 50.0, 30.0, 10.0)
    assert [(b.left, b.top) for b in boxes] == [(140, 10), (10, 10), (140, 60), (10, 60)]


def test_spread_goes_along_the_line() -> None:
    bent = single(np.array([[0.0, 0.0], [30.0, 0.0], [30.0, 10.0]]))
    assert spread(bent, (0.0, 0.5, 1.0)) == pytest.approx(np.array([[0, 0], [20, 0], [30, 10]]))
