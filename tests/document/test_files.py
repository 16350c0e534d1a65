"""Experiment files: everything comes back, and what is written can be read by people."""

from __future__ import annotations

import json
import math
from dataclasses import MISSING, fields, replace
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.bounds import Bounds
from gradviz.core.clipping import ClipKind, Clipping
from gradviz.core.differences import Method
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.optimizers import OPTIMIZERS, SGD, Adam
from gradviz.core.scales import Scale, Spacing
from gradviz.core.schedules import SCHEDULES, Cosine
from gradviz.document.display import ArrowLength, ColourMap, Display, LossAxis, View
from gradviz.document.document import Document
from gradviz.document.experiment import MAX_RUNS, Experiment, Run
from gradviz.document.files import MOST_BYTES, FileError, from_text, read, to_text, write
from gradviz.document.kinds import turned
from gradviz.document.network_task import KEYS, OWN, NetworkTask, OwnTable, task_of

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import DataclassInstance

TABLE = OwnTable("flowers.csv", 'a,b,class\r\n1,2,"경, 사"\n3,4,other\n\n')
OWN_TASK = NetworkTask(problem=OWN, sizes=(2, 2), table=TABLE)
RUN = {
    "optimizer": Adam(lr=1e-300, beta1=0.25),
    "schedule": Cosine(over=7, floor=0.5, warmup=2),
    "clip": Clipping(kind=ClipKind.VALUE, limit=3.0),
    "lr_changes": ((3, 0.5), (10, 1e300)),
    "name": "빠른 것 “2”\n\\",
    "style": 7,
    "visible": False,
}
TASK = {
    "problem": "moons",
    "sizes": (2, 5, 2),
    "activation": Activation.SIGMOID,
    "loss": Loss.SQUARED,
    "has_bias": False,
    "initialiser": Initialiser.XAVIER,
    "weights": tuple(math.sin(i) for i in range(20)),
    "batch": 3,
    "epochs": 5,
    "test_share": 0.5,
    "is_standardised": True,
    "noise": 0.25,
    "count": 50,
}
EXPERIMENT = {
    "formula": "a = 1\nb = 2\nx0**2 + a*x1*x2 + b",
    "parameters": (("b", 2.5), ("a", -1e-17)),
    "ranges": (("a", -1.0, 1e-5),),
    "start": (0.1, -0.0, 3.0),
    "method": Method.FIVE_POINT,
    "h": 1e-50,
    "steps": 7,
    "tolerance": 1e-8,
    "noise": 0.125,
    "seed": 2**63 - 1,
    "runs": (Run(**RUN), Run(optimizer=SGD(lr=1 / 3))),
    "view": Bounds(-1e150, 0.1, -2.0, 5.0),
    "plane": (2, 0),
    "network": task_of("xor"),
}
DISPLAY = {
    "scale": Scale.LOG,
    "spacing": Spacing.LOG,
    "level_count": 20,
    "colour_map": ColourMap.MAGMA,
    "arrows_across": 21,
    "arrow_length": ArrowLength.LOG,
    "arrow_colours": True,
    "crosshair": False,
    "loss_axis": LossAxis.PATH_LENGTH,
}
DOCUMENT = {
    "experiment": Experiment(**EXPERIMENT),
    "other": Experiment(),
    "typed": "x0**2 +\n",
    "display": Display(**DISPLAY),
    "view": View.LANDSCAPE,
    "step": 3,
    "selected": 1,
    "note": "# Note\n\n*one* line\r\n",
}


def _again(document: Document) -> Document:
    return from_text(to_text(document))


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Run, RUN),
        (NetworkTask, TASK | {"table": TABLE}),
        (Experiment, EXPERIMENT),
        (Display, DISPLAY),
        (Document, DOCUMENT),
    ],
)
def test_no_field_is_forgotten_here(kind: type[DataclassInstance], values: dict[str, Any]) -> None:
    """Whoever adds a field must say here what else than its default the file brings back."""
    assert {item.name for item in fields(kind)} == set(values)
    for item in fields(kind):
        default = (
            item.default_factory()
            if item.default is MISSING and item.default_factory is not MISSING
            else item.default
        )
        assert values[item.name] != default, item.name


