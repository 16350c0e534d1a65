"""The two fonts of the program, their sizes and what stands in where they have no letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QFontDatabase

from gradviz.core.resources import resources

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SMALL: Final = 11
BODY: Final = 12
CODE: Final = 12
"""Sizes in pixels."""

_FALLBACK: Final = (
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "Noto Sans CJK JP",
    "Yu Gothic UI",
    "Hiragino Sans",
    "Noto Sans CJK SC",
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans",
    "DejaVu Sans",
)
_TEXT: Final = ("Inter", *_FALLBACK)
_CODE: Final = ("JetBrains Mono", "DejaVu Sans Mono", "Menlo", "Consolas", "Inter", *_FALLBACK)


def apply_fonts(application: QApplication) -> None:
    """Load the fonts that come along, once, and set the body font for every window."""
    load_fonts()
    application.setFont(text_font())


def load_fonts() -> tuple[str, ...]:
    """Make the fonts known to Qt and return the families it found; a second call loads nothing.

    Raises
    ------
    FileNotFoundError
        When the resources are missing.
    """
    if {"Inter", "JetBrains Mono"} <= set(_loaded):
        return tuple(_loaded)
    for path in sorted((resources() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        for family in QFontDatabase.applicationFontFamilies(number):
            if family not in _loaded:
                _loaded.append(family)
    return tuple(_loaded)


_loaded: list[str] = []


def text_font(size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of labels and fields, with figures of one width."""
    return _font(_TEXT, size, weight)


def code_font(size: int = CODE) -> QFont:
    """Return the font of formulas: every letter as typed, as wide as any other."""
    font = _font(_CODE, size, QFont.Weight.Normal)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


def _font(families: tuple[str, ...], size: int, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
