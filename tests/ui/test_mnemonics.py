"""Names of actions are shown without the letters that menus underline."""

from __future__ import annotations

import pytest

from gradviz.ui.mnemonics import without_mnemonic


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("&File", "File"),
        ("Save &As…", "Save As"),
        ("파일(&F)", "파일"),
        ("내보내기(&E)…", "내보내기"),
        ("Map (&M)", "Map"),
        ("Q & A", "Q & A"),
        ("f(x)", "f(x)"),
        ("", ""),
    ],
)
def test_names(text: str, name: str) -> None:
    assert without_mnemonic(text) == name
