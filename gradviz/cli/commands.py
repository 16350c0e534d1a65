"""What the subcommands do."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gradviz.cli import exporting
from gradviz.cli.checks import read_check
from gradviz.cli.documents import read_document
from gradviz.cli.errors import CommandError
from gradviz.cli.experiments import read_formula
from gradviz.cli.network_rendering import read_network_drawing
from gradviz.cli.output import one_line, write
from gradviz.cli.paper import read_out
from gradviz.cli.rendering import WITH_SURFACE, read_drawing
from gradviz.document.evaluate import evaluate
from gradviz.document.training import train
from gradviz.export import checks, tables, training
from gradviz.export.files import WriteError
from gradviz.export.movies import MovieError
from gradviz.export.summary import summary
from gradviz.startup import draw_by_opengl, draw_without_display

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from gradviz.core.formula import Formula

TEXT_FORMATS = {".csv": "csv", ".json": "json"}
_TRAINING = {
    "csv": training.csv_parts,
    "json": training.json_parts,
    "table": training.summary,
}
_XVFB = " xvfb-run gives a display in memory: xvfb-run -a gradviz render ..."


def run(options: argparse.Namespace) -> None:
    """Descend and write the result, to the screen or a file."""
    suffix = Path(options.out or "").suffix.lower()
    form = options.format or TEXT_FORMATS.get(suffix, "table")
    experiment = read_document(options).experiment
    if experiment.network is not None:
        write(_TRAINING[form](train(experiment)), options.out)
        return
    writers = {"csv": tables.csv_parts, "json": tables.json_parts, "table": summary}
    write(writers[form](evaluate(experiment)), options.out)


def render(options: argparse.Namespace) -> None:
    """Descend and draw the result into a file; only the surface needs a display."""
    out = read_out(options)
    document = read_document(options)
    if document.experiment.network is not None:
        network_drawing = read_network_drawing(options, out, document)
        with _drawing(network_drawing.views) as drawn:
            drawn.draw_network(document.experiment, network_drawing)
        return
    drawing = read_drawing(options, out, document)
    with _drawing(drawing.views) as drawn:
        drawn.draw(document.experiment, drawing)


def export(options: argparse.Namespace) -> None:
    """Write an experiment as a script, or what comes of it as a table."""
    exporting.export(options, read_document(options))


@contextmanager
def _drawing(views: tuple[str, ...]) -> Iterator[ModuleType]:
    """Give what draws, and turn what goes wrong there into complaints."""
    if WITH_SURFACE & {*views}:
        draw_by_opengl()
    else:
        draw_without_display()
    from gradviz.cli import drawing  # noqa: PLC0415 (Qt: only what draws needs it)
    from gradviz.export.pictures import PictureError  # noqa: PLC0415 (as above)

    try:
        yield drawing
    except (PictureError, MovieError) as error:
        is_surface = any(view.endswith("surface") for view in views)
        raise CommandError(f"{error}{_XVFB if is_surface else ''}") from error
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


COMMANDS = {
    "run": run,
    "render": render,
    "export": export,
    "explain": explain,
    "check": check,
}
