"""What is said about the layers of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from gradviz.core.network.layers import Activation
from gradviz.document.layers_look import Form, Shown
from gradviz.plots.numerals import readout

if TYPE_CHECKING:
    from gradviz.document.layer_values import Idle, LayerValues
    from gradviz.document.layers_look import LayersLook

_EACH: Final = 3
"""Hidden layers of which each has a sentence."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Layers", text)


def scores_word() -> str:
    """Return what comes out of the last layer."""
    return _tr("scores")


def shown_word(shown: Shown, *, with_gradients: bool = False) -> str:
    """Return what is shown, as the beginning of a sentence."""
    if with_gradients and shown is not Shown.ACTIVATIONS:
        return _tr("Weights and gradients")
    words = {
        Shown.WEIGHTS: _tr("Weights"),
        Shown.GRADIENTS: _tr("Gradients"),
        Shown.ACTIVATIONS: _tr("Activations"),
    }
    return words[shown]


def form_word(form: Form) -> str:
    """Return as what it is shown."""
    words = {
        Form.MATRIX: _tr("Matrix"),
        Form.HISTOGRAM: _tr("Histogram"),
        Form.IMAGES: _tr("Images"),
    }
    return words[form]


def moment_text(values: LayerValues) -> str:
    """Return at which step and epoch the network is shown."""
    moment = values.request.moment
    return _tr("at step {0}, epoch {1}").format(moment.step, readout_epoch(moment.epoch))


def readout_epoch(epoch: float) -> str:
    """Return passes over the samples, parts of one to two decimals."""
    return f"{epoch:.2f}".rstrip("0").rstrip(".")


def loss_text(values: LayerValues) -> str:
    """Return the loss of the samples of the step."""
    return _tr("loss {0}").format(readout(values.loss))


def samples_text(values: LayerValues) -> str:
    """Return whose activations are shown."""
    if values.samples == 1:
        return _tr("The sample of this step is the row; units are columns.")
    if values.batch.count < values.samples:
        words = _tr("Rows are the first {0} of the {1} samples of this step; columns are units.")
        return words.format(f"{values.batch.count:,}", f"{values.samples:,}")
    words = _tr("Rows are the {0} samples of this step; columns are units.")
    return words.format(f"{values.samples:,}")


def first_units(shown: int, units: int) -> str:
    """Return that not all units are shown."""
    return _tr("The first {0} of the {1} units.").format(f"{shown:,}", f"{units:,}")


def idle_text(idle: Idle, activation: Activation) -> str:
    """Return how many units let no slope back."""
    share = f"{100.0 * idle.share:.0f}"
    if activation is Activation.RELU:
        words = _tr("{0} of {1} units are 0 for every sample; {2} % of all values are 0")
    else:
        words = _tr("{0} of {1} units are saturated for every sample, {2} % of all values")
    return words.format(idle.units, idle.of, share)


def idle_sentences(values: LayerValues) -> list[str]:
    """Return that of each hidden layer; of many layers in one sentence."""
    activation = values.network.activation
    if len(values.idle) > _EACH:
        words = _tr("Units saturated for every sample, layer by layer: {0}.")
        if activation is Activation.RELU:
            words = _tr("Units that are 0 for every sample, layer by layer: {0}.")
        of = _tr("{0} of {1}")
        return [words.format(", ".join(of.format(idle.units, idle.of) for idle in values.idle))]
    texts = [idle_text(idle, activation) for idle in values.idle]
    if len(texts) == 1:
        return [f"{texts[0][:1].upper()}{texts[0][1:]}."]
    return [_tr("Layer {0}: {1}.").format(k + 1, text) for k, text in enumerate(texts)]


def idle_tip(activation: Activation) -> str:
    """Return what that means for learning."""
    if activation is Activation.RELU:
        return _tr("A ReLU that is 0 lets no gradient back: for these samples it learns nothing.")
    return _tr("Saturated: the slope is below 5 % of its largest, so that little gradient returns.")


def described(values: LayerValues, look: LayersLook) -> str:
    """Return in words what a picture of the layers shows."""
    if look.shown is Shown.ACTIVATIONS:
        return " ".join([loss_text(values) + ".", *idle_sentences(values)])
    words = _tr("W{0}: {1} by {2}, mean {3}, deviation {4}.")
    texts = [loss_text(values) + "."]
    for k, layer in enumerate(values.layers):
        numbers = layer.gradient if look.shown is Shown.GRADIENTS else layer.weights
        mean, deviation = numbers.spread.mean, numbers.spread.deviation
        shape = numbers.values.shape
        texts.append(words.format(k + 1, *shape, readout(mean, 3), readout(deviation, 3)))
    return " ".join(texts)


def absence() -> str:
    """Return why there is nothing to see."""
    return _tr("The layers are shown once there is a training.")


def no_images() -> str:
    """Return why weights are no pictures."""
    return _tr(
        "The inputs of this network are no square picture, so its first weights are none "
        "either. Look at them as a matrix."
    )
