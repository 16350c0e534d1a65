"""Where the surface is looked at from, and what that makes of a point: pure arithmetic."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

DISTANCE: Final = 7.5
"""From the eye to the middle of the box, whose base is 2 wide: a modest perspective."""
FAR_OFF: Final = 60.0
"""The distance straight above the box: there the picture is as flat as the map."""
STEEP: Final = 62.0
"""The elevation in degrees from which the eye moves away."""
DEPTH: Final = 3.2
"""How far the box may reach before and behind its middle."""
LOWEST, HIGHEST = 0.0, 90.0
CLOSEST, FARTHEST = 12.0, 0.3
SIDE, ABOVE = 46.0, 34.0
"""Pixels left free at the sides, and above and below."""
_LEAST: Final = 40.0


@dataclass(frozen=True, slots=True)
class Camera:
    """The eye on a sphere about the box.

    Attributes
    ----------
    azimuth, elevation : float
        In degrees; azimuth -90 looks along y, elevation 90 straight down.
    zoom : float
        How many times as large as what fits.
    pan : tuple of float
        How far the picture is moved to the right and up, in units of the box.
    """

    azimuth: float = -62.0
    elevation: float = 40.0
    zoom: float = 1.0
    pan: tuple[float, float] = (0.0, 0.0)

    def orbited(self, turn: float, rise: float) -> Camera:
        """Return the camera moved about the box by degrees."""
        azimuth = math.remainder(self.azimuth + turn, 360.0)
        elevation = min(max(self.elevation + rise, LOWEST), HIGHEST)
        return replace(self, azimuth=azimuth, elevation=elevation)

    def zoomed(self, factor: float, about: tuple[float, float] = (0.0, 0.0)) -> Camera:
        """Return the camera with everything `factor` times as large.

        Parameters
        ----------
        factor : float
            Above 1 is nearer.
        about : tuple of float
            What stays where it is: to the right and up from the middle of the picture, in units
            of the box as it is seen now.
        """
        zoom = min(max(self.zoom * factor, FARTHEST), CLOSEST)
        shrink = self.zoom / zoom
        right = self.pan[0] - about[0] + about[0] * shrink
        up = self.pan[1] - about[1] + about[1] * shrink
        return replace(self, zoom=zoom, pan=(right, up))

    def panned(self, right: float, up: float) -> Camera:
        """Return the camera with the picture moved, in units of the box as it is seen."""
        reach = 2.5
        x, y = self.pan[0] + right, self.pan[1] + up
        return replace(self, pan=(min(max(x, -reach), reach), min(max(y, -reach), reach)))


RESET: Final = Camera()


@dataclass(frozen=True, slots=True)
class Extent:
    """The sizes of the box: `x` and `y` to either side of its middle, `tall` above its floor."""

    x: float
    y: float
    tall: float


def from_above(width: float, height: float, box: Extent) -> Camera:
    """Return the camera that sees the plane as the map shows it, as large as it fits."""
    fit = fitted(width, height, box)
    room = min((width - 2.0 * SIDE) / box.x, (height - 2.0 * ABOVE) / box.y)
    nearer = FAR_OFF / (FAR_OFF - box.tall / 2.0)
    zoom = max(room, _LEAST) / (2.0 * nearer * fit.unit)
    return Camera(-90.0, 90.0, zoom, (-fit.shift[0] / zoom, -fit.shift[1] / zoom))


@dataclass(frozen=True, slots=True)
class Fit:
    """How a box fills a picture as it is seen first.

    Attributes
    ----------
    unit : float
        Pixels per unit in the middle of the box.
    shift : tuple of float
        How far it is moved to the right and up, in units, so that there is as much room on all
        sides.
    """

    unit: float
    shift: tuple[float, float]


@lru_cache(maxsize=64)
def fitted(width: float, height: float, box: Extent) -> Fit:
    """Return how a box, with room for its numbers, fills a picture."""
    corners = np.array(list(product(*((-half, half) for half in (box.x, box.y, box.tall / 2.0)))))
    turn = _turned(RESET)
    seen = corners @ turn.T
    seen = seen[:, :2] * (DISTANCE / (DISTANCE - seen[:, 2:]))
    low, high = seen.min(axis=0), seen.max(axis=0)
    wide, deep = (high - low).tolist()
    right, up = (-(low + high) / 2.0).tolist()
    across = max(width - 2.0 * SIDE, _LEAST) / wide
    return Fit(min(across, max(height - 2.0 * ABOVE, _LEAST) / deep), (right, up))


class Lens:
    """A camera before a picture of a certain size: from points of the box to pixels.

    Parameters
    ----------
    camera : Camera
        From where.
    width, height : float
        Of the picture, in pixels.
    box : Extent
        What fills the picture; its floor lies at 0.

    Attributes
    ----------
    matrix : ndarray, shape (4, 4)
        From homogeneous points of the box to OpenGL's clip space.
    eye : ndarray, shape (3,)
        Where the camera is.
    unit : float
        Pixels per unit in the middle of the box.
    """

    def __init__(self, camera: Camera, width: float, height: float, box: Extent) -> None:
        self.camera = camera
        self.width, self.height = width, height
        fit = fitted(width, height, box)
        self.unit = fit.unit * camera.zoom
        self._shift = fit.shift[0] / camera.zoom, fit.shift[1] / camera.zoom
        self._turn, self._distance = _turned(camera), _distance(camera.elevation)
        self.eye = np.array([0.0, 0.0, box.tall / 2.0]) + self._turn[2] * self._distance
        view = np.eye(4)
        view[:3, :3] = self._turn
        view[:3, 3] = -self._turn @ self.eye
        self.matrix = self._projection() @ view

    def _projection(self) -> NDArray[np.float64]:
        distance = self._distance
        near, far = distance - DEPTH, distance + DEPTH
        x, y = 2.0 * self.unit / self.width, 2.0 * self.unit / self.height
        right, up = (a + b for a, b in zip(self.camera.pan, self._shift, strict=True))
        return np.array(
            [
                [x * distance, 0.0, -x * right, 0.0],
                [0.0, y * distance, -y * up, 0.0],
                [0.0, 0.0, -(far + near) / (far - near), -2.0 * far * near / (far - near)],
                [0.0, 0.0, -1.0, 0.0],
            ]
        )

    def pixels(self, points: ArrayLike) -> NDArray[np.float64]:
        """Return where points of the box, shape (n, 3), are seen: shape (n, 2), y downwards."""
        given = np.asarray(points, dtype=np.float64).reshape(-1, 3)
        clip = given @ self.matrix[:, :3].T + self.matrix[:, 3]
        seen = clip[:, :2] / clip[:, 3:]
        return (seen * (1.0, -1.0) + 1.0) / 2.0 * (self.width, self.height)

    def towards(self, seen: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the unit direction in the box of one given as it is seen: right, up, nearer."""
        direction: NDArray[np.float64] = self._turn.T @ (seen / np.linalg.norm(seen))
        return direction

    def offset(self, x: float, y: float) -> tuple[float, float]:
        """Return how far a pixel lies from where `Camera.zoomed` counts from, in units."""
        right, up = (x - self.width / 2.0) / self.unit, (self.height / 2.0 - y) / self.unit
        return right - self._shift[0], up - self._shift[1]


def _distance(elevation: float) -> float:
    """Return how far the eye is from the middle of the box."""
    share = max(elevation - STEEP, 0.0) / (HIGHEST - STEEP)
    return DISTANCE * float((FAR_OFF / DISTANCE) ** (share * share * (3.0 - 2.0 * share)))


def _turned(camera: Camera) -> NDArray[np.float64]:
    """Return the unit vectors seen to the right, upwards and towards the eye, as rows."""
    azimuth, elevation = math.radians(camera.azimuth), math.radians(camera.elevation)
    along = np.array([math.cos(azimuth), math.sin(azimuth), 0.0])
    right = np.array([-along[1], along[0], 0.0])
    vertical = np.array([0.0, 0.0, 1.0])
    out = along * math.cos(elevation) + vertical * math.sin(elevation)
    up = vertical * math.cos(elevation) - along * math.sin(elevation)
    return np.stack([right, up, out])
