"""Files with lessons: Markdown with a short head, read strictly.

::

    ---
    title: Too small
    about: What a learning rate of 1e-10 does
    open: start = -3, 4; runs = sgd:lr=1e-10
    claim open: x = -2.99999994, 3.99999992
    show better: lr = 0.1
    done better: lr >= 0.05
    source: K. Saito, Deep Learning from Scratch, section 4.4
    ---
    With this rate the point hardly moves ... [Show me](show:better)
    --- question
    How many steps ...?
    --- answer
    About ...

``open`` says what the lesson opens, in the settings of `gradviz.document.lesson_settings`; every
``show`` what a link of the text changes of that. A ``claim`` is a condition of
`gradviz.document.lesson_conditions` on what comes of an action: the text states its numbers. A
``done`` is what ticks an action off; without one it is what the action sets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gradviz.document.lesson_conditions import Condition, read_condition
from gradviz.document.lesson_settings import Changes, Look, read_changes

__all__ = ["OPEN", "Head", "LessonError", "Parts", "Setting", "parts_of"]

OPEN: Final = "open"
"""The key of the action that opens a lesson."""
_KEY: Final = re.compile(r"[a-z][a-z0-9-]*")
_LINK: Final = re.compile(r"\[([^\]\n]+)\]\(([^)\s]*)\)")
_SHOW: Final = "show:"
_SECTIONS: Final = ("question", "answer")
_ONCE: Final = ("title", "about", "source", OPEN)
_KEYED: Final = ("show", "claim", "done")


class LessonError(ValueError):
    """A file that is no lesson; the text is a sentence that names the place."""

    def __init__(self, file: str, line: int | None, message: str) -> None:
        place = file if line is None else f"{file}, line {line}"
        super().__init__(f"{place}: {message}")


@dataclass(frozen=True, slots=True)
class Setting:
    """What an action sets, and where it is written."""

    changes: Changes
    look: Look
    line: int


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a file says.

    Attributes
    ----------
    words : dict of str to str
        Title, about, and source, where there are such.
    actions : dict of str to Setting
        What the actions set, the opening first.
    claims, done : tuple of (str, Condition)
        Conditions with the action they are about.
    """

    words: dict[str, str]
    actions: dict[str, Setting]
    claims: tuple[tuple[str, Condition], ...]
    done: tuple[tuple[str, Condition], ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a file holds: its head, its Markdown, and the words of its links to actions."""

    head: Head
    text: str
    question: str
    answer: str
    links: dict[str, str]


def parts_of(file: str, content: str) -> Parts:
    """Return what the file called `file` holds.

    Raises
    ------
    LessonError
        If it is no lesson.
    """
    lines = content.splitlines()
    if not lines or lines[0] != "---" or "---" not in lines[1:]:
        raise LessonError(file, 1, "A lesson begins with a head between two lines ---.")
    end = lines.index("---", 1)
    head = _HeadReader(file).read(lines[1:end])
    text, question, answer = _sections(file, lines[end + 1 :])
    links = _links(file, f"{text}\n{question}\n{answer}")
    _check_links(file, head, links)
    return Parts(head, text, question, answer, links)


class _HeadReader:
    """Reads the lines of one head."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._words: dict[str, str] = {}
        self._actions: dict[str, Setting] = {}
        self._conditions: dict[str, list[tuple[str, Condition]]] = {"claim": [], "done": []}

    def read(self, lines: list[str]) -> Head:
        """Return what they say."""
        for number, line in enumerate(lines, start=2):
            try:
                self._take(number, line)
            except ValueError as error:
                raise LessonError(self._file, number, str(error)) from None
        missing = [name for name in ("title", "about") if name not in self._words]
        if OPEN not in self._actions:
            missing.append(OPEN)
        if missing:
            raise LessonError(self._file, None, f"The head has no {' and no '.join(missing)}.")
        claims, done = (tuple(self._conditions[name]) for name in ("claim", "done"))
        return Head(self._words, self._actions, claims, done)

    def _take(self, number: int, line: str) -> None:
        said, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or not value:
            raise ValueError(f"Write name: value, not {line.strip()!r}.")
        name, _, key = said.partition(" ")
        if name in _ONCE and not key:
            self._take_once(number, name, value)
        elif name in _KEYED and _KEY.fullmatch(key):
            self._take_keyed(number, name, key, value)
        else:
            raise ValueError(f"A head has no {said!r}.")

    def _take_once(self, number: int, name: str, value: str) -> None:
        if name == OPEN:
            self._add_action(OPEN, Setting(*read_changes(value), number))
        elif name in self._words:
            raise ValueError(f"{name} is given twice.")
        else:
            self._words[name] = value

    def _take_keyed(self, number: int, name: str, key: str, value: str) -> None:
        if name == "show":
            self._add_action(key, Setting(*read_changes(value), number))
            return
        if key not in self._actions:
            raise ValueError(f"There is no action {key!r} above.")
        self._conditions[name].append((key, read_condition(value)))

    def _add_action(self, key: str, setting: Setting) -> None:
        if key in self._actions:
            raise ValueError(f"The action {key!r} is given twice.")
        if OPEN not in self._actions and key != OPEN:
            raise ValueError(f"What the lesson opens comes before {key!r}.")
        self._actions[key] = setting


def _sections(file: str, lines: list[str]) -> tuple[str, ...]:
    """Return the text, the question and the answer: none may be empty."""
    places = [0]
    for name in _SECTIONS:
        heading = f"--- {name}"
        if lines.count(heading) != 1:
            raise LessonError(file, None, f"There must be one line {heading!r}.")
        places.append(lines.index(heading))
    if places != sorted(places):
        raise LessonError(file, None, "The question comes before the answer.")
    ends = (*places[1:], len(lines))
    bodies = (lines[begin:end] for begin, end in zip(places, ends, strict=True))
    found = tuple(
        "\n".join(body[skipped:]).strip() for skipped, body in zip((0, 1, 1), bodies, strict=True)
    )
    if not all(found):
        raise LessonError(file, None, "The text, the question and the answer must not be empty.")
    return found


def _links(file: str, text: str) -> dict[str, str]:
    """Return the words of the first link to each action: nothing else is linked to."""
    found: dict[str, str] = {}
    for words, target in _LINK.findall(text):
        if not target.startswith(_SHOW):
            raise LessonError(file, None, f"A lesson links to its actions only, not to {target!r}.")
        found.setdefault(target.removeprefix(_SHOW), words)
    return found


def _check_links(file: str, head: Head, links: dict[str, str]) -> None:
    for key in links:
        if key not in head.actions:
            raise LessonError(file, None, f"There is no action {key!r} to link to.")
    for key, setting in head.actions.items():
        if key != OPEN and key not in links:
            raise LessonError(file, setting.line, f"No link leads to the action {key!r}.")
