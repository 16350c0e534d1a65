"""The panel of the loss landscape: a plane through the weights, seen as a map or a surface."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gradviz.document.landscape import (
    Landscape,
    LandscapeOptions,
    LandscapeRequest,
    NoLandscape,
    landscape_request,
)
from gradviz.model.studies import StudyKind
from gradviz.plots.contour import ContourView
from gradviz.plots.landscape_picture import LandscapeMap, LandscapeSurface
from gradviz.plots.themes import LIGHT
from gradviz.ui import metrics
from gradviz.ui.error_words import coded_sentence
from gradviz.ui.landscape_choices import LandscapeChoices

if TYPE_CHECKING:
    from gradviz.core.bounds import Bounds
    from gradviz.document.results import Training
    from gradviz.plots.surface import SurfaceView
    from gradviz.plots.themes import Theme
    from gradviz.ui.surface_panel import SurfacePanel

ALIKE: Final = 1.2
"""The field stays as it is while the plot is not so many times as wide or as high for it."""
MOST_ANSWERED: Final = 20_000_000
"""Multiplications of a loss up to which it is computed for the point under the mouse."""


class LandscapePanel(QWidget):
    """The loss over a plane through the final weights of the selected run.

    Attributes
    ----------
    map : ContourView
        The landscape as a map.
    surface : SurfacePanel or None
        The landscape as a surface, once it was looked at.
    """

    KIND: ClassVar = StudyKind.LANDSCAPE
    RESTS: ClassVar = True

    requestChanged = Signal()  # noqa: N815  (Qt's spelling, here and below)
    """Another plane, another part of it or a finer field is wanted."""
    stepPicked = Signal(int)  # noqa: N815
    """The step of a run that was clicked on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Loss landscape"))
        self._theme = LIGHT
        self._training: Training | None = None
        self._landscape: Landscape | None = None
        self._bounds: tuple[tuple[object, ...], Bounds] | None = None
        self._aspect = 1.0
        self._flat, self._raised = LandscapeMap(LIGHT), LandscapeSurface(LIGHT)
        self.map = self._build_map()
        self.surface: SurfacePanel | None = None
        self._choices = LandscapeChoices()
        self._choices.planeChosen.connect(self.requestChanged)
        self._choices.surfaceChosen.connect(self.show_surface)
        self._choices.reset.triggered.connect(self.map.reset)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.map)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.ROW_GAP)
        column.addWidget(self._choices)
        column.addWidget(self._stack, 1)

    def _build_map(self) -> ContourView:
        view = ContourView(picture=self._flat)
        view.setObjectName("landscapeView")
        view.setAccessibleName(self.tr("Map of the loss landscape"))
        view.setAccessibleDescription(
            self.tr("Plus and minus zoom, dragging moves the map, 0 shows the whole run again.")
        )
        view.is_start_fixed = True
        view.boundsChanged.connect(self._go_to)
        view.resetRequested.connect(self._show_whole)
        view.aspectChanged.connect(self._fit)
        view.stepPicked.connect(self._pick)
        return view

    def _build_surface(self) -> SurfacePanel:
        from gradviz.ui.surface_panel import SurfacePanel  # noqa: PLC0415 - on demand

        made = SurfacePanel(picture=self._raised)
        made.setAccessibleName(self.tr("Surface of the loss landscape"))
        made.view.setObjectName("landscapeSurfaceView")
        made.view.setAccessibleName(self.tr("Surface of the loss landscape"))
        made.set_theme(self._theme)
        self._stack.addWidget(made)
        return made

    @property
    def view(self) -> ContourView | SurfaceView:
        """The picture that is shown."""
        if self.surface is not None and self._stack.currentWidget() is self.surface:
            return self.surface.view
        return self.map

    # --- what is asked for

    def request(self, training: Training, index: int, step: int) -> LandscapeRequest | None:
        """Return what is wanted: a coarse field first, then a fine one of the same part."""
        if not training.runs:
            return None
        draft = LandscapeOptions(
            kind=self._choices.kind,
            seed=self._choices.seed,
            aspect=self._aspect,
            is_fine=False,
        )
        wanted = landscape_request(training, index, step, draft, self._landscape)
        if self._bounds is not None and self._bounds[0] != wanted.subject:
            self._bounds = None  # those of another plane
        self._choices.reset.setEnabled(self._bounds is not None)
        if self._bounds is not None:
            wanted = replace(wanted, options=replace(wanted.options, bounds=self._bounds[1]))
        if self._shows(wanted):
            wanted = replace(wanted, options=replace(wanted.options, is_fine=True))
        return wanted

    def _shows(self, wanted: LandscapeRequest) -> bool:
        """Tell whether the part that is wanted is shown, if only coarsely or in another shape."""
        if wanted.known is None:
            return False
        shown, options = wanted.known.request.options, wanted.options
        return replace(shown, is_fine=False, aspect=options.aspect) == options

    def take(self, study: Landscape | NoLandscape | None) -> None:
        """Show a landscape, why there is none, or nothing; of a coarse one, ask for a fine one."""
        self._landscape = study if isinstance(study, Landscape) else None
        reason = coded_sentence(study.error) if isinstance(study, NoLandscape) else ""
        self._flat.reason = self._raised.reason = reason
        self._show_landscape()
        self.map.tell_aspect()  # the strip takes its part
        if self._landscape is not None and not self._landscape.request.options.is_fine:
            self.requestChanged.emit()

    def _go_to(self, bounds: Bounds) -> None:
        if self._landscape is not None:
            self._bounds = (self._landscape.request.subject, bounds)
            self.requestChanged.emit()

    def _show_whole(self) -> None:
        self._bounds = None
        self.requestChanged.emit()

    def _fit(self, aspect: float) -> None:
        """Fit the field to the shape of the plot, but not to every pixel of it."""
        if not 1.0 / ALIKE < aspect / self._aspect < ALIKE:
            self._aspect = aspect
            self.requestChanged.emit()

    def _pick(self, _run: int, step: int) -> None:
        self.stepPicked.emit(step)

    # --- what is shown

    def show_surface(self, is_surface: bool) -> None:
        """Show the surface, or else the map."""
        if is_surface and self.surface is None:
            self.surface = self._build_surface()
            self._show_landscape()
        self._stack.setCurrentWidget(self.surface if is_surface and self.surface else self.map)

    def _show_landscape(self) -> None:
        landscape = self._landscape
        scene = landscape.scene if landscape is not None else None
        runs = landscape.runs if landscape is not None else None
        self._flat.show(landscape)
        self.map.set_scene(scene)
        self.map.probe = None
        if landscape is not None and landscape.runs.work <= MOST_ANSWERED:
            self.map.probe = landscape.runs.value_and_gradient
        if self.surface is not None:
            self.surface.set_scene(scene)
            self.surface.set_results(runs)
        self._raised.show(landscape)
        self._show_age()

    def _show_age(self) -> None:
        """Veil the landscape of a run that has been trained anew since."""
        landscape, training = self._landscape, self._training
        is_old = False
        if landscape is not None and training is not None:
            shown = landscape.request
            paths = [result.trajectory for result in training.runs]
            is_old = not any(path is shown.subject[0] for path in paths)
        self.set_dimmed(is_old)

    def set_training(self, training: Training | None) -> None:
        """Wait for a landscape of these runs; forget one of another network or other samples."""
        self._training = training
        if self._landscape is not None and (
            training is None or _loss_of(training) != _loss_of(self._landscape.request.training)
        ):
            self.take(None)
        self._show_age()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self._choices.set_theme(theme)
        self.map.set_theme(theme)
        if self.surface is not None:
            self.surface.set_theme(theme)
        self._raised.theme = theme

    def set_dimmed(self, dimmed: bool) -> None:
        """Show that the picture belongs to an earlier training."""
        self.map.set_dimmed(dimmed)
        if self.surface is not None:
            self.surface.set_dimmed(dimmed)

    def set_cursor(self, step: int) -> None:
        """Show all runs at a step."""
        self.map.set_cursor(step)
        if self.surface is not None:
            self.surface.set_cursor(step)
        self._raised.cursor = step

    def set_selected(self, index: int) -> None:
        """Draw the run of this index above the others."""
        self.map.set_selected(index)
        if self.surface is not None:
            self.surface.set_selected(index)
        self._raised.selected = index


def _loss_of(training: Training) -> tuple[object, ...]:
    """Return what the loss of weights depends on."""
    task = training.task
    return task.network, task.problem, task.table
