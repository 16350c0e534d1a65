"""The strings that are translated from tables of the core, with the contexts they are asked in."""

# ruff: noqa: INP001 (scripts, beside those that call them)

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import gradviz.core
import gradviz.document
from gradviz.core.catalogue import CATALOGUE
from gradviz.core.clipping import Clipping
from gradviz.core.coded_error import CodedError
from gradviz.core.formula.errors import SENTENCES
from gradviz.core.formula.functions import FUNCTIONS
from gradviz.core.formula.hints import Arguments, Hint, Thing
from gradviz.core.network.problems import PROBLEMS
from gradviz.core.optimizers import OPTIMIZERS
from gradviz.core.schedules import SCHEDULES
from gradviz.document.experiment_errors import ExperimentError, Sentence
from gradviz.ui.error_words import FIELDS, PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from source_strings import Pair


def strings_of_tables() -> dict[Pair, None]:
    """Return every string of the tables, in order and once."""
    pairs = ((context, text) for context, texts in _tables() for text in texts)
    return dict.fromkeys((context, str(text)) for context, text in pairs if text)


def _tables() -> Iterator[tuple[str, Iterable[str]]]:
    yield "FormulaError", (*SENTENCES.values(), *Thing, *Arguments)
    yield "FormulaHint", Hint
    yield "ExperimentError", Sentence
    for kind in _errors():
        yield kind.__name__, kind.sentences.values()
    yield "Fields", FIELDS.values()
    yield "Values", PHRASES
    yield "Functions", (function.summary for function in FUNCTIONS.values())
    yield "Catalogue", (text for entry in CATALOGUE for text in (entry.name, entry.note))
    yield "Catalogue", (entry.source for entry in CATALOGUE if entry.source[:1].islower())
    yield "Problem", (text for problem in PROBLEMS for text in (problem.name, problem.note))
    yield "Schedule", (text for kind in SCHEDULES.values() for text in (kind.label, _summary(kind)))
    yield "Optimizer", (_summary(kind) for kind in OPTIMIZERS.values())
    yield "OptimizerState", (name for kind in OPTIMIZERS.values() for name in kind.state_names)
    for kind in (*OPTIMIZERS.values(), *SCHEDULES.values(), Clipping):
        yield "Hyperparameter", _hyperparameters(kind)


def _errors() -> Iterator[type[CodedError]]:
    """Yield the errors whose sentences go by their codes alone."""
    for package in (gradviz.core, gradviz.document):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    yield from (kind for kind in CodedError.__subclasses__() if kind is not ExperimentError)


def _summary(kind: type[Any]) -> str:
    return (kind.__doc__ or "").strip().partition("\n")[0]


def _hyperparameters(kind: type[Any]) -> Iterator[str]:
    for item in fields(kind):
        if "label" in item.metadata:
            yield item.metadata["label"]
            yield item.metadata["help"]
