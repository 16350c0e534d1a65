"""Edits of an experiment that take more than `dataclasses.replace`: each gives a new one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gradviz.core.bounds import default_bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gradviz.core.bounds import Bounds
    from gradviz.core.catalogue import Entry
    from gradviz.core.formula import Formula
    from gradviz.document.experiment import Experiment, Run

STYLES = 8
"""Styles that are told apart before a new run takes one already in use."""
SCALED_BY_SLOPE = frozenset({"sgd", "momentum", "nesterov"})
"""Rules whose steps grow with the slope."""
FILL = 1.0
"""Coordinate of a variable that the start had no number for."""


def with_formula(experiment: Experiment, formula: Formula) -> Experiment:
    """Return `experiment` descending `formula`.

    The start gets as many numbers as there are variables, at least so many where more will do, as
    in ``sum(x**2) + x4``, and replaced values of parameters that the formula no longer names are
    dropped. A formula of any number of variables should be parsed with as many as the start has.
    """
    known = {parameter.name for parameter in formula.parameters}
    kept = tuple((name, value) for name, value in experiment.parameters if name in known)
    ranges = tuple(given for given in experiment.ranges if given[0] in known)
    dimension = formula.dimension
    if formula.flexible:
        dimension = max(dimension, experiment.dimension)
    fitted = with_dimension(experiment, dimension)
    return replace(fitted, formula=formula.text, parameters=kept, ranges=ranges)


def with_entry(experiment: Experiment, entry: Entry) -> Experiment:
    """Return `experiment` with a function of the catalogue, its start, view, steps and rate.

    The runs stay; those whose rule takes the slope as it is (SGD, Momentum, Nesterov) get the
    learning rate that suits the function, for another one may diverge at the first step. The
    entry that is shown already changes nothing.
    """
    runs = tuple(
        replace(run, optimizer=replace(run.optimizer, lr=entry.lr))
        if run.optimizer.key in SCALED_BY_SLOPE
        else run
        for run in experiment.runs
    )
    opened = replace(
        experiment,
        formula=entry.formula,
        parameters=(),
        ranges=(),
        start=entry.start,
        steps=entry.steps,
        view=entry.bounds,
        plane=(0, 1),
        runs=runs,
    )
    is_shown = experiment.bounds == entry.bounds
    return experiment if is_shown and opened == replace(experiment, view=opened.view) else opened


def with_dimension(experiment: Experiment, dimension: int) -> Experiment:
    """Return `experiment` with a start of `dimension` numbers: those there are, then `FILL`."""
    start = experiment.start
    if dimension == len(start):
        return experiment
    filled = (start + (FILL,) * dimension)[:dimension]
    return with_start(experiment, filled)


def with_start(experiment: Experiment, start: Sequence[float]) -> Experiment:
    """Return `experiment` starting at `start`; one with another dimension shows its own view."""
    if len(start) == experiment.dimension:
        return replace(experiment, start=tuple(start))
    return replace(experiment, start=tuple(start), view=None, plane=(0, 1))


def view_for_start(
    experiment: Experiment, start: tuple[float, ...], *, dragged: bool
) -> Bounds | None:
    """Return the view to show `experiment` in with another start.

    Under the hand it does not move. A start that was typed and lies outside a view chosen by
    hand that held the old one brings back the view that suits it.
    """
    view = experiment.view
    if len(start) != experiment.dimension:
        return None
    if dragged:
        bounds = experiment.bounds
        return view or (None if default_bounds(start) == bounds else bounds)
    if view is not None and _shows(view, experiment.start) and not _shows(view, start):
        return None
    return view


def _shows(view: Bounds, point: tuple[float, ...]) -> bool:
    x, y = (*point, view.y_min)[:2]
    return view.contains(x, y)


def with_parameter(experiment: Experiment, name: str, value: float) -> Experiment:
    """Return `experiment` with the parameter `name` at `value`."""
    values = dict(experiment.parameters)
    values[name] = value
    return replace(experiment, parameters=tuple(values.items()))


def with_range(experiment: Experiment, name: str, low: float, high: float) -> Experiment:
    """Return `experiment` with the slider of the parameter `name` going from `low` to `high`."""
    others = tuple(given for given in experiment.ranges if given[0] != name)
    return replace(experiment, ranges=(*others, (name, low, high)))


def with_plane(experiment: Experiment, plane: tuple[int, int]) -> Experiment:
    """Return `experiment` shown over the coordinates `plane`, in the view that suits them."""
    if plane == experiment.plane:
        return experiment
    return replace(experiment, plane=plane, view=None)


def unused_style(runs: Iterable[Run]) -> int:
    """Return the first style that no run has, or the one that the fewest have."""
    used = [run.style % STYLES for run in runs]
    return min(range(STYLES), key=used.count)


def add_run(experiment: Experiment, run: Run) -> Experiment:
    """Return `experiment` with `run` last, in a style of its own."""
    styled = replace(run, style=unused_style(experiment.runs))
    return replace(experiment, runs=(*experiment.runs, styled))


def duplicate_run(experiment: Experiment, index: int) -> Experiment:
    """Return `experiment` with a copy of run `index` after it, in a style of its own."""
    runs = experiment.runs
    copy = replace(runs[index], style=unused_style(runs))
    return replace(experiment, runs=(*runs[: index + 1], copy, *runs[index + 1 :]))


def remove_run(experiment: Experiment, index: int) -> Experiment:
    """Return `experiment` without run `index`; the last one left stays."""
    runs = experiment.runs
    if len(runs) == 1:
        return experiment
    return replace(experiment, runs=(*runs[:index], *runs[index + 1 :]))


def move_run(experiment: Experiment, index: int, to: int) -> Experiment:
    """Return `experiment` with run `index` moved to place `to`."""
    runs = list(experiment.runs)
    runs.insert(to, runs.pop(index))
    return replace(experiment, runs=tuple(runs))


def replace_run(experiment: Experiment, index: int, run: Run) -> Experiment:
    """Return `experiment` with `run` in place of run `index`."""
    runs = experiment.runs
    return replace(experiment, runs=(*runs[:index], run, *runs[index + 1 :]))
