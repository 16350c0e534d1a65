"""The catalogue in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.core.catalogue import Family

if TYPE_CHECKING:
    from gradviz.core.catalogue import Entry


def _tr(text: str) -> str:
    return QCoreApplication.translate("Catalogue", text)


def entry_name(entry: Entry) -> str:
    """Return what a function is called."""
    return _tr(entry.name)


def entry_note(entry: Entry) -> str:
    """Return what a function is known for, in a sentence."""
    return _tr(entry.note)


def entry_source(entry: Entry) -> str:
    """Return where a function comes from; only what is no title of a work has other words."""
    return _tr(entry.source)


def family_label(family: Family) -> str:
    """Return what is to be seen at functions of a family."""
    labels = {
        Family.BOWL: _tr("Bowl"),
        Family.VALLEY: _tr("Valley, plateau"),
        Family.WELLS: _tr("Several minima"),
        Family.SADDLE: _tr("Saddle"),
        Family.ONE_VARIABLE: _tr("One variable"),
    }
    return labels[family]
