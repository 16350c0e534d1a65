"""The icons of each system are there at all sizes, and are of the drawing that is there now."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from gradviz.core.resources import resource

ICONS = Path(__file__).resolve().parents[2] / "packaging" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)
NEAR = 0.5
"""Levels of grey by which versions of Qt may differ in drawing, on an average."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("qapp")
def test_each_picture_is_what_the_drawing_looks_like(size: int) -> None:
    kept = QImage(str(ICONS / f"gradviz-{size}.png"))
    assert (kept.width(), kept.height()) == (size, size)
    fresh = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    fresh.fill(Qt.GlobalColor.transparent)
    painter = QPainter(fresh)
    name = "gradviz-small.svg" if size <= 24 else "gradviz.svg"
    QSvgRenderer(str(resource("icons", "app", name))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    one, other = levels(kept), levels(fresh)
    assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one) < NEAR


def levels(image: QImage) -> bytes:
    converted = image.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
    return bytes(converted.constBits())  # read while the image is alive


def test_the_icon_of_windows_holds_each_size() -> None:
    """Read by its format: a header, then 16 bytes for each picture, where 0 is 256."""
    data = (ICONS / "gradviz.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind) == (0, 1)
    sizes = {data[6 + 16 * i] or 256 for i in range(count)}
    assert sizes == {16, 20, 24, 32, 40, 48, 64, 96, 128, 256}


def test_the_icon_of_macos_holds_each_size() -> None:
    """Read by its format: blocks of a name, a length that counts both, and a picture."""
    data = (ICONS / "gradviz.icns").read_bytes()
    magic, length = struct.unpack_from(">4sI", data)
    assert (magic, length) == (b"icns", len(data))
    names, at = set(), 8
    while at < length:
        name, size = struct.unpack_from(">4sI", data, at)
        names.add(name)
        at += size
    assert {b"ic07", b"ic08", b"ic09", b"ic10", b"ic11", b"ic12", b"ic13", b"ic14"} <= names
