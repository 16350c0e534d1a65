"""The overview of keys: groups in three columns, and a field to search them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gradviz.ui import metrics
from gradviz.ui.shortcuts import shortcut_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.ui.actions import Actions
    from gradviz.ui.menus import MenuBar
    from gradviz.ui.shortcuts import Group, Row

_MARGIN: Final = 20
_BETWEEN: Final = 36
"""Pixels between two columns."""
_APART: Final = 14
"""Pixels between two groups."""
_SEARCH: Final = 260


class _GroupView(QWidget):
    """One group: its heading over a row for each key."""

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.setAccessibleName(group.heading)
        self._heading = group.heading.casefold()
        self._rows: list[tuple[Row, QLabel, QLabel]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, _APART)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        heading = QLabel(group.heading)
        heading.setProperty("role", "heading")
        grid.addWidget(heading, 0, 0, 1, 2)
        for place, row in enumerate(group.rows, 1):
            labels = _labels(row)
            grid.addWidget(labels[0], place, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(labels[1], place, 1)
            self._rows.append((row, *labels))

    def keys_width(self) -> int:
        """Return how wide the widest keys are."""
        return max(keys.sizeHint().width() for _, keys, _ in self._rows)

    def align(self, width: int) -> None:
        """Let the words begin so far right, as in the groups above and below."""
        grid = self.layout()
        if isinstance(grid, QGridLayout):
            grid.setColumnMinimumWidth(0, width)

    def search(self, needle: str) -> bool:
        """Show the rows that hold `needle`, all if the heading does; tell whether there are any."""
        any_left = False
        for row, *labels in self._rows:
            holds = needle in self._heading or needle in " ".join(row).casefold()
            any_left |= holds
            for label in labels:
                label.setVisible(holds)
        self.setVisible(any_left)
        return any_left


def _labels(row: Row) -> tuple[QLabel, QLabel]:
    keys, words = QLabel(row[0]), QLabel(row[1])
    keys.setProperty("role", "keys")
    words.setBuddy(keys)
    keys.setAccessibleName(f"{row[1]}: {row[0]}")
    return keys, words


class ShortcutsDialog(QDialog):
    """Shows what keys and mouse do.

    Parameters
    ----------
    parent : QWidget
        Over which it stands, no larger.
    menus, actions
        Where the keys are from.
    """

    def __init__(self, parent: QWidget, menus: MenuBar, actions: Actions) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        columns = shortcut_groups(menus, actions)
        self._groups = [[_GroupView(group) for group in column] for column in columns]
        self._search = self._build_search()
        self._nothing = QLabel(self.tr("No key is told of with these words."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setObjectName("nothingFound")
        self._nothing.hide()
        self._content = QWidget()
        self._area = self._build_area()
        self._lay_out()
        self.resize(self._wanted().boundedTo(parent.window().size() - QSize(16, 16)))
        self._search.setFocus()

    def _build_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("shortcutsSearch")
        field.setAccessibleName(self.tr("Search the shortcuts"))
        tip = self.tr("A key, or what is to be done")
        field.setPlaceholderText(tip)
        field.setToolTip(tip)
        field.setAccessibleDescription(tip)
        field.setClearButtonEnabled(True)
        field.setFixedWidth(_SEARCH)
        field.textChanged.connect(self._filter)
        return field

    def _build_area(self) -> QScrollArea:
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        for groups in self._groups:
            row.addLayout(_column(groups))
        area = QScrollArea()
        area.setWidget(self._content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName(self.tr("Shortcuts"))
        area.setAccessibleDescription(self.tr("Groups of keys with what they do"))
        return area

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        column.setSpacing(12)
        column.addWidget(self._search)
        column.addWidget(self._nothing)
        column.addWidget(self._area, 1)
        column.addWidget(buttons)

    def _wanted(self) -> QSize:
        """Return the size in which everything is seen."""
        self.ensurePolished()
        content = self._content.sizeHint()
        rest = self.sizeHint() - self._area.sizeHint()
        return QSize(content.width() + 2 * _MARGIN, content.height() + rest.height())

    @Slot(str)
    def _filter(self, words: str) -> None:
        needle = words.strip().casefold()
        found = [view.search(needle) for groups in self._groups for view in groups]
        self._nothing.setVisible(not any(found))


def _column(groups: Sequence[_GroupView]) -> QVBoxLayout:
    """Return groups one below the other, their words beginning at the same place."""
    column = QVBoxLayout()
    column.setSpacing(0)
    for group in groups:
        column.addWidget(group)
    column.addStretch(1)
    widest = max(group.keys_width() for group in groups)
    for group in groups:
        group.align(widest + metrics.LABEL_GAP)
    return column
