"""The arithmetic of a stage with the very numbers of the sample, for the unit that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from gradviz.core.optimizers import SGD
from gradviz.plots.backprop_backward import (
    Partials,
    activation_back_rows,
    affine_back_rows,
    loss_back_rows,
)
from gradviz.plots.backprop_forward import forward_rows, loss_rows
from gradviz.plots.backprop_maths import Text, Tone, italic
from gradviz.plots.backprop_sheet import Maths, Row, Sentence
from gradviz.plots.backprop_stages import StageKind
from gradviz.plots.backprop_symbols import DOT, equals, number, plain, sign, symbol, vector
from gradviz.plots.numerals import MINUS

if TYPE_CHECKING:
    from gradviz.document.backpropagation import Backpropagation, LayerPass, Update
    from gradviz.plots.backprop_maths import Atom
    from gradviz.plots.backprop_stages import Stage

    Atoms = list[Atom]

__all__ = ["rows_of", "sample_words"]

_ARROW: Final = "\N{LEFTWARDS ARROW}"


def rows_of(study: Backpropagation, stage: Stage, unit: int, source: int) -> list[Row]:
    """Return the rows of a stage.

    Parameters
    ----------
    study : Backpropagation
        The numbers.
    stage : Stage
        What happens.
    unit : int
        The unit it is told of, in the stage's own column.
    source : int
        The unit before it, for the update of one weight.
    """
    kind, layer = stage.kind, stage.layer
    if kind is StageKind.SAMPLE:
        return _sample_rows(study)
    if kind is StageKind.FORWARD:
        return forward_rows(study, layer, unit)
    if kind is StageKind.LOSS:
        return loss_rows(study, unit)
    if kind is StageKind.LOSS_BACK:
        return loss_back_rows(study, unit)
    if kind is StageKind.AFFINE_BACK:
        return affine_back_rows(study, layer, unit)
    if kind is StageKind.ACTIVATION_BACK:
        return activation_back_rows(study, layer, unit)
    return _update_rows(study, stage.column, unit, source)


def sample_words(study: Backpropagation) -> str:
    """Return which sample it is, and of which class."""
    is_test = study.request.is_test and study.request.moment.test.count > 0
    text = (
        QCoreApplication.translate("Backprop", "Sample {0} of {1} to test with")
        if is_test
        else QCoreApplication.translate("Backprop", "Sample {0} of {1} to train with")
    )
    words = text.format(study.sample + 1, study.data.count)
    if study.label is None:
        return words
    of_class = QCoreApplication.translate("Backprop", "{0}, class {1}")
    return of_class.format(words, study.data.classes[study.label])


def _sample_rows(study: Backpropagation) -> list[Row]:
    x = [*symbol("x"), equals(), *vector(study.layers[0].given, Tone.FORWARD)]
    t = [*symbol("t"), equals(), *vector(study.target, Tone.TEXT)]
    return [
        Sentence(f"{sample_words(study)}.", 2),
        Maths(tuple(x)),
        Maths(tuple(t)),
        Sentence(_batch_words(study), 1),
    ]


def _batch_words(study: Backpropagation) -> str:
    """Return how the gradient of one sample and that of a step have to do with one another."""
    if study.batch == 1:
        return QCoreApplication.translate(
            "Backprop", "Every number here is of this one sample. A step takes one sample too."
        )
    text = QCoreApplication.translate(
        "Backprop",
        "Every number here is of this one sample, its loss and its gradient too. A step takes the "
        "mean over the {0} samples of its batch.",
    )
    return text.format(study.batch)


# --- the update


def _update_rows(study: Backpropagation, layer: int, unit: int, source: int) -> list[Row]:
    """Return how one weight is moved, and the bias beside it."""
    names, own = Partials(len(study.layers)), study.layers[layer - 1]
    rows: list[Row] = []
    one = own.by_weights[source, unit]
    here = [*names.by("W", layer, source, unit), equals(), number(one, Tone.BACKWARD)]
    rows.append(_noted(here, QCoreApplication.translate("Backprop", "of this sample"), 1))
    mean = number(own.mean_by_weights[source, unit], Tone.BACKWARD)
    rows.append(_noted([Text(italic("g")), equals(), mean], _mean_words(study.batch)))
    update = study.request.update
    if update is None or own.next_weights is None:
        text = QCoreApplication.translate("Backprop", "The run goes no further: no update follows.")
        return [*rows, Sentence(text, 0)]
    rows.append(Maths(tuple(_moved(names, own, update, (layer, source, unit)))))
    text = QCoreApplication.translate("Backprop", "{0} moves every weight so, all of them at once.")
    return [*rows, Sentence(text.format(update.optimizer), 2)]


def _mean_words(batch: int) -> str:
    if batch == 1:
        return QCoreApplication.translate("Backprop", "taken by the step: its batch is one sample")
    text = QCoreApplication.translate("Backprop", "taken by the step, the mean over {0} samples")
    return text.format(batch)


def _noted(atoms: Atoms, note: str, rank: int = 0) -> Maths:
    """Return a line with a few words behind it."""
    return Maths((*atoms, Text(f"  {note}", Tone.MUTED, breaks=True)), rank)


def _moved(names: Partials, own: LayerPass, update: Update, at: tuple[int, int, int]) -> Atoms:
    """Return how a weight is moved: by lr times the gradient if that is all there is to it."""
    layer, source, unit = at
    assert own.next_weights is not None  # noqa: S101 - whoever asks has looked
    weight, after = own.weights[source, unit], own.next_weights[source, unit]
    gradient = own.mean_by_weights[source, unit]
    name = names.of("W", layer, source, unit)
    atoms: Atoms = [*name, sign(_ARROW), *name]
    if _is_plain(own, update):
        atoms += [sign(MINUS), Text("lr"), Text(DOT), Text(italic("g")), equals(), number(weight)]
        atoms += [sign(MINUS), Text(plain(update.lr)), Text(DOT)]
        atoms.append(number(gradient, Tone.BACKWARD, factor=True))
    else:
        change = Text("\N{GREEK CAPITAL LETTER DELTA}")
        atoms += [sign("+"), change, equals(), number(weight), sign("+")]
        atoms.append(number(after - weight, Tone.BACKWARD, factor=True))
    return [*atoms, equals(), number(after)]


def _is_plain(own: LayerPass, update: Update) -> bool:
    """Whether every weight of a layer is moved by lr times its gradient and nothing else."""
    run = update.after.experiment.runs[0]
    if not isinstance(run.optimizer, SGD) or own.next_weights is None:
        return False
    expected = own.weights - update.lr * own.mean_by_weights
    return bool(np.array_equal(expected, own.next_weights, equal_nan=True))
