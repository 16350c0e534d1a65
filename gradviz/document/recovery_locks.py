"""Who works on a recovery file: a small file beside it says which process, and on what."""

from __future__ import annotations

import json
import os
import socket
from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from gradviz.document.atomic import write_text
from gradviz.document.processes import started_at

if TYPE_CHECKING:
    from pathlib import Path

    from gradviz.document.atomic import Disk

_LONGEST: Final = 100_000
"""Characters of a lock; more is none."""


@dataclass(frozen=True, slots=True)
class Lock:
    """Who works on which document.

    Attributes
    ----------
    host : str
        The computer: a home folder can be shared.
    pid : int
        The process.
    started : str
        When it was started, as `started_at` says.
    path : str
        The file of the document, absolute; "" if it was never saved.
    """

    host: str
    pid: int
    started: str
    path: str

    @property
    def is_held(self) -> bool:
        """Whether the process is still there; of another computer, that it may be."""
        return self.host != _host() or started_at(self.pid) == self.started


def own_lock(path: Path | None) -> Lock:
    """Return the lock of this process on the document in a file, or in none yet."""
    pid = os.getpid()
    return Lock(_host(), pid, started_at(pid) or "", "" if path is None else absolute(path))


def absolute(path: Path) -> str:
    """Return a path so that the same file has the same one."""
    return os.path.normcase(os.path.realpath(path))


def write_lock(path: Path, lock: Lock, disk: Disk) -> None:
    """Write a lock, whole or not at all.

    Raises
    ------
    WriteError
        When that is not possible.
    """
    write_text(path, json.dumps(asdict(lock)) + "\n", disk)


def read_lock(path: Path) -> Lock | None:
    """Return what a lock says, None where there is none or it is damaged."""
    try:
        with path.open(encoding="utf-8") as file:
            found = json.loads(file.read(_LONGEST))
        lock = Lock(**found)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    kinds = (str, int, str, str)
    values = (lock.host, lock.pid, lock.started, lock.path)
    is_whole = all(type(value) is kind for value, kind in zip(values, kinds, strict=True))
    return lock if is_whole else None


@cache
def _host() -> str:
    return socket.gethostname()
