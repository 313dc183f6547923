"""Each example runs as its Readme says, and prints what it printed before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.needs("fengqiao_wuhai", "fengqiao_cn")
FOLDER = Path(__file__).parents[2] / "examples"
PACKS = ("fengqiao_binhai", "fengqiao_gongxian", "fengqiao_laixi", "fengqiao_lanling")
SLOW = ("all_stations", "burden_of_five_places")
EXAMPLES = sorted(path.parent.name for path in FOLDER.glob("*/run.py"))


def test_there_are_examples(repository: Path) -> None:
    """The folder is found, so that the tests below look at something."""
    assert (repository / "examples" / "record_and_check" / "run.py").exists()
    assert len(EXAMPLES) > 1


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.needs("time", *PACKS)) if name in SLOW else name
        for name in EXAMPLES
    ],
)
def test_example_prints_what_is_expected(name: str, tmp_path: Path, repository: Path) -> None:
    """Run from another folder, with the installed library and packs."""
    example = repository / "examples" / name
    done = subprocess.run(
        [sys.executable, str(example / "run.py")],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (example / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_has_a_readme(name: str, repository: Path) -> None:
    """A Readme says what it shows and how to run it."""
    assert "python run.py" in (repository / "examples" / name / "README.md").read_text("utf-8")
