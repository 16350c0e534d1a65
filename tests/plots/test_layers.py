"""The picture of the layers: what stands in which cell, where, in which colour."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage

from gradviz.core.differences import Method
from gradviz.core.network.layers import Activation
from gradviz.core.network.places import place_of
from gradviz.core.network.problems import problem_named
from gradviz.core.optimizers import SGD
from gradviz.document.experiment import Experiment, Run
from gradviz.document.layer_spans import BINS, rounded_out, spread_of
from gradviz.document.layer_values import Idle, Numbers, evaluate_layer_values, layers_request
from gradviz.document.layers_look import Form, LayersLook, Shown
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.plots.colour_maps import signed_colours
from gradviz.plots.frames import painting
from gradviz.plots.histogram import Distribution, place_plots
from gradviz.plots.layers import LayersView
from gradviz.plots.layers_picture import LayersPicture
from gradviz.plots.layers_words import idle_text
from gradviz.plots.lettering import Face, face
from gradviz.plots.matrix import note_fits
from gradviz.plots.matrix_layout import matrix_layout
from gradviz.plots.matrix_moves import Spot
from gradviz.plots.matrix_numbers import cell_texts, factor_text, paint_numbers, power_of
from gradviz.plots.matrix_tables import Table, image_side, page_of
from gradviz.plots.themes import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from gradviz.document.layer_values import LayerValues
    from gradviz.plots.themes import Theme

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = QSizeF(700, 600)
MINUS = "\N{MINUS SIGN}"


@pytest.fixture(scope="module")
def values() -> Callable[..., LayerValues]:
    known, studies = {}, {}

    def found(
        key: str,
        step: int = 0,
        lr: float | None = None,
        **changes: object,
    ) -> LayerValues:
        name = (key, lr, tuple(sorted(changes.items())))
        if name not in known:
            task = replace(task_of(key), **{"epochs": 2, **changes})
            optimizer = problem_named(key).optimizer if lr is None else SGD(lr=lr)
            run = Run(optimizer=optimizer)
            with np.errstate(all="ignore"):
                known[name] = train(Experiment(network=task, method=Method.EXACT, runs=(run,)))
        if (name, step) not in studies:
            request = layers_request(known[name], 0, step, LayersLook())
            studies[name, step] = evaluate_layer_values(request)
        study = studies[name, step]
        assert study is not None
        return study

    return found


def picture_of(study: LayerValues | None, look: LayersLook | None = None) -> LayersPicture:
    picture = LayersPicture(LIGHT)
    picture.look = look or LayersLook()
    picture.study = study
    return picture


def painted(picture: LayersPicture, size: QSizeF = SIZE, ratio: float = 1.0) -> QImage:
    image = QImage((size * ratio).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(picture.theme.surface))
    with painting(image) as painter:
        picture.paint(painter, size, ratio)
    return image


def ink(theme: Theme, at: float) -> QColor:
    rgb = signed_colours(theme)[round((at + 1.0) / 2.0 * (len(signed_colours(theme)) - 1))]
    return QColor.fromRgbF(*rgb.tolist())


def test_a_cell_has_the_colour_of_its_weight(values: Callable[..., LayerValues]) -> None:
    study = values("digits", 3)
    picture = picture_of(study)
    image = painted(picture)
    weights = study.layers[0].weights
    reach = max(map(abs, weights.span))
    for row, column in ((0, 0), (5, 7), (63, 49)):
        centre = picture.spot_box(SIZE, Spot(0, row, column)).center().toPoint()
        seen, wanted = image.pixelColor(centre), ink(LIGHT, weights.values[row, column] / reach)
        for a, b in zip(seen.getRgb(), wanted.getRgb(), strict=True):
            assert abs(a - b) <= 3


def test_cells_are_the_weights_of_the_flat_vector(values: Callable[..., LayerValues]) -> None:
    study = values("xor")
    picture = picture_of(study)
    found = set()
    for x, y in itertools.product(range(0, 700, 4), range(0, 600, 4)):
        spot = picture.spot_at(SIZE, QPointF(x, y))
        weight = None if spot is None else picture.weight_of(SIZE, spot)
        if weight is not None and spot is not None:
            place = place_of(study.network, weight)
            assert (place.row, place.column) == (spot.row, spot.column)
            found.add(weight)
    assert found == set(range(22))


@pytest.mark.parametrize("shown", [Shown.WEIGHTS, Shown.GRADIENTS])
def test_images_are_columns_of_the_first_weights(
    values: Callable[..., LayerValues], shown: Shown
) -> None:
    study = values("digits", 2)
    (line,) = page_of(study, shown, Form.IMAGES)
    assert len(line) == 50
    layer = study.layers[0]
    matrix = (layer.weights if shown is Shown.WEIGHTS else layer.gradient).values
    flat = study.request.moment.weights
    for unit in (0, 17, 49):
        table = line[unit][0]
        assert np.array_equal(table.values.ravel(), matrix[:, unit])
        assert table.weight_at(3, 5) == (3 * 8 + 5) * 50 + unit
        if shown is Shown.WEIGHTS:
            assert table.values[3, 5] == flat[(3 * 8 + 5) * 50 + unit]


def test_only_square_inputs_make_images(values: Callable[..., LayerValues]) -> None:
    assert image_side(values("digits")) == 8
    iris = values("iris")  # four inputs: a square of two by two is no picture
    assert image_side(iris) is None
    assert picture_of(iris, LayersLook(form=Form.IMAGES)).problem()


def test_a_small_network_shows_its_gradient_and_its_sample(
    values: Callable[..., LayerValues],
) -> None:
    page = page_of(values("simplenet"), Shown.WEIGHTS, Form.MATRIX)
    names = [[table.name for stack in line for table in stack] for line in page]
    assert names == [["W₁", "dW₁"], ["x", "scores", "softmax", "t"]]
    layout = matrix_layout(page, QRectF(0, 0, 680, 500))
    assert layout.is_written
    boxes = {placed.table.name: placed.box for placed in layout.placed}
    assert boxes["W₁"].top() == boxes["dW₁"].top()
    assert boxes["W₁"].right() < boxes["dW₁"].left()


def test_numbers_are_written_as_the_book_prints_them(values: Callable[..., LayerValues]) -> None:
    page = page_of(values("simplenet"), Shown.WEIGHTS, Form.MATRIX)
    gradient = page[0][1][0]
    texts = cell_texts(gradient, face(), 200.0)
    assert texts == [["0.219", "0.144", f"{MINUS}0.363"], ["0.329", "0.215", f"{MINUS}0.544"]]


@pytest.mark.parametrize(
    ("numbers", "texts", "factor"),
    [
        ([[1.0, 0.0]], ["1", "0"], ""),
        ([[0.6, 0.9]], ["0.6", "0.9"], ""),
        ([[123.456, -2.0]], ["123.5", f"{MINUS}2.0"], ""),
        ([[1.25e-7, -3e-8]], ["1.250", f"{MINUS}0.300"], "10⁻⁷"),
        ([[2e300, np.nan]], ["2", "nan"], "10³⁰⁰"),
        ([[np.inf, -np.inf]], ["∞", f"{MINUS}∞"], ""),
        ([[5e-324, 0.0]], ["4.941", "0.000"], "10⁻³²⁴"),
    ],
)
def test_numbers_in_cells(numbers: list[list[float]], texts: list[str], factor: str) -> None:
    table = Table("W", np.array(numbers))
    assert cell_texts(table, face(), 200.0) == [texts]
    assert factor_text(table).endswith(factor)
    assert bool(factor_text(table)) == bool(factor)


def test_numbers_far_below_the_colours_keep_their_digits() -> None:
    small = np.array([[1.6e-4, -2.2e-4]])
    assert cell_texts(Table("dW", small, reach=0.16), face(), 200.0) == [["1.600", f"{MINUS}2.200"]]
    near = np.array([[0.05, -0.02]])
    assert cell_texts(Table("dW", near, reach=0.16), face(), 200.0) == [["0.05", f"{MINUS}0.02"]]


@pytest.mark.parametrize(("told", "text"), [(-7, "1.250"), (0, "1.25×10⁻⁷")])
def test_a_power_of_ten_that_nobody_tells_is_in_every_number(
    told: int, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table("W", np.array([[1.25e-7]]))
    (placed,) = matrix_layout((((table,),),), QRectF(0, 0, 300, 200)).placed
    assert power_of(table) == -7
    assert note_fits(placed, "")
    assert not note_fits(placed, 60 * "n")
    written: list[str] = []
    monkeypatch.setattr(Face, "write", lambda *given: written.append(given[3]))
    image = QImage(300, 200, QImage.Format.Format_ARGB32_Premultiplied)
    with painting(image) as painter:
        paint_numbers(painter, placed, LIGHT, told)
    assert written == [text]


@pytest.mark.parametrize(("width", "height"), [(680, 600), (400, 300), (204, 100), (1400, 900)])
@pytest.mark.parametrize("key", ["simplenet", "xor", "spiral", "digits", "iris", "linear"])
def test_matrices_neither_overlap_nor_leave_the_area(
    values: Callable[..., LayerValues], key: str, width: int, height: int
) -> None:
    area = QRectF(8, 30, width, height)
    layout = matrix_layout(page_of(values(key), Shown.WEIGHTS, Form.MATRIX), area)
    boxes = [placed.box for placed in layout.placed]
    assert not any(a.intersects(b) for a, b in itertools.combinations(boxes, 2))
    assert all(box.left() >= 8 and box.top() >= 30 for box in boxes)
    if (width, height) != (204, 100):
        assert all(area.adjusted(0, 0, 0.01, 0.01).contains(box) for box in boxes)


def test_names_of_many_rows_are_measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    names = tuple(f"row {number}" for number in range(2000))
    table = Table("W", np.zeros((2000, 2)), 1.0, Shown.WEIGHTS, rows=names, columns=("a", "b"))
    measured: list[str] = []
    width = Face.width

    def note(self: Face, text: str) -> float:
        measured.append(text)
        return width(self, text)

    monkeypatch.setattr(Face, "width", note)
    page = (((table,),),)
    low, high = (matrix_layout(page, QRectF(0.0, 0.0, 500.0, down)) for down in (300.0, 1e5))
    assert len([text for text in measured if text in names]) <= 2000
    (short,), (tall,) = low.placed, high.placed
    assert tall.box.left() - short.box.left() == pytest.approx(
        max(width(face(), name) for name in names) - width(face(), "1999")
    )


def test_arrows_reach_every_weight(values: Callable[..., LayerValues]) -> None:
    picture = picture_of(values("spiral"))
    seen, waiting = set(), [picture.moved(SIZE, 0, 0)]
    while waiting:
        spot = waiting.pop()
        assert spot is not None
        if spot in seen:
            continue
        seen.add(spot)
        picture.spot = spot
        waiting += [picture.moved(SIZE, *way) for way in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    assert len(seen) == values("spiral").network.size


def test_a_cell_stays_read_out_while_the_cursor_moves(values: Callable[..., LayerValues]) -> None:
    picture = picture_of(values("xor"))
    picture.spot = Spot(0, 1, 2)
    picture.study = values("xor", 1)
    assert picture.spot == Spot(0, 1, 2)
    picture.study = values("simplenet")
    assert picture.spot is None


def test_a_picture_for_export_has_no_readout(values: Callable[..., LayerValues]) -> None:
    picture = picture_of(values("xor"))
    before = painted(picture)
    picture.spot = Spot(0, 1, 2)
    assert painted(picture) != before
    assert painted(picture.still()) == before
    assert picture.heading() == "Weights and gradients"
    assert picture.moment() == "at step 0, epoch 0"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("shown", list(Shown))
@pytest.mark.parametrize("size", [QSizeF(700, 600), QSizeF(60, 40)], ids=["large", "tiny"])
def test_everything_is_painted(
    values: Callable[..., LayerValues], theme: Theme, form: Form, shown: Shown, size: QSizeF
) -> None:
    strange = (
        values("linear", 700, lr=10.0, epochs=700),
        values("xor", 0, weights=(1.7e308,) * 22, epochs=0),
        values("xor", 0, weights=(5e-324,) * 22, epochs=0),
        values("xor", 0, weights=(0.0,) * 22, epochs=0),
        values("spiral", 1, sizes=(2, *(3,) * 18, 3), epochs=1),
        values("digits", 1, epochs=1),
    )
    for study, is_log in itertools.product(strange, (True, False)):
        picture = picture_of(study, LayersLook(shown, form, log_count=is_log))
        picture.theme = theme
        empty = QImage(size.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        empty.fill(QColor(theme.surface))
        assert painted(picture, size) != empty
        if not picture.problem():
            picture.spot = picture.moved(size, 0, 0)
            painted(picture, size, 1.5)


def test_what_is_no_number_is_hatched(values: Callable[..., LayerValues]) -> None:
    picture = picture_of(values("linear", 700, lr=10.0, epochs=700))
    image = painted(picture)
    box = picture.spot_box(SIZE, Spot(0, 0, 0)).toRect()
    inks = {
        image.pixelColor(QPoint(x, y)).name()
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
    }
    assert QColor(LIGHT.bad).name() in inks
    assert QColor(LIGHT.surface).name() in inks


def test_nothing_to_show_is_said() -> None:
    picture = picture_of(None)
    assert picture.problem()
    assert (picture.heading(), picture.moment()) == ("", "")
    painted(picture)


# --- histograms


def test_bars_are_as_high_as_numbers_are_many() -> None:
    numbers = np.array([[0.05, 0.05, 0.05, 0.95]])
    span = rounded_out((0.0, 1.0))
    drawn = Distribution("W₁", Numbers(numbers, span, spread_of(numbers, span)))
    (plot,) = place_plots([[drawn]], QRectF(0, 0, 600, 300), is_log=False)
    assert plot.heights[int(0.05 * BINS)] == 3.0
    assert plot.heights[int(0.95 * BINS)] == 1.0
    assert plot.heights.sum() == 4.0
    box = plot.projection.box
    x = plot.projection.place(0.95, 0.0)[0]
    assert plot.bin_at(x, box.top + 5) == int(0.95 * BINS)
    assert plot.bin_box(int(0.95 * BINS)).contains(QPointF(x, box.top + 5))
    (logged,) = place_plots([[drawn]], QRectF(0, 0, 600, 300), is_log=True)
    assert logged.heights[int(0.05 * BINS)] == pytest.approx(np.log10(3.0))
    assert logged.heights[0] < 0.0  # none at all is lower than one


def test_the_axis_of_a_histogram_stays_while_the_cursor_moves(
    values: Callable[..., LayerValues],
) -> None:
    ranges = set()
    for step in (0, 5, 15):
        study = values("spiral", step)
        numbers = study.layers[1].weights
        (plot,) = place_plots([[Distribution("", numbers)]], QRectF(0, 0, 600, 300), is_log=False)
        ranges.add((plot.projection.x_min, plot.projection.x_max))
    assert len(ranges) == 1


def test_many_histograms_stand_in_columns() -> None:
    numbers = np.zeros((2, 2))
    drawn = Distribution("b", Numbers(numbers, (-1.0, 1.0), spread_of(numbers, (-1.0, 1.0))))
    plots = place_plots([[drawn]] * 19, QRectF(0, 0, 700, 600), is_log=False)
    lefts = {plot.projection.box.left for plot in plots}
    assert 1 < len(lefts) <= 4
    assert all(plot.projection.box.bottom <= 600 for plot in plots)


def test_dead_units_are_told() -> None:
    text = idle_text(Idle(12, 16, 0.8), Activation.RELU)
    assert text == "12 of 16 units are 0 for every sample; 80 % of all values are 0"


# --- the widget


@pytest.fixture
def view(qtbot: QtBot, values: Callable[..., LayerValues]) -> LayersView:
    shown = LayersView()
    qtbot.addWidget(shown)
    shown.resize(700, 600)
    shown.set_study(values("simplenet"))
    shown.show()
    return shown


def test_the_arrows_read_out_and_enter_activates(qtbot: QtBot, view: LayersView) -> None:
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    assert view.picture.spot == Spot(0, 1, 1)
    with qtbot.waitSignal(view.weightActivated) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [4]
    assert view.weight_box(4).isValid()
    assert not view.weight_box(0).isValid()


def test_a_double_click_activates_a_weight_alone(qtbot: QtBot, view: LayersView) -> None:
    size = view.extent()
    cell = view.picture.spot_box(size, Spot(0, 0, 2)).center().toPoint()
    with qtbot.waitSignal(view.weightActivated) as told:
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=cell)
    assert told.args == [2]
    sample = view.picture.spot_box(size, Spot(2, 0, 0)).center().toPoint()
    with qtbot.assertNotEmitted(view.weightActivated):
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=sample)
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(690, 590))


def test_the_mouse_reads_out(qtbot: QtBot, view: LayersView) -> None:
    cell = view.picture.spot_box(view.extent(), Spot(1, 1, 0)).center().toPoint()
    qtbot.mouseMove(view, cell)
    assert view.picture.spot == Spot(1, 1, 0)
    assert view.picture.weight_of(view.extent(), Spot(1, 1, 0)) == 3
    view.leaveEvent(None)
    assert view.picture.spot is None


def test_the_picture_is_described(view: LayersView) -> None:
    assert "loss 0.9281" in view.accessibleDescription()
    assert "2 by 3" in view.accessibleDescription()
