"""The picture of errors against h: what it says, the line that is dragged, any values at all."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QToolButton

from gradviz.core.differences import Method
from gradviz.core.formula import parse
from gradviz.document.error_curve import ErrorCurve, ErrorCurveRequest, evaluate_error_curve
from gradviz.plots.error_curve import ErrorCurveView
from gradviz.plots.error_handle import snapped
from gradviz.plots.error_marks import hover_rows
from gradviz.plots.error_words import axis_name, example, note
from gradviz.plots.lettering import Face, face
from gradviz.plots.themes import DARK, LIGHT
from hands import send_mouse
from looking import amount, pixels

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

WAVES = ErrorCurveRequest(
    formula="exp(x0)*sin(3*x1) + x0**2 + x1**2", point=(0.3, 0.7), method=Method.CENTRAL, h=1e-4
)
BOWL = replace(WAVES, formula="x0**2 + x1**2", point=(-3.0, 4.0))


def curve_of(request: ErrorCurveRequest, **changes: object) -> ErrorCurve:
    curve = evaluate_error_curve(replace(request, **changes))
    assert curve is not None
    return curve


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., ErrorCurveView]:
    def made(
        request: ErrorCurveRequest, *, compact: bool = False, **changes: object
    ) -> ErrorCurveView:
        view = ErrorCurveView(compact=compact)
        qtbot.addWidget(view)
        view.resize(*((280, 130) if compact else (560, 420)))
        view.set_curve(curve_of(request, **changes))
        view.show()
        return view

    return made


def mouse(view: ErrorCurveView, kind: QEvent.Type, x: float, y: float, held: bool = True) -> None:
    send_mouse(view, kind, QPointF(x, y), held=held)


def place(view: ErrorCurveView, h: float) -> tuple[float, float]:
    projection = view.picture.projection(QSizeF(view.size()))
    middle = (projection.box.top + projection.box.bottom) / 2
    return projection.place(math.log10(h), 0.0)[0], middle


def listen(view: ErrorCurveView) -> list[tuple[float, bool]]:
    told: list[tuple[float, bool]] = []
    view.hDragged.connect(lambda h, last: told.append((h, last)))
    return told


class TestWords:
    @pytest.mark.parametrize(
        ("request_", "changes", "words"),
        [
            (WAVES, {}, ""),
            (BOWL, {}, "Central differences are exact on quadratics"),
            (BOWL, {"method": Method.FIVE_POINT}, "exact on polynomials up to degree 4"),
            (BOWL, {"method": Method.COMPLEX_STEP}, "exact on quadratics and subtracts nothing"),
            (BOWL, {"formula": "x0 - x1", "method": Method.FORWARD}, "exact on linear functions"),
            (WAVES, {"method": Method.COMPLEX_STEP}, "subtracts nothing"),
            (WAVES, {"method": Method.EXACT}, "The exact gradient has no h"),
            (BOWL, {"formula": "abs(x0) + x1"}, "No truncation error shows"),
            (BOWL, {"point": (0.0, 0.0), "method": Method.FORWARD}, "errors are absolute"),
        ],
    )
    def test_notes(self, request_: ErrorCurveRequest, changes: dict, words: str) -> None:
        said = note(curve_of(request_, **changes))
        assert words in said
        assert bool(said) == bool(words)

    @pytest.mark.parametrize("count", [1, 2, 3, 10])
    @pytest.mark.parametrize("method", [Method.CENTRAL, Method.FIVE_POINT, Method.COMPLEX_STEP])
    def test_the_example_has_what_is_missing(self, count: int, method: Method) -> None:
        point = tuple(0.3 + 0.1 * i for i in range(count))
        bowl = replace(BOWL, formula="sum(x**2)", point=point, method=method)
        formula = example(curve_of(bowl))
        assert parse(formula).dimension == count
        for coordinate in (None, *range(count)):
            better = curve_of(bowl, formula=formula, coordinate=coordinate)
            assert example(better) == ""
            assert len(better.shape.arms) == (1 if method is Method.COMPLEX_STEP else 2)

    @pytest.mark.parametrize(
        ("request_", "changes"),
        [
            (WAVES, {}),
            (BOWL, {"method": Method.EXACT}),
            (BOWL, {"formula": "sqrt(x0) + x1"}),
            (WAVES, {"method": Method.COMPLEX_STEP}),
        ],
    )
    def test_nothing_is_offered_without_need(
        self, request_: ErrorCurveRequest, changes: dict
    ) -> None:
        assert example(curve_of(request_, **changes)) == ""

    def test_the_axis_says_what_the_error_is_of(self) -> None:
        assert axis_name(curve_of(WAVES)) == "relative error of ∇f"
        assert axis_name(curve_of(WAVES, coordinate=1)) == "relative error of ∂f/∂x₁"
        assert axis_name(curve_of(BOWL, point=(0.0, 0.0))).startswith("absolute")


class TestDragging:
    def test_moves_h_to_two_figures(self, shown: Callable[..., ErrorCurveView]) -> None:
        view = shown(WAVES)
        told = listen(view)
        mouse(view, QEvent.Type.MouseButtonPress, *place(view, 1e-6))
        mouse(view, QEvent.Type.MouseMove, *place(view, 3.3e-9))
        mouse(view, QEvent.Type.MouseButtonRelease, *place(view, 3.3e-9))
        mouse(view, QEvent.Type.MouseMove, *place(view, 1e-2), held=False)
        assert [last for _, last in told] == [False, False, True]
        assert told[0][0] == pytest.approx(1e-6, rel=0.1)
        assert told[1][0] == told[2][0] == pytest.approx(3.3e-9, rel=0.1)
        assert all(h == snapped(h) for h, _ in told)
        assert view.picture.h == told[-1][0]

    def test_stays_on_the_axis(self, shown: Callable[..., ErrorCurveView]) -> None:
        view = shown(WAVES)
        told = listen(view)
        mouse(view, QEvent.Type.MouseButtonPress, *place(view, 1e-6))
        mouse(view, QEvent.Type.MouseMove, -4000.0, 200.0)
        mouse(view, QEvent.Type.MouseMove, 9000.0, 200.0)
        assert told[1][0] == pytest.approx(1e-16, rel=0.9)
        assert told[2][0] == pytest.approx(1.0, rel=1.5)

    def test_the_axis_holds_still_until_the_end(self, shown: Callable[..., ErrorCurveView]) -> None:
        view = shown(WAVES, h=1e-50)
        low = view.picture.projection(QSizeF(view.size())).x_min
        mouse(view, QEvent.Type.MouseButtonPress, *place(view, 1e-20))
        view.set_curve(curve_of(WAVES, h=1e-20))
        assert view.picture.projection(QSizeF(view.size())).x_min == low
        mouse(view, QEvent.Type.MouseButtonRelease, *place(view, 1e-20))
        assert view.picture.projection(QSizeF(view.size())).x_min > -30.0

    def test_answers_on_the_way_do_not_move_it(self, shown: Callable[..., ErrorCurveView]) -> None:
        view = shown(WAVES)
        mouse(view, QEvent.Type.MouseButtonPress, *place(view, 1e-9))
        held = view.picture.h
        view.set_curve(curve_of(WAVES, h=1e-7))
        assert view.picture.h == held
        mouse(view, QEvent.Type.MouseButtonRelease, *place(view, 1e-9))
        view.set_curve(curve_of(WAVES, h=1e-7))
        assert view.picture.h == 1e-7

    def test_the_exact_gradient_has_nothing_to_drag(
        self, shown: Callable[..., ErrorCurveView]
    ) -> None:
        view = shown(WAVES, method=Method.EXACT)
        told = listen(view)
        mouse(view, QEvent.Type.MouseButtonPress, *place(view, 1e-6))
        mouse(view, QEvent.Type.MouseMove, *place(view, 1e-9))
        assert told == []
        assert amount(view, LIGHT.accent) == 0

    @pytest.mark.parametrize(
        ("key", "h"),
        [
            (Qt.Key.Key_Right, 1.3e-4),
            (Qt.Key.Key_Left, 7.5e-5),
            (Qt.Key.Key_PageUp, 1e-3),
            (Qt.Key.Key_PageDown, 1e-5),
        ],
    )
    def test_keys_move_h(self, shown: Callable[..., ErrorCurveView], key: Qt.Key, h: float) -> None:
        view = shown(WAVES)
        told = listen(view)
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, press)
        assert told == [(h, True)]

    @pytest.mark.parametrize(("h", "key"), [(1e-300, Qt.Key.Key_Left), (1e300, Qt.Key.Key_PageUp)])
    def test_keys_stop_at_the_ends(
        self, shown: Callable[..., ErrorCurveView], h: float, key: Qt.Key
    ) -> None:
        view = shown(WAVES, h=h)
        told = listen(view)
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, press)
        assert told == [(h, True)]


class TestReadout:
    def test_tells_every_scheme(self, shown: Callable[..., ErrorCurveView]) -> None:
        view = shown(WAVES, single_precision=True)
        before = pixels(view)
        mouse(view, QEvent.Type.MouseMove, *place(view, 1e-8), held=False)
        index = view.picture.hovered
        assert index is not None
        curve = view.picture.curve
        assert curve.steps[index] == pytest.approx(1e-8, rel=0.2)
        assert (pixels(view) != before).sum() > 1000
        rows = hover_rows(curve, [], index)
        assert [row.name for row in rows] == [
            "Forward", "Backward", "Central", "Five-point", "Complex step", "Central, float32",
        ]  # fmt: skip
        QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
        assert (pixels(view) != before).sum() < 20

    def test_zero_and_nothing_have_words(self) -> None:
        curve = curve_of(BOWL, method=Method.COMPLEX_STEP, h=1e300, single_precision=True)
        first = [row.value for row in hover_rows(curve, [], 0)]
        last = [row.value for row in hover_rows(curve, [], len(curve.steps) - 1)]
        assert "0, exact" in first
        assert "not defined" in last

    def test_a_shorter_curve_is_not_read_beyond_its_end(
        self, shown: Callable[..., ErrorCurveView]
    ) -> None:
        view = shown(WAVES, h=1e-300)
        mouse(view, QEvent.Type.MouseMove, *place(view, 0.9), held=False)
        assert view.picture.hovered > 2000
        view.set_curve(curve_of(WAVES))
        pixels(view)


class TestLook:
    def test_the_scheme_in_use_is_strongest(self, shown: Callable[..., ErrorCurveView]) -> None:
        for i, method in enumerate((Method.FORWARD, Method.BACKWARD, Method.CENTRAL)):
            view = shown(WAVES, method=method)
            amounts = [amount(view, style.colour) for style in LIGHT.runs[:5]]
            assert int(np.argmax(amounts)) == i

    @pytest.mark.parametrize("size", [(380, 360), (420, 400), (700, 640)])
    def test_words_lie_upon_no_curve(
        self,
        shown: Callable[..., ErrorCurveView],
        monkeypatch: pytest.MonkeyPatch,
        size: tuple[int, int],
    ) -> None:
        at: dict[str, tuple[float, float]] = {}
        monkeypatch.setattr(
            Face, "write_on_halo", lambda _face, _painter, place, text, *_: at.update({text: place})
        )
        view = shown(BOWL)
        view.resize(*size)
        bare = pixels(view)  # what is written on a halo is missing
        words = [text for text in at if text.startswith(("best", "rounding"))]
        assert len(words) == 2
        for text in words:
            left, level = (round(number) for number in at[text])
            under = bare[level - 6 : level + 6, left : left + round(face().width(text))]
            for style in (LIGHT.runs[2], LIGHT.runs[3]):  # central, five-point
                assert not (under == (QColor(style.colour).rgb() & 0xFFFFFF)).any(), text

    def test_zeros_lie_on_the_lower_edge(self, shown: Callable[..., ErrorCurveView]) -> None:
        view = shown(BOWL, formula="x0 + x1", method=Method.COMPLEX_STEP)
        box = view.picture.projection(QSizeF(view.size())).box
        seen = pixels(view) == (QColor(LIGHT.runs[4].colour).rgb() & 0xFFFFFF)
        rows = np.flatnonzero(seen[round(box.top) :].any(axis=1)) + round(box.top)
        assert len(rows) > 0
        assert box.bottom - 6 <= rows.min() <= rows.max() <= box.bottom

    def test_h_is_seen_however_far_out(self, shown: Callable[..., ErrorCurveView]) -> None:
        for h in (1e-300, 1e-50, 1e-4, 1.0, 1e300):
            assert amount(shown(WAVES, h=h), LIGHT.accent) > 20

    def test_the_compact_one_has_no_words(self, shown: Callable[..., ErrorCurveView]) -> None:
        view = shown(BOWL, compact=True)
        assert view.picture.header(QSizeF(view.size())) is None
        assert not view.findChild(QToolButton).isVisible()
        assert amount(view, LIGHT.text_muted) > 100
        told = listen(view)
        mouse(view, QEvent.Type.MouseButtonPress, *place(view, 1e-6))
        assert told[0][0] == pytest.approx(1e-6, rel=0.15)

    def test_a_sentence_stands_where_no_curve_is(
        self, shown: Callable[..., ErrorCurveView]
    ) -> None:
        for compact in (False, True):
            view = shown(WAVES, compact=compact, formula="sqrt(x0) + x1", point=(-1.0, 1.0))
            told = listen(view)
            mouse(view, QEvent.Type.MouseButtonPress, 100.0, 60.0)
            mouse(view, QEvent.Type.MouseMove, 120.0, 60.0, held=False)
            assert told == []
            assert len(np.unique(pixels(view))) > 3
            view.set_curve(None)
            assert len(np.unique(pixels(view))) > 3

    def test_dark_and_dimmed(self, shown: Callable[..., ErrorCurveView]) -> None:
        view = shown(WAVES)
        plain = pixels(view)
        view.set_dimmed(True)
        assert (pixels(view) != plain).any()
        view.set_theme(DARK)
        assert (pixels(view) & 0xFF).mean() < 80


class TestExample:
    def test_is_offered_by_a_button(
        self, shown: Callable[..., ErrorCurveView], qtbot: QtBot
    ) -> None:
        view = shown(BOWL)
        told: list[str] = []
        view.exampleRequested.connect(told.append)
        button = view.findChild(QToolButton, "errorExampleButton")
        assert button.isVisible()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        formula = example(view.picture.curve)
        assert formula in button.accessibleName()
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert told == [formula]

    def test_goes_with_its_need(self, shown: Callable[..., ErrorCurveView]) -> None:
        view = shown(BOWL)
        button = view.findChild(QToolButton, "errorExampleButton")
        assert view.rect().contains(button.geometry())
        view.set_curve(curve_of(WAVES))
        assert not button.isVisible()
        view.set_curve(curve_of(BOWL))
        assert button.isVisible()
        view.resize(200, 120)
        assert button.width() <= 200
        view.set_curve(None)
        assert not button.isVisible()


STRANGE = [
    ("exp(exp(x0)) + x1", (6.0, 1.0)),
    ("0*x0 + 0*x1", (1.0, 2.0)),
    ("1e300*x0**2 + x1", (1e-3, 1.0)),
    ("1e-300*x0**2 + 0*x1", (1e-3, 1.0)),
    ("where(x0 > 0, x0, 0/x0) + x1", (1e-9, 1.0)),
    ("floor(x0) + x1", (1.0, 1.0)),
    ("x0**2 + x1**2", (1e-160, 1e-200)),
    ("sum(x**2)", (1.0,) * 10),
]


@pytest.mark.parametrize(("formula", "point"), STRANGE)
@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("h", [1e-300, 1e-4, 1e300])
def test_anything_can_be_painted(
    shown: Callable[..., ErrorCurveView],
    formula: str,
    point: tuple[float, ...],
    compact: bool,
    h: float,
) -> None:
    asked = {"formula": formula, "point": point, "h": h, "single_precision": True}
    view = shown(WAVES, compact=compact, **asked)
    for method in Method:
        view.set_curve(curve_of(WAVES, method=method, **asked))
        view.picture.hovered = 3
        pixels(view)
    view.resize(170, 95)
    pixels(view)
