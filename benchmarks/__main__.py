"""Run all benchmarks, or those named, and print one table: ``python -m benchmarks [stall ...]``."""

from __future__ import annotations

import importlib
import sys

MODULES = (
    "steps",
    "network",
    "training_live",
    "frame",
    "views",
    "slider",
    "surface",
    "stall",
    "startup",
)
HEADER = ("what", "ours", "theirs", "ratio", "goal")


def main(names: list[str]) -> int:
    """Print the table; return the exit code."""
    unknown = set(names) - set(MODULES)
    if unknown:
        print(f"No benchmark {', '.join(sorted(unknown))}: there are {', '.join(MODULES)}.")
        return 2
    table: list[tuple[str, ...]] = [HEADER]
    for name in names or MODULES:
        print(f"measuring: {name}", file=sys.stderr, flush=True)
        table += [
            tuple(map(str, row)) for row in importlib.import_module(f"benchmarks.{name}").rows()
        ]
    widths = [max(len(row[column]) for row in table) for column in range(len(HEADER))]
    for number, row in enumerate(table):
        print(
            "| "
            + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            + " |"
        )
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
