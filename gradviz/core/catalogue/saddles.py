"""Functions that are level somewhere without having a minimum there."""

from __future__ import annotations

from typing import Final

from gradviz.core.bounds import Bounds
from gradviz.core.catalogue.entry import Entry, Family, Minimum
from gradviz.core.catalogue.roots import cubic_roots

_LEFT, _, _RIGHT = cubic_roots(4.0, 0.0, -4.0, 0.3)
"""Where the derivative of (x**2 - 1)**2 + 0.3*x vanishes."""


def _unequal(x: float) -> Minimum:
    return Minimum((x, 0.0), (x * x - 1.0) ** 2 + 0.3 * x)


SADDLES: Final = (
    Entry(
        key="saddle",
        name="Saddle",
        family=Family.SADDLE,
        formula="x0**2 - x1**2",
        start=(-2.0, 0.001),
        bounds=Bounds(-3.0, 3.0, -3.0, 3.0),
        lr=0.1,
        steps=44,
        note="Down one way and up the other: descent comes close, waits, and leaves.",
        source="a hyperbolic paraboloid",
    ),
    Entry(
        key="monkey",
        name="Monkey saddle",
        family=Family.SADDLE,
        formula="x0**3 - 3*x0*x1**2",
        start=(1.3, 0.05),
        bounds=Bounds(-1.5, 1.5, -1.5, 1.5),
        lr=0.05,
        steps=18,
        note="Three ways down, and no curvature at all where they meet.",
        source="D. Hilbert and S. Cohn-Vossen, Anschauliche Geometrie, 1932",
    ),
    Entry(
        key="two-wells",
        name="Two unequal wells",
        family=Family.SADDLE,
        formula="(x0**2 - 1)**2 + 0.3*x0 + x1**2",
        start=(1.6, 1.2),
        bounds=Bounds(-2.0, 2.0, -2.0, 2.0),
        lr=0.03,
        steps=200,
        minima=(_unequal(_LEFT), _unequal(_RIGHT)),
        note="A deep well, a shallow one and a saddle between: a ball with momentum may cross it.",
        source="made for this catalogue",
    ),
)
