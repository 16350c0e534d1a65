"""Rows of the table of steps on their way to the clipboard, a part at a time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from gradviz.document.step_rows import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gradviz.document.step_rows import Rows

PART: Final = 512
"""Rows that are written at once."""
MOST: Final = 2_500_000
"""Numbers that are copied at most: some 50 MB of text."""
SLICE: Final = 0.012
"""Seconds of writing between two looks at what else is to be done."""
AT_ONCE: Final = 4 * PART
"""Rows that are not worth a progress bar."""

Ranges = list[tuple[int, int]]


def merged(ranges: Sequence[tuple[int, int]]) -> Ranges:
    """Return ranges of rows (first, one after the last) in order and without overlap."""
    found: Ranges = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def parts(rows: Rows, ranges: Ranges, columns: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield rows as text, tab-separated with all digits, with how many they are."""
    for first, last in ranges:
        for start in range(first, last, PART):
            end = min(start + PART, last)
            yield end - start, _text(rows, start, end, columns)


def _text(rows: Rows, first: int, last: int, columns: Sequence[int]) -> str:
    block = rows.block(first, last)[:, list(columns)].tolist()
    whole = [i for i, c in enumerate(columns) if rows.columns[c].quantity in WHOLE]
    lines = []
    for row, numbers in enumerate(block, first):
        words = [repr(number) for number in numbers]
        for i in whole:
            words[i] = str(int(numbers[i]))
        if row == len(rows) - 1:
            words = [
                word if rows.is_known(row, column) else ""
                for word, column in zip(words, columns, strict=True)
            ]
        lines.append("\t".join(words))
    return "\n".join(lines)


class StepsCopy(QObject):
    """Writes rows to the clipboard; the window stays alive while it writes many."""

    progressed = Signal(float)
    """How much is done, 0 to 1."""
    ended = Signal(int)
    """How many rows are on the clipboard now; 0 when it was cancelled."""
    refused = Signal(int)
    """More numbers than are copied; so many."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._parts: Iterator[tuple[int, str]] = iter(())
        self._texts: list[str] = []
        self._done = self._total = 0

    @property
    def is_busy(self) -> bool:
        """Whether rows are still to be written."""
        return self._timer.isActive()

    def start(self, rows: Rows, ranges: Ranges, columns: Sequence[int], *, headings: bool) -> None:
        """Copy some columns of some rows; what was being copied before is forgotten."""
        self._timer.stop()
        total = sum(last - first for first, last in ranges)
        if total * len(columns) > MOST:
            self.refused.emit(total * len(columns))
            return
        names = "\t".join(rows.columns[column].name for column in columns)
        self._texts = [names] if headings else []
        self._parts = parts(rows, ranges, columns)
        self._done, self._total = 0, total
        if total > AT_ONCE:
            self.progressed.emit(0.0)
            self._timer.start()
            return
        while self._write():
            pass

    @Slot()
    def cancel(self) -> None:
        """Stop; the clipboard keeps what it had."""
        if self.is_busy:
            self._forget()
            self.ended.emit(0)

    @Slot()
    def _go_on(self) -> None:
        until = time.monotonic() + SLICE
        while time.monotonic() < until:
            if not self._write():
                return
        self.progressed.emit(self._done / self._total)

    def _write(self) -> bool:
        """Write one part; return whether there may be more."""
        count, text = next(self._parts, (0, ""))
        if count:
            self._texts.append(text)
            self._done += count
            return True
        QGuiApplication.clipboard().setText("\n".join(self._texts))
        copied = self._done
        self._forget()
        self.ended.emit(copied)
        return False

    def _forget(self) -> None:
        self._timer.stop()
        self._texts, self._parts = [], iter(())
