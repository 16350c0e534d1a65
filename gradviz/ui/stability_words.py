"""The reader's words for what curvature says of a run."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.core.optimizers import Momentum, Nesterov, Optimizer
from gradviz.core.schedules import CONSTANT
from gradviz.plots.numerals import compact, readout
from gradviz.ui.spare_facts import Fact

if TYPE_CHECKING:
    from gradviz.core.stability import Stability

MOST_DIGITS = 9
_PLAIN = 4
_SHOWN = 2


def _tr(text: str) -> str:
    return QCoreApplication.translate("Stability", text)


def limit_formula(optimizer: Optimizer) -> str:
    """Return the formula of the largest stable learning rate of a rule."""
    if isinstance(optimizer, Nesterov):
        return "2(1+m)/((1+2m)λₘₐₓ)"
    return "2(1+m)/λₘₐₓ" if isinstance(optimizer, Momentum) else "2/λₘₐₓ"


def limit_sentence(stability: Stability, *, place: bool = False) -> str:
    """Return how the learning rate compares with the largest stable one, as part of a sentence.

    With `place` also where the minimum is. "" if there is no such limit, or the rate changes from
    step to step.
    """
    optimizer, limit = stability.rule.optimizer, stability.limit
    if limit is None or stability.rule.schedule != CONSTANT:
        return ""
    template = _tr("lr {0} is within {1} = {2} of this minimum")
    if stability.too_fast:
        template = _tr("lr {0} is above {1} = {2} of this minimum")
    if stability.at_limit:
        template = _tr("lr {0} is exactly {1} = {2} of this minimum")
    lr, most = _told_apart(optimizer.lr, limit)
    sentence = template.format(lr, limit_formula(optimizer), most)
    return f"{sentence} {place_of(stability)}" if place else sentence


def _told_apart(a: float, b: float) -> tuple[str, str]:
    """Return two numbers in as few digits as show which is larger."""
    for digits in range(3, 17):
        texts = compact(a, digits), readout(b, digits)
        if a == b or float(f"{a:.{digits - 1}e}") != float(f"{b:.{digits - 1}e}"):
            break
    return texts


def place_of(stability: Stability) -> str:
    """Return where the minimum is."""
    coordinates = [compact(value, 4) for value in stability.minimum.x]
    if len(coordinates) > _PLAIN:
        coordinates = [*coordinates[:_SHOWN], "…", coordinates[-1]]
    return f"({', '.join(coordinates)})"


def stability_facts(stability: Stability) -> list[Fact]:
    """Return what the status line says, the most important first.

    A learning rate that is too large, or just not, always; condition and rates only near the
    minimum.
    """
    facts = []
    where = _tr("The minimum {0}").format(place_of(stability))
    if stability.too_fast or stability.at_limit:
        facts.append(Fact("limit", limit_sentence(stability), "", where))
    if not stability.near:
        return facts
    if len(stability.minimum.x) > 1:
        tip = _tr("The largest curvature at the minimum {0} to the smallest: how narrow it is")
        text = readout(stability.condition)
        facts.append(Fact("condition", _tr("condition"), text, tip.format(place_of(stability))))
    return [*facts, *_rates(stability)]


def _rates(stability: Stability) -> list[Fact]:
    facts = []
    if stability.predicted is not None:
        tip = _tr("By what factor the error should change in each step, by the curvatures")
        facts.append(Fact("predicted", _tr("rate predicted"), rate_text(stability.predicted), tip))
    if stability.measured is not None:
        name = _tr("measured") if facts else _tr("rate measured")
        tip = _tr("By what factor the steps do change near the minimum, before rounding sets in")
        facts.append(Fact("measured", name, rate_text(stability.measured), tip))
    return facts


def rate_text(rate: float) -> str:
    """Return a rate with as many digits as tell it from 1."""
    digits = 4
    if 0.5 < rate < 1.5 and rate != 1.0:  # noqa: PLR2004 - near 1
        digits = min(max(digits, 1 - math.floor(math.log10(abs(1.0 - rate)))), MOST_DIGITS)
    return readout(rate, digits)
