"""The network with the numbers of one sample, and the chain rule beside it: no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from gradviz.core.network.losses import Loss
from gradviz.plots.backprop_edges import paint_edges
from gradviz.plots.backprop_equations import rows_of, sample_words
from gradviz.plots.backprop_header import paint_band, paint_header, paint_key
from gradviz.plots.backprop_layout import plan
from gradviz.plots.backprop_lit import Lit
from gradviz.plots.backprop_names import input_names, output_names, paint_names
from gradviz.plots.backprop_plan import Needs, Plan
from gradviz.plots.backprop_sheet import paint_rows, wanted_height
from gradviz.plots.backprop_stages import stage_title, stages
from gradviz.plots.backprop_units import paint_image, paint_units
from gradviz.plots.colours import colour
from gradviz.plots.frames import paint_dimming
from gradviz.plots.lettering import BODY, face
from gradviz.plots.numerals import readout

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

    from gradviz.document.backpropagation import Backpropagation
    from gradviz.plots.picture import LegendEntry
    from gradviz.plots.themes import Theme

_EDGE: Final = 8.0
_PADDING: Final = 14.0
_TITLE: Final = 22.0
_MEASURED: Final = 16
_RADIUS: Final = 8.0


class BackpropPicture:
    """Draws what one sample makes of a network, stage by stage.

    Parameters
    ----------
    theme : Theme
        Colours.

    Attributes
    ----------
    index : int
        The stage that is shown.
    chosen : dict of int to int
        The unit of each column, 0 for the inputs, that the arithmetic tells of.
    dimmed : bool
        Whether the picture belongs to an earlier text.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.index = 0
        self.chosen: dict[int, int] = {}
        self.dimmed = False
        self._study: Backpropagation | None = None
        self._height: tuple[tuple[object, ...], float] | None = None

    @property
    def study(self) -> Backpropagation | None:
        """What is drawn."""
        return self._study

    @study.setter
    def study(self, study: Backpropagation | None) -> None:
        before, self._study = self._study, study
        if study is None:
            return
        if before is None or before.network.sizes != study.network.sizes:
            self.chosen = {}
        self.index = min(self.index, self.last)

    @property
    def last(self) -> int:
        """The number of the last stage."""
        return len(stages(len(self._study.layers))) - 1 if self._study is not None else 0

    @property
    def lit(self) -> Lit | None:
        """What is known at the stage that is shown; None while there is nothing to show."""
        return Lit(self._study, self.index) if self._study is not None else None

    def unit(self, column: int) -> int:
        """Return the unit of a column that the arithmetic tells of."""
        if self._study is None:
            return 0
        if column in self.chosen:
            return self.chosen[column]
        if column == 0:  # a factor of 0 teaches nothing
            return int((self._study.layers[0].given != 0.0).argmax())
        return 0

    # --- in words

    def heading(self) -> str:
        """Return the sample, and the stage that is shown."""
        if self._study is None or self.lit is None:
            return ""
        network, lit = self._study.network, self.lit
        title = stage_title(lit.stage, lit.layers, network.activation)
        return f"{sample_words(self._study)}. {title}"

    def moment(self) -> str:
        """Return the step and the epoch, and the loss of the sample."""
        if self._study is None:
            return ""
        moment = self._study.request.moment
        text = QCoreApplication.translate("Backprop", "at step {0}, epoch {1}: loss {2}")
        return text.format(moment.step, f"{moment.epoch:.4g}", readout(self._study.loss))

    def legend(self) -> list[LegendEntry]:
        """Return nothing: no line of it is a run."""
        return []

    def problem(self) -> str:
        """Return why there is nothing to see; empty if there is."""
        if self._study is None:
            return QCoreApplication.translate("Backprop", "Nothing to show yet.")
        return ""

    def still(self) -> BackpropPicture:
        """Return a picture of the same state."""
        copy = BackpropPicture(self.theme)
        copy.study, copy.index, copy.chosen = self.study, self.index, dict(self.chosen)
        return copy

    # --- painting

    def plan(self, size: QSizeF) -> Plan | None:
        """Return where everything stands in a picture of a size."""
        lit, study = self.lit, self._study
        if lit is None or study is None:
            return None
        before, behind = input_names(study, size.width()), output_names(study, size.width())
        needs = Needs(
            study.network.sizes,
            has_softmax=study.probabilities is not None,
            is_one_hot=study.network.loss is not Loss.SQUARED or study.label is not None,
            has_image=self._is_image,
            before=before.width,
            behind=behind.width,
            sheet=self._sheet_height(study, size),
            focus=(lit.stage.column, lit.partner),
        )
        return plan(needs, size, {column: self.unit(column) for column in range(needs.loss)})

    def _sheet_height(self, study: Backpropagation, size: QSizeF) -> float:
        """Return a height in which the arithmetic of each stage has room.

        It is that of the first sample seen: the network stays where it is while numbers change.
        """
        key = (study.network, size.toTuple())
        if self._height is None or self._height[0] != key:
            width = size.width() - 2.0 * (_EDGE + _PADDING)
            every = stages(len(study.layers))[-_MEASURED:]  # all, of a network that is not deep
            most = max(
                wanted_height(rows_of(study, stage, self.unit(stage.column), 0), width)
                for stage in every
            )
            self._height = key, most + _TITLE + 3.0 * _EDGE
        return self._height[1]

    @property
    def _is_image(self) -> bool:
        study = self._study
        return study is not None and study.request.moment.task.problem == "digits"

    def paint(self, painter: QPainter, size: QSizeF, _ratio: float = 1.0) -> None:
        """Paint everything; the ground is left as it is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where, lit = self.plan(size), self.lit
        if where is None or lit is None:
            self._paint_words(painter, size)
        else:
            self._paint_network(painter, where, lit)
            self._paint_sheet(painter, where.sheet, lit)
        if self.dimmed:
            paint_dimming(painter, QRectF(QPointF(0.0, 0.0), size), self.theme)

    def _paint_words(self, painter: QPainter, size: QSizeF) -> None:
        room = QRectF(QPointF(0.0, 0.0), size).adjusted(16.0, 8.0, -16.0, -8.0)
        face(BODY).write_within(painter, room, self.problem(), colour(self.theme.text_muted))

    def _paint_network(self, painter: QPainter, where: Plan, lit: Lit) -> None:
        theme = self.theme
        chosen = {column.number: self.unit(column.number) for column in where.columns}
        painter.save()
        painter.setClipRect(where.network)
        paint_band(painter, where, lit, theme)
        paint_edges(painter, where, lit, chosen, theme)
        paint_units(painter, where, lit, chosen, theme)
        if where.image is not None:
            is_told = 0 in {lit.stage.column, lit.partner}
            marked = chosen.get(0) if is_told else None
            paint_image(painter, where.image, lit.study.layers[0].given, marked, theme)
        paint_header(painter, where, lit, theme)
        paint_names(painter, where, lit, theme)
        paint_key(painter, where, theme)
        painter.restore()

    def _paint_sheet(self, painter: QPainter, sheet: QRectF, lit: Lit) -> None:
        """Paint the arithmetic under its title."""
        theme, box = self.theme, sheet.adjusted(_EDGE, 0.0, -_EDGE, -_EDGE)
        painter.setPen(QPen(colour(theme.hairline), 1.0))
        painter.setBrush(colour(theme.sunken))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        room = box.adjusted(_PADDING, _EDGE, -_PADDING, -_EDGE)
        title = stage_title(lit.stage, lit.layers, lit.study.network.activation)
        letters = face(BODY, bold=True)
        at = (room.left(), room.top() + _TITLE / 2.0 - 2.0)
        letters.write(painter, at, letters.elided(title, room.width()), colour(theme.text))
        column = lit.stage.column
        rows = rows_of(lit.study, lit.stage, self.unit(column), self.unit(max(column - 1, 0)))
        painter.save()
        painter.setClipRect(box)
        paint_rows(painter, rows, room.adjusted(0.0, _TITLE, 0.0, 0.0), theme)
        painter.restore()
