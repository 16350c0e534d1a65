"""The words above the picture of the layers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gradviz.document.layers_look import Form, Shown
from gradviz.plots.colours import colour
from gradviz.plots.error_header import wrapped
from gradviz.plots.layers_words import (
    first_units,
    idle_sentences,
    loss_text,
    moment_text,
    samples_text,
    shown_word,
)
from gradviz.plots.lettering import Align, face
from gradviz.plots.matrix_tables import MOST_IMAGES, is_small

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gradviz.document.layer_values import LayerValues
    from gradviz.document.layers_look import LayersLook
    from gradviz.plots.themes import Theme

ROW: Final = 16.0
_TOP: Final = 5.0
_MOST_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class LayersHeader:
    """Where the words stand.

    Attributes
    ----------
    title : str
        What is shown, and when.
    loss : str
        The loss, at the right.
    lines : tuple of str
        Sentences, broken into lines.
    height : float
        Of all of it.
    """

    title: str
    loss: str
    lines: tuple[str, ...]
    height: float


def layers_header(values: LayerValues, look: LayersLook, width: float) -> LayersHeader:
    """Break the words into lines of a width in pixels."""
    loss = loss_text(values)
    room = width - face(bold=True).width(loss) - 12.0
    title = face().elided(title_of(values, look), room)
    lines: list[str] = []
    if look.shown is Shown.ACTIVATIONS:
        words = idle_sentences(values)
        if look.form is Form.MATRIX:
            words.insert(0, samples_text(values))
        lines = wrapped(" ".join(words), width)
    elif look.form is Form.IMAGES and values.network.sizes[1] > MOST_IMAGES:
        lines = wrapped(first_units(MOST_IMAGES, values.network.sizes[1]), width)
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], face().elided(lines[_MOST_LINES - 1] + " …", width)]
    return LayersHeader(title, loss, tuple(lines), _TOP + ROW * (1 + len(lines)) + 5.0)


def title_of(values: LayerValues, look: LayersLook) -> str:
    """Return what is shown, and when."""
    return f"{heading_of(values, look)}, {moment_text(values)}"


def heading_of(values: LayerValues, look: LayersLook) -> str:
    """Return what is shown."""
    together = is_small(values) and look.form is not Form.IMAGES
    return shown_word(look.shown, with_gradients=together)


def paint_layers_header(
    painter: QPainter, header: LayersHeader, left: float, width: float, theme: Theme
) -> None:
    """Write all of it."""
    level = _TOP + ROW / 2.0
    face().write(painter, (left, level), header.title, colour(theme.text_muted))
    ink = colour(theme.text)
    face(bold=True).write(painter, (left + width, level), header.loss, ink, Align.AlignRight)
    for line in header.lines:
        level += ROW
        face().write(painter, (left, level), line, ink)
