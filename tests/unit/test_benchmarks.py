from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SLOW = {"city.py", "due.py", "nation.py"}
"""Record a whole town first, or start a process for each part."""
SCRIPTS = sorted(
    path.name
    for path in (Path(__file__).parents[2] / "benchmarks").glob("*.py")
    if "\nfrom rounds import " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(script, marks=pytest.mark.needs("time")) if script in SLOW else script
        for script in SCRIPTS
    ],
)
def test_a_benchmark_runs_and_says_what_it_measured(repository: Path, script: str) -> None:
    """Each script runs on tiny data and names machine, seed, instance and every contender."""
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run(
        [sys.executable, str(repository / "benchmarks" / script), "--tiny", "--json"],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["machine"]["python"]
    assert told["seed"] == 1
    for contest in told["contests"]:
        assert contest["instance"]
        assert all(one["median"] > 0 for one in contest["contenders"])
