"""A function that changes under the hand: a draft with its runs, then the sharp field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gradviz.document.experiment import Experiment
from gradviz.document.scene import SHAPE
from gradviz.model.requests import DRAFT_SHAPE
from gradviz.model.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Results
    from gradviz.document.scene import Scene

VALLEY = Experiment(formula="(a - x0)**2 + 5*(x1 - x0**2)**2\na = 1.0", start=(-1.0, 1.0), steps=50)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session(VALLEY)
    session.start()
    settle(qtbot, session)
    yield session
    session.close()


def settle(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.is_computing, timeout=30_000)


def test_a_dragged_parameter_shows_a_draft_with_its_runs_and_then_the_sharp_field(
    qtbot: QtBot, session: Session
) -> None:
    scenes: list[Scene] = []
    runs: list[Results] = []
    session.sceneChanged.connect(scenes.append)
    session.resultsChanged.connect(runs.append)
    for step in range(1, 6):
        session.set_parameter("a", 1.0 + step / 10)
        qtbot.wait(5)
    settle(qtbot, session)
    assert DRAFT_SHAPE in {scene.request.shape for scene in scenes[:-1]}
    assert scenes[-1].request.shape == SHAPE
    assert scenes[-1].request.parameters == runs[-1].experiment.parameters == (("a", 1.5),)
    assert len(scenes) == 1 + len({scene.request for scene in scenes[:-1]})


def test_runs_of_an_older_function_are_never_shown_after_newer_ones(
    qtbot: QtBot, session: Session
) -> None:
    shown: list[float] = []
    session.resultsChanged.connect(
        lambda results: shown.append(dict(results.experiment.parameters).get("a", 1.0))
    )
    session.edit(steps=200_000, immediate=True)  # long enough to be under way below
    for step in range(1, 6):
        session.set_parameter("a", 1.0 + step / 10)
        qtbot.wait(20)
    session.edit(steps=10, immediate=True)
    settle(qtbot, session)
    assert shown == sorted(shown)
    assert session.results is not None
    assert session.results.complete
    assert session.results.experiment == session.experiment


def test_a_view_that_moves_while_a_function_is_dragged_gets_its_own_scene(
    qtbot: QtBot, session: Session
) -> None:
    session.set_parameter("a", 2.0)
    session.reset_bounds()
    session.set_aspect(2.0)
    settle(qtbot, session)
    assert session.scene is not None
    bounds = session.scene.request.bounds
    width, height = bounds.x_max - bounds.x_min, bounds.y_max - bounds.y_min
    assert width / height == pytest.approx(2.0)
    assert session.scene.request.shape == SHAPE


def test_a_cancelled_drag_keeps_what_was_computed(qtbot: QtBot, session: Session) -> None:
    session.edit(steps=1_000_000, immediate=True)
    session.set_parameter("a", 1.5)
    qtbot.wait(100)
    session.cancel()
    settle(qtbot, session)
    assert session.results is not None
    assert not session.results.complete
    assert dict(session.results.experiment.parameters) == {"a": 1.5}
