"""The colours of the program: one frozen dataclass, two instances; nothing else names a colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How one run is drawn: safe for colour-blind eyes, told apart without colour too.

    Attributes
    ----------
    colour : str
        ``#RRGGBB``.
    symbol : str
        Symbol of the run's points: ``o`` circle, ``s`` square, ``d`` diamond,
        ``t1`` triangle and so on.
    dash : tuple of float
        Dash pattern in units of the line width; empty for a solid line.
    """

    colour: str
    symbol: str
    dash: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ClassStyle:
    """How one class of samples is drawn: told apart by its symbol where hues are not seen.

    Attributes
    ----------
    colour : str
        ``#RRGGBB`` of its marks: at least 3 to 1 against the ground and every class's `tint`.
    symbol : str
        Symbol of its samples, as in `RunStyle.symbol`.
    tint : str
        ``#RRGGBB`` of the ground where a network is sure of the class; all are equally light.
    """

    colour: str
    symbol: str
    tint: str


@dataclass(frozen=True, slots=True)
class FieldMap:
    """The field's colour map in OKLCH: each pair is (at the lowest value, at the highest).

    `inks` are those of lines and labels on its lighter and on its darker colours; None where the
    theme's own are read on all of them.
    """

    lightness: tuple[float, float]
    chroma: tuple[float, float]
    hue: tuple[float, float]
    inks: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ColourTable:
    """A colour map given by evenly spaced colours ``#RRGGBB`` with blanks between; low to high.

    `inks` are those of lines and labels on its lighter and on its darker colours.
    """

    colours: str
    inks: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Theme:
    """One look of the program; every colour is ``#RRGGBB``."""

    name: str
    window: str
    surface: str
    sunken: str
    raised: str
    control_on: str
    hairline: str
    border: str
    text: str
    text_muted: str
    text_faint: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    halo: str
    contour: str
    quiver: str
    star: str
    plot_grid: str
    code_name: str
    code_number: str
    code_operator: str
    code_param: str
    runs: tuple[RunStyle, ...]
    classes: tuple[ClassStyle, ...]
    field: FieldMap | ColourTable

    def __hash__(self) -> int:
        """Go by the name: colours are looked up by theme hundreds of times a picture."""
        return hash(self.name)

    def run(self, style: int) -> RunStyle:
        """Return the style of index `style`; beyond the list they repeat."""
        return self.runs[style % len(self.runs)]

    def class_style(self, index: int) -> ClassStyle:
        """Return the style of the class of this index; beyond the list they repeat."""
        return self.classes[index % len(self.classes)]


_SOLID: Final = ()
_DASH: Final = (5.0, 2.2)
_DASH_DOT: Final = (5.0, 2.0, 1.0, 2.0)
_DOT: Final = (1.2, 2.0)


def _runs(colours: tuple[str, ...]) -> tuple[RunStyle, ...]:
    """Pair the colours with symbols and dashes so that neither alone has to tell runs apart."""
    shapes = (
        ("o", _SOLID),
        ("s", _DASH),
        ("d", _DASH_DOT),
        ("t1", _DOT),
        ("p", _SOLID),
        ("t", _DASH),
        ("h", _DASH_DOT),
        ("t2", _DOT),
    )
    return tuple(RunStyle(c, s, d) for c, (s, d) in zip(colours, shapes, strict=True))


_CLASS_SYMBOLS: Final = ("o", "s", "d", "t1", "t", "star", "t2", "p", "t3", "x")


def _classes(*pairs: tuple[str, str]) -> tuple[ClassStyle, ...]:
    """Give each pair of colour and tint a symbol of its own."""
    return tuple(
        ClassStyle(colour, symbol, tint)
        for (colour, tint), symbol in zip(pairs, _CLASS_SYMBOLS, strict=True)
    )


LIGHT: Final = Theme(
    name="light",
    window="#F3F4F7",
    surface="#FFFFFF",
    sunken="#F6F7F9",
    raised="#FFFFFF",
    control_on="#FFFFFF",
    hairline="#E4E7EC",
    border="#D2D7DF",
    text="#1A2230",
    text_muted="#566172",
    text_faint="#626C7B",
    accent="#5A55D6",
    accent_hover="#4A45C4",
    accent_soft="#ECEBFB",
    on_accent="#FFFFFF",
    ok="#0B7A57",
    ok_soft="#E2F4EC",
    warn="#925900",
    warn_soft="#FCF0DA",
    bad="#B3261E",
    bad_soft="#FCE8E6",
    halo="#FFFFFF",
    contour="#3C4A63",
    quiver="#34415A",
    star="#F2B90F",
    plot_grid="#EDEFF3",
    code_name="#2450B8",
    code_number="#A14A00",
    code_operator="#626C7B",
    code_param="#5A55D6",
    runs=_runs(
        (
            "#0072B2",
            "#D55E00",
            "#009E73",
            "#CC79A7",
            "#7A5195",
            "#B58900",
            "#A23B3B",
            "#4A5568",
        )
    ),
    classes=_classes(
        ("#0072B2", "#B6DCF4"),
        ("#C25000", "#F0CFB4"),
        ("#00855F", "#B4E2D2"),
        ("#B34D8A", "#EFC9E0"),
        ("#7A5195", "#DECEF2"),
        ("#8A6600", "#E2D5B0"),
        ("#A23B3B", "#F6C9C9"),
        ("#4A5568", "#D0D6E0"),
        ("#1B7C93", "#AFE0E9"),
        ("#44611A", "#CEDCB7"),
    ),
    field=FieldMap(lightness=(0.985, 0.815), chroma=(0.014, 0.064), hue=(95.0, 268.0)),
)

DARK: Final = Theme(
    name="dark",
    window="#101318",
    surface="#171B22",
    sunken="#11151B",
    raised="#1E232C",
    control_on="#2A313D",
    hairline="#262C36",
    border="#353D4A",
    text="#E5E9F0",
    text_muted="#A3AEBD",
    text_faint="#8490A1",
    accent="#8B87F5",
    accent_hover="#9D99FF",
    accent_soft="#282749",
    on_accent="#12121F",
    ok="#4CC79A",
    ok_soft="#15302A",
    warn="#E3B04B",
    warn_soft="#33290F",
    bad="#F28B82",
    bad_soft="#3A1E1E",
    halo="#0D1015",
    contour="#C6D2E6",
    quiver="#C6D2E6",
    star="#FFD24A",
    plot_grid="#20262F",
    code_name="#8AB4FF",
    code_number="#F2A65A",
    code_operator="#8490A1",
    code_param="#A9A6FF",
    runs=_runs(
        (
            "#56B4E9",
            "#F0883E",
            "#2FCB9B",
            "#DE9BC4",
            "#B79AE8",
            "#E6C34A",
            "#F08A8A",
            "#AAB4C3",
        )
    ),
    classes=_classes(
        ("#56B4E9", "#1D3F52"),
        ("#F0883E", "#4E341D"),
        ("#2FCB9B", "#194337"),
        ("#E3A3CB", "#4D2F42"),
        ("#B08CF0", "#413350"),
        ("#E6C34A", "#443A18"),
        ("#F08080", "#522F30"),
        ("#AAB4C3", "#363B42"),
        ("#6FE0EC", "#114249"),
        ("#A0C040", "#343F20"),
    ),
    field=FieldMap(lightness=(0.165, 0.43), chroma=(0.018, 0.082), hue=(250.0, 285.0)),
)
