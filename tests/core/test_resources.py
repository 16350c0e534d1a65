"""Resources are found in a wheel and in a checkout, and what is missing is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import gradviz.core.resources
from gradviz.core.resources import resource, resources

if TYPE_CHECKING:
    from pathlib import Path


def test_resources_of_a_wheel_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "gradviz"
    (package / "resources" / "fonts").mkdir(parents=True)
    (tmp_path / "resources" / "fonts").mkdir(parents=True)
    monkeypatch.setattr(gradviz.core.resources, "__file__", str(package / "core" / "resources.py"))
    assert resources.__wrapped__() == (package / "resources").resolve()
    (package / "resources" / "fonts").rmdir()
    assert resources.__wrapped__() == (tmp_path / "resources").resolve()
    (tmp_path / "resources" / "fonts").rmdir()
    with pytest.raises(FileNotFoundError, match="not installed completely"):
        resources.__wrapped__()


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.svg"):
        resource("icons", "nothing.svg")
