"""A field for one number, read the same way in every locale, that keeps what was typed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gradviz.plots.keys import NOTCH
from gradviz.ui.number_format import Stepping, format_number, step_decades, step_linear
from gradviz.ui.number_parse import LONGEST, NumberCode, NumberError, parse_integer, parse_number

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent

Number = float | None


class NumberField(QLineEdit):
    """Shows and edits one number; the number itself belongs to whoever listens.

    What is typed applies while it is typed, as soon as it means a number in range; what does not
    stays, red, unapplied, with a sentence that says why. Up, Down and the wheel step, with Shift
    ten times as far, Enter applies at once, Escape brings the last number back.

    Parameters
    ----------
    integer : bool
        Whether only whole numbers will do; they are Python ints, exact.
    low, high : float
        The range, ends included.
    optional : bool
        Whether there may be no number, which is None.
    none : str
        The word for None, shown and read, of an optional field; "" for an empty one.
    stepping : Stepping, optional
        How arrow keys step: by 1 for integers, in decades where `low` is not negative, by a
        decimal place otherwise.
    first : float
        The number after 0, or after nothing, when stepping in decades.
    """

    edited = Signal(object)
    """The number that was typed or stepped to; an int in integer mode, None for empty."""
    committed = Signal(object)
    """The same, after Enter or on leaving the field; to be applied without waiting."""
    problemChanged = Signal(str)  # noqa: N815  (Qt's spelling)
    """Why what is typed does not apply; "" once it does."""

    def __init__(
        self,
        *,
        integer: bool = False,
        low: float = -math.inf,
        high: float = math.inf,
        optional: bool = False,
        none: str = "",
        stepping: Stepping | None = None,
        first: float = 1e-3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._integer, self._optional, self.none = integer, optional, none
        self._low, self._high = low, high
        self._stepping = stepping or _default_stepping(low, integer=integer)
        self._first = max(1.0, first) if integer else first
        self._value: Number = None
        self._good_text = none
        self._problem = ""
        self._tip = ""
        self._committed: Number = None
        self._turned = 0
        self.setText(none)
        self.setMaxLength(LONGEST)
        self.setMinimumWidth(40)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.textEdited.connect(self._read)

    def value(self) -> Number:
        """Return the last number that was valid: what applies."""
        return self._value

    def problem(self) -> str:
        """Return why what is typed does not apply; "" if it does."""
        return self._problem

    def set_value(self, value: Number) -> None:
        """Show `value`, without a signal; the same value as before leaves the text as typed."""
        if value is not None and self._integer:
            value = int(value)
        if self._good_text and value == self._value:
            return
        if not self._good_text and value is None and self._value is None:
            return
        self._show(value, self.none if value is None else format_number(value))
        self._committed = value

    def set_range(self, low: float, high: float) -> None:
        """Change the range; what is typed is judged anew."""
        if (low, high) == (self._low, self._high):
            return
        self._low, self._high = low, high
        if self._problem:
            self._read(self.text())

    def setToolTip(self, tip: str) -> None:  # noqa: N802  (Qt's spelling)
        """Set what the tooltip says while nothing is wrong."""
        self._tip = tip
        super().setToolTip(self._problem or tip)
        self.setAccessibleDescription(self._problem or tip)

    def _show(self, value: Number, text: str) -> None:
        self._value, self._good_text = value, text
        self.setText(text)
        self.setCursorPosition(0 if not self.hasFocus() else len(text))
        self._tell("")

    def _read(self, text: str) -> None:
        """Take what is typed, if it can be taken."""
        try:
            value = self._parsed(text)
        except NumberError as error:
            self._tell(self._sentence(error.code))
            return
        self._tell("")
        self._good_text = text
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _parsed(self, text: str) -> Number:
        if self._optional and text.strip().lower() == self.none.lower():
            return None
        value: float = parse_integer(text) if self._integer else parse_number(text)
        if not self._low <= value <= self._high:
            raise NumberError(NumberCode.OUT_OF_RANGE, text)
        return value

    def _tell(self, problem: str) -> None:
        if problem == self._problem:
            return
        self._problem = problem
        self.setProperty("invalid", bool(problem))
        self.style().unpolish(self)
        self.style().polish(self)
        super().setToolTip(problem or self._tip)
        self.setAccessibleDescription(problem or self._tip)
        self.problemChanged.emit(problem)

    def _sentence(self, code: NumberCode) -> str:
        sentences = {
            NumberCode.EMPTY: self.tr("A number is needed here."),
            NumberCode.NOT_A_NUMBER: self.tr("Not a number. Write it like 200 or 1e3.")
            if self._integer
            else self.tr("Not a number. Write it like 0.01, 0,01 or 1e-2."),
            NumberCode.AMBIGUOUS: self.tr(
                "Could mean two numbers. Use one decimal mark and no thousands separators."
            ),
            NumberCode.NOT_FINITE: self.tr("Must be a finite number, below 1.8e308."),
            NumberCode.UNDERFLOW: self.tr("Too close to 0 for a float, which ends at 5e-324."),
            NumberCode.NOT_WHOLE: self.tr("Must be a whole number."),
            NumberCode.OUT_OF_RANGE: self._range_sentence(),
        }
        return sentences[code]

    def _range_sentence(self) -> str:
        low, high = (self._worded(end) for end in (self._low, self._high))
        if math.isinf(self._high):
            return self.tr("Must be at least {0}.").format(low)
        if math.isinf(self._low):
            return self.tr("Must be at most {0}.").format(high)
        return self.tr("Must be between {0} and {1}.").format(low, high)

    def _worded(self, end: float) -> str:
        if math.isinf(end):
            return ""
        return format_number(int(end) if self._integer else float(end))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Step, apply, bring back; everything else types."""
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            coarse = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step(up=key == Qt.Key.Key_Up, coarse=coarse)
        elif key == Qt.Key.Key_Escape and self.text() != self._good_text:
            self.restore()
        else:
            super().keyPressEvent(event)
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._commit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Step while in focus; scroll the column else."""
        if not self.hasFocus():
            event.ignore()
            return
        turn = event.angleDelta()
        self._turned += turn.y() or turn.x()  # Shift turns the wheel sideways on some systems
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        coarse = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        for _ in range(abs(notches)):
            self.step(up=notches > 0, coarse=coarse)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Apply what was typed, without waiting."""
        super().focusOutEvent(event)
        self._commit()

    def restore(self) -> None:
        """Bring back the last text that was valid."""
        self.setText(self._good_text)
        self._tell("")

    def step(self, *, up: bool, coarse: bool = False) -> None:
        """Step to the next number, as the arrow keys do; the range ends it."""
        if self._problem:
            self.restore()
        text = self._stepped(up=up, coarse=coarse)
        value = parse_integer(text) if self._integer else parse_number(text)
        clamped = min(max(value, self._low), self._high)
        if clamped != value:
            text = format_number(int(clamped) if self._integer else float(clamped))
        if clamped != self._value:
            self._show(self._parsed(text), text)
            self.edited.emit(self._value)

    def _stepped(self, *, up: bool, coarse: bool) -> str:
        value = self._value
        if value is None:
            return format_number(int(self._first) if self._integer else self._first)
        if self._stepping is Stepping.LINEAR:
            return step_linear(self._good_text, value, up=up, coarse=coarse)
        if self._stepping is Stepping.UNIT:
            distance = 10 if coarse else 1
            return format_number(int(value) + (distance if up else -distance))
        moved = step_decades(value, up=up, coarse=coarse, first=self._first)
        return format_number(round(moved) if self._integer else moved)

    def _commit(self) -> None:
        if not self._problem and self._value != self._committed:
            self._committed = self._value
            self.committed.emit(self._value)


def _default_stepping(low: float, *, integer: bool) -> Stepping:
    if integer:
        return Stepping.UNIT
    return Stepping.LINEAR if low < 0.0 else Stepping.DECADES
