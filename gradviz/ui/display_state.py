"""The way things are drawn, kept between two starts as plain words."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from gradviz.document.display import ArrowLength, ColourMap, Display, LossAxis, Scale, Spacing
from gradviz.ui.settings_file import word

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

GROUP: Final = "display"
NONE: Final = "automatic"


def _flag(text: str) -> bool:
    return {"true": True, "false": False}[text]


def _or_none(read: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda text: None if text == NONE else read(text)


_READERS: Final[dict[str, Callable[[str], Any]]] = {
    "scale": _or_none(Scale),
    "spacing": _or_none(Spacing),
    "level_count": _or_none(int),
    "colour_map": ColourMap,
    "arrows_across": int,
    "arrow_length": ArrowLength,
    "arrow_colours": _flag,
    "crosshair": _flag,
    "loss_axis": LossAxis,
}


def save_display(settings: QSettings, display: Display) -> None:
    """Write down every choice."""
    for field in fields(display):
        settings.setValue(f"{GROUP}/{field.name}", _word(getattr(display, field.name)))


def saved_display(settings: QSettings) -> Display:
    """Return what was written down; a choice that cannot be read is the default."""
    display = Display()
    for name, read in _READERS.items():
        chosen = word(settings, f"{GROUP}/{name}")
        if not chosen:
            continue
        try:
            display = replace(display, **{name: read(chosen)})
        except (ValueError, KeyError):
            continue
    return display


def _word(value: object) -> str:
    if value is None:
        return NONE
    return str(value).lower() if isinstance(value, bool) else str(value)
