"""An experiment as a Python script: NumPy and matplotlib, nothing of this program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gradviz.document.atomic import write_bytes
from gradviz.export.script_function import function_script

if TYPE_CHECKING:
    import os

    from gradviz.document.experiment import Experiment


class Script(NamedTuple):
    """A script, with the samples that it reads.

    Attributes
    ----------
    text : str
        The script.
    samples : str
        The file that has to be beside it; "" if there is none.
    """

    text: str
    samples: str = ""


def script_of(experiment: Experiment, name: str = "experiment") -> Script:
    """Return `experiment` as a script that ends at the same numbers.

    Parameters
    ----------
    experiment : Experiment
        What is to be done again.
    name : str
        What the file will be called, without its ending; samples of a file are read from
        ``<name>-samples.csv``.

    Raises
    ------
    FormulaError, ExperimentError, FitError, DataError
        When the experiment cannot be evaluated either.
    """
    if experiment.network is None:
        return Script(function_script(experiment))
    from gradviz.export.script_network import network_script  # noqa: PLC0415 - of networks alone

    return Script(*network_script(experiment, samples_name(name)))


def samples_name(name: str) -> str:
    """Return what the file with samples beside a script is called."""
    return f"{name}-samples.csv"


def write_script(path: str | os.PathLike[str], experiment: Experiment) -> None:
    """Write `experiment` as a script to `path`, and beside it the samples that it reads, if any.

    Raises
    ------
    WriteError
        When that is not possible. The script that was there is then as it was.
    """
    file = Path(path)
    script = script_of(experiment, file.stem)
    if script.samples:
        write_bytes(file.with_name(samples_name(file.stem)), script.samples.encode("utf-8"))
    write_bytes(file, script.text.encode("utf-8"))
