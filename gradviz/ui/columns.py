"""The window's three columns: what is chosen, the picture, the curves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

GAP = 8
LEFT, RIGHT = 312, 360
NARROW_LEFT, NARROW_RIGHT = 288, 264
NARROW, ROOMY = 1010, 1280
"""Widths in pixels: of the outer columns in a window at least `ROOMY` wide, in one that is `NARROW`
at most, and between the two in between."""


class Columns(QSplitter):
    """Three columns with gaps that can be dragged; the middle one takes what is left.

    Parameters
    ----------
    left, right : sequence of (QWidget, int)
        Cards from top to bottom, each with its share of the height that is left over.
    middle : QWidget
        The picture.
    """

    def __init__(
        self,
        left: Sequence[tuple[QWidget, int]],
        middle: QWidget,
        right: Sequence[tuple[QWidget, int]],
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("columns")
        self.setHandleWidth(GAP)
        self.setChildrenCollapsible(False)
        self._dragged = False
        self._has_sides = self._has_right = True
        self._panels: list[QWidget] = []
        self._stacks = (_stack(left), _stack(right))
        self._sides = (_scrolling(self._stacks[0]), self._stacks[1])
        self.addWidget(self._sides[0])
        self.addWidget(middle)
        self.addWidget(self._sides[1])
        self.setStretchFactor(1, 1)
        middle.setMinimumWidth(320)
        self.splitterMoved.connect(self._remember_drag)

    def add_left(self, place: int, card: QWidget) -> None:
        """Put another card at a place of the left column."""
        _rows(self._stacks[0]).insertWidget(place, card)

    def move_left(self, place: int, card: QWidget) -> None:
        """Move a card of the left column to another place, counted without it."""
        rows = _rows(self._stacks[0])
        rows.removeWidget(card)
        rows.insertWidget(place if place >= 0 else rows.count(), card)

    def add_right(self, place: int, card: QWidget, share: int) -> None:
        """Put another card at a place of the right column, with a share of its height."""
        _rows(self._stacks[1]).insertWidget(place, card, share)

    def add_panel(self, panel: QWidget, width: int) -> None:
        """Put a panel right of everything, so wide."""
        self.addWidget(panel)
        panel.setMaximumWidth(width)
        self._panels.append(panel)

    def cards(self) -> tuple[list[QWidget], list[QWidget]]:
        """Return the cards on the left and those on the right, from top to bottom."""
        left, right = (_cards(stack) for stack in self._stacks)
        return left, [*right, *self._panels]

    def show_right(self, *, shown: bool) -> None:
        """Show or hide the right column, when the outer columns are shown."""
        self._has_right = shown
        self._show_outer()

    def chosen_widths(self) -> tuple[int, int] | None:
        """Return the widths of the outer columns, if they were dragged."""
        left, _, right = self.sizes()[:3]
        return (left, right) if self._dragged else None

    def choose_widths(self, left: int, right: int) -> None:
        """Give the outer columns these widths, as if they were dragged there."""
        self._dragged = True
        self._share(left, right)

    def show_sides(self, *, shown: bool) -> None:
        """Show or hide the outer columns."""
        self._has_sides = shown
        self._show_outer()

    def _show_outer(self) -> None:
        self._sides[0].setVisible(self._has_sides)
        self._sides[1].setVisible(self._has_sides and self._has_right)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Keep the outer columns' widths, narrower in a narrow window, until they are dragged."""
        super().resizeEvent(event)
        self.refit()

    def refit(self) -> None:
        """Share the width anew, unless it was shared by hand."""
        if not self._dragged:
            room = self.width() - sum(self._panel_widths())
            share = min(max((room - NARROW) / (ROOMY - NARROW), 0.0), 1.0)
            left = NARROW_LEFT + round(share * (LEFT - NARROW_LEFT))
            right = NARROW_RIGHT + round(share * (RIGHT - NARROW_RIGHT))
            self._share(left, right)

    def _panel_widths(self) -> list[int]:
        return [0 if panel.isHidden() else panel.maximumWidth() for panel in self._panels]

    def _share(self, left: int, right: int) -> None:
        """Give the middle what the others leave."""
        panels = self._panel_widths()
        gaps = GAP * (2 + sum(1 for width in panels if width))
        middle = max(self.width() - left - right - sum(panels) - gaps, 0)
        self.setSizes([left, middle, right, *panels])

    def _remember_drag(self) -> None:
        self._dragged = True


def _stack(cards: Sequence[tuple[QWidget, int]]) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP)
    for card, stretch in cards:
        layout.addWidget(card, stretch)
    return column


def _rows(stack: QWidget) -> QVBoxLayout:
    rows = stack.layout()
    assert isinstance(rows, QVBoxLayout)  # noqa: S101 - `_stack` made it
    return rows


def _cards(stack: QWidget) -> list[QWidget]:
    rows = _rows(stack)
    items = (rows.itemAt(place) for place in range(rows.count()))
    widgets = (item.widget() for item in items if item is not None)
    return [widget for widget in widgets if widget is not None]


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName("leftColumn")
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(260)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
