"""What is said of samples and regions: names of axes, notes, and the words of the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from gradviz.document.regions import COMPONENTS, RegionsKind
from gradviz.plots.numerals import compact, readout, variable_label

if TYPE_CHECKING:
    from gradviz.document.regions import RegionsStudy

LONGEST: Final = 28
"""Letters of a name that are written out."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("RegionsView", text)


def short(name: str) -> str:
    """Return a name, its end left out if it is long."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def class_words(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names of classes for a key; the first says what they are if all are numbers."""
    if not names or not all(name.isdecimal() for name in names):
        return names
    return (_tr("class {0}").format(names[0]), *names[1:])


def input_label(name: str) -> str:
    """Return an input as it is written: ``x0`` with its index set low."""
    return short(variable_label(name))


def component_label(number: int) -> str:
    """Return the name of a principal component, which count from 1."""
    return _tr("main direction {0}").format(number)


def axis_names(study: RegionsStudy) -> tuple[str, str]:
    """Return what is along both axes."""
    named = study.inputs_named
    if study.kind is RegionsKind.ODDS:
        return _with_unit(named[0], study), _tr("probability")
    if study.kind is RegionsKind.LINE:
        return _with_unit(named[0], study), _tr("target")
    if study.axes == COMPONENTS:
        return component_label(1), component_label(2)
    first, second = study.axes
    return _with_unit(named[first], study), _with_unit(named[second], study)


def _with_unit(name: str, study: RegionsStudy) -> str:
    """Name an input, and that it is counted in deviations from its mean if it is."""
    if not study.request.moment.task.is_standardised:
        return input_label(name)
    return _tr("{0} (standardised)").format(input_label(name))


def heading(study: RegionsStudy | None) -> str:
    """Return what is shown, in a line."""
    if study is None:
        return ""
    sizes = "-".join(map(str, study.request.moment.network.sizes))
    words = {
        RegionsKind.CLASSES: _tr("Decision regions of {0}"),
        RegionsKind.FIELD: _tr("Answers of {0}"),
        RegionsKind.ODDS: _tr("Probabilities by {0}"),
        RegionsKind.LINE: _tr("Fit of {0}"),
    }
    return words[study.kind].format(sizes)


def moment_text(study: RegionsStudy | None) -> str:
    """Return at which step and epoch the network is shown."""
    if study is None:
        return ""
    moment = study.request.moment
    return _tr("at step {0}, epoch {1}").format(moment.step, compact(moment.epoch, 4))


def slice_note(study: RegionsStudy, *, regions: bool) -> str:
    """Say through what the plane goes, where there are more inputs than it shows; else ""."""
    if not study.is_slice:
        return ""
    if study.axes == COMPONENTS:
        if regions:
            return _tr(
                "{0} inputs along their main directions; regions where all else is at the mean"
            ).format(len(study.inputs_named))
        return _tr("{0} inputs along their two main directions").format(len(study.inputs_named))
    return _tr("regions where the other inputs are at their mean") if regions else ""


def line_text(study: RegionsStudy) -> str:
    """Return the equation of a fitted straight line; "" if there is none."""
    if study.line is None:
        return ""
    slope, intercept = study.line
    sign = _tr("{0} = {1} {2} + {3}") if not intercept < 0.0 else _tr("{0} = {1} {2} − {3}")
    name = input_label(study.inputs_named[0])
    return sign.format("y", readout(slope, 4), name, readout(abs(intercept), 4))


def unknown_words() -> str:
    """Say why there is no region."""
    return _tr("no answer: scores are not numbers")


def waiting() -> str:
    """Say that there is nothing yet."""
    return _tr("Nothing to show yet.")


def train_word() -> str:
    """Return the word for samples that are trained with."""
    return _tr("train")


def test_word() -> str:
    """Return the word for samples that are kept back."""
    return _tr("test")


def wrong_word() -> str:
    """Return the word for samples that are taken for another class."""
    return _tr("misclassified")


def answer_word() -> str:
    """Return the word for what a network says to inputs."""
    return _tr("answer")


def no_number_words() -> str:
    """Return what stands in place of an answer that is no number."""
    return _tr("not a number")


def target_word() -> str:
    """Return the word for what a network should say."""
    return _tr("target")


def residual_word() -> str:
    """Return the word for what a target is above the answer."""
    return _tr("residual")


def taken_for_word() -> str:
    """Return what stands before the class that a network holds a sample to be of."""
    return _tr("taken for")


def nearest_words(*, is_test: bool, number: int) -> str:
    """Name a sample, which count from 0."""
    return (_tr("test sample {0}") if is_test else _tr("train sample {0}")).format(number)


def percent(share: float) -> str:
    """Return a probability in percent, not as certain if it is not."""
    text = f"{100.0 * share:.1f}"
    if text == "100.0" and share < 1.0:
        text = ">99.9"
    return f"{text} %"
