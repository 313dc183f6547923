"""How long it takes to import the library, beside the least it needs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from rounds import Contender, Contest, Goal, Size, main

TIMED = """
import time
begun = time.perf_counter()
{line}
print((time.perf_counter() - begun) * 1000)
"""
LEAST = "attrs, pluggy and sqlite3"


def contests(size: Size) -> Iterator[Contest]:
    """Milliseconds of a fresh interpreter that imports and does nothing."""
    times = 1 if size.is_tiny else 3
    lines = {
        "fengqiao": "import fengqiao",
        LEAST: "import attrs, pluggy, sqlite3",
        "fengqiao, and a workspace opened": "import fengqiao; fengqiao.open_workspace()",
    }
    yield Contest(
        title="Import",
        instance=f"The fastest of {times} fresh interpreters, files cached.",
        unit="ms",
        measures="figure",
        contenders=[
            Contender(name=name, run=partial(fastest, line, times)) for name, line in lines.items()
        ],
        goals=[Goal(name="fengqiao", against=LEAST, ratio=1 / 1.2)],
    )


def fastest(line: str, times: int) -> float:
    """The least of so many tries."""
    return min(milliseconds(line) for _ in range(times))


def milliseconds(line: str) -> float:
    """How long a line takes in a fresh interpreter."""
    command = [sys.executable, "-c", TIMED.format(line=line)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    main(__file__, contests, packages=("fengqiao", "attrs", "pluggy"))
