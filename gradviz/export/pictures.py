"""Pictures of the views as files: PNG of exactly the size asked for, SVG of true vectors.

Pictures are painted anew for the file and never grabbed from the screen, so none of this needs a
display: the command line runs it on Qt's offscreen platform.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from gradviz.export.figure import Figure, figure_of
from gradviz.export.files import write_bytes
from gradviz.export.subject import Drawn, Subject, all_pictures, picture_of
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from gradviz.plots.picture import Picture

SIZE: Final = (1200, 800)
MOST_PIXELS: Final = 400_000_000
"""Pixels of the largest picture that is attempted (1.6 GB)."""
_SVG_RATIO: Final = 2.0
_SVG_DPI: Final = 96
_MILLIMETRES: Final = re.compile(rb'width="[\d.]+mm" height="[\d.]+mm"')
_DOTS_PER_METRE: Final = _SVG_DPI / 0.0254


class PictureError(ValueError):
    """A picture cannot be made as asked for; the text says why."""


def render(
    subject: Subject,
    path: str | os.PathLike[str],
    what: Drawn | None = Drawn.CONTOUR,
    *,
    size: tuple[int, int] = SIZE,
    scale: float = 1.0,
) -> None:
    """Draw an experiment into a file; needs a QGuiApplication, but no display.

    The surface needs a QApplication on a display with OpenGL.

    Parameters
    ----------
    subject : Subject
        What is drawn; its easel is left to the caller.
    path : path-like
        A name that ends in ``.png`` or ``.svg``.
    what : Drawn or None
        Which picture; None for all in one figure.
    size : tuple of int
        Width and height.
    scale : float
        Pixels of a PNG to each unit of `size`.

    Raises
    ------
    PictureError
        When there is no such picture, or size or the ending of the name cannot be.
    WriteError
        When the file cannot be written.
    """
    chosen = all_pictures(subject) if what is None else [picture_of(subject, what)]
    save_pictures(chosen, path, size=size, scale=scale)


def save_pictures(
    pictures: Sequence[Picture],
    path: str | os.PathLike[str],
    *,
    size: tuple[int, int] = SIZE,
    scale: float = 1.0,
) -> None:
    """Draw one picture, or several in one figure, into the file `path`.

    Raises
    ------
    PictureError, WriteError
        As for `render`; a picture of nothing but a sentence is refused with that sentence.
    """
    figure, ending = figure_of(pictures), Path(path).suffix.lower()
    if ending == ".svg":
        data = svg_bytes(figure, QSize(*size))
    elif ending == ".png":
        data = png_bytes(figure, QSize(*size), scale)
    else:
        raise _no_such_kind(ending)
    if figure.problem:
        raise PictureError(figure.problem)
    write_bytes(path, data)


def _no_such_kind(ending: str) -> PictureError:
    words = QCoreApplication.translate(
        "Export", "A picture's name has to end in .png or .svg, not in {0}."
    )
    nothing = QCoreApplication.translate("Export", "nothing")
    return PictureError(words.format(ending or nothing))


def png_bytes(figure: Figure, size: QSize, scale: float) -> bytes:
    """Return a figure as a PNG file of `size` times `scale` pixels."""
    pixels = QSize(round(size.width() * scale), round(size.height() * scale))
    count = pixels.width() * pixels.height()
    if pixels.isEmpty() or count > MOST_PIXELS:
        words = QCoreApplication.translate(
            "Export", "A picture of {0} by {1} pixels cannot be made."
        )
        raise PictureError(words.format(pixels.width(), pixels.height()))
    image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise PictureError(
            QCoreApplication.translate(
                "Export", "There is not enough memory for a picture of this size."
            )
        )
    image.fill(colour(figure.ground))
    image.setDotsPerMeterX(round(_DOTS_PER_METRE * scale))
    image.setDotsPerMeterY(round(_DOTS_PER_METRE * scale))
    with painting(image) as painter:
        painter.scale(pixels.width() / size.width(), pixels.height() / size.height())
        figure.paint(painter, QSizeF(size), scale)
    opaque = image.convertToFormat(QImage.Format.Format_RGB888)
    data, buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(opaque)
    return bytes(data.data())


def svg_bytes(figure: Figure, size: QSize) -> bytes:
    """Return a figure as an SVG file: lines and text as such, the field as an image in it."""
    if size.isEmpty():
        raise PictureError(
            QCoreApplication.translate("Export", "A picture has to have a width and a height.")
        )
    data, buffer = _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(_SVG_DPI)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(figure.title)
    generator.setDescription(QCoreApplication.translate("Export", "Drawn with GradViz"))
    with painting(generator) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(0, 0, size.width(), size.height()), colour(figure.ground))
        figure.paint(painter, QSizeF(size), _SVG_RATIO)
    return _sized_in_pixels(bytes(data.data()), size)


def _sized_in_pixels(svg: bytes, size: QSize) -> bytes:
    """Return the file with its size in pixels: programs do not agree how many a millimetre has."""
    wanted = f'width="{size.width()}" height="{size.height()}"'
    return _MILLIMETRES.sub(wanted.encode("ascii"), svg, count=1)


def _buffer() -> tuple[QByteArray, QBuffer]:
    """Return an open buffer and the bytes it fills, which have to live as long."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer
