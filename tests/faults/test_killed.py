"""What a killed writer leaves behind; `kill_writers.py` beside it kills as often as one likes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HARNESS = Path(__file__).with_name("kill_writers.py")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")


def kill(folder: Path, what: str, kills: int) -> dict[str, int]:
    """Run the harness; what it counted."""
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, str(HARNESS), str(folder), what, "--kills", str(kills)],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    counted: dict[str, int] = json.loads(done.stdout)
    return counted


@pytest.mark.parametrize("what", ["append", "erase", "purge", "upgrade"])
def test_a_few_killed_writers_break_no_promise(tmp_path: Path, what: str) -> None:
    """What was acknowledged is there, nothing in part, and the file opens."""
    assert kill(tmp_path, what, 5)["kills"] == 5


@pytest.mark.needs("time")
@pytest.mark.parametrize(
    ("what", "kills"), [("append", 1_000), ("erase", 1_000), ("purge", 50), ("upgrade", 100)]
)
def test_many_killed_writers_break_no_promise(tmp_path: Path, what: str, kills: int) -> None:
    """The same many times; and some of them had acknowledged something."""
    assert kill(tmp_path, what, kills)["acknowledged"] > 0
