"""One picture of the documentation, as what is to be seen in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from gradviz.document.display import View

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gradviz.document.experiment import Experiment
    from gradviz.ui.main_window import MainWindow

LARGE = QSize(1440, 900)
SMALL = QSize(1180, 760)

Prepare = Callable[["MainWindow"], None]
Part = Callable[["MainWindow"], "QWidget"]


def whole(window: MainWindow) -> QWidget:
    """Return all of a window."""
    return window


def picture(window: MainWindow) -> QWidget:
    """Return the card in the middle."""
    return window.picture


def nothing(_window: MainWindow) -> None:
    """Do nothing."""


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One picture.

    Attributes
    ----------
    name : str
        Of its file.
    experiment : Experiment
        What is shown.
    view : View
        In which picture.
    step : int or None
        With the cursor here; None for the end.
    theme : str
        In which colours.
    size : QSize
        Of the window.
    width : int
        Pixels across of the file at most; what is wider is scaled.
    parts : tuple of callable
        What of the window is shown, side by side.
    prepare, undo : callable
        What else is done before, and taken back afterwards.
    """

    name: str
    experiment: Experiment
    view: View = View.CONTOUR
    step: int | None = 0
    theme: str = "light"
    size: QSize = field(default=SMALL)
    width: int = 760
    parts: tuple[Part, ...] = (whole,)
    prepare: Prepare = nothing
    undo: Prepare = nothing
