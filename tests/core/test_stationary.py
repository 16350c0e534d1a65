"""Stationary points against published ones, closed forms and sympy."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.catalogue import CATALOGUE
from gradviz.core.catalogue.entry import Entry, Known
from gradviz.core.formula import parse
from gradviz.core.objective import FormulaObjective
from gradviz.core.stationary import (
    MOST_FLAT,
    MOST_POINTS,
    StationaryKind,
    StationaryPoint,
    StationaryPoints,
    stationary_points,
)

MINIMUM, SADDLE, MAXIMUM, FLAT = StationaryKind


def search(text: str, *ranges: tuple[float, float]) -> StationaryPoints:
    objective = FormulaObjective(parse(text, len(ranges)))
    low, high = zip(*ranges, strict=True)
    found = stationary_points(objective, low, high)
    assert found is not None
    return found


def square(half: float, dimension: int = 2) -> list[tuple[float, float]]:
    return [(-half, half)] * dimension


def places(found: StationaryPoints, kind: StationaryKind) -> list[tuple[float, ...]]:
    return [point.x for point in found.points if point.kind is kind]


def nearest(found: StationaryPoints, x: tuple[float, ...]) -> StationaryPoint:
    return min(found.points, key=lambda point: math.dist(point.x, x))


def test_himmelblau() -> None:
    found = search("(x0**2 + x1 - 11)**2 + (x0 + x1**2 - 7)**2", *square(6.0))
    assert Counter(point.kind for point in found.points) == {MINIMUM: 4, SADDLE: 4, MAXIMUM: 1}
    published = [
        (3.0, 2.0),
        (-2.805118, 3.131312),
        (-3.779310, -3.283186),
        (3.584428, -1.848126),
    ]
    for x in published:
        point = nearest(found, x)
        assert point.x == pytest.approx(x, abs=1e-6)
        assert (point.kind, point.value) == (MINIMUM, pytest.approx(0.0, abs=1e-20))
    (top,) = places(found, MAXIMUM)
    assert top == pytest.approx((-0.270845, -0.923039), abs=1e-6)
    assert nearest(found, top).value == pytest.approx(181.617, abs=1e-3)
    assert (3.0, 2.0) in places(found, MINIMUM)  # to the last digit
    assert found.complete


def test_six_hump_camel() -> None:
    text = "(4 - 2.1*x0**2 + x0**4/3)*x0**2 + x0*x1 + (-4 + 4*x1**2)*x1**2"
    found = search(text, (-2.0, 2.0), (-1.2, 1.2))
    assert len(places(found, MINIMUM)) == 6
    lowest = [point for point in found.points if point.kind is MINIMUM][:2]
    for point in lowest:
        assert point.value == pytest.approx(-1.031628453, abs=1e-9)
        assert tuple(map(abs, point.x)) == pytest.approx((0.0898, 0.7126), abs=1e-4)


def test_rosenbrock() -> None:
    found = search("(1 - x0)**2 + 100*(x1 - x0**2)**2", (-2.0, 2.0), (-1.0, 3.0))
    (point,) = found.points
    assert (point.x, point.kind, point.value) == ((1.0, 1.0), MINIMUM, 0.0)
    assert point.eigenvalues[1] == pytest.approx(1001.6, abs=0.01)


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.key)
def test_catalogue(entry: Entry) -> None:
    bounds = entry.bounds
    half = max(abs(v) for v in (bounds.x_min, bounds.x_max, bounds.y_min, bounds.y_max))
    dimension = entry.dimension
    ranges = [(bounds.x_min, bounds.x_max), (bounds.y_min, bounds.y_max)]
    ranges = (ranges + square(half, 8))[:dimension]
    found = search(entry.formula, *ranges)
    for minimum in entry.minima:
        if minimum.known is Known.KINK:
            assert all(math.dist(point.x, minimum.x) > 1e-3 for point in found.points)
            continue
        point = nearest(found, minimum.x)
        if minimum.known is Known.STRICT:
            assert point.x == pytest.approx(minimum.x, abs=1e-6)
            assert point.kind is MINIMUM
        else:
            assert point.kind is FLAT
        assert point.value == pytest.approx(minimum.value, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("x0**4", FLAT),
        ("x0**3", FLAT),
        ("(x0 - 1/3)**6", FLAT),
        ("x0**4 - 4*x0**3 + 6*x0**2 - 4*x0 + 1", FLAT),
        ("-x0**2", MAXIMUM),
        ("x0**3 - 3*x0*x1**2", FLAT),
        ("x0**4 + x1**2", FLAT),
        ("x0**4 - x1**2", FLAT),
        ("x0**2 - x1**2 + x2**4", SADDLE),
        ("x0**2 + 1e-9*x1**2", MINIMUM),
        ("1e-200*(x0**2 + x1**2)", MINIMUM),
        ("1e200*(x0**2 - x1**2)", SADDLE),
        ("x0**2 + x0*x1 + x1**2 + x2**2 + 3*x3**2 - x4 + x4**2", MINIMUM),
    ],
)
def test_single_points(text: str, kind: StationaryKind) -> None:
    found = search(text, *square(3.0, parse(text).dimension))
    assert [point.kind for point in found.points] == [kind]
    assert found.complete


@pytest.mark.parametrize(
    "text",
    [
        "abs(x0) + abs(x1)",
        "sqrt(x0**2 + x1**2)",
        "maximum(abs(x0), abs(x1))",
        "x0 + 2*x1",
        "exp(x0)",
        "1/x0",
        "log(x0 - 99)",
        "sqrt(-1 - x0**2)",
        "log(-x0**2) + x1",
        "maximum(x0, 0)**2 + x1",
    ],
)
def test_no_points(text: str) -> None:
    assert search(text, *square(3.0, parse(text).dimension)) == StationaryPoints((), complete=True)


def test_a_domain_with_an_edge() -> None:
    found = search("x0*log(x0) + (x1 - 1)**2", *square(3.0))
    (point,) = found.points
    assert point.x == pytest.approx((1.0 / math.e, 1.0))
    assert point.kind is MINIMUM


@pytest.mark.parametrize(
    "text",
    ["(x0 + x1)**2", "3 + 0*x0 + 0*x1", "(x0**2 + x1**2 - 1)**2", "maximum(0, x0**2 - x1)**2"],
)
def test_valleys_and_plateaus_are_a_few_flat_points(text: str) -> None:
    found = search(text, *square(3.0))
    flat = places(found, FLAT)
    assert len(flat) == MOST_FLAT
    assert not found.complete
    assert np.ptp(np.array(flat), axis=0).min() > 1.5  # they span the valley


@settings(max_examples=30, deadline=None)
@given(
    low=st.floats(-3.0, -1.0),
    width=st.floats(5.0, 30.0),
    a=st.integers(-9, 9),
    b=st.integers(1, 99),
)
def test_round_numbers_are_found_to_the_last_digit(
    low: float, width: float, a: int, b: int
) -> None:
    x, y = a / 10, b / 100
    text = f"(x0 - ({x}))**2 + 10*(x1 - {y} - (x0 - ({x}))**2)**2"
    found = search(text, (low, low + width), (low / 2, width))
    (point,) = found.points
    assert (point.x, point.value) == ((x, y), 0.0)


def test_points_outside_are_not_found() -> None:
    assert search("(x0 - 4)**2 + x1**2", *square(3.0)).points == ()


def test_points_on_the_edge_are_found() -> None:
    assert places(search("(x0 - 3)**2 + x1**2", *square(3.0)), MINIMUM) == [(3.0, 0.0)]


def test_lowest_minima_come_first() -> None:
    found = search("20 + x0**2 - 10*cos(2*pi*x0) + x1**2 - 10*cos(2*pi*x1)", *square(5.12))
    kinds = Counter(point.kind for point in found.points)
    assert kinds[MINIMUM] == 121
    assert kinds[MAXIMUM] == 100
    assert found.points[0].x == (0.0, 0.0)
    values = [point.value for point in found.points if point.kind is MINIMUM]
    assert values == sorted(values)


def test_too_many_points_are_cut() -> None:
    found = search("sin(9*x0)*sin(9*x1)", *square(5.0))
    assert len(found.points) == MOST_POINTS
    assert not found.complete


@pytest.mark.parametrize("dimension", [3, 5, 10])
def test_many_variables(dimension: int) -> None:
    found = search("sum((x - 0.5)**2) + 0.1*prod(x)", *square(2.0, dimension))
    minima = places(found, MINIMUM)
    assert minima
    root = float(np.real(_diagonal_root(dimension)))
    assert any(x == pytest.approx((root,) * dimension, abs=1e-9) for x in minima)


def _diagonal_root(dimension: int) -> complex:
    """Return where 2*(t - 0.5) + 0.1*t**(n - 1) vanishes, near 0.5."""
    t = sympy.Symbol("t")
    return complex(sympy.nsolve(2 * (t - 0.5) + 0.1 * t ** (dimension - 1), t, 0.5))


def test_points_of_a_polynomial_are_those_of_sympy() -> None:
    text = "x0**3/3 - x0 + x1**3/3 - 4*x1 + x0*x1/2"
    x0, x1 = sympy.symbols("x0 x1")
    expression = sympy.sympify(text)
    equations = [sympy.diff(expression, v) for v in (x0, x1)]
    roots = sympy.Poly(sympy.resultant(*equations, x1), x0).nroots(n=30)
    expected = sorted((float(r), float(2 * (1 - r**2))) for r in roots if abs(sympy.im(r)) < 1e-20)
    found = search(text, *square(4.0))
    inside = [x for x in expected if max(map(abs, x)) <= 4.0]
    np.testing.assert_allclose(sorted(p.x for p in found.points), inside, atol=1e-10)


@settings(max_examples=40, deadline=None)
@given(
    dimension=st.integers(1, 5),
    data=st.data(),
)
def test_quadratics(dimension: int, data: st.DataObject) -> None:
    """The one stationary point solves A*x = b, its kind is the signature of A."""
    seed = data.draw(st.integers(0, 2**32 - 1))
    rng = np.random.Generator(np.random.PCG64(seed))
    basis, _ = np.linalg.qr(rng.normal(size=(dimension, dimension)))
    sizes = 10.0 ** rng.uniform(-3.0, 3.0, dimension)
    eigenvalues = np.sort(sizes * rng.choice([-1.0, 1.0], dimension))
    matrix = basis @ np.diag(eigenvalues) @ basis.T
    centre = rng.uniform(-1.0, 1.0, dimension)
    shifted = [f"(x{i} - {float(c)!r})".replace("- -", "+ ") for i, c in enumerate(centre)]
    terms = [
        f"({float(matrix[i, j])!r})*{shifted[i]}*{shifted[j]}/2"
        for i in range(dimension)
        for j in range(dimension)
    ]
    found = search(" + ".join(terms), *square(2.0, dimension))
    (point,) = found.points
    assert point.x == pytest.approx(tuple(centre), abs=1e-6)
    np.testing.assert_allclose(point.eigenvalues, eigenvalues, rtol=1e-6, atol=1e-9)
    expected = MINIMUM if eigenvalues[0] > 0.0 else MAXIMUM if eigenvalues[-1] < 0.0 else SADDLE
    assert point.kind is expected


def test_the_same_every_time() -> None:
    text, ranges = "sum(x**4 - 16*x**2 + 5*x)", square(5.0, 4)
    assert search(text, *ranges) == search(text, *ranges)


def test_it_can_be_cancelled() -> None:
    objective = FormulaObjective(parse("sin(x0)*sin(x1)"))
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 1

    assert stationary_points(objective, (-9.0, -9.0), (9.0, 9.0), cancelled) is None
    assert len(asked) == 2


@pytest.mark.parametrize("size", [1e-12, 1e150])
def test_boxes_of_any_size(size: float) -> None:
    found = search("x0**2 + x1**2 + x0*x1", *square(size))
    assert [(point.x, point.kind) for point in found.points] == [((0.0, 0.0), MINIMUM)]


def test_huge_numbers_overflow_quietly() -> None:
    found = search("exp(exp(x0**2 + 100)) + x1**2", *square(1e150))
    assert found.points == ()
