"""The model knows threads and timers but nothing that paints."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
import gradviz.model.playback, gradviz.model.session
print(*sorted(m for m in sys.modules if m.startswith(("PySide6.Qt", "pyqtgraph"))))
"""


def test_qtcore_is_all_of_qt_that_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["PySide6.QtCore"]
