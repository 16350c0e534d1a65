"""From the options of ``gradviz render`` to what is to be drawn, and how."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gradviz.cli import values
from gradviz.cli.errors import UsageError
from gradviz.cli.options import VIEWS
from gradviz.document.display import ColourMap
from gradviz.document.evaluate import objective_of

if TYPE_CHECKING:
    import argparse

    from gradviz.document.experiment import Experiment

SUFFIXES: Final = (".png", ".svg")
WITH_SURFACE: Final = frozenset({"surface", "landscape-surface", "all"})
"""Views that need OpenGL, or show more with it."""
SIZE: Final = "1200x800"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What is drawn, and how.

    Attributes
    ----------
    out : Path
        Into which file.
    view : str
        One of the pictures, or all.
    size : tuple of int
        Width and height in pixels.
    theme : str
        The name of a theme.
    step : int or None
        Where the runs are seen; None for their last step.
    direction : int or None
        Along which coordinate a slice runs; None for against the gradient.
    colours : ColourMap
        Colours of map and surface.
    marks : bool
        Whether stationary points and ghosts are marked.
    """

    out: Path
    view: str = "contour"
    size: tuple[int, int] = (1200, 800)
    theme: str = "light"
    step: int | None = None
    direction: int | None = 0
    colours: ColourMap = ColourMap.THEME
    marks: bool = True


def read_out(options: argparse.Namespace) -> Path:
    """Return the file to write, whose name says its format."""
    out = Path(options.out)
    if out.suffix.lower() not in SUFFIXES:
        raise UsageError(f"--out: {options.out!r} does not end in .png or .svg")
    return out


def read_drawing(options: argparse.Namespace, out: Path, experiment: Experiment) -> Drawing:
    """Return what `options` ask for.

    Raises
    ------
    UsageError
        With one line that names the option.
    """
    view = read_view(options, VIEWS, "a function")
    if view == "surface" and experiment.dimension == 1:
        raise UsageError("--view: a function of one variable has no surface")
    return Drawing(
        out=out,
        view=view,
        size=values.size("--size", options.size or SIZE),
        theme=options.theme,
        step=_step(options, experiment),
        direction=_direction(options, experiment),
        colours=ColourMap(options.colours),
        marks=not options.no_marks,
    )


def read_view(options: argparse.Namespace, views: tuple[str, ...], of: str) -> str:
    """Return the picture that is wanted, one of `views`, by default the first."""
    view: str = options.view or views[0]
    if view not in views:
        raise UsageError(f"--view: {of} has no picture {view!r}, but {', '.join(views)}")
    return view


def count_up_to(option: str, text: str, last: int, what: str) -> int:
    """Return the number that `text` says, if it is between 0 and `last`, which is the last one."""
    count = values.integer(option, text)
    if not 0 <= count <= last:
        raise UsageError(f"{option}: {count} is not between 0 and {last}, the last {what}")
    return count


def _step(options: argparse.Namespace, experiment: Experiment) -> int | None:
    if options.step is None:
        return None
    return count_up_to("--step", options.step, experiment.steps, "step")


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
