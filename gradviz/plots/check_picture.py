"""A gradient check as a picture: a heat map of all weights over curves against h; no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from gradviz.core.network.places import place_of
from gradviz.plots.check_curve import (
    SweepLayout,
    nearest,
    paint_sweep,
    paint_sweep_hover,
    sweep_layout,
)
from gradviz.plots.check_header import CheckHeader, check_header, paint_check_header
from gradviz.plots.check_heat import (
    BAR,
    FAULTY,
    UNCHECKED,
    ZERO,
    heat_image,
    paint_bar,
    paint_ring,
    shades,
)
from gradviz.plots.check_layout import HeatLayout, blocks_of, heat_layout
from gradviz.plots.check_words import moment_text, problem_sentence, title
from gradviz.plots.colours import colour
from gradviz.plots.error_handle import snapped
from gradviz.plots.frames import Row, paint_dimming, paint_readout, readout_size
from gradviz.plots.lettering import BODY, face
from gradviz.plots.numerals import readout

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from gradviz.document.check_values import CheckStudy
    from gradviz.plots.axes import Projection
    from gradviz.plots.picture import LegendEntry
    from gradviz.plots.themes import Theme

SIDE: Final = 8.0
_SHARES: Final = (0.54, 0.64)
"""The part of the room below the words that the heat map may have, and with small cells."""
_SMALL: Final = 6.0
_LEAST_CURVE: Final = 130.0
_LEAST_HEAT: Final = 60.0
_BESIDE: Final = 1.7
"""How many times as wide as high the room must be for the two parts to stand side by side."""
_WIDE: Final = 720.0
_BETWEEN: Final = 12.0


@dataclass(frozen=True, slots=True)
class _Layout:
    """Everything in pixels, for one size."""

    size: QSizeF
    header: CheckHeader
    heat: HeatLayout
    heat_area: QRectF
    bar: QRectF
    sweep: SweepLayout | None


class CheckPicture:
    """Draws how far backpropagation and differences are apart.

    Parameters
    ----------
    theme : Theme
        Colours.

    Attributes
    ----------
    h : float
        The step size in use, which a drag moves before a new check comes.
    hovered_weight : int or None
        Number of the weight that is read out.
    hovered_step : int or None
        Number of the step size that is read out.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.h = 1e-4
        self.dimmed = False
        self.hovered_weight: int | None = None
        self.hovered_step: int | None = None
        self._held: tuple[float, float] | None = None
        self._study: CheckStudy | None = None
        self._shades: NDArray[np.float64] = np.empty(0)
        self._laid: _Layout | None = None
        self._image: tuple[float, QImage] | None = None

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self._theme

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._theme = theme
        self._laid = self._image = None

    @property
    def study(self) -> CheckStudy | None:
        """What is drawn."""
        return self._study

    @study.setter
    def study(self, study: CheckStudy | None) -> None:
        self._study = study
        self._laid = self._image = None
        self.hovered_weight = self.hovered_step = None
        if study is not None and study.found is not None:
            found = study.found
            self._shades = shades(found.differences, found.indices, study.network.size)

    @property
    def held(self) -> tuple[float, float] | None:
        """Exponents of h to keep showing while it is dragged; None for all."""
        return self._held

    @held.setter
    def held(self, held: tuple[float, float] | None) -> None:
        self._held = held
        self._laid = None

    @property
    def has_handle(self) -> bool:
        """Whether there are curves, and so an h to move."""
        return self._study is not None and self._study.sweep is not None

    def heading(self) -> str:
        """Return what is shown."""
        return title()

    def moment(self) -> str:
        """Return at which step it is shown."""
        return moment_text(self._study.request) if self._study is not None else ""

    def legend(self) -> list[LegendEntry]:
        """Return nothing: these lines are no runs, and what they are is part of the picture."""
        return []

    def problem(self) -> str:
        """Return why there is nothing to see; empty if there is."""
        return problem_sentence(self._study)

    def still(self) -> CheckPicture:
        """Return a picture of the same state, without what the mouse has left in it."""
        copy = CheckPicture(self.theme)
        copy.study = self.study
        copy.h = self.study.request.h if self.study is not None else self.h
        return copy

    # --- layout

    def verdict_box(self, size: QSizeF) -> QRectF:
        """Return where the verdict stands; empty without one."""
        laid = self._lay_out(size)
        return QRectF() if laid is None else laid.header.pill

    def weight_at(self, size: QSizeF, x: float, y: float) -> int | None:
        """Return the number of the weight at a pixel, if it was checked."""
        laid = self._lay_out(size)
        found = None if laid is None else laid.heat.weight_at(x, y)
        return None if found is None or self._shades[found] == UNCHECKED else found

    def ranked(self) -> list[int]:
        """Return the numbers of the weights that were checked, the worst first."""
        if self._study is None or self._study.found is None:
            return []
        found = self._study.found
        values = np.where(np.isfinite(found.differences), found.differences, np.inf)
        order: list[int] = found.indices[np.argsort(-values, kind="stable")].tolist()
        return order

    def has_curve(self, size: QSizeF) -> bool:
        """Tell whether there is room for the curves."""
        laid = self._lay_out(size)
        return laid is not None and laid.sweep is not None

    def projection(self, size: QSizeF) -> Projection:
        """Return the map from exponents of h and of differences to pixels.

        Raises
        ------
        ValueError
            If there are no curves.
        """
        laid = self._lay_out(size)
        if laid is None or laid.sweep is None:
            raise ValueError("There are no curves.")
        return laid.sweep.projection

    def step_size_at(self, size: QSizeF, x: float) -> float:
        """Return the h under a pixel column, to two figures, among those shown."""
        projection = self.projection(size)
        exponent = projection.data(x, 0.0)[0]
        return snapped(10.0 ** min(max(exponent, projection.x_min), projection.x_max))

    def step_at(self, size: QSizeF, x: float) -> int | None:
        """Return the number of the step size nearest to a pixel column."""
        if self._study is None or self._study.sweep is None:
            return None
        return nearest(self._study.sweep, self.projection(size).data(x, 0.0)[0])

    def _lay_out(self, size: QSizeF) -> _Layout | None:
        if self._laid is None or self._laid.size != size:
            self._image = None
            self._laid = self._placed(size)
        return self._laid

    def _placed(self, size: QSizeF) -> _Layout | None:
        study = self._study
        if study is None or study.found is None:
            return None
        width = max(size.width() - 2 * SIDE, 60.0)
        header = check_header(study, SIDE, width)
        if header is None:
            return None
        area = QRectF(SIDE, header.height, width, max(size.height() - header.height, 40.0))
        blocks = blocks_of(study.network)
        for share in _SHARES:
            upper, lower = _parted(area, share)
            room = upper.height() - BAR
            laid = heat_layout(blocks, upper.width(), room)
            if laid.cell >= _SMALL:
                break
        bar = QRectF(upper.left(), upper.top() + min(laid.height, room) + 2.0, upper.width(), BAR)
        if lower is not None and lower.left() == upper.left():
            lower.setTop(bar.bottom() + 2.0)
        heat_area = QRectF(upper.left(), upper.top(), upper.width(), max(room, 1.0))
        swept = None
        if lower is not None and study.sweep is not None:
            swept = sweep_layout(study, study.sweep, lower, self._held, self.theme)
        heat = laid.moved(upper.left(), upper.top())
        return _Layout(QSizeF(size), header, heat, heat_area, bar, swept)

    # --- painting

    def paint(self, painter: QPainter, size: QSizeF, ratio: float = 1.0) -> None:
        """Paint everything; the ground is left as it is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        laid, study = self._lay_out(size), self._study
        if laid is None or study is None:
            area = QRectF(QPointF(0.0, 0.0), size).adjusted(16.0, 8.0, -16.0, -8.0)
            face(BODY).write_within(painter, area, self.problem(), colour(self.theme.text_muted))
        else:
            self._paint_check(painter, study, laid, ratio)
        if self.dimmed:
            paint_dimming(painter, QRectF(QPointF(0.0, 0.0), size), self.theme)

    def _paint_check(
        self, painter: QPainter, study: CheckStudy, laid: _Layout, ratio: float
    ) -> None:
        theme = self.theme
        paint_check_header(painter, study, laid.header, SIDE, theme)
        self._paint_heat(painter, laid, ratio)
        paint_bar(painter, laid.bar, self._shades, _names(), theme)
        if laid.sweep is not None and study.sweep is not None:
            paint_sweep(painter, study.sweep, laid.sweep, self.h, theme)
            if self.hovered_step is not None:
                paint_sweep_hover(painter, study.sweep, laid.sweep, self.hovered_step, theme)
        if self.hovered_weight is not None:
            self._paint_weight(painter, study, laid, self.hovered_weight)

    def _paint_heat(self, painter: QPainter, laid: _Layout, ratio: float) -> None:
        theme, area = self.theme, laid.heat_area
        if self._image is None or self._image[0] != ratio:
            image = heat_image(laid.heat, self._shades, area, ratio, theme)
            self._image = (ratio, image)
        painter.drawImage(area.topLeft(), self._image[1])
        for placed in laid.heat.placed:
            at = (placed.left, placed.top - 9.0)
            face().write(painter, at, placed.block.name, colour(theme.text_muted))
        found = self._study.found if self._study is not None else None
        if found is not None and found.largest != 0.0:
            paint_ring(painter, laid.heat.cell_of(int(found.indices[found.worst])), theme)

    def _paint_weight(
        self, painter: QPainter, study: CheckStudy, laid: _Layout, weight: int
    ) -> None:
        """Read out the three numbers of a weight beside its cell."""
        cell, rows = laid.heat.cell_of(weight), self.weight_rows(weight)
        paint_ring(painter, cell, self.theme)
        name = place_of(study.network, weight).name
        across, down = readout_size(rows, name)
        left = cell.right() + 10.0
        if left + across > laid.size.width() - 2.0:
            left = max(cell.left() - 10.0 - across, 2.0)
        top = min(max(cell.top() - 6.0, 2.0), max(laid.size.height() - down - 2.0, 2.0))
        frame = QRectF(round(left), round(top), across, down)
        paint_readout(painter, frame, rows, self.theme, name)

    def weight_rows(self, weight: int) -> list[Row]:
        """Return the three numbers of a weight that was checked."""
        found = self._study.found if self._study is not None else None
        if found is None:
            return []
        at = int(np.searchsorted(found.indices, weight))
        tr = QCoreApplication.translate
        return [
            Row(tr("CheckView", "numeric"), readout(float(found.numeric[at]), 9)),
            Row(tr("CheckView", "backprop"), readout(float(found.backprop[at]), 9)),
            Row(tr("CheckView", "difference"), readout(float(found.differences[at]), 3)),
        ]


def _names() -> dict[float, str]:
    """Return what the colours beside the scale mean."""
    return {
        ZERO: QCoreApplication.translate("CheckView", "exactly 0"),
        FAULTY: QCoreApplication.translate("CheckView", "no number"),
        UNCHECKED: QCoreApplication.translate("CheckView", "not checked"),
    }


def _parted(area: QRectF, share: float) -> tuple[QRectF, QRectF | None]:
    """Return room for the heat map and for the curves; None where that would be too little."""
    if area.width() >= _WIDE and area.width() > _BESIDE * area.height():
        half = (area.width() - _BETWEEN) / 2
        right = QRectF(area.left() + half + _BETWEEN, area.top(), half, area.height())
        return QRectF(area.left(), area.top(), half, area.height()), right
    if area.height() < _LEAST_HEAT + BAR + _LEAST_CURVE:
        return area, None
    upper = max(share * area.height(), _LEAST_HEAT + BAR)
    heat = QRectF(area.left(), area.top(), area.width(), upper)
    return heat, QRectF(area.left(), heat.bottom(), area.width(), area.height() - upper)
