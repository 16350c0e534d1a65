"""``gradviz export``: an experiment as a Python script, or as a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.cli import values
from gradviz.cli.errors import UsageError
from gradviz.cli.output import one_line
from gradviz.document.evaluate import evaluate
from gradviz.document.scene import evaluate_scene, scene_request
from gradviz.document.training import train
from gradviz.export.datasets import (
    OF_FUNCTIONS,
    OF_NETWORKS,
    TableFormat,
    TableKind,
    TableSource,
    table_parts,
)
from gradviz.export.files import WriteError, write_bytes
from gradviz.export.script import write_script

if TYPE_CHECKING:
    import argparse

    from gradviz.document.document import Document
    from gradviz.document.results import Results
    from gradviz.document.scene import Scene

SCRIPT: Final = ".py"


def export(options: argparse.Namespace, document: Document) -> None:
    """Write the file that ``--out`` names.

    Raises
    ------
    UsageError
        With one line that names the option.
    CommandError
        When the file cannot be written.
    """
    out = Path(options.out)
    suffix = out.suffix.lower()
    if suffix not in {SCRIPT, *(f".{form}" for form in TableFormat)}:
        raise UsageError(f"--out: {options.out!r} does not end in .py, .csv, .npz or .json")
    try:
        if suffix == SCRIPT:
            _refuse_tables(options)
            write_script(out, document.experiment)
        else:
            _write_table(options, document, TableFormat(suffix[1:]))
    except WriteError as error:
        raise one_line(error) from error


def _refuse_tables(options: argparse.Namespace) -> None:
    for name in ("table", "which", "at"):
        if getattr(options, name) is not None:
            raise UsageError(f"--{name}: this is of a table; a script has all runs")


def _write_table(options: argparse.Namespace, document: Document, form: TableFormat) -> None:
    experiment = document.experiment
    kinds = OF_FUNCTIONS if experiment.network is None else OF_NETWORKS
    kind = kinds[0] if options.table is None else _kind(options.table, kinds)
    if options.at is not None and kind is not TableKind.WEIGHTS:
        raise UsageError("--at: this is of --table weights")
    selected = _selected(options, document)
    steps = _steps(options.at)
    with np.errstate(all="ignore"):
        if experiment.network is not None:
            source = TableSource(outcome=train(experiment), selected=selected, steps=steps)
        else:
            results = evaluate(experiment)
            scene = _scene(results, document, selected) if kind is TableKind.FIELD else None
            source = TableSource(outcome=results, selected=selected, scene=scene)
    write_bytes(options.out, table_parts(source, kind, form))


def _kind(text: str, kinds: tuple[TableKind, ...]) -> TableKind:
    if text not in kinds:
        raise UsageError(f"--table: {text!r} is none of {', '.join(kinds)}, which there are here")
    return TableKind(text)


def _selected(options: argparse.Namespace, document: Document) -> int:
    """Return the index of a run, which people count from 1."""
    if options.which is None:
        return document.selected
    count, number = len(document.experiment.runs), values.integer("--which", options.which)
    if not 1 <= number <= count:
        raise UsageError(f"--which: {number} is not between 1 and {count}, the number of runs")
    return number - 1


def _steps(text: str | None) -> tuple[int, ...]:
    if text is None:
        return ()
    steps = tuple(values.integer("--at", part) for part in text.split(","))
    if min(steps) < 0:
        raise UsageError(f"--at: {min(steps)} is no step")
    return tuple(sorted(set(steps)))


def _scene(results: Results, document: Document, selected: int) -> Scene | None:
    """Sample the function in the plane of the file, where the run ends."""
    held = tuple(results.runs[selected].trajectory.x[-1].tolist())
    request = scene_request(results.experiment, display=document.display)
    return evaluate_scene(replace(request, held=held))
