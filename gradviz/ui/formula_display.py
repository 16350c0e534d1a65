"""The function and its partial derivatives as one would write them by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradviz.core.formula.latex import latex
from gradviz.core.formula.lettering import name_latex
from gradviz.model.timers import single_shot
from gradviz.plots import typeset
from gradviz.plots.numerals import variable_label
from gradviz.plots.typeset_rows import Flow, Part, Row, Words
from gradviz.plots.typeset_view import TypesetView
from gradviz.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from gradviz.core.formula import Formula
    from gradviz.document.typesetting import Typesetting
    from gradviz.plots.themes import Theme

HEIGHT: Final = 150
"""Pixels from which it scrolls."""
PATIENCE: Final = 300
"""Milliseconds that the former formula stays while the new one is typeset."""
ALL, FEW = 8, 5
"""Partial derivatives that are all shown, and how many are if there are more."""
_TYPED: Final = 120
BREAKABLE: Final = range(60, 400)
"""Letters of LaTeX of an equation that may be broken: fewer fit, more are too many pieces."""


class FormulaDisplay(TypesetView):
    """Shows a formula; what is copied has all its derivatives.

    Attributes
    ----------
    copy_action : QAction
        Copies the LaTeX; it is in the context menu, and wants a button near by.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formulaDisplay")
        self.setAccessibleName(self.tr("Formula and gradient"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._formula: Formula | None = None
        self._pending: tuple[Row, ...] | None = None
        self._patience = single_shot(self, PATIENCE, self._show_pending)
        self.copy_action = QAction(self.tr("Copy LaTeX"), self)
        self.copy_action.setObjectName("copyFormulaAction")
        self.copy_action.setToolTip(self.tr("Copy the formula and its gradient as LaTeX"))
        self.copy_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_action.triggered.connect(self._copy)
        self.addAction(self.copy_action)

    def set_formula(self, formula: Formula) -> None:
        """Show a formula."""
        if formula is self._formula:
            return
        self._formula = formula
        self.setAccessibleDescription(formula.text)
        self._pending = _rows(formula, self.tr("and {0} more; they are copied too"))
        if self.isVisible() and self.rows and self._unknown(self._pending[:1]):
            self._patience.start()
            self._ask([])
        else:
            self._show_pending()

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colours."""
        super().set_theme(theme)
        self.copy_action.setIcon(icon("copy", theme))

    def take(self, typesetting: Typesetting) -> None:
        """Show lines that were typeset."""
        super().take(typesetting)
        if self._pending is not None and not self._unknown(self._pending[:1]):
            self._show_pending()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Return the height of what is shown, as far as it is not too much."""
        bar = self.horizontalScrollBar()
        beside = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return QSize(200, min(self.content_height() + beside, HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Return the same height: there is no less."""
        return QSize(60, self.sizeHint().height())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Wait for nothing while it is not seen."""
        if self._pending is not None:
            self._show_pending()
        super().hideEvent(event)

    def _ask(self, unknown: Sequence[str]) -> None:
        """Ask for what is to be shown next rather than for what is shown still."""
        super()._ask(unknown if self._pending is None else self._unknown(self._pending))

    def _unknown(self, rows: Sequence[Row]) -> list[str]:
        return [line for row in rows for line in row.lines() if not typeset.is_known(line)]

    def _show_pending(self) -> None:
        self._patience.stop()
        if self._pending is not None:
            rows, self._pending = self._pending, None
            self.set_rows(rows)

    def _copy(self) -> None:
        if self._formula is not None:
            QGuiApplication.clipboard().setText(formula_latex(self._formula))


def formula_latex(formula: Formula) -> str:
    """Return a formula and all its partial derivatives as an ``aligned`` environment."""
    partials = zip(formula.variables, formula.gradient_latex(), strict=True)
    lines = [f"f &= {formula.latex()}"]
    lines += [f"{_partial(name)} &= {partial}" for name, partial in partials]
    body = " \\\\\n".join(lines)
    return f"\\begin{{aligned}}\n{body}\n\\end{{aligned}}\n"


def _rows(formula: Formula, more: str) -> tuple[Row, ...]:
    typed = " ".join(formula.text.split())
    typed = typed if len(typed) <= _TYPED else f"{typed[:_TYPED]} …"
    rows: list[Row] = [_line("f", formula.latex(), f"f = {typed}")]
    count = formula.dimension if formula.dimension <= ALL else FEW
    for name, partial in zip(formula.variables[:count], formula.gradient[:count], strict=True):
        plain = f"∂f/∂{variable_label(name)} = …"
        rows.append(_line(_partial(name), latex(partial), plain))
    if count < formula.dimension:
        rows.append(Words(more.format(formula.dimension - count)))
    return tuple(rows)


def _line(name: str, right: str, plain: str) -> Flow:
    """Return an equation, to be broken before the signs of a long sum."""
    first, *others = summands(right) if len(right) in BREAKABLE else [right]
    goes_on = (Part(f"{{}}{other}", plain=" ") for other in others)
    return Flow((Part(f"{name} = {first}", plain=plain), *goes_on))


def summands(latex: str) -> list[str]:
    """Cut LaTeX before each plus and minus that no bracket holds."""
    pieces, depth = [""], 0
    for sign in re.split(r"([(){}]| [+-] )", latex):
        depth += (sign in {"(", "{"}) - (sign in {")", "}"})
        if depth == 0 and sign in {" + ", " - "}:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _partial(name: str) -> str:
    return rf"\frac{{\partial f}}{{\partial {name_latex(name)}}}"
