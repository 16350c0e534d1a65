"""The translations hold every string of the program, and nothing else."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator

from gradviz.document import atomic, file_refusals
from gradviz.ui.error_words import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
UPDATE = "run: python packaging/translations.py update"


@pytest.fixture(scope="module")
def scripts() -> Iterator[ModuleType]:
    """Return the script that keeps the translations, and leave the path as it was."""
    path, modules = list(sys.path), set(sys.modules)
    sys.path.insert(0, str(PACKAGING))
    yield importlib.import_module("translations")
    sys.path[:] = path
    for name in ("translations", "ts_files", "source_strings", "string_tables"):
        if name not in modules:
            sys.modules.pop(name, None)


def test_every_string_is_there_and_none_is_left_over(scripts: ModuleType) -> None:
    assert scripts.problems() == [], UPDATE


def test_every_string_is_translated(scripts: ModuleType) -> None:
    assert scripts.untranslated() == [], "translate what `split 1 FOLDER` writes, then `fill` it in"


def test_what_is_loaded_is_what_is_written(scripts: ModuleType) -> None:
    messages = scripts.ts_files.read(scripts.TS)
    translator = QTranslator()
    is_loaded = translator.load(str(scripts.QM))
    assert is_loaded or not any(message.is_finished for message in messages.values()), UPDATE
    for (context, text), message in messages.items():
        expected = message.translation if message.is_finished else ""
        assert (translator.translate(context, text) or "") == expected, UPDATE


def test_words_of_files_have_phrases() -> None:
    said = {*atomic._WORDS.values(), *file_refusals._WORDS.values()}
    assert said <= set(PHRASES)
    assert {f"{words} {{0}}" for words in file_refusals._LIMITS.values()} <= set(PHRASES)


@pytest.mark.parametrize(
    ("text", "translation", "fault"),
    [
        ("{0} of {1}", "{1}개 중 {0}개", ""),
        ("{0} of {1}", "{0}개", "placeholders"),
        ("{name}: {why}", "{name}: {whi}", "placeholders"),
        ("{0:.3g}", "{0}", "placeholders"),
        ("{name!r}", "{name}", "placeholders"),
        ("&File", "파일(&F)", ""),
        ("&File", "파일", "mnemonics"),
        ("Q & A", "질문 & 답", ""),
        ("Write `==`.", "`==`로 쓰세요.", ""),
        ("Write `==`.", "`=`로 쓰세요.", "code"),
        ("a ", "가", "spaces"),
        ("a lone {", "외로운 {", ""),
    ],
)
def test_translations_keep_what_is_not_words(
    scripts: ModuleType, text: str, translation: str, fault: str
) -> None:
    found = scripts.ts_files.faults_between(text, translation)
    assert len(found) == bool(fault)
    assert fault in "".join(found)


PAIRS = [
    ("Card", 'said “so”, "so" and \\so'),
    ("Card", "two\nlines — ½ × √x ⁻⁴"),
    ("Other", "{0} & {1} <b>&x</b>"),
]


def test_translations_survive_new_strings(scripts: ModuleType, tmp_path: Path) -> None:
    ts, qm = tmp_path / "a_ko.ts", tmp_path / "a_ko.qm"
    scripts.ts_files.merge(ts, PAIRS, "ko")
    assert set(scripts.ts_files.read(ts)) == set(PAIRS)
    filled = {pair: f"한국어 {pair[1]}" for pair in PAIRS[1:]}
    scripts.ts_files.fill(ts, filled)
    scripts.ts_files.merge(ts, [*PAIRS[1:], ("New", "new")], "ko")
    found = scripts.ts_files.read(ts)
    assert set(found) == {*PAIRS[1:], ("New", "new")}
    assert {pair: found[pair].translation for pair in PAIRS[1:]} == filled
    scripts.ts_files.compile_to(ts, qm)
    translator = QTranslator()
    assert translator.load(str(qm))
    assert {pair: translator.translate(*pair) for pair in PAIRS[1:]} == filled


SOURCE = """
def _tr(text):
    return QCoreApplication.translate("Words", text)

def words(kind):
    painter.translate(1.0, 2.0)
    return [_tr("a" "b"), QCoreApplication.translate("Own", "c"), _tr(kind.label)]

class Below(QWidget):
    def said(self):
        return [self.tr("d"), translate("Own", "e")]
"""


def test_strings_are_found_with_the_contexts_they_are_asked_in(
    scripts: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "m.py").write_text(SOURCE, encoding="utf-8")
    found = scripts.strings_of_sources(tmp_path)
    assert set(found.pairs) == {("Words", "ab"), ("Own", "c"), ("Below", "d"), ("Own", "e")}
    assert found.dynamic == {"Words": {"m.py"}}
    assert found.faults == []


@pytest.mark.parametrize(
    "line",
    [
        "x = QCoreApplication.translate('A', 'b')",
        "def f(window): return window.tr('a')",
        "def f(): return QCoreApplication.translate('A', '')",
        "def f(n): return QCoreApplication.translate('A', 'b', None, n)",
        "def f():\n    short = QCoreApplication.translate\n    return short('A', 'b')",
    ],
)
def test_what_cannot_be_translated_is_a_fault(
    scripts: ModuleType, tmp_path: Path, line: str
) -> None:
    (tmp_path / "m.py").write_text(line, encoding="utf-8")
    assert len(scripts.strings_of_sources(tmp_path).faults) == 1


def test_parts_hold_all_that_is_left_to_translate(
    scripts: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = set(list(scripts.collected().pairs)[::50])
    monkeypatch.setattr(scripts, "untranslated", lambda: list(waiting))
    scripts.split(3, tmp_path)
    parts = [json.loads(path.read_text("utf-8")) for path in sorted(tmp_path.glob("*.json"))]
    texts = [(c, t) for part in parts for c, texts in part.items() for t in texts if t != "#"]
    assert len(texts) == len(waiting)
    assert set(texts) == waiting
