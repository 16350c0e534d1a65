"""Worked steps: every number is the descent's own, and the lines are arithmetic that comes out."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Protocol

import numpy as np
import pytest

from gradviz.core.clipping import parse_clipping
from gradviz.core.descent import Trajectory, descend
from gradviz.core.differences import Method, bind
from gradviz.core.formula import parse
from gradviz.core.objective import FormulaObjective
from gradviz.core.optimizers import OPTIMIZERS
from gradviz.core.replay import Replay
from gradviz.core.rules import Rule, parse_rule
from gradviz.core.working.step import WorkedStep, work

if TYPE_CHECKING:
    from gradviz.core.working.equations import Equation

FORMULAS = {
    1: "0.01*x**2 + 0.1*sin(3*x) + exp(x/9)",
    2: "(1 - x0)**2 + 100*(x1 - x0**2)**2",
    3: "x0**2/20 + x1**2 + sin(x0*x2) + x2**4",
}
STARTS = {1: (3.0,), 2: (-1.2, 1.0), 3: (-3.0, 2.0, 0.7)}
RULES = [f"{key}:lr=0.001,convention={c}" for key in OPTIMIZERS for c in ("book", "pytorch")]
EXTRAS = ("", ",schedule=cosine,over=40,floor=0.1,warmup=3", ",clip=norm:0.5", ",clip=value:0.1")


class Descended(Protocol):
    """Descends with a rule; returns what was descended, and the way."""

    def __call__(
        self,
        n: int,
        rule: Rule,
        method: Method,
        steps: int = 12,
        h: float = 1e-4,
        noise: float = 0.0,
    ) -> tuple[FormulaObjective, Replay]: ...


@pytest.fixture
def descended() -> Descended:
    def run(
        n: int, rule: Rule, method: Method, steps: int = 12, h: float = 1e-4, noise: float = 0.0
    ) -> tuple[FormulaObjective, Replay]:
        objective = FormulaObjective(parse(FORMULAS[n], n))
        trajectory = Trajectory(n)
        points = descend(
            objective,
            STARTS[n],
            rule.optimizer,
            method=method,
            h=h,
            steps=steps,
            schedule=rule.schedule,
            clip=rule.clip,
            noise=noise,
            checkpoints=trajectory.checkpoints,
        )
        trajectory.extend(points)
        return objective, Replay(trajectory, *rule)

    return run


def bits(numbers: object) -> bytes:
    return np.asarray(numbers, dtype=np.float64).tobytes()


def lines(step: WorkedStep) -> list[Equation]:
    assert step.update is not None
    update = step.update
    return [*update.constants, *update.shared, *(e for own in update.equations for e in own)]


@pytest.mark.parametrize("n", [1, 2, 3])
@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("text", RULES)
def test_every_float_is_that_of_the_descent(
    descended: Descended, text: str, method: Method, n: int
) -> None:
    objective, replay = descended(n, parse_rule(text), method)
    points = replay.trajectory
    for k in (0, 1, 7, 11):
        step = work(objective, method, 1e-4, replay, k)
        assert step.update is not None
        update = step.update
        assert bits(update.following) == bits(points.x[k + 1])
        assert bits([p.quotient for p in step.partials]) == bits(points.gradient[k])
        assert bits(np.add(step.x, update.change)) == bits(points.x[k + 1])
        assert update.before == replay.states(k)
        assert update.after == replay.states(k + 1)
        names = [partial.letter for partial in step.partials]
        ends = [e for own in update.equations for e in own if e.name in names]
        assert [e.name for e in ends] == names
        assert bits([e.value for e in ends]) == bits(points.x[k + 1])


@pytest.mark.parametrize("extra", EXTRAS)
@pytest.mark.parametrize("text", RULES)
def test_the_lines_come_out_when_python_reckons_them(
    descended: Descended, text: str, extra: str
) -> None:
    objective, replay = descended(2, parse_rule(text + extra), Method.CENTRAL)
    for k in (0, 5, 11):
        step = work(objective, Method.CENTRAL, 1e-4, replay, k)
        for line in (*lines(step), *step.limits):
            name, *between, value = line.text().split(" = ")
            assert float(value) == line.value
            known = {"sqrt": math.sqrt, "min": min, "max": max}
            for arithmetic in between:
                # a square and a root are rounded once more than in the descent
                reckoned = eval(arithmetic, {"__builtins__": {}}, known)
                assert reckoned == pytest.approx(line.value, rel=1e-12), line.text()
            if name.startswith("sqrt(") and not between and "beta" not in name:
                squares = {e.text().split(" = ")[0]: e.value for e in lines(step)}
                assert line.value == math.sqrt(squares[name[5:-1]])


@pytest.mark.parametrize("method", [m for m in Method if m is not Method.EXACT])
def test_the_quotient_follows_from_the_values_shown(descended: Descended, method: Method) -> None:
    h = 1e-3
    objective, replay = descended(2, parse_rule("sgd:lr=0.001"), method, h=h)
    f = objective.function
    step = work(objective, method, h, replay, 3)
    x0, x1 = step.x
    by_hand = {
        Method.FORWARD: lambda v: (v[1] - v[0]) / h,
        Method.BACKWARD: lambda v: (v[0] - v[1]) / h,
        Method.CENTRAL: lambda v: (v[0] - v[1]) / (2 * h),
        Method.FIVE_POINT: lambda v: (v[0] - 8.0 * v[1] + 8.0 * v[2] - v[3]) / (12.0 * h),
        Method.COMPLEX_STEP: lambda v: v[0] / h,
    }[method]
    for partial in step.partials:
        assert by_hand(partial.values) == partial.quotient
        assert len(partial.values) == len(step.scheme.labels)
    shown = dict(zip(step.scheme.labels, step.partials[1].values, strict=True))
    expected = {
        "f(x)": f(x0, x1),
        r"f(x + h\,e_{i})": f(x0, x1 + h),
        r"f(x - h\,e_{i})": f(x0, x1 - h),
        r"f(x + 2h\,e_{i})": f(x0, x1 + 2 * h),
        r"f(x - 2h\,e_{i})": f(x0, x1 - 2 * h),
    }
    assert all(shown[label] == expected[label] for label in shown if "Im" not in label)


def test_the_exact_gradient_shows_its_formula_and_no_values(descended: Descended) -> None:
    objective, replay = descended(2, parse_rule("adam"), Method.EXACT)
    step = work(objective, Method.EXACT, 1e-4, replay, 2)
    assert [p.derivative for p in step.partials] == list(objective.formula.gradient_latex())
    assert all(p.values == () and not p.lost for p in step.partials)


def test_the_last_point_has_no_update(descended: Descended) -> None:
    objective, replay = descended(2, parse_rule("sgd:lr=0.001"), Method.CENTRAL, steps=4)
    assert work(objective, Method.CENTRAL, 1e-4, replay, 4).update is None
    with pytest.raises(IndexError):
        work(objective, Method.CENTRAL, 1e-4, replay, 5)


def test_noise_is_told_apart_from_the_quotient(descended: Descended) -> None:
    objective, replay = descended(2, parse_rule("sgd:lr=0.001"), Method.CENTRAL, noise=0.5)
    step = work(objective, Method.CENTRAL, 1e-4, replay, 3)
    assert step.has_noise
    exact = bind(objective, Method.CENTRAL, 1e-4)(*step.x)
    for partial, quotient, recorded in zip(
        step.partials, exact, replay.trajectory.gradient[3].tolist(), strict=True
    ):
        assert partial.quotient == quotient
        assert partial.gradient == partial.used == recorded
        assert partial.noise == recorded - quotient


@pytest.mark.parametrize("clip", ["norm:0.5", "value:0.1"])
def test_clipping_shows_what_the_optimizer_is_given(descended: Descended, clip: str) -> None:
    rule = parse_rule(f"sgd:lr=0.001,clip={clip}")
    objective, replay = descended(2, rule, Method.CENTRAL)
    step = work(objective, Method.CENTRAL, 1e-4, replay, 0)
    clipped = parse_clipping(clip).applied(tuple(p.gradient for p in step.partials))
    assert tuple(p.used for p in step.partials) == clipped
    assert [e.value for e in step.limits if e.name.startswith("g_")] == list(clipped)
    loose = parse_rule("sgd:lr=0.001,clip=norm:1e9")
    objective, replay = descended(2, loose, Method.CENTRAL)
    assert work(objective, Method.CENTRAL, 1e-4, replay, 0).limits == ()


def test_a_schedule_shows_its_factor(descended: Descended) -> None:
    rule = parse_rule("sgd:lr=0.001,schedule=exponential,gamma=0.5")
    objective, replay = descended(1, rule, Method.CENTRAL)
    step = work(objective, Method.CENTRAL, 1e-4, replay, 3)
    assert step.update is not None
    (eta, *_) = step.update.constants
    assert (eta.numbers, eta.value) == ((0.001, 0.125), 0.001 * 0.125)
    assert eta.value == step.update.learning_rate


def test_h_that_is_lost_against_x_is_said_so(descended: Descended) -> None:
    objective, replay = descended(2, parse_rule("sgd:lr=0.001"), Method.CENTRAL, h=1e-50)
    step = work(objective, Method.CENTRAL, 1e-50, replay, 0)
    assert [p.lost for p in step.partials] == [True, True]
    assert [p.quotient for p in step.partials] == [0.0, 0.0]


@pytest.mark.parametrize("h", [1e-300, 1e-50, 1e300])
@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("text", RULES)
def test_nothing_raises_where_nothing_is_finite(text: str, method: Method, h: float) -> None:
    objective = FormulaObjective(parse("log(x0) + sqrt(x1) + 1/x0**9", 2))
    rule = parse_rule(text.replace("lr=0.001", "lr=1e200"))
    trajectory = Trajectory(2)
    trajectory.extend(
        descend(objective, (1e-200, -1.0), rule.optimizer, method=method, h=h, steps=3)
    )
    for k in range(4):
        step = work(objective, method, h, Replay(trajectory, *rule), k)
        assert step.x == pytest.approx(tuple(trajectory.x[k]), nan_ok=True)
        if step.update is not None:
            assert bits(step.update.following) == bits(trajectory.x[k + 1])


def test_names_of_variables_become_names_of_states() -> None:
    objective = FormulaObjective(parse("x**2 + y**2"))
    rule = parse_rule("momentum:lr=0.1")
    trajectory = Trajectory(2)
    trajectory.extend(
        descend(objective, (1.0, 2.0), rule.optimizer, method=Method.CENTRAL, h=1e-4, steps=1)
    )
    step = work(objective, Method.CENTRAL, 1e-4, Replay(trajectory, *rule), 0)
    assert step.update is not None
    names = [[e.name for e in own] for own in step.update.equations]
    assert names == [["v_{x}", "x"], ["v_{y}", "y"]]


def test_every_optimizer_has_lines_for_what_it_remembers() -> None:
    objective = FormulaObjective(parse("x**2 + y**2"))
    for key, kind in OPTIMIZERS.items():
        rule = Rule(kind(lr=0.1))
        trajectory = Trajectory(2)
        trajectory.extend(
            descend(objective, (1.0, 2.0), rule.optimizer, method=Method.EXACT, h=1.0, steps=2)
        )
        step = work(objective, Method.EXACT, 1.0, Replay(trajectory, *rule), 1)
        assert step.update is not None
        for own, after in zip(step.update.equations, step.update.after, strict=True):
            shown = {e.value for e in (*own, *step.update.shared)}
            assert set(after) <= shown, key
            assert all(re.fullmatch(r"[^#]*", e.name) for e in own)
