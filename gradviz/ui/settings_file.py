"""The settings, read with suspicion: whoever or whatever wrote the file, the window opens."""

from __future__ import annotations

import contextlib
import logging
import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

BROKEN: Final = ".broken"
"""What the name of a file that was set aside ends in."""
_WHOLE: Final = re.compile(r"[0-9]{1,9}", re.ASCII)
_OF_LINES: Final = {".conf", ".ini"}
"""What the names of settings end in where they are lines of text, not a registry or a list."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FLAGS: Final = {"true": True, "false": False}
logger = logging.getLogger(__name__)


def open_settings() -> QSettings:
    """Return the user's settings; a file that holds none is set aside, and all are the default."""
    settings = QSettings()
    path = Path(settings.fileName())
    if settings.status() is QSettings.Status.NoError and _is_text(path):
        return settings
    del settings
    with contextlib.suppress(OSError):
        if path.is_dir() or (path.is_file() and path.stat().st_size > 0):
            path.rename(_free_name(path))
            logger.warning("The settings could not be read and were set aside: %s", path.name)
    return QSettings()


def _is_text(path: Path) -> bool:
    """Tell whether a file of lines is one; Qt overlooks what it cannot read in others.

    What it writes itself has no control characters.
    """
    if path.suffix not in _OF_LINES:
        return True
    try:
        return _CONTROL.search(path.read_bytes().decode()) is None
    except UnicodeDecodeError:
        return False
    except OSError:  # none yet, or nobody may read it
        return True


def _free_name(path: Path) -> Path:
    """Return where to set `path` aside: the last broken file is replaced, a folder is not."""
    aside = path.with_name(path.name + BROKEN)
    number = 1
    while aside.is_dir() or (path.is_dir() and aside.exists()):
        number += 1
        aside = path.with_name(f"{path.name}{BROKEN}{number}")
    if aside.exists():
        aside.unlink()  # not every system renames over a file
    return aside


def word(settings: QSettings, key: str) -> str:
    """Return what was written down under `key`; nothing if that is not a text."""
    value = settings.value(key)
    return value if isinstance(value, str) else ""


def flag(settings: QSettings, key: str, *, default: bool) -> bool:
    """Return a choice of two; the default if it is neither."""
    value = settings.value(key)
    return value if isinstance(value, bool) else _FLAGS.get(word(settings, key).lower(), default)


def whole(settings: QSettings, key: str) -> int:
    """Return a count or a size; 0 if it is none."""
    value = settings.value(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = word(settings, key)
    return int(text) if _WHOLE.fullmatch(text) else 0
