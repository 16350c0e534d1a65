"""The file of an experiment ahead of the options, which change what is in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gradviz.cli.errors import UsageError
from gradviz.cli.experiments import read_experiment
from gradviz.cli.training import read_training, refuse_network_options
from gradviz.document.document import Document
from gradviz.document.files import SUFFIX, FileError, read

if TYPE_CHECKING:
    import argparse

    from gradviz.document.experiment import Experiment


def read_document(options: argparse.Namespace) -> Document:
    """Return the document that `options` name, with its experiment as they describe it.

    Without a file it is a new one.

    Raises
    ------
    UsageError
        With one line that names the file and the place in it, or the option.
    """
    if options.file is None:
        return Document(experiment=_described(options, None))
    found = _opened(options)
    if options.network is not None and found.experiment.network is None:
        return Document(experiment=_described(options, None))
    return replace(found, experiment=_described(options, found.experiment))


def _opened(options: argparse.Namespace) -> Document:
    name = Path(options.file).name
    try:
        found = read(options.file)
    except FileError as error:
        lead = "" if "name" in error.values else f"{name}: "
        raise UsageError(" ".join(f"{lead}{error.message}{_hint(name)}".split())) from None
    if found.typed is not None and options.formula is None:
        raise UsageError(f"{name}: its formula cannot be read; see it in the window")
    return found


def _hint(name: str) -> str:
    """Return what else may have been meant by what is no experiment file."""
    suffix = Path(name).suffix.lower()
    if suffix == SUFFIX:
        return ""
    if suffix in {".csv", ".tsv"}:
        return " Samples are given by --network own --data."
    return " A formula is given by --formula."


def _described(options: argparse.Namespace, base: Experiment | None) -> Experiment:
    is_network = options.network is not None or (base is not None and base.network is not None)
    if is_network:
        return read_training(options, base)
    refuse_network_options(options)
    return read_experiment(options, base)
