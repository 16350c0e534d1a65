"""Gradients that are kept from being too large.

norm
    The whole gradient keeps its direction and is shortened to `limit` if it is longer:
    g * limit / ||g||. That is torch.nn.utils.clip_grad_norm_ without the 1e-6 it adds to the norm.
value
    Each partial derivative is brought into [-limit, limit] by itself, as by
    torch.nn.utils.clip_grad_value_.

References
----------
R. Pascanu, T. Mikolov and Y. Bengio, *On the difficulty of training recurrent neural networks*,
2013, algorithm 1; the documentation of torch.nn.utils.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from gradviz.core.hyperparameters import checked, hyperparameter

__all__ = ["ClipKind", "Clipping", "ClippingError", "parse_clipping"]


class ClippingError(ValueError):
    """Text that describes no clipping; the message is a sentence."""


class ClipKind(StrEnum):
    """What of a gradient is limited."""

    NORM = "norm"
    VALUE = "value"


@dataclass(frozen=True, kw_only=True)
class Clipping:
    """A limit for gradients.

    Attributes
    ----------
    kind : ClipKind
        Whether the length is limited or each part.
    limit : float
        The largest length, or the largest part, 1e-300 to 1e300.

    Raises
    ------
    ValueError
        If the limit is no number or out of its bounds, or the kind unknown; the text is a
        sentence.
    """

    kind: ClipKind = ClipKind.NORM
    limit: float = hyperparameter(
        1.0, "Limit", 1e-300, 1e300, "The largest gradient that the optimizer is given."
    )

    def __post_init__(self) -> None:
        for name, value in checked(self).items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "kind", _kind(self.kind))

    def applied(self, gradient: tuple[float, ...]) -> tuple[float, ...]:
        """Return `gradient` within the limit; itself if it is.

        Components that are nan stay nan. An infinite length can only be shortened to nothing:
        finite components become 0, infinite ones nan.
        """
        if self.kind is ClipKind.VALUE:
            limit = self.limit
            return tuple([_within(g, limit) for g in gradient])
        return self._shortened(gradient)

    def _shortened(self, gradient: tuple[float, ...]) -> tuple[float, ...]:
        norm = _norm(gradient)
        if not norm > self.limit:
            return gradient
        if math.isinf(norm):  # perhaps only of huge components, which 1/8 of is not too long
            gradient = tuple([g / 8.0 for g in gradient])
            norm = _norm(gradient)
        return tuple([g / norm * self.limit for g in gradient])


def _within(g: float, limit: float) -> float:
    if type(g) is float:
        return min(max(g, -limit), limit)  # in this order nan stays
    clipped: float = np.clip(g, -limit, limit)
    return clipped


def _norm(gradient: tuple[float, ...]) -> float:
    """Return the length of the whole gradient, all entries of arrays included."""
    lengths = [g if type(g) is float else math.hypot(*np.ravel(g).tolist()) for g in gradient]
    return math.hypot(*lengths)


def parse_clipping(text: str) -> Clipping:
    """Return the clipping that `text` describes: ``norm:1`` or ``value:0.5``.

    Raises
    ------
    ClippingError
        If it is not of that form; the text is a sentence.
    """
    kind, colon, limit = (part.strip() for part in text.partition(":"))
    if not colon:
        raise ClippingError(f"Write norm:1 or value:1 for a limit of 1, not {text.strip()!r}.")
    try:
        number = float(limit.replace("_", "?"))  # Python would read 1_0 as 10
    except ValueError:
        raise ClippingError(f"The limit must be a number, not {limit!r}.") from None
    try:
        return Clipping(kind=_kind(kind.lower()), limit=number)
    except ValueError as error:
        raise ClippingError(str(error)) from None


def _kind(name: str) -> ClipKind:
    try:
        return ClipKind(name)
    except ValueError:
        known = " or ".join(ClipKind)
        raise ValueError(f"A gradient is clipped by {known}, not {name!r}.") from None
