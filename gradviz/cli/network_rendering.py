"""From the options of ``gradviz render --network`` to what is to be drawn, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gradviz.cli import values
from gradviz.cli.errors import UsageError
from gradviz.cli.options import NETWORK_VIEWS
from gradviz.cli.paper import read_cut, read_sheet
from gradviz.cli.rendering import ALL, SIZE, count_up_to, read_display, read_views
from gradviz.core.network.planes import PlaneKind
from gradviz.document.answers import Samples
from gradviz.document.layers_look import Form, LayersLook, Shown
from gradviz.document.looks import Looks

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from gradviz.core.network.data import Data
    from gradviz.document.display import Display
    from gradviz.document.document import Document
    from gradviz.document.network_task import NetworkTask
    from gradviz.export.movies import Cut
    from gradviz.export.sheet import Sheet

ALL_SIZE: Final = "2400x1200"
"""Room for nine pictures in one figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkDrawing:
    """What is drawn of a network, and how.

    Attributes
    ----------
    out : Path
        Into which file.
    views : tuple of str
        Pictures, or all.
    sheet : Sheet
        Size and ground.
    theme : str
        The name of a theme.
    step : int
        Where the runs are seen; those that ended before it at their end.
    selected : int
        The run of which most pictures are.
    display : Display
        How things are drawn.
    looks : Looks
        What single views show.
    cut : Cut or None
        The frames of a movie; None for a picture that stands still.
    """

    out: Path
    views: tuple[str, ...]
    sheet: Sheet
    theme: str
    step: int
    selected: int
    display: Display
    looks: Looks
    cut: Cut | None


def read_network_drawing(
    options: argparse.Namespace, out: Path, document: Document
) -> NetworkDrawing:
    """Return what `options` ask for of an experiment with a network that can be trained.

    Raises
    ------
    UsageError
        With one line that names the option.
    """
    task, seed = document.experiment.network, document.experiment.seed
    assert task is not None  # noqa: S101 - the caller says so
    train, test = task.samples(seed)
    views = read_views(options, NETWORK_VIEWS, "a network", document)
    for view in ("answers", "accuracy"):
        if view in views and not train.classes:
            raise UsageError(f"--view: numbers to meet have no {view}; see data and loss")
    steps_per_epoch = task.batches(train, seed).steps_per_epoch
    return NetworkDrawing(
        out=out,
        views=views,
        sheet=read_sheet(options, ALL_SIZE if ALL in views else SIZE),
        theme=options.theme,
        step=_step(options, document, task, steps_per_epoch),
        selected=document.selected,
        display=read_display(options, document),
        looks=_looks(options, task, train, test),
        cut=read_cut(options, out, task.epochs * steps_per_epoch),
    )


def _step(
    options: argparse.Namespace, document: Document, task: NetworkTask, steps_per_epoch: int
) -> int:
    last = task.epochs * steps_per_epoch
    if options.epoch is None and options.step is None:
        return last if document.step is None else min(document.step, last)
    if options.epoch is None:
        return count_up_to("--step", options.step, last, "step")
    if options.step is not None:
        raise UsageError("--epoch: --step says already what is shown")
    return count_up_to("--epoch", options.epoch, task.epochs, "epoch") * steps_per_epoch


def _looks(options: argparse.Namespace, task: NetworkTask, train: Data, test: Data) -> Looks:
    if options.samples == "test" and not test.count:
        raise UsageError("--samples: none are kept back to test with; see --test-share")
    is_test = options.samples == "test"
    stages = 3 * len(task.sizes)
    return Looks(
        answered=Samples(options.samples or "test"),
        is_test=is_test,
        sample=_number("--sample", options.sample, (test if is_test else train).count) or 0,
        stage=_number("--stage", options.stage, stages),
        layers=LayersLook(Shown(options.what or "weights"), Form(options.how or "matrix")),
        plane=PlaneKind(options.directions or "main"),
    )


def _number(option: str, text: str | None, count: int) -> int | None:
    """Return the index of the one of `count` that `text` numbers from 1."""
    if text is None:
        return None
    number = values.integer(option, text)
    if not 1 <= number <= count:
        raise UsageError(f"{option}: {number} is not between 1 and {count}")
    return number - 1
