"""The reader's words for what the core says in codes: mistakes, verdicts, methods, conventions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.core.differences import Method
from gradviz.core.formula.errors import SENTENCES, WORDS
from gradviz.core.optimizers import Convention
from gradviz.core.verdict import VerdictKind
from gradviz.ui.error_words import coded_sentence, quoted
from gradviz.ui.stability_words import limit_sentence

if TYPE_CHECKING:
    from gradviz.core.formula import FormulaError
    from gradviz.core.stability import Stability
    from gradviz.core.verdict import Verdict
    from gradviz.document.experiment import ExperimentError


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wording", text)


def formula_sentence(error: FormulaError) -> str:
    """Return what is wrong with a formula, and below it what to do if anything is known."""
    words = {
        name: _translated("FormulaError", value) if name in WORDS else value
        for name, value in error.values.items()
    }
    sentence = _translated("FormulaError", SENTENCES[error.code]).format_map(words)
    hint = _translated("FormulaHint", error.advice).format_map(words)
    return quoted(f"{sentence}\n{hint}" if hint else sentence)


def experiment_sentence(error: ExperimentError) -> str:
    """Return why an experiment cannot be, in a sentence."""
    return coded_sentence(error)


def _translated(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text) if text else ""


def verdict_chip(verdict: Verdict) -> str:
    """Return a verdict in one to four words."""
    if _has_not_begun(verdict):
        return _tr("No step taken")
    words = {
        VerdictKind.CONVERGED: _tr("Converged"),
        VerdictKind.STILL_DESCENDING: _tr("Still descending"),
        VerdictKind.OSCILLATING: _tr("Oscillating"),
        VerdictKind.DIVERGED: _tr("Diverged"),
        VerdictKind.GRADIENT_ROUNDED_TO_ZERO: _tr("Gradient rounded to 0"),
        VerdictKind.NOT_FINITE: _tr("Not finite"),
        VerdictKind.LEFT_THE_VIEW: _tr("Left the view"),
        VerdictKind.CANCELLED: _tr("Cancelled"),
    }
    return words[verdict.kind]


def _has_not_begun(verdict: Verdict) -> bool:
    return verdict.kind is VerdictKind.STILL_DESCENDING and not verdict.step


def verdict_sentence(verdict: Verdict, stability: Stability | None = None) -> str:
    """Return what a verdict means, with the step where it became true.

    With the stability of the run also why, if that is its learning rate, and what it may be.
    """
    limit = "" if stability is None else limit_sentence(stability, place=True)
    if stability is None or not limit:
        return _plain_sentence(verdict)
    causes = {
        VerdictKind.DIVERGED: _tr("From step {0} on the run goes off without end: {1}."),
        VerdictKind.OSCILLATING: _tr(
            "From step {0} on the run goes to and fro and f falls no further: {1}."
        ),
    }
    if stability.too_fast and verdict.kind in causes:
        return causes[verdict.kind].format(verdict.step, limit)
    if stability.at_limit and verdict.kind is VerdictKind.OSCILLATING:
        jumping = _tr(
            "From step {0} on the run goes to and fro and neither comes nearer nor leaves: {1}."
        )
        return jumping.format(verdict.step, limit)
    return f"{_plain_sentence(verdict)} {limit}."


def _plain_sentence(verdict: Verdict) -> str:
    if _has_not_begun(verdict):
        return _tr("The run has 0 steps: it stays at the start.")
    sentences = {
        VerdictKind.CONVERGED: _tr(
            "From step {0} on the gradient has all but vanished: the run has arrived."
        ),
        VerdictKind.STILL_DESCENDING: _tr(
            "After step {0} the values still fall: more steps or a larger learning rate go further."
        ),
        VerdictKind.OSCILLATING: _tr(
            "From step {0} on the run goes to and fro and f falls no further: try a smaller "
            "learning rate."
        ),
        VerdictKind.DIVERGED: _tr(
            "From step {0} on the run goes off without end: most often the learning rate is too "
            "large."
        ),
        VerdictKind.GRADIENT_ROUNDED_TO_ZERO: _tr(
            "At step {0} adding h no longer changes f, so the difference is 0 although the slope "
            "is not: choose a larger h or the exact gradient."
        ),
        VerdictKind.NOT_FINITE: _tr("At step {0} f or its gradient is not a finite number."),
        VerdictKind.LEFT_THE_VIEW: _tr("At step {0} the run leaves the part of the plane shown."),
        VerdictKind.CANCELLED: _tr("Computing was stopped at step {0}."),
    }
    return sentences[verdict.kind].format(verdict.step)


def method_label(method: Method) -> str:
    """Return the name of a way to the gradient."""
    labels = {
        Method.FORWARD: _tr("Forward difference"),
        Method.BACKWARD: _tr("Backward difference"),
        Method.CENTRAL: _tr("Central difference"),
        Method.FIVE_POINT: _tr("Five-point stencil"),
        Method.COMPLEX_STEP: _tr("Complex step"),
        Method.EXACT: _tr("Exact"),
    }
    return labels[method]


def method_tip(method: Method) -> str:
    """Return what a way to the gradient computes along one coordinate."""
    tips = {
        Method.FORWARD: _tr("(f(x+h) − f(x)) / h; error of order h"),
        Method.BACKWARD: _tr("(f(x) − f(x−h)) / h; error of order h"),
        Method.CENTRAL: _tr("(f(x+h) − f(x−h)) / 2h; error of order h²"),
        Method.FIVE_POINT: _tr("(f(x−2h) − 8f(x−h) + 8f(x+h) − f(x+2h)) / 12h; error of order h⁴"),
        Method.COMPLEX_STEP: _tr("Im f(x+ih) / h; error of order h², without cancellation"),
        Method.EXACT: _tr("Reverse-mode automatic differentiation: exact but for rounding"),
    }
    return tips[method]


def convention_label(convention: Convention) -> str:
    """Return the name of a convention for the formulas of optimizers."""
    labels = {Convention.BOOK: _tr("Book"), Convention.PYTORCH: _tr("PyTorch")}
    return labels[convention]


def convention_tip(convention: Convention) -> str:
    """Return whose formulas a convention follows."""
    tips = {
        Convention.BOOK: _tr("As in Deep Learning from Scratch: v = m·v − lr·g, x += v"),
        Convention.PYTORCH: _tr("As in torch.optim: b = m·b + g, x −= lr·b"),
    }
    return tips[convention]
