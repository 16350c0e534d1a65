"""What is said about a landscape: which plane it is on, and how true it is at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from gradviz.core.network.planes import PlaneKind
from gradviz.plots.landscape_strip import Fact
from gradviz.plots.numerals import compact, readout

if TYPE_CHECKING:
    from gradviz.document.landscape import Comparison, Landscape

_DIGITS: Final = 3
_WIDE: Final = readout(8.88e-8, _DIGITS)
"""Hardly any figure is wider."""


def quantity_word() -> str:
    """Return what colours and heights show."""
    return QCoreApplication.translate("Landscape", "loss")


def axis_names() -> tuple[str, str]:
    """Return the names of the two directions."""
    words = QCoreApplication.translate("Landscape", "direction {0}")
    return words.format(1), words.format(2)


def batch_word() -> str:
    """Return the name of the loss that a run recorded at a step."""
    return QCoreApplication.translate("Landscape", "loss of the batch")


def absence() -> str:
    """Return why there is no landscape, if nothing else is known."""
    return QCoreApplication.translate(
        "Landscape", "The loss landscape is computed once the training has ended."
    )


def heading(landscape: Landscape) -> str:
    """Return what is shown, in a line."""
    if landscape.plane.kind is PlaneKind.MAIN:
        words = QCoreApplication.translate("Landscape", "Loss along the run's main directions: {0}")
    else:
        words = QCoreApplication.translate("Landscape", "Loss along random directions: {0}")
    return words.format(landscape.runs.text)


def facts(landscape: Landscape, step: int) -> tuple[tuple[Fact, ...], ...]:
    """Return what the strip says with the cursor at a step."""
    compared = landscape.at(step)
    plane = (_plane_fact(landscape), _samples_fact(landscape))
    return plane, (_step_fact(landscape, compared.step), *comparison(compared))


def comparison(compared: Comparison) -> tuple[Fact, ...]:
    """Return how the loss that is shown of a step compares with what it is."""
    translate = QCoreApplication.translate
    return (
        _number(translate("Landscape", "true loss"), compared.true),
        _number(translate("Landscape", "projected"), compared.projected),
        _number(translate("Landscape", "difference"), compared.difference, signed=True),
        _number(translate("Landscape", "off the plane"), compared.distance),
    )


def _number(name: str, value: float, *, signed: bool = False) -> Fact:
    sign = "+" if signed and value > 0.0 else ""
    return Fact(name, sign + readout(value, _DIGITS), "+" + _WIDE if signed else _WIDE)


def _plane_fact(landscape: Landscape) -> Fact:
    explained = landscape.plane.explained
    if explained is None:
        return Fact(
            QCoreApplication.translate("Landscape", "Random directions"),
            QCoreApplication.translate("Landscape", "filter-normalised, seed {0}").format(
                landscape.request.options.seed
            ),
        )
    first, second = (compact(round(100.0 * share, 1), 4) for share in explained)
    name = QCoreApplication.translate("Landscape", "Explained variance")
    return Fact(name, f"{first} % + {second} %")


def _samples_fact(landscape: Landscape) -> Fact:
    """Say whose loss it is, and when these are not all samples."""
    used, every = landscape.samples.count, landscape.request.training.train.count
    words = QCoreApplication.translate("Landscape", "all {1} training samples")
    if every == 1:
        words = QCoreApplication.translate("Landscape", "the one training sample")
    elif used < every:
        words = QCoreApplication.translate("Landscape", "{0} of {1} training samples")
    return Fact(QCoreApplication.translate("Landscape", "Loss of"), words.format(used, every))


def _step_fact(landscape: Landscape, step: int) -> Fact:
    def value(number: int) -> str:
        a_pass = landscape.request.training.batches.steps_per_epoch
        words = QCoreApplication.translate("Landscape", "{0}, epoch {1}")
        return words.format(number, compact(round(number / a_pass, 2), 9))

    last = int(landscape.steps[-1])
    return Fact(QCoreApplication.translate("Landscape", "At step"), value(step), value(last))
