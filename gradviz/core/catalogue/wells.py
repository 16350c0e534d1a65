"""Functions with several minima: where descent ends depends on where it starts."""

from __future__ import annotations

from math import pi, sqrt
from typing import Final

from gradviz.core.bounds import Bounds
from gradviz.core.catalogue.entry import Entry, Family, Known, Minimum
from gradviz.core.catalogue.sources import JAMIL, SURJANOVIC

_STYBLINSKI = (-2.9035340277711770, 2.7468027709908369)
"""Where x**4 - 16*x**2 + 5*x has its minima."""


def _styblinski(x: float, y: float) -> Minimum:
    return Minimum((x, y), sum(z**4 - 16.0 * z**2 + 5.0 * z for z in (x, y)) / 2.0)


def _mirrored(x: float, y: float, value: float) -> tuple[Minimum, Minimum]:
    return Minimum((x, y), value), Minimum((-x, -y), value)


WELLS: Final = (
    Entry(
        key="sines",
        name="Sum of two sines",
        family=Family.WELLS,
        formula="sin(x0) + sin(x1)",
        start=(1.2, 0.9),
        bounds=Bounds(-2 * pi, 2 * pi, -2 * pi, 2 * pi),
        lr=0.3,
        minima=tuple(
            Minimum((x, y), -2.0) for x in (-pi / 2, 3 * pi / 2) for y in (-pi / 2, 3 * pi / 2)
        ),
        note="Hills and hollows in rows: guess the surface from the arrows.",
        source="a classic of calculus courses",
    ),
    Entry(
        key="himmelblau",
        name="Himmelblau",
        family=Family.WELLS,
        formula="(x**2 + y - 11)**2 + (x + y**2 - 7)**2",
        start=(-0.5, -1.0),
        bounds=Bounds(-6.0, 6.0, -6.0, 6.0),
        lr=0.01,
        minima=(
            Minimum((3.0, 2.0), 0.0),
            Minimum((-2.805118086952745, 3.131312518250573), 0.0),
            Minimum((-3.779310253377747, -3.283185991286170), 0.0),
            Minimum((3.584428340330492, -1.848126526964404), 0.0),
        ),
        note="Four minima of the same depth around one hill.",
        source="D. M. Himmelblau, Applied Nonlinear Programming, 1972",
    ),
    Entry(
        key="three-hump",
        name="Three-hump camel",
        family=Family.WELLS,
        formula="2*x**2 - 1.05*x**4 + x**6/6 + x*y + y**2",
        start=(-1.8, -1.0),
        bounds=Bounds(-2.5, 2.5, -2.5, 2.5),
        lr=0.05,
        steps=150,
        minima=(
            Minimum((0.0, 0.0), 0.0),
            *_mirrored(1.7475523, -0.8737761, 0.2986384),
        ),
        note="One global minimum between two local ones.",
        source=SURJANOVIC,
    ),
    Entry(
        key="six-hump",
        name="Six-hump camel",
        family=Family.WELLS,
        formula="(4 - 2.1*x**2 + x**4/3)*x**2 + x*y + (4*y**2 - 4)*y**2",
        start=(-1.4, -0.9),
        bounds=Bounds(-2.2, 2.2, -1.6, 1.6),
        lr=0.02,
        minima=(
            *_mirrored(0.0898420131, -0.7126564030, -1.0316284535),
            *_mirrored(-1.7036067150, 0.7960835697, -0.2154638244),
            *_mirrored(1.6071047529, 0.5686514549, 2.1042503103),
        ),
        note="Six minima in three pairs, the lowest in the middle.",
        source=SURJANOVIC,
    ),
    Entry(
        key="styblinski-tang",
        name="Styblinski and Tang",
        family=Family.WELLS,
        formula="(x**4 - 16*x**2 + 5*x + y**4 - 16*y**2 + 5*y)/2",
        start=(0.2, 4.2),
        bounds=Bounds(-5.0, 5.0, -5.0, 5.0),
        lr=0.01,
        minima=tuple(_styblinski(x, y) for x in _STYBLINSKI for y in _STYBLINSKI),
        note="Four wells of different depth, one in each quarter.",
        source=SURJANOVIC,
    ),
    Entry(
        key="mccormick",
        name="McCormick",
        family=Family.WELLS,
        formula="sin(x + y) + (x - y)**2 - 1.5*x + 2.5*y + 1",
        start=(3.2, -2.0),
        bounds=Bounds(-1.5, 4.0, -3.0, 4.0),
        lr=0.1,
        minima=(
            Minimum((0.5 - pi / 3, -0.5 - pi / 3), -sqrt(3) / 2 - pi / 3),
            Minimum((0.5 + 2 * pi / 3, -0.5 + 2 * pi / 3), 2 * pi / 3 - sqrt(3) / 2),
        ),
        note="A ramp along the diagonal with dents in it.",
        source=SURJANOVIC,
    ),
    Entry(
        key="branin",
        name="Branin",
        family=Family.WELLS,
        formula=("(y - 5.1/(4*pi**2)*x**2 + 5/pi*x - 6)**2\n  + 10*(1 - 1/(8*pi))*cos(x) + 10"),
        start=(4.5, 13.0),
        bounds=Bounds(-5.0, 10.0, 0.0, 15.0),
        lr=0.03,
        steps=200,
        minima=(
            Minimum((-pi, 12.275), 0.397887357729738),
            Minimum((pi, 2.275), 0.397887357729738),
            Minimum((3 * pi, 2.475), 0.397887357729738),
        ),
        note="Three minima of the same depth along one bent valley.",
        source=SURJANOVIC,
    ),
    Entry(
        key="bohachevsky",
        name="Bohachevsky",
        family=Family.WELLS,
        formula="x**2 + 2*y**2 - 0.3*cos(3*pi*x) - 0.4*cos(4*pi*y) + 0.7",
        start=(-1.6, 1.3),
        bounds=Bounds(-2.0, 2.0, -2.0, 2.0),
        lr=0.015,
        minima=(Minimum((0.0, 0.0), 0.0),),
        note="A bowl with ripples: momentum rolls over them.",
        source=SURJANOVIC,
    ),
    Entry(
        key="ackley",
        name="Ackley",
        family=Family.WELLS,
        formula=(
            "-20*exp(-0.2*sqrt((x**2 + y**2)/2))\n  - exp((cos(2*pi*x) + cos(2*pi*y))/2) + e + 20"
        ),
        start=(-2.6, 1.7),
        bounds=Bounds(-5.0, 5.0, -5.0, 5.0),
        lr=0.02,
        minima=(Minimum((0.0, 0.0), 0.0, Known.KINK),),
        note="A funnel full of dents, with a point like a needle at its end.",
        source=SURJANOVIC,
    ),
    Entry(
        key="rastrigin",
        name="Rastrigin",
        family=Family.WELLS,
        formula="20 + x**2 - 10*cos(2*pi*x) + y**2 - 10*cos(2*pi*y)",
        start=(-2.3, 1.6),
        bounds=Bounds(-5.12, 5.12, -5.12, 5.12),
        lr=0.002,
        minima=(Minimum((0.0, 0.0), 0.0),),
        note="A hundred minima in rows, one of them the lowest.",
        source=SURJANOVIC,
    ),
    Entry(
        key="griewank",
        name="Griewank",
        family=Family.WELLS,
        formula="1 + (x**2 + y**2)/4000 - cos(x)*cos(y/sqrt(2))",
        start=(-7.0, 7.5),
        bounds=Bounds(-10.0, 10.0, -10.0, 10.0),
        lr=0.5,
        minima=(Minimum((0.0, 0.0), 0.0),),
        note="Regular dents on a bowl so wide that it hardly shows.",
        source=SURJANOVIC,
    ),
    Entry(
        key="levy-13",
        name="Levy 13",
        family=Family.WELLS,
        formula=(
            "sin(3*pi*x)**2 + (x - 1)**2*(1 + sin(3*pi*y)**2)\n  + (y - 1)**2*(1 + sin(2*pi*y)**2)"
        ),
        start=(-3.0, 4.0),
        bounds=Bounds(-5.0, 7.0, -5.0, 7.0),
        lr=0.003,
        steps=200,
        minima=(Minimum((1.0, 1.0), 0.0),),
        note="Waves across two bowls, finest near the minimum.",
        source=SURJANOVIC,
    ),
    Entry(
        key="easom",
        name="Easom",
        family=Family.WELLS,
        formula="-cos(x)*cos(y)*exp(-((x - pi)**2 + (y - pi)**2))",
        start=(4.3, 2.2),
        bounds=Bounds(-1.0, 7.0, -1.0, 7.0),
        lr=0.2,
        minima=(Minimum((pi, pi), -1.0),),
        note="A single hole in a plain: beside it there is no slope to follow.",
        source=JAMIL,
    ),
)
