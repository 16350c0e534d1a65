"""From experiment to results: the published numbers, progress, cancelling, reuse."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.clipping import Clipping
from gradviz.core.differences import Method
from gradviz.core.field import Bounds
from gradviz.core.formula import FormulaError
from gradviz.core.objective import Evaluations
from gradviz.core.optimizers import SGD, Adam, Momentum
from gradviz.core.schedules import Cosine
from gradviz.document import evaluate as module
from gradviz.document.evaluate import CHUNK, PROGRESS_INTERVAL, Results, evaluate
from gradviz.document.experiment import Experiment, ExperimentError, Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

SGD_RUN = Run(optimizer=SGD(lr=0.1))
ADAM_RUN = Run(optimizer=Adam(lr=0.3), style=1)
MOMENTUM_RUN = Run(optimizer=Momentum(lr=0.05), style=2)


def with_lr(lr: float) -> tuple[Run, ...]:
    return (Run(optimizer=SGD(lr=lr)),)


def by_the_book(lr: float, steps: int) -> NDArray[np.float64]:
    """Every point of the textbook's loop on x0**2 + x1**2 from (-3, 4) with h = 1e-4."""
    h = 1e-4
    x = np.array([-3.0, 4.0])
    points = [x.copy()]
    for _ in range(steps):
        gradient = np.zeros_like(x)
        for i in range(x.size):
            kept = x[i]
            x[i] = kept + h
            above = np.sum(x**2)
            x[i] = kept - h
            below = np.sum(x**2)
            gradient[i] = (above - below) / (2 * h)
            x[i] = kept
        x = x - lr * gradient
        points.append(x.copy())
    return np.array(points)


@pytest.mark.parametrize(
    ("lr", "end"),
    [
        (0.1, "[-6.11110793e-10  8.14814391e-10]"),
        (10.0, "[-2.58983747e+13 -1.29524862e+12]"),
        (1e-10, "[-2.99999994  3.99999992]"),
    ],
)
def test_the_published_numbers(lr: float, end: str) -> None:
    path = evaluate(Experiment(runs=with_lr(lr))).runs[0].trajectory
    assert str(path.x[-1]) == end
    assert path.x.shape == (101, 2)
    np.testing.assert_array_equal(path.x, by_the_book(lr, 100))


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"runs": with_lr(0.1)}, "converged"),
        ({"runs": with_lr(1e-10)}, "still-descending"),
        ({"runs": with_lr(1.0)}, "oscillating"),
        ({"runs": with_lr(10.0)}, ("gradient-rounded-to-zero", 10)),
        ({"runs": with_lr(10.0), "method": Method.EXACT}, "diverged"),
        ({"h": 1e-50}, ("gradient-rounded-to-zero", 0)),
        ({"formula": "log(x0)", "start": (-1.0,)}, ("not-finite", 0)),
        ({"view": Bounds(1.0, 2.0, 1.0, 2.0), "runs": with_lr(1e-3)}, ("left-the-view", 0)),
    ],
)
def test_the_clear_verdicts(changes: dict[str, object], verdict: str | tuple[str, int]) -> None:
    found = evaluate(replace(Experiment(), **changes)).runs[0].verdict  # type: ignore[arg-type]
    assert found is not None
    assert verdict in (found.kind, (found.kind, found.step))


def test_everything_is_there_when_it_is_done() -> None:
    experiment = Experiment(runs=(SGD_RUN, replace(ADAM_RUN, visible=False)))
    results = evaluate(experiment)
    assert results.experiment is experiment
    assert results.complete
    assert results.progress == 1.0
    assert results.formula.text == experiment.formula
    assert results.objective.value((3.0, 4.0)) == 25.0
    assert [result.run for result in results.runs] == list(experiment.runs)
    for result in results.runs:
        assert result.complete
        assert result.trajectory.steps == 100
        assert result.evaluations == Evaluations(value=400, gradient=0)


def test_the_exact_gradient_is_counted_apart() -> None:
    result = evaluate(Experiment(method=Method.EXACT, steps=7)).runs[0]
    assert result.evaluations == Evaluations(value=0, gradient=7)


def test_no_steps_give_the_start() -> None:
    results = evaluate(Experiment(steps=0))
    assert results.runs[0].trajectory.x.tolist() == [[-3.0, 4.0]]
    assert results.complete
    assert results.progress == 1.0


