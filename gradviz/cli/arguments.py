"""The words of the command line: subcommands, options and their help."""

from __future__ import annotations

import argparse
import textwrap
from typing import TYPE_CHECKING, NoReturn

from gradviz import __version__
from gradviz.cli import options
from gradviz.cli.errors import UsageError
from gradviz.cli.typos import check_command, one_of, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    _Commands = argparse._SubParsersAction["_Parser"]  # noqa: SLF001 (it has no public name)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help that does not break ``five-point`` in two."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(text, width, break_on_hyphens=False)


class _Parser(argparse.ArgumentParser):
    """argparse that raises its complaints instead of printing usage and leaving."""

    def error(self, message: str) -> NoReturn:
        words = " ".join(message.split()).removeprefix("argument ")
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
    parser = _parser()
    for word in arguments[:1]:
        check_command(word)
    found, unknown = parser.parse_known_args(list(_joined(arguments)))
    if unknown:
        refuse(unknown[0], found.command)
    return found


def _joined(arguments: Sequence[str]) -> Iterator[str]:
    """Write each option and its value as one word, because a value may begin with a minus."""
    if arguments[:1] == ["explain"] and not {"-h", "--help", "--"} & set(arguments):
        yield from ("explain", "--", *arguments[1:])
        return
    words = iter(arguments)
    for word in words:
        if word not in options.WITH_VALUE:
            yield word
            continue
        value = next(words, None)
        if value is None or value.partition("=")[0] in options.WITH_VALUE:
            raise UsageError(f"{word} needs a value")
        yield f"{word}={value}"


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="gradviz",
        description="A laboratory for gradient descent. Without a command it opens its window.",
        epilog=options.EXAMPLES,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"gradviz {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_run(commands)
    _add_render(commands)
    _add_export(commands)
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
    run = _subparser(commands, "run", words, options.RUNS)
    _add_file(run)
    _add_experiment(run)
    _add_network(run, f"train a network instead: {options.NETWORKS}, or own")
    output = run.add_argument_group("output")
    output.add_argument(
        "--format",
        **one_of("table", "csv", "json"),
        help="what to print; by default what the name of --out says, or else table",
    )
    output.add_argument("--out", metavar="FILE", help="write to a file; by default to the screen")


def _add_render(commands: _Commands) -> None:
    words = "descend and draw the result; needs no display, but for the surface"
    render = _subparser(commands, "render", words, options.RUNS + options.PICTURES)
    _add_file(render)
    _add_experiment(render)
    _add_network(render, f"train a network and draw that: {options.NETWORKS}, or own")
    _add_output(render)
    _add_paper(render)
    _add_network_pictures(render)


def _add_export(commands: _Commands) -> None:
    words = "write an experiment as a Python script, or what comes of it as a table"
    export = _subparser(commands, "export", words, options.RUNS + options.TABLES)
    _add_file(export)
    _add_experiment(export)
    _add_network(export, f"a network instead: {options.NETWORKS}, or own")
    output = export.add_argument_group("output")
    output.add_argument(
        "--out", metavar="FILE", required=True, help="a .py, .csv, .npz or .json file"
    )
    _add(output, options.EXPORT)


def _add_file(parser: _Parser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help="an experiment file (.gradviz); options change what is in it",
    )


def _add_output(render: _Parser) -> None:
    output = render.add_argument_group("output")
    output.add_argument(
        "--out", metavar="FILE", required=True, help="a .png, .svg, .pdf, .gif or .webp file"
    )
    _add(output, options.RENDER)
    output.add_argument("--theme", **one_of("light", "dark"), default="light")
    output.add_argument(
        "--colours", **one_of(*options.COLOURS), help="of map and surface, by default theme"
    )
    output.add_argument(
        "--no-marks", action="store_true", help="do not mark stationary points and ghosts"
    )


def _add_paper(render: _Parser) -> None:
    paper = render.add_argument_group("size and ground")
    _add(paper, options.PAPER)
    paper.add_argument("--transparent", action="store_true", help="leave out the ground")
    paper.add_argument("--no-title", action="store_true", help="leave out the headings")
    moving = render.add_argument_group("moving pictures (.gif and .webp)")
    for option, name, metavar, words in options.MOVING:
        moving.add_argument(option, dest=name, metavar=metavar, help=words)


def _add_network_pictures(render: _Parser) -> None:
    pictures = render.add_argument_group("pictures of a network")
    _add(pictures, options.RENDER_NETWORK)
    pictures.add_argument(
        "--samples",
        **one_of("train", "test"),
        help="of answers and backprop; by default test for the one, train for the other",
    )
    pictures.add_argument(
        "--what", **one_of("weights", "gradients", "activations"), help="of layers"
    )
    pictures.add_argument("--how", **one_of("matrix", "histogram", "images"), help="of layers")
    pictures.add_argument(
        "--directions",
        **one_of("main", "random"),
        help="of a landscape: the run's main directions, as by default, or random ones",
    )


def _add_explain(commands: _Commands) -> None:
    words = "print variables, parameters, and LaTeX of a formula and its gradient"
    explain = _subparser(commands, "explain", words)
    explain.add_argument("formula", metavar="FORMULA", help='for example "x0**2 + x1**2"')


def _add_check(commands: _Commands) -> None:
    words = "compare a network's gradient by backpropagation with one by differences"
    check = _subparser(commands, "check", words, options.SAMPLES_TOLD)
    _add(check, options.CHECK)
    check.add_argument("--format", **one_of("table", "json"), default="table", help="what to print")
    _add_network(check, f"{options.NETWORKS}, or own; by default simplenet", trains=False)


def _add_experiment(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("experiment")
    _add(group, options.EXPERIMENT)
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
        help=f"{options.RULES}, with lr, convention=book or pytorch and so on, by default "
        "sgd:lr=0.1; with schedule= and clip= as below; repeat for more",
    )


def _add_network(parser: argparse.ArgumentParser, words: str, *, trains: bool = True) -> None:
    """Add the options of a network and its samples; `words` are the help of its name."""
    told = "; --method is exact by default" if trains else ""
    group = parser.add_argument_group(
        "network", f"what is left out is as the network is offered{told}"
    )
    group.add_argument("--network", metavar="NAME", help=words)
    _add(group, options.NETWORK)
    if trains:
        _add(group, (options.EPOCHS,))
    _add(group, options.SAMPLES)
    group.add_argument(
        "--standardise",
        action=argparse.BooleanOptionalAction,
        help="whether inputs are brought to mean 0 and deviation 1",
    )


def _add(
    group: argparse.ArgumentParser | argparse._ArgumentGroup,
    table: Iterable[tuple[str, str, str]],
) -> None:
    for option, metavar, words in table:
        group.add_argument(option, metavar=metavar, help=words)
