"""Rules as text: read, refused in sentences, and written as they are read."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.clipping import ClipKind, Clipping
from gradviz.core.optimizers import OPTIMIZERS, SGD, Adam, Convention, Momentum
from gradviz.core.rules import Rule, RuleError, parse_rule, rule_text
from gradviz.core.schedules import CONSTANT, SCHEDULES, Cosine, InverseTime, StepDecay, WarmUp


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sgd", Rule(SGD())),
        ("adam:lr=0.2,beta1=0.8", Rule(Adam(lr=0.2, beta1=0.8))),
        ("sgd:schedule=constant", Rule(SGD(), CONSTANT)),
        ("sgd:schedule=warmup,warmup=3", Rule(SGD(), WarmUp(warmup=3))),
        (
            "adam:lr=0.3,schedule=cosine,over=200,floor=0.1,clip=norm:1",
            Rule(Adam(lr=0.3), Cosine(over=200, floor=0.1), Clipping(limit=1.0)),
        ),
        (
            " Momentum : clip = value:0.5 , every=5, schedule=Step , momentum=0.5",
            Rule(
                Momentum(momentum=0.5), StepDecay(every=5), Clipping(kind=ClipKind.VALUE, limit=0.5)
            ),
        ),
    ],
)
def test_rules_are_read_from_text(text: str, expected: Rule) -> None:
    assert parse_rule(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no optimizer ''"),
        ("sgd:", "name=value"),
        ("sgd:lr=1,lr=2", "twice"),
        ("sgd:over=3", "It has lr, convention, schedule, clip and lr@step."),
        (
            "sgd:schedule=cosine,every=2",
            "schedule, clip and lr@step; the schedule cosine has over, floor, warmup.",
        ),
        ("sgd:schedule=linear", "There is no schedule 'linear'"),
        ("sgd:schedule=cosine,over=2.5", "over must be a whole number"),
        ("sgd:schedule=inverse,rate=-1", "rate must be between"),
        ("sgd:clip=1", "norm:1 or value:1"),
        ("sgd:clip=norm:0", "limit must be between"),
        ("sgd:lr=0", "lr must be between"),
    ],
)
def test_text_that_is_no_rule_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(RuleError, match=words) as caught:
        parse_rule(text)
    assert str(caught.value).endswith(".")


def test_no_name_means_two_things() -> None:
    """Settings of optimizer and schedule stand side by side in a rule's text."""
    for optimizer in OPTIMIZERS.values():
        own = {item.name for item in dataclasses.fields(optimizer)} | {"schedule", "clip"}
        for schedule in SCHEDULES.values():
            assert not own & {item.name for item in dataclasses.fields(schedule)}


def rules() -> st.SearchStrategy[Rule]:
    lr = st.floats(1e-300, 1e300)
    optimizers = st.sampled_from(list(OPTIMIZERS.values())).flatmap(
        lambda cls: st.builds(cls, lr=lr, convention=st.sampled_from(Convention))
    )
    warmup = st.integers(0, 5)
    schedules = st.one_of(
        st.sampled_from([cls() for cls in SCHEDULES.values()]),
        st.builds(WarmUp, warmup=warmup),
        st.builds(Cosine, over=st.integers(1, 10**9), floor=st.floats(0, 1), warmup=warmup),
        st.builds(StepDecay, gamma=st.floats(0, 1), warmup=warmup),
        st.builds(InverseTime, rate=st.floats(0, 1e300)),
    )
    clips = st.builds(Clipping, kind=st.sampled_from(ClipKind), limit=lr)
    return st.builds(Rule, optimizers, schedules, st.none() | clips)


@settings(max_examples=100, deadline=None)
@given(rules())
def test_rules_are_written_as_they_are_read(rule: Rule) -> None:
    assert parse_rule(rule_text(rule)) == rule


def test_what_is_usual_is_not_said() -> None:
    assert rule_text(Rule(SGD())) == "sgd:lr=0.1,convention=book"
    found = rule_text(Rule(Adam(beta2=0.9), Cosine(), Clipping(limit=2.0)))
    assert found == ("adam:lr=0.3,convention=book,beta2=0.9,schedule=cosine,over=100,clip=norm:2.0")


def test_rates_that_change_on_the_way_are_read_and_written() -> None:
    text = "sgd:lr=0.1,convention=book,schedule=exponential,gamma=0.5,lr@40=0.01,lr@7=0.2"
    rule = parse_rule(text)
    assert list(rule.schedule.rates(0.1, range(6, 9))) == [0.1 * 0.5**6, 0.2 * 0.5**7, 0.2 * 0.5**8]
    written = rule_text(rule)
    assert written.endswith("gamma=0.5,lr@7=0.2,lr@40=0.01")
    assert parse_rule(written) == rule


@pytest.mark.parametrize("wrong", ["lr@=0.1", "lr@x=1", "lr@3=-1", "lr@3=nan", "lr@-2=1", "lr@3=x"])
def test_a_rate_that_cannot_change_so_is_refused(wrong: str) -> None:
    with pytest.raises(RuleError, match="lr@"):
        parse_rule(f"sgd:{wrong}")
