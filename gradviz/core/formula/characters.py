"""Signs that mean something else on paper or in other keyboards: the true minus, ×, ², π, ...

Every character that is read remembers the character it was typed as, so that whatever is found
wrong later is shown where it was typed.
"""

from __future__ import annotations

from typing import NamedTuple


class Character(NamedTuple):
    """A character to be read, and the span in the text typed that it stands for."""

    text: str
    start: int
    end: int


def _table() -> dict[str, str]:
    table = dict.fromkeys("−–﹣⁻", "-") | dict.fromkeys("×·⋅∙\u2217•✕", "*")
    table |= dict.fromkeys("÷\u2215\u2044", "/") | dict.fromkeys("\u2028\u2029\x85\x0b\x0c", "\n")
    table |= {"≤": "<=", "≥": ">=", "≠": "!=", "﹢": "+", "。": "."}
    table |= {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full width
    table |= {digit: str(i) for i, digit in enumerate("₀₁₂₃₄₅₆₇₈₉")}
    spaces = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    table |= dict.fromkeys(spaces + "\u202f\u205f\u3000", " ")
    return table | dict.fromkeys("\ufeff\u200b\u200c\u200d\u2060", "")


_TABLE = _table()
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-", strict=True))

_WORDS = {"π": "pi", "√": "sqrt"}


def read(text: str) -> list[Character]:
    r"""Return the characters of `text` in the signs of Python, with line ends as "\n"."""
    characters: list[Character] = []
    for i, sign in enumerate(text):
        before = text[i - 1] if i else ""
        if sign == "\r":
            plain = "" if text[i + 1 : i + 2] == "\n" else "\n"
        elif sign in _RAISED and (sign != "⁻" or text[i + 1 : i + 2] in _RAISED):
            plain = ("" if before in _RAISED and before else "**") + _RAISED[sign]
        elif sign in _WORDS:
            plain = _spaced(_WORDS[sign], before, text[i + 1 : i + 2])
        else:
            plain = _TABLE.get(sign, sign)
        characters.extend(Character(part, i, i + 1) for part in plain)
    return characters


def _spaced(word: str, before: str, after: str) -> str:
    """Return `word` set off from letters and digits beside it, as a sign is."""
    left = " " if before.isalnum() or before == "_" else ""
    right = " " if after.isalnum() or after == "_" else ""
    return f"{left}{word}{right}"
