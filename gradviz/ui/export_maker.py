"""What is chosen in the export dialog, made in slices: as a file, or small for the preview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gradviz.export.datasets import TableFormat, table_parts
from gradviz.export.encoders import image_of
from gradviz.export.figure import figure_of
from gradviz.export.files import write_bytes
from gradviz.export.film import Film, inks_of
from gradviz.export.movies import check_size, suffix_of
from gradviz.export.pictures import save_pictures
from gradviz.export.script import script_of, write_script
from gradviz.ui.export_choices import Kind
from gradviz.ui.export_job import Slices, in_thread, movie_slices, stoppable
from gradviz.ui.export_preview import LINES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from gradviz.export.datasets import TableSource
    from gradviz.plots.picture import Picture
    from gradviz.plots.themes import Theme
    from gradviz.ui.export_form import ExportForm
    from gradviz.ui.export_preview import ExportPreview
    from gradviz.ui.exports import Exports, Key

_PREVIEW_BYTES: Final = 32_000
"""Bytes of each part of a table that are looked at: the names of many weights are long."""


class ExportMaker:
    """Makes what a form asks for, which is not to change meanwhile.

    Parameters
    ----------
    exports : Exports
        What there is.
    form : ExportForm
        What of it, and how.
    theme : Theme
        Colours of pictures.
    """

    def __init__(self, exports: Exports, form: ExportForm, theme: Theme) -> None:
        self._exports = exports
        self._form = form
        self._theme = theme
        self._experiment = exports.outcome.experiment

    # --- a file

    def file(self, path: Path) -> Slices:
        """Return the work of writing to `path`."""
        makers = {
            Kind.PICTURE: self._picture,
            Kind.MOVIE: self._movie,
            Kind.TABLE: self._table,
            Kind.SCRIPT: self._script,
        }
        return makers[self._form.kind](path)

    def _picture(self, path: Path) -> Slices:
        yield from self._drawing()
        save_pictures([*self._drawn().values()], path, self._form.sheet, self._theme)

    def _movie(self, path: Path) -> Slices:
        sheet, cut, into = self._form.sheet, self._form.cut, list[bytes]()
        check_size(*sheet.pixels, len(cut.steps))
        yield from self._drawing()
        film = Film(self._exports.takes(self._drawn(), sheet.extent), sheet, self._theme)
        suffix = suffix_of(path) or f".{self._form.choices.movie}"
        yield from movie_slices(film, cut, suffix, inks_of(self._theme), into)
        write_bytes(path, into)

    def _table(self, path: Path) -> Slices:
        named = path.suffix.lower().removeprefix(".")
        form = TableFormat(named) if named in set(TableFormat) else self._form.choices.table
        parts = table_parts(self._source(), self._form.table, form)
        yield from in_thread(lambda stopped: write_bytes(path, stoppable(parts, stopped)))

    def _script(self, path: Path) -> Slices:
        yield from in_thread(lambda _stopped: write_script(path, self._experiment))

    # --- a preview

    def preview(self, into: ExportPreview) -> Slices:
        """Return the work of showing what a file would hold."""
        kind = self._form.kind
        if kind is Kind.SCRIPT:
            into.show_text(script_of(self._experiment).text)
        elif kind is Kind.TABLE:
            parts = table_parts(self._source(), self._form.table, TableFormat.CSV)
            into.show_text(_beginning(parts))
        else:
            yield from self._small_picture(into)

    def _small_picture(self, into: ExportPreview) -> Slices:
        yield from self._drawing()
        sheet = self._form.sheet
        if sheet.is_possible:
            room, (width, height) = into.room, sheet.extent
            small = replace(sheet, scale=min(room.width() / width, room.height() / height))
            figure = figure_of([*self._drawn().values()], small, self._theme)
            into.show_image(image_of(figure, small))

    # --- what both are made of

    def _drawing(self) -> Slices:
        """Make the pictures that are ticked."""
        return self._exports.making(self._form.keys, self._form.sheet.extent)

    def _drawn(self) -> dict[Key, Picture]:
        return self._exports.figure(self._form.keys, self._form.sheet.extent)

    def _source(self) -> TableSource:
        return self._exports.source(self._form.steps)


def _beginning(parts: Iterator[bytes]) -> str:
    """Return the first lines of a file, without making more of it."""
    text = ""
    for part in parts:
        text += part[:_PREVIEW_BYTES].decode("utf-8", "replace")
        if text.count("\n") > LINES:
            break
    return text
