"""The picture of backpropagation: stages, arithmetic, places, what is drawn when."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from gradviz.core.differences import Method
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.optimizers import parse_optimizer
from gradviz.document.backpropagation import (
    BackpropagationRequest,
    backpropagation_request,
    evaluate_backpropagation,
)
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.plots.backprop import BackpropView
from gradviz.plots.backprop_edges import paint_edges
from gradviz.plots.backprop_equations import rows_of
from gradviz.plots.backprop_hover import hover_rows, hover_title
from gradviz.plots.backprop_layout import plan
from gradviz.plots.backprop_lit import Lit
from gradviz.plots.backprop_maths import Matrix, Text
from gradviz.plots.backprop_picture import BackpropPicture
from gradviz.plots.backprop_plan import Needs
from gradviz.plots.backprop_sheet import Maths, fitted, wanted_height
from gradviz.plots.backprop_stages import (
    Reached,
    StageKind,
    activation_name,
    stage_about,
    stage_title,
    stages,
)
from gradviz.plots.frames import painting
from gradviz.plots.themes import DARK, LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.backpropagation import Backpropagation
    from gradviz.plots.backprop_sheet import Row
    from gradviz.plots.themes import Theme

SIZE = QSizeF(700, 700)


def study_of(
    key: str, step: int = 0, sample: int = 0, rule: str = "sgd:lr=0.1", **changes: object
) -> Backpropagation:
    task = replace(task_of(key), **{"epochs": 1, **changes})
    run = Run(optimizer=parse_optimizer(rule))
    training = train(Experiment(network=task, method=Method.EXACT, runs=(run,)))
    found = evaluate_backpropagation(backpropagation_request(training, 0, step, sample=sample))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def simple() -> Backpropagation:
    return study_of("simplenet")


@pytest.fixture(scope="module")
def spiral() -> Backpropagation:
    return study_of("spiral", 3, 5)


# --- the stages


def test_stages_go_forward_and_back_layer_by_layer() -> None:
    kinds = [(stage.kind.name, stage.layer) for stage in stages(2)]
    assert kinds == [
        ("SAMPLE", 0),
        ("FORWARD", 1),
        ("FORWARD", 2),
        ("LOSS", 2),
        ("LOSS_BACK", 2),
        ("AFFINE_BACK", 2),
        ("ACTIVATION_BACK", 1),
        ("AFFINE_BACK", 1),
        ("UPDATE", 1),
    ]
    assert [len(stages(n)) for n in (1, 2, 3, 19)] == [6, 9, 12, 60]


def test_a_stage_is_named() -> None:
    titles = [stage_title(stage, 2, Activation.RELU) for stage in stages(2)]
    assert titles[1] == "Forward: layer 1 of 2"
    assert titles[5:7] == ["Backward: affine 2 of 2", "Backward: ReLU of layer 1"]
    assert [activation_name(kind) for kind in Activation] == ["ReLU", "sigmoid", "tanh"]


def test_numbers_are_known_from_their_stage_on() -> None:
    known = [
        [
            reached.forward(1),
            reached.forward(2),
            reached.loss,
            reached.by_affine(2),
            reached.by_weights(2),
            reached.by_active(1),
            reached.by_affine(1),
            reached.by_weights(1),
        ]
        for reached in (Reached(2, index) for index in range(9))
    ]
    assert [sum(row) for row in known] == [0, 1, 2, 3, 4, 6, 7, 8, 8]
    assert not Reached(2, 8).by_active(2)  # there is no activation behind the last layer


def test_a_column_is_found_on_the_way_one_is_on() -> None:
    # of 2 layers: forward 0 to 3, back 4 to 7, the update 8
    assert [stage_about(2, column, 1) for column in range(4)] == [0, 1, 2, 3]
    assert [stage_about(2, column, 6) for column in range(4)] == [7, 5, 4, 4]
    assert [stage_about(2, column, 8) for column in range(4)] == [8, 8, 4, 4]


# --- the arithmetic


def plain(row: Row) -> str:
    """Return a row as plain text: leaning letters upright, indices on the line."""
    if not isinstance(row, Maths):
        return row.text
    texts = []
    for atom in row.atoms:
        if isinstance(atom, Text):
            texts.append(atom.text)
        elif isinstance(atom, Matrix):
            texts.append("[" + "; ".join(" ".join(one) for one in atom.rows) + "]")
    return unicodedata.normalize("NFKC", "".join(texts)).replace("\N{DOT OPERATOR}", "*")


def lines(study: Backpropagation, index: int, unit: int = 0, source: int = 0) -> str:
    stage = stages(len(study.layers))[index]
    return "\n".join(plain(row) for row in rows_of(study, stage, unit, source))


def test_simple_net_is_written_out(simple: Backpropagation) -> None:
    assert "x = (0.6, 0.9)\nt = (0, 0, 1)" in lines(simple, 0)
    forward = "a[0] = x[0]*W[0, 0] + x[1]*W[1, 0] = 0.6*0.4736 + 0.9*0.8556 = 1.054"
    assert forward in lines(simple, 1)
    assert "a = x*W = (1.05, 0.631, 1.13)" in lines(simple, 1)
    loss = lines(simple, 2)
    assert "y = softmax(a) = (0.365, 0.239, 0.395)" in loss
    assert "2.061 − 1.133 = 0.9281" in loss
    assert "L = −log y[2] = −log 0.3953 = 0.9281" in loss
    back = "∂L/∂a = y − t = (0.365, 0.239, 0.395) − (0, 0, 1) = (0.365, 0.239, −0.605)"
    assert back in lines(simple, 3)
    assert "∂L/∂a[2] = y[2] − t[2] = 0.3953 − 1 = −0.6047" in lines(simple, 3, unit=2)


def test_the_gradient_of_simple_net_is_an_outer_product(simple: Backpropagation) -> None:
    text = lines(simple, 4, unit=1)
    product = "[0.6; 0.9] * [0.365 0.239 −0.605] = [0.219 0.144 −0.363; 0.329 0.215 −0.544]"
    assert f"∂L/∂W = xT*∂L/∂a = {product}" in text
    row = "∂L/∂W[1, :] = x[1]*∂L/∂a = 0.9*(0.365, 0.239, −0.605) = (0.329, 0.215, −0.544)"
    assert row in text
    assert "∂L/∂b" not in text  # it has no biases
    assert "W[0, 0] ← W[0, 0] − lr*g = 0.4736 − 0.1*0.2192 = 0.4516" in lines(simple, 5)


def test_layers_are_numbered_and_summed_up(spiral: Backpropagation) -> None:
    own = spiral.layers[1]
    text = lines(spiral, 2, unit=3)
    assert "a2[3] = ∑i z1[i]*W2[i, 3] + b2[3] = " in text
    made = f"{own.affine[3]:.4g}".replace("-", "−")
    assert text.splitlines()[0].endswith(f" = {made}")
    zeros = int((own.given == 0.0).sum())
    assert f"{zeros} terms with the factor 0 are left out." in text
    back = lines(spiral, 6, unit=3)
    assert "∂L/∂W3[3, :] = z2[3]*∂L/∂a3" in back
    assert "∂L/∂z2[3] = ∑j ∂L/∂a3[j]*W3[3, j] = " in back


def test_relu_lets_pass_or_stops(spiral: Backpropagation) -> None:
    made = spiral.layers[1].active
    for unit, (factor, words) in {
        int(made.argmax()): ("1", "lets the gradient pass"),
        int(made.argmin()): ("0", "stops the gradient"),
    }.items():
        text = lines(spiral, 7, unit)
        assert f"∂L/∂a2[{unit}] = ∂L/∂z2[{unit}]*[a2[{unit}] > 0]" in text
        assert f"*{factor} = " in text
        assert words in text


@pytest.mark.parametrize(
    ("activation", "there", "back"),
    [
        (Activation.TANH, "tanh a1[0] = tanh(", "*(1 − z1[0]2) = "),
        (Activation.SIGMOID, "1/(1 + e−a) = 1/(1 + e−(", "*z1[0]*(1 − z1[0]) = "),
    ],
)
def test_activations_are_written_out(activation: Activation, there: str, back: str) -> None:
    study = study_of("xor", sample=1, activation=activation)
    assert there in lines(study, 1)
    assert back in lines(study, 6)


def test_losses_are_written_out() -> None:
    book = study_of("xor", loss=Loss.BOOK_CROSS_ENTROPY)
    assert "L = −log(y[0] + 10−7) = −log(" in lines(book, 3)
    assert "∂L/∂a2 = (y − t)*y[0]/(y[0] + 10−7) = " in lines(book, 4)
    line = study_of("linear", sample=3)
    assert "L = (a[0] − t[0])2 = (" in lines(line, 2)
    assert "∂L/∂a[0] = 2*(a[0] − t[0]) = 2*(" in lines(line, 3)
    two = study_of("xor", loss=Loss.SQUARED)
    assert "L = (1/2) ∑i (a2[i] − t[i])2 = (1/2)*((" in lines(two, 3)
    assert "∂L/∂a2[1] = 2*(a2[1] − t[1])/2 = " in lines(two, 4, unit=1)


def test_what_another_optimizer_does_is_told_without_its_formula() -> None:
    study = study_of("xor", rule="adam:lr=0.05")
    text = lines(study, 8)
    own = study.layers[0]
    assert "W1[0, 0] ← W1[0, 0] + Δ = " in text
    assert text.splitlines()[2].endswith(f"= {own.next_weights[0, 0]:.4g}".replace("-", "−"))
    assert "the mean over 4 samples" in text
    assert "Adam moves every weight so" in text


def test_the_end_of_a_run_has_no_update() -> None:
    assert "no update follows" in lines(study_of("xor", step=99), 8)


def test_the_sheet_shrinks_before_it_leaves_out(spiral: Backpropagation, qapp: object) -> None:
    del qapp
    rows = rows_of(spiral, stages(3)[6], 0, 0)
    height = wanted_height(rows, 600.0)
    assert fitted(rows, 600.0, height) == (tuple(rows), 15)
    shown, size = fitted(rows, 600.0, 0.85 * height)
    assert shown == tuple(rows)
    assert size < 15
    few, _ = fitted(rows, 600.0, 0.4 * height)
    assert 1 <= len(few) < len(rows)
    assert max(row.rank for row in few) < max(row.rank for row in rows)


# --- where everything stands


@given(
    sizes=st.lists(st.integers(1, 70), min_size=2, max_size=12),
    width=st.integers(220, 1500),
    height=st.integers(200, 1200),
    data=st.data(),
)
@settings(max_examples=60, deadline=None)
def test_columns_stand_apart_and_show_what_is_told(
    sizes: list[int], width: int, height: int, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(sizes) - 1))
    unit = data.draw(st.integers(0, sizes[first] - 1))
    needs = Needs(tuple(sizes), has_softmax=True, is_one_hot=True, focus=(first, first + 1))
    where = plan(needs, QSizeF(width, height), {first: unit})
    seen = [column.number for column in where.columns]
    assert {first, first + 1} <= set(seen)
    assert seen == list(range(seen[0], seen[-1] + 1))
    for one, other in zip(where.columns, where.columns[1:], strict=False):
        assert one.right < other.left
    told = where.column(first)
    assert told is not None
    assert unit in told.units
    for column in where.columns:
        assert len(set(column.units)) == len(column.units) == len(column.levels)
        assert list(column.levels) == sorted(column.levels)
    assert not where.network.intersects(where.sheet)
    at = told.box(told.units.index(unit)).center()
    assert where.unit_at(at) == (first, unit)


@pytest.mark.parametrize("width", [420, 560, 700, 1100])
def test_nothing_is_cut_off(spiral: Backpropagation, width: int, qapp: object) -> None:
    del qapp
    picture = BackpropPicture(LIGHT)
    picture.study = spiral
    for index in range(picture.last + 1):
        picture.index = index
        where = picture.plan(QSizeF(width, 560))
        assert where is not None
        inside = where.network.adjusted(0.0, 30.0, 0.0, -20.0)
        for column in where.columns:
            for place in range(len(column.units)):
                assert inside.contains(column.box(place))


# --- what is drawn


def drawn(picture: BackpropPicture, size: QSizeF = SIZE) -> QImage:
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(picture.theme.surface)
    painter = QPainter(image)
    picture.paint(painter, size)
    painter.end()
    return image


STUDIES = {
    "simplenet": {},
    "linear": {},
    "xor": {"loss": Loss.SQUARED, "activation": Activation.SIGMOID},
    "iris": {},
    "digits": {},
    "spiral": {"sizes": (2, *[4] * 18, 3)},
}


@pytest.mark.parametrize("key", STUDIES)
def test_every_stage_of_every_network_is_drawn(key: str, qapp: object) -> None:
    del qapp
    picture = BackpropPicture(DARK)
    picture.study = study_of(key, **STUDIES[key])
    before = None
    for index in range(picture.last + 1):
        picture.index = index
        image = drawn(picture)
        assert image != before  # each stage is told from the one before it
        before = image
        if index < 9 or index == picture.last:  # from there on all layers are alike
            for size in (QSizeF(420, 420), QSizeF(1100, 500), QSizeF(60, 40)):
                drawn(picture, size)
        layers, activation = len(picture.study.layers), picture.study.network.activation
        assert picture.heading().endswith(stage_title(stages(layers)[index], layers, activation))


@pytest.mark.parametrize("strange", [np.nan, np.inf, 1e160, 1e308, 1e-320])
def test_numbers_that_are_none_are_drawn(strange: float, qapp: object) -> None:
    del qapp
    request = study_of("xor", sample=1).request
    weights = np.array(request.moment.weights)
    weights[::2] = strange
    moment = replace(request.moment, weights=weights)
    picture = BackpropPicture(LIGHT)
    picture.study = evaluate_backpropagation(BackpropagationRequest(moment, sample=1))
    for index in range(picture.last + 1):
        picture.index = index
        drawn(picture)


def test_gradients_are_told_only_once_they_are_known(spiral: Backpropagation) -> None:
    picture = BackpropPicture(LIGHT)
    picture.study = spiral
    names = []
    for index in (0, 2, 5, 6, 7):
        picture.index = index
        lit = picture.lit
        where = picture.plan(SIZE)
        assert lit is not None
        assert where is not None
        column = where.column(2)
        assert column is not None
        names.append([row.name for row in hover_rows(lit, column, column.units[0], LIGHT)])
    assert names == [
        [],
        ["a", "z"],
        ["a", "z"],
        ["a", "z", "∂L/∂z"],
        ["a", "∂L/∂a", "z", "∂L/∂z"],
    ]


def test_units_are_called_by_name(simple: Backpropagation) -> None:
    lit = Lit(simple, 0)
    assert [hover_title(lit, column, 1) for column in (0, 1, 2)] == [
        "x1",
        "class 1",
        "loss of this sample",
    ]
    assert hover_title(Lit(study_of("xor"), 0), 1, 3) == "unit 3 of layer 1"


def test_a_still_is_the_same_picture(spiral: Backpropagation, qapp: object) -> None:
    del qapp
    picture = BackpropPicture(DARK)
    assert picture.problem()
    picture.study, picture.index = spiral, 6
    picture.chosen[2] = 4
    still = picture.still()
    assert drawn(still) == drawn(picture)
    picture.chosen[2] = 5
    assert drawn(still) != drawn(picture)
    assert picture.problem() == ""
    assert "Sample 6 of 225" in picture.heading()
    assert "at step 3, epoch 0.375" in picture.moment()


def test_another_network_forgets_the_chosen_units(spiral: Backpropagation) -> None:
    picture = BackpropPicture(LIGHT)
    picture.study = spiral
    picture.chosen[1], picture.index = 15, 11
    picture.study = study_of("xor")
    assert picture.chosen == {}
    assert picture.index == picture.last == 8


def test_the_first_input_that_is_something_is_told_of() -> None:
    picture = BackpropPicture(LIGHT)
    picture.study = study_of("digits", sample=2)
    given = picture.study.layers[0].given
    unit = picture.unit(0)
    assert given[unit] != 0.0
    assert not given[:unit].any()
    assert picture.unit(1) == 0


# --- the widget


@pytest.fixture
def view(qtbot: QtBot, spiral: Backpropagation) -> BackpropView:
    made = BackpropView()
    qtbot.addWidget(made)
    made.resize(700, 700)
    made.set_study(spiral)
    made.show()
    return made


def place_of(view: BackpropView, column: int, row: int) -> QPointF:
    where = view.picture.plan(view.extent())
    assert where is not None
    found = where.column(column)
    assert found is not None
    return found.box(row).center()


def test_a_click_picks_a_unit(view: BackpropView, qtbot: QtBot) -> None:
    at = place_of(view, 2, 3)
    with qtbot.waitSignal(view.unitPicked) as picked:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at.toPoint())
    where = view.picture.plan(view.extent())
    assert picked.args == [2, where.column(2).units[3]]
    with qtbot.assertNotEmitted(view.unitPicked):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPointF(350, 3).toPoint())
        QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=at.toPoint())


def test_keys_choose_units_and_samples(view: BackpropView, qtbot: QtBot) -> None:
    view.set_stage(1)
    with qtbot.waitSignal(view.unitPicked) as picked:
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert picked.args == [1, 15]
    view.choose(1, 15)
    with qtbot.waitSignal(view.unitPicked) as picked:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert picked.args == [1, 0]
    with qtbot.waitSignal(view.sampleTurned) as turned:
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert turned.args == [1]


def test_the_readout_follows_the_mouse(view: BackpropView) -> None:
    view.set_stage(2)
    without = view.grab().toImage()
    QTest.mouseMove(view, place_of(view, 2, 1).toPoint())
    assert view.grab().toImage() != without
    QTest.mouseMove(view, QRectF(view.rect()).bottomLeft().toPoint() + QPointF(2, -2).toPoint())
    assert view.grab().toImage() == without


def test_a_view_without_a_sample_says_so(qtbot: QtBot) -> None:
    view = BackpropView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.set_theme(DARK)
    view.grab()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    assert view.picture.heading() == view.picture.moment() == ""


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("kind", [StageKind.FORWARD, StageKind.AFFINE_BACK, StageKind.UPDATE])
def test_the_sign_of_a_weight_is_told_without_its_colour(
    qapp: object, simple: Backpropagation, theme: Theme, kind: StageKind
) -> None:
    assert qapp is not None
    grey = replace(theme, name=f"grey {theme.name}", runs=theme.runs[:1])
    index = next(k for k, stage in enumerate(stages(1)) if stage.kind is kind)
    above, below = (ink_of_fan(Lit(simple, index), sign, grey) for sign in (1.0, -1.0))
    assert above > 0.0
    assert below < 0.93 * above  # a third of a dashed line is bare; the brace stays


def ink_of_fan(lit: Lit, sign: float, theme: Theme) -> float:
    """Return how much is painted if the weights of the chosen unit are of one sign.

    Nothing is written on the edges, and those of other units are as faint as can be.
    """
    own = lit.study.layers[0]
    weights = np.full_like(own.weights, 1e-9)
    at = {StageKind.FORWARD: np.s_[:, 0], StageKind.AFFINE_BACK: np.s_[0]}
    weights[at.get(lit.stage.kind, np.s_[0, 0])] = 3.0 * sign
    study = replace(lit.study, layers=(replace(own, weights=weights, next_weights=None),))
    needs = Needs(study.network.sizes, has_softmax=True, is_one_hot=True)
    size = QSizeF(400, 700)  # too narrow for numbers on edges
    image = QImage(size.toSize(), QImage.Format.Format_Grayscale8)
    image.fill(QColor(theme.surface))
    ground = image.pixelColor(0, 0).value()
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_edges(painter, plan(needs, size, {}), Lit(study, lit.index), {}, theme)
    pixels = np.frombuffer(image.constBits(), dtype=np.uint8).astype(float)
    return float(np.abs(pixels - ground).sum())
