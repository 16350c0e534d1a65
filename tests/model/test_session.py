"""The session with the real core: what an edit computes, shows and leaves alone."""

from __future__ import annotations

import math
import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication

from gradviz.core.differences import Method
from gradviz.core.field import Bounds, Scale
from gradviz.core.formula import FormulaError
from gradviz.core.optimizers import Adam, Momentum
from gradviz.core.verdict import VerdictKind
from gradviz.document.display import Display
from gradviz.document.experiment import Experiment, ExperimentError, Run
from gradviz.model import jobs
from gradviz.model.computation import SETTLE
from gradviz.model.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gradviz.document.scene import Scene, SceneRequest

    Cancelled = Callable[[], bool]
    from pytestqt.qtbot import QtBot

    from gradviz.document.evaluate import Results

pytestmark = pytest.mark.usefixtures("qapp")

LONG = 1_000_000


class Log:
    """Everything a session says, in order."""

    def __init__(self, session: Session) -> None:
        self.experiments: list[Experiment] = []
        self.results: list[Results] = []
        self.scenes: list[Scene] = []
        self.rejected: list[FormulaError] = []
        self.accepted: list[str] = []
        self.refused: list[ExperimentError] = []
        self.busy: list[tuple[bool, float]] = []
        self.failures: list[tuple[str, str]] = []
        self.selected: list[int] = []
        session.experimentChanged.connect(self.experiments.append)
        session.resultsChanged.connect(self.results.append)
        session.sceneChanged.connect(self.scenes.append)
        session.formulaRejected.connect(self.rejected.append)
        session.formulaAccepted.connect(lambda formula: self.accepted.append(formula.text))
        session.editRejected.connect(self.refused.append)
        session.busyChanged.connect(lambda busy, part: self.busy.append((busy, part)))
        session.failed.connect(lambda sentence, trace: self.failures.append((sentence, trace)))
        session.selectionChanged.connect(self.selected.append)

    def clear(self) -> None:
        for entries in vars(self).values():
            entries.clear()


