"""Functions of one variable."""

from __future__ import annotations

from typing import Final

from gradviz.core.bounds import Bounds
from gradviz.core.catalogue.entry import Entry, Family, Minimum
from gradviz.core.catalogue.roots import cubic_roots
from gradviz.core.catalogue.sources import SAITO

_LEFT, _, _RIGHT = cubic_roots(4.0, 0.0, -8.0, 1.0)
"""Where the derivative of x**4 - 4*x**2 + x vanishes."""


def _quartic(x: float) -> Minimum:
    return Minimum((x,), x**4 - 4.0 * x**2 + x)


ONE_VARIABLE: Final = (
    Entry(
        key="book",
        name="The book's parabola",
        family=Family.ONE_VARIABLE,
        formula="0.01*x**2 + 0.1*x",
        start=(15.0,),
        bounds=Bounds(-20.0, 20.0, -1.0, 1.0),
        lr=10.0,
        minima=(Minimum((-5.0,), -0.25),),
        note="The function whose derivatives at 5 and 10 are worked out by differences.",
        source=SAITO,
    ),
    Entry(
        key="two-minima",
        name="A local and a global minimum",
        family=Family.ONE_VARIABLE,
        formula="x**4 - 4*x**2 + x",
        start=(2.2,),
        bounds=Bounds(-2.5, 2.5, -1.0, 1.0),
        lr=0.01,
        minima=(_quartic(_LEFT), _quartic(_RIGHT)),
        note="From the right, descent stops at the higher of the two.",
        source="a quartic",
    ),
    Entry(
        key="long-plateau",
        name="A long plateau",
        family=Family.ONE_VARIABLE,
        formula="1 - exp(-x**2/2)",
        start=(3.5,),
        bounds=Bounds(-5.0, 5.0, -1.0, 1.0),
        lr=0.5,
        steps=400,
        minima=(Minimum((0.0,), 0.0),),
        note="The slope at the start is a hundredth of what it is half way down.",
        source="a Gaussian well",
    ),
    Entry(
        key="gramacy-lee",
        name="Gramacy and Lee",
        family=Family.ONE_VARIABLE,
        formula="sin(10*pi*x)/(2*x) + (x - 1)**4",
        start=(2.4,),
        bounds=Bounds(0.4, 2.6, -1.0, 1.0),
        lr=0.002,
        steps=200,
        minima=(Minimum((0.548563444114526,), -0.869011134989500),),
        note="Many minima, each lower than the one before it from the right.",
        source="R. B. Gramacy and H. K. H. Lee, Statistics and Computing 22, 2012",
    ),
)
