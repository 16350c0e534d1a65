"""Tell something to whoever has double-clicked, in a window of the system, without Qt.

Where nothing of it is at hand the console is all there is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import Final

TITLE: Final = "GradViz"
_ERROR_SIGN: Final = 0x10
_APPLE_SCRIPT: Final = (
    "on run argv",
    "display alert (item 1 of argv) message (item 2 of argv)",
    "end run",
)


def tell(sentence: str, advice: str) -> None:
    """Print a sentence to stderr, and show advice in a window to whoever has no terminal.

    Parameters
    ----------
    sentence : str
        One line.
    advice : str
        Some lines that say more.
    """
    if sys.stderr is not None:  # there is none under pythonw
        print(f"gradviz: {sentence}", file=sys.stderr)
    has_terminal = sys.stderr is not None and sys.stderr.isatty()
    if sys.platform == "win32":  # the console of a double click is gone with the program
        if has_terminal or sys.stderr is None:
            _message_box(advice)
    elif not has_terminal:
        _ = _dialog(advice) or _tk_dialog(advice)


def _message_box(text: str) -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 (rarely needed)

        ctypes.windll.user32.MessageBoxW(None, text, TITLE, _ERROR_SIGN)


def commands(text: str) -> list[list[str]]:
    """Return what may be there to show a text with, in the order in which it is tried."""
    if sys.platform == "darwin":
        script = [word for line in _APPLE_SCRIPT for word in ("-e", line)]
        return [["osascript", *script, TITLE, text]]
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return []
    kde = ["kdialog", "--title", TITLE, "--error", text]
    gnome = [
        "zenity",
        "--error",
        "--no-markup",
        "--width=480",
        f"--title={TITLE}",
        f"--text={text}",
    ]
    is_kde = "KDE" in os.environ.get("XDG_CURRENT_DESKTOP", "").upper()
    return [kde, gnome] if is_kde else [gnome, kde]


def _dialog(text: str) -> bool:
    """Show a text by the first command that is there and can; whether there was one."""
    for command in commands(text):
        found = shutil.which(command[0])
        if found is None:
            continue
        done = subprocess.run(  # noqa: S603 (a dialogue of the system, with our text)
            [found, *command[1:]], capture_output=True, check=False
        )
        if done.returncode in {0, 1}:  # 1: closed by its frame
            return True
    return False


def _tk_dialog(text: str) -> bool:
    """Show a text by Tk, if this Python has it and there is a display."""
    try:
        import tkinter as tk  # noqa: PLC0415 (rarely needed, often not there)
        from tkinter import messagebox  # noqa: PLC0415
    except ImportError:
        return False
    try:
        root = tk.Tk()
    except tk.TclError:
        return False
    root.withdraw()
    messagebox.showerror(TITLE, text)
    root.destroy()
    return True
