"""Faults and crashes: logged, told of once, and reported with what one needs to know."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, qVersion, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from gradviz import __version__
from gradviz.app import create_window
from gradviz.ui import log_file
from gradviz.ui.crashes import ASIDE, LONGEST, CrashWatch, take_report
from gradviz.ui.diagnostics import diagnostics_text
from gradviz.ui.dialogs import show_about
from gradviz.ui.faults import FaultTeller
from gradviz.ui.log_file import last_lines, start_log, stop_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gradviz.ui.main_window import MainWindow


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = start_log(tmp_path)
    assert path is not None
    yield path
    stop_log(path)


def test_the_log_turns_over(log: Path) -> None:
    logger = logging.getLogger("gradviz.anything")
    for _ in range(7):
        logger.warning("x" * 100_000)
    assert log.stat().st_size <= log_file.LOG_SIZE
    files = sorted(path.name for path in log.parent.iterdir())
    assert files == ["gradviz.log", "gradviz.log.1"]


def test_the_log_is_started_once_and_takes_any_text(log: Path) -> None:
    assert start_log(log.parent) == log
    logging.getLogger("gradviz").error("half a pair: \ud800, 한국어")
    assert last_lines(log, 5).count("한국어") == 1


def test_without_a_place_there_is_no_log(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert start_log(blocked) is None
    assert last_lines(blocked / "gradviz.log", 5) == ""


CRASH = """
import sys
from pathlib import Path
from gradviz.ui.crashes import CrashWatch
watch = CrashWatch(Path(sys.argv[1]))
if sys.argv[2] == "crash":
    import faulthandler
    faulthandler._sigsegv()
elif sys.argv[2] == "kill":
    import os, signal
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
watch.stop()
"""


def run(folder: Path, how: str) -> int:
    command = [sys.executable, "-c", CRASH, str(folder), how]
    return subprocess.run(command, check=False, timeout=60, capture_output=True).returncode


def test_a_crash_is_reported_once_and_set_aside(tmp_path: Path) -> None:
    assert run(tmp_path, "crash") != 0
    report = take_report(tmp_path)
    assert "Segmentation fault" in report or "access violation" in report
    assert 'File "<string>", line' in report
    assert take_report(tmp_path) == ""
    assert [path.name for path in tmp_path.iterdir()] == [ASIDE]


@pytest.mark.parametrize("how", ["well", "kill"])
def test_other_ends_are_no_crash_and_leave_nothing(tmp_path: Path, how: str) -> None:
    assert (run(tmp_path, how) == 0) == (how == "well")
    assert take_report(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_runs_keeps_its_file(tmp_path: Path) -> None:
    mine = tmp_path / f"running-{os.getpid()}.txt"
    mine.touch()
    assert take_report(tmp_path) == ""
    assert mine.exists()


def test_strange_files_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "running-folder.txt").mkdir()
    (tmp_path / "running-99999999999999999999.txt").touch()
    (tmp_path / "running-1.txt").write_bytes(b"\xff\x00" * LONGEST)
    assert 0 < len(take_report(tmp_path)) <= LONGEST
    assert take_report(tmp_path / "missing") == ""
    CrashWatch(tmp_path / ASIDE / "below a file").stop()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    shown = create_window()
    qtbot.addWidget(shown)
    yield shown
    shown.close()


def test_a_fault_in_any_thread_is_told_in_the_window(qtbot: QtBot, window: MainWindow) -> None:
    hooks = sys.excepthook, threading.excepthook
    teller = FaultTeller(window)
    try:
        thread = threading.Thread(target=int, args=("a word",))
        thread.start()
        thread.join()
        qtbot.waitUntil(window.banner.isVisible, timeout=5000)
    finally:
        teller.stop()
    assert (sys.excepthook, threading.excepthook) == hooks
    label = window.banner.findChild(QLabel, "bannerLabel")
    assert isinstance(label, QLabel)
    assert "a word" in label.text()


def test_what_qt_says_is_logged(
    window: MainWindow, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    teller = FaultTeller(window)
    try:
        qWarning("the pen has no ink")
    finally:
        teller.stop()
    assert ("gradviz.qt", logging.WARNING, "the pen has no ink") in caplog.record_tuples
    assert "the pen has no ink" in capsys.readouterr().err


def test_a_crash_is_told_of_and_copied_with_versions(window: MainWindow) -> None:
    window.tell_crash("Fatal Python error: Segmentation fault")
    assert window.banner.isVisible()
    button = window.banner.findChild(QAbstractButton, "copyDetailsButton")
    assert isinstance(button, QAbstractButton)
    button.click()
    copied = QGuiApplication.clipboard().text()
    assert "crashed" in copied
    assert "Segmentation fault" in copied
    assert f"GradViz: {__version__}" in copied


def test_diagnostics_name_versions_folders_and_the_last_faults(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    path = start_log()
    assert path is not None
    logging.getLogger("gradviz").error("the last fault")
    show_about(parent)
    button = parent.findChild(QAbstractButton, "copyDiagnosticsButton")
    assert isinstance(button, QAbstractButton)
    button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == diagnostics_text()
    for known in (__version__, qVersion(), sys.version.split()[0], "the last fault", "Screen: "):
        assert known in copied
    assert QSettings().fileName().rpartition("/")[2] in copied


def test_diagnostics_do_not_name_the_home(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    del qapp
    home = str(log_file.data_folder().parent)
    monkeypatch.setenv("HOME", home)
    monkeypatch.setenv("USERPROFILE", home)
    text = diagnostics_text()
    assert home not in text
    assert "Data: ~" in text
