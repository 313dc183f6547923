"""The page on scores: each sheet that it shows gives what its table says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fengqiao.packs import read_pack, run_cases
from fengqiao.packs.setup import with_words_of
from fengqiao.rules import core_catalogue

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "scores.md"
HEAD = """format = 1
[pack]
id = "town"
zh = "测试镇"
version = "1"
areas = ["990001"]
[[source]]
id = "order"
zh = "测试办法"
issued = 2018-01-01
[[clause]]
ref = "一"
"""
MEASURES = {
    "points.visits": "share",
    "commendations.received": "count",
    "violations.found": "count",
}
BLOCK = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| (nothing|`[^|]*`) \| `([^|]*)` \|$", re.MULTILINE)
TEXT = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
SECTIONS = [text for text in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:] if BLOCK.search(text)]


def pack_text(sheet: str) -> str:
    """A pack of one sheet, with the measures that the page uses."""
    measures = "".join(
        f'[[measure]]\nkey = "{key}"\nkind = "{kind}"\nabout = "staff"\n'
        f'each = "community_officer"\ndone = "done"\ntotal = "total"\nclause = "一"\n'
        for key, kind in MEASURES.items()
    )
    return f"{HEAD}{measures}{sheet}"


def row_text(given: str, score: str) -> str:
    """A row of a case from a row of the page: `not_rated` is a word, the rest stands as TOML."""
    values = "" if given == "nothing" else given.strip("`")
    expected = f'"{score}"' if score.isidentifier() else score
    return f"    {{ given = {{ {values} }}, expect = {expected} }},\n"


@pytest.mark.parametrize("section", SECTIONS, ids=lambda text: text.partition("\n")[0])
@pytest.mark.usefixtures("repository")
def test_each_row_comes_out_as_the_page_says(tmp_path: Path, section: str) -> None:
    """What is given to a sheet comes to the score beside it."""
    sheet, *config = BLOCK.findall(section)
    terms = config[0].removeprefix("[town]\n") if config else ""
    rows = [row_text(*row) for row in ROW.findall(section)]
    assert rows
    case = '[[case]]\nof = "points.community_officer"\nperiod = "2018-07"\n'
    case += "rows = [\n" + "".join(rows) + "]\n"
    case += f"[case.config]\n{terms}" if terms else ""
    for folder, text in (("data", pack_text(sheet)), ("cases", f"format = 1\n{case}")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "all.toml").write_text(text, encoding="utf-8")
    pack = read_pack(tmp_path)
    results = list(run_cases(pack, with_words_of(pack, core_catalogue())))
    assert [result.found for result in results] == [result.expected for result in results]
