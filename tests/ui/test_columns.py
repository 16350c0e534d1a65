"""The window's columns: how the width is shared."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from gradviz.ui.columns import LEFT, NARROW_LEFT, NARROW_RIGHT, RIGHT, Columns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_outer_columns_grow_with_the_window_up_to_their_width(qtbot: QtBot) -> None:
    columns = Columns([(QWidget(), 1)], QWidget(), [(QWidget(), 1)])
    qtbot.addWidget(columns)
    columns.show()
    sizes = []
    for width in (900, 1000, 1100, 1200, 1300, 1600):
        columns.resize(width, 300)
        QApplication.processEvents()
        sizes.append(columns.sizes())
    assert (sizes[0][0], sizes[0][2]) == (NARROW_LEFT, NARROW_RIGHT)
    assert (sizes[-1][0], sizes[-1][2]) == (LEFT, RIGHT)
    for before, after in pairwise(sizes):
        assert before[0] <= after[0]
        assert before[2] <= after[2]
        assert before[1] < after[1], "the picture has its share of what is won"


def test_the_picture_alone_stays_alone_whoever_asks_for_the_curves(qtbot: QtBot) -> None:
    curves = QWidget()
    columns = Columns([(QWidget(), 1)], QWidget(), [(curves, 1)])
    qtbot.addWidget(columns)
    columns.show()
    columns.show_sides(shown=False)
    columns.show_right(shown=True)
    assert not curves.isVisible()
    columns.show_right(shown=False)
    columns.show_sides(shown=True)
    assert not curves.isVisible()
    columns.show_right(shown=True)
    assert curves.isVisible()
