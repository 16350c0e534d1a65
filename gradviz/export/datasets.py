"""Tables for a file: trajectories, steps, field, epochs and weights, as CSV, NPZ or JSON."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

from gradviz.core.network.places import place_of
from gradviz.document.plain import to_dict
from gradviz.document.results import Results, Training
from gradviz.document.step_rows import StepRows
from gradviz.export import tables, training
from gradviz.export.cells import text_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from gradviz.document.results import Outcome
    from gradviz.document.scene import Scene
    from gradviz.document.step_rows import Rows

    Arrays: TypeAlias = dict[str, NDArray[np.float64] | NDArray[np.int64] | NDArray[np.str_]]


class TableKind(StrEnum):
    """What a table holds."""

    TRAJECTORIES = "trajectories"
    """All points of all runs of a function."""
    STEPS = "steps"
    """All steps of one run, as the table in the window shows them."""
    FIELD = "field"
    """Values of a function over the plane that is shown, or along its one variable."""
    EPOCHS = "epochs"
    """Losses and accuracies of a network after each epoch of each run."""
    WEIGHTS = "weights"
    """All weights of a network at chosen steps of one run."""


OF_FUNCTIONS: Final = (TableKind.TRAJECTORIES, TableKind.STEPS, TableKind.FIELD)
OF_NETWORKS: Final = (TableKind.EPOCHS, TableKind.STEPS, TableKind.WEIGHTS)


class TableFormat(StrEnum):
    """What a file with a table is."""

    CSV = "csv"
    NPZ = "npz"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSource:
    """What tables are made of.

    Attributes
    ----------
    outcome : Results or Training
        The runs.
    selected : int
        The run of steps and of weights.
    scene : Scene or None
        The field.
    steps : sequence of int
        Where weights are told; none for the end alone. Those past the end are left out.
    """

    outcome: Outcome
    selected: int = 0
    scene: Scene | None = None
    steps: Sequence[int] = ()


class NoTableError(ValueError):
    """There is no such table; the text says why."""


def table_parts(source: TableSource, kind: TableKind, form: TableFormat) -> Iterator[bytes]:
    """Return the bytes of a table, in parts.

    CSV has decimal points and line feeds. JSON spells numbers that are not finite as the strings
    "nan", "inf" and "-inf". NPZ holds the same numbers as arrays, with names in `names`.

    Raises
    ------
    NoTableError
        When there is no such table of this kind of experiment, or nothing is known yet.
    """
    makers = _FUNCTION_TABLES if isinstance(source.outcome, Results) else _NETWORK_TABLES
    if kind not in makers:
        raise NoTableError(f"There is no table of {kind} here.")
    maker = makers[kind]
    if form is TableFormat.NPZ:
        return iter([_npz(maker.arrays(source))])
    parts = (maker.csv if form is TableFormat.CSV else maker.json)(source)
    return (part.encode("utf-8") for part in parts)


@dataclass(frozen=True, slots=True)
class _Maker:
    """How a table is made in each format."""

    csv: Callable[[TableSource], Iterator[str]]
    json: Callable[[TableSource], Iterator[str]]
    arrays: Callable[[TableSource], Arrays]


def _npz(arrays: Arrays) -> bytes:
    data = io.BytesIO()
    np.savez_compressed(data, allow_pickle=False, **arrays)
    return data.getvalue()


def _json_of(arrays: Arrays) -> Iterator[str]:
    plain = {name: tables.spelled(_listed(array)) for name, array in arrays.items()}
    yield json.dumps(plain, allow_nan=False, ensure_ascii=False) + "\n"


def _listed(array: NDArray[np.float64] | NDArray[np.int64] | NDArray[np.str_]) -> object:
    return array.tolist()


# --- functions -----------------------------------------------------------------------------------


def _results(source: TableSource) -> Results:
    assert isinstance(source.outcome, Results)  # noqa: S101 - the table of makers says so
    return source.outcome


def _trajectory_arrays(source: TableSource) -> Arrays:
    results = _results(source)
    arrays: Arrays = {
        "experiment": np.array(json.dumps(to_dict(results.experiment))),
        "names": np.array([run.run.label for run in results.runs]),
        "variables": np.array(results.variables),
    }
    for number, run in enumerate(results.runs):
        path = run.trajectory
        arrays[f"x{number}"], arrays[f"value{number}"] = path.x, path.value
        arrays[f"gradient{number}"] = path.gradient
    return arrays


def _step_rows(source: TableSource) -> Rows:
    if isinstance(source.outcome, Training):
        return training.StepTable(source.outcome, source.selected)
    return StepRows(source.outcome.runs[source.selected], source.outcome.variables)


def _steps_csv(source: TableSource) -> Iterator[str]:
    return tables.rows_parts(_step_rows(source))


def _steps_arrays(source: TableSource) -> Arrays:
    rows = _step_rows(source)
    names = np.array([column.name for column in rows.columns])
    return {"names": names, "rows": rows.block(0, len(rows))}


def _steps_json(source: TableSource) -> Iterator[str]:
    arrays = _steps_arrays(source)
    columns = dict(zip(arrays["names"].tolist(), arrays["rows"].T, strict=True))
    return _json_of(columns)


def _field_arrays(source: TableSource) -> Arrays:
    scene = source.scene
    variables = np.array(_results(source).variables)
    if scene is not None and scene.field is not None:
        field = scene.field
        return {
            "names": variables[[*field.plane]],
            "x": field.x,
            "y": field.y,
            "values": field.values,
            "held": np.array(field.held),
        }
    if scene is not None and scene.curve is not None:
        return {"names": variables, "x": scene.curve.x, "values": scene.curve.values}
    raise NoTableError("There is no field to write down yet.")


def _field_csv(source: TableSource) -> Iterator[str]:
    arrays = _field_arrays(source)
    yield text_row(*arrays["names"].tolist(), "f") + "\n"
    x, values = arrays["x"].tolist(), arrays["values"].tolist()
    if "y" not in arrays:
        yield "".join(f"{a!r},{f!r}\n" for a, f in zip(x, values, strict=True))
        return
    for b, row in zip(arrays["y"].tolist(), values, strict=True):
        yield "".join(f"{a!r},{b!r},{f!r}\n" for a, f in zip(x, row, strict=True))


# --- networks ------------------------------------------------------------------------------------


def _training(source: TableSource) -> Training:
    assert isinstance(source.outcome, Training)  # noqa: S101 - the table of makers says so
    return source.outcome


def _epoch_arrays(source: TableSource) -> Arrays:
    outcome = _training(source)
    arrays: Arrays = {
        "runs": np.array([run.run.label for run in outcome.runs]),
        "names": np.array(["epoch", "step", *training.QUALITIES]),
    }
    for number, run in enumerate(outcome.runs):
        arrays[f"epochs{number}"] = np.array(
            [(e.number, e.step, *training.qualities(e)) for e in run.epochs]
        )
    return arrays


def _weight_arrays(source: TableSource) -> Arrays:
    outcome = _training(source)
    path = outcome.runs[source.selected].trajectory
    steps = [step for step in source.steps if step <= path.steps] or [path.steps]
    network = outcome.task.network
    return {
        "names": np.array([place_of(network, i).name for i in range(network.size)]),
        "steps": np.array(steps),
        "weights": path.x[steps],
    }


def _weights_csv(source: TableSource) -> Iterator[str]:
    arrays = _weight_arrays(source)
    yield text_row("step", *arrays["names"].tolist()) + "\n"
    for step, weights in zip(arrays["steps"].tolist(), arrays["weights"].tolist(), strict=True):
        yield f"{step},{','.join(map(repr, weights))}\n"


_FUNCTION_TABLES: Final = {
    TableKind.TRAJECTORIES: _Maker(
        lambda source: tables.csv_parts(_results(source)),
        lambda source: tables.json_parts(_results(source)),
        _trajectory_arrays,
    ),
    TableKind.STEPS: _Maker(_steps_csv, _steps_json, _steps_arrays),
    TableKind.FIELD: _Maker(_field_csv, lambda s: _json_of(_field_arrays(s)), _field_arrays),
}
_NETWORK_TABLES: Final = {
    TableKind.EPOCHS: _Maker(
        lambda source: training.csv_parts(_training(source)),
        lambda source: training.json_parts(_training(source)),
        _epoch_arrays,
    ),
    TableKind.STEPS: _Maker(_steps_csv, _steps_json, _steps_arrays),
    TableKind.WEIGHTS: _Maker(_weights_csv, lambda s: _json_of(_weight_arrays(s)), _weight_arrays),
}
