"""Writing whole or not at all: contents, permissions, links, and every failure on the way."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from gradviz.export.files import WriteError, write_bytes, write_text

if TYPE_CHECKING:
    from collections.abc import Iterator

OLD = b"the old file, which is good\n"
NEW = b"new\r\n\x00\xff"


def _names(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_bytes(OLD)
    return path


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_bytes(tmp_path / "new", NEW)
    assert (tmp_path / "new").read_bytes() == NEW
    assert _names(tmp_path) == ["new"]


def test_an_old_file_is_replaced_and_nothing_else_is_left(old: Path) -> None:
    write_bytes(str(old), NEW)
    assert old.read_bytes() == NEW
    assert _names(old.parent) == [old.name]


def test_text_is_utf_8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_text(tmp_path / "t", ["경사\n", "é\n"])
    assert (tmp_path / "t").read_bytes() == "경사\né\n".encode()


def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_bytes(tmp_path / "new", NEW)
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_an_old_file_keeps_its_permissions(old: Path) -> None:
    old.chmod(0o640)
    write_bytes(old, NEW)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_link_stays_a_link(old: Path) -> None:
    link = old.parent / "link"
    link.symlink_to(old)
    write_bytes(link, NEW)
    assert link.is_symlink()
    assert old.read_bytes() == NEW


def test_a_device_is_written_to() -> None:
    write_bytes("/dev/null", NEW)
    assert not Path("/dev/null").is_file()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="about pipes that have names")
def test_a_pipe_is_written_to() -> None:
    read, write = os.pipe()
    write_bytes(f"/proc/self/fd/{write}", NEW)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        assert pipe.read() == NEW


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        ("open", errno.EACCES, "writing there is not permitted"),
        ("fsync", errno.ENOSPC, "the disk is full"),
        ("chmod", errno.EPERM, "writing there is not permitted"),
        ("replace", errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_failure_leaves_the_old_file_and_says_why(
    old: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, words: str
) -> None:
    def fail(*_args: object, **_kwargs: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os if call == "fsync" else Path, call, fail)
    with pytest.raises(WriteError) as caught:
        write_bytes(old, NEW)
    monkeypatch.undo()
    assert old.read_bytes() == OLD
    assert _names(old.parent) == [old.name]
    assert str(caught.value) == f"Could not write {old}: {words}."


def test_a_source_that_breaks_off_leaves_the_old_file(old: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_bytes(old, parts())
    assert old.read_bytes() == OLD
    assert _names(old.parent) == [old.name]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing/file", "the folder does not exist"),
        ("table.csv/file", "a part of the path is not a folder"),
        ("", "it is a folder"),
        ("x" * 300, "the name is too long"),
        ("a\0b", "null"),
    ],
)
def test_paths_that_cannot_be_written_are_refused_in_a_sentence(
    old: Path, name: str, words: str
) -> None:
    with pytest.raises(WriteError, match=words):
        write_bytes(str(old.parent) + "/" + name, NEW)
    assert _names(old.parent) == [old.name]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_protected_file_is_not_replaced(old: Path) -> None:
    old.chmod(0o444)
    with pytest.raises(WriteError, match="not permitted"):
        write_bytes(old, NEW)
    assert old.read_bytes() == OLD


def test_a_full_disk_is_named() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    with pytest.raises(WriteError, match="the disk is full"):
        write_bytes("/dev/full", NEW)
