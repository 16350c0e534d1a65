"""The options of ``gradviz render`` about the file: size, ground, and the frames of a movie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from gradviz.cli import values
from gradviz.cli.errors import UsageError
from gradviz.export.movies import MOST_FRAMES, SUFFIXES, Cut, suffix_of
from gradviz.export.sheet import DPI, Sheet

if TYPE_CHECKING:
    import argparse

VECTORS: Final = (".svg", ".pdf")
PICTURES: Final = (".png", *VECTORS)
MOVING: Final = ("from_step", "to_step", "every", "fps")
"""Options that only moving pictures have."""
SCALES: Final = (0.1, 16.0)
FASTEST: Final = 50.0


def read_out(options: argparse.Namespace) -> Path:
    """Return the file to write, whose name says its format."""
    out = Path(options.out)
    if out.suffix.lower() not in (*PICTURES, *SUFFIXES):
        raise UsageError(f"--out: {options.out!r} does not end in .png, .svg, .pdf, .gif or .webp")
    return out


def read_sheet(options: argparse.Namespace, size: str) -> Sheet:
    """Return what a figure is painted on; `size` is taken if none is given."""
    sides, unit = values.size("--size", options.size or size)
    return Sheet(
        size=sides,
        unit=unit,
        scale=_scale(options),
        is_transparent=options.transparent,
        has_title=not options.no_title,
    )


def _scale(options: argparse.Namespace) -> float:
    low, high = SCALES
    _check_pixels(options)
    if options.dpi is not None:
        return _between("--dpi", options.dpi, low * DPI, high * DPI) / DPI
    return 1.0 if options.scale is None else _between("--scale", options.scale, low, high)


def _check_pixels(options: argparse.Namespace) -> None:
    """Refuse to count pixels twice, and in a file that has none."""
    given = [name for name in ("dpi", "scale") if getattr(options, name) is not None]
    if len(given) > 1:
        raise UsageError("--dpi: --scale says already how many pixels there are")
    suffix = Path(options.out).suffix.lower()
    if given and suffix in VECTORS:
        raise UsageError(f"--{given[0]}: a {suffix} is drawn in lines, sharp at any size")


def _between(option: str, text: str, low: float, high: float) -> float:
    value = values.number(option, text)
    if not low <= value <= high:
        raise UsageError(f"{option}: {value:g} is not between {low:g} and {high:g}")
    return value


def read_cut(options: argparse.Namespace, out: Path, last: int) -> Cut | None:
    """Return the frames of a movie of steps 0 to `last`; None for a picture that stands still."""
    if not suffix_of(out):
        for name in MOVING:
            if getattr(options, name) is not None:
                option = f"--{name.removesuffix('_step')}"
                raise UsageError(f"{option}: this is of a .gif or .webp")
        return None
    first = _step("--from", options.from_step, last, 0)
    cut = Cut(
        first=first,
        last=_step("--to", options.to_step, last, last),
        every=1 if options.every is None else values.integer("--every", options.every),
        rate=10.0 if options.fps is None else _between("--fps", options.fps, 0.1, FASTEST),
    )
    if cut.last < cut.first:
        raise UsageError(f"--to: {cut.last} is before {cut.first}, where it begins")
    if not cut.is_possible:
        raise UsageError(f"--every: there can be 1 to {MOST_FRAMES} frames")
    return cut


def _step(option: str, text: str | None, last: int, default: int) -> int:
    if text is None:
        return default
    step = values.integer(option, text)
    if not 0 <= step <= last:
        raise UsageError(f"{option}: {step} is not between 0 and {last}, the last step")
    return step
