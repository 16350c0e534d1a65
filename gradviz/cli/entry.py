"""From the words typed to a command and its exit code.

0 all went well; 1 something is missing or in the way (a library, a display, a full disk); 2 what
was typed cannot be done; 130 stopped with Ctrl-C. Complaints go to stderr, one line each.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gradviz.cli.errors import CommandError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

FAILED, MISUSED, INTERRUPTED = 1, 2, 130
FILES = (".gradviz", ".csv", ".tsv")
"""How the names of files end that the window opens."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the arguments `argv`, those of the process by default."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    # Matrices here are small: more threads of NumPy's algebra only wait for one another, beside a
    # busy window six times as long as one takes. It is read when NumPy is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        code = _main(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has read enough
        from gradviz.cli.output import mute_stdout  # noqa: PLC0415 (rarely needed)

        mute_stdout()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _main(arguments: Sequence[str]) -> int:
    try:
        if not arguments or _is_file(arguments):
            return _window(*arguments)
        return _command(arguments)
    except UsageError as error:
        return _complain(str(error), MISUSED)
    except CommandError as error:
        return _complain(str(error), FAILED)
    except SystemExit as leaving:  # argparse, after --help and --version
        return int(leaving.code or 0)
    except ImportError as error:
        return _missing(error, window=not arguments or _is_file(arguments))


def _is_file(arguments: Sequence[str]) -> bool:
    """Tell whether the window is to open with a file, as after a double click on it."""
    return len(arguments) == 1 and arguments[0].lower().endswith(FILES)


def _command(arguments: Sequence[str]) -> int:
    from gradviz.cli.arguments import parse  # noqa: PLC0415 (the window needs none)

    options = parse(arguments)
    if options.command is None:
        return _window()
    _never_fail_to_encode()
    from gradviz.cli import commands  # noqa: PLC0415 (NumPy; help needs none)

    commands.COMMANDS[options.command](options)
    return 0


def _window(file: str | None = None) -> int:
    import gradviz.app  # noqa: PLC0415 (Qt)
    from gradviz.startup import display_problem  # noqa: PLC0415

    sentence = display_problem()
    if sentence is not None:
        return _complain(sentence, FAILED)
    return gradviz.app.main(sys.argv[:1], path=None if file is None else Path(file))


def _missing(error: ImportError, *, window: bool) -> int:
    from gradviz.startup import sentence_for_import_error  # noqa: PLC0415 (rarely needed)

    sentence = sentence_for_import_error(error, window=window)
    if sentence is None:
        raise error
    return _complain(sentence, FAILED)


def _complain(sentence: str, code: int) -> int:
    if sys.stderr is not None:  # there is none under pythonw
        print(f"gradviz: {sentence}", file=sys.stderr)
    return code


def _never_fail_to_encode() -> None:
    """Escape what the terminal has no letter for, instead of failing."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
