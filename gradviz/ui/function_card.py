"""The card of the function: its editor, what is wrong with it, and its parameters' sliders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gradviz.ui.card import Card
from gradviz.ui.controls import IconButton
from gradviz.ui.editor.formula_editor import FormulaEditor
from gradviz.ui.formula_display import FormulaDisplay
from gradviz.ui.parameter_sliders import ParameterSliders
from gradviz.ui.wording import formula_sentence

if TYPE_CHECKING:
    from gradviz.core.formula import Formula, FormulaError
    from gradviz.document.experiment import Experiment
    from gradviz.plots.themes import Theme


class FunctionCard(Card):
    """Shows the formula of an experiment and tells what is typed.

    Attributes
    ----------
    display : FormulaDisplay
        The formula and its gradient, typeset.
    sliders : ParameterSliders
        The named parameters; tells what the user makes of them.
    """

    textEdited = Signal(str)  # noqa: N815  (Qt's spelling)
    """The text, right or wrong, after each change by the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Function"))
        self._shown: str | None = None
        self.editor = FormulaEditor()
        self.editor.setObjectName("formulaEditor")
        self.editor.setAccessibleName(self.tr("Formula"))
        self.editor.setPlaceholderText(self.tr("x0**2 + x1**2"))
        self._tip = self.tr("A function of x0, x1, … or x, y; Ctrl+Space lists names")
        self.editor.setToolTip(self._tip)
        self.editor.setAccessibleDescription(self._tip)
        self._message = self._build_message()
        self.sliders = ParameterSliders()
        self.body.addWidget(self.editor)
        self.display = FormulaDisplay()
        self.add_header_widget(IconButton(self.display.copy_action))
        self.body.addWidget(self._message)
        self.body.addWidget(self.display)
        self.body.addWidget(self.sliders)
        self.editor.edited.connect(self.textEdited)

    def _build_message(self) -> QLabel:
        message = QLabel()
        message.setObjectName("formulaMessage")
        message.setProperty("role", "error")
        message.setTextFormat(Qt.TextFormat.PlainText)
        message.setWordWrap(True)
        message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        message.hide()
        return message

    def set_experiment(self, experiment: Experiment, formula: Formula) -> None:
        """Show the formula of an experiment; text that is newer than the experiment stays."""
        if experiment.formula != self._shown:
            self.show_text(experiment.formula)
        self.editor.set_variables(formula.variables)
        self.display.set_formula(formula)
        self.sliders.set_experiment(experiment, formula)
        count = len(formula.variables)
        several = self.tr("{0} variables").format(count)
        self.set_note(self.tr("1 variable") if count == 1 else several)

    def show_text(self, text: str) -> None:
        """Show the formula of an experiment in place of whatever is typed."""
        self._shown = text
        self.editor.set_text(text)

    def show_typed(self, text: str) -> None:
        """Show what is no formula: it is in a file, or was gone back to; mostly it is there."""
        self.editor.set_text(text)

    def set_error(self, error: FormulaError | None) -> None:
        """Underline a mistake and say below what it is; None for no mistake."""
        text = "" if error is None else formula_sentence(error)
        self.display.set_dimmed(error is not None)
        self.editor.mark(None if error is None else error.span)
        self._message.setText(text)
        self._message.setAccessibleName(text)
        self._message.setVisible(error is not None)
        self.editor.setAccessibleDescription(text or self._tip)
        self.editor.setProperty("invalid", error is not None)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def set_theme(self, theme: Theme) -> None:
        """Colour everything anew."""
        self.editor.set_theme(theme)
        self.display.set_theme(theme)
        self.sliders.set_theme(theme)
