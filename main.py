"""Open GradViz with a double click on this file."""

from __future__ import annotations

import sys

from gradviz.telling import tell

if sys.version_info < (3, 11):  # noqa: UP036 (a double click takes whatever Python there is)
    tell("GradViz needs Python 3.11 or newer, this is " + sys.version.split()[0] + ".")
    sys.exit(1)

from gradviz.cli import main
from gradviz.startup import missing_packages

if __name__ == "__main__":
    missing = None if sys.argv[1:] else missing_packages()
    if missing is not None:
        tell(missing)
        sys.exit(1)
    sys.exit(main())
