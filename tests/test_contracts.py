"""Imports run one way: the contracts of pyproject.toml, and what they cannot say."""

from __future__ import annotations

import ast
import logging.config
from pathlib import Path
from typing import TYPE_CHECKING

from importlinter.api import read_configuration
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

ROOT = Path(__file__).resolve().parents[1]


def test_the_contracts_are_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(logging.config, "dictConfig", lambda _: None)  # it silences our loggers
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_they_say_what_the_design_says() -> None:
    contracts = read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
    layers = next(c["layers"] for c in contracts if c["type"] == "layers")
    rooms = ["cli", "app", "ui", "export", "plots", "model", "document", "core"]
    assert layers == [f"gradviz.{room}" for room in rooms]
    forbidden = [c for c in contracts if c["type"] == "forbidden"]
    assert any(
        set(c["source_modules"]) == {"gradviz.core", "gradviz.document"}
        and {"PySide6", "pyqtgraph"} <= set(c["forbidden_modules"])
        for c in forbidden
    )


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def test_the_model_knows_nothing_of_qt_but_its_core() -> None:
    files = sorted((ROOT / "gradviz" / "model").rglob("*.py"))
    names = [name for file in files for name in imported(file) if name.startswith("PySide6")]
    assert names
    assert [name for name in names if not name.startswith("PySide6.QtCore")] == []
