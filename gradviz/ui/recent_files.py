"""The experiment files that were opened or saved last."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

MOST: Final = 10
_KEY: Final = "files/recent"


class RecentFiles:
    """Kept in the settings, the newest first; files that are gone are left out."""

    def __init__(self) -> None:
        self._settings = QSettings()

    def paths(self) -> list[Path]:
        """Return the files there still are."""
        stored = self._settings.value(_KEY, [])
        names = [stored] if isinstance(stored, str) else stored
        if not isinstance(names, list):
            return []
        return [Path(name) for name in names if isinstance(name, str) and Path(name).is_file()]

    def add(self, path: Path) -> None:
        """Put a file first."""
        known = [old for old in self.paths() if old != path]
        self._settings.setValue(_KEY, [str(old) for old in [path, *known][:MOST]])

    def clear(self) -> None:
        """Forget all."""
        self._settings.remove(_KEY)
