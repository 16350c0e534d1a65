"""Tokens, brackets and offers: the parts of the editor that know no widget."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.core.formula.functions import FUNCTIONS
from gradviz.ui.editor.brackets import at_cursor
from gradviz.ui.editor.completion import fitting, offers, opens_by_itself, word_before
from gradviz.ui.editor.tokens import assigned_names, tokens


def kinds(line: str, assigned: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    return [(line[t.start : t.end], t.kind) for t in tokens(line, assigned)]


def test_the_parts_of_a_formula() -> None:
    assert kinds("(a - x0)**2 + 1e-3*np.sin(pi) # well", frozenset({"a"})) == [
        ("(", "bracket"),
        ("a", "parameter"),
        ("-", "operator"),
        ("x0", "variable"),
        (")", "bracket"),
        ("**", "operator"),
        ("2", "number"),
        ("+", "operator"),
        ("1e-3", "number"),
        ("*", "operator"),
        ("np", "function"),
        (".", "operator"),
        ("sin", "function"),
        ("(", "bracket"),
        ("pi", "constant"),
        (")", "bracket"),
        ("# well", "comment"),
    ]


@given(st.text(max_size=40))
def test_tokens_never_overlap_and_cover_all_but_space(line: str) -> None:
    found = list(tokens(line))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    covered = {i for t in found for i in range(t.start, t.end)}
    assert all(line[i].isspace() for i in range(len(line)) if i not in covered)


def test_names_that_get_a_value() -> None:
    assert assigned_names("a = 1.0\n  b=2\nx0 == 3\nf(c=1)") == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "position", "places", "matched"),
    [
        ("(x)", 3, (0, 2), True),
        ("(x)", 0, (0, 2), True),
        ("((x)", 1, (0,), False),
        ("((x)", 4, (1, 3), True),
        ("(x]", 3, (0, 2), False),
        ("x)", 2, (1,), False),
        ("(x # )\n)", 8, (0, 7), True),
    ],
)
def test_brackets(text: str, position: int, places: tuple[int, ...], matched: bool) -> None:
    found = at_cursor(text, position)
    assert found is not None
    assert (found.places, found.matched) == (places, matched)


def test_no_bracket_at_the_cursor() -> None:
    assert at_cursor("a(b)c", 0) is None
    assert at_cursor("# (", 3) is None


def test_offers_are_the_function_table_variables_parameters_and_constants() -> None:
    names = {offer.name for offer in offers("a = 1\nx0*a", ("x0", "x1"))}
    assert names == set(FUNCTIONS) | {"x0", "x1", "a", "pi", "e"}


def test_offers_fit_what_is_typed() -> None:
    everything = offers("", ("x0",))
    assert [o.name for o in fitting(everything, "sig")] == ["sigmoid", "sign"]
    assert [o.name for o in fitting(everything, "log")] == ["log10", "log1p", "log2"]


@pytest.mark.parametrize(
    ("before", "opens"),
    [("x0 + si", True), ("s", False), ("log", False), ("np.", True), ("2", False), ("", False)],
)
def test_when_the_list_opens_by_itself(before: str, opens: bool) -> None:
    assert opens_by_itself(before, offers("", ("x0",))) is opens


def test_word_before_the_cursor() -> None:
    assert word_before("2*sig") == "sig"
    assert word_before("sin(") == ""
    assert word_before("x1") == "x1"
