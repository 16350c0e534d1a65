"""What went wrong with an export, as a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gradviz.core.coded_error import CodedError
from gradviz.export.datasets import NoTableError
from gradviz.export.encoders import PictureError
from gradviz.export.files import WriteError
from gradviz.export.movies import MovieError
from gradviz.ui.error_words import coded_sentence, write_sentence


def fault_sentence(fault: Exception) -> str:
    """Return what went wrong as a sentence; what nobody expects is raised again."""
    if isinstance(fault, WriteError):
        return write_sentence(fault)
    if isinstance(fault, MovieError):
        words = _tr(
            "{0} frames of {1} by {2} pixels are too many; take fewer steps, or a smaller size."
        )
        return words.format(fault.count, fault.width, fault.height)
    if isinstance(fault, NoTableError):
        return _tr("There is nothing to export yet.")
    if isinstance(fault, CodedError):
        return coded_sentence(fault)
    if isinstance(fault, MemoryError):
        return _tr("There is not enough memory.")
    if isinstance(fault, ModuleNotFoundError):
        return _tr("{0} is not installed.").format(fault.name)
    if isinstance(fault, PictureError):
        return str(fault)
    raise fault


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportDialog", text)
