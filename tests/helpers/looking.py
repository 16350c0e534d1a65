"""What is to be seen: the pixels of widgets and images."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def pixels(seen: QWidget | QImage) -> np.ndarray:
    """Return a picture as a table of ``0xRRGGBB``."""
    image = seen.grab().toImage() if isinstance(seen, QWidget) else seen
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), dtype=np.uint32)
    return data.reshape(image.height(), image.width()).copy() & 0xFFFFFF


def is_in(seen: QWidget | QImage, colour: str) -> np.ndarray:
    """Tell which pixels have a colour."""
    return pixels(seen) == (QColor(colour).rgb() & 0xFFFFFF)


def amount(seen: QWidget | QImage, colour: str) -> int:
    """Return how many pixels have a colour."""
    return int(is_in(seen, colour).sum())
