"""Plugins that fail are named, and change nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BAD = Path(__file__).parents[2] / "bad_plugins"
EXPECTED = {
    "aaa-duplicate-id": "plugin.duplicate_id",
    "aaa-import-error": "plugin.import_failed",
    "aaa-system-exit": "plugin.exited",
    "aaa-unknown-hook": "plugin.unknown_hook",
    "aaa-wrong-argument": "plugin.bad_argument",
}
CHECK = """
import hashlib, json
import fengqiao
from fengqiao.testing.small import SMALL_PACK, small_city

with fengqiao.open_workspace("memory:", packs=[SMALL_PACK]) as ws:
    small_city(ws)
    digest = hashlib.sha256()
    for line in ws.check("2018-07").jsonl():
        digest.update(line.encode())
    failed = {plugin.distribution: plugin.fault.code for plugin in ws.plugins.failed}
print(json.dumps({"digest": digest.hexdigest(), "failed": failed}))
"""


def _run(*command: str, folder: Path | None = None) -> str:
    folders = [folder] if folder else []
    path = os.pathsep.join(map(str, (*folders, *filter(None, [os.environ.get("PYTHONPATH")]))))
    done = subprocess.run(
        [sys.executable, *command],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def bad_plugins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the five bad plugins are installed as distributions."""
    target = tmp_path_factory.mktemp("site")
    projects = [str(folder) for folder in sorted(BAD.iterdir())]
    install = ["-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([sys.executable, *install, "--target", str(target), *projects], check=True)
    return target


@pytest.mark.needs("pip", "hatchling")
def test_bad_plugins_change_no_finding(bad_plugins: Path) -> None:
    """With five bad plugins installed the findings are the same bytes as without."""
    without = json.loads(_run("-c", CHECK))
    beside = json.loads(_run("-c", CHECK, folder=bad_plugins))
    assert (beside["digest"], without["failed"]) == (without["digest"], {})


@pytest.mark.needs("pip", "hatchling")
def test_each_bad_plugin_is_named_with_its_fault(bad_plugins: Path) -> None:
    """A workspace knows which plugins failed, and why."""
    assert json.loads(_run("-c", CHECK, folder=bad_plugins))["failed"] == EXPECTED


@pytest.mark.needs("pip", "hatchling")
def test_the_command_names_each_bad_plugin(bad_plugins: Path) -> None:
    """`fengqiao packs` lists what failed."""
    shown = _run("-m", "fengqiao.cli", "packs", "--json", folder=bad_plugins)
    assert [name for name in EXPECTED if name not in shown] == []
