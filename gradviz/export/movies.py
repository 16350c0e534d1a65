"""Frames as an animated GIF or WebP file. No Qt; Pillow is loaded when it is needed."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Sequence

    from PIL.Image import Image

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""
GIF, WEBP = ".gif", ".webp"
SUFFIXES: Final = (GIF, WEBP)
MOST_PIXELS: Final = 1_500_000_000
"""Pixels of all frames together: a GIF is put together in memory."""
REST: Final = 1500
"""Milliseconds that the last frame is seen before it all begins again."""
_SHORTEST: Final = 20
"""Milliseconds of a frame, below which programs show it for longer."""
_COLOURS: Final = 255
_LEVELS: Final = 32
"""Levels of red, green and blue in a WebP: none is off by more than 4 of 255."""
MOST_INKS: Final = 128


MOST_FRAMES: Final = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Which steps are shown, and how fast.

    Attributes
    ----------
    first, last : int
        The steps it begins and ends with.
    every : int
        Steps from one frame to the next, at least 1.
    rate : float
        Frames per second.
    """

    first: int = 0
    last: int
    every: int = 1
    rate: float = 10.0

    @property
    def steps(self) -> list[int]:
        """The step of each frame; the last one is always among them."""
        steps = [*range(self.first, self.last, self.every)]
        return [*steps, self.last]

    @property
    def is_possible(self) -> bool:
        """Whether there are frames, and not too many of them."""
        if not 0 <= self.first <= self.last or self.every < 1 or not self.rate > 0.0:
            return False
        return (self.last - self.first) // self.every < MOST_FRAMES


class MovieError(ValueError):
    """There are more frames than memory should hold.

    Attributes
    ----------
    count, width, height : int
        How many frames of which size.
    """

    def __init__(self, count: int, width: int, height: int) -> None:
        self.count, self.width, self.height = count, width, height
        super().__init__(
            f"{count} frames of {width} by {height} pixels are too many; take fewer steps, or a "
            "smaller size."
        )


class CancelledError(Exception):
    """Nobody wants it any more."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One image.

    Attributes
    ----------
    width, height : int
        Its size.
    data : bytes
        Red, green and blue of each pixel, row by row.
    """

    width: int
    height: int
    data: bytes


def check_size(width: int, height: int, count: int) -> None:
    """Raise `MovieError` when so many frames are more than memory should hold."""
    if width * height * count > MOST_PIXELS:
        raise MovieError(count, width, height)


def movie_bytes(
    frames: Iterator[Frame],
    suffix: str,
    rate: float,
    inks: Sequence[Colour] = (),
    on_frame: Callable[[int], None] | None = None,
) -> bytes:
    """Return frames as a file.

    Parameters
    ----------
    frames : iterator of Frame
        All of one size, at least one; they are taken one after another.
    suffix : str
        ``.gif`` or ``.webp``.
    rate : float
        Frames per second, at most 50.
    inks : sequence of Colour
        Colours that a GIF is to have in any case, of its 256: those of thin lines.
    on_frame : callable, optional
        Told the number of each frame, from 1, before it is taken; what it raises ends it all.

    Raises
    ------
    ImportError
        When Pillow is missing.
    """
    made = _images(_counted(frames, on_frame))
    made = _with_few_colours(made, inks) if suffix == GIF else _with_few_levels(made)
    first, each, out = next(made), max(_SHORTEST, round(1000 / rate)), io.BytesIO()
    # the last frame comes some times more: how many there are is not known before
    rest = _held(made, first, max(1, round(REST / each)))
    kind = "GIF" if suffix == GIF else "WEBP"
    options = _OPTIONS[suffix] | {"append_images": rest, "duration": each}
    first.save(out, kind, save_all=True, loop=0, **options)
    return out.getvalue()


_OPTIONS: Final[dict[str, dict[str, Any]]] = {
    GIF: {"optimize": False, "disposal": 1},
    WEBP: {"lossless": True, "quality": 20, "method": 1, "kmin": 0, "kmax": 0},
}
"""How much trouble is taken.

A training of 55 frames, 1000 by 620 pixels: GIF 3.0 MB; WebP as here 0.75 MB in the same time, with
all levels 2.1 MB and seven times as slow, with key frames more again; lossy at 90 it has 1.1 MB and
blurred lines.
"""


def _images(frames: Iterator[Frame]) -> Iterator[Image]:
    from PIL import Image  # noqa: PLC0415 - only moving pictures need it

    for frame in frames:
        yield Image.frombytes("RGB", (frame.width, frame.height), frame.data)


def _counted(frames: Iterator[Frame], on_frame: Callable[[int], None] | None) -> Iterator[Frame]:
    for number, frame in enumerate(frames, 1):
        if on_frame is not None:
            on_frame(number)
        yield frame


def _held(images: Iterator[Image], first: Image, more: int) -> Iterator[Image]:
    """Yield images, and the last of them, or the first if there are no others, some more times."""
    last = first
    for last in images:
        yield last
    yield from chain.from_iterable([[last]] * more)


def _with_few_colours(images: Iterator[Image], inks: Sequence[Colour]) -> Iterator[Image]:
    """Yield images with the same few colours, so that what rests stays as it is."""
    from PIL.Image import Dither  # noqa: PLC0415 - as above

    palette = None
    for image in images:
        if palette is None:
            palette = _palette(image, inks)
        yield image.quantize(palette=palette, dither=Dither.NONE)


def _with_few_levels(images: Iterator[Image]) -> Iterator[Image]:
    """Yield images whose smooth colours go in small steps, which a lossless file is small by."""
    step = 255.0 / (_LEVELS - 1)
    levels = [round(round(value / step) * step) for value in range(256)] * 3
    for image in images:
        yield image.point(levels)


def _palette(image: Image, inks: Sequence[Colour]) -> Image:
    """Return an image whose palette holds `inks`, and colours of another image besides."""
    from PIL import Image  # noqa: PLC0415 - as above

    kept = list(dict.fromkeys(inks))[:MOST_INKS]
    found = image.quantize(_COLOURS - len(kept), Image.Quantize.MEDIANCUT).getpalette() or []
    made = Image.new("P", (1, 1))
    made.putpalette(list(chain.from_iterable(kept)) + found)
    return made


def suffix_of(path: str | os.PathLike[str]) -> str:
    """Return how the name of a moving picture ends; "" if it names none."""
    suffix = Path(path).suffix.lower()
    return suffix if suffix in SUFFIXES else ""
