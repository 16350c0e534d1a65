"""What a double click without packages shows: a dialogue of the desktop, once."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from gradviz import startup, telling

ROOT = Path(__file__).resolve().parents[1]
POSIX = pytest.mark.skipif(os.name != "posix", reason="about commands of a Linux desktop")


@POSIX
@pytest.mark.parametrize("command", ["zenity", "kdialog"])
def test_without_a_terminal_a_dialogue_shows_what_to_type(tmp_path: Path, command: str) -> None:
    """-S hides all installed packages; the dialogue is a script that keeps what it is given."""
    kept = tmp_path / "kept.txt"
    script = tmp_path / command
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{kept}"\n', encoding="utf-8")
    script.chmod(0o755)
    environment = {"PATH": str(tmp_path), "DISPLAY": ":99"}
    done = subprocess.run(
        [sys.executable, "-S", str(ROOT / "main.py")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("gradviz: PySide6 is not installed")
    told = kept.read_text(encoding="utf-8")
    assert "--error" in told
    assert "PySide6, numpy" in told
    assert "python3 -m pip install uv" in told
    assert str(ROOT) in told


def test_what_is_required_is_what_the_project_depends_on() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.match(r"[\w-]+", line)[0].lower() for line in project["dependencies"]}  # type: ignore[index]
    imported = {"pyside6-essentials": "PySide6", "pyopengl": "OpenGL", "pillow": "PIL"}
    assert {imported.get(name, name) for name in names} == set(startup.REQUIRED)


def test_the_advice_names_all_that_is_missing() -> None:
    advice = startup.advice_on_missing(["numpy", "msgspec"])
    assert "numpy, msgspec" in advice
    assert "uv run gradviz" in advice


def test_each_desktop_is_asked_in_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform in {"win32", "darwin"}:
        pytest.skip("one way only")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert telling.commands("text") == []
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    for desktop, first in (("KDE", "kdialog"), ("GNOME", "zenity"), ("ubuntu:GNOME", "zenity")):
        monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
        assert telling.commands("text")[0][0] == first


def test_a_mac_shows_an_alert_with_the_text_as_an_argument(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    command = telling.commands('a "quoted" text')[0]
    assert (command[0], command[-1]) == ("osascript", 'a "quoted" text')
