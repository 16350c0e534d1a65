"""The words of the command line: subcommands, options and their help."""

from __future__ import annotations

import argparse
import textwrap
from typing import TYPE_CHECKING, NoReturn

from gradviz import __version__
from gradviz.cli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    _Commands = argparse._SubParsersAction["_Parser"]  # noqa: SLF001 (it has no public name)

SCHEMES = "forward, backward, central, five-point or complex-step"
METHODS = "forward, backward, central, five-point, complex-step or exact"
NETWORKS = "simplenet, linear, logistic, xor, moons, circles, spiral, iris or digits"
RULES = "sgd, momentum, nesterov, adagrad, rmsprop or adam"

_EXAMPLES = """\
examples:
  gradviz
  gradviz run --formula "x0**2 + x1**2" --start -3,4 --run sgd:lr=0.1
  gradviz run --formula "x**2 + 20*y**2" --start -7,2 --run momentum --run adam:lr=0.3 --format csv
  gradviz run --run adam:lr=0.3,schedule=cosine,over=200,warmup=10,clip=norm:1 --steps 200
  gradviz render --formula "sin(x0) + sin(x1)" --start 1,2 --out picture.svg --theme dark
  gradviz explain "x0**2 / 20 + x1**2"
  gradviz run --network spiral --layers 2,16,16,3 --batch 32 --epochs 200 --run adam:lr=0.01
  gradviz check --network simplenet --h 1e-4
"""

_RUNS = """\
a run is an optimizer with its settings, and if wanted a schedule of its learning rate with its
own, and a clipping of its gradients:
  adam:lr=0.3,beta2=0.9,convention=pytorch
  sgd:lr=0.5,schedule=cosine,over=200,warmup=10,clip=norm:1

schedules, with the settings that hold when none are given:
  schedule=step,every=25,gamma=0.5    lr * gamma**(k // every) in step k
  schedule=exponential,gamma=0.98     lr * gamma**k
  schedule=cosine,over=100,floor=0    down a cosine to lr * floor
  schedule=inverse,rate=0.1           lr / (1 + rate*k)
  schedule=warmup,warmup=10           lr
In the first N steps of any with warmup=N the rate rises evenly; k counts from there.

from a step on another learning rate, as often as wanted:
  lr@40=0.01      in step 40 and after it, counted from 0; a schedule multiplies it

clippings:
  clip=norm:1     gradients longer than 1 are shortened to length 1
  clip=value:1    each part of a gradient is brought between -1 and 1
"""

_PICTURES = """
The surface needs OpenGL and so a display, or one in memory (xvfb-run gradviz render ...); all
leaves it out without. Slice and h curve are those of the first run.
"""

_SAMPLES = """\
The loss is that of the network's first mini-batch. JSON has the keys scores, loss, numeric,
backprop and largest_difference: scores sample by sample, gradients as --weights.
"""

_EXPERIMENT = (
    ("--formula", "TEXT", "the function, by default x0**2 + x1**2"),
    ("--start", "X0,X1,...", "the start point, by default -3,4"),
    ("--steps", "N", "updates of each run, by default 100"),
    ("--method", "NAME", f"way to the gradient: {METHODS}"),
    ("--h", "H", "step size of the differences, by default 1e-4"),
    ("--tolerance", "T", "stop where the norm of the gradient is below T"),
    ("--noise", "S", "standard deviation of noise on the gradient"),
    ("--seed", "N", "seed of the noise, by default 0"),
    ("--range", "X0MIN,X0MAX,X1MIN,X1MAX", "the part of the plane that is looked at"),
)
_TRAINING = (
    ("--network", "NAME", f"train a network instead: {NETWORKS}"),
    ("--layers", "N,N,...", "inputs, hidden units of each layer, outputs"),
    ("--activation", "NAME", "relu, sigmoid or tanh"),
    ("--loss", "NAME", "cross-entropy, book-cross-entropy or mean-squared-error"),
    ("--initialiser", "NAME", "how first weights are drawn: normal, xavier or he"),
    ("--batch", "N", "samples of a step, or all"),
    ("--epochs", "N", "passes over the samples"),
)
_CHECK = (
    ("--network", "NAME", f"{NETWORKS}; by default simplenet"),
    ("--weights", "W0,W1,...", "its weights, layer by layer and row by row, by default its first"),
    (
        "--method",
        "NAME",
        "forward, backward, central, five-point or complex-step, by default central",
    ),
    ("--h", "H", "step size of the differences, by default 1e-4"),
    ("--seed", "N", "seed of the samples and of the first weights, by default 0"),
)
_RENDER = (
    ("--step", "N", "the step that is shown, by default the last"),
    ("--direction", "NAME", "of a slice: a variable, by default the first, or gradient"),
)
VIEWS = ("contour", "surface", "slice", "h", "loss", "gradient-norm", "all")
COLOURS = ("theme", "viridis", "cividis", "magma", "grey")
_OTHERS = ("--set", "--run", "--format", "--out", "--view", "--size", "--theme", "--colours")
_OPTIONS = frozenset(
    (*(option for option, _, _ in (*_EXPERIMENT, *_TRAINING, *_RENDER, *_CHECK)), *_OTHERS)
)
"""The options that take a value."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help that does not break ``five-point`` in two."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(text, width, break_on_hyphens=False)


class _Parser(argparse.ArgumentParser):
    """argparse that raises its complaints instead of printing usage and leaving."""

    def error(self, message: str) -> NoReturn:
        words = " ".join(message.split())
        raise UsageError(f"{words} (see {self.prog} --help)")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line.

    Raises
    ------
    UsageError
        With one line that says what cannot be read.
    SystemExit
        After ``--help`` and ``--version``.
    """
    return _parser().parse_args(list(_joined(arguments)))


