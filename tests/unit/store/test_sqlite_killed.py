from __future__ import annotations

import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from fengqiao.measures.tallies import Tally
from fengqiao.store import open_store
from fengqiao.testing.builders import FIRST_DAY
from fengqiao.timing import Span

if TYPE_CHECKING:
    from pathlib import Path

ROWS = 20_000
ROUNDS = 3
WRITER = """
import sys
from fengqiao.store import open_store
from fengqiao.testing.builders import KNOWN_AT, visits
store = open_store(f"sqlite:///{sys.argv[1]}")
rows, batch = int(sys.argv[2]), int(sys.argv[3])
start = visits(1)["started_at"][0]
while True:
    columns = visits(rows, first=rows * batch, started_at=start, ended_at=start + 60)
    print("ready", flush=True)
    store.append("visit", columns, known_at=KNOWN_AT)
    print("done", flush=True)
    batch += 1
"""


def test_killed_writer_leaves_whole_batches(path: Path) -> None:
    """After SIGKILL in the middle of a write the store opens, and no batch is there in part."""
    moments = random.Random(3)  # noqa: S311  seeded, so that it can be repeated
    tally = Tally("visit", "events", spans=(Span.day(FIRST_DAY),))
    batches = 0
    for _ in range(ROUNDS):
        command = [sys.executable, "-c", WRITER, str(path), str(ROWS), str(batches)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            said = [writer.stdout.readline().strip() for _ in range(3)]
            time.sleep(moments.uniform(0.005, 0.06))
            writer.kill()
            said += writer.stdout.read().split()
        store = open_store(f"sqlite:///{path}")
        (count,) = store.tally([tally])[0]["value"]
        store.close()
        told = said.count("done")
        assert divmod(count, ROWS) in {(batches + told, 0), (batches + told + 1, 0)}
        batches = count // ROWS
