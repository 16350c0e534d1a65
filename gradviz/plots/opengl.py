"""Whether there is OpenGL, asked once something needs it, and without a word if there is none."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gradviz.plots.surface_renderer import SurfaceRenderer

logger = logging.getLogger(__name__)

WITHOUT: Final = frozenset({"offscreen", "minimal", "vnc", "linuxfb"})
"""Platforms of Qt that know no OpenGL."""


_drivers: list[str] = []


def note_driver(name: str) -> None:
    """Remember the driver that draws, for reports of faults."""
    _drivers[:] = [name]


def known_driver() -> str:
    """Return the driver that draws the surface; empty as long as none was needed."""
    return _drivers[0] if _drivers else ""


class UnusableError(RuntimeError):
    """OpenGL is there, but what the surface needs of it is not, or not any more."""


def open_renderer() -> SurfaceRenderer | None:
    """Return a stage for the surface with all that stands on it; None without OpenGL.

    Why there is none is logged: a platform without, a package or library that is missing, or a
    driver that knows too little.
    """
    if QGuiApplication.platformName() in WITHOUT:
        return None
    try:
        # pyqtgraph and PyOpenGL come with it, which take longer to load than all the rest
        from gradviz.plots.surface_renderer import SurfaceRenderer  # noqa: PLC0415

        with _unheard():
            return SurfaceRenderer()
    except (ImportError, OSError, AttributeError, RuntimeError) as error:
        logger.warning("No surface: %s: %s", type(error).__name__, error)
        return None


@contextmanager
def _unheard() -> Iterator[None]:
    """Log what Qt has to say as mere information."""
    earlier = qInstallMessageHandler(_note)
    try:
        yield
    finally:
        qInstallMessageHandler(earlier)


def _note(_kind: object, _context: object, text: str) -> None:
    logger.info("%s", text)
