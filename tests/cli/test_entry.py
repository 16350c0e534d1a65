"""Exit codes and streams of a process of its own: pipes that close, odd encodings, main.py."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gradviz.cli import main

ROOT = Path(__file__).resolve().parents[2]


def alone(
    *arguments: str, file: str = "-mgradviz", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, file, *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_main_py_takes_the_same_arguments() -> None:
    done = alone("run", "--start", "-3,4", "--steps", "1", file=str(ROOT / "main.py"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "(-2.4, 3.2)" in done.stdout


def test_bad_input_ends_with_2() -> None:
    done = alone("run", "--start", "-3;4")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "gradviz: --start: '-3;4' is not a number\n"


@pytest.mark.skipif(os.name != "posix", reason="about POSIX pipes")
def test_a_reader_that_has_enough_is_no_error() -> None:
    command = [sys.executable, "-m", "gradviz", "run", "--format", "csv", "--steps", "50000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"run,optimizer,k,")
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_a_terminal_without_the_letters_gets_escapes() -> None:
    formula = "# 경사\nx0**2"
    done = alone("run", "--formula", formula, "--steps", "0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert r"\uacbd\uc0ac" in done.stdout


def test_a_full_disk_behind_stdout_is_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "gradviz", "run", "--format", "csv"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("gradviz: ")
    assert done.stderr.count("\n") == 1


def test_without_stderr_nothing_is_said_and_nothing_breaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Under pythonw on Windows there are no streams."""
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["run", "--steps", "x"]) == 2


def test_small_matrices_are_left_to_one_thread_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for given, kept in ((None, "1"), ("3", "3")):
        monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
        if given is not None:
            monkeypatch.setenv("OPENBLAS_NUM_THREADS", given)
        assert main(["--version"]) == 0
        assert os.environ["OPENBLAS_NUM_THREADS"] == kept
