"""The picture in the middle, copied to the clipboard or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QPainter

from gradviz.export.encoders import PictureError, image_of, svg_bytes
from gradviz.export.figure import figure_of
from gradviz.export.sheet import DPI, Sheet
from gradviz.plots.lettering import plain_figures
from gradviz.plots.themes import LIGHT
from gradviz.ui.exported import view_of

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from gradviz.export.figure import Figure
    from gradviz.ui.exported import PictureView
    from gradviz.ui.main_window import MainWindow

SVG: Final = "image/svg+xml"
SCALE: Final = 2.0
"""Pixels that are copied for each of the screen."""
_RATIO: Final = 2.0


def copy_picture(window: MainWindow) -> None:
    """Copy the picture in the middle, as an image and as SVG; tell so, or why not."""
    try:
        view = _shown(window)
        sheet = Sheet(size=(view.width(), view.height()), scale=SCALE)
        figure = _figure(view, sheet)
        data = QMimeData()
        data.setImageData(image_of(figure, sheet))
        data.setData(SVG, QByteArray(svg_bytes(figure, sheet)))
    except PictureError as fault:
        window.banner.tell(str(fault))
        return
    QGuiApplication.clipboard().setMimeData(data)
    window.banner.tell(_tr("The picture is copied."), good=True)


def print_picture(window: MainWindow) -> None:
    """Ask for a printer, and print the picture in the middle in light colours."""
    from PySide6.QtPrintSupport import (  # noqa: PLC0415 - few people print
        QPrintDialog,
        QPrinter,
    )

    try:
        view = _shown(window)
        figure = _figure(view)
    except PictureError as fault:
        window.banner.tell(str(fault))
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(figure.title)
    is_wide = view.width() >= view.height()
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    )
    dialog = QPrintDialog(printer, window)
    dialog.setObjectName("printDialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.accepted.connect(lambda *_: _print(window, view, printer))
    dialog.show()


def _print(window: MainWindow, view: PictureView, printer: QPrinter) -> None:
    try:
        paint_page(_figure(view), printer)
    except RuntimeError:  # there is no printer, or it refused
        window.banner.tell(_tr("The picture could not be printed."))


def paint_page(figure: Figure, printer: QPrinter) -> None:
    """Paint a figure as large as the page is, within its margins.

    Raises
    ------
    RuntimeError
        When the printer cannot be painted on.
    """
    page = QSizeF(printer.pageRect(type(printer).Unit.DevicePixel).size())
    factor = printer.resolution() / DPI
    painter = QPainter()
    if not painter.begin(printer):
        raise RuntimeError("The printer cannot be painted on.")
    try:
        with plain_figures():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(factor, factor)
            figure.paint(painter, page / factor, _RATIO)
    finally:
        painter.end()


def _shown(window: MainWindow) -> PictureView:
    view = view_of(window, window.picture.shown)
    if view is None or window.session.results is None:
        raise PictureError(_tr("There is no picture in the middle."))
    return view


def _figure(view: PictureView, sheet: Sheet | None = None) -> Figure:
    """Return the picture of a view, in light colours for paper; `sheet` is what a screen has."""
    figure = figure_of([view.picture], sheet, None if sheet is not None else LIGHT)
    if figure.problem:
        raise PictureError(figure.problem)
    return figure


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportPicture", text)
