"""Curvature at a point, and what it says of descents near a minimum there.

Close to a minimum a function is its quadratic part, along each eigenvector of the Hessian a
parabola with the eigenvalue as second derivative. On a parabola of curvature c a rule with a
momentum is a linear map of (x, state), so that errors shrink, or grow, by the spectral radius of
that map from step to step. With a = lr*c its characteristic polynomial is

========  =======================================  ======================
rule      polynomial                               stable for c > 0 if
========  =======================================  ======================
SGD       z - (1 - a)                              a < 2
Momentum  z**2 - (1 + m - a)*z + m                 a < 2*(1 + m)
Nesterov  z**2 - (1 + m)*(1 - a)*z + m*(1 - a)     a < 2*(1 + m)/(1 + 2*m)
========  =======================================  ======================

in both conventions: their states differ, the points do not. The conditions are those of Schur and
Cohn for a polynomial of degree two, that all roots lie within the unit circle, for m < 1.

References
----------
B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", 1964.
G. Goh, "Why Momentum Really Works", Distill, 2017, doi:10.23915/distill.00006.
L. Lessard, B. Recht, A. Packard, "Analysis and Design of Optimization Algorithms via Integral
Quadratic Constraints", SIAM J. Optim. 26, 2016 (for Nesterov's rule).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.optimizers import SGD, Momentum, Nesterov

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gradviz.core.objective import FormulaObjective
    from gradviz.core.optimizers import Optimizer


def hessian_at(objective: FormulaObjective, x: Sequence[float]) -> NDArray[np.float64]:
    """Return the exact Hessian at the point `x`, shape (n, n); nan or inf where there is none."""
    rows = objective.hessian_array(*(np.array([float(c)]) for c in x))
    return np.array([[entry[0] for entry in row] for row in rows])


def condition(eigenvalues: Sequence[float]) -> float:
    """Return the condition number of a Hessian with these eigenvalues.

    The largest curvature to the smallest, both without their signs; inf if one is zero.
    """
    sizes = [abs(value) for value in eigenvalues]
    return max(sizes) / min(sizes) if min(sizes) > 0.0 else math.inf


def stable_rate(optimizer: Optimizer, eigenvalues: Sequence[float]) -> float | None:
    """Return the largest learning rate with which descents near a minimum still arrive there.

    Parameters
    ----------
    optimizer : Optimizer
        The rule; its own learning rate is not looked at.
    eigenvalues : sequence of float
        Those of the Hessian at the minimum.

    Returns
    -------
    float or None
        ``2/lambda_max`` of plain descent and what the module says of momentum. At the limit
        itself errors neither grow nor shrink. None for rules that divide by the size of the
        gradient, for which there is no such limit, and where no curvature is positive.
    """
    steepest = max(eigenvalues)
    if not isinstance(optimizer, SGD | Momentum) or not steepest > 0.0:
        return None
    limit = _stable_product(optimizer) / steepest
    return limit if math.isfinite(limit) else None


def _stable_product(optimizer: SGD | Momentum) -> float:
    """Return the limit of learning rate times curvature."""
    if isinstance(optimizer, SGD):
        return 2.0
    m = optimizer.momentum
    return 2.0 * (1.0 + m) / (1.0 + 2.0 * m) if isinstance(optimizer, Nesterov) else 2.0 * (1.0 + m)


def predicted_rate(optimizer: Optimizer, eigenvalues: Sequence[float]) -> float | None:
    """Return by what factor a step makes the error smaller in the long run, near a minimum.

    The largest spectral radius over all eigenvalues: of plain descent ``max|1 - lr*lambda_i|``.
    1 or more for a rule that does not arrive, inf beyond the range of floats; None for rules that
    are not linear in the gradient.
    """
    if not isinstance(optimizer, SGD | Momentum):
        return None
    return max(_spectral_radius(optimizer, optimizer.lr * value) for value in eigenvalues)


def _spectral_radius(optimizer: SGD | Momentum, a: float) -> float:
    """Return the largest root of the characteristic polynomial z**2 - trace*z + determinant."""
    if not math.isfinite(a):
        return math.inf
    if isinstance(optimizer, SGD):
        return abs(1.0 - a)
    m = optimizer.momentum
    if isinstance(optimizer, Nesterov):
        trace, determinant = (1.0 + m) * (1.0 - a), m * (1.0 - a)
    else:
        trace, determinant = 1.0 + m - a, m
    spread = trace / 4.0 * trace - determinant
    if spread < 0.0:
        return math.sqrt(determinant)
    return abs(trace) / 2.0 + math.sqrt(spread)
