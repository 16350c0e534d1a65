"""Words that mean nothing, files instead of commands, files that are none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import gradviz.app
from gradviz.cli import entry, main


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("rnder", "there is no command 'rnder': did you mean render?; there are run, "),
        ("notes.txt", "there is no command 'notes.txt'; there are run, "),
        ("run --stpes=3", "there is no option --stpes: did you mean --steps? (see gradviz run "),
        ("run --frobnicate", "there is no option --frobnicate (see gradviz run --help)"),
        ("--frobnicate", "there is no option --frobnicate (see gradviz --help)"),
        ("run none.gradviz", "There is no file “none.gradviz”."),
        ("run empty.gradviz", "empty.gradviz: The file is empty."),
        ("run folder.gradviz", "“folder.gradviz” is a folder, not a file."),
        ("run t.csv", "t.csv: This is no experiment file of GradViz. Samples are given by "),
        ("run a.gradviz b.gradviz", "'b.gradviz' is a word too many; "),
        ("explain x0 y0", "'y0' is a word too many; one with spaces is quoted (see gradviz exp"),
        ("a.gradviz --theme dark", "files alone open the window, without '--theme'; "),
        ("a.gradviz " * 11, "at most 10 files are opened at once, not 11"),
    ],
)
def test_each_is_one_clear_sentence(
    words: str,
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.gradviz").touch()
    Path("folder.gradviz").mkdir()
    Path("t.csv").write_text("a,k\n1,x\n", encoding="utf-8")
    assert main(words.split()) == 2
    found = capsys.readouterr()
    assert found.out == ""
    assert found.err.startswith(f"gradviz: {sentence}")
    assert found.err.count("\n") == 1


def test_several_files_open_a_window_each(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    begun: list[tuple[list[str], Any]] = []
    opened: list[Path | None] = []
    monkeypatch.setattr(subprocess, "Popen", lambda words, cwd: begun.append((words, cwd)))
    monkeypatch.setattr(gradviz.app, "main", lambda _, path: opened.append(path) or 0)
    monkeypatch.setattr("gradviz.startup.display_problem", lambda: None)
    monkeypatch.chdir(tmp_path)
    assert main(["a.gradviz", "b.GRADVIZ", "c.csv"]) == 0
    assert opened == [Path("a.gradviz")]
    assert [words[-1] for words, _ in begun] == [
        str(tmp_path / "b.GRADVIZ"),
        str(tmp_path / "c.csv"),
    ]
    (words, folder) = begun[0]
    assert words[:3] == [sys.executable, "-m", "gradviz"]
    assert (folder / "gradviz" / "cli" / "entry.py").samefile(entry.__file__)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert main(["a.gradviz", "b.gradviz"]) == 0
    assert begun[-1] == ([sys.executable, str(tmp_path / "b.gradviz")], None)
