"""What can be missing before the window opens, found before Qt finds it.

Qt ends the process, with a core dump, when it cannot open a display. So that is tried here first,
by the same means and in a few milliseconds, and what is wrong is said in one sentence. No Qt is
imported here.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_INSTALL = "python3 -m pip install uv && python3 -m uv run gradviz"
REQUIRED = (
    "PySide6",
    "numpy",
    "contourpy",
    "msgspec",
    "pyqtgraph",
    "OpenGL",
    "PIL",
    "ziamath",
)
"""What has to be importable, as `pyproject.toml` has it, but under the names it is imported by."""
_HEADLESS = 'without one, "gradviz run" prints the numbers and "gradviz render" draws the pictures'
_LIBRARY = re.compile(r"(lib[\w+.-]+?\.so(?:\.\d+)*)")

DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""The libraries Qt needs to draw, and their packages in Debian and Ubuntu."""
X_WINDOWS = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What it needs beside them to open windows on an X display."""
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""What it needs beside them to open windows on a Wayland display."""


def sentence_for_import_error(error: ImportError, *, window: bool) -> str | None:
    """Say what to install to draw, or to open a window; None for a fault of the program itself."""
    library = _LIBRARY.search(str(error))
    if library is not None:
        return _library_sentence(library[1], DRAWING | X_WINDOWS if window else DRAWING)
    name = (error.name or "").partition(".")[0]
    if isinstance(error, ModuleNotFoundError) and name and name != "gradviz":
        return sentence_on_missing(name)
    return None


def missing_packages() -> list[str]:
    """Return those of the `REQUIRED` packages that are not there."""
    return [name for name in REQUIRED if importlib.util.find_spec(name) is None]


def sentence_on_missing(name: str) -> str:
    """Say in one sentence what to type to get a package that is missing, and all others."""
    return f"{name} is not installed; this installs all that is needed: {_INSTALL}"


def advice_on_missing(names: Sequence[str]) -> str:
    """Say at some length what to type to get the packages that are missing."""
    python = "py" if sys.platform == "win32" else "python3"
    return (
        f"GradViz cannot start yet: this Python has no {', '.join(names)}.\n\n"
        f"Open a terminal in the folder {Path(__file__).resolve().parents[1]}, and type:\n\n"
        f"    {python} -m pip install uv\n    {python} -m uv run gradviz"
    )


def draw_without_display() -> None:
    """Let Qt draw into memory, whatever display there is or is not."""
    if _is_linux():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def draw_by_opengl() -> None:
    """Let Qt draw by OpenGL, for which it needs a display, or into memory if there is none."""
    if display_problem() is not None:
        draw_without_display()


def display_problem() -> str | None:
    """Say why no window can open, or None if one can.

    With several ways to a display, the one that works is noted for Qt in QT_QPA_PLATFORM.
    """
    if not _is_linux():
        return None
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    ways = [way.partition(":")[0] for way in asked.split(";") if way] or _offered_displays()
    if not ways:
        return f"there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set); {_HEADLESS}"
    problems = []
    for way in ways:
        problem = _platform_problem(way)
        if problem is None:
            if not asked:
                os.environ["QT_QPA_PLATFORM"] = way
            return None
        problems.append(problem)
    return problems[0]


def _offered_displays() -> list[str]:
    variables = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
    return [way for way, variable in variables.items() if os.environ.get(variable)]


def _platform_problem(name: str) -> str | None:
    """Say why Qt's platform `name` cannot be used here, or None."""
    plugin = _plugin(name)
    if plugin is not None and not plugin.exists():
        return f'Qt has no platform "{name}" (QT_QPA_PLATFORM); {_HEADLESS}'
    connects = {"xcb": _x_display_answers, "wayland": _wayland_display_answers}.get(name)
    if connects is None:
        return None
    try:
        if plugin is not None:
            ctypes.CDLL(str(plugin))
        if connects():
            return None
    except OSError as error:
        library = _LIBRARY.search(str(error))
        needed = X_WINDOWS if name == "xcb" else WAYLAND
        return _library_sentence(library[1] if library else str(error), needed)
    variable = "DISPLAY" if name == "xcb" else "WAYLAND_DISPLAY"
    where = os.environ.get(variable, "")
    return f'the display {variable}="{where}" cannot be opened; {_HEADLESS}'


def _plugin(name: str) -> Path | None:
    """Return the file of a platform of PySide6's own Qt, None where Qt lies elsewhere."""
    spec = importlib.util.find_spec("PySide6")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        platforms = Path(folder, "Qt", "plugins", "platforms")
        if platforms.is_dir():
            found = sorted(platforms.glob(f"libq{name}*.so"))
            return found[0] if found else platforms / f"libq{name}.so"
    return None


def _x_display_answers() -> bool:
    """Open the X display the way Qt's plugin does, and close it again."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_display_answers() -> bool:
    path = Path(os.environ.get("XDG_RUNTIME_DIR", ""), os.environ.get("WAYLAND_DISPLAY", ""))
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(1.0)
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


def _library_sentence(found: str, needed: dict[str, str]) -> str:
    """Say that `found` is missing, and how to install all that is missing of the `needed`."""
    missing = {found} | {library for library in needed if not _loads(library)}
    others = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
    packages = sorted({needed[library] for library in missing if library in needed})
    command = f" (on Debian and Ubuntu: sudo apt install {' '.join(packages)})" if packages else ""
    return (
        f"Qt needs the system library {found}{others}, not installed here{command}; "
        'without, "gradviz run" prints the numbers'
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _is_linux() -> bool:
    return sys.platform.startswith("linux")
