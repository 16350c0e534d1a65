"""What an experiment file must not hold: refused with the place, whatever it is.

With GRADVIZ_LONG_TESTS set, files are damaged in many more ways.
"""

from __future__ import annotations

import json
import os
import pickle
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzzing import LONG, examples
from gradviz.document import file_json
from gradviz.document.document import Document
from gradviz.document.experiment import Experiment, ExperimentError
from gradviz.document.file_errors import FileCode, FileError
from gradviz.document.files import from_text, read, to_text
from gradviz.document.kinds import turned
from gradviz.document.migrations import MIGRATIONS, VERSION, migrated

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENT = Document(
    experiment=Experiment(
        formula="a = 1\na*x0**2 + x1", parameters=(("a", 2.0),), ranges=(("a", 0.0, 3.0),)
    ),
    other=turned(Experiment(), None),
    note="two\nlines",
)
TEXT = to_text(DOCUMENT)
CHECKING = "experiment.network."


def refusal(text: str) -> FileError:
    with pytest.raises(FileError) as caught:
        from_text(text)
    return caught.value


def experiment(inside: str) -> str:
    return f'{{"gradviz": 1, "experiment": {{{inside}}}}}'


def run(inside: str) -> str:
    return experiment(f'"runs": [{{}}, {{}}, {{{inside}}}]')


def network(inside: str) -> str:
    return experiment(f'"network": {{{inside}}}')


NOT_OURS = ["[]", "null", "3", "{}", '{"version": 1}', '"gradviz"', "a,b\n1,2\n", "hello"]
BROKEN = ["{", "[", '{"gradviz": 1', '{"gradviz": 1,}', '{"gradviz": 1} x', "{'gradviz': 1}"]


