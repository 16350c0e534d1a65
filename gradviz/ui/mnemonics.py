"""The letters by which menus are reached with the keyboard, taken out of texts for elsewhere."""

from __future__ import annotations

import re
from typing import Final

_MNEMONIC: Final = re.compile(r"\s*\(&.\)|&(?=[^&\s])")


def without_mnemonic(text: str) -> str:
    """Return the text of an action as a name.

    A language without Latin letters adds one at the end, in brackets: "파일(&F)" is called "파일".
    """
    return _MNEMONIC.sub("", text).rstrip("…")
