"""The text of scripts: comments, names, strings, long lines."""

from __future__ import annotations

import keyword
import textwrap
from typing import TYPE_CHECKING, Final

from gradviz import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH: Final = 98
"""Characters of a line."""
_MODULES: Final = {
    "math.": "import math",
    "lru_cache": "from functools import lru_cache",
    "Path(": "from pathlib import Path",
}
"""What is imported by what is written in a script."""


def heading(lines: Sequence[str], *, beside: str = "") -> str:
    """Return the comment that a script begins with; `beside` is a file that it reads."""
    needs = "It needs NumPy alone, and matplotlib for the picture."
    told = [*lines, "", f"Written by GradViz {__version__}. {needs}"]
    if beside:
        told.append(f"The samples are in {beside}, which has to be beside this file.")
    return commented(told)


def commented(lines: Iterable[str]) -> str:
    """Return lines as a comment, whatever is in them."""
    shown = ("".join(c if c.isprintable() else " " for c in line) for line in lines)
    return "".join(f"# {line}".rstrip() + "\n" for line in shown)


def quoted(text: str) -> str:
    """Return a string as Python reads it, in double quotes where they do."""
    written = repr(text)
    is_plain = written == f"'{text}'" and '"' not in text
    return f'"{text}"' if is_plain else written


def named(names: Iterable[str], reserved: frozenset[str]) -> dict[str, str]:
    """Return for each name one that a script may give a variable, all different."""
    found: dict[str, str] = {}
    for name in names:
        own = name
        while own in reserved or keyword.iskeyword(own) or own in found.values():
            own += "_"
        found[name] = own
    return found


def wrapped(text: str, indent: str = "    ") -> str:
    """Return a list of names or numbers on as many lines as it needs."""
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def script(head: str, parts: Sequence[str]) -> str:
    """Return a script: its heading, what it imports, and its parts."""
    body = "\n\n".join(part.rstrip("\n") + "\n" for part in parts)
    modules = [line for name, line in _MODULES.items() if name in body]
    imports = "\n".join([*modules, "", "import numpy as np"]).lstrip("\n")
    quiet = 'np.seterr(all="ignore")  # a run that diverges overflows'
    return f"{head}\n{imports}\n\n{quiet}\n\n\n{body}"
