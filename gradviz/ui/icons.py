"""Icons: one drawing each, tinted with a colour of the theme, sharp on every screen."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gradviz.core.resources import resource

if TYPE_CHECKING:
    from gradviz.plots.themes import Theme

SIZE: Final = 20
"""Side of an icon in pixels at a scale of 100 %."""
PROGRAM_SIZES: Final = (16, 24, 32, 48, 64, 128)
"""Sides in pixels at which the program's icon is drawn."""
SMALL: Final = 24
"""The largest of them for which there is a drawing with less in it."""
_DISABLED_OPACITY: Final = 0.45
_INK: Final = "#000"


def icon(name: str, theme: Theme, role: str = "text_muted") -> QIcon:
    """Return an icon in a colour of the theme.

    Parameters
    ----------
    name : str
        A file of ``resources/icons`` without its suffix.
    theme : Theme
        Where the colour comes from.
    role : str
        Which one: a field of `Theme`.

    Raises
    ------
    FileNotFoundError
        When there is no such icon.
    """
    return _icon(name, str(getattr(theme, role)))


@lru_cache(maxsize=256)
def _icon(name: str, colour: str) -> QIcon:
    renderer = QSvgRenderer(QByteArray(tinted(name, colour).encode()))
    made = QIcon()
    for scale in _scales():
        plain = _pixmap(renderer, scale)
        made.addPixmap(plain, QIcon.Mode.Normal)
        made.addPixmap(_faded(plain), QIcon.Mode.Disabled)
    return made


def _scales() -> list[float]:
    """Return the scales to draw at: those of the screens, and what a new one most likely has."""
    return sorted({1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())})


def tinted(name: str, colour: str) -> str:
    """Return the drawing of an icon as SVG text in the colour given."""
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace(f'"{_INK}"', f'"{colour}"')


def _pixmap(renderer: QSvgRenderer, scale: float) -> QPixmap:
    pixmap = _drawn(renderer, round(SIZE * scale))
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _drawn(renderer: QSvgRenderer, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def _faded(plain: QPixmap) -> QPixmap:
    """Fade the whole drawing at once: where fill and stroke overlap too."""
    pixmap = QPixmap(plain.size())
    pixmap.setDevicePixelRatio(plain.devicePixelRatio())
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(_DISABLED_OPACITY)
    painter.drawPixmap(0, 0, plain)
    painter.end()
    return pixmap


def program_icon() -> QIcon:
    """Return the icon of the program, for windows and task bars."""
    small, large = (
        QSvgRenderer(str(resource("icons", "app", f"{name}.svg")))
        for name in ("gradviz-small", "gradviz")
    )
    made = QIcon()
    for size in PROGRAM_SIZES:
        made.addPixmap(_drawn(small if size <= SMALL else large, size))
    return made
