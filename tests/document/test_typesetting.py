"""Outlines of typeset maths: places of numbers, geometry, and LaTeX that cannot be set."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.catalogue import CATALOGUE
from gradviz.core.differences import Method
from gradviz.core.formula import parse
from gradviz.core.working.stencils import SCHEMES
from gradviz.document.outlines import CURVE, CURVE_DATA, LINE, MOVE, Outline, outline
from gradviz.document.typesetting import TypesettingRequest, evaluate_typesetting


def made(latex: str) -> Outline:
    found = outline(latex)
    assert found is not None, latex
    return found


def test_letters_have_outlines_on_both_sides_of_the_base_line() -> None:
    p = made("p")
    (shape,) = p.shapes
    assert p.slots == ()
    assert set(shape.kinds.tolist()) <= {MOVE, LINE, CURVE, CURVE_DATA}
    assert shape.kinds[0] == MOVE
    assert shape.points.shape == (len(shape.kinds), 2)
    top, bottom = shape.points[:, 1].min(), shape.points[:, 1].max()
    assert 0.3 < -top < 0.6  # the height of a small letter, in units of the size
    assert 0.1 < bottom < 0.4
    assert (p.ascent, p.descent) == pytest.approx((-top, bottom), abs=0.02)
    assert 0.0 <= p.width - shape.points[:, 0].max() < 0.1  # a little room after it


def test_only_the_thread_that_asks_is_asked_whether_it_goes_on() -> None:
    asked: list[bool] = []

    def meanwhile() -> bool:
        if not asked:
            asked.append(True)
            other = threading.Thread(target=outline, args=("u w",))
            other.start()
            other.join()
            assert outline("v s") is not None, "as a more urgent job of the same thread may"
        else:
            asked.append(threading.current_thread() is here)
        return False

    here = threading.current_thread()
    outline("a b c d", meanwhile)
    assert len(asked) > 4
    assert all(asked)


def test_curves_come_in_threes() -> None:
    kinds = made(r"\frac{\partial f}{\partial x_{0}}").shapes[0].kinds.tolist()
    starts = [i for i, kind in enumerate(kinds) if kind == CURVE]
    assert starts
    assert all(kinds[i + 1 : i + 3] == [CURVE_DATA] * 2 for i in starts)
    assert kinds.count(CURVE_DATA) == 2 * len(starts)


def test_a_fraction_has_its_bar() -> None:
    bar, none = made(r"\frac{1}{x}"), made("1 x")
    assert bar.ascent > none.ascent
    assert len(bar.shapes[0].kinds) == len(none.shapes[0].kinds) + 5


def test_numbers_have_their_places_from_left_to_right() -> None:
    line = made(r"\min(\max(#1, {-}#2), #2) + #3 = #4")
    assert [slot.number for slot in line.slots] == [0, 1, 1, 2, 3]
    edges = [edge for slot in line.slots for edge in (slot.left, slot.right)]
    assert edges == sorted(edges)
    assert len(line.shapes) == len(line.slots) + 1
    for before, slot, after in zip(line.shapes, line.slots, line.shapes[1:], strict=False):
        assert before.points[:, 0].max() < slot.left
        if len(after.points):
            assert after.points[:, 0].min() > slot.right


def test_signs_in_front_of_a_place_are_spaced_like_between_terms() -> None:
    alone, between = made("{} - #1").slots[0], made("-#1").slots[0]
    assert alone.left > between.left + 0.1


@pytest.mark.parametrize(
    "latex",
    [
        "",
        r"\frac{",
        "&",
        r"\begin{cases}",
        r"\left(",
        "}{",
        r"\text{한글}",
        "_",
        "^",
        "\\",
        "#",
        "%",
    ],
)
def test_latex_that_cannot_be_set_is_no_error(latex: str) -> None:
    found = outline(latex)
    assert found is None or isinstance(found, Outline)


def test_letters_the_font_does_not_have_are_not_set_as_boxes() -> None:
    assert outline(r"\mathrm{한글}") is None


def test_a_number_that_has_no_place_of_its_own_is_refused() -> None:
    assert outline(r"\phantom{#1}") is None


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="\\{}_^&#12 xfrac()[]$%~-+", max_size=25))
def test_no_text_raises(latex: str) -> None:
    outline(latex)


def test_everything_the_schemes_say_can_be_set() -> None:
    for method in Method:
        made(SCHEMES[method].formula)
        for label in SCHEMES[method].labels:
            made(label)


def test_the_formulas_of_the_catalogue_can_be_set() -> None:
    for entry in CATALOGUE[::3]:
        formula = parse(entry.formula, len(entry.start))
        lines = (formula.latex(), *formula.gradient_latex())
        study = evaluate_typesetting(TypesettingRequest(lines))
        assert study is not None
        assert [line for line in lines if study.outlines[line] is None] == []


def test_nobody_waits_for_what_was_cancelled() -> None:
    line = r"x_{0} + x_{1} + x_{2} + 987654321"
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 5

    assert evaluate_typesetting(TypesettingRequest((line,)), cancelled) is None
    assert len(asked) == 6
    again = evaluate_typesetting(TypesettingRequest((line,)), lambda: False)
    assert again is not None
    assert again.outlines[line] is not None


def test_the_numbers_are_those_of_the_font() -> None:
    one, wide = made("x"), made("x x")
    assert np.isfinite(one.shapes[0].points).all()
    assert wide.width == pytest.approx(2 * one.width, rel=0.2)
