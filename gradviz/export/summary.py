"""Results as a table to read: what was descended, and how each run ended."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from gradviz.core.rules import rule_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gradviz.document.experiment import Experiment
    from gradviz.document.results import Results, RunResult

MOST_COORDINATES = 6
"""Coordinates of a point that are shown; of longer ones the rest is left out."""
COLUMNS = ("run", "optimizer", "steps", "end", "f", "|grad f|", "evaluations", "verdict")


def summary(results: Results) -> Iterator[str]:
    """Yield a heading, and a table with one row a run and nine digits a number."""
    yield from _heading(results.experiment)
    rows = [COLUMNS, *(_row(i, result) for i, result in enumerate(results.runs))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip() + "\n"


def point(x: Sequence[float]) -> str:
    """Return a point as ``(-6.11110793e-10, 8.14814391e-10)``."""
    shown = [f"{c:.9g}" for c in x[:MOST_COORDINATES]]
    if len(x) > MOST_COORDINATES:
        shown.append("...")
    return f"({', '.join(shown)})"


def _heading(experiment: Experiment) -> Iterator[str]:
    for line in experiment.formula.strip().splitlines():
        yield f"{line}\n"
    settings = [f"{name} = {value!r}" for name, value in experiment.parameters]
    settings += [
        f"start {point(experiment.start)}",
        f"{experiment.method.value} gradient",
        f"h = {experiment.h!r}",
        f"{experiment.steps} steps",
    ]
    if experiment.tolerance is not None:
        settings.append(f"tolerance {experiment.tolerance!r}")
    if experiment.noise:
        settings.append(f"noise {experiment.noise!r} (seed {experiment.seed})")
    yield ", ".join(settings) + "\n\n"


def _row(number: int, result: RunResult) -> tuple[str, ...]:
    path = result.trajectory
    return (
        str(number),
        rule_text(result.run.rule),
        str(path.steps),
        point(path.x[-1].tolist()),
        f"{path.value[-1]:.9g}",
        f"{math.hypot(*path.gradient[-1].tolist()):.9g}",
        _evaluations(result),
        _verdict(result),
    )


def _evaluations(result: RunResult) -> str:
    spent = result.evaluations
    counts = ((spent.value, "f"), (spent.gradient, "grad f"))
    return ", ".join(f"{count} of {what}" for count, what in counts if count) or "none"


def _verdict(result: RunResult) -> str:
    verdict = result.verdict
    if verdict is None:
        return "under way"
    return f"{verdict.kind.value.replace('-', ' ')} at step {verdict.step}"
