"""The button of the tool bar that names the function and opens the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from gradviz.core.catalogue import CATALOGUE
from gradviz.plots.themes import LIGHT
from gradviz.ui import metrics
from gradviz.ui.catalogue_popup import CataloguePopup
from gradviz.ui.catalogue_wording import entry_name
from gradviz.ui.icons import icon
from gradviz.ui.mnemonics import without_mnemonic

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from gradviz.document.experiment import Experiment
    from gradviz.plots.themes import Theme

WIDTH: Final = 200
"""Pixels, for the longest of the names."""
LEAST_WIDTH: Final = 96
_ARROW: Final = 16
_NAMES: Final = {entry.formula: entry for entry in CATALOGUE}


class CatalogueButton(QToolButton):
    """Shows which function of the catalogue is looked at, or that it is the reader's own.

    Attributes
    ----------
    popup : CataloguePopup
        What it opens.
    """

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("catalogueButton")
        self.setProperty("role", "catalogue")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(action.toolTip())
        self.setAccessibleName(without_mnemonic(action.text()))
        self._name = ""
        self._theme: Theme = LIGHT
        self.popup = CataloguePopup(self)
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Return the size of a field."""
        return QSize(WIDTH, metrics.FIELD)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Return the size below which no name is told from another."""
        return QSize(LEAST_WIDTH, metrics.FIELD)

    def open(self) -> None:
        """Open the catalogue below."""
        self.popup.open_at(self)

    def set_experiment(self, experiment: Experiment) -> None:
        """Name the function of an experiment, if it is one of the catalogue's."""
        entry = _NAMES.get(experiment.formula)
        self._name = self.tr("Own function") if entry is None else entry_name(entry)
        self.setAccessibleDescription(self._name)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.popup.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Write the name at the left, with an arrow at the right as lists have it."""
        super().paintEvent(event)
        painter = QPainter(self)
        inside = self.rect().adjusted(8, 0, -6, 0)
        arrow = inside.adjusted(inside.width() - _ARROW, 0, 0, 0)
        icon("chevron-down", self._theme).paint(painter, arrow)
        words = inside.adjusted(0, 0, -_ARROW - 4, 0)
        text = painter.fontMetrics().elidedText(
            self._name, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.setPen(self.palette().text().color())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
