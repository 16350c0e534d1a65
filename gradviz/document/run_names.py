"""What runs are called beside each other: two with the same optimizer are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gradviz.document.experiment import Run


def run_names(runs: Iterable[Run]) -> tuple[str, ...]:
    """Return a name for each run, all different: its label, numbered where another has it."""
    found: list[str] = []
    for run in runs:
        name, number = run.label, 2
        while name in found:
            name, number = f"{run.label} {number}", number + 1
        found.append(name)
    return tuple(found)
