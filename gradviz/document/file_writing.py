"""From a document to the text of its file: one thing on a line, always in the same order."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from gradviz.document import file_format as form
from gradviz.document.migrations import MARKER, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from _typeshed import DataclassInstance

    from gradviz.core.bounds import Bounds
    from gradviz.document.document import Document
    from gradviz.document.experiment import Experiment, Run
    from gradviz.document.network_task import NetworkTask, OwnTable

    E = TypeVar("E", bound=msgspec.Struct)

WIDTH: Final = 80
"""Characters of a list of numbers that stays on one line."""
IN_A_ROW: Final = 8
"""Numbers on each line of a longer one."""
INDENT: Final = "  "


def text_of(document: Document) -> str:
    """Return the whole text of the file, with a line break at its end."""
    tree = msgspec.to_builtins(_document(document))
    head = f'{{"{MARKER}": {VERSION},\n'
    return _whole(head + "".join(_object_lines(tree, "")) + "}\n")


def _plain(values: DataclassInstance, kind: type[E], **made: Any) -> E:  # noqa: ANN401 - by field
    """Return an entry with the fields of `values`, but for those that are `made` differently."""
    kept = {f.name: getattr(values, f.name) for f in fields(values) if f.name not in made}
    return kind(**kept, **made)


def _document(document: Document) -> form.DocumentEntry:
    other = document.other
    return _plain(
        document,
        form.DocumentEntry,
        note=_text(document.note),
        typed=None if document.typed is None else _text(document.typed),
        display=_plain(document.display, form.DisplayEntry),
        experiment=_experiment(document.experiment),
        other=None if other is None else _experiment(other),
    )


def _experiment(experiment: Experiment) -> form.ExperimentEntry:
    task, view = experiment.network, experiment.view
    return _plain(
        experiment,
        form.ExperimentEntry,
        formula=_text(experiment.formula),
        parameters=dict(experiment.parameters),
        ranges={name: (low, high) for name, low, high in experiment.ranges},
        start=list(experiment.start),
        runs=[_run(run) for run in experiment.runs],
        view=None if view is None else _rectangle(view),
        network=None if task is None else _network(task),
    )


def _run(run: Run) -> form.RunEntry:
    clip = run.clip
    return _plain(
        run,
        form.RunEntry,
        optimizer=_plain(run.optimizer, form.OPTIMIZER_ENTRIES[run.optimizer.key]),
        schedule=_plain(run.schedule, form.SCHEDULE_ENTRIES[run.schedule.key]),
        clip=None if clip is None else _plain(clip, form.CLIPPING_ENTRY),
        lr_changes=list(run.lr_changes),
    )


def _network(task: NetworkTask) -> form.NetworkEntry:
    table = task.table
    return _plain(
        task,
        form.NetworkEntry,
        sizes=list(task.sizes),
        weights=None if task.weights is None else list(task.weights),
        table=None if table is None else _table(table),
    )


def _table(table: OwnTable) -> form.TableEntry:
    return form.TableEntry(name=table.name, text=_text(table.text))


def _rectangle(view: Bounds) -> form.Rectangle:
    return view.x_min, view.x_max, view.y_min, view.y_max


def _text(text: str) -> form.Text:
    lines = text.split("\n")
    return lines[0] if len(lines) == 1 else lines


def _whole(text: str) -> str:
    """Return `text` as UTF-8 can hold it: pairs of half characters joined, single ones marked."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _object_lines(values: Mapping[str, Any], margin: str) -> Iterator[str]:
    """Yield the entries of an object, each on lines of its own."""
    inner = margin + INDENT
    items = [(f"{json.dumps(key, ensure_ascii=False)}: ", item) for key, item in values.items()]
    yield from _parted((key + _written(item, inner) for key, item in items), inner)


def _written(value: object, margin: str) -> str:
    if isinstance(value, dict) and value:
        return "{\n" + "".join(_object_lines(value, margin)) + margin + "}"
    if isinstance(value, list | tuple) and value:
        return _list(value, margin)
    return json.dumps(value, ensure_ascii=False)


def _list(values: list[Any] | tuple[Any, ...], margin: str) -> str:
    inner = margin + INDENT
    if all(isinstance(value, int | float) for value in values):
        line = json.dumps(values) if len(values) <= WIDTH else ""
        if line and len(line) <= WIDTH:
            return line
        rows = range(0, len(values), IN_A_ROW)  # one at a time, for threads beside this one
        items = [json.dumps(values[first : first + IN_A_ROW])[1:-1] for first in rows]
    else:
        items = [_written(value, inner) for value in values]
    return "[\n" + "".join(_parted(items, inner)) + margin + "]"


def _parted(items: Iterable[str], margin: str) -> Iterator[str]:
    """Yield lines that a comma parts, and none after the last."""
    before = ""
    for item in items:
        yield f"{before}{margin}{item}"
        before = ",\n"
    yield "\n"
