"""What is to be computed for an experiment, and nothing that is known already."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from gradviz.core.coded_error import CodedError
from gradviz.core.formula import FormulaError
from gradviz.document.experiment import ExperimentError
from gradviz.document.results import Results, Training
from gradviz.document.scene import Scene
from gradviz.model.jobs import live_job, runs_job, scene_job
from gradviz.model.pacer import Pacer
from gradviz.model.requests import (
    Live,
    LiveRequest,
    RunsRequest,
    draft_of,
    scene_request_of,
    shown_of,
    with_runs_of,
    work_of,
)
from gradviz.model.studies import Studies, jobs
from gradviz.model.timers import single_shot
from gradviz.model.worker import Worker

if TYPE_CHECKING:
    from gradviz.document.experiment import Experiment
    from gradviz.document.results import Outcome
    from gradviz.document.scene import SceneRequest
    from gradviz.model.mailbox import Delivery, Failure
    from gradviz.model.requests import Backdrop

SETTLE = 120
"""Milliseconds of rest after which the runs are judged anew within a changed view."""
PATIENCE = 300
"""Milliseconds that computing may take before its progress is shown."""
MOTION = 0.3
"""Seconds between two changes of the function that are one motion of the hand."""
SCENE, LIVE, RUNS = "scene", "live", "runs"


class Computation(QObject):
    """Keeps results and scene up to date with the experiment; owns the worker.

    A change of names, colours or visibility computes nothing. A change of the view samples the
    field, and once the view rests the runs are judged within it, their trajectories kept.
    """

    resultsChanged = Signal(object)  # noqa: N815  (Qt's spelling)
    """`Results` of a function or the `Training` of a network, partial or complete."""
    sceneChanged = Signal(object)  # noqa: N815
    """A `Scene`."""
    busyChanged = Signal(bool, float)  # noqa: N815
    """Whether something takes longer than `PATIENCE`, and how much of it is done, 0 to 1."""
    failed = Signal(str, str)
    """A sentence and a traceback."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results: Outcome | None = None
        self.scene: Scene | None = None
        self._known: dict[bool, Outcome] = {}  # the newest of a network, and of a function
        self._experiment: Experiment | None = None
        self._asked_runs: Experiment | None = None
        self._asked_scene: SceneRequest | None = None
        self._changed_at = -MOTION
        self._is_live = False  # whether the newest scene was asked for together with its runs
        quick, slow = jobs()
        self._worker = Worker(
            {SCENE: scene_job, **quick, LIVE: live_job, RUNS: runs_job, **slow}, self
        )
        self.studies = Studies(self._worker, self)
        self.studies.failed.connect(self._report_study)
        self._pacers = {kind: Pacer(self._worker, kind, self) for kind in (SCENE, LIVE, RUNS)}
        self._worker.delivered.connect(self._take)
        self._worker.failed.connect(self._report)
        self._settle = single_shot(self, SETTLE, self._judge_anew)
        self._sharpen = single_shot(self, SETTLE, self._ask_sharp)
        self._patience = single_shot(self, PATIENCE, self._show_progress)
        self._shown = False

    @property
    def is_outstanding(self) -> bool:
        """Whether an answer is to come."""
        return any(pacer.is_outstanding for pacer in self._pacers.values())

    @property
    def is_training(self) -> bool:
        """Whether runs are under way."""
        return self._pacers[RUNS].is_outstanding

    @property
    def is_settled(self) -> bool:
        """Whether nothing is to come, not even the sharp field after a draft."""
        return not (self.is_outstanding or self._sharpen.isActive() or self.studies.is_outstanding)

    def update(self, experiment: Experiment, backdrop: Backdrop, *, patient: bool) -> None:
        """Compute what `experiment` changes; `patient` as in `Pacer.submit`."""
        before, self._experiment = self._experiment, experiment
        if before is not None and (before.network is None) != (experiment.network is None):
            self._pacers[RUNS].abandon()  # nobody looks at that any more
        if experiment.network is not None:
            self._update_network(experiment, patient=patient)
            return
        asked, request = self._asked_runs, scene_request_of(experiment, backdrop)
        other_scene = request != self._asked_scene
        other_runs = asked is None or work_of(experiment) != work_of(asked)
        live = self._pacers[LIVE].is_outstanding
        dragged = patient and other_scene and other_runs and self._is_in_motion()
        if other_runs and (live or dragged):
            self._ask_live(experiment, request)
            return
        if other_scene:
            self._ask_scene(request, patient=patient)
        if other_runs:
            self._ask_runs(experiment, patient=patient)
            return
        self._relabel()
        if asked is not None and shown_of(experiment) != shown_of(asked):
            self._settle.start()

    def _update_network(self, experiment: Experiment, *, patient: bool) -> None:
        """Train if need be; a network has no scene."""
        asked = self._asked_runs
        for kind in (LIVE, SCENE):
            self._pacers[kind].abandon()
        self._asked_scene, self._is_live = None, False
        self._sharpen.stop()
        if asked is None or work_of(experiment) != work_of(asked):
            self._ask_runs(experiment, patient=patient)
        else:
            self._relabel()

    def know(self, other: Computation) -> None:
        """Take what another one has computed: runs go on from there."""
        self._known.update(other._known)

    def go_on(self) -> None:
        """Go on with runs that were cancelled."""
        if self._experiment is not None:
            self._ask_runs(self._experiment, patient=False)

    def _is_in_motion(self) -> bool:
        """Tell whether one change of the function follows another, as under the hand."""
        before, self._changed_at = self._changed_at, time.monotonic()
        return self._changed_at - before < MOTION

    def cancel(self) -> None:
        """Let the runs end early, with what they have."""
        for kind in (LIVE, RUNS):
            self._pacers[kind].cancel()

    def stop(self) -> None:
        """Cancel everything and end the thread."""
        for timer in (self._settle, self._sharpen, self._patience):
            timer.stop()
        for pacer in self._pacers.values():
            pacer.stop()
        self.studies.stop()
        self._worker.stop()

    def _ask_scene(self, request: SceneRequest, *, patient: bool) -> None:
        self._asked_scene, self._is_live = request, False
        self._submit(SCENE, request, patient=patient)

    def _ask_live(self, experiment: Experiment, request: SceneRequest) -> None:
        """Ask for runs and a draft of the scene at once; the scene follows when the hand rests."""
        self._settle.stop()
        self._asked_runs, self._asked_scene, self._is_live = experiment, request, True
        for kind in (SCENE, RUNS):
            self._pacers[kind].abandon()
        runs = RunsRequest(experiment, self._known.get(False))
        self._submit(LIVE, LiveRequest(draft_of(request), runs), patient=True)
        self._sharpen.start()

    @Slot()
    def _ask_sharp(self) -> None:
        if self._pacers[LIVE].is_outstanding:
            self._sharpen.start()
        elif self._asked_scene is not None:
            self._ask_scene(self._asked_scene, patient=True)

    def _ask_runs(self, experiment: Experiment, *, patient: bool) -> None:
        self._settle.stop()
        self._asked_runs = experiment
        known = self._known.get(experiment.network is not None)
        self._submit(RUNS, RunsRequest(experiment, known), patient=patient)

    def _submit(self, kind: str, request: object, *, patient: bool) -> None:
        if not self.is_outstanding and not self._shown:
            self._patience.start()
        self._pacers[kind].submit(request, patient=patient)

    @Slot()
    def _judge_anew(self) -> None:
        if any(self._pacers[kind].is_outstanding for kind in (LIVE, RUNS)):
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
        if isinstance(value, Live):
            self._take_live(value)
        elif isinstance(value, Scene):
            self._take_scene(value)
        elif isinstance(value, Results | Training):
            self._take_results(value)
        if delivery.complete and delivery.kind in self._pacers and self._patience.isActive():
            self._patience.start()  # what comes one after the other is no long wait
        self._note_progress()

    def _take_live(self, live: Live) -> None:
        """Show scene and runs; the scene once, for each part of a long run brings it again."""
        shown = None if self.scene is None else self.scene.request
        if live.scene is not None and self._is_live and shown != live.request.scene:
            self._take_scene(live.scene)
        self._take_results(live.results)

    def _take_scene(self, scene: Scene) -> None:
        self.scene = scene
        self.sceneChanged.emit(scene)

    def _take_results(self, results: Outcome) -> None:
        if self._experiment is not None:
            self.results = with_runs_of(results, self._experiment)
            self._known[isinstance(results, Training)] = self.results
            self.resultsChanged.emit(self.results)

    @Slot(object)
    def _report(self, failure: Failure) -> None:
        if failure.kind not in self._pacers:
            return
        if failure.kind in {LIVE, RUNS}:
            self._asked_runs = None
        if failure.kind in {LIVE, SCENE}:
            self._asked_scene = None
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
        runs_due = any(self._pacers[kind].is_outstanding for kind in (LIVE, RUNS))
        known = self.results is not None and not self.results.complete
        self.busyChanged.emit(
            True, self.results.progress if runs_due and known and self.results else 0.0
        )


def _sentence(error: Exception) -> str:
    if isinstance(error, FormulaError | ExperimentError | CodedError):
        return error.message
    text = QCoreApplication.translate("Computation", "The computation failed: {0}")
    return text.format(f"{type(error).__name__}: {error}")
