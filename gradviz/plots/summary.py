"""A picture in words, for who cannot see it: what it shows, when, and the numbers in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication

from gradviz.core.stationary import StationaryKind
from gradviz.document.run_names import run_names
from gradviz.plots.legend import written
from gradviz.plots.numerals import readout
from gradviz.plots.picture import point_moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gradviz.document.landmarks import Landmarks
    from gradviz.document.planar import Descents, Sampled
    from gradviz.plots.frames import Row
    from gradviz.plots.picture import LegendEntry, Picture

MOST_RUNS: Final = 8
"""Runs whose values are told; the others are counted."""
MOST_POINTS: Final = 3
"""Stationary points of a kind that are told."""
_END: Final = ".!?:。"


@runtime_checkable
class Detailed(Protocol):
    """A picture that has more to tell than its heading and its legend."""

    def details(self) -> Sequence[str]:
        """Return the most important of its numbers, in words."""


def summary(picture: Picture, known: str = "") -> str:
    """Return what a picture shows, in a few sentences; computed when asked for.

    Such as "f = x0**2 + x1**2, at step 22. SGD: 0.00136. SGD at (−0.022, 0.03). Minimum at (0, 0):
    0."

    Parameters
    ----------
    picture : Picture
        The picture.
    known : str, optional
        What is said already: no sentence in it is said again.
    """
    head = ", ".join(words for words in (picture.heading(), picture.moment()) if words)
    details = picture.details() if isinstance(picture, Detailed) else ()
    told = (head, picture.problem(), legend_words(picture.legend()), *details)
    return " ".join(_sentence(words) for words in told if words and words not in known)


def _sentence(words: str) -> str:
    return words if words.endswith(tuple(_END)) else words + "."


def legend_words(entries: Sequence[LegendEntry]) -> str:
    """Return names and values of runs."""
    words = [f"{name}: {written(value)}" for _, name, value in entries[:MOST_RUNS]]
    if len(entries) > MOST_RUNS:
        more = QCoreApplication.translate("Summary", "and {0} more")
        words.append(more.format(len(entries) - MOST_RUNS))
    return "; ".join(words)


def place_details(results: Descents | None, selected: int, cursor: int) -> Iterator[str]:
    """Yield where the selected run is."""
    if results is not None and selected < len(results.runs):
        run = results.runs[selected]
        step = min(cursor, len(run.trajectory) - 1)
        if step >= 0:
            name = run_names(r.run for r in results.runs)[selected]
            yield f"{name} {point_moment(run.trajectory.x[step].tolist())}"


def landmark_details(landmarks: Landmarks | None, request: Sampled) -> Iterator[str]:
    """Yield the stationary points of what is shown, the lowest minima first."""
    if landmarks is None or landmarks.request.dimension != request.dimension:
        return
    for kind, name in _kinds().items():
        found = [point for point in landmarks.points if point.kind is kind]
        for point in found[:MOST_POINTS]:
            yield f"{name} {point_moment(point.x)}: {readout(point.value)}"
        if len(found) > MOST_POINTS:
            more = QCoreApplication.translate("Summary", "and {0} more")
            yield more.format(len(found) - MOST_POINTS)


def _kinds() -> dict[StationaryKind, str]:
    translate = QCoreApplication.translate
    return {
        StationaryKind.MINIMUM: translate("Summary", "Minimum"),
        StationaryKind.SADDLE: translate("Summary", "Saddle point"),
        StationaryKind.MAXIMUM: translate("Summary", "Maximum"),
        StationaryKind.FLAT: translate("Summary", "Flat point"),
    }


def row_details(rows: Iterable[Row]) -> str:
    """Return the rows of a readout as one sentence."""
    return "; ".join(f"{row.name}: {row.value}" if row.value else row.name for row in rows)
