"""What keys and mouse do, in groups: from the menus, and what no menu tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from gradviz.document.display import View
from gradviz.ui.mnemonics import without_mnemonic

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from gradviz.ui.actions import Actions
    from gradviz.ui.menus import MenuBar

Row = tuple[str, str]
"""Keys or a gesture, and what comes of it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, under a heading."""

    heading: str
    rows: tuple[Row, ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shortcuts", text)


def shortcut_groups(menus: MenuBar, actions: Actions) -> tuple[tuple[Group, ...], ...]:
    """Return what there is for what is shown now, a function or a network: column by column."""
    is_network = actions.views[View.DATA].isVisible()
    file, edit, run, view, help_ = (_of_menu(menu) for menu in _menus(menus))
    return (
        (file, edit, _fields()),
        (run, view, help_),
        (_runs(menus), _mouse(is_network=is_network), _keys(is_network=is_network)),
    )


def _menus(menus: MenuBar) -> list[QMenu]:
    return menus.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _of_menu(menu: QMenu) -> Group:
    return Group(without_mnemonic(menu.title()), tuple(_rows(menu, in_list=False)))


def _rows(menu: QMenu, *, in_list: bool) -> list[Row]:
    """Return the keys of a menu: those of the list of runs, which work in it alone, or the rest."""
    context = Qt.ShortcutContext.WidgetShortcut
    return [
        (action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), _name(action))
        for action in menu.actions()
        if not action.shortcut().isEmpty() and action.isVisible()  # the pictures that there are
        if (action.shortcutContext() == context) == in_list
    ]


def _name(action: QAction) -> str:
    """Return what an action is called, whatever there is to undo or to play at the moment."""
    lasting = {
        "undoAction": _tr("Undo"),
        "redoAction": _tr("Redo"),
        "playAction": _tr("Play, Pause"),
    }
    return lasting.get(action.objectName(), without_mnemonic(action.text()))


def _runs(menus: MenuBar) -> Group:
    of_list = [row for menu in _menus(menus) for row in _rows(menu, in_list=True)]
    return Group(_tr("In the list of runs"), ((_tr("Space"), _tr("Hide or show")), *of_list))


def _mouse(*, is_network: bool) -> Group:
    rows = (
        (_tr("Drag"), _tr("Move the picture")),
        (_tr("Wheel"), _tr("Zoom about the pointer")),
        (_tr("Double click"), _tr("Show the whole")),
    )
    of_function = (
        (_tr("Drag the start"), _tr("Descend from elsewhere")),
        (_tr("Click a dot"), _tr("Go to that step and run")),
    )
    heading = _tr("Picture, with the mouse")
    return Group(heading, rows if is_network else rows + of_function)


def _keys(*, is_network: bool) -> Group:
    arrows = _tr("Move the view") if is_network else _tr("Move the start")
    rows = (
        (_tr("Arrows"), arrows),
        (_tr("Shift+Arrows"), _tr("The same, finely")),
        ("+  −", _tr("Zoom")),
        ("0  R", _tr("Show the whole")),
    )
    return Group(_tr("Picture, with the keys"), rows[:1] + rows[2:] if is_network else rows)


def _fields() -> Group:
    rows = (
        (_tr("Up, Down"), _tr("Step a number")),
        (_tr("Shift+Up, Down"), _tr("Ten times as far")),
        (_tr("Enter"), _tr("Apply a number now")),
        (_tr("Escape"), _tr("Restore the value in use")),
        (_tr("Ctrl+Space"), _tr("Complete a word")),
    )
    return Group(_tr("In a field"), rows)
