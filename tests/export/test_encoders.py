"""Files of pictures are read back: sizes in pixels and millimetres, grounds, words and fonts."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment
from gradviz.document.scene import evaluate_scene, scene_request
from gradviz.export.encoders import image_of, pdf_bytes, png_bytes, svg_bytes
from gradviz.export.figure import figure_of
from gradviz.export.sheet import Sheet, Unit
from gradviz.export.subject import Drawn, Subject, all_pictures, picture_of
from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.fonts import load_fonts, text_font

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from gradviz.plots.picture import Picture

pytestmark = pytest.mark.usefixtures("fonts")
MM = Unit.MILLIMETRES


@pytest.fixture(scope="module")
def fonts(qapp: QApplication) -> Iterator[None]:
    """Set words as the program does."""
    before = qapp.font()
    load_fonts()
    qapp.setFont(text_font())
    yield
    qapp.setFont(before)


@pytest.fixture(scope="module")
def subject() -> Subject:
    experiment = Experiment(steps=12)
    scene = evaluate_scene(scene_request(experiment))
    assert scene is not None
    return Subject(results=evaluate(experiment), scene=scene, step=12)


@pytest.fixture
def loss(subject: Subject) -> Picture:
    return picture_of(subject, Drawn.LOSS)


# --- a small reader of PDF ------------------------------------------------------------------------


def objects_of(data: bytes) -> dict[int, bytes]:
    return {
        int(match[1]): match[2] for match in re.finditer(rb"(?s)\n(\d+) 0 obj\s(.*?)\nendobj", data)
    }


def unpacked(thing: bytes) -> bytes:
    content = thing.partition(b"stream\n")[2].rpartition(b"\nendstream")[0]
    return zlib.decompress(content) if b"FlateDecode" in thing else content


def fonts_of(data: bytes) -> set[str]:
    return {name.decode() for name in re.findall(rb"/FontName /[A-Z]{6}\+(\S+)", data)}


def letters_of(things: dict[int, bytes]) -> Iterator[tuple[int, dict[int, str]]]:
    """Yield each font with what its glyphs mean, by its own table."""
    for number, thing in things.items():
        table = re.search(rb"/ToUnicode (\d+) 0 R", thing)
        if table is None:
            continue
        text = unpacked(things[int(table[1])]).decode("latin-1")
        meaning: dict[int, str] = {}
        for first, begin in re.findall(r"(?m)^<(\w+)> <\w+> <(\w{4})>$", text):
            meaning[int(first, 16)] = chr(int(begin, 16))
        for first, last, several in re.findall(r"(?m)^<(\w+)> <(\w+)> \[(.*?)\]", text):
            codes = re.findall(r"<(\w+)>", several)
            for glyph, code in zip(range(int(first, 16), int(last, 16) + 1), codes, strict=False):
                meaning[glyph] = bytes.fromhex(code).decode("utf-16-be")
        yield number, meaning


def words_of(data: bytes) -> str:
    """Return all that is written in a PDF file, as whoever copies text out of it gets it."""
    things = objects_of(data)
    fonts = dict(letters_of(things))
    names = {
        name.decode(): int(number)
        for thing in things.values()
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", thing)
    }
    pages = [unpacked(t).decode("latin-1") for t in things.values() if b"stream\n" in t]
    written = []
    for page in pages:
        if " Tf" not in page:
            continue
        font: dict[int, str] = {}
        for name, glyphs in re.findall(r"/(F\d+) \S+ Tf|<([0-9a-fA-F]+)>", page):
            if name:
                font = fonts[names[name]]
                written.append(" ")
            else:
                codes = [int(glyphs[i : i + 4], 16) for i in range(0, len(glyphs), 4)]
                written.append("".join(font.get(code, "?") for code in codes))
    return "".join("".join(written).split())


def test_a_pdf_has_its_size_its_words_and_its_fonts(subject: Subject) -> None:
    figure = figure_of([picture_of(subject, Drawn.CONTOUR)])
    data = pdf_bytes(figure, Sheet(size=(150.0, 100.0), unit=MM))
    assert data.startswith(b"%PDF-")
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert box is not None
    assert [float(n) for n in box.groups()] == pytest.approx(
        [150 / 25.4 * 72, 100 / 25.4 * 72], 3e-3
    )
    assert fonts_of(data) == {"Inter-Regular", "Inter-SemiBold"}
    said = words_of(data)
    for words in ("f = x0**2 + x1**2", "SGD", "at step 12", "0.118", "−4"):
        assert words.replace(" ", "") in said


def test_a_pdf_is_made_of_lines(loss: Picture) -> None:
    data = pdf_bytes(figure_of([loss]), Sheet(size=(600, 400)))
    streams = [unpacked(thing) for thing in objects_of(data).values() if b"stream\n" in thing]
    (page,) = (stream for stream in streams if b" cm\n" in stream)
    assert b"/Subtype /Image" not in data
    assert len(re.findall(rb"\n[-\d.]+ [-\d.]+ l\b", page)) > 20


def test_all_pictures_are_in_a_pdf(subject: Subject) -> None:
    data = pdf_bytes(figure_of(all_pictures(subject)), Sheet(size=(1200, 800)))
    said = words_of(data)
    for words in ("Errorof", "Loss", "Gradientnorm"):
        assert words in said


# --- sizes ---------------------------------------------------------------------------------------


def test_an_svg_is_as_large_as_asked_for(loss: Picture) -> None:
    root = ET.fromstring(svg_bytes(figure_of([loss]), Sheet(size=(170.0, 85.5), unit=MM)))
    assert (root.get("width"), root.get("height")) == ("170mm", "85.5mm")
    assert root.get("viewBox") == f"0 0 {round(170 / 25.4 * 96)} {round(85.5 / 25.4 * 96)}"
    plain = ET.fromstring(svg_bytes(figure_of([loss]), Sheet(size=(640, 480))))
    assert (plain.get("width"), plain.get("height")) == ("640", "480")


@pytest.mark.parametrize("dpi", [72, 300])
def test_millimetres_and_dots_make_pixels(loss: Picture, dpi: int) -> None:
    sheet = Sheet(size=(100.0, 60.0), unit=MM, scale=dpi / 96)
    image = QImage.fromData(png_bytes(figure_of([loss]), sheet))
    assert image.width() == pytest.approx(100 / 25.4 * dpi, abs=3)
    assert image.height() == pytest.approx(60 / 25.4 * dpi, abs=3)
    assert image.dotsPerMeterX() == pytest.approx(dpi / 0.0254, abs=1)


# --- grounds -------------------------------------------------------------------------------------


def argb(data: bytes) -> np.ndarray:
    image = QImage.fromData(data).convertToFormat(QImage.Format.Format_ARGB32)
    words = np.frombuffer(image.constBits(), dtype=np.uint32)
    return words.reshape(image.height(), image.width()).copy()


@pytest.mark.parametrize("count", [1, 4])
def test_nothing_lies_under_a_transparent_figure(subject: Subject, count: int) -> None:
    whats = [Drawn.LOSS, Drawn.NORM, Drawn.SLICE, Drawn.ERROR_CURVE][:count]
    pictures = [picture_of(subject, what) for what in whats]
    sheet = Sheet(size=(700, 500), is_transparent=True)
    pixels = argb(png_bytes(figure_of(pictures, sheet), sheet))
    assert pixels[0, 0] >> 24 == 0
    assert (pixels >> 24 == 0).mean() > 0.6
    opaque = argb(png_bytes(figure_of(pictures), Sheet(size=(700, 500))))
    assert (opaque >> 24 == 255).all()
    svg = svg_bytes(figure_of(pictures, sheet), sheet).decode()
    ground = (LIGHT.surface if count == 1 else LIGHT.window).lower()
    assert f'fill="{ground}"' not in svg.split("<path")[0]


@pytest.mark.parametrize("what", [what for what in Drawn if what is not Drawn.SURFACE])
def test_a_picture_takes_other_colours_for_the_file(subject: Subject, what: Drawn) -> None:
    picture = picture_of(subject, what)
    sheet = Sheet(size=(500, 400))
    before = png_bytes(figure_of([picture]), sheet)
    dark = argb(png_bytes(figure_of([picture], sheet, DARK), sheet))
    assert dark[0, 0] == QColor(DARK.surface).rgb()
    assert not (dark & 0xFFFFFF == QColor(LIGHT.surface).rgb() & 0xFFFFFF).mean() > 0.01
    assert picture.theme is LIGHT
    again = argb(png_bytes(figure_of([picture], sheet, LIGHT), sheet))
    difference = again.view(np.uint8).astype(int) - argb(before).view(np.uint8)
    assert np.abs(difference).max() <= 4


# --- titles --------------------------------------------------------------------------------------


def test_a_title_can_be_left_out(subject: Subject) -> None:
    pictures = [picture_of(subject, what) for what in (Drawn.CONTOUR, Drawn.LOSS)]
    for has_title in (True, False):
        sheet = Sheet(size=(900, 500), has_title=has_title)
        svg = svg_bytes(figure_of(pictures, sheet), sheet).decode()
        words = [e.text for e in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
        assert ("at step 12" in words) == has_title
        assert "SGD" in words


def test_an_image_is_what_is_written(loss: Picture) -> None:
    sheet = Sheet(size=(300, 200), scale=1.5)
    image, data = image_of(figure_of([loss]), sheet), png_bytes(figure_of([loss]), sheet)
    read = QImage.fromData(data).convertToFormat(QImage.Format.Format_RGB32)
    assert image.convertToFormat(QImage.Format.Format_RGB32) == read
