"""Small windows of the Help menu: about."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

import contourpy
import numpy as np
from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from gradviz import __version__
from gradviz.ui.diagnostics import diagnostics_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)


def _dialog(parent: QWidget, title: str) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(12)
    return dialog, column


def _finish(dialog: QDialog, column: QVBoxLayout) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    dialog.open()


def show_about(parent: QWidget) -> None:
    """Say what this is, in which version, on what it stands."""
    dialog, column = _dialog(parent, _tr("About GradViz"))
    dialog.setObjectName("aboutDialog")
    heading = QLabel(f"GradViz {__version__}")
    heading.setProperty("role", "heading")
    text = QLabel(
        _tr(
            "A desktop laboratory for gradient descent: type a function, set h, learning rate, "
            "steps and start, and watch it descend."
        )
    )
    text.setWordWrap(True)
    text.setMinimumWidth(380)
    versions = QLabel(
        f"Python {platform.python_version()} · Qt {qVersion()} · "
        f"NumPy {np.__version__} · contourpy {contourpy.__version__}"
    )
    versions.setProperty("role", "muted")
    versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    fonts = QLabel(_tr("Fonts: Inter and JetBrains Mono, SIL Open Font License 1.1"))
    fonts.setProperty("role", "muted")
    for label in (heading, text, versions, fonts, _data_credits()):
        column.addWidget(label)
    column.addWidget(_copy_button(), 0, Qt.AlignmentFlag.AlignLeft)
    _finish(dialog, column)


def _copy_button() -> QPushButton:
    button = QPushButton(_tr("Copy diagnostics"))
    button.setObjectName("copyDiagnosticsButton")
    button.setAccessibleName(button.text())
    button.setToolTip(_tr("Versions, screens, folders and the last lines of the log, for a report"))
    button.setAutoDefault(False)
    button.clicked.connect(_copy_diagnostics)
    return button


def _copy_diagnostics() -> None:
    QGuiApplication.clipboard().setText(diagnostics_text())


def _data_credits() -> QLabel:
    """Return whose the data sets are and where they came from, as their licence asks."""
    sets = (
        ("Iris", "R. A. Fisher, 1936", "https://doi.org/10.24432/C56C76"),
        (
            "Optical Recognition of Handwritten Digits",
            "E. Alpaydin, C. Kaynak, 1998",
            "https://doi.org/10.24432/C50P49",
        ),
    )
    named = "; ".join(f"{_link(where, title)} ({people})" for title, people, where in sets)
    licence = _link("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0")
    credits_ = QLabel(
        _tr("Data: {0}; UCI Machine Learning Repository, {1}, in another file format").format(
            named, licence
        )
    )
    credits_.setObjectName("dataCredits")
    credits_.setProperty("role", "muted")
    credits_.setTextFormat(Qt.TextFormat.RichText)
    credits_.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    credits_.setOpenExternalLinks(True)
    credits_.setWordWrap(True)
    return credits_


def _link(where: str, words: str) -> str:
    return f'<a href="{where}">{words}</a>'
