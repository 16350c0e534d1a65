"""The guide names keys, menus and lessons as the program has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gradviz.core.catalogue import CATALOGUE
from gradviz.core.network.problems import PROBLEMS
from gradviz.document.lessons import lessons
from gradviz.ui.actions import Actions
from gradviz.ui.menus import MenuBar
from gradviz.ui.mnemonics import without_mnemonic
from gradviz.ui.runs_card import RunsCard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

PLACE = re.compile(r"\*\*(\w+) ▸ ([^*]+)\*\*(?: \(([^)]+)\))?")
NUMBERS = {9: "nine", 14: "fourteen"}


@pytest.fixture
def menus(qtbot: QtBot) -> dict[str, dict[str, str]]:
    """The keys of every entry of every menu, by names without letters of mnemonics."""
    parent = QWidget()
    qtbot.addWidget(parent)
    runs = RunsCard(parent)
    bar = MenuBar(Actions(parent), runs, parent)
    found = {}
    for menu in bar.findChildren(QMenu):
        found[_plain(menu.title())] = {_plain(a.text()): _keys(a) for a in menu.actions()}
    return found


def _plain(text: str) -> str:
    return without_mnemonic(text).rstrip("…")


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)


def _read(page: Path) -> str:
    return " ".join(page.read_text(encoding="utf-8").split())


def test_menus_are_where_a_page_says(page: Path, menus: dict[str, dict[str, str]]) -> None:
    for menu, entry, keys in PLACE.findall(_read(page)):
        assert _plain(entry) in menus[menu], f"{menu}: {entry}"
        if keys:
            assert menus[menu][_plain(entry)] == keys, entry


def _told(guide: Path) -> Iterator[tuple[str, str]]:
    """Yield keys with what they do, from the first table about keys."""
    text = (guide / "keyboard.md").read_text(encoding="utf-8")
    table = text.partition("## Everywhere")[2].partition("##")[0]
    for keys, words in re.findall(r"^\| (.+) \| (.+) \|$", table, re.MULTILINE):
        listed = [f"Ctrl+{n}" for n in range(1, 8)] if " to " in keys else keys.split(", ")
        yield from zip(listed, words.rpartition(": ")[2].split(", "), strict=False)


def test_every_key_of_the_window_is_told(qtbot: QtBot, guide: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    actions = [a for a in vars(Actions(parent)).values() if hasattr(a, "shortcut")]
    keys = {(_keys(a), _plain(a.text())) for a in actions if _keys(a)}
    assert keys <= set(_told(guide))


def test_counts_are_those_of_the_program(guide: Path) -> None:
    welcome, *shipped = lessons("en")
    assert f"{NUMBERS[len(shipped)]} short lessons" in _read(guide / "lessons.md")
    assert f"has {len(CATALOGUE)} functions" in _read(guide / "functions.md")
    assert f"{NUMBERS[len(PROBLEMS)].capitalize()} problems" in _read(guide / "networks.md")
    assert f"*{welcome.title}*" in _read(guide / "lessons.md")
    for lesson in shipped:
        assert f"{lesson.number}. {lesson.title}" in _read(guide / "lessons.md")
