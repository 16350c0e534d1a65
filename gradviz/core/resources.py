"""Where the files are that the program brings along: fonts, icons, data sets."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """Return the folder of resources.

    A wheel and a bundle carry it inside the package, a checkout beside it; a bundle of one file
    unpacks it where ``sys._MEIPASS`` says.

    Raises
    ------
    FileNotFoundError
        When the installation is not complete.
    """
    package = Path(__file__).resolve().parents[1]
    places = [package / "resources", package.parent / "resources"]
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is not None:
        places += [Path(unpacked) / "gradviz" / "resources", Path(unpacked) / "resources"]
    for place in places:
        if (place / "fonts").is_dir():
            return place
    looked = ", ".join(str(place) for place in places)
    raise FileNotFoundError(f"GradViz is not installed completely: no resources in {looked}")


def resource(*parts: str) -> Path:
    """Return the path of one resource: ``resource("icons", "play.svg")``.

    Raises
    ------
    FileNotFoundError
        When there is no such file.
    """
    path = resources().joinpath(*parts)
    if not path.is_file():
        raise FileNotFoundError(f"GradViz is not installed completely: {path} is missing")
    return path
