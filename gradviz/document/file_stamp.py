"""Whether a file is still the one that was read or written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the system says of a file: another one says that it was written since.

    Attributes
    ----------
    file : int
        Which file of the disk, where it tells.
    size : int
        Bytes.
    changed : int
        When it was written last, in nanoseconds.
    """

    file: int
    size: int
    changed: int


def stamp_of(path: str | os.PathLike[str]) -> Stamp | None:
    """Return the stamp of a file, None where there is none or it cannot be asked."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns)
