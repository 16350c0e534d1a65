"""The small drawing of a network: what is drawn where, what is read there, what is stepped."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gradviz.core.network.network import Network
from gradviz.core.network.places import place_of
from gradviz.document.network_task import task_of
from gradviz.plots.frames import painting
from gradviz.plots.network_sketch import COARSE, NetworkSketch
from gradviz.plots.numerals import readout
from gradviz.plots.paced import PACE
from gradviz.plots.sketch_edges import LEVELS, MOST_EDGES, edge_lines, edge_pen, grades, sign_colour
from gradviz.plots.sketch_layout import MOST_NODES, Spot, lay_out, spot_at
from gradviz.plots.sketch_picture import NetworkSketchPicture
from gradviz.plots.sketch_words import number_at, weight_place
from gradviz.plots.themes import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from gradviz.plots.themes import Theme

SIZE = QSizeF(288, 184)
SIZES = st.lists(st.sampled_from([1, 2, 3, 10, 24, 25, 64, 2000]), min_size=2, max_size=8)


def columns_of(*sizes: int) -> tuple[Any, ...]:
    return lay_out(sizes, SIZE.width(), SIZE.height())


@pytest.fixture
def view(qtbot: QtBot) -> NetworkSketch:
    view = NetworkSketch()
    qtbot.addWidget(view)
    view.resize(SIZE.toSize())
    task = task_of("spiral")
    view.set_network(task.network, task.samples(1)[0])
    view.set_weights(task.first_weights(1), np.arange(371.0))
    view.show()
    return view


@pytest.fixture
def painted(qapp: object) -> Callable[..., QImage]:
    """Return a function that paints a network of these sizes with these weights."""

    def paint(
        sizes: tuple[int, ...], weights: float | None, theme: Theme = LIGHT, **state: object
    ) -> QImage:
        network = Network(sizes, has_bias=bool(state.pop("has_bias", True)))
        picture = NetworkSketchPicture(theme)
        picture.network = network
        picture.weights = None if weights is None else np.full(network.size, weights)
        for name, value in state.items():
            setattr(picture, name, value)
        image = QImage(SIZE.toSize(), QImage.Format.Format_RGB32)
        image.fill(picture.theme.surface)
        with painting(image) as painter:
            picture.paint(painter, SIZE, 1.0)
        return image

    assert qapp is not None
    return paint


def colours_at(image: QImage, x: float, y: float) -> tuple[int, int, int]:
    found = image.pixelColor(round(x), round(y))
    return found.red(), found.green(), found.blue()


class TestLayout:
    @settings(max_examples=60)
    @given(SIZES)
    def test_everything_is_drawn_inside_and_evenly_picked(self, sizes: list[int]) -> None:
        for count, column in zip(sizes, columns_of(*sizes), strict=True):
            assert len(column.units) == len(column.y) == min(count, MOST_NODES)
            assert column.units[0] == 0
            assert column.units[-1] == count - 1
            assert (np.diff(column.units) > 0).all()
            assert np.ptp(np.diff(column.units)) <= 1 if len(column.units) > 1 else True
            assert (np.diff(column.y) > 0).all()
            assert column.y.min() - column.radius >= 0
            assert column.y.max() + column.radius <= SIZE.height() - 18
            assert column.radius <= column.x <= SIZE.width() - column.radius
            assert (column.gap is None) == (count <= MOST_NODES)
            if column.gap is not None:
                assert np.abs(column.y - column.gap).min() > column.radius

    @settings(max_examples=60)
    @given(SIZES, st.data())
    def test_a_node_is_found_where_it_stands(self, sizes: list[int], data: st.DataObject) -> None:
        columns = columns_of(*sizes)
        layer = data.draw(st.integers(0, len(sizes) - 1))
        unit = int(data.draw(st.sampled_from(columns[layer].units.tolist())))
        place = columns[layer].place(unit)
        assert place is not None
        assert spot_at(columns, place) == Spot(layer, unit)

    def test_an_edge_is_found_between_its_ends(self) -> None:
        columns = columns_of(2, 4, 2)
        (x0, y0), (x1, y1) = columns[0].place(1), columns[1].place(0)
        at = (0.9 * x0 + 0.1 * x1, 0.9 * y0 + 0.1 * y1)
        assert spot_at(columns, at) == Spot(0, 1, 0)

    def test_nothing_is_found_beside_the_network(self) -> None:
        columns = columns_of(2, 4, 2)
        assert spot_at(columns, (140.0, 5.0)) is None
        assert spot_at(columns, (-50.0, 900.0)) is None

    def test_a_unit_that_is_left_out_has_no_place(self) -> None:
        column = columns_of(64, 10)[0]
        missing = next(unit for unit in range(64) if unit not in column.units)
        assert column.place(missing) is None
        assert column.place(64) is None


class TestEdges:
    def test_the_larger_a_weight_the_stronger_it_is_drawn(self) -> None:
        weights = np.array([0.0, 0.05, 0.5, -2.0, 1e9, np.inf, -np.inf, np.nan])
        levels, signs = grades(weights, 16)
        assert (np.diff(levels[:5]) >= 0).all()
        assert levels[0] == 0
        assert levels[4:].tolist() == [LEVELS - 1] * 4
        assert signs.tolist() == [0, 1, 1, 0, 1, 1, 0, 2]

    def test_a_weight_counts_as_much_as_its_signal(self) -> None:
        # 1/sqrt(n) keeps signals as large as they came, so it is drawn alike for every n
        drawn = {int(grades(np.array([1.0 / np.sqrt(n)]), n)[0][0]) for n in (1, 4, 64, 1000)}
        assert len(drawn) == 1

    def test_lines_run_as_the_matrix_is_read(self) -> None:
        columns = columns_of(3, 2)
        ends = [(line.y1(), line.y2()) for line in edge_lines(columns)[0]]
        assert ends == [(a, b) for a in columns[0].y for b in columns[1].y]

    @pytest.mark.parametrize("theme", [LIGHT, DARK])
    def test_signs_have_colours_of_their_own(
        self, painted: Callable[..., QImage], theme: Theme
    ) -> None:
        middle = {}
        for sign, weight in enumerate((-9.0, 9.0, np.nan)):
            image = painted((1, 1), weight, theme=theme, has_bias=False)
            middle[sign] = colours_at(image, 144, columns_of(1, 1)[0].y[0])
        for sign, seen in middle.items():
            wanted = int(sign_colour(sign, theme)[1:], 16)
            exact = np.array([wanted >> 16, wanted >> 8 & 255, wanted & 255])
            assert np.abs(exact - seen).max() < 60
        assert len(set(middle.values())) == 3

    def test_no_more_edges_are_painted_than_can_be(self, painted: Callable[..., QImage]) -> None:
        columns = columns_of(*[24] * 20)
        assert sum(map(len, edge_lines(columns))) > 10 * MOST_EDGES
        image = painted((24,) * 20, 0.3)
        for left, right in pairwise(columns):  # every gap has some
            x = (left.x + right.x) / 2
            column = {colours_at(image, x, y) for y in range(4, 160)}
            assert len(column) > 1


class TestPicture:
    @pytest.mark.parametrize("weight", [0.0, np.nan, np.inf, -1e300, 1e-300, None])
    @pytest.mark.parametrize("sizes", [(1, 1), (2, 2000, 1), (1000, 1000, 2), (2, *[3] * 18, 2)])
    def test_paints_whatever_the_weights_are(
        self, painted: Callable[..., QImage], sizes: tuple[int, ...], weight: float | None
    ) -> None:
        spot = Spot(0, 0, 0)
        image = painted(sizes, weight, spot=spot, layer=1, outputs=("a", "b"))
        assert image != painted(sizes, weight)

    def test_classes_have_the_colours_of_their_samples(
        self, painted: Callable[..., QImage]
    ) -> None:
        image = painted((2, 3), 0.0, outputs=("a", "b", "c"))
        column = columns_of(2, 3)[1]
        for unit, y in enumerate(column.y):
            seen = "#{:02X}{:02X}{:02X}".format(*colours_at(image, column.x, y))
            assert seen == LIGHT.class_style(unit).colour.upper()

    def test_biases_tint_the_nodes(self, painted: Callable[..., QImage]) -> None:
        column = columns_of(2, 3, 1)[1]
        seen = {
            weight: colours_at(painted((2, 3, 1), weight), column.x, column.y[0])
            for weight in (-9.0, 0.0, 9.0)
        }
        assert seen[-9.0][0] > seen[0.0][0]  # orange
        assert seen[9.0][2] > seen[0.0][2]  # blue

    def test_says_what_it_shows(self) -> None:
        picture = NetworkSketchPicture(LIGHT)
        assert picture.problem()
        picture.network = Network((2, 16, 3))
        assert (picture.problem(), picture.heading(), picture.moment()) == ("", "2-16-3", "")
        picture.weights, picture.step = np.zeros(99), 7
        assert "7" in picture.moment()
        assert list(picture.legend()) == []

    def test_a_still_picture_has_no_trace_of_the_mouse(self) -> None:
        picture = NetworkSketchPicture(LIGHT)
        picture.network, picture.spot, picture.layer = Network((2, 3, 1)), Spot(0, 0), 1
        still = picture.still()
        assert (still.network, still.spot, still.layer) == (picture.network, None, None)
        assert picture.spot is not None


class TestReadout:
    @pytest.mark.parametrize("has_bias", [True, False])
    def test_every_weight_is_read_where_it_is_drawn(self, has_bias: bool) -> None:
        network = Network((3, 4, 2), has_bias=has_bias)
        numbers = np.arange(network.size) + 0.5
        spots = [
            Spot(layer, unit, to)
            for layer, units in enumerate(network.sizes)
            for unit in range(units)
            for to in (None, *(range(network.sizes[layer + 1]) if layer < 2 else ()))
        ]
        places = [place for spot in spots if (place := weight_place(network, spot)) is not None]
        assert len(set(places)) == network.size
        for index in range(network.size):
            assert number_at(network, place_of(network, index), numbers) == numbers[index]
            assert place_of(network, index) in places

    def test_an_edge_tells_weight_and_gradient(self, view: NetworkSketch) -> None:
        rows, title = view.picture.readout(Spot(1, 3, 2))
        matrix = view.picture.network.views(view.picture.weights)[2][0]
        assert title == ""
        assert (rows[0].name, rows[0].value) == ("W2[3, 2]", readout(float(matrix[3, 2])))
        assert rows[1].value == readout(2 * 16 + 16 + 3 * 16 + 2.0)

    def test_nodes_are_called_as_the_data_calls_them(self, view: NetworkSketch) -> None:
        train = task_of("iris").samples(1)[0]
        view.set_network(task_of("iris").network, train)
        assert train.inputs_named[2] in view.picture.readout(Spot(0, 2))[1]
        assert train.classes[1] in view.picture.readout(Spot(2, 1))[1]
        rows, title = view.picture.readout(Spot(1, 5))
        assert title == "hidden layer 1, unit 5"
        assert rows == []  # no weights yet

    def test_without_biases_a_node_has_no_number(self) -> None:
        network = replace(task_of("xor"), has_bias=False).network
        assert weight_place(network, Spot(1, 0)) is None


class TestView:
    def test_the_pointer_reads(self, qtbot: QtBot, view: NetworkSketch) -> None:
        column = view.picture.columns(view.extent())[1]
        qtbot.mouseMove(view, QPointF(*column.place(3)).toPoint())
        assert view.picture.spot == Spot(1, 3)
        assert view.picture.layer == 1
        qtbot.mouseMove(view, QPoint(140, 2))
        assert view.picture.spot is None

    def test_plus_and_minus_step_the_layer_under_the_pointer(
        self, qtbot: QtBot, view: NetworkSketch
    ) -> None:
        told: list[tuple[int, int]] = []
        view.unitsStepped.connect(lambda layer, by: told.append((layer, by)))
        column = view.picture.columns(view.extent())[2]
        qtbot.mouseMove(view, QPoint(round(column.x), 60))
        stepper = view.picture.stepper(view.extent())
        assert stepper is not None
        left = Qt.MouseButton.LeftButton
        shift = Qt.KeyboardModifier.ShiftModifier
        qtbot.mouseClick(view, left, pos=stepper.plus.center().toPoint())
        qtbot.mouseClick(view, left, pos=stepper.minus.center().toPoint())
        qtbot.mouseClick(view, left, shift, stepper.plus.center().toPoint())
        qtbot.mouseClick(view, left, pos=QPoint(140, 60))
        assert told == [(2, 1), (2, -1), (2, COARSE)]

    def test_inputs_and_outputs_are_not_stepped(self, qtbot: QtBot, view: NetworkSketch) -> None:
        qtbot.mouseMove(view, QPoint(8, 60))
        assert view.picture.stepper(view.extent()) is None
        qtbot.mouseMove(view, QPoint(284, 60))
        assert view.picture.stepper(view.extent()) is None

    def test_the_keys_do_all_that_the_mouse_does(self, qtbot: QtBot, view: NetworkSketch) -> None:
        told: list[tuple[Any, ...]] = []
        view.unitsStepped.connect(lambda *given: told.append(("step", *given)))
        view.layerAdded.connect(lambda *given: told.append(("add", *given)))
        view.layerRemoved.connect(lambda *given: told.append(("remove", *given)))
        view.setFocus(Qt.FocusReason.TabFocusReason)
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Minus):
            qtbot.keyClick(view, key)
        qtbot.keyClick(view, Qt.Key.Key_Insert)
        qtbot.keyClick(view, Qt.Key.Key_Left)
        qtbot.keyClick(view, Qt.Key.Key_Delete)
        assert told == [("step", 1, 1), ("step", 2, -1), ("add", 2), ("remove", 1)]

    def test_a_network_without_hidden_layers_gets_its_first_by_key(
        self, qtbot: QtBot, view: NetworkSketch
    ) -> None:
        told: list[int] = []
        view.layerAdded.connect(told.append)
        view.layerRemoved.connect(told.append)
        view.set_network(Network((2, 3)))
        view.setFocus(Qt.FocusReason.TabFocusReason)
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_Insert):
            qtbot.keyClick(view, key)
        assert told == [0]

    def test_new_weights_are_seen_and_the_mouse_paints_nothing_anew(
        self, qtbot: QtBot, view: NetworkSketch
    ) -> None:
        before = view.grab().toImage()
        ground = view._painted_ground()
        qtbot.mouseMove(view, QPoint(140, 60))
        view.grab()
        assert view._painted_ground() is ground
        qtbot.mouseMove(view, QPoint(140, 2))
        view.set_weights(-view.picture.weights)
        assert view.grab().toImage() != before

    def test_another_network_forgets_the_weights_of_the_last(self, view: NetworkSketch) -> None:
        view.set_network(Network((2, 4, 3)))
        assert view.picture.weights is None
        view.grab()

    def test_follows_the_theme(self, view: NetworkSketch) -> None:
        light = view.grab().toImage()
        view.set_theme(DARK)
        dark = view.grab().toImage()
        assert light.pixelColor(140, 2).lightness() > 200
        assert dark.pixelColor(140, 2).lightness() < 60


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_signs_of_weights_are_told_apart_without_colour(theme: Theme) -> None:
    below, above = edge_pen(0, 5, theme), edge_pen(1, 5, theme)
    styles = below.style(), above.style()
    assert styles == (Qt.PenStyle.CustomDashLine, Qt.PenStyle.SolidLine)


def test_weights_that_follow_each_other_quickly_are_painted_now_and_then_and_at_the_end(
    qtbot: QtBot, view: NetworkSketch, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []
    paint = NetworkSketchPicture.paint_network

    def note(self: NetworkSketchPicture, *rest: object) -> None:
        painted.append(self.step)
        paint(self, *rest)

    monkeypatch.setattr(NetworkSketchPicture, "paint_network", note)
    qtbot.wait(2 * PACE)
    painted.clear()
    for step in range(1, 40):
        view.set_weights(view.picture.weights, view.picture.gradient, step)
        QApplication.sendPostedEvents()  # timers get no turn
    qtbot.waitUntil(lambda: 39 in painted)
    assert len(painted) <= 3
    painted.clear()
    qtbot.wait(3 * PACE)
    assert painted == []
