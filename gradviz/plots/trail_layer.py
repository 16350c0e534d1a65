"""The runs on the map: their trails, prepared once for each view of them, and the steps on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gradviz.plots.press import REACH, PickedStep
from gradviz.plots.series import goes_on
from gradviz.plots.trails import LONGEST, Track, TrailPaths, trail_paths

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.document.planar import Descents
    from gradviz.document.results import RunResult
    from gradviz.plots.axes import Projection
    from gradviz.plots.themes import Theme


@dataclass(frozen=True, slots=True)
class Sight:
    """How the runs are seen.

    Attributes
    ----------
    projection : Projection
        From data to pixels.
    plane : tuple of int
        The coordinates along x and y; one alone where the ordinate is the value of f.
    """

    projection: Projection
    plane: tuple[int, ...]

    def coordinates(self, result: RunResult) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return where a run is along both axes, step by step."""
        trajectory = result.trajectory
        if len(self.plane) == 1:
            return trajectory.x[:, self.plane[0]], trajectory.value
        first, second = self.plane
        return trajectory.x[:, first], trajectory.x[:, second]


class TrailLayer:
    """Keeps the pixels of all runs while they grow."""

    def __init__(self) -> None:
        self._results: Descents | None = None
        self._sight: Sight | None = None
        self._tracks: list[Track] = []
        self._paths: tuple[tuple[object, ...], list[TrailPaths]] | None = None

    @property
    def results(self) -> Descents | None:
        """The runs that are drawn."""
        return self._results

    @results.setter
    def results(self, results: Descents | None) -> None:
        if not goes_on(self._results, results):
            self._tracks = []
        self._results = results
        self._paths = None

    def paths(self, sight: Sight, cursor: int, selected: int, theme: Theme) -> list[TrailPaths]:
        """Return what is to be painted of the visible runs at a step, the selected one last."""
        key = (sight, cursor, selected, theme)
        if self._paths is None or self._paths[0] != key:
            self._paths = (key, self._prepared(sight, cursor, selected, theme))
        return self._paths[1]

    def nearest(self, sight: Sight, at: tuple[float, float], selected: int) -> PickedStep | None:
        """Return the step that is seen nearest to a pixel, of the selected run if that is as near.

        None beyond `REACH`.
        """
        best, least = None, REACH
        for index, _ in reversed(self._visible(selected)):
            track = self._track(sight, index)
            away = np.abs(track.points[:, 0] - at[0])
            near = np.flatnonzero(away <= REACH)
            distance = np.hypot(away[near], track.points[near, 1] - at[1])
            distance = np.where(sight.projection.box.holds(track.points[near]), distance, np.inf)
            if len(near) and distance.min() < least:
                place = near[int(np.argmin(distance))]
                least = float(distance.min())
                x, y = track.points[place].tolist()
                best = PickedStep(index, int(track.steps[place]), x, y)
        return best

    def _visible(self, selected: int) -> list[tuple[int, RunResult]]:
        """Return the visible runs with their indices, the selected one last."""
        runs = self._results.runs if self._results is not None else ()
        order = sorted(range(len(runs)), key=lambda index: index == selected)
        return [(index, runs[index]) for index in order if runs[index].run.visible]

    def _track(self, sight: Sight, index: int) -> Track:
        """Return the pixels of a run, up to its newest step."""
        if self._results is None:
            raise LookupError("There are no runs.")
        if sight != self._sight or not self._tracks:
            self._sight = sight
            self._tracks = [Track(sight.projection) for _ in self._results.runs]
        track = self._tracks[index]
        track.grow(*sight.coordinates(self._results.runs[index]))
        return track

    def _prepared(self, sight: Sight, cursor: int, selected: int, theme: Theme) -> list[TrailPaths]:
        seen = self._visible(selected)
        longest = LONGEST / max(len(seen), 1)
        found = []
        for index, result in seen:
            track = self._track(sight, index)
            x, y = sight.coordinates(result)
            at = min(max(cursor, 0), len(x) - 1)
            here = (float(x[at]), float(y[at]))
            found.append(trail_paths(track, theme.run(result.run.style), at, here, longest))
        return found
