"""Words, numbers and signs of the text, and the mistakes that show before any grammar is applied.

Missing operators, unmatched brackets and the like are found here, because here their place is
known exactly; Python's own parser would report them later and elsewhere.
"""

from __future__ import annotations

import keyword
import re
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from gradviz.core.formula.errors import ErrorCode, FormulaError
from gradviz.core.formula.functions import NAMES
from gradviz.core.formula.hints import Hint

if TYPE_CHECKING:
    from gradviz.core.formula.characters import Character

MAX_TOKENS = 3000
MAX_BRACKETS = 50
MAX_RUN = 30
MAX_BRANCHES = 100


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    NAME = auto()
    WORD = auto()  # a keyword of Python
    STRING = auto()
    SIGN = auto()
    NEWLINE = auto()
    SPACE = auto()
    COMMENT = auto()
    OTHER = auto()


class Token(NamedTuple):
    """A piece of the text: the characters from `start` to `end`, and what they stand for."""

    kind: Kind
    text: str
    start: int
    end: int
    span: tuple[int, int]


_PATTERN = re.compile(
    r"""(?P<STRING>[rRbBuUfF]{0,2}(?:'{3}.*?'{3}|"{3}.*?"{3}|'[^'\n]*'|"[^"\n]*"))
    |(?P<NUMBER>(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9][0-9_]*)?)
    |(?P<NAME>[^\W\d]\w*)
    |(?P<COMMENT>\#[^\n]*)
    |(?P<NEWLINE>\n)
    |(?P<SPACE>[ \t]+|\\[ \t]*\n)
    |(?P<SIGN>\*\*=|//=|<>|[-+*/<>=!:%@]=|->|\*\*|//|[-+*/%@<>=&|~^()\[\]{},:;.])
    |(?P<OTHER>.)""",
    re.VERBOSE | re.DOTALL,
)
_OPENING = {"(": ")", "[": "]", "{": "}"}
_PREFIX = {"+", "-", "~"}
_BINARY = {
    *("+", "-", "*", "/", "**", "//", "%", "@", "&", "|"),
    *("<", ">", "<=", ">=", "==", "!=", "=", "+=", "-=", "*=", "/="),
}
_MISSING_HINTS = {
    ("*", "*"): Hint.POWER_WITHOUT_SPACE,
    ("=", ">"): Hint.AT_LEAST,
    ("=", "<"): Hint.AT_MOST,
    ("", "|"): Hint.ABSOLUTE_VALUE,
    ("=", "=="): Hint.ONE_OR_TWO_EQUALS,
    ("==", "="): Hint.EQUAL,
}
_HINTS = {
    "!": Hint.FACTORIAL,
    "∞": Hint.INFINITY,
    "∑": Hint.SUM,
    "∏": Hint.PRODUCT,
    "∂": Hint.NO_DERIVATIVE,
    "∇": Hint.NO_NABLA,
    "$": Hint.NO_DOLLARS,
}


def tokenize(characters: list[Character]) -> list[Token]:
    """Return all tokens in order.

    Raises
    ------
    FormulaError
        At the first mistake.
    """
    tokens: list[Token] = []
    text = "".join(character.text for character in characters)
    checks = _Checks()
    for match in _PATTERN.finditer(text):
        start, end = match.span()
        kind = Kind[match.lastgroup or "OTHER"]
        if kind is Kind.NAME and keyword.iskeyword(match.group()):
            kind = Kind.WORD
        span = (characters[start].start, characters[end - 1].end)
        token = Token(kind, match.group(), start, end, span)
        checks.see(token)
        tokens.append(token)
    checks.finish()
    return tokens


