"""A strip over the picture that tells of a fault and lets one copy its details; nothing blocks.

It lies upon the picture, whose size it leaves alone: a picture is exported as large as it is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from gradviz.ui.diagnostics import diagnostics_text

if TYPE_CHECKING:
    from pathlib import Path

INSET: Final = 6
"""Pixels around it."""


class Banner(QFrame):
    """Hidden until there is something to tell.

    Parameters
    ----------
    log_file : pathlib.Path or None
        Where the details are kept too; named in the tooltip.
    """

    def __init__(self, log_file: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._details = ""
        self._place: QWidget | None = None
        self._text = QLabel()
        self._text.setObjectName("bannerLabel")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = QPushButton(self.tr("Copy diagnostics"))
        self._copy.setObjectName("copyDetailsButton")
        self._copy.setAccessibleName(self.tr("Copy diagnostics: the details, versions, the log"))
        self._copy.clicked.connect(self._copy_details)
        if log_file is not None:
            self._copy.setToolTip(self.tr("The log file has them too: {0}").format(log_file))
        self._close = QPushButton(self.tr("Dismiss"))
        self._close.setObjectName("dismissBannerButton")
        self._close.setAccessibleName(self.tr("Dismiss this message"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._copy)
        row.addWidget(self._close)
        self.hide()

    def lie_over(self, place: QWidget, card: QWidget) -> None:
        """Lie over the top of a part of a card from now on."""
        self.setParent(card)
        self._place = place
        place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's spelling)
        """Go with the place it lies over."""
        if watched is self._place and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Be as wide as the place, and as high as the words need."""
        place, card = self._place, self.parentWidget()
        if place is not None and card is not None:
            corner = place.mapTo(card, QPoint(INSET, INSET))
            width = place.width() - 2 * INSET
            self.setGeometry(QRect(corner.x(), corner.y(), width, self.heightForWidth(width)))

    def tell(self, sentence: str, details: str = "", *, good: bool = False) -> None:
        """Show `sentence`; `details` can be copied with diagnostics. ``good`` news look calm."""
        self._details = details
        self._text.setText(sentence)
        self._copy.setVisible(bool(details))
        self.setProperty("tone", "ok" if good else "bad")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(sentence)
        self.show()
        self._fit()
        self.raise_()

    def forget_news(self) -> None:
        """Hide good news, which are about a document that is left."""
        if self.property("tone") == "ok":
            self.hide()

    def _copy_details(self) -> None:
        parts = (self._text.text(), self._details, diagnostics_text())
        QGuiApplication.clipboard().setText("\n\n".join(parts))
