"""What of all that Python and Qt bring along goes into the bundle."""
# ruff: noqa: INP001 (a script)

from __future__ import annotations

import subprocess
import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Entry = tuple[str, str, str]
    """Where it goes, where it comes from, what it is."""

EXCLUDED: Final = (
    # what pyqtgraph, NumPy and ziamath take along where it is installed
    *("matplotlib", "scipy", "sympy", "numba", "torch", "pandas", "cupy", "h5py", "IPython"),
    *("jupyter_rfb", "ipywidgets", "pytest", "hypothesis", "fontTools", "setuptools", "cairosvg"),
    *("pkg_resources", "PyQt5", "PyQt6", "PySide2", "OpenGL_accelerate"),
    *("numpy.f2py", "numpy.distutils", "numpy.testing.tests", "pyqtgraph.examples"),
    *("pyqtgraph.jupyter", "pyqtgraph.canvas", "pyqtgraph.flowchart"),
    # of Qt and its bindings
    *(
        "PySide6.QtNetwork",
        "PySide6.QtTest",
        "PySide6.QtQml",
        "PySide6.QtQuick",
        "PySide6.QtOpenGLFunctions",
    ),
    *("PySide6.QtWebEngineCore", "PySide6.QtMultimedia", "PySide6.QtDesigner", "PySide6.scripts"),
    # of Pillow, which only writes moving pictures
    *("PIL.ImageTk", "PIL.ImageQt", "PIL.ImageCms", "PIL.AvifImagePlugin", "PIL._avif"),
    *("PIL._imagingcms", "PIL._imagingft", "PIL._imagingtk"),
    # of Python itself
    *("tkinter", "_tkinter", "turtle", "idlelib", "lib2to3", "ensurepip", "test", "curses"),
    *("readline", "sqlite3", "ssl", "_ssl", "_hashlib", "pydoc_data", "xmlrpc"),
)
"""Modules left out; nothing in the program may import one of them."""

HIDDEN: Final = {
    "linux": ("OpenGL.platform.egl", "OpenGL.platform.glx"),
    "win32": ("OpenGL.platform.win32",),
    "darwin": ("OpenGL.platform.darwin",),
}
"""Modules imported by names made up as the program runs."""

FONTS_AND_TABLES: Final = ("ziamath", "ziafont", "latex2mathml")
"""Packages that read files of their own."""

PLUGINS: Final = {
    "platforms": {"xcb", "wayland", "offscreen", "windows", "cocoa"},
    "platformthemes": {"xdgdesktopportal"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "xcbglintegrations": {"xcb-glx-integration", "xcb-egl-integration"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl", "dmabuf-server"},
    "wayland-shell-integration": {"xdg-shell"},
    "imageformats": {"svg"},
    "iconengines": {"svgicon"},
    "styles": {"modernwindowsstyle", "macstyle"},
    "printsupport": {"cupsprintersupport", "windowsprintersupport"},
}
"""Qt's plugins in use, by folder: windows on each system, input methods, dialogs, SVG, printing."""

OF_SYSTEM: Final = frozenset(
    (
        *("libstdc++", "libgcc_s", "libX11", "libX11-xcb", "libXau", "libXdmcp", "libxcb"),
        *("libglib-2.0", "libgthread-2.0", "libgobject-2.0", "libgio-2.0", "libdbus-1"),
        *("libfontconfig", "libfreetype", "libexpat", "libz", "libsystemd", "libcups"),
    )
)
"""Libraries of every Linux desktop, which have to be its own: drivers of OpenGL ask for the newest
libstdc++, D-Bus, CUPS and fonts talk to what is installed."""

TRANSLATIONS: Final = ("qtbase_ko.qm",)
"""Words of Qt's own dialogs, in the languages of the program."""


def is_wanted(destination: str) -> bool:
    """Whether a file that PyInstaller has collected belongs into the bundle.

    Parameters
    ----------
    destination : str
        Its path in the bundle.
    """
    path = PurePath(destination.replace("\\", "/"))
    if "plugins" in path.parts and "PySide6" in path.parts:
        return _plugin(path.name) in PLUGINS.get(path.parent.name, set())
    if "translations" in path.parts and "PySide6" in path.parts:
        return path.name in TRANSLATIONS
    if "OpenGL" in path.parts and "DLLS" in path.parts:  # GLUT and GLE, which nobody asks for
        return False
    if "pyqtgraph" in path.parts:
        return path.suffix not in {".png", ".svg", ".csv", ".txt", ".hex", ".ui"}
    if "resources" in path.parts:
        return path.suffix != ".ts"  # for translators; the program reads what is made of them
    return not ("PySide6" in path.parts and path.suffix in {".pyi", ".qml", ".json", ".qmltypes"})


def _plugin(file_name: str) -> str:
    """Return the name of a plugin: ``libqxcb.so``, ``qwindows.dll`` and ``libqcocoa.dylib``."""
    name = file_name.partition(".")[0].removeprefix("lib")
    return name if name.startswith("qt-plugin") else name.removeprefix("q")


def needed(entries: Iterable[Entry], imports_of: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Leave out the libraries that nothing needs that is left.

    Parameters
    ----------
    entries : iterable of (destination, source, kind)
        All binaries, of which plugins and Python's modules are wanted.
    imports_of : callable
        Returns the names of the libraries that the file at a path needs.

    Returns
    -------
    list of (destination, source, kind)
        Those that are wanted, what they need, what that needs and so on.
    """
    if sys.platform == "darwin":  # frameworks stay whole
        return list(entries)
    known = [entry for entry in entries if not is_of_system(entry[0])]
    libraries = {PurePath(e[0]).name: e for e in known if _is_library(e)}
    waiting = [entry for entry in known if not _is_library(entry)]
    reached: set[str] = set()
    while waiting:
        names = set(imports_of(waiting.pop()[1])) & set(libraries)
        waiting += [libraries[name] for name in names - reached]
        reached |= names
    return [e for e in known if not _is_library(e) or PurePath(e[0]).name in reached]


def imports_of(path: str) -> list[str]:
    """Return the names of the libraries that a file itself asks for, and not what those do."""
    if sys.platform == "win32":
        from PyInstaller.depend.bindepend import get_imports  # noqa: PLC0415 - only to build

        return [PurePath(name).name for name, _ in get_imports(path)]
    told = subprocess.check_output(["objdump", "-p", path], text=True)  # noqa: S603, S607
    return [line.split()[1] for line in told.splitlines() if line.startswith("  NEEDED")]


def is_of_system(destination: str) -> bool:
    """Whether it is a library that a Linux desktop has itself; packages' own ones stay."""
    path = PurePath(destination)
    return path.parent == PurePath() and path.name.partition(".so")[0] in OF_SYSTEM


def dangles(link: Entry, kept: set[str]) -> bool:
    """Whether a symbolic link leads to none of the files that are kept."""
    destination, target, _ = link
    return str(PurePath(destination).parent / target) not in kept


def _is_library(entry: Entry) -> bool:
    """Whether it is there only for others: no module, no plugin, not Python itself."""
    destination, _, kind = entry
    path = PurePath(destination)
    itself = path.name.startswith(("libpython", "python3", "opengl32sw"))
    return kind != "EXTENSION" and "plugins" not in path.parts and not itself
