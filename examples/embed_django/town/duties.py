"""The workspace of this process, opened when it is first needed."""

from __future__ import annotations

import atexit
from functools import cache

from django.conf import settings

import fengqiao


@cache
def workspace() -> fengqiao.Workspace:
    """One workspace a process, for all of its threads.

    It is opened at first use, so that a server that forks its workers has none open while it does.
    """
    given = settings.FENGQIAO
    opened = fengqiao.open_workspace(
        given["url"], packs=given["packs"], config=given["config"], zone=given["zone"]
    )
    atexit.register(opened.close)
    return opened
