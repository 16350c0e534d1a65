"""How much larger everything is drawn for who has asked the system for larger text.

Letters, fields and pictures grow together, as on a screen of more dots to the inch: nothing that
was laid out for usual text is cut.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize

VARIABLE: Final = "QT_SCALE_FACTOR"
USUAL: Final = {"win32": 9.0, "darwin": 13.0}
"""Points of the system's font where nobody has changed it."""
USUAL_ELSEWHERE: Final = 11.0
"""Desktops begin with 9 to 11."""
NOTICEABLE: Final = 1.1
LARGEST: Final = 3.0
STEP: Final = 0.05


def text_scale(font: QFont, room: QSize, least: QSize, platform: str = sys.platform) -> float:
    """Return how much larger everything is to be: 1 for usual text, never less.

    Parameters
    ----------
    font : QFont
        That of the system.
    room : QSize
        What a window may take of the screen.
    least : QSize
        The smallest window: it has to fit the screen.
    platform : str
        As `sys.platform`.
    """
    if font.pointSizeF() <= 0.0 or least.isEmpty():  # a size in pixels was set for this screen
        return 1.0
    wanted = font.pointSizeF() / USUAL.get(platform, USUAL_ELSEWHERE)
    fits = min(room.width() / least.width(), room.height() / least.height(), LARGEST)
    scale = int(min(wanted, fits) / STEP + 1e-9) * STEP
    return round(scale, 2) if scale >= NOTICEABLE else 1.0


def scaled_application(argv: Sequence[str], least: QSize) -> QApplication:
    """Return a new QApplication in which everything is as large as the system's text.

    Qt knows the system's font once there is an application, and reads the scale when one is made;
    so where text is larger than usual, a second one is made. A scale that the user gives in
    ``QT_SCALE_FACTOR`` stays.
    """
    application = QApplication(list(argv))
    if os.environ.get(VARIABLE):
        return application
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    scale = text_scale(font, QGuiApplication.primaryScreen().availableSize(), least)
    if scale == 1.0:
        return application
    delete(application)
    os.environ[VARIABLE] = f"{scale:g}"
    try:
        return QApplication(list(argv))
    finally:
        del os.environ[VARIABLE]  # other programs that are started from here have their own
