"""Undo and redo: a list of documents, and where in it one is."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gradviz.document.document import Document
    from gradviz.document.edit_kinds import Edit
    from gradviz.document.experiment import Experiment

MERGED_WITHIN: Final = 1.0
"""Seconds of rest after which the same edit is another one."""
MOST_EDITS: Final = 500
MOST_BYTES: Final = 200_000_000
"""Bytes of tables and weights that all documents may hold together."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document, and the edit that made it of the one before."""

    document: Document
    edit: Edit | None


class History:
    """What was edited, to be undone and redone.

    A drag, between `press` and `release`, is one edit. So is the same edit again and again with
    less than `MERGED_WITHIN` seconds between, such as typing. One that ends where it began is none.

    Parameters
    ----------
    document : Document
        What there is to begin with, as it is saved.
    most_edits : int
        How many edits can be undone; the oldest are forgotten.
    most_bytes : int
        How much the documents may hold together; the newest edit can always be undone.
    """

    def __init__(
        self, document: Document, *, most_edits: int = MOST_EDITS, most_bytes: int = MOST_BYTES
    ) -> None:
        self._most_edits, self._most_bytes = most_edits, most_bytes
        self.reset(document)

    def reset(self, document: Document) -> None:
        """Begin anew with another document, as it is saved."""
        self._entries = [Entry(document, None)]
        self._place = 0
        self._saved = document.content
        self._last = float("-inf")
        self._is_open = self._is_held = False

    @property
    def document(self) -> Document:
        """The present document."""
        return self._entries[self._place].document

    @property
    def is_modified(self) -> bool:
        """Whether there is anything in the document that was not saved."""
        return self.document.content != self._saved

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to undo."""
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to redo."""
        return self._place < len(self._entries) - 1

    @property
    def undone_next(self) -> Edit | None:
        """The edit that `undo` would undo."""
        return self._entries[self._place].edit

    @property
    def redone_next(self) -> Edit | None:
        """The edit that `redo` would redo."""
        return self._entries[self._place + 1].edit if self.can_redo else None

    def record(self, document: Document, edit: Edit | None, at: float) -> None:
        """Take `document` in place of the present one.

        Parameters
        ----------
        document : Document
            The new document.
        edit : Edit or None
            What made it of the present one, as `gradviz.document.edit_names.edit_between` says;
            None where one only looks elsewhere, which is not undone.
        at : float
            When, in seconds of a clock that only goes forward.
        """
        if edit is None:
            self._look(document)
            return
        del self._entries[self._place + 1 :]
        if self._goes_on(edit, at):
            edit = self._entries.pop().edit
        is_back = bool(self._entries) and document.content == self._entries[-1].document.content
        if not is_back:
            self._entries.append(Entry(document, edit))
        self._place = len(self._entries) - 1
        self._last, self._is_open = at, not is_back
        self._forget()

    def _goes_on(self, edit: Edit, at: float) -> bool:
        """Tell whether `edit` is part of the last one."""
        is_same = edit == self._entries[-1].edit
        is_soon = at - self._last <= MERGED_WITHIN
        two_of_three = (
            (is_same and is_soon) or (self._is_held and is_same) or (self._is_held and is_soon)
        )
        return self._is_open and two_of_three

    def _look(self, document: Document) -> None:
        looked = replace(
            self.document, view=document.view, step=document.step, selected=document.selected
        )
        self._entries[self._place] = replace(self._entries[self._place], document=looked)

    def press(self) -> None:
        """Begin a drag: until `release` the same edit is one, however long it takes."""
        self._is_open, self._is_held = False, True

    def release(self) -> None:
        """End a drag: the next edit is another one."""
        self._is_open = self._is_held = False

    def undo(self) -> Document:
        """Go back by an edit, if there is one, and return the document there."""
        self._place -= self.can_undo
        self._is_open = False
        return self.document

    def redo(self) -> Document:
        """Go forward again by an edit, if there is one, and return the document there."""
        self._place += self.can_redo
        self._is_open = False
        return self.document

    def mark_saved(self, document: Document) -> None:
        """Take note that `document` was saved; the next edit is another one."""
        self._saved = document.content
        self._is_open = False

    def mark_unsaved(self) -> None:
        """Take note that no file holds the document, as after a crash."""
        self._saved = ()

    def _forget(self) -> None:
        """Drop the oldest documents as long as there are too many, or too large ones."""
        surplus = max(0, len(self._entries) - 1 - self._most_edits)
        while len(self._entries) - surplus > 2 and self._is_heavy(surplus):  # noqa: PLR2004 - an edit takes two
            surplus += 1
        del self._entries[:surplus]
        self._place -= surplus
        self._entries[0] = replace(self._entries[0], edit=None)

    def _is_heavy(self, first: int) -> bool:
        held = {
            id(part): sys.getsizeof(part)
            for entry in self._entries[first:]
            for part in _large_parts(entry.document)
        }
        return sum(held.values()) > self._most_bytes


def _large_parts(document: Document) -> Iterable[object]:
    """Yield what can take much memory; documents that share it hold the same object."""
    yield document.note
    for experiment in (document.experiment, document.other):
        if experiment is not None:
            yield from _of_experiment(experiment)


def _of_experiment(experiment: Experiment) -> Iterable[object]:
    yield experiment.runs
    if experiment.network is not None:
        yield experiment.network.weights
        if experiment.network.table is not None:
            yield experiment.network.table.text
