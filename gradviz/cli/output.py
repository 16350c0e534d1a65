"""Where text goes: to the screen, a pipe or a file, and what happens when that fails."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from gradviz.cli.errors import CommandError
from gradviz.export.files import WriteError, reason, write_text

if TYPE_CHECKING:
    from collections.abc import Iterable


def write(parts: Iterable[str], out: str | None) -> None:
    """Write text to the file `out`, whole or not at all, or to stdout.

    Raises
    ------
    CommandError
        When there is no place for it.
    BrokenPipeError
        When whoever reads stdout has read enough.
    """
    try:
        if out is not None:
            write_text(out, parts)
        else:
            sys.stdout.writelines(parts)
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except WriteError as error:
        raise one_line(error) from error
    except OSError as error:
        mute_stdout()
        raise CommandError(f"Could not write the output: {reason(error)}.") from error


def one_line(error: WriteError) -> CommandError:
    """Return `error` as a complaint, on one line whatever the file is called."""
    return CommandError(" ".join(str(error).split()))


def mute_stdout() -> None:
    """Let Python's last flush of stdout go nowhere, or it complains again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