@pytest.mark.parametrize("text", NOT_OURS)
def test_other_files_are_told_apart(text: str) -> None:
    assert refusal(text).code is FileCode.NOT_OURS


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_file_says_so(text: str) -> None:
    assert refusal(text).code is FileCode.EMPTY


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_no_json_is_refused_with_its_line(text: str) -> None:
    error = refusal(text)
    assert error.code is FileCode.NOT_JSON
    assert error.place.startswith("line 1, column ")
    assert error.place in error.message


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('{"gradviz": 2}', "newer", ""),
        ('{"gradviz": 0}', "wrong-type", "gradviz"),
        ('{"gradviz": true}', "wrong-type", "gradviz"),
        ('{"gradviz": 1.0}', "wrong-type", "gradviz"),
        ('{"gradviz": 1, "colour": 1}', "unknown-key", "colour"),
        ('{"gradviz": 1, "note": 1}', "wrong-type", "note"),
        ('{"gradviz": 1, "note": ["a", 1]}', "wrong-type", "note[1]"),
        ('{"gradviz": 1, "note": "\\ud800"}', "not-text", "note"),
        ('{"gradviz": 1, "view": "map"}', "unknown-word", "view"),
        ('{"gradviz": 1, "step": -1}', "invalid", "step"),
        ('{"gradviz": 1, "selected": 1.5}', "wrong-type", "selected"),
        (
            '{"gradviz": 1, "display": {"arrows_across": 4}}',
            "out-of-range",
            "display.arrows_across",
        ),
        ('{"gradviz": 1, "display": {"crosshair": 1}}', "wrong-type", "display.crosshair"),
        ('{"gradviz": 1, "gradviz": 1}', "repeated-key", "gradviz"),
        ('{"gradviz": 1, "other": {"h": 0}}', "invalid", "other.h"),
        (experiment('"h": 1, "h": 2'), "repeated-key", "experiment.h"),
        (experiment('"h": NaN'), "not-finite", "experiment.h"),
        (experiment('"start": [1, -Infinity]'), "not-finite", "experiment.start[1]"),
        (experiment('"start": [1e999, 0]'), "not-finite", "experiment.start[0]"),
        (experiment('"start": [1' + "0" * 5000 + "]"), "not-finite", "experiment.start[0]"),
        (experiment('"start": [1, 2, 3]'), "invalid", "experiment.start"),
        (experiment('"start": [1, "2"]'), "wrong-type", "experiment.start[1]"),
        (experiment('"start": []'), "invalid", "experiment.start"),
        (experiment('"h": true'), "wrong-type", "experiment.h"),
        (experiment('"h": null'), "wrong-type", "experiment.h"),
        (experiment('"steps": 2000001'), "invalid", "experiment.steps"),
        (experiment('"steps": 1.5'), "wrong-type", "experiment.steps"),
        (experiment('"seed": 9223372036854775808'), "invalid", "experiment.seed"),
        (experiment('"method": "guess"'), "unknown-word", "experiment.method"),
        (experiment('"plane": [0, 0]'), "invalid", "experiment.plane"),
        (experiment('"plane": [0]'), "wrong-length", "experiment.plane"),
        (experiment('"view": [1, 0, 0, 1]'), "invalid", "experiment.view"),
        (experiment('"parameters": {"b": 1}'), "invalid", "experiment.parameters.b"),
        (experiment('"parameters": {"a b": 1}'), "invalid", "experiment.parameters.a b"),
        (experiment('"parameters": {"a": "1"}'), "invalid", "experiment.parameters.a"),
        (experiment('"parameters": {"c": 1, "a": null}'), "invalid", "experiment.parameters.a"),
        (experiment('"ranges": {"a": 1}'), "invalid", "experiment.ranges.a"),
        (experiment('"ranges": {"b": [0, 1], "a": [1]}'), "invalid", "experiment.ranges.a"),
        (experiment('"ranges": {"a": [2, 1]}'), "invalid", "experiment.ranges.a"),
        (experiment('"runs": []'), "invalid", "experiment.runs"),
        (run('"style": -1'), "invalid", "experiment.runs[2].style"),
        (run('"color": 1'), "unknown-key", "experiment.runs[2].color"),
        (run('"lr_changes": [[1, 2], [1, 3]]'), "invalid", "experiment.runs[2].lr_changes"),
        (run('"lr_changes": [[1, 2], [3]]'), "wrong-length", "experiment.runs[2].lr_changes[1]"),
        (run('"optimizer": {"lr": 1}'), "missing-key", "experiment.runs[2].optimizer.kind"),
        (
            run('"optimizer": {"kind": "sgd", "lr": 0}'),
            "out-of-range",
            "experiment.runs[2].optimizer.lr",
        ),
        (
            run('"optimizer": {"kind": "sgd", "momentum": 0.5}'),
            "unknown-key",
            "experiment.runs[2].optimizer.momentum",
        ),
        (
            run('"optimizer": {"kind": "lbfgs"}'),
            "unknown-word",
            "experiment.runs[2].optimizer.kind",
        ),
        (
            run('"schedule": {"kind": "step", "every": 0}'),
            "out-of-range",
            "experiment.runs[2].schedule.every",
        ),
        (run('"clip": {"limit": -1}'), "out-of-range", "experiment.runs[2].clip.limit"),
        (network('"sizes": [2, 2]'), "missing-key", CHECKING + "problem"),
        (network('"problem": "own"'), "invalid", CHECKING + "table"),
        (network('"problem": "frogs"'), "invalid", "experiment.network"),
        (network('"problem": "xor", "sizes": [2, 0, 2]'), "invalid", CHECKING + "sizes[1]"),
        (network('"problem": "xor", "sizes": [3, 2]'), "invalid", "experiment.network"),
        (network('"problem": "xor", "sizes": [2, 1000, 1000, 2]'), "invalid", CHECKING + "sizes"),
        (network('"problem": "xor", "weights": [1]'), "invalid", CHECKING + "weights"),
        (network('"problem": "digits", "epochs": 3000'), "invalid", CHECKING + "epochs"),
        (network('"problem": "moons", "count": 1000000000'), "invalid", CHECKING + "count"),
        (
            network('"problem": "own", "sizes": [2, 2], "table": {"name": "t", "text": "a"}'),
            "invalid",
            "experiment.network",
        ),
    ],
)
def test_it_is_refused_with_the_place(text: str, code: str, place: str) -> None:
    error = refusal(text)
    assert (error.code, error.place) == (code, place), error.message
    assert error.message.endswith(".")
    if place:
        assert f"“{place}”" in error.message


def test_the_experiment_s_own_error_is_at_hand() -> None:
    cause = refusal(experiment('"h": 0')).__cause__
    assert isinstance(cause, ExperimentError)
    assert cause.code == "out-of-range"


def test_sentences_say_what_would_do() -> None:
    assert refusal(experiment('"h": "x"')).message == ("“experiment.h” must be a number, not text.")
    error = refusal(run('"optimizer": {"kind": "adam", "beta1": -1}'))
    assert error.message == "“experiment.runs[2].optimizer.beta1” must be at least 0.0."
    assert str(pickle.loads(pickle.dumps(error))) == error.message


def test_ten_thousand_nested_lists_are_refused() -> None:
    for opening in ("[", '{"a":', '[{"a":'):
        text = '{"gradviz": 1,\n"note": ' + opening * 10_000
        error = refusal(text)
        assert (error.code, error.place) == (FileCode.TOO_DEEP, "line 2")
    assert refusal("[" * 17 + "]" * 17).code is FileCode.TOO_DEEP
    assert refusal("[" * 16 + "]" * 16).code is FileCode.NOT_OURS
    assert from_text('{"gradviz": 1, "note": "' + "[{" * 10_000 + '"}').note


