"""What is left out of the bundle is nothing that the program asks for."""

from __future__ import annotations

import ast
import importlib.util
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6 import QtGui

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_PACKAGES = ROOT / "gradviz" / "telling.py"
"""Is for those who have no bundle."""


@pytest.fixture(scope="module")
def contents() -> ModuleType:
    path = ROOT / "packaging" / "contents.py"
    spec = importlib.util.spec_from_file_location("packaging_contents", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_program_imports_nothing_that_is_left_out(contents: ModuleType) -> None:
    files = [path for path in (ROOT / "gradviz").rglob("*.py") if path != WITHOUT_PACKAGES]
    asked = {name for path in files for name in imported(path)}
    assert len(asked) > 100
    left_out = {
        name
        for name in asked
        if any(name == out or name.startswith(f"{out}.") for out in contents.EXCLUDED)
    }
    assert left_out == set()


def test_hidden_modules_are_there(contents: ModuleType) -> None:
    for name in contents.HIDDEN.get(sys.platform, ()):
        assert importlib.util.find_spec(name) is not None, name


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/Qt/plugins/platforms/libqlinuxfb.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        (
            "PySide6/Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
            True,
        ),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/translations/qtbase_ko.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/QtWidgets.abi3.so", True),
        ("pyqtgraph/icons/peegee/peegee_512px@2x.png", False),
        ("gradviz/resources/icons/app/gradviz.svg", True),
        ("gradviz/resources/translations/gradviz_ko.ts", False),
        ("gradviz/resources/translations/gradviz_ko.qm", True),
        ("OpenGL/DLLS/freeglut64.vc16.dll", False),
        ("ziamath/fonts/STIXTwoMath-Regular.ttf", True),
    ],
)
def test_plugins_and_data_are_chosen_by_their_place(
    contents: ModuleType, path: str, wanted: bool
) -> None:
    assert contents.is_wanted(path) is wanted


@pytest.mark.parametrize(
    ("path", "is_of_system"),
    [
        ("libstdc++.so.6", True),
        ("libX11-xcb.so.1", True),
        ("libz.so.1", True),
        ("libzstd.so.1", False),
        ("libxcb-cursor.so.0", False),
        ("pillow.libs/libXau-154567c4.so.6.0.0", False),
        ("numpy.libs/libz.so.1", False),
    ],
)
def test_libraries_that_a_desktop_must_have_itself_are_not_brought_along(
    contents: ModuleType, path: str, is_of_system: bool
) -> None:
    assert contents.is_of_system(path) is is_of_system


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads a file of Linux")
def test_only_what_a_file_itself_asks_for_counts(contents: ModuleType) -> None:
    if shutil.which("objdump") is None:
        pytest.skip("no objdump here")
    asked = contents.imports_of(QtGui.__file__)
    assert any(name.startswith("libQt6Gui") for name in asked)
    assert not any(name.startswith("libicudata") for name in asked)


@pytest.mark.skipif(sys.platform == "darwin", reason="frameworks stay whole")
def test_a_library_stays_only_while_something_needs_it(contents: ModuleType) -> None:
    needs = {
        "a module": ["libone.so"],
        "one": ["libtwo.so"],
        "two": ["libone.so", "libc.so.6"],  # in a circle, and one of the system
        "gtk": ["libthree.so"],
        "a plugin": [],
        "python": [],
    }
    entries = [
        ("pkg/module.so", "a module", "EXTENSION"),
        ("libone.so", "one", "BINARY"),
        ("libtwo.so", "two", "BINARY"),
        ("libthree.so", "three", "BINARY"),
        ("libgtk.so", "gtk", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "a plugin", "BINARY"),
        ("libpython3.11.so.1.0", "python", "BINARY"),
    ]
    kept = contents.needed(entries, lambda source: needs[source])
    assert [entry[0] for entry in kept] == [
        "pkg/module.so",
        "libone.so",
        "libtwo.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "libpython3.11.so.1.0",
    ]
