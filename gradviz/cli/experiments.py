"""From the options of a command line to a valid experiment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gradviz.cli import values
from gradviz.cli.errors import UsageError, formula_error
from gradviz.cli.options import METHODS
from gradviz.core.differences import Method
from gradviz.core.field import Bounds
from gradviz.core.formula import FormulaError, parse
from gradviz.core.rate_changes import parted
from gradviz.core.rules import parse_rule
from gradviz.document.edits import with_formula, with_start
from gradviz.document.evaluate import objective_of
from gradviz.document.experiment import Experiment, ExperimentError, Run

if TYPE_CHECKING:
    import argparse

    from gradviz.core.formula import Formula

LEAD = "gradviz: "
"""What stands before every line of complaint."""


def read_formula(text: str, dimension: int | None = None) -> Formula:
    """Return the formula `text`; a mistake in it becomes two lines with carets."""
    try:
        return parse(text, dimension)
    except FormulaError as error:
        raise formula_error(error, text, LEAD) from None


def read_method(option: str, text: str) -> Method:
    """Return the way to the gradient that `text` names."""
    try:
        return Method(text.strip().lower().replace("_", "-"))
    except ValueError:
        raise UsageError(f"{option}: {text!r} is not {METHODS}") from None


def read_experiment(options: argparse.Namespace, base: Experiment | None = None) -> Experiment:
    """Return the experiment that `options` describe.

    What they leave out is as in `base`, such as that of a file, or as in a new window.

    Raises
    ------
    UsageError
        With one line that names the option, or two that point into the formula.
    """
    try:
        return _checked(_experiment(options, base or Experiment()))
    except ExperimentError as error:
        raise UsageError(worded(error)) from None


def _experiment(options: argparse.Namespace, base: Experiment) -> Experiment:
    choices = read_choices(options)
    start = choices.pop("start", base.start)
    experiment = with_start(replace(base, **choices), start)
    if options.formula is not None:
        dimension = experiment.dimension if options.start is not None else None
        formula = read_formula(options.formula, dimension)
        if options.start is None:
            experiment = with_formula(experiment, formula)
        experiment = replace(experiment, formula=options.formula, parameters=(), ranges=())
    given = tuple(values.setting("--set", text) for text in options.set)
    names = {name for name, _ in given}
    kept = tuple(pair for pair in experiment.parameters if pair[0] not in names)
    parameters = (*kept, *given)  # one that is given twice is told
    experiment = replace(experiment, parameters=parameters)
    bounds = _view(options, experiment)
    return experiment if bounds is None else replace(experiment, view=bounds)


def _checked(experiment: Experiment) -> Experiment:
    """Return `experiment` if formula, start and parameters go together."""
    objective_of(experiment.formula, experiment.dimension, experiment.parameters)
    return experiment


def read_choices(options: argparse.Namespace) -> dict[str, Any]:
    """Return the fields of an experiment that the options name, but formula and parameters."""
    readers = {
        "start": values.numbers,
        "steps": values.integer,
        "h": values.number,
        "tolerance": values.number,
        "noise": values.number,
        "seed": values.integer,
        "method": read_method,
    }
    changes: dict[str, Any] = {
        name: read(f"--{name}", getattr(options, name))
        for name, read in readers.items()
        if getattr(options, name) is not None
    }
    if options.run:
        changes["runs"] = tuple(_run(text, style) for style, text in enumerate(options.run))
    return changes


def _run(text: str, style: int) -> Run:
    try:
        optimizer, course, clip = parse_rule(text)
        schedule, changes = parted(course)
        return Run(
            optimizer=optimizer, schedule=schedule, clip=clip, lr_changes=changes, style=style
        )
    except ExperimentError:
        raise
    except ValueError as error:
        raise UsageError(f"--run {text}: {error}") from None


def _view(options: argparse.Namespace, experiment: Experiment) -> Bounds | None:
    if options.range is None:
        return None
    limits = values.numbers("--range", options.range)
    if experiment.dimension == 1 and len(limits) == 2:  # noqa: PLR2004 (a lower and an upper limit)
        limits = (*limits, *limits)
    if len(limits) != 4:  # noqa: PLR2004 (two limits for each of two coordinates)
        raise UsageError(
            f"--range: {len(limits)} numbers where x0min,x0max,x1min,x1max are expected"
        )
    try:
        return Bounds(*limits)
    except ValueError as error:
        raise UsageError(f"--range: {error}") from None


def worded(error: ExperimentError) -> str:
    """Return the error's sentence with the option in place of the field that it is about."""
    place, _, rest = error.field.partition(".")
    options = _OPTIONS
    if place == "network":
        place, options = rest.partition(".")[0], _NETWORK_OPTIONS
    sentence = error.message.removeprefix(f"{error.field} ")
    return f"--{options.get(place, place)}: {sentence}"


_OPTIONS = {"parameters": "set", "runs": "run", "view": "range"}
_NETWORK_OPTIONS = {"sizes": "layers", "test_share": "test-share", "noise": "sample-noise"}
"""What options are called that have another name than the field they are about."""
