"""From the start of the process to the first drawn run, against a bare pyqtgraph window.

Both are whole processes, started in turn so that a busy moment of the machine strikes both, and
both say when the picture has been painted. The medians are compared.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 7

OURS = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gradviz.app import create_window

app = QApplication([])
window = create_window()
session = window.session

def look():
    if session.scene is not None and session.results is not None and session.results.complete:
        timer.stop()
        window.repaint()
        window.grab()
        print("first run drawn", flush=True)
        window.leave()
        app.quit()

timer = QTimer()
timer.timeout.connect(look)
timer.start(1)
app.exec()
"""

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import pyqtgraph as pg

app = QApplication([])
window = pg.PlotWidget()
window.resize(1440, 900)
x0 = [-3 * 0.8**k for k in range(101)]
x1 = [4 * 0.8**k for k in range(101)]
window.plot(x0, x1, symbol="o")
window.show()

def look():
    window.grab()
    print("first run drawn", flush=True)
    window.close()
    app.quit()

QTimer.singleShot(0, look)
app.exec()
"""


def seconds(script: str) -> float:
    """Return how long a new process takes to say that it has drawn."""
    with tempfile.TemporaryDirectory() as home:  # settings of nobody
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        environment |= {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        since = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, env=environment
        ) as child:
            assert child.stdout is not None
            line = child.stdout.readline()
            took = time.perf_counter() - since
    if line.strip() != "first run drawn" or child.returncode != 0:
        raise RuntimeError(f"the process ended with {child.returncode} and said {line!r}")
    return took


def rows() -> list[tuple[str, str, str, str, str]]:
    """Return (what, ours, theirs, ratio, goal) for the table."""
    for script in (OURS, BARE):  # byte code and file cache warm for both
        seconds(script)
    pairs = [(seconds(OURS), seconds(BARE)) for _ in range(ROUNDS)]
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    return [
        (
            "Start to the first drawn run (bare pyqtgraph window)",
            f"{ours:.2f} s",
            f"{bare:.2f} s",
            f"{ours / bare:.2f}x",
            "<= 1.5x",
        )
    ]


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
