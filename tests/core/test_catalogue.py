"""Every function of the catalogue: its minima are minima, its start and view show something."""

from __future__ import annotations

import math

import numpy as np
import pytest
import sympy

from gradviz.core.catalogue import CATALOGUE, Entry, Family, Known, Minimum, found
from gradviz.core.formula import Formula, parse
from gradviz.core.objective import FormulaObjective
from gradviz.core.optimizers import SGD
from gradviz.core.verdict import VerdictKind
from gradviz.document.edits import with_entry
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run

ENTRIES = pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.key)
MINIMA = pytest.mark.parametrize(
    ("entry", "minimum"),
    [(entry, minimum) for entry in CATALOGUE for minimum in entry.minima],
    ids=lambda value: value.key if isinstance(value, Entry) else None,
)


def formula_of(entry: Entry) -> Formula:
    return parse(entry.formula, entry.dimension)


def oracle(entry: Entry) -> tuple[sympy.Expr, tuple[sympy.Symbol, ...]]:
    """Read the formula with sympy, its parameters put in."""
    lines = entry.formula.split("\n")
    names = {p.name: sympy.Float(p.value) for p in formula_of(entry).parameters}
    text = " ".join(line for line in lines if not any(line.startswith(f"{n} =") for n in names))
    text = text.replace("abs(", "Abs(").replace("maximum(", "Max(")
    symbols = tuple(sympy.Symbol(name, real=True) for name in formula_of(entry).variables)
    known = {str(s): s for s in symbols} | names | {"e": sympy.E}
    return sympy.sympify(text, locals=known), symbols


def test_there_are_many_under_names_of_their_own() -> None:
    assert len(CATALOGUE) >= 24
    assert len({entry.key for entry in CATALOGUE}) == len(CATALOGUE)
    assert len({entry.name for entry in CATALOGUE}) == len(CATALOGUE)
    assert {entry.family for entry in CATALOGUE} == set(Family)


@ENTRIES
def test_it_can_be_read_and_shown(entry: Entry) -> None:
    formula = formula_of(entry)
    assert formula.dimension == entry.dimension
    assert entry.note.endswith(".")
    assert entry.source
    shown = entry.start if entry.dimension > 1 else (*entry.start, 0.0)
    assert entry.bounds.contains(shown[0], shown[1])
    value, gradient = FormulaObjective(formula).value(entry.start), formula.compiled().gradient
    assert math.isfinite(value)
    assert any(gradient(*entry.start, *(p.value for p in formula.parameters)))


@MINIMA
def test_a_known_minimum_has_its_value(entry: Entry, minimum: Minimum) -> None:
    expression, symbols = oracle(entry)
    there = {s: sympy.Float(c, 30) for s, c in zip(symbols, minimum.x, strict=True)}
    published = max(1e-9, 1e-6 * abs(minimum.value))
    assert float(expression.subs(there)) == pytest.approx(minimum.value, abs=published)
    ours = FormulaObjective(formula_of(entry)).value(minimum.x)
    assert ours == pytest.approx(float(expression.subs(there)), abs=1e-12, rel=1e-12)


@MINIMA
def test_a_known_minimum_is_of_its_class(entry: Entry, minimum: Minimum) -> None:
    expression, symbols = oracle(entry)
    there = {s: sympy.Float(c, 30) for s, c in zip(symbols, minimum.x, strict=True)}
    if minimum.known is Known.KINK:
        beside = _around(minimum.x, 1e-3)
        objective = FormulaObjective(formula_of(entry))
        assert all(objective.value(point) > minimum.value for point in beside)
        return
    slopes = [float(expression.diff(s).subs(there)) for s in symbols]
    hessian = sympy.hessian(expression, symbols).subs(there)
    curvatures = np.linalg.eigvalsh(np.array(hessian.evalf(), dtype=float))
    steepest = float(np.abs(curvatures).max())
    assert max(map(abs, slopes)) < 1e-6 * steepest + 1e-9
    if minimum.known is Known.FLAT:
        assert abs(curvatures[0]) < 1e-9 * steepest
    else:
        assert curvatures[0] > 1e-6 * steepest


@MINIMA
def test_nothing_near_a_known_minimum_is_lower(entry: Entry, minimum: Minimum) -> None:
    objective = FormulaObjective(formula_of(entry))
    for distance in (1e-4, 1e-2):
        lowest = min(objective.value(point) for point in _around(minimum.x, distance))
        assert lowest >= minimum.value - 1e-6 * max(1.0, abs(minimum.value))


@ENTRIES
def test_descent_comes_along_from_the_start(entry: Entry) -> None:
    opened = with_entry(Experiment(runs=(Run(optimizer=SGD(lr=1e6)),)), entry)
    (result,) = evaluate(opened).runs
    assert opened.runs[0].optimizer.lr == entry.lr
    assert result.verdict is not None
    assert result.verdict.kind in {
        VerdictKind.CONVERGED,
        VerdictKind.STILL_DESCENDING,
        VerdictKind.OSCILLATING,
        VerdictKind.LEFT_THE_VIEW,
    }
    values = result.trajectory.value
    assert values[-1] < values[0]


def test_functions_are_found_by_any_word_of_them() -> None:
    assert [entry.key for entry in found("camel six")] == ["six-hump"]
    assert [entry.key for entry in found("ROSEN")] == ["rosenbrock"]
    assert {entry.key for entry in found("one-variable")} >= {"book", "gramacy-lee"}
    assert found("") == CATALOGUE
    assert found("no such function") == ()


def _around(x: tuple[float, ...], distance: float) -> list[tuple[float, ...]]:
    directions = np.random.Generator(np.random.PCG64(1)).standard_normal((24, len(x)))
    units = directions / np.linalg.norm(directions, axis=1)[:, None]
    return [tuple(point) for point in np.asarray(x) + distance * units]
