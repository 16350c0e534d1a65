"""What a crash left, offered at the next start."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from gradviz.document.file_errors import FileError
from gradviz.document.recovery_locks import absolute
from gradviz.ui.file_questions import Answer

if TYPE_CHECKING:
    from pathlib import Path

    from gradviz.document.document import Document
    from gradviz.document.recovery import Leftover
    from gradviz.ui.documents import Documents

logger = logging.getLogger(__name__)


def offer_recovery(documents: Documents, path: Path | None = None) -> bool:
    """Offer what crashes left, the newest first, until one is wanted.

    What is thrown away is removed, the others are offered again at the next start. What cannot be
    read is left where it is, until it is too old.

    Parameters
    ----------
    documents : Documents
        Where it is shown.
    path : Path, optional
        A file that is to be opened: only what belongs to it is offered.

    Returns
    -------
    bool
        Whether one is shown now.
    """
    recovery = documents.autosaver.recovery
    recovery.prune()
    for left in recovery.leftovers():
        if path is None or _belongs(left, path):
            document = _read(left)
            if document is not None and _is_shown(documents, left, document):
                return True
    return False


def _belongs(left: Leftover, path: Path) -> bool:
    return left.path is not None and absolute(left.path) == absolute(path)


def _read(left: Leftover) -> Document | None:
    try:
        return left.read()
    except (FileError, OSError) as error:
        logger.warning("What a crash left in %s cannot be read: %s", left.file.name, error)
        return None


def _is_shown(documents: Documents, left: Leftover, document: Document) -> bool:
    """Ask, and do what is wanted; return whether it is shown."""
    answer = _answer(documents, left)
    if answer is not Answer.SAVE:
        if answer is Answer.DISCARD:
            left.discard()
        return False
    try:
        place = documents.autosaver.recovery.take(left)
    except (FileError, OSError) as error:  # it can be shown all the same
        logger.warning("What a crash left stays where it is: %s", error)
    else:
        if place is None:  # another program was quicker
            return False
        documents.autosaver.adopt(place, left.path)
    documents.adopt(document, left.path)
    return True


def _answer(documents: Documents, left: Leftover) -> Answer:
    name = left.path.name if left.path is not None else _tr("Untitled")
    at = QLocale().toString(
        QDateTime.fromSecsSinceEpoch(int(left.saved_at)), QLocale.FormatType.ShortFormat
    )
    return documents.questions.fate_of_left(
        _tr("GradViz did not end as it should. Bring back “{0}”?").format(name),
        _tr("It was kept at {0}, with what was not saved.").format(at),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovering", text)
