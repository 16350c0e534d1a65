"""The formula editor in a window: typing, completing, marking, growing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.editor.formula_editor import FormulaEditor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[FormulaEditor]:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    edit = FormulaEditor()
    layout.addWidget(edit)
    layout.addWidget(QLineEdit())
    window.resize(312, 200)
    window.show()
    window.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    yield edit
    edit._completion.close()


def marked(editor: FormulaEditor) -> list[str]:
    return [
        s.cursor.selectedText()
        for s in editor.extraSelections()
        if s.format.underlineStyle() == WAVE
    ]


def bracketed(editor: FormulaEditor) -> list[tuple[str, str]]:
    return [
        (s.cursor.selectedText(), s.format.foreground().color().name().upper())
        for s in editor.extraSelections()
        if s.format.underlineStyle() != WAVE
    ]


def colours(editor: FormulaEditor) -> dict[str, str]:
    block = editor.document().firstBlock()
    return {
        block.text()[r.start : r.start + r.length]: r.format.foreground().color().name().upper()
        for r in block.layout().formats()
    }


def test_typing_tells_each_text_once(qtbot: QtBot, editor: FormulaEditor) -> None:
    seen: list[str] = []
    editor.edited.connect(seen.append)
    qtbot.keyClicks(editor, "x0*")
    assert seen == ["x", "x0", "x0*"]


def test_showing_a_text_tells_nothing_and_can_be_undone(editor: FormulaEditor) -> None:
    editor.set_text("x0")
    seen: list[str] = []
    editor.edited.connect(seen.append)
    editor.set_text("a = 1\nx0*a")
    assert seen == []
    editor.undo()
    assert editor.toPlainText() == "x0"
    assert seen == ["x0"]


def test_words_get_the_colours_of_the_theme(editor: FormulaEditor) -> None:
    editor.set_text("x0 + 2*sin(a)")
    found = colours(editor)
    assert found["x0"] == LIGHT.code_name
    assert found["2"] == LIGHT.code_number
    assert found["+"] == LIGHT.code_operator
    editor.set_theme(DARK)
    assert colours(editor)["x0"] == DARK.code_name


def test_a_name_that_gets_a_value_is_coloured_everywhere(
    qtbot: QtBot, editor: FormulaEditor
) -> None:
    editor.set_text("q*x0\n")
    assert colours(editor)["q"] == LIGHT.text
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, "q = 2")
    assert colours(editor)["q"] == LIGHT.code_param


def test_a_mistake_behind_an_emoji_is_underlined_where_it_is(editor: FormulaEditor) -> None:
    editor.set_text("😀 + sinn(x0)")
    editor.mark((4, 8))
    assert marked(editor) == ["sinn"]
    editor.mark(None)
    assert marked(editor) == []


def test_a_mistake_at_the_end_marks_the_last_character(editor: FormulaEditor) -> None:
    editor.set_text("x0 +")
    editor.mark((4, 4))
    assert marked(editor) == ["+"]
    editor.set_text("")
    editor.mark((0, 0))
    assert marked(editor) in ([], [""])


def test_typing_takes_the_mark_away(qtbot: QtBot, editor: FormulaEditor) -> None:
    editor.set_text("sinn(x0)")
    editor.mark((0, 4))
    qtbot.keyClicks(editor, "+")
    assert marked(editor) == []


def test_brackets_at_the_cursor(editor: FormulaEditor) -> None:
    editor.set_text("(x0)")
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    assert bracketed(editor) == [("(", LIGHT.accent), (")", LIGHT.accent)]
    editor.set_text("(x0]")
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    assert [colour for _, colour in bracketed(editor)] == [LIGHT.bad, LIGHT.bad]


def test_tab_takes_the_first_offer_and_goes_inside_the_brackets(
    qtbot: QtBot, editor: FormulaEditor
) -> None:
    qtbot.keyClicks(editor, "2*sq")
    assert editor._completion.is_open()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor._completion.is_open()
    qtbot.keyClicks(editor, "x0")
    assert editor.toPlainText() == "2*sqrt(x0)"


def test_arrows_choose_in_the_list_and_enter_takes(qtbot: QtBot, editor: FormulaEditor) -> None:
    qtbot.keyClicks(editor, "sig")
    popup = editor._completion.popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert editor.toPlainText() == "sign()"


def test_ctrl_space_lists_everything_and_escape_closes(qtbot: QtBot, editor: FormulaEditor) -> None:
    editor.set_variables(("x0", "x1"))
    qtbot.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    popup = editor._completion.popup()
    assert popup.model().rowCount() > 30
    assert popup.model().index(0, 0).data() == "x0"
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not editor._completion.is_open()
    assert editor.toPlainText() == ""


def test_enter_after_a_whole_name_ends_the_line(qtbot: QtBot, editor: FormulaEditor) -> None:
    qtbot.keyClicks(editor, "log")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "log\n"


def test_tab_leaves_when_no_list_is_open(qtbot: QtBot, editor: FormulaEditor) -> None:
    editor.set_text("x0")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()
    assert editor.toPlainText() == "x0"


def test_it_grows_with_its_lines_up_to_eight(editor: FormulaEditor) -> None:
    heights = []
    for lines in (1, 2, 4, 8, 9, 30):
        editor.set_text("\n".join(["x0"] * lines))
        heights.append(editor.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4] == heights[5]


def test_a_long_line_wraps_and_counts_as_lines(qtbot: QtBot, editor: FormulaEditor) -> None:
    editor.set_text("x0")
    low = editor.height()
    editor.set_text(" + ".join(["sin(x0)"] * 20))
    qtbot.waitUntil(lambda: editor.height() > low)


def test_pasted_text_loses_its_looks(editor: FormulaEditor) -> None:
    data = QMimeData()
    data.setHtml("<b style='color:red'>x0</b>")
    data.setText("x0**2")
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "x0**2"
    assert QColor(colours(editor)["x0"]) == QColor(LIGHT.code_name)
