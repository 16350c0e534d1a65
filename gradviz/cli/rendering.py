"""From the options of ``gradviz render`` to what is to be drawn of a function, and how."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from gradviz.cli import values
from gradviz.cli.errors import UsageError
from gradviz.cli.options import VIEWS
from gradviz.cli.paper import read_cut, read_sheet
from gradviz.document.display import ColourMap, Display, View
from gradviz.document.evaluate import objective_of

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from gradviz.document.document import Document
    from gradviz.document.experiment import Experiment
    from gradviz.export.movies import Cut
    from gradviz.export.sheet import Sheet

WITH_SURFACE: Final = frozenset({"surface", "landscape-surface", "all"})
"""Views that need OpenGL, or show more with it."""
SIZE: Final = "1200x800"
ALL: Final = "all"
SEEN: Final = {
    View.SURFACE: "surface",
    View.SLICE: "slice",
    View.ERROR_CURVE: "h",
    View.ANSWERS: "answers",
    View.LAYERS: "layers",
    View.BACKPROPAGATION: "backprop",
    View.CHECK: "check",
    View.LANDSCAPE: "landscape",
    View.EPOCHS: "loss",
}
"""The picture of a file that is shown when none is asked for; the first one for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What is drawn, and how.

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
    step : int or None
        Where the runs are seen; None for their last step.
    selected : int
        The run that is drawn above the others.
    direction : int or None
        Along which coordinate a slice runs; None for against the gradient.
    display : Display
        How things are drawn.
    marks : bool
        Whether stationary points and ghosts are marked.
    cut : Cut or None
        The frames of a movie; None for a picture that stands still.
    """

    out: Path
    views: tuple[str, ...]
    sheet: Sheet
    theme: str
    step: int | None = None
    selected: int = 0
    direction: int | None = 0
    display: Display
    marks: bool = True
    cut: Cut | None = None


def read_drawing(options: argparse.Namespace, out: Path, document: Document) -> Drawing:
    """Return what `options` ask for.

    Raises
    ------
    UsageError
        With one line that names the option.
    """
    experiment = document.experiment
    views = read_views(options, VIEWS, "a function", document)
    if "surface" in views and experiment.dimension == 1:
        raise UsageError("--view: a function of one variable has no surface")
    return Drawing(
        out=out,
        views=views,
        sheet=read_sheet(options, SIZE),
        theme=options.theme,
        step=_step(options, document),
        selected=document.selected,
        direction=_direction(options, experiment),
        display=read_display(options, document),
        marks=not options.no_marks,
        cut=read_cut(options, out, experiment.steps),
    )


def read_display(options: argparse.Namespace, document: Document) -> Display:
    """Return how things are drawn: as in the file, but for the colours asked for."""
    if options.colours is None:
        return document.display
    return replace(document.display, colour_map=ColourMap(options.colours))


def read_views(
    options: argparse.Namespace, views: tuple[str, ...], of: str, document: Document
) -> tuple[str, ...]:
    """Return the pictures that are wanted, some of `views`.

    By default the one that a file shows, or the first.
    """
    if options.view is None:
        seen = SEEN.get(document.view, views[0]) if options.file is not None else views[0]
        return (seen if seen in views else views[0],)
    found = tuple(dict.fromkeys(part.strip() for part in options.view.split(",")))
    for view in found:
        if view not in views:
            raise UsageError(f"--view: {of} has no picture {view!r}, but {', '.join(views)}")
    return (ALL,) if ALL in found else found


def count_up_to(option: str, text: str, last: int, what: str) -> int:
    """Return the number that `text` says, if it is between 0 and `last`, which is the last one."""
    count = values.integer(option, text)
    if not 0 <= count <= last:
        raise UsageError(f"{option}: {count} is not between 0 and {last}, the last {what}")
    return count


def _step(options: argparse.Namespace, document: Document) -> int | None:
    if options.step is None:
        return document.step
    return count_up_to("--step", options.step, document.experiment.steps, "step")


def _direction(options: argparse.Namespace, experiment: Experiment) -> int | None:
    if options.direction is None:
        return 0
    if options.direction == "gradient":
        return None
    names = objective_of(
        experiment.formula, experiment.dimension, experiment.parameters
    ).formula.variables
    if options.direction not in names:
        raise UsageError(
            f"--direction: {options.direction!r} is neither gradient nor {' nor '.join(names)}"
        )
    return names.index(options.direction)
