"""One number field for each hyperparameter of an optimizer, a schedule or a clipping."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradviz.ui import metrics
from gradviz.ui.controls import discard, labelled
from gradviz.ui.number_field import NumberField
from gradviz.ui.number_format import Stepping

if TYPE_CHECKING:
    from dataclasses import Field

    from _typeshed import DataclassInstance

    from gradviz.ui.problem_line import ProblemLine

_NAMES: Final = {"lr": "learningRate", "limit": "clipLimit"}
"""Object names that say more than the names of the fields."""
_ALL: Final = slice(None)


class HyperparameterFields(QWidget):
    """Shows the numbers of a dataclass of hyperparameters, side by side, and tells edits.

    Parameters
    ----------
    problems : ProblemLine
        Where to say why a number does not apply.
    part : slice, optional
        Which of the numbers, in the order of the dataclass; all of them if omitted.
    """

    edited = Signal(str, object)
    """The name of a hyperparameter and its new value."""
    rebuilt = Signal()
    """There are other fields now."""

    def __init__(
        self, problems: ProblemLine, part: slice = _ALL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._problems = problems
        self._part = part
        self._kind: type[DataclassInstance] | None = None
        self._numbers: dict[str, NumberField] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(metrics.ROW_GAP)

    def numbers(self) -> list[NumberField]:
        """Return the fields, from left to right."""
        return list(self._numbers.values())

    def show_settings(self, settings: DataclassInstance | None) -> None:
        """Show the numbers of `settings`, without a signal of edits; None shows nothing."""
        kind = None if settings is None else type(settings)
        if kind is not self._kind:
            self._show_kind(kind)
        for name, field in self._numbers.items():
            field.set_value(getattr(settings, name))

    def _show_kind(self, kind: type[DataclassInstance] | None) -> None:
        """Make one field for each hyperparameter that things of this kind have."""
        for field in self._numbers.values():
            self._problems.forget(field)
            discard(field)
        self._kind = kind
        items = () if kind is None else fields(kind)
        known = [item for item in items if "label" in item.metadata][self._part]
        self._numbers = {item.name: self._build(item) for item in known}
        for item in known:
            self._row.addWidget(labelled(_label(item), self._numbers[item.name]), 1)
        self.setVisible(bool(known))
        self.rebuilt.emit()

    def _build(self, item: Field[Any]) -> NumberField:
        field = _number_field(item)
        field.setObjectName(f"{_NAMES.get(item.name, item.name)}Field")
        field.setAccessibleName(_label(item))
        field.setToolTip(QCoreApplication.translate("Hyperparameter", item.metadata["help"]))
        field.edited.connect(partial(self.edited.emit, item.name))
        self._problems.watch(field)
        return field


def _number_field(item: Field[Any]) -> NumberField:
    low, high = item.metadata["low"], item.metadata["high"]
    if item.metadata["whole"]:
        return NumberField(integer=True, low=low, high=high, stepping=Stepping.DECADES)
    return NumberField(low=low, high=high, stepping=Stepping.LINEAR if high <= 1.0 else None)


def _label(item: Field[Any]) -> str:
    return QCoreApplication.translate("Hyperparameter", item.metadata["label"])
