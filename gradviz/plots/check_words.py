"""What is said of a gradient check: what differs, why, and what it cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from gradviz.core.differences import Method
from gradviz.core.network.kinks import REACH
from gradviz.document.check_values import AGREES, Agreement, CheckProblem, CheckSamples, Fault
from gradviz.document.gradient_sweep import Part
from gradviz.plots.error_words import scheme_name
from gradviz.plots.numerals import compact, readout

if TYPE_CHECKING:
    from gradviz.core.network.kinks import Kink
    from gradviz.document.check_values import CheckRequest, CheckStudy, Found
    from gradviz.document.gradient_sweep import SweepErrors

_HUNDRED: Final = 100


def _tr(text: str) -> str:
    return QCoreApplication.translate("CheckView", text)


def count_text(number: int) -> str:
    """Return a count with its thousands apart."""
    return f"{number:,}"


def verdict(agreement: Agreement) -> str:
    """Return what comes of a check in a word or two."""
    words = {
        Agreement.AGREES: _tr("Agrees"),
        Agreement.KINK: _tr("Kink"),
        Agreement.DISAGREES: _tr("Disagrees"),
        Agreement.NOT_FINITE: _tr("Not finite"),
    }
    return words[agreement]


def criterion() -> str:
    """Return what the verdict goes by."""
    return _tr(
        "Agrees: the relative error ‖numeric − backprop‖ / (‖numeric‖ + ‖backprop‖) over all "
        "weights checked is below {0}.\n"
        "Kink: it is not, but most of the largest difference is gone when every ReLU is held as "
        "it is.\n"
        "Disagrees: it is not, and no kink is to blame."
    ).format(compact(AGREES))


def _measure() -> str:
    return _tr("|numeric − backprop|")


def title() -> str:
    """Return what the heat map shows."""
    return _tr("{0} per weight").format(_measure())


def scheme_phrase(method: Method) -> str:
    """Return the name of a scheme within a sentence."""
    phrases = {
        Method.FORWARD: _tr("forward differences"),
        Method.BACKWARD: _tr("backward differences"),
        Method.CENTRAL: _tr("central differences"),
        Method.FIVE_POINT: _tr("five-point differences"),
        Method.COMPLEX_STEP: _tr("the complex step"),
        Method.EXACT: _tr("backpropagation"),
    }
    return phrases[method]


def setting(study: CheckStudy) -> str:
    """Return what is compared: the scheme, h and the samples."""
    request = study.request
    words = (
        _tr("The backpropagation of the runs against {0} with h = {1}: {2}.")
        if request.is_stand_in
        else _tr("The gradient of the runs, {0} with h = {1}, against backpropagation: {2}.")
    )
    phrase, h = scheme_phrase(request.method), compact(request.h, 2)
    return words.format(phrase, h, samples_phrase(study))


def samples_phrase(study: CheckStudy) -> str:
    """Return whose loss is differentiated."""
    if study.samples == 1:
        return _tr("loss of one sample")
    is_batch = study.request.samples is CheckSamples.BATCH
    words = (
        _tr("loss of the {0} samples of this step")
        if is_batch
        else _tr("loss of all {0} training samples")
    )
    return words.format(count_text(study.samples))


def moment_text(request: CheckRequest) -> str:
    """Return at which step and epoch the weights are taken."""
    moment = request.moment
    return _tr("at step {0}, epoch {1}").format(moment.step, compact(moment.epoch, 4))


def worst_sentence(found: Found) -> str:
    """Return which weight differs most."""
    if found.largest == 0.0:
        return _tr("Both gradients are equal to the last bit.")
    own = max(abs(float(found.numeric[found.worst])), abs(float(found.backprop[found.worst])))
    words = _tr("Largest difference {0} at {1}").format(readout(found.largest, 2), found.place.name)
    relative = found.largest / own if own > 0.0 else 0.0
    if not relative < float("inf"):
        return words
    return _tr("{0}, {1} of the derivative there").format(words, readout(relative, 2))


def reason(study: CheckStudy) -> str:
    """Return why the worst weight differs, where that is known; "" else."""
    found = study.found
    if found is None:
        return ""
    if found.kink is not None:
        return kink_sentence(found.kink, study.request.method)
    return fault_sentence(study)


def kink_sentence(kink: Kink, method: Method) -> str:
    """Return where the function has a kink."""
    words = _tr(
        "ReLU unit {0} of layer {1} changes sign for sample {2} within {3}: the function has a "
        "kink there, backpropagation takes one side."
    ).format(kink.unit, (kink.layer + 1) // 2, kink.sample, reach_text(method))
    if kink.count == 1:
        return words
    if kink.count == 2:  # noqa: PLR2004 - this one and another
        return words + " " + _tr("So does 1 more.")
    return words + " " + _tr("So do {0} more.").format(kink.count - 1)


def reach_text(method: Method) -> str:
    """Return how far a scheme looks."""
    low, high = REACH[method]
    if low == -high:
        return "±h" if high == 1 else f"±{high}h"
    return "+h" if high else "−h"


def fault_sentence(study: CheckStudy) -> str:
    """Return what is wrong with the h in use; "" if nothing is known to be."""
    swept, fault = study.sweep, study.fault
    if swept is None or fault is None or swept.best is None:
        return ""
    best, value = float(swept.steps[swept.best]), float(swept.chosen.values[swept.best])
    sentences = {
        Fault.TOO_SMALL: _tr(
            "This h is too small, rounding makes the difference: with h = {0} the largest is {1}."
        ),
        Fault.TOO_LARGE: _tr(
            "This h is too large for {2}: with h = {0} the largest difference is {1}."
        ),
    }
    phrase = scheme_phrase(study.request.method)
    return sentences[fault].format(compact(best, 2), readout(value, 2), phrase)


def price_sentence(study: CheckStudy) -> str:
    """Return what both ways to the gradient cost."""
    if study.found is None:
        return ""
    price, checked = study.found.price, len(study.found.indices)
    words = (
        _tr(
            "Differences: {0} evaluations of the loss, {1}; backpropagation: 1 forward and 1 "
            "backward pass, {2}, {3}× as fast."
        )
        if study.is_whole
        else _tr(
            "Differences: {0} evaluations of the loss, {1}; backpropagation: 1 forward and 1 "
            "backward pass, {2}, for all weights about {3}× as fast."
        )
    )
    factor = price.factor * study.network.size / checked
    return words.format(
        count_text(price.evaluations),
        time_text(price.seconds),
        time_text(price.backprop_seconds),
        count_text(round(factor)) if factor < _HUNDRED else count_text(int(float(f"{factor:.1e}"))),
    )


def time_text(seconds: float) -> str:
    """Return a time to two figures."""
    if seconds >= 1.0:
        return _tr("{0} s").format(readout(seconds, 2))
    return _tr("{0} ms").format(readout(1e3 * seconds, 2))


def part_sentence(study: CheckStudy) -> str:
    """Return how many weights were checked, if not all."""
    if study.found is None or study.is_whole:
        return ""
    return _tr("{0} of {1} weights are checked, drawn at random with seed {2}.").format(
        count_text(len(study.found.indices)),
        count_text(study.network.size),
        study.request.moment.seed,
    )


def sweep_title(study: CheckStudy) -> str:
    """Return what the curves show, and of how many weights."""
    words = _tr("{0} against h").format(_measure())
    count = 0 if study.sweep is None else len(study.sweep.indices)
    if count == study.network.size:
        return words
    return _tr("{0}: {1} of {2} weights, drawn at random, and the worst").format(
        words, count_text(count - 1), count_text(study.network.size)
    )


def line_name(line: SweepErrors, method: Method) -> str:
    """Return what a curve is called; those of the scheme in use tell which number they are."""
    name = scheme_name(line.method)
    if line.method is not method:
        return name
    words = {Part.LARGEST: _tr("{0}, largest"), Part.MEDIAN: _tr("{0}, median")}
    return words[line.part].format(name)


def problem_sentence(study: CheckStudy | None) -> str:
    """Return why there is nothing to see; "" if there is."""
    if study is None:
        return _tr("No gradient has been checked yet: that is done once the cursor rests.")
    sentences = {
        CheckProblem.LOSS: _tr(
            "The loss is not a finite number with the weights of this step, so there is no "
            "gradient to check."
        ),
    }
    return "" if study.problem is None else sentences[study.problem]
