"""Open GradViz with a double click on this file."""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (a double click takes whatever Python there is)
    sys.exit("gradviz: Python 3.11 or newer is needed, this is " + sys.version.split()[0])

from gradviz.cli import main

if __name__ == "__main__":
    sys.exit(main())
