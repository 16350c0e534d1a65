"""Functions whose minimum lies in a long valley or on flat ground."""

from __future__ import annotations

from math import sqrt
from typing import Final

from gradviz.core.bounds import Bounds
from gradviz.core.catalogue.entry import Entry, Family, Known, Minimum
from gradviz.core.catalogue.sources import SURJANOVIC

VALLEYS: Final = (
    Entry(
        key="rosenbrock",
        name="Rosenbrock valley",
        family=Family.VALLEY,
        formula="(a - x0)**2 + b*(x1 - x0**2)**2\na = 1.0\nb = 100.0",
        start=(-1.5, 2.0),
        bounds=Bounds(-2.0, 2.0, -1.0, 3.0),
        lr=0.001,
        steps=400,
        minima=(Minimum((1.0, 1.0), 0.0),),
        note="A curved valley, quick to find and slow to follow.",
        source="H. H. Rosenbrock, The Computer Journal 3, 1960",
    ),
    Entry(
        key="beale",
        name="Beale",
        family=Family.VALLEY,
        formula=("(1.5 - x + x*y)**2\n  + (2.25 - x + x*y**2)**2\n  + (2.625 - x + x*y**3)**2"),
        start=(0.5, -1.5),
        bounds=Bounds(-4.5, 4.5, -4.5, 4.5),
        lr=0.01,
        steps=400,
        minima=(Minimum((3.0, 0.5), 0.0),),
        note="A flat valley between four steep corners.",
        source=SURJANOVIC,
    ),
    Entry(
        key="dixon-price",
        name="Dixon and Price",
        family=Family.VALLEY,
        formula="(x0 - 1)**2 + 2*(2*x1**2 - x0)**2",
        start=(4.0, 2.5),
        bounds=Bounds(-5.0, 5.0, -5.0, 5.0),
        lr=0.005,
        steps=400,
        minima=(
            Minimum((1.0, sqrt(0.5)), 0.0),
            Minimum((1.0, -sqrt(0.5)), 0.0),
        ),
        note="A valley bent like a parabola, with a minimum in each arm.",
        source=SURJANOVIC,
    ),
    Entry(
        key="goldstein-price",
        name="Goldstein and Price",
        family=Family.VALLEY,
        formula=(
            "(1 + (x + y + 1)**2*(19 - 14*x + 3*x**2 - 14*y + 6*x*y + 3*y**2)) * (\n"
            "  30 + (2*x - 3*y)**2*(18 - 32*x + 12*x**2 + 48*y - 36*x*y + 27*y**2))"
        ),
        start=(-0.5, 0.5),
        bounds=Bounds(-2.0, 2.0, -2.0, 2.0),
        lr=0.00002,
        steps=400,
        minima=(
            Minimum((0.0, -1.0), 3.0),
            Minimum((-0.6, -0.4), 30.0),
            Minimum((1.8, 0.2), 84.0),
            Minimum((1.2, 0.8), 840.0),
        ),
        note="Six powers of ten within one picture: made for a logarithmic scale.",
        source=SURJANOVIC,
    ),
    Entry(
        key="plateau",
        name="Plateau",
        family=Family.VALLEY,
        formula="1 - exp(-(x0**2 + x1**2)/2)",
        start=(-2.6, 1.6),
        bounds=Bounds(-5.0, 5.0, -5.0, 5.0),
        lr=0.5,
        steps=200,
        minima=(Minimum((0.0, 0.0), 0.0),),
        note="Far out the ground is level, and descent hardly moves.",
        source="a Gaussian well",
    ),
    Entry(
        key="flat-bottomed",
        name="Flat-bottomed valley",
        family=Family.VALLEY,
        formula="maximum(0, x1**2 - 1)**2 + x0**2/5",
        start=(-4.0, 1.9),
        bounds=Bounds(-5.0, 5.0, -3.0, 3.0),
        lr=0.05,
        steps=400,
        minima=(Minimum((0.0, 0.0), 0.0, Known.FLAT),),
        note="Between its walls only one direction still leads down.",
        source="made for this catalogue",
    ),
)
