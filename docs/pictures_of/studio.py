"""Takes pictures of a window: shows what is wanted, waits until it is there, and saves it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from gradviz.ui.main_window import MainWindow
    from pictures_of.shot import Shot

PATIENCE, REST = 20_000, 600
GAP = 12
COLOURS = 256


class Studio:
    """A window, and a folder for pictures of it.

    Parameters
    ----------
    application : QApplication
        Whose events are waited for.
    window : MainWindow
        What is shown.
    """

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        self._application, self.window = application, window

    def take(self, shot: Shot, folder: Path, largest: int | None = None) -> None:
        """Show what is in `shot`, and save it in a file that is not too large."""
        window = self.window
        window.resize(shot.size)
        window.actions_.themes[shot.theme].trigger()
        window.session.edit(replace(shot.experiment), immediate=True)
        window.session.select_run(0)
        window.picture.show_view(shot.view)
        self.settle()
        window.playback.go_to(shot.step)
        shot.prepare(window)
        self.settle()
        parts = [part(window).grab().toImage() for part in shot.parts]
        image = parts[0] if len(parts) == 1 else _side_by_side(parts, window.theme.window)
        save(image, folder / f"{shot.name}.png", shot.width, largest)
        shot.undo(window)

    def take_catalogue(self, folder: Path) -> None:
        """Save the catalogue of functions as it opens."""
        window = self.window
        window.actions_.themes["light"].trigger()
        window.actions_.catalogue.trigger()
        self.settle()
        popup: QWidget = window.catalogue.popup
        save(popup.grab().toImage(), folder / "catalogue.png", popup.width())
        popup.close()

    def settle(self) -> None:
        """Let everything be computed and painted, what waits for a moment of rest too."""
        deadline, rest = QDeadlineTimer(PATIENCE), QDeadlineTimer(REST)
        while not deadline.hasExpired() and not rest.hasExpired():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            if self.window.session.is_computing:
                rest.setRemainingTime(REST)


def _side_by_side(images: Sequence[QImage], ground: str) -> QImage:
    """Return images as one, on the colour `ground`."""
    width = sum(image.width() for image in images) + GAP * (len(images) - 1)
    whole = QImage(width, max(i.height() for i in images), QImage.Format.Format_RGB32)
    whole.fill(QColor(ground))
    painter = QPainter(whole)
    left = 0
    for image in images:
        painter.drawImage(left, 0, image)
        left += image.width() + GAP
    painter.end()
    return whole


def save(image: QImage, path: Path, width: int, largest: int | None = None) -> None:
    """Save an image, at most `width` pixels across; with fewer colours if it takes too much."""
    if width < image.width():
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size, bits = plain.size().toTuple(), bytes(plain.constBits())
    taken = Image.frombytes("RGB", size, bits, "raw", "RGB", plain.bytesPerLine())
    path.parent.mkdir(parents=True, exist_ok=True)
    taken.save(path, optimize=True)
    if largest is not None and path.stat().st_size > largest:
        taken.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3).save(path, optimize=True)
