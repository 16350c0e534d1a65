"""Every code of the core has words."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from gradviz.core.differences import Method
from gradviz.core.formula import FormulaError, parse
from gradviz.core.optimizers import Convention
from gradviz.core.verdict import Verdict, VerdictKind
from gradviz.ui import wording


@pytest.mark.parametrize("kind", list(VerdictKind))
def test_verdicts(kind: VerdictKind) -> None:
    verdict = SimpleNamespace(kind=kind, step=17)
    assert 0 < len(wording.verdict_chip(verdict)) <= 24
    assert "17" in wording.verdict_sentence(verdict)


def test_a_run_without_steps_descends_no_more() -> None:
    verdict = Verdict(VerdictKind.STILL_DESCENDING, 0)
    assert wording.verdict_chip(verdict) == "No step taken"
    assert wording.verdict_sentence(verdict) == "The run has 0 steps: it stays at the start."


@pytest.mark.parametrize("method", list(Method))
def test_methods(method: Method) -> None:
    assert wording.method_label(method)
    assert wording.method_tip(method)


@pytest.mark.parametrize("convention", list(Convention))
def test_conventions(convention: Convention) -> None:
    assert wording.convention_label(convention)
    assert wording.convention_tip(convention)


@pytest.mark.parametrize("text", ["", "2x0", "x0^2", "sinn(x0)", "(x0", "x0 + 'a'", "`x0`", "{x0}"])
def test_mistakes_are_worded_without_marks_of_code(text: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    sentence = wording.formula_sentence(caught.value)
    assert sentence.strip()
    assert "{" not in sentence.replace("“{”", "").replace("{x0}", "")
