"""The panel of the surface: the picture, and how it is drawn in a slim row below it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from gradviz.plots.surface import SurfaceView
from gradviz.ui import icons, metrics
from gradviz.ui.controls import Chip, IconButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from gradviz.document.display import Display
    from gradviz.document.planar import Descents, Sampling
    from gradviz.plots.surface_options import SurfaceOptions
    from gradviz.plots.surface_picture import SurfacePicture
    from gradviz.plots.themes import Theme

STOPS: Final = 20
"""Of the slider, to either side of the usual height."""
FACTOR: Final = 3.0
"""How many times as high, or as low, its ends are."""
ROOMY: Final = 450
"""Width in pixels from which the slider has a label."""
_SLIDER_WIDTH: Final = 110


class SurfacePanel(QWidget):
    """The surface with switches for heights, mesh and floor, and the usual views.

    Attributes
    ----------
    view : SurfaceView
        The picture.

    Parameters
    ----------
    picture : SurfacePicture, optional
        What is painted, if it is not the surface of a function.
    """

    def __init__(
        self, parent: QWidget | None = None, picture: SurfacePicture | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Surface"))
        self.view = SurfaceView(picture=picture)
        self.view.setObjectName("surfaceView")
        self._height = self._build_height()
        self._log = self._switch(
            "logHeight", self.tr("Log height"), self.tr("Draw the logarithm of f as height")
        )
        self._mesh = self._switch(
            "surfaceMesh", self.tr("Mesh"), self.tr("Draw lines at round numbers on the surface")
        )
        self._floor = self._switch(
            "surfaceFloor", self.tr("Floor"), self.tr("Draw contour lines below the surface")
        )
        self._reset = self._command("resetSurfaceView", self.tr("Reset view"), "0, R")
        self._above = self._command("topSurfaceView", self.tr("View from above"), "T")
        self._label = QLabel(self.tr("Height"))
        self._row = self._build_row()
        self._lay_out()
        self._connect()
        self._show_options(self.view.picture.options)

    def _build_height(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName("surfaceHeightSlider")
        slider.setAccessibleName(self.tr("Height of the surface"))
        slider.setToolTip(self.tr("How high the surface is drawn"))
        slider.setRange(-STOPS, STOPS)
        slider.setPageStep(5)
        slider.setMinimumWidth(_SLIDER_WIDTH // 2)
        slider.setMaximumWidth(_SLIDER_WIDTH)
        return slider

    def _switch(self, name: str, text: str, tip: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"{name}Action")
        action.setToolTip(tip)
        action.setCheckable(True)
        action.triggered.connect(self._choose)
        return action

    def _command(self, name: str, text: str, key: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"{name}Action")
        action.setToolTip(f"{text} ({key})")
        return action

    def _build_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(metrics.ROW_GAP)
        self._label.setProperty("role", "label")
        self._label.setBuddy(self._height)
        line.addWidget(self._label)
        line.addWidget(self._height, 1)
        for action in (self._log, self._mesh, self._floor):
            line.addWidget(Chip(action))
        line.addStretch(2)
        for action in (self._above, self._reset):
            line.addWidget(IconButton(action))
        return row

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.ROW_GAP)
        column.addWidget(self.view, 1)
        column.addWidget(self._row)

    def _connect(self) -> None:
        self._height.valueChanged.connect(self._choose_height)
        self._reset.triggered.connect(self._reset_view)
        self._above.triggered.connect(self._look_from_above)
        self.view.availabilityChanged.connect(self._row.setVisible)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out the slider's label where there is no room for it; the slider has a tooltip."""
        self._label.setVisible(self.width() >= ROOMY)
        super().resizeEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.view.set_theme(theme)
        self._reset.setIcon(icons.icon("reset", theme))
        self._above.setIcon(icons.icon("from-above", theme))

    def set_scene(self, scene: Sampling | None) -> None:
        """Show the surface of a scene; heights of another function are as suits it."""
        earlier = self.view.picture.scene
        if scene is None or earlier is None or scene.request.subject != earlier.request.subject:
            self.view.set_options(replace(self.view.picture.options, log=None))
        self.view.set_scene(scene)
        self._show_options(self.view.picture.options)

    def set_results(self, results: Descents | None) -> None:
        """Draw these runs, partial ones too."""
        self.view.set_results(results)

    def set_cursor(self, step: int) -> None:
        """Show all runs at a step."""
        self.view.set_cursor(step)

    def set_selected(self, index: int) -> None:
        """Draw the run of this index above the others."""
        self.view.set_selected(index)

    def set_dimmed(self, dimmed: bool) -> None:
        """Show that the picture belongs to an earlier text."""
        self.view.set_dimmed(dimmed)

    def set_display(self, display: Display) -> None:
        """Colour the surface as the map is."""
        self.view.set_colour_map(display.colour_map)

    def set_options(self, options: SurfaceOptions) -> None:
        """Draw the surface like this."""
        self.view.set_options(options)
        self._show_options(options)

    @property
    def options(self) -> SurfaceOptions:
        """How the surface is drawn."""
        return self.view.picture.options

    def _show_options(self, options: SurfaceOptions) -> None:
        self._height.blockSignals(True)
        self._height.setValue(stop_of(options.exaggeration))
        self._height.blockSignals(False)
        self._log.setChecked(self.view.picture.is_log)
        self._mesh.setChecked(options.mesh)
        self._floor.setChecked(options.floor)

    def _choose(self, _checked: bool) -> None:
        chosen = self._log.isChecked()
        log = chosen if chosen != self.view.picture.is_log else self.options.log
        mesh, floor = self._mesh.isChecked(), self._floor.isChecked()
        self.view.set_options(replace(self.options, log=log, mesh=mesh, floor=floor))

    def _choose_height(self, stop: int) -> None:
        self.view.set_options(replace(self.options, exaggeration=exaggeration_at(stop)))

    def _reset_view(self) -> None:
        self.view.reset_view()

    def _look_from_above(self) -> None:
        self.view.look_from_above()


def exaggeration_at(stop: int) -> float:
    """Return the height at a stop of the slider: every step is the same factor, 0 is the usual."""
    return float(FACTOR ** (stop / STOPS))


def stop_of(exaggeration: float) -> int:
    """Return the stop nearest to a height."""
    stops = range(-STOPS, STOPS + 1)
    return min(stops, key=lambda stop: abs(exaggeration_at(stop) - exaggeration))
