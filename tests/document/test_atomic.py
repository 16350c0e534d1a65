"""Saving whole or not at all: every call to the system fails once and for good, and it is killed.

With GRADVIZ_LONG_TESTS set, saving is killed a thousand times.
"""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pytest

from gradviz.document.atomic import TEMPORARY, Disk, Reason, WriteError, write_bytes, write_text
from gradviz.document.document import Document
from gradviz.document.files import FileCode, FileError, from_text, read, write

if TYPE_CHECKING:
    from collections.abc import Iterator

OLD = Document(note="old")
NEW = Document(note="new " * 50_000)
"""Long enough for several writes."""
KILLS = 1000 if os.environ.get("GRADVIZ_LONG_TESTS") else 20


class Faulty(Disk):
    """A disk on which one call fails, and all of its kind after it, or all of any kind."""

    def __init__(self, call: str = "", number: int = 0, *, for_good: bool = False) -> None:
        self.made: list[str] = []
        self._call, self._number, self._for_good = call, number, for_good
        self._is_broken = False

    def _ask(self, call: str) -> None:
        self.made.append(call)
        hit = call == self._call and self.made.count(call) == self._number + 1
        self._is_broken = self._is_broken or (hit and self._for_good)
        if hit or self._is_broken:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def create(self, path: Path) -> BinaryIO:
        self._ask("create")
        return super().create(path)

    def write(self, file: BinaryIO, data: bytes) -> None:
        try:
            self._ask("write")
        except OSError:  # half of it found room
            super().write(file, data[: len(data) // 2])
            raise
        super().write(file, data)

    def flush(self, file: BinaryIO) -> None:
        self._ask("flush")
        super().flush(file)

    def sync(self, file: BinaryIO) -> None:
        self._ask("sync")
        super().sync(file)

    def chmod(self, path: Path, mode: int) -> None:
        self._ask("chmod")
        super().chmod(path, mode)

    def rename(self, source: Path, target: Path) -> None:
        self._ask("rename")
        super().rename(source, target)

    def remove(self, path: Path) -> None:
        self._ask("remove")
        super().remove(path)

    def sync_folder(self, folder: Path) -> None:
        self._ask("sync_folder")
        super().sync_folder(folder)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "saved.gradviz"
    write(found, OLD)
    return found


FAULTS = [("create", 0), *(("write", i) for i in range(4))]
FAULTS += [(call, 0) for call in ("flush", "sync", "chmod", "rename", "sync_folder")]
"""Every call that saving `NEW` makes: which, and the how manyth of its kind."""


def test_saving_makes_the_calls_that_are_made_to_fail(path: Path) -> None:
    disk = Faulty()
    write(path, NEW, disk)
    counted = [(call, disk.made[:i].count(call)) for i, call in enumerate(disk.made)]
    assert counted == FAULTS


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize(("call", "number"), FAULTS)
def test_whatever_fails_the_old_file_or_the_new_one_is_there(
    path: Path, call: str, number: int, for_good: bool
) -> None:
    disk = Faulty(call, number, for_good=for_good)
    if call == "sync_folder":  # the new file is there by then
        write(path, NEW, disk)
        assert read(path) == NEW
    else:
        with pytest.raises(FileError) as caught:
            write(path, NEW, disk)
        assert caught.value.message == "“saved.gradviz” could not be saved: the disk is full."
        assert caught.value.values["reason"] == Reason.FULL
        assert read(path) == OLD
    left = [name for name in path.parent.iterdir() if name != path]
    assert len(left) == (for_good and call not in {"create", "sync_folder"})
    assert all(name.name.endswith(TEMPORARY) for name in left)
    write(path, NEW)
    assert read(path) == NEW


SAVING = """
import os, random, signal, sys, time
from pathlib import Path
from gradviz.document.document import Document
from gradviz.document.files import read, write

path, kills, rng = Path(sys.argv[1]), int(sys.argv[2]), random.Random(20)
documents = [Document(note=word * 100_000) for word in ("one ", "two ")]
write(path, documents[0])
for kill in range(kills):
    saving = os.fork()
    while not saving:
        for document in documents:
            write(path, document)
    time.sleep(rng.uniform(0.0, 0.03))
    os.kill(saving, signal.SIGKILL)
    os.waitpid(saving, 0)
    assert read(path) in documents, kill
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is started for every kill")
def test_killed_at_any_moment_the_old_or_the_new_file_is_whole(path: Path) -> None:
    command = [sys.executable, "-c", SAVING, str(path), str(KILLS)]
    subprocess.run(command, check=True, timeout=60 + KILLS)
    strays = [name for name in path.parent.iterdir() if name.name.endswith(TEMPORARY)]
    assert strays or KILLS < 1000, "it was never killed while it was saving"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_says_so(path: Path) -> None:
    path.parent.chmod(0o555)
    try:
        with pytest.raises(FileError, match="writing there is not permitted") as caught:
            write(path, NEW)
    finally:
        path.parent.chmod(0o755)
    assert caught.value.code is FileCode.NOT_WRITTEN
    assert caught.value.values["reason"] == Reason.DENIED
    assert read(path) == OLD


def test_a_vanished_folder_says_so(path: Path) -> None:
    gone = path.parent / "gone" / "saved.gradviz"
    with pytest.raises(FileError, match="could not be saved: the folder does not exist"):
        write(gone, NEW)


def test_a_file_keeps_its_permissions_and_a_link_leads_to_it(path: Path) -> None:
    path.chmod(0o640)
    link = path.parent / "link.gradviz"
    link.symlink_to(path.name)
    write(link, NEW)
    assert link.is_symlink()
    assert read(path) == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_device_says_so() -> None:
    with pytest.raises(WriteError) as caught:
        write_bytes("/dev/full", b"x")
    assert (caught.value.code, caught.value.reason) == (Reason.FULL, "the disk is full")


def test_text_is_written_in_utf_8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_text(tmp_path / "t", ["경사\n", "é\r\n"])
    assert (tmp_path / "t").read_bytes() == "경사\né\r\n".encode()


def test_an_interruption_leaves_the_old_file(path: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_bytes(path, parts())
    assert from_text(path.read_text(encoding="utf-8")) == OLD
    assert list(path.parent.iterdir()) == [path]
