"""Rehearse a bundle: ``python packaging/smoke.py dist/gradviz``.

The bundled program opens its window, descends in its worker thread, draws the surface, exports a
picture and ends with 0, several times, of which the quickest start counts; and its commands do
what they should. On a Linux without a display it has one in memory, by xvfb-run.
"""
# ruff: noqa: INP001 (a script)

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

GOAL: Final = 1.0
"""Seconds from the start of the process to the window, on an idle machine."""
TIMES: Final = 5
SECONDS: Final = 180
PNG: Final = b"\x89PNG\r\n\x1a\n"
COMMANDS: Final = (
    (["run", "--start", "-3,4", "--run", "sgd:lr=0.1"], "-6.11110793e-10"),
    (["check", "--network", "simplenet"], ""),
    (["run", "--network", "iris", "--epochs", "1", "--run", "adam:lr=0.01"], ""),
    (["explain", "x0**2"], "variables: x0"),
)
"""Commands, and what each should print: together they read the data sets and load most modules."""


class SmokeError(RuntimeError):
    """The bundle does not do what it should; the text says what."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Rehearse the bundle in a folder; 0 when all went well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="with the program in it")
    folder = parser.parse_args(arguments).folder.resolve()
    if _needs_display():
        return _again_on_a_display(folder)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            _run_commands(program(folder, "gradviz-cli"), Path(scratch))
            reports = [_rehearse(program(folder, "gradviz"), Path(scratch)) for _ in range(TIMES)]
    except (SmokeError, subprocess.TimeoutExpired) as error:
        print(f"The bundle failed: {error}", file=sys.stderr)
        return 1
    _tell(reports)
    return 0


def program(folder: Path, name: str) -> Path:
    """Return the executable; only Windows has one of its own for commands."""
    if sys.platform == "win32":
        return folder / f"{name}.exe"
    return folder / "gradviz"


def _needs_display() -> bool:
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform.startswith("linux") and not shown


def _again_on_a_display(folder: Path) -> int:
    command = shutil.which("xvfb-run")
    if command is None:
        print("No display and no xvfb-run: the bundle stays untested.", file=sys.stderr)
        return 1
    # such a server would start afresh, and be away for a moment, whenever its last window closes
    server = ["-a", "-s", "-screen 0 1440x900x24 -noreset"]
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb"}
    return subprocess.run(  # noqa: S603 - this script again
        [command, *server, sys.executable, __file__, str(folder)], env=environment, check=False
    ).returncode


def _run_commands(executable: Path, scratch: Path) -> None:
    for arguments, expected in COMMANDS:
        if expected not in _run(executable, arguments, scratch).stdout:
            raise SmokeError(f"{' '.join(arguments)} does not print {expected}")
    picture = scratch / "contour.png"
    _run(executable, ["render", "--start", "-3,4", "--out", str(picture)], scratch)
    _check_picture(picture)


def _rehearse(executable: Path, scratch: Path) -> dict[str, Any]:
    """Return the report of the bundled program on itself; see rehearsal.py."""
    folder = Path(tempfile.mkdtemp(dir=scratch))
    done = _run(executable, [], folder, GRADVIZ_SMOKE=str(folder))
    path = folder / "report.json"
    if not path.is_file():
        raise SmokeError(f"it ended without a report: {done.stderr}")
    report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    _check_picture(folder / "picture.png")
    return report


def _run(
    executable: Path, arguments: Sequence[str], home: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run it as somebody new to it, for whom no settings are kept."""
    homes = dict.fromkeys(
        ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"), str(home)
    )
    began = {"GRADVIZ_SMOKE_BEGAN": str(time.time())}
    done = subprocess.run(  # noqa: S603 - the bundle that was named
        [executable, *arguments],
        env=os.environ | homes | began | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    if done.returncode != 0:
        report = home / "report.json"
        told = report.read_text(encoding="utf-8") if report.is_file() else done.stderr
        raise SmokeError(
            f"{' '.join(arguments) or 'the window'} ends with {done.returncode}: {told}"
        )
    return done


def _check_picture(path: Path) -> None:
    if not path.is_file() or not path.read_bytes().startswith(PNG):
        raise SmokeError(f"{path.name} is no picture")


def _tell(reports: Sequence[dict[str, Any]]) -> None:
    seconds = sorted(float(report["window"]) for report in reports)
    drawn = min(float(report["first run"]) for report in reports)
    print(f"The bundle opened its window {len(reports)} times on {reports[0]['platform']}.")
    print(
        f"Start-up: window after {seconds[0]:.2f} s, median {seconds[len(seconds) // 2]:.2f} s; "
        f"first run drawn after {drawn:.2f} s. The goal is {GOAL:g} s on an idle machine."
    )


if __name__ == "__main__":
    sys.exit(main())
