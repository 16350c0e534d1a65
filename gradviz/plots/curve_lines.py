"""Which lines a curve has: one of each run, and two of the epochs of a training."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from gradviz.plots.run_series import Grain
from gradviz.plots.themes import RunStyle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gradviz.document.results import RunResult
    from gradviz.plots.epoch_series import EpochSeries
    from gradviz.plots.run_series import RunSeries
    from gradviz.plots.series import Series
    from gradviz.plots.themes import Theme

LINE_WIDTH: Final = 1.7
THIN: Final = 1.0
"""Width of the lines that stand behind those of the selected run's epochs."""
_BEHIND: Final = 0.6
"""How strong the lines of other runs are."""
_DASH: Final = (5.0, 2.2)
_TEST_INK: Final = 3
"""The colour of which run the line of the samples to test with has."""
_TRAIN, _TEST, _BATCH, _OTHER = range(4)


@dataclass(frozen=True, slots=True)
class Shown:
    """A line: whose it is, and what is drawn.

    Attributes
    ----------
    index : int
        Number of the run.
    result : RunResult
        The run.
    style : RunStyle
        How it is drawn.
    series : Series or EpochSeries
        What is drawn.
    name : str
        What a legend calls it.
    width : float
        Of the line, in pixels.
    strength : float
        How strong its ink is, 0 to 1.
    rank : int
        Lower ones come first in a legend.
    """

    index: int
    result: RunResult
    style: RunStyle
    series: Series | EpochSeries
    name: str
    width: float = LINE_WIDTH
    strength: float = 1.0
    rank: int = _OTHER

    @property
    def has_dots(self) -> bool:
        """Whether its points are marked: those of the selected run's epochs are."""
        return self.rank < _BATCH


def lines_of_steps(
    index: int, result: RunResult, name: str, series: RunSeries, theme: Theme
) -> list[Shown]:
    """Return the line of a run that has no epochs, or of what is not measured at their ends."""
    if series.steps is None:
        return []
    return [Shown(index, result, theme.run(result.run.style), series.steps, name)]


def lines_of_training(
    index: int,
    result: RunResult,
    name: str,
    series: RunSeries,
    grain: Grain,
    theme: Theme,
    *,
    selected: bool,
) -> list[Shown]:
    """Return the lines of a run of a training, those of its epochs last."""
    style = theme.run(result.run.style)
    lines = []
    if grain is Grain.STEPS and series.steps is not None:
        drawn = (_tr("batch"), THIN, 1.0, _BATCH) if selected else (name, THIN, _BEHIND)
        lines.append(Shown(index, result, style, series.steps, *drawn))
    elif not selected and series.train is not None:
        lines.append(Shown(index, result, style, series.train, name, THIN, _BEHIND))
    if selected:
        lines += _epochs(index, result, series, theme)
    return lines


def _epochs(index: int, result: RunResult, series: RunSeries, theme: Theme) -> Iterator[Shown]:
    if series.train is not None:
        ink = RunStyle(theme.text, "o", ())
        yield Shown(index, result, ink, series.train, _tr("train"), rank=_TRAIN)
    if series.test is not None:
        ink = RunStyle(theme.run(_TEST_INK).colour, "s", _DASH)
        yield Shown(index, result, ink, series.test, _tr("test"), rank=_TEST)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CurveView", text)
