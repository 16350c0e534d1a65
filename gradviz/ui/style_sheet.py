"""The style sheet of a theme: what a palette alone cannot say."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING, Final

from gradviz.core.resources import resource
from gradviz.ui import metrics

if TYPE_CHECKING:
    from gradviz.plots.themes import Theme

_SURFACES: Final = """
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMainWindow, QDialog { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px; }
#toolBar { background: $surface; border-bottom: 1px solid $hairline; }
#statusBar { background: $surface; border-top: 1px solid $hairline; }
#leftColumn > QWidget > QWidget, #startFields { background: transparent; }
Card { background: $surface; border: 1px solid $hairline; border-radius: ${card_radius}px; }
#popup { background: $raised; border: 1px solid $border; }
#catalogueList { background: transparent; border: none; }
#banner { border: 1px solid $bad; border-radius: ${card_radius}px; background: $bad_soft; }
#banner[tone="ok"] { border-color: $ok; background: $ok_soft; }
QSplitter::handle { background: transparent; }
QScrollArea { background: transparent; border: none; }
QFrame[role="rule"] { background: $hairline; border: none; }
"""

_LABELS: Final = """
QLabel { background: transparent; }
QLabel[role="heading"] { font-size: 13px; font-weight: 600; }
QLabel[role="muted"], QLabel[role="label"], QLabel[role="note"] { color: $text_muted; }
QLabel[role="label"], QLabel[role="note"], QLabel[role="small"] { font-size: 11px; }
QLabel[role="small"] { color: $text_muted; }
QLabel[role="value"] { font-weight: 500; }
QLabel[role="keys"] { font-size: 11px; font-weight: 500; background: $sunken;
    border: 1px solid $border; border-radius: 4px; padding: 1px 5px; }
QLabel[role="parameter"] { color: $code_param; }
QLabel[role="error"] { color: $bad; font-size: 11px; }
QLabel[role="chip"] { border-radius: 10px; padding: 2px 10px 2px 20px;
    font-weight: 600; min-height: 16px;
    background: $sunken; color: $text_muted; }
QLabel[role="chip"][tone="ok"] { background: $ok_soft; color: $ok; }
QLabel[role="chip"][tone="warn"] { background: $warn_soft; color: $warn; }
QLabel[role="chip"][tone="bad"] { background: $bad_soft; color: $bad; }
"""

_FIELDS: Final = """
QLineEdit, QComboBox, QPlainTextEdit, #noteView { background: $sunken; color: $text;
    border: 1px solid $border; border-radius: ${field_radius}px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox { min-height: ${field_inner}px; max-height: ${field_inner}px; }
QLineEdit { padding: 0 5px; }  /* and 2 px of its own */
QComboBox { padding: 0 7px; }
QPlainTextEdit, #noteView { padding: 3px 4px; }
QLineEdit:hover, QComboBox:hover { border-color: $text_faint; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 4px; min-height: ${field_tight}px;
    max-height: ${field_tight}px; }
QComboBox:focus { border: 2px solid $accent; padding: 0 6px; min-height: ${field_tight}px;
    max-height: ${field_tight}px; }
QPlainTextEdit:focus, #noteView:focus { border: 2px solid $accent; padding: 2px 3px; }
QLineEdit:disabled, QComboBox:disabled { color: $text_faint; background: $surface; }
QLineEdit[invalid="true"] { border-color: $bad; color: $bad; background: $bad_soft; }
QPlainTextEdit[invalid="true"] { border-color: $bad; }
QComboBox::drop-down { border: none; width: 24px; subcontrol-position: center right; }
QComboBox::down-arrow { image: url("$combo"); width: 16px; height: 16px; right: 2px; }
QAbstractItemView { background: $raised; color: $text; border: 1px solid $border;
    selection-background-color: $accent_soft; selection-color: $text; outline: none; }
