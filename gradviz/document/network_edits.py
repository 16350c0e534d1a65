"""Edits of an experiment with a network: each gives a new one whose parts fit together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from gradviz.core.network.losses import Loss
from gradviz.core.network.problems import problem_named
from gradviz.document.network_task import OWN, NetworkTask, own_data, task_of
from gradviz.document.sizes import most_epochs

if TYPE_CHECKING:
    from gradviz.core.optimizers import Optimizer
    from gradviz.document.experiment import Experiment, Run
    from gradviz.document.network_task import OwnTable

TEST_SHARE: Final = 0.25
"""The part of own data to test with, where nothing was tested before."""


def with_problem(experiment: Experiment, key: str) -> Experiment:
    """Return `experiment` with a ready problem as it is offered, and rates that suit it.

    A run that is alone gets the problem's optimizer; of several, those with the same rule get its
    learning rate. Changes of learning rates on the way are dropped: they were made at steps of
    another training.

    Raises
    ------
    ValueError
        When there is no such problem.
    """
    offered = problem_named(key).optimizer
    runs = tuple(_suited(run, offered, len(experiment.runs)) for run in experiment.runs)
    return replace(experiment, runs=runs, network=task_of(key))


def _suited(run: Run, offered: Optimizer, runs: int) -> Run:
    if runs == 1:
        return replace(run, optimizer=offered, lr_changes=())
    if run.optimizer.key == offered.key:
        return replace(run, optimizer=replace(run.optimizer, lr=offered.lr), lr_changes=())
    return replace(run, lr_changes=())


def with_own_data(experiment: Experiment, table: OwnTable) -> Experiment:
    """Return `experiment` with samples from a table of one's own.

    Inputs and outputs of the network follow the data; hidden layers stay. Where the data before
    were not one's own too, inputs are standardised and some samples kept back to test with. Of
    many samples there are as many epochs as an experiment can hold.

    Raises
    ------
    DataError
        When the table cannot be read.
    ValueError
        When the experiment has no network.
    """
    task, data = _task(experiment), own_data(table)
    fitted = replace(
        task,
        problem=OWN,
        table=table,
        sizes=(data.inputs.shape[1], *task.sizes[1:-1], data.targets.shape[1]),
        loss=_loss(task),
        weights=None,
        noise=None,
        count=None,
        **({} if task.problem == OWN else _usual(task)),
    )
    train, _ = fitted.samples(experiment.seed)
    if fitted.batch is not None and fitted.batch > train.count:
        fitted = replace(fitted, batch=None)
    a_pass = fitted.batches(train, experiment.seed).steps_per_epoch
    most = most_epochs(a_pass, len(experiment.runs), fitted.network.size)
    fitted = replace(fitted, epochs=min(fitted.epochs, max(most, 1)))
    runs = tuple(replace(run, lr_changes=()) for run in experiment.runs)
    return replace(experiment, runs=runs, network=fitted)


def _usual(task: NetworkTask) -> dict[str, Any]:
    return {"is_standardised": True, "test_share": task.test_share or TEST_SHARE}


def _loss(task: NetworkTask) -> Loss:
    """Return the loss of the task, or one for classes if its data were numbers to meet."""
    had_numbers = task.problem != OWN and problem_named(task.problem).loss is Loss.SQUARED
    return Loss.CROSS_ENTROPY if had_numbers else task.loss


def with_task(experiment: Experiment, **changes: Any) -> Experiment:  # noqa: ANN401 - by field
    """Return `experiment` with other values of fields of its `NetworkTask`.

    First weights that were given by hand are dropped when the network has others after it, or
    when they are to be drawn in another way.

    Raises
    ------
    ExperimentError
        When a value cannot be.
    ValueError
        When the experiment has no network.
    """
    task = _task(experiment)
    if task.weights is not None and "weights" not in changes:
        bare = replace(task, **{**changes, "weights": None})
        drawn_anew = bare.initialiser is not task.initialiser
        if drawn_anew or bare.network.shapes != task.network.shapes:
            return replace(experiment, network=bare)
    return replace(experiment, network=replace(task, **changes))


def _task(experiment: Experiment) -> NetworkTask:
    if experiment.network is None:
        raise ValueError("An experiment with a function has no network to change.")
    return experiment.network