def test_everything_that_can_be_chosen_comes_back() -> None:
    document = Document(**DOCUMENT)
    assert _again(document) == document
    task = NetworkTask(**TASK)
    trained = replace(document, experiment=replace(document.experiment, network=task))
    assert _again(trained) == trained
    assert math.copysign(1.0, _again(document).experiment.start[1]) == -1.0


def test_data_of_one_s_own_come_back_as_they_were() -> None:
    document = Document(experiment=Experiment(network=OWN_TASK), view=View.DATA)
    assert _again(document) == document
    assert '        "3,4,other",\n' in to_text(document)


@pytest.mark.parametrize("key", KEYS)
def test_each_problem_comes_back(key: str) -> None:
    document = Document(experiment=Experiment(network=task_of(key)))
    assert _again(document) == document


def _hyperparameters(kind: type[Any]) -> st.SearchStrategy[Any]:
    hints, made = get_type_hints(kind), {}
    for item in fields(kind):
        rule = item.metadata.get("rule")
        if rule is None:
            made[item.name] = st.sampled_from(hints[item.name])
        elif rule.whole:
            made[item.name] = st.integers(rule.low, rule.high)
        else:
            made[item.name] = st.floats(rule.low, rule.high)
    return st.builds(kind, **made)


FLOATS = st.floats(allow_nan=False, allow_infinity=False)
RUNS = st.builds(
    Run,
    optimizer=st.one_of(map(_hyperparameters, OPTIMIZERS.values())),
    schedule=st.one_of(map(_hyperparameters, SCHEDULES.values())),
    clip=st.none() | _hyperparameters(Clipping),
    lr_changes=st.dictionaries(st.integers(0, 10**6), st.floats(0, 1e300), max_size=3).map(
        lambda changes: tuple(changes.items())
    ),
    name=st.text(max_size=20),
    style=st.integers(0, 9999),
    visible=st.booleans(),
)
LIMITS = st.tuples(st.floats(-1e150, 1e150), st.floats(-1e150, 1e150)).filter(
    lambda pair: pair[0] != pair[1]
)
VIEWS = st.tuples(LIMITS, LIMITS).map(lambda pairs: Bounds(*sorted(pairs[0]), *sorted(pairs[1])))
TASKS = st.builds(
    lambda key, **changes: replace(task_of(key), **changes),
    st.sampled_from(["spiral", "moons", "xor"]),
    has_bias=st.booleans(),
    activation=st.sampled_from(Activation),
    initialiser=st.sampled_from(Initialiser),
    batch=st.none() | st.integers(1, 3),
    epochs=st.integers(0, 9),
    test_share=st.floats(0, 0.25),
    noise=st.none() | st.floats(0, 1),
    count=st.none() | st.integers(20, 60),
)
EXPERIMENTS = st.builds(
    Experiment,
    formula=st.sampled_from(["a = 1\nx**2 + a*y", "a=2\nnp.sum(a*x**2)  # 경사"]),
    parameters=st.just(()) | FLOATS.map(lambda value: (("a", value),)),
    ranges=st.just(()) | LIMITS.map(lambda pair: (("a", *sorted(pair)),)),
    start=st.tuples(FLOATS, FLOATS),
    method=st.sampled_from(Method),
    h=st.floats(1e-300, 1e300),
    steps=st.integers(0, 1000),
    tolerance=st.none() | st.floats(1e-300, 1e300),
    noise=st.floats(0, 1e300),
    seed=st.integers(0, 2**63 - 1),
    runs=st.lists(RUNS, min_size=1, max_size=3).map(tuple),
    view=st.none() | VIEWS,
)
DISPLAYS = st.builds(
    Display,
    **{name: st.sampled_from([kept, getattr(Display(), name)]) for name, kept in DISPLAY.items()},
)
DOCUMENTS = st.builds(
    Document,
    experiment=EXPERIMENTS,
    other=st.none() | st.builds(replace, EXPERIMENTS, network=TASKS),
    typed=st.none() | st.text(max_size=30),
    display=DISPLAYS,
    view=st.sampled_from(View),
    step=st.none() | st.integers(0, 10**8),
    selected=st.integers(0, 10),
    note=st.text(max_size=100),
)


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS)
def test_whatever_is_chosen_comes_back(document: Document) -> None:
    text = to_text(document)
    assert from_text(text) == document
    assert to_text(from_text(text)) == text
    assert text.startswith('{"gradviz": 1,\n')
    json.loads(text)


