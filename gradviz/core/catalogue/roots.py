"""Roots of polynomials, for minima that have no shorter name."""

from __future__ import annotations

import numpy as np


def cubic_roots(*coefficients: float) -> tuple[float, ...]:
    """Return the real roots of a polynomial, ascending; its coefficients, highest power first."""
    roots = np.roots(coefficients)
    real = np.sort(roots[np.abs(roots.imag) < 1e-9].real)  # noqa: PLR2004 - far below any spacing
    return tuple(_polished(coefficients, root) for root in real.tolist())


def _polished(coefficients: tuple[float, ...], root: float) -> float:
    """Take two Newton steps: the eigenvalues behind `numpy.roots` are a few bits short."""
    slope = np.polyder(coefficients)
    for _ in range(2):
        root -= float(np.polyval(coefficients, root) / np.polyval(slope, root))
    return root
