"""Every link of README and the guide leads somewhere, every picture is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)
LARGEST = 120_000
"""Bytes of a picture of the guide."""


def _targets(page: Path, *, pictures: bool) -> Iterator[str]:
    """Yield what a page links to inside the project."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for mark, target in LINK.findall(text):
        if bool(mark) == pictures and "://" not in target:
            yield unquote(target)


def _anchors(page: Path) -> set[str]:
    """Return the places of a page that can be linked to, as GitHub names them."""
    headings = HEADING.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    plain = (re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()) for heading in headings)
    return {words.replace(" ", "-") for words in plain}


def test_every_link_leads_somewhere(page: Path) -> None:
    for target in _targets(page, pictures=False):
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.exists(), f"{page.name} links to {target}"
        if anchor:
            assert anchor in _anchors(path), f"{page.name} links to {target}"


def test_every_picture_is_there(page: Path) -> None:
    missing = [t for t in _targets(page, pictures=True) if not (page.parent / t).is_file()]
    assert not missing, f"to be made by docs/make_pictures.py: {missing}"


def test_every_page_of_the_guide_is_in_its_index(guide: Path) -> None:
    linked = set(_targets(guide / "README.md", pictures=False))
    pages = {path.name for path in guide.glob("*.md")} - {"README.md"}
    assert pages <= linked


def test_pictures_of_the_guide_are_small_and_used(guide: Path) -> None:
    used = {t for page in guide.glob("*.md") for t in _targets(page, pictures=True)}
    for picture in (guide / "pictures").glob("*.png"):
        assert f"pictures/{picture.name}" in used
        assert picture.stat().st_size < LARGEST, picture.name
