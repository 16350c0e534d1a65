"""What a file holds: the experiment, how it is shown, and what was written beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from gradviz.document import validation as check
from gradviz.document.display import FUNCTION_VIEWS, NETWORK_VIEWS, Display, View
from gradviz.document.experiment import MAX_NUMBERS, Experiment

MAX_NOTE: Final = 1_000_000
"""Characters of a note."""
MAX_TYPED: Final = 1_000_000
"""Characters of a text that is no formula yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything that is saved, undone and recovered.

    What does not go together is brought together: the selected run is one there is, the view one
    of this kind of experiment, and the other experiment one of the other kind, or none.

    Attributes
    ----------
    experiment : Experiment
        What is shown.
    other : Experiment or None
        The function that was left beside a network, or the network beside a function.
    typed : str or None
        What is typed in place of the formula and is none yet; None while the formula is good.
    display : Display
        How the experiment is drawn.
    view : View
        The picture in the middle.
    step : int or None
        Where the cursor is; None for the end.
    selected : int
        The index of the selected run.
    note : str
        What the user wrote about it, Markdown.

    Raises
    ------
    ExperimentError
        When a value cannot be: the error names the field.
    """

    experiment: Experiment = field(default_factory=Experiment)
    other: Experiment | None = None
    typed: str | None = None
    display: Display = field(default_factory=Display)
    view: View = View.CONTOUR
    step: int | None = None
    selected: int = 0
    note: str = ""

    def __post_init__(self) -> None:
        check.instance("experiment", self.experiment, Experiment, "an experiment")
        if self.other is not None:
            check.instance("other", self.other, Experiment, "an experiment")
        check.instance("display", self.display, Display, "a display")
        check.instance("view", self.view, View, "a view")
        check.text("note", self.note, MAX_NOTE)
        if self.typed is not None:
            check.text("typed", self.typed, MAX_TYPED)
        if self.step is not None:
            object.__setattr__(self, "step", check.integer("step", self.step, 0, MAX_NUMBERS))
        selected = check.integer("selected", self.selected, 0, MAX_NUMBERS)
        object.__setattr__(self, "selected", min(selected, len(self.experiment.runs) - 1))
        self._bring_together()

    def _bring_together(self) -> None:
        has_network = self.experiment.network is not None
        if self.other is not None and (self.other.network is not None) == has_network:
            object.__setattr__(self, "other", None)
        views = NETWORK_VIEWS if has_network else FUNCTION_VIEWS
        if self.view not in views:
            object.__setattr__(self, "view", views[0])

    @property
    def content(self) -> tuple[object, ...]:
        """What is worth saving: everything but where one looks."""
        return self.experiment, self.other, self.typed, self.display, self.note
