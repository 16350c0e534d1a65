"""Loss and accuracy of a training: epochs on the axis of steps, batches, changed rates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from gradviz.core.differences import Method
from gradviz.core.optimizers import SGD, Adam, Momentum
from gradviz.document.display import LossAxis
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.plots.abscissas import Counted
from gradviz.plots.axes import Projection
from gradviz.plots.curves import CurveView, Quantity
from gradviz.plots.epoch_axis import epoch_ticks
from gradviz.plots.lettering import Face, face
from gradviz.plots.polylines import Box
from gradviz.plots.run_series import Grain
from gradviz.plots.series import Series
from gradviz.plots.themes import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from gradviz.document.results import RunResult, Training

SIZE = QSizeF(336.0, 200.0)
RUNS = (
    Run(optimizer=Adam(lr=0.02), lr_changes=((23, 0.004),)),
    Run(optimizer=SGD(lr=0.1), style=1),
    Run(optimizer=Momentum(lr=0.05), style=2),
)


def trained(
    key: str, *runs: Run, epochs: int = 12, method: Method = Method.EXACT, **task: object
) -> Training:
    chosen = replace(task_of(key), epochs=epochs, **task)
    return train(Experiment(network=chosen, runs=runs or RUNS[:1], method=method, h=1e-4, seed=4))


@pytest.fixture(scope="module")
def moons() -> Training:
    return trained("moons", *RUNS)


@pytest.fixture
def view(qtbot: QtBot, moons: Training) -> CurveView:
    made = CurveView(Quantity.VALUE)
    qtbot.addWidget(made)
    made.resize(SIZE.toSize())
    made.set_results(moons)
    return made


def painted(view: CurveView) -> bytes:
    image = QImage(SIZE.toSize(), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    view.picture.paint(painter, SIZE)
    painter.end()
    return bytes(image.constBits())


def texts(view: CurveView, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    written: list[str] = []
    with monkeypatch.context() as patched:
        patched.setattr(Face, "write", lambda *given: written.append(given[3]))
        painted(view)
    return written


def drawn(view: CurveView) -> dict[tuple[int, str], tuple[np.ndarray, np.ndarray]]:
    """Return steps and values of every line that is drawn, by run and name."""
    layout = view.picture.layout(SIZE)
    return {
        (c.shown.index, c.shown.name): (c.steps, layout.projection.data(*c.points.T)[1])
        for c in layout.curves
    }


def test_epochs_of_the_selected_run_stand_before_those_of_others(
    view: CurveView, moons: Training
) -> None:
    view.set_log(False)
    lines = drawn(view)
    assert list(lines) == [(1, "SGD"), (2, "Momentum"), (0, "train"), (0, "test")]
    pace = moons.batches.steps_per_epoch
    for (run, name), (steps, values) in lines.items():
        epochs = moons.runs[run].epochs
        kind = "test" if name == "test" else "train"
        assert steps.tolist() == [pace * number for number in range(13)]
        assert values == pytest.approx([getattr(e, kind).loss for e in epochs], abs=1e-9)
    view.set_selected(1)
    assert list(drawn(view)) == [(0, "Adam"), (2, "Momentum"), (1, "train"), (1, "test")]


def test_every_step_has_the_loss_of_its_batch(view: CurveView, moons: Training) -> None:
    view.set_log(False)
    view.set_grain(Grain.STEPS)
    lines = drawn(view)
    assert list(lines) == [
        (1, "SGD"),
        (2, "Momentum"),
        (0, "batch"),
        (0, "train"),
        (0, "test"),
    ]
    for run, name in ((0, "batch"), (1, "SGD")):
        steps, values = lines[run, name]
        recorded = moons.runs[run].trajectory.value
        assert steps.tolist() == list(range(len(recorded)))
        assert values == pytest.approx(recorded, abs=1e-9)


def test_the_legend_tells_the_last_epoch_that_is_complete(view: CurveView, moons: Training) -> None:
    pace, epochs = moons.batches.steps_per_epoch, moons.runs[0].epochs
    behind = [("SGD", moons.runs[1]), ("Momentum", moons.runs[2])]
    for step, number in ((0, 0), (pace - 1, 0), (pace, 1), (5 * pace + 1, 5), (10**6, 12)):
        view.set_cursor(step)
        entries = [(name, value) for _, name, value in view.picture.legend()]
        quality = epochs[number]
        assert entries[:2] == [("train", quality.train.loss), ("test", quality.test.loss)]
        others = [(name, run.epochs[number].train.loss) for name, run in behind]
        assert entries[2:] == others
    view.set_cursor(2 * pace + 1)
    assert view.picture.moment() == f"at step {2 * pace + 1}, epoch 2"
    view.set_grain(Grain.STEPS)
    batch = float(moons.runs[0].trajectory.value[2 * pace + 1])
    assert view.picture.legend()[2][1:] == ("batch", batch)


def test_marks_stand_where_their_epoch_ended(view: CurveView, moons: Training) -> None:
    pace = moons.batches.steps_per_epoch
    layout = view.picture.layout(SIZE)
    shown = next(c.shown for c in layout.curves if c.shown.name == "test")
    place = layout.at(shown.series, 3 * pace + 2)[0, 0]
    assert place == pytest.approx(layout.projection.place(3 * pace, 0.0)[0])


def test_accuracy_is_in_percent(qtbot: QtBot, moons: Training) -> None:
    view = CurveView(Quantity.ACCURACY)
    qtbot.addWidget(view)
    view.set_results(moons)
    view.set_cursor(10**6)
    last = moons.runs[0].epochs[-1]
    told = {name: value for _, name, value in view.picture.legend()}
    assert told["train"] == f"{100 * last.train.accuracy:.1f}%"
    assert told["test"] == f"{100 * last.test.accuracy:.1f}%"
    assert list(told) == ["train", "test", "SGD", "Momentum"]
    lines = drawn(view)
    assert lines[0, "test"][1] == pytest.approx(
        [100 * e.test.accuracy for e in moons.runs[0].epochs], abs=1e-9
    )
    assert (1, "SGD") in lines
    projection = view.picture.projection(SIZE)
    assert 100.0 < projection.y_max < 105.0
    assert view.picture.heading() == "Accuracy"


def test_without_classes_there_is_no_accuracy(qtbot: QtBot, bowl: tuple) -> None:
    view = CurveView(Quantity.ACCURACY)
    qtbot.addWidget(view)
    for outcome in (trained("linear", Run(optimizer=SGD(lr=0.1))), bowl.results):
        view.set_results(outcome)
        assert view.picture.problem() == "Without classes there is no accuracy"
        assert view.picture.legend() == []
        painted(view)


def test_what_is_not_kept_back_has_no_line(qtbot: QtBot) -> None:
    view = CurveView()
    qtbot.addWidget(view)
    view.set_results(trained("simplenet", Run(optimizer=SGD(lr=0.1))))
    assert list(drawn(view)) == [(0, "train")]
    train_loss = view.picture.legend()[0][2]
    assert train_loss == pytest.approx(0.92806, abs=1e-5)  # the loss that the book prints


def test_a_hidden_run_has_no_epochs_either(qtbot: QtBot, moons: Training) -> None:
    view = CurveView()
    qtbot.addWidget(view)
    hidden = replace(moons.runs[0], run=replace(RUNS[0], visible=False))
    view.set_results(replace(moons, runs=(hidden, *moons.runs[1:])))
    assert list(drawn(view)) == [(1, "SGD"), (2, "Momentum")]
    assert [name for _, name, _ in view.picture.legend()] == ["SGD", "Momentum"]
    painted(view)


# --- the axis ------------------------------------------------------------------------------------


def test_steps_and_epochs_have_rows_of_their_own(
    view: CurveView, moons: Training, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = view.picture.layout(SIZE).epochs
    assert ticks is not None
    pace = moons.batches.steps_per_epoch
    assert ticks.places == tuple(pace * number for number in ticks.numbers)
    written = texts(view, monkeypatch)
    assert written.count("step") == written.count("epoch") == 1
    view.set_axis(LossAxis.EVALUATIONS)
    written = texts(view, monkeypatch)
    assert "step" not in written
    assert "epoch" in written
    assert "passes forward and back" in written


@pytest.mark.parametrize("epochs", [0, 1, 7, 60, 200, 99_999])
@pytest.mark.parametrize("across", [20.0, 190.0, 300.0, 2000.0])
def test_labels_of_epochs_do_not_touch(qtbot: QtBot, epochs: int, across: float) -> None:
    del qtbot
    projection = Projection(Box(40.0, 0.0, 40.0 + across, 90.0), 0.0, 15.0 * epochs + 1, 0.0, 1.0)
    ticks = epoch_ticks(projection, Counted(), 15, 15 * epochs)
    assert ticks.numbers[0] == 0
    columns = [projection.place(place, 0.0)[0] for place in ticks.places]
    halves = [face().width(str(number)) / 2 for number in ticks.numbers]
    ends = zip(columns[1:], columns, halves[1:], halves, strict=False)
    assert all(right - a > left + b + 6.0 for right, left, a, b in ends)
    if epochs >= 7 and across > 180.0:
        assert len(ticks.numbers) >= 3


@pytest.mark.parametrize("method", [Method.EXACT, Method.CENTRAL])
def test_evaluations_are_counted_by_weights(qtbot: QtBot, method: Method) -> None:
    view = CurveView()
    qtbot.addWidget(view)
    view.set_results(trained("simplenet", Run(optimizer=SGD(lr=0.1)), method=method))
    view.set_axis(LossAxis.EVALUATIONS)
    each = 1 if method is Method.EXACT else 2 * 6
    assert view.picture.projection(SIZE).x_max == 12 * each


def test_the_axis_reaches_as_far_as_is_planned(view: CurveView, moons: Training) -> None:
    pace = moons.batches.steps_per_epoch
    parts = tuple(part_of(result, 3, pace) for result in moons.runs)
    view.set_results(replace(moons, runs=parts, complete=False))
    assert view.picture.last_step == 12 * pace
    view.set_results(replace(moons, runs=parts))
    assert view.picture.last_step == 3 * pace


# --- growing, and what cannot be drawn -----------------------------------------------------------


def part_of(result: RunResult, epochs: int, pace: int) -> RunResult:
    begun = result.trajectory.begun(epochs * pace, 0)
    known = result.epochs[: epochs + 1]
    return replace(result, trajectory=begun, epochs=known, verdict=None, complete=False)


@pytest.mark.parametrize("quantity", list(Quantity))
@pytest.mark.parametrize("axis", list(LossAxis))
def test_growing_gives_the_same_picture(
    qtbot: QtBot, moons: Training, quantity: Quantity, axis: LossAxis
) -> None:
    pace = moons.batches.steps_per_epoch
    grown, fresh = CurveView(quantity), CurveView(quantity)
    for made in (grown, fresh):
        qtbot.addWidget(made)
        made.set_axis(axis)
        made.set_grain(Grain.STEPS)
        made.set_cursor(20)
    for count in (0, 1, 4, 12):
        parts = tuple(part_of(result, count, pace) for result in moons.runs)
        grown.set_results(replace(moons, runs=parts, complete=False))
        painted(grown)
    grown.set_results(moons)
    fresh.set_results(moons)
    assert painted(grown) == painted(fresh)
    assert painted(CurveViewOf(fresh)) == painted(fresh)


class CurveViewOf:
    """Stands in for a view: the picture that export paints."""

    def __init__(self, view: CurveView) -> None:
        self.picture = view.picture.still()


@pytest.mark.parametrize("grain", list(Grain))
@pytest.mark.parametrize("quantity", list(Quantity))
@pytest.mark.parametrize("lr", [1e-300, 1e6, 1e300])
def test_any_training_can_be_painted(
    qtbot: QtBot, quantity: Quantity, grain: Grain, lr: float
) -> None:
    view = CurveView(quantity)
    qtbot.addWidget(view)
    view.set_grain(grain)
    for epochs in (0, 4):
        view.set_results(trained("xor", Run(optimizer=SGD(lr=lr)), epochs=epochs))
        for theme in (LIGHT, DARK):
            view.set_theme(theme)
            for log in (None, True, False):
                view.set_log(log)
                view.set_cursor(2)
                view.picture.hovered = 1.0
                painted(view)


def test_no_swing_of_a_noisy_curve_is_lost(strange: Callable) -> None:
    x = np.ones((3000, 2))
    x[1::2] *= 9.0  # to and fro at every step
    series = Series(Quantity.VALUE, strange(x).runs[0].trajectory)
    steps, values = series.shown(300, 2999.0)
    columns = np.floor(steps / 2999.0 * 300)
    for column in range(300):
        seen = values[columns == column]
        assert (seen.min(), seen.max()) == (2.0, 162.0)


# --- learning rates that were changed ------------------------------------------------------------


def test_a_changed_rate_has_a_flag_that_tells_it(
    view: CurveView, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = view.picture.layout(SIZE)
    (flag,) = view.picture.flags(layout)
    assert (flag.run, flag.step, flag.lr) == (0, 23, 0.004)
    assert flag.column == pytest.approx(layout.projection.place(23, 0.0)[0])
    view.picture.hovered = 23.0
    written = texts(view, monkeypatch)
    assert written[written.index("lr from step 23") + 1] == "0.004"
    view.picture.hovered = 2.0
    assert "lr from step 23" not in texts(view, monkeypatch)


def test_a_change_that_is_still_to_come_has_no_flag(view: CurveView, moons: Training) -> None:
    pace = moons.batches.steps_per_epoch
    parts = tuple(part_of(result, 1, pace) for result in moons.runs)
    view.set_results(replace(moons, runs=parts, complete=False))
    assert view.picture.flags(view.picture.layout(SIZE)) == []


def test_of_changes_in_one_place_the_last_is_shown(qtbot: QtBot) -> None:
    changes = tuple((step, 0.01 / step) for step in range(1, 60))
    view = CurveView()
    qtbot.addWidget(view)
    view.set_results(trained("moons", Run(optimizer=SGD(lr=0.1), lr_changes=changes), epochs=90))
    flags = view.picture.flags(view.picture.layout(SIZE))
    columns = sorted(flag.column for flag in flags)
    assert 1 < len(flags) < 40
    assert np.diff(columns).min() >= 3.0
    assert max(flag.step for flag in flags) == 59
