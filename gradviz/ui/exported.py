"""What the window shows, for a file: pictures as they are seen, others made like them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Protocol

from gradviz.document.display import View
from gradviz.document.results import Results
from gradviz.export.subject import (
    Drawn,
    Subject,
    error_curve_picture,
    slice_picture,
    surface_picture,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gradviz.plots.picture import Picture
    from gradviz.ui.main_window import MainWindow


class PictureView(Protocol):
    """A widget that shows a picture."""

    @property
    def picture(self) -> Picture:
        """What is painted."""

    def width(self) -> int:
        """Return its width in pixels."""

    def height(self) -> int:
        """Return its height in pixels."""


DRAWN: Final = {
    View.CONTOUR: Drawn.CONTOUR,
    View.SURFACE: Drawn.SURFACE,
    View.SLICE: Drawn.SLICE,
    View.ERROR_CURVE: Drawn.ERROR_CURVE,
}
"""What the pictures in the middle are called in a file."""
_VIEWS: Final = {what: view for view, what in DRAWN.items()}


def view_of(window: MainWindow, view: View) -> PictureView | None:
    """Return the widget of one of the pictures in the middle, if it has been looked at."""
    panel: Any = window.picture.panel(view)
    if panel is None or view in {View.TABLE, View.EPOCHS}:
        return None
    found: PictureView = panel if view is View.CONTOUR else panel.view
    return found


def subject_of(window: MainWindow) -> Subject | None:
    """Return what pictures of a function are made of now; None before the first results."""
    session = window.session
    if not isinstance(session.results, Results) or session.scene is None:
        return None
    return Subject(
        results=session.results,
        scene=session.scene,
        step=window.playback.step,
        selected=min(session.selected_run, len(session.results.runs) - 1),
        theme=window.theme,
        display=session.display,
    )


def picture_from(window: MainWindow, subject: Subject, what: Drawn) -> Picture:
    """Return the picture that is looked at, or one as it was looked at last.

    What was not looked at is computed here and now: a few thousand values of f.
    """
    if what is Drawn.CONTOUR:
        return window.picture.view.picture
    if what in {Drawn.LOSS, Drawn.NORM}:
        return (window.loss if what is Drawn.LOSS else window.norm).view.picture
    view = _VIEWS[what]
    seen = view_of(window, view)
    if seen is not None and window.picture.shown is view:
        return seen.picture
    return _MAKERS[what](subject, None if seen is None else seen.picture)


@contextmanager
def all_pictures(window: MainWindow) -> Iterator[list[Picture]]:
    """Give all pictures of a function there can be, while the block lasts.

    There are none before the first results.
    """
    subject = subject_of(window)
    if subject is None:
        yield []
        return
    try:
        made = {what: picture_from(window, subject, what) for what in Drawn}
        if made[Drawn.SURFACE].problem():
            del made[Drawn.SURFACE]  # there is no OpenGL, or only one variable
        yield [*made.values()]
    finally:
        subject.easel.discard()


_MAKERS: dict[Drawn, Callable[[Subject, Any], Picture]] = {
    Drawn.SURFACE: surface_picture,
    Drawn.SLICE: slice_picture,
    Drawn.ERROR_CURVE: error_curve_picture,
}
