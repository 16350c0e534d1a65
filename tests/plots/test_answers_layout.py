"""Where samples and cells stand, what they look like, and which classes have a bar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from gradviz.core.differences import Method
from gradviz.core.network.data import Data
from gradviz.core.network.datasets import iris
from gradviz.core.network.metrics import NO_CLASS
from gradviz.core.optimizers import SGD
from gradviz.document.answers import Answers, Samples, answers_request, evaluate_answers
from gradviz.document.experiment import Experiment, Run
from gradviz.document.moment import moment_of
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.plots.answers_art import art_words
from gradviz.plots.answers_card import Card
from gradviz.plots.answers_cells import cells_image, shade_colours, shade_inks, shades
from gradviz.plots.answers_inputs import MOST_BARS, Art, Inputs
from gradviz.plots.answers_matrix import Table, matrix_layout, table_of
from gradviz.plots.answers_names import fitting_name, short_name
from gradviz.plots.answers_tiles import tiles_in
from gradviz.plots.answers_words import Group
from gradviz.plots.lettering import face
from gradviz.plots.themes import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

pytestmark = pytest.mark.usefixtures("qapp")
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
SIZE = st.floats(1.0, 1500.0)


def _study(key: str, samples: Samples = Samples.TRAIN) -> Answers:
    task = replace(task_of(key), epochs=1)
    training = train(
        Experiment(method=Method.EXACT, network=task, runs=(Run(optimizer=SGD(lr=0.1)),), seed=1)
    )
    found = evaluate_answers(answers_request(training, moment_of(training, 0, 0), samples))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def digits() -> Answers:
    return _study("digits")


@pytest.fixture(scope="module")
def flowers() -> Answers:
    return _study("iris", Samples.TEST)


def _table(counts: NDArray[np.intp], names: tuple[str, ...]) -> Table:
    return Table(counts, tuple(range(len(names))), counts.sum(axis=1), names, names)


def _with_inputs(study: Answers, inputs: NDArray[np.float64]) -> Answers:
    """Return a study of other inputs that are not standardised."""
    data = study.data
    names = tuple(f"x{i}" for i in range(inputs.shape[1]))
    changed = Data(inputs, data.targets[: len(inputs)], names, data.classes)
    task = replace(study.request.moment.task, is_standardised=False)
    moment = study.request.moment
    plain = replace(moment, experiment=replace(moment.experiment, network=task))
    return replace(study, data=changed, request=replace(study.request, moment=plain), side=None)


class TestMatrix:
    def test_rows_hold_every_sample_of_a_class(self, digits: Answers) -> None:
        table = table_of(digits)
        assert table.taken_for == tuple(range(10))
        np.testing.assert_array_equal(table.totals, np.bincount(digits.data.labels))
        np.testing.assert_allclose(table.shares.sum(axis=1), 1.0)

    def test_answers_that_are_no_class_have_a_column(self, digits: Answers) -> None:
        predicted = digits.data.labels.copy()
        unknown = np.flatnonzero(predicted == 3)[:5]
        predicted[unknown] = NO_CLASS
        counts = np.diag(np.bincount(digits.data.labels))
        counts[3, 3] -= 5
        table = table_of(replace(digits, predicted=predicted, confusion=counts))
        assert table.taken_for[-1] == NO_CLASS
        assert table.counts[3, -1] == 5
        assert table.counts[:, -1].sum() == 5
        np.testing.assert_array_equal(table.counts.sum(axis=1), table.totals)
        assert table.group((3, 10)) == Group(3, NO_CLASS)
        assert table.group((3, -1)) == Group(3)
        assert table.group((-1, 10)) == Group(None, NO_CLASS)

    @settings(max_examples=60, deadline=None)
    @given(st.integers(2, 60), SIZE, SIZE, st.text("abW ", min_size=1, max_size=30))
    def test_what_is_under_a_pixel_is_what_stands_there(
        self, classes: int, across: float, down: float, name: str
    ) -> None:
        table = _table(np.eye(classes, dtype=np.intp), tuple(f"{name}{i}" for i in range(classes)))
        area = QRectF(10.0, 20.0, across, down)
        laid = matrix_layout(table, area)
        if laid is None:
            assert across < classes + 250.0 or down < classes + 90.0
            return
        assert area.adjusted(-1.0, -1.0, 1.0, 1.0).contains(laid.box)
        last = classes - 1
        for spot in ((0, 0), (last, 0), (0, last), (last, last), (-1, 0), (0, -1), (last, -1)):
            assert laid.spot_at(laid.cell(spot).center()) == spot
        assert laid.spot_at(QPointF(laid.cells.left() - 1.0, laid.cells.top() - 1.0)) is None
        assert laid.spot_at(QPointF(9.0, 19.0)) is None

    def test_shades_part_none_from_few_and_right_from_wrong(self) -> None:
        counts = np.array([[98, 2, 0], [0, 60, 40], [0, 0, 0]])
        found = shades(_table(counts, ("a", "b", "c")))
        assert (found[counts == 0] == 0).all()
        few, many, right = found[0, 1], found[1, 2], found[0, 0]
        assert 0 < few < many < found[1, 1] < right

    @THEMES
    def test_numbers_are_read_on_every_shade(self, theme: Theme) -> None:
        for ground, ink in zip(shade_colours(theme), shade_inks(theme), strict=True):
            assert _contrast(QColor(ground), ink) >= 3.7

    @THEMES
    def test_cells_have_the_colours_of_their_counts(self, theme: Theme) -> None:
        table = _table(np.array([[5, 0], [3, 2]]), ("a", "b"))
        laid = matrix_layout(table, QRectF(0.0, 0.0, 400.0, 400.0))
        assert laid is not None
        image, found = cells_image(table, laid, 1.0, theme), shades(table)
        for row in range(2):
            for column in range(2):
                at = laid.cell((row, column)).center() - laid.cells.topLeft()
                expected = QColor(shade_colours(theme)[found[row, column]])
                assert image.pixelColor(at.toPoint()) == expected
        edge = laid.cell((0, 1)).left() - laid.cells.left() - 1.0
        assert image.pixelColor(int(edge), 5).alpha() == 0, "cells stand apart"


def _contrast(one: QColor, other: QColor) -> float:
    def luminance(ink: QColor) -> float:
        parts = np.array([ink.redF(), ink.greenF(), ink.blueF()])
        linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        return float(linear @ np.array([0.2126, 0.7152, 0.0722]))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


class TestTiles:
    @settings(max_examples=60, deadline=None)
    @given(SIZE, SIZE, st.sampled_from(Art), st.integers(5, 44), st.text("1W", min_size=1))
    def test_tiles_are_within_the_room_and_apart(
        self, across: float, down: float, art: Art, side: int, name: str
    ) -> None:
        box = QRectF(8.0, 4.0, across, down)
        tiles = tiles_in(box, art, side, (name, "other"))
        assert (tiles.art % side == 0.0) or art is not Art.PIXELS
        places = [tiles.tile(place) for place in range(tiles.capacity)]
        for place, tile in enumerate(places[:50]):
            assert box.contains(tile)
            assert tile.contains(tiles.art_box(place))
            assert tiles.place_at(tile.center()) == place
            assert not any(tile.intersects(other) for other in places[:place])
        assert tiles.place_at(QPointF(box.right() + 1.0, box.top() + 1.0)) is None


class TestInputs:
    def test_pictures_are_ink_on_paper(self, digits: Answers) -> None:
        inputs = Inputs(digits)
        assert (inputs.art, inputs.side) == (Art.PIXELS, 8)
        np.testing.assert_array_equal(
            inputs.shades[5], digits.data.inputs[5].reshape(8, 8), "digits are 0 to 1 already"
        )

    def test_inputs_are_shown_as_they_were_given(self, flowers: Answers) -> None:
        inputs = Inputs(flowers)
        assert inputs.art is Art.BARS
        assert abs(flowers.data.inputs.mean()) < 0.5, "the network sees them standardised"
        known = {tuple(row) for row in iris().inputs.tolist()}
        assert {tuple(row) for row in inputs.values.tolist()} <= known
        assert np.abs(inputs.shades).max() <= 1.0

    def test_two_inputs_are_a_place_upwards(self) -> None:
        inputs = Inputs(_study("xor"))
        assert inputs.art is Art.PLANE
        corners = sorted({tuple(place) for place in np.round(inputs.shades, 9).tolist()})
        assert corners == [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]

    @pytest.mark.parametrize("count", [1, 2, 3, 20])
    @pytest.mark.parametrize("huge", [0.0, 1.0, 1e-300, 1.7e308])
    def test_any_numbers_can_be_drawn(self, flowers: Answers, count: int, huge: float) -> None:
        values = np.linspace(-1.0, 1.0, 6 * count).reshape(6, count) * huge
        inputs = Inputs(_with_inputs(flowers, values))
        assert np.isfinite(inputs.shades).all()
        assert inputs.shades.shape[1] <= MOST_BARS
        words = art_words(inputs, np.arange(6), 40, 1.0, LIGHT)
        assert words.shape == (6, 40, 40)

    @THEMES
    def test_pixels_are_crisp_squares(self, digits: Answers, theme: Theme) -> None:
        inputs = Inputs(digits)
        large = art_words(inputs, np.array([0, 7]), 40, 1.0, theme)
        squares = large.reshape(2, 8, 5, 8, 5)
        assert (squares == squares[:, :, :1, :, :1]).all()
        light = (large & 0xFF).reshape(2, 8, 5, 8, 5)[:, :, 0, :, 0]
        ink = inputs.shades[[0, 7]]
        assert light[ink == 0.0].min() > light[ink == 1.0].max(), "ink is dark in both themes"

    def test_bars_go_up_and_down_from_the_middle(self, flowers: Answers) -> None:
        inputs = Inputs(flowers)
        words = art_words(inputs, np.arange(30), 40, 1.0, LIGHT)
        ink = int(QColor(LIGHT.contour).rgba())
        for sample in range(30):
            upper = (words[sample, :20] == ink).sum()
            lower = (words[sample, 20:] == ink).sum()
            heights = inputs.shades[sample]
            balance = heights.sum()
            if abs(balance) > 0.2:
                assert (upper > lower) == (balance > 0.0)


class TestCard:
    def test_few_classes_are_in_their_order(self, digits: Answers) -> None:
        card = Card(digits, Inputs(digits), 4)
        rows = card.rows(10)
        assert [label for label, _, _ in rows] == list(range(10))
        assert [share for _, _, share in rows] == digits.probabilities[4].tolist()
        assert card.lines() == []

    @pytest.mark.parametrize("most", [1, 2, 5, 9])
    def test_of_many_the_most_probable_and_the_right_one(self, digits: Answers, most: int) -> None:
        inputs = Inputs(digits)
        for index in range(40):
            rows = Card(digits, inputs, index).rows(most)
            assert len(rows) == most
            assert int(digits.data.labels[index]) in [label for label, _, _ in rows]
            if most > 1:
                assert sum(share for _, _, share in rows) == pytest.approx(1.0)
                assert rows[-1][1] == f"{11 - most} others"

    def test_no_class_has_no_probabilities(self, digits: Answers) -> None:
        each = np.full_like(digits.probabilities, np.nan)
        rows = Card(replace(digits, probabilities=each), Inputs(digits), 0).rows(4)
        assert all(np.isnan(share) for _, _, share in rows)

    def test_inputs_are_listed_and_the_rest_is_counted(self, flowers: Answers) -> None:
        lines = Card(flowers, Inputs(flowers), 0).lines()
        assert len(lines) == 4
        more = _with_inputs(flowers, np.ones((30, 9)))
        assert Card(more, Inputs(more), 0).lines()[-1] == ("and 5 more", "")


class TestNames:
    def test_the_ends_of_long_names_stay(self) -> None:
        assert short_name("virginica") == "virginica"
        found = short_name("a very long name of species 27")
        assert len(found) <= 18
        assert found.startswith("a very")
        assert found.endswith("27")

    @settings(max_examples=60, deadline=None)
    @given(st.text(max_size=60), st.floats(0.0, 200.0))
    def test_names_fit(self, name: str, width: float) -> None:
        found = fitting_name(face(), name, width)
        assert face().width(found) <= max(width, face().width("…")) + 0.01
        if face().width(name) <= width:
            assert found == name
