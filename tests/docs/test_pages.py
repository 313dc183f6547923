"""The pages themselves: decisions are listed and whole, hand-written parts stay true."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from fengqiao.packs.config import HOST_SETTINGS
from fengqiao.packs.read_planning import PLANNING_SETTINGS
from fengqiao.planning import UnplacedReason
from fengqiao.planning.violations import TEXTS


def test_every_decision_is_listed(repository: Path) -> None:
    """The table of decision records has a row for each."""
    folder = repository / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    records = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert [name for name in records if f"]({name})" not in listed] == []


def test_decisions_are_numbered_without_a_gap(repository: Path) -> None:
    """Records carry the numbers 1, 2, 3 ... once each."""
    names = sorted(path.name for path in (repository / "docs/decisions").glob("[0-9]*.md"))
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))


def test_decisions_have_all_parts(repository: Path) -> None:
    """Each record says context, decision, alternatives and consequences."""
    parts = ("## Context", "## Decision", "## Alternatives", "## Consequences")
    lacking = [
        path.name
        for path in sorted((repository / "docs/decisions").glob("[0-9]*.md"))
        if not all(part in path.read_text(encoding="utf-8") for part in parts)
    ]
    assert lacking == []


def test_configuration_page_names_every_setting(repository: Path) -> None:
    """Each setting of the host stands on the page of the configuration file."""
    page = (repository / "docs/reference/configuration.md").read_text(encoding="utf-8")
    names = (*HOST_SETTINGS, *PLANNING_SETTINGS)
    assert [name for name in names if f"| `{name}` |" not in page] == []


def test_planning_page_names_every_reason(repository: Path) -> None:
    """Whoever finds a reason in a plan can look it up."""
    page = (repository / "docs/explanation/planning.md").read_text(encoding="utf-8")
    assert [name for name in get_args(UnplacedReason) if f"| `{name}` |" not in page] == []


def test_planning_page_names_every_violation(repository: Path) -> None:
    """Whoever verifies a plan can look up what is wrong with it."""
    page = (repository / "docs/explanation/planning.md").read_text(encoding="utf-8")
    assert [code for code in TEXTS if f"`{code}`" not in page] == []
