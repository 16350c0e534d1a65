"""What the subcommands do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gradviz.cli import values
from gradviz.cli.checks import read_check
from gradviz.cli.errors import UsageError
from gradviz.cli.experiments import read_experiment, read_formula
from gradviz.cli.output import one_line, write
from gradviz.document.evaluate import evaluate
from gradviz.export import checks, tables
from gradviz.export.files import WriteError
from gradviz.export.summary import summary
from gradviz.startup import draw_without_display

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from gradviz.core.formula import Formula

TEXT_FORMATS = {".csv": "csv", ".json": "json"}
PICTURE_SUFFIXES = (".png", ".svg")


def run(options: argparse.Namespace) -> None:
    """Descend and write the result, to the screen or a file."""
    experiment = read_experiment(options)
    suffix = Path(options.out or "").suffix.lower()
    form = options.format or TEXT_FORMATS.get(suffix, "table")
    results = evaluate(experiment)
    writers = {"csv": tables.csv_parts, "json": tables.json_parts, "table": summary}
    write(writers[form](results), options.out)


def render(options: argparse.Namespace) -> None:
    """Descend and draw the result into a file, with no display."""
    out = Path(options.out)
    if out.suffix.lower() not in PICTURE_SUFFIXES:
        raise UsageError(f"--out: {options.out!r} does not end in .png or .svg")
    size = values.size("--size", options.size)
    experiment = read_experiment(options)
    draw_without_display()
    from gradviz.cli.drawing import draw  # noqa: PLC0415 (Qt: only what draws needs it)

    try:
        draw(experiment, out, view=options.view, size=size, theme=options.theme)
    except WriteError as error:
        raise one_line(error) from error


def explain(options: argparse.Namespace) -> None:
    """Print what a formula is made of, and LaTeX of it and its gradient."""
    write(_explained(read_formula(options.formula)), None)


def _explained(formula: Formula) -> Iterable[str]:
    any_number = " (as many as the start has)" if formula.flexible else ""
    yield f"variables: {', '.join(formula.variables)}{any_number}\n"
    settings = ", ".join(f"{p.name} = {p.value!r}" for p in formula.parameters)
    yield f"parameters: {settings or 'none'}\n"
    yield f"f = {formula.latex()}\n"
    for name, partial in zip(formula.variables, formula.gradient_latex(), strict=True):
        yield f"df/d{name} = {partial}\n"


def check(options: argparse.Namespace) -> None:
    """Compare a network's gradient by backpropagation with one by differences."""
    report = read_check(options)
    write(checks.json_parts(report) if options.format == "json" else checks.table(report), None)


COMMANDS = {"run": run, "render": render, "explain": explain, "check": check}
