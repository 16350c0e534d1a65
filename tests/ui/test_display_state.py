"""How things are drawn outlives the window, and broken settings do no harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from gradviz.document.display import ArrowLength, ColourMap, Display, LossAxis, Scale, Spacing
from gradviz.ui.display_state import save_display, saved_display

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.mark.parametrize(
    "display",
    [
        Display(),
        Display(
            scale=Scale.LOG,
            spacing=Spacing.QUANTILE,
            level_count=7,
            colour_map=ColourMap.MAGMA,
            arrows_across=31,
            arrow_length=ArrowLength.TRUE,
            arrow_colours=True,
            crosshair=False,
            loss_axis=LossAxis.PATH_LENGTH,
        ),
    ],
)
def test_every_choice_is_kept(settings: QSettings, display: Display) -> None:
    save_display(settings, Display(crosshair=False))
    save_display(settings, display)
    settings.sync()
    assert saved_display(QSettings(settings.fileName(), QSettings.Format.IniFormat)) == display


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("scale", "steep"),
        ("level_count", "many"),
        ("arrows_across", "100000"),
        ("crosshair", "perhaps"),
        ("colour_map", "automatic"),
    ],
)
def test_what_cannot_be_read_is_the_default(settings: QSettings, name: str, word: str) -> None:
    save_display(settings, Display(arrow_colours=True))
    settings.setValue(f"display/{name}", word)
    assert saved_display(settings) == Display(arrow_colours=True)
