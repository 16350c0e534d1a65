"""Numbers, points, settings and sizes as typed on the command line."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.cli import values
from gradviz.cli.errors import UsageError
from gradviz.export.sheet import Unit

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@given(FINITE)
def test_every_float_is_read_as_python_writes_it(value: float) -> None:
    assert math.copysign(1, values.number("--h", repr(value))) == math.copysign(1, value)
    assert values.number("--h", repr(value)) == value


@given(st.lists(FINITE, min_size=1, max_size=6), st.booleans(), st.sampled_from([",", ", ", " ,"]))
def test_every_point_is_read(point: list[float], true_minus: bool, comma: str) -> None:
    text = comma.join(map(repr, point))
    if true_minus:
        text = text.replace("-", "\N{MINUS SIGN}")
    assert values.numbers("--start", text) == tuple(point)


@given(st.text(max_size=12))
def test_any_text_is_a_finite_number_or_refused_in_one_line(text: str) -> None:
    try:
        value = values.number("--h", text)
    except UsageError as error:
        lines = str(error).splitlines()
    else:
        lines = ["--h: "]
        assert math.isfinite(value)
    assert len(lines) == 1
    assert lines[0].startswith("--h: ")


@pytest.mark.parametrize(
    ("text", "value"),
    [("1e-4", 1e-4), ("1E5", 1e5), (".5", 0.5), ("5.", 5.0), ("+2", 2.0), (" 3 ", 3.0)],
)
def test_usual_ways_to_write_a_number(text: str, value: float) -> None:
    assert values.number("--h", text) == value


@pytest.mark.parametrize(
    "text",
    ["", " ", "nan", "inf", "-Infinity", "1_000", "1e999", "0x10", "1,5", "٣", "1 2", "--1", "1e"],
)
def test_what_is_no_finite_number(text: str) -> None:
    with pytest.raises(UsageError, match="--h"):
        values.number("--h", text)


@pytest.mark.parametrize("text", ["", "1.0", "1e3", "ten", "9" * 40, "²"])
def test_what_is_no_whole_number(text: str) -> None:
    with pytest.raises(UsageError, match="--steps"):
        values.integer("--steps", text)


@pytest.mark.parametrize("text", ["1,", ",", "1,,2", "1;2", "(1, 2)"])
def test_what_is_no_point(text: str) -> None:
    with pytest.raises(UsageError, match="--start"):
        values.numbers("--start", text)


def test_settings() -> None:
    assert values.setting("--set", "a=-2") == ("a", -2.0)
    assert values.setting("--set", " a = 1e3") == ("a", 1000.0)
    for text in ("a", "=1", "a=", "a=b", "a==1", ""):
        with pytest.raises(UsageError, match="--set"):
            values.setting("--set", text)


def test_sizes() -> None:
    pixels, millimetres = Unit.PIXELS, Unit.MILLIMETRES
    assert values.size("--size", "1200x800") == ((1200, 800), pixels)
    assert values.size("--size", "640X480") == values.size("--size", "640×480")
    assert values.size("--size", "160x90mm") == ((160, 90), millimetres)
    assert values.size("--size", "85.5x54 mm") == ((85.5, 54), millimetres)
    for text in ("1200", "1200x", "-5x5", "1200 x 800", "0x0", "99999x100", "63x63", "1e3x1e3"):
        with pytest.raises(UsageError, match="--size"):
            values.size("--size", text)
    for text in ("10x90mm", "9000x90mm", "160x90cm", "mm", "160mmx90mm"):
        with pytest.raises(UsageError, match="--size"):
            values.size("--size", text)
