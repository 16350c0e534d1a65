"""What scripts of functions and of networks have in common: heading, descent, gradient, picture."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

from gradviz.core.differences import Method
from gradviz.export.script_rules import has_clipping, has_rates

if TYPE_CHECKING:
    from gradviz.document.experiment import Experiment

QUOTIENTS: Final = {
    Method.FORWARD: "(f_at(x[i] + H) - f_here) / H",
    Method.BACKWARD: "(f_here - f_at(x[i] - H)) / H",
    Method.CENTRAL: "(f_at(x[i] + H) - f_at(x[i] - H)) / (2 * H)",
    Method.FIVE_POINT: "(f_at(x[i] - 2 * H) - 8 * f_at(x[i] - H)"
    " + 8 * f_at(x[i] + H) - f_at(x[i] + 2 * H)) / (12 * H)",
}
"""Difference quotients along coordinate i, in the program's order of operations."""


def settings(experiment: Experiment) -> list[str]:
    """Return the lines that name how gradients are taken and what ends a run."""
    lines = []
    if experiment.method is not Method.EXACT:
        lines.append(f"H = {experiment.h!r}")
    if experiment.tolerance is not None:
        lines.append(f"TOLERANCE = {experiment.tolerance!r}")
    if experiment.noise:
        lines.append(f"NOISE, SEED = {experiment.noise!r}, {experiment.seed}")
    return lines


def descent(experiment: Experiment, gradient: str, *, start: str, keeps: str) -> str:
    """Return the text of ``descend(rule, lr)``.

    Parameters
    ----------
    experiment : Experiment
        What is descended.
    gradient : str
        The expression of the gradient at x in step k.
    start : str
        That of the first x.
    keeps : str
        The expression that is kept of every point x, in step k; "x" keeps the path.
    """
    runs = experiment.runs
    clips, varies = has_clipping(runs), has_rates(runs)
    arguments = f"rule, lr{', clip' if clips else ''}"
    lines = [f"x, kept = {start}, []"]
    if experiment.noise:
        lines.append("random = np.random.Generator(np.random.PCG64(SEED))")
        gradient += " + NOISE * random.standard_normal(x.size)"
    lines += ["for k in range(STEPS):", f"    kept.append({keeps})", f"    g = {gradient}"]
    if experiment.tolerance is not None:
        lines += ["    if math.hypot(*g) < TOLERANCE:", "        return x, kept"]
    if clips:
        lines += ["    if clip is not None:", "        g = clip(g)"]
    lines.append(f"    x = x + rule.step(g, {'lr(k)' if varies else 'lr'})")
    lines += [f"kept.append({keeps.replace('k)', 'STEPS)')})", "return x, kept"]
    body = textwrap.indent("\n".join(lines), "    ")
    return f"def descend({arguments}):\n{body}\n"


def numerical(method: Method, function: str) -> str:
    """Return the text of ``gradient(x)`` by differences, one coordinate after another.

    Parameters
    ----------
    method : Method
        A scheme of real differences, or the complex step.
    function : str
        What is called with the moved point, as an expression of `moved`.
    """
    is_complex = method is Method.COMPLEX_STEP
    kind = "complex" if is_complex else "float"
    quotient = "f_at(x[i] + 1j * H).imag / H" if is_complex else QUOTIENTS[method]
    here = "f_here" in quotient
    lines = [
        f"moved, g = x.astype({kind}), np.empty(x.size)",
        *([f"f_here = {function}"] if here else []),
        "for i in range(x.size):",
        "",
        "    def f_at(value):",
        "        moved[i] = value",
        f"        return {function}",
        "",
        f"    g[i] = {quotient}",
        "    moved[i] = x[i]",
        "return g",
    ]
    body = textwrap.indent("\n".join(lines), "    ", lambda line: bool(line.strip()))
    return body + "\n"
