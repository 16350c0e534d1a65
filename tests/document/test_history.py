"""Undo and redo: what is one edit, what is forgotten, and what is not saved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from gradviz.document.display import View
from gradviz.document.document import Document
from gradviz.document.edit_kinds import Edit, EditKind
from gradviz.document.edit_names import edit_between
from gradviz.document.experiment import Experiment
from gradviz.document.history import History
from gradviz.document.network_task import OWN, NetworkTask, OwnTable

H, STEPS = Edit(EditKind.H), Edit(EditKind.STEPS)
FIRST = Document()


def with_h(h: float, steps: int = 100) -> Document:
    return Document(experiment=Experiment(h=h, steps=steps))


def edited(history: History, document: Document, at: float) -> None:
    history.record(document, edit_between(history.document, document), at)


@pytest.fixture
def history() -> History:
    return History(FIRST)


def test_there_is_nothing_to_undo_at_first(history: History) -> None:
    assert not history.can_undo
    assert not history.can_redo
    assert history.undo() == history.redo() == FIRST
    assert (history.undone_next, history.redone_next) == (None, None)


def test_edits_are_undone_and_redone_by_name(history: History) -> None:
    edited(history, with_h(0.1), 0.0)
    edited(history, with_h(0.1, steps=3), 0.1)
    assert history.undone_next == STEPS
    assert history.undo() == with_h(0.1)
    assert (history.undone_next, history.redone_next) == (H, STEPS)
    assert history.undo() == FIRST
    assert not history.can_undo
    assert history.redo() == with_h(0.1)
    assert history.redo() == with_h(0.1, steps=3)
    assert not history.can_redo


def test_a_new_edit_ends_what_could_be_redone(history: History) -> None:
    edited(history, with_h(0.1), 0.0)
    history.undo()
    edited(history, with_h(0.2), 0.1)
    assert not history.can_redo
    assert history.undo() == FIRST


def test_a_burst_of_typing_is_one_edit(history: History) -> None:
    for i in range(1, 6):
        edited(history, with_h(i / 10), i * 0.9)
    assert history.undo() == FIRST
    assert history.redo() == with_h(0.5)


def test_a_rest_ends_a_burst(history: History) -> None:
    edited(history, with_h(0.1), 0.0)
    edited(history, with_h(0.2), 1.1)
    assert history.undo() == with_h(0.1)


def test_another_parameter_is_another_edit(history: History) -> None:
    history.record(with_h(0.1), Edit(EditKind.PARAMETER, "a"), 0.0)
    history.record(with_h(0.2), Edit(EditKind.PARAMETER, "b"), 0.1)
    assert history.undo() == with_h(0.1)


def test_a_drag_is_one_edit_however_long_it_rests(history: History) -> None:
    history.press()
    for i in range(1, 4):
        edited(history, with_h(i / 10), 10.0 * i)
    history.release()
    history.press()
    edited(history, with_h(0.9), 30.1)
    history.release()
    assert history.undo() == with_h(0.3)
    assert history.undo() == FIRST


def test_what_a_drag_changes_along_belongs_to_it(history: History) -> None:
    history.press()
    edited(history, with_h(0.1), 0.0)
    edited(history, with_h(0.1, steps=5), 0.1)
    edited(history, with_h(0.2, steps=5), 0.2)
    history.release()
    assert history.undone_next == H
    assert history.undo() == FIRST


def test_a_drag_is_not_part_of_what_was_before(history: History) -> None:
    edited(history, with_h(0.1), 0.0)
    history.press()
    edited(history, with_h(0.2), 0.1)
    history.release()
    edited(history, with_h(0.3), 0.2)
    assert [history.undo(), history.undo(), history.undo()] == [with_h(0.2), with_h(0.1), FIRST]


def test_an_edit_that_ends_where_it_began_is_none(history: History) -> None:
    history.press()
    edited(history, with_h(0.1), 0.0)
    edited(history, FIRST, 0.1)
    assert not history.can_undo
    edited(history, with_h(0.3), 0.2)
    edited(history, with_h(0.4), 0.3)
    history.release()
    assert history.undo() == FIRST
    assert history.redo() == with_h(0.4)


def test_an_edit_after_undoing_is_another_one(history: History) -> None:
    edited(history, with_h(0.1), 0.0)
    edited(history, with_h(0.1, steps=3), 0.1)
    history.undo()
    edited(history, with_h(0.2), 0.2)
    assert history.undo() == with_h(0.1)


def test_looking_elsewhere_is_no_edit_but_remembered(history: History) -> None:
    edited(history, with_h(0.1), 0.0)
    looked = replace(with_h(0.1), view=View.TABLE, step=7)
    edited(history, looked, 0.1)
    assert history.document == looked
    assert history.undo() == FIRST
    assert history.redo() == looked


def test_it_is_modified_as_long_as_it_is_not_what_was_saved(history: History) -> None:
    assert not history.is_modified
    edited(history, with_h(0.1), 0.0)
    assert history.is_modified
    history.undo()
    assert not history.is_modified
    history.mark_saved(with_h(0.1))
    assert history.is_modified
    history.redo()
    assert not history.is_modified
    edited(history, replace(with_h(0.1), view=View.TABLE), 0.2)
    assert not history.is_modified
    edited(history, replace(with_h(0.1), note="a"), 0.3)
    assert history.is_modified
    history.reset(FIRST)
    assert not history.is_modified
    history.mark_unsaved()
    assert history.is_modified


def test_what_was_saved_is_not_merged_away(history: History) -> None:
    edited(history, with_h(0.1), 0.0)
    history.mark_saved(history.document)
    edited(history, with_h(0.2), 0.1)
    assert history.undo() == with_h(0.1)
    assert not history.is_modified


def test_the_oldest_are_forgotten() -> None:
    history = History(FIRST, most_edits=3)
    for i in range(1, 10):
        edited(history, with_h(i / 10), 10.0 * i)
    back = [history.undo() for _ in range(5)]
    assert back == [with_h(i / 10) for i in (8, 7, 6, 6, 6)]
    assert not history.can_undo
    assert history.undone_next is None


def test_large_tables_are_forgotten_but_for_the_last_edit() -> None:
    def with_table(i: int) -> Document:
        table = OwnTable(str(i), f"a,b\n{i},1\n" + " " * 10_000)
        return Document(
            experiment=Experiment(network=NetworkTask(problem=OWN, sizes=(1, 2), table=table))
        )

    history = History(with_table(0), most_bytes=35_000)
    for i in range(1, 10):
        edited(history, with_table(i), 10.0 * i)
    assert [history.undo() for _ in range(3)] == [with_table(8), with_table(7), with_table(7)]
    history = History(with_table(0), most_bytes=5)
    for i in range(1, 10):
        edited(history, with_table(i), 10.0 * i)
    assert [history.undo() for _ in range(2)] == [with_table(8), with_table(8)]


def test_a_table_that_documents_share_counts_once() -> None:
    table = OwnTable("t", "a,b\n1,2\n" + " " * 10_000)
    experiment = Experiment(network=NetworkTask(problem=OWN, sizes=(1, 2), table=table))
    history = History(Document(experiment=experiment), most_bytes=20_000)
    for i in range(1, 10):
        edited(history, Document(experiment=replace(experiment, h=i / 10)), 10.0 * i)
    for _ in range(9):
        history.undo()
    assert history.document.experiment == experiment


class Walk(RuleBasedStateMachine):
    """Histories without merging, beside two plain stacks."""

    def __init__(self) -> None:
        super().__init__()
        self.history, self.clock = History(FIRST), 0.0
        self.done, self.undone, self.present = [], [], FIRST  # type: ignore[var-annotated]

    @rule(h=st.integers(1, 5))
    def edit(self, h: int) -> None:
        document = with_h(float(h))
        if document != self.present:
            self.done.append(self.present)
            self.undone.clear()
        self.present = document
        self.clock += 10.0
        edited(self.history, document, self.clock)

    @rule()
    def undo(self) -> None:
        if self.done:
            self.undone.append(self.present)
            self.present = self.done.pop()
        assert self.history.undo() == self.present

    @rule()
    def redo(self) -> None:
        if self.undone:
            self.done.append(self.present)
            self.present = self.undone.pop()
        assert self.history.redo() == self.present

    @invariant()
    def agrees(self) -> None:
        assert self.history.document == self.present
        assert self.history.can_undo == bool(self.done)
        assert self.history.can_redo == bool(self.undone)
        assert self.history.is_modified == (self.present != FIRST)


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
