"""A worked step as text and as LaTeX."""

from __future__ import annotations

import pytest

from gradviz.core.descent import Trajectory, descend
from gradviz.core.differences import Method
from gradviz.core.formula import parse
from gradviz.core.objective import FormulaObjective
from gradviz.core.optimizers import OPTIMIZERS
from gradviz.core.replay import Replay
from gradviz.core.rules import Rule, parse_rule
from gradviz.core.working.copying import as_latex, as_text
from gradviz.core.working.step import WorkedStep, work


def worked(
    rule: Rule, method: Method = Method.CENTRAL, k: int = 1, noise: float = 0.0
) -> WorkedStep:
    objective = FormulaObjective(parse("x0**2 + 3*x1**2"))
    trajectory = Trajectory(2)
    trajectory.extend(
        descend(
            objective,
            (-3.0, 4.0),
            rule.optimizer,
            method=method,
            h=1e-4,
            steps=2,
            schedule=rule.schedule,
            clip=rule.clip,
            noise=noise,
        )
    )
    return work(objective, method, 1e-4, Replay(trajectory, *rule), k)


def test_text_tells_everything_with_all_digits() -> None:
    step = worked(parse_rule("sgd:lr=0.1"), k=0)
    text = as_text(step)
    (x0, x1), update = step.x, step.update
    assert update is not None
    partial = step.partials[0]
    for line in (
        "k = 0",
        f"x0 = {x0!r}",
        f"x1 = {x1!r}",
        "h = 0.0001",
        f"f(x + h e0) = {partial.values[0]!r}",
        f"f(x - h e0) = {partial.values[1]!r}",
        f"df/dx0 = {partial.quotient!r}",
        "x_i <- x_i - eta df/dx_i",
        "eta = 0.1",
        f"x0 = -3.0 - 0.1*({partial.quotient!r}) = {update.following[0]!r}",
    ):
        assert line in text.splitlines()


def test_latex_is_aligned_and_balanced() -> None:
    for kind in OPTIMIZERS.values():
        for method in Method:
            latex = as_latex(worked(Rule(kind(lr=0.1)), method))
            assert latex.startswith("\\begin{aligned}\n")
            assert latex.endswith("\n\\end{aligned}\n")
            assert latex.count("{") == latex.count("}")
            assert latex.count("(") == latex.count(")")
            body = latex.splitlines()[1:-1]
            assert all(line.count("&") == 1 for line in body)
            assert not body[-1].endswith("\\\\")


@pytest.mark.parametrize("text", ["adam:convention=pytorch", "nesterov:clip=norm:1", "rmsprop"])
def test_text_has_nothing_of_latex_in_it(text: str) -> None:
    copied = as_text(worked(parse_rule(text), noise=0.1))
    assert not set(copied) & set("\\{}#")


def test_the_last_point_is_told_without_an_update() -> None:
    text = as_text(worked(parse_rule("sgd:lr=0.1"), k=2))
    assert "df/dx0" in text
    assert "<-" not in text
