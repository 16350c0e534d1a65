"""Functions with one minimum and nothing to get lost in."""

from __future__ import annotations

from typing import Final

from gradviz.core.bounds import Bounds
from gradviz.core.catalogue.entry import Entry, Family, Known, Minimum
from gradviz.core.catalogue.sources import SAITO, SURJANOVIC

BOWLS: Final = (
    Entry(
        key="sphere",
        name="Round bowl",
        family=Family.BOWL,
        formula="x0**2 + x1**2",
        start=(-3.0, 4.0),
        bounds=Bounds(-5.0, 5.0, -5.0, 5.0),
        lr=0.1,
        minima=(Minimum((0.0, 0.0), 0.0),),
        note="The first function of every book: the gradient points straight away from the middle.",
        source=SAITO,
    ),
    Entry(
        key="elliptic",
        name="Elliptic bowl",
        family=Family.BOWL,
        formula="x0**2/20 + x1**2",
        start=(-7.0, 2.0),
        bounds=Bounds(-10.0, 10.0, -10.0, 10.0),
        lr=0.95,
        minima=(Minimum((0.0, 0.0), 0.0),),
        note="Twenty times as steep one way as the other: plain descent zigzags.",
        source=SAITO,
    ),
    Entry(
        key="booth",
        name="Booth",
        family=Family.BOWL,
        formula="(x + 2*y - 7)**2 + (2*x + y - 5)**2",
        start=(-6.0, -6.0),
        bounds=Bounds(-10.0, 10.0, -10.0, 10.0),
        lr=0.05,
        minima=(Minimum((1.0, 3.0), 0.0),),
        note="A tilted bowl, nine times as steep across as along.",
        source=SURJANOVIC,
    ),
    Entry(
        key="matyas",
        name="Matyas",
        family=Family.BOWL,
        formula="0.26*(x**2 + y**2) - 0.48*x*y",
        start=(-8.0, 3.0),
        bounds=Bounds(-10.0, 10.0, -10.0, 10.0),
        lr=1.5,
        steps=200,
        minima=(Minimum((0.0, 0.0), 0.0),),
        note="A bowl stretched along the diagonal, with a condition number of 25.",
        source=SURJANOVIC,
    ),
    Entry(
        key="absolute",
        name="Sum of absolute values",
        family=Family.BOWL,
        formula="abs(x0) + abs(x1)",
        start=(-3.0, 1.7),
        bounds=Bounds(-5.0, 5.0, -5.0, 5.0),
        lr=0.1,
        minima=(Minimum((0.0, 0.0), 0.0, Known.KINK),),
        note="The slope never grows small: with a fixed learning rate descent ends up hopping.",
        source="the 1-norm",
    ),
    Entry(
        key="chain",
        name="Bowl of four variables",
        family=Family.BOWL,
        formula="x0**2 + 2*x1**2 + 3*x2**2 + 4*x3**2 + x0*x3",
        start=(-3.0, 2.0, 1.5, -2.5),
        bounds=Bounds(-4.0, 4.0, -4.0, 4.0),
        lr=0.1,
        minima=(Minimum((0.0, 0.0, 0.0, 0.0), 0.0),),
        note="More than two variables: choose which two to look at.",
        source="a quadratic form",
    ),
)
