from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from PySide6.QtCore import QPointF

from gradviz.plots.marks import marks, spaced, to_path
from gradviz.plots.polylines import Lines, single
from gradviz.plots.themes import LIGHT

SYMBOLS = sorted({style.symbol for style in (*LIGHT.runs, *LIGHT.classes)})


def test_a_path_has_the_points_and_gaps_of_its_lines() -> None:
    points = np.array([[1.5, 2.25], [3.0, -4.0], [np.nan, 0.0], [7.0, 8.0], [9.0, 1e6]])
    path = to_path(single(points))
    elements = [path.elementAt(i) for i in range(path.elementCount())]
    assert [(e.x, e.y) for e in elements] == [(1.5, 2.25), (3.0, -4.0), (7.0, 8.0), (9.0, 1e6)]
    assert [e.isMoveTo() for e in elements] == [True, False, True, False]


def test_no_lines_are_an_empty_path() -> None:
    assert to_path(Lines(np.empty((0, 2)), np.empty(0, dtype=bool))).isEmpty()


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_symbols_sit_on_their_place_within_their_rim(symbol: str) -> None:
    made = marks(symbol, np.array([[10.0, 20.0], [50.0, 60.0]]), 4.0, 1.5)
    for centre in (QPointF(10.2, 20.1), QPointF(50.2, 60.1)):  # on no line through a corner
        assert made.inside.contains(centre)
    assert not made.inside.contains(QPointF(30, 40))
    assert made.rim.boundingRect().contains(made.inside.boundingRect())
    area = made.inside.boundingRect()
    assert area.width() - 40.0 == pytest.approx(8.0, abs=4.0)


def test_runs_are_told_apart_by_their_symbols() -> None:
    boxes = set()
    for run in LIGHT.runs[:4]:
        box = marks(run.symbol, np.zeros((1, 2)), 10.0, 1.0).inside.boundingRect()
        boxes.add((round(box.left(), 1), round(box.top(), 1), round(box.bottom(), 1)))
    assert len(boxes) == 4


points = hnp.arrays(
    np.float64, st.tuples(st.integers(0, 60), st.just(2)), elements=st.floats(0, 200)
)


@given(points, st.floats(1.0, 50.0))
def test_chosen_points_are_apart_and_cover_the_others(points: np.ndarray, distance: float) -> None:
    kept = points[spaced(points, distance)]
    away = np.hypot(*(kept[:, None, :] - kept[None, :, :]).transpose(2, 0, 1))
    np.fill_diagonal(away, np.inf)
    assert (away >= distance * (1 - 1e-9)).all()
    for point in points:
        assert np.hypot(*(kept - point).T).min() < distance or point in kept
