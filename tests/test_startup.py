"""What is missing is said in one sentence, before Qt ends the process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gradviz import startup
from gradviz.cli import main

ROOT = Path(__file__).resolve().parents[1]
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux displays")


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")


def window_alone(**environment: str) -> subprocess.CompletedProcess[str]:
    """Start the window in a process of its own, which is expected not to come up."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")
    kept = {k: v for k, v in os.environ.items() if k not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "gradviz"],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_without_a_display_there_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = startup.display_problem()
    if not sys.platform.startswith("linux"):
        assert sentence is None
        return
    assert sentence is not None
    assert "no display" in sentence
    assert "gradviz run" in sentence
    assert "gradviz render" in sentence
    assert main([]) == 1
    assert capsys.readouterr().err == f"gradviz: {sentence}\n"


@LINUX
def test_what_wants_opengl_is_drawn_in_memory_where_there_is_no_display(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    startup.draw_by_opengl()
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.setattr(startup, "display_problem", lambda: None)
    startup.draw_by_opengl()
    assert os.environ["QT_QPA_PLATFORM"] == ""


@LINUX
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "there is no display"),
        ({"DISPLAY": ":4711"}, 'the display DISPLAY=":4711" cannot be opened'),
        ({"WAYLAND_DISPLAY": "wayland-none"}, "wayland-none"),
        ({"QT_QPA_PLATFORM": "xcb"}, 'the display DISPLAY="" cannot be opened'),
        ({"QT_QPA_PLATFORM": "nonsense"}, 'no platform "nonsense"'),
    ],
)
def test_the_process_ends_with_1_no_traceback_and_no_core_dump(
    environment: dict[str, str], words: str
) -> None:
    done = window_alone(**environment)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("gradviz: ")
    assert done.stderr.count("\n") == 1
    assert words in done.stderr


@LINUX
@pytest.mark.parametrize("platform", ["offscreen", "minimal", "xcb;offscreen", "vnc:size=80x60"])
def test_a_platform_without_a_display_is_no_problem(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert startup.display_problem() is None
    assert os.environ["QT_QPA_PLATFORM"] == platform


@LINUX
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
def test_a_display_that_answers_is_no_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "64x64x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            number = os.read(read, 16).decode().strip()
            monkeypatch.setenv("DISPLAY", f":{number}")
            assert startup.display_problem() is None
            assert os.environ["QT_QPA_PLATFORM"] == "xcb"
        finally:
            os.close(read)
            server.terminate()


@LINUX
def test_a_library_that_the_display_needs_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def load(name: str) -> None:
        if "xcb" in name:
            raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file")

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(startup.ctypes, "CDLL", load)
    sentence = startup.display_problem()
    assert sentence is not None
    assert "libxcb-cursor.so.0 and " in sentence
    assert " libxcb-cursor0 " in sentence
    assert "sudo apt install" in sentence


def test_a_library_that_qt_needs_is_named_with_its_package() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    sentence = startup.sentence_for_import_error(error, window=False)
    assert sentence is not None
    assert "libEGL.so.1" in sentence
    assert "libegl1" in sentence
    assert "gradviz run" in sentence


def test_an_unknown_library_is_named_all_the_same() -> None:
    error = ImportError("libfoo-bar.so.7: cannot open shared object file")
    sentence = startup.sentence_for_import_error(error, window=False)
    assert sentence is not None
    assert "libfoo-bar.so.7" in sentence


def test_a_fault_of_the_program_itself_is_no_missing_library() -> None:
    for error in (
        ImportError("cannot import name 'x' from 'gradviz.core'", name="gradviz.core"),
        ModuleNotFoundError("No module named 'gradviz.gone'", name="gradviz.gone"),
    ):
        assert startup.sentence_for_import_error(error, window=True) is None


@pytest.mark.parametrize("module", ["PySide6", "numpy", "contourpy"])
def test_a_package_that_is_not_installed_is_one_sentence(module: str) -> None:
    code = f"import sys; sys.modules[{module!r}] = None\nfrom gradviz.cli import main\nmain([])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"gradviz: {module} is not installed")
    assert "python3 -m uv run gradviz" in done.stderr


def test_main_py_double_clicked_without_anything_installed_says_what_to_do() -> None:
    """-S hides all installed packages, -E the environment; no display, so no window."""
    command = [sys.executable, "-E", "-S", str(ROOT / "main.py")]
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", env=kept)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "is not installed" in done.stderr
    assert "python3 -m pip install uv" in done.stderr
