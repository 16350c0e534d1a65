"""A row of controls in less and less room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gradviz.ui.breaking_row import BreakingRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(("width", "lines"), [(700, 1), (330, 2), (160, 3)])
def test_a_row_breaks_before_the_first_group_that_does_not_fit(
    qtbot: QtBot, width: int, lines: int
) -> None:
    groups = [QLabel("a") for _ in range(3)]
    for label in groups:
        label.setFixedWidth(150)
    row = BreakingRow(*((label,) for label in groups))
    card = QWidget()
    qtbot.addWidget(card)
    column = QVBoxLayout(card)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    card.resize(width, 120)
    card.show()
    qtbot.waitUntil(
        lambda: len({label.mapTo(row, label.rect().topLeft()).y() for label in groups}) == lines
    )
