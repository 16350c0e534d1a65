"""The Markdown of lessons as HTML that a text document of Qt lays out in the theme's colours.

Lessons need little of Markdown, and Qt's own reader takes no style sheet: paragraphs, lists with
hyphens, tables, ``**strong**``, ``*stressed*``, code between backticks, links. A paragraph that
begins with strong words and a full stop is a task and stands on a ground of its own; one that is
all code is a formula.
"""

from __future__ import annotations

import html
import re
from string import Template
from typing import TYPE_CHECKING, Final

from gradviz.ui.fonts import CODE, SMALL

if TYPE_CHECKING:
    from gradviz.plots.themes import Theme

PROSE: Final = 13
"""Size of the text in pixels."""
_CODE: Final = re.compile(r"`([^`]+)`")
_STRONG: Final = re.compile(r"\*\*(.+?)\*\*")
_STRESSED: Final = re.compile(r"\*(.+?)\*")
_LINK: Final = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_KEPT: Final = re.compile("\x00(\\d+)\x00")
_TASK: Final = re.compile(r"\*\*[^*]+\.\*\* ")
_RULE: Final = re.compile(r"\|[\s\-|]+\|")

_STYLE: Final = Template(
    """
    body, p, li, td, th { color: $text; font-size: ${prose}px; }
    p { line-height: 138%; margin-top: 0; margin-bottom: 9px; }
    li { line-height: 138%; margin-bottom: 4px; }
    ul { margin-top: 0; margin-bottom: 9px; margin-left: 0; -qt-list-indent: 1; }
    p.title { font-size: 18px; font-weight: 600; line-height: 115%; margin-bottom: 3px; }
    p.heading { font-size: 14px; font-weight: 600; margin-top: 10px; margin-bottom: 5px; }
    p.about { color: $text_muted; margin-bottom: 12px; }
    p.formula { margin-left: 12px; }
    p.source { color: $text_muted; font-size: ${small}px; margin-top: 12px; margin-bottom: 2px; }
    p.in { margin-bottom: 0; }
    code { font-family: 'JetBrains Mono', 'DejaVu Sans Mono', 'Consolas', monospace;
        font-size: ${code}px; color: $code_name; }
    a { color: $accent; font-weight: 600; text-decoration: none; }
    th { font-weight: 600; text-align: left; }
    """
)
_BOX: Final = Template(
    '<table width="100%" cellspacing="0" cellpadding="9" bgcolor="$ground"'
    ' style="margin-top: 6px; margin-bottom: 9px"><tr><td>$inside</td></tr></table>'
)
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_SHOWN: Final = f"\N{BLACK RIGHT-POINTING SMALL TRIANGLE}{_NO_BREAK}"
_UNBROKEN: Final = 22
"""Characters of code and links up to which they are not broken at the end of a line."""


def style(theme: Theme) -> str:
    """Return the style sheet of the document in a theme."""
    return _STYLE.substitute(
        text=theme.text,
        text_muted=theme.text_muted,
        accent=theme.accent,
        code_name=theme.code_name,
        prose=PROSE,
        small=SMALL,
        code=CODE,
    )


def markup(text: str, theme: Theme) -> str:
    """Return Markdown as HTML."""
    return "".join(_block(block, theme) for block in re.split(r"\n\s*\n", text.strip()))


def box(inside: str, ground: str) -> str:
    """Return HTML on a ground of its own."""
    return _BOX.substitute(inside=inside, ground=ground)


def inline(text: str) -> str:
    """Return the inside of a paragraph as HTML; nothing is read inside code."""
    codes: list[str] = []

    def keep(match: re.Match[str]) -> str:
        codes.append(html.escape(_whole(match[1])))
        return f"\x00{len(codes) - 1}\x00"

    made = html.escape(_CODE.sub(keep, text), quote=False)
    made = _LINK.sub(_link, made)
    made = _STRESSED.sub(r"<i>\1</i>", _STRONG.sub(r"<b>\1</b>", made))
    return _KEPT.sub(lambda match: f"<code>{codes[int(match[1])]}</code>", made)


def _link(match: re.Match[str]) -> str:
    return f'<a href="{html.escape(match[2])}">{_SHOWN}{_whole(match[1])}</a>'


def _whole(words: str) -> str:
    """Return a few words so that no line ends between them."""
    return words if len(words) > _UNBROKEN else words.replace(" ", _NO_BREAK)


def _block(block: str, theme: Theme) -> str:
    lines = block.strip().splitlines()
    if all(line.startswith("|") for line in lines):
        return _table(lines, theme)
    if lines[0].startswith("- "):
        return _list(lines)
    inside = inline(" ".join(lines))
    if _CODE.fullmatch(block.strip()):
        return f'<p class="formula">{inside}</p>'
    if _TASK.match(block):
        return box(f'<p class="in">{inside}</p>', theme.accent_soft)
    return f"<p>{inside}</p>"


def _list(lines: list[str]) -> str:
    items = "\n".join(lines).removeprefix("- ").split("\n- ")
    inside = "".join(f"<li>{inline(' '.join(item.split()))}</li>" for item in items)
    return f"<ul>{inside}</ul>"


def _table(lines: list[str], theme: Theme) -> str:
    head, *rows = [line for line in lines if not _RULE.fullmatch(line)]
    body = _row(head, "th") + "".join(_row(row, "td") for row in rows)
    edges = f"border: 1px solid {theme.border}; border-collapse: collapse; margin-bottom: 10px"
    return f'<table border="1" cellspacing="0" cellpadding="4" style="{edges}">{body}</table>'


def _row(line: str, tag: str) -> str:
    cells = (cell.strip() for cell in line.strip("|").split("|"))
    return "<tr>" + "".join(f"<{tag}>{inline(cell)}</{tag}>" for cell in cells) + "</tr>"
