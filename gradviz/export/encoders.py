"""A figure as the bytes of a file: PNG of exactly the size asked for, SVG and PDF of vectors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QRect,
    QSize,
    QSizeF,
)
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter

from gradviz.export.sheet import DPI, MILLIMETRES, Unit
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.lettering import plain_figures

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintDevice

    from gradviz.export.figure import Figure
    from gradviz.export.sheet import Sheet

MOST_PIXELS: Final = 400_000_000
"""Pixels of the largest picture that is attempted (1.6 GB)."""
_VECTOR_RATIO: Final = 2.0
"""Pixels of images within vectors, for each pixel that is laid out."""
_PDF_DPI: Final = 1200
_SVG_SIZE: Final = re.compile(rb'width="[\d.]+mm" height="[\d.]+mm"')


class PictureError(ValueError):
    """A picture cannot be made as asked for; the text says why."""


def image_of(figure: Figure, sheet: Sheet) -> QImage:
    """Return a figure as an image of as many pixels as `sheet` has.

    Raises
    ------
    PictureError
        When it has too many, or none.
    """
    _check(sheet)
    pixels = QSize(*sheet.pixels)
    if pixels.isEmpty() or pixels.width() * pixels.height() > MOST_PIXELS:
        words = _tr("A picture of {0} by {1} pixels cannot be made.")
        raise PictureError(words.format(*sheet.pixels))
    image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise PictureError(_tr("There is not enough memory for a picture of this size."))
    image.fill(_ground(figure, sheet))
    for set_dots in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        set_dots(round(sheet.dpi / MILLIMETRES * 1000.0))
    _paint(figure, sheet, image, sheet.scale)
    return image


def png_bytes(figure: Figure, sheet: Sheet) -> bytes:
    """Return a figure as a PNG file."""
    image = image_of(figure, sheet)
    if not sheet.is_transparent:
        image = image.convertToFormat(QImage.Format.Format_RGB888)
    data, buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def svg_bytes(figure: Figure, sheet: Sheet) -> bytes:
    """Return a figure as an SVG file: lines and text as such, the field as an image in it."""
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - other formats need none

    _check(sheet)
    width, height = sheet.extent
    data, buffer = _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(round(DPI))
    generator.setSize(QSize(width, height))
    generator.setViewBox(QRect(0, 0, width, height))
    generator.setTitle(figure.title)
    generator.setDescription(_tr("Drawn with GradViz"))
    _paint(figure, sheet, generator, _VECTOR_RATIO)
    return _sized(bytes(data.data()), sheet)


def pdf_bytes(figure: Figure, sheet: Sheet) -> bytes:
    """Return a figure as a PDF file of one page of its size, with its fonts in it."""
    _check(sheet)
    data, buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DPI)
    size = QSizeF(*sheet.millimetres)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "", _EXACT))
    writer.setPageMargins(QMarginsF())
    writer.setTitle(figure.title)
    writer.setCreator("GradViz")
    with plain_figures():
        _paint(figure, sheet, writer, _VECTOR_RATIO)
    buffer.close()
    return bytes(data.data())


_EXACT: Final = QPageSize.SizeMatchPolicy.ExactMatch


def _paint(figure: Figure, sheet: Sheet, device: QPaintDevice, ratio: float) -> None:
    """Paint ground and figure, however many dots `device` has."""
    width, height = sheet.extent
    with painting(device) as painter:
        _fit(painter, device, sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not sheet.is_transparent and not isinstance(device, QImage):
            painter.fillRect(QRect(0, 0, width, height), colour(figure.ground))
        figure.paint(painter, QSizeF(width, height), ratio)


def _fit(painter: QPainter, device: QPaintDevice, sheet: Sheet) -> None:
    width, height = sheet.extent
    if isinstance(device, QImage):
        painter.scale(device.width() / width, device.height() / height)
    elif isinstance(device, QPdfWriter):
        painter.scale(_PDF_DPI / DPI, _PDF_DPI / DPI)


def _ground(figure: Figure, sheet: Sheet) -> QColor:
    return QColor(0, 0, 0, 0) if sheet.is_transparent else colour(figure.ground)


def _check(sheet: Sheet) -> None:
    if not sheet.is_possible:
        raise PictureError(
            _tr("A picture cannot be {0} by {1} {2} large.").format(
                *(f"{side:g}" for side in sheet.size), sheet.unit
            )
        )


def _sized(svg: bytes, sheet: Sheet) -> bytes:
    """Return the file with its size as it was given.

    Programs do not agree how many pixels a millimetre has, and Qt rounds millimetres.
    """
    unit = "mm" if sheet.unit is Unit.MILLIMETRES else ""
    width, height = sheet.size if unit else sheet.extent
    wanted = f'width="{width:g}{unit}" height="{height:g}{unit}"'
    return _SVG_SIZE.sub(wanted.encode("ascii"), svg, count=1)


def _buffer() -> tuple[QByteArray, QBuffer]:
    """Return an open buffer and the bytes it fills, which have to live as long."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)