def test_a_tolerance_ends_a_run_that_is_complete_all_the_same() -> None:
    result = evaluate(Experiment(tolerance=1e-3)).runs[0]
    norms = np.linalg.norm(result.trajectory.gradient, axis=1)
    assert norms[-1] < 1e-3 <= norms[:-1].min()
    assert result.complete
    assert result.evaluations.value == 4 * result.trajectory.steps < 400


def test_parameters_replace_those_of_the_formula() -> None:
    experiment = Experiment(
        formula="a = 1.0\na*x0**2 + x1**2", parameters=(("a", 3.0),), method=Method.EXACT, steps=1
    )
    assert evaluate(experiment).runs[0].trajectory.gradient[0].tolist() == [-18.0, 8.0]


def test_noise_comes_from_the_seed() -> None:
    noisy = Experiment(noise=0.5, seed=3)
    ends = [evaluate(e).runs[0].trajectory.x[-1] for e in (noisy, noisy, replace(noisy, seed=4))]
    assert ends[0].tolist() == ends[1].tolist() != ends[2].tolist()


def test_a_wrong_formula_is_a_formula_error() -> None:
    with pytest.raises(FormulaError):
        evaluate(Experiment(formula="x0 +"))


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"start": (1.0,)}, "start", "2 variables (x0, x1), but the start point has 1 number."),
        ({"formula": "x**2"}, "start", "1 variable (x), but the start point has 2 numbers."),
        ({"formula": "x9**2"}, "start", "10 variables (x0 to x9)"),
        ({"parameters": (("a", 1.0),)}, "parameters.a", "no parameter a: it has none."),
        (
            {"formula": "b = 1\nb*x0*x1", "parameters": (("a", 1.0),)},
            "parameters.a",
            "no parameter a: it has b.",
        ),
    ],
)
def test_what_does_not_fit_the_formula_is_named(
    changes: dict[str, object], field: str, words: str
) -> None:
    with pytest.raises(ExperimentError) as caught:
        evaluate(replace(Experiment(), **changes))  # type: ignore[arg-type]
    assert caught.value.field == field
    assert words in str(caught.value)


# --- cancelling ------------------------------------------------------------------------------


def after(calls: int) -> Callable[[], bool]:
    """Return a question that is answered yes from the call of that number on."""
    asked = count(1)
    return lambda: next(asked) >= calls


def test_a_cancelled_run_keeps_what_it_has() -> None:
    experiment = Experiment(runs=(SGD_RUN, ADAM_RUN), steps=1000)
    whole = evaluate(experiment)
    results = evaluate(experiment, cancelled=after(301))
    first, second = results.runs
    assert first.trajectory.steps == 300
    np.testing.assert_array_equal(first.trajectory.x, whole.runs[0].trajectory.x[:301])
    assert first.verdict is not None
    assert (first.verdict.kind, first.verdict.step) == ("cancelled", 300)
    assert first.evaluations.value == 1200
    assert second.trajectory.steps == 0
    assert second.verdict is not None
    assert second.verdict.kind == "cancelled"
    assert not first.complete
    assert not results.complete
    assert results.progress == pytest.approx(300 / 2000)


def test_a_run_that_ended_before_the_cancel_is_complete() -> None:
    experiment = Experiment(runs=(SGD_RUN, ADAM_RUN), steps=100)
    first, second = evaluate(experiment, cancelled=after(101)).runs
    assert first.complete
    assert not second.complete