def _joined(arguments: Sequence[str]) -> Iterator[str]:
    """Write each option and its value as one word, because a value may begin with a minus."""
    if arguments[:1] == ["explain"] and not {"-h", "--help", "--"} & set(arguments):
        yield from ("explain", "--", *arguments[1:])
        return
    words = iter(arguments)
    for word in words:
        if word not in _OPTIONS:
            yield word
            continue
        value = next(words, None)
        if value is None or value.partition("=")[0] in _OPTIONS:
            raise UsageError(f"{word} needs a value")
        yield f"{word}={value}"


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="gradviz",
        description="A laboratory for gradient descent. Without a command it opens its window.",
        epilog=_EXAMPLES,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"gradviz {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_run(commands)
    _add_render(commands)
    _add_explain(commands)
    _add_check(commands)
    return parser


def _subparser(commands: _Commands, name: str, words: str, epilog: str | None = None) -> _Parser:
    return commands.add_parser(
        name,
        help=words,
        description=words,
        epilog=epilog,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )


def _add_run(commands: _Commands) -> None:
    words = "descend and print the result"
    run = _subparser(commands, "run", words, _RUNS)
    _add_experiment(run)
    network = run.add_argument_group(
        "network", "what is left out is as the network is offered; --method is exact by default"
    )
    for option, metavar, text in _TRAINING:
        network.add_argument(option, metavar=metavar, help=text)
    output = run.add_argument_group("output")
    output.add_argument(
        "--format",
        choices=("table", "csv", "json"),
        help="what to print; by default what the name of --out says, or else table",
    )
    output.add_argument("--out", metavar="FILE", help="write to a file; by default to the screen")


def _add_render(commands: _Commands) -> None:
    words = "descend and draw the result; needs no display, but for the surface"
    render = _subparser(commands, "render", words, _RUNS + _PICTURES)
    _add_experiment(render)
    output = render.add_argument_group("output")
    output.add_argument("--out", metavar="FILE", required=True, help="a .png or .svg file")
    output.add_argument("--view", choices=VIEWS, default="contour", help="what to draw")
    for option, metavar, text in _RENDER:
        output.add_argument(option, metavar=metavar, help=text)
    output.add_argument("--size", default="1200x800", help="in pixels, by default 1200x800")
    output.add_argument("--theme", choices=("light", "dark"), default="light")
    output.add_argument("--colours", choices=COLOURS, default="theme", help="of map and surface")
    output.add_argument(
        "--no-marks", action="store_true", help="do not mark stationary points and ghosts"
    )


def _add_explain(commands: _Commands) -> None:
    words = "print variables, parameters, and LaTeX of a formula and its gradient"
    explain = _subparser(commands, "explain", words)
    explain.add_argument("formula", metavar="FORMULA", help='for example "x0**2 + x1**2"')


def _add_check(commands: _Commands) -> None:
    words = "compare a network's gradient by backpropagation with one by differences"
    check = _subparser(commands, "check", words, _SAMPLES)
    for option, metavar, text in _CHECK:
        check.add_argument(option, metavar=metavar, help=text)
    check.add_argument("--format", choices=("table", "json"), default="table", help="what to print")


def _add_experiment(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("experiment")
    for option, metavar, words in _EXPERIMENT:
        group.add_argument(option, metavar=metavar, help=words)
    group.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="value of a named parameter; repeat for more",
    )
    group.add_argument(
        "--run",
        metavar="RULE[:NAME=VALUE,...]",
        action="append",
        default=[],
        help=f"{RULES}, with lr, convention=book or pytorch and so on, by default sgd:lr=0.1; "
        "with schedule= and clip= as below; repeat for more",
    )
