"""The pictures beside the map, made when they are first looked at: none delays the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradviz.document.display import View

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def make_panel(view: View) -> QWidget:
    """Return the widget of a picture."""
    return _MAKERS[view]()


def _surface() -> QWidget:
    from gradviz.ui.surface_panel import SurfacePanel  # noqa: PLC0415 - on demand

    return SurfacePanel()


def _slice() -> QWidget:
    from gradviz.ui.slice_panel import SlicePanel  # noqa: PLC0415 - on demand

    return SlicePanel()


def _error_curve() -> QWidget:
    from gradviz.ui.error_card import ErrorPanel  # noqa: PLC0415 - on demand

    return ErrorPanel()


def _table() -> QWidget:
    from gradviz.ui.steps_table import StepsTable  # noqa: PLC0415 - on demand

    return StepsTable()


_MAKERS = {
    View.SURFACE: _surface,
    View.SLICE: _slice,
    View.ERROR_CURVE: _error_curve,
    View.TABLE: _table,
}
