"""The window speaks the language of the system, or the one that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSettings, QTranslator
from PySide6.QtWidgets import QDialogButtonBox

from gradviz.ui.language import (
    Language,
    apply_language,
    language_label,
    resolved,
    save_language,
    saved_language,
    spoken_language,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _as_before(qapp: QCoreApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    apply_language(qapp, Language.ENGLISH)
    QLocale.setDefault(locale)
    QSettings().remove("window/language")


def test_the_choice_is_remembered() -> None:
    assert saved_language() is Language.SYSTEM
    save_language(Language.KOREAN)
    assert saved_language() is Language.KOREAN
    QSettings().setValue("window/language", "klingon")
    assert saved_language() is Language.SYSTEM


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["ko-KR", "ko", "en"], Language.KOREAN),
        (["ko_KR"], Language.KOREAN),
        (["en-GB", "ko"], Language.ENGLISH),
        (["fr-FR", "ko-KR"], Language.KOREAN),
        (["fr-FR"], Language.ENGLISH),
        (["kok"], Language.ENGLISH),
        (["C"], Language.ENGLISH),
        ([], Language.ENGLISH),
    ],
)
def test_the_first_language_that_is_there_is_spoken(wanted: list[str], language: Language) -> None:
    assert resolved(Language.SYSTEM, wanted) is language
    assert resolved(Language.KOREAN, wanted) is Language.KOREAN


def test_languages_are_called_what_they_call_themselves(qapp: QCoreApplication) -> None:
    apply_language(qapp, Language.KOREAN)
    assert [language_label(choice) for choice in Language][1:] == ["English", "한국어"]


def test_qt_speaks_along(qapp: QCoreApplication, qtbot: QtBot) -> None:
    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        return box.button(QDialogButtonBox.StandardButton.Cancel).text()

    assert apply_language(qapp, Language.KOREAN) is Language.KOREAN
    assert spoken_language() is Language.KOREAN
    assert cancel().startswith("취소")
    assert apply_language(qapp, Language.ENGLISH) is Language.ENGLISH
    assert spoken_language() is Language.ENGLISH
    assert "Cancel" in cancel()


def test_no_translator_is_left_when_the_language_changes(qapp: QCoreApplication) -> None:
    for _ in range(5):
        apply_language(qapp, Language.KOREAN)
    assert len(qapp.findChildren(QTranslator)) == 2
    apply_language(qapp, Language.ENGLISH)
    assert not qapp.findChildren(QTranslator)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.KOREAN])
def test_numbers_have_a_point(qapp: QCoreApplication, language: Language) -> None:
    apply_language(qapp, language)
    assert QLocale().toString(1234567.25, "f", 2) == "1234567.25"
    assert QLocale().toDouble("0.5") == (0.5, True)


class _Below(QObject):
    def said(self) -> str:
        """Return a string that is asked for in the class it is written in."""
        return self.tr("As the system")


class _Above(_Below):
    """Inherits its strings."""


def test_strings_are_asked_for_in_the_class_they_are_written_in(qapp: QCoreApplication) -> None:
    translator = _Recording(qapp)
    qapp.installTranslator(translator)
    _Above().said()
    qapp.removeTranslator(translator)
    assert "_Below" in translator.asked


class _Recording(QTranslator):
    """Knows one string only, in the context of the base."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked: list[str] = []

    def translate(self, context: str, text: str, _comment: str | None = None, _n: int = -1) -> str:
        self.asked.append(context)
        return text

    def isEmpty(self) -> bool:  # noqa: N802  (Qt's spelling)
        return False
