"""What is shown beside the runs belongs to the experiment that is shown, whatever came before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gradviz.app import create_window
from gradviz.core.catalogue import CATALOGUE
from gradviz.core.differences import Method
from gradviz.document.display import View
from gradviz.document.error_curve import error_curve_request
from gradviz.document.experiment import Experiment
from gradviz.document.slice_request import SliceRequest
from gradviz.model.studies import STUDIES, StudyKind
from gradviz.ui.slice_panel import SlicePanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gradviz.ui.main_window import MainWindow

ROSENBROCK = "(1 - x0)**2 + 100*(x1 - x0**2)**2"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    shown = create_window(Experiment(formula=ROSENBROCK, start=(-1.0, 1.0)))
    qtbot.addWidget(shown)
    rest(qtbot, shown)
    yield shown
    shown.close()


def rest(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing more is to come, not even what is asked for after a moment of rest."""

    def is_at_rest() -> bool:
        session = window.session
        return session.results is not None and not session.is_computing

    for _ in range(2):
        qtbot.waitUntil(is_at_rest, timeout=20_000)
        qtbot.wait(200)
    qtbot.waitUntil(is_at_rest, timeout=20_000)


def test_ghosts_follow_h(qtbot: QtBot, window: MainWindow) -> None:
    marked = window.picture.view.picture.marked
    assert not marked.ghosts
    window.session.edit(h=0.1, immediate=True)
    rest(qtbot, window)
    (ghost,) = marked.ghosts
    assert ghost.x == pytest.approx((1 / 3, 1 / 9), abs=1e-6)
    window.session.edit(h=1e-4, immediate=True)
    rest(qtbot, window)
    assert not marked.ghosts


@pytest.mark.parametrize("is_open", [False, True], ids=["folded", "open"])
def test_an_error_told_as_a_number_alone_follows_the_hand_now_and_then(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, is_open: bool
) -> None:
    studies, asked = window.session.studies, set[object]()
    ask = studies.ask

    def noting(kind: StudyKind, request: object) -> None:
        asked.update({request} if kind is StudyKind.ERROR_CURVE else ())
        ask(kind, request)

    window.gradient.error.set_open(is_open)
    rest(qtbot, window)
    monkeypatch.setattr(studies, "ask", noting)
    for step in (3, 2, 1, 0):
        window.playback.set_step(step)
    assert len(asked) == (4 if is_open else 1)
    rest(qtbot, window)
    last = error_curve_request(window.session.results, 0, 0, None)
    assert studies.value(StudyKind.ERROR_CURVE).request == last


def test_minima_of_one_function_are_not_followed_on_another(
    qtbot: QtBot, window: MainWindow
) -> None:
    told: list[str] = []
    window.session.failed.connect(lambda sentence, _trace: told.append(sentence))
    landmarks = window.picture.view.picture.marked.landmarks
    assert landmarks is not None
    window.session.edit(formula="x**2", immediate=True)
    window.conductor.pictures._show_study("landmarks", landmarks)
    rest(qtbot, window)
    assert not told


@pytest.mark.parametrize("reads", [True, False], ids=["read", "not yet read"])
def test_an_entry_of_the_catalogue_replaces_wrong_text(
    qtbot: QtBot, window: MainWindow, reads: bool
) -> None:
    entry = CATALOGUE[0]
    window.catalogue.popup.chosen.emit(entry)
    rest(qtbot, window)
    editor = window.function.editor
    editor.setPlainText("sinn(")
    if reads:
        rest(qtbot, window)
        assert window.session.formula_error is not None
    window.catalogue.popup.chosen.emit(entry)
    rest(qtbot, window)
    assert window.session.formula_error is None
    assert editor.toPlainText() == entry.formula
    assert not window.picture.view.picture.dimmed


@pytest.mark.parametrize("kind", [StudyKind.SLICE, StudyKind.ERROR_CURVE, StudyKind.LANDMARKS])
def test_a_study_that_fails_is_told_once_and_shows_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: StudyKind
) -> None:
    def fail(_request: object, _cancelled: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setitem(STUDIES, kind, fail)
    window = create_window(Experiment(formula=ROSENBROCK, start=(-1.0, 1.0)))
    qtbot.addWidget(window)
    told: list[str] = []
    window.session.failed.connect(lambda sentence, _trace: told.append(sentence))
    window.picture.show_view(View.SLICE)
    for step in (0, 1, 2):
        rest(qtbot, window)
        window.playback.set_step(step)
    rest(qtbot, window)
    assert len(told) == 1
    assert "boom" in told[0]
    studies = window.session.studies
    others = {StudyKind.SLICE, StudyKind.ERROR_CURVE, StudyKind.LANDMARKS} - {kind}
    assert studies.value(kind) is None
    assert all(studies.value(other) is not None for other in others)
    window.close()


def test_what_can_no_longer_be_computed_is_shown_no_more(qtbot: QtBot, window: MainWindow) -> None:
    window.picture.show_view(View.SLICE)
    rest(qtbot, window)
    panel = window.picture.panel(View.SLICE)
    assert isinstance(panel, SlicePanel)
    assert panel.view.picture.study is not None
    window.session.studies.failed.disconnect()
    request = SliceRequest(formula="no formula", point=(0.0,), method=Method.EXACT, h=1.0)
    window.session.studies.ask(StudyKind.SLICE, request)
    rest(qtbot, window)
    assert panel.view.picture.study is None
