from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from fengqiao.cli.opening import open_to_read
from fengqiao.errors import StoreError
from fengqiao.testing.small import SMALL_PACK

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
QUESTIONS = [
    ("check", "--period", "2018-07", "--fail-on", "never", "--pack", "{pack}"),
    ("score", "--period", "2018-07", "--pack", "{pack}"),
    ("store", "export"),
    ("store", "inventory"),
]


@pytest.mark.parametrize("code", ["store.read_only", "store.cannot_open"])
def test_store_that_can_not_be_written_is_opened_to_read(code: str) -> None:
    """Asking needs no more."""
    asked: list[str] = []

    def opener(url: str) -> str:
        asked.append(url)
        if "mode=rw" in url:
            raise StoreError(code)
        return url

    assert open_to_read("sqlite:///town.db?timeout=1", opener).endswith("?timeout=1&mode=ro")


def test_store_that_is_damaged_is_not_tried_again() -> None:
    """Reading would not mend it."""
    asked: list[str] = []

    def opener(url: str) -> str:
        asked.append(url)
        raise StoreError("store.damaged")

    with pytest.raises(StoreError):
        open_to_read("sqlite:///town.db", opener)
    assert asked == ["sqlite:///town.db?mode=rw"]


def test_mode_that_was_given_is_kept() -> None:
    """Whoever names one means it."""
    assert open_to_read("sqlite:///town.db?mode=rwc", str) == "sqlite:///town.db?mode=rwc"


@pytest.fixture
def locked(town: Town) -> Iterator[Path]:
    """The small town where its user may read and nobody but root may write."""
    folder = Path(tempfile.mkdtemp(prefix="fengqiao-"))
    for end in (".db", ".toml"):
        shutil.copy(town.config.with_suffix(end), folder / f"town{end}")
        (folder / f"town{end}").chmod(0o444)
    shutil.copytree(SMALL_PACK, folder / "pack")
    folder.chmod(0o555)
    yield folder / "town.toml"
    folder.chmod(0o755)
    shutil.rmtree(folder)


AS_NOBODY = """
import os, sys
from importlib import import_module
from fengqiao.cli.app import VERBS, app
from fengqiao.errors import all_codes
from fengqiao.packs import set_up
from fengqiao.testing.small import SMALL_PACK
from rich.cells import cell_len

all_codes()
cell_len("一")
set_up([SMALL_PACK])  # with all that is loaded late: the other user may not reach this Python
for verb in VERBS:
    import_module(f"fengqiao.cli.{verb.replace('-', '_')}")
if os.geteuid() == 0:
    os.setuid(65534)
app.main(sys.argv[1:], prog_name="fengqiao")
"""


def _as_nobody(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user who may write nothing: another one where this is root."""
    command = [sys.executable, "-c", AS_NOBODY, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.skipif(os.name != "posix", reason="users and permissions")
@pytest.mark.parametrize("words", QUESTIONS, ids=lambda words: " ".join(words[:2]))
def test_verb_that_asks_works_on_a_store_that_may_only_be_read(
    locked: Path, words: tuple[str, ...]
) -> None:
    """By a user to whom neither the file nor its folder belongs."""
    asked = [word.format(pack=locked.parent / "pack") for word in words]
    found = _as_nobody(*asked, "--config", str(locked))
    assert (found.returncode, found.stderr) == (0, "")


@pytest.mark.skipif(os.name != "posix", reason="users and permissions")
def test_erasing_in_a_store_that_may_only_be_read_gives_2(locked: Path) -> None:
    """It says that nothing was written."""
    found = _as_nobody("store", "erase", "household-0006", "--config", str(locked))
    assert (found.returncode, "[store.read_only]" in found.stderr) == (2, True)
