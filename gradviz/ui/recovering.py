"""What a crash left, offered at the next start."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from gradviz.document.file_errors import FileError
from gradviz.ui.error_words import coded_sentence

if TYPE_CHECKING:
    from gradviz.document.recovery import Leftover
    from gradviz.ui.documents import Documents

logger = logging.getLogger(__name__)


def offer_recovery(documents: Documents) -> bool:
    """Offer the newest document that a crash left; return whether it is shown now.

    What is not wanted is removed; older ones are offered at later starts.
    """
    recovery = documents.autosaver.recovery
    left = recovery.leftovers()
    if not left:
        recovery.prune()
        return False
    if not _wants(documents, left[0]):
        left[0].discard()
        return False
    return _restore(documents, left[0])


def _wants(documents: Documents, left: Leftover) -> bool:
    name = left.path.name if left.path is not None else _tr("Untitled")
    at = QLocale().toString(
        QDateTime.fromSecsSinceEpoch(int(left.saved_at)), QLocale.FormatType.ShortFormat
    )
    return documents.questions.wants(
        _tr("GradViz did not end as it should. Bring back “{0}”?").format(name),
        _tr("It was kept at {0}, with what was not saved.").format(at),
        _tr("Bring Back"),
        _tr("Throw Away"),
    )


def _restore(documents: Documents, left: Leftover) -> bool:
    try:
        document = left.read()
        place = documents.autosaver.recovery.take(left)
    except (FileError, OSError) as error:
        logger.warning("What a crash left cannot be read: %s", error)
        if isinstance(error, FileError):
            documents.questions.tell(coded_sentence(error))
        left.discard()
        return False
    if place is None:
        return False
    documents.autosaver.adopt(place, left.path)
    documents.adopt(document, left.path)
    return True


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovering", text)
