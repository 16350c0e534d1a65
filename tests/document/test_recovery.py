"""What is kept for the case of a crash: by whom, until when, and who gets it."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pytest

from gradviz.document import processes
from gradviz.document.atomic import TEMPORARY, Disk
from gradviz.document.document import Document
from gradviz.document.file_errors import FileError
from gradviz.document.file_stamp import stamp_of
from gradviz.document.files import read, write
from gradviz.document.processes import started_at
from gradviz.document.recovery import MOST_AGE, MOST_LEFT, STRAY_AGE, Recovery
from gradviz.document.recovery_locks import Lock, own_lock, read_lock, write_lock

if TYPE_CHECKING:
    from collections.abc import Callable

NEW = Document(note="not saved yet")
CRASHING = """
import os, signal, sys
from pathlib import Path
from gradviz.document.document import Document
from gradviz.document.recovery import Recovery
path = Path(sys.argv[2]) if len(sys.argv) > 2 else None
slot = Recovery(Path(sys.argv[1])).open(path)
slot.save(Document(note="not saved yet"))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "recovery"


@pytest.fixture
def crash(folder: Path) -> Callable[..., None]:
    """Leave a document as a process does that is no more."""

    def crashed(path: Path | None = None) -> None:
        slot = Recovery(folder).open(path)
        slot.save(NEW)
        write_lock(slot.file.with_suffix(".lock"), replace(own_lock(path), started="then"), Disk())

    return crashed


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_closed_document_leaves_nothing(folder: Path) -> None:
    recovery = Recovery(folder)
    slot = recovery.open()
    slot.save(NEW)
    assert read(slot.file) == NEW
    slot.clear()
    assert [Path(name).suffix for name in _names(folder)] == [".lock"]
    slot.save(NEW)
    slot.close()
    assert _names(folder) == []
    slot.close()


def test_what_is_open_is_not_left(folder: Path) -> None:
    recovery = Recovery(folder)
    slot = recovery.open()
    slot.save(NEW)
    assert recovery.leftovers() == []
    slot.close()


def test_after_a_crash_the_last_state_is_there(folder: Path, tmp_path: Path) -> None:
    recovery = Recovery(folder)
    assert recovery.leftovers() == []
    for path in ([], [str(tmp_path / "경사.gradviz")]):
        command = [sys.executable, "-c", CRASHING, str(folder), *path]
        assert subprocess.run(command, check=False, timeout=60).returncode < 0
    newest, oldest = recovery.leftovers()
    assert (newest.path, oldest.path) == (tmp_path / "경사.gradviz", None)
    assert newest.saved_at >= oldest.saved_at
    assert newest.read() == oldest.read() == NEW


def test_what_is_left_is_taken_once(folder: Path, crash: Callable[..., None]) -> None:
    crash(folder / "a.gradviz")
    recovery = Recovery(folder)
    (left,) = recovery.leftovers()
    slot = recovery.take(left)
    assert slot is not None
    assert recovery.leftovers() == []
    assert read(slot.file) == NEW
    assert recovery.is_open(folder / "a.gradviz")
    assert recovery.take(left) is None
    assert len(_names(folder)) == 2
    slot.close()
    assert _names(folder) == []


def test_what_is_left_can_be_thrown_away(folder: Path, crash: Callable[..., None]) -> None:
    crash()
    (left,) = Recovery(folder).leftovers()
    left.discard()
    assert _names(folder) == []
    left.discard()


def test_a_damaged_leftover_says_so(folder: Path, crash: Callable[..., None]) -> None:
    crash()
    (left,) = Recovery(folder).leftovers()
    left.file.write_text('{"gradviz": 1,')
    with pytest.raises(FileError, match="damaged"):
        left.read()


def test_a_file_that_is_open_elsewhere_is_noticed(folder: Path, tmp_path: Path) -> None:
    recovery, path = Recovery(folder), tmp_path / "a.gradviz"
    write(path, NEW)
    slot = recovery.open(path)
    assert recovery.is_open(path)
    assert not recovery.is_open(path, besides=slot)
    assert not recovery.is_open(tmp_path / "b.gradviz")
    link = tmp_path / "link.gradviz"
    link.symlink_to(path)
    assert recovery.is_open(link)
    slot.belong_to(tmp_path / "b.gradviz")
    assert not recovery.is_open(path)
    slot.close()


def test_a_crash_does_not_leave_the_file_open(
    folder: Path, crash: Callable[..., None], tmp_path: Path
) -> None:
    crash(tmp_path / "a.gradviz")
    assert not Recovery(folder).is_open(tmp_path / "a.gradviz")


def test_a_number_that_was_given_again_is_another_process(folder: Path) -> None:
    recovery = Recovery(folder)
    slot = recovery.open()
    slot.save(NEW)
    lock = slot.file.with_suffix(".lock")
    write_lock(lock, replace(own_lock(None), started="long ago"), Disk())
    assert [left.file for left in recovery.leftovers()] == [slot.file]


def test_another_computer_s_documents_are_left_alone(folder: Path) -> None:
    recovery = Recovery(folder)
    slot = recovery.open()
    slot.save(NEW)
    lock = slot.file.with_suffix(".lock")
    write_lock(lock, replace(own_lock(None), host="elsewhere", pid=1, started=""), Disk())
    assert recovery.leftovers() == []


