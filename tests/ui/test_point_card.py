"""The numbers of one step: a narrow cell shows fewer digits, never a number without its power."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyleOptionViewItem, QTableWidget, QTableWidgetItem

from gradviz.plots.numerals import readout
from gradviz.ui.point_card import DIGITS, VALUE_ROLE, FittingDelegate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def table(qtbot: QtBot) -> QTableWidget:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    table.setItemDelegate(FittingDelegate(table))
    return table


def shown(table: QTableWidget, value: float, width: int) -> tuple[str, int]:
    """Return the text of a cell `width` pixels wide, and the text's own width."""
    item = QTableWidgetItem(readout(value, DIGITS))
    item.setData(VALUE_ROLE, value)
    table.setItem(0, 0, item)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, 24)
    table.itemDelegate().initStyleOption(option, table.model().index(0, 0))
    return option.text, option.fontMetrics.horizontalAdvance(option.text)


@pytest.mark.parametrize("value", [-6.11111e-10, 8.1481e-10, 1.23456e127])
def test_a_narrow_cell_keeps_the_power_of_ten(table: QTableWidget, value: float) -> None:
    whole, wide = shown(table, value, 400)
    assert whole == readout(value, DIGITS)
    text, width = shown(table, value, wide)
    assert width < wide
    assert text.split("10")[-1] == whole.split("10")[-1] != ""
    assert text in {readout(value, digits) for digits in range(2, DIGITS)}


def test_text_that_is_no_number_is_left_alone(table: QTableWidget) -> None:
    item = QTableWidgetItem("–")
    table.setItem(0, 0, item)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 2, 24)
    table.itemDelegate().initStyleOption(option, table.model().index(0, 0))
    assert option.text == "–"