def test_more_values_than_any_experiment_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_json, "MAX_VALUES", 20)
    for text in ("[" + "0," * 20 + "0]", "[" + "[]," * 10 + "[]]", '["a"' + ',"a"' * 20 + "]"):
        assert refusal(text).code is FileCode.TOO_MANY
    assert refusal('["' + "," * 100 + '"]').code is FileCode.NOT_OURS
    monkeypatch.setattr(file_json, "MAX_VALUES", 1000)
    monkeypatch.setattr(file_json, "MAX_KEYS", 20)
    for text in ("[" + "{}," * 20 + "{}]", '{"a":1' + ',"a":1' * 20 + "}"):
        assert refusal(text).message.endswith("does: over 20 values.")
    assert refusal('["' + ":{" * 100 + '"]').code is FileCode.NOT_OURS


@pytest.mark.parametrize("text", ['"' + '\\"' * 200_000, '["' * 7 + "\\" * 200_001, '"\\'])
def test_strings_without_an_end_take_no_longer_than_others(text: str) -> None:
    assert refusal(text).code is FileCode.NOT_JSON


def test_places_stay_short() -> None:
    error = refusal(experiment(f'"{"k" * 100_000}\\n": 1'))
    assert error.code is FileCode.UNKNOWN_KEY
    assert len(error.message) < 100
    assert "\n" not in error.message


def test_bytes_that_are_no_text_are_refused_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "bytes.gradviz"
    path.write_bytes(b'{"gradviz": 1,\n"note": "\xff"}')
    with pytest.raises(FileError) as caught:
        read(path)
    assert (caught.value.code, caught.value.place) == (FileCode.NOT_UTF8, "line 2")


def test_files_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    for path in (tmp_path / "none.gradviz", Path(str(tmp_path) + "/a\0b")):
        with pytest.raises(FileError, match="There is no file") as caught:
            read(path)
        assert caught.value.code is FileCode.MISSING
    for folder in (tmp_path, Path(), Path("/")):
        with pytest.raises(FileError, match=r"“.+” is a folder") as caught:
            read(folder)
        assert caught.value.code is FileCode.FOLDER
    secret = tmp_path / "secret.gradviz"
    secret.touch(mode=0)
    if os.name == "posix" and os.geteuid() != 0:
        with pytest.raises(FileError, match="reading it is not permitted"):
            read(secret)


def _check(read_it: Callable[[], Document]) -> None:
    """Read: what comes of it is a refusal in a sentence, or can be written and read again."""
    refused, document = "", Document()
    try:
        document = read_it()
    except FileError as error:
        refused = error.message
    assert refused.endswith(".") if refused else from_text(to_text(document)) == document


def test_no_flipped_byte_does_harm(tmp_path: Path) -> None:
    path, data = tmp_path / "flipped.gradviz", TEXT.encode()
    step = 1 if LONG else 23
    for place in range(0, len(data), step):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1 :])
        _check(partial(read, path))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


@examples(150)
@given(st.data())
def test_nothing_put_in_any_place_does_harm(data: st.DataObject) -> None:
    tree = json.loads(TEXT)
    node: Any = tree
    while True:
        key = data.draw(
            st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node)))
        )
        if isinstance(node[key], dict | list) and node[key] and data.draw(st.booleans()):
            node = node[key]
            continue
        node[key] = data.draw(JSON)
        break
    _check(partial(from_text, json.dumps(tree)))


@examples(150)
@given(st.integers(0, len(TEXT)), st.integers(0, 30), st.text(max_size=8))
def test_no_cut_or_insertion_does_harm(place: int, length: int, inserted: str) -> None:
    damaged = TEXT[:place] + inserted + TEXT[place + length :]
    _check(partial(from_text, damaged))


@examples(150)
@given(st.text(max_size=300))
def test_no_text_does_harm(text: str) -> None:
    _check(partial(from_text, text))
    _check(partial(from_text, '{"gradviz": 1,' + text))


def test_an_older_file_is_brought_to_the_present_step_by_step() -> None:
    def renamed(tree: dict[str, Any]) -> dict[str, Any]:
        return {**{k: v for k, v in tree.items() if k != "remark"}, "comment": tree["remark"]}

    def nested(tree: dict[str, Any]) -> dict[str, Any]:
        return {"note": {"text": tree["comment"].upper()}}

    steps = {1: renamed, 2: nested}
    assert migrated({"gradviz": 1, "remark": "a"}, 3, steps) == {"note": {"text": "A"}}
    assert migrated({"gradviz": 2, "comment": "b"}, 3, steps) == {"note": {"text": "B"}}
    assert migrated({"gradviz": 3, "remark": "c"}, 3, steps) == {"remark": "c"}
    with pytest.raises(FileError) as caught:
        migrated({"gradviz": 4}, 3, steps)
    assert caught.value.code is FileCode.NEWER
    for damaged in ({"gradviz": 1}, {"gradviz": 2, "comment": 3}):
        with pytest.raises(FileError) as caught:
            migrated(damaged, 3, steps)
        assert caught.value.code is FileCode.BROKEN


def test_every_older_version_can_be_brought_to_the_present() -> None:
    assert sorted(MIGRATIONS) == list(range(1, VERSION))
