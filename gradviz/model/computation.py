"""What is to be computed for an experiment, and nothing that is known already."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from gradviz.core.formula import FormulaError
from gradviz.document.display import Display
from gradviz.document.evaluate import Results, evaluate
from gradviz.document.experiment import Experiment, ExperimentError
from gradviz.document.scene import Scene, SceneRequest, evaluate_scene, scene_request
from gradviz.model.pacer import Pacer
from gradviz.model.studies import Studies, jobs
from gradviz.model.worker import Worker

if TYPE_CHECKING:
    from gradviz.model.mailbox import Delivery, Failure
    from gradviz.model.worker import Hooks

SETTLE = 120
"""Milliseconds of rest after which the runs are judged anew within a changed view."""
PATIENCE = 300
"""Milliseconds that computing may take before its progress is shown."""
SCENE, RUNS = "scene", "runs"
UNUSED = frozenset({"runs", "ranges", "view", "plane"})
"""Fields of an experiment that no trajectory depends on; of runs only the rules count."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """How the scene is shown.

    Attributes
    ----------
    display : Display
        Scale, levels, arrows.
    aspect : float
        Width of the picture to its height: the scene fills it.
    held : tuple of float or None, shape (n,)
        Where the coordinates that are not shown are held; None for the start.
    """

    display: Display = Display()  # noqa: RUF009  (frozen)
    aspect: float = 1.0
    held: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class RunsRequest:
    """An experiment, and earlier results whose trajectories may be used again."""

    experiment: Experiment
    previous: Results | None


class Computation(QObject):
    """Keeps results and scene up to date with the experiment; owns the worker.

    A change of names, colours or visibility computes nothing. A change of the view samples the
    field, and once the view rests the runs are judged within it, their trajectories kept.
    """

    resultsChanged = Signal(object)  # noqa: N815  (Qt's spelling)
    """`Results`, partial or complete."""
    sceneChanged = Signal(object)  # noqa: N815
    """A `Scene`."""
    busyChanged = Signal(bool, float)  # noqa: N815
    """Whether something takes longer than `PATIENCE`, and how much of it is done, 0 to 1."""
    failed = Signal(str, str)
    """A sentence and a traceback."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results: Results | None = None
        self.scene: Scene | None = None
        self._experiment: Experiment | None = None
        self._asked_runs: Experiment | None = None
        self._asked_scene: SceneRequest | None = None
        quick, slow = jobs()
        self._worker = Worker({SCENE: _scene_job, **quick, RUNS: _runs_job, **slow}, self)
        self.studies = Studies(self._worker, self)
        self.studies.failed.connect(self._report_study)
        self._pacers = {kind: Pacer(self._worker, kind, self) for kind in (SCENE, RUNS)}
        self._worker.delivered.connect(self._take)
        self._worker.failed.connect(self._report)
        self._settle = _single_shot(self, SETTLE)
        self._settle.timeout.connect(self._judge_anew)
        self._patience = _single_shot(self, PATIENCE)
        self._patience.timeout.connect(self._show_progress)
        self._shown = False

    @property
    def is_outstanding(self) -> bool:
        """Whether an answer is to come."""
        return any(pacer.is_outstanding for pacer in self._pacers.values())

    def update(self, experiment: Experiment, backdrop: Backdrop, *, patient: bool) -> None:
        """Compute what `experiment` changes; `patient` as in `Pacer.submit`."""
        self._experiment = experiment
        self._update_scene(experiment, backdrop, patient=patient)
        if self._asked_runs is None or _work(experiment) != _work(self._asked_runs):
            self._ask_runs(experiment, patient=patient)
            return
        self._relabel()
        if _shown(experiment) != _shown(self._asked_runs):
            self._settle.start()

    def cancel(self) -> None:
        """Let the runs end early, with what they have."""
        self._pacers[RUNS].cancel()

    def stop(self) -> None:
        """Cancel everything and end the thread."""
        for timer in (self._settle, self._patience):
            timer.stop()
        for pacer in self._pacers.values():
            pacer.stop()
        self.studies.stop()
        self._worker.stop()

    def _update_scene(self, experiment: Experiment, backdrop: Backdrop, *, patient: bool) -> None:
        request = scene_request_of(experiment, backdrop)
        if request != self._asked_scene:
            self._asked_scene = request
            self._submit(SCENE, request, patient=patient)

    def _ask_runs(self, experiment: Experiment, *, patient: bool) -> None:
        self._settle.stop()
        self._asked_runs = experiment
        self._submit(RUNS, RunsRequest(experiment, self.results), patient=patient)

    def _submit(self, kind: str, request: object, *, patient: bool) -> None:
        if not self.is_outstanding and not self._shown:
            self._patience.start()
        self._pacers[kind].submit(request, patient=patient)

    @Slot()
    def _judge_anew(self) -> None:
        if self._pacers[RUNS].is_outstanding:
            self._settle.start()
        elif self._experiment is not None:
            self._ask_runs(self._experiment, patient=True)

    def _relabel(self) -> None:
        """Give the results there are the names, colours and visibility of today."""
        if self.results is None or self._experiment is None:
            return
        relabelled = with_runs_of(self.results, self._experiment)
        if relabelled is not self.results:
            self.results = relabelled
            self.resultsChanged.emit(relabelled)

    @Slot(object)
    def _take(self, delivery: Delivery) -> None:
        value = delivery.value
        if isinstance(value, Scene):
            self.scene = value
            self.sceneChanged.emit(value)
        elif isinstance(value, Results) and self._experiment is not None:
            self.results = with_runs_of(value, self._experiment)
            self.resultsChanged.emit(self.results)
        self._note_progress()

    @Slot(object)
    def _report(self, failure: Failure) -> None:
        if failure.kind == RUNS:
            self._asked_runs = None
        elif failure.kind == SCENE:
            self._asked_scene = None
        else:
            return
        self._note_progress()
        self._report_study(failure)

    @Slot(object)
    def _report_study(self, failure: Failure) -> None:
        self.failed.emit(_sentence(failure.error), failure.traceback)

    def _note_progress(self) -> None:
        if self.is_outstanding:
            if self._shown:
                self._show_progress()
            return
        self._patience.stop()
        if self._shown:
            self._shown = False
            self.busyChanged.emit(False, 1.0)

    @Slot()
    def _show_progress(self) -> None:
        self._shown = True
        runs_due = self._pacers[RUNS].is_outstanding
        known = self.results is not None and not self.results.complete
        self.busyChanged.emit(
            True, self.results.progress if runs_due and known and self.results else 0.0
        )


