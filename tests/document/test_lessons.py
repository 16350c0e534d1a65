"""Lessons: the shipped ones state what their experiments give; broken files are refused."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from gradviz.core.differences import Method
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.display import View
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.lesson_conditions import read_condition
from gradviz.document.lesson_settings import apply, number, read_changes
from gradviz.document.lessons import LANGUAGES, Lesson, LessonError, lessons, lessons_in
from gradviz.document.training import train

if TYPE_CHECKING:
    from pathlib import Path

    from gradviz.document.results import Outcome

PAIRS = list(zip(lessons("en"), lessons("ko"), strict=True))
EVERY = [
    pytest.param(lesson, id=f"{lesson.number:02d}-{lesson.language}")
    for pair in PAIRS
    for lesson in pair
]


@lru_cache(maxsize=128)
def outcome_of(experiment: Experiment) -> Outcome:
    return evaluate(experiment) if experiment.network is None else train(experiment)


def states(text: str, written: str) -> bool:
    """Whether a text has a number as it is written, and not as a part of another."""
    number_alone = rf"(?<![\w.\-]){re.escape(written)}(?!\w|\.\d)"
    return re.search(number_alone, text) is not None


def whole(lesson: Lesson) -> str:
    return f"{lesson.text}\n{lesson.question}\n{lesson.answer}"


# --- the lessons that come with the program


@pytest.mark.parametrize("lesson", EVERY)
def test_what_a_lesson_claims_is_so(lesson: Lesson) -> None:
    assert lesson.claims
    for claim in lesson.claims:
        experiment, condition = claim.action.experiment, claim.condition
        found = condition.found(experiment, outcome_of(experiment))
        assert condition.holds(experiment, outcome_of(experiment)), (
            claim.action.key,
            condition,
            found,
        )


@pytest.mark.parametrize("lesson", EVERY)
def test_the_text_states_the_numbers_that_are_claimed(lesson: Lesson) -> None:
    numbers = [written for claim in lesson.claims for written in claim.condition.numbers]
    assert numbers
    assert [written for written in numbers if not states(whole(lesson), written)] == []


@pytest.mark.parametrize("lesson", EVERY)
def test_what_is_to_be_tried_is_done_by_showing_it_and_not_before(lesson: Lesson) -> None:
    opened = lesson.opening.experiment
    for action in lesson.actions:
        assert not action.is_done(opened, outcome_of(opened)), action.key
        if not action.is_look:
            shown = action.experiment
            assert action.is_done(shown, outcome_of(shown)), action.key


@pytest.mark.parametrize("lesson", EVERY)
def test_a_lesson_is_short_and_asks_to_try_something(lesson: Lesson) -> None:
    bare = re.sub(r"\(show:[^)]*\)", "", whole(lesson))
    least, most = (150, 350) if lesson.language == "en" else (150, 300)
    assert least <= len(bare.split()) <= most
    assert ("**Try.**" if lesson.language == "en" else "**해 보기.**") in lesson.text
    assert lesson.question.endswith(("?", "요?"))
    words = [action.words for action in lesson.actions]
    assert words
    assert len(set(words)) == len(words)  # buttons that are told apart


def test_there_are_fourteen_numbered_one_after_the_other_and_a_welcome() -> None:
    for language in LANGUAGES:
        assert [lesson.number for lesson in lessons(language)] == list(range(15))
        assert lessons(language)[0].key == "welcome"
        assert {lesson.language for lesson in lessons(language)} == {language}


@pytest.mark.parametrize(("english", "korean"), PAIRS)
def test_the_languages_open_show_and_claim_the_same(english: Lesson, korean: Lesson) -> None:
    def plain(lesson: Lesson) -> Lesson:
        opening, *actions = (
            replace(action, words="") for action in (lesson.opening, *lesson.actions)
        )
        claims = tuple(
            replace(claim, action=replace(claim.action, words="")) for claim in lesson.claims
        )
        silent = dict.fromkeys(("language", "title", "about", "text", "question", "answer"), "")
        return replace(
            lesson, **silent, source="", opening=opening, actions=tuple(actions), claims=claims
        )

    assert plain(english) == plain(korean)


@pytest.mark.parametrize(("english", "korean"), PAIRS)
def test_the_korean_is_korean_and_lacks_nothing(english: Lesson, korean: Lesson) -> None:
    for name in ("title", "about", "text", "question", "answer"):
        assert re.search("[가-힣]", getattr(korean, name)), name
        assert getattr(korean, name) != getattr(english, name)
    assert bool(english.source) == bool(korean.source)
    shown = [re.findall(r"\(show:([^)]*)\)", whole(lesson)) for lesson in (english, korean)]
    assert sorted(shown[0]) == sorted(shown[1])
    assert english.text.count("**Try.**") == korean.text.count("**해 보기.**")


def test_the_welcome_begins_with_the_experiment_that_there_is() -> None:
    """So the first window has nothing to save."""
    assert lessons()[0].opening.experiment == Experiment()


def test_the_numbers_of_the_book_are_among_the_claims() -> None:
    """The oracles: what K. Saito's book prints in sections 4.4.1 and 4.4.2."""
    by_key = {lesson.key: lesson for lesson in lessons()}
    printed = {
        "step-by-step": ("-6.11110793e-10", "8.14814391e-10"),
        "too-slow": ("-2.99999994", "3.99999992"),
        "too-fast": ("-2.58983747e+13", "-1.29524862e+12"),
    }
    for key, numbers in printed.items():
        assert numbers in {claim.condition.written for claim in by_key[key].claims}
    gradients = {claim.condition.written for claim in by_key["simplenet"].claims}
    rounded = (0.21924763, 0.14356247, -0.36281009, 0.32887144, 0.2153437, -0.54421514)
    assert tuple(f"{value:.5f}" for value in rounded) in gradients


