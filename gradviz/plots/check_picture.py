"""A gradient check as a picture: a heat map of all weights over curves against h; no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from gradviz.core.network.places import place_of
from gradviz.plots.check_curve import paint_sweep, paint_sweep_hover
from gradviz.plots.check_header import paint_check_header
from gradviz.plots.check_heat import (
    FAULTY,
    UNCHECKED,
    ZERO,
    heat_image,
    paint_bar,
    paint_ring,
)
from gradviz.plots.check_state import SIDE, CheckLayout, CheckState
from gradviz.plots.check_words import (
    moment_text,
    problem_sentence,
    reason,
    setting,
    title,
    worst_sentence,
)
from gradviz.plots.colours import colour
from gradviz.plots.frames import Row, paint_dimming, paint_readout, readout_size
from gradviz.plots.lettering import BODY, face
from gradviz.plots.numerals import readout

if TYPE_CHECKING:
    from gradviz.document.check_values import CheckStudy
    from gradviz.plots.picture import LegendEntry


class CheckPicture(CheckState):
    """Draws how far backpropagation and differences are apart."""

    def heading(self) -> str:
        """Return what is shown."""
        return title()

    def moment(self) -> str:
        """Return at which step it is shown."""
        return moment_text(self._study.request) if self._study is not None else ""

    def legend(self) -> list[LegendEntry]:
        """Return nothing: these lines are no runs, and what they are is part of the picture."""
        return []

    def details(self) -> list[str]:
        """Return what is compared, and how far it is apart."""
        study = self._study
        if study is None or study.found is None:
            return []
        return [setting(study), worst_sentence(study.found), reason(study)]

    def problem(self) -> str:
        """Return why there is nothing to see; empty if there is."""
        return problem_sentence(self._study)

    def still(self) -> CheckPicture:
        """Return a picture of the same state, without what the mouse has left in it."""
        copy = CheckPicture(self.theme)
        copy.study = self.study
        copy.h = self.study.request.h if self.study is not None else self.h
        return copy

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
        self, painter: QPainter, study: CheckStudy, laid: CheckLayout, ratio: float
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

    def _paint_heat(self, painter: QPainter, laid: CheckLayout, ratio: float) -> None:
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
        self, painter: QPainter, study: CheckStudy, laid: CheckLayout, weight: int
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
        translate = QCoreApplication.translate
        return [
            Row(translate("CheckView", "numeric"), readout(float(found.numeric[at]), 9)),
            Row(translate("CheckView", "backprop"), readout(float(found.backprop[at]), 9)),
            Row(translate("CheckView", "difference"), readout(float(found.differences[at]), 3)),
        ]


def _names() -> dict[float, str]:
    """Return what the colours beside the scale mean."""
    return {
        ZERO: QCoreApplication.translate("CheckView", "exactly 0"),
        FAULTY: QCoreApplication.translate("CheckView", "no number"),
        UNCHECKED: QCoreApplication.translate("CheckView", "not checked"),
    }
