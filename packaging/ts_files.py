"""Files of translations (.ts), read and filled; Qt's own tools merge and compile them."""

# ruff: noqa: INP001 (scripts, beside those that call them)

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from source_strings import Pair

_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
_MNEMONIC: Final = re.compile(r"&(?=[^\s&])")
_CODE: Final = re.compile(r"`[^`]*`")


@dataclass(frozen=True)
class Message:
    """A text and what stands for it.

    Attributes
    ----------
    translation : str
        "" where there is none yet.
    is_finished : bool
        Whether somebody has said that it is right. Qt offers the translation of a text that was
        much like this one, unfinished.
    """

    translation: str
    is_finished: bool


def read(path: Path) -> dict[Pair, Message]:
    """Return all messages of a file by context and text, those that are no longer asked for too."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            text = "" if translation is None else translation.text or ""
            kind = "" if translation is None else translation.get("type", "")
            found[name, message.findtext("source", "")] = Message(text, kind == "")
    return found


def fill(path: Path, translations: Mapping[Pair, str]) -> None:
    """Put translations into a file, as finished ones; those of "" are taken out again."""
    tree = ET.parse(path)  # noqa: S314 - our own file
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            pair = name, message.findtext("source", "")
            translation = message.find("translation")
            if pair in translations and translation is not None:
                _set(translation, translations[pair])
    made = path.with_name(f".{path.name}")
    made.write_text(_HEAD + ET.tostring(tree.getroot(), "unicode") + "\n", encoding="utf-8")
    made.replace(path)


def _set(translation: ET.Element, text: str) -> None:
    translation.text = text
    if text:
        translation.attrib.pop("type", None)
    else:
        translation.set("type", "unfinished")


def merge(path: Path, pairs: Iterable[Pair], language: str) -> None:
    """Bring a file up to date with `pairs`; translations of what is still asked for stay."""
    lines = (f"QT_TRANSLATE_NOOP({_quoted(c)}, {_quoted(s)})," for c, s in sorted(pairs))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "strings.cpp"
        source.write_text(
            "static const char *const strings[] = {\n" + "\n".join(lines) + "\n};\n", "utf-8"
        )
        options = ["-locations", "none", "-no-obsolete", "-silent", "-source-language", "en"]
        _run("lupdate", source, "-ts", path, "-target-language", language, *options)


def compile_to(path: Path, compiled: Path) -> None:
    """Write the finished translations of a file in the form that the program loads.

    It takes its place whole: a program that starts meanwhile reads the old one or the new one.
    """
    with tempfile.TemporaryDirectory(dir=compiled.parent, prefix=".") as folder:
        made = Path(folder) / compiled.name
        _run("lrelease", path, "-qm", made, "-nounfinished", "-silent")
        made.replace(compiled)


def _run(tool: str, *arguments: str | Path) -> None:
    """Call one of Qt's tools, of the Qt that this Python has."""
    call = f"import sys; from PySide6.scripts import pyside_tool; pyside_tool.{tool}()"
    subprocess.run([sys.executable, "-c", call, *map(str, arguments)], check=True)  # noqa: S603


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def faults_between(text: str, translation: str) -> list[str]:
    """Return what a translation lacks or has too much, in words."""
    found = []
    if _placeholders(text) != _placeholders(translation):
        found.append("other placeholders")
    if len(_MNEMONIC.findall(text)) != len(_MNEMONIC.findall(translation)):
        found.append("another number of mnemonics (&)")
    if sorted(_CODE.findall(text)) != sorted(_CODE.findall(translation)):
        found.append("other code between backticks")
    if _edges(text) != _edges(translation):
        found.append("other spaces or lines at the ends")
    return found


def _placeholders(text: str) -> set[str] | str:
    """Return the placeholders, with conversion and format; a text with a lone brace has none."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return "not a template"
    return {f"{name}!{kind}:{spec}" for _, name, spec, kind in parts if name is not None}


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
