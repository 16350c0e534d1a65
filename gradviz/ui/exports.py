"""What the window can export: pictures and tables of a function or of a network."""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from gradviz.document.results import Results, Training
from gradviz.export import tables
from gradviz.export.pictures import SIZE, PictureError
from gradviz.ui.exported import all_pictures, view_of
from gradviz.ui.mnemonics import without_mnemonic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gradviz.document.results import RunResult
    from gradviz.plots.picture import Picture
    from gradviz.ui.exported import PictureView
    from gradviz.ui.main_window import MainWindow

    Choice = tuple[str, "What"]


class What(StrEnum):
    """What can be exported."""

    PICTURE = "picture"
    """The one in the middle; there is none while the table is there."""
    LOSS = "loss"
    NORM = "gradient-norm"
    ACCURACY = "accuracy"
    ALL = "all"
    STEPS = "steps"
    TRAJECTORIES = "trajectories"
    EPOCHS = "epochs"


TABLES: Final = frozenset({What.STEPS, What.TRAJECTORIES, What.EPOCHS})


class Exports:
    """What there is of any kind of problem.

    Parameters
    ----------
    window : MainWindow
        Whose views and results are exported.
    """

    all_size = SIZE
    """Width and height of a figure of all views."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.session = window.session

    def choices(self) -> tuple[Choice, ...]:
        """Return what can be exported with its name, the picture that is shown first."""
        steps = (_tr("The steps of {0} as a table").format(self._run_name()), What.STEPS)
        curves = (*self.curves(), (_tr("All views in one figure"), What.ALL))
        window = self.window
        shown = window.picture.shown
        if view_of(window, shown) is None:
            return (steps, *curves, self.table())
        name = without_mnemonic(window.actions_.views[shown].text())
        picture = (_tr("{0}, the picture that is shown").format(name), What.PICTURE)
        return (picture, *curves, steps, self.table())

    def curves(self) -> tuple[Choice, ...]:
        """Return the curves on the right."""
        loss = (_tr("The loss curves"), What.LOSS)
        return (loss, (_tr("The gradient norm curves"), What.NORM))

    def table(self) -> Choice:
        """Return the table of all runs."""
        return (_tr("The trajectories of all runs as a table"), What.TRAJECTORIES)

    def view(self, what: What) -> PictureView:
        """Return the widget whose picture it is."""
        window = self.window
        views: dict[What, Any] = {What.LOSS: window.loss.view, What.NORM: window.norm.view}
        return views.get(what) or view_of(window, window.picture.shown) or window.picture.view

    def text(self, what: What) -> Iterator[str]:
        """Return a table as CSV.

        Raises
        ------
        PictureError
            When there are no results yet.
        """
        results = self.session.results
        if not isinstance(results, Results):
            raise nothing_yet()
        if what is What.TRAJECTORIES:
            return tables.csv_parts(results)
        return tables.steps_parts(results.runs[self._index(results)], results.variables)

    @contextmanager
    def pictures(self) -> Iterator[list[Picture]]:
        """Give all pictures there can be, while the block lasts.

        Raises
        ------
        PictureError
            When there are no results yet.
        """
        with all_pictures(self.window) as found:
            if not found:
                raise nothing_yet()
            yield found

    def _index(self, results: Results | Training) -> int:
        return min(self.session.selected_run, len(results.runs) - 1)

    def _run_name(self) -> str:
        result = self._selected()
        return result.run.label if result is not None else _tr("a run")

    def _selected(self) -> RunResult | None:
        results = self.session.results
        return None if results is None else results.runs[self._index(results)]


class NetworkExports(Exports):
    """What there is of a network."""

    all_size = (2400, 1200)

    def curves(self) -> tuple[Choice, ...]:
        """Return loss and accuracy; numbers to meet have the gradient norm in its place."""
        if not self._has_classes:
            return super().curves()
        loss = (_tr("The loss curves"), What.LOSS)
        return (loss, (_tr("The accuracy curves"), What.ACCURACY))

    def table(self) -> Choice:
        """Return the table of all epochs."""
        return (_tr("The epochs of all runs as a table"), What.EPOCHS)

    def view(self, what: What) -> PictureView:
        """Return the widget whose picture it is."""
        if what is What.ACCURACY:
            return self.window.network_side.accuracy.view
        return super().view(what)

    def text(self, what: What) -> Iterator[str]:
        """Return a table as CSV."""
        from gradviz.export import training  # noqa: PLC0415 - of networks alone

        results = self._training()
        if what is What.EPOCHS:
            return training.csv_parts(results)
        return training.steps_parts(results, self._index(results))

    @contextmanager
    def pictures(self) -> Iterator[list[Picture]]:
        """Give all pictures there can be, while the block lasts."""
        from gradviz.ui.exported_network import all_network_pictures  # noqa: PLC0415 - as above

        with all_network_pictures(self.window, self._training(), self.all_size) as found:
            yield found

    @property
    def _has_classes(self) -> bool:
        results = self.session.results
        return isinstance(results, Training) and bool(results.train.classes)

    def _training(self) -> Training:
        results = self.session.results
        if not isinstance(results, Training):
            raise nothing_yet()
        return results


def exports_of(window: MainWindow) -> Exports:
    """Return what `window` can export now."""
    is_network = window.session.experiment.network is not None
    return NetworkExports(window) if is_network else Exports(window)


def nothing_yet() -> PictureError:
    """Return the complaint that there are no results."""
    return PictureError(_tr("There is nothing to export yet."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportDialog", text)
