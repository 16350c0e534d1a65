"""What is typed as the formula, right or wrong, beside the formula that was read last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gradviz.core.formula import Formula, FormulaError


class TypedFormula:
    """A text that waits to be read, was read, or is no formula.

    Parameters
    ----------
    accepted : Formula
        What the text is at first.
    """

    def __init__(self, accepted: Formula) -> None:
        self._accepted = accepted
        self._is_new = False
        self.text = accepted.text
        """What is typed."""
        self.error: FormulaError | None = None
        """What is wrong with the text that was read last."""

    def type(self, text: str) -> None:
        """Take what is typed, to be read later."""
        self.text, self._is_new = text, True

    def take_unread(self) -> bool:
        """Tell whether what was typed is still to be read, which it then is no more."""
        is_new, self._is_new = self._is_new, False
        return is_new

    def accept(self, formula: Formula) -> bool:
        """Take a formula with its text; tell whether that is anything new."""
        is_read = self._accepted is formula and self.text == formula.text
        if is_read and self.error is None:
            return False
        self._accepted = formula
        self.text, self.error, self._is_new = formula.text, None, False
        return True

    def reject(self, text: str, error: FormulaError) -> None:
        """Keep a text that is no formula, with what is wrong with it."""
        self.text, self.error, self._is_new = text, error, False
