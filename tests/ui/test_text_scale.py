"""Larger text of the system makes everything larger, and cuts nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont

from gradviz.ui.text_scale import text_scale

if TYPE_CHECKING:
    from pathlib import Path

ROOM, LEAST = QSize(2560, 1440), QSize(960, 640)


def font(points: float) -> QFont:
    made = QFont()
    made.setPointSizeF(points)
    return made


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("points", "platform", "scale"),
    [
        (9, "win32", 1.0),
        (13.5, "win32", 1.5),
        (13, "darwin", 1.0),
        (26, "darwin", 2.0),
        (9, "linux", 1.0),
        (11, "linux", 1.0),
        (12, "linux", 1.0),
        (16.5, "linux", 1.5),
        (6, "linux", 1.0),
        (99, "linux", 2.25),
    ],
)
def test_scale(points: float, platform: str, scale: float) -> None:
    assert text_scale(font(points), ROOM, LEAST, platform) == scale


@pytest.mark.usefixtures("qapp")
def test_the_smallest_window_still_fits_the_screen() -> None:
    assert text_scale(font(33), QSize(1366, 728), LEAST, "linux") == 1.1
    assert text_scale(font(33), QSize(1024, 700), LEAST, "linux") == 1.0
    assert text_scale(font(33), QSize(800, 480), LEAST, "linux") == 1.0


@pytest.mark.usefixtures("qapp")
def test_a_font_in_pixels_changes_nothing() -> None:
    made = QFont()
    made.setPixelSize(40)
    assert text_scale(made, ROOM, LEAST, "linux") == 1.0


LOOK = """
import json, os, sys
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QLabel
points = float(sys.argv[1])
class Database(QFontDatabase):
    @staticmethod
    def systemFont(_kind):
        font = QFont()
        font.setPointSizeF(points)
        return font
import gradviz.ui.text_scale
gradviz.ui.text_scale.QFontDatabase = Database
import gradviz.ui.text_scale as scaling
plain = scaling.text_scale
scaling.text_scale = lambda font, room, least: plain(font, room * 4, least, "linux")
from gradviz.app import create_window
window = create_window()
loop = QEventLoop()
QTimer.singleShot(1500, loop.quit)
loop.exec()
def cut(label):
    words = label.text()
    if not words or label.wordWrap() or type(label).__name__ != "QLabel":
        return False
    return label.isVisible() and label.width() < label.fontMetrics().horizontalAdvance(words) - 1
labels = [w for w in window.findChildren(QLabel) if w.isVisible()]
print(json.dumps({
    "ratio": window.devicePixelRatio(),
    "pixels": window.grab().size().toTuple(),
    "height": labels[0].grab().height(),
    "environment": os.environ.get("QT_SCALE_FACTOR"),
    "cut": [w.text() for w in labels if cut(w)],
    "low": [w.text() for w in labels if w.height() < w.fontMetrics().height() - 2 and w.text()],
    "buttons": [
        b.text() for b in window.findChildren(QAbstractButton)
        if b.isVisible() and b.text() and b.height() < b.fontMetrics().height()
    ],
}))
window.close()
"""


def looked(points: float, home: Path) -> dict[str, Any]:
    homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"), str(home))
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(points)],
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", **homes},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_text_of_one_and_a_half_times_the_size_is_drawn_and_not_cut(tmp_path: Path) -> None:
    usual, large = looked(11.0, tmp_path / "usual"), looked(16.5, tmp_path / "large")
    assert (usual["ratio"], large["ratio"]) == (1.0, 1.5)
    assert large["height"] >= 1.45 * usual["height"]
    assert large["environment"] is None
    for name in ("cut", "low", "buttons"):
        assert usual[name] == []
        assert large[name] == []