# --- progress --------------------------------------------------------------------------------


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Let the clock go on by 10 ms each time it is read; the list tells what it showed."""
    shown = [0.0]

    def monotonic() -> float:
        shown.append(shown[-1] + 0.010)
        return shown[-1]

    monkeypatch.setattr(module.time, "monotonic", monotonic)
    return shown


def test_progress_is_told_now_and_then(ticking: list[float]) -> None:
    seen: list[tuple[float, Results]] = []
    experiment = Experiment(runs=(SGD_RUN, ADAM_RUN), steps=20 * CHUNK)
    final = evaluate(experiment, on_progress=lambda r: seen.append((ticking[-1], r)))
    assert len(seen) >= 6
    assert all(b - a >= PROGRESS_INTERVAL for (a, _), (b, _) in pairwise(seen))
    progress = [partial.progress for _, partial in seen]
    assert progress == sorted(set(progress))
    for _, partial in seen:
        assert not partial.complete
        assert 0.0 < partial.progress < 1.0
        assert [result.run for result in partial.runs] == list(experiment.runs)
        for early, late in zip(partial.runs, final.runs, strict=True):
            np.testing.assert_array_equal(
                early.trajectory.x, late.trajectory.x[: len(early.trajectory)]
            )
            assert (early.verdict is None) == (not early.complete)


def test_the_clock_does_not_change_the_results(ticking: list[float]) -> None:
    experiment = Experiment(steps=5 * CHUNK + 17, noise=0.1)
    told = evaluate(experiment, on_progress=lambda _: None)
    quiet = evaluate(experiment)
    assert ticking
    np.testing.assert_array_equal(told.runs[0].trajectory.x, quiet.runs[0].trajectory.x)
    assert told.runs[0].verdict == quiet.runs[0].verdict


def test_short_experiments_tell_nothing(ticking: list[float]) -> None:
    del ticking
    assert evaluate(Experiment(), on_progress=lambda _: pytest.fail("told")).complete


# --- reuse -----------------------------------------------------------------------------------


def reused(before: Experiment, after: Experiment) -> list[bool]:
    earlier = evaluate(before)
    kept = {id(result.trajectory) for result in earlier.runs}
    again, anew = evaluate(after, previous=earlier), evaluate(after)
    for one, other in zip(again.runs, anew.runs, strict=True):
        np.testing.assert_array_equal(one.trajectory.x, other.trajectory.x)
        np.testing.assert_array_equal(one.trajectory.gradient, other.trajectory.gradient)
        assert (one.run, one.verdict, one.evaluations, one.complete) == (
            other.run,
            other.verdict,
            other.evaluations,
            other.complete,
        )
    return [id(result.trajectory) in kept for result in again.runs]


TWO = Experiment(runs=(SGD_RUN, ADAM_RUN))


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (TWO, [True, True]),
        (replace(TWO, runs=(replace(SGD_RUN, name="a", style=5, visible=False), ADAM_RUN)), [1, 1]),
        (replace(TWO, runs=(SGD_RUN, MOMENTUM_RUN, ADAM_RUN)), [True, False, True]),
        (replace(TWO, runs=(ADAM_RUN, SGD_RUN)), [True, True]),
        (replace(TWO, runs=(SGD_RUN, Run(optimizer=Adam(lr=0.31)))), [True, False]),
        (replace(TWO, runs=(replace(SGD_RUN, schedule=Cosine()), ADAM_RUN)), [False, True]),
        (replace(TWO, runs=(SGD_RUN, replace(ADAM_RUN, clip=Clipping()))), [True, False]),
        (replace(TWO, view=Bounds(1.0, 2.0, 1.0, 2.0)), [True, True]),
        (replace(TWO, h=1e-3), [False, False]),
        (replace(TWO, steps=101), [False, False]),
        (replace(TWO, start=(-3.0, 4.5)), [False, False]),
        (replace(TWO, method=Method.FORWARD), [False, False]),
        (replace(TWO, tolerance=1e-9), [False, False]),
        (replace(TWO, noise=1.0), [False, False]),
        (replace(TWO, seed=1), [False, False]),
        (replace(TWO, formula="x0**2 + 2*x1**2"), [False, False]),
    ],
)
def test_only_what_would_come_out_the_same_is_taken_over(
    after: Experiment, expected: list[bool]
) -> None:
    assert reused(TWO, after) == expected


def test_the_sign_of_zero_counts() -> None:
    """1/x0 is inf at 0.0 and -inf at -0.0, though the two are equal."""
    before = Experiment(formula="1/x0", start=(0.0,), steps=1)
    assert reused(before, replace(before, start=(-0.0,))) == [False]


def test_a_new_view_is_judged_anew() -> None:
    before = Experiment(runs=with_lr(1e-3))
    results = evaluate(replace(before, view=Bounds(1.0, 2.0, 1.0, 2.0)), previous=evaluate(before))
    assert results.runs[0].verdict is not None
    assert results.runs[0].verdict.kind == "left-the-view"


def test_a_cancelled_run_is_not_taken_over() -> None:
    experiment = Experiment(steps=500)
    cut = evaluate(experiment, cancelled=after(100))
    assert evaluate(experiment, previous=cut).runs[0].trajectory.steps == 500


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([SGD_RUN, ADAM_RUN, MOMENTUM_RUN]), min_size=1, max_size=4),
    st.lists(st.sampled_from([SGD_RUN, ADAM_RUN, MOMENTUM_RUN]), min_size=1, max_size=4),
    st.sampled_from([1e-4, 1e-2]),
)
def test_reuse_never_changes_a_value(first: list[Run], second: list[Run], h: float) -> None:
    before = Experiment(runs=tuple(first), steps=20)
    reused(before, replace(before, runs=tuple(second), h=h))
