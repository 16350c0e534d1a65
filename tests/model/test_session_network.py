"""The session with a network: turning to it, training, pausing, changing rates, refusing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from gradviz.core.network.fitting import FitCode, FitError
from gradviz.core.verdict import VerdictKind
from gradviz.document.experiment import Experiment
from gradviz.document.network_task import task_of
from gradviz.document.rate_edits import with_rate_change
from gradviz.document.results import Results, Training
from gradviz.document.training import train
from gradviz.model.mailbox import Delivery
from gradviz.model.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session()
    session.start()
    qtbot.waitUntil(lambda: not session.is_computing)
    yield session
    session.close()


def _settled(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.is_computing, timeout=20_000)


def _training(session: Session) -> Training:
    assert isinstance(session.results, Training)
    return session.results


def test_turning_to_a_network_trains_it_and_back_shows_the_function(
    session: Session, qtbot: QtBot
) -> None:
    before = session.experiment
    session.show_network(True)
    assert session.experiment.network is not None
    _settled(session, qtbot)
    training = _training(session)
    assert training.complete
    assert training.runs[0].trajectory.x.tobytes() == _alone(session.experiment)
    session.show_network(False)
    assert session.experiment == before
    _settled(session, qtbot)
    assert isinstance(session.results, Results)
    assert session.results.experiment == before
    assert session.scene is not None


def _alone(experiment: Experiment) -> bytes:
    return train(experiment).runs[0].trajectory.x.tobytes()


def test_partial_trainings_stream_and_hold_every_run(session: Session, qtbot: QtBot) -> None:
    parts: list[Training] = []
    session.resultsChanged.connect(parts.append)
    long = replace(task_of("spiral"), epochs=400)
    session.show_network(True)
    session.add_run()
    session.edit(network=long, immediate=True)
    _settled(session, qtbot)
    assert len(parts) > 3
    assert all(len(part.runs) == 2 for part in parts[-4:])
    assert any(not part.complete for part in parts)
    assert parts[-1].complete


def test_pictures_that_follow_a_training_do_not_keep_from_saying_that_it_takes_long(
    session: Session, qtbot: QtBot
) -> None:
    busy: list[bool] = []
    session.busyChanged.connect(lambda is_busy, _part: busy.append(is_busy))
    session.show_network(True)
    session.edit(network=replace(task_of("spiral"), epochs=3000), immediate=True)

    def is_told_amid_pictures() -> bool:
        session._computation._take(Delivery("regions", 1, None, complete=True))
        return bool(busy)

    qtbot.waitUntil(is_told_amid_pictures, timeout=20_000)
    assert busy[0]
    assert session.is_computing


def test_a_pause_keeps_what_there_is_and_goes_on_to_the_same_end(
    session: Session, qtbot: QtBot
) -> None:
    session.show_network(True)
    session.edit(network=replace(task_of("spiral"), epochs=400), immediate=True)
    qtbot.waitUntil(
        lambda: isinstance(session.results, Training) and session.results.progress > 0.02,
        timeout=20_000,
    )
    with qtbot.waitSignal(session.pausedChanged):
        session.pause()
    _settled(session, qtbot)
    part = _training(session)
    assert session.is_paused
    assert not part.complete
    assert part.runs[0].verdict is not None
    assert part.runs[0].verdict.kind is VerdictKind.CANCELLED
    session.go_on()
    assert not session.is_paused
    _settled(session, qtbot)
    whole = _training(session)
    assert whole.complete
    assert whole.runs[0].trajectory.x.tobytes() == _alone(session.experiment)


def test_another_rate_on_the_way_ends_the_pause(session: Session, qtbot: QtBot) -> None:
    session.show_network(True)
    session.edit(network=replace(task_of("spiral"), epochs=400), immediate=True)
    qtbot.waitUntil(
        lambda: isinstance(session.results, Training) and session.results.progress > 0.02,
        timeout=20_000,
    )
    session.pause()
    _settled(session, qtbot)
    at = _training(session).runs[0].trajectory.steps
    assert session.change(with_rate_change, 0, at, 1e-3)
    assert not session.is_paused
    _settled(session, qtbot)
    run = _training(session).runs[0]
    assert run.run.lr_changes == ((at, 1e-3),)
    assert run.trajectory.x.tobytes() == _alone(session.experiment)


def test_what_does_not_fit_is_refused_and_nothing_is_lost(session: Session, qtbot: QtBot) -> None:
    session.show_network(True)
    _settled(session, qtbot)
    before, results = session.experiment, session.results
    refused: list[Exception] = []
    session.editRejected.connect(refused.append)
    task = before.network
    assert task is not None
    for changes, code in (
        ({"sizes": (3, 4, 3)}, FitCode.INPUTS),
        ({"sizes": (2, 4, 2)}, FitCode.CLASSES),
        ({"batch": 100_000}, FitCode.BATCH),
    ):
        assert not session.edit(network=replace(task, **changes))  # type: ignore[arg-type]
        error = refused[-1]
        assert isinstance(error, FitError)
        assert error.code is code
    assert session.experiment == before
    assert session.results is results


def test_a_network_can_be_what_a_session_begins_with(qtbot: QtBot) -> None:
    session = Session(Experiment(network=task_of("xor")))
    try:
        session.start()
        _settled(session, qtbot)
        assert _training(session).complete
        session.show_network(False)
        _settled(session, qtbot)
        assert isinstance(session.results, Results)
    finally:
        session.close()


def test_turning_back_while_it_trains_shows_only_the_function(
    session: Session, qtbot: QtBot
) -> None:
    session.show_network(True)
    session.edit(network=replace(task_of("digits"), epochs=200), immediate=True)
    session.show_network(False)
    shown: list[object] = []
    session.resultsChanged.connect(shown.append)
    _settled(session, qtbot)
    assert shown
    assert all(isinstance(results, Results) for results in shown)


def test_a_pause_takes_what_was_typed_before(session: Session, qtbot: QtBot) -> None:
    session.show_network(True)
    session.edit(network=replace(task_of("spiral"), epochs=400), immediate=True)
    session.edit(seed=7)  # waits for the typing to rest
    session.pause()
    assert session.is_paused
    _settled(session, qtbot)
    part = _training(session)
    assert part.experiment == session.experiment
    assert not part.complete
    assert session.is_paused
    session.go_on()
    _settled(session, qtbot)
    assert _training(session).complete


def test_what_was_trained_is_not_lost_by_looking_at_a_function(
    session: Session, qtbot: QtBot
) -> None:
    session.show_network(True)
    _settled(session, qtbot)
    before = _training(session).runs[0].trajectory
    session.show_network(False)
    _settled(session, qtbot)
    parts: list[object] = []
    session.resultsChanged.connect(parts.append)
    session.show_network(True)
    _settled(session, qtbot)
    assert parts == [session.results]
    assert _training(session).runs[0].trajectory is before


def test_a_pause_that_comes_too_late_is_none(session: Session, qtbot: QtBot) -> None:
    session.show_network(True)
    session.edit(network=replace(task_of("xor"), epochs=0), immediate=True)
    session.pause()  # there is no step to be left out
    _settled(session, qtbot)
    assert _training(session).complete
    assert not session.is_paused


def test_a_cancelled_training_can_be_gone_on_with(session: Session, qtbot: QtBot) -> None:
    session.show_network(True)
    session.edit(network=replace(task_of("spiral"), epochs=400), immediate=True)
    qtbot.waitUntil(
        lambda: isinstance(session.results, Training) and session.results.progress > 0.02,
        timeout=20_000,
    )
    session.cancel()
    _settled(session, qtbot)
    assert session.is_paused
    session.go_on()
    _settled(session, qtbot)
    assert _training(session).runs[0].trajectory.x.tobytes() == _alone(session.experiment)


def test_what_hears_of_a_turn_knows_what_was_left(session: Session, qtbot: QtBot) -> None:
    left, others = session.experiment, []
    session.experimentChanged.connect(lambda _: others.append(session.other))
    session.show_network(True)
    assert others == [left]
    _settled(session, qtbot)


def test_an_edit_that_turns_leaves_the_other_kind_beside(session: Session, qtbot: QtBot) -> None:
    session.edit(start=(1.5, 2.0))
    mine = session.experiment
    session.edit(Experiment(network=task_of("xor")), immediate=True)  # as a lesson does
    assert session.other == mine
    session.edit(Experiment(h=1e-3), immediate=True)
    assert session.other is not None
    assert session.other.network == task_of("xor")
    session.show_network(True)
    assert session.experiment.network == task_of("xor")
    _settled(session, qtbot)
