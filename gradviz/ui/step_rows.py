"""A worked step as rows of typeset maths."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.core.differences import Method
from gradviz.core.verdict import VerdictKind
from gradviz.plots.numerals import readout, variable_label
from gradviz.plots.typeset_rows import Divider, Flow, Part, Row, Words
from gradviz.plots.typeset_table import LABEL_SIZE, Table, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gradviz.core.verdict import Verdict
    from gradviz.core.working.equations import Equation
    from gradviz.core.working.partials import Partial
    from gradviz.core.working.step import WorkedStep
    from gradviz.document.network_step import NetworkStep

__all__ = ["network_rows", "step_rows"]

_APART = 22.0
"""Pixels between two formulas in one line."""
MOST = 10
"""Coordinates that are shown."""
_SHORT = 7
"""Figures of a derivative, and of x: enough to see what h = 0.001 makes of a slope of 3."""


def step_rows(
    step: WorkedStep, heads: Sequence[str], *, verdict: Verdict | None
) -> tuple[Row, ...]:
    """Return what there is to see of a step.

    Parameters
    ----------
    step : WorkedStep
        The step.
    heads : sequence of n str
        What the coordinates are called.
    verdict : Verdict or None
        How the run ended; None while its next step is still to come.
    """
    left = len(heads) - MOST
    if left <= 0:
        return (*_gradient(step, heads), Divider(), *_update(step, verdict))
    few = _with_few(step)
    more = Words(_tr("and {0} more coordinates; they are copied too").format(left))
    rows = _gradient(few, heads[:MOST]), _update(few, verdict)
    return (*rows[0], more, Divider(), *rows[1], more)


def network_rows(found: NetworkStep, *, verdict: Verdict | None) -> tuple[Row, ...]:
    """Return what there is to see of a step of a few weights, and of which samples it is."""
    rows: tuple[Row, ...] = (Words(_samples(found)),)
    heads = found.names
    if found.letters:
        heads = tuple(map(variable_label, found.letters))
        pairs = zip(heads, found.names, strict=True)
        rows += (Words(", ".join(f"{letter} = {name}" for letter, name in pairs)),)
    return (*rows, *step_rows(found.step, heads, verdict=verdict))


def _samples(found: NetworkStep) -> str:
    loss = readout(found.step.value, 4)
    if found.step.method is Method.EXACT:
        all_of_them = _tr("Backpropagation over all samples ({0}): L = {1}")
        batch = _tr("Backpropagation over a batch of {0}: L = {1}")
    else:
        all_of_them = _tr("L is the loss over all samples ({0}): {1}")
        batch = _tr("L is the loss over a batch of {0}: {1}")
    return (all_of_them if found.is_all else batch).format(found.batch, loss)


def _with_few(step: WorkedStep) -> WorkedStep:
    """Leave out all but the first coordinates."""
    left_out = {f"g_{{{partial.index}}}" for partial in step.partials[MOST:]}
    update = step.update
    return replace(
        step,
        x=step.x[:MOST],
        partials=step.partials[:MOST],
        limits=tuple(line for line in step.limits if line.name not in left_out),
        update=update and replace(update, equations=update.equations[:MOST]),
    )


def _gradient(step: WorkedStep, heads: Sequence[str]) -> Iterator[Row]:
    if step.method is Method.EXACT:
        for partial in filter(_has_derivative, step.partials):
            name = rf"\frac{{\partial f}}{{\partial {partial.letter}}}"
            yield _line(Part(f"{name} = {partial.derivative}"))
    else:
        yield _line(Part(step.scheme.formula), Part("h = #1", (step.h,), gap=_APART))
    yield Divider()
    yield Table(tuple(heads), tuple(_table(step)))
    lost = [head for head, p in zip(heads, step.partials, strict=True) if p.lost]
    if lost:
        text = _tr("At {0}, h is too small: {1} + h = {1}, so the quotient says nothing.")
        yield Words(text.format(", ".join(lost), step.point), warns=True)
    yield from _rows(step.limits)


def _has_derivative(partial: Partial) -> bool:
    return bool(partial.derivative)


def _table(step: WorkedStep) -> Iterator[TableRow]:
    if step.update is None:  # else the update says where it is
        yield TableRow(Part(step.in_letters("x_{i}"), size=LABEL_SIZE), step.x, digits=_SHORT)
    for number, label in enumerate(step.scheme.labels):
        values = tuple(partial.values[number] for partial in step.partials)
        yield TableRow(Part(label, size=LABEL_SIZE), values)
    name = step.in_letters(r"\partial f / \partial x_{i}")
    if step.has_noise:
        noise = tuple(partial.noise or 0.0 for partial in step.partials)
        yield TableRow(Part(name, size=LABEL_SIZE), _column(step, "quotient"), digits=_SHORT)
        yield TableRow(Part(r"\text{noise}", size=LABEL_SIZE), noise, digits=_SHORT)
        name = "g_{i}"
    elif step.update is not None and any("g_{i}" in rule for rule in step.update.rules):
        name = rf"g_{{i}} = {name}"
    gradient = _column(step, "gradient")
    yield TableRow(Part(name, size=LABEL_SIZE), gradient, bold=True, digits=_SHORT)


def _column(step: WorkedStep, name: str) -> tuple[float, ...]:
    return tuple(getattr(partial, name) for partial in step.partials)


def _update(step: WorkedStep, verdict: Verdict | None) -> Iterator[Row]:
    update = step.update
    if update is None:
        yield Words(_end_words(step, verdict))
        return
    *before, last = update.rules
    for rule in before:
        yield _line(Part(rule))
    constants = [part for equation in update.constants for part in _parts(equation, _APART)]
    yield _line(Part(last), *constants)
    for equations in (update.shared, *update.equations):
        yield from _rows(equations)


def _end_words(step: WorkedStep, verdict: Verdict | None) -> str:
    """Return why there is no next step."""
    if verdict is None:
        return _tr("The next step is being computed.")
    if step.k == 0:
        return _tr("No step is taken from here.")
    if verdict.kind is VerdictKind.CANCELLED:  # of a pause too, which can be gone on from
        return _tr("The run was stopped here. Go back a step to see how it came here.")
    return _tr("The run ends here. Go back a step to see how it came here.")


def _rows(equations: Sequence[Equation]) -> Iterator[Flow]:
    """Yield a line for each equation; mere values follow in the line before."""
    parts: list[Part] = []
    for equation in equations:
        if equation.right and parts:
            yield _line(*parts)
            parts = []
        parts += _parts(equation, _APART)
    if parts:
        yield _line(*parts)


def _line(*parts: Part) -> Flow:
    """Return a line whose parts are smaller rather than wider than the card."""
    return Flow(parts, shrinks=True)


def _parts(equation: Equation, gap: float) -> Iterator[Part]:
    value = (equation.value,)
    if not equation.right:
        yield Part(f"{equation.name} = #1", value, gap=gap)
        return
    for term in equation.terms():
        yield Part(term, equation.numbers, gap=gap)
        gap = 0.0
    yield Part("= #1", value)


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepCard", text)
