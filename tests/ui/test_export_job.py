"""Work in slices ends once, and after it was given up nobody hears of it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import delete, isValid

from gradviz.ui.export_job import Job, in_thread

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from gradviz.ui.export_job import Slices


class Told:
    """What a job tells."""

    def __init__(self, job: Job) -> None:
        self.ends: list[object] = []
        self.parts: list[float] = []
        job.ended.connect(self.ends.append)
        job.progressed.connect(self.parts.append)


class Scene:
    """A job whose second slice does something strange."""

    def __init__(self, strange: Callable[[Scene], object]) -> None:
        self.owner = QObject()
        self.is_closed = False
        self.begun = 0
        self._strange = strange
        self.job = Job(self._slices(), self.owner)
        self.told = Told(self.job)
        self.job.start()

    def _slices(self) -> Slices:
        try:
            self.begun += 1
            yield 0.5
            self.begun += 1
            self._strange(self)
            yield 0.75
            self.begun += 1
        finally:
            self.is_closed = True


def turn(qtbot: QtBot) -> None:
    qtbot.wait(30)


def fail(_scene: Scene) -> None:
    raise ZeroDivisionError


def cancel(scene: Scene) -> None:
    scene.job.cancel()


def remove(scene: Scene) -> None:
    delete(scene.owner)


def cancel_and_fail(scene: Scene) -> None:
    cancel(scene)
    fail(scene)


def remove_and_fail(scene: Scene) -> None:
    remove(scene)
    fail(scene)


def test_it_tells_how_far_it_is_and_that_it_has_ended(qtbot: QtBot) -> None:
    scene = Scene(lambda _: None)
    turn(qtbot)
    assert (scene.told.parts, scene.told.ends, scene.begun) == ([0.5, 0.75], [None], 3)


def test_it_tells_a_fault(qtbot: QtBot) -> None:
    scene = Scene(fail)
    turn(qtbot)
    assert [type(end) for end in scene.told.ends] == [ZeroDivisionError]


@pytest.mark.parametrize("strange", [cancel, remove, cancel_and_fail, remove_and_fail])
def test_given_up_in_the_middle_of_a_slice_it_tells_nothing_more(
    qtbot: QtBot, strange: Callable[[Scene], object]
) -> None:
    scene = Scene(strange)
    turn(qtbot)
    assert (scene.told.parts, scene.told.ends, scene.begun) == ([0.5], [], 2)
    assert scene.is_closed


def test_events_in_the_middle_of_a_slice_begin_no_other(qtbot: QtBot) -> None:
    scene = Scene(lambda _: [QCoreApplication.processEvents() for _ in range(3)])
    turn(qtbot)
    assert (scene.told.parts, scene.told.ends, scene.begun) == ([0.5, 0.75], [None], 3)


@pytest.mark.usefixtures("qapp")
def test_cancelled_before_it_begins_it_closes_its_slices() -> None:
    scene = Scene(fail)
    scene.job.cancel()
    scene.job.cancel()
    assert scene.begun == 0
    assert not scene.told.ends


def test_deleted_with_its_owner_it_ends_its_thread(qtbot: QtBot) -> None:
    stopped = threading.Event()

    def wait(asked: threading.Event) -> None:
        asked.wait()
        stopped.set()

    owner = QObject()
    job = Job(in_thread(wait), owner)
    told = Told(job)
    job.start()
    turn(qtbot)
    delete(owner)
    assert not isValid(job)
    assert stopped.is_set()
    assert not told.ends
