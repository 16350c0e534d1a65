"""How each picture of the middle is fed: one link for each, and only the shown one is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gradviz.document.display import NETWORK_VIEWS, View
from gradviz.document.error_curve import ErrorCurve
from gradviz.document.results import Results
from gradviz.document.run_names import run_names
from gradviz.document.slices import SliceStudy
from gradviz.model.studies import StudyKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gradviz.document.display import Display
    from gradviz.document.results import Outcome
    from gradviz.document.scene import Scene
    from gradviz.plots.themes import Theme
    from gradviz.ui.error_card import ErrorPanel
    from gradviz.ui.main_window import MainWindow
    from gradviz.ui.slice_panel import SlicePanel
    from gradviz.ui.steps_table import StepsTable
    from gradviz.ui.surface_panel import SurfacePanel


class PictureLink:
    """Feeds one picture; this one knows no more than that it has a theme.

    Parameters
    ----------
    panel : QWidget
        The picture with its own switches.
    window : MainWindow
        Whose session it shows.
    """

    def __init__(self, panel: QWidget, window: MainWindow) -> None:
        self._panel: Any = panel
        self._window = window
        self._session = window.session

    def show_theme(self, theme: Theme) -> None:
        """Colour the picture anew."""
        self._panel.set_theme(theme)

    def show_dimmed(self, *, dimmed: bool) -> None:
        """Veil the picture of an earlier text."""
        self._panel.set_dimmed(dimmed)

    def accepts(self, outcome: Outcome) -> bool:
        """Whether it can show such results."""
        return isinstance(outcome, Results)

    def show_results(self, results: Results) -> None:
        """Show runs, partial ones too."""

    def show_scene(self, scene: Scene) -> None:
        """Show the sampled function."""

    def show_step(self, step: int) -> None:
        """Follow the cursor."""

    def show_selection(self, index: int) -> None:
        """Follow the selected run."""

    def show_study(self, study: object) -> None:
        """Show what was asked for, if it is for this picture."""

    def clear_study(self, kind: str) -> None:
        """Show nothing of a kind that cannot be computed."""

    def show_display(self, display: Display) -> None:
        """Draw in another way."""

    def show_all(self) -> None:
        """Show everything there is, as when the picture is first looked at."""
        session = self._session
        self.show_theme(self._window.theme)
        self.show_display(session.display)
        self.show_dimmed(dimmed=session.formula_error is not None)
        if session.scene is not None:
            self.show_scene(session.scene)
        self.show_selection(session.selected_run)
        results: Any = session.results
        if results is not None and self.accepts(results):
            self.show_results(results)
        self.show_step(self._window.playback.step)


class SurfaceLink(PictureLink):
    """The surface: the scene and the runs over it."""

    _panel: SurfacePanel

    def show_results(self, results: Results) -> None:
        """Lay the trails on the surface."""
        self._panel.set_results(results)

    def show_scene(self, scene: Scene) -> None:
        """Build the surface."""
        self._panel.set_scene(scene)

    def show_step(self, step: int) -> None:
        """Move the points."""
        self._panel.set_cursor(step)

    def show_selection(self, index: int) -> None:
        """Draw the selected run above the others."""
        self._panel.set_selected(index)

    def show_display(self, display: Display) -> None:
        """Take other colours."""
        self._panel.set_display(display)


class SliceLink(PictureLink):
    """The slice, asked for wherever the cursor is."""

    _panel: SlicePanel

    def __init__(self, panel: QWidget, window: MainWindow) -> None:
        super().__init__(panel, window)
        self._panel.requestChanged.connect(window.conductor.pictures.ask)
        self._panel.view.startDragged.connect(window.conductor.drag_start)
        self._panel.view.cursorPicked.connect(window.playback.set_step)

    def show_results(self, results: Results) -> None:
        """Put the steps on the curve."""
        self._panel.set_results(results)

    def show_step(self, step: int) -> None:
        """Move the points."""
        self._panel.set_cursor(step)

    def show_selection(self, index: int) -> None:
        """Cut through the selected run."""
        self._panel.set_selected(index)

    def show_study(self, study: object) -> None:
        """Show a slice."""
        if isinstance(study, SliceStudy):
            self._panel.set_slice(study)

    def clear_study(self, kind: str) -> None:
        """Show no slice."""
        if kind == StudyKind.SLICE:
            self._panel.set_slice(None)

    def show_all(self) -> None:
        """Show the slice there is."""
        super().show_all()
        self.show_study(self._session.studies.value(StudyKind.SLICE))


class ErrorCurveLink(PictureLink):
    """The curve of errors at the cursor."""

    _panel: ErrorPanel

    def __init__(self, panel: QWidget, window: MainWindow) -> None:
        super().__init__(panel, window)
        self._panel.optionsChanged.connect(window.conductor.pictures.ask)
        self._panel.view.hDragged.connect(self._drag_h)
        self._panel.view.exampleRequested.connect(self._open_example)

    def show_study(self, study: object) -> None:
        """Show a curve of errors."""
        if isinstance(study, ErrorCurve):
            self._panel.set_curve(study)

    def clear_study(self, kind: str) -> None:
        """Show no curve."""
        if kind == StudyKind.ERROR_CURVE:
            self._panel.set_curve(None)

    def show_all(self) -> None:
        """Show the curve there is."""
        super().show_all()
        study = self._session.studies.value(StudyKind.ERROR_CURVE)
        self._panel.set_curve(study if isinstance(study, ErrorCurve) else None)

    def _drag_h(self, h: float, _finished: bool) -> None:
        self._session.edit(h=h, immediate=True)

    def _open_example(self, formula: str) -> None:
        self._session.edit(formula=formula, immediate=True)


class TableLink(PictureLink):
    """The table of the selected run."""

    _panel: StepsTable

    def __init__(self, panel: QWidget, window: MainWindow) -> None:
        super().__init__(panel, window)
        self._panel.cursorPicked.connect(window.playback.set_step)

    def show_results(self, results: Results) -> None:
        """Show the rows of the selected run."""
        index = min(self._session.selected_run, len(results.runs) - 1)
        name = run_names(result.run for result in results.runs)[index]
        self._panel.set_result(results.runs[index], results.formula.variables, name)

    def show_step(self, step: int) -> None:
        """Go to the row of the cursor."""
        self._panel.set_cursor(step)

    def show_selection(self, _index: int) -> None:
        """Show another run."""
        if isinstance(self._session.results, Results):
            self.show_results(self._session.results)


_LINKS: dict[View, type[PictureLink]] = {
    View.SURFACE: SurfaceLink,
    View.SLICE: SliceLink,
    View.ERROR_CURVE: ErrorCurveLink,
    View.TABLE: TableLink,
}


def link(view: View, panel: QWidget, window: MainWindow) -> PictureLink:
    """Return what feeds the picture `panel` of `window`."""
    if view in NETWORK_VIEWS:
        from gradviz.ui.network_links import EpochsLink, NetworkLink  # noqa: PLC0415 - on demand

        return (EpochsLink if view is View.EPOCHS else NetworkLink)(panel, window)
    return _LINKS[view](panel, window)
