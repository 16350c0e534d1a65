"""What every test is held to: no thread, timer or top-level widget may outlive it."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThread, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTEST_QT_API", "pyside6")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program runs; NumPy comes later
# the window speaks the language of the system: here English, whoever tests
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
# settings and logs of the tests are nobody's: neither read from the user's nor left there
_HOME = tempfile.mkdtemp(prefix="gradviz-tests-")
os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = _HOME

# how long an example takes says how busy the machine is
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Share the suite out; a file or a test is done before another process has started."""
    return 0 if any(".py" in word for word in config.args) else None


def pytest_unconfigure() -> None:
    """Take the home away; processes that were started for a share of the suite know no atexit.

    The clipboard of the offscreen platform outlives Python, and so would a copied picture.
    """
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()
    shutil.rmtree(_HOME, ignore_errors=True)


def pytest_collection() -> None:
    """Let modules be loaded and tests be made without looking for garbage among them."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Keep what was loaded so far, half a million objects, out of every later collection.

    Each test that shows widgets is followed by one; together they took most of the time.
    """
    gc.enable()
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, object, object]:
    """Let any text reach the process that reports: half a surrogate pair cannot be sent."""
    return _sendable((yield))


def _sendable(value: object) -> object:
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    if isinstance(value, dict):
        return {_sendable(key): _sendable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_sendable(each) for each in value)
    return value


def _is_valid(qobject: object) -> bool:
    return bool(isValid(qobject))


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that leaves threads, running timers or top-level widgets alive."""
    threads = set(threading.enumerate())
    yield
    leftover = [t for t in set(threading.enumerate()) - threads if t.is_alive() and not t.daemon]
    assert not leftover, f"threads left running: {leftover}"
    if "qtbot" in request.fixturenames or "qapp" in request.fixturenames:
        _assert_no_qt_leftovers()


def _assert_no_qt_leftovers() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    widgets = [w for w in QApplication.topLevelWidgets() if _is_valid(w) and w.isVisible()]
    assert not widgets, f"top-level widgets left open: {widgets}"
    ours = [o for o in gc.get_objects() if isinstance(o, QThread | QTimer) and _is_valid(o)]
    running = [o for o in ours if isinstance(o, QThread) and o.isRunning()]
    assert not running, f"QThreads left running: {running}"
    timers = [o for o in ours if isinstance(o, QTimer) and o.isActive()]
    assert not timers, f"timers left running: {timers}"
    gc.freeze()  # what this test loaded is there to stay


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Return the application, named as the program names it: so its settings have their place."""
    from gradviz.app import make_application  # noqa: PLC0415 - all of the window, on demand

    make_application()
    return qapp


@pytest.fixture(autouse=True)
def _as_first_started(request: pytest.FixtureRequest) -> None:
    """Give every test with Qt the look and the settings of a first start, whatever came before."""
    if "qtbot" in request.fixturenames or "qapp" in request.fixturenames:
        _dress(request.getfixturevalue("qapp"), in_a_sheet="window" not in request.fixturenames)
        kept = QSettings()
        if kept.allKeys():
            kept.clear()


def _dress(application: QApplication, *, in_a_sheet: bool) -> None:
    """Put on the fonts and the theme; a window puts on the sheet itself, once it is built.

    Built in one, as a second window is, it takes twice as long.
    """
    from gradviz.plots.themes import LIGHT  # noqa: PLC0415 - on demand
    from gradviz.ui.fonts import apply_fonts, text_font  # noqa: PLC0415 - on demand
    from gradviz.ui.style import apply_theme  # noqa: PLC0415 - on demand

    if application.font() != text_font():
        apply_fonts(application)
    if in_a_sheet:
        apply_theme(application, LIGHT)
    elif application.styleSheet():
        application.setStyleSheet("")


@pytest.fixture(autouse=True)
def _nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let windows close without a question: work that is not saved is given up."""
    from gradviz.ui.file_questions import Answer, FileQuestions  # noqa: PLC0415 - Qt, on demand

    monkeypatch.setattr(FileQuestions, "fate", lambda *_: Answer.DISCARD)
    monkeypatch.setattr(FileQuestions, "fate_of_left", lambda *_: Answer.CANCEL)
    monkeypatch.setattr(FileQuestions, "wants", lambda *_: False)
