"""Whether a network and samples go together."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from gradviz.core.coded_error import CodedError
from gradviz.core.network.losses import Loss

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gradviz.core.network.data import Data
    from gradviz.core.network.network import Network

NAMED: Final = 6
"""Inputs or classes that a sentence names, if there are no more."""


class FitCode(StrEnum):
    """What does not fit."""

    INPUTS = "inputs"
    CLASSES = "classes"
    NUMBERS = "numbers"
    LOSS = "loss"
    WEIGHTS = "weights"
    BATCH = "batch"


class FitError(CodedError):
    """A network that samples cannot be given to; every value is a number but ``names``."""

    sentences = {  # noqa: RUF012 - a ClassVar by its base
        FitCode.INPUTS: "The network has {found} inputs, the data {wanted}{names}: the first size "
        "must be {wanted}.",
        FitCode.CLASSES: "The network has {found} outputs, the data {wanted} classes{names}: the "
        "last size must be {wanted}.",
        FitCode.NUMBERS: "The network has {found} outputs, the data {wanted} numbers to meet: the "
        "last size must be {wanted}.",
        FitCode.LOSS: "Cross entropy needs classes, and the data has numbers to meet: take the "
        "mean squared error.",
        FitCode.WEIGHTS: "The network has {wanted} weights, not {found}.",
        FitCode.BATCH: "A batch of {found} cannot be taken from {wanted} samples.",
    }


def check_fit(network: Network, data: Data) -> None:
    """Check that a network can be trained with samples.

    Parameters
    ----------
    network : Network
        What is to be trained.
    data : Data
        With what.

    Raises
    ------
    FitError
        With what does not fit first: inputs, outputs, loss.
    """
    inputs, outputs = data.inputs.shape[1], data.targets.shape[1]
    if network.sizes[0] != inputs:
        names = _named(data.inputs_named)
        raise FitError(FitCode.INPUTS, found=network.sizes[0], wanted=inputs, names=names)
    if network.sizes[-1] != outputs:
        code = FitCode.CLASSES if data.classes else FitCode.NUMBERS
        names = _named(data.classes)
        raise FitError(code, found=network.sizes[-1], wanted=outputs, names=names)
    if network.loss is not Loss.SQUARED and not data.classes:
        raise FitError(FitCode.LOSS)


def checked_weights(network: Network, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return `weights`, shape (w,), or raise `FitError` if the network has not as many."""
    if len(weights) != network.size:
        raise FitError(FitCode.WEIGHTS, found=len(weights), wanted=network.size)
    return weights


def _named(names: tuple[str, ...]) -> str:
    return f" ({', '.join(names)})" if names and len(names) <= NAMED else ""
