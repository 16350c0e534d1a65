"""Where dialogs for files begin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from gradviz.ui.folders import documents

if TYPE_CHECKING:
    import pytest


def test_where_there_are_no_documents_it_is_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Documents"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(place))
    assert documents() == Path.home()
    place.mkdir()
    assert documents() == place