def test_a_language_without_lessons_has_the_english_ones() -> None:
    assert lessons("xx") == lessons("en")


# --- files


HEAD = {
    "title": "A title",
    "about": "What it is about",
    "open": "start = 1, 2; steps = 3",
    "show far": "steps = 50; view = table; step = 4",
    "claim far": "steps = 50",
}


def lesson_text(head: dict[str, str] | None = None, body: str | None = None) -> str:
    lines = [f"{name}: {value}" for name, value in (HEAD if head is None else head).items()]
    if body is None:
        body = "Steps: `50`. [Far](show:far)\n--- question\nWhy?\n--- answer\nTherefore."
    return "\n".join(("---", *lines, "---", body))


def read(folder: Path, text: str, name: str = "01-one.md", language: str = "en") -> Lesson:
    place = folder / language
    place.mkdir(exist_ok=True)
    (place / name).write_text(text, encoding="utf-8")
    lessons_in.cache_clear()
    return lessons_in(folder, language)[0]


def test_a_file_is_read(tmp_path: Path) -> None:
    lesson = read(tmp_path, lesson_text())
    assert (lesson.key, lesson.number, lesson.title) == ("one", 1, "A title")
    assert (lesson.question, lesson.answer) == ("Why?", "Therefore.")
    assert lesson.opening.experiment == Experiment(start=(1.0, 2.0), steps=3)
    action = lesson.action("far")
    assert action.words == "Far"
    assert action.experiment == Experiment(start=(1.0, 2.0), steps=50)
    assert (action.look.view, action.look.step, action.look.run) == (View.TABLE, 4, None)


def test_a_lesson_that_is_not_translated_is_in_english(tmp_path: Path) -> None:
    read(tmp_path, lesson_text())
    read(tmp_path, lesson_text(), "02-two.md")
    read(tmp_path, lesson_text({**HEAD, "title": "제목"}), "02-two.md", "ko")
    found = lessons_in(tmp_path, "ko")
    assert [(lesson.language, lesson.title) for lesson in found] == [
        ("en", "A title"),
        ("ko", "제목"),
    ]


def test_a_folder_without_lessons_is_an_installation_that_is_not_complete(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="not installed completely"):
        lessons_in(tmp_path / "nowhere", "en")


