"""Whatever bytes come from outside, what comes out is an answer or an error of ours, soon.

`FENGQIAO_FUZZ=N` makes N inputs for each target in place of the few that every run makes.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="this system bounds no process")
pytestmark = pytest.mark.needs("fengqiao_cn")
HERE = Path(__file__).parent
CORPUS = sorted(path.name for path in (HERE / "corpus").iterdir())
WITH_PACKS = ("config", "notice", "pack", "steps", "store", "table")
"""Take longer: packs are read, or files written, for each input."""
PATCHED = """
import sys
sys.argv[1:] = {arguments!r}
sys.path.insert(0, {here!r})
import fuzz
def target(content, folder):
    {does}
fuzz.TARGETS = {{"period": target}}
fuzz.MOST_SECONDS = 1
sys.exit(fuzz.main())
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the path of this process."""
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.run(
        [sys.executable, *arguments], env=variables, capture_output=True, text=True, check=False
    )


def tried(targets: tuple[str, ...], inputs: int, keep: Path) -> dict[str, int]:
    """How many inputs each target was given, and took as it should."""
    asked = os.environ.get("FENGQIAO_FUZZ") or str(inputs)
    options = ("--inputs", asked, "--keep", str(keep))
    done = run(str(HERE / "fuzz.py"), *targets, *options)
    told = "\n".join(path.read_text("utf-8") for path in sorted(keep.glob("*.txt")))
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}\n{told}\nkept in {keep}"
    counted: dict[str, int] = json.loads(done.stdout)["tried"]
    return counted


def test_what_failed_once_fails_no_more(tmp_path: Path) -> None:
    """The corpus and a few inputs made from it, for what reads no pack."""
    targets = tuple(name for name in CORPUS if name not in WITH_PACKS)
    assert sorted(tried(targets, 5, tmp_path)) == sorted(targets)


@pytest.mark.needs("time")
@pytest.mark.parametrize("target", CORPUS)
def test_nothing_foreign_comes_out(target: str, tmp_path: Path) -> None:
    """Many inputs, each within bounds of time and memory."""
    found = tried((target,), 60, tmp_path)
    assert found[target] > len(list((HERE / "corpus" / target).iterdir()))


def patched(does: str, keep: Path) -> subprocess.CompletedProcess[str]:
    """Run the harness with a target that does something it should not."""
    arguments = ["period", "--keep", str(keep)]
    return run("-c", PATCHED.format(arguments=arguments, here=str(HERE), does=does))


@pytest.mark.needs("time")
def test_a_foreign_error_is_told_and_its_input_kept(tmp_path: Path) -> None:
    """Of one kind the first input is kept, with what came out."""
    done = patched("content[10_000]", tmp_path)
    assert done.returncode == 1
    (told,) = tmp_path.glob("*.txt")
    assert "IndexError" in told.read_text("utf-8")
    assert told.with_suffix("").read_bytes()


@pytest.mark.needs("time")
def test_an_endless_input_is_killed_and_left_behind(tmp_path: Path) -> None:
    """It says where it was, and the input is what was written last."""
    done = patched("[None for _ in iter(int, 1)]", tmp_path)
    assert done.returncode == -signal.SIGVTALRM
    assert "in target" in done.stderr
    assert (tmp_path / "last").read_bytes()


@pytest.mark.needs("time")
def test_an_input_that_takes_too_much_memory_is_told(tmp_path: Path) -> None:
    """More than the process may have."""
    assert patched("bytes(1 << 30)", tmp_path).returncode == 1
    (told,) = tmp_path.glob("*.txt")
    assert "MemoryError" in told.read_text("utf-8")
