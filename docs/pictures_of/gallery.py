"""The pictures of README."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gradviz.document.display import View
from pictures_of.experiments import DIGITS, GRAPH, HILLS, RACE, SIMPLE, SPIRAL, VALLEY
from pictures_of.shot import LARGE, Shot

if TYPE_CHECKING:
    from gradviz.ui.main_window import MainWindow


def show_products(window: MainWindow) -> None:
    """Go to the stage of backpropagation at which the chain rule begins."""
    panel: Any = window.picture.panel(View.BACKPROPAGATION)
    panel.set_stage(4)


SHOTS = (
    Shot(name="window-light", experiment=VALLEY, step=220, size=LARGE, width=1440),
    Shot(name="window-dark", experiment=VALLEY, step=220, theme="dark", size=LARGE, width=1440),
    Shot(name="surface", experiment=VALLEY, view=View.SURFACE, step=220, theme="dark"),
    Shot(name="slice", experiment=GRAPH, view=View.SLICE, step=4),
    Shot(name="h-curve", experiment=VALLEY, view=View.ERROR_CURVE, step=220),
    Shot(name="table", experiment=VALLEY, view=View.TABLE, step=220, theme="dark"),
    Shot(name="stationary", experiment=HILLS, step=100),
    Shot(
        name="network-light",
        experiment=SPIRAL,
        view=View.DATA,
        step=960,
        size=LARGE,
        width=1440,
    ),
    Shot(
        name="network-dark",
        experiment=DIGITS,
        view=View.ANSWERS,
        step=300,
        theme="dark",
        size=LARGE,
        width=1440,
    ),
    Shot(
        name="backpropagation",
        experiment=SIMPLE,
        view=View.BACKPROPAGATION,
        prepare=show_products,
    ),
    Shot(name="layers", experiment=DIGITS, view=View.LAYERS, step=450, theme="dark"),
    Shot(name="gradient-check", experiment=SPIRAL, view=View.CHECK, step=960),
    Shot(name="landscape", experiment=RACE, view=View.LANDSCAPE, step=500),
)
