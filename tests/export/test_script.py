"""Scripts are run on their own, and end where the program ends, to the last bit."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gradviz.core.catalogue import CATALOGUE
from gradviz.core.differences import Method
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.optimizers import OPTIMIZERS
from gradviz.core.rate_changes import parted
from gradviz.core.rules import parse_rule
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import NetworkTask, OwnTable, task_of
from gradviz.document.training import train
from gradviz.export.script import script_of, write_script
from gradviz.export.script_parts import QUOTIENTS

if TYPE_CHECKING:
    from pathlib import Path

DRIVER = """\
import runpy, sys
import numpy as np
for script in sys.argv[1:]:
    made = runpy.run_path(script, run_name="__main__")
    found = made["paths"] if "paths" in made else made["ends"]
    np.savez(script + ".npz", *[p[0] if isinstance(p, tuple) else p for p in found.values()])
"""
EVERY = tuple(
    f"{key}:convention={convention}" for key in OPTIMIZERS for convention in ("book", "pytorch")
)
SMOOTH = "x0**2/20 + x1**2 + exp(sin(x0)/4)*tanh(x1)"
KINKED = "a = 2\nwhere(x0 > 1, a*x0**3, abs(x0)) + maximum(x1, -x1/a) + (x0 - x1)**2"


def runs_of(*rules: str) -> tuple[Run, ...]:
    runs = []
    for style, text in enumerate(rules):
        optimizer, course, clip = parse_rule(text)
        schedule, changes = parted(course)
        runs.append(
            Run(optimizer=optimizer, schedule=schedule, clip=clip, lr_changes=changes, style=style)
        )
    return tuple(runs)


def ends_of(
    experiments: list[Experiment], folder: Path, *, matplotlib: bool = False
) -> tuple[list[list[np.ndarray]], str]:
    """Write scripts, run them in a process of their own, and return what they have computed."""
    scripts = [folder / f"experiment{i}.py" for i in range(len(experiments))]
    for script, experiment in zip(scripts, experiments, strict=True):
        write_script(script, experiment)
        assert "import gradviz" not in script.read_text(encoding="utf-8")
    if not matplotlib:
        (folder / "matplotlib.py").write_text("raise ImportError('not here')\n")
    surroundings = dict(os.environ, MPLBACKEND="Agg", OPENBLAS_NUM_THREADS="1")
    surroundings["PYTHONPATH"] = str(folder)
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, *map(str, scripts)],
        env=surroundings,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    found = []
    for script in scripts:
        with np.load(f"{script}.npz") as stored:
            found.append([stored[name] for name in stored.files])
    return found, done.stdout


def assert_same(experiments: list[Experiment], folder: Path) -> None:
    found, told = ends_of(experiments, folder)
    for paths, experiment in zip(found, experiments, strict=True):
        results = evaluate(experiment)
        assert len(paths) == len(results.runs)
        for path, result in zip(paths, results.runs, strict=True):
            np.testing.assert_array_equal(path, result.trajectory.x)
            assert str(result.trajectory.x[-1].tolist()) in told
    assert "no matplotlib" in told


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("formula", [SMOOTH, KINKED], ids=["smooth", "kinked"])
def test_every_optimizer_ends_at_the_same_numbers(
    tmp_path: Path, method: Method, formula: str
) -> None:
    experiment = Experiment(formula=formula, method=method, steps=40, runs=runs_of(*EVERY))
    assert_same([experiment], tmp_path)


@pytest.mark.parametrize("method", [Method.CENTRAL, Method.EXACT])
def test_schedules_clipping_changes_noise_and_tolerance(tmp_path: Path, method: Method) -> None:
    rules = (
        "adam:lr=0.3,schedule=cosine,over=30,floor=0.1,warmup=5,clip=norm:1,lr@20=0.1,lr@33=0.05",
        "sgd:lr=0.2,schedule=step,every=7,gamma=0.5,clip=value:0.3",
        "momentum:lr=0.1,schedule=inverse,warmup=3",
        "sgd:lr=0.1,schedule=exponential,lr@0=0.2",
        "sgd:lr=0.3,schedule=warmup,warmup=9",
        "sgd:lr=0.3",
    )
    experiment = Experiment(
        formula=SMOOTH,
        method=method,
        steps=60,
        runs=runs_of(*rules),
        noise=0.05,
        seed=7,
        tolerance=0.2,
    )
    assert_same([experiment], tmp_path)
    stopped = {r.trajectory.steps for r in evaluate(experiment).runs}
    assert len(stopped) > 1  # some end before the others


TYPED = [
    ("x**4 - 3*x", (1.5,)),
    ("sum(x**2) + prod(x)", (1.0, 2.0, 3.0, 0.5)),
    ("norm(x) + atan2(x0, x1) + clip(x1, -1, 1)", (1.0, 0.5)),
    ("sqrt(x0)*log(x1)", (1.5, 0.7)),
    ("sigmoid(x0*x1) + softplus(x1) + relu(x0) + log1p(x0**2) + cbrt(x1)", (1.5, -0.7)),
    ("def g(t, f):\n    return (t - 1)**2 + f**2/2", (3.0, 2.0)),
    ("np = 3\nlr = 2\nt0 = 1.5\nnp*(x0 - t0)**2 + lr*x1**2", (0.0, 1.0)),
    ("a = 0\nb = -1\nx0**2*b**0.5 + x1/a", (1.0, 1.0)),
    ("-(x0 - (x1 - 2)) - -x0/(x1*3)*2 + 2**-x0 + (x0*x1)**3 + -2**2", (1.0, 2.0)),
    ("x0**2 + x1**2 if x0 > 0 and not x1 > 3 else -x0 + abs(x1)", (-0.5, 2.0)),
]


@pytest.mark.parametrize("method", [Method.CENTRAL, Method.EXACT, Method.COMPLEX_STEP])
def test_whatever_can_be_typed(tmp_path: Path, method: Method) -> None:
    runs = runs_of("sgd:lr=0.01", "adam:lr=0.05")
    experiments = [
        Experiment(formula=formula, start=start, method=method, steps=25, runs=runs)
        for formula, start in TYPED
    ]
    assert_same(experiments, tmp_path)


def test_runs_that_diverge_and_parameters_in_use(tmp_path: Path) -> None:
    book = Experiment(runs=runs_of("sgd:lr=10"))
    assert str(evaluate(book).runs[0].trajectory.x[-1]) == "[-2.58983747e+13 -1.29524862e+12]"
    far = replace(
        book,
        formula="a = 1\na*x0**4 + exp(x1)",
        parameters=(("a", 3.0),),
        method=Method.EXACT,
        runs=runs_of("sgd:lr=10", "momentum:lr=1e10"),
    )
    assert_same([book, far], tmp_path)


def paths_in_process(experiment: Experiment) -> list[np.ndarray]:
    made: dict[str, object] = {"__name__": "elsewhere"}
    exec(compile(script_of(experiment).text, "script", "exec"), made)
    with np.errstate(all="ignore"):
        return [np.array(made["descend"](*run[1:])[1]) for run in made["RUNS"]]


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.key)
def test_every_function_of_the_catalogue(entry: object) -> None:
    for method in (Method.FIVE_POINT, Method.EXACT, Method.COMPLEX_STEP):
        experiment = Experiment(
            formula=entry.formula,
            start=tuple(entry.start),
            method=method,
            steps=20,
            runs=runs_of("adam:lr=0.05"),
        )
        with np.errstate(all="warn"):
            (path,) = paths_in_process(experiment)
        np.testing.assert_array_equal(path, evaluate(experiment).runs[0].trajectory.x)


NUMBERS = st.sampled_from(["2", "0.5", "1e-3", "-3", "1e20", "pi", "x0", "x1", "x0", "x1"])
FORMULAS = st.recursive(
    NUMBERS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        inner.map(lambda a: f"(-{a})"),
        inner.map(lambda a: f"{a}**2" if not a.startswith("-") else f"({a})**2"),
        st.tuples(st.sampled_from(["sin", "exp", "abs", "sqrt", "tanh"]), inner).map(
            lambda t: f"{t[0]}({t[1]})"
        ),
        st.tuples(inner, inner, inner).map(lambda t: f"where({t[0]} < {t[1]}, {t[2]}, {t[0]})"),
    ),
    max_leaves=9,
)


@settings(max_examples=80, deadline=None)
@example("where(0.5 < x0, 1e20, 0.5)**2**2**2", Method.CENTRAL)
@example("1/where(x0 < 0.5, 1, 0)", Method.EXACT)
@given(formula=FORMULAS, method=st.sampled_from([Method.CENTRAL, Method.EXACT]))
def test_any_formula_means_the_same(formula: str, method: Method) -> None:
    experiment = Experiment(
        formula=f"{formula} + 0*x0*x1", start=(0.7, -1.3), method=method, steps=3
    )
    (path,) = paths_in_process(experiment)
    found = evaluate(experiment).runs[0].trajectory.x
    # where math raises, the program asks NumPy for all of f, whose last bits may differ
    np.testing.assert_allclose(path, found, rtol=1e-9, atol=1e-300)


# --- networks ------------------------------------------------------------------------------------

RULES = ("sgd:lr=0.1", "adam:lr=0.01", "momentum:lr=0.05,schedule=cosine,over=20,clip=norm:1")
OWN = "=a;b;kind\n1,5;2;x\n2;3,25;y\n1,2;2;x\n4;3;y\n5;7;y\n"


def assert_trains_alike(experiments: list[Experiment], folder: Path) -> None:
    found, _ = ends_of(experiments, folder)
    for ends, experiment in zip(found, experiments, strict=True):
        for weights, result in zip(ends, train(experiment).runs, strict=True):
            np.testing.assert_allclose(weights, result.trajectory.x[-1], rtol=1e-12, atol=1e-15)


NETWORKS = (
    "simplenet",
    "linear",
    "logistic",
    "xor",
    "moons",
    "circles",
    "spiral",
    "iris",
    "digits",
)


def test_every_network_ends_at_the_same_weights(tmp_path: Path) -> None:
    tasks = [replace(task_of(key), epochs=2 if key == "digits" else 10) for key in NETWORKS]
    experiments = [
        Experiment(network=task, method=Method.EXACT, runs=runs_of(*RULES), seed=3)
        for task in tasks
    ]
    assert_trains_alike(experiments, tmp_path)
    for i, key in enumerate(NETWORKS):
        beside = (tmp_path / f"experiment{i}-samples.csv").exists()
        assert beside == (key in {"iris", "digits"})
        text = (tmp_path / f"experiment{i}.py").read_text(encoding="utf-8")
        assert ("-samples.csv" in text.partition("import")[0]) == beside


@pytest.mark.parametrize(
    ("loss", "activation"), list(zip(Loss, Activation, strict=True)), ids=lambda kind: kind.value
)
def test_networks_by_every_method(tmp_path: Path, loss: Loss, activation: Activation) -> None:
    task = replace(
        task_of("moons"),
        sizes=(2, 3, 2),
        epochs=2,
        count=40,
        batch=16,
        loss=loss,
        activation=activation,
        initialiser=Initialiser.XAVIER,
    )
    experiments = [
        Experiment(
            network=task, method=method, runs=runs_of(*RULES[:2]), noise=0.01, tolerance=1e-6
        )
        for method in Method
    ]
    assert_trains_alike(experiments, tmp_path)


def test_own_samples_and_weights_go_along(tmp_path: Path) -> None:
    task = NetworkTask(
        problem="own",
        table=OwnTable("flowers.csv", OWN),
        sizes=(2, 3, 2),
        is_standardised=True,
        has_bias=False,
        weights=tuple(np.linspace(-1.0, 1.0, 12)),
        epochs=7,
    )
    assert_trains_alike([Experiment(network=task, method=Method.EXACT)], tmp_path)
    lines = (tmp_path / "experiment0-samples.csv").read_text().splitlines()
    assert lines[0] == "'=a,b,class"  # no formula for a spreadsheet
    assert lines[2] == "2.0,3.25,1"


# --- the text ------------------------------------------------------------------------------------


def test_a_script_reads_as_one_would_write_it() -> None:
    text = script_of(Experiment(formula="x0**2/20 + (x1 - 1)**2", method=Method.EXACT)).text
    assert "    return x0 * x0 / 20 + np.square(x1 - 1)\n" in text
    assert "    return np.array([0.1 * x0, 2 * (x1 - 1)])\n" in text
    assert "\nSTART = np.array([-3.0, 4.0])\nSTEPS = 100\n" in text
    assert '    ("SGD", SGD(), 0.1),\n' in text
    assert "import math" not in text
    assert max(map(len, text.splitlines())) <= 100


def test_the_book_s_difference_is_in_it() -> None:
    text = script_of(Experiment()).text
    assert f"g[i] = {QUOTIENTS[Method.CENTRAL]}\n" in text
    assert QUOTIENTS[Method.CENTRAL].replace("x[i] + H", "x") == (
        "(f_at(x) - f_at(x[i] - H)) / (2 * H)"
    )


def test_nothing_typed_breaks_out_of_its_place() -> None:
    evil = 'x0**2 + x1**2\n# """ \\ quit()'
    runs = (replace(runs_of("sgd:lr=0.1")[0], name='"""\n\\"quit()\u202e'),) * 2
    text = script_of(Experiment(formula=evil, runs=runs)).text
    made: dict[str, object] = {"__name__": "elsewhere"}
    exec(compile(text, "script", "exec"), made)
    names = [run[0] for run in made["RUNS"]]
    assert names == [runs[0].name, f"{runs[0].name} 2"]


def test_the_pictures_are_drawn_by_matplotlib(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    starts = {SMOOTH: (-3.0, 4.0), "x**2": (2.0,), "sum(x**2)": (1.0, 2.0, 3.0)}
    experiments = [
        Experiment(formula=formula, start=start, steps=5) for formula, start in starts.items()
    ]
    task = replace(task_of("xor"), epochs=3)
    experiments.append(Experiment(network=task, method=Method.EXACT))
    _, told = ends_of(experiments, tmp_path, matplotlib=True)
    assert "no matplotlib" not in told
