"""Who hears what: connects the session and the playback to everything that shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from gradviz.document.edits import with_entry, with_start
from gradviz.document.experiment import ExperimentError
from gradviz.document.parameters import written
from gradviz.document.results import Training
from gradviz.document.thumbnails import Thumbnails, ThumbnailsRequest
from gradviz.model.studies import StudyKind
from gradviz.ui.pictures import Pictures
from gradviz.ui.stager import Stager
from gradviz.ui.wording import experiment_sentence

if TYPE_CHECKING:
    from gradviz.core.catalogue import Entry
    from gradviz.core.formula import Formula, FormulaError
    from gradviz.document.display import Display
    from gradviz.document.experiment import Experiment
    from gradviz.document.results import Outcome, RunResult
    from gradviz.document.scene import Scene
    from gradviz.plots.curves import CurveView
    from gradviz.plots.themes import Theme
    from gradviz.ui.main_window import MainWindow


class Conductor(QObject):
    """Edits go from the cards to the session; experiment, results and cursor come back.

    Parameters
    ----------
    window : MainWindow
        Whose parts are connected; it owns this object.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._playback = window.playback
        self.pictures = Pictures(window, self)
        self._stager = Stager(window)
        self._is_network = False
        self._left_at: dict[bool, int] = {}
        self._connect_edits()
        self._connect_picture()
        self._connect_catalogue()
        self._connect_transport()
        self._connect_session()

    def _connect_catalogue(self) -> None:
        catalogue = self._window.catalogue
        catalogue.popup.chosen.connect(self._open_entry)
        self._window.actions_.catalogue.triggered.connect(self._open_catalogue)
        self._session.studies.ready.connect(self._show_study)

    def start(self) -> None:
        """Show the experiment the window opens with."""
        self._show_experiment(self._session.experiment)
        self._show_display(self._session.display)
        self._session.start()

    def _connect_edits(self) -> None:
        window, session = self._window, self._session
        window.function.textEdited.connect(session.set_formula_text)
        sliders = window.function.sliders
        sliders.parameterChanged.connect(self._set_parameter)
        sliders.rangeChanged.connect(session.set_range)
        sliders.writeRequested.connect(self._write_parameter)
        window.gradient.changed.connect(self._edit)
        window.start.changed.connect(self._edit)
        window.start.resized.connect(self._resize_start)
        runs = window.runs
        runs.addRequested.connect(session.add_run)
        runs.duplicateRequested.connect(session.duplicate_run)
        runs.removeRequested.connect(session.remove_run)
        runs.moveRequested.connect(session.move_run)
        runs.runChanged.connect(session.change_run)
        runs.selected.connect(session.select_run)

    def _connect_picture(self) -> None:
        view = self._window.picture.view
        view.probe = self._session.probe
        view.startDragged.connect(self.drag_start)
        view.boundsChanged.connect(self._session.set_bounds)
        view.aspectChanged.connect(self._session.set_aspect)
        view.resetRequested.connect(self._session.reset_bounds)
        self._window.actions_.reset_view.triggered.connect(self._session.reset_bounds)
        view.stepPicked.connect(self.pick_step)
        self._window.picture.form.changed.connect(self._session.set_display)
        self._window.picture.plane.planeChosen.connect(self._session.set_plane)
        self._window.actions_.scale_group.triggered.connect(self._choose_scale)

    def _connect_transport(self) -> None:
        window, playback, actions = self._window, self._playback, self._window.actions_
        for action, slot in (
            (actions.to_start, playback.to_start),
            (actions.step_back, self._stager.back),
            (actions.play, self._stager.toggle),
            (actions.step_forward, self._stager.forward),
            (actions.to_end, playback.to_end),
        ):
            action.triggered.connect(slot)
        actions.speed_group.triggered.connect(self._choose_speed)
        playback.speedChanged.connect(self._show_speed)
        playback.stepChanged.connect(self._show_step)
        playback.playingChanged.connect(self._show_playing)
        self._stager.playingChanged.connect(self._show_playing)
        for card in (window.loss, window.norm):
            card.view.cursorDragged.connect(playback.set_step)
            card.view.stepPicked.connect(self.pick_step)

    def _choose_speed(self) -> None:
        speeds = self._window.actions_.speeds
        self._playback.set_speed(next(s for s, action in speeds.items() if action.isChecked()))

    def _show_speed(self, speed: float) -> None:
        action = self._window.actions_.speeds.get(speed)
        if action is not None:
            action.setChecked(True)

    def pick_step(self, run: int, step: int) -> None:
        """Go to a step of a run that was clicked."""
        self._session.select_run(run)
        self._playback.set_step(step)

    def _connect_session(self) -> None:
        session = self._session
        session.experimentChanged.connect(self._show_experiment)
        session.formulaAccepted.connect(self._accept_formula)
        session.formulaRejected.connect(self._reject_formula)
        session.resultsChanged.connect(self._show_results)
        session.sceneChanged.connect(self._show_scene)
        session.selectionChanged.connect(self._show_selection)
        session.displayChanged.connect(self._show_display)
        session.busyChanged.connect(self._show_busy)
        session.failed.connect(self._window.tell_fault)
        session.editRejected.connect(self._reject_edit)
        self._window.actions_.cancel.triggered.connect(session.cancel)
        session.pausedChanged.connect(self._window.status.show_paused)
        self._window.kinds.chosen.connect(self._turn)

    def _edit(self, changes: dict[str, Any]) -> None:
        self._session.edit(immediate="method" in changes, **changes)  # what is chosen, not typed

    def _resize_start(self, start: tuple[float, ...]) -> None:
        self._session.change(with_start, start)

    def _set_parameter(self, name: str, value: float, _finished: bool) -> None:
        self._session.set_parameter(name, value)

    def _write_parameter(self, name: str) -> None:
        self._session.change(written, self._session.formula, name)

    def drag_start(self, start: tuple[float, ...], _finished: bool) -> None:
        """Move the start under the hand."""
        self._session.set_start(start, immediate=True)

    def _show_display(self, display: Display) -> None:
        window = self._window
        window.picture.view.set_display(display)
        window.picture.form.set_display(display)
        for card in (window.loss, window.norm):
            card.view.set_axis(display.loss_axis)
        self.pictures.show_display(display)
        window.actions_.scales[display.scale].setChecked(True)

    def _open_catalogue(self) -> None:
        self._session.studies.ask(StudyKind.THUMBNAILS, ThumbnailsRequest())
        self._window.catalogue.open()

    def _open_entry(self, entry: Entry) -> None:
        if self._session.change(with_entry, entry):
            self._session.edit(formula=entry.formula, immediate=True)  # whatever is typed

    def _show_study(self, _kind: str, study: object) -> None:
        if isinstance(study, Thumbnails):
            self._window.catalogue.popup.set_scenes(study.scenes)

    def _choose_scale(self) -> None:
        scale = next(s for s, a in self._window.actions_.scales.items() if a.isChecked())
        self._session.set_display(replace(self._session.display, scale=scale))

    def _show_experiment(self, experiment: Experiment) -> None:
        window, formula = self._window, self._session.formula
        self._show_kind(experiment)
        for card in (window.function, window.gradient, window.start, window.runs):
            card.set_experiment(experiment, formula)
        window.catalogue.set_experiment(experiment)
        window.picture.set_experiment(experiment, formula)
        window.picture.view.set_start(experiment.start)
        if self._is_network:
            window.network_side.set_experiment(experiment)

    def _turn(self, is_network: bool) -> None:
        """Turn to a function or a network, the cursor where it was left there, or at the end."""
        playback, before = self._playback, self._is_network
        if playback.step < playback.length:
            self._left_at[before] = playback.step
        else:
            self._left_at.pop(before, None)
        self._session.show_network(is_network)
        if self._is_network != before:
            playback.go_to(self._left_at.get(is_network))

    def _show_kind(self, experiment: Experiment) -> None:
        """Show the cards and pictures of a network, or those of a function."""
        task, window = experiment.network, self._window
        is_network = task is not None
        turned, self._is_network = is_network != self._is_network, is_network
        if task is not None:
            has_classes = bool(task.samples(experiment.seed)[0].classes)
            window.network_side.show_sides(is_network=True, has_classes=has_classes)
            window.norm.setVisible(not has_classes)
        if turned:
            if is_network:
                self.pictures.leave_function()
            window.show_kind(is_network=is_network)
            self._dim(dimmed=not is_network and self._session.formula_error is not None)

    def _accept_formula(self, formula: Formula) -> None:
        self._window.function.show_text(formula.text)
        self._window.function.set_error(None)
        self._dim(dimmed=False)

    def _reject_formula(self, error: FormulaError) -> None:
        self._window.function.show_typed(self._session.formula_text)
        self._window.function.set_error(error)
        self._dim(dimmed=True)

    def _reject_edit(self, error: Exception) -> None:
        if self._is_network and self._window.network_side.tell(error):
            return  # beside what was typed, which stays to be mended
        if isinstance(error, ExperimentError):
            self._window.banner.tell(experiment_sentence(error))
        self._show_experiment(self._session.experiment)

    def _dim(self, *, dimmed: bool) -> None:
        window = self._window
        for view in (window.picture.view, window.loss.view, window.norm.view, window.step):
            view.set_dimmed(dimmed)
        self.pictures.show_dimmed(dimmed=dimmed)

    def _show_results(self, results: Outcome) -> None:
        if isinstance(results, Training) != self._is_network:
            return  # of what was shown before
        window = self._window
        self._playback.follow(results)
        if isinstance(results, Training):
            window.network_side.set_training(results)
            window.transport.set_epoch_length(results.batches.steps_per_epoch)
        else:
            window.picture.view.set_results(results)
        for view in (window.loss.view, window.norm.view):
            if view.isVisible() or not self._is_network:
                view.set_results(results)
        window.runs.set_results(results)
        self.pictures.show_results(results)
        self._show_ready()
        self._show_step(self._playback.step)
        window.status.show_verdict(self._selected())

    def _show_scene(self, scene: Scene) -> None:
        self._window.picture.view.set_scene(scene)
        self.pictures.show_scene(scene)

    def _show_step(self, step: int) -> None:
        window = self._window
        for view in self._curves():
            view.set_cursor(step)
        if self._is_network:
            window.network_side.set_cursor(step)
        else:
            window.picture.view.set_cursor(step)
        self.pictures.show_step(step)
        results = self._results()
        if results is not None:
            window.status.show_run(results, self._session.selected_run, step)
            window.step.show_run(results, self._session.selected_run, step)

    def _show_selection(self, index: int) -> None:
        window = self._window
        window.runs.select(index)
        for view in self._curves():
            view.set_selected(index)
        if self._is_network:
            window.network_side.set_selected(index)
        else:
            window.picture.view.set_selected(index)
        self.pictures.show_selection(index)
        window.status.show_verdict(self._selected())
        self._show_step(self._playback.step)

    def _curves(self) -> tuple[CurveView, CurveView]:
        return self._window.loss.view, self._window.norm.view

    def _results(self) -> Outcome | None:
        """Return the newest results, if they are of what is shown now."""
        results = self._session.results
        return results if isinstance(results, Training) == self._is_network else None

    def _selected(self) -> RunResult | None:
        results, index = self._results(), self._session.selected_run
        if results is None or index >= len(results.runs):
            return None
        return results.runs[index]

    def _show_playing(self, playing: bool) -> None:
        window = self._window
        action = window.actions_.play
        action.setText(self.tr("&Pause") if playing else self.tr("&Play"))
        window.actions_.show_icon(action, "pause" if playing else "play", window.theme)

    def _show_busy(self, busy: bool, fraction: float) -> None:
        self._window.actions_.cancel.setEnabled(busy)
        self._window.status.show_busy(busy=busy, fraction=fraction)
        if not busy:
            self._show_ready()

    def _show_ready(self) -> None:
        results = self._results()
        if results is not None and all(run.verdict is not None for run in results.runs):
            self._window.status.show_ready(len(results.runs))

    def set_theme(self, theme: Theme) -> None:
        """Give every part that paints itself the colours of `theme`."""
        window = self._window
        cards = (window.function, window.gradient, window.start, window.runs, window.step)
        for part in (*cards, window.catalogue):
            part.set_theme(theme)
        for view in (window.picture.view, window.loss.view, window.norm.view):
            view.set_theme(theme)
        window.picture.form.set_theme(theme)
        if window.has_network_side:
            window.network_side.set_theme(theme)
        self.pictures.show_theme(theme)
