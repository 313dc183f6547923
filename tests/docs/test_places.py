"""The page that compares the five places: every mechanism of every pack, each with its clause."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from fengqiao.packs import set_up
from fengqiao.rules import Band, Duty, Norm, Role, Sheet

PLACES = ("gongxian", "lanling", "wuhai", "laixi", "binhai")
PAGES = {"en": "explanation/five-places", "zh": "zh/five-places"}
_LINK = re.compile(r"\]\(#([a-z0-9-]+)\)")
pytestmark = [
    pytest.mark.usefixtures("repository"),
    pytest.mark.needs(*(f"fengqiao_{place}" for place in PLACES), "fengqiao_cn"),
]
in_each_language = pytest.mark.parametrize("lang", PAGES)


@pytest.fixture
def places(repository: Path) -> ModuleType:
    """The package that makes the page."""
    folder = str(repository / "docs")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module("_places")


@pytest.fixture
def page(places: ModuleType, lang: str) -> str:
    """The whole page in a language."""
    return str(places.page_source(PAGES[lang]))


def judged(place: str) -> list[Norm | Duty | Band | Role | Sheet]:
    """The entries of a pack that are judged."""
    entries = set_up([place]).rules.packs[place].entries
    return [entry for entry in entries if isinstance(entry, (Norm, Duty, Band, Role, Sheet))]


@in_each_language
@pytest.mark.parametrize("place", PLACES)
def test_every_entry_that_is_judged_is_compared(page: str, place: str, lang: str) -> None:
    """None is missing from the page, and each leads to its clause."""
    there = set(_LINK.findall(page))
    anchors = {
        entry.id: f"{place}-{lang}-entry-{re.sub(r'[^a-z0-9]+', '-', entry.id).strip('-')}"
        for entry in judged(place)
    }
    assert [name for name, anchor in anchors.items() if anchor not in there] == []


@pytest.mark.parametrize("place", PLACES)
def test_every_key_belongs_to_a_mechanism(places: ModuleType, place: str) -> None:
    """A new key is put where its kind stands."""
    group_of = importlib.import_module("_places.groups").group_of
    assert [entry.key for entry in judged(place) if group_of(entry.key) is None] == []


@in_each_language
def test_links_lead_to_pages_of_packs(places: ModuleType, page: str, lang: str) -> None:
    """Each clause is a link to an entry that its pack's page has."""
    packs = importlib.import_module("_packs")
    folder = "packs" if lang == "en" else "zh/packs"
    targets = {
        target
        for place in PLACES
        for target in re.findall(
            r"^\(([a-z0-9-]+)\)=$", packs.page_source(f"{folder}/{place}/index"), re.MULTILINE
        )
    }
    links = {link for link in _LINK.findall(page) if "-entry-" in link}
    assert links
    assert links <= targets


@in_each_language
def test_every_row_has_a_cell_for_each_place(page: str) -> None:
    """No table has lost a column."""
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    widths = {len(re.split(r"(?<!\\)\|", line)) - 2 for line in rows}
    assert widths == {4, 1 + len(PLACES)}


@in_each_language
@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("wuhai", "80"),  # 二(十): households a month
        ("binhai", "1/3"),  # 三(二)4: community officers out of officers
        ("lanling", "20"),  # 三(二): hours a week in the community
        ("laixi", "94"),  # 三个结合·平安不出事: grids
    ],
)
def test_a_number_that_a_reader_knows_is_in_its_place(page: str, place: str, said: str) -> None:
    """In the column of the place, as the document writes it."""
    column = 1 + PLACES.index(place)
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in page.splitlines() if "|" in line]
    cells = [row[column] for row in rows if len(row) == 1 + len(PLACES)]
    assert any(re.search(rf"(?<![0-9]){re.escape(said)}(?![0-9])", cell) for cell in cells)


@in_each_language
def test_eve_of_a_later_phase_is_no_date(page: str) -> None:
    """Lanling 二: by October 2017 one auxiliary officer, from the end of 2018 two; no other day."""
    days = [line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| 20")]
    assert [day for day in days if "2018-12-30" in day] == []
    assert any(re.fullmatch(r"2017-10-31[,、] ?2018-12-31", day) for day in days)


@in_each_language
def test_no_cell_has_a_filter_in_the_words_of_the_format(page: str) -> None:
    """A filter of a role or of an activity stands in words."""
    assert re.search(r"\bwhere\.\w", page) is None
    assert "`activity`" not in page
