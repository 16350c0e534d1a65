"""The layers of a network as a picture: matrices, histograms, or images; it knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from gradviz.document.layer_spans import BINS
from gradviz.document.layers_look import Form, LayersLook, Shown
from gradviz.plots.colours import colour
from gradviz.plots.frames import paint_dimming, paint_readout, readout_size
from gradviz.plots.histogram import paint_plot, place_plots
from gradviz.plots.layers_distributions import distributions
from gradviz.plots.layers_header import (
    LayersHeader,
    heading_of,
    layers_header,
    paint_layers_header,
)
from gradviz.plots.layers_readout import activation_readout, bar_readout, weight_readout
from gradviz.plots.layers_words import (
    absence,
    loss_text,
    moment_text,
    no_images,
    samples_text,
)
from gradviz.plots.lettering import BODY, face
from gradviz.plots.matrix import matrix_image, note_fits, paint_names, paint_ring
from gradviz.plots.matrix_bars import BAR, paint_bars
from gradviz.plots.matrix_layout import MatrixLayout, columns_layout, form_of, matrix_layout
from gradviz.plots.matrix_moves import Spot, moved, spot_at
from gradviz.plots.matrix_numbers import factor_text, paint_numbers, power_of
from gradviz.plots.matrix_scales import bars_of, title_note
from gradviz.plots.matrix_tables import image_side, page_of

if TYPE_CHECKING:
    from gradviz.document.layer_values import LayerValues
    from gradviz.plots.frames import Row
    from gradviz.plots.histogram import PlacedPlot
    from gradviz.plots.matrix_tables import Page
    from gradviz.plots.picture import LegendEntry
    from gradviz.plots.themes import Theme

SIDE: Final = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class _Layout:
    """Everything in pixels, for one size: matrices or histograms."""

    size: QSizeF
    header: LayersHeader
    area: QRectF
    matrices: MatrixLayout | None
    plots: tuple[PlacedPlot, ...]


class LayersPicture:
    """Draws weights, gradients or activations of every layer.

    Parameters
    ----------
    theme : Theme
        Colours.

    Attributes
    ----------
    spot : Spot or None
        The cell or the bar that is read out.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.dimmed = False
        self.spot: Spot | None = None
        self._look = LayersLook()
        self._study: LayerValues | None = None
        self._laid: _Layout | None = None
        self._kept: tuple[object, MatrixLayout] | None = None
        self._image: tuple[float, QImage] | None = None

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self._theme

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._theme = theme
        self._forget()

    @property
    def look(self) -> LayersLook:
        """What is looked at, and how."""
        return self._look

    @look.setter
    def look(self, look: LayersLook) -> None:
        if (look.shown, look.form) != (self._look.shown, self._look.form):
            self.spot = None
        self._look = look
        self._forget()

    @property
    def study(self) -> LayerValues | None:
        """What is drawn."""
        return self._study

    @study.setter
    def study(self, study: LayerValues | None) -> None:
        if _frame_of(study) != _frame_of(self._study):
            self.spot = None
        self._study = study
        self._forget()

    def _forget(self) -> None:
        self._laid = self._image = None

    @property
    def form(self) -> Form:
        """As what it is drawn: there are no images of activations."""
        is_images = self._look.form is Form.IMAGES
        return Form.MATRIX if is_images and self.is_of_samples else self._look.form

    @property
    def is_of_samples(self) -> bool:
        """Whether what is shown are activations."""
        return self._look.shown is Shown.ACTIVATIONS

    def heading(self) -> str:
        """Return what is shown."""
        return heading_of(self._study, self._look) if self._study is not None else ""

    def moment(self) -> str:
        """Return at which step it is shown."""
        return moment_text(self._study) if self._study is not None else ""

    def legend(self) -> list[LegendEntry]:
        """Return nothing: names and scales are part of the picture."""
        return []

    def details(self) -> list[str]:
        """Return the loss, and whose activations are shown."""
        if self._study is None:
            return []
        loss = loss_text(self._study)
        return [loss, samples_text(self._study)] if self.is_of_samples else [loss]

    def problem(self) -> str:
        """Return why there is nothing to see; empty if there is."""
        if self._study is None:
            return absence()
        return no_images() if self.form is Form.IMAGES and not image_side(self._study) else ""

    def still(self) -> LayersPicture:
        """Return a picture of the same state, without what the mouse has left in it."""
        copy = LayersPicture(self.theme)
        copy.study, copy.look = self.study, self.look
        return copy

    # --- places

    def spot_at(self, size: QSizeF, at: QPointF) -> Spot | None:
        """Return the cell or the bar at a pixel."""
        laid = self._lay_out(size)
        if laid is None:
            return None
        if laid.matrices is not None:
            return spot_at(laid.matrices, at.x(), at.y())
        for number, plot in enumerate(laid.plots):
            index = plot.bin_at(at.x(), at.y())
            if index is not None:
                return Spot(number, 0, index)
        return None

    def moved(self, size: QSizeF, right: int, down: int) -> Spot | None:
        """Return the cell or bar beside the one that is read out; the first if there is none."""
        laid = self._lay_out(size)
        if laid is None:
            return None
        if laid.matrices is not None:
            return moved(laid.matrices, self.spot, right, down)
        if self.spot is None:
            return Spot(0, 0, 0)
        number = min(max(self.spot.matrix + down, 0), len(laid.plots) - 1)
        index = min(max(self.spot.column + right, 0), BINS - 1)
        return Spot(number, 0, index)

    def spot_box(self, size: QSizeF, spot: Spot) -> QRectF:
        """Return the pixels of a cell or a bar."""
        laid = self._lay_out(size)
        if laid is None:
            return QRectF()
        if laid.matrices is not None:
            return laid.matrices.placed[spot.matrix].cell(spot.row, spot.column)
        return laid.plots[spot.matrix].bin_box(spot.column)

    def weight_of(self, size: QSizeF, spot: Spot) -> int | None:
        """Return the number of the weight in a cell, if it is one."""
        laid = self._lay_out(size)
        if laid is None or laid.matrices is None:
            return None
        return laid.matrices.placed[spot.matrix].table.weight_at(spot.row, spot.column)

    def header_height(self, size: QSizeF) -> float:
        """Return the height of the words above the matrices."""
        laid = self._lay_out(size)
        return 0.0 if laid is None else laid.header.height

    def _lay_out(self, size: QSizeF) -> _Layout | None:
        if self._laid is None or self._laid.size != size:
            self._image = None
            self._laid = self._placed(size)
        return self._laid

    def _placed(self, size: QSizeF) -> _Layout | None:
        study = self._study
        if study is None or self.problem():
            return None
        width = max(size.width() - 2 * SIDE, 60.0)
        look = replace(self._look, form=self.form)
        header = layers_header(study, look, width)
        area = QRectF(SIDE, header.height, width, max(size.height() - header.height - 4.0, 40.0))
        if look.form is Form.HISTOGRAM:
            lines = distributions(study, look.shown)
            plots = place_plots(lines, area, is_log=look.log_count)
            return _Layout(QSizeF(size), header, area, None, plots)
        area.setHeight(max(area.height() - BAR, 20.0))
        matrices = self._arranged(page_of(study, look.shown, look.form), area)
        return _Layout(QSizeF(size), header, area, matrices, ())

    def _arranged(self, page: Page, area: QRectF) -> MatrixLayout:
        """Place matrices; while the cursor moves they stay where they are."""
        frame = (form_of(page), area, self.is_of_samples)
        if self._kept is None or self._kept[0] != frame:
            arrange = columns_layout if self.is_of_samples else matrix_layout
            self._kept = (frame, arrange(page, area))
        return self._kept[1].with_tables(page)

    # --- painting

    def paint(self, painter: QPainter, size: QSizeF, ratio: float = 1.0) -> None:
        """Paint everything; the ground is left as it is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        laid = self._lay_out(size)
        if laid is None or self._study is None:
            area = QRectF(QPointF(0.0, 0.0), size).adjusted(16.0, 8.0, -16.0, -8.0)
            face(BODY).write_within(painter, area, self.problem(), colour(self.theme.text_muted))
        else:
            width = laid.size.width() - 2 * SIDE
            paint_layers_header(painter, laid.header, SIDE, width, self.theme)
            if laid.matrices is not None:
                self._paint_matrices(painter, self._study, laid.area, laid.matrices, ratio)
            for plot in laid.plots:
                paint_plot(painter, plot, self.theme)
            if self.spot is not None:
                self._paint_readout(painter, self._study, laid, self.spot)
        if self.dimmed:
            paint_dimming(painter, QRectF(QPointF(0.0, 0.0), size), self.theme)

    def _paint_matrices(
        self,
        painter: QPainter,
        study: LayerValues,
        area: QRectF,
        matrices: MatrixLayout,
        ratio: float,
    ) -> None:
        theme = self.theme
        if self._image is None or self._image[0] != ratio:
            self._image = (ratio, matrix_image(matrices, area, ratio, theme))
        painter.drawImage(area.topLeft(), self._image[1])
        one_scale = study.request.one_scale and not self.is_of_samples
        told = 0
        for placed in matrices.placed:
            note = title_note(placed.table, one_scale=one_scale)
            if matrices.is_written:
                note = ", ".join(filter(None, (note, factor_text(placed.table))))
            paint_names(painter, placed, theme, note)
            if matrices.is_written:
                if not placed.table.is_beneath:
                    told = power_of(placed.table) if note_fits(placed, note) else 0
                paint_numbers(painter, placed, theme, told)
        top = area.top() + min(matrices.height + 4.0, area.height())
        bars = bars_of(matrices, area.width(), one_scale=one_scale)
        paint_bars(painter, QRectF(area.left(), top, area.width(), BAR), bars, theme)

    def _paint_readout(
        self, painter: QPainter, study: LayerValues, laid: _Layout, spot: Spot
    ) -> None:
        """Read out a cell or a bar beside it."""
        box = self.spot_box(laid.size, spot)
        if laid.matrices is not None:
            for other in laid.matrices.placed:
                own = laid.matrices.placed[spot.matrix].table
                if other.table.is_twin_of(own):
                    cell = other.cell(spot.row, spot.column)
                    paint_ring(painter, cell, self.theme, strong=other.table is own)
        else:
            painter.fillRect(box, colour(self.theme.text, 0.12))
        title, rows = self._readout(study, laid, spot)
        frame = _readout_frame(laid, box, readout_size(rows, title))
        paint_readout(painter, frame, rows, self.theme, title)

    def _readout(self, study: LayerValues, laid: _Layout, spot: Spot) -> tuple[str, list[Row]]:
        if laid.matrices is None:
            return bar_readout(laid.plots[spot.matrix], spot.column)
        table = laid.matrices.placed[spot.matrix].table
        weight = table.weight_at(spot.row, spot.column)
        if weight is None:
            return activation_readout(study, table, spot.row, spot.column)
        return weight_readout(study, weight)


def _readout_frame(laid: _Layout, box: QRectF, extent: tuple[float, float]) -> QRectF:
    """Place a readout beside a cell; under written numbers, if there is room, to cover none."""
    across, down = extent
    left, top = box.right() + 10.0, box.top() - 6.0
    if laid.matrices is None:
        top = box.top() + 24.0  # below mean and deviation
    elif laid.matrices.is_written:
        below = laid.area.top() + laid.matrices.height + BAR + 8.0
        if below + down <= laid.size.height():
            left, top = box.left(), below
    if left + across > laid.size.width() - 2.0:
        left = max(box.left() - 10.0 - across, 2.0)
    top = min(max(top, 2.0), max(laid.size.height() - down - 2.0, 2.0))
    return QRectF(round(left), round(top), across, down)


def _frame_of(study: LayerValues | None) -> tuple[object, ...] | None:
    """Return what has to be the same for a cell to stay where it is."""
    if study is None:
        return None
    return study.network.sizes, study.network.has_bias, study.batch.count
