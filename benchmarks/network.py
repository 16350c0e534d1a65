"""A step of training a network against PyTorch, and backpropagation against differences.

The step is one mini-batch of 100 samples through 64-50-10: forward, backward and Adam's update. It
is taken in a process of its own, where NumPy and PyTorch compute in one thread each. PyTorch is
as one writes it, eager and in single precision; that the same weights come out is checked in
double precision.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

from gradviz.core.differences import Method
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.network import Network
from gradviz.core.network.numeric import gradient_by
from gradviz.core.optimizers import Adam, Convention

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

Row = tuple[str, str, str, str, str]
"""What was measured, ours, theirs, the ratio, and its goal."""

NETWORK = Network((64, 50, 10))
BATCH = 100
ADAM = Adam(lr=0.001, convention=Convention.PYTORCH)
STEPS = 500
REPEATS = 15
GOAL = 1 / 3
THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def rows() -> list[Row]:
    """Return the rows of the table, from a process of one thread."""
    alone = os.environ | dict.fromkeys(THREADS, "1")
    command = [sys.executable, "-m", "benchmarks.network"]
    done = subprocess.run(command, env=alone, check=True, stdout=subprocess.PIPE, text=True)
    return [tuple(row) for row in json.loads(done.stdout)]


def _rows() -> list[Row]:
    return [_step_row(), _gradient_row()]


def _step_row() -> Row:
    what, goal = "training step, 64-50-10, batch 100", f"<= {GOAL:.2f}x"
    ours = _OurTraining()
    try:
        theirs = _TorchTraining("float32")
    except ImportError:
        a = median(_seconds(ours.run, STEPS) for _ in range(REPEATS)) / STEPS
        return what, f"{a * 1e6:.0f} us", "PyTorch is not installed", "-", goal
    _assert_alike()
    pairs = [(_seconds(ours.run, STEPS), _seconds(theirs.run, STEPS)) for _ in range(REPEATS)]
    a, b = (median(column) / STEPS for column in zip(*pairs, strict=True))
    return what, f"{a * 1e6:.0f} us", f"{b * 1e6:.0f} us", f"{a / b:.2f}x", goal


def _gradient_row() -> Row:
    weights, (inputs, targets) = _first_weights(), _samples()

    def backprop(times: int) -> None:
        for _ in range(times):
            NETWORK.gradient(weights, inputs, targets)

    def numeric(_: int) -> None:
        gradient_by(NETWORK, weights, inputs, targets, Method.CENTRAL, 1e-4)

    a = median(_seconds(backprop, STEPS) for _ in range(REPEATS)) / STEPS
    b = _seconds(numeric, 1)
    what = f"gradient of {NETWORK.size} weights, backpropagation (central differences)"
    return what, f"{a * 1e6:.0f} us", f"{b * 1e3:.0f} ms", f"{b / a:.0f}x", "-"


def _seconds(run: Callable[[int], object], times: int) -> float:
    # of this process alone: nothing here waits, and others on the machine do not count
    begin = time.process_time()
    run(times)
    return time.process_time() - begin


def _first_weights() -> NDArray[np.float64]:
    return NETWORK.first_weights(Initialiser.HE, 0)


def _samples() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    rng = np.random.Generator(np.random.PCG64(0))
    return rng.random((BATCH, 64)), np.eye(10)[rng.integers(0, 10, BATCH)]


class _OurTraining:
    def __init__(self) -> None:
        self.weights, self.state = _first_weights(), ADAM.init()
        self.inputs, self.targets = _samples()

    def run(self, steps: int) -> None:
        for _ in range(steps):
            _, gradient = NETWORK.value_and_gradient(self.weights, self.inputs, self.targets)
            change, self.state = ADAM.update(gradient, self.state)
            self.weights = self.weights + change


class _TorchTraining:
    def __init__(self, precision: str) -> None:
        import torch  # noqa: PLC0415 - not every machine has it

        torch.set_num_threads(1)
        dtype = getattr(torch, precision)
        inputs, targets = _samples()
        self.inputs = torch.tensor(inputs, dtype=dtype)
        self.labels = torch.tensor(targets.argmax(axis=1))
        self.model: Any = torch.nn.Sequential(
            torch.nn.Linear(64, 50), torch.nn.ReLU(), torch.nn.Linear(50, 10)
        ).to(dtype)
        self.loss = torch.nn.CrossEntropyLoss()
        self._begin(torch)
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=ADAM.lr)

    def _begin(self, torch: Any) -> None:  # noqa: ANN401 - it ships no types here
        first, _, last = NETWORK.views(_first_weights())
        with torch.no_grad():
            for layer, (matrix, bias) in ((self.model[0], first), (self.model[2], last)):
                layer.weight.copy_(torch.tensor(matrix.T.copy()))
                layer.bias.copy_(torch.tensor(bias))

    def run(self, steps: int) -> None:
        for _ in range(steps):
            self.optimizer.zero_grad()
            self.loss(self.model(self.inputs), self.labels).backward()
            self.optimizer.step()

    @property
    def weights(self) -> NDArray[np.float64]:
        """The weights as one vector, in our order."""
        parts = [p.detach().numpy().T.ravel() for p in self.model.parameters()]
        return np.concatenate(parts)


def _assert_alike() -> None:
    ours, theirs = _OurTraining(), _TorchTraining("float64")
    ours.run(50)
    theirs.run(50)
    np.testing.assert_allclose(ours.weights, theirs.weights, rtol=1e-6, atol=1e-9)


if __name__ == "__main__":
    print(json.dumps(_rows()))
