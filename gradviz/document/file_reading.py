"""From the text of a file to a document that can be opened, or to an error that names the place."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import UNSET, Struct

from gradviz.core.bounds import Bounds
from gradviz.core.clipping import Clipping
from gradviz.core.formula import FormulaError
from gradviz.core.optimizers import OPTIMIZERS, SGD
from gradviz.core.schedules import SCHEDULES
from gradviz.document.display import Display
from gradviz.document.document import Document
from gradviz.document.evaluate import objective_of
from gradviz.document.experiment import Experiment, ExperimentError, Run
from gradviz.document.file_errors import FileCode, FileError, dotted
from gradviz.document.file_format import DocumentEntry
from gradviz.document.file_json import parse_json
from gradviz.document.file_refusals import refused
from gradviz.document.migrations import migrated
from gradviz.document.network_task import OWN, NetworkTask, OwnTable, task_of
from gradviz.document.training import check_training

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from gradviz.core.optimizers import Optimizer
    from gradviz.core.schedules import Schedule
    from gradviz.document import file_format as form

STAND_IN: Final = "sum(x**2)"
"""What stands in for a formula that cannot be read: of as many variables as the start has."""


def document_of(text: str) -> Document:
    """Return the document in the text of a file.

    Every formula in it can be evaluated and every network trained. A formula that cannot be read
    is what is `typed` in the document, and `STAND_IN` is in its place.

    Raises
    ------
    FileError
        When there is none, with the place of what is wrong.
    """
    if not text.strip():
        raise FileError(FileCode.EMPTY)
    if text.lstrip()[0] not in '{["':
        raise FileError(FileCode.NOT_OURS)
    content = migrated(parse_json(text))
    try:
        entry = msgspec.convert(content, DocumentEntry)
    except msgspec.ValidationError as error:
        raise refused(str(error)) from None
    return _document(entry)


def _document(entry: DocumentEntry) -> Document:
    given = _given(entry, note=_text, typed=_text, display=_display)
    unread = []
    for place in ("experiment", "other"):
        if given.get(place) is not None:
            given[place], text = _evaluable(_experiment(given[place], place), place)
            unread += text
    if unread and given.get("typed") is None:
        given["typed"] = unread[0]
    with _at(""):
        return Document(**given)


def _display(entry: form.DisplayEntry) -> Display:
    return Display(**_given(entry))


def _experiment(entry: form.ExperimentEntry, place: str) -> Experiment:
    given = _given(entry, formula=_text)
    if "runs" in given:
        given["runs"] = [_run(run, f"{place}.runs[{i}]") for i, run in enumerate(given["runs"])]
    if given.get("network") is not None:
        given["network"] = _network(given["network"], place)
    if given.get("view") is not None:
        with _at(f"{place}.view"):
            given["view"] = Bounds(*given["view"])
    named = {"parameters": given.get("parameters", {}), "ranges": given.get("ranges", {})}
    with _at(place, named):
        return Experiment(
            **given
            | {"parameters": tuple(named["parameters"].items())}
            | {"ranges": tuple(_spread(*item) for item in named["ranges"].items())}
        )


def _spread(name: str, limits: object) -> tuple[object, ...]:
    return (name, *limits) if isinstance(limits, list) else (name, limits)


def _run(entry: form.RunEntry, place: str) -> Run:
    given = _given(entry, optimizer=_optimizer, schedule=_schedule, clip=_clipping)
    with _at(place):
        return Run(**{"optimizer": SGD(), **given})


def _optimizer(entry: Struct) -> Optimizer:
    return OPTIMIZERS[_kind(entry)](**_given(entry))


def _schedule(entry: Struct) -> Schedule:
    return SCHEDULES[_kind(entry)](**_given(entry))


def _clipping(entry: Struct) -> Clipping:
    return Clipping(**_given(entry))


def _kind(entry: Struct) -> str:
    return str(entry.__struct_config__.tag)


def _network(entry: form.NetworkEntry, place: str) -> NetworkTask:
    given = _given(entry)
    with _at(place, below="network"):
        if given.get("table") is not None:
            given["table"] = OwnTable(**_given(given["table"], text=_text))
        if entry.problem != OWN:
            return replace(task_of(entry.problem), **given)
        return NetworkTask(**{"sizes": (), **given})


def _evaluable(experiment: Experiment, place: str) -> tuple[Experiment, list[str]]:
    """Return `experiment` so that it can be evaluated, and its formula if that is none."""
    unread = []
    with _at(place, below="network"):
        try:
            objective_of(experiment.formula, experiment.dimension, experiment.parameters)
        except FormulaError:
            unread.append(experiment.formula)
            experiment = replace(experiment, formula=STAND_IN, parameters=(), ranges=())
        if experiment.network is not None:
            check_training(experiment)
    return experiment, unread


def _given(entry: Struct, **makers: Callable[[Any], object]) -> dict[str, Any]:
    """Return what the file has of an entry, given to its maker unless it is null."""
    values = {name: getattr(entry, name) for name in entry.__struct_fields__}
    return {
        name: makers[name](value) if name in makers and value is not None else value
        for name, value in values.items()
        if value is not UNSET
    }


def _text(text: form.Text) -> str:
    return text if isinstance(text, str) else "\n".join(text)


@contextmanager
def _at(
    place: str, named: Mapping[str, Mapping[str, object]] | None = None, *, below: str = ""
) -> Iterator[None]:
    """Turn what is raised within into a `FileError` at `place`.

    Parameters
    ----------
    place : str
        Where the fields of an `ExperimentError` are.
    named : mapping, optional
        Objects in the file that are sequences in the experiment: entry number i is its key i.
    below : str
        Where below `place` any other error is.
    """
    try:
        yield
    except FileError:
        raise
    except ExperimentError as error:
        where = dotted(place, _by_name(error.field, named or {}))
        raise FileError(FileCode.INVALID, where, text=error.message) from error
    except ValueError as error:
        where = f"{place}.{below}" if below else place
        raise FileError(FileCode.INVALID, where, text=str(error)) from error


def _by_name(field: str, named: Mapping[str, Mapping[str, object]]) -> str:
    first, _, rest = field.partition(".")
    keys = list(named.get(first, ()))
    return f"{first}.{keys[int(rest)]}" if rest.isdecimal() and keys else field
