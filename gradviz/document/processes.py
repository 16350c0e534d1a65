"""Whether a process is still the one it was: numbers of processes are given again and again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

_PROC: Final = Path("/proc")
_STATE, _STARTED = 0, 19
"""Of the fields of ``/proc/PID/stat`` after the name, which may hold anything."""


def started_at(pid: int) -> str | None:
    """Return what tells a running process from others of the same number: when it was started.

    None where there is no such process, or it has ended and is only not yet buried.
    """
    return _started(pid) if pid > 0 else None


def _started_on_linux(pid: int) -> str | None:
    try:
        stat = (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
        boot = (_PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return None
    fields = stat.rpartition(")")[2].split()
    return None if fields[_STATE] in "ZX" else f"{boot}/{fields[_STARTED]}"


def _started_elsewhere(pid: int) -> str | None:
    """Ask ``ps``, as on macOS."""
    command = ["/bin/ps", "-o", "lstart=", "-p", str(pid)]
    try:
        found = subprocess.run(  # noqa: S603 - a number is all that is put in
            command, capture_output=True, text=True, check=False, timeout=5, env={"LC_ALL": "C"}
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return found.stdout.strip() or None


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _MAY_QUERY: Final = 0x1000
    _STILL_ACTIVE: Final = 259

    def _started(pid: int) -> str | None:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(_MAY_QUERY, False, pid)
        if not handle:
            return None
        process = wintypes.HANDLE(handle)
        try:
            code = wintypes.DWORD()
            times = [wintypes.FILETIME() for _ in range(4)]
            known = kernel.GetExitCodeProcess(process, ctypes.byref(code))
            timed = kernel.GetProcessTimes(process, *map(ctypes.byref, times))
        finally:
            kernel.CloseHandle(process)
        if not (known and timed and code.value == _STILL_ACTIVE):
            return None
        return f"{times[0].dwHighDateTime}/{times[0].dwLowDateTime}"

else:

    def _started(pid: int) -> str | None:
        has_proc = (_PROC / "self" / "stat").exists()
        return _started_on_linux(pid) if has_proc else _started_elsewhere(pid)
