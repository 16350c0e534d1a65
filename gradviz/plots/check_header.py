"""The words above a gradient check: a verdict, the worst weight, why it differs, and the price."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from gradviz.document.check_values import Agreement
from gradviz.plots.check_words import (
    moment_text,
    part_sentence,
    price_sentence,
    reason,
    setting,
    title,
    verdict,
    worst_sentence,
)
from gradviz.plots.colours import colour
from gradviz.plots.error_header import wrapped
from gradviz.plots.lettering import Align, face
from gradviz.plots.numerals import readout

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gradviz.document.check_values import CheckStudy
    from gradviz.plots.themes import Theme

ROW: Final = 17.0
PILL: Final = 20.0
_DOT, _DOT_AT = 2.75, 11.5
_PILL_LEFT: Final = 20.0
_PILL_RIGHT: Final = 10.0
_GAP: Final = 12.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: its middle, and whether it is among what is read first."""

    level: float
    text: str
    strong: bool


@dataclass(frozen=True, slots=True)
class CheckHeader:
    """Where the words stand.

    Attributes
    ----------
    pill : QRectF
        The verdict.
    title_level : float
        Middle of the line of the title.
    title : str
        What is shown, empty where it is narrow: then it is the last of the sentences.
    relative : str
        The relative error, at the right.
    lines : tuple of Line
        Sentences, broken into lines.
    height : float
        Of all of it.
    """

    pill: QRectF
    title_level: float
    title: str
    relative: str
    lines: tuple[Line, ...]
    height: float


def check_header(study: CheckStudy, left: float, width: float, height: float) -> CheckHeader | None:
    """Place the words; None where nothing was found.

    Parameters
    ----------
    study : CheckStudy
        What to tell.
    left, width : float
        Where, in pixels.
    height : float
        What words may take if some can be left out: those on whose loss it is, and when.
    """
    found = study.found
    if found is None:
        return None
    wide = _PILL_LEFT + face(bold=True).width(verdict(found.agreement)) + _PILL_RIGHT
    pill = QRectF(left + width - round(wide), 4.0, round(wide), PILL)
    relative = QCoreApplication.translate("CheckView", "relative {0}").format(
        readout(found.relative, 2)
    )
    room = pill.left() - left - face(bold=True).width(relative) - 2 * _GAP
    words = f"{title()}, {moment_text(study.request)}"
    fits = face().width(words) <= room
    spare = [(setting(study), False), *([] if fits else [(words, False)])]
    lines, top = _broken([*_sentences(study), *spare], pill.bottom() + 4.0, width)
    if top > height:
        lines, top = _broken(_sentences(study), pill.bottom() + 4.0, width)
    return CheckHeader(
        pill, pill.center().y(), words if fits else "", relative, tuple(lines), top + 4.0
    )


def _broken(
    sentences: list[tuple[str, bool]], top: float, width: float
) -> tuple[list[Line], float]:
    """Break sentences into lines; return them with where the last one ends."""
    lines = []
    for text, strong in sentences:
        for part in wrapped(text, width):
            lines.append(Line(top + ROW / 2, part, strong))
            top += ROW
    return lines, top


def _sentences(study: CheckStudy) -> list[tuple[str, bool]]:
    found = study.found
    worst = "" if found is None else worst_sentence(found)
    return [
        (worst, True),
        (reason(study), True),
        (price_sentence(study), False),
        (part_sentence(study), False),
    ]


def paint_check_header(
    painter: QPainter, study: CheckStudy, header: CheckHeader, left: float, theme: Theme
) -> None:
    """Write all of it."""
    found = study.found
    if found is None:
        return
    ink, muted = colour(theme.text), colour(theme.text_muted)
    face().write(painter, (left, header.title_level), header.title, muted)
    at = (header.pill.left() - _GAP, header.title_level)
    face(bold=True).write(painter, at, header.relative, ink, Align.AlignRight)
    paint_pill(painter, header.pill, verdict(found.agreement), tone(study), theme)
    for index, line in enumerate(header.lines):
        words = face(bold=index == 0)
        words.write(painter, (left, line.level), line.text, ink if line.strong else muted)


def tone(study: CheckStudy) -> str:
    """Return whether the verdict is ``ok``, one to ``warn`` of, or ``bad``."""
    if study.found is None or study.found.agreement is Agreement.AGREES:
        return "ok"
    is_explained = study.found.agreement is Agreement.KINK or study.fault is not None
    return "warn" if is_explained else "bad"


def paint_pill(painter: QPainter, box: QRectF, text: str, tone: str, theme: Theme) -> None:
    """Write a word or two on a tinted ground, behind a dot in the colour of the words."""
    inks = {
        "ok": (theme.ok, theme.ok_soft),
        "warn": (theme.warn, theme.warn_soft),
        "bad": (theme.bad, theme.bad_soft),
    }
    ink, ground = inks[tone]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setBrush(colour(ink))
    painter.drawEllipse(QPointF(box.left() + _DOT_AT, box.center().y()), _DOT, _DOT)
    at = (box.left() + _PILL_LEFT, box.center().y())
    face(bold=True).write(painter, at, text, colour(ink))
