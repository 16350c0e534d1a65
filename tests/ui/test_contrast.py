"""Text has a contrast of at least 4.5 to 1 on what it stands on, and graphics 3 to 1 (WCAG 2.1)."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QPalette

from gradviz.plots.themes import DARK, LIGHT, Theme
from gradviz.ui.style import palette
from gradviz.ui.style_sheet import style_sheet

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("window", "surface", "sunken", "raised")
"""On one of these a text stands whose rule names no ground of its own."""
INKS = ("text", "text_muted", "text_faint", "accent", "ok", "warn", "bad")
CODE = ("code_name", "code_number", "code_operator", "code_param")
GRAPHICS = ("accent", "contour", "quiver", "ok", "warn", "bad", "text_faint")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def rules(theme: Theme) -> dict[str, dict[str, str]]:
    """Return the colours of text and ground by each selector of the style sheet."""
    sheet = re.sub(r"/\*.*?\*/", "", style_sheet(theme), flags=re.DOTALL)
    found: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        parts = (part.partition(":") for part in body.split(";"))
        declared = {name.strip(): value.strip() for name, _, value in parts}
        colours = {k: v for k, v in declared.items() if COLOUR.fullmatch(v)}
        for selector in selectors.split(","):
            found.setdefault(selector.strip(), {}).update(colours)
    return found


def test_the_ratio_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
def test_every_text_of_the_style_sheet_can_be_read(theme: Theme) -> None:
    low = []
    read = 0
    for selector, colours in rules(theme).items():
        ink = colours.get("color") or colours.get("selection-color")
        if ink is None:
            continue
        read += 1
        own = colours.get("background") if "color" in colours else None
        if "color" not in colours:
            own = colours.get("selection-background-color")
        grounds = [own] if own else [getattr(theme, name) for name in GROUNDS]
        low += [(selector, ink, g) for g in grounds if contrast(ink, g) < 4.5]
    assert read > 20
    assert not low


@THEMES
def test_a_selection_can_be_read(theme: Theme) -> None:
    found = [
        (c["selection-color"], c["selection-background-color"])
        for c in rules(theme).values()
        if "selection-color" in c
    ]
    assert found
    assert all(contrast(*pair) >= 4.5 for pair in found)


@THEMES
def test_every_ink_can_be_read_on_every_ground(theme: Theme) -> None:
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [(ink, ground) for ink in CODE for ground in ("sunken", "surface")]
    pairs += [(tone, f"{tone}_soft") for tone in ("ok", "warn", "bad")]
    pairs += [("text", f"{tone}_soft") for tone in ("ok", "warn", "bad", "accent")]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_hover"), ("text", "control_on")]
    low = [p for p in pairs if contrast(getattr(theme, p[0]), getattr(theme, p[1])) < 4.5]
    assert not low


@THEMES
def test_graphics_can_be_told_from_the_ground(theme: Theme) -> None:
    pairs = [(name, getattr(theme, name), getattr(theme, g)) for name in GRAPHICS for g in GROUNDS]
    pairs += [(f"run {i}", run.colour, theme.surface) for i, run in enumerate(theme.runs)]
    pairs += [(f"halo {i}", run.colour, theme.halo) for i, run in enumerate(theme.runs)]
    pairs.append(("ring on a chip", theme.accent, theme.accent_soft))
    pairs.append(("progress", theme.accent, theme.hairline))
    edge = theme.text if theme.name == "light" else theme.halo
    pairs.append(("edge of the star", edge, theme.star))
    assert not [pair for pair in pairs if contrast(*pair[1:]) < 3.0]


@THEMES
def test_the_palette_can_be_read(theme: Theme) -> None:
    role = QPalette.ColorRole
    made = palette(theme)
    for ink, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.PlaceholderText, role.Base),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Window),
        (role.Link, role.Base),
    ):
        assert contrast(made.color(ink).name(), made.color(ground).name()) >= 4.5


@THEMES
def test_runs_are_told_apart_without_their_colours(theme: Theme) -> None:
    looks = {(run.symbol, run.dash) for run in theme.runs}
    assert len(looks) == len(theme.runs)
    assert len({run.symbol for run in theme.runs}) == len(theme.runs)
