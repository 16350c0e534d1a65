"""What the widgets of all pictures have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QEvent, QSizeF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradviz.plots.frames import paint_focus
from gradviz.plots.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPainter

    from gradviz.plots.themes import Theme

BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Canvas(QWidget):
    """A widget that paints all of itself, follows the mouse, and is reached by the Tab key.

    A click does not take the focus: the arrow keys stay with the transport.

    Attributes
    ----------
    picture : Picture
        What is painted.
    """

    picture: Picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ringed = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.picture.theme = theme
        self.update()

    def extent(self) -> QSizeF:
        """Return the size of the picture in pixels."""
        return QSizeF(self.size())

    def paint_ring(self, painter: QPainter, theme: Theme) -> None:
        """Show that the keys come here, if it was a key that brought them here."""
        if self._ringed:
            paint_focus(painter, self.rect(), theme)

    def acts_on(self, event: QKeyEvent) -> bool:  # noqa: ARG002 - by default on none
        """Tell whether a key is for this view while it has the focus."""
        return False

    def event(self, event: QEvent) -> bool:
        """Claim the keys this view acts on before the window's shortcuts get them."""
        is_offer = event.type() == QEvent.Type.ShortcutOverride
        if is_offer and isinstance(event, QKeyEvent) and self.acts_on(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Remember whether it was a key that brought the focus."""
        self._ringed = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the ring away."""
        self._ringed = False
        super().focusOutEvent(event)


class Dimmable(Picture, Protocol):
    """A picture that may belong to what was shown before.

    Attributes
    ----------
    dimmed : bool
        Whether it does.
    """

    dimmed: bool


class DimmableCanvas(Canvas):
    """A canvas whose picture is dimmed while what is typed is wrong."""

    picture: Dimmable

    def set_dimmed(self, dimmed: bool) -> None:
        """Show that the picture belongs to an earlier text."""
        self.picture.dimmed = dimmed
        self.update()
