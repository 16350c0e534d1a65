"""The row above a loss landscape: which plane is shown, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from gradviz.core.network.planes import PlaneKind
from gradviz.document.experiment import MAX_SEED
from gradviz.ui import icons, metrics
from gradviz.ui.controls import IconButton, SegmentedControl, label_of
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from gradviz.plots.themes import Theme

_SEED_WIDTH: Final = 76


class LandscapeChoices(QWidget):
    """Directions of the plane with the seed of random ones, map or surface, and the whole run."""

    planeChosen = Signal()  # noqa: N815  (Qt's spelling, here and below)
    """`kind` or `seed` has changed."""
    surfaceChosen = Signal(bool)  # noqa: N815
    """Whether a surface is wanted, and no map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._kinds = self._build_kinds()
        self._seed = self._build_seed()
        self._seed_label = label_of(self.tr("Seed"), self._seed)
        self._show_seed()
        self._shapes = self._build_shapes()
        self.reset = QAction(self.tr("Whole run"), self)
        self.reset.setObjectName("resetLandscapeAction")
        self.reset.setEnabled(False)
        self.reset.setToolTip(self.tr("Show the part of the plane with the whole run (0, R)"))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()

    def _build_kinds(self) -> SegmentedControl:
        kinds = SegmentedControl(self.tr("Directions of the plane"))
        main = kinds.add(self.tr("Main directions"), PlaneKind.MAIN)
        main.setObjectName("mainDirectionsButton")
        main.setToolTip(self.tr("The two directions in which the run's weights spread most"))
        drawn = kinds.add(self.tr("Random directions"), PlaneKind.RANDOM)
        drawn.setObjectName("randomDirectionsButton")
        drawn.setToolTip(
            self.tr("Two random directions, each neuron's part as long as its own weights")
        )
        kinds.chosen.connect(self._choose_kind)
        return kinds

    def _build_seed(self) -> NumberField:
        field = NumberField(integer=True, low=0, high=MAX_SEED)
        field.setObjectName("landscapeSeedField")
        field.setAccessibleName(self.tr("Seed of the random directions"))
        field.setToolTip(self.tr("The seed: other numbers draw other random directions"))
        field.setFixedSize(_SEED_WIDTH, metrics.FIELD)
        field.set_value(0)
        field.edited.connect(self._choose_seed)
        return field

    def _build_shapes(self) -> SegmentedControl:
        shapes = SegmentedControl(self.tr("Picture of the landscape"))
        contour = shapes.add(self.tr("Contour"), value=False)
        contour.setObjectName("landscapeContourButton")
        contour.setToolTip(self.tr("The loss over the plane as a map"))
        surface = shapes.add(self.tr("Surface"), value=True)
        surface.setObjectName("landscapeSurfaceButton")
        surface.setToolTip(self.tr("The loss over the plane as a surface"))
        shapes.chosen.connect(self._choose_shape)
        return shapes

    def _lay_out(self) -> None:
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(metrics.ROW_GAP)
        plane, shape = QHBoxLayout(), QHBoxLayout()
        for part, widgets in (
            (plane, (self._kinds, self._seed_label, self._seed)),
            (shape, (self._shapes, IconButton(self.reset))),
        ):
            part.setSpacing(metrics.ROW_GAP)
            for widget in widgets:
                part.addWidget(widget)
            part.addStretch(1)
        self._sides.addLayout(plane, 1)
        self._sides.addLayout(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Break the row in two where it is narrow."""
        super().resizeEvent(event)
        self._break_row()

    def _break_row(self) -> None:
        sides = QBoxLayout.Direction
        self._sides.setDirection(sides.LeftToRight)
        if self._sides.sizeHint().width() > self.width():
            self._sides.setDirection(sides.TopToBottom)
        self.updateGeometry()

    @property
    def kind(self) -> PlaneKind:
        """What spans the plane."""
        return PlaneKind(str(self._kinds.value()))

    @property
    def seed(self) -> int:
        """The seed of random directions."""
        return int(self._seed.value() or 0)

    def set_theme(self, theme: Theme) -> None:
        """Draw icons in these colours from now on."""
        self.reset.setIcon(icons.icon("reset", theme))

    def _show_seed(self) -> None:
        """Offer a seed for what is drawn."""
        for widget in (self._seed_label, self._seed):
            widget.setVisible(self.kind is PlaneKind.RANDOM)

    def _choose_kind(self, _kind: object) -> None:
        self._show_seed()
        self._break_row()
        self.planeChosen.emit()

    def _choose_shape(self, is_surface: object) -> None:
        self.surfaceChosen.emit(bool(is_surface))

    def _choose_seed(self, _seed: object) -> None:
        self.planeChosen.emit()
