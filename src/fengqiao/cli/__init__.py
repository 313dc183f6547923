"""The `fengqiao` command: thin, one module a verb, nothing loaded before it is asked for.

It is the only room that may read the clock, and it says which day it used.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

NEEDED = ("click", "rich")
WHAT_TO_INSTALL = (
    'The command line needs click and rich; install them with: pip install "fengqiao[cli]"'
)


def main() -> None:
    """Run the command line; without click and rich, say what to install and exit with 2."""
    if any(find_spec(name) is None for name in NEEDED):
        print(WHAT_TO_INSTALL, file=sys.stderr)
        sys.exit(2)
    from fengqiao.cli.app import app  # noqa: PLC0415  needs click, which may be missing

    app.main(prog_name="fengqiao")


__all__ = ["main"]
