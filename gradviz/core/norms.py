"""Lengths of many vectors at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def norms(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the Euclidean length of each row, shape (n, d) to (n,).

    Where squares would overflow or vanish the row is scaled first; a row with nan gives nan.
    """
    with np.errstate(over="ignore", invalid="ignore", under="ignore"):
        squares = np.einsum("ij,ij->i", vectors, vectors)
        lengths: NDArray[np.float64] = np.sqrt(squares)
        wide = ~((squares > 1e-290) & (squares < 1e290))  # noqa: PLR2004 - near float64's ends
        if wide.any():
            rows = vectors[wide]
            largest = np.abs(rows).max(axis=1)
            safe = np.where((largest > 0.0) & np.isfinite(largest), largest, 1.0)
            scaled = rows / safe[:, None]
            lengths[wide] = safe * np.sqrt(np.einsum("ij,ij->i", scaled, scaled))
    return lengths
