"""The language of the window: English or Korean, as the system has it or as it was chosen.

Strings are translated when a widget is made, so a window is made anew to speak another language;
`apply_language` comes first. Numbers are written with a point in every language.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from gradviz.core.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEY: Final = "window/language"
_NAME: Final = "gradvizTranslator"
"""The object name of the translators that are ours to take away again."""


class Language(StrEnum):
    """What the window speaks."""

    SYSTEM = "system"
    """The language of the system if it is one of the others, else English."""
    ENGLISH = "en"
    KOREAN = "ko"


_LOCALES: Final = {
    Language.ENGLISH: (QLocale.Language.English, QLocale.Country.UnitedStates),
    Language.KOREAN: (QLocale.Language.Korean, QLocale.Country.SouthKorea),
}
"""Both write a half as 0.5."""


def saved_language() -> Language:
    """Return what was chosen; the system's where nothing was, or something strange."""
    value = QSettings().value(_KEY, Language.SYSTEM.value, type=str)
    return next((choice for choice in Language if choice.value == value), Language.SYSTEM)


def save_language(choice: Language) -> None:
    """Remember what was chosen, for the next start."""
    QSettings().setValue(_KEY, choice.value)


def language_label(choice: Language) -> str:
    """Return what a choice is called; languages are called what they call themselves."""
    labels = {
        Language.SYSTEM: QCoreApplication.translate("Language", "As the system"),
        Language.ENGLISH: "English",
        Language.KOREAN: "한국어",
    }
    return labels[choice]


def resolved(choice: Language, wanted: Sequence[str] | None = None) -> Language:
    """Return English or Korean for a choice.

    Parameters
    ----------
    choice : Language
        What was chosen.
    wanted : sequence of str, optional
        Tags of the languages the reader wants, such as ``ko-KR``, the best first; by default
        those of the system.
    """
    if choice is not Language.SYSTEM:
        return choice
    for tag in QLocale.system().uiLanguages() if wanted is None else wanted:
        code = tag.replace("_", "-").partition("-")[0].lower()
        if code in {language.value for language in _LOCALES}:
            return Language(code)
    return Language.ENGLISH


def apply_language(application: QCoreApplication, choice: Language) -> Language:
    """Let what is made from now on speak a language, Qt's own dialogs too.

    Parameters
    ----------
    application : QCoreApplication
        The running application, which keeps the translators.
    choice : Language
        What was chosen.

    Returns
    -------
    Language
        English or Korean.
    """
    for old in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(old)
        old.setParent(None)
    language = resolved(choice)
    locale = QLocale(*_LOCALES[language])
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    QLocale.setDefault(locale)
    if language is not Language.ENGLISH:
        _install(application, language)
    return language


def spoken_language() -> Language:
    """Return what `apply_language` chose last, or English."""
    is_korean = QLocale().language() is QLocale.Language.Korean
    return Language.KOREAN if is_korean else Language.ENGLISH


def _install(application: QCoreApplication, language: Language) -> None:
    """Install the translations of Qt, if it has any here, and over them those of the program."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = resource("translations", f"gradviz_{language.value}.qm")
    for path in (f"{folder}/qtbase_{language.value}.qm", str(ours)):
        translator = QTranslator(application)
        translator.setObjectName(_NAME)
        if translator.load(path):
            application.installTranslator(translator)
        else:
            translator.setParent(None)
