"""Draw the program's icon at every size a system asks for: PNG, .ico and .icns.

Both drawings are in ``resources/icons/app``: one for most sizes, one with less in it for the least.
What is made is kept in ``packaging/icons`` and changes only with them. Needs Qt and Pillow.
"""

# ruff: noqa: INP001 (scripts, beside those that call them)

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT: Final = Path(__file__).resolve().parents[1]
DRAWINGS: Final = ROOT / "resources" / "icons" / "app"
ICONS: Final = ROOT / "packaging" / "icons"
LINUX: Final = (16, 24, 32, 48, 64, 128, 256)
"""Sizes of the PNG files; a desktop that wants others takes the SVG."""
WINDOWS: Final = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
MAC: Final = (32, 64, 128, 256, 512, 1024)
SMALL: Final = 24
"""The largest size for the drawing with less in it."""
MAC_SCALE: Final = 0.88
"""Icons of macOS keep a margin around their tile."""


def drawn(size: int, scale: float = 1.0) -> Image.Image:
    """Return the icon as an image of `size` pixels each way, drawn at `scale` of its full size."""
    name = "gradviz-small" if size <= SMALL else "gradviz"
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    margin = size * (1.0 - scale) / 2.0
    QSvgRenderer(str(DRAWINGS / f"{name}.svg")).render(
        painter, QRectF(margin, margin, size * scale, size * scale)
    )
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub wants bytes
    return Image.open(BytesIO(data.data())).convert("RGBA")


def main(folder: Path = ICONS) -> int:
    """Write all icons into a folder."""
    _application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    for size in LINUX:
        drawn(size).save(folder / f"gradviz-{size}.png", optimize=True)
    windows = [drawn(size) for size in WINDOWS]
    windows[-1].save(
        folder / "gradviz.ico",
        append_images=windows[:-1],
        sizes=[image.size for image in windows],
    )
    mac = [drawn(size, MAC_SCALE) for size in MAC]
    mac[-1].save(folder / "gradviz.icns", append_images=mac[:-1])
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