def scene_request_of(experiment: Experiment, backdrop: Backdrop) -> SceneRequest:
    """Return the request for the scene of `experiment`, the same for starts that do not matter.

    The coordinates along x and y are swept, wherever they are held.
    """
    bounds = experiment.bounds
    if experiment.dimension > 1:
        bounds = bounds.filling(backdrop.aspect)
    request = scene_request(experiment, bounds=bounds, display=backdrop.display)
    fits = backdrop.held is not None and len(backdrop.held) == experiment.dimension
    given = backdrop.held if fits and backdrop.held is not None else request.held
    held = tuple(0.0 if i in request.plane else value for i, value in enumerate(given))
    return replace(request, held=held)


def with_runs_of(results: Results, experiment: Experiment) -> Results:
    """Return `results` with the runs as `experiment` names and colours them, if they are the same.

    Returns `results` itself where there is nothing to change. Else its experiment is the very one
    that was given, so that views can tell by identity that partial results go on.
    """
    runs = [result.run for result in results.runs]
    if runs == list(experiment.runs) or _work(results.experiment) != _work(experiment):
        return results
    renamed = zip(results.runs, experiment.runs, strict=True)
    return replace(
        results,
        experiment=experiment,
        runs=tuple(replace(result, run=run) for result, run in renamed),
    )


def _shown(experiment: Experiment) -> tuple[object, ...]:
    return experiment.bounds, experiment.plane


def _work(experiment: Experiment) -> tuple[object, ...]:
    """Return the part of an experiment that its trajectories depend on."""
    others = (f.name for f in fields(experiment) if f.name not in UNUSED)
    values = tuple(getattr(experiment, name) for name in others)
    return values, tuple(run.rule for run in experiment.runs)


def _scene_job(request: SceneRequest, hooks: Hooks) -> Scene | None:
    return evaluate_scene(request, hooks.cancelled)


def _runs_job(request: RunsRequest, hooks: Hooks) -> Results:
    return evaluate(
        request.experiment,
        cancelled=hooks.cancelled,
        on_progress=hooks.on_progress,
        previous=request.previous,
    )


def _sentence(error: Exception) -> str:
    if isinstance(error, FormulaError | ExperimentError):
        return error.message
    text = QCoreApplication.translate("Computation", "The computation failed: {0}")
    return text.format(f"{type(error).__name__}: {error}")


def _single_shot(parent: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