def test_the_file_is_read_by_people_and_compared_by_line() -> None:
    experiment = Experiment(start=(1.0, 2.0, 3.0), formula="sum(x**2)")
    first = to_text(Document(experiment=experiment)).splitlines()
    second = to_text(Document(experiment=replace(experiment, h=0.5, seed=3))).splitlines()
    changed = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
    assert changed == [
        ('    "h": 0.0001,', '    "h": 0.5,'),
        ('    "seed": 0,', '    "seed": 3,'),
    ]
    assert first[0] == '{"gradviz": 1,'
    assert '    "start": [1.0, 2.0, 3.0],' in first
    assert first[-1] == "}"
    assert all(line.startswith(" ") for line in first[1:-1])


def test_long_lists_take_eight_numbers_a_line() -> None:
    text = to_text(Document(experiment=Experiment(start=(0.5,) * 50, formula="sum(x**2)")))
    assert text.count("0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5") == 6
    assert "0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5" not in text


def test_nothing_but_the_version_is_needed() -> None:
    assert from_text('{"gradviz": 1}') == Document()
    text = '{"gradviz": 1, "experiment": {"network": {"problem": "digits", "epochs": 3}}}'
    assert from_text(text).experiment.network == replace(task_of("digits"), epochs=3)
    assert from_text('{"gradviz": 1, "experiment": {"runs": [{}]}}') == Document()


def test_whole_numbers_may_stand_for_others() -> None:
    text = '{"gradviz": 1, "experiment": {"h": 1, "start": [3, 10000000000000000000000000]}}'
    assert from_text(text).experiment.start == (3.0, 1e25)


def test_a_formula_that_cannot_be_read_is_what_is_typed() -> None:
    text = '{"gradviz": 1, "experiment": {"formula": "sinn(x0", "parameters": {"a": 1}}}'
    document = from_text(text)
    assert document.typed == "sinn(x0"
    assert document.experiment == Experiment(formula="sum(x**2)")
    text = '{"gradviz": 1, "typed": "2 +", "experiment": {"formula": "3 +"}}'
    assert from_text(text).typed == "2 +"


def test_what_does_not_go_together_is_brought_together() -> None:
    trained = turned(Experiment(), None)
    document = Document(experiment=trained, other=trained, view=View.SURFACE, selected=5)
    assert (document.other, document.view, document.selected) == (None, View.DATA, 0)


def test_a_file_is_written_and_read(tmp_path: Path) -> None:
    path, document = tmp_path / "경사.gradviz", Document(note="\ufeff")
    write(path, document)
    assert path.read_bytes().startswith(b'{"gradviz": 1,\n')
    assert b"\r" not in path.read_bytes()
    assert read(path) == document
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read(path) == document


def test_as_many_runs_as_there_can_be_come_back() -> None:
    run = Run(**(RUN | {"lr_changes": tuple((i, 0.5) for i in range(50))}))
    experiment = Experiment(steps=1, runs=(run,) * MAX_RUNS)
    document = Document(experiment=experiment, other=replace(experiment, network=task_of("xor")))
    assert _again(document) == document


def test_half_characters_do_not_keep_one_from_saving() -> None:
    document = Document(note="a \ud83d\ude00 b \ud800")
    assert _again(document).note == "a 😀 b \ufffd"


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    table = OwnTable("t", "a,b\n" + "\0" * 4_900_000)
    experiment = Experiment(network=NetworkTask(problem=OWN, sizes=(2, 2), table=table))
    document = Document(experiment=experiment, note="\0" * 900_000)
    with pytest.raises(FileError) as caught:
        write(tmp_path / "large.gradviz", document)
    assert caught.value.code == "too-large"
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "large.gradviz").write_bytes(b" " * (MOST_BYTES + 1))
    with pytest.raises(FileError, match="32 MB"):
        read(tmp_path / "large.gradviz")
