"""Which tests run where: the marker ``needs`` and the variable ``FENGQIAO_NEEDS``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = """
import pytest

def test_plain():
    pass

@pytest.mark.needs("no_such_module", "time", "pytest")
def test_more():
    import no_such_module

def test_skip():
    pytest.skip("not here")

def test_checkout(repository):
    pass
"""


NOTICES = """
import pytest

@pytest.mark.needs("notices")
def test_notices():
    pass
"""


def run(
    folder: Path,
    needs: str,
    *,
    checkout: bool,
    tests: str = TESTS,
    notices: str = "",
    where: str = "tests",
) -> str:
    """Runs these tests below a copy of the real conftest; returns pytest's output."""
    (folder / where).mkdir(parents=True)
    shutil.copy(Path(__file__).parents[2] / "conftest.py", folder)
    (folder / where / "test_four.py").write_text(tests, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = needs(*what): more\n", encoding="utf-8")
    if checkout:
        (folder / "dev.py").touch()
    command = [sys.executable, "-m", "pytest", "-ra", "--import-mode=importlib", where]
    variables = {**os.environ, "FENGQIAO_NEEDS": needs, "FENGQIAO_NOTICES": notices}
    ran = subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, text=True, check=False
    )
    return ran.stdout


@pytest.mark.parametrize(
    ("needs", "checkout", "said"),
    [
        ("skip", True, "needs no_such_module, time: python3 dev.py test --all"),
        ("skip", True, "2 passed, 2 skipped"),
        ("later", True, "2 passed, 1 skipped, 1 deselected"),
        ("must", True, "2 failed, 2 passed"),
        ("must", True, "Nothing may be skipped in this run. Skipped: not here"),
        ("skip", False, "1 passed, 2 skipped, 1 deselected"),
    ],
)
def test_what_becomes_of_a_test_that_needs_more(
    tmp_path: Path, needs: str, said: str, *, checkout: bool
) -> None:
    """What needs more is skipped with a sentence, left to a later run, or fails; as is told."""
    assert said in run(tmp_path, needs, checkout=checkout)


@pytest.mark.parametrize(
    ("needs", "notices", "said"),
    [
        ("skip", "", "set FENGQIAO_NOTICES to the folder of the published notices"),
        ("later", "", "1 deselected"),
        ("must", "", "1 deselected"),
        ("must", "folder", "1 passed"),
        ("skip", "folder", "1 passed"),
    ],
)
def test_published_notices_are_never_needed(
    tmp_path: Path, needs: str, notices: str, said: str
) -> None:
    """They are no part of the project: without a folder even `must` leaves them out."""
    assert said in run(tmp_path, needs, checkout=True, tests=NOTICES, notices=notices)


def test_the_tests_of_one_plugin_alone_skip_what_they_need(tmp_path: Path) -> None:
    """Whoever writes a pack runs its folder of tests only, without the published notices."""
    ran = run(tmp_path, "skip", checkout=True, tests=NOTICES, where="plugins/one/tests")
    assert "1 skipped" in ran
