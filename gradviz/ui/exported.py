"""What the window shows, for a file: pictures as they are seen, others made like them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from gradviz.document.display import View
from gradviz.document.results import Results
from gradviz.export.subject import Subject, error_curve_picture, slice_picture, surface_picture

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


def view_of(window: MainWindow, view: View) -> PictureView | None:
    """Return the widget of one of the pictures in the middle, if it has been looked at."""
    panel: Any = window.picture.panel(view)
    if panel is None or view in {View.TABLE, View.EPOCHS}:
        return None
    found: PictureView = panel if view is View.CONTOUR else panel.view
    return found


@contextmanager
def all_pictures(window: MainWindow) -> Iterator[list[Picture]]:
    """Give all pictures there can be, while the block lasts; empty before the first results.

    A picture that is not looked at now is made as it would be seen: the line of the slice and
    the h curve, which are a few thousand values of f, are computed here and now.
    """
    subject = _subject(window)
    if subject is None:
        yield []
        return
    try:
        middle = {view: _made(window, subject, view) for view in _MAKERS}
        if middle[View.SURFACE].problem():
            del middle[View.SURFACE]  # there is no OpenGL, or only one variable
        views = (window.loss.view, window.norm.view)
        yield [window.picture.view.picture, *middle.values(), *(view.picture for view in views)]
    finally:
        subject.easel.discard()


def _subject(window: MainWindow) -> Subject | None:
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


def _made(window: MainWindow, subject: Subject, view: View) -> Picture:
    """Return the picture that is looked at, or one as it was looked at last."""
    seen = view_of(window, view)
    if seen is not None and window.picture.shown is view:
        return seen.picture
    return _MAKERS[view](subject, None if seen is None else seen.picture)


_MAKERS: dict[View, Callable[[Subject, Any], Picture]] = {
    View.SURFACE: surface_picture,
    View.SLICE: slice_picture,
    View.ERROR_CURVE: error_curve_picture,
}