class _Checks:
    """Looks at the tokens one after another and raises at the first mistake."""

    def __init__(self) -> None:
        self._open: list[Token] = []
        self._callers: list[str] = []  # what stands before each open bracket
        self._last: Token | None = None
        self._before: Token | None = None
        self._runs = [0]
        self._branches = 0
        self._count = 0
        self._importing = self._defining = self._choosing = False

    def see(self, token: Token) -> None:
        if token.kind in (Kind.SPACE, Kind.COMMENT):
            return
        if token.kind is Kind.NEWLINE:
            if not self._open:
                self._end_line()
            return
        self._count += 1
        if self._count > MAX_TOKENS:
            raise FormulaError(ErrorCode.TOO_LARGE, token.span)
        self._check_characters(token)
        if token.kind is Kind.NUMBER:
            _check_number(token)
        self._check_neighbours(token)
        self._check_depth(token)
        self._check_brackets(token)
        if token.kind is Kind.WORD:
            self._importing |= token.text in {"import", "from"}
            self._defining |= token.text in {"def", "lambda"}
            self._choosing |= token.text in {"if", "elif", "and", "or", "not", "return"}
        self._before, self._last = self._last, token

    def finish(self) -> None:
        if self._open:
            token = self._open[-1]
            raise FormulaError(
                ErrorCode.BRACKET_NOT_CLOSED,
                token.span,
                Hint.CLOSE,
                bracket=token.text,
                closing=_OPENING[token.text],
            )
        self._end_line()

    def _end_line(self) -> None:
        last = self._last
        if last is not None and last.text in _BINARY and not self._importing:
            code, hint = ErrorCode.UNFINISHED, Hint.UNFINISHED
            raise FormulaError(code, last.span, hint, text=last.text)
        self._last = self._before = None
        self._importing = self._defining = self._choosing = False
        self._runs = [0]

    def _compares(self) -> bool:
        """Return whether an ``=`` here can only have been meant as a comparison."""
        if self._defining:
            return False
        if not self._open:
            return self._choosing
        option = self._before is not None and self._before.text in {"(", ","}
        named = self._last is not None and self._last.kind is Kind.NAME
        return not (option and named) or self._callers[-1] == "where"

    @staticmethod
    def _check_characters(token: Token) -> None:
        if token.text == "^":
            raise FormulaError(ErrorCode.CARET, token.span, Hint.POWER)
        if token.text == "<>":
            code = ErrorCode.UNSUPPORTED_OPERATOR
            raise FormulaError(code, token.span, Hint.NOT_EQUAL, operator="<>")
        if token.kind is Kind.OTHER and token.text in {"'", '"'}:
            raise FormulaError(ErrorCode.TEXT, token.span)
        if token.kind is Kind.NAME and not token.text.isidentifier():
            wrong = next((c for c in token.text if not f"a{c}".isidentifier()), token.text)
            raise FormulaError(ErrorCode.BAD_CHARACTER, token.span, character=f"`{wrong}`")
        if token.kind is Kind.OTHER:
            shown = f"`{token.text}`" if token.text.isprintable() else f"U+{ord(token.text):04X}"
            hint = _HINTS.get(token.text, Hint.NONE)
            raise FormulaError(ErrorCode.BAD_CHARACTER, token.span, hint, character=shown)

    def _check_neighbours(self, token: Token) -> None:
        last = self._last
        if last is None:
            if token.text in _BINARY - _PREFIX:
                hint = _MISSING_HINTS.get(("", token.text), Hint.NONE)
                raise FormulaError(ErrorCode.MISSING_OPERAND, token.span, hint, text=token.text)
            return
        if _ends_operand(last) and _starts_operand(token, last):
            _raise_missing_operator(last, token, self._before)
        if token.text == "=" and self._compares():
            raise FormulaError(ErrorCode.SINGLE_EQUALS, token.span, Hint.COMPARE)
        if last.text in _BINARY and not self._importing:
            if token.text in _BINARY - _PREFIX:
                hint = _MISSING_HINTS.get((last.text, token.text), Hint.NONE)
                raise FormulaError(ErrorCode.MISSING_OPERAND, token.span, hint, text=token.text)
            if token.text in {")", "]", "}", ",", ";"} and last.text != "*":
                raise FormulaError(ErrorCode.MISSING_OPERAND, last.span, text=last.text)

    def _check_depth(self, token: Token) -> None:
        operand_before = self._last is not None and _ends_operand(self._last)
        if token.text in {"not", "**"} or (token.text in _PREFIX and not operand_before):
            self._runs[-1] += 1
        elif token.text in _BINARY or token.text == ",":
            self._runs[-1] = 0
        self._branches += token.text in {"else", "elif", "lambda", "if", "for"}
        if self._runs[-1] > MAX_RUN or self._branches > MAX_BRANCHES:
            raise FormulaError(ErrorCode.TOO_DEEP, token.span)

    def _check_brackets(self, token: Token) -> None:
        if token.kind is not Kind.SIGN:
            return
        if token.text in _OPENING:
            self._open.append(token)
            self._callers.append(self._last.text if self._last is not None else "")
            self._runs.append(0)
            if len(self._open) > MAX_BRACKETS:
                raise FormulaError(ErrorCode.TOO_DEEP, token.span)
        elif token.text in _OPENING.values():
            if not self._open or _OPENING[self._open[-1].text] != token.text:
                raise FormulaError(ErrorCode.BRACKET_NOT_OPENED, token.span, bracket=token.text)
            self._open.pop()
            self._callers.pop()
            self._runs.pop()


def _check_number(token: Token) -> None:
    digits = token.text.replace("_", "")
    whole = digits.isdigit()
    if token.text.endswith("_") or "__" in token.text or "_." in token.text or "._" in token.text:
        raise FormulaError(ErrorCode.BAD_NUMBER, token.span, text=token.text)
    if whole and digits[0] == "0" and digits.strip("0"):
        code, hint = ErrorCode.BAD_NUMBER, Hint.DIGITS
        raise FormulaError(code, token.span, hint, text=token.text, digits=digits.lstrip("0"))
    if float(digits) == float("inf"):
        shown = token.text if len(token.text) <= 20 else f"{token.text[:20]}…"  # noqa: PLR2004
        raise FormulaError(ErrorCode.NUMBER_TOO_LARGE, token.span, text=shown)


def _ends_operand(token: Token) -> bool:
    return token.kind in (Kind.NUMBER, Kind.NAME) or token.text in {")", "]"}


def _starts_operand(token: Token, last: Token) -> bool:
    if token.kind in (Kind.NUMBER, Kind.NAME):
        return True
    return token.text == "(" and last.kind is Kind.NUMBER


def _raise_missing_operator(last: Token, token: Token, before: Token | None) -> None:
    """Raise for two operands side by side, such as ``2x0``."""
    span = (last.span[0], token.span[1])
    if last.kind is Kind.NUMBER and token.kind is Kind.NUMBER:
        raise FormulaError(ErrorCode.BAD_NUMBER, span, text=f"{last.text}{token.text}")
    if last.kind is Kind.NUMBER and token.text in {"j", "J"} and last.end == token.start:
        raise FormulaError(ErrorCode.COMPLEX_NUMBER, span)
    after_dot = before is not None and before.text == "."
    if last.text in NAMES and not after_dot and last.kind is Kind.NAME:
        code, hint = ErrorCode.FUNCTION_WITHOUT_CALL, Hint.CALL_WITH
        raise FormulaError(code, last.span, hint, name=last.text, argument=token.text)
    gap = " " if token.start > last.end else ""
    text = f"{last.text}{gap}{token.text}"
    code, hint = ErrorCode.IMPLICIT_MULTIPLICATION, Hint.TIMES
    raise FormulaError(code, span, hint, text=text, left=last.text, right=token.text)
