"""Stationary points on the map: where they are drawn, named and told of."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF

from gradviz.core.bounds import Bounds
from gradviz.core.ghost import Ghost
from gradviz.core.stationary import StationaryKind, StationaryPoint
from gradviz.document.experiment import Experiment
from gradviz.document.landmarks import (
    Landmarks,
    LandmarksRequest,
    evaluate_landmarks,
    landmarks_request,
)
from gradviz.document.scene import SceneRequest, evaluate_scene, scene_request
from gradviz.plots import landmark_names
from gradviz.plots.axes import Projection
from gradviz.plots.contour import ContourView
from gradviz.plots.contour_picture import ContourPicture
from gradviz.plots.landmark_names import Name, names_of
from gradviz.plots.landmark_readout import landmark_rows
from gradviz.plots.landmark_shapes import Shape, radius_for
from gradviz.plots.landmarks import landmark_marks, mark_at
from gradviz.plots.lettering import face
from gradviz.plots.polylines import Box
from gradviz.plots.themes import DARK, LIGHT, Theme
from hands import send_mouse
from looking import amount, pixels

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HIMMELBLAU = "(x0**2 + x1 - 11)**2 + (x0 + x1**2 - 7)**2"
WELLS = "(x0**2 - 1)**2 + 0.3*x0 + x1**2"
BOUNDS = Bounds(-6.0, 6.0, -6.0, 6.0)
PROJECTION = Projection(Box(40.0, 10.0, 640.0, 610.0), -6.0, 6.0, -6.0, 6.0)


def request(text: str, start: tuple[float, ...] = (0.0, 0.0), **changes: object) -> SceneRequest:
    experiment = Experiment(formula=text, start=start, view=BOUNDS)
    return replace(scene_request(experiment), **changes)


def landmarks(text: str, start: tuple[float, ...] = (0.0, 0.0)) -> Landmarks:
    found = evaluate_landmarks(
        landmarks_request(Experiment(formula=text, start=start, view=BOUNDS))
    )
    assert found is not None
    return found


def of_points(*points: tuple[tuple[float, ...], StationaryKind]) -> Landmarks:
    dimension = len(points[0][0])
    asked = LandmarksRequest(formula="f", low=(-6.0,) * dimension, high=(6.0,) * dimension)
    made = (StationaryPoint(x, 0.0, kind, (1.0,) * dimension) for x, kind in points)
    return Landmarks(asked, tuple(made), complete=True)


def boxes(names: tuple[Name, ...]) -> list[Box]:
    return [Box(n.x, n.y - 7, n.x + face().width(n.text), n.y + 7) for n in names]


def meet(a: Box, b: Box) -> bool:
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom


@pytest.mark.usefixtures("qapp")
class TestMarks:
    def test_each_kind_has_its_shape(self) -> None:
        marks = landmark_marks(landmarks(HIMMELBLAU), request(HIMMELBLAU), PROJECTION)
        shapes = [mark.shape for mark in marks]
        assert shapes.count(Shape.STAR) == 4
        assert shapes.count(Shape.HOURGLASS) == 4
        assert shapes.count(Shape.PEAK) == 1
        assert (marks[0].x, marks[0].y) in [
            pytest.approx(PROJECTION.place(*m.x)) for m in landmarks(HIMMELBLAU).points[:4]
        ]

    def test_out_of_sight_is_not_marked(self) -> None:
        far = of_points(((7.0, 0.0), StationaryKind.MINIMUM))
        assert landmark_marks(far, request("x0 + x1"), PROJECTION) == ()
        infinite = of_points(((float("nan"), float("inf")), StationaryKind.MINIMUM))
        assert landmark_marks(infinite, request("x0 + x1"), PROJECTION) == ()

    def test_a_valley_is_not_crowded(self) -> None:
        valley = of_points(*[((0.0, y / 50), StationaryKind.FLAT) for y in range(12)])
        marks = landmark_marks(valley, request("x0 + x1"), PROJECTION)
        assert 1 <= len(marks) <= 2

    def test_points_beside_the_plane_are_faint(self) -> None:
        points = of_points(
            ((1.0, 0.0, 2.0), StationaryKind.MINIMUM), ((1.0, 0.0, 5.0), StationaryKind.SADDLE)
        )
        shown = request("x0 + x1 + x2", (0.0, 0.0, 0.0), held=(9.0, 9.0, 2.0))
        assert [mark.faint for mark in landmark_marks(points, shown, PROJECTION)] == [False, True]

    def test_on_a_graph_they_lie_on_the_curve(self) -> None:
        text = "x**4 - 4*x**2 + x"
        (mark, *_) = landmark_marks(landmarks(text, (0.0,)), request(text, (0.0,)), PROJECTION)
        x = -1.47299760111403
        assert (mark.x, mark.y) == pytest.approx(PROJECTION.place(x, x**4 - 4 * x**2 + x))

    def test_the_more_the_smaller(self) -> None:
        radii = [radius_for(count) for count in (1, 9, 60, 400, 10**6)]
        assert radii == sorted(radii, reverse=True)
        assert radii[0] > radii[-1] > 3.0

    def test_the_nearest_is_under_the_pointer(self) -> None:
        points = of_points(
            ((0.0, 0.0), StationaryKind.MINIMUM), ((0.2, 0.0), StationaryKind.SADDLE)
        )
        marks = landmark_marks(points, request("x0 + x1"), PROJECTION)
        assert mark_at(marks, (marks[1].x + 1.0, marks[1].y)) is marks[1]
        assert mark_at(marks, (marks[0].x - 1.0, marks[0].y)) is marks[0]
        assert mark_at(marks, (marks[0].x - 20.0, marks[0].y)) is None
        assert mark_at((), (0.0, 0.0)) is None


@pytest.mark.usefixtures("qapp")
class TestNames:
    def named(self, text: str, *obstacles: Box) -> tuple[Name, ...]:
        marks = landmark_marks(landmarks(text), request(text), PROJECTION)
        return names_of(marks, request(text), PROJECTION, obstacles)

    def test_as_in_print(self) -> None:
        assert [name.text for name in self.named("(x0 - 1)**2 + (x1 + 2.5)**2")] == [
            "minimum (1, −2.5)"
        ]
        assert [name.text for name in self.named(WELLS)] == [
            "minimum (−1.04, 0)",
            "minimum (0.96, 0)",
            "saddle (0.08, 0)",
        ]

    def test_of_many_only_the_minima(self) -> None:
        names = self.named(HIMMELBLAU)
        assert len(names) == 4
        assert all(name.text.startswith("minimum") for name in names)
        assert self.named("sin(3*x0)*sin(3*x1)") == ()

    def test_a_valley_has_no_names(self) -> None:
        assert self.named("(x0 + x1)**2") == ()

    def test_on_a_graph(self) -> None:
        text = "x**4 - 4*x**2 + x"
        marks = landmark_marks(landmarks(text, (0.0,)), request(text, (0.0,)), PROJECTION)
        names = names_of(marks, request(text, (0.0,)), PROJECTION, ())
        assert [name.text for name in names] == [
            "minimum at −1.47",
            "minimum at 1.35",
            "maximum at 0.13",
        ]
        assert names[2].y < marks[2].y  # above a maximum, where the curve is not

    @pytest.mark.parametrize("text", [HIMMELBLAU, WELLS, "x0**2 + x1**2"])
    def test_they_cover_nothing(self, text: str) -> None:
        start = Box(350.0, 315.0, 420.0, 330.0)
        marks = landmark_marks(landmarks(text), request(text), PROJECTION)
        placed = boxes(self.named(text, start))
        assert len(placed) == min(len(marks), 4)
        for box in placed:
            assert PROJECTION.box.has(box.left, box.top)
            assert PROJECTION.box.has(box.right, box.bottom)
            assert not meet(box, start)
            assert not any(box.has(mark.x, mark.y) for mark in marks)
        assert not any(meet(a, b) for a, b in combinations(placed, 2))

    def test_without_room_there_is_no_name(self) -> None:
        assert self.named("x0**2 + x1**2", PROJECTION.box) == ()

    def test_at_most_so_many(self) -> None:
        kinds = [((float(i - 3), 0.0), StationaryKind.MINIMUM) for i in range(7)]
        for count in (6, 7):
            marks = landmark_marks(of_points(*kinds[:count]), request("x0 + x1"), PROJECTION)
            names = names_of(marks, request("x0 + x1"), PROJECTION, ())
            assert bool(names) is (count <= landmark_names.MOST_NAMED)


@pytest.mark.usefixtures("qapp")
class TestReadout:
    def test_a_minimum(self) -> None:
        point = StationaryPoint((1.0, 1.0), 0.0, StationaryKind.MINIMUM, (0.5, 1001.6))
        rows = landmark_rows(point, ("x₀", "x₁"), (0, 1), PROJECTION)
        assert [(row.name, row.value) for row in rows] == [
            ("x₀, x₁", "1, 1"),
            ("f", "0"),
            ("λ", "0.5000, 1002"),
            ("condition", "2003"),
            ("2/λₘₐₓ", "0.001997"),
        ]

    def test_a_saddle_has_no_rate(self) -> None:
        point = StationaryPoint((0.0, 0.5), -2.0, StationaryKind.SADDLE, (-1.0, 1.0))
        names = [row.name for row in landmark_rows(point, ("x₀", "x₁"), (0, 1), PROJECTION)]
        assert names == ["x₀, x₁", "f", "λ"]

    def test_one_variable(self) -> None:
        point = StationaryPoint((-5.0,), -0.25, StationaryKind.MINIMUM, (0.02,))
        rows = landmark_rows(point, ("x",), (0, 0), PROJECTION)
        assert [(row.name, row.value) for row in rows] == [
            ("x", "−5"),
            ("f", "−0.2500"),
            ("λ", "0.02000"),
            ("2/λₘₐₓ", "100.0"),
        ]

    def test_many_variables_are_told_in_brief(self) -> None:
        x = tuple(float(i) for i in range(10))
        point = StationaryPoint(x, 0.0, StationaryKind.MINIMUM, (*x[1:], 20.0))
        names = tuple(f"x{i}" for i in range(10))
        rows = landmark_rows(point, names, (3, 1), PROJECTION)
        assert (rows[0].name, rows[0].value) == ("x3, x1", "3, 1")
        assert [row.name for row in rows[1:4]] == ["x0", "x2", "x4"]
        assert ("λ", "1.000 … 20.00") in [(row.name, row.value) for row in rows]
        assert len(rows) <= 8


def shown(qtbot: QtBot, text: str, theme: Theme = LIGHT) -> ContourView:
    view = ContourView()
    qtbot.addWidget(view)
    view.resize(560, 540)
    view.set_theme(theme)
    view.set_scene(evaluate_scene(request(text)))
    view.show()
    return view


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_star_is_painted_and_taken_away(qtbot: QtBot, theme: Theme) -> None:
    view = shown(qtbot, WELLS, theme)
    assert amount(view, theme.star) == 0
    view.set_landmarks(landmarks(WELLS))
    assert amount(view, theme.star) > 60
    view.set_landmarks(None)
    assert amount(view, theme.star) == 0


def test_marks_of_another_function_are_not_shown(qtbot: QtBot) -> None:
    view = shown(qtbot, WELLS)
    view.set_landmarks(landmarks(HIMMELBLAU))
    assert amount(view, LIGHT.star) == 0
    view.set_landmarks(landmarks("sum(x**2)", (1.0, 1.0, 1.0)))
    assert amount(view, LIGHT.star) == 0


def test_a_ghost_is_shown_until_the_function_changes(qtbot: QtBot) -> None:
    view = shown(qtbot, WELLS)
    view.set_landmarks(landmarks(WELLS))
    before = pixels(view.grab().toImage())
    view.set_ghosts((Ghost((3.0, 3.0), (0.96, 0.0)),))
    assert (pixels(view.grab().toImage()) != before).sum() > 100
    scene = view.picture.scene
    assert scene is not None
    marks = view.picture.marked.marks(scene, PROJECTION)
    names = names_of(marks, scene.request, PROJECTION, ())
    assert names[-1].text == "ghost of h = 10⁻⁴"
    assert mark_at(marks, (marks[-1].x, marks[-1].y)) is None  # nothing is known of it but that
    view.set_landmarks(landmarks(HIMMELBLAU))
    assert view.picture.marked.ghosts == ()


def test_a_ghost_on_a_graph_lies_on_the_curve() -> None:
    picture = ContourPicture(LIGHT)
    picture.scene = evaluate_scene(request("x**2", (1.0,)))
    assert picture.scene is not None
    picture.marked.landmarks = landmarks("x**2", (1.0,))
    picture.marked.ghosts = (Ghost((-0.5,), (0.0,)),)
    ghost = picture.marked.marks(picture.scene, PROJECTION)[-1]
    assert (ghost.x, ghost.y) == pytest.approx(PROJECTION.place(-0.5, 0.25), abs=0.1)


def test_the_pointer_is_told_of_a_point_without_asking_for_f(qtbot: QtBot) -> None:
    view = shown(qtbot, WELLS)
    view.set_landmarks(landmarks(WELLS))
    view.set_start((3.0, 3.0))
    asked = []

    def probe(x: object) -> tuple[float, tuple[float, float]]:
        asked.append(x)
        return 1.0, (0.0, 0.0)

    view.probe = probe
    projection = view.picture.projection(view.size().toSizeF())
    for place, times in (((0.96015, 0.0), 0), ((3.0, -3.0), 1)):
        at = QPointF(*projection.place(*place))
        send_mouse(view, QEvent.Type.MouseMove, at, held=False)
        asked.clear()
        view.grab()
        assert len(asked) == times
