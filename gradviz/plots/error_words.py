"""What is said of a curve of errors: names of the schemes, notes, and why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.core.arms import ArmKind
from gradviz.core.differences import Method
from gradviz.core.rounding import ORDERS, SUBTRACTING
from gradviz.document.error_curve import CurveProblem
from gradviz.plots.numerals import compact, readout, superscript, variable_label

if TYPE_CHECKING:
    from gradviz.document.error_curve import ErrorCurve


def _tr(text: str) -> str:
    return QCoreApplication.translate("ErrorCurveView", text)


def scheme_name(method: Method) -> str:
    """Return the name of a scheme in a word or two."""
    names = {
        Method.FORWARD: _tr("Forward"),
        Method.BACKWARD: _tr("Backward"),
        Method.CENTRAL: _tr("Central"),
        Method.FIVE_POINT: _tr("Five-point"),
        Method.COMPLEX_STEP: _tr("Complex step"),
        Method.EXACT: _tr("Exact"),
    }
    return names[method]


def arm_name(kind: ArmKind, method: Method) -> str:
    """Return the name of an arm with what it is proportional to."""
    if kind is ArmKind.ROUNDING:
        return _tr("rounding ~ 1/h")
    order = ORDERS[method]
    return _tr("truncation ~ {0}").format("h" if order == 1 else f"h{superscript(order)}")


def best_text(method: Method, best: float) -> str:
    """Return what stands at the best h; the complex step is as good with any smaller one."""
    words = _tr("best h ≈ {0}") if method in SUBTRACTING else _tr("any h up to {0}")
    return words.format(compact(best, 2))


def axis_name(curve: ErrorCurve) -> str:
    """Return what stands along the axis of errors."""
    kind = _tr("relative error") if curve.relative else _tr("absolute error")
    if curve.coordinate is None:
        return _tr("{0} of ∇f").format(kind)
    name = variable_label(curve.variables[curve.coordinate])
    return _tr("{0} of ∂f/∂{1}").format(kind, name)


def error_text(value: float) -> str:
    """Return an error in two figures."""
    if value != value:  # noqa: PLR0124 - nan
        return _tr("not defined")
    return _tr("0, exact") if value == 0.0 else readout(value, 2)


def problem_sentence(curve: ErrorCurve) -> str:
    """Return why there is no curve; "" if there is."""
    sentences = {
        CurveProblem.VALUE: _tr("f has no finite value at this point, so there is no gradient."),
        CurveProblem.GRADIENT: _tr(
            "The exact gradient is not finite at this point: there is nothing to measure against."
        ),
    }
    return "" if curve.problem is None else sentences[curve.problem]


def note(curve: ErrorCurve) -> str:
    """Return what a reader should know of a curve; "" where it speaks for itself."""
    if curve.problem is not None:
        return ""
    said = [_shape_note(curve)]
    if not curve.relative:
        said.append(_tr("The exact derivative is 0 here, so errors are absolute."))
    return " ".join(text for text in said if text)


def _shape_note(curve: ErrorCurve) -> str:
    method = curve.request.method
    if method is Method.EXACT:
        return _tr("The exact gradient has no h: it is what the schemes are measured against.")
    if not curve.truncating:
        return _exactness(method)
    if not has_truncation(curve):
        return _tr("No truncation error shows at this point, only rounding.")
    if method is Method.COMPLEX_STEP:
        return _tr("The complex step subtracts nothing: there is no rounding error to grow.")
    return ""


def _exactness(method: Method) -> str:
    sentences = {
        Method.FORWARD: _tr(
            "Forward differences are exact on linear functions: there is no truncation error "
            "here, only rounding."
        ),
        Method.BACKWARD: _tr(
            "Backward differences are exact on linear functions: there is no truncation error "
            "here, only rounding."
        ),
        Method.CENTRAL: _tr(
            "Central differences are exact on quadratics: there is no truncation error here, "
            "only rounding."
        ),
        Method.FIVE_POINT: _tr(
            "The five-point stencil is exact on polynomials up to degree 4: there is no "
            "truncation error here, only rounding."
        ),
        Method.COMPLEX_STEP: _tr(
            "The complex step is exact on quadratics and subtracts nothing: there is no error "
            "to see here."
        ),
    }
    return sentences[method]


def has_truncation(curve: ErrorCurve) -> bool:
    """Tell whether the scheme in use shows a truncation error."""
    return any(arm.kind is ArmKind.TRUNCATION for arm in curve.shape.arms)


def example(curve: ErrorCurve) -> str:
    """Return a function that shows the arm that is missing, of as many variables; "" if none is."""
    exact = curve.request.method is Method.EXACT
    if exact or curve.problem is not None or has_truncation(curve):
        return ""
    count = len(curve.variables)
    if count == 1:
        return "exp(x)*sin(3*x) + x**2"
    waves = [f"sin(3*x{i})" for i in range(1, count)]
    squares = [f"x{i}**2" for i in range(count)]
    return f"exp(x0)*{'*'.join(waves)} + {' + '.join(squares)}"
