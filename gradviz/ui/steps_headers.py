"""The headers of the table of steps.

They paint themselves: Qt's own ask of every column whether all of its rows are selected, row by
row, at each painting, which takes seconds among a million rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView

from gradviz.ui.fonts import text_font

if TYPE_CHECKING:
    from gradviz.ui.steps_view import StepsView

ROW: Final = 24
HEADING: Final = 28
LEFT: Final = 6
RIGHT: Final = 4
"""Pixels left free at the ends of a cell."""
BAR: Final = 3
"""Width of the mark before the row of the cursor."""
NARROWEST: Final = 48
TO_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ColumnNames(QHeaderView):
    """What the columns hold; their edges can be dragged."""

    def __init__(self, view: StepsView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self._font = text_font()
        self.setFixedHeight(HEADING)
        self.setMinimumSectionSize(NARROWEST)

    def paintSection(  # noqa: N802  (Qt's spelling)
        self, painter: QPainter, place: QRect, logical: int
    ) -> None:
        """Paint the name of one column."""
        painter.setFont(self._font)
        painter.setPen(QColor(self._view.theme.text_muted))
        name = str(self.model().headerData(logical, Qt.Orientation.Horizontal))
        painter.drawText(place.adjusted(LEFT, 0, -RIGHT, 0), TO_RIGHT, name)


class StepNumbers(QHeaderView):
    """The numbers of the steps, always in sight; a bar marks the cursor."""

    def __init__(self, view: StepsView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._fonts = (text_font(), text_font(weight=QFont.Weight.DemiBold))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(ROW)
        self.setSectionsClickable(True)

    def fit(self, count: int, name: str) -> None:
        """Take the width of the longest number, or of what they are called."""
        digits = "8" * max(len(str(max(count - 1, 0))), 3)
        widths = map(QFontMetrics(self._fonts[1]).horizontalAdvance, (digits, name))
        self.setFixedWidth(max(widths) + 2 * LEFT)

    def paintSection(  # noqa: N802  (Qt's spelling)
        self, painter: QPainter, place: QRect, logical: int
    ) -> None:
        """Paint the number of one row."""
        theme, here = self._view.theme, logical == self._view.cursor_row
        if here:
            bar = QRect(place.left(), place.top(), BAR, place.height())
            painter.fillRect(place, QColor(theme.accent_soft))
            painter.fillRect(bar, QColor(theme.accent))
        painter.setFont(self._fonts[here])
        painter.setPen(QColor(theme.text if here else theme.text_muted))
        painter.drawText(place.adjusted(0, 0, -LEFT, 0), TO_RIGHT, str(logical))
