"""Frames and runs without end leave neither memory nor threads behind.

A few seconds by default; 10,000 frames, 1,000 runs and 1,000 trainings with GRADVIZ_LONG_TESTS=1.
"""

from __future__ import annotations

import gc
import os
import threading
import weakref
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from gradviz.app import create_window
from gradviz.document.display import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from gradviz.ui.main_window import MainWindow

LONG = bool(os.environ.get("GRADVIZ_LONG_TESTS"))
FRAMES, RUNS, TRAININGS = (10_000, 1_000, 1_000) if LONG else (400, 100, 10)
LEAST = 5_000_000
"""Bytes that may be more in use afterwards: heaps keep some of what was given back."""
STATUS = Path("/proc/self/status")

pytestmark = pytest.mark.skipif(not STATUS.exists(), reason="memory is measured by /proc")


def memory() -> int:
    """Return the bytes of memory in use that are the process's own."""
    gc.collect()
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("RssAnon"))
    return int(line.split()[1]) * 1024


def threads() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    shown = create_window()
    qtbot.addWidget(shown)
    settle(qtbot, shown)
    yield shown
    shown.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(
        lambda: window.session.results is not None and not window.session.is_computing,
        timeout=30_000,
    )


def grown(work: Callable[[int], None], count: int) -> int:
    """Return by how many bytes the process grows while `work` is done, after a rehearsal."""
    work(max(count // 4, 50))
    before = memory()
    work(count)
    return memory() - before


def test_frames_leak_nothing(window: MainWindow) -> None:
    def paint(count: int) -> None:
        for frame in range(count):
            window.playback.set_step(frame % 101)
            for view in (window.picture.view, window.loss.view, window.norm.view):
                view.repaint()
            if frame % 50 == 0:
                QApplication.processEvents()

    assert grown(paint, FRAMES) < LEAST


def test_frames_of_other_pictures_leak_nothing(window: MainWindow) -> None:
    views = (View.SLICE, View.ERROR_CURVE, View.TABLE, View.CONTOUR)

    def paint(count: int) -> None:
        for view in views:
            window.picture.show_view(view)
            panel = window.picture.panel(view)
            assert panel is not None
            for frame in range(count // 8):
                window.playback.set_step(frame % 101)
                panel.repaint()
                QApplication.processEvents()

    assert grown(paint, FRAMES // 2) < LEAST


def test_runs_leak_nothing(qtbot: QtBot, window: MainWindow) -> None:
    steps = iter(range(10**9))

    def run(count: int) -> None:
        for _ in range(count):
            window.session.edit(steps=100 + next(steps) % 7, immediate=True)
            settle(qtbot, window)

    alive = threads(), threading.active_count()
    assert grown(run, RUNS) < LEAST
    qtbot.waitUntil(lambda: threads() <= alive[0], timeout=5000)
    assert threading.active_count() <= alive[1]
    assert window.playback.length in range(100, 107)


def test_trainings_leak_nothing(qtbot: QtBot, window: MainWindow) -> None:
    session, seeds = window.session, iter(range(1, 10**9))
    session.show_network(True)
    assert session.experiment.network is not None
    session.edit(network=replace(session.experiment.network, epochs=3), immediate=True)
    paths: list[weakref.ref[object]] = []

    def train(count: int) -> None:
        for seed in (next(seeds) for _ in range(count)):
            session.edit(seed=seed, immediate=True)
            settle(qtbot, window)
            assert session.results is not None
            path = session.results.runs[0].trajectory.x
            paths.append(weakref.ref(path if path.base is None else path.base))

    train(TRAININGS // 2)
    before = memory()
    train(TRAININGS)
    gc.collect()
    assert sum(path() is not None for path in paths) <= 2, "what is shown, and what it began with"
    assert not LONG or memory() - before < LEAST


def test_windows_leave_no_thread(qtbot: QtBot) -> None:
    def open_and_close() -> None:
        shown = create_window()
        qtbot.addWidget(shown)
        settle(qtbot, shown)
        shown.close()

    open_and_close()
    alive = threads()
    for _ in range(10 if LONG else 3):
        open_and_close()
    # the system takes a moment to clear away a thread that has ended
    qtbot.waitUntil(lambda: threads() <= alive, timeout=5000)
