"""The pictures of the user guide: mostly a part of the window, as large as it is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction

from gradviz.document.display import View
from pictures_of.experiments import (
    BOWL,
    DIGITS,
    GRAPH,
    HILLS,
    SCHEDULED,
    SIMPLE,
    SLOWED,
    SPIRAL,
    TOO_FAST,
    TWO_SLIDERS,
    VALLEY,
)
from pictures_of.gallery import show_products
from pictures_of.shot import LARGE, Shot, picture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gradviz.ui.main_window import MainWindow

WIDE = 960
"""Pixels across of a whole window."""
NARROW = QSize(960, 640)
TALL = QSize(1180, 1000)


def _function(window: MainWindow) -> QWidget:
    return window.function


def _runs(window: MainWindow) -> QWidget:
    return window.runs


def _loss(window: MainWindow) -> QWidget:
    return window.loss


def _training(window: MainWindow) -> QWidget:
    return window.network_side.training


def _status(window: MainWindow) -> QWidget:
    return window.status


def _turn(window: MainWindow, name: str, *, on: bool) -> None:
    action = window.findChild(QAction, name)
    assert isinstance(action, QAction)  # noqa: S101 - the program's own
    action.setChecked(on)


def _show_rule(window: MainWindow) -> None:
    window.session.select_run(2)
    _turn(window, "ruleAction", on=True)


def _hide_rule(window: MainWindow) -> None:
    window.session.select_run(0)
    _turn(window, "ruleAction", on=False)


def _show_changes(window: MainWindow) -> None:
    _turn(window, "rateChangesAction", on=True)


def _hide_changes(window: MainWindow) -> None:
    _turn(window, "rateChangesAction", on=False)


def _open_lesson(window: MainWindow) -> None:
    window.actions_.lessons.setChecked(True)
    window.lesson_side.panel.open_lesson("step-by-step")


def _close_lesson(window: MainWindow) -> None:
    window.actions_.lessons.setChecked(False)


ONLY = (picture,)
SHOTS = (
    Shot(name="window", experiment=VALLEY, step=220, width=WIDE),
    Shot(name="parameters", experiment=TWO_SLIDERS, parts=(_function,), size=TALL),
    Shot(name="h-curve", experiment=VALLEY, view=View.ERROR_CURVE, step=220, parts=ONLY),
    Shot(
        name="runs",
        experiment=SCHEDULED,
        step=220,
        parts=(_runs, _loss),
        size=TALL,
        prepare=_show_rule,
        undo=_hide_rule,
    ),
    Shot(name="contour", experiment=HILLS, step=30, parts=ONLY),
    Shot(name="surface", experiment=HILLS, view=View.SURFACE, step=30, parts=ONLY),
    Shot(name="slice", experiment=GRAPH, view=View.SLICE, step=4, parts=ONLY),
    Shot(name="verdict", experiment=TOO_FAST, step=None, parts=(_status,), size=NARROW),
    Shot(
        name="lesson",
        experiment=BOWL,
        size=LARGE,
        width=WIDE,
        prepare=_open_lesson,
        undo=_close_lesson,
    ),
    Shot(name="network", experiment=SPIRAL, view=View.DATA, step=960, width=WIDE),
    Shot(
        name="rate-change",
        experiment=SLOWED,
        view=View.DATA,
        step=1100,
        parts=(_training, _loss),
        size=TALL,
        prepare=_show_changes,
        undo=_hide_changes,
    ),
    Shot(name="answers", experiment=DIGITS, view=View.ANSWERS, step=300, parts=ONLY),
    Shot(
        name="backpropagation",
        experiment=SIMPLE,
        view=View.BACKPROPAGATION,
        parts=ONLY,
        prepare=show_products,
    ),
)