class Computed:
    """Counts what the worker evaluates, and in which threads."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.experiments: list[Experiment] = []
        self.scenes: list[SceneRequest] = []
        self.threads: set[int] = set()
        self._evaluate, self._evaluate_scene = jobs.evaluate, jobs.evaluate_scene
        monkeypatch.setattr(jobs, "evaluate", self.evaluate)
        monkeypatch.setattr(jobs, "evaluate_scene", self.evaluate_scene)

    def evaluate(self, experiment: Experiment, **hooks: object) -> Results:
        self.threads.add(threading.get_ident())
        self.experiments.append(experiment)
        return self._evaluate(experiment, **hooks)  # type: ignore[arg-type]

    def evaluate_scene(self, request: SceneRequest, cancelled: Cancelled) -> Scene | None:
        self.threads.add(threading.get_ident())
        self.scenes.append(request)
        return self._evaluate_scene(request, cancelled)

    def clear(self) -> None:
        self.experiments.clear()
        self.scenes.clear()


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> Computed:
    return Computed(monkeypatch)


@pytest.fixture
def failures() -> list[str]:
    """Tracebacks from the worker; a test that expects one clears them."""
    return []


@pytest.fixture
def session(computed: Computed, failures: list[str]) -> Iterator[Session]:  # noqa: ARG001
    session = Session()
    session.failed.connect(lambda _, trace: failures.append(trace))
    yield session
    session.close()
    assert not failures, failures[0]


@pytest.fixture
def log(session: Session) -> Log:
    return Log(session)


@pytest.fixture
def drawn(qtbot: QtBot, session: Session, log: Log, computed: Computed) -> Session:
    """A session whose first picture is there, and the counters at nought."""
    session.start()
    settle(qtbot, session)
    log.clear()
    computed.clear()
    return session


def settle(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.is_computing, timeout=30_000)


def end(session: Session, run: int = 0) -> tuple[float, ...]:
    assert session.results is not None
    return tuple(session.results.runs[run].trajectory.x[-1].tolist())


def test_the_first_picture(qtbot: QtBot, session: Session, log: Log, computed: Computed) -> None:
    session.start()
    session.start()
    settle(qtbot, session)
    assert end(session) == pytest.approx((-6.11110793e-10, 8.14814391e-10), rel=1e-8)
    assert session.scene is not None
    assert len(computed.experiments) == len(computed.scenes) == 1
    assert log.busy == []


def test_the_gui_thread_evaluates_nothing(drawn: Session, computed: Computed) -> None:
    assert drawn.results is not None
    assert computed.threads
    assert threading.get_ident() not in computed.threads


def test_an_edit_shows_at_once_and_is_computed_when_the_typing_rests(
    qtbot: QtBot, drawn: Session, log: Log, computed: Computed
) -> None:
    drawn.edit(h=1e-3)
    drawn.edit(steps=10)
    assert [e.steps for e in log.experiments] == [100, 10]
    assert drawn.experiment.h == 1e-3
    QCoreApplication.processEvents()
    assert computed.experiments == []
    settle(qtbot, drawn)
    assert [(e.h, e.steps) for e in computed.experiments] == [(1e-3, 10)], "one, for both"
    assert drawn.results is not None
    assert drawn.results.runs[0].trajectory.steps == 10


def test_after_a_burst_of_edits_the_results_are_those_of_the_last(
    qtbot: QtBot, drawn: Session, log: Log
) -> None:
    for i in range(100):
        drawn.set_start((-3.0 + i / 100, 4.0), immediate=True)
        if i % 7 == 0:
            QCoreApplication.processEvents()
    settle(qtbot, drawn)
    assert drawn.results is not None
    assert drawn.results.experiment == drawn.experiment
    assert drawn.experiment.start == (-3.0 + 99 / 100, 4.0)
    starts = [results.experiment.start[0] for results in log.results]
    assert starts == sorted(starts), "never an older picture after a newer one"


def test_a_burst_of_typing_replaces_a_long_run(qtbot: QtBot, drawn: Session) -> None:
    drawn.edit(steps=LONG, immediate=True)
    for steps in range(1, 101):
        drawn.edit(steps=steps)
    drawn.flush()
    settle(qtbot, drawn)
    assert drawn.results is not None
    assert drawn.results.runs[0].trajectory.steps == 100
    assert drawn.results.complete


def test_cancel_keeps_what_was_computed(qtbot: QtBot, drawn: Session, log: Log) -> None:
    with qtbot.waitSignal(drawn.resultsChanged):
        drawn.edit(steps=LONG, method=Method.FIVE_POINT, immediate=True)
    drawn.cancel()
    settle(qtbot, drawn)
    assert drawn.results is not None
    (result,) = drawn.results.runs
    assert result.verdict is not None
    assert result.verdict.kind is VerdictKind.CANCELLED
    assert 0 < result.trajectory.steps < LONG
    assert not drawn.results.complete
    steps = [results.runs[0].trajectory.steps for results in log.results]
    assert steps == sorted(steps)


def test_a_long_run_says_how_far_it_is(qtbot: QtBot, drawn: Session, log: Log) -> None:
    with qtbot.waitSignal(drawn.busyChanged, timeout=10_000):
        drawn.edit(steps=LONG, method=Method.FIVE_POINT, immediate=True)
    qtbot.waitUntil(lambda: len(log.busy) >= 4, timeout=10_000)
    drawn.cancel()
    settle(qtbot, drawn)
    parts = [part for busy, part in log.busy if busy]
    assert parts == sorted(parts)
    assert 0 < parts[-1] < 1
    assert log.busy[-1] == (False, 1.0)
    assert len(log.busy) == len(parts) + 1


def test_a_picture_does_not_wait_for_a_long_run(qtbot: QtBot, drawn: Session, log: Log) -> None:
    with qtbot.waitSignal(drawn.resultsChanged):
        drawn.edit(steps=LONG, method=Method.FIVE_POINT, immediate=True)
    with qtbot.waitSignal(drawn.sceneChanged):
        drawn.set_bounds(Bounds(-1.0, 2.0, -3.0, 4.0))
    assert not log.results[-1].complete
    assert drawn.is_computing
    drawn.cancel()
    settle(qtbot, drawn)


class TestWhatIsComputed:
    def test_names_and_colours_compute_nothing(
        self, qtbot: QtBot, drawn: Session, log: Log, computed: Computed
    ) -> None:
        run = replace(drawn.experiment.runs[0], name="mine", style=3, visible=False)
        drawn.change_run(0, run, immediate=True)
        settle(qtbot, drawn)
        assert (computed.experiments, computed.scenes) == ([], [])
        assert log.results[-1].runs[0].run == run
        assert log.results[-1].experiment == drawn.experiment

    def test_the_start_of_two_variables_does_not_sample_the_field(
        self, qtbot: QtBot, drawn: Session, computed: Computed
    ) -> None:
        drawn.set_start((1.0, 2.0), immediate=True)
        settle(qtbot, drawn)
        assert (len(computed.experiments), computed.scenes) == (1, [])

    def test_the_other_coordinates_of_the_start_do(
        self, qtbot: QtBot, session: Session, computed: Computed
    ) -> None:
        session.edit(formula="x0**2 + x1**2 + x2**2", immediate=True)
        settle(qtbot, session)
        computed.clear()
        session.edit(start=(1.0, 1.0, 0.5), immediate=True)
        settle(qtbot, session)
        assert {scene.held for scene in computed.scenes} == {(0.0, 0.0, 0.5)}

    @pytest.mark.parametrize("changes", [{"method": Method.EXACT}, {"h": 1e-2}])
    def test_the_arrows_follow_the_method(
        self, qtbot: QtBot, drawn: Session, computed: Computed, changes: dict[str, object]
    ) -> None:
        drawn.edit(immediate=True, **changes)
        settle(qtbot, drawn)
        assert (len(computed.experiments), len(computed.scenes)) == (1, 1)

    @pytest.mark.parametrize("changes", [{"steps": 7}, {"noise": 0.1}, {"tolerance": 1e-3}])
    def test_the_field_does_not_depend_on_the_descent(
        self, qtbot: QtBot, drawn: Session, computed: Computed, changes: dict[str, object]
    ) -> None:
        drawn.edit(immediate=True, **changes)
        settle(qtbot, drawn)
        assert (len(computed.experiments), computed.scenes) == (1, [])

    def test_a_view_samples_the_field_and_keeps_the_trajectories(
        self, qtbot: QtBot, drawn: Session, log: Log, computed: Computed
    ) -> None:
        assert drawn.results is not None
        before = drawn.results.runs[0].trajectory
        drawn.set_bounds(Bounds(-1.0, 1.0, -1.0, 1.0))
        settle(qtbot, drawn)
        assert len(computed.scenes) == 1
        assert log.results == []
        qtbot.waitUntil(lambda: bool(log.results))
        assert np.shares_memory(log.results[-1].runs[0].trajectory.x, before.x)
        assert log.results[-1].experiment == drawn.experiment

    def test_a_new_run_leaves_the_others_alone(
        self, qtbot: QtBot, drawn: Session, log: Log
    ) -> None:
        assert drawn.results is not None
        before = drawn.results.runs[0].trajectory
        drawn.add_run(Run(optimizer=Adam(lr=0.3)))
        settle(qtbot, drawn)
        first, second = log.results[-1].runs
        assert np.shares_memory(first.trajectory.x, before.x)
        assert second.run.optimizer == Adam(lr=0.3)

    def test_the_same_again_computes_nothing(
        self, qtbot: QtBot, drawn: Session, log: Log, computed: Computed
    ) -> None:
        drawn.edit(steps=drawn.experiment.steps, immediate=True)
        drawn.flush()
        settle(qtbot, drawn)
        assert (computed.experiments, computed.scenes) == ([], [])
        assert (log.experiments, log.results) == ([], [])

    def test_a_chosen_scale_is_kept(self, qtbot: QtBot, drawn: Session, computed: Computed) -> None:
        drawn.set_display(Display(scale=Scale.LOG))
        settle(qtbot, drawn)
        drawn.set_bounds(Bounds(-1.0, 1.0, -1.0, 1.0))
        settle(qtbot, drawn)
        assert [request.scale for request in computed.scenes] == [Scale.LOG, Scale.LOG]
        assert computed.experiments == []

    def test_the_shape_of_the_picture_samples_the_field_once(
        self, qtbot: QtBot, drawn: Session, computed: Computed
    ) -> None:
        drawn.set_aspect(1.6)
        drawn.set_aspect(1.6)
        settle(qtbot, drawn)
        assert (len(computed.scenes), computed.experiments) == (1, [])
        shown = computed.scenes[0].bounds
        width, height = shown.x_max - shown.x_min, shown.y_max - shown.y_min
        assert width / height == pytest.approx(1.6)

    def test_a_name_given_on_the_way_leaves_a_long_run_alone(
        self, qtbot: QtBot, drawn: Session, log: Log, computed: Computed
    ) -> None:
        with qtbot.waitSignal(drawn.resultsChanged):
            drawn.edit(steps=LONG, method=Method.FIVE_POINT, immediate=True)
        drawn.change_run(0, replace(drawn.experiment.runs[0], name="mine"), immediate=True)
        log.clear()
        qtbot.waitUntil(lambda: len(log.results) >= 2)
        drawn.cancel()
        settle(qtbot, drawn)
        assert len(computed.experiments) == 1
        assert {results.runs[0].run.name for results in log.results} == {"mine"}
        assert all(results.experiment is drawn.experiment for results in log.results)

    def test_a_view_that_moves_on_the_way_leaves_a_long_run_alone(
        self, qtbot: QtBot, drawn: Session, computed: Computed
    ) -> None:
        with qtbot.waitSignal(drawn.resultsChanged):
            drawn.edit(steps=LONG, method=Method.FIVE_POINT, immediate=True)
        drawn.set_bounds(Bounds(-1.0, 1.0, -1.0, 1.0))
        qtbot.wait(2 * SETTLE)
        assert len(computed.experiments) == 1
        drawn.cancel()
        settle(qtbot, drawn)


class TestFormula:
    def test_typing_is_read_when_it_rests(self, qtbot: QtBot, drawn: Session, log: Log) -> None:
        for text in ("x", "x0*", "x0**2 + 2*x1**2"):
            drawn.set_formula_text(text)
        assert drawn.formula_text == "x0**2 + 2*x1**2"
        assert drawn.experiment.formula == "x0**2 + x1**2"
        settle(qtbot, drawn)
        assert log.accepted == ["x0**2 + 2*x1**2"]
        assert log.rejected == []
        assert drawn.results is not None
        assert drawn.results.formula.text == "x0**2 + 2*x1**2"

    def test_wrong_text_keeps_the_last_good_results(
        self, qtbot: QtBot, drawn: Session, log: Log, computed: Computed
    ) -> None:
        results, scene = drawn.results, drawn.scene
        drawn.set_formula_text("sinn(x0) + x1")
        settle(qtbot, drawn)
        (error,) = log.rejected
        assert error is drawn.formula_error
        assert isinstance(error, FormulaError)
        assert drawn.formula_text == "sinn(x0) + x1"
        assert (drawn.results, drawn.scene) == (results, scene)
        assert (drawn.experiment.formula, drawn.formula.text) == ("x0**2 + x1**2",) * 2
        assert (computed.experiments, log.experiments, log.accepted) == ([], [], [])

    def test_other_edits_go_on_beside_wrong_text(self, qtbot: QtBot, drawn: Session) -> None:
        drawn.set_formula_text("x0 +", immediate=True)
        drawn.edit(steps=5, immediate=True)
        settle(qtbot, drawn)
        assert drawn.results is not None
        assert drawn.results.runs[0].trajectory.steps == 5
        assert drawn.formula_text == "x0 +"
        assert drawn.formula_error is not None

    def test_going_back_to_the_good_text(
        self, qtbot: QtBot, drawn: Session, log: Log, computed: Computed
    ) -> None:
        drawn.set_formula_text("x0**2 + x1**", immediate=True)
        drawn.set_formula_text("x0**2 + x1**2", immediate=True)
        settle(qtbot, drawn)
        assert (len(log.rejected), log.accepted) == (1, ["x0**2 + x1**2"])
        assert drawn.formula_error is None
        assert computed.experiments == []

    def test_a_wrong_formula_as_an_edit_is_like_wrong_text(self, drawn: Session, log: Log) -> None:
        assert not drawn.edit(formula="2x0", immediate=True)
        assert drawn.formula_text == "2x0"
        assert len(log.rejected) == 1

    @pytest.mark.parametrize(
        ("text", "dimension"),
        [("0.01*x**2 + 0.1*x", 1), ("x0*x1*x2", 3), ("sum(x**2)", 2), ("x**2 + y**2 + z**2", 3)],
    )
    def test_the_start_has_as_many_numbers_as_variables(
        self, qtbot: QtBot, drawn: Session, log: Log, text: str, dimension: int
    ) -> None:
        drawn.set_formula_text(text, immediate=True)
        settle(qtbot, drawn)
        assert drawn.experiment.start[:2] == (-3.0, 4.0)[:dimension]
        assert drawn.experiment.dimension == drawn.formula.dimension == dimension
        assert drawn.results is not None
        assert drawn.results.runs[0].trajectory.x.shape == (101, dimension)
        assert log.failures == []
        assert drawn.scene is not None

    def test_a_flexible_formula_follows_the_start(self, qtbot: QtBot, drawn: Session) -> None:
        drawn.set_formula_text("sum(x**2)", immediate=True)
        drawn.set_start((1.0, 2.0, 3.0, 4.0))
        settle(qtbot, drawn)
        assert drawn.formula.dimension == 4
        assert drawn.results is not None
        assert drawn.results.runs[0].trajectory.x.shape == (101, 4)

    def test_a_parameter_that_is_gone_is_forgotten(self, qtbot: QtBot, drawn: Session) -> None:
        drawn.set_formula_text("a = 2.0\na*x0**2 + x1**2", immediate=True)
        drawn.edit(parameters=(("a", 3.0),), immediate=True)
        assert drawn.probe((1.0, 0.0))[0] == 3.0
        drawn.set_formula_text("x0**2 + x1**2", immediate=True)
        assert drawn.experiment.parameters == ()
        settle(qtbot, drawn)


class TestRejected:
    @pytest.mark.parametrize(
        "changes",
        [
            {"h": 0.0},
            {"steps": -1},
            {"start": (1.0, 2.0, 3.0)},
            {"parameters": (("a", 1.0),)},
            {"start": (float("nan"), 0.0)},
        ],
    )
    def test_what_cannot_be_changes_nothing(
        self, drawn: Session, log: Log, computed: Computed, changes: dict[str, object]
    ) -> None:
        before = drawn.experiment
        assert drawn.edit(immediate=True, **changes) is False
        assert drawn.experiment is before
        assert not drawn.is_computing
        (error,) = log.refused
        assert error.field.split(".")[0] in changes
        assert (log.experiments, computed.experiments) == ([], [])

    def test_a_session_begins_with_something_right(self) -> None:
        with pytest.raises(FormulaError):
            Session(Experiment(formula="sinn(x0)"))
        with pytest.raises(ExperimentError):
            Session(Experiment(start=(1.0,)))


class TestFaults:
    def test_an_exception_is_told_and_the_program_goes_on(
        self,
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
        drawn: Session,
        log: Log,
        failures: list[str],
    ) -> None:
        good = drawn.results

        def broken(*_: object, **__: object) -> Results:
            raise ZeroDivisionError("by nought")

        with monkeypatch.context() as patch:
            patch.setattr(jobs, "evaluate", broken)
            drawn.edit(steps=5, immediate=True)
            settle(qtbot, drawn)
        ((sentence, trace),) = log.failures
        failures.clear()
        assert "by nought" in sentence
        assert "in broken" in trace
        assert drawn.results is good
        drawn.flush()
        settle(qtbot, drawn)
        assert drawn.results is not None
        assert drawn.results.experiment.steps == 5, "tried again with the next occasion"

    def test_out_of_memory_is_told_too(
        self,
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
        drawn: Session,
        log: Log,
        failures: list[str],
    ) -> None:
        def greedy(*_: object) -> Scene:
            raise MemoryError

        with monkeypatch.context() as patch:
            patch.setattr(jobs, "evaluate_scene", greedy)
            drawn.set_bounds(Bounds(-1.0, 1.0, -1.0, 1.0))
            settle(qtbot, drawn)
        ((sentence, _),) = log.failures
        failures.clear()
        assert "MemoryError" in sentence


class TestRuns:
    def test_add_chooses_an_optimizer_not_used_and_selects_it(
        self, qtbot: QtBot, drawn: Session, log: Log
    ) -> None:
        for _ in range(6):
            drawn.add_run()
        keys = [run.optimizer.key for run in drawn.experiment.runs]
        assert keys[:6] == ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"]
        assert len({run.style for run in drawn.experiment.runs}) == 7
        assert log.selected == [1, 2, 3, 4, 5, 6]
        settle(qtbot, drawn)
        assert drawn.results is not None
        assert len(drawn.results.runs) == 7

    def test_a_copy_follows_its_original(self, qtbot: QtBot, drawn: Session) -> None:
        drawn.add_run(Run(optimizer=Momentum(lr=0.2)))
        drawn.duplicate_run(0)
        assert [run.optimizer.key for run in drawn.experiment.runs] == ["sgd", "sgd", "momentum"]
        assert drawn.selected_run == 1
        settle(qtbot, drawn)

    @pytest.mark.parametrize(
        ("selected", "removed", "after"), [(0, 2, 0), (2, 0, 1), (1, 1, 1), (2, 2, 1), (0, 0, 0)]
    )
    def test_the_selection_survives_a_removal(
        self, qtbot: QtBot, drawn: Session, selected: int, removed: int, after: int
    ) -> None:
        drawn.add_run()
        drawn.add_run()
        drawn.select_run(selected)
        drawn.remove_run(removed)
        assert drawn.selected_run == after
        assert len(drawn.experiment.runs) == 2
        settle(qtbot, drawn)
        assert drawn.results is not None
        assert [r.run for r in drawn.results.runs] == list(drawn.experiment.runs)

    def test_the_last_run_stays(self, drawn: Session) -> None:
        drawn.remove_run(0)
        assert len(drawn.experiment.runs) == 1

    @pytest.mark.parametrize(("index", "to"), [(0, 2), (2, 0), (1, 1), (1, 2)])
    def test_the_selected_run_stays_selected_when_runs_move(
        self, qtbot: QtBot, drawn: Session, index: int, to: int
    ) -> None:
        drawn.add_run()
        drawn.add_run()
        drawn.select_run(1)
        chosen = drawn.experiment.runs[1]
        drawn.move_run(index, to)
        assert drawn.experiment.runs[drawn.selected_run] == chosen
        settle(qtbot, drawn)
        assert drawn.results is not None
        assert [r.run for r in drawn.results.runs] == list(drawn.experiment.runs)

    def test_a_selection_is_clamped(self, drawn: Session, log: Log) -> None:
        drawn.select_run(5)
        drawn.select_run(-5)
        assert (drawn.selected_run, log.selected) == (0, [])
        drawn.add_run()
        drawn.edit(runs=drawn.experiment.runs[:1])
        assert drawn.selected_run == 0


class TestView:
    def test_the_view_keeps_still_under_the_hand(self, qtbot: QtBot, drawn: Session) -> None:
        before = drawn.bounds
        drawn.set_start((4.9, 4.9), immediate=True)
        assert drawn.bounds == before
        drawn.set_start((0.1, 0.1), immediate=True)
        assert drawn.bounds == before
        settle(qtbot, drawn)

    def test_a_start_that_is_typed_is_brought_into_view(self, qtbot: QtBot, drawn: Session) -> None:
        drawn.set_bounds(Bounds(-4.0, 0.0, 3.0, 5.0))
        drawn.set_start((30.0, 40.0))
        assert drawn.experiment.view is None
        assert drawn.bounds.contains(30.0, 40.0)
        settle(qtbot, drawn)

    def test_a_view_that_looks_elsewhere_stays(self, qtbot: QtBot, drawn: Session) -> None:
        view = Bounds(-1.0, 1.0, -1.0, 1.0)
        drawn.set_bounds(view)
        drawn.set_start((30.0, 40.0))
        assert drawn.bounds == view
        drawn.reset_bounds()
        assert drawn.experiment.view is None
        settle(qtbot, drawn)


class TestProbe:
    def test_value_and_gradient_by_the_chosen_method(self, drawn: Session) -> None:
        value, gradient = drawn.probe((3.0, 4.0))
        assert value == 25.0
        assert gradient == pytest.approx((6.0, 8.0))
        drawn.edit(method=Method.FORWARD, h=1.0)
        assert drawn.probe((3.0, 4.0))[1] == (7.0, 9.0)

    def test_a_point_outside_the_domain_raises_nothing(self, drawn: Session) -> None:
        drawn.edit(formula="log(x0) + x1")
        value, gradient = drawn.probe((-1.0, 0.0))
        assert math.isnan(value)
        assert math.isnan(gradient[0])


class TestClose:
    def test_in_the_middle_of_work_and_twice(
        self, qtbot: QtBot, session: Session, log: Log
    ) -> None:
        with qtbot.waitSignal(session.resultsChanged):
            session.edit(steps=LONG, method=Method.FIVE_POINT, immediate=True)
        session.edit(steps=5)
        session.set_formula_text("x0")
        session.close()
        log.clear()
        session.close()
        qtbot.wait(20)
        assert (log.results, log.scenes, log.accepted) == ([], [], [])
        assert not session.is_computing

    def test_before_anything_was_computed(self) -> None:
        before = sys.getswitchinterval()
        session = Session()
        session.close()
        assert sys.getswitchinterval() == before


@pytest.mark.parametrize(
    "ask",
    [
        lambda session: session.add_run(),
        lambda session: session.duplicate_run(0),
        lambda session: session.set_parameter("a", math.inf),
        lambda session: session.set_parameter("not a name", 1.0),
        lambda session: session.set_range("a", 2.0, 1.0),
        lambda session: session.set_plane((0, 0)),
    ],
    ids=["add", "duplicate", "parameter", "name", "range", "plane"],
)
def test_what_cannot_be_is_rejected_and_not_raised(
    session: Session, log: Log, ask: Callable[[Session], object]
) -> None:
    steps, runs = 2_000_000, (Run(optimizer=Momentum()),) * 9
    assert session.edit(steps=steps, runs=runs, immediate=False)
    before = session.experiment
    ask(session)
    assert len(log.refused) == 1
    assert session.experiment is before
    assert session.selected_run == 0
