"""Verdicts on runs whose learning rate changes or whose gradients are clipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gradviz.core.bounds import Bounds
from gradviz.core.descent import Trajectory, descend
from gradviz.core.differences import Method
from gradviz.core.rules import parse_rule
from gradviz.core.verdict import judge

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("name", "text", "steps", "kind"),
    [
        ("bowl", "sgd:lr=0.4,schedule=step", 300, "converged"),
        ("bowl", "sgd:lr=0.4,schedule=cosine", 300, "converged"),
        ("bowl", "sgd:lr=0.1,schedule=warmup", 100, "converged"),
        # above 2/lambda_max = 1 at first, below it later: it comes back
        ("bowl", "sgd:lr=3,schedule=exponential,gamma=0.9", 100, "converged"),
        ("bowl", "sgd:lr=3,schedule=inverse", 100, "converged"),
        # too small a rate too soon: f stays where it is, far from the minimum
        ("bowl", "sgd:lr=0.1,schedule=exponential,gamma=0.5", 100, "still-descending"),
        ("bowl", "sgd:lr=0.1,schedule=exponential,gamma=0", 100, "still-descending"),
        ("bowl", "sgd:lr=0.1,schedule=inverse", 100, "still-descending"),
        # the warm-up ends above 2/lambda_max
        ("bowl", "sgd:lr=1.1,schedule=warmup,warmup=10", 100, "diverged"),
        ("bowl", "sgd:lr=3,schedule=cosine,warmup=20", 100, "diverged"),
        # clipped, what would diverge goes to and fro
        ("bowl", "sgd:lr=3,clip=norm:1", 100, "oscillating"),
        ("bowl", "sgd:lr=1.1,clip=value:1", 1000, "oscillating"),
        ("bowl", "sgd:lr=0.1,clip=norm:1", 300, "converged"),
        ("rosenbrock", "sgd:lr=0.01", 500, "diverged"),
        ("rosenbrock", "sgd:lr=0.1,clip=norm:1", 1000, "oscillating"),
        ("saddle", "sgd:lr=0.5,clip=norm:1", 100, "left-the-view"),
    ],
)
def test_verdicts(
    objective: Callable[[str], object], name: str, text: str, steps: int, kind: str
) -> None:
    rule, f = parse_rule(text), objective(name)
    trajectory = Trajectory(2)
    trajectory.extend(
        descend(
            f,
            (-3.0, 4.0) if name == "bowl" else (-1.2, 1.0),
            rule.optimizer,
            schedule=rule.schedule,
            clip=rule.clip,
            method=Method.EXACT,
            h=1e-4,
            steps=steps,
        )
    )
    verdict = judge(trajectory, f, method=Method.EXACT, bounds=Bounds(-5, 5, -5, 5))
    assert verdict.kind == kind
