"""What a slice picture shows: slice and runs, and where they come to lie. Nothing is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradviz.plots.series import goes_on
from gradviz.plots.slice_dots import Dots
from gradviz.plots.slice_frame import Frame, frame_of

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

    from gradviz.core.slices import Slice
    from gradviz.document.results import Results
    from gradviz.document.slices import SliceStudy, Window
    from gradviz.plots.themes import RunStyle, Theme


class SliceState:
    """A slice, the runs on it, and what of it is wanted.

    Parameters
    ----------
    theme : Theme
        Colours.

    Attributes
    ----------
    window : Window or None
        What is shown; None for all. While the user moves about it is not what was sampled: that
        is shown stretched until the next slice comes.
    start : float or None
        Where the runs of one variable start, while that is moved.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.window: Window | None = None
        self.tangent = True
        self.secant = True
        self.cursor = 0
        self.selected = 0
        self.dimmed = False
        self.start: float | None = None
        self.start_held = False
        self._study: SliceStudy | None = None
        self._results: Results | None = None
        self._dots: Dots | None = None
        self._layout: tuple[tuple[object, ...], Frame] | None = None

    @property
    def study(self) -> SliceStudy | None:
        """What is drawn."""
        return self._study

    @study.setter
    def study(self, study: SliceStudy | None) -> None:
        self._study = study
        self._layout = None

    def forget_layout(self) -> None:
        """Measure everything again at the next painting."""
        self._layout = None

    @property
    def results(self) -> Results | None:
        """The runs that are drawn."""
        return self._results

    @results.setter
    def results(self, results: Results | None) -> None:
        if not goes_on(self._results, results):
            self._dots = None
        self._results = results

    def select(self, index: int) -> None:
        """Draw the steps of the run of this index."""
        if index != self.selected:
            self._dots = None
        self.selected = index

    @property
    def cut(self) -> Slice | None:
        """The curve, if there is one."""
        return self._study.slice if self._study is not None else None

    @property
    def coordinate(self) -> int | None:
        """Along which coordinate the slice runs; None against the gradient or without a slice."""
        return self._study.request.direction if self._study is not None else None

    @property
    def has_start(self) -> bool:
        """Whether the start can be shown on the curve: that of one variable can."""
        return self.fits and self.coordinate == 0 and len(self._variables) == 1

    @property
    def _variables(self) -> tuple[str, ...]:
        return self._study.variables if self._study is not None else ()

    @property
    def fits(self) -> bool:
        """Whether slice and runs have the same variables; just after an edit they may not."""
        return self._results is not None and self._results.formula.variables == self._variables

    @property
    def style(self) -> RunStyle:
        """Colour and symbol of the selected run."""
        if self._results is None:
            return self.theme.run(0)
        return self.theme.run(self._results.runs[self.run].run.style)

    @property
    def run(self) -> int:
        """The index of the selected run, while there is one less than before too."""
        last = len(self._results.runs) - 1 if self._results is not None else 0
        return min(max(self.selected, 0), last)

    def frame(self, size: QSizeF) -> Frame | None:
        """Return where everything is in a picture of `size`; None without a curve."""
        cut = self.cut
        if self._study is None or cut is None:
            return None
        key = (size.toTuple(), self.window)
        if self._layout is None or self._layout[0] != key:
            self._layout = (key, frame_of(self._study, cut, self.window, size))
        return self._layout[1]

    def dots_on(self, frame: Frame) -> Dots | None:
        """Return the dots of the selected run, grown as far as it has come."""
        study, results, coordinate = self._study, self._results, self.coordinate
        if study is None or results is None or coordinate is None or not self.fits:
            return None
        origin = study.request.origin
        if self._dots is None or not self._dots.fits(frame, origin, coordinate):
            self._dots = Dots(frame, origin, coordinate)
        self._dots.grow(results.runs[self.run])
        return self._dots

    def start_place(self, size: QSizeF) -> tuple[float, float] | None:
        """Return where the start is seen, in pixels; None if it is not."""
        frame = self.frame(size)
        return self.start_on(frame) if frame is not None else None

    def start_on(self, frame: Frame) -> tuple[float, float] | None:
        """Return where the start is seen in a frame; None if it is not."""
        study, results = self._study, self._results
        if study is None or results is None or not self.has_start:
            return None
        trajectory = results.runs[0].trajectory
        start, value = float(trajectory.x[0, 0]), float(trajectory.value[0])
        if self.start is not None:
            start, value = self.start, float(results.objective.function(self.start))
        place = frame.projection.place(start - study.request.origin, value - frame.base)
        return place if frame.projection.box.grown(1.0).has(*place) else None

    def step_at(self, size: QSizeF, at: tuple[float, float]) -> int | None:
        """Return the step whose dot is at a pixel, if there is one."""
        frame = self.frame(size)
        dots = self.dots_on(frame) if frame is not None else None
        return dots.step_at(*at) if dots is not None else None
