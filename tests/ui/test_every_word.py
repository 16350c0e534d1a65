"""Nothing that a person reads in the window is left out of translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QMenu, QWidget

from gradviz.app import create_window
from gradviz.core.optimizers import OPTIMIZERS, SGD, Adam
from gradviz.document.display import FUNCTION_VIEWS, NETWORK_VIEWS
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pytestqt.qtbot import QtBot

    from gradviz.ui.main_window import MainWindow

OPEN, CLOSE = "«", "»"
NAMES = {
    *("GradViz", "CSV", "PNG", "SVG", "float32", "Python", "Qt", "NumPy", "contourpy", "exp"),
    *(kind.label for kind in OPTIMIZERS.values()),
}
"""Names, which are the same in every language."""
FORMULAE = {"stepSheet", "formulaEditor"}
"""Widgets that hold formulae alone."""
KEYS = re.compile(r"\((?:(?:Ctrl|Shift|Alt)\+)*[^()]+\)$")
WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*")
RUNS = (Run(optimizer=Adam(lr=0.05)), Run(optimizer=SGD(lr=0.05)))


class _Marking(QTranslator):
    """A language whose words are those of English between marks."""

    def translate(self, _context: str, text: str, _comment: str | None = None, _n: int = -1) -> str:
        return f"{OPEN}{text}{CLOSE}"

    def isEmpty(self) -> bool:  # noqa: N802  (Qt's spelling)
        return False


@pytest.fixture
def marked(qapp: QCoreApplication) -> Iterator[None]:
    translator = _Marking()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def window(request: pytest.FixtureRequest, qtbot: QtBot, marked: None) -> Iterator[MainWindow]:  # noqa: ARG001 - the language comes first
    made = create_window(request.param)
    qtbot.waitUntil(lambda: made.session.results is not None, timeout=20_000)
    yield made
    made.close()
    made.deleteLater()


FUNCTION = Experiment(formula="a = 1\nx0**2/20 + a*x1**2", start=(-7.0, 2.0), runs=RUNS)
NETWORK = Experiment(network=task_of("simplenet"), runs=RUNS)


@pytest.mark.parametrize("window", [FUNCTION, NETWORK], indirect=True, ids=["function", "network"])
def test_every_word_of_the_window_is_translated(window: MainWindow, qtbot: QtBot) -> None:
    views = NETWORK_VIEWS if window.session.experiment.network else FUNCTION_VIEWS
    for view in views:
        window.picture.show_view(view)
        qtbot.wait(50)
    assert sorted(set(_left_out(window))) == []


def _left_out(window: MainWindow) -> Iterator[tuple[str, str, str]]:
    """Yield every text of the window with words between no marks, and whose it is."""
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.objectName() not in FORMULAE:
            for text in _texts(widget):
                if _words_outside(text):
                    yield type(widget).__name__, widget.objectName(), text
    for action in window.findChildren(QAction):
        if action in window.actions_.languages.values():
            continue  # languages are called what they call themselves
        for text in (action.text(), action.toolTip()):
            if _words_outside(text):
                yield "QAction", action.objectName(), text


def _texts(widget: QWidget) -> Iterable[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QMenu):
        yield widget.title()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(i) for i in range(widget.count()))


def _words_outside(text: str) -> list[str]:
    """Return the words of a text outside of all marks that are no names."""
    outside, depth = [], 0
    for character in re.sub(r"<[^<>]+>", " ", text):
        depth += (character == OPEN) - (character == CLOSE)
        outside.append(" " if depth or character == CLOSE else character)
    plain = KEYS.sub("", "".join(outside).rstrip())
    return [word for word in WORD.findall(plain) if word not in NAMES]
