"""The pages about packs: no clause, part or entry is missing, in either language."""

from __future__ import annotations

import csv
import importlib
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from fengqiao.packs import TracedClause, open_terms, set_up, trace
from fengqiao.rules import Catalogue, Clause, Counting, Label, NotModelled, Pack

PACKS = ("wuhai", "gongxian", "laixi", "binhai", "lanling", "cn")
FOLDERS = {"en": "packs", "zh": "zh/packs"}
EVERY_TABLE = Path(__file__).parents[1] / "packs_for_tests" / "every_table"
pytestmark = [
    pytest.mark.usefixtures("repository"),
    pytest.mark.needs(*(f"fengqiao_{pack_id}" for pack_id in PACKS)),
    pytest.mark.parametrize("lang", FOLDERS),
]
both_packs = pytest.mark.parametrize("pack_id", PACKS)
_TARGET = re.compile(r"^\(([a-z0-9-]+)\)=$", re.MULTILINE)
_LINK = re.compile(r"\]\(#([a-z0-9-]+)\)")
_CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture
def pages(repository: Path) -> ModuleType:
    """The package that makes the pages about packs."""
    folder = str(repository / "docs")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module("_packs")


@pytest.fixture
def index(pages: ModuleType, pack_id: str, lang: str) -> str:
    """The page with every clause."""
    return str(pages.page_source(f"{FOLDERS[lang]}/{pack_id}/index"))


@pytest.fixture
def traced_page(pages: ModuleType, pack_id: str, lang: str) -> str:
    """The page from clause to case."""
    return str(pages.page_source(f"{FOLDERS[lang]}/{pack_id}/trace"))


@pytest.fixture
def terms_page(pages: ModuleType, pack_id: str, lang: str) -> str:
    """The page of open terms and names."""
    return str(pages.page_source(f"{FOLDERS[lang]}/{pack_id}/terms"))


@pytest.fixture
def pack(pack_id: str) -> Pack:
    """The pack that the pages are about."""
    return set_up([pack_id]).rules.packs[pack_id]


def slug(text: str) -> str:
    """An id as anchors write it."""
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def between(page: str, first: str, second: str | None) -> str:
    """The part of a page from one target to another, or to the end."""
    after = page.partition(f"({first})=")[2]
    return after.partition(f"({second})=")[0] if second else after


def section(page: str, pack: Pack, clause: Clause, lang: str) -> str:
    """The section of a clause."""
    number = pack.clauses.index(clause) + 1
    last = number == len(pack.clauses)
    second = None if last else f"{pack.id}-{lang}-clause-{number + 1}"
    return between(page, f"{pack.id}-{lang}-clause-{number}", second)


def entries_of(traced: TracedClause) -> list[str]:
    """Ids of entries that a clause has, those left out too."""
    accounts = [account for part in traced.parts for account in part.accounts]
    return [account.entry.id for account in (*traced.undivided, *accounts)]


@both_packs
def test_every_clause_has_its_section(index: str, pack: Pack, lang: str) -> None:
    """Each clause of the skeleton is a heading, with the characters that find it and no more."""
    for clause in pack.clauses:
        starts = f" {clause.starts}…" if clause.starts else ""
        heading = section(index, pack, clause, lang).lstrip().partition("\n")[0]
        assert heading.lstrip("# ") == f"{clause.ref}{starts}"


@both_packs
def test_every_part_has_its_place(index: str, pack: Pack, lang: str) -> None:
    """Each part of each clause stands in the clause's section, in order."""
    for number, clause in enumerate(pack.clauses, start=1):
        stem = f"{pack.id}-{lang}-clause-{number}-"
        found = [t for t in _TARGET.findall(section(index, pack, clause, lang)) if stem in t]
        assert found == [f"{stem}{part}" for part in range(1, clause.parts + 1)]


@both_packs
def test_every_fate_stands_under_its_clause(index: str, pack: Pack, lang: str) -> None:
    """Each entry that cites a clause is named in its section; what is left out says why."""
    for traced in trace(pack):
        text = section(index, pack, traced.clause, lang)
        for name in entries_of(traced):
            omission = next(
                (e for e in pack.entries if isinstance(e, NotModelled) and e.id == name), None
            )
            assert (f"`{omission.why}`" if omission else f"`{name}`") in text


@both_packs
def test_every_entry_stands_in_full_once(index: str, pack: Pack, lang: str) -> None:
    """No entry is missing, and none is told twice."""
    targets = [t for t in _TARGET.findall(index) if f"{pack.id}-{lang}-entry-" in t]
    kept = [entry for entry in pack.entries if not isinstance(entry, NotModelled)]
    assert sorted(targets) == sorted(f"{pack.id}-{lang}-entry-{slug(e.id)}" for e in kept)


