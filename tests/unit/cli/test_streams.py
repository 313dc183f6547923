"""The command line run as a program, with its output full, closed, broken or not in UTF-8."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from fengqiao.testing.small import SMALL_PACK

Town = Any
"""The small town of `conftest.py`, which tests can't import."""
Started = subprocess.CompletedProcess[bytes]
FULL = Path("/dev/full")
PERIOD = ("--period", "2018-07")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="a device that is always full")
needs_sh = pytest.mark.skipif(os.name != "posix", reason="a shell that closes streams")


def start(
    *words: str, stdout: int | IO[bytes] = subprocess.PIPE, closing: str = "", **environment: str
) -> Started:
    """Run the command line in a process of its own; `closing` closes streams as a shell does."""
    command = [sys.executable, "-m", "fengqiao.cli", *words]
    if closing:
        command = ["sh", "-c", f'"$@" {closing}', "sh", *command]
    return subprocess.run(
        command,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, "LANG": "C.UTF-8", **environment},
        check=False,
    )


def start_into_full(*words: str) -> Started:
    """Run the command line with its output going to a full disk."""
    with FULL.open("wb") as full:
        return start(*words, stdout=full)


def start_into_closed_pipe(*words: str) -> Started:
    """Run the command line with nobody reading its output."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return start(*words, stdout=writing)
    finally:
        os.close(writing)


QUESTIONS = [
    ("check", *PERIOD),
    ("check", *PERIOD, "--json"),
    ("check", *PERIOD, "--jsonl"),
    ("check", *PERIOD, "--limit", "x", "--json"),
    ("store", "export"),
    ("--help",),
]


def asking(town: Town, words: tuple[str, ...]) -> tuple[str, ...]:
    """A question with the options that it needs."""
    if words[0] == "--help":
        return words
    more = ("--pack", str(SMALL_PACK)) if words[0] == "check" else ()
    return (*words, "--config", str(town.config), *more)


@needs_full
@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_answer_that_does_not_fit_on_the_disk_gives_2(town: Town, words: tuple[str, ...]) -> None:
    """It must not look like a found breach (1)."""
    found = start_into_full(*asking(town, words))
    assert (found.returncode, b"Traceback" in found.stderr) == (2, False)


@needs_full
def test_full_disk_is_named(town: Town) -> None:
    """In words on standard error, JSON or not."""
    found = start_into_full(*asking(town, ("check", *PERIOD, "--json")))
    assert b"[cli.output]" in found.stderr


@needs_sh
@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_closed_pipe_ends_quietly(town: Town, words: tuple[str, ...]) -> None:
    """`| head -1` has read what it wanted."""
    found = start_into_closed_pipe(*asking(town, words))
    assert (found.returncode, found.stderr) == (2, b"")


@needs_sh
@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("closed", [">&-", "2>&- >&-"])
def test_closed_output_gives_2(town: Town, words: tuple[str, ...], closed: str) -> None:
    """Nobody could read the answer."""
    found = start(*asking(town, words), closing=closed)
    assert (found.returncode, b"Traceback" in found.stderr) == (2, False)


@needs_sh
def test_closed_output_is_known_before_anything_is_erased(town: Town) -> None:
    """What could not be told is not done."""
    config = ("--config", str(town.config))
    start("store", "erase", "household-0006", *config, closing=">&-")
    assert b"household-0006" in start("store", "export", *config).stdout


@needs_sh
def test_closed_errors_change_no_answer(town: Town) -> None:
    """Only standard output is needed."""
    words = asking(town, ("check", *PERIOD, "--json"))
    assert start(*words, closing="2>&-").stdout == start(*words).stdout


ENCODINGS = [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]


@pytest.mark.parametrize("environment", ENCODINGS, ids=["ascii", "C"])
def test_json_is_in_utf_8_whatever_the_terminal_is(environment: dict[str, str]) -> None:
    """Programs read it; clauses are numbered in Chinese."""
    found = start("show", str(SMALL_PACK), "--json", **environment)
    pack = json.loads(found.stdout.decode("utf-8"))
    assert pack["entries"][0]["clause"] == ["一"]


@pytest.mark.parametrize("environment", ENCODINGS, ids=["ascii", "C"])
def test_text_that_can_not_be_shown_is_replaced(environment: dict[str, str]) -> None:
    """A question mark is no traceback."""
    found = start("show", str(SMALL_PACK), "--lang", "zh", **environment)
    assert (found.returncode, b"?" in found.stdout, found.stderr) == (0, True, b"")


@pytest.mark.parametrize("environment", ENCODINGS, ids=["ascii", "C"])
def test_error_that_can_not_be_shown_is_replaced(environment: dict[str, str]) -> None:
    """Its code can be read."""
    found = start("show", "--lang", "zh", **environment)
    assert (found.returncode, b"[cli.no_pack]" in found.stderr) == (2, True)
