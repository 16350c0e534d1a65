"""What a curve shows, in words: the quantity, and what its axis counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.core.differences import Method
from gradviz.document.display import LossAxis
from gradviz.document.results import Training
from gradviz.plots.series import Quantity

if TYPE_CHECKING:
    from gradviz.document.results import Outcome


def heading_of(quantity: Quantity) -> str:
    """Return the name of a quantity."""
    names = {
        Quantity.VALUE: _tr("Loss"),
        Quantity.GRADIENT_NORM: _tr("Gradient norm"),
        Quantity.ACCURACY: _tr("Accuracy"),
    }
    return names[quantity]


def unit_of(axis: LossAxis, outcome: Outcome) -> str:
    """Return what an axis counts; empty for steps."""
    if axis is LossAxis.STEPS:
        return ""
    if axis is LossAxis.PATH_LENGTH:
        return _tr("path length")
    is_exact = outcome.experiment.method is Method.EXACT
    if isinstance(outcome, Training):
        return _tr("passes forward and back") if is_exact else _tr("evaluations of the loss")
    return _tr("evaluations of ∇f") if is_exact else _tr("evaluations of f")


def _tr(text: str) -> str:
    return QCoreApplication.translate("CurveView", text)
