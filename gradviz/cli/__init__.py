"""The command line. Qt is imported only by what opens the window or draws a picture."""

from __future__ import annotations

from gradviz.cli.entry import main

__all__ = ["main"]
