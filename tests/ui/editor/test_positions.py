"""Code points and UTF-16 units, against Python's own encoder."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gradviz.ui.editor.positions import to_code_points, to_utf16

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts, st.integers(0, 30))
def test_agrees_with_the_encoder_and_comes_back(text: str, position: int) -> None:
    position = min(position, len(text))
    there = to_utf16(text, position)
    assert there == units(text[:position])
    assert to_code_points(text, there) == position


def test_emoji_take_two_units() -> None:
    text = "😀+x0"
    assert to_utf16(text, 1) == 2
    assert to_utf16(text, 4) == 5
    assert to_code_points(text, 1) == 0
    assert to_code_points(text, 2) == 1


def test_beyond_the_ends_is_the_end() -> None:
    assert to_utf16("😀", 99) == 2
    assert to_utf16("😀", -1) == 0
    assert to_code_points("😀", 99) == 1
