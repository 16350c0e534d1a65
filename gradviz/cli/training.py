"""From the options about a network to an experiment with it, and to a training."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from gradviz.cli import values
from gradviz.cli.errors import CommandError, UsageError
from gradviz.cli.experiments import read_choices, worded
from gradviz.cli.samples import LIKE, read_problem, read_sample_options
from gradviz.core.differences import Method
from gradviz.core.network.fitting import FitCode, FitError
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.problems import problem_named
from gradviz.document.experiment import Experiment, ExperimentError, Run
from gradviz.document.network_task import OWN
from gradviz.document.training import check_training

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from enum import StrEnum

    from gradviz.document.network_task import NetworkTask

    Kind = TypeVar("Kind", bound=StrEnum)

FORMULA_ONLY: Final = {
    "formula": "a network is given by --network and --layers",
    "start": "the first weights of a network come from --initialiser and --seed",
    "steps": "a network is trained for --epochs",
    "range": "the weights of a network have no plane to look at",
    "set": "a network has no named parameters",
    "direction": "a network has no slice",
    "no_marks": "a network has no stationary points",
}
"""Options that say nothing to a network, and what to say of them."""
NETWORK_ONLY: Final = (
    *("layers", "activation", "loss", "initialiser", "batch", "epochs"),
    *("data", "test_share", "count", "sample_noise", "standardise"),
    *("epoch", "sample", "stage", "samples", "what", "how", "directions"),
)
"""Options that say nothing to a formula."""
_BLAMED: Final = {FitCode.BATCH: "batch", FitCode.LOSS: "loss", FitCode.WEIGHTS: "weights"}
"""The options that are to blame where network and samples do not fit, but for `--layers`."""


def read_training(options: argparse.Namespace, base: Experiment | None = None) -> Experiment:
    """Return the experiment with a network that `options` describe, one that can be trained.

    What they leave out is as in `base`, such as that of a file, or as the problem is offered.

    Raises
    ------
    UsageError
        With one line that names the option.
    CommandError
        When samples are missing from the installation.
    """
    for name, sentence in FORMULA_ONLY.items():
        if getattr(options, name, None):
            raise UsageError(f"{_spelled(name)}: {sentence}")
    with told_in_a_line():
        experiment = _experiment(options, base)
        check_training(experiment)
    return experiment


def refuse_network_options(options: argparse.Namespace) -> None:
    """Complain of options that need ``--network``."""
    for name in NETWORK_ONLY:
        if getattr(options, name, None) is not None:
            raise UsageError(f"{_spelled(name)}: this is of a network, which --network names")


@contextmanager
def told_in_a_line() -> Iterator[None]:
    """Turn what is wrong with a network or its samples into a line that names the option."""
    try:
        yield
    except ExperimentError as error:
        raise UsageError(worded(error)) from None
    except FitError as error:
        option = _BLAMED.get(FitCode(error.code), "layers")
        raise UsageError(f"--{option}: {error.message}") from None
    except FileNotFoundError as error:
        raise CommandError(str(error)) from None


def read_task(options: argparse.Namespace, base: NetworkTask | None = None) -> NetworkTask:
    """Return the network with its samples that `options` describe, or change in `base`."""
    task = base if base is not None and options.network is None else read_problem(options)
    if task is base and options.data is not None:
        raise UsageError("--data: --network own takes samples from a file")
    changes = read_sample_options(options, task)
    if options.layers is not None:
        changes["sizes"] = tuple(
            values.integer("--layers", part) for part in options.layers.split(",")
        )
    for name, kind in (("activation", Activation), ("loss", Loss), ("initialiser", Initialiser)):
        if getattr(options, name) is not None:
            changes[name] = _member(name, getattr(options, name), kind)
    if options.batch is not None:
        changes["batch"] = _batch(options.batch)
    if getattr(options, "epochs", None) is not None:
        changes["epochs"] = values.integer("--epochs", options.epochs)
    if "sizes" in changes:
        changes["weights"] = None  # those of a file are of its own layers
    return replace(task, **changes)


def _batch(text: str) -> int | None:
    return None if text.strip().lower() == "all" else values.integer("--batch", text)


def _member(name: str, text: str, kind: type[Kind]) -> Kind:
    try:
        return kind(text.strip().lower().replace("_", "-"))
    except ValueError:
        names = ", ".join(kind)
        raise UsageError(f"--{name}: {text!r} is none of {names}") from None


def _experiment(options: argparse.Namespace, base: Experiment | None) -> Experiment:
    """Return how to descend: by backpropagation and the problem's optimizer unless told."""
    changes: dict[str, Any] = read_choices(options)
    if base is not None and base.network is not None:
        return replace(base, **changes, network=read_task(options, base.network))
    task = read_task(options)
    changes.setdefault("method", Method.EXACT)
    offered = problem_named(LIKE if task.problem == OWN else task.problem)
    changes.setdefault("runs", (Run(optimizer=offered.optimizer),))
    return Experiment(**changes, network=task)


def _spelled(name: str) -> str:
    return f"--{name.replace('_', '-')}"
