"""Nothing waits by the clock on the wall, which the user and the network set to and fro."""

from __future__ import annotations

import ast
from pathlib import Path

import gradviz

PACKAGE = Path(gradviz.__file__).parent
STEADY = {"monotonic", "perf_counter"}
"""What of the module time may be used: clocks that never go back."""
ON_THE_WALL = {"datetime", "QDateTime", "QTime", "QDate"}
OF_FILES = {"document/recovery.py", "ui/recovering.py"}
"""Here the age of a file is told, which the system notes by the clock on the wall."""


def uses(path: Path) -> set[str]:
    """Return what a module takes from `time`, and the names of clocks on the wall."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id == "time":
                found.add(node.attr)
        elif isinstance(node, ast.ImportFrom):
            names = {alias.name for alias in node.names}
            found |= names if node.module == "time" else names & ON_THE_WALL
            found |= {node.module or ""} & ON_THE_WALL
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & ON_THE_WALL
    return found


def test_timers_use_clocks_that_never_go_back() -> None:
    sources = {path.relative_to(PACKAGE).as_posix(): uses(path) for path in PACKAGE.rglob("*.py")}
    wrong = {name: used - STEADY for name, used in sources.items() if used - STEADY}
    assert set(wrong) <= OF_FILES, wrong
    assert sum(map(bool, sources.values())) > 10
