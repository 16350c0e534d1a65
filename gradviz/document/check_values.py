"""What is asked of a gradient check, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from gradviz.core.differences import Method
from gradviz.core.network.check import apart
from gradviz.document.moment import Moment, moment_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gradviz.core.network.kinks import Kink
    from gradviz.core.network.network import Network
    from gradviz.core.network.places import Place
    from gradviz.document.gradient_sweep import Sweep
    from gradviz.document.results import Training

AGREES: Final = 1e-5
"""The relative error below which two gradients agree.

Stanford's CS231n calls 1e-7 good and 1e-4 usually good where there are kinks; differences of
losses near 1 at the usual h of 1e-4 leave about 1e-9 of rounding.
"""


class CheckSamples(StrEnum):
    """The samples whose loss is differentiated."""

    BATCH = "batch"
    """Those of the step."""
    ONE = "one"
    """The first of them."""
    TRAIN = "train"
    """All samples to train with."""


class CheckProblem(StrEnum):
    """Why there is nothing to check."""

    LOSS = "loss"
    """The loss is not a finite number."""


class Agreement(StrEnum):
    """What comes of a check."""

    AGREES = "agrees"
    """The relative error is below `AGREES`."""
    KINK = "kink"
    """It is not, and a kink makes the largest difference."""
    DISAGREES = "disagrees"
    """It is not, and no kink is to blame."""
    NOT_FINITE = "not-finite"
    """There is a difference that is no finite number."""


class Fault(StrEnum):
    """What is wrong with an h, where another is better by far."""

    TOO_SMALL = "too-small"
    """Rounding makes the difference."""
    TOO_LARGE = "too-large"
    """Truncation makes it, or a kink that a smaller h does not reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRequest:
    """All that a gradient check depends on.

    Attributes
    ----------
    moment : Moment
        Which weights.
    method : Method
        The scheme; not `Method.EXACT`.
    h : float
        Its step size.
    samples : CheckSamples
        Whose loss.
    every_scheme : bool
        Whether to look at all schemes against h, or at the one in use.
    whole : bool
        Whether to check all weights, however long that takes.
    """

    moment: Moment
    method: Method
    h: float
    samples: CheckSamples = CheckSamples.BATCH
    every_scheme: bool = False
    whole: bool = False

    @property
    def is_stand_in(self) -> bool:
        """Whether the scheme stands in for backpropagation, which cannot check itself."""
        return self.moment.experiment.method is Method.EXACT


@dataclass(frozen=True, slots=True)
class Price:
    """What both ways to the gradient cost, measured as they were taken.

    Attributes
    ----------
    evaluations : int
        Evaluations of the loss that the differences took.
    seconds : float
        How long these took.
    backprop_seconds : float
        How long one pass forward and one back took.
    """

    evaluations: int
    seconds: float
    backprop_seconds: float

    @property
    def factor(self) -> float:
        """How many times as long the differences took."""
        return self.seconds / max(self.backprop_seconds, 1e-9)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The two gradients, and what there is to say of them.

    Attributes
    ----------
    indices : ndarray, shape (c,)
        Numbers of the weights that were checked, ascending.
    numeric, backprop : ndarray, shape (c,)
        Their derivatives by the scheme and by backpropagation.
    worst : int
        Which of them, of c, differs most; a difference that is no number counts as the largest.
    place : Place
        Where that weight belongs.
    kink : Kink or None
        The kink that makes that difference, where one does.
    relative : float
        ``|numeric - backprop| / (|numeric| + |backprop|)``, with the lengths of all three; 0 where
        both are.
    agreement : Agreement
        What comes of it.
    price : Price
        What it cost.
    """

    indices: NDArray[np.intp]
    numeric: NDArray[np.float64]
    backprop: NDArray[np.float64]
    worst: int
    place: Place
    kink: Kink | None
    relative: float
    agreement: Agreement
    price: Price

    @property
    def differences(self) -> NDArray[np.float64]:
        """``|numeric - backprop|``, shape (c,)."""
        return apart(self.numeric, self.backprop)

    @property
    def largest(self) -> float:
        """The difference at the worst weight; nan or inf if it is no number."""
        return float(self.differences[self.worst])


@dataclass(frozen=True, slots=True, eq=False)
class CheckStudy:
    """What was computed for a request.

    Attributes
    ----------
    request : CheckRequest
        What was asked for.
    network : Network
        What was checked.
    samples : int
        How many samples the loss is of.
    problem : CheckProblem or None
        Why there is nothing to check: then there is nothing found, and no sweep.
    found : Found or None
        The check at the h in use.
    sweep : Sweep or None
        Differences against h.
    fault : Fault or None
        What is wrong with the h in use, if the gradients do not agree.
    """

    request: CheckRequest
    network: Network
    samples: int
    problem: CheckProblem | None
    found: Found | None
    sweep: Sweep | None
    fault: Fault | None

    @property
    def is_whole(self) -> bool:
        """Whether every weight was checked."""
        return self.found is None or len(self.found.indices) == self.network.size


def check_request(
    training: Training,
    index: int,
    step: int,
    samples: CheckSamples = CheckSamples.BATCH,
    *,
    every_scheme: bool = False,
    whole: bool = False,
) -> CheckRequest | None:
    """Return the request for run `index` after `step` updates; None before there is such a run."""
    if not 0 <= index < len(training.runs):
        return None
    experiment = training.experiment
    is_scheme = experiment.method is not Method.EXACT
    return CheckRequest(
        moment=moment_of(training, index, step),
        method=experiment.method if is_scheme else Method.CENTRAL,
        h=experiment.h,
        samples=samples,
        every_scheme=every_scheme,
        whole=whole,
    )
