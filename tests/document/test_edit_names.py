"""Edits get their names from what they changed."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest

from gradviz.core.bounds import Bounds
from gradviz.core.catalogue import CATALOGUE
from gradviz.core.clipping import Clipping
from gradviz.core.differences import Method
from gradviz.core.formula import parse
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.optimizers import SGD, Adam
from gradviz.core.schedules import Cosine
from gradviz.document import edits
from gradviz.document.display import Display, View
from gradviz.document.document import Document
from gradviz.document.edit_kinds import Edit, EditKind
from gradviz.document.edit_names import edit_between, experiment_edit
from gradviz.document.experiment import Experiment, Run
from gradviz.document.kinds import turned
from gradviz.document.network_edits import with_own_data, with_problem, with_task
from gradviz.document.network_task import NetworkTask, OwnTable, task_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ADAM, SLOW = Run(optimizer=Adam(), name="b"), Run(optimizer=SGD(lr=0.01), name="c")
EXPERIMENT = Experiment(
    formula="a = 1\nx0**2 + a*x1",
    parameters=(("a", 2.0),),
    ranges=(("a", 0.0, 5.0),),
    runs=(Run(optimizer=SGD()), ADAM, SLOW),
)
NETWORK = turned(Experiment(), None)
DOCUMENT = Document(experiment=EXPERIMENT)

FIELDS: dict[str, tuple[Any, str, str]] = {
    "formula": ("x0*x1", "formula", ""),
    "parameters": ((("a", 3.0),), "parameter", "a"),
    "ranges": ((), "parameter-range", "a"),
    "start": ((0.0, 1.0), "start", ""),
    "method": (Method.FORWARD, "method", ""),
    "h": (0.5, "h", ""),
    "steps": (3, "steps", ""),
    "tolerance": (1e-3, "tolerance", ""),
    "noise": (0.5, "noise", ""),
    "seed": (5, "seed", ""),
    "runs": (EXPERIMENT.runs[:1], "runs", ""),
    "view": (Bounds(0, 1, 0, 1), "view", ""),
    "plane": ((1, 0), "plane", ""),
    "network": (task_of("xor"), "to-network", ""),
}
RUN_FIELDS: dict[str, tuple[Any, str]] = {
    "optimizer": (SGD(), "optimizer"),
    "schedule": (Cosine(), "schedule"),
    "clip": (Clipping(), "clipping"),
    "lr_changes": (((3, 0.5),), "rate-changes"),
    "name": ("other", "run-name"),
    "style": (5, "run-style"),
    "visible": (False, "run-hidden"),
}
TASK_FIELDS: dict[str, tuple[Any, str]] = {
    "problem": ("moons", "problem"),
    "sizes": ((2, 3), "layers"),
    "activation": (Activation.TANH, "activation"),
    "loss": (Loss.SQUARED, "loss"),
    "has_bias": (False, "biases"),
    "initialiser": (Initialiser.XAVIER, "initialiser"),
    "weights": ((0.5,) * 371, "first-weights"),
    "batch": (5, "batch"),
    "epochs": (5, "epochs"),
    "test_share": (0.5, "test-share"),
    "is_standardised": (True, "standardised"),
    "noise": (0.5, "sample-noise"),
    "count": (50, "sample-count"),
    "table": (OwnTable("t", "a,b\n1,2\n3,4"), "own-data"),
}
DOCUMENT_FIELDS: dict[str, tuple[Any, str | None]] = {
    "experiment": (replace(EXPERIMENT, h=0.5), "h"),
    "other": (NETWORK, "several"),
    "typed": ("x0 +", "formula"),
    "display": (Display(crosshair=False), "display"),
    "view": (View.TABLE, None),
    "step": (4, None),
    "selected": (2, None),
    "note": ("a", "note"),
}


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        (Experiment, FIELDS),
        (Run, RUN_FIELDS),
        (NetworkTask, TASK_FIELDS),
        (Document, DOCUMENT_FIELDS),
    ],
)
def test_every_field_has_a_name(kind: type[DataclassInstance], known: dict[str, Any]) -> None:
    assert {item.name for item in fields(kind)} == set(known)


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_of_the_experiment(name: str) -> None:
    value, kind, subject = FIELDS[name]
    new = replace(EXPERIMENT, **{name: value})
    assert experiment_edit(EXPERIMENT, new) == Edit(EditKind(kind), subject)


@pytest.mark.parametrize("name", RUN_FIELDS)
def test_a_field_of_a_run(name: str) -> None:
    value, kind = RUN_FIELDS[name]
    new = edits.replace_run(EXPERIMENT, 1, replace(ADAM, **{name: value}))
    assert experiment_edit(EXPERIMENT, new) == Edit(EditKind(kind), "1")


@pytest.mark.parametrize("name", TASK_FIELDS)
def test_a_field_of_a_network(name: str) -> None:
    value, kind = TASK_FIELDS[name]
    task = NETWORK.network
    assert task is not None
    new = replace(NETWORK, network=replace(task, **{name: value}))
    assert experiment_edit(NETWORK, new) == Edit(EditKind(kind))


@pytest.mark.parametrize("name", DOCUMENT_FIELDS)
def test_a_field_of_the_document(name: str) -> None:
    value, kind = DOCUMENT_FIELDS[name]
    edit = edit_between(DOCUMENT, replace(DOCUMENT, **{name: value}))
    assert edit == (None if kind is None else Edit(EditKind(kind)))


def test_nothing_is_no_edit() -> None:
    assert edit_between(DOCUMENT, replace(DOCUMENT)) is None


@pytest.mark.parametrize(
    ("new", "edit"),
    [
        (edits.add_run(EXPERIMENT, ADAM), Edit(EditKind.RUN_ADDED, "3")),
        (edits.duplicate_run(EXPERIMENT, 0), Edit(EditKind.RUN_ADDED, "1")),
        (edits.remove_run(EXPERIMENT, 0), Edit(EditKind.RUN_REMOVED, "0")),
        (edits.remove_run(EXPERIMENT, 2), Edit(EditKind.RUN_REMOVED, "2")),
        (edits.move_run(EXPERIMENT, 0, 2), Edit(EditKind.RUN_MOVED)),
        (replace(EXPERIMENT, runs=(ADAM, ADAM, ADAM)), Edit(EditKind.RUNS)),
        (
            edits.replace_run(EXPERIMENT, 2, replace(SLOW, optimizer=SGD(lr=0.2))),
            Edit(EditKind.LEARNING_RATE, "2"),
        ),
        (
            edits.replace_run(EXPERIMENT, 1, replace(ADAM, optimizer=Adam(beta1=0.5))),
            Edit(EditKind.HYPERPARAMETER, "1.beta1"),
        ),
        (
            edits.replace_run(EXPERIMENT, 1, replace(ADAM, optimizer=Adam(beta1=0.5, lr=1.0))),
            Edit(EditKind.OPTIMIZER, "1"),
        ),
        (
            edits.replace_run(EXPERIMENT, 1, replace(ADAM, name="x", style=3)),
            Edit(EditKind.RUN, "1"),
        ),
        (edits.with_parameter(EXPERIMENT, "b", 2.0), Edit(EditKind.PARAMETER, "b")),
        (edits.with_formula(EXPERIMENT, parse("x + y + z")), Edit(EditKind.FORMULA)),
        (edits.with_start(EXPERIMENT, (1.0, 2.0, 3.0)), Edit(EditKind.VARIABLES)),
        (replace(EXPERIMENT, start=(9.0, 9.0), view=Bounds(0, 9, 0, 9)), Edit(EditKind.START)),
        (edits.with_entry(EXPERIMENT, CATALOGUE[3]), Edit(EditKind.FUNCTION)),
        (replace(EXPERIMENT, h=0.5, steps=3), Edit(EditKind.SEVERAL)),
        (turned(EXPERIMENT, None), Edit(EditKind.TO_NETWORK)),
    ],
)
def test_edits_of_a_function(new: Experiment, edit: Edit) -> None:
    assert experiment_edit(EXPERIMENT, new) == edit


@pytest.mark.parametrize(
    ("new", "edit"),
    [
        (with_problem(NETWORK, "digits"), EditKind.PROBLEM),
        (with_own_data(NETWORK, OwnTable("t", "a,b,c\n1,2,x\n3,4,y")), EditKind.OWN_DATA),
        (with_task(NETWORK, has_bias=False), EditKind.BIASES),
        (with_task(NETWORK, epochs=3, batch=4), EditKind.NETWORK),
        (replace(with_task(NETWORK, epochs=3), h=0.5), EditKind.SEVERAL),
        (EXPERIMENT, EditKind.TO_FUNCTION),
    ],
)
def test_edits_of_a_network(new: Experiment, edit: EditKind) -> None:
    assert experiment_edit(NETWORK, new) == Edit(edit)


def test_weights_that_fit_no_longer_go_with_the_layers() -> None:
    given = with_task(NETWORK, weights=(0.5,) * 371)
    assert experiment_edit(given, with_task(given, sizes=(2, 4, 3))) == Edit(EditKind.LAYERS)


def test_a_run_is_shown_again() -> None:
    hidden = edits.replace_run(EXPERIMENT, 1, replace(ADAM, visible=False))
    assert experiment_edit(hidden, EXPERIMENT) == Edit(EditKind.RUN_SHOWN, "1")


def test_turning_to_a_network_is_one_edit_with_what_is_left() -> None:
    new = Document(experiment=turned(EXPERIMENT, None), other=EXPERIMENT, view=View.DATA)
    assert edit_between(DOCUMENT, new) == Edit(EditKind.TO_NETWORK)
