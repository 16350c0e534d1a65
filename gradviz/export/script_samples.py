"""The samples of a network as Python: made up anew by a script, or read from a file beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.network.problems import problem_named
from gradviz.document.network_task import OWN, own_data
from gradviz.export.cells import text_row
from gradviz.export.script_text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gradviz.core.network.data import Data
    from gradviz.document.network_task import NetworkTask

_RANDOM: Final = "np.random.Generator(np.random.PCG64(SEED))"
_ALONG: Final = '''\
def along(labels):
    """Return how far along its own class each sample lies, 0 to 1."""
    place = np.zeros(len(labels))
    for label in np.unique(labels):
        is_member = labels == label
        place[is_member] = np.linspace(0.0, 1.0, is_member.sum())
    return place
'''
_GIVEN: Final = {
    "simplenet": """\
def samples():
    return np.array([[0.6, 0.9]]), np.array([[0.0, 0.0, 1.0]])
""",
    "xor": """\
def samples():
    inputs = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return inputs, np.eye(2)[[0, 1, 1, 0]]
""",
}
_MADE: Final = {
    "linear": """\
def samples():
    random = {random}
    x = random.uniform(-2.0, 2.0, ({count}, 1))
    return x, 2.0 * x + 1.0 + {noise} * random.standard_normal(({count}, 1))
""",
    "logistic": """\
def samples():
    labels = np.arange({count}) % 2
    centres = np.array([[-1.2, -0.8], [1.2, 0.8]])[labels]
    inputs = centres + {noise} * {random}.standard_normal(({count}, 2))
    return inputs, np.eye(2)[labels]
""",
    "moons": """\
def samples():
    labels = np.arange({count}) % 2
    turn = np.pi * along(labels)
    outer = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    inner = np.stack([1.0 - np.cos(turn), 0.5 - np.sin(turn)], axis=1)
    inputs = np.where(labels[:, None] == 0, outer, inner) - (0.5, 0.25)
    inputs += {noise} * {random}.standard_normal(({count}, 2))
    return inputs, np.eye(2)[labels]
""",
    "circles": """\
def samples():
    labels = np.arange({count}) % 2
    turn = 2.0 * np.pi * along(labels)
    radius = np.where(labels == 0, 1.0, 0.5)
    inputs = np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1)
    inputs += {noise} * {random}.standard_normal(({count}, 2))
    return inputs, np.eye(2)[labels]
""",
    "spiral": """\
def samples():
    labels = np.arange({count}) % 3
    far = along(labels)
    turn = 4.0 * labels + 4.0 * far + {noise} * {random}.standard_normal({count})
    inputs = np.stack([far * np.sin(turn), far * np.cos(turn)], axis=1)
    return inputs, np.eye(3)[labels]
""",
}
_READ: Final = """\
def samples():
    file = Path(__file__).with_name({name})
    rows = np.loadtxt(file, delimiter=",", skiprows=1, ndmin=2)
    return rows[:, :-1], np.eye({classes})[rows[:, -1].astype(int)]
"""
_SPLIT: Final = '''\
def split(inputs, targets):
    """Return samples to train with and to test with, each class in about the same share."""
    random = {random}
    labels = {labels}
    is_test = np.zeros(len(labels), dtype=bool)
    for label in np.unique(labels):
        members = random.permutation(np.flatnonzero(labels == label))
        count = min(round({share} * len(members)), len(members) - 1)
        is_test[members[:count]] = True
    return inputs[~is_test], targets[~is_test], inputs[is_test], targets[is_test]
'''
_STANDARDISED: Final = '''\
def standardised(inputs, like):
    """Return inputs with mean 0 and deviation 1, as those of `like` would have them."""
    largest = np.abs(like).max(axis=0)
    unit = np.where(largest > 0.0, largest, 1.0)
    mean, deviation = (like / unit).mean(axis=0), (like / unit).std(axis=0)
    return (inputs / unit - mean) / np.where(deviation > 0.0, deviation, 1.0)
'''


def sample_parts(task: NetworkTask, name: str) -> Iterator[str]:
    """Yield the functions of a script that give the samples of `task`.

    Parameters
    ----------
    task : NetworkTask
        Whose samples.
    name : str
        The file that holds them, unless they are made up or few.
    """
    yield from _makers(task, name)
    if task.test_share:
        numbers = not data_of(task).classes
        labels = "np.zeros(len(inputs))" if numbers else "targets.argmax(axis=1)"
        yield _SPLIT.format(random=_RANDOM, labels=labels, share=repr(task.test_share))
    if task.is_standardised:
        yield _STANDARDISED


def _makers(task: NetworkTask, name: str) -> Iterator[str]:
    key = task.problem
    if is_in_file(task):
        yield _READ.format(name=quoted(name), classes=len(data_of(task).classes))
        return
    if key in _GIVEN:
        yield _GIVEN[key]
        return
    problem = problem_named(key)
    if "along(" in _MADE[key]:
        yield _ALONG
    yield _MADE[key].format(
        random=_RANDOM,
        count=problem.count if task.count is None else task.count,
        noise=repr(problem.noise if task.noise is None else task.noise),
    )


def is_in_file(task: NetworkTask) -> bool:
    """Tell whether the samples of `task` are read from a file."""
    return task.problem not in _GIVEN and task.problem not in _MADE


def data_of(task: NetworkTask) -> Data:
    """Return all samples of `task` that are not made up, or a few that are.

    Raises
    ------
    DataError
        When a table of one's own cannot be read.
    """
    if task.problem == OWN:
        assert task.table is not None  # noqa: S101 - the task says so
        return own_data(task.table)
    return problem_named(task.problem).make()


def samples_text(task: NetworkTask) -> str:
    """Return the samples as CSV: inputs, and the number of the class, from 0; "" if not needed."""
    if not is_in_file(task):
        return ""
    data = data_of(task)
    labels = np.argmax(data.targets, axis=1)
    rows = zip(data.inputs.tolist(), labels.tolist(), strict=True)
    lines = [f"{','.join(map(repr, row))},{label}\n" for row, label in rows]
    return "".join([text_row(*data.inputs_named, "class") + "\n", *lines])
