"""What a picture of answers shows: which samples, which page of them, and what is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gradviz.plots.answers_grid import Page
from gradviz.plots.answers_inputs import Inputs
from gradviz.plots.answers_layout import Parts, parts_of
from gradviz.plots.answers_matrix import Table, table_of
from gradviz.plots.answers_words import Group

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QSizeF

    from gradviz.document.answers import Answers
    from gradviz.plots.themes import Theme

EVERYTHING = Group()
"""No filter."""


class AnswersState:
    """The state of a picture, and where everything stands.

    Parameters
    ----------
    theme : Theme
        Colours.

    Attributes
    ----------
    theme : Theme
        Colours.
    dimmed : bool
        Whether it belongs to an earlier text.
    first : int
        How many samples are before the page.
    chosen : int or None
        The sample whose card is open.
    hovered : int or None
        The sample under the pointer.
    spot : tuple of int or None
        Row and column of the matrix that the keys have come to, -1 for headings.
    hovered_spot : tuple of int or None
        Those under the pointer.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.dimmed = False
        self.first = 0
        self.chosen: int | None = None
        self.hovered: int | None = None
        self.spot: tuple[int, int] | None = None
        self.hovered_spot: tuple[int, int] | None = None
        self._group = EVERYTHING
        self._wrong_only = False
        self._study: Answers | None = None
        self._inputs: Inputs | None = None
        self._table: Table | None = None
        self._shown: NDArray[np.intp] | None = None
        self._parts: Parts | None = None

    # --- what is shown

    @property
    def study(self) -> Answers | None:
        """What is drawn."""
        return self._study

    @study.setter
    def study(self, study: Answers | None) -> None:
        before, self._study = self._study, study
        self._shown = self._parts = None
        if study is None or study.problem is not None:
            self._inputs = self._table = None
            self._forget(study is None or before is None)
            return
        self._table = table_of(study)
        if before is None or self._inputs is None or before.data is not study.data:
            self._inputs = Inputs(study)
            self._forget(before is not None and before.data.classes != study.data.classes)

    def _forget(self, is_other: bool) -> None:
        """Let go of samples that are gone, and of a group if there are other classes."""
        self.chosen = self.hovered = None
        self.first = 0
        if is_other:
            self._group = EVERYTHING
            self.spot = self.hovered_spot = None

    @property
    def inputs(self) -> Inputs | None:
        """What the samples look like."""
        return self._inputs

    @property
    def table(self) -> Table | None:
        """What is taken for what."""
        return self._table

    @property
    def group(self) -> Group:
        """Which samples are shown: of what class, taken for what."""
        return self._group

    @group.setter
    def group(self, group: Group) -> None:
        self._group, self._shown, self.first = group, None, 0

    @property
    def wrong_only(self) -> bool:
        """Whether only samples that are wrong are shown."""
        return self._wrong_only

    @wrong_only.setter
    def wrong_only(self, wrong_only: bool) -> None:
        self._wrong_only, self._shown, self.first = wrong_only, None, 0

    @property
    def shown(self) -> NDArray[np.intp]:
        """The samples on all pages, the most wrong first."""
        if self._shown is None:
            if self._study is None:
                return np.empty(0, dtype=np.intp)
            found = self._study.chosen(self._group.true, self._group.taken_for)
            if self._wrong_only:
                found = found[self._study.is_wrong[found]]
            self._shown = found
        return self._shown

    @property
    def looked_at(self) -> int | None:
        """The sample whose card is shown: under the pointer, clicked, or the only one."""
        if self.hovered is not None or self.chosen is not None:
            return self.chosen if self.hovered is None else self.hovered
        only = self._parts is not None and self._parts.card is not None and len(self.shown) == 1
        return int(self.shown[0]) if only else None

    # --- where it stands

    def parts(self, size: QSizeF) -> Parts | None:
        """Return where everything stands in a picture of `size`; None where there is nothing."""
        if self._inputs is None or self._table is None:
            return None
        if self._parts is None or self._parts.size != size:
            self._parts = parts_of(size, self._inputs, self._table)
        return self._parts

    def span(self, size: QSizeF) -> tuple[int, int, int]:
        """Return the number of the first and of the last sample of the page, and of all.

        Numbers count from 1; (0, 0, 0) if there are none.
        """
        parts, count = self.parts(size), len(self.shown)
        capacity = 0 if parts is None else parts.tiles.capacity
        if not capacity or not count:
            return 0, 0, count
        first = min(self.first, count - 1) // capacity * capacity
        return first + 1, min(first + capacity, count), count

    def page(self, size: QSizeF) -> Page | None:
        """Return the samples that are seen, and where."""
        parts = self.parts(size)
        if parts is None or self._study is None:
            return None
        first, last, _ = self.span(size)
        return Page(self._study, self.shown[max(first - 1, 0) : last], parts.tiles)

    def turn(self, by: int, size: QSizeF) -> bool:
        """Go on by so many pages; return False, unmoved, where there are none."""
        first, _, count = self.span(size)
        parts = self.parts(size)
        wanted = first - 1 + by * (parts.tiles.capacity if parts is not None else 0)
        if not first or not 0 <= wanted < count or by == 0:
            return False
        self.first = wanted
        return True
