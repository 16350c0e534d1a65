"""The options about a network's samples: which they are, and what is made of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from gradviz.cli import values
from gradviz.cli.errors import UsageError
from gradviz.core.network.problems import problem_named
from gradviz.core.network.table import DataError
from gradviz.document.experiment import Experiment
from gradviz.document.network_edits import with_own_data
from gradviz.document.network_task import OWN, task_of
from gradviz.document.table_files import FileError, short_name, table_in

if TYPE_CHECKING:
    import argparse

    from gradviz.document.network_task import NetworkTask

LIKE: Final = "iris"
"""The ready problem whose settings own data takes: few samples with a class each."""


def read_problem(options: argparse.Namespace) -> NetworkTask:
    """Return the network with its samples that `options` name, as it is offered.

    Raises
    ------
    UsageError
        With one line that names the option, and the line of a table that cannot be read.
    """
    key = options.network.strip().lower()
    if key == OWN:
        return _own(options.data)
    if options.data is not None:
        raise UsageError(f"--data: {key} has samples; --network own takes them from a file")
    try:
        return task_of(key)
    except ValueError as error:
        raise UsageError(f"--network: {str(error).removesuffix('.')} and own.") from None


def read_sample_options(options: argparse.Namespace, task: NetworkTask) -> dict[str, Any]:
    """Return the fields of a `NetworkTask` that say what is made of samples."""
    changes: dict[str, Any] = {}
    if options.test_share is not None:
        changes["test_share"] = values.number("--test-share", options.test_share)
    if options.standardise is not None:
        changes["is_standardised"] = options.standardise
    if options.count is not None:
        changes["count"] = values.integer("--count", options.count)
    if options.sample_noise is not None:
        changes["noise"] = values.number("--sample-noise", options.sample_noise)
    for name, option in (("count", "--count"), ("noise", "--sample-noise")):
        if name in changes and not _is_made_up(task):
            raise UsageError(f"{option}: the samples of {task.problem} are given, not made up")
    return changes


def _own(file: str | None) -> NetworkTask:
    if file is None:
        raise UsageError("--network: own samples come from a CSV file, which --data names")
    path = Path(file)
    try:
        task = with_own_data(Experiment(network=task_of(LIKE)), table_in(path)).network
    except FileError as error:
        raise UsageError(f"--data: {error.message}") from None
    except DataError as error:
        raise UsageError(f"--data: {short_name(path)}: {error.message}") from None
    assert task is not None  # noqa: S101 - it was one before
    return task


def _is_made_up(task: NetworkTask) -> bool:
    return task.problem != OWN and problem_named(task.problem).is_made_up
