"""The text as typed and the text that Python's parser gets, with the way back for positions.

Comments go, strings are emptied, pasted code is moved to the left margin and every statement is
put on one line; `Source.span` tells which part of the text typed a syntax node comes from.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from gradviz.core.formula.characters import Character, read
from gradviz.core.formula.errors import ErrorCode, FormulaError
from gradviz.core.formula.hints import Hint
from gradviz.core.formula.tokens import Kind, Token, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_LENGTH = 10_000
TAB = 8  # as Python counts
_SIGNS = frozenset({"+", "-"})


class Source:
    """A formula's text, read as far as its layout.

    Parameters
    ----------
    text : str
        The text as typed.

    Attributes
    ----------
    tree : ast.Module
        The syntax tree.
    nodes : list of ast.AST
        All its nodes.

    Raises
    ------
    FormulaError
        If the text is no Python.
    """

    def __init__(self, text: str) -> None:
        if len(text) > MAX_LENGTH:
            span = (MAX_LENGTH, len(text))
            raise FormulaError(ErrorCode.TOO_LONG, span, length=len(text), limit=MAX_LENGTH)
        self.text = text
        lines = _laid_out(read(text))
        if not lines:
            raise FormulaError(ErrorCode.EMPTY, (0, len(text)), Hint.EXAMPLE)
        self._lines = lines
        self._texts = ["".join(character.text for character in line) for line in lines]
        self.tree = self._parsed()
        self.nodes = list(ast.walk(self.tree))

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Return where in the text typed a node of the syntax tree stands."""
        if not isinstance(node, ast.expr | ast.stmt | ast.alias | ast.arg | ast.keyword):
            return (0, len(self.text))
        start = self._character(node.lineno, node.col_offset, 0)
        end_line, end_column = node.end_lineno, node.end_col_offset
        end = self._character(end_line or node.lineno, end_column or node.col_offset, -1)
        return (start.start, end.end)

    def between(self, first: ast.expr, second: ast.expr) -> tuple[int, int]:
        """Return the span of what stands between two expressions, without the space around it."""
        start, end = self.span(first)[1], self.span(second)[0]
        found = self.text[start:end]
        sign = found.strip(" \t\r\n()")
        at = start + found.find(sign) if sign else start
        return (at, at + len(sign)) if sign else (start, end)

    def typed(self, node: ast.AST) -> str:
        """Return what was typed for a node."""
        start, end = self.span(node)
        return self.text[start:end]

    def _character(self, line: int, column: int, shift: int) -> Character:
        """Return the character at a position of the syntax tree, whose columns are bytes."""
        characters, text = self._lines[line - 1], self._texts[line - 1]
        if not text.isascii():
            column = len(text.encode()[:column].decode())
        return characters[min(max(column + shift, 0), len(characters) - 1)]

    def _parsed(self) -> ast.Module:
        try:
            return ast.parse("\n".join(self._texts))
        except SyntaxError as error:
            raise self._explained(error) from None
        except (RecursionError, MemoryError):
            raise FormulaError(ErrorCode.TOO_DEEP, (0, len(self.text))) from None
        except ValueError:
            raise FormulaError(ErrorCode.SYNTAX, (0, len(self.text))) from None

    def _explained(self, error: SyntaxError) -> FormulaError:
        line = min(max(error.lineno or 1, 1), len(self._lines))
        characters = self._lines[line - 1]
        if isinstance(error, IndentationError):
            span = (characters[0].start, characters[-1].end)
            return FormulaError(ErrorCode.BAD_INDENTATION, span)
        first = min(max((error.offset or 1) - 1, 0), len(characters) - 1)
        last = first
        if error.end_lineno == line and error.end_offset:
            last = min(max(error.end_offset - 2, first), len(characters) - 1)
        span = (characters[first].start, characters[last].end)
        message = error.msg
        if "Maybe you meant '=='" in message and "cannot assign" not in message:
            return FormulaError(ErrorCode.SINGLE_EQUALS, span, Hint.COMPARE)
        if "cannot assign to" in message:
            return FormulaError(ErrorCode.ASSIGNMENT_TO_CALL, span, Hint.FORMULA_ALONE)
        if "expression cannot contain assignment" in message:
            return FormulaError(ErrorCode.SINGLE_EQUALS, span, Hint.COMPARE)
        hint = Hint.NONE
        if "expected ':'" in message:
            hint = Hint.COLON
        elif "expected 'else'" in message:
            hint = Hint.ELSE
        return FormulaError(ErrorCode.SYNTAX, span, hint)


# --- layout -----------------------------------------------------------------------------------


def _laid_out(characters: list[Character]) -> list[list[Character]]:
    """Return one list of characters for each statement line, indented from the left margin."""
    lines = _continued([line for line in _logical_lines(tokenize(characters)) if line[1]])
    blocks = any(line[1][-1].text == ":" for line in lines)
    margin = min((width for width, _ in lines), default=0)
    laid_out = []
    for width, line in lines:
        at = line[0].span[0]
        indentation = [Character(" ", at, at)] * (width - margin if blocks else 0)
        laid_out.append(indentation + _joined(line, characters))
    return laid_out


def _continued(lines: list[tuple[int, list[Token]]]) -> list[tuple[int, list[Token]]]:
    """Join to the line before it a line that begins with a sign and is indented."""
    joined: list[tuple[int, list[Token]]] = []
    for width, line in lines:
        if joined and line[0].text in _SIGNS and width > joined[-1][0]:
            joined[-1] = (joined[-1][0], joined[-1][1] + line)
        else:
            joined.append((width, line))
    return joined


def _logical_lines(tokens: Iterable[Token]) -> list[tuple[int, list[Token]]]:
    """Return each line's indentation and tokens; inside brackets a line goes on."""
    lines: list[tuple[int, list[Token]]] = [(0, [])]
    depth = 0
    for token in tokens:
        width, line = lines[-1]
        if token.kind is Kind.NEWLINE and depth == 0:
            lines.append((0, []))
        elif token.kind is Kind.SPACE and not line:
            lines[-1] = (len((" " * width + token.text).expandtabs(TAB)), line)
        elif token.kind not in (Kind.SPACE, Kind.COMMENT, Kind.NEWLINE):
            line.append(token)
            if token.kind is Kind.SIGN:
                depth += (token.text in "([{") - (token.text in ")]}")
    return lines


def _joined(tokens: list[Token], characters: list[Character]) -> list[Character]:
    """Return the characters of a line, a space between any two tokens, strings emptied."""
    joined: list[Character] = []
    for token in tokens:
        start, end = token.span
        if joined:
            joined.append(Character(" ", start, start))
        if token.kind is Kind.STRING:
            joined += [Character('"', start, start), Character('"', start, end)]
        else:
            joined += characters[token.start : token.end]
    return joined
