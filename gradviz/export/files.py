"""Writing what is exported: whole or not at all, as experiment files are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradviz.document.atomic import WriteError, reason, write_bytes

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

__all__ = ["WriteError", "reason", "write_bytes", "write_text"]


def write_text(path: str | os.PathLike[str], text: str | Iterable[str]) -> None:
    """Write `text`, or its parts in turn, as UTF-8 with the line ends it has.

    Raises
    ------
    WriteError
        When that is not possible. The old file is then as it was.
    """
    parts = (text,) if isinstance(text, str) else text
    write_bytes(path, (part.encode("utf-8") for part in parts))
