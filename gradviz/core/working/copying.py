r"""A worked step to take along: as plain text, and as LaTeX, with all digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradviz.core.differences import Method
from gradviz.core.working.equations import Equation, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gradviz.core.working.partials import Partial
    from gradviz.core.working.step import WorkedStep

__all__ = ["as_latex", "as_text", "sections"]

Line = str | Equation
"""A rule in LaTeX, or a line with numbers."""

_RELATIONS = (r"\leftarrow", r"\approx", "=")


def sections(step: WorkedStep) -> tuple[tuple[Line, ...], ...]:
    """Return everything a step has to tell, in parts: point, gradient, rule, numbers."""
    parts = [_point(step), *(_partial(step, i) for i in range(len(step.x)))]
    if step.limits:
        parts.append(step.limits)
    if step.update is not None:
        update = step.update
        parts.append((*update.rules, *update.constants, *update.shared))
        parts.extend(update.equations)
    return tuple(parts)


def as_text(step: WorkedStep) -> str:
    """Return a step as plain text: its arithmetic is Python's."""
    return "\n\n".join("\n".join(map(_text, part)) for part in sections(step)) + "\n"


def as_latex(step: WorkedStep) -> str:
    """Return a step as LaTeX: an ``aligned`` environment, to be put in a displayed formula."""
    parts = [" \\\\\n".join(map(_latex, part)) for part in sections(step)]
    return "\\begin{aligned}\n" + " \\\\[1ex]\n".join(parts) + "\n\\end{aligned}\n"


def _point(step: WorkedStep) -> tuple[Line, ...]:
    coordinates = (
        Equation(partial.letter, "", (), x)
        for partial, x in zip(step.partials, step.x, strict=True)
    )
    lines: list[Line] = [Equation("k", "", (), step.k), *coordinates]
    lines.append(Equation(step.in_letters("f(x)"), "", (), step.value))
    if step.method is not Method.EXACT:
        lines += [step.scheme.formula, Equation("h", "", (), step.h)]
    return tuple(lines)


def _partial(step: WorkedStep, i: int) -> tuple[Line, ...]:
    return tuple(_gradient_lines(step, step.partials[i], step.partials[i].mark or str(i)))


def _gradient_lines(step: WorkedStep, partial: Partial, i: str) -> Iterator[Line]:
    for label, value in zip(step.scheme.labels, partial.values, strict=True):
        yield Equation(label.replace("_{i}", f"_{{{i}}}"), "", (), value)
    name = rf"\frac{{\partial {step.objective}}}{{\partial {partial.letter}}}"
    if partial.derivative:
        yield f"{name} = {partial.derivative}"
    yield Equation(name, "", (), partial.quotient)
    if partial.noise is not None:
        yield Equation(rf"{name} + \text{{noise}}", "", (), partial.gradient)


def _text(line: Line) -> str:
    return plain(line) if isinstance(line, str) else line.text()


def _latex(line: Line) -> str:
    if isinstance(line, Equation):
        return line.latex(align="&")
    for relation in _RELATIONS:
        left, found, right = line.partition(f" {relation} ")
        if found:
            return f"{left} &{relation} {right}"
    return line
