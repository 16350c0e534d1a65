"""Samples: made up, read from a table, split and standardised."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzzing import examples
from gradviz.core.network import samples
from gradviz.core.network.data import Data, classified, split, standardised
from gradviz.core.network.table import DataCode, DataError, read_table

IRIS_HEAD = "length,width,species\n5.1,3.5,setosa\n4.9,3,setosa\n7.0,3.2,versicolor\n"


def test_a_table_gives_its_samples() -> None:
    data = read_table(IRIS_HEAD)
    assert data.inputs.tolist() == [[5.1, 3.5], [4.9, 3.0], [7.0, 3.2]]
    assert data.inputs_named == ("length", "width")
    assert data.classes == ("setosa", "versicolor")
    assert data.labels.tolist() == [0, 0, 1]
    assert data.targets.tolist() == [[1, 0], [1, 0], [0, 1]]


def test_marks_blank_lines_quotes_and_line_ends_of_other_systems_are_read() -> None:
    data = read_table('\ufeffa, b ,"label, c"\r\n\r\n 1 ,-2e-3, "x, y"\r\n3,4,10\r\n5,6,9\r\n')
    assert data.inputs.tolist() == [[5, 6], [3, 4], [1, -2e-3]][::-1]
    assert data.classes == ("9", "10", "x, y")


@pytest.mark.parametrize("table", ["a;b;kind\n1,5;2;x\n3;4;y\n", "a\tb\tkind\n1.5\t2\tx\n3\t4\ty"])
def test_semicolons_leave_the_comma_to_decimals_and_tabs_part_cells_too(table: str) -> None:
    data = read_table(table)
    assert data.inputs.tolist() == [[1.5, 2.0], [3.0, 4.0]]
    assert (data.inputs_named, data.classes) == (("a", "b"), ("x", "y"))


def test_long_names_are_cut_off_and_stay_apart() -> None:
    data = read_table(f"{'x' * 500},kind\n1,{'y' * 500}\n2,{'y' * 499}z\n")
    assert data.inputs_named == ("x" * 40 + "…",)
    assert data.classes == ("y" * 40 + "…",) * 2
    assert data.labels.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("", DataCode.EMPTY, "empty"),
        ("\n \n", DataCode.EMPTY, "empty"),
        ("label\na\nb\n", DataCode.TOO_FEW_COLUMNS, "two columns"),
        ("1,2,0\n3,4,1\n", DataCode.NO_HEADINGS, "name the columns"),
        ("x,label\n", DataCode.NO_SAMPLES, "no samples"),
        ("x,label\n1,a\n2\n", DataCode.COLUMNS_DIFFER, "name 2 columns, line 3 has 1."),
        ("x,label\n1,a\n\ntwo,b\n", DataCode.NOT_A_NUMBER, "Line 4, column x: “two”"),
        ("x,label\n1,a\n,b\n", DataCode.NOT_A_NUMBER, "Line 3, column x"),
        ("x,label\n1,a\nnan,b\n", DataCode.NOT_FINITE, "Line 3, column x: nan"),
        ("x,label\n1,a\n1e999,b\n", DataCode.NOT_FINITE, "Line 3, column x"),
        ("x,,label\n1,2,a\n1,?,b\n", DataCode.NOT_A_NUMBER, "Line 3, column 2: “[?]”"),
        ("x;label\n1;a\n1,2,3;b\n", DataCode.NOT_A_NUMBER, "Line 3, column x"),
        (f"{'x' * 90},label\n1,a\n?,b\n", DataCode.NOT_A_NUMBER, "column x{40}…: “[?]”"),
        ('x,label\n1,a\n"2\n3",b\n', DataCode.NOT_A_NUMBER, "“2 3” is not a number"),
        ("x,label\n1,a\n2,\n", DataCode.NO_LABEL, "Line 3 has no class"),
        ("x,label\n1,a\n2,a\n", DataCode.ONE_CLASS, "class a"),
        ('x,label\n1,a\n"2,b\n', DataCode.BROKEN, "Line"),
        ("x,label\n" + "".join(f"1,{i}\n" for i in range(101)), DataCode.TOO_MANY_CLASSES, "101"),
        (",".join("x" * 1001) + "\n", DataCode.TOO_MANY_COLUMNS, "1001"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_with_its_place(
    text: str, code: DataCode, words: str
) -> None:
    with pytest.raises(DataError, match=words) as caught:
        read_table(text)
    assert caught.value.code is code
    assert caught.value.message.endswith(".")
    assert str(pickle.loads(pickle.dumps(caught.value))) == caught.value.message


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_lines_end_as_any_program_ends_them(end: str) -> None:
    text = "x;label\n1,5;a\n2;b\n"
    data, wanted = read_table(text.replace("\n", end)), read_table(text)
    assert data.inputs.tobytes() == wanted.inputs.tobytes()
    assert data.classes == wanted.classes
    with pytest.raises(DataError, match="Line 3, column x"):
        read_table(text.replace("2", "?").replace("\n", end))


CELLS = (
    "1",
    "-2.5",
    "1e400",
    "nan",
    "inf",
    "",
    " ",
    "a",
    "=1+1",
    '"',
    '"a,b"',
    '""',
    "\u0661",
    "\x00",
)
ENDS = (",", ";", "\t", "\n", "\r\n", "\r", ",\n", "\ufeff", "#")
TABLES = st.lists(st.sampled_from(CELLS + ENDS + ENDS), max_size=60).map("".join)


@given(st.text(max_size=200) | TABLES | TABLES.map("a,b,class\n1,2,x\n3,4,y\n".__add__))
@examples(300)
def test_any_text_gives_samples_or_an_error(text: str) -> None:
    try:
        data = read_table(text)
    except DataError:
        return
    assert np.isfinite(data.inputs).all()
    assert (data.targets.sum(axis=1) == 1).all()


@pytest.mark.parametrize(
    "make", [samples.blobs, samples.moons, samples.circles, samples.spiral, samples.line]
)
def test_made_up_samples_come_from_their_seed(make: object) -> None:
    assert callable(make)
    first, again, other = make(seed=1), make(seed=1), make(seed=2)
    assert first.inputs.tobytes() == again.inputs.tobytes()
    assert first.inputs.tobytes() != other.inputs.tobytes()
    assert len(first.inputs) == len(first.targets) == first.count
    if first.classes:
        assert np.ptp(np.bincount(first.labels)) == 0


def test_shapes_without_noise_are_what_they_are_called() -> None:
    circles = samples.circles(noise=0.0)
    radius = np.hypot(*circles.inputs.T)
    assert radius[circles.labels == 0] == pytest.approx(1.0)
    assert radius[circles.labels == 1] == pytest.approx(0.5)
    moons = samples.moons(noise=0.0)
    outer = moons.inputs[moons.labels == 0] + (0.5, 0.25)
    assert np.hypot(*outer.T) == pytest.approx(1.0)
    x, y = samples.line(noise=0.0).inputs[:, 0], samples.line(noise=0.0).targets[:, 0]
    assert y == pytest.approx(2.0 * x + 1.0)
    assert samples.xor().labels.tolist() == [0, 1, 1, 0]
    assert samples.simple_net().inputs.tolist() == [[0.6, 0.9]]


def _numbered(count: int, classes: int) -> Data:
    inputs = np.arange(float(count))[:, None]
    names = tuple(map(str, range(classes)))
    return classified(inputs, np.arange(count) % classes, ("x",), names)


@given(count=st.integers(6, 80), share=st.floats(0.0, 0.9), seed=st.integers(0, 50))
@settings(max_examples=60, deadline=None)
def test_a_split_loses_no_sample_and_no_class(count: int, share: float, seed: int) -> None:
    data = _numbered(count, 3)
    train, test = split(data, share, seed)
    both = np.concatenate([train.inputs, test.inputs])[:, 0]
    assert sorted(both.tolist()) == list(range(count))
    assert set(train.labels.tolist()) == {0, 1, 2}
    assert abs(test.count - share * count) <= 3


def test_standardised_inputs_have_mean_0_and_deviation_1_as_the_training_samples_have() -> None:
    rng = np.random.Generator(np.random.PCG64(0))
    inputs = rng.normal(5.0, 3.0, (50, 3))
    inputs[:, 2] = 7.0
    train = Data(inputs, np.zeros((50, 1)), ("a", "b", "c"))
    test = Data(inputs[:5], np.zeros((5, 1)), ("a", "b", "c"))
    done, other = standardised(train, test)
    assert done.inputs.mean(axis=0) == pytest.approx([0, 0, 0], abs=1e-12)
    assert done.inputs.std(axis=0) == pytest.approx([1, 1, 0])
    assert other.inputs == pytest.approx(done.inputs[:5])


def test_numbers_whose_squares_no_float_reaches_are_standardised_too() -> None:
    inputs = np.array([[1e308, 1e-308, 0.1], [-1e308, 3e-308, 0.1], [0.0, 2e-308, 0.1]])
    done, other = standardised(*[Data(inputs, np.zeros((3, 1)), ("a", "b", "c"))] * 2)
    wide = 1.5**0.5
    assert done.inputs[:, 0] == pytest.approx([wide, -wide, 0.0])
    assert done.inputs[:, 1] == pytest.approx([-wide, wide, 0.0])
    assert done.inputs[:, 2].tolist() == [0.0, 0.0, 0.0]
    assert other.inputs.tobytes() == done.inputs.tobytes()
