"""The state of the picture of a gradient check: what is shown, and at which pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF, QSizeF

from gradviz.plots.check_curve import SweepLayout, nearest, sweep_layout
from gradviz.plots.check_header import CheckHeader, check_header
from gradviz.plots.check_heat import BAR, UNCHECKED, shades
from gradviz.plots.check_layout import HeatLayout, blocks_of, heat_layout
from gradviz.plots.error_handle import snapped

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from gradviz.document.check_values import CheckStudy
    from gradviz.plots.axes import Projection
    from gradviz.plots.themes import Theme

SIDE: Final = 8.0
_SHARES: Final = (0.54, 0.64)
"""The part of the room below the words that the heat map may have, and with small cells."""
_SMALL: Final = 6.0
_MOST_WORDS: Final = 0.35
"""The part of the height that words may take if there is something to leave out."""
_LEAST_CURVE: Final = 130.0
_LEAST_HEAT: Final = 60.0
_BESIDE: Final = 1.7
"""How many times as wide as high the room must be for the two parts to stand side by side."""
_WIDE: Final = 720.0
_BETWEEN: Final = 12.0


@dataclass(frozen=True, slots=True)
class CheckLayout:
    """Everything in pixels, for one size."""

    size: QSizeF
    header: CheckHeader
    heat: HeatLayout
    heat_area: QRectF
    bar: QRectF
    sweep: SweepLayout | None


class CheckState:
    """What a gradient check shows, and where.

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
        self._laid: CheckLayout | None = None
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

    def _lay_out(self, size: QSizeF) -> CheckLayout | None:
        if self._laid is None or self._laid.size != size:
            self._image = None
            self._laid = self._placed(size)
        return self._laid

    def _placed(self, size: QSizeF) -> CheckLayout | None:
        study = self._study
        if study is None or study.found is None:
            return None
        width = max(size.width() - 2 * SIDE, 60.0)
        header = check_header(study, SIDE, width, _MOST_WORDS * size.height())
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
        return CheckLayout(QSizeF(size), header, heat, heat_area, bar, swept)


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
