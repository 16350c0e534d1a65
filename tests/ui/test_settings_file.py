"""Broken settings are set aside or overlooked, and a window is never out of reach."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from gradviz.app import create_window
from gradviz.document.display import Display
from gradviz.ui.settings_file import BROKEN, flag, open_settings, whole, word
from gradviz.ui.window_state import THEMES, WindowState, bring_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def file(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """Return the path of the settings, in a folder of the test's own."""
    names = qapp.organizationName(), qapp.applicationName()
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings")
    )
    before = QSettings.defaultFormat()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    qapp.setOrganizationName("GradViz")
    qapp.setApplicationName("GradViz")
    path = Path(QSettings().fileName())
    path.parent.mkdir(parents=True, exist_ok=True)
    yield path
    QSettings.setDefaultFormat(before)
    qapp.setOrganizationName(names[0])
    qapp.setApplicationName(names[1])


GARBAGE = b"\x00\xff\xfe\xfagarbage\nno equals\n[[["


def test_a_file_that_holds_no_settings_is_set_aside(file: Path) -> None:
    for content in (GARBAGE, b"[[[", GARBAGE[:12], b"\xd8" * 40, b"[window]\ntheme=dark\n\x00\x01"):
        file.write_bytes(content)
        opened = open_settings()
        assert opened.status() is QSettings.Status.NoError
        assert opened.allKeys() == []
        aside = file.with_name(file.name + BROKEN)
        assert aside.read_bytes() == content
        opened.setValue("window/theme", "dark")
        opened.sync()
        assert word(open_settings(), "window/theme") == "dark"


def test_what_the_program_writes_is_never_set_aside(file: Path) -> None:
    opened = open_settings()
    written = {"any": "".join(map(chr, range(1, 300))), "한글 \x07": "끝\r\n", "list": ["a", "\t"]}
    for key, value in written.items():
        opened.setValue(key, value)
    opened.setValue("bytes", QByteArray(bytes(range(256))))
    opened.sync()
    del opened
    again = open_settings()
    assert {key: again.value(key) for key in written} == written
    assert not file.with_name(file.name + BROKEN).exists()


def test_a_folder_in_its_place_is_set_aside(file: Path) -> None:
    for number in range(2):
        file.mkdir()
        (file / "letter.txt").write_text("mine")
        opened = open_settings()
        opened.setValue("window/theme", "dark")
        opened.sync()
        assert file.is_file()
        file.unlink()
        del opened
        kept = sorted(file.parent.glob(f"{file.name}{BROKEN}*/letter.txt"))
        assert len(kept) == number + 1


def test_settings_that_cannot_be_written_are_read(file: Path) -> None:
    file.write_text("[window]\ntheme=dark\n")
    file.chmod(stat.S_IREAD)
    file.parent.chmod(stat.S_IREAD | stat.S_IEXEC)
    try:
        state = WindowState()
        assert state.theme == "dark"
        state.theme = "light"
    finally:
        file.parent.chmod(stat.S_IRWXU)
    assert file.exists()


STRANGE = """[window]
theme=1, 2
errors=perhaps
geometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3)
[columns]
left=1e400
right=99999999999999999999
[layers]
field=@Point(1 2)
contours=@Variant(\\0\\0\\0\\x9\\xff\\xff\\xff\\xff)
[display]
scale=@Rect(0 0 1 1)
level_count=-5
arrows_across=inf
crosshair=@Invalid()
[lessons]
done=1, 2
"""


def test_strange_values_open_the_window_with_the_default(qtbot: QtBot, file: Path) -> None:
    file.write_text(STRANGE)
    window = create_window()
    qtbot.addWidget(window)
    assert window.session.display == Display()
    assert window.columns.chosen_widths() is None
    assert not window.gradient.error.is_open
    for name in ("fieldAction", "contoursAction"):
        action = window.findChild(QAction, name)
        assert action is not None
        assert action.isChecked()
    window.close()
    again = WindowState()
    assert again.theme in THEMES
    assert again.display == Display()


KEYS = ("window/theme", "window/errors", "window/geometry", "columns/left", "layers/field")
texts = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=30)
values = st.one_of(
    texts,
    st.integers().map(str),
    st.floats().map(str),
    st.tuples(
        st.sampled_from(["Variant", "ByteArray", "Rect", "Size", "Point", "Invalid", "String"]),
        texts,
    ).map(lambda pair: f"@{pair[0]}({pair[1]})"),
    st.lists(texts, max_size=4).map(", ".join),
)


@given(st.fixed_dictionaries(dict.fromkeys(KEYS, values)))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_value_is_read_or_overlooked(file: Path, written: dict[str, str]) -> None:
    lines = [f"{key.replace('/', chr(92))}={value}" for key, value in written.items()]
    file.write_text("[General]\n" + "\n".join(lines), encoding="utf-8")
    opened = open_settings()
    opened.sync()
    for key in KEYS:
        assert isinstance(word(opened, key), str)
        assert isinstance(flag(opened, key, default=True), bool)
        assert isinstance(whole(opened, key), int)
    state = WindowState()
    assert state.theme in THEMES
    assert state.display == Display()


@given(st.binary(max_size=200))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_are_read_or_set_aside(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert WindowState().theme in THEMES


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    return widget


def room() -> QRect:
    return QGuiApplication.primaryScreen().availableGeometry()


@pytest.mark.parametrize(
    "place", [(-5000, 40), (5000, 40), (100, -2000), (100, 5000), (-390, 40), (2**30, 2**30)]
)
def test_a_window_off_the_screen_is_brought_back(frame: QWidget, place: tuple[int, int]) -> None:
    frame.move(*place)
    bring_back(frame)
    assert room().contains(frame.frameGeometry())


def test_a_window_larger_than_the_screen_is_made_to_fit(frame: QWidget) -> None:
    frame.resize(room().width() * 3, room().height() * 3)
    frame.move(-9000, -9000)
    bring_back(frame)
    assert room().contains(frame.frameGeometry())


@pytest.mark.parametrize("place", [(0, 0), (10, 20), (-200, 50)])
def test_a_window_in_reach_stays_where_it_is(frame: QWidget, place: tuple[int, int]) -> None:
    frame.move(*place)
    bring_back(frame)
    assert frame.pos() == QPoint(*place)


def test_geometry_of_a_screen_that_is_gone(qtbot: QtBot, file: Path, frame: QWidget) -> None:
    del file
    frame.move(20_000, 20_000)
    state = WindowState()
    state.save_geometry(frame)
    again = QWidget()
    qtbot.addWidget(again)
    assert state.restore_geometry(again)
    assert room().intersects(again.frameGeometry())


@given(st.binary(max_size=80))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_may_stand_for_a_geometry(file: Path, frame: QWidget, content: bytes) -> None:
    del file
    state = WindowState()
    header = bytes.fromhex("01d9d0cb00030000")
    state._settings.setValue("window/geometry", QByteArray(header + content))
    state.restore_geometry(frame)
    frame.showNormal()
