"""Results as text: CSV and JSON with floats that read back bit for bit, and a table to read.

The first two come in parts, so that a million steps are written without being held twice.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from gradviz.document.plain import to_dict
from gradviz.document.step_rows import WHOLE, StepRows
from gradviz.export.cells import text_cell, text_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from gradviz.document.results import Results, RunResult
    from gradviz.document.step_rows import Rows

PART = 4096
"""Points of a trajectory in one part of the text."""


def csv_parts(results: Results) -> Iterator[str]:
    """Yield the trajectories of all runs as CSV, one line a point.

    The columns are run (counted from 0), optimizer, k, x0, x1, ..., value, gradient0, gradient1,
    ... Decimal points, lines ending in a line feed, non-finite numbers as nan, inf and -inf.
    """
    indices = range(results.experiment.dimension)
    names = [*(f"x{i}" for i in indices), "value", *(f"gradient{i}" for i in indices)]
    yield text_row("run", "optimizer", "k", *names) + "\n"
    for number, result in enumerate(results.runs):
        yield from _csv_run(f"{number},{text_cell(result.run.optimizer.key)}", result)


def _csv_run(lead: str, result: RunResult) -> Iterator[str]:
    path = result.trajectory
    for first in range(0, len(path), PART):
        part = slice(first, first + PART)
        rows = np.column_stack([path.x[part], path.value[part], path.gradient[part]]).tolist()
        yield "".join(
            f"{lead},{k},{','.join(map(repr, row))}\n" for k, row in enumerate(rows, first)
        )


def steps_parts(result: RunResult, variables: tuple[str, ...]) -> Iterator[str]:
    """Yield all steps of one run as CSV, with the state of its optimizer, as the table shows them.

    The columns are k, the variables, f, df/dx0, ..., |grad f|, step length and, where there are
    any, the clipped gradient, lr and the optimizer's state after k updates, such as v x0. A cell
    is empty where there is no number: the last point has no step after it.
    """
    yield from rows_parts(StepRows(result, variables))


def rows_parts(rows: Rows) -> Iterator[str]:
    """Yield the rows of a table as CSV, below the names of its columns."""
    yield text_row(*(column.name for column in rows.columns)) + "\n"
    whole = [i for i, column in enumerate(rows.columns) if column.quantity in WHOLE]
    ahead = [i for i in range(len(rows.columns)) if not rows.is_known(len(rows) - 1, i)]
    for first in range(0, len(rows), PART):
        last = min(first + PART, len(rows))
        cells = [[*map(repr, row)] for row in rows.block(first, last).tolist()]
        for row in cells:
            for i in whole:
                row[i] = row[i].removesuffix(".0")
        if last == len(rows):
            cells[-1] = ["" if i in ahead else cell for i, cell in enumerate(cells[-1])]
        yield "".join(f"{','.join(row)}\n" for row in cells)


def json_parts(results: Results) -> Iterator[str]:
    """Yield one JSON object: the experiment, and for each run what came of it.

    ``{"experiment": {...}, "runs": [{"optimizer": "sgd", "verdict": {"kind": "converged", "step":
    97}, "evaluations": {"value": 400, "gradient": 0}, "trajectory": {"x": [[...], ...], "value":
    [...], "gradient": [[...], ...]}}]}``; JSON has no other numbers than finite ones, so the rest
    are the strings "nan", "inf" and "-inf".
    """
    yield f'{{"experiment": {_json(to_dict(results.experiment))}, "runs": ['
    for number, result in enumerate(results.runs):
        yield ", " if number else ""
        yield from _json_run(result)
    yield "]}\n"


def _json_run(result: RunResult) -> Iterator[str]:
    head = _json(
        {
            "optimizer": result.run.optimizer.key,
            "verdict": _verdict(result),
            "evaluations": {
                "value": result.evaluations.value,
                "gradient": result.evaluations.gradient,
            },
        }
    )
    yield f'{head[:-1]}, "trajectory": {{"x": '
    yield from _json_array(result.trajectory.x)
    yield ', "value": '
    yield from _json_array(result.trajectory.value)
    yield ', "gradient": '
    yield from _json_array(result.trajectory.gradient)
    yield "}}"


def _verdict(result: RunResult) -> dict[str, Any] | None:
    verdict = result.verdict
    return None if verdict is None else {"kind": verdict.kind.value, "step": verdict.step}


def _json_array(array: NDArray[np.float64]) -> Iterator[str]:
    yield "["
    for first in range(0, len(array), PART):
        part = array[first : first + PART]
        values = part.tolist() if np.isfinite(part).all() else spelled(part.tolist())
        yield (", " if first else "") + _json(values)[1:-1]
    yield "]"


def spelled(value: Any) -> Any:  # noqa: ANN401 (a list of lists of floats, or one of floats)
    """Return `value` with non-finite floats as strings."""
    if isinstance(value, list):
        return [spelled(item) for item in value]
    return value if isinstance(value, str) or np.isfinite(value) else repr(value)


def _json(value: object) -> str:
    return json.dumps(value, allow_nan=False)
