"""Pictures of the views as files: PNG of exactly the size asked for, SVG of true vectors.

Pictures are painted anew for the file and never grabbed from the screen, so none of this needs a
display: the command line runs it on Qt's offscreen platform.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from gradviz.export.figure import Figure, figure_of
from gradviz.export.files import write_bytes
from gradviz.plots.colours import colour
from gradviz.plots.contour_picture import ContourPicture
from gradviz.plots.curve_picture import CurvePicture
from gradviz.plots.frames import painting
from gradviz.plots.series import Quantity
from gradviz.plots.themes import LIGHT, Theme

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from gradviz.document.results import Results
    from gradviz.document.scene import Scene
    from gradviz.plots.contour import ContourView
    from gradviz.plots.curves import CurveView
    from gradviz.plots.picture import Picture

SIZE: Final = (1200, 800)
MOST_PIXELS: Final = 400_000_000
"""Pixels of the largest picture that is attempted (1.6 GB)."""
_SVG_RATIO: Final = 2.0
_SVG_DPI: Final = 96
_MILLIMETRES: Final = re.compile(rb'width="[\d.]+mm" height="[\d.]+mm"')
_DOTS_PER_METRE: Final = _SVG_DPI / 0.0254


class PictureError(ValueError):
    """A picture cannot be made as asked for; the text says why."""


def render_experiment(
    results: Results,
    scene: Scene,
    *,
    path: str | os.PathLike[str],
    view: str = "contour",
    size: tuple[int, int] = SIZE,
    theme: Theme = LIGHT,
    scale: float = 1.0,
) -> None:
    """Draw an experiment into a file; needs a QGuiApplication, but no display.

    Parameters
    ----------
    results : Results
        The runs, shown at their last step.
    scene : Scene
        What lies under them.
    path : path-like
        A name that ends in ``.png`` or ``.svg``.
    view : {'contour', 'loss', 'gradient_norm', 'all'}
        What to draw.
    size : tuple of int
        Width and height.
    theme : Theme
        Colours.
    scale : float
        Pixels of a PNG to each unit of `size`.

    Raises
    ------
    PictureError
        When view, size or the ending of the name cannot be.
    WriteError
        When the file cannot be written.
    """
    made = _pictures(results, scene, theme)
    if view != "all" and view not in made:
        names = ", ".join([*made, "all"])
        raise PictureError(f"There is no view {view}; there are {names}.")
    chosen = list(made.values()) if view == "all" else [made[view]]
    save_pictures(chosen, path, size=QSize(*size), scale=scale)


def _pictures(results: Results, scene: Scene, theme: Theme) -> dict[str, Picture]:
    last = max((len(run.trajectory) - 1 for run in results.runs), default=0)
    contour = ContourPicture(theme)
    contour.scene, contour.bounds = scene, scene.request.bounds
    contour.start = results.experiment.start
    contour.results, contour.cursor = results, last
    made: dict[str, Picture] = {"contour": contour}
    for name, quantity in (("loss", Quantity.VALUE), ("gradient_norm", Quantity.GRADIENT_NORM)):
        curve = CurvePicture(quantity, theme)
        curve.results, curve.cursor = results, last
        made[name] = curve
    return made


def save_view(
    view: ContourView | CurveView, path: str | os.PathLike[str], *, scale: float = 1.0
) -> None:
    """Draw what a view shows, at its size on the screen, into a PNG or SVG file.

    Raises
    ------
    PictureError, WriteError
        As for `render_experiment`.
    """
    save_pictures([view.picture], path, size=view.size(), scale=scale)


def save_figure(
    views: Sequence[ContourView | CurveView],
    path: str | os.PathLike[str],
    *,
    size: tuple[int, int] = SIZE,
    scale: float = 1.0,
) -> None:
    """Draw several views into one figure: the first large, the others beside it.

    Raises
    ------
    PictureError, WriteError
        As for `render_experiment`.
    """
    save_pictures([view.picture for view in views], path, size=QSize(*size), scale=scale)


def save_pictures(
    pictures: Sequence[Picture],
    path: str | os.PathLike[str],
    *,
    size: QSize,
    scale: float,
) -> None:
    """Draw one picture, or several in one figure, into the file `path`; see `render_experiment`."""
    figure = figure_of(pictures)
    ending = Path(path).suffix.lower()
    if ending == ".svg":
        write_bytes(path, svg_bytes(figure, size))
    elif ending == ".png":
        write_bytes(path, png_bytes(figure, size, scale))
    else:
        raise PictureError(
            f"A picture's name has to end in .png or .svg, not in {ending or 'nothing'}."
        )


def png_bytes(figure: Figure, size: QSize, scale: float) -> bytes:
    """Return a figure as a PNG file of `size` times `scale` pixels."""
    pixels = QSize(round(size.width() * scale), round(size.height() * scale))
    count = pixels.width() * pixels.height()
    if pixels.isEmpty() or count > MOST_PIXELS:
        raise PictureError(
            f"A picture of {pixels.width()} by {pixels.height()} pixels cannot be made."
        )
    image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise PictureError("There is not enough memory for a picture of this size.")
    image.fill(colour(figure.ground))
    image.setDotsPerMeterX(round(_DOTS_PER_METRE * scale))
    image.setDotsPerMeterY(round(_DOTS_PER_METRE * scale))
    with painting(image) as painter:
        painter.scale(pixels.width() / size.width(), pixels.height() / size.height())
        figure.paint(painter, QSizeF(size), scale)
    opaque = image.convertToFormat(QImage.Format.Format_RGB888)
    data, buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(opaque)
    return bytes(data.data())


def svg_bytes(figure: Figure, size: QSize) -> bytes:
    """Return a figure as an SVG file: lines and text as such, the field as an image in it."""
    if size.isEmpty():
        raise PictureError("A picture has to have a width and a height.")
    data, buffer = _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(_SVG_DPI)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(figure.title)
    generator.setDescription(QCoreApplication.translate("Export", "Drawn with GradViz"))
    with painting(generator) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(0, 0, size.width(), size.height()), colour(figure.ground))
        figure.paint(painter, QSizeF(size), _SVG_RATIO)
    return _sized_in_pixels(bytes(data.data()), size)


def _sized_in_pixels(svg: bytes, size: QSize) -> bytes:
    """Return the file with its size in pixels: programs do not agree how many a millimetre has."""
    wanted = f'width="{size.width()}" height="{size.height()}"'
    return _MILLIMETRES.sub(wanted.encode("ascii"), svg, count=1)


def _buffer() -> tuple[QByteArray, QBuffer]:
    """Return an open buffer and the bytes it fills, which have to live as long."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer
