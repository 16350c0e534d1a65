"""A step of ours against a step of the book's NumPy loop, the same numbers coming out of both.

The loops are those of K. Saito, *Deep Learning from Scratch*: `numerical_gradient` and
`gradient_descent` of chapter 4, and `Adam` of common/optimizer.py. Ours includes recording every
point with its value and gradient; the book's keeps the points.
"""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.descent import Trajectory, descend
from gradviz.core.differences import Method
from gradviz.core.formula import parse
from gradviz.core.objective import FormulaObjective
from gradviz.core.optimizers import SGD, Adam, Optimizer

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

Row = tuple[str, str, str, str, str]
"""What was measured, ours, theirs, the ratio, and its goal."""

OBJECTIVE = FormulaObjective(parse("x0**2 + x1**2"))
START = (-3.0, 4.0)
STEPS = 2000
REPEATS = 15
GOAL = 4.0


def rows() -> list[Row]:
    """Return the rows of the table."""
    return [
        _row("step, SGD, central differences", SGD(lr=0.1), _BookSGD(0.1)),
        _row("step, Adam, central differences", Adam(lr=0.3), _BookAdam(0.3)),
    ]


def _row(what: str, optimizer: Optimizer, book: _BookSGD | _BookAdam) -> Row:
    """Measure both by turns, so that both meet the same machine."""
    ours, theirs = [], []
    for _ in range(REPEATS):
        ours.append(_seconds(lambda: _our_run(optimizer)))
        theirs.append(_seconds(lambda: _book_run(book)))
    np.testing.assert_allclose(_our_run(optimizer), _book_run(book), rtol=1e-9, atol=1e-12)
    a, b = median(ours) / STEPS, median(theirs) / STEPS
    return what, f"{a * 1e6:.2f} us", f"{b * 1e6:.2f} us", f"{b / a:.1f}x", f">= {GOAL:g}x"


def _seconds(run: Callable[[], object]) -> float:
    # of this process alone: nothing here waits, and others on the machine do not count
    begin = time.process_time()
    run()
    return time.process_time() - begin


def _our_run(optimizer: Optimizer) -> NDArray[np.float64]:
    trajectory = Trajectory(2, capacity=STEPS + 1)
    trajectory.extend(
        descend(OBJECTIVE, START, optimizer, method=Method.CENTRAL, h=1e-4, steps=STEPS)
    )
    return trajectory.x


def _book_run(optimizer: _BookSGD | _BookAdam) -> NDArray[np.float64]:
    optimizer.reset()
    x = np.array(START)
    history = [x.copy()]
    for _ in range(STEPS):
        optimizer.update(x, _numerical_gradient(_function_2, x))
        history.append(x.copy())
    return np.array(history)


def _function_2(x: NDArray[np.float64]) -> float:
    value: float = x[0] ** 2 + x[1] ** 2
    return value


def _numerical_gradient(
    f: Callable[[NDArray[np.float64]], float], x: NDArray[np.float64]
) -> NDArray[np.float64]:
    h = 1e-4
    grad = np.zeros_like(x)
    for idx in range(x.size):
        tmp_val = x[idx]
        x[idx] = float(tmp_val) + h
        fxh1 = f(x)
        x[idx] = tmp_val - h
        fxh2 = f(x)
        grad[idx] = (fxh1 - fxh2) / (2 * h)
        x[idx] = tmp_val
    return grad


class _BookSGD:
    def __init__(self, lr: float) -> None:
        self.lr = lr

    def reset(self) -> None:
        """Nothing to forget."""

    def update(self, x: NDArray[np.float64], grad: NDArray[np.float64]) -> None:
        x -= self.lr * grad


class _BookAdam:
    def __init__(self, lr: float, beta1: float = 0.9, beta2: float = 0.999) -> None:
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.reset()

    def reset(self) -> None:
        self.iter, self.m, self.v = 0, np.zeros(2), np.zeros(2)

    def update(self, x: NDArray[np.float64], grad: NDArray[np.float64]) -> None:
        self.iter += 1
        lr_t = self.lr * np.sqrt(1.0 - self.beta2**self.iter) / (1.0 - self.beta1**self.iter)
        self.m += (1 - self.beta1) * (grad - self.m)
        self.v += (1 - self.beta2) * (grad**2 - self.v)
        x -= lr_t * self.m / (np.sqrt(self.v) + 1e-7)
