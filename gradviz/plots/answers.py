"""The widget of answers: samples and cells are clicked, and reached by the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal

from gradviz.plots.answers_matrix import HEADING
from gradviz.plots.answers_picture import AnswersPicture
from gradviz.plots.answers_state import EVERYTHING
from gradviz.plots.answers_words import accuracy_text, group_count, sample_title, verdict_text
from gradviz.plots.canvas import DimmableCanvas
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.keys import ENTERS, NOTCH, PAGES, is_one_of, is_shifted
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from gradviz.document.answers import Answers
    from gradviz.plots.answers_words import Group

_MOVES: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class AnswersView(DimmableCanvas):
    """Samples with what a network takes them for, and how often classes are confused.

    Attributes
    ----------
    picture : AnswersPicture
        What is painted.
    """

    pageChanged = Signal()  # noqa: N815  (Qt's spelling, here and below)
    """Other samples are on the page, or there are more or fewer pages."""
    groupChanged = Signal()  # noqa: N815
    """Samples of another group are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: AnswersPicture = AnswersPicture(LIGHT)
        self._mouse: QPointF | None = None
        self._turned = 0
        self.setMinimumSize(220, 200)
        self.setAccessibleName(self.tr("Samples with the network's answers, confusion matrix"))
        self._describe()

    # --- what is shown

    def set_study(self, study: Answers | None) -> None:
        """Draw these answers; None while there are none."""
        before = self.picture.group
        self.picture.study = study
        if self.picture.group != before:
            self.groupChanged.emit()
        self._hover()
        self._changed()

    def set_wrong_only(self, wrong_only: bool) -> None:
        """Show only samples that are wrong, or all."""
        self.picture.wrong_only = wrong_only
        self._changed()

    def set_group(self, group: Group) -> None:
        """Show only samples of a class that are taken for a class."""
        if group != self.picture.group:
            self.picture.group = group
            self._changed()
            self.groupChanged.emit()

    def turn(self, by: int) -> None:
        """Go on by so many pages, if there are any."""
        if self.picture.turn(by, self.extent()):
            self._hover()
            self._changed()

    def _changed(self) -> None:
        self._describe()
        self.update()
        self.pageChanged.emit()

    def _describe(self) -> None:
        """Say what the picture shows, and what the keys have come to, to who does not see it."""
        picture, words = self.picture, [self.picture.problem()]
        study, table = picture.study, picture.table
        if study is not None and table is not None:
            words = [accuracy_text(study) + "."]
            if picture.spot is not None:
                words.insert(0, group_count(study, table.group(picture.spot)) + ".")
            if picture.chosen is not None:
                told = (sample_title(study, picture.chosen), verdict_text(study, picture.chosen))
                words.insert(0, ", ".join(told) + ".")
        words.append(
            self.tr(
                "The arrow keys move over the cells of the confusion matrix, Enter shows only the "
                "samples of a cell, Escape all again. With Shift the arrow keys choose a sample. "
                "The Page keys turn the page."
            )
        )
        self.setAccessibleDescription(" ".join(text for text in words if text))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's spelling, below too)
        """Paint the picture on the card's surface."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour(self.picture.theme.surface))
            self.picture.paint(painter, self.extent(), self.devicePixelRatioF())
            self.paint_ring(painter, self.picture.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Tell that there is room for more or fewer samples."""
        super().resizeEvent(event)
        self.pageChanged.emit()

    # --- the mouse

    def _sample_at(self, at: QPointF) -> int | None:
        page = self.picture.page(self.extent())
        place = None if page is None else page.tiles.place_at(at)
        if page is None or place is None or place >= len(page.samples):
            return None
        return int(page.samples[place])

    def _spot_at(self, at: QPointF) -> tuple[int, int] | None:
        parts = self.picture.parts(self.extent())
        return None if parts is None or parts.matrix is None else parts.matrix.spot_at(at)

    def _is_over_card(self, at: QPointF) -> bool:
        """Tell whether the card of the sample that was clicked covers a pixel."""
        chosen = self.picture.chosen
        if chosen is None or self.picture.hovered not in {None, chosen}:
            return False
        box = self.picture.card_box(self.extent(), chosen)
        return box is not None and box.contains(at)

    def _hover(self) -> None:
        """Find what is under the pointer; samples may have moved below it."""
        sample = spot = None
        if self._mouse is not None and not self._is_over_card(self._mouse):
            sample, spot = self._sample_at(self._mouse), self._spot_at(self._mouse)
        picture = self.picture
        if (sample, spot) != (picture.hovered, picture.hovered_spot):
            picture.hovered, picture.hovered_spot = sample, spot
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Read out what is under the pointer."""
        self._mouse = event.position()
        self._hover()
        picture = self.picture
        is_live = (picture.hovered, picture.hovered_spot) != (None, None)
        is_live = is_live or self._is_over_card(event.position())
        shape = Qt.CursorShape.PointingHandCursor if is_live else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the readouts away."""
        self._mouse = None
        self._hover()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open the card of a sample or close it; show only the samples of a cell, or all."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        if self._is_over_card(at):
            self.choose(None)
            return
        sample, spot = self._sample_at(at), self._spot_at(at)
        if sample is not None:
            self.choose(None if sample == self.picture.chosen else sample)
        elif spot is not None:
            self._filter(spot)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Turn the page."""
        self._turned += event.angleDelta().y()
        pages = int(self._turned / NOTCH)
        if pages:
            self._turned -= pages * NOTCH
            self.turn(-pages)

    # --- the keys

    def acts_on(self, event: QKeyEvent) -> bool:
        """Act on the keys that move, filter and turn pages."""
        return is_one_of(event, _MOVES, with_shift=True) or is_one_of(event, {*PAGES, *ENTERS})

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move over cells or samples, filter by a cell, close what is open, turn the page."""
        key = Qt.Key(event.key())
        if key in _MOVES and is_shifted(event):
            self._move_sample(*_MOVES[key])
        elif key in _MOVES:
            self._move_spot(*_MOVES[key])
        elif key in PAGES:
            self.turn(PAGES[key])
        elif key in ENTERS and self.picture.spot is not None:
            self._filter(self.picture.spot)
        elif key != Qt.Key.Key_Escape or not self._close():
            super().keyPressEvent(event)

    def choose(self, sample: int | None) -> None:
        """Open the card of a sample; None for none."""
        self.picture.chosen = sample
        self._hover()
        self._describe()
        self.update()

    def _filter(self, spot: tuple[int, int]) -> None:
        """Show the samples of a cell or heading; all again if they are shown already."""
        table = self.picture.table
        if table is not None:
            group = table.group(spot)
            self.set_group(EVERYTHING if group == self.picture.group else group)

    def _move_spot(self, down: int, across: int) -> None:
        table = self.picture.table
        if table is None:
            return
        rows, columns = table.counts.shape
        row, column = self.picture.spot or (-down, -across)
        row = min(max(row + down, HEADING), rows - 1)
        column = min(max(column + across, HEADING), columns - 1)
        if (row, column) != (HEADING, HEADING):
            self.picture.spot = (row, column)
            self._describe()
            self.update()

    def _move_sample(self, down: int, across: int) -> None:
        """Choose the sample beside the one whose card is open, or the first of the page."""
        page = self.picture.page(self.extent())
        if page is None or not len(page.samples):
            return
        samples: list[int] = page.samples.tolist()
        place = 0
        if self.picture.chosen in samples:
            place = samples.index(self.picture.chosen) + across + down * page.tiles.columns
        if 0 <= place < len(samples):
            self.choose(samples[place])

    def _close(self) -> bool:
        """Close the card, or else show all samples; return False if nothing was open."""
        if self.picture.chosen is not None:
            self.choose(None)
        elif self.picture.group != EVERYTHING:
            self.set_group(EVERYTHING)
        elif self.picture.spot is not None:
            self.picture.spot = None
            self._describe()
            self.update()
        else:
            return False
        return True
