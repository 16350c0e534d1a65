r"""Lines of arithmetic: a template in LaTeX and the numbers that belong in it.

A template marks the places of numbers as TeX marks the parameters of a macro: ``#1`` to ``#9``, as
in ``#1 - #2 \cdot #3``. So its letters and signs can be typeset once while the numbers change.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Equation", "exact_latex", "filled", "in_letter", "placed", "plain"]

_SLOT = re.compile(r"#([1-9])")
_SIGNS = ("+", "-")
_MINUSES = ("-", "−", "{-}")
_OPENING = ("", "(", "=", "{", ",")


@dataclass(frozen=True, slots=True)
class Equation:
    """What a number is called, how it comes about, and the number.

    Attributes
    ----------
    name : str
        LaTeX of what is computed, such as ``x_{0}``.
    right : str
        Template of the arithmetic; empty where there is only a value to tell.
    numbers : tuple of float
        What belongs in the template.
    value : float
        What comes out, the very float that the descent computed.
    """

    name: str
    right: str
    numbers: tuple[float, ...]
    value: float

    @property
    def left(self) -> str:
        """The template up to the value: name, equals sign and arithmetic."""
        return f"{self.name} = {self.right}" if self.right else self.name

    def terms(self) -> tuple[str, ...]:
        """Return `left` in pieces: a line may be broken between them."""
        pieces, depth = [""], 0
        for word in self.left.split(" "):
            if depth == 0 and word in _SIGNS:
                pieces.append("{}")  # what is before keeps the sign one between two terms
            pieces[-1] += f" {word}"
            depth += word.count("(") - word.count(")")
        return tuple(piece.strip() for piece in pieces)

    def text(self) -> str:
        """Return the line as plain text with all digits; its arithmetic is Python's."""
        return f"{filled(plain(self.left), self.numbers, repr)} = {self.value!r}"

    def latex(self, align: str = "") -> str:
        """Return the line as LaTeX with all digits; `align` goes in front of the first ``=``."""
        right = filled(self.right, self.numbers, exact_latex)
        value = exact_latex(self.value)
        return f"{self.name} {align}= " + (f"{right} = {value}" if right else value)


def filled(template: str, numbers: tuple[float, ...], write: Callable[[float], str]) -> str:
    """Return a template with numbers in it, in brackets where their sign or power needs them."""
    texts = iter(placed(template, numbers, write))
    return _SLOT.sub(lambda _: next(texts), template)


def placed(
    template: str, numbers: tuple[float, ...], write: Callable[[float], str]
) -> tuple[str, ...]:
    """Return the numbers as they stand in a template, from left to right, with their brackets."""
    texts = []
    for match in _SLOT.finditer(template):
        text = write(numbers[int(match[1]) - 1])
        before = template[: match.start()].rstrip()[-1:]
        texts.append(f"({text})" if _needs_brackets(before, text) else text)
    return tuple(texts)


def _needs_brackets(before: str, text: str) -> bool:
    if before in _OPENING:
        return False
    is_product = "cdot" in text or "×" in text
    return text.startswith(_MINUSES) or (before == "/" and is_product)


def exact_latex(value: float) -> str:
    """Return a float as LaTeX with all digits that tell it from its neighbours."""
    if math.isnan(value):
        return r"\text{nan}"
    sign = "{-}" if math.copysign(1.0, value) < 0.0 else ""
    if math.isinf(value):
        return rf"{sign}\infty"
    mantissa, power, exponent = repr(abs(value)).partition("e")
    if not power:
        return sign + mantissa
    tens = f"10^{{{'{-}' if int(exponent) < 0 else ''}{abs(int(exponent))}}}"
    return f"{sign}{tens}" if mantissa == "1" else rf"{sign}{mantissa} \cdot {tens}"


def in_letter(latex: str, letter: str, objective: str = "f") -> str:
    """Return LaTeX of f at a point x with other letters for the point, and for f."""
    renamed = latex.replace("x_{i}", f"{letter}_{{i}}").replace("f(x", f"{objective}({letter}")
    return renamed.replace(r"\partial f", rf"\partial {objective}")


# --- LaTeX to plain text -------------------------------------------------------------------------

_GROUP = r"\{([^{}]*)\}"
_INNERMOST = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"\{-\}", "-"),
        (rf"\\(?:text|mathrm|operatorname){_GROUP}", r"\1"),
        (rf"\\hat{_GROUP}", r"\1_hat"),
        (rf"_{_GROUP}", r"_\1"),
        (rf"\^{_GROUP}", r"**\1"),
        (rf"\\sqrt{_GROUP}", r"sqrt(\1)"),
        (r"\\frac\{\\partial ([fL])\}\{\\partial ([^{}]*)\}", r"d\1/d\2"),
        (rf"\\frac\{{(\w+)\}}{_GROUP}", r"\1/(\2)"),
        (rf"\\frac{_GROUP}{_GROUP}", r"(\1)/(\2)"),
    )
)
_WORDS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"\s*\\cdot\s*", "*"),
        (r"\\leftarrow", "<-"),
        (r"\\approx", "~"),
        (r"\\(?:quad|,|;)\s*", " "),
        (r"\\(?:left|right)\b", ""),
        (r"\\\|", "|"),
        (r"\\nabla ", "grad "),
        (r"\\([A-Za-z]+)", r"\1"),
        (r"_(?=\d)", ""),
    )
)


@lru_cache(maxsize=512)
def plain(latex: str) -> str:
    r"""Return a line of this package in plain text: ``x_{0} - 2 \cdot \eta`` is ``x0 - 2*eta``."""
    before = ""
    while latex != before:  # from the innermost braces outwards
        before = latex
        latex = _rewritten(latex, _INNERMOST)
    return _rewritten(latex, _WORDS)


def _rewritten(text: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, into in rules:
        text = pattern.sub(into, text)
    return text
