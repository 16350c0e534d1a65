"""What the picture of a network that is looked at needs to know, asked for at the right time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from gradviz.document.results import Training
from gradviz.model.studies import NETWORK_STUDIES
from gradviz.model.timers import single_shot
from gradviz.ui.network_links import NetworkLink

if TYPE_CHECKING:
    from gradviz.ui.main_window import MainWindow

REST: Final = 200
"""Milliseconds that the cursor rests before a heavy study is asked for."""


class NetworkAsking(QObject):
    """Asks for the study of one picture at a time, and for none of the others.

    Parameters
    ----------
    window : MainWindow
        Whose training, selected run and cursor it is about.
    """

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._session = window.session
        self._link: NetworkLink | None = None
        self._rest = single_shot(self, REST, self._ask_at_rest)

    def look_at(self, link: object | None) -> None:
        """Ask for what this picture needs from now on; None, or another kind, needs nothing."""
        self._link = link if isinstance(link, NetworkLink) else None
        for kind in NETWORK_STUDIES:
            if self._link is None or kind != self._link.kind:
                self._session.studies.ask(kind, None)

    def ask(self) -> None:
        """Ask for it where the cursor is: at once, or when the cursor rests."""
        if self._link is None:
            return
        if self._link.rests:
            self._rest.start()
        else:
            self._ask_now()

    def show(self, kind: str, study: object | None) -> None:
        """Show a study to the picture that is looked at, if it is of its kind."""
        if self._link is not None and kind == self._link.kind:
            self._link.take(study)

    def stop(self) -> None:
        """Ask for nothing any more."""
        self._rest.stop()

    @Slot()
    def _ask_at_rest(self) -> None:
        training, index = self._session.results, self._session.selected_run
        if not isinstance(training, Training) or index >= len(training.runs):
            return  # a run that was just added asks when there are results of it
        # a run under way asks again when it ends
        if training.runs[index].verdict is not None:
            self._ask_now()

    def _ask_now(self) -> None:
        training, link = self._session.results, self._link
        if isinstance(training, Training) and link is not None:
            index = min(self._session.selected_run, len(training.runs) - 1)
            request = link.wanted(training, index, self._window.playback.step)
            self._session.studies.ask(link.kind, request)
            if request is None:
                link.take(None)
