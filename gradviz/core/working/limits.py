r"""The lines of noise and clipping: from the derivative to the gradient the optimizer gets."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from gradviz.core.clipping import ClipKind
from gradviz.core.working.equations import Equation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.core.clipping import Clipping

NORM = r"\|\nabla f\|"


def limit_equations(
    clip: Clipping,
    gradient: Sequence[float],
    used: Sequence[float],
    indices: Sequence[str],
    norm: float,
) -> tuple[Equation, ...]:
    """Return how `gradient` became `used`.

    Parameters
    ----------
    clip : Clipping
        What limits it.
    gradient, used : sequence of n floats
        Before and after.
    indices : sequence of n str
        Of the coordinates, for the names of the lines.
    norm : float
        The length of the whole gradient, which may have more coordinates.
    """
    names = [f"g_{{{index}}}" for index in indices]
    if clip.kind is ClipKind.VALUE:
        right = r"\min(\max(#1, {-}#2), #2)"
        return tuple(
            Equation(name, right, (g, clip.limit), u)
            for name, g, u in zip(names, gradient, used, strict=True)
        )
    if math.isinf(norm):  # shortened in two steps, or to nothing
        return tuple(Equation(name, "", (), u) for name, u in zip(names, used, strict=True))
    lines = (
        Equation(name, r"#1 / #2 \cdot #3", (g, norm, clip.limit), u)
        for name, g, u in zip(names, gradient, used, strict=True)
    )
    return (Equation(NORM, "", (), norm), *lines)