BROKEN = [
    ("No head at all", "line 1: A lesson begins with a head"),
    ("---\ntitle: One", "line 1: A lesson begins with a head"),
    (lesson_text({"about": "x", "open": "h = 1"}), "no title"),
    (lesson_text({"title": "x", "about": "y"}), "no open"),
    (lesson_text({**HEAD, "titel": "x"}), "line 7: A head has no 'titel'"),
    (lesson_text({**HEAD, "show": "h = 1"}), "line 7: A head has no 'show'"),
    (lesson_text({**HEAD, "show Far": "h = 1"}), "line 7: A head has no 'show Far'"),
    (lesson_text({**HEAD, "title two": "x"}), "line 7: A head has no 'title two'"),
    (lesson_text({**HEAD, "title": ""}), "line 2: Write name: value"),
    (lesson_text({**HEAD, "open": "h"}), "line 4: Write name = value"),
    (lesson_text({**HEAD, "open": "speed = 1"}), "line 4: There is no 'speed'"),
    (lesson_text({**HEAD, "open": "h = 1; h = 2"}), "line 4: h is given twice"),
    (lesson_text({**HEAD, "open": "h = small"}), "line 4: 'small' is not a finite number"),
    (lesson_text({**HEAD, "open": "h = nan"}), "line 4: 'nan' is not a finite number"),
    (lesson_text({**HEAD, "open": "h = 1_0"}), "line 4: '1_0' is not a finite number"),
    (lesson_text({**HEAD, "open": "h = 0"}), "line 4: h must be"),
    (lesson_text({**HEAD, "open": "steps = 1e3"}), "line 4: '1e3' is not a whole number"),
    (lesson_text({**HEAD, "open": "steps = 9999999"}), "line 4: steps must be"),
    (lesson_text({**HEAD, "open": "method = magic"}), "line 4: There is no 'magic'. There are"),
    (lesson_text({**HEAD, "open": "runs = fast:lr=1"}), "line 4: There is no optimizer 'fast'"),
    (lesson_text({**HEAD, "open": "bounds = 1, 2"}), "line 4: Bounds are x_min"),
    (lesson_text({**HEAD, "open": "network = brain"}), "line 4: There is no network 'brain'"),
    (lesson_text({**HEAD, "open": "epochs = 5"}), "line 4: An experiment with a function has no"),
    (lesson_text({**HEAD, "open": "hidden = 5"}), "line 4: An experiment with a function has no"),
    (lesson_text({**HEAD, "open": "view = data"}), "line 4: There is no such picture"),
    (lesson_text({**HEAD, "open": "run = 1"}), "line 4: There is no such picture or run"),
    (lesson_text({**HEAD, "open": "view = cinema"}), "line 4: There is no 'cinema'"),
    (lesson_text({**HEAD, "show far": "h = -1"}), "line 5: h must be"),
    (lesson_text({**HEAD, "claim near": "h = 1"}), "line 7: There is no action 'near' above"),
    (lesson_text({**HEAD, "done far": "luck > 1"}), "line 7: There is no quantity 'luck'"),
    (lesson_text({**HEAD, "done far": "steps"}), "line 7: Write what = value"),
    (lesson_text({**HEAD, "show near": "h = 1"}), "line 7: No link leads to the action 'near'"),
    (lesson_text(body="[Near](show:near)\n--- question\n?\n--- answer\n!"), "no action 'near'"),
    (lesson_text(body="[Out](https://x.org)\n--- question\n?\n--- answer\n!"), "its actions only"),
    (lesson_text(body="[Far](show:far)\n--- question\n?"), "one line '--- answer'"),
    (lesson_text(body="[Far](show:far)\n--- answer\n!\n--- question\n?"), "question comes before"),
    (lesson_text(body="[Far](show:far)\n--- question\n--- answer\n!"), "must not be empty"),
]


@pytest.mark.parametrize(("text", "sentence"), BROKEN, ids=[sentence for _, sentence in BROKEN])
def test_a_broken_file_is_refused_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(LessonError, match=re.escape(sentence)) as refused:
        read(tmp_path, text)
    assert str(refused.value).startswith("en/01-one.md")


def test_an_action_comes_after_the_opening_and_once(tmp_path: Path) -> None:
    before = {"show far": "h = 1", **{name: HEAD[name] for name in ("title", "about", "open")}}
    with pytest.raises(LessonError, match="What the lesson opens comes before 'far'"):
        read(tmp_path, lesson_text(before))
    twice = lesson_text().replace("claim far", "show far: h = 1\nclaim far")
    with pytest.raises(LessonError, match="line 6: The action 'far' is given twice"):
        read(tmp_path, twice)
    with pytest.raises(LessonError, match="title is given twice"):
        read(tmp_path, lesson_text().replace("about:", "title: x\nabout:"))


def test_a_file_is_named_by_number_and_key(tmp_path: Path) -> None:
    with pytest.raises(LessonError, match="A lesson is called such as"):
        read(tmp_path, lesson_text(), "one.md")


# --- settings


def changed(text: str) -> Experiment:
    return apply(read_changes(text)[0], Experiment())


def test_settings_change_the_experiment_in_order() -> None:
    changes = "formula = sin(x0); start = 1; method = exact; noise = 0.5; seed = 3; lr = 7"
    assert changed(changes) == Experiment(
        formula="sin(x0)",
        start=(1.0,),
        method=Method.EXACT,
        noise=0.5,
        seed=3,
        runs=(Run(optimizer=SGD(lr=7.0)),),
    )