LOCKS = [
    "",
    "[",
    "[]",
    "3",
    "{}",
    '{"host": 1, "pid": 2, "started": "", "path": ""}',
    '{"host": "", "pid": true, "started": "", "path": ""}',
    '{"host": "", "pid": 2, "started": "", "path": "", "more": 1}',
    "[" * 50_000,
]


@pytest.mark.parametrize("text", LOCKS)
def test_a_damaged_lock_is_none(folder: Path, text: str) -> None:
    recovery = Recovery(folder)
    slot = recovery.open()
    slot.save(NEW)
    slot.file.with_suffix(".lock").write_text(text)
    (left,) = recovery.leftovers()
    assert left.path is None
    recovery.prune()
    assert left.read() == NEW


def test_only_the_newest_leftovers_are_kept(folder: Path) -> None:
    folder.mkdir(parents=True)
    for i in range(MOST_LEFT + 5):
        file = folder / f"{i:02}.gradviz"
        write(file, Document(note=str(i)))
        os.utime(file, (1e9 + i, 1e9 + i))
    recovery = Recovery(folder)
    recovery.prune(1e9 + 100)
    kept = [left.read().note for left in recovery.leftovers()]
    assert kept == [str(i) for i in range(MOST_LEFT + 4, 4, -1)]
    recovery.prune(1e9 + 10 + MOST_AGE)
    assert len(recovery.leftovers()) == MOST_LEFT - 5
    recovery.prune(1e9 + 100 + MOST_AGE)
    assert _names(folder) == []


def test_pruning_leaves_what_is_in_use(folder: Path, crash: Callable[..., None]) -> None:
    crash()
    recovery = Recovery(folder)
    slot = recovery.open()
    slot.save(NEW)
    recovery.leftovers()[0].file.unlink()  # its lock is of no use
    stray, other = folder / f".ab{TEMPORARY}", folder / "notes.txt"
    stray.touch()
    other.touch()
    recovery.prune()
    assert stray.exists()
    recovery.prune(slot.file.stat().st_mtime + STRAY_AGE + 1)
    assert not stray.exists()
    assert other.exists()
    assert read(slot.file) == NEW
    assert len(_names(folder)) == 3
    recovery.prune(slot.file.stat().st_mtime + 2 * MOST_AGE)
    assert read(slot.file) == NEW
    slot.close()


def test_a_folder_that_was_removed_is_made_again(folder: Path) -> None:
    recovery = Recovery(folder)
    slot = recovery.open(folder / "a.gradviz")
    shutil.rmtree(folder)
    slot.save(NEW)
    assert read(slot.file) == NEW
    assert recovery.leftovers() == []
    assert recovery.is_open(folder / "a.gradviz")


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    recovery = Recovery(tmp_path / "file" / "recovery")
    with pytest.raises(FileError, match="could not be saved"):
        recovery.open()
    assert recovery.leftovers() == []
    recovery.prune()


def test_a_full_disk_keeps_what_was_kept(folder: Path) -> None:
    class Full(Disk):
        def flush(self, file: BinaryIO) -> None:
            assert not file.closed
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    disk = Full()
    slot = Recovery(folder).open()
    slot.save(NEW)
    full = type(slot)(slot.file, None, disk)
    with pytest.raises(FileError, match="the disk is full"):
        full.save(Document(note="more"))
    assert read(slot.file) == NEW
    with pytest.raises(FileError, match="the disk is full"):
        Recovery(folder, disk).open()
    slot.close()
    assert _names(folder) == []


@pytest.mark.skipif(os.name != "posix", reason="of folders that only their owner may look into")
def test_others_may_not_look(folder: Path) -> None:
    Recovery(folder).open()
    assert folder.stat().st_mode & 0o077 == 0


def test_a_process_is_told_by_when_it_was_started() -> None:
    own = started_at(os.getpid())
    assert own is not None
    assert started_at(os.getpid()) == own
    assert [started_at(pid) for pid in (0, -1, 2**22 + 1)] == [None] * 3
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert started_at(child.pid) not in (None, own)
        child.kill()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        assert started_at(child.pid) is None  # not yet buried
    assert started_at(child.pid) is None


@pytest.mark.skipif(shutil.which("ps") != "/bin/ps", reason="of systems with ps and no /proc")
def test_without_proc_ps_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(processes, "_PROC", tmp_path)
    own = started_at(os.getpid())
    assert own == started_at(os.getpid()) != started_at(1)
    assert own
    assert started_at(2**22 + 1) is None


def test_locks_come_back(tmp_path: Path) -> None:
    lock = Lock("host", 3, "then", "/경사")
    write_lock(tmp_path / "a.lock", lock, Disk())
    assert read_lock(tmp_path / "a.lock") == lock
    assert read_lock(tmp_path / "b.lock") is None


def test_a_file_changed_outside_has_another_stamp(tmp_path: Path) -> None:
    path = tmp_path / "a.gradviz"
    assert stamp_of(path) is None
    write(path, NEW)
    stamp = stamp_of(path)
    assert stamp == stamp_of(path)
    write(path, NEW)
    assert stamp_of(path) != stamp
    stamp = stamp_of(path)
    with path.open("a") as file:
        file.write("\n")
    assert stamp_of(path) != stamp
