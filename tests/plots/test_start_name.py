"""The name of the start keeps away from the labels of levels, and stays within the plot."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.plots.level_labels import LevelLabel
from gradviz.plots.overlays import start_room
from gradviz.plots.polylines import Box

BOX = Box(40.0, 10.0, 540.0, 410.0)

pytestmark = pytest.mark.usefixtures("qapp")


def label(x: float, y: float, angle: float = 0.0) -> LevelLabel:
    return LevelLabel("100", 100.0, x, y, angle, 34.0)


def word(at: tuple[float, float], *labels: LevelLabel) -> Box:
    return start_room(at, BOX, labels)[1]


def test_it_stands_above_to_the_left_where_nothing_else_is() -> None:
    found = word((300.0, 200.0))
    assert found.right < 300.0
    assert found.bottom < 200.0


@pytest.mark.parametrize("angle", [0.0, 35.0, -80.0])
def test_it_gives_way_to_a_level(angle: float) -> None:
    at = (300.0, 200.0)
    usual = word(at)
    middle = ((usual.left + usual.right) / 2, (usual.top + usual.bottom) / 2)
    there = label(*middle, angle)
    moved = word(at, there)
    assert moved != usual
    corners = np.array(
        [[x, y] for x in (moved.left, moved.right) for y in (moved.top, moved.bottom)]
    )
    assert not there.covers(corners, 0.0).any()


def test_where_all_places_are_taken_it_stands_where_it_always_does() -> None:
    at = (300.0, 200.0)
    crowd = [label(300.0 + dx, 200.0 + dy) for dx in (-30, 0, 30) for dy in (-18, 18)]
    assert word(at, *crowd) == word(at)


@pytest.mark.parametrize("x", [41.0, 300.0, 539.0])
@pytest.mark.parametrize("y", [11.0, 200.0, 409.0])
def test_it_stays_within_the_plot(x: float, y: float) -> None:
    found = word((x, y))
    assert BOX.left <= found.left
    assert found.right <= BOX.right + 1.0
    assert BOX.top <= found.top
    assert found.bottom <= BOX.bottom
