"""Samples that the program brings along; `resources/datasets/README.md` says whose they are."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np

from gradviz.core.network.data import Data, classified
from gradviz.core.network.table import read_table
from gradviz.core.resources import resource

SIDE: Final = 8
"""Pixels along each side of a digit."""
_BLACK: Final = 16.0


@cache
def iris() -> Data:
    """Return 150 flowers: four lengths in cm, and the species.

    Raises
    ------
    FileNotFoundError
        When the installation is not complete.
    """
    return _frozen(read_table(resource("datasets", "iris.csv").read_text(encoding="utf-8")))


@cache
def digits() -> Data:
    """Return 1797 hand-written digits: grey levels 0 to 1, row by row, and the digit.

    Raises
    ------
    FileNotFoundError
        When the installation is not complete.
    """
    with np.load(resource("datasets", "digits.npz")) as stored:
        pixels, labels = stored["pixels"], stored["label"]
    names = tuple(f"row {row}, column {column}" for row in range(SIDE) for column in range(SIDE))
    found = classified(pixels / _BLACK, labels.astype(np.intp), names, tuple("0123456789"))
    return _frozen(found)


def _frozen(data: Data) -> Data:
    """Return `data`, which is kept and handed out again, so that nobody changes it."""
    data.inputs.flags.writeable = False
    data.targets.flags.writeable = False
    return data
