"""The panel of lessons: turning pages, showing, ticking off, languages, keys, themes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QAction, QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QTextBrowser, QToolButton

from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment
from gradviz.document.lesson_file import OPEN
from gradviz.document.lessons import LANGUAGES, Lesson, LessonAction, lessons
from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.lesson_markup import inline, markup
from gradviz.ui.lesson_panel import LessonPanel
from gradviz.ui.lesson_progress import LessonProgress
from gradviz.ui.lesson_reader import ShowButton
from gradviz.ui.style import apply_theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from gradviz.plots.themes import Theme


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def panel(qtbot: QtBot, settings: QSettings) -> LessonPanel:
    made = LessonPanel(settings)
    qtbot.addWidget(made)
    made.resize(360, 760)
    made.show()
    return made


class Heard:
    """What a panel asked for."""

    def __init__(self, panel: LessonPanel) -> None:
        self.actions: list[LessonAction] = []
        self.opened: list[Lesson] = []
        self.closed = 0
        panel.actionRequested.connect(self.actions.append)
        panel.lessonOpened.connect(self.opened.append)
        panel.closed.connect(self.count)

    def count(self) -> None:
        self.closed += 1


def browser(panel: LessonPanel) -> QTextBrowser:
    found = panel.findChild(QTextBrowser, "lessonText")
    assert isinstance(found, QTextBrowser)
    return found


def listed(panel: LessonPanel) -> QListView:
    found = panel.findChild(QListView, "lessonList")
    assert isinstance(found, QListView)
    return found


def trigger(panel: LessonPanel, name: str) -> None:
    action = panel.findChild(QAction, name)
    assert isinstance(action, QAction)
    action.trigger()


def show_button(panel: LessonPanel, key: str) -> ShowButton:
    found = panel.findChild(ShowButton, f"show-{key}")
    assert isinstance(found, ShowButton)
    return found


def follow(panel: LessonPanel, target: str) -> None:
    browser(panel).anchorClicked.emit(QUrl(target))


# --- pages


def test_the_list_is_first_and_shows_every_lesson(panel: LessonPanel) -> None:
    rows = listed(panel)
    assert panel.lesson is None
    assert rows.isVisible()
    titles = [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]
    assert titles == [lesson.title for lesson in lessons()]


def test_enter_opens_the_lesson_that_is_chosen(panel: LessonPanel) -> None:
    heard, rows = Heard(panel), listed(panel)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert [lesson.number for lesson in heard.opened] == [1]
    assert panel.lesson is heard.opened[0]
    assert browser(panel).isVisible()
    assert panel.accessibleName() == "Lesson 1 of 14"


def test_a_click_opens_a_lesson_once(panel: LessonPanel) -> None:
    heard, rows = Heard(panel), listed(panel)
    place = rows.visualRect(rows.model().index(4, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [lesson.number for lesson in heard.opened] == [4]


def test_pages_turn_to_both_ends_and_back_to_the_list(panel: LessonPanel) -> None:
    heard = Heard(panel)
    panel.open_lesson("welcome")
    assert panel.accessibleName() == "Welcome"
    previous, following = (
        panel.findChild(QAction, name) for name in ("previousLessonAction", "nextLessonAction")
    )
    assert isinstance(previous, QAction)
    assert isinstance(following, QAction)
    assert not previous.isEnabled()
    for _ in range(14):
        following.trigger()
    assert [lesson.number for lesson in heard.opened] == list(range(15))
    assert not following.isEnabled()
    previous.trigger()
    assert panel.lesson is lessons()[13]
    trigger(panel, "allLessonsAction")
    assert panel.lesson is None
    assert listed(panel).currentIndex().row() == 13
    assert panel.accessibleName() == "Lessons"


def test_escape_leads_from_the_list_back_to_the_lesson(panel: LessonPanel) -> None:
    heard = Heard(panel)
    QTest.keyClick(listed(panel), Qt.Key.Key_Escape)
    assert panel.lesson is None
    panel.open_lesson("too-fast")
    trigger(panel, "allLessonsAction")
    assert panel.focusWidget() is listed(panel)
    QTest.keyClick(listed(panel), Qt.Key.Key_Escape)
    assert panel.lesson is heard.opened[0]
    assert len(heard.opened) == 1


def test_the_keys_stay_in_the_panel_when_the_button_they_were_with_goes(
    panel: LessonPanel, qtbot: QtBot
) -> None:
    panel.open_lesson("limit")
    panel.activateWindow()
    show_button(panel, "central").setFocus()
    qtbot.waitUntil(show_button(panel, "central").hasFocus)
    trigger(panel, "nextLessonAction")
    assert browser(panel).hasFocus()


def test_a_lesson_that_does_not_exist_is_refused(panel: LessonPanel) -> None:
    with pytest.raises(KeyError):
        panel.open_lesson("nothing")
    assert panel.lesson is None


def test_closing_and_starting_over_are_asked_for(panel: LessonPanel) -> None:
    heard = Heard(panel)
    panel.open_lesson("too-fast")
    trigger(panel, "lessonAgainAction")
    trigger(panel, "closeLessonsAction")
    assert [action.key for action in heard.actions] == [OPEN]
    assert heard.actions[0].experiment == heard.opened[0].opening.experiment
    assert heard.closed == 1


# --- showing and ticking off


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_and_buttons_show_the_same(panel: LessonPanel, language: str) -> None:
    heard = Heard(panel)
    panel.set_language(language)
    panel.open_lesson("too-small-h")
    assert panel.lesson is not None
    assert panel.lesson.language == language
    for action in panel.lesson.actions:
        follow(panel, f"show:{action.key}")
        QTest.mouseClick(show_button(panel, action.key), Qt.MouseButton.LeftButton)
    shown = [action.key for action in panel.lesson.actions for _ in range(2)]
    assert [action.key for action in heard.actions] == shown


def test_a_link_is_followed_with_the_keys(panel: LessonPanel) -> None:
    heard = Heard(panel)
    panel.open_lesson("limit")
    text = browser(panel)
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert [action.key for action in heard.actions] == ["central"]


def test_links_that_lead_elsewhere_lead_nowhere(panel: LessonPanel) -> None:
    heard = Heard(panel)
    panel.open_lesson("limit")
    before = browser(panel).toPlainText()
    follow(panel, "https://example.org")
    follow(panel, "file:///etc/hosts")
    assert browser(panel).toPlainText() == before
    assert not browser(panel).openLinks()
    assert not heard.actions


def test_what_the_reader_does_by_hand_is_ticked_off(panel: LessonPanel) -> None:
    panel.open_lesson("exactly-one")
    button = show_button(panel, "below")
    assert button.accessibleDescription() == "not done yet"
    lesson = panel.lesson
    assert lesson is not None
    panel.set_experiment(lesson.opening.experiment)
    assert button.accessibleDescription() == "not done yet"
    by_hand = lesson.action("below").experiment
    panel.set_experiment(by_hand)
    assert button.accessibleDescription() == "done"
    assert "done" in button.toolTip()


def test_what_shows_in_results_waits_for_them(panel: LessonPanel) -> None:
    panel.open_lesson("too-slow")
    lesson = panel.lesson
    assert lesson is not None
    experiment = lesson.action("patient").experiment
    panel.set_experiment(experiment)
    panel.set_outcome(None)
    assert show_button(panel, "patient").accessibleDescription() == "not done yet"
    panel.set_outcome(evaluate(experiment))
    assert show_button(panel, "patient").accessibleDescription() == "done"


def test_results_that_are_not_complete_tick_nothing_off(panel: LessonPanel) -> None:
    panel.open_lesson("too-slow")
    lesson = panel.lesson
    assert lesson is not None
    panel.set_outcome(evaluate(lesson.action("patient").experiment, cancelled=lambda: True))
    assert show_button(panel, "patient").accessibleDescription() == "not done yet"


def test_only_the_lesson_that_is_read_is_ticked_off(panel: LessonPanel) -> None:
    by_hand = lessons()[8].action("below").experiment
    panel.set_experiment(by_hand)
    panel.open_lesson("limit")
    panel.set_experiment(by_hand)
    panel.open_lesson("exactly-one")
    assert show_button(panel, "below").accessibleDescription() == "not done yet"


def test_looking_is_done_by_asking(panel: LessonPanel) -> None:
    panel.open_lesson("arrows")
    lesson = panel.lesson
    assert lesson is not None
    panel.set_experiment(lesson.action("surface").experiment)
    assert show_button(panel, "surface").accessibleDescription() == "not done yet"
    show_button(panel, "surface").click()
    assert show_button(panel, "surface").accessibleDescription() == "done"


def test_what_is_done_is_remembered(panel: LessonPanel, settings: QSettings, qtbot: QtBot) -> None:
    panel.open_lesson("welcome")
    for button in panel.findChildren(ShowButton):
        button.click()
        panel.set_experiment(button.lesson_action.experiment)
    settings.sync()
    again = LessonPanel(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    qtbot.addWidget(again)
    row = listed(again).model().index(0, 0)
    assert row.data(Qt.ItemDataRole.AccessibleDescriptionRole).endswith("Done")
    assert listed(again).currentIndex().row() == 1  # the first that is not done
    second = listed(again).model().index(1, 0)
    assert second.data(Qt.ItemDataRole.AccessibleDescriptionRole).endswith("0 of 5 done")


@pytest.mark.parametrize("kept", [7, ["a", "b"], "limit", "\x00 nonsense/none", True])
def test_strange_settings_count_as_nothing(settings: QSettings, kept: object) -> None:
    settings.setValue("lessons/done", kept)
    progress = LessonProgress(settings)
    assert [progress.count(lesson) for lesson in lessons()] == [0] * 15


# --- the text


def test_the_answer_unfolds_and_folds(panel: LessonPanel) -> None:
    panel.open_lesson("simplenet")
    assert "7520" not in browser(panel).toPlainText()
    follow(panel, "answer:")
    assert "7520" in browser(panel).toPlainText()
    follow(panel, "answer:")
    assert "7520" not in browser(panel).toPlainText()


def test_the_next_lesson_begins_at_its_beginning_and_folded(panel: LessonPanel) -> None:
    panel.open_lesson("limit")
    follow(panel, "answer:")
    bar = browser(panel).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    trigger(panel, "nextLessonAction")
    assert bar.value() == 0
    assert "Hide the answer" not in browser(panel).toPlainText()


def test_a_theme_and_a_tick_leave_the_reader_where_he_was(panel: LessonPanel) -> None:
    panel.open_lesson("limit")
    bar = browser(panel).verticalScrollBar()
    bar.setValue(150)
    panel.set_theme(DARK)
    lesson = panel.lesson
    assert lesson is not None
    panel.set_experiment(lesson.actions[0].experiment)
    assert bar.value() == 150


def test_the_language_turns_the_page_that_is_open(panel: LessonPanel) -> None:
    panel.open_lesson("step-by-step")
    heard = Heard(panel)
    panel.set_language("ko")
    assert panel.lesson is lessons("ko")[5]
    assert "경사 하강법" in browser(panel).toPlainText()
    assert not heard.opened  # the experiment stays as it is
    assert listed(panel).model().index(5, 0).data() == lessons("ko")[5].title
    panel.set_language("xx")
    assert panel.lesson == lessons("en")[5]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [300, 420])
def test_no_lesson_is_wider_than_the_panel(
    panel: LessonPanel, language: str, width: int, qapp: QApplication
) -> None:
    panel.set_language(language)
    panel.resize(width, 700)
    for lesson in lessons(language):
        panel.open_lesson(lesson.key)
        follow(panel, "answer:")
        qapp.processEvents()
        text = browser(panel)
        assert text.document().size().width() <= text.viewport().width(), lesson.title
        assert not re.search(r"[`\x00]|\*\*\w|\]\(", _prose(lesson, text)), lesson.title


def _prose(lesson: Lesson, text: QTextBrowser) -> str:
    """Return what is shown, but for powers: two stars are what is left of Markdown elsewhere."""
    shown = text.toPlainText()
    for plain in (lesson.title, lesson.about, lesson.source):
        assert plain in shown
    return re.sub(r"[\w)]\*\*\w", "", shown)


def test_text_is_written_in_the_colours_of_the_theme(panel: LessonPanel) -> None:
    panel.open_lesson("limit")
    for theme in (DARK, LIGHT):
        panel.set_theme(theme)
        cursor = QTextCursor(browser(panel).document())
        cursor.setPosition(3)
        assert cursor.charFormat().foreground().color() == QColor(theme.text)


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
def test_the_list_is_painted_with_what_is_done(
    panel: LessonPanel, qapp: QApplication, chosen: Theme
) -> None:
    apply_theme(qapp, chosen)
    panel.set_theme(chosen)
    rows = listed(panel)
    place = rows.visualRect(rows.model().index(5, 0))
    before = rows.viewport().grab(place).toImage()
    panel.open_lesson("step-by-step")
    for key in ("show-first", "show-table", "show-end"):
        button = panel.findChild(ShowButton, key)
        assert isinstance(button, ShowButton)
        button.click()
    panel.show_list()
    rows.setCurrentIndex(rows.model().index(0, 0))
    begun = rows.viewport().grab(place).toImage()
    assert begun != before
    lesson = lessons()[5]
    panel.open_lesson("step-by-step")
    for action in lesson.actions:
        panel.set_experiment(action.experiment)
    panel.show_list()
    rows.setCurrentIndex(rows.model().index(0, 0))
    done = rows.viewport().grab(place).toImage()
    assert _has(done, chosen.ok)
    assert not _has(begun, chosen.ok)


def _has(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


# --- keys and names


def test_everything_to_press_has_a_name_and_is_reached_by_tab(panel: LessonPanel) -> None:
    panel.open_lesson("limit")
    pressed = [button for button in panel.findChildren(QToolButton) if button.isVisible()]
    assert len(pressed) == 2 + 3 + 5
    for button in pressed:
        assert button.accessibleName(), button.objectName()
        assert button.toolTip(), button.objectName()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert browser(panel).accessibleName()
    assert listed(panel).accessibleName()


def test_the_keys_stay_in_the_panel_when_pages_turn(panel: LessonPanel, qtbot: QtBot) -> None:
    panel.activateWindow()
    listed(panel).setFocus()
    qtbot.waitUntil(lambda: listed(panel).hasFocus())
    QTest.keyClick(listed(panel), Qt.Key.Key_Return)
    assert browser(panel).hasFocus()
    trigger(panel, "allLessonsAction")
    assert listed(panel).hasFocus()


def test_a_row_tells_of_its_lesson(panel: LessonPanel) -> None:
    rows = listed(panel)
    welcome, index = rows.model().index(0, 0), rows.model().index(1, 0)
    assert welcome.data(Qt.ItemDataRole.AccessibleTextRole) == "A first descent"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "1. A derivative is a limit"
    assert lessons()[1].about in index.data(Qt.ItemDataRole.ToolTipRole)
    assert rows.model().index(99, 0).data() is None


# --- Markdown


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a **b** *c*", "a <b>b</b> <i>c</i>"),
        ("`x**2 + y**2`", "<code>x**2\xa0+\xa0y**2</code>"),
        ("`a < b` & c", "<code>a\xa0&lt;\xa0b</code> &amp; c"),
        ("**dW** of `W`", "<b>dW</b> of <code>W</code>"),
        ("`(f(x + h) - f(x - h)) / (2*h)`", "<code>(f(x + h) - f(x - h)) / (2*h)</code>"),
        ("**기울기**(gradient)라고", "<b>기울기</b>(gradient)라고"),
        ("<script>", "&lt;script&gt;"),
    ],
)
def test_markdown_within_a_line(text: str, made: str) -> None:
    assert inline(text) == made


def test_a_link_keeps_its_words_together_and_says_that_it_shows() -> None:
    made = inline("[h = 1e-50](show:tiny).")
    assert (
        made
        == '<a href="show:tiny">\N{BLACK RIGHT-POINTING SMALL TRIANGLE}\xa0h\xa0=\xa01e-50</a>.'
    )


def test_markdown_blocks() -> None:
    made = markup("One\nline.\n\n- a\n- b\n  c\n\n| x | y |\n|---|---|\n| 1 | `2` |", LIGHT)
    assert made.startswith("<p>One line.</p><ul><li>a</li><li>b c</li></ul><table")
    assert "<th>x</th><th>y</th>" in made
    assert "<td>1</td><td><code>2</code></td>" in made
    assert "---" not in made


def test_a_task_stands_on_a_ground_of_its_own() -> None:
    assert LIGHT.accent_soft in markup("**Try.** Do it.", LIGHT)
    assert LIGHT.accent_soft not in markup("**Momentum** does it.", LIGHT)
    assert markup("`x = 1`", LIGHT).startswith('<p class="formula">')


def test_an_experiment_of_nobody_ticks_nothing_off(panel: LessonPanel) -> None:
    panel.set_experiment(Experiment())
    for lesson in lessons():
        panel.open_lesson(lesson.key)
        if lesson.opening.experiment != Experiment():
            panel.set_experiment(lesson.opening.experiment)
    panel.show_list()
    rows = listed(panel).model()
    states = [rows.index(row, 0).data(Qt.ItemDataRole.UserRole + 1) for row in range(15)]
    assert states == [None] * 15
