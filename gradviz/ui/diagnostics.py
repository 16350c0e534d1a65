"""What a report of a fault should say of the machine and the program, as text to be copied."""

from __future__ import annotations

import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import contourpy
import numpy as np
import PySide6
from PySide6.QtCore import QLocale, QSettings, qVersion
from PySide6.QtGui import QGuiApplication

from gradviz import __version__
from gradviz.plots.opengl import known_driver
from gradviz.ui.log_file import data_folder, last_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

LINES: Final = 40
"""Lines of the log."""


def diagnostics_text() -> str:
    """Return versions, screens, folders and the last lines of the log.

    In English, as whoever reads it needs not understand the writer's language. The user's home
    is written ``~``.
    """
    text = "\n".join(f"{name}: {value}" for name, value in _facts())
    log = last_lines(data_folder() / "gradviz.log", LINES)
    return _without_home(f"{text}\n\nLast lines of the log:\n{log or '(none)'}\n")


def _facts() -> Iterator[tuple[str, str]]:
    yield "GradViz", __version__ + (", bundled" if getattr(sys, "frozen", False) else "")
    yield "Python", platform.python_version()
    yield "Qt", f"{qVersion()}, PySide {PySide6.__version__}"
    yield "NumPy", f"{np.__version__}, contourpy {contourpy.__version__}"
    yield "System", f"{platform.platform()}, {platform.machine()}"
    yield "Platform of Qt", QGuiApplication.platformName()
    for screen in QGuiApplication.screens():
        size = screen.size()
        scale = screen.devicePixelRatio()
        yield "Screen", f"{size.width()} x {size.height()} at {scale:g}"
    yield "OpenGL", known_driver() or "not used yet"
    yield "Locale", QLocale().name()
    yield "Settings", QSettings().fileName()
    yield "Data", str(data_folder())


def _without_home(text: str) -> str:
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
