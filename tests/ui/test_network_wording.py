"""Everything of networks that has a code has words."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from gradviz.core.network.fitting import FitCode, FitError, check_fit
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.network import Network
from gradviz.core.network.planes import PlaneCode, PlaneError
from gradviz.core.network.samples import xor
from gradviz.core.network.table import DataCode, DataError, read_table
from gradviz.document.network_task import KEYS, OWN
from gradviz.ui import network_wording as words
from gradviz.ui.error_words import coded_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gradviz.core.coded_error import CodedError

EVERY_CODE = [
    (kind, code)
    for kind, codes in ((FitError, FitCode), (DataError, DataCode), (PlaneError, PlaneCode))
    for code in codes
]


@pytest.mark.parametrize("key", [*KEYS, OWN])
def test_problems_have_names_and_notes(key: str) -> None:
    assert words.problem_name(key)
    assert len(words.problem_short_name(key)) <= 9
    assert words.problem_note(key).endswith(".")


def test_there_are_no_words_for_a_problem_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="no network 'maze'"):
        words.problem_name("maze")


@pytest.mark.parametrize(
    ("label", "tip", "members"),
    [
        (words.activation_label, words.activation_tip, Activation),
        (words.loss_label, words.loss_tip, Loss),
        (words.initialiser_label, words.initialiser_tip, Initialiser),
    ],
)
def test_members_are_told_apart(
    label: Callable[[object], str], tip: Callable[[object], str], members: type
) -> None:
    every = list(members)
    assert len({label(member) for member in every}) == len(every)
    assert len({tip(member) for member in every}) == len(every)


@pytest.mark.parametrize(("kind", "code"), EVERY_CODE)
def test_codes_have_a_sentence_with_their_values(kind: type[CodedError], code: object) -> None:
    template = kind.sentences[code]
    names = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
    error = kind(code, **{name: f"<{name}>" for name in names})
    sentence = coded_sentence(error)
    assert sentence == error.message
    assert all(f"<{name}>" in sentence for name in names)
    assert sentence.endswith(".")


def test_sentences_of_real_mistakes() -> None:
    with pytest.raises(DataError) as caught:
        read_table("a,b,c\n1,2,x\n1,{0},y\n")
    assert coded_sentence(caught.value) == "Line 3, column b: “{0}” is not a number."
    with pytest.raises(FitError) as unfit:
        check_fit(Network((3, 2)), xor())
    assert coded_sentence(unfit.value).startswith("The network has 3 inputs, the data 2")


class _Shouting(QTranslator):
    """Puts words into a language of which only the placeholders can be read."""

    def translate(self, context: str, text: str, _comment: str | None = None, _n: int = -1) -> str:
        return f"{context.upper()}: {text}" if context in {"DataError", "Problem"} else ""

    def isEmpty(self) -> bool:  # noqa: N802  (Qt's spelling)
        return False


@pytest.fixture
def shouting(qapp: QCoreApplication) -> Iterator[None]:
    translator = _Shouting()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("shouting")
def test_templates_are_translated_before_values_are_put_in() -> None:
    error = DataError(DataCode.NOT_A_NUMBER, line=7, column="a", text="x")
    assert coded_sentence(error) == "DATAERROR: Line 7, column a: “x” is not a number."
    assert words.problem_name("moons") == "PROBLEM: Two moons"
