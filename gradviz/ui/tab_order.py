"""What the Tab key reaches one after another: what is seen, column by column, from the top."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from gradviz.model.timers import single_shot
from gradviz.ui.keys import focus_chain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gradviz.ui.main_window import MainWindow


def order_tabs(window: QWidget, parts: Sequence[QWidget]) -> None:
    """Let the Tab key go through `parts` in their order, and within each as it went before."""
    places = {part: place for place, part in reversed(list(enumerate(parts)))}
    stops = [(_place(stop, window, places), stop) for stop in _stops(window)]
    ordered = [stop for _, stop in sorted(stops, key=lambda pair: pair[0])]
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)


def _stops(window: QWidget) -> Iterator[QWidget]:
    """Yield what takes the keys in `window`, as the Tab key goes now."""
    for widget in focus_chain(window)[1:]:
        is_stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if is_stop and widget.focusProxy() is None and widget.window() is window:
            yield widget


def _place(stop: QWidget, window: QWidget, places: dict[QWidget, int]) -> int:
    """Return the place of the innermost part that `stop` is in; what is in none comes last."""
    widget: QWidget | None = stop
    while widget is not None and widget is not window:
        if widget in places:
            return places[widget]
        widget = widget.parentWidget()
    return len(places)


class TabOrder(QObject):
    """Keeps the order of a window whose cards and pictures are made when they are first needed.

    Parameters
    ----------
    window : MainWindow
        Which owns this object.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._soon = single_shot(self, 0, self.renew)
        window.picture.panelMade.connect(self.renew_soon)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._reveal)

    @Slot()
    def renew_soon(self) -> None:
        """Put things in order when all of what is being made is there."""
        self._soon.start()

    @Slot()
    def renew(self) -> None:
        """Put things in order: tool bar, left column, picture, right column, status bar."""
        window = self._window
        bar = window.findChild(QWidget, "toolBar")
        first = [bar] if bar is not None else []
        left, right = window.columns.cards()
        middle = (window.banner, *window.picture.tab_parts())
        order_tabs(window, (*first, *left, *middle, *right, window.status))

    @Slot(QWidget, QWidget)
    def _reveal(self, left: QWidget | None, reached: QWidget | None) -> None:
        """Scroll to what the keys have come to from outside; Qt does so only from within."""
        if reached is None or reached.window() is not self._window:
            return
        parent = reached.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea) and (left is None or not parent.isAncestorOf(left)):
                parent.ensureWidgetVisible(reached)
            parent = parent.parentWidget()

    def stop(self) -> None:
        """Put nothing in order any more."""
        self._soon.stop()
