"""Resources, fonts, icons, palette and style sheet: what the program brings along is complete."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QGuiApplication, QPalette, QRawFont
from PySide6.QtWidgets import QLabel

import gradviz.ui.style
from gradviz.core.resources import resource, resources
from gradviz.plots.themes import DARK, LIGHT, Theme
from gradviz.ui.fonts import code_font, load_fonts, text_font
from gradviz.ui.icons import PROGRAM_SIZES, icon, program_icon
from gradviz.ui.style import ThemeChoice, apply_theme, palette
from gradviz.ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

ICONS = sorted(p.stem for p in (resources() / "icons").glob("*.svg"))
TINTED = [n for n in ICONS if not n.endswith(("-light", "-dark"))]
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, whose look the test may change."""
    before, sheet = QPalette(qapp.palette()), qapp.styleSheet()
    yield qapp
    qapp.setStyleSheet(sheet)
    qapp.setPalette(before)


@pytest.mark.parametrize(
    ("weight", "style"),
    [
        (QFont.Weight.Normal, "Regular"),
        (QFont.Weight.Medium, "Medium"),
        (QFont.Weight.DemiBold, "SemiBold"),
        (QFont.Weight.Bold, "Bold"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_each_weight_is_a_file_of_its_own(weight: QFont.Weight, style: str) -> None:
    assert {"Inter", "JetBrains Mono"} <= set(load_fonts())
    found = QFontInfo(text_font(12, weight))
    assert (found.family(), found.styleName()) == ("Inter", style)


@pytest.mark.usefixtures("qapp")
def test_fonts_have_the_letters_that_the_window_writes() -> None:
    face = QRawFont(str(resource("fonts", "Inter-Regular.ttf")), 12.0)
    letters = "AZaz09∇∂−×·≈≤≥→←↑↓∞‖|αβη₀₉⁰⁹⁻√∑Δ°…–“”’•■●◆▲ÄÖÜßéñ"
    assert [letter for letter in letters if not face.supportsCharacter(ord(letter))] == []
    code = QRawFont(str(resource("fonts", "JetBrainsMono-Regular.ttf")), 12.0)
    assert all(code.supportsCharacter(letter) for letter in range(0x20, 0x7F))


@pytest.mark.usefixtures("qapp")
def test_figures_are_equally_wide_and_code_is_shown_as_typed() -> None:
    load_fonts()
    widths = {QFontMetricsF(text_font()).horizontalAdvance(figure * 8) for figure in "0123456789"}
    assert max(widths) - min(widths) < 0.01
    metrics = QFontMetricsF(code_font())
    assert metrics.horizontalAdvance("->**!=") == pytest.approx(6 * metrics.horizontalAdvance("a"))


@pytest.mark.parametrize("name", TINTED)
@pytest.mark.usefixtures("qapp")
def test_every_icon_draws_something_and_fades_when_disabled(name: str) -> None:
    made = icon(name, LIGHT, "text")
    plain = made.pixmap(20, 20).toImage()
    faded = made.pixmap(20, 20, made.Mode.Disabled).toImage()
    most = [
        max(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))
        for image in (plain, faded)
    ]
    assert most[0] > 200
    assert 60 < most[1] < 160


@pytest.mark.usefixtures("qapp")
def test_icons_are_tinted() -> None:
    image = icon("pause", DARK, "accent").pixmap(20, 20).toImage()
    assert image.pixelColor(7, 10).name().upper() == DARK.accent


@pytest.mark.usefixtures("qapp")
def test_the_program_has_an_icon_at_each_size() -> None:
    for size in PROGRAM_SIZES:
        image = (
            program_icon()
            .pixmap(
                size,
                size,
            )
            .toImage()
        )
        assert image.width() == size
        assert image.pixelColor(size // 10, size // 2).alpha() == 255
        assert image.pixelColor(0, 0).alpha() < 255


@THEMES
def test_colours_of_baked_drawings_are_the_themes(theme: Theme) -> None:
    for name, role in (("combo", "text_muted"), ("check", "accent")):
        text = resource("icons", f"{name}-{theme.name}.svg").read_text(encoding="utf-8")
        assert re.findall(r"#[0-9A-Fa-f]{6}", text) == [getattr(theme, role)]


@THEMES
def test_the_style_sheet_names_no_colour_that_the_theme_has_not(theme: Theme) -> None:
    known = {getattr(theme, f.name) for f in fields(theme) if isinstance(f.default, object)}
    known = {value for value in known if isinstance(value, str)}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", style_sheet(theme))) <= known
    assert "$" not in style_sheet(theme)


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@THEMES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "surface"),
        ("text", "sunken"),
        ("text", "accent_soft"),
        ("text_muted", "surface"),
        ("text_muted", "accent_soft"),
        ("text_faint", "surface"),
        ("bad", "surface"),
        ("bad", "bad_soft"),
        ("ok", "ok_soft"),
        ("warn", "warn_soft"),
        ("on_accent", "accent"),
        ("code_name", "sunken"),
        ("code_number", "sunken"),
        ("code_param", "sunken"),
    ],
)
def test_text_can_be_read(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@THEMES
def test_the_theme_reaches_the_application(theme: Theme, dressed: QApplication) -> None:
    apply_theme(dressed, theme)
    assert dressed.palette().color(QPalette.ColorRole.Window).name().upper() == theme.window
    assert palette(theme).color(QPalette.ColorRole.Highlight).name().upper() == theme.accent
    assert theme.surface in dressed.styleSheet()


def test_the_same_theme_is_put_on_once(dressed: QApplication, qtbot: QtBot) -> None:
    told: list[QEvent.Type] = []

    class Dressed(QLabel):
        def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's spelling)
            told.append(event.type())

    label = Dressed()
    qtbot.addWidget(label)
    label.ensurePolished()
    for theme, times in ((DARK, 1), (DARK, 1), (LIGHT, 2)):
        apply_theme(dressed, theme)
        assert told.count(QEvent.Type.StyleChange) == times


@pytest.mark.usefixtures("dressed")
def test_a_choice_is_told_once_and_switching_goes_to_the_other() -> None:
    choice = ThemeChoice()
    seen: list[Theme] = []
    choice.changed.connect(seen.append)
    choice.choose("dark")
    choice.choose("dark")
    assert seen == [DARK]
    assert choice.theme is DARK
    choice.switch()
    assert (choice.name, choice.theme) == ("light", LIGHT)
    choice.choose("system")
    assert choice.name == "system"
    with pytest.raises(ValueError, match="pink"):
        choice.choose("pink")


@pytest.mark.usefixtures("dressed")
def test_the_system_is_followed_only_when_it_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    scheme = Qt.ColorScheme.Light
    monkeypatch.setattr(gradviz.ui.style, "_system_scheme", lambda: scheme)
    choice = ThemeChoice()
    seen: list[Theme] = []
    choice.changed.connect(seen.append)
    choice.choose("system")
    scheme = Qt.ColorScheme.Dark
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)
    assert seen == [LIGHT, DARK]
    choice.choose("light")
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)
    assert choice.theme is LIGHT
    assert seen == [LIGHT, DARK, LIGHT]