def test_runs_are_rules_with_bars_between_and_styles_of_their_own() -> None:
    runs = changed("runs = sgd:lr=0.3 | adam:lr=0.2,schedule=cosine,over=9").runs
    assert [run.optimizer for run in runs] == [SGD(lr=0.3), Adam(lr=0.2)]
    assert [run.style for run in runs] == [0, 1]
    assert runs[1].schedule.key == "cosine"


def test_a_network_is_opened_as_it_is_offered_and_changed() -> None:
    changes = (
        "network = spiral; hidden = 5, 6; batch = all; epochs = 7; scatter = 0.4; samples = 60"
    )
    task = changed(f"{changes}; kept-back = 0.5; activation = tanh").network
    assert task is not None
    assert task.sizes == (2, 5, 6, 3)
    assert (task.batch, task.epochs, task.noise, task.count) == (None, 7, 0.4, 60)
    assert (task.test_share, task.activation) == (0.5, "tanh")
    assert changed("network = spiral").method is Method.EXACT
    bare = changed("network = moons; hidden = none; batch = 4").network
    assert bare is not None
    assert (bare.sizes, bare.batch) == ((2, 2), 4)


def test_a_formula_leaves_the_network() -> None:
    assert changed("network = moons; formula = x0**2").network is None


# --- conditions


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("x1 at step 2 = 2.56", True),
        ("x1 at step 2 = 2.55", False),
        ("x at step 1 = -2.4, 3.2", True),
        ("x at step 1 = -2.4", False),
        ("f at step 0 = 25", True),
        ("f at step 0 = 24", False),
        ("gradient at step 0 = -6, 8", True),
        ("norm at step 0 = 10.00", True),
        ("error at step 0 < 1e-10", True),
        ("f < 1e-17", True),
        ("f < 1e-18", False),
        ("f >= 1e-18", True),
        ("verdict = converged", True),
        ("verdict = diverged", False),
        ("verdict < converged", False),
        ("steps = 100", True),
        ("evaluations = 400", True),
        ("rises = 0", True),
        ("turns = 0", True),
        ("turns of run 1 = 100", True),
        ("lr of run 1 > 0.5", True),
        ("optimizer = sgd", True),
        ("runs = 2", True),
        ("start0 = -3", True),
        ("h = 1e-4", True),
        ("h = 2e-4", False),
        ("h <= 1e-4", True),
        ("f of run 2 = 0", False),
        ("x7 = 0", False),
        ("f at step 101 = 0", False),
        ("loss = 0", False),
        ("epochs = 0", False),
        ("batch = 0", False),
        ("x0 = 0", False),  # a whole 0 is exactly 0
    ],
)
def test_a_condition_holds_to_its_digits(condition: str, holds: bool) -> None:
    runs = (Run(optimizer=SGD(lr=0.1)), Run(optimizer=SGD(lr=0.9)))
    experiment = Experiment(runs=runs)
    assert read_condition(condition).holds(experiment, outcome_of(experiment)) is holds


def test_a_condition_on_results_waits_for_them() -> None:
    assert not read_condition("f >= 0").holds(Experiment(), None)
    assert read_condition("h = 1e-4").holds(Experiment(), None)


def test_percent_are_hundredths() -> None:
    experiment = changed("network = simplenet; epochs = 3")
    outcome = outcome_of(experiment)
    assert read_condition("accuracy = 100 %").holds(experiment, outcome)
    assert not read_condition("accuracy = 99 %").holds(experiment, outcome)
    assert read_condition("accuracy >= 99.5 %").holds(experiment, outcome)
    assert not read_condition("test accuracy > 0").holds(experiment, outcome)  # nothing kept back
    assert not read_condition("error = 0").holds(experiment, outcome)
    assert read_condition("loss at epoch 0 = 0.92807").holds(experiment, outcome)
    assert read_condition("accuracy = 98.7 %").numbers == ("98.7",)


def test_numbers_are_found_alone() -> None:
    assert states("it is `0.2`, so", "0.2")
    assert states("at 0.2. Then", "0.2")
    for text in ("0.21", "10.2", "-0.2", "0.2e5", "0.2.5"):
        assert not states(text, "0.2")


def test_what_is_no_number_is_refused() -> None:
    for text in ("", "1_0", "inf", "0x1"):
        with pytest.raises(ValueError, match="is not a finite number"):
            number(text)
