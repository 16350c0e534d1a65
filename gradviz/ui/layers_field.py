"""The field for the sizes of a network's layers, read from many ways of writing them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gradviz.core.network.network import Network
from gradviz.document.network_task import MAX_LAYERS, MAX_UNITS, MAX_WEIGHTS
from gradviz.ui.error_line import mark

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

LONGEST: Final = 400
_FEWEST: Final = 2
_BETWEEN: Final = re.compile(r"\s*(?:[-,;x>/|\u2010-\u2015\u2212\u00d7\u2192\u27f6]|\s)+\s*")
"""Signs between two sizes: dashes, commas, arrows, crosses, spaces."""
_BRACKETS: Final = "()[]{} \t"
Sizes = tuple[int, ...]


class SizesError(ValueError):
    """A text that gives no sizes of layers; the text of the error is a sentence."""


def parse_sizes(text: str) -> Sizes:
    """Return the sizes that a text lists: ``2-16-16-3``, ``2, 16, 16, 3``, ``[2 16 16 3]``.

    Raises
    ------
    SizesError
        When it lists none, or such as no network here can have.
    """
    trimmed = text.strip(_BRACKETS)
    sizes = tuple(_size(part) for part in _BETWEEN.split(trimmed)) if trimmed else ()
    if len(sizes) < _FEWEST:
        raise SizesError(_tr("At least two sizes are needed, inputs and outputs, as in 2-16-3."))
    if len(sizes) > MAX_LAYERS:
        raise SizesError(_tr("There can be {0} layers at most.").format(MAX_LAYERS))
    return sizes


def _size(part: str) -> int:
    if not part:
        raise SizesError(_tr("A size is missing: write them like 2-16-16-3."))
    if not (part.isascii() and part.isdigit()):
        shown = part if len(part) <= 12 else part[:11] + "…"  # noqa: PLR2004 - fits the column
        raise SizesError(_tr("“{0}” is no size: write them like 2-16-16-3.").format(shown))
    units = int(part)
    if not 1 <= units <= MAX_UNITS:
        raise SizesError(_tr("A layer can have 1 to {0} units, not {1}.").format(MAX_UNITS, units))
    return units


def check_weights(sizes: Sizes, *, has_bias: bool) -> None:
    """Check that layers of these sizes have not too many weights.

    Raises
    ------
    SizesError
        When they have.
    """
    weights = Network(sizes, has_bias=has_bias).size
    if weights > MAX_WEIGHTS:
        sentence = _tr("That takes {0} weights; there can be {1} at most.")
        raise SizesError(sentence.format(grouped(weights), grouped(MAX_WEIGHTS)))


def grouped(number: int) -> str:
    """Return a whole number in groups of three figures."""
    return f"{number:,}"


def written(sizes: Sizes) -> str:
    """Return sizes as they are written: ``2-16-16-3``."""
    return "-".join(map(str, sizes))


def _tr(text: str) -> str:
    return QCoreApplication.translate("LayersField", text)


class LayersField(QLineEdit):
    """Shows and edits sizes; what cannot be stays as typed, red, unapplied.

    Hidden layers apply while they are typed. Inputs and outputs are given by the data, so other
    numbers there are told only with Enter or on leaving the field.
    """

    edited = Signal(object)
    """The sizes that were typed: a tuple."""
    problemChanged = Signal(str)  # noqa: N815  (Qt's spelling)
    """Why what is typed does not apply; "" once it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: Sizes = ()
        self._has_bias = True
        self._problem = ""
        self.setMaxLength(LONGEST)
        self.setMinimumWidth(60)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.textEdited.connect(self._read)
        self.returnPressed.connect(self._commit)

    def problem(self) -> str:
        """Return why what is typed does not apply; "" if it does."""
        return self._problem

    def set_sizes(self, sizes: Sizes, *, has_bias: bool) -> None:
        """Show the sizes that apply, without a signal; the same as typed leave the text."""
        self._sizes, self._has_bias = sizes, has_bias
        try:
            typed = parse_sizes(self.text())
        except SizesError:
            typed = None
        if typed != sizes:
            self.setText(written(sizes))
            self.setCursorPosition(0 if not self.hasFocus() else len(self.text()))
        self.tell("")

    def tell(self, problem: str) -> None:
        """Say why what is typed does not apply, or with "" that it does."""
        mark(self, invalid=bool(problem))
        if problem != self._problem:
            self._problem = problem
            self.setAccessibleDescription(problem)
            self.problemChanged.emit(problem)

    def _read(self, text: str) -> None:
        sizes = self._parsed(text)
        if sizes is not None and (sizes[0], sizes[-1]) == (self._sizes[:1] + self._sizes[-1:]):
            self._apply(sizes)

    def _parsed(self, text: str) -> Sizes | None:
        """Return the sizes of a text that could be, or say why they cannot."""
        try:
            sizes = parse_sizes(text)
            check_weights(sizes, has_bias=self._has_bias)
        except SizesError as error:
            self.tell(str(error))
            return None
        self.tell("")
        return sizes

    def _apply(self, sizes: Sizes) -> None:
        if sizes != self._sizes:
            self.edited.emit(sizes)

    def _commit(self) -> None:
        """Tell sizes that were held back, whose ends are not those of the data."""
        sizes = None if self._problem else self._parsed(self.text())
        if sizes is not None:
            self._apply(sizes)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Apply what was typed."""
        super().focusOutEvent(event)
        self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Bring the sizes that apply back with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text() != written(self._sizes):
            self.setText(written(self._sizes))
            self.tell("")
        else:
            super().keyPressEvent(event)
