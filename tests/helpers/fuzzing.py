"""How long input is made up to break something."""

from __future__ import annotations

import os
from typing import Final

from hypothesis import settings

LONG: Final = bool(os.environ.get("GRADVIZ_LONG_TESTS"))
"""Whether tests are to take their time."""
_MORE: Final = 20


def examples(count: int) -> settings:
    """Try `count` examples, and many more where tests are to take their time."""
    return settings(max_examples=count * _MORE if LONG else count, deadline=None)
