"""Pictures step by step: the same ones, moved on from one frame to the next."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage

from gradviz.export.encoders import image_of
from gradviz.export.figure import figure_of, panel_boxes
from gradviz.export.making import Making, at_once, finished
from gradviz.export.movies import Frame
from gradviz.export.network_pictures import picture_in
from gradviz.export.network_subject import STUDIED, NetworkDrawn, NetworkSubject
from gradviz.export.subject import (
    Drawn,
    Subject,
    error_curve_picture,
    slice_picture,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from gradviz.export.movies import Colour, Cut
    from gradviz.export.sheet import Sheet
    from gradviz.plots.picture import Picture
    from gradviz.plots.themes import Theme

    Take = Callable[[int], Making[Picture]]

_HEX: Final = re.compile(r"#[0-9A-Fa-f]{6}")


class Film:
    """Frames of a figure.

    Parameters
    ----------
    takes : sequence of callable
        For each picture what gives it at a step.
    sheet : Sheet
        What frames are painted on.
    theme : Theme, optional
        Colours; those of the pictures if it is left out.
    """

    def __init__(self, takes: Sequence[Take], sheet: Sheet, theme: Theme | None = None) -> None:
        self.sheet = sheet
        self._takes = takes
        self._theme = theme

    def at(self, step: int) -> QImage:
        """Return the frame of a step.

        Raises
        ------
        PictureError
            When there cannot be such an image.
        """
        return finished(self.making(step))

    def making(self, step: int) -> Making[QImage]:
        """Make the frame of a step."""
        pictures = []
        for take in self._takes:
            pictures.append((yield from take(step)))  # noqa: PERF401 - it yields
        return image_of(figure_of(pictures, self.sheet, self._theme), self.sheet)

    def frames(self, cut: Cut) -> Iterator[QImage]:
        """Yield all frames."""
        return map(self.at, cut.steps)


def frame_of(image: QImage) -> Frame:
    """Return an image as plain bytes."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows, wide = bytes(plain.constBits()), 3 * plain.width()
    step = plain.bytesPerLine()
    if step != wide:
        rows = b"".join(rows[y * step : y * step + wide] for y in range(plain.height()))
    return Frame(plain.width(), plain.height(), rows)


def inks_of(theme: Theme) -> list[Colour]:
    """Return the colours of a theme, and those of the edges of its lines."""
    grounds = QColor(theme.surface), QColor(theme.window)
    names = dict.fromkeys(_HEX.findall(repr(theme)))
    inks = [QColor(name) for name in names]
    blends = [_between(ink, grounds[0]) for ink in inks]
    return [(c.red(), c.green(), c.blue()) for c in (*grounds, *inks, *blends)]


def _between(a: QColor, b: QColor) -> QColor:
    return QColor(
        (a.red() + b.red()) // 2, (a.green() + b.green()) // 2, (a.blue() + b.blue()) // 2
    )


def function_takes(subject: Subject, pictures: Mapping[Drawn, Picture]) -> list[Take]:
    """Return what gives each of some pictures of a function at any step."""
    return [_function_take(subject, what, picture) for what, picture in pictures.items()]


def network_takes(
    subject: NetworkSubject, pictures: Mapping[NetworkDrawn, Picture], size: tuple[int, int]
) -> list[Take]:
    """Return what gives each of some pictures of a network, in a figure of `size`, at any step."""
    boxes = panel_boxes(len(pictures), QSizeF(*size))

    def take_of(what: NetworkDrawn, index: int, picture: Picture) -> Take:
        if what not in STUDIED:
            return _moved(picture)
        return lambda step: picture_in(replace(subject, step=step), what, boxes[index])

    return [take_of(what, i, picture) for i, (what, picture) in enumerate(pictures.items())]


def _function_take(subject: Subject, what: Drawn, picture: Picture) -> Take:
    make = _STUDIED.get(what)
    if make is None:
        return _moved(picture)
    like = picture.still()
    return at_once(lambda step: make(replace(subject, step=step), like))


_STUDIED: Final[dict[Drawn, Callable[[Subject, Any], Picture]]] = {
    Drawn.SLICE: slice_picture,
    Drawn.ERROR_CURVE: error_curve_picture,
}
"""Pictures that have to be computed anew at every step; all others have a cursor."""


def _moved(picture: Picture) -> Take:
    shown: Any = picture.still()

    def take(step: int) -> Picture:
        shown.cursor = step
        found: Picture = shown
        return found

    return at_once(take)
