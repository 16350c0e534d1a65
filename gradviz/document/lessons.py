"""The lessons: each opens an experiment, explains one idea with it, and asks to try something.

A lesson is one file for each language, ``resources/lessons/en/05-step-by-step.md``, in the form of
`gradviz.document.lesson_file`. Adding one is adding its files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from gradviz.core.resources import resources
from gradviz.document.experiment import Experiment
from gradviz.document.kinds import OF_FUNCTIONS
from gradviz.document.lesson_file import OPEN, LessonError, parts_of
from gradviz.document.lesson_settings import apply, fits

if TYPE_CHECKING:
    from pathlib import Path

    from gradviz.document.lesson_conditions import Condition
    from gradviz.document.lesson_file import Parts, Setting
    from gradviz.document.lesson_settings import Look
    from gradviz.document.results import Outcome

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "Claim",
    "Lesson",
    "LessonAction",
    "LessonError",
    "lessons",
    "lessons_in",
]

ENGLISH: Final = "en"
LANGUAGES: Final = (ENGLISH, "ko")
"""Languages that lessons are written in."""
_NAME: Final = re.compile(r"(?P<number>\d\d)-(?P<key>[a-z][a-z0-9-]*)\.md")


@dataclass(frozen=True, slots=True)
class LessonAction:
    """Something a lesson does to the window: it opens its experiment, or shows another.

    Attributes
    ----------
    lesson : str
        The key of its lesson.
    key : str
        What it is called; `OPEN` for the one that opens the lesson.
    words : str
        What it shows, a few words in the reader's language.
    experiment : Experiment
        The whole experiment that it shows: that of the lesson, changed. What the reader changed
        meanwhile is not in it, for the text tells of the numbers of this one.
    look : Look
        Which picture, step and run it shows; what is None stays as it is.
    done : tuple of Condition
        What has to be so for the reader to have done it by hand; none where it takes the
        experiment itself.
    is_look : bool
        Whether it changes nothing of the lesson's experiment, but how the window looks at it.
    """

    lesson: str
    key: str
    words: str
    experiment: Experiment
    look: Look
    done: tuple[Condition, ...] = ()
    is_look: bool = False

    @property
    def is_opening(self) -> bool:
        """Whether it is what its lesson opens with."""
        return self.key == OPEN

    def is_done(self, experiment: Experiment, outcome: Outcome | None = None) -> bool:
        """Return whether `experiment`, and what came of it, is what the action is about.

        Never of one that only looks in another way: that is not seen by the experiment.
        """
        if not self.done:
            return not self.is_look and _numbers_of(experiment) == _numbers_of(self.experiment)
        return all(condition.holds(experiment, outcome) for condition in self.done)


@dataclass(frozen=True, slots=True)
class Claim:
    """A condition that a lesson says holds of what comes of one of its actions."""

    action: LessonAction
    condition: Condition


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson in one language.

    Attributes
    ----------
    key : str
        Name for programs, the same in every language.
    number : int
        Its place, from 1; 0 for the one before them all, which welcomes.
    language : str
        The language it is written in.
    title, about : str
        Its name, and what it is about in a few words.
    text, question, answer : str
        Markdown; links lead to ``show:KEY``, where KEY is that of an action.
    source : str
        Where to read on; "" for nowhere.
    opening : LessonAction
        What it opens.
    actions : tuple of LessonAction
        What its links show, in the order of the head.
    claims : tuple of Claim
        What it states of the numbers that come of its actions.
    """

    key: str
    number: int
    language: str
    title: str
    about: str
    text: str
    question: str
    answer: str
    source: str
    opening: LessonAction
    actions: tuple[LessonAction, ...]
    claims: tuple[Claim, ...]

    def action(self, key: str) -> LessonAction:
        """Return one of its actions, the opening too.

        Raises
        ------
        KeyError
            If there is none.
        """
        found = {action.key: action for action in (self.opening, *self.actions)}
        return found[key]


def lessons(language: str = ENGLISH) -> tuple[Lesson, ...]:
    """Return all lessons in order; those that a language has not are in English.

    Raises
    ------
    FileNotFoundError
        When the installation is not complete.
    LessonError
        When a file is no lesson.
    """
    return lessons_in(resources() / "lessons", language)


@lru_cache(maxsize=8)
def lessons_in(folder: Path, language: str) -> tuple[Lesson, ...]:
    """Return the lessons of a folder with one folder for each language.

    Raises
    ------
    FileNotFoundError
        When it has no lessons in English.
    LessonError
        When a file is no lesson.
    """
    names = sorted(path.name for path in (folder / ENGLISH).glob("*.md"))
    if not names:
        raise FileNotFoundError(f"GradViz is not installed completely: no lessons in {folder}")
    own = [language if (folder / language / name).is_file() else ENGLISH for name in names]
    return tuple(_lesson(folder / one / name) for one, name in zip(own, names, strict=True))


def _lesson(path: Path) -> Lesson:
    language, file = path.parent.name, f"{path.parent.name}/{path.name}"
    named = _NAME.fullmatch(path.name)
    if named is None:
        raise LessonError(file, None, "A lesson is called such as 05-step-by-step.md.")
    parts = parts_of(file, path.read_text(encoding="utf-8"))
    made = {
        key: _action(file, parts, named["key"], key, setting)
        for key, setting in parts.head.actions.items()
    }
    words = parts.head.words
    claims = tuple(Claim(made[key], condition) for key, condition in parts.head.claims)
    return Lesson(
        key=named["key"],
        number=int(named["number"]),
        language=language,
        title=words["title"],
        about=words["about"],
        text=parts.text,
        question=parts.question,
        answer=parts.answer,
        source=words.get("source", ""),
        opening=made.pop(OPEN),
        actions=tuple(made.values()),
        claims=claims,
    )


def _action(file: str, parts: Parts, lesson: str, key: str, setting: Setting) -> LessonAction:
    """Make an action of the lesson called `lesson`: its changes come after those of the opening."""
    changes = setting.changes
    if key != OPEN:
        changes = (*parts.head.actions[OPEN].changes, *changes)
    try:
        experiment = apply(changes, Experiment())
    except ValueError as error:
        raise LessonError(file, setting.line, str(error)) from None
    if not fits(setting.look, experiment):
        raise LessonError(file, setting.line, "There is no such picture or run to show.")
    done = tuple(condition for about, condition in parts.head.done if about == key)
    words, is_look = parts.links.get(key, ""), not setting.changes
    return LessonAction(lesson, key, words, experiment, setting.look, done, is_look)


def _numbers_of(experiment: Experiment) -> Experiment:
    """Return `experiment` without what changes no number: the view, names and styles of runs.

    Of a network, without what is about a function too.
    """
    plain = Experiment()
    dropped = (*OF_FUNCTIONS, "view") if experiment.network is not None else ("view",)
    runs = (replace(run, name="", style=0, visible=True) for run in experiment.runs)
    kept = {name: getattr(plain, name) for name in dropped}
    return replace(experiment, runs=tuple(runs), **kept)
