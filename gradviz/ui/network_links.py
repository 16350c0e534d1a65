"""How every picture of a network is fed: all of them alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gradviz.core.differences import Method
from gradviz.document.results import Training
from gradviz.ui.picture_links import PictureLink

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gradviz.document.results import Outcome
    from gradviz.ui.main_window import MainWindow


class TrainingLink(PictureLink):
    """Feeds a panel that shows a training, the cursor and the selected run."""

    def accepts(self, outcome: Outcome) -> bool:
        """Whether it can show such results."""
        return isinstance(outcome, Training)

    def show_results(self, results: Any) -> None:  # noqa: ANN401 - a training, as accepted
        """Show a training, a partial one too."""
        self._panel.set_training(results)

    def show_step(self, step: int) -> None:
        """Follow the cursor."""
        self._panel.set_cursor(step)

    def show_selection(self, index: int) -> None:
        """Follow the selected run."""
        self._panel.set_selected(index)

    def show_dimmed(self, *, dimmed: bool) -> None:
        """Stay as it is: a network has no text that could be wrong."""


class EpochsLink(TrainingLink):
    """The table of the epochs and steps of the selected run."""

    def __init__(self, panel: QWidget, window: MainWindow) -> None:
        super().__init__(panel, window)
        self._panel.cursorPicked.connect(window.playback.set_step)


class NetworkLink(TrainingLink):
    """Feeds a panel that has a `KIND` of study, a `request` for it and a `take` of it."""

    def __init__(self, panel: QWidget, window: MainWindow) -> None:
        super().__init__(panel, window)
        pictures = window.conductor.pictures
        self._panel.requestChanged.connect(pictures.ask)
        for name, slot in (
            ("stepPicked", window.playback.set_step),
            ("taskEdited", self._edit_task),
            ("hDragged", self._drag_h),
        ):
            signal = getattr(self._panel, name, None)
            if signal is not None:
                signal.connect(slot)

    @property
    def rests(self) -> bool:
        """Whether its study is asked for only when nothing moves."""
        return bool(self._panel.RESTS)

    @property
    def kind(self) -> str:
        """The kind of study it shows."""
        return str(self._panel.KIND)

    def wanted(self, training: Training, index: int, step: int) -> object | None:
        """Return the study it needs now."""
        request: object | None = self._panel.request(training, index, step)
        return request

    def take(self, study: object | None) -> None:
        """Show a study, or nothing of it."""
        self._panel.take(study)

    def _edit_task(self, changes: dict[str, Any]) -> None:
        self._window.network_side.edit_task(changes)

    def _drag_h(self, h: float, finished: bool) -> None:
        """Take another h; where runs descend by differences they begin anew, once it is let go."""
        if finished or self._session.experiment.method is Method.EXACT:
            self._session.edit(h=h, immediate=True)
