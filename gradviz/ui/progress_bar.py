"""A progress bar that is painted with everything else."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar


class ProgressBar(QProgressBar):
    """Waits for the next frame: Qt's own paints the whole window at once for every new value."""

    def setValue(self, value: int) -> None:  # noqa: N802  (Qt's spelling)
        """Show a value with the next frame."""
        self.setUpdatesEnabled(False)
        super().setValue(value)
        self.setUpdatesEnabled(True)
