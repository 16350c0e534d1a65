"""Files with tables: what is read, and the code of what is not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from gradviz.core.network.table import DataCode, DataError
from gradviz.document.network_task import MAX_KEY_LENGTH, MAX_TABLE, own_data
from gradviz.document.table_files import FileCode, FileError, table_in

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "a,b,kind\n1,2,x\n3,4,y\n"


@pytest.mark.parametrize("lead", [b"", b"\xef\xbb\xbf"])
def test_a_table_is_read_with_its_name(tmp_path: Path, lead: bytes) -> None:
    path = tmp_path / "boxes.csv"
    path.write_bytes(lead + TEXT.encode())
    table = table_in(path)
    assert (table.name, table.text) == ("boxes.csv", TEXT)
    assert own_data(table).inputs.tolist() == [[1.0, 2.0], [3.0, 4.0]]


def test_a_long_name_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / f"{'n' * 150}.csv"
    path.write_text(TEXT, encoding="utf-8")
    name = table_in(path).name
    assert len(name) == MAX_KEY_LENGTH
    assert name.endswith("…")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a,kind\n1,\xff\n", FileCode.TABLE_NOT_UTF8),
        (TEXT.encode("utf-16"), FileCode.TABLE_NOT_UTF8),
        (b"a,kind\n" + b"1,x\n" * (MAX_TABLE // 4), FileCode.TABLE_TOO_LARGE),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, data: bytes, code: FileCode) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(data)
    with pytest.raises(FileError) as caught:
        table_in(path)
    assert caught.value.code is code
    assert "bad.csv" in caught.value.message


def test_there_has_to_be_a_file(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path / "nul\0.csv"):
        with pytest.raises(FileError) as caught:
            table_in(path)
        assert caught.value.code is FileCode.MISSING
    with pytest.raises(FileError) as caught:
        table_in(tmp_path)
    assert caught.value.code is FileCode.FOLDER


@pytest.mark.skipif(os.name == "nt" or not os.geteuid(), reason="everything may be read")
def test_a_file_that_may_not_be_read_says_why(tmp_path: Path) -> None:
    path = tmp_path / "secret.csv"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(FileError) as caught:
        table_in(path)
    assert caught.value.code is FileCode.UNREADABLE


def test_what_is_in_it_is_told_by_its_own_error(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("a,kind\n1\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        table_in(path)
    assert caught.value.code is DataCode.COLUMNS_DIFFER
