"""Small controls that the cards share: icon buttons, chips, segments, labelled fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gradviz.ui import icons, metrics
from gradviz.ui.mnemonics import without_mnemonic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QWheelEvent
    from PySide6.QtWidgets import QStyleOptionComboBox


class ActionButton(QToolButton):
    """A button that shows an action: its state, its words for screen readers, its tooltip."""

    def __init__(self, action: QAction, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setDefaultAction(action)
        self.setObjectName(action.objectName().removesuffix("Action") + "Button")
        action.changed.connect(self._name)
        self._name()

    def _name(self) -> None:
        action = self.defaultAction()
        self.setAccessibleName(without_mnemonic(action.text()))
        self.setAccessibleDescription(action.toolTip())


class IconButton(ActionButton):
    """An action as an icon, 28 pixels square; the ``primary`` one round and filled.

    Parameters
    ----------
    action : QAction
        What it does; carries the icon.
    primary : bool
        Whether it is the one that matters most.
    """

    def __init__(
        self, action: QAction, *, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(action, "primary" if primary else "icon", parent)
        side = metrics.PLAY_BUTTON if primary else metrics.ICON_BUTTON
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setIconSize(QSize(icons.SIZE, icons.SIZE))
        self.setFixedSize(side, side)


class TextButton(ActionButton):
    """An action as icon and words, without a frame, for a card's header."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(action, "text", parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(icons.SIZE, icons.SIZE))
        self.setFixedHeight(metrics.ICON_BUTTON)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Return the room of icon and words, without the arrow that styles allow for."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(icons.SIZE + words + 10, metrics.ICON_BUTTON)


class Chip(ActionButton):
    """A checkable action as a rounded switch.

    Parameters
    ----------
    action : QAction
        What is switched.
    text : str, optional
        Shorter words to show than the action's own.
    """

    def __init__(self, action: QAction, text: str = "", parent: QWidget | None = None) -> None:
        self._text = text
        super().__init__(action, "chip", parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFixedHeight(metrics.CHIP)

    def _name(self) -> None:
        super()._name()
        self.setText(self._text or self.accessibleName())


class Segment(QToolButton):
    """One of the values of a `SegmentedControl`."""

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Return the room of the word; where that is tight, without the two spaces Qt adds."""
        hint = super().sizeHint()
        if not self.property("tight"):
            return hint
        return QSize(hint.width() - 2 * self.fontMetrics().horizontalAdvance(" "), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Return the same: a word that is cut says nothing."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Let the Tab key come to another segment where this one cannot be had."""
        super().changeEvent(event)
        control = self.parentWidget()
        if event.type() == QEvent.Type.EnabledChange and isinstance(control, SegmentedControl):
            control.offer_focus()


class SegmentedControl(QFrame):
    """One choice of a few, side by side; the arrow keys move it."""

    chosen = Signal(object)
    """The value of the segment that was pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._values: list[object] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(1)
        self._group.idClicked.connect(self._choose)
        self._group.idToggled.connect(self.offer_focus)

    def add(self, text: str, value: object) -> QToolButton:
        """Add a segment and return its button."""
        button = Segment()
        button.setText(text)
        button.setCheckable(True)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedHeight(metrics.CHIP)
        button.setChecked(not self._values)
        self._group.addButton(button, len(self._values))
        self._row.addWidget(button)
        self._values.append(value)
        self.offer_focus()
        return button

    def set_value(self, value: object) -> None:
        """Show which segment is chosen, without a signal."""
        self._group.button(self._values.index(value)).setChecked(True)

    def offer_focus(self) -> None:
        """Let the keys come to the segment that is chosen alone, if that can be had."""
        chosen = self._group.checkedButton()
        is_fixed = chosen is not None and chosen.isEnabled()
        for button in self._group.buttons():
            comes = not is_fixed or button is chosen
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if comes else Qt.FocusPolicy.NoFocus)
            if chosen is not None and not comes and button.hasFocus():
                chosen.setFocus()

    def set_tight(self, tight: bool, *, small: bool = False) -> None:
        """Take less room for the same words, and still less in small letters."""
        if (tight, small) != (self.property("tight"), self.property("small")):
            self.setProperty("tight", tight)
            self.setProperty("small", small)
            for button in self._group.buttons():
                button.setProperty("tight", tight)
                button.style().unpolish(button)
                button.style().polish(button)

    def value(self) -> object:
        """Return the value of the segment that is chosen."""
        return self._values[self._group.checkedId()]

    def _choose(self, index: int) -> None:
        self.chosen.emit(self._values[index])


class Choice(QComboBox):
    """A list to choose one value from; the mouse wheel passes it by unless it has the focus."""

    def __init__(
        self, object_name: str, name: str, tip: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setView(QListView())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Turn through the choices only while in focus; scroll the column else."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802  (Qt's spelling)
        """End what there is no room for with dots: a style sheet just cuts it."""
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        text, end = option.currentText, Qt.TextElideMode.ElideRight
        option.currentText = option.fontMetrics.elidedText(text, end, room.width())

    def offer(self, items: Sequence[tuple[str, object]]) -> None:
        """Replace what can be chosen: pairs of words and value."""
        self.clear()
        for text, value in items:
            self.addItem(text, value)

    def show_value(self, value: object) -> None:
        """Show `value` as chosen; `activated` tells of the user's choices only."""
        index = next(i for i in range(self.count()) if self.itemData(i) == value)
        self.setCurrentIndex(index)


def discard(widget: QWidget) -> None:
    """Delete a widget with the label that `labelled` gave it; nobody finds it from now on."""
    doomed = widget.parentWidget() or widget
    doomed.setParent(None)
    doomed.deleteLater()


def labelled(text: str, widget: QWidget) -> QWidget:
    """Return `widget` under a small label that gives it the focus and names it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(metrics.CAPTION_GAP)
    column.addWidget(label_of(text, widget))
    column.addWidget(widget)
    return holder


def label_of(text: str, widget: QWidget) -> QLabel:
    """Return a small label that gives `widget` the focus and names it."""
    label = QLabel(text)
    label.setProperty("role", "label")
    label.setBuddy(widget)
    if not widget.accessibleName():
        widget.setAccessibleName(text)
    return label
