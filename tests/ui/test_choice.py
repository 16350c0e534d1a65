"""Lists to choose from: what is too long for them ends in dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QStyleOptionComboBox

from gradviz.ui.controls import Choice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def shown(choice: Choice) -> str:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    return option.currentText


@pytest.mark.parametrize("text", ["petal_length_of_the_flower_in_cm", "가장 긴 꽃잎의 길이와 너비"])
def test_words_that_are_too_long_end_in_dots(qtbot: QtBot, text: str) -> None:
    choice = Choice("inputCombo", "Input")
    qtbot.addWidget(choice)
    choice.offer([(text, 0), ("x", 1)])
    choice.resize(110, 28)
    cut = shown(choice)
    assert cut.endswith("…")
    assert text.startswith(cut[:-1])
    assert choice.fontMetrics().horizontalAdvance(cut) < 110
    assert choice.currentText() == text
    choice.resize(400, 28)
    assert shown(choice) == text
