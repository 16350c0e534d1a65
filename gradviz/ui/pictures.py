"""The pictures of the middle: feeds the one that is looked at, and asks for what views need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Slot

from gradviz.document.display import NETWORK_VIEWS, View
from gradviz.document.error_curve import ErrorCurve, error_curve_request
from gradviz.document.ghosts import Ghosts, ghost_request
from gradviz.document.landmarks import Landmarks, is_of, landmarks_request
from gradviz.document.results import Results
from gradviz.document.slice_request import slice_request
from gradviz.document.stability import Assessment, StabilityRequest
from gradviz.document.typesetting import Typesetting
from gradviz.model.studies import StudyKind
from gradviz.model.timers import single_shot
from gradviz.ui.picture_links import link

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gradviz.document.display import Display
    from gradviz.document.results import Outcome
    from gradviz.document.scene import Scene
    from gradviz.document.typesetting import TypesettingRequest
    from gradviz.plots.themes import Theme
    from gradviz.ui.main_window import MainWindow
    from gradviz.ui.network_asking import NetworkAsking
    from gradviz.ui.picture_links import PictureLink


OF_FUNCTIONS: Final = (
    StudyKind.ERROR_CURVE,
    StudyKind.SLICE,
    StudyKind.STABILITY,
    StudyKind.GHOSTS,
    StudyKind.LANDMARKS,
)
"""Studies that only functions have."""
REST: Final = 150
"""Milliseconds of rest after which stationary points are looked for."""
FOLDED: Final = 100
"""Milliseconds between two errors of the gradient at least where only their number is told."""


class Pictures(QObject):
    """Owned by the conductor, which tells it of everything that happens.

    Parameters
    ----------
    window : MainWindow
        Whose pictures are fed.
    """

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._session = window.session
        self._links: dict[View, PictureLink] = {}
        self._asking: NetworkAsking | None = None
        self._rest = single_shot(self, REST, self._ask_landmarks)
        self._error_is_due = False
        self._error_pause = single_shot(self, FOLDED, self._ask_due_error)
        window.picture.panelMade.connect(self._link)
        window.picture.viewShown.connect(self._show)
        window.step.wanted.connect(self._typeset_step)
        window.function.display.wanted.connect(self._typeset_formula)
        self._session.studies.ready.connect(self._show_study)
        self._session.studies.lost.connect(self._clear_study)

    @property
    def _shown(self) -> PictureLink | None:
        return self._links.get(self._window.picture.shown)

    def _link(self, view: View, panel: QWidget) -> None:
        self._links[view] = link(view, panel, self._window)

    def _show(self, view: View) -> None:
        if self._shown is not None:
            self._shown.show_all()
        if self._asking is not None or view in NETWORK_VIEWS:
            self._network().look_at(self._shown)
        self.ask()

    def _network(self) -> NetworkAsking:
        if self._asking is None:
            from gradviz.ui.network_asking import NetworkAsking  # noqa: PLC0415 - on demand

            self._asking = NetworkAsking(self._window, self)
        return self._asking

    def leave_function(self) -> None:
        """Ask for nothing of a function, and show nothing of it: a network is looked at."""
        for kind in OF_FUNCTIONS:
            self._session.studies.ask(kind, None)
            self._clear_study(kind)

    def show_results(self, results: Outcome) -> None:
        """Show runs, and ask for what depends on them."""
        shown: Any = self._shown
        if shown is not None and shown.accepts(results):
            shown.show_results(results)
        self.ask()

    def show_scene(self, scene: Scene) -> None:
        """Show the sampled function, and ask for the stationary points in sight."""
        if self._shown is not None:
            self._shown.show_scene(scene)
        self._rest.start()

    def show_step(self, step: int) -> None:
        """Follow the cursor."""
        if self._shown is not None:
            self._shown.show_step(step)
        self.ask()

    def show_selection(self, index: int) -> None:
        """Follow the selected run."""
        if self._shown is not None:
            self._shown.show_selection(index)
        self.ask()

    def show_display(self, display: Display) -> None:
        """Draw in another way."""
        if self._shown is not None:
            self._shown.show_display(display)

    def show_theme(self, theme: Theme) -> None:
        """Colour all pictures that were made."""
        for made in self._links.values():
            made.show_theme(theme)

    def show_dimmed(self, *, dimmed: bool) -> None:
        """Veil all pictures that were made."""
        for made in self._links.values():
            made.show_dimmed(dimmed=dimmed)

    def stop(self) -> None:
        """Ask for nothing any more."""
        self._rest.stop()
        self._error_pause.stop()
        if self._asking is not None:
            self._asking.stop()

    @Slot()
    def ask(self) -> None:
        """Ask for what is looked at where the cursor is; what is known already costs nothing."""
        results = self._session.results
        if self._asking is not None:
            self._asking.ask()
        if not isinstance(results, Results) or self._session.experiment.network is not None:
            return
        self._hold(results)
        self._ask_error_curve(results)
        self._ask_slice(results)
        self._ask_stability(results)
        self._ask_ghosts(results)

    def _hold(self, results: Results) -> None:
        """Hold the coordinates that are not shown where the selected run is."""
        if results.formula.dimension > 2:  # noqa: PLR2004 - all others are shown
            trajectory = results.runs[self._index(results)].trajectory
            step = min(self._window.playback.step, len(trajectory) - 1)
            self._session.hold(trajectory.x[step].tolist())

    def _index(self, results: Results) -> int:
        return min(self._session.selected_run, len(results.runs) - 1)

    def _ask_error_curve(self, results: Results) -> None:
        """Ask how wrong the gradient is; not with every frame if no curve of it is looked at."""
        window = self._window
        is_seen = window.gradient.error.is_open or window.picture.shown is View.ERROR_CURVE
        self._error_is_due = not is_seen and self._error_pause.isActive()
        if not self._error_is_due:
            self._error_pause.start()
            self._request_error_curve(results)

    @Slot()
    def _ask_due_error(self) -> None:
        if self._error_is_due:
            self.ask()

    def _request_error_curve(self, results: Results) -> None:
        studies, picture = self._session.studies, self._window.picture
        panel: Any = picture.panel(View.ERROR_CURVE)
        options = None
        if picture.shown is View.ERROR_CURVE and panel is not None:
            options = panel.options
        step = self._window.playback.step
        request = error_curve_request(results, self._index(results), step, options)
        studies.ask(StudyKind.ERROR_CURVE, request)

    def _ask_slice(self, results: Results) -> None:
        """Ask for the line that is cut, if it is looked at."""
        picture, studies = self._window.picture, self._session.studies
        panel: Any = picture.panel(View.SLICE)
        if picture.shown is not View.SLICE or panel is None:
            studies.ask(StudyKind.SLICE, None)
            return
        index, step = self._index(results), self._window.playback.step
        request = slice_request(results, index, step, panel.direction, panel.shown_window)
        studies.ask(StudyKind.SLICE, request)

    @Slot()
    def _ask_landmarks(self) -> None:
        scene, experiment = self._session.scene, self._session.experiment
        if scene is not None and experiment.network is None:
            request = landmarks_request(experiment, scene.request.bounds)
            self._session.studies.ask(StudyKind.LANDMARKS, request)

    def _ask_stability(self, results: Results) -> None:
        """Ask what the curvature says of the selected run, once it has ended."""
        landmarks = self._session.studies.value(StudyKind.LANDMARKS)
        result = results.runs[self._index(results)]
        if result.verdict is None or not isinstance(landmarks, Landmarks):
            return
        if is_of(landmarks, results.experiment):
            request = StabilityRequest(results.objective, result, landmarks)
            self._session.studies.ask(StudyKind.STABILITY, request)

    def _ask_ghosts(self, results: Results) -> None:
        """Ask where the gradient in use vanishes instead of at the minima of this function."""
        landmarks, experiment = self._session.studies.value(StudyKind.LANDMARKS), results.experiment
        if isinstance(landmarks, Landmarks) and is_of(landmarks, experiment):
            request = ghost_request(experiment, landmarks.minima)
            self._session.studies.ask(StudyKind.GHOSTS, request)

    def _typeset_step(self, request: TypesettingRequest) -> None:
        self._session.studies.ask(StudyKind.STEP_MATHS, request)

    def _typeset_formula(self, request: TypesettingRequest) -> None:
        self._session.studies.ask(StudyKind.FORMULA_MATHS, request)

    def _show_study(self, kind: str, study: object) -> None:
        window = self._window
        if isinstance(study, Landmarks):
            self._show_landmarks(study)
        elif isinstance(study, Ghosts):
            window.picture.view.set_ghosts(study.ghosts)
        elif isinstance(study, ErrorCurve):
            window.gradient.set_error_curve(study)
        elif isinstance(study, Assessment):
            self._show_assessment(study)
        elif isinstance(study, Typesetting):
            taker = window.step if kind == StudyKind.STEP_MATHS else window.function.display
            taker.take(study)
        if self._shown is not None:
            self._shown.show_study(study)
        if self._asking is not None:
            self._asking.show(kind, study)

    def _clear_study(self, kind: str) -> None:
        """Show nothing rather than what was found of something else."""
        window = self._window
        if kind == StudyKind.LANDMARKS:
            window.picture.view.set_landmarks(None)
        elif kind == StudyKind.GHOSTS:
            window.picture.view.set_ghosts(())
        elif kind == StudyKind.ERROR_CURVE:
            window.gradient.set_error_curve(None)
        elif kind == StudyKind.STABILITY:
            window.status.show_stability(None)
        if self._shown is not None:
            self._shown.clear_study(kind)
        if self._asking is not None:
            self._asking.show(kind, None)

    def _show_landmarks(self, landmarks: Landmarks) -> None:
        self._window.picture.view.set_landmarks(landmarks)
        self.ask()

    def _show_assessment(self, assessment: Assessment) -> None:
        """Show what was found, if it is about the run that is shown."""
        results = self._session.results
        if not isinstance(results, Results):
            return
        if results.runs[self._index(results)] is assessment.request.result:
            self._window.status.show_stability(assessment.stability)
