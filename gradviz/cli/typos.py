"""Complaints about words of the command line that mean nothing, with what may have been meant."""

from __future__ import annotations

import argparse
import difflib
from typing import TYPE_CHECKING, NoReturn, TypedDict

from gradviz.cli import options
from gradviz.cli.errors import UsageError, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

COMMANDS = ("run", "render", "export", "explain", "check")


class Choices(TypedDict):
    """What argparse is told of an option that takes one of some words."""

    choices: Sequence[str]
    type: Callable[[str], str]


def check_command(word: str) -> None:
    """Complain of a first word that is neither a command nor an option."""
    if word not in COMMANDS and not word.startswith("-"):
        raise UsageError(
            f"there is no command {quoted(word)}{_meant(word, COMMANDS)}; there are "
            f"{_listed(COMMANDS, 'and')} (see gradviz --help)"
        )


def refuse(word: str, command: str | None) -> NoReturn:
    """Complain of a word that a command has no use for."""
    see = f"see gradviz {f'{command} ' if command else ''}--help"
    if word.startswith("-"):
        option = word.partition("=")[0]
        raise UsageError(f"there is no option {option}{_meant(option, options.WITH_VALUE)} ({see})")
    raise UsageError(f"{quoted(word)} is a word too many; one with spaces is quoted ({see})")


def one_of(*choices: str) -> Choices:
    """Return the settings of an option that takes one of `choices`."""

    def read(text: str) -> str:
        if text not in choices:
            raise argparse.ArgumentTypeError(f"{quoted(text)} is not {_listed(choices, 'or')}")
        return text

    return {"choices": choices, "type": read}


def _meant(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.8)
    return f": did you mean {near[0]}?" if near else ""


def _listed(words: Sequence[str], last: str) -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
