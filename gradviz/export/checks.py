"""A gradient check as text: JSON with floats that read back bit for bit, and a table to read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.network.places import place_of
from gradviz.export.tables import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from gradviz.core.network.check import GradientCheck
    from gradviz.core.network.kinks import Kink
    from gradviz.core.network.network import Network

MOST_SAMPLES = 4
"""Samples whose scores are shown in the table."""
MOST_WEIGHTS = 30
"""Weights that are shown in the table; of more, those that differ most."""
COLUMNS = ("weight", "numeric", "backprop", "difference")


@dataclass(frozen=True, eq=False)
class Report:
    """A gradient check with what was checked.

    Attributes
    ----------
    name : str
        What the network is called.
    network : Network
        What was checked.
    scores : ndarray, shape (b, m)
        What it makes of the samples.
    loss : float
        The loss of that.
    found : GradientCheck
        What came of it.
    """

    name: str
    network: Network
    scores: NDArray[np.float64]
    loss: float
    found: GradientCheck


def json_parts(report: Report) -> Iterator[str]:
    """Yield one JSON object.

    ``{"scores": [...], "loss": ..., "numeric": [...], "backprop": [...], "largest_difference":
    ...}``: scores sample by sample, gradients layer by layer and row by row, all in one list each;
    numbers that are not finite are the strings "nan", "inf" and "-inf".
    """
    found = report.found
    plain = {
        "scores": spelled(report.scores.ravel().tolist()),
        "loss": spelled(report.loss),
        "numeric": spelled(found.numeric.tolist()),
        "backprop": spelled(found.backprop.tolist()),
        "largest_difference": spelled(found.largest_difference),
    }
    yield json.dumps(plain, allow_nan=False) + "\n"


def table(report: Report) -> Iterator[str]:
    """Yield a heading, scores and loss, a row for each weight, and what is worst."""
    network, found = report.network, report.found
    sizes = "-".join(map(str, network.sizes))
    many = "s" if len(report.scores) > 1 else ""
    yield f"{report.name} ({sizes}), {len(report.scores)} sample{many}, "
    yield f"{network.size} weights, {found.method.value} gradient, h = {found.h!r}\n\n"
    yield from _scores(report)
    yield f"loss    {report.loss!r}\n\n"
    yield from _weights(report)
    spent = found.evaluations
    yield f"\nlargest difference {found.largest_difference:.3g} at {found.worst.name}\n"
    if found.kink is not None:
        yield f"{_kink(found.kink)}\n"
    yield f"{spent.value} evaluations of the loss against {spent.gradient} backward pass\n"


def _scores(report: Report) -> Iterator[str]:
    for number, row in enumerate(report.scores[:MOST_SAMPLES].tolist()):
        yield ("        " if number else "scores  ") + "  ".join(f"{s:.9g}" for s in row) + "\n"
    if len(report.scores) > MOST_SAMPLES:
        yield "        ...\n"


def _weights(report: Report) -> Iterator[str]:
    found = report.found
    differences = found.differences
    shown = np.arange(len(differences))
    if len(shown) > MOST_WEIGHTS:
        yield f"the {MOST_WEIGHTS} weights that differ most:\n"
        worst_first = np.argsort(-np.where(np.isnan(differences), np.inf, differences))
        shown = worst_first[:MOST_WEIGHTS]
    rows = [COLUMNS]
    for index in shown.tolist():
        numbers = (f"{found.numeric[index]:.9g}", f"{found.backprop[index]:.9g}")
        rows.append((place_of(report.network, index).name, *numbers, f"{differences[index]:.3g}"))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip() + "\n"


def _kink(kink: Kink) -> str:
    more = f", and {kink.count - 1} more" if kink.count > 1 else ""
    return (
        f"a kink within h: the input of ReLU {kink.unit} after layer {(kink.layer + 1) // 2} "
        f"goes from {kink.low:.3g} to {kink.high:.3g} for sample {kink.sample}{more}"
    )
