"""The current experiment and everything that may be done to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from gradviz.core.coded_error import CodedError
from gradviz.core.differences import gradient
from gradviz.core.formula import FormulaError, parse
from gradviz.document import edits
from gradviz.document.evaluate import objective_of
from gradviz.document.experiment import Experiment, ExperimentError
from gradviz.model.computation import Computation
from gradviz.model.pause import Pause
from gradviz.model.requests import Backdrop, work_of
from gradviz.model.run_editing import RunEditing
from gradviz.model.timers import single_shot
from gradviz.model.typed_formula import TypedFormula

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gradviz.core.field import Bounds
    from gradviz.core.formula import Formula
    from gradviz.core.objective import FormulaObjective
    from gradviz.document.display import Display
    from gradviz.document.document import Document
    from gradviz.document.results import Outcome
    from gradviz.document.scene import Scene
    from gradviz.model.studies import Studies

TYPING = 120
"""Milliseconds of rest after which what was typed is computed."""


class Session(RunEditing):
    """Holds the experiment, the text of its formula, its results and the selected run.

    The experiment changes at once with every edit. It is computed at once too when the edit is
    immediate, as all are that come from dragging or from a menu, else when the typing rests. Text
    that is no formula is kept beside the last good experiment, whose results stay.

    Parameters
    ----------
    experiment : Experiment, optional
        What to begin with.
    parent : QObject, optional
        Owner.

    Raises
    ------
    FormulaError, ExperimentError
        If `experiment` cannot be evaluated.
    """

    experimentChanged = Signal(object)  # noqa: N815  (Qt's spelling, here and below)
    """The new `Experiment`."""
    editRejected = Signal(object)  # noqa: N815
    """An `ExperimentError` or `CodedError`: what was asked for cannot be; nothing has changed."""
    formulaRejected = Signal(object)  # noqa: N815
    """A `FormulaError`: what is typed is no formula; the last good results stay."""
    formulaAccepted = Signal(object)  # noqa: N815
    """The new `Formula`."""
    resultsChanged = Signal(object)  # noqa: N815
    """`Results` of a function or the `Training` of a network, partial or complete."""
    sceneChanged = Signal(object)  # noqa: N815
    """A `Scene`."""
    busyChanged = Signal(bool, float)  # noqa: N815
    """Whether computing takes long enough to say so, and how much of it is done, 0 to 1."""
    failed = Signal(str, str)
    """A sentence and a traceback of something that should not have happened."""
    displayChanged = Signal(object)  # noqa: N815
    """The new `Display`."""
    pausedChanged = Signal(bool)  # noqa: N815
    """Whether a training was left on the way, to be gone on with."""

    def __init__(self, experiment: Experiment | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._experiment = experiment or Experiment()
        first = self._experiment
        self._objective = objective_of(first.formula, first.dimension, first.parameters)
        self._typed = TypedFormula(self._objective.formula)
        self._backdrop = Backdrop()
        self._other: Experiment | None = None  # with a network beside a function, or without
        self._computation = Computation(self)
        for name in ("resultsChanged", "sceneChanged", "busyChanged", "failed"):
            getattr(self._computation, name).connect(getattr(self, name))
        self._pause = Pause(self._computation, self)
        self._pause.changed.connect(self.pausedChanged)
        self._typing = single_shot(self, TYPING, self.flush)

    @property
    def experiment(self) -> Experiment:
        """What is shown, or is being computed to be shown."""
        return self._experiment

    @property
    def formula(self) -> Formula:
        """The formula of the experiment."""
        return self._objective.formula

    @property
    def formula_text(self) -> str:
        """What is typed, right or wrong."""
        return self._typed.text

    @property
    def formula_error(self) -> FormulaError | None:
        """What is wrong with the text that was read last."""
        return self._typed.error

    @property
    def results(self) -> Outcome | None:
        """The newest results; None before the first."""
        return self._computation.results

    @property
    def scene(self) -> Scene | None:
        """The newest picture of the field; None before the first."""
        return self._computation.scene

    @property
    def bounds(self) -> Bounds:
        """The part of the plane that is shown."""
        return self._experiment.bounds

    @property
    def display(self) -> Display:
        """How the experiment is drawn."""
        return self._backdrop.display

    @property
    def studies(self) -> Studies:
        """What views may ask beside the runs and the scene."""
        return self._computation.studies

    @property
    def other(self) -> Experiment | None:
        """The function that was left beside a network, or the network beside a function."""
        return self._other

    @property
    def is_paused(self) -> bool:
        """Whether a training was left on the way, to be gone on with."""
        return self._pause.is_on

    @property
    def is_computing(self) -> bool:
        """Whether results, a scene or a study are still to come."""
        return self._typing.isActive() or not self._computation.is_settled

    def start(self) -> None:
        """Compute the first experiment; to be called as early as possible, once or more."""
        self._compute(patient=False)

    def edit(
        self,
        experiment: Experiment | None = None,
        /,
        *,
        immediate: bool = False,
        **changes: Any,  # noqa: ANN401  (each field's type is checked by the experiment)
    ) -> bool:
        """Change the experiment: every edit comes through here.

        Parameters
        ----------
        experiment : Experiment, optional
            The new one; without it the current one.
        immediate : bool
            Whether to compute at once, as while dragging, and not when the typing rests.
        **changes
            Fields of the experiment with their new values.

        Returns
        -------
        bool
            False if the change was rejected, which a signal has said by then.
        """
        try:
            wanted = replace(experiment or self._experiment, **changes)
            if "formula" in changes:
                wanted = edits.with_formula(wanted, parse(wanted.formula, wanted.dimension))
            objective = self._objective_of(wanted)
            if wanted.network is not None:
                _check_training(wanted)
        except (ExperimentError, CodedError) as error:
            self.editRejected.emit(error)
            return False
        except FormulaError as error:
            self._reject(wanted.formula, error)
            return False
        self._adopt(wanted, objective)
        if "formula" in changes:
            self._accept(objective.formula)
        if immediate:
            self._compute(patient=True)
        else:
            self._typing.start()
        return True

    def change(
        self, make: Callable[..., Experiment], *given: object, immediate: bool = True
    ) -> bool:
        """Change the experiment to ``make(experiment, *given)``, as `edit` does.

        What `make` refuses to build is rejected like any other edit.
        """
        try:
            wanted = make(self._experiment, *given)
        except (ExperimentError, CodedError) as error:
            self.editRejected.emit(error)
            return False
        return self.edit(wanted, immediate=immediate)

    def show(self, document: Document) -> None:
        """Show another document in place of this one: opened, undone, made anew.

        What it says of the picture in the middle, of the cursor and of the note is not the
        session's.
        """
        self._typing.stop()
        self._typed.take_unread()
        experiment = document.experiment
        objective = self._objective_of(experiment)
        self._adopt(experiment, objective)
        self._other = document.other
        self._accept(objective.formula)
        self.set_display(document.display)
        self.select_run(document.selected)
        self._compute(patient=False)
        if document.typed is not None:
            self.set_formula_text(document.typed, immediate=True)

    def take_over(self, other: Session, document: Document) -> None:
        """Show a document of another session, and go on from what that one has computed."""
        self._computation.know(other._computation)
        self.show(document)
        if other.is_paused:
            self.pause()

    def show_network(self, shown: bool) -> None:
        """Turn from the function to a network, or back; each stays as it was left."""
        if shown == (self._experiment.network is not None):
            return
        from gradviz.document.kinds import turned  # noqa: PLC0415 - functions start faster

        self.flush()
        self.change(turned, self._other)

    @Slot()
    def pause(self) -> None:
        """Leave a training where it is, to be gone on with; what was typed before counts."""
        if self._typing.isActive():
            self.flush()
        if self._experiment.network is not None:
            self._pause.begin()

    @Slot()
    def go_on(self) -> None:
        """Go on with a training that was left."""
        self._pause.go_on()

    @Slot(str)
    def set_formula_text(self, text: str, *, immediate: bool = False) -> None:
        """Take what is typed; it is read and computed when the typing rests."""
        self._typed.type(text)
        if immediate:
            self.flush()
        else:
            self._typing.start()

    @Slot()
    def flush(self) -> None:
        """Read and compute at once what still waits for the typing to rest."""
        self._typing.stop()
        if self._typed.take_unread():
            self.edit(formula=self._typed.text, immediate=True)
        self._compute(patient=False)

    def set_start(self, start: Sequence[float], *, immediate: bool = False) -> bool:
        """Move the start point; `immediate` while it is dragged, when the view keeps still."""
        view = edits.view_for_start(self._experiment, tuple(start), dragged=immediate)
        return self.edit(start=tuple(start), view=view, immediate=immediate)

    def set_bounds(self, bounds: Bounds) -> None:
        """Show another part of the plane."""
        self.edit(view=bounds, immediate=True)

    @Slot()
    def reset_bounds(self) -> None:
        """Show the part of the plane that suits the start."""
        self.edit(view=None, immediate=True)

    def set_display(self, display: Display) -> None:
        """Draw the experiment in another way."""
        if display != self._backdrop.display:
            self._backdrop = replace(self._backdrop, display=display)
            self.displayChanged.emit(display)
            self._compute(patient=True)

    def set_aspect(self, aspect: float) -> None:
        """Say how wide the picture is to its height; the scene is sampled to fill it."""
        if aspect != self._backdrop.aspect:
            self._backdrop = replace(self._backdrop, aspect=aspect)
            self._compute(patient=True)

    def hold(self, point: Sequence[float] | None) -> None:
        """Hold the coordinates that the map does not show at `point`, or at the start.

        Of one or two variables there are none, and nothing is done.
        """
        held = tuple(point) if point is not None and len(point) > 2 else None  # noqa: PLR2004
        if held != self._backdrop.held:
            self._backdrop = replace(self._backdrop, held=held)
            self._compute(patient=True)

    def set_plane(self, plane: tuple[int, int]) -> None:
        """Show the function over two other coordinates."""
        self.change(edits.with_plane, plane)

    def set_parameter(self, name: str, value: float) -> bool:
        """Move the slider of a parameter."""
        return self.change(edits.with_parameter, name, value)

    def set_range(self, name: str, low: float, high: float) -> bool:
        """Let the slider of a parameter go from `low` to `high`."""
        return self.change(edits.with_range, name, low, high)

    @Slot()
    def cancel(self) -> None:
        """Let the computation end early; what there is by then is shown.

        A training is left as in a pause: it can be gone on with.
        """
        self.pause()
        self._computation.cancel()

    def probe(self, x: Sequence[float]) -> tuple[float, tuple[float, ...]]:
        """Return f and its gradient, by the chosen method, at one point, shape (n,)."""
        method, h = self._experiment.method, self._experiment.h
        return self._objective.value(x), gradient(self._objective, x, method, h)

    def close(self) -> None:
        """Cancel everything and end the worker thread; the session computes nothing any more."""
        self._typing.stop()
        self._computation.stop()

    def _adopt(self, experiment: Experiment, objective: FormulaObjective) -> None:
        if experiment == self._experiment:
            return
        if (experiment.network is None) != (self._experiment.network is None):
            self._other = self._experiment
        another = experiment.formula != self._experiment.formula
        if work_of(experiment) != work_of(self._experiment):
            self._pause.forget()
        self._experiment, self._objective = experiment, objective
        if another:
            self._accept(objective.formula)
        self.select_run(self._selected)
        self.experimentChanged.emit(experiment)

    def _accept(self, formula: Formula) -> None:
        if self._typed.accept(formula):
            self.formulaAccepted.emit(formula)

    def _reject(self, text: str, error: FormulaError) -> None:
        self._typed.reject(text, error)
        self.formulaRejected.emit(error)

    def _compute(self, *, patient: bool) -> None:
        self._computation.update(self._experiment, self._backdrop, patient=patient)

    def _objective_of(self, experiment: Experiment) -> FormulaObjective:
        """Return what `experiment` descends: the present objective unless it is another."""
        now = self._experiment
        if (experiment.formula, experiment.dimension, experiment.parameters) == (
            now.formula,
            now.dimension,
            now.parameters,
        ):
            return self._objective
        return objective_of(experiment.formula, experiment.dimension, experiment.parameters)


def _check_training(experiment: Experiment) -> None:
    from gradviz.document.training import check_training  # noqa: PLC0415 - functions start faster

    check_training(experiment)
