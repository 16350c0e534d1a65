"""The gradient check of a network at one step: every weight at the h in use, and against h."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.differences import evaluations
from gradviz.core.network.check import apart, worst_of
from gradviz.core.network.kinks import Kink, find_kink
from gradviz.core.network.numeric import gradient_by
from gradviz.core.network.places import place_of
from gradviz.core.norms import norms
from gradviz.document.check_values import (
    AGREES,
    Agreement,
    CheckProblem,
    CheckRequest,
    CheckSamples,
    CheckStudy,
    Fault,
    Found,
    Price,
    check_request,
)
from gradviz.document.gradient_sweep import (
    Sweep,
    fitting,
    sweep,
    sweep_cost,
    sweep_steps,
    swept_count,
    swept_methods,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.network.data import Data

__all__ = ["CheckRequest", "CheckStudy", "check_request", "evaluate_check"]

SECONDS: Final = 2.0
"""What differences of all weights may take unasked, by what those of the first one took."""
_BETTER: Final = 0.1
"""By how much another h must be better to lay a difference at the door of the h in use."""
_TIMES: Final = 5
_LONG: Final = 0.02
"""Seconds of work that is not measured a second time."""


def evaluate_check(
    request: CheckRequest,
    cancelled: Callable[[], bool] | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> CheckStudy | None:
    """Check the gradient.

    Parameters
    ----------
    request : CheckRequest
        What to check.
    cancelled : callable, optional
        Asked at every weight.
    clock : callable
        Tells the time in seconds. By it fewer weights are checked where all would take too long.

    Returns
    -------
    CheckStudy or None
        None when cancelled.
    """
    data, network = _samples(request), request.moment.network
    with np.errstate(all="ignore"):
        loss = float(network.value(request.moment.weights, data.inputs, data.targets))
        if not np.isfinite(loss):
            return CheckStudy(request, network, data.count, CheckProblem.LOSS, None, None, None)
        return _Check(request, data, _Watch(clock, cancelled)).study()


def _samples(request: CheckRequest) -> Data:
    if request.samples is CheckSamples.TRAIN:
        return request.moment.train
    batch = request.moment.batch()
    return batch if request.samples is CheckSamples.BATCH else batch.taken(np.arange(1))


class _Watch:
    """Measures computing alone: whoever asks for cancelling may be kept waiting there."""

    def __init__(self, clock: Callable[[], float], cancelled: Callable[[], bool] | None) -> None:
        self._clock, self._cancelled = clock, cancelled
        self._waited = 0.0

    def cancelled(self) -> bool:
        """Ask, and count the time of that for nothing."""
        if self._cancelled is None:
            return False
        begin = self._clock()
        answer = self._cancelled()
        self._waited += self._clock() - begin
        return answer

    def now(self) -> float:
        """Return the seconds that were computed."""
        return self._clock() - self._waited


class _Check:
    """One call of `evaluate_check` under way."""

    def __init__(self, request: CheckRequest, data: Data, watch: _Watch) -> None:
        self._request, self._data, self._watch = request, data, watch
        self._network, self._weights = request.moment.network, request.moment.weights
        self._draw = np.random.Generator(np.random.PCG64(request.moment.seed))

    def study(self) -> CheckStudy | None:
        """Check all weights that there is time for, then some of them against h."""
        each = self._pace()
        found = self._found(self._chosen(each))
        swept = None if found is None else self._swept(each, int(found.indices[found.worst]))
        if found is None or swept is None:
            return None
        fault = None if found.agreement in _EXPLAINED else _fault(swept, self._request.h)
        return CheckStudy(self._request, self._network, self._data.count, None, found, swept, fault)

    def _numeric(self, indices: NDArray[np.intp]) -> NDArray[np.float64] | None:
        data, request = self._data, self._request
        return gradient_by(
            self._network, self._weights, data.inputs, data.targets, request.method, request.h,
            self._watch.cancelled, indices,
        )  # fmt: skip

    def _gradient(self) -> NDArray[np.float64]:
        return self._network.gradient(self._weights, self._data.inputs, self._data.targets)

    def _pace(self) -> float:
        """Return the seconds that the difference by one weight takes."""
        first = np.zeros(1, dtype=np.intp)
        self._numeric(first)  # what is done for the first time takes longer
        return self._least(lambda: self._numeric(first))

    def _least(self, work: Callable[[], object]) -> float:
        """Return the least time that some work takes: other programs only ever add to it."""
        least = np.inf
        for _ in range(_TIMES):
            begin = self._watch.now()
            work()
            least = min(least, self._watch.now() - begin)
            if least > _LONG:
                break
        return float(least)

    def _chosen(self, each: float) -> NDArray[np.intp]:
        size = self._network.size
        if self._request.whole or each * size <= SECONDS:
            return np.arange(size)
        return self._drawn(min(size, fitting(SECONDS, each)))

    def _drawn(self, count: int) -> NDArray[np.intp]:
        found: NDArray[np.intp] = np.sort(self._draw.permutation(self._network.size)[:count])
        return found

    def _found(self, indices: NDArray[np.intp]) -> Found | None:
        begin = self._watch.now()
        numeric = self._numeric(indices)
        spent = self._watch.now() - begin
        if numeric is None:
            return None
        data, request = self._data, self._request
        backprop = self._gradient()[indices]
        pass_spent = self._least(self._gradient)
        worst = worst_of(apart(numeric, backprop))
        index = int(indices[worst])
        kink = find_kink(
            self._network, self._weights, data.inputs, data.targets, request.method, request.h,
            index,
        )  # fmt: skip
        relative = _relative(numeric, backprop)
        return Found(
            indices=indices,
            numeric=numeric,
            backprop=backprop,
            worst=worst,
            place=place_of(self._network, index),
            kink=kink,
            relative=relative,
            agreement=_agreement(apart(numeric, backprop), relative, kink),
            price=Price(evaluations(request.method, len(indices)).value, spent, pass_spent),
        )

    def _swept(self, each: float, worst: int) -> Sweep | None:
        request, steps = self._request, sweep_steps(self._request.h)
        methods = swept_methods(request.method, every_scheme=request.every_scheme)
        share = sweep_cost(methods, len(steps)) / sweep_cost((request.method,), 1)
        size = self._network.size
        count = swept_count(size, self._data.count, each * share)
        indices = np.union1d(self._drawn(count - 1) if count < size else np.arange(size), [worst])
        return sweep(
            self._network, self._weights, self._data, request.method, methods, steps, indices,
            self._watch.cancelled,
        )  # fmt: skip


_EXPLAINED: Final = (Agreement.AGREES, Agreement.KINK)


def _relative(numeric: NDArray[np.float64], backprop: NDArray[np.float64]) -> float:
    away, *sizes = norms(np.stack([numeric - backprop, numeric, backprop])).tolist()
    total = sum(sizes)
    return float(away / total) if total != 0.0 else 0.0


def _agreement(differences: NDArray[np.float64], relative: float, kink: Kink | None) -> Agreement:
    if not (np.isfinite(differences).all() and np.isfinite(relative)):
        return Agreement.NOT_FINITE
    if relative < AGREES:
        return Agreement.AGREES
    return Agreement.DISAGREES if kink is None else Agreement.KINK


def _fault(swept: Sweep, h: float) -> Fault | None:
    """Tell what is wrong with `h`, if another step size is better by far."""
    values, best = swept.chosen.values, swept.best
    own = float(values[swept.steps == h][0])
    if best is None or (np.isfinite(own) and not values[best] < _BETTER * own):
        return None
    return Fault.TOO_SMALL if h < swept.steps[best] else Fault.TOO_LARGE
