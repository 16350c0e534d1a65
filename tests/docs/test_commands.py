"""Every command that README and the guide print can be typed."""

from __future__ import annotations

import contextlib
import re
import shlex
from typing import TYPE_CHECKING

from gradviz.cli.arguments import parse
from gradviz.cli.entry import FILES, main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.DOTALL | re.MULTILINE)
CHEAP = {"run", "explain", "check"}
"""Commands that draw nothing."""


def _commands(page: Path) -> Iterator[list[str]]:
    """Yield the words after ``gradviz`` of each command in a page's blocks of code."""
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for line in block.replace("\\\n", " ").splitlines():
            command = line.removeprefix("xvfb-run -a ")
            if command.partition(" ")[0] == "gradviz":
                yield shlex.split(command, comments=True)[1:]


def test_every_command_can_be_read(page: Path) -> None:
    for words in _commands(page):
        if len(words) == 1 and words[0].endswith(FILES):
            continue  # it opens the window
        with contextlib.suppress(SystemExit):  # after --help and --version
            parse(words)


def test_there_are_commands_to_read(pages: tuple[Path, ...]) -> None:
    found = [words for page in pages for words in _commands(page)]
    assert {words[0] for words in found if words} >= {"run", "render", "explain", "check"}


def test_cheap_commands_run(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in _commands(page):
        trains = words[:1] == ["run"] and "--network" in words
        if words and words[0] in CHEAP and not trains and not _reads_file(words):
            assert main(words) == 0, (words, capsys.readouterr().err)


def _reads_file(words: list[str]) -> bool:
    return "--data" in words or any(word.endswith(FILES) for word in words)
