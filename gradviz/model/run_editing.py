"""The runs of a session: added, copied, removed, moved, changed; one of them is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gradviz.core.optimizers import OPTIMIZERS
from gradviz.document import edits
from gradviz.document.experiment import Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.experiment import Experiment


class RunEditing(QObject):
    """What a session does to its runs; a session says what its experiment is and changes it."""

    selectionChanged = Signal(int)  # noqa: N815  (Qt's spelling)
    """The index of the selected run."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._selected = 0

    @property
    def experiment(self) -> Experiment:
        """The experiment whose runs these are."""
        raise NotImplementedError

    def change(
        self, make: Callable[..., Experiment], *given: object, immediate: bool = True
    ) -> bool:
        """Change the experiment to ``make(experiment, *given)``; return whether it could be."""
        raise NotImplementedError

    @property
    def selected_run(self) -> int:
        """The index of the selected run."""
        return self._selected

    def add_run(self, run: Run | None = None) -> None:
        """Add a run, by default of an optimizer not used yet, and select it."""
        if self.change(edits.add_run, run or self._next_run()):
            self.select_run(len(self.experiment.runs) - 1)

    def duplicate_run(self, index: int) -> None:
        """Add a copy of a run after it and select the copy."""
        if self.change(edits.duplicate_run, index):
            self.select_run(index + 1)

    def remove_run(self, index: int) -> None:
        """Remove a run, unless it is the only one; another one that was selected stays so."""
        selected = self._selected - (self._selected > index)
        self.change(edits.remove_run, index)
        self.select_run(selected)

    def move_run(self, index: int, to: int) -> None:
        """Move a run to another place in the list; the selected one stays selected."""
        places = list(range(len(self.experiment.runs)))
        places.insert(to, places.pop(index))
        selected = places.index(self._selected)
        self.change(edits.move_run, index, to)
        self.select_run(selected)

    def change_run(self, index: int, run: Run, *, immediate: bool = False) -> bool:
        """Put `run` in place of one."""
        return self.change(edits.replace_run, index, run, immediate=immediate)

    @Slot(int)
    def select_run(self, index: int) -> None:
        """Select a run, the nearest there is."""
        index = max(0, min(index, len(self.experiment.runs) - 1))
        if index != self._selected:
            self._selected = index
            self.selectionChanged.emit(index)

    def _next_run(self) -> Run:
        used = {run.optimizer.key for run in self.experiment.runs}
        unused = [optimizer for key, optimizer in OPTIMIZERS.items() if key not in used]
        return Run(optimizer=unused[0]() if unused else self.experiment.runs[-1].optimizer)
