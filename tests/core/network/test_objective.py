"""Networks are descended by the very same descent: against loops written by hand."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.core.clipping import ClipKind, Clipping
from gradviz.core.descent import Trajectory, descend
from gradviz.core.differences import Method
from gradviz.core.network import samples
from gradviz.core.network.batches import Batches
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.network import Network
from gradviz.core.network.objective import NetworkObjective
from gradviz.core.optimizers import OPTIMIZERS, SGD, Adam
from gradviz.core.replay import Replay
from gradviz.core.schedules import CONSTANT

NETWORK = Network((2, 4, 3))
DATA = samples.spiral(30)
BATCHES = Batches(30, 8, seed=3)
START = NETWORK.first_weights(Initialiser.HE, 5)


def _run(optimizer, steps: int = 12, **choices) -> Trajectory:  # noqa: ANN001, ANN003
    trajectory = Trajectory(NETWORK.size, is_whole=True)
    settings = {"method": Method.EXACT, "h": 1e-4, "steps": steps} | choices
    objective = NetworkObjective(NETWORK, DATA, BATCHES)
    points = descend(objective, (START,), optimizer, checkpoints=trajectory.checkpoints, **settings)
    trajectory.extend(points)
    return trajectory


def _batch(step: int) -> tuple[np.ndarray, np.ndarray]:
    chosen = BATCHES.indices(step)
    return DATA.inputs[chosen], DATA.targets[chosen]


@pytest.mark.parametrize("kind", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_every_rule_steps_as_a_loop_by_hand(kind) -> None:  # noqa: ANN001
    optimizer = kind(lr=0.05)
    trajectory = _run(optimizer)
    weights, state = START, optimizer.init()
    for step in range(13):
        assert trajectory.x[step].tobytes() == weights.tobytes()
        loss, gradient = NETWORK.value_and_gradient(weights, *_batch(step))
        assert trajectory.value[step] == loss
        assert trajectory.gradient[step].tobytes() == gradient.tobytes()
        change, state = optimizer.update(gradient, state)
        weights = weights + change


@pytest.mark.parametrize("method", [m for m in Method if m is not Method.EXACT])
def test_every_scheme_leads_about_as_backpropagation_does(method: Method) -> None:
    exact, numeric = _run(SGD(lr=0.1), 5), _run(SGD(lr=0.1), 5, method=method, h=1e-5)
    assert numeric.x[-1] == pytest.approx(exact.x[-1], abs=1e-4)
    assert numeric.value == pytest.approx(exact.value, abs=1e-4)


def test_a_descent_goes_on_with_the_batch_where_it_left() -> None:
    whole = _run(SGD(lr=0.1), 9)
    later = NetworkObjective(NETWORK, DATA, BATCHES, first_step=4)
    again = Trajectory(NETWORK.size, is_whole=True)
    again.extend(
        descend(later, (whole.x[4].copy(),), SGD(lr=0.1), method=Method.EXACT, h=1.0, steps=5)
    )
    assert again.x.tobytes() == whole.x[4:].tobytes()


def test_states_are_replayed() -> None:
    optimizer = Adam(lr=0.01)
    trajectory = _run(optimizer, 700)
    ((first, second, count),) = Replay(trajectory, optimizer, CONSTANT, None).states(600)
    mean = np.zeros(NETWORK.size)
    for gradient in trajectory.gradient[:600]:
        mean = optimizer.beta1 * mean + (1.0 - optimizer.beta1) * gradient
    assert first == pytest.approx(mean, rel=1e-12, abs=1e-15)
    assert second.shape == first.shape
    assert count == 600


def test_clipping_and_noise_and_tolerance_take_whole_arrays() -> None:
    clip = Clipping(kind=ClipKind.NORM, limit=0.01)
    short = _run(SGD(lr=1.0), 3, clip=clip)
    assert np.linalg.norm(np.diff(short.x, axis=0), axis=1) == pytest.approx(0.01)
    noisy, again = (_run(SGD(lr=0.1), 3, noise=0.5, seed=7) for _ in range(2))
    assert noisy.x.tobytes() == again.x.tobytes()
    spread = noisy.gradient[0] - _run(SGD(lr=0.1), 0).gradient[0]
    assert 0.2 < spread.std() < 0.9
    assert _run(SGD(lr=0.1), 10, tolerance=1e9).steps == 0


def test_a_cancelled_difference_ends_at_once() -> None:
    objective = NetworkObjective(NETWORK, DATA, BATCHES, cancelled=lambda: True)
    objective.function(START)
    (gradient,) = objective.quotient(Method.CENTRAL, 1e-4)(START)
    assert np.isnan(gradient).all()
