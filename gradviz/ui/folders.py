"""Where dialogs for files begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents() -> Path:
    """Return the folder of the user's documents; the home folder where there is none.

    Qt's own dialog takes the last part of a folder that is not there for the name of a file.
    """
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(place) or ".")
    return found if found.is_dir() else Path.home()
