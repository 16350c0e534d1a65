"""Edits of an experiment with a network give one that can be trained."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gradviz.core.differences import Method
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.problems import problem_named
from gradviz.core.network.table import DataError
from gradviz.core.optimizers import SGD, Adam, Momentum
from gradviz.document.experiment import Experiment, ExperimentError, Run
from gradviz.document.network_edits import with_own_data, with_problem, with_task
from gradviz.document.network_task import KEYS, OWN, OwnTable, task_of
from gradviz.document.training import check_training

FLOWERS = OwnTable("flowers.csv", "a,b,c,kind\n1,2,3,x\n4,5,6,y\n7,8,9,z\n3,2,1,x\n6,5,4,y\n")


def _experiment(key: str, *runs: Run) -> Experiment:
    task = task_of(key)
    alone = (Run(optimizer=problem_named(key).optimizer),)
    return Experiment(network=task, runs=runs or alone, method=Method.CENTRAL, seed=3)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("other", ["spiral", "simplenet", "linear"])
def test_every_problem_can_be_turned_into_another_and_trained(key: str, other: str) -> None:
    chosen = with_problem(_experiment(other), key)
    assert chosen.network == task_of(key)
    assert [run.optimizer for run in chosen.runs] == [problem_named(key).optimizer]
    assert (chosen.method, chosen.seed) == (Method.CENTRAL, 3)
    check_training(chosen)


def test_of_several_runs_those_with_the_rule_of_the_problem_get_its_rate() -> None:
    runs = (
        Run(optimizer=Adam(lr=0.5, beta1=0.8), name="mine", lr_changes=((10, 0.1),)),
        Run(optimizer=Momentum(lr=0.3), lr_changes=((4, 0.2),)),
        Run(optimizer=Adam(lr=0.7), visible=False),
    )
    chosen = with_problem(_experiment("moons", *runs), "spiral").runs
    assert chosen[0] == Run(optimizer=Adam(lr=0.01, beta1=0.8), name="mine")
    assert chosen[1] == Run(optimizer=Momentum(lr=0.3))
    assert chosen[2] == Run(optimizer=Adam(lr=0.01), visible=False)


def test_a_run_that_is_alone_gets_the_optimizer_and_keeps_the_rest() -> None:
    run = Run(optimizer=Momentum(lr=0.3), name="mine", style=4, lr_changes=((4, 0.2),))
    chosen = with_problem(_experiment("moons", run), "linear").runs
    assert chosen == (Run(optimizer=SGD(lr=0.1), name="mine", style=4),)


def test_a_problem_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no network 'maze'"):
        with_problem(_experiment("moons"), "maze")


def test_sizes_follow_own_data_and_hidden_layers_stay() -> None:
    before = _experiment("spiral", Run(optimizer=Adam(lr=0.2), lr_changes=((3, 0.1),)))
    before = with_task(before, noise=0.5, count=90, activation=Activation.TANH)
    after = with_own_data(before, FLOWERS)
    task = after.network
    assert task is not None
    assert (task.problem, task.table, task.sizes) == (OWN, FLOWERS, (3, 16, 16, 3))
    assert (task.noise, task.count, task.weights) == (None, None, None)
    assert (task.activation, task.loss, task.is_standardised) == (
        Activation.TANH,
        Loss.CROSS_ENTROPY,
        True,
    )
    assert task.batch is None  # a batch of 32 does not fit
    assert after.runs == (Run(optimizer=Adam(lr=0.2)),)
    check_training(after)


@pytest.mark.parametrize("key", KEYS)
def test_own_data_can_be_trained_with_after_every_problem(key: str) -> None:
    after = with_own_data(_experiment(key), FLOWERS)
    check_training(after)
    assert after.network is not None
    assert after.network.sizes[1:-1] == task_of(key).sizes[1:-1]
    assert after.network.loss is Loss.CROSS_ENTROPY
    assert 0.0 < after.network.test_share <= 0.25


def test_settings_made_for_own_data_stay_with_other_own_data() -> None:
    first = with_own_data(_experiment("iris"), FLOWERS)
    first = with_task(first, is_standardised=False, test_share=0.0, loss=Loss.SQUARED)
    second = OwnTable("two.csv", "a,kind\n1,0\n2,1\n3,0\n")
    task = with_own_data(first, second).network
    assert task is not None
    assert (task.is_standardised, task.test_share, task.loss) == (False, 0.0, Loss.SQUARED)
    assert task.sizes == (1, 8, 2)


def test_a_batch_that_fits_own_data_stays() -> None:
    rows = "".join(f"{i},{i % 2}\n" for i in range(100))
    after = with_own_data(_experiment("spiral"), OwnTable("many.csv", f"a,kind\n{rows}"))
    assert after.network is not None
    assert after.network.batch == 32


def test_of_many_samples_there_are_as_many_epochs_as_can_be_held() -> None:
    rows = "".join(f"{i},{'xy'[i % 2]}\n" for i in range(50_000))
    before = with_problem(Experiment(network=task_of("spiral")), "spiral")
    before = with_task(before, epochs=5_000)
    after = with_own_data(before, OwnTable("many.csv", f"a,kind\n{rows}"))
    check_training(after)
    assert after.network is not None
    more = with_task(after, epochs=after.network.epochs + 1)
    with pytest.raises(ExperimentError, match="an experiment can hold"):
        check_training(more)


def test_a_table_that_cannot_be_read_is_refused_with_its_line() -> None:
    with pytest.raises(DataError, match="Line 3, column a"):
        with_own_data(_experiment("spiral"), OwnTable("bad.csv", "a,kind\n1,x\nq,y\n"))


def test_weights_given_by_hand_stay_while_the_network_has_as_many() -> None:
    given = with_task(_experiment("simplenet"), weights=(1.0, 2.0, 3.0, 4.0, 5.0, 6.0))
    for changes in ({"epochs": 7}, {"activation": Activation.TANH}, {"test_share": 0.0}):
        kept = with_task(given, **changes).network
        assert kept is not None
        assert kept.weights == (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
    for changes in ({"sizes": (2, 5, 3)}, {"has_bias": True}, {"initialiser": Initialiser.NORMAL}):
        dropped = with_task(given, **changes)
        assert dropped.network == replace(given.network, **{**changes, "weights": None})
        check_training(dropped)


def test_values_that_cannot_be_are_refused() -> None:
    with pytest.raises(ExperimentError) as caught:
        with_task(_experiment("spiral"), test_share=0.95)
    assert caught.value.field == "network.test_share"


@pytest.mark.parametrize("edit", [with_task, lambda e: with_own_data(e, FLOWERS)])
def test_a_function_has_no_network_to_change(edit: object) -> None:
    assert callable(edit)
    with pytest.raises(ValueError, match="no network to change"):
        edit(Experiment())
