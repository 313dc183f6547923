"""The neighbours' dispute agrees with the table that was written from the articles."""

from __future__ import annotations

import csv
import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytestmark = pytest.mark.needs("fengqiao_wuhai", "fengqiao_cn")
FOLDER = Path(__file__).parents[2] / "examples" / "neighbour_dispute"
with (FOLDER / "articles.csv").open(encoding="utf-8", newline="") as stream:
    TABLE = list(csv.DictReader(stream))
REPORTED = {"until_2025": date(2025, 3, 3), "from_2026": date(2026, 3, 2)}


def _program() -> ModuleType:
    spec = importlib.util.spec_from_file_location("neighbour_dispute", FOLDER / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """What the program says under each law."""
    program = _program()
    return {law: program.tell(day) for law, day in REPORTED.items()}


@pytest.mark.parametrize("law", REPORTED)
def test_the_table_has_every_line(answers: dict[str, Any], law: str) -> None:
    """Nothing is printed that the articles were not asked about, and the other way round."""
    assert list(answers[law]) == [row["what"] for row in TABLE]


@pytest.mark.parametrize("law", REPORTED)
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["what"].replace(" ", "-"))
def test_a_line_is_as_the_article_says(
    answers: dict[str, Any], row: dict[str, str], law: str
) -> None:
    """The date, or the kind of refusal, under this law."""
    assert answers[law][row["what"]].value == row[law]


@pytest.mark.parametrize("law", REPORTED)
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["what"].replace(" ", "-"))
def test_a_line_names_the_article(answers: dict[str, Any], row: dict[str, str], law: str) -> None:
    """What comes out cites the article that the table names; a step that is none cites none."""
    answer = answers[law][row["what"]]
    assert answer.value == "unknown" or row[f"article_{law}"] in answer.articles
