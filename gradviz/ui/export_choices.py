"""What was chosen for an export, and remembered for the next one."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from gradviz.export.datasets import TableFormat
from gradviz.export.sheet import Unit
from gradviz.ui.settings_file import flag, open_settings, word

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings


class Kind(StrEnum):
    """What is written."""

    PICTURE = "picture"
    MOVIE = "movie"
    TABLE = "table"
    SCRIPT = "script"


class PictureFormat(StrEnum):
    """What a file with a picture is."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


class MovieFormat(StrEnum):
    """What a file with a moving picture is."""

    GIF = "gif"
    WEBP = "webp"


class Colours(StrEnum):
    """Which theme a picture has."""

    WINDOW = "window"
    LIGHT = "light"
    DARK = "dark"


SCALES = (0.25, 8.0)
DPIS = (24.0, 1200.0)
RATES = (0.1, 50.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoices:
    """What is remembered.

    Attributes
    ----------
    kind : Kind
        What is written.
    picture, movie, table : PictureFormat, MovieFormat, TableFormat
        As what.
    unit : Unit
        What sizes are given in.
    scale : float
        Pixels of an image for each of its size.
    dpi : float
        Dots per inch of an image whose size is given in millimetres.
    colours : Colours
        Which theme.
    is_transparent : bool
        Whether the ground is left out.
    has_title : bool
        Whether pictures have headings.
    rate : float
        Frames per second.
    folder : str
        Where the last file was written; "" for the documents of the user.
    """

    kind: Kind = Kind.PICTURE
    picture: PictureFormat = PictureFormat.PNG
    movie: MovieFormat = MovieFormat.GIF
    table: TableFormat = TableFormat.CSV
    unit: Unit = Unit.PIXELS
    scale: float = 2.0
    dpi: float = 300.0
    colours: Colours = Colours.WINDOW
    is_transparent: bool = False
    has_title: bool = True
    rate: float = 10.0
    folder: str = ""

    @property
    def suffix(self) -> str:
        """How the name of the file ends, without a dot."""
        return {
            Kind.PICTURE: self.picture.value,
            Kind.MOVIE: self.movie.value,
            Kind.TABLE: self.table.value,
            Kind.SCRIPT: "py",
        }[self.kind]


def remembered() -> ExportChoices:
    """Return what was chosen last; what cannot be is as it is at first."""
    settings, found = open_settings(), ExportChoices()
    for item in fields(ExportChoices):
        default = getattr(found, item.name)
        value = _read(settings, f"export/{item.name}", default)
        if value != default:
            found = replace(found, **{item.name: value})
    return found


def remember(choices: ExportChoices) -> None:
    """Keep choices for the next time."""
    settings = open_settings()
    for item in fields(choices):
        value = getattr(choices, item.name)
        settings.setValue(f"export/{item.name}", value if isinstance(value, bool) else str(value))


_BOUNDS = {"scale": SCALES, "dpi": DPIS, "rate": RATES}


def _read(settings: QSettings, key: str, default: Any) -> Any:  # noqa: ANN401 - any of the fields
    if isinstance(default, bool):
        return flag(settings, key, default=default)
    text = word(settings, key)
    if isinstance(default, StrEnum):
        return type(default)(text) if text in set(type(default)) else default
    if isinstance(default, str):
        return text
    low, high = _BOUNDS[key.removeprefix("export/")]
    try:
        value = type(default)(text)
    except ValueError:
        return default
    return value if math.isfinite(value) and low <= value <= high else default
