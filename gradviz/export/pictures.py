"""Pictures of the views as files: PNG, SVG and PDF.

Pictures are painted anew for the file and never grabbed from the screen, so none of this needs a
display: the command line runs it on Qt's offscreen platform.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from gradviz.export.encoders import PictureError, pdf_bytes, png_bytes, svg_bytes
from gradviz.export.figure import figure_of
from gradviz.export.files import write_bytes
from gradviz.export.sheet import SIZE, Sheet
from gradviz.export.subject import Drawn, Subject, all_pictures, picture_of

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence

    from gradviz.export.figure import Figure
    from gradviz.plots.picture import Picture
    from gradviz.plots.themes import Theme

__all__ = ["ENCODERS", "SIZE", "PictureError", "render", "save_pictures"]

ENCODERS: Final[dict[str, Callable[[Figure, Sheet], bytes]]] = {
    ".png": png_bytes,
    ".svg": svg_bytes,
    ".pdf": pdf_bytes,
}
"""What makes a file, by how its name ends."""


def render(
    subject: Subject,
    path: str | os.PathLike[str],
    what: Drawn | None = Drawn.CONTOUR,
    sheet: Sheet | None = None,
) -> None:
    """Draw an experiment into a file; needs a QGuiApplication, but no display.

    The surface needs a QApplication on a display with OpenGL.

    Parameters
    ----------
    subject : Subject
        What is drawn; its easel is left to the caller.
    path : path-like
        A name that ends in ``.png``, ``.svg`` or ``.pdf``.
    what : Drawn or None
        Which picture; None for all in one figure.
    sheet : Sheet, optional
        Size and ground.

    Raises
    ------
    PictureError
        When there is no such picture, or size or the ending of the name cannot be.
    WriteError
        When the file cannot be written.
    """
    chosen = all_pictures(subject) if what is None else [picture_of(subject, what)]
    save_pictures(chosen, path, sheet)


def save_pictures(
    pictures: Sequence[Picture],
    path: str | os.PathLike[str],
    sheet: Sheet | None = None,
    theme: Theme | None = None,
) -> None:
    """Draw one picture, or several in one figure, into the file `path`.

    Parameters
    ----------
    pictures : sequence of Picture
        What is drawn.
    path : path-like
        A name that ends in ``.png``, ``.svg`` or ``.pdf``.
    sheet : Sheet, optional
        Size and ground.
    theme : Theme, optional
        Colours; those of the pictures if it is left out.

    Raises
    ------
    PictureError, WriteError
        As for `render`; a picture of nothing but a sentence is refused with that sentence.
    """
    sheet = Sheet() if sheet is None else sheet
    figure = figure_of(pictures, sheet, theme)
    encode = ENCODERS.get(Path(path).suffix.lower())
    if encode is None:
        words = QCoreApplication.translate(
            "Export", "A picture's name has to end in .png, .svg or .pdf, not in {0}."
        )
        raise PictureError(words.format(Path(path).suffix.lower() or '""'))
    data = encode(figure, sheet)
    if figure.problem:
        raise PictureError(figure.problem)
    write_bytes(path, data)
