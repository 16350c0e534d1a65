"""What is drawn of a surface, and how high."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from gradviz.plots.surface_ground import FLOOR_GAP

BARE_GAP: Final = 0.04
"""How far the surface hovers above an empty floor."""


@dataclass(frozen=True, slots=True)
class SurfaceOptions:
    """What is drawn, and how high.

    Attributes
    ----------
    exaggeration : float
        Height of the surface as a share of half its width.
    log : bool or None
        Whether heights are logarithmic; None for as the colours are.
    mesh : bool
        Whether lines at round numbers are drawn on the surface.
    floor : bool
        Whether contour lines lie on the floor.
    """

    exaggeration: float = 1.0
    log: bool | None = None
    mesh: bool = True
    floor: bool = True

    @property
    def gap(self) -> float:
        """How far above the floor the surface begins."""
        return FLOOR_GAP if self.floor else BARE_GAP

    @property
    def tall(self) -> float:
        """Where the surface ends."""
        return self.gap + self.exaggeration
