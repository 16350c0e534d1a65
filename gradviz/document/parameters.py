"""The named numbers of a formula: what the text gives them and what the experiment replaces.

A slider moves the experiment's value, the text keeps its own; `written` puts the one in the place
of the other.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gradviz.core.formula import parse
from gradviz.document import edits

if TYPE_CHECKING:
    from gradviz.core.formula import Formula
    from gradviz.core.formula.definitions import Parameter
    from gradviz.core.objective import FormulaObjective
    from gradviz.document.experiment import Experiment


def value_of(experiment: Experiment, parameter: Parameter) -> float:
    """Return what `parameter` counts for: the experiment's value, or that of the text."""
    return dict(experiment.parameters).get(parameter.name, parameter.value)


def without(experiment: Experiment, name: str) -> Experiment:
    """Return `experiment` with the parameter `name` as the text has it."""
    kept = tuple(pair for pair in experiment.parameters if pair[0] != name)
    return replace(experiment, parameters=kept)


def written(experiment: Experiment, formula: Formula, name: str) -> Experiment:
    """Return `experiment` with its value of a parameter written into the text of the formula.

    Parameters
    ----------
    experiment : Experiment
        What is descended.
    formula : Formula
        Its formula, read.
    name : str
        The parameter; of one that the formula does not name nothing is changed.
    """
    found = [p for p in formula.parameters if p.name == name]
    if not found or name not in dict(experiment.parameters):
        return experiment
    start, end = found[0].span
    number = repr(value_of(experiment, found[0]))
    text = f"{formula.text[:start]}{number}{formula.text[end:]}"
    changed = edits.with_formula(experiment, parse(text, experiment.dimension))
    return without(changed, name)


def text_in_use(objective: FormulaObjective) -> str:
    """Return the text of a formula in one line, with the values in use of its parameters.

    Lines that only name a parameter come last, after commas.
    """
    text, names = objective.formula.text, list(objective.parameters)
    for parameter in sorted(objective.formula.parameters, key=lambda p: p.span, reverse=True):
        value = objective.parameters[parameter.name]
        if value != parameter.value:
            start, end = parameter.span
            text = f"{text[:start]}{value!r}{text[end:]}"
    naming = re.compile(rf"({'|'.join(map(re.escape, names)) or '(?!)'})\s*=(?!=)")
    lines = [" ".join(line.split()) for line in text.splitlines()]
    named = [line for line in lines if naming.match(line)]
    rest = " ".join(line for line in lines if line and line not in named)
    return ", ".join([rest, *named])
