"""Names and numbers in LaTeX."""

from __future__ import annotations

import re
import unicodedata


def number_latex(value: float) -> str:
    """Return the digits of a number that is not negative, such as 0.5 or 1e-7."""
    if value != value or value == float("inf"):  # noqa: PLR0124 - only nan differs from itself
        return r"\infty" if value == float("inf") else r"\text{nan}"
    text = f"{value:.12g}"
    if "e" in text and 1e-4 <= value < 1e15:  # noqa: PLR2004 - read more easily in full
        return f"{value:.0f}"
    return text


def name_latex(name: str) -> str:
    """Return the LaTeX of a name: x0 is x_{0}, alpha is the Greek letter, rate is upright."""
    match = re.fullmatch(r"(.*?)_?([0-9]+)", name)
    if match and match[1]:
        return f"{name_latex(match[1])}_{{{match[2]}}}"
    stem, underscore, rest = name.partition("_")
    if underscore and stem and rest:
        return rf"{name_latex(stem)}_{{\mathrm{{{rest.replace('_', ' ')}}}}}"
    if name in _GREEK:
        return rf"\{name}"
    if len(name) == 1:
        words = unicodedata.name(name, "").split()
        greek = len(words) == 4 and words[0] == "GREEK" and words[-1].lower() in _GREEK  # noqa: PLR2004
        return rf"\{words[-1].lower()}" if greek and words[1] == "SMALL" else name
    return rf"\mathrm{{{name}}}".replace("_", r"\_")


_GREEK = frozenset(
    (
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
        "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega",
    )
)  # fmt: skip
