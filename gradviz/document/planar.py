"""What the map and the surface draw, whatever it is of: a sampled plane, and descents over it.

A function of a few variables gives a `Scene` and `Results`; a network gives the loss over a plane
through its weights, with its runs projected on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from gradviz.core.field import Arrows, Bounds, ContourLine, Curve, Field, Scale
    from gradviz.document.experiment import Experiment
    from gradviz.document.results import RunResult


class Sampled(Protocol):
    """What was sampled, and where."""

    @property
    def subject(self) -> Hashable:
        """What it is of: a view of the same subject stays where the user has moved it."""

    @property
    def bounds(self) -> Bounds:
        """The part of the plane; of a function of one variable only x counts."""

    @property
    def plane(self) -> tuple[int, int]:
        """The coordinates along x and y."""

    @property
    def held(self) -> tuple[float, ...]:
        """A value for every coordinate; those not in `plane` are held at it."""

    @property
    def dimension(self) -> int:
        """How many coordinates there are."""


class Sampling(Protocol):
    """The values of what was sampled, with their levels; None for what it has not."""

    @property
    def request(self) -> Sampled:
        """What was asked for."""

    @property
    def field(self) -> Field | None:
        """Values over the plane."""

    @property
    def curve(self) -> Curve | None:
        """Values along x of a function of one variable."""

    @property
    def scale(self) -> Scale:
        """Of the colours."""

    @property
    def levels(self) -> NDArray[np.float64]:
        """Levels of the contour lines."""

    @property
    def lines(self) -> tuple[ContourLine, ...]:
        """The contour lines."""

    @property
    def arrows(self) -> Arrows | None:
        """Directions of the gradient."""


class Runs(Protocol):
    """What came of the runs of an experiment, in whatever coordinates."""

    @property
    def experiment(self) -> Experiment:
        """What was asked for."""

    @property
    def runs(self) -> tuple[RunResult, ...]:
        """One for each run of the experiment, in its order."""


class Descents(Runs, Protocol):
    """The runs over a sampled plane, in its coordinates."""

    @property
    def text(self) -> str:
        """What is descended, in a line."""

    @property
    def dimension(self) -> int:
        """How many coordinates a point has."""

    @property
    def variables(self) -> tuple[str, ...]:
        """What the coordinates are called."""

    @property
    def start(self) -> tuple[float, ...]:
        """Where all runs start."""

    @property
    def plane(self) -> tuple[int, int]:
        """The coordinates along x and y."""

    def value(self, point: Sequence[float]) -> float:
        """Return what is descended at a point."""
