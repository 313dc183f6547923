"""`lint --watch` in a process of its own: it waits, looks again, and ends when it is told to."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from fengqiao.testing.small import SMALL_PACK

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as a signal")
PATIENCE = 60
"""Seconds after which a process that says nothing is given up."""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the small pack."""
    return Path(shutil.copytree(SMALL_PACK, tmp_path / "mine"))


@pytest.fixture
def watcher(pack: Path) -> Iterator[subprocess.Popen[str]]:
    """`fengqiao lint --watch` on the pack, as a terminal would start it: Ctrl-C reaches it."""
    words = [sys.executable, "-m", "fengqiao.cli", "lint", str(pack), "--watch", "--lang", "en"]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job ignores it
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, before)
    with process:
        timer = Timer(PATIENCE, process.kill)
        timer.start()
        yield process
        timer.cancel()
        if process.poll() is None:
            process.kill()


def answer(process: subprocess.Popen[str]) -> str:
    """What it says until it waits again."""
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        if line.startswith("Waiting"):
            return "".join(lines)
        lines.append(line)
    pytest.fail("It has ended, and was not told to.")


def test_it_looks_again_after_a_change_and_ends_with_0(
    watcher: subprocess.Popen[str], pack: Path
) -> None:
    """In order, then a fault, then Ctrl-C; no answer twice, and no time spent on waiting."""
    assert "no fault" in answer(watcher)
    file = pack / "data" / "rules.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("visits.households", "visits.housholds"), encoding="utf-8")
    assert "pack.unknown_key" in answer(watcher)
    watcher.send_signal(signal.SIGINT)
    rest, _ = watcher.communicate(timeout=PATIENCE)
    assert (watcher.returncode, rest) == (0, "")


def test_it_does_not_keep_the_machine_busy(watcher: subprocess.Popen[str]) -> None:
    """Two seconds of waiting cost it a small part of them."""
    answer(watcher)
    before = _seconds_of(watcher.pid)
    with pytest.raises(subprocess.TimeoutExpired):
        watcher.wait(timeout=2)
    assert _seconds_of(watcher.pid) - before < 0.5


def _seconds_of(pid: int) -> float:
    """Time of a processor that a process has used, where the system tells."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        pytest.skip("the system does not tell how busy a process is")
    used = stat.read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
    return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")
