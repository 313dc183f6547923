"""Look at a folder again and again, and tell when a file of it has changed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep

SECONDS = 0.5
"""Between two looks at the times of the files."""

_Seen = dict[str, tuple[int, int]]


def keep_looking(folder: Path, look: Callable[[], None]) -> None:
    """Look at once, then after each change of a file in `data/` or `cases/`, until Ctrl-C.

    Args:
        folder: Of a pack.
        look: What is done each time.
    """
    seen: _Seen | None = None
    try:
        while True:
            now = _times(folder)
            if now != seen:
                seen = now
                look()
                sys.stdout.flush()
            sleep(SECONDS)
    except KeyboardInterrupt:
        return


def _times(folder: Path) -> _Seen:
    """Time and size of each file; what can't be seen at the moment is as if it were not there."""
    found: _Seen = {}
    for path in (*folder.glob("data/*"), *folder.glob("cases/*")):
        try:
            state = path.stat()
        except OSError:
            continue
        found[path.relative_to(folder).as_posix()] = (state.st_mtime_ns, state.st_size)
    return found
