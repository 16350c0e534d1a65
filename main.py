"""Open GradViz with a double click on this file."""

from __future__ import annotations

import sys

from gradviz.telling import tell

if sys.version_info < (3, 11):  # noqa: UP036 (a double click takes whatever Python there is)
    old = "Python 3.11 or newer is needed, this is " + sys.version.split()[0]
    tell(old, "GradViz cannot start: " + old + ".")
    sys.exit(1)

from gradviz.cli import main
from gradviz.startup import advice_on_missing, missing_packages, sentence_on_missing

if __name__ == "__main__":
    missing = [] if sys.argv[1:] else missing_packages()
    if missing:
        tell(sentence_on_missing(missing[0]), advice_on_missing(missing))
        sys.exit(1)
    sys.exit(main())
