"""Crashes below Python: what `faulthandler` could still write is told of at the next start.

Each process has a file of its own, empty as long as all is well and removed at the end. One that
is not empty was left by a crash.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from pathlib import Path

PREFIX: Final = "running-"
ASIDE: Final = "last-crash.txt"
"""What the report of the last crash is called once it was told of."""
LONGEST: Final = 60_000
"""Bytes of a report that are read."""


def take_report(folder: Path) -> str:
    """Return what the last crash left, once: it is moved aside. Nothing if there was none.

    Empty files of processes that are gone are removed.
    """
    report = ""
    for path in sorted(folder.glob(f"{PREFIX}*.txt"), key=_changed_at):
        with contextlib.suppress(OSError):
            if path.stat().st_size > 0:
                report = _read(path)
                path.replace(folder / ASIDE)
            elif not _runs(path.stem.removeprefix(PREFIX)):
                path.unlink()
    return report


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _read(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(LONGEST).decode("utf-8", errors="replace")


def _runs(process: str) -> bool:
    """Tell whether a process may still run; where that cannot be asked, Windows keeps its file."""
    if os.name == "nt" or not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # another user's
        return True
    return True


class CrashWatch:
    """Has crashes of this process written to a file in `folder`, until it is stopped.

    Without a place to write to nothing is watched.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"{PREFIX}{os.getpid()}.txt"
        self._file: TextIO | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._file)

    def stop(self) -> None:
        """Watch no more: the process ends well."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        with contextlib.suppress(OSError):
            self._path.unlink()
