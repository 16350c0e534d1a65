"""Planes through the final weights of a network, on which its loss can be looked at.

Either along the two main directions of a run, those in which the weights it went through spread
most (principal components), or along two random ones, each neuron's part scaled to the length of
the neuron's own weights, so that the picture does not depend on how large those are.

References
----------
H. Li, Z. Xu, G. Taylor, C. Studer and T. Goldstein, "Visualizing the Loss Landscape of Neural
Nets", NeurIPS 2018: filter normalisation in section 4, principal components in section 7.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.coded_error import CodedError
from gradviz.core.norms import norms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.network.network import Network

MOST_SNAPSHOTS: Final = 128
"""Weights of a run that its main directions are found from, evenly spread over more."""
_PARALLEL: Final = 1e-9


class PlaneKind(StrEnum):
    """What spans a plane."""

    MAIN = "main"
    RANDOM = "random"


class PlaneCode(StrEnum):
    """Why there is no plane."""

    ONE_WEIGHT = "one-weight"
    NOT_FINITE = "not-finite"
    ONE_LINE = "one-line"


class PlaneError(CodedError):
    """There is no such plane."""

    sentences = {  # noqa: RUF012 - a ClassVar by its base
        PlaneCode.ONE_WEIGHT: "A plane needs two weights; this network has {found}.",
        PlaneCode.NOT_FINITE: "There is no plane through the final weights: they are not finite.",
        PlaneCode.ONE_LINE: "The random directions of this network lie on one line; the main "
        "directions of a run span a plane.",
    }


@dataclass(frozen=True, eq=False)
class Plane:
    """A plane through a point of the space of weights.

    Attributes
    ----------
    kind : PlaneKind
        What spans it.
    origin : ndarray, shape (w,)
        The final weights; its coordinates are (0, 0).
    directions : ndarray, shape (2, w)
        What it is spanned by. Main directions are orthonormal; random ones are as long as the
        weights and not quite at a right angle.
    explained : tuple of float or None
        The share of the variance of the run's weights along each main direction, 0 to 1.
    """

    kind: PlaneKind
    origin: NDArray[np.float64]
    directions: NDArray[np.float64]
    explained: tuple[float, float] | None

    def point(self, a: float, b: float) -> NDArray[np.float64]:
        """Return the weights, shape (w,), at coordinates (a, b)."""
        made: NDArray[np.float64] = self.origin + b * self.directions[1] + a * self.directions[0]
        return made

    def coordinates(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the coordinates, shape (k, 2), of what in the plane is nearest to points (k, w).

        Not finite where the points are not.
        """
        with np.errstate(all="ignore"):
            return np.asarray((points - self.origin) @ self._inverse)

    def distances(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return how far points, shape (k, w), are from the plane, shape (k,)."""
        with np.errstate(all="ignore"):
            away = points - self.origin
            return norms(away - away @ self._inverse @ self.directions)

    @cached_property
    def _inverse(self) -> NDArray[np.float64]:
        return np.asarray(np.linalg.pinv(self.directions), dtype=np.float64)


def main_plane(snapshots: NDArray[np.float64], seed: int = 0) -> Plane:
    """Return the plane through the last weights of a run along its two main directions.

    Parameters
    ----------
    snapshots : ndarray, shape (k, w)
        Weights that the run went through, the final ones last. Those that are not finite are left
        out, and of more than `MOST_SNAPSHOTS` as many, evenly spread.
    seed : int
        Where a run spreads along one direction or none, others at a right angle are drawn from
        ``Generator(PCG64(seed))``.

    Raises
    ------
    PlaneError
        If there is one weight only, or the last ones are not finite.
    """
    origin = _checked_origin(snapshots[-1])
    finite = snapshots[np.isfinite(snapshots).all(axis=1)]
    places = np.linspace(0, len(finite) - 1, min(len(finite), MOST_SNAPSHOTS)).round()
    directions, explained = _main_directions(finite[places.astype(np.intp)])
    return Plane(PlaneKind.MAIN, origin, _filled_up(directions, seed), explained)


def random_plane(network: Network, weights: NDArray[np.float64], seed: int) -> Plane:
    """Return the plane through `weights`, shape (w,), along two filter-normalised directions.

    Normal numbers are drawn from ``Generator(PCG64(seed))``, one direction after the other. Each
    column of a matrix, the weights of one neuron, is scaled to the length of that column of
    `weights`; along biases nothing moves, as in the figures of the paper.

    Raises
    ------
    PlaneError
        If there is one weight only, they are not finite, or the two directions lie on one line:
        there are too few weights, or they are 0.
    """
    origin = _checked_origin(weights)
    generator = np.random.Generator(np.random.PCG64(seed))
    directions = generator.standard_normal((2, network.size))
    for direction in directions:
        _normalise(network, direction, origin)
    lengths = norms(directions)
    if not lengths.all():
        raise PlaneError(PlaneCode.ONE_LINE)
    one, other = directions / lengths[:, None]
    if 1.0 - abs(float(one @ other)) < _PARALLEL:
        raise PlaneError(PlaneCode.ONE_LINE)
    return Plane(PlaneKind.RANDOM, origin, directions, None)


def _checked_origin(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    if len(weights) < 2:  # noqa: PLR2004 - a plane has two directions
        raise PlaneError(PlaneCode.ONE_WEIGHT, found=len(weights))
    if not np.isfinite(weights).all():
        raise PlaneError(PlaneCode.NOT_FINITE)
    return weights.copy()


def _main_directions(
    points: NDArray[np.float64],
) -> tuple[NDArray[np.float64], tuple[float, float]]:
    """Return up to two orthonormal directions of points (k, w), and the variance along each."""
    # scaled first, so that nothing overflows when it is squared
    scaled = points / (float(np.abs(points).max()) or 1.0)
    _, spreads, found = np.linalg.svd(scaled - scaled.mean(axis=0), full_matrices=False)
    rank = int((spreads > spreads[0] * max(points.shape) * np.finfo(np.float64).eps).sum())
    shares = spreads**2 / (float((spreads**2).sum()) or 1.0)
    shown = found[: min(rank, 2)]
    # a direction and its opposite are as good: the one whose largest part is positive
    largest = np.take_along_axis(shown, np.abs(shown).argmax(axis=1)[:, None], axis=1)
    explained = [*shares[: len(shown)].tolist(), 0.0, 0.0]
    return shown * np.sign(largest), (explained[0], explained[1])


def _filled_up(directions: NDArray[np.float64], seed: int) -> NDArray[np.float64]:
    """Return two orthonormal directions, the last ones drawn where fewer are given."""
    generator = np.random.Generator(np.random.PCG64(seed))
    while len(directions) < 2:  # noqa: PLR2004 - a plane has two directions
        drawn: NDArray[np.float64] = generator.standard_normal(len(directions.T))
        for _ in range(2):  # once more, for what rounding left
            drawn = drawn - (directions @ drawn) @ directions
            drawn = drawn / float(np.linalg.norm(drawn))
        directions = np.vstack([directions, drawn])
    return directions


def _normalise(
    network: Network, direction: NDArray[np.float64], weights: NDArray[np.float64]
) -> None:
    """Scale each column of `direction` to the length it has in `weights`; biases become 0."""
    for drawn, own in zip(network.views(direction), network.views(weights), strict=True):
        for part, like in zip(drawn, own, strict=True):
            part[:] = part * (norms(like.T) / norms(part.T)) if part.ndim > 1 else 0.0
