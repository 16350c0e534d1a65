"""What the window can export at this moment: pictures, their films, tables, a script."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QCoreApplication, QSizeF

from gradviz.document.results import Results, Training
from gradviz.document.run_names import run_names
from gradviz.export.datasets import OF_FUNCTIONS, OF_NETWORKS, TableKind, TableSource
from gradviz.export.encoders import PictureError
from gradviz.export.figure import panel_boxes
from gradviz.export.film import function_takes, network_takes
from gradviz.export.network_pictures import making_pictures
from gradviz.export.network_subject import NetworkDrawn, drawable
from gradviz.export.sheet import SIZE
from gradviz.export.subject import Drawn
from gradviz.ui import exported, exported_network
from gradviz.ui.export_job import beside
from gradviz.ui.mnemonics import without_mnemonic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gradviz.document.display import View
    from gradviz.document.results import Outcome
    from gradviz.export.film import Take
    from gradviz.export.making import Making
    from gradviz.export.network_subject import NetworkSubject
    from gradviz.export.subject import Subject
    from gradviz.plots.picture import Picture
    from gradviz.ui.export_job import Slices
    from gradviz.ui.main_window import MainWindow

Key: TypeAlias = Drawn | NetworkDrawn
Place: TypeAlias = tuple[NetworkDrawn, int]
"""A picture, and ten times its width to its height."""


class Exports(ABC):
    """What there is, as it is when this is made; pictures are made when they are asked for.

    Parameters
    ----------
    window : MainWindow
        Whose views and results are exported.

    Attributes
    ----------
    keys : tuple
        The pictures there are.
    shown : Drawn or NetworkDrawn or None
        The one in the middle; None if that is a table.
    all_size : tuple of int
        Width and height of a figure of several of them.
    """

    keys: tuple[Key, ...]
    shown: Key | None
    all_size: tuple[int, int] = SIZE

    def __init__(self, window: MainWindow, outcome: Outcome) -> None:
        self.window = window
        self.outcome = outcome
        self.selected = min(window.session.selected_run, len(outcome.runs) - 1)
        self.last = max(run.trajectory.steps for run in outcome.runs)

    @abstractmethod
    def making(self, keys: Sequence[Key], size: tuple[int, int]) -> Slices:
        """Make pictures for one figure of `size`; those made before are not made again."""

    @abstractmethod
    def pictures(self, keys: Sequence[Key], size: tuple[int, int]) -> dict[Key, Picture]:
        """Return pictures that were made for one figure of `size`."""

    def figure(self, keys: Sequence[Key], size: tuple[int, int]) -> dict[Key, Picture]:
        """Return the pictures of a figure; of several, those that hold more than a sentence."""
        made = self.pictures(keys, size)
        told = {key: picture for key, picture in made.items() if not picture.problem()}
        return told or made

    @abstractmethod
    def takes(self, made: dict[Key, Picture], size: tuple[int, int]) -> list[Take]:
        """Return what gives each of the pictures at any step."""

    @abstractmethod
    def tables(self) -> tuple[tuple[str, TableKind], ...]:
        """Return the tables there are, with their names."""

    @abstractmethod
    def close(self) -> None:
        """Give back what surfaces were drawn with."""

    def name(self, key: Key) -> str:
        """Return what a picture is called."""
        view = _VIEWS.get(key)
        if view is not None:
            return without_mnemonic(self.window.actions_.views[view].text())
        names: dict[Key, str] = {
            Drawn.LOSS: _tr("Loss"),
            Drawn.NORM: _tr("Gradient norm"),
            NetworkDrawn.ACCURACY: _tr("Accuracy"),
            NetworkDrawn.SURFACE: _tr("Landscape as a surface"),
        }
        return names[key]

    def size(self, keys: Sequence[Key]) -> tuple[int, int]:
        """Return the size of a figure of some pictures; of one, as on the screen if it is seen."""
        if len(keys) != 1:
            return self.all_size
        view = self._view(keys[0])
        return SIZE if view is None else (view.width(), view.height())

    def source(self, steps: Sequence[int] = ()) -> TableSource:
        """Return what tables are made of; weights are told at `steps`."""
        scene = self.window.session.scene if isinstance(self.outcome, Results) else None
        return TableSource(
            outcome=self.outcome, selected=self.selected, scene=scene, steps=tuple(steps)
        )

    @property
    def run_name(self) -> str:
        """What the selected run is called."""
        return run_names(r.run for r in self.outcome.runs)[self.selected]

    def _view(self, key: Key) -> exported.PictureView | None:
        window = self.window
        if key == self.shown:
            return exported.view_of(window, window.picture.shown)
        if key in {Drawn.LOSS, NetworkDrawn.LOSS}:
            return window.loss.view
        if key in {Drawn.NORM, NetworkDrawn.NORM}:
            return window.norm.view
        return None


class FunctionExports(Exports):
    """What there is of a function."""

    def __init__(self, window: MainWindow, subject: Subject) -> None:
        super().__init__(window, subject.results)
        self._subject = subject
        self._made: dict[Drawn, Picture] = {}
        is_plane = subject.results.dimension > 1
        self.keys = tuple(what for what in Drawn if is_plane or what is not Drawn.SURFACE)
        self.shown = exported.DRAWN.get(window.picture.shown)

    def making(self, keys: Sequence[Key], size: tuple[int, int]) -> Slices:
        """Make pictures, one in each slice."""
        del size
        for number, key in enumerate(map(Drawn, keys)):
            if key not in self._made:
                self._made[key] = exported.picture_from(self.window, self._subject, key)
            yield (number + 1) / len(keys)

    def pictures(self, keys: Sequence[Key], size: tuple[int, int]) -> dict[Key, Picture]:
        """Return pictures by what they are."""
        del size
        return {key: self._made[Drawn(key)] for key in keys}

    def takes(self, made: dict[Key, Picture], size: tuple[int, int]) -> list[Take]:
        """Return what gives each of the pictures at any step."""
        del size
        return function_takes(self._subject, {Drawn(key): p for key, p in made.items()})

    def tables(self) -> tuple[tuple[str, TableKind], ...]:
        """Return the tables there are, with their names."""
        names = {
            TableKind.TRAJECTORIES: _tr("The trajectories of all runs"),
            TableKind.STEPS: _tr("The steps of {0}").format(self.run_name),
            TableKind.FIELD: _tr("The field: values of f where the map is"),
        }
        return tuple((names[kind], kind) for kind in OF_FUNCTIONS)

    def close(self) -> None:
        """Give back what surfaces were drawn with."""
        self._subject.easel.discard()


class NetworkExports(Exports):
    """What there is of a network."""

    all_size = (2400, 1200)

    def __init__(self, window: MainWindow, training: Training) -> None:
        super().__init__(window, training)
        self._subject: NetworkSubject = exported_network.network_subject_of(window, training)
        self._seen = exported_network.seen_of(window)
        self._made: dict[Place, Picture] = {}
        self.keys = tuple(drawable(training))
        self.shown = exported_network.shown_in(window)

    def making(self, keys: Sequence[Key], size: tuple[int, int]) -> Slices:
        """Make pictures that fill their places in a figure of `size`, computed in a thread."""
        for number, (key, place, box) in enumerate(_places(keys, size)):
            if place not in self._made:
                self._made[place] = yield from beside(self._new(key, box))
            yield (number + 1) / len(keys)

    def pictures(self, keys: Sequence[Key], size: tuple[int, int]) -> dict[Key, Picture]:
        """Return pictures by what they are."""
        return {key: self._made[place] for key, place, _ in _places(keys, size)}

    def _new(self, key: NetworkDrawn, size: tuple[int, int]) -> Making[Picture]:
        """Make a picture, or take it as it is looked at; a landscape is computed once."""
        seen = dict(self._seen)
        flat = [p for (what, _), p in self._made.items() if what is NetworkDrawn.LANDSCAPE]
        if flat and key is NetworkDrawn.SURFACE:
            seen.setdefault(NetworkDrawn.LANDSCAPE, flat[0])
        is_raised = key is NetworkDrawn.SURFACE and NetworkDrawn.LANDSCAPE in seen
        whats = [NetworkDrawn.LANDSCAPE, key] if is_raised else [key]
        made = yield from making_pictures(self._subject, size, whats, seen)
        return made[key]

    def takes(self, made: dict[Key, Picture], size: tuple[int, int]) -> list[Take]:
        """Return what gives each of the pictures at any step."""
        return network_takes(self._subject, {NetworkDrawn(k): p for k, p in made.items()}, size)

    def tables(self) -> tuple[tuple[str, TableKind], ...]:
        """Return the tables there are, with their names."""
        names = {
            TableKind.EPOCHS: _tr("The epochs of all runs"),
            TableKind.STEPS: _tr("The steps of {0}").format(self.run_name),
            TableKind.WEIGHTS: _tr("The weights of {0} at chosen steps").format(self.run_name),
        }
        return tuple((names[kind], kind) for kind in OF_NETWORKS)

    def close(self) -> None:
        """Give back what surfaces were drawn with."""
        self._subject.easel.discard()


def _places(
    keys: Sequence[Key], size: tuple[int, int]
) -> Iterator[tuple[NetworkDrawn, Place, tuple[int, int]]]:
    """Yield what stands where in a figure: pictures of one shape are the same picture."""
    boxes = panel_boxes(max(1, len(keys)), QSizeF(*size))
    for key, box in zip(map(NetworkDrawn, keys), boxes, strict=False):
        place = key, round(10.0 * box.width() / max(1.0, box.height()))
        yield key, place, (round(box.width()), round(box.height()))


def exports_of(window: MainWindow) -> Exports:
    """Return what `window` can export now.

    Raises
    ------
    PictureError
        When there are no results yet.
    """
    results = window.session.results
    if isinstance(results, Training):
        return NetworkExports(window, results)
    subject = exported.subject_of(window)
    if subject is None:
        raise PictureError(_tr("There is nothing to export yet."))
    return FunctionExports(window, subject)


_DRAWN: Final[dict[View, Key]] = {**exported.DRAWN, **exported_network.DRAWN}
_VIEWS: Final = {what: view for view, what in _DRAWN.items()}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportDialog", text)
