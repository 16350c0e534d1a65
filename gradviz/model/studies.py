"""What the views ask beside the runs and the field: a slice, a curve of errors, stationary points.

A study is asked for by a frozen request, computed in the worker thread and delivered by its kind.
Only what is looked at is asked for; what is asked twice is computed once.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from gradviz.document.error_curve import evaluate_error_curve
from gradviz.document.ghosts import evaluate_ghosts
from gradviz.document.landmarks import evaluate_landmarks
from gradviz.document.slices import evaluate_slice
from gradviz.document.stability import evaluate_stability
from gradviz.document.thumbnails import evaluate_thumbnails
from gradviz.document.typesetting import evaluate_typesetting
from gradviz.model.pacer import Pacer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gradviz.model.mailbox import Delivery, Failure
    from gradviz.model.worker import Hooks, Worker

    Cancelled = Callable[[], bool] | None
    Study = Callable[[Any, Callable[[], bool] | None], object]
    Jobs = dict[str, Callable[[Any, Hooks], object]]


class StudyKind(StrEnum):
    """What can be asked for."""

    SLICE = "slice"
    ERROR_CURVE = "error-curve"
    LANDMARKS = "landmarks"
    GHOSTS = "ghosts"
    STABILITY = "stability"
    FORMULA_MATHS = "formula-maths"
    STEP_MATHS = "step-maths"
    THUMBNAILS = "thumbnails"
    REGIONS = "regions"
    ANSWERS = "answers"
    LAYERS = "layers"
    BACKPROPAGATION = "backpropagation"
    CHECK = "check"
    LANDSCAPE = "landscape"


def _regions(request: Any, cancelled: Cancelled) -> object:  # noqa: ANN401 - as `Study`
    from gradviz.document.regions import evaluate_regions  # noqa: PLC0415 - on demand

    return evaluate_regions(request, cancelled)


def _answers(request: Any, cancelled: Cancelled) -> object:  # noqa: ANN401
    from gradviz.document.answers import evaluate_answers  # noqa: PLC0415

    return evaluate_answers(request, cancelled)


def _layers(request: Any, cancelled: Cancelled) -> object:  # noqa: ANN401
    from gradviz.document.layer_values import evaluate_layer_values  # noqa: PLC0415

    return evaluate_layer_values(request, cancelled)


def _backpropagation(request: Any, cancelled: Cancelled) -> object:  # noqa: ANN401
    from gradviz.document.backpropagation import evaluate_backpropagation  # noqa: PLC0415

    return evaluate_backpropagation(request, cancelled)


def _check(request: Any, cancelled: Cancelled) -> object:  # noqa: ANN401
    from gradviz.document.gradient_check import evaluate_check  # noqa: PLC0415

    return evaluate_check(request, cancelled)


def _landscape(request: Any, cancelled: Cancelled) -> object:  # noqa: ANN401
    from gradviz.document.landscape_survey import evaluate_landscape  # noqa: PLC0415

    return evaluate_landscape(request, cancelled)


NETWORK_STUDIES: Mapping[StudyKind, Study] = {
    StudyKind.REGIONS: _regions,
    StudyKind.ANSWERS: _answers,
    StudyKind.LAYERS: _layers,
    StudyKind.BACKPROPAGATION: _backpropagation,
    StudyKind.CHECK: _check,
    StudyKind.LANDSCAPE: _landscape,
}
"""Those of networks, whose modules are read when they are first asked for."""
STUDIES: Mapping[StudyKind, Study] = {
    StudyKind.ERROR_CURVE: evaluate_error_curve,
    StudyKind.LANDMARKS: evaluate_landmarks,
    StudyKind.GHOSTS: evaluate_ghosts,
    StudyKind.STABILITY: evaluate_stability,
    StudyKind.FORMULA_MATHS: evaluate_typesetting,
    StudyKind.STEP_MATHS: evaluate_typesetting,
    StudyKind.SLICE: evaluate_slice,
    StudyKind.THUMBNAILS: evaluate_thumbnails,
    **NETWORK_STUDIES,
}
"""The function that answers each kind of request."""
QUICK: Final = frozenset(
    {
        StudyKind.SLICE,
        StudyKind.ERROR_CURVE,
        StudyKind.REGIONS,
        StudyKind.ANSWERS,
        StudyKind.LAYERS,
        StudyKind.BACKPROPAGATION,
    }
)
"""Studies of a few milliseconds, which a long run lets pass."""


class Studies(QObject):
    """Keeps each study up to date with the newest request of its kind.

    Parameters
    ----------
    worker : Worker
        Who computes them; it must know the `jobs`.
    """

    ready = Signal(str, object)
    """The kind and the value of a study that was asked for last."""
    lost = Signal(str)
    """A kind whose newest request came to nothing: what was shown of it is of another."""
    failed = Signal(object)
    """A `Failure`, once: what fails at one step fails at the next."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pacers = {kind.value: Pacer(worker, kind.value, self) for kind in STUDIES}
        self._asked: dict[str, object] = {}
        self._values: dict[str, object] = {}
        self._failing: set[str] = set()
        self._told: dict[str, str] = {}
        worker.delivered.connect(self._take)
        worker.failed.connect(self._report)

    @property
    def is_outstanding(self) -> bool:
        """Whether an answer is to come."""
        return any(pacer.is_outstanding for pacer in self._pacers.values())

    def ask(self, kind: str, request: object | None) -> None:
        """Ask for a study, or for none of its kind any more.

        The same request again changes nothing. A newer one replaces an older one once that is
        answered or had its time, so that something is seen while a point is dragged.
        """
        if request == self._asked.get(kind):
            return
        self._asked[kind] = request
        if request is None:
            self._pacers[kind].abandon()
            self._values.pop(kind, None)
        else:
            self._pacers[kind].submit(request, patient=True)

    def value(self, kind: str) -> object | None:
        """Return the newest study of a kind; None before the first, or when none is wanted."""
        return self._values.get(kind)

    def stop(self) -> None:
        """Ask for nothing any more."""
        for pacer in self._pacers.values():
            pacer.stop()

    @Slot(object)
    def _take(self, delivery: Delivery) -> None:
        if delivery.kind in self._pacers and delivery.value is not None:
            self._values[delivery.kind] = delivery.value
            self._failing.discard(delivery.kind)
            self.ready.emit(delivery.kind, delivery.value)

    @Slot(object)
    def _report(self, failure: Failure) -> None:
        kind, what = failure.kind, repr(failure.error)
        if kind not in self._pacers:
            return
        is_known = kind in self._failing or self._told.get(kind) == what
        self._failing.add(kind)
        self._values.pop(kind, None)
        self.lost.emit(kind)
        if not is_known:
            self._told[kind] = what
            self.failed.emit(failure)


def jobs() -> tuple[Jobs, Jobs]:
    """Return the worker's jobs for all kinds: those that come before the runs, and after."""
    every = {kind.value: _job(study) for kind, study in STUDIES.items()}
    quick = {kind: job for kind, job in every.items() if kind in QUICK}
    return quick, {kind: job for kind, job in every.items() if kind not in QUICK}


def _job(study: Study) -> Callable[[Any, Hooks], object]:
    return lambda request, hooks: study(request, hooks.cancelled)
