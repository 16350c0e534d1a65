"""Left axes that pictures share, so that what is above and below one another lines up."""

from __future__ import annotations

from gradviz.plots.axes import LEFT


class Margin:
    """As wide as the widest of the left axes that share it."""

    def __init__(self) -> None:
        self._needs: dict[int, float] = {}

    @property
    def width(self) -> float:
        """Return the width in pixels."""
        return max(self._needs.values(), default=LEFT)

    def need(self, who: object, width: float) -> None:
        """Note how wide the axis of one of the pictures has to be."""
        self._needs[id(who)] = width
