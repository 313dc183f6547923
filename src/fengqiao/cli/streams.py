"""Standard output and standard error: fit for every language, and quiet once they are broken."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TextIO

_FIRST_FILE = 3


def prepare_streams(*, as_json: bool) -> None:
    """Make both streams take any text: JSON in UTF-8, words with `?` for what can't be shown.

    Raises:
        OSError: Standard output is closed, so no answer could be given.
    """
    if sys.stderr is None:
        sys.stderr = _nowhere()
    if sys.stdout is None:
        sys.stdout = _nowhere()  # takes the number, too: no store may be opened under it
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if as_json and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  lives as long as we do


def silence(stream: TextIO) -> None:
    """Send what is left of a stream nowhere, so that leaving does not fail on it again."""
    with suppress(OSError, ValueError):  # a stream without a file
        number = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        if nowhere >= _FIRST_FILE:
            os.close(nowhere)
