"""Where the bundled program begins."""
# ruff: noqa: INP001 (a script)

from __future__ import annotations

import os
import sys

if "GRADVIZ_SMOKE" in os.environ:
    from rehearsal import main
else:
    from gradviz.cli import main

if __name__ == "__main__":
    sys.exit(main())
