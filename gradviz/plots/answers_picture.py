"""What a network takes samples for, as a picture: samples, confusion matrix, a card; no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from gradviz.plots.answers_art import art_sheet
from gradviz.plots.answers_card import Card, paint_card
from gradviz.plots.answers_cells import outline, paint_matrix, paint_ring
from gradviz.plots.answers_grid import paint_choice, paint_points, paint_verdicts, paint_words
from gradviz.plots.answers_state import EVERYTHING, AnswersState
from gradviz.plots.answers_words import (
    group_text,
    heading,
    hint_sentence,
    moment_text,
    none_sentence,
    problem_sentence,
    samples_word,
    share_words,
)
from gradviz.plots.colours import colour
from gradviz.plots.frames import Row, paint_dimming, paint_readout, readout_size
from gradviz.plots.lettering import BODY, face
from gradviz.plots.regions_words import percent

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from gradviz.plots.answers_grid import Page
    from gradviz.plots.answers_inputs import Inputs
    from gradviz.plots.answers_layout import Parts
    from gradviz.plots.answers_matrix import Table
    from gradviz.plots.picture import LegendEntry
    from gradviz.plots.themes import Theme

_CARD: Final = 226.0
_EDGE: Final = 2.0


class AnswersPicture(AnswersState):
    """Draws samples with what each is taken for, and how often each class is taken for another.

    Parameters
    ----------
    theme : Theme
        Colours.

    Attributes
    ----------
    can_be_clicked : bool
        Whether to say what a click would tell: a file says nothing of the kind.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.can_be_clicked = True
        self._sheet: tuple[tuple[object, ...], QImage] | None = None

    def heading(self) -> str:
        """Return what is shown, in a line."""
        return heading(self.study)

    def moment(self) -> str:
        """Return at which step and epoch the network is shown."""
        return moment_text(self.study)

    def legend(self) -> list[LegendEntry]:
        """Return nothing: what marks mean is written beside them."""
        return []

    def problem(self) -> str:
        """Return why there is only a sentence to see; empty if there is a picture."""
        return problem_sentence(self.study)

    def still(self) -> AnswersPicture:
        """Return a picture of the same samples, without what the pointer is over."""
        copy = AnswersPicture(self.theme)
        copy.study = self.study
        copy.group, copy.wrong_only = self.group, self.wrong_only
        copy.first, copy.chosen = self.first, self.chosen
        copy.can_be_clicked = False
        return copy

    # --- painting

    def paint(self, painter: QPainter, size: QSizeF, ratio: float = 1.0) -> None:
        """Paint everything; the ground is left as it is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        parts, page = self.parts(size), self.page(size)
        if parts is None or page is None or self.inputs is None or self.table is None:
            area = QRectF(QPointF(0.0, 0.0), size).adjusted(16.0, 8.0, -16.0, -8.0)
            face(BODY).write_within(painter, area, self.problem(), colour(self.theme.text_muted))
        else:
            self._paint_grid(painter, page, self.inputs, ratio)
            self._paint_matrix(painter, parts, self.table, ratio)
            self._paint_card(painter, parts, page, ratio)
            self._paint_group(painter, parts, self.table)
        if self.dimmed:
            paint_dimming(painter, QRectF(QPointF(0.0, 0.0), size), self.theme)

    def _paint_grid(self, painter: QPainter, page: Page, inputs: Inputs, ratio: float) -> None:
        theme, tiles = self.theme, page.tiles
        if not len(page.samples):
            if tiles.capacity:
                ink = colour(theme.text_muted)
                face(BODY).write_within(painter, tiles.box, none_sentence(), ink)
            return
        paint_verdicts(painter, page, theme)
        painter.drawImage(tiles.box.topLeft(), self._drawings(page, inputs, ratio))
        paint_points(painter, page, inputs, theme)
        paint_words(painter, page, theme)
        for index, strong in ((self.hovered, False), (self.chosen, True)):
            place = None if index is None else self._place_of(page, index)
            if place is not None:
                paint_choice(painter, tiles.tile(place), theme, strong=strong)

    def _drawings(self, page: Page, inputs: Inputs, ratio: float) -> QImage:
        """Return all drawings of a page, made anew when others are on it."""
        box = page.tiles.box
        key = (inputs, page.samples.tobytes(), box.getRect(), ratio, self.theme)
        if self._sheet is None or self._sheet[0] != key:
            made = art_sheet(inputs, page.samples, page.art_boxes, box, ratio, self.theme)
            self._sheet = (key, made)
        return self._sheet[1]

    def _paint_matrix(self, painter: QPainter, parts: Parts, table: Table, ratio: float) -> None:
        laid = parts.matrix
        if laid is None:
            return
        paint_matrix(painter, table, laid, ratio, self.theme)
        for spot in self.group_spots():
            paint_ring(painter, outline(laid, spot), self.theme, strong=True)
        for spot_looked_at in (self.spot, self.hovered_spot):
            if spot_looked_at is not None:
                box = outline(laid, spot_looked_at)
                paint_ring(painter, box, self.theme, strong=False)

    def group_spots(self) -> list[tuple[int, int]]:
        """Return the cell or heading that stands for the group that is shown; none for all."""
        table, group = self.table, self.group
        if table is None or group == EVERYTHING:
            return []
        if group.taken_for is not None and group.taken_for not in table.taken_for:
            return []
        column = -1 if group.taken_for is None else table.taken_for.index(group.taken_for)
        return [(-1 if group.true is None else group.true, column)]

    # --- what is looked at closely

    def _paint_card(self, painter: QPainter, parts: Parts, page: Page, ratio: float) -> None:
        """Paint the card of the sample under the pointer, or of the one that was clicked."""
        index = self.looked_at
        if index is None or self.inputs is None:
            self._paint_hint(painter, parts)
            return
        card = Card(page.answers, self.inputs, index)
        box = self.card_box(parts.size, index)
        if box is not None:
            can_close = index == self.chosen
            paint_card(painter, card, box, ratio, self.theme, can_close=can_close)

    def _paint_hint(self, painter: QPainter, parts: Parts) -> None:
        if parts.card is not None and self.can_be_clicked:
            room = QRectF(parts.card)
            room.setHeight(min(room.height(), 60.0))
            face().write_within(painter, room, hint_sentence(), colour(self.theme.text_faint))

    def card_box(self, size: QSizeF, index: int) -> QRectF | None:
        """Return where the card of a sample is: in its place, or else beside the sample."""
        parts, page = self.parts(size), self.page(size)
        if parts is None or page is None or self.inputs is None:
            return None
        height = Card(page.answers, self.inputs, index).height
        if parts.card is not None:
            box = QRectF(parts.card)
            box.setHeight(min(height, box.height()))
            return box
        place = self._place_of(page, index)
        if place is None:
            return None
        tile = page.tiles.tile(place)
        return _beside(tile, QSizeF(_CARD, height), size)

    @staticmethod
    def _place_of(page: Page, index: int) -> int | None:
        found = np.flatnonzero(page.samples == index)
        return int(found[0]) if len(found) else None

    def _paint_group(self, painter: QPainter, parts: Parts, table: Table) -> None:
        """Read out the cell or heading under the pointer, or that the keys have come to."""
        spot = self.spot if self.hovered_spot is None else self.hovered_spot
        if spot is None or parts.matrix is None or self.hovered is not None:
            return
        title, rows = self.spot_readout(table, spot)
        across, down = readout_size(rows, title)
        box = _beside(parts.matrix.cell(spot), QSizeF(across, down), parts.size)
        paint_readout(painter, box, rows, self.theme, title)

    def spot_readout(self, table: Table, spot: tuple[int, int]) -> tuple[str, list[Row]]:
        """Return name, number and share of the samples that a cell or heading stands for."""
        study = self.study
        if study is None:
            return "", []
        group = table.group(spot)
        among = study.chosen(group.true, group.taken_for)
        rows = [Row(samples_word(), str(len(among)))]
        if group.true is None or group.taken_for is None:
            part, whole = int((~study.is_wrong[among]).sum()), len(among)
        else:
            part, whole = len(among), int(table.totals[group.true])
        if whole:
            rows.append(Row(share_words(study, group), percent(part / whole)))
        return group_text(study, group), rows


def _beside(place: QRectF, wanted: QSizeF, size: QSizeF) -> QRectF:
    """Return a box to the right of a place, or to the left where there is more room."""
    left = place.right() + 8.0
    if left + wanted.width() > size.width() - _EDGE:
        left = max(place.left() - 8.0 - wanted.width(), _EDGE)
    top = min(place.top(), size.height() - wanted.height() - _EDGE)
    return QRectF(round(left), round(max(top, _EDGE)), wanted.width(), wanted.height())