@both_packs
def test_every_omission_stands_in_full_once(index: str, pack: Pack, lang: str) -> None:
    """What is left out is told once, with its reason."""
    targets = [t for t in _TARGET.findall(index) if f"{pack.id}-{lang}-left-out-" in t]
    assert len(targets) == sum(isinstance(entry, NotModelled) for entry in pack.entries)


@both_packs
def test_every_entry_leads_to_its_cases(
    index: str, traced_page: str, pack: Pack, lang: str
) -> None:
    """Each entry that is judged links to its indicator and worked cases, which are there."""
    lacking = []
    for entry in pack.entries:
        if isinstance(entry, (NotModelled, Label, Counting)):
            continue
        anchor = f"{pack.id}-{lang}-trace-{slug(entry.id)}"
        if f"(#{anchor})" not in index or f"({anchor})=" not in traced_page:
            lacking.append(entry.id)
    assert lacking == []


@both_packs
def test_every_case_is_shown(traced_page: str, pack: Pack) -> None:
    """Each worked case stands on the page by file and line."""
    places = (f"{case.origin.file.split('/')[-1]}:{case.origin.line}`" for case in pack.cases)
    assert [place for place in places if place not in traced_page] == []


@both_packs
def test_every_indicator_says_what_it_counts(traced_page: str, pack_id: str, lang: str) -> None:
    """Numerator, denominator and exclusions of each key in use stand on the page."""
    setup = set_up([pack_id])
    used = {
        key
        for one in trace(setup.rules.packs[pack_id])
        for part in one.parts
        for account in part.accounts
        for key in account.measured
    }
    for key in used & set(setup.indicators):
        indicator = setup.indicators[key]
        for words in filter(
            None, (indicator.numerator, indicator.denominator, indicator.exclusions)
        ):
            assert words.get(lang) in traced_page


@both_packs
def test_every_open_term_has_its_line(terms_page: str, pack: Pack, pack_id: str) -> None:
    """Each open term stands with the line that a host would write."""
    catalogue: Catalogue = set_up([pack_id]).rules.catalogue
    names = [term.name for term in open_terms(pack, catalogue)]
    assert [name for name in names if f'# "{name}" = ' not in terms_page] == []


@both_packs
def test_every_name_of_every_list_is_shown(terms_page: str, pack: Pack) -> None:
    """Each item of each label has its row."""
    labels = [entry for entry in pack.entries if isinstance(entry, Label)]
    items = [item.name for label in labels for item in label.items]
    assert [name for name in items if f"| `{name}` |" not in terms_page] == []


@both_packs
def test_links_between_the_pages_lead_somewhere(
    index: str, traced_page: str, terms_page: str
) -> None:
    """Each link to a place has its place, and no place is there twice."""
    all_pages = index + traced_page + terms_page
    targets = _TARGET.findall(all_pages)
    assert set(_LINK.findall(all_pages)) <= set(targets)
    assert len(set(targets)) == len(targets)


@both_packs
def test_no_word_is_left_in_code(index: str, traced_page: str, lang: str) -> None:
    """What a page says is in its language: the names of fields are, and so are results."""
    names = re.findall(r"^:([^:]+):", index + traced_page, re.MULTILINE)
    chinese = {name for name in names if _CHINESE.search(name)}
    assert chinese == (set(names) - {"hidden"} if lang == "zh" else set())


@pytest.mark.parametrize("page", ["index", "trace", "terms"])
def test_every_table_of_the_format_can_be_shown(page: str, lang: str, pages: ModuleType) -> None:
    """A pack that uses everything the format has, is put into words and no fact shows as code."""
    view = importlib.import_module("_packs.view").View.of(EVERY_TABLE, lang)
    text = importlib.import_module(f"_packs.page_{page}").write(view)
    assert not re.search(r"Exact\(|Comparison\(|Open\(|frozenset\(|Words\(|datetime\.", text)


def test_the_table_of_articles_is_on_a_page(pages: ModuleType, repository: Path, lang: str) -> None:
    """Each row with its article and what holds it, in words of the page's language."""
    table = repository / "plugins" / "fengqiao-cn" / "tests" / "articles.csv"
    wanted = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    page = str(pages.page_source(f"{FOLDERS[lang]}/cn/articles"))
    rows = [line for line in page.splitlines() if line.startswith("| ") and " --- " not in line]
    texts = page.count("\n## ")
    assert len(rows) == len(wanted) + texts  # each text has a header of its own
    assert texts == len({row["text"] for row in wanted})
    named = [row["name"] for row in wanted if row["held_as"] not in ("calendar", "left_out")]
    assert [name for name in named if f" `{name}` |" not in page] == []
