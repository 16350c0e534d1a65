"""From the options of ``gradviz run --network`` to a training."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from gradviz.cli import values
from gradviz.cli.errors import CommandError, UsageError
from gradviz.cli.experiments import read_choices, worded
from gradviz.core.differences import Method
from gradviz.core.network.fitting import FitCode, FitError
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.problems import problem_named
from gradviz.document.experiment import Experiment, ExperimentError, Run
from gradviz.document.network_task import task_of
from gradviz.document.training import train

if TYPE_CHECKING:
    import argparse
    from enum import StrEnum

    from gradviz.document.network_task import NetworkTask
    from gradviz.document.training import Training

    Kind = TypeVar("Kind", bound=StrEnum)

FORMULA_ONLY = {
    "formula": "a network is given by --network and --layers",
    "start": "the first weights of a network come from --initialiser and --seed",
    "steps": "a network is trained for --epochs",
    "range": "the weights of a network have no plane to look at",
    "set": "a network has no named parameters",
}
"""Options that say nothing to a network, and what to say of them."""
NETWORK_ONLY = ("layers", "activation", "loss", "initialiser", "batch", "epochs")
"""Options that say nothing to a formula."""


def read_training(options: argparse.Namespace) -> Training:
    """Train as `options` say; what they leave out is as the problem is offered.

    Raises
    ------
    UsageError
        With one line that names the option.
    CommandError
        When samples are missing from the installation.
    """
    for name, sentence in FORMULA_ONLY.items():
        if getattr(options, name):
            raise UsageError(f"--{name}: {sentence}")
    try:
        task = _task(options)
        return train(_experiment(options, task))
    except ExperimentError as error:
        raise UsageError(worded(error)) from None
    except FitError as error:
        raise UsageError(f"--{_option(error.code)}: {error.message}") from None
    except FileNotFoundError as error:
        raise CommandError(str(error)) from None


def refuse_network_options(options: argparse.Namespace) -> None:
    """Complain of options that need ``--network``."""
    for name in NETWORK_ONLY:
        if getattr(options, name) is not None:
            raise UsageError(f"--{name}: this is of a network, which --network names")


def _task(options: argparse.Namespace) -> NetworkTask:
    try:
        task = task_of(options.network.strip().lower())
    except ValueError as error:
        raise UsageError(f"--network: {error}") from None
    changes: dict[str, Any] = {}
    if options.layers is not None:
        changes["sizes"] = tuple(
            values.integer("--layers", part) for part in options.layers.split(",")
        )
    for name, kind in (("activation", Activation), ("loss", Loss), ("initialiser", Initialiser)):
        if getattr(options, name) is not None:
            changes[name] = _member(name, getattr(options, name), kind)
    if options.batch is not None:
        changes["batch"] = _batch(options.batch)
    if options.epochs is not None:
        changes["epochs"] = values.integer("--epochs", options.epochs)
    return replace(task, **changes)


def _batch(text: str) -> int | None:
    return None if text.strip().lower() == "all" else values.integer("--batch", text)


def _member(name: str, text: str, kind: type[Kind]) -> Kind:
    try:
        return kind(text.strip().lower().replace("_", "-"))
    except ValueError:
        names = ", ".join(kind)
        raise UsageError(f"--{name}: {text!r} is none of {names}") from None


def _experiment(options: argparse.Namespace, task: NetworkTask) -> Experiment:
    """Return how to descend: by backpropagation and the problem's optimizer unless told."""
    changes = read_choices(options)
    changes.setdefault("method", Method.EXACT)
    changes.setdefault("runs", (Run(optimizer=problem_named(task.problem).optimizer),))
    return Experiment(**changes, network=task)


def _option(code: object) -> str:
    return "batch" if code is FitCode.BATCH else "layers"
