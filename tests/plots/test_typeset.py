"""Typeset maths on the screen: where ink falls, what numbers say, what is asked for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from gradviz.document.outlines import outline
from gradviz.document.typesetting import Typesetting, TypesettingRequest, evaluate_typesetting
from gradviz.plots import typeset
from gradviz.plots.themes import DARK, LIGHT
from gradviz.plots.typeset import Typeset
from gradviz.plots.typeset_rows import Divider, Flow, Part, Words, number_text
from gradviz.plots.typeset_table import Table, TableRow
from gradviz.plots.typeset_view import TypesetView

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def sheet(qtbot: QtBot) -> Callable[..., TypesetView]:
    """Return a function that shows rows, typeset by and by."""

    def build(*rows: object, width: int = 300, height: int = 200) -> TypesetView:
        view = TypesetView()
        qtbot.addWidget(view)
        view.resize(width, height)
        view.set_rows(rows)

        def answer(request: TypesettingRequest) -> None:
            study = evaluate_typesetting(request)
            assert study is not None
            view.take(study)

        view.wanted.connect(answer, Qt.ConnectionType.QueuedConnection)
        with qtbot.waitExposed(view):
            view.show()
        lines = [line for row in rows for line in row.lines()]
        if height > 100:  # all rows are seen
            qtbot.waitUntil(lambda: all(map(typeset.is_known, lines)))
        return view

    return build


def set_line(latex: str) -> Typeset:
    found = outline(latex)
    assert found is not None
    return Typeset(found)


def inked(image: QImage) -> QRectF:
    """Return the smallest box around what is not white."""
    white = 0xFFFFFFFF
    places = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixel(x, y) != white
    ]
    assert places
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs) + 1, max(ys) + 1))


def painted(line: Typeset, texts: tuple[str, ...], size: int = 40) -> tuple[QImage, list[QRectF]]:
    image = QImage(400, 120, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    boxes = line.paint(painter, QPointF(20.0, 60.0), size, "#000000", texts)
    painter.end()
    return image, boxes


def test_ink_falls_where_the_outline_says(qapp: object) -> None:
    assert qapp
    line = set_line("x_{0}")
    image, _ = painted(line, ())
    ink = inked(image)
    assert ink.top() == pytest.approx(60.0 - line.ascent * 40.0, abs=2.0)
    assert ink.bottom() == pytest.approx(60.0 + line.descent * 40.0, abs=2.0)
    assert ink.right() == pytest.approx(20.0 + line.width(40.0, ()), abs=4.0)


def test_a_longer_number_pushes_what_follows(qapp: object) -> None:
    assert qapp
    line = set_line("x = #1 + #2")
    assert line.numbers == (0, 1)
    short, long = ("0", "0"), ("123", "0")
    _, (first, second) = painted(line, short)
    _, (wider, pushed) = painted(line, long)
    grown = typeset.number_width("123", 40) - typeset.number_width("0", 40)
    assert grown > 0.0
    assert wider.left() == first.left()
    assert pushed.left() == pytest.approx(second.left() + grown)
    assert line.width(40.0, long) == pytest.approx(line.width(40.0, short) + grown)
    image, _ = painted(line, long)
    assert inked(image).right() == pytest.approx(20.0 + line.width(40.0, long), abs=4.0)


def test_numbers_are_set_in_the_font_of_the_letters(qapp: object) -> None:
    assert qapp
    assert typeset.number_font(14).families()[0] == "STIX Two Math"
    figures = {typeset.number_width(figure, 14) for figure in "0123456789"}
    assert len(figures) == 1
    typeset_zero = set_line("#1")
    (slot,) = outline("#1").slots  # type: ignore[union-attr]
    ink, _ = painted(typeset_zero, ("0",))
    assert inked(ink).width() == pytest.approx((slot.right - slot.left) * 40.0, abs=2.5)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.001, "0.001"),
        (-1.2944512345, "−1.29445"),
        (3.0, "3"),
        (1.0 - 0.9, "0.1"),
        (4.7650012, "4.76500"),
        (1e-4, "10⁻⁴"),
        (1.23456789e-9, "1.23457×10⁻⁹"),
        (0.0, "0"),
        (-0.0, "0"),
        (math.nan, "nan"),
        (-math.inf, "−∞"),
        (221, "221"),
    ],
)
def test_numbers_are_as_short_as_they_are_round(value: float, text: str) -> None:
    assert number_text(value) == text


def test_parts_that_do_not_fit_go_on_below(sheet: Callable[..., TypesetView]) -> None:
    flow = Flow((Part("x = #1", (1.5,)), Part("{} - #1", (2.5,)), Part("= #1", (-1.0,))))
    view = sheet(flow)
    wide, one_line = flow.measure(1000.0)
    narrow, more_lines = flow.measure(wide - 1.0)
    assert narrow < wide
    assert more_lines > 1.5 * one_line
    assert view.horizontalScrollBar().maximum() == 0


def test_a_long_formula_scrolls_or_shrinks(sheet: Callable[..., TypesetView]) -> None:
    latex = " + ".join(f"x_{{{i}}}" for i in range(12))
    view = sheet(Flow((Part(latex),)))
    assert view.horizontalScrollBar().maximum() > 0
    shrunk = Flow((Part(latex),), shrinks=True)
    wide, _ = Flow((Part(latex),)).measure(300.0)
    assert shrunk.measure(0.85 * wide)[0] <= 0.85 * wide
    assert shrunk.measure(10.0)[0] > 10.0  # it stays readable


def test_many_rows_scroll(sheet: Callable[..., TypesetView]) -> None:
    view = sheet(*(Words(f"row {i}") for i in range(40)))
    assert view.verticalScrollBar().maximum() == view.content_height() - view.viewport().height()


def test_only_what_is_seen_is_asked_for(sheet: Callable[..., TypesetView]) -> None:
    asked: list[str] = []
    rows = [Flow((Part(rf"y_{{{i}}} + \lambda"),)) for i in range(50)]
    view = sheet(*rows, height=90)
    view.wanted.connect(lambda request: asked.extend(request.lines))
    view.viewport().repaint()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.viewport().repaint()
    assert rows[-1].lines()[0] in asked
    assert rows[20].lines()[0] not in asked


def test_a_number_tells_all_its_digits_where_the_mouse_rests(
    sheet: Callable[..., TypesetView],
) -> None:
    value = -1.2944512345678
    row = TableRow(Part("f(x)"), (2.0, value))
    view = sheet(Flow((Part("x = #1", (value,)),)), Table(("i = 0", "i = 1"), (row,)))
    view.viewport().repaint()
    places = [QPoint(x, y) for x in range(0, 300, 4) for y in range(0, 100, 4)]
    hints = {view.hint_at(place) for place in places}
    assert hints == {"", repr(value), "2.0"}


def test_its_place_is_free_until_it_is_known(qtbot: QtBot) -> None:
    latex = r"\frac{q_{1}}{q_{2}} = #1"
    view = TypesetView()
    qtbot.addWidget(view)
    view.resize(200, 60)
    view.set_rows([Flow((Part(latex, (1.0,)),))])
    with qtbot.waitSignal(view.wanted) as asked:
        view.show()
    assert asked.args == [TypesettingRequest((latex,))]
    empty = view.viewport().grab().toImage()
    ground = QImage(empty)
    ground.fill(empty.pixel(0, 0))
    assert empty == ground
    view.take(Typesetting({latex: None}))  # it cannot be set
    plain = view.viewport().grab().toImage()
    assert plain != empty
    study = evaluate_typesetting(TypesettingRequest((latex,)))
    assert study is not None
    view.take(study)
    assert view.viewport().grab().toImage() not in (plain, empty)


@pytest.mark.parametrize("value", [math.nan, math.inf, -1e300, 5e-324, 0.0])
def test_tables_take_any_number(sheet: Callable[..., TypesetView], value: float) -> None:
    rows = tuple(TableRow(Part(f"f_{{{i}}}"), (value,) * 10) for i in range(3))
    view = sheet(Table(tuple("abcdefghij"), rows), Divider())
    view.viewport().grab()
    assert {view.hint_at(QPoint(x, 25)) for x in range(300)} - {""} == {repr(value)}


def test_a_table_shows_fewer_figures_rather_than_scrolling(qapp: object) -> None:
    assert qapp
    table = Table(("i = 0", "i = 1"), (TableRow(Part("f"), (5.27039448212, 5.27060262412)),))
    wide, _ = table.measure(1000.0)
    narrow, _ = table.measure(0.9 * wide)
    assert narrow <= 0.9 * wide


def test_a_table_is_folded_rather_than_scrolled_sideways(
    sheet: Callable[..., TypesetView],
) -> None:
    values = tuple(1.2345678912e-10 * (i + 1) for i in range(6))
    table = Table(tuple("abcdef"), (TableRow(Part("f"), values), TableRow(Part("g"), values)))
    whole = table.measure(1000.0)
    wide, high = table.measure(300.0)
    assert wide <= 300.0 < whole[0]
    assert high > 2.0 * whole[1]
    view = sheet(table, height=400)
    view.viewport().grab()
    told = [view.hint_at(QPoint(250, y)) for y in range(400)]
    assert [text for text in dict.fromkeys(told) if text] == [
        repr(values[1]),
        *map(repr, values[3::2]),
    ]


def test_values_that_differ_do_not_look_equal(qapp: object) -> None:
    assert qapp
    ahead, behind = 0.9280685390000041, 0.9280685389999997  # of a difference with h = 1e-14
    close = Table(("w",), (TableRow(Part("f"), (ahead,)), TableRow(Part("g"), (behind,))))
    equal = Table(("w",), (TableRow(Part("f"), (ahead,)), TableRow(Part("g"), (ahead,))))
    wide = close.measure(300.0)[0]
    assert wide > equal.measure(300.0)[0]
    assert close.measure(0.9 * wide)[0] == wide  # none of its figures is given up


def test_the_sheet_takes_the_theme(sheet: Callable[..., TypesetView]) -> None:
    view = sheet(Flow((Part("x"),)), Words("words", warns=True), Divider())
    looks = []
    for theme in (LIGHT, DARK):
        view.set_theme(theme)
        image = view.viewport().grab().toImage()
        assert image.pixelColor(290, 190).name().upper() == theme.surface
        looks.append(image)
    assert looks[0] != looks[1]
    view.set_dimmed(True)
    assert view.viewport().grab().toImage() != looks[1]
