"""Sizes of the window's parts in pixels, in one place."""

from __future__ import annotations

from typing import Final

TOOL_BAR: Final = 48
STATUS_BAR: Final = 32

CARD_RADIUS: Final = 8
CARD_PADDING: Final = 12
CARD_TOP: Final = 8
CARD_BOTTOM: Final = 10
HEADER: Final = 24
ROW_GAP: Final = 8
TIGHT_GAP: Final = 6
LABEL_GAP: Final = 4
CAPTION_GAP: Final = 2
HEADER_GAP: Final = 4

FIELD: Final = 28
FIELD_RADIUS: Final = 6
CHIP: Final = 24
TABLE_ROW: Final = 28
ICON_BUTTON: Final = 28
PLAY_BUTTON: Final = 32
