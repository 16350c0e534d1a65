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
MOST_FILES = 10
"""Windows that one command opens."""


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
        return _window(*arguments) if _are_files(arguments) else _command(arguments)
    except UsageError as error:
        return _complain(str(error), MISUSED)
    except CommandError as error:
        return _complain(str(error), FAILED)
    except SystemExit as leaving:  # argparse, after --help and --version
        return int(leaving.code or 0)
    except ImportError as error:
        return _missing(error, window=_are_files(arguments))


def _are_files(arguments: Sequence[str]) -> bool:
    """Tell whether a window is to open, with a file each, as after a double click on them."""
    return all(word.lower().endswith(FILES) for word in arguments)


def _command(arguments: Sequence[str]) -> int:
    from gradviz.cli.arguments import parse  # noqa: PLC0415 (the window needs none)

    if arguments[0].lower().endswith(FILES):
        raise UsageError(
            f"files alone open the window, without {arguments[1]!r}; for more there are commands, "
            "such as gradviz run (see gradviz --help)"
        )
    options = parse(arguments)
    if options.command is None:
        return _window()
    _never_fail_to_encode()
    from gradviz.cli import commands  # noqa: PLC0415 (NumPy; help needs none)

    commands.COMMANDS[options.command](options)
    return 0


def _window(*files: str) -> int:
    import gradviz.app  # noqa: PLC0415 (Qt)
    from gradviz.startup import display_problem  # noqa: PLC0415

    sentence = display_problem()
    if sentence is not None:
        return _complain(sentence, FAILED)
    if len(files) > MOST_FILES:
        raise UsageError(f"at most {MOST_FILES} files are opened at once, not {len(files)}")
    for another in files[1:]:
        _open_beside(Path(another).absolute())
    return gradviz.app.main(sys.argv[:1], path=Path(files[0]) if files else None)


def _open_beside(path: Path) -> None:
    """Open a file in a program of its own, as the desktop does."""
    import subprocess  # noqa: PLC0415 (rarely needed)

    is_bundle = getattr(sys, "frozen", False)
    program = [sys.executable] if is_bundle else [sys.executable, "-m", "gradviz"]
    folder = None if is_bundle else Path(__file__).resolve().parents[2]  # where -m finds it
    subprocess.Popen([*program, str(path)], cwd=folder)  # noqa: S603 (this program)


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
