"""What is said of what a network takes samples for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from gradviz.core.network.metrics import NO_CLASS
from gradviz.document.answers import AnswersProblem, Samples
from gradviz.plots.answers_names import short_name
from gradviz.plots.numerals import compact
from gradviz.plots.regions_words import percent

if TYPE_CHECKING:
    from gradviz.document.answers import Answers

_SURE: Final = 0.995
_UNLIKELY: Final = 0.005


@dataclass(frozen=True, slots=True)
class Group:
    """Samples of a class that are taken for a class; None for any."""

    true: int | None = None
    taken_for: int | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("AnswersView", text)


def class_name(answers: Answers, label: int) -> str:
    """Return what a class is called."""
    return _tr("no class") if label == NO_CLASS else answers.data.classes[label]


def rough_percent(share: float) -> str:
    """Return a probability in whole percent, neither certain nor impossible if it is not."""
    if _SURE <= share < 1.0:
        return ">99 %"
    if 0.0 < share < _UNLIKELY:
        return "<1 %"
    return f"{100.0 * share:.0f} %"


def count_text(count: int) -> str:
    """Return how many samples there are."""
    return _tr("1 sample") if count == 1 else _tr("{0} samples").format(count)


def group_text(answers: Answers, group: Group) -> str:
    """Name a group: who is taken for what."""
    if group.true is None and group.taken_for is None:
        return _tr("all samples")
    if group.true is None:
        name = short_name(class_name(answers, group.taken_for or 0))
        return _tr("taken for {0}").format(name)
    true = short_name(class_name(answers, group.true))
    if group.taken_for is None:
        return _tr("class {0}").format(true)
    if group.taken_for == group.true:
        return _tr("{0} recognised").format(true)
    other = short_name(class_name(answers, group.taken_for))
    return _tr("{0} taken for {1}").format(true, other)


def group_count(answers: Answers, group: Group) -> str:
    """Name a group and say how many there are of it."""
    count = len(answers.chosen(group.true, group.taken_for))
    return _tr("{0}: {1}").format(group_text(answers, group), count_text(count))


def accuracy_text(answers: Answers) -> str:
    """Return how many answers are right, in words; empty where there are none."""
    if answers.problem is not None:
        return ""
    wrong = int(answers.is_wrong.sum())
    share = percent(answers.accuracy) if wrong else "100 %"
    return _tr("{0}, {1} of {2} wrong").format(share, wrong, len(answers.predicted))


def heading(answers: Answers | None) -> str:
    """Return what is shown, in a line."""
    if answers is None:
        return _tr("Answers")
    sizes = "-".join(map(str, answers.request.moment.network.sizes))
    is_test = answers.request.samples is Samples.TEST
    whose = _tr("Answers of {0} to test samples") if is_test else _tr("Answers of {0} to samples")
    words = whose.format(sizes)
    told = accuracy_text(answers)
    return f"{words}: {told}" if told else words


def moment_text(answers: Answers | None) -> str:
    """Return at which step and epoch the network is shown."""
    if answers is None:
        return ""
    moment = answers.request.moment
    return _tr("at step {0}, epoch {1}").format(moment.step, compact(moment.epoch, 4))


def problem_sentence(answers: Answers | None) -> str:
    """Return why there is nothing to see; empty if there is."""
    if answers is None:
        return _tr("Nothing to show yet.")
    if answers.problem is AnswersProblem.NO_CLASSES:
        return _tr(
            "This network answers with numbers, not with classes. How near they come to what "
            "they should be is shown in the Data tab."
        )
    if answers.problem is AnswersProblem.NO_SAMPLES:
        return _tr("There are no samples to ask the network about.")
    return ""


def none_sentence() -> str:
    """Say that no sample is of the group that is looked at."""
    return _tr("No such samples.")


def hint_sentence() -> str:
    """Say how more is told about a sample."""
    return _tr("Click a sample to see how probable each class is.")


def sample_title(answers: Answers, index: int) -> str:
    """Name a sample by its number, which counts from 1."""
    is_test = answers.request.samples is Samples.TEST
    words = _tr("Test sample {0}") if is_test else _tr("Training sample {0}")
    return words.format(index + 1)


def verdict_text(answers: Answers, index: int) -> str:
    """Say what a sample is taken for."""
    name = short_name(class_name(answers, int(answers.predicted[index])))
    return _tr("taken for {0}").format(name)


def truth_text(answers: Answers, index: int) -> str:
    """Say what a sample is."""
    return is_words(short_name(class_name(answers, int(answers.data.labels[index]))))


def is_words(name: str) -> str:
    """Say of which class a sample is."""
    return _tr("is {0}").format(name)


def true_word() -> str:
    """Return the heading of the rows of a confusion matrix."""
    return _tr("true")


def taken_for_word() -> str:
    """Return the heading of its columns."""
    return _tr("taken for")


def total_word() -> str:
    """Return the heading of how many samples there are of a class."""
    return _tr("all")


def recall_word() -> str:
    """Return the heading of the share of a class that is recognised."""
    return _tr("recall")


def others_text(count: int) -> str:
    """Name the classes that are left out."""
    return _tr("{0} others").format(count)


def more_text(count: int) -> str:
    """Say how many inputs are left out."""
    return _tr("and {0} more").format(count)


def samples_word() -> str:
    """Return the name of a number of samples."""
    return _tr("samples")


def share_words(answers: Answers, group: Group) -> str:
    """Name the share that a group has of a class, or of what is taken for one."""
    if group.true is None:
        return _tr("of these right")
    if group.taken_for is None:
        return _tr("of these recognised")
    return _tr("of class {0}").format(short_name(class_name(answers, group.true)))
