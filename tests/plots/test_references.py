"""PySide6 6.12.0 lost a reference to None and to True at every paint, until Python gave up."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from gradviz.plots.contour import ContourView
from gradviz.plots.curves import CurveView, Quantity

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PAINTS = 600
SLACK = 250


def test_painting_leaves_the_reference_counts_of_none_and_true(qtbot: QtBot, bowl: tuple) -> None:
    contour, curve = ContourView(), CurveView(Quantity.VALUE)
    for view in (contour, curve):
        qtbot.addWidget(view)
        view.resize(200, 160)
        view.set_results(bowl.results)
        view.show()
    contour.set_scene(bowl.scene)
    contour.set_start((-3.0, 4.0))
    contour.repaint()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for step in range(PAINTS // 2):
        for view in (contour, curve):
            view.set_cursor(step % 100)
            view.repaint()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert abs(after[0] - before[0]) < SLACK
    assert abs(after[1] - before[1]) < SLACK
