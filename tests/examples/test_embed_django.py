"""The project on Django passes its own tests, which drive it with Django's test client."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.needs("django", "time")
PROJECT = Path(__file__).parents[2] / "examples" / "embed_django"


def manage(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the project, with its files in another folder."""
    path = os.pathsep.join(filter(None, sys.path))
    return subprocess.run(
        [sys.executable, "-W", "error", str(PROJECT / "manage.py"), *arguments],
        env={**os.environ, "PYTHONPATH": path, "TOWN_FOLDER": str(folder)},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_project_passes_its_own_tests(tmp_path: Path) -> None:
    """Page, command, errors, and the store beside the ORM's own database."""
    done = manage(tmp_path, "test", str(PROJECT))
    assert done.returncode == 0, done.stderr
    assert "Ran 6 tests" in done.stderr


def test_project_is_in_order(tmp_path: Path) -> None:
    """Django finds nothing wrong, and the tables are those of the models."""
    for arguments in (["check"], ["makemigrations", "--check", "--dry-run"]):
        done = manage(tmp_path, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
