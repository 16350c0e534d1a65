"""Small pictures of the catalogue's functions, all of them at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.core.catalogue import CATALOGUE
from gradviz.core.differences import Method
from gradviz.document.scene import SceneRequest, evaluate_scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.catalogue import Entry
    from gradviz.document.scene import Scene


@dataclass(frozen=True, slots=True)
class ThumbnailsRequest:
    """How finely to sample: rows and columns."""

    shape: tuple[int, int] = (62, 100)


@dataclass(frozen=True, slots=True, eq=False)
class Thumbnails:
    """A small scene of each function, by its key."""

    scenes: dict[str, Scene]


def evaluate_thumbnails(
    request: ThumbnailsRequest, cancelled: Callable[[], bool] | None = None
) -> Thumbnails | None:
    """Sample every function of the catalogue; None when cancelled."""
    scenes: dict[str, Scene] = {}
    for entry in CATALOGUE:
        scene = evaluate_scene(_scene_request(entry, request.shape), cancelled)
        if scene is None:
            return None
        scenes[entry.key] = scene
    return Thumbnails(scenes)


def _scene_request(entry: Entry, shape: tuple[int, int]) -> SceneRequest:
    rows, columns = shape
    bounds = entry.bounds.filling(columns / rows) if entry.dimension > 1 else entry.bounds
    return SceneRequest(
        formula=entry.formula,
        method=Method.EXACT,
        h=1e-4,
        bounds=bounds,
        held=entry.start,
        shape=shape,
        arrow_shape=(2, 2),
    )