QComboBox QAbstractItemView { border-radius: 0; padding: 3px; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QTableView { background: transparent; border: none; }
QHeaderView, QHeaderView::section { background: transparent; color: $text_muted; border: none; }
QTableCornerButton::section { background: transparent; border: none; }
#completionList { padding: 0; }
#completionList::item { min-height: 22px; padding: 0 4px; border-radius: 4px; }
#completionList::item:selected { background: $accent_soft; color: $text; }
#runList, #problemList { background: transparent; border: none; }
"""

_BUTTONS: Final = """
QToolButton, QPushButton { color: $text; border: 1px solid transparent;
    border-radius: ${field_radius}px; background: transparent; }
QPushButton { border-color: $border; background: $surface; padding: 0 12px;
    min-height: ${field_inner}px; }
QPushButton:default { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton:default:hover { background: $accent_hover; }
QPushButton:hover, QToolButton:hover { background: $sunken; border-color: $hairline; }
QPushButton:pressed, QToolButton:pressed { background: $hairline; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; }
QPushButton:default:focus { border: 2px solid $text; }
QPushButton:disabled, QToolButton:disabled { color: $text_faint; }
QPushButton:default:disabled { background: $hairline; border-color: $hairline; }
QToolButton[role="icon"]:checked { background: $accent_soft; }
QToolButton[role="primary"] { background: $accent; border-radius: 16px; border-color: $accent; }
QToolButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QToolButton[role="primary"]:focus { border: 2px solid $text; }
QToolButton[role="primary"]:disabled { background: $hairline; border-color: $hairline; }
QToolButton[role="catalogue"] { border: 1px solid $border; background: $surface; }
QToolButton[role="catalogue"]:hover { border-color: $text_faint; }
QToolButton[role="catalogue"]:focus { border: 2px solid $accent; }
QToolButton[role="text"] { color: $text_muted; padding: 0 2px; font-size: 12px; }
QToolButton[role="chip"] { border: 1px solid $hairline; border-radius: 12px; padding: 0 9px;
    color: $text_faint; font-size: 11px; font-weight: 500; }
QToolButton[role="chip"]:hover { border-color: $text_faint; }
QToolButton[role="chip"]:checked { background: $sunken; border-color: $border; color: $text; }
QToolButton[role="chip"]:disabled { border-color: $hairline; color: $text_faint; }
QToolButton[role="chip"]:focus { border: 2px solid $accent; padding: 0 8px; }
#segments { background: $sunken; border: 1px solid $hairline; border-radius: 7px; }
#segments > QToolButton { border-radius: 5px; padding: 0 9px; color: $text_muted;
    font-weight: 500; }
#segments > QToolButton:checked { background: $control_on; border: 1px solid $border;
    color: $text; }
#segments > QToolButton:focus { border: 2px solid $accent; padding: 0 8px; }
#segments > QToolButton:disabled { color: $text_faint; font-weight: 400; }
#segments[tight="true"] > QToolButton { font-size: 12px; padding: 0 2px; }
#segments[tight="true"] > QToolButton:focus { padding: 0 1px; }
#segments[small="true"] > QToolButton { font-size: 11px; padding: 0 1px; }
#segments[small="true"] > QToolButton:focus { padding: 0; }
"""

_BARS: Final = """
QMenuBar { background: transparent; color: $text; }
QMenuBar::item { padding: 5px 8px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; color: $text; }
QMenu { background: $raised; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text_faint; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 6px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 13px; height: 13px;
    border: 1px solid $text_faint; border-radius: 3px; background: $surface; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { image: url("$check"); }
QCheckBox::indicator:disabled { border-color: $hairline; }
QMenu::indicator { width: 16px; height: 16px; left: 5px; }
QMenu::indicator:checked { image: url("$check"); }
QMenu::icon { left: 5px; }
QSlider { background: transparent; min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $hairline; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::sub-page:horizontal:disabled { background: $border; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 7px;
    border: 1px solid $accent; background: $handle; }
QSlider::handle:horizontal:hover { border-color: $accent_hover; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; width: 12px; height: 12px;
    margin: -6px 0; border-radius: 8px; }
QSlider::handle:horizontal:disabled { border-color: $border; background: $surface; }
QProgressBar { border: none; border-radius: 2px; background: $hairline; max-height: 4px;
    min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 8px; }
QScrollBar:horizontal { height: 8px; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: $text_faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_RULES: Final = Template(_SURFACES + _LABELS + _FIELDS + _BUTTONS + _BARS)


@lru_cache(maxsize=4)
def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme.

    Raises
    ------
    FileNotFoundError
        When the drawings of arrows and ticks are missing.
    """
    words = {name: value for name, value in asdict(theme).items() if isinstance(value, str)}
    words |= {
        "handle": theme.surface if theme.name == "light" else theme.text,
        "combo": resource("icons", f"combo-{theme.name}.svg").as_posix(),
        "check": resource("icons", f"check-{theme.name}.svg").as_posix(),
        "card_radius": str(metrics.CARD_RADIUS),
        "field_radius": str(metrics.FIELD_RADIUS),
        "field_inner": str(metrics.FIELD - 2),
        "field_tight": str(metrics.FIELD - 4),
    }
    return _RULES.substitute(words)
