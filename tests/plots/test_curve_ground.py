"""Curves that the cursor uncovers look as if they were painted for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QImage

from gradviz.document.display import LossAxis
from gradviz.plots.curve_picture import CurvePicture
from gradviz.plots.curves import CurveView, Quantity
from gradviz.plots.themes import DARK

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

STEPS = (0, 1, 37, 99, 100, 3)


def pixels(view: CurveView) -> np.ndarray:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), dtype=np.uint8)
    return data.reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def fresh(view: CurveView) -> np.ndarray:
    """Return what a view shows that has never shown another step."""
    other = CurveView(view.picture.quantity)
    other.resize(view.size())
    picture = view.picture
    other.set_theme(picture.theme)
    other.set_axis(picture.axis)
    other.set_log(picture.log)
    other.set_results(picture.results)
    other.set_selected(picture.selected)
    other.set_cursor(picture.cursor)
    painted = pixels(other)
    other.deleteLater()
    return painted


def unlike(view: CurveView) -> np.ndarray:
    """Return the columns in which a view shows something else than a fresh one."""
    return np.flatnonzero((np.abs(pixels(view) - fresh(view)) > 24).any(axis=(0, 2)))


@pytest.fixture
def view(qtbot: QtBot, bowl: tuple) -> CurveView:
    made = CurveView(Quantity.VALUE)
    qtbot.addWidget(made)
    made.resize(361, 263)
    made.set_results(bowl.results)
    pixels(made)
    return made


def test_only_the_column_of_the_cursor_may_differ_a_little(view: CurveView) -> None:
    for step in STEPS:
        view.set_cursor(step)
        columns = unlike(view)
        place = view.picture.projection(view.extent()).place(step, 0.0)[0]
        assert np.abs(columns - place).max(initial=0.0) <= 3.0
        assert len(columns) <= 4


def test_everything_that_changes_the_curves_is_seen(view: CurveView, descend: Callable) -> None:
    changes: list[Callable[[], None]] = [
        lambda: view.set_selected(1),
        lambda: view.set_log(False),
        lambda: view.set_theme(DARK),
        lambda: view.resize(300, 200),
        lambda: view.set_results(descend("adam:lr=0.3").results),
    ]
    for change in changes:
        view.set_cursor(60)
        pixels(view)
        view.set_cursor(50)
        before = pixels(view)
        change()
        after = pixels(view)
        assert after.shape != before.shape or (after != before).any()
        assert len(unlike(view)) <= 4


def test_curves_of_a_moving_cursor_are_painted_twice_and_no_more(
    view: CurveView, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[float | None] = []
    ground = CurvePicture.paint_ground

    def note(
        self: CurvePicture, painter: object, layout: object, split: float | None = None
    ) -> None:
        painted.append(split)
        ground(self, painter, layout, split)

    monkeypatch.setattr(CurvePicture, "paint_ground", note)
    for step in STEPS:
        view.set_cursor(step)
        pixels(view)
    assert len(painted) == 3  # once for the first of the steps, which is where the cursor was
    assert None not in painted[1:]


def test_runs_with_cursors_of_their_own_are_painted_each_time(view: CurveView) -> None:
    view.set_axis(LossAxis.PATH_LENGTH)
    for step in STEPS:
        view.set_cursor(step)
        assert len(unlike(view)) == 0
