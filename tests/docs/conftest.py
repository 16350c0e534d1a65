"""The pages a user reads: README and the guide."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs" / "guide").glob("*.md")))


def _name(page: object) -> str:
    return str(page.relative_to(ROOT)) if isinstance(page, Path) else ""


@pytest.fixture(params=PAGES, ids=_name)
def page(request: pytest.FixtureRequest) -> Path:
    """Each page in turn."""
    path: Path = request.param
    return path


@pytest.fixture
def pages() -> tuple[Path, ...]:
    """Every page."""
    return PAGES


@pytest.fixture
def guide() -> Path:
    """The folder of the guide."""
    return ROOT / "docs" / "guide"
