"""The reader's words for networks: problems, activations, losses, first weights, what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.problems import problem_named
from gradviz.document.network_task import OWN


def _tr(text: str) -> str:
    return QCoreApplication.translate("NetworkWording", text)


def problem_name(key: str) -> str:
    """Return what a problem is called, data of one's own too."""
    if key == OWN:
        return _tr("Own data")
    return QCoreApplication.translate("Problem", problem_named(key).name)


def problem_short_name(key: str) -> str:
    """Return what a problem is called where there is little room."""
    short = {
        "linear": _tr("Line"),
        "logistic": _tr("Clouds"),
        "xor": _tr("XOR"),
        "moons": _tr("Moons"),
        "circles": _tr("Circles"),
    }
    return short.get(key) or problem_name(key)


def problem_note(key: str) -> str:
    """Return what there is to see at a problem, in a sentence."""
    if key == OWN:
        return _tr("A CSV file: a line of headings, numbers, and the class in the last column.")
    return QCoreApplication.translate("Problem", problem_named(key).note)


def activation_label(activation: Activation) -> str:
    """Return the name of an activation."""
    labels = {
        Activation.RELU: _tr("ReLU"),
        Activation.SIGMOID: _tr("Sigmoid"),
        Activation.TANH: _tr("Tanh"),
    }
    return labels[activation]


def activation_tip(activation: Activation) -> str:
    """Return what an activation computes, and what follows for its gradient."""
    tips = {
        Activation.RELU: _tr("max(0, a): lets what is positive through; its slope is 1 or 0"),
        Activation.SIGMOID: _tr("1 / (1 + e⁻ᵃ): between 0 and 1; its slope is ¼ at most"),
        Activation.TANH: _tr("tanh a: between −1 and 1; its slope is 1 at 0 and fades from there"),
    }
    return tips[activation]


def loss_label(loss: Loss) -> str:
    """Return the name of a loss."""
    labels = {
        Loss.CROSS_ENTROPY: _tr("Cross entropy"),
        Loss.BOOK_CROSS_ENTROPY: _tr("Cross entropy (book)"),
        Loss.SQUARED: _tr("Mean squared error"),
    }
    return labels[loss]


def loss_tip(loss: Loss) -> str:
    """Return what a loss computes from scores s and targets t."""
    tips = {
        Loss.CROSS_ENTROPY: _tr("−Σ t · log softmax(s), the mean over the samples of a batch"),
        Loss.BOOK_CROSS_ENTROPY: _tr(
            "−Σ t · log(softmax(s) + 10⁻⁷), as in Deep Learning from Scratch"
        ),
        Loss.SQUARED: _tr("(s − t)², the mean over samples and scores"),
    }
    return tips[loss]


def initialiser_label(initialiser: Initialiser) -> str:
    """Return the name of a way to draw first weights."""
    labels = {
        Initialiser.NORMAL: _tr("Normal 0.01"),
        Initialiser.XAVIER: _tr("Xavier"),
        Initialiser.HE: _tr("He"),
    }
    return labels[initialiser]


def initialiser_tip(initialiser: Initialiser) -> str:
    """Return how widely first weights are drawn; n is the number of a layer's inputs."""
    tips = {
        Initialiser.NORMAL: _tr("Normal, deviation 0.01: so small that layers hardly tell apart"),
        Initialiser.XAVIER: _tr("Normal, deviation √(1/n) with n inputs: made for Tanh, Sigmoid"),
        Initialiser.HE: _tr("Normal, deviation √(2/n) with n inputs: made for ReLU"),
    }
    return tips[initialiser]
