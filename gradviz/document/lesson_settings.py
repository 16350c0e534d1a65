"""What a lesson may change of an experiment: a short list of settings, each read from text.

An action is written ``name = value; name = value``, such as ``h = 1e-50; method = forward``. The
settings are those of `SETTINGS`, applied in the order they are written, and those of `Look`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

from gradviz.core.bounds import Bounds
from gradviz.core.differences import Method
from gradviz.core.network.layers import Activation
from gradviz.core.network.problems import problem_named
from gradviz.core.rules import parse_rule
from gradviz.document.display import FUNCTION_VIEWS, NETWORK_VIEWS, View
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_edits import with_task
from gradviz.document.network_task import task_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    E = TypeVar("E", bound=StrEnum)
    Setting = Callable[[Experiment, str], Experiment]

__all__ = ["LOOKS", "SETTINGS", "Changes", "Look", "apply", "fits", "number", "read_changes"]

Changes = tuple[tuple[str, str], ...]
"""Settings by name with their values as text, in the order they are applied."""


@dataclass(frozen=True, slots=True)
class Look:
    """What an action says of the window; None leaves a picture and a selection as they are.

    Attributes
    ----------
    view : View or None
        The picture in the middle.
    step : int or None
        Where the cursor stands; None for the last step, or where it was if the experiment stays.
    run : int or None
        Which run is selected, from 0.
    """

    view: View | None = None
    step: int | None = None
    run: int | None = None


def number(text: str) -> float:
    """Return the finite number that `text` is.

    Raises
    ------
    ValueError
        If it is none; the text is a sentence.
    """
    try:
        value = float(text.replace("_", "?"))  # Python would read 1_0 as 10
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ValueError(f"{text!r} is not a finite number.")
    return value


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{text!r} is not a whole number.")
    return int(text)


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(number(part.strip()) for part in text.split(","))


def _named(kind: type[E], text: str) -> E:
    if text not in {member.value for member in kind}:
        raise ValueError(f"There is no {text!r}. There are {', '.join(kind)}.")
    return kind(text)


def _formula(experiment: Experiment, text: str) -> Experiment:
    return replace(experiment, formula=text, network=None)


def _start(experiment: Experiment, text: str) -> Experiment:
    return replace(experiment, start=_numbers(text))


def _method(experiment: Experiment, text: str) -> Experiment:
    return replace(experiment, method=_named(Method, text))


def _h(experiment: Experiment, text: str) -> Experiment:
    return replace(experiment, h=number(text))


def _steps(experiment: Experiment, text: str) -> Experiment:
    return replace(experiment, steps=_whole(text))


def _noise(experiment: Experiment, text: str) -> Experiment:
    return replace(experiment, noise=number(text))


def _seed(experiment: Experiment, text: str) -> Experiment:
    return replace(experiment, seed=_whole(text))


def _runs(experiment: Experiment, text: str) -> Experiment:
    """Read rules as `gradviz.core.rules` does, with bars between them."""
    rules = [parse_rule(part.strip()) for part in text.split("|")]
    runs = tuple(
        Run(optimizer=rule.optimizer, schedule=rule.schedule, clip=rule.clip, style=style)
        for style, rule in enumerate(rules)
    )
    return replace(experiment, runs=runs)


def _lr(experiment: Experiment, text: str) -> Experiment:
    lr = number(text)
    runs = (replace(run, optimizer=replace(run.optimizer, lr=lr)) for run in experiment.runs)
    return replace(experiment, runs=tuple(runs))


def _bounds(experiment: Experiment, text: str) -> Experiment:
    corners = _numbers(text)
    if len(corners) != 4:  # noqa: PLR2004 - left, right, bottom, top
        raise ValueError(f"Bounds are x_min, x_max, y_min, y_max, not {text!r}.")
    return replace(experiment, view=Bounds(*corners))


def _network(experiment: Experiment, text: str) -> Experiment:
    """Open a ready problem as the program offers it, with the gradient by backpropagation."""
    run = Run(optimizer=problem_named(text).optimizer)
    return replace(experiment, network=task_of(text), method=Method.EXACT, runs=(run,))


def _epochs(experiment: Experiment, text: str) -> Experiment:
    return with_task(experiment, epochs=_whole(text))


def _batch(experiment: Experiment, text: str) -> Experiment:
    return with_task(experiment, batch=None if text == "all" else _whole(text))


def _hidden(experiment: Experiment, text: str) -> Experiment:
    """Give the network other hidden layers; its inputs and outputs stay."""
    units = () if text == "none" else tuple(_whole(part.strip()) for part in text.split(","))
    sizes = experiment.network.sizes if experiment.network is not None else ()
    return with_task(experiment, sizes=(*sizes[:1], *units, *sizes[-1:]))


def _activation(experiment: Experiment, text: str) -> Experiment:
    return with_task(experiment, activation=_named(Activation, text))


def _samples(experiment: Experiment, text: str) -> Experiment:
    return with_task(experiment, count=_whole(text))


def _scatter(experiment: Experiment, text: str) -> Experiment:
    return with_task(experiment, noise=number(text))


def _kept_back(experiment: Experiment, text: str) -> Experiment:
    return with_task(experiment, test_share=number(text))


SETTINGS: Final[dict[str, Setting]] = {
    "formula": _formula,
    "start": _start,
    "method": _method,
    "h": _h,
    "steps": _steps,
    "noise": _noise,
    "seed": _seed,
    "runs": _runs,
    "lr": _lr,
    "bounds": _bounds,
    "network": _network,
    "epochs": _epochs,
    "batch": _batch,
    "hidden": _hidden,
    "activation": _activation,
    "samples": _samples,
    "scatter": _scatter,
    "kept-back": _kept_back,
}
"""Every setting of the experiment: how it is changed to the value that a text says."""
LOOKS: Final = ("view", "step", "run")
"""Every setting of the window."""


def read_changes(text: str) -> tuple[Changes, Look]:
    """Return the settings that are written in `text`.

    Raises
    ------
    ValueError
        If something is not of that form, unknown, or given twice; the text is a sentence. Values
        of the experiment are read when they are applied.
    """
    found: dict[str, str] = {}
    for part in text.split(";"):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or not name or not value:
            raise ValueError(f"Write name = value, such as h = 1e-4, not {part.strip()!r}.")
        if name not in SETTINGS and name not in LOOKS:
            raise ValueError(f"There is no {name!r}. There are {', '.join((*SETTINGS, *LOOKS))}.")
        if name in found:
            raise ValueError(f"{name} is given twice.")
        found[name] = value
    changes = tuple((name, value) for name, value in found.items() if name in SETTINGS)
    return changes, _look(found)


def _look(found: dict[str, str]) -> Look:
    return Look(
        view=_named(View, found["view"]) if "view" in found else None,
        step=_whole(found["step"]) if "step" in found else None,
        run=_whole(found["run"]) if "run" in found else None,
    )


def apply(changes: Changes, experiment: Experiment) -> Experiment:
    """Return `experiment` with `changes`, one after the other.

    Raises
    ------
    ExperimentError, ValueError
        When a value cannot be read, or cannot be; the text is a sentence.
    """
    for name, value in changes:
        experiment = SETTINGS[name](experiment, value)
    return experiment


def fits(look: Look, experiment: Experiment) -> bool:
    """Return whether the window can look so at `experiment`."""
    views = FUNCTION_VIEWS if experiment.network is None else NETWORK_VIEWS
    return (look.view is None or look.view in views) and (look.run or 0) < len(experiment.runs)
