"""The surface as OpenGL draws it: on a display, or on one in memory."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QOpenGLContext

from gradviz.core.field import Bounds
from gradviz.document.display import ColourMap
from gradviz.plots.surface import SurfaceView
from gradviz.plots.surface_camera import Camera
from gradviz.plots.surface_options import SurfaceOptions
from gradviz.plots.themes import DARK, LIGHT
from looking import pixels

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

pytestmark = [
    pytest.mark.gl,
    pytest.mark.skipif(
        os.environ.get("QT_QPA_PLATFORM") == "offscreen", reason="there is no OpenGL off screen"
    ),
]

SIZE = (420, 400)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., SurfaceView]:
    def shown(drawn: tuple, **options: object) -> SurfaceView:
        view = SurfaceView()
        qtbot.addWidget(view)
        view.resize(*SIZE)
        view.set_options(SurfaceOptions(**options))
        view.set_scene(drawn.scene)
        view.set_results(drawn.results)
        view.show()
        return view

    return shown


def painted(view: SurfaceView) -> np.ndarray:
    """Return the picture, smooth, as a table of ``0xRRGGBB``."""
    return pixels(view.image(1.0))


def near(picture: np.ndarray, colour: str, within: int = 12) -> np.ndarray:
    """Tell which pixels nearly have a colour."""
    wanted = QColor(colour)
    parts = [(picture >> shift) & 0xFF for shift in (16, 8, 0)]
    away = [
        np.abs(part.astype(int) - ink) for part, ink in zip(parts, wanted.getRgb()[:3], strict=True)
    ]
    return np.max(away, axis=0) <= within


def test_a_surface_is_drawn_and_its_ground_is_the_themes(
    show: Callable[..., SurfaceView], bowl: tuple
) -> None:
    view = show(bowl)
    for theme in (LIGHT, DARK):
        view.set_theme(theme)
        picture = painted(view)
        assert near(picture, theme.surface, 0)[0, 0]
        assert len(np.unique(picture)) > 1500  # shades
    assert view.accessibleDescription().startswith("Arrow keys")


def test_trails_lie_on_the_surface_and_follow_the_cursor(
    show: Callable[..., SurfaceView], bowl: tuple
) -> None:
    view = show(bowl)
    view.set_cursor(0)
    ink = LIGHT.run(bowl.results.runs[0].run.style).colour
    before = near(painted(view), ink).sum()
    view.set_cursor(100)
    assert near(painted(view), ink).sum() > before + 100


def test_playing_draws_what_drawing_anew_does(
    show: Callable[..., SurfaceView], bowl: tuple
) -> None:
    view, other = show(bowl), show(bowl)
    for step in (1, 5, 20):  # over what is kept of the surface
        view.set_cursor(step)
        painted(view)
    other.set_cursor(20)
    assert (painted(view) != painted(other)).sum() == 0


def test_a_hill_hides_the_trail_behind_it(
    show: Callable[..., SurfaceView], descend: Callable
) -> None:
    drawn = descend(
        "sgd:lr=0.05", formula="exp(-x0**2 - x1**2)", start=(0.3, 0.8), view=Bounds(-2, 2, -2, 2)
    )
    view = show(drawn, mesh=False)
    view.set_cursor(100)
    ink = LIGHT.run(drawn.results.runs[0].run.style).colour
    view.set_camera(Camera(-90.0, 20.0))
    hidden = near(painted(view), ink).sum()
    view.set_camera(Camera(90.0, 20.0))
    assert near(painted(view), ink).sum() > hidden + 150


def test_values_outside_the_domain_leave_holes(
    show: Callable[..., SurfaceView], descend: Callable
) -> None:
    ring = descend(formula="sqrt(x0**2 + x1**2 - 1)", start=(1.5, 1.5), view=Bounds(-2, 2, -2, 2))
    view = show(ring, floor=False)
    view.look_from_above()
    picture = painted(view)
    height, width = picture.shape
    middle = picture[height // 2 - 8 : height // 2 + 8, width // 2 - 8 : width // 2 + 8]
    assert near(middle, LIGHT.sunken, 16).mean() > 0.8  # floor, and a rule or two
    aside = picture[height // 2, width // 2 - 120 : width // 2 - 100]
    assert not near(aside, LIGHT.sunken, 4).any()


def test_mesh_and_floor_can_be_left_out(show: Callable[..., SurfaceView], bowl: tuple) -> None:
    view = show(bowl)
    plain = painted(view)
    for options in (SurfaceOptions(mesh=False), SurfaceOptions(floor=False)):
        view.set_options(options)
        assert (painted(view) != plain).mean() > 0.02
    view.set_options(SurfaceOptions())
    assert (painted(view) != plain).sum() < 40  # Qt sets letters anew a shade differently


@pytest.mark.parametrize(
    ("formula", "start"),
    [
        ("0*x0 + 0*x1", (1.0, 1.0)),
        ("log(-1 - x0**2 - x1**2)", (1.0, 1.0)),
        ("1/x0 + 1/x1", (1.0, 1.0)),
        ("exp(exp(x0*x1))", (0.1, 0.1)),
        ("1e300*(x0**2 + x1**2)", (1.0, 1.0)),
        ("1e-300*(x0 + x1)", (1.0, 1.0)),
    ],
)
def test_strange_functions_are_drawn(
    show: Callable[..., SurfaceView], descend: Callable, formula: str, start: tuple[float, float]
) -> None:
    drawn = descend(formula=formula, start=start)
    for log in (False, True):
        assert painted(show(drawn, log=log)).shape == SIZE[::-1]


def test_runs_of_other_points_are_drawn(
    show: Callable[..., SurfaceView], bowl: tuple, strange: Callable
) -> None:
    view = show(bowl)
    for points in (
        [[1.0, 1.0]],
        [[np.nan, np.nan], [1.0, 1.0]],
        [[1.0, 1.0], [1e308, -1e308], [np.inf, 0.0]],
        np.random.default_rng(1).normal(0.0, 3.0, (100_000, 2)),
    ):
        view.set_results(strange(np.array(points)))
        view.set_cursor(len(points) - 1)
        painted(view)


def test_more_variables_are_drawn_along_the_plane(
    show: Callable[..., SurfaceView], descend: Callable
) -> None:
    drawn = descend(formula="x0**2 + x1**2 + x2**2", start=(3.0, -2.0, 1.0), plane=(2, 0))
    view = show(drawn)
    assert view.picture.names[:2] == ("x₂", "x₀")
    painted(view)


def test_an_image_is_as_fine_as_asked(show: Callable[..., SurfaceView], bowl: tuple) -> None:
    image = show(bowl).image(3.0)
    assert image.size().toTuple() == (3 * SIZE[0], 3 * SIZE[1])
    assert QOpenGLContext.currentContext() is None


def test_at_rest_the_edges_become_smooth(
    show: Callable[..., SurfaceView], bowl: tuple, qtbot: QtBot
) -> None:
    view = show(bowl)
    view.repaint()
    qtbot.waitUntil(lambda: view._fine)
    view.set_camera(Camera(10.0, 30.0))
    renderer = view.picture.renderer
    assert renderer is not None
    assert view._fine is renderer.is_quick


def test_views_come_and_go(show: Callable[..., SurfaceView], bowl: tuple) -> None:
    for _ in range(3):
        view = show(bowl)
        painted(view)
        view.close()
        view.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_after_the_program_has_quit_nothing_is_drawn(
    show: Callable[..., SurfaceView], bowl: tuple
) -> None:
    view = show(bowl)
    painted(view)
    QCoreApplication.instance().aboutToQuit.emit()
    assert view.picture.renderer is None
    assert "needs OpenGL" in view.picture.problem()
    view.repaint()


def test_a_fault_of_opengl_ends_in_a_sentence(
    show: Callable[..., SurfaceView], bowl: tuple, monkeypatch: pytest.MonkeyPatch
) -> None:
    from OpenGL import GL, error  # noqa: PLC0415 - it may not be there at all

    view = show(bowl)
    painted(view)

    def refuse(*_: object) -> None:
        raise error.Error("out of memory")

    monkeypatch.setattr(GL, "glDrawElements", refuse)
    view.set_camera(Camera(10.0, 30.0))
    view.grab()
    assert view.picture.renderer is None
    assert "needs OpenGL" in view.picture.problem()


def test_the_surface_has_the_colours_that_are_chosen(
    show: Callable[..., SurfaceView], bowl: tuple
) -> None:
    view = show(bowl, mesh=False)
    view.look_from_above()
    plain = painted(view)
    view.set_colour_map(ColourMap.VIRIDIS)
    picture = painted(view)
    corner = picture[38:44, 48:54]  # high: yellow, lit or not
    red, blue = (corner >> 16) & 0xFF, corner & 0xFF
    assert (red.astype(int) - blue > 60).mean() > 0.8
    assert (plain != picture).mean() > 0.4
