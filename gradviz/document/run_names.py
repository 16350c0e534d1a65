"""What runs are called beside each other: two with the same optimizer are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gradviz.document.experiment import Run


def run_names(runs: Iterable[Run]) -> tuple[str, ...]:
    """Return a name for each run, all different: its label, numbered where another has it."""
    found: dict[str, None] = {}
    free: dict[str, int] = {}  # by label: all numbers before are taken, which a thousand runs share
    for run in runs:
        name = label = run.label
        number = free.get(label, 2)
        while name in found:
            name, number = f"{label} {number}", number + 1
        found[name], free[label] = None, number
    return tuple(found)
