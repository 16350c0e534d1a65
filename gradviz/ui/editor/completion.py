"""Names that may be meant by what is being typed, in a list under the cursor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from gradviz.core.formula.functions import CONSTANTS, FUNCTIONS
from gradviz.ui.editor.tokens import assigned_names
from gradviz.ui.fonts import code_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPlainTextEdit

_WORD: Final = re.compile(r"[^\W\d]\w*\Z")
_MEMBER: Final = re.compile(r"(?:np|numpy|math)\.\w*\Z")
_ROWS: Final = 8
_ALL_FROM: Final = 2
"""Letters from which the list opens by itself."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A name that can be completed to: what is put in, and a few words on it."""

    name: str
    about: str = ""
    call: bool = False


def word_before(text: str) -> str:
    """Return the name that ends at the end of `text`, "" for none."""
    match = _WORD.search(text)
    return match.group() if match else ""


def offers(text: str, variables: Sequence[str]) -> list[Offer]:
    """Return what can be completed to: variables, names given a value, constants, functions."""
    own = [Offer(name) for name in (*variables, *sorted(assigned_names(text)))]
    fixed = [Offer(name) for name in CONSTANTS]
    table = [
        Offer(f.name, QCoreApplication.translate("Functions", f.summary), call=True)
        for f in FUNCTIONS.values()
    ]
    return own + fixed + sorted(table, key=lambda offer: offer.name)


def fitting(all_offers: Sequence[Offer], prefix: str) -> list[Offer]:
    """Return those that begin with `prefix`, but not the one that is `prefix` already."""
    lower = prefix.lower()
    return [o for o in all_offers if o.name.lower().startswith(lower) and o.name != prefix]


def opens_by_itself(before: str, all_offers: Sequence[Offer]) -> bool:
    """Tell whether the list should open after `before` was typed without being asked for.

    Not for a name that is complete, though longer ones begin with it: Enter after ``log`` ends
    the line and does not make it ``log10``.
    """
    word = word_before(before)
    if any(offer.name == word for offer in all_offers):
        return False
    return len(word) >= _ALL_FROM or _MEMBER.search(before) is not None


class Completion(QCompleter):
    """The list; the editor opens it, and puts in what `activated` names."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setWidget(editor)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompletionRole(Qt.ItemDataRole.UserRole)
        self.setMaxVisibleItems(_ROWS)
        self._list = QListView()
        self._list.setObjectName("completionList")
        self._list.setAccessibleName(self.tr("Names that can be completed"))
        self._list.setFont(code_font())
        self.setPopup(self._list)

    def is_open(self) -> bool:
        """Whether the list can be seen."""
        return self._list.isVisible()

    def close(self) -> None:
        """Hide the list."""
        self._list.hide()

    def show_offers(self, found: Sequence[Offer]) -> None:
        """Open the list with `found` under the cursor, or close it if there is nothing."""
        if not found:
            self.close()
            return
        self._items.clear()
        for offer in found:
            self._items.appendRow(_item(offer))
        place = self._editor.cursorRect()
        place.setWidth(260)
        self.complete(place)
        self._list.setCurrentIndex(self.completionModel().index(0, 0))

    def chosen(self) -> str:
        """Return the name that is marked in the list."""
        return str(self._list.currentIndex().data(Qt.ItemDataRole.UserRole) or "")


def _item(offer: Offer) -> QStandardItem:
    name = f"{offer.name}()" if offer.call else offer.name
    item = QStandardItem(f"{name}  {offer.about}" if offer.about else name)
    item.setData(name, Qt.ItemDataRole.UserRole)
    item.setData(f"{name} {offer.about}".strip(), Qt.ItemDataRole.AccessibleTextRole)
    item.setEditable(False)
    return item
