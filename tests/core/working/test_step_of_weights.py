"""A step of a few weights: the book's simpleNet by hand, and the floats of longer descents."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from gradviz.core.descent import descend
from gradviz.core.differences import Method
from gradviz.core.network.batches import Batches
from gradviz.core.network.chosen import ChosenWeights
from gradviz.core.network.data import classified
from gradviz.core.network.network import Network
from gradviz.core.network.objective import NetworkObjective
from gradviz.core.optimizers import OPTIMIZERS
from gradviz.core.rate_changes import changed
from gradviz.core.replay import Replay
from gradviz.core.rules import Rule, parse_rule
from gradviz.core.trajectory import Trajectory
from gradviz.core.working.copying import as_latex, as_text
from gradviz.core.working.partials import Spelling
from gradviz.core.working.step import WorkedStep, work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.core.network.data import Data

# Saito, Deep Learning from Scratch, 4.4.2: weights row by row, the sample, and what it prints
BOOK = (0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093)
BOOK_GRADIENT = (0.21924763, 0.14356247, -0.36281009, 0.32887144, 0.2153437, -0.54421514)
NAMES = Spelling(("w_{1}", "w_{2}"), ("1", "2"), "w", "L")


def simple_data() -> Data:
    return classified(np.array([[0.6, 0.9]]), np.array([2]), ("a", "b"), ("0", "1", "2"))


def trained(
    network: Network,
    data: Data,
    size: int,
    rule: Rule,
    method: Method,
    first: Sequence[float],
    **options: float,
) -> tuple[Trajectory, Batches]:
    batches = Batches(data.count, size, 3)
    trajectory = Trajectory(network.size, is_whole=True)
    trajectory.extend(
        descend(
            NetworkObjective(network, data, batches),
            (np.array(first),),
            rule.optimizer,
            method=method,
            h=1e-4,
            steps=12,
            schedule=rule.schedule,
            clip=rule.clip,
            checkpoints=trajectory.checkpoints,
            **options,
        )
    )
    return trajectory, batches


def worked(
    network: Network,
    data: Data,
    rule: Rule,
    method: Method,
    run: tuple[Trajectory, Batches],
    k: int,
    chosen: tuple[int, ...],
    spelling: Spelling | None = NAMES,
) -> WorkedStep:
    trajectory, batches = run
    taken = batches.indices(k)
    batch = data if isinstance(taken, slice) else data.taken(taken)
    objective = ChosenWeights(network, batch, trajectory.x[k], chosen)
    return work(objective, method, 1e-4, Replay(trajectory, *rule, chosen), k, spelling)


def book_loss(weights: Sequence[float]) -> float:
    """Reckon -log softmax(x W)[2] with nothing but the standard library."""
    scores = [0.6 * weights[j] + 0.9 * weights[3 + j] for j in range(3)]
    return -math.log(math.exp(scores[2]) / sum(map(math.exp, scores)))


@pytest.mark.parametrize("method", [Method.EXACT, Method.CENTRAL, Method.FIVE_POINT])
def test_the_first_step_of_the_book_by_hand(method: Method) -> None:
    network, data, rule = Network((2, 3), has_bias=False), simple_data(), parse_rule("sgd:lr=0.1")
    run = trained(network, data, 1, rule, method, BOOK)
    step = worked(network, data, rule, method, run, 0, (2, 3))
    assert step.x == (0.84668094, 0.85557411)
    assert step.value == pytest.approx(book_loss(BOOK), rel=1e-14)
    gradients = [partial.gradient for partial in step.partials]
    assert gradients == pytest.approx([BOOK_GRADIENT[2], BOOK_GRADIENT[3]], abs=5e-8)
    assert step.update is not None
    by_hand = [0.84668094 + 0.1 * 0.36281009, 0.85557411 - 0.1 * 0.32887144]
    assert step.update.following == pytest.approx(by_hand, abs=1e-8)
    if method is Method.CENTRAL:
        for partial, index in zip(step.partials, (2, 3), strict=True):
            around = [[*BOOK], [*BOOK]]
            around[0][index] += 1e-4
            around[1][index] -= 1e-4
            assert partial.values == pytest.approx([book_loss(w) for w in around], rel=1e-14)


def moons() -> tuple[Network, Data, list[float]]:
    rng = np.random.default_rng(2)
    network = Network((2, 4, 3))
    data = classified(rng.normal(size=(30, 2)), rng.integers(0, 3, 30), ("a", "b"), ("0", "1", "2"))
    return network, data, (0.7 * rng.normal(size=network.size)).tolist()


RULES = [f"{key}:lr=0.05,convention={c}" for key in OPTIMIZERS for c in ("book", "pytorch")]


@pytest.mark.parametrize("extra", ["", ",clip=norm:0.05", ",clip=value:0.01,schedule=cosine"])
@pytest.mark.parametrize("text", RULES)
@pytest.mark.parametrize("method", [Method.EXACT, Method.CENTRAL, Method.COMPLEX_STEP])
def test_every_float_is_that_of_the_descent_of_all_weights(
    text: str, extra: str, method: Method
) -> None:
    (network, data, first), rule = moons(), parse_rule(text + extra)
    run = trained(network, data, 7, rule, method, first)
    points = run[0]
    for k in (0, 1, 5, 11):
        step = worked(network, data, rule, method, run, k, (13, 4))
        assert step.update is not None
        assert not step.has_noise
        assert [p.quotient for p in step.partials] == points.gradient[k, [13, 4]].tolist()
        assert step.update.following == tuple(points.x[k + 1, [13, 4]].tolist())
        assert np.add(step.x, step.update.change).tolist() == points.x[k + 1, [13, 4]].tolist()


def test_noise_is_told_apart_from_the_slope() -> None:
    (network, data, first), rule = moons(), parse_rule("sgd:lr=0.1")
    run = trained(network, data, 7, rule, Method.EXACT, first, noise=0.3)
    step = worked(network, data, rule, Method.EXACT, run, 4, (13, 4))
    taken = run[1].indices(4)
    slopes = network.gradient(run[0].x[4], data.inputs[taken], data.targets[taken])
    for partial, index in zip(step.partials, (13, 4), strict=True):
        assert partial.quotient == slopes[index]
        assert partial.gradient == run[0].gradient[4, index]
        assert partial.noise == pytest.approx(partial.gradient - slopes[index])


def test_the_norm_that_clips_is_that_of_all_weights() -> None:
    (network, data, first), rule = moons(), parse_rule("sgd:lr=0.1,clip=norm:0.001")
    run = trained(network, data, 7, rule, Method.EXACT, first)
    step = worked(network, data, rule, Method.EXACT, run, 2, (13, 4))
    assert step.limits[0].value == pytest.approx(np.linalg.norm(run[0].gradient[2]), rel=1e-14)
    for line, partial in zip(step.limits[1:], step.partials, strict=True):
        g, norm, limit = line.numbers
        assert g / norm * limit == pytest.approx(partial.used, rel=1e-14)


def test_weights_are_called_by_their_letters() -> None:
    (network, data, first), rule = moons(), parse_rule("momentum:lr=0.1")
    run = trained(network, data, 7, rule, Method.CENTRAL, first)
    text = as_text(worked(network, data, rule, Method.CENTRAL, run, 3, (13, 4)))
    lines = text.splitlines()
    assert any(line.startswith("L(w) = ") for line in lines)
    assert "dL/dw_i ~ (L(w + h e_i) - L(w - h e_i))/(2h)" in lines
    assert "w_i <- w_i + v_i" in lines
    assert any(line.startswith("v1 = 0.9*") for line in lines)
    assert any(line.startswith("w2 = ") for line in lines)
    assert "x" not in text
    latex = as_latex(worked(network, data, rule, Method.CENTRAL, run, 3, (13, 4)))
    assert latex.count("{") == latex.count("}")


def test_a_learning_rate_changed_on_the_way_is_the_one_that_is_told() -> None:
    network, data, first = moons()
    for text, factor in (("sgd:lr=0.1", None), ("sgd:lr=0.1,schedule=step,every=3", 0.5)):
        given = parse_rule(text)
        rule = given._replace(schedule=changed(given.schedule, 0.1, ((4, 0.02),)))
        run = trained(network, data, 7, rule, Method.EXACT, first)
        for k, lr in ((3, 0.1), (4, 0.02), (5, 0.02)):
            update = worked(network, data, rule, Method.EXACT, run, k, (13, 4)).update
            assert update is not None
            told = update.constants[0]
            moved = run[0].x[k + 1, 4] - run[0].x[k, 4]
            assert moved == pytest.approx(-told.value * run[0].gradient[k, 4], rel=1e-9)
            if factor is None:
                assert (told.value, told.numbers) == (lr, ())
            else:
                assert told.numbers == (lr, factor)


@pytest.mark.parametrize("first", [math.nan, math.inf, 1e300])
@pytest.mark.parametrize("method", list(Method))
def test_weights_that_are_no_numbers_are_worked_out_too(first: float, method: Method) -> None:
    (network, data, _), rule = moons(), parse_rule("adam:lr=0.1")
    with np.errstate(all="ignore"):
        run = trained(network, data, 7, rule, method, [first] * network.size)
    step = worked(network, data, rule, method, run, 2, (13, 4), None)
    assert len(step.partials) == 2
    assert as_text(step).startswith("k = 2")
