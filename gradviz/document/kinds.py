"""The two kinds of experiment: of a function and of a network, each with what the other leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gradviz.core.differences import Method
from gradviz.core.network.problems import problem_named
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_edits import with_own_data
from gradviz.document.network_task import task_of

if TYPE_CHECKING:
    from typing import Any

    from gradviz.document.network_task import OwnTable

OF_FUNCTIONS: Final = ("formula", "parameters", "ranges", "start", "steps", "view", "plane")
"""Fields of an experiment that say nothing to a network."""
FIRST: Final = "spiral"
"""The problem that is shown first."""


def turned(experiment: Experiment, other: Experiment | None) -> Experiment:
    """Return an experiment of the other kind than `experiment`.

    Parameters
    ----------
    experiment : Experiment
        Of a function or of a network.
    other : Experiment, optional
        What was left of the other kind; without it one to begin with.

    Returns
    -------
    Experiment
        One with a network keeps the fields that only functions have as they are in `experiment`,
        so that turning back and forth changes nothing.
    """
    if experiment.network is not None:
        return other or Experiment(**_kept(experiment))
    if other is not None:
        return replace(other, **_kept(experiment))
    return Experiment(
        **_kept(experiment),
        method=Method.EXACT,
        runs=(Run(optimizer=problem_named(FIRST).optimizer),),
        network=task_of(FIRST),
    )


def with_table(experiment: Experiment, other: Experiment | None, table: OwnTable) -> Experiment:
    """Return an experiment with a network that learns from a table of one's own.

    A function is left for the network that there is beside it, as `turned` says.

    Raises
    ------
    DataError
        When the table cannot be read.
    """
    trained = turned(experiment, other) if experiment.network is None else experiment
    return with_own_data(trained, table)


def _kept(experiment: Experiment) -> dict[str, Any]:
    return {name: getattr(experiment, name) for name in OF_FUNCTIONS}
