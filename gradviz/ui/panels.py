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


def _data() -> QWidget:
    from gradviz.ui.regions_panel import RegionsPanel  # noqa: PLC0415 - on demand

    return RegionsPanel()


def _answers() -> QWidget:
    from gradviz.ui.answers_panel import AnswersPanel  # noqa: PLC0415 - on demand

    return AnswersPanel()


def _layers() -> QWidget:
    from gradviz.ui.layers_panel import LayersPanel  # noqa: PLC0415 - on demand

    return LayersPanel()


def _backpropagation() -> QWidget:
    from gradviz.ui.backprop_panel import BackpropPanel  # noqa: PLC0415 - on demand

    return BackpropPanel()


def _check() -> QWidget:
    from gradviz.ui.check_panel import CheckPanel  # noqa: PLC0415 - on demand

    return CheckPanel()


def _landscape() -> QWidget:
    from gradviz.ui.landscape_panel import LandscapePanel  # noqa: PLC0415 - on demand

    return LandscapePanel()


_MAKERS = {
    View.SURFACE: _surface,
    View.SLICE: _slice,
    View.ERROR_CURVE: _error_curve,
    View.TABLE: _table,
    View.DATA: _data,
    View.ANSWERS: _answers,
    View.LAYERS: _layers,
    View.BACKPROPAGATION: _backpropagation,
    View.CHECK: _check,
    View.LANDSCAPE: _landscape,
    View.EPOCHS: _table,
}
