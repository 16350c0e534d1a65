"""Make the pictures of the documentation, from the program itself.

Run ``xvfb-run -a python3 -m uv run python docs/make_pictures.py``, or without ``xvfb-run`` where
there is a display: the surface needs OpenGL, so Qt's offscreen platform will not do. With the word
``readme`` or ``guide`` behind it, only the pictures of that are made.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from pictures_of import gallery, guide
from pictures_of.experiments import VALLEY
from pictures_of.studio import Studio

from gradviz.app import create_window, make_application

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
WHAT = ("readme", "guide")
LARGEST = 110_000
"""Bytes of a picture of the guide."""


def main(chosen: Sequence[str]) -> None:
    """Draw what is chosen, or everything."""
    wanted = set(chosen or WHAT)
    if unknown := wanted - set(WHAT):
        sys.exit(f"there are {' and '.join(WHAT)}, not {', '.join(sorted(unknown))}")
    # settings of whoever runs this neither show nor change
    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()
    studio = Studio(make_application(), create_window(VALLEY))
    if "readme" in wanted:
        for shot in gallery.SHOTS:
            studio.take(shot, HERE / "pictures")
        studio.take_catalogue(HERE / "pictures")
    if "guide" in wanted:
        for shot in guide.SHOTS:
            studio.take(shot, HERE / "guide" / "pictures", LARGEST)
    studio.window.leave()


if __name__ == "__main__":
    main(sys.argv[1:])
