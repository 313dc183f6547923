"""Every rule of the format has a pack that breaks it, and says so in plain words."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from fengqiao.errors import PackError, all_codes, render
from fengqiao.errors.texts_packs import TEXTS
from fengqiao.packs import check_pack, read_pack

BAD = Path(__file__).parents[2] / "bad_packs"
FOLDERS = sorted(path.parent for path in BAD.glob("*/expected.toml"))
LATER = date(2020, 1, 1)
ELSEWHERE = {
    # Files that a repository can't hold, or need not: test_toml_file.py, test_reader.py.
    "toml.unreadable", "toml.too_large", "toml.too_deep", "pack.no_files",
    # Faults of several packs together, found when a workspace opens them: test_together.py.
    "pack.unknown", "pack.area_claimed", "pack.twice", "pack.parent_missing",
    "pack.parent_cycle", "pack.parent_forbids", "pack.parent_tighten", "pack.measure_differs",
    # A procedure and that of its parent: test_procedure_parents.py.
    "pack.adds_no_step", "pack.adds_to_nothing", "pack.parent_loosens",
    # A note on a place and its parent: test_parents.py.
    "pack.practice_silent",
    # Faults of a strict check alone: test_accounting.py.
    "pack.part_unaccounted", "pack.not_installed",
    # Packs too large for a repository, and links out of a folder: test_bounds.py.
    "toml.long_number", "pack.outside", "pack.too_many_files", "pack.too_large",
    "pack.too_many_entries", "pack.too_many_cases", "pack.long_case",
}  # fmt: skip
"""Codes whose broken example stands in a test instead of a folder."""

PYTHON_WORDS = re.compile(
    r"\b(dict|list|tuple|None|NoneType|str|int|float|bool|string|TypeError|ValueError|KeyError"
    r"|exception|traceback|object|attribute|class|null|NaN|iterable)\b"
)
PYTHON_FACTS = re.compile(
    r"(?<![A-Za-z])(?:None|NoneType|True|False|dict|tuple|frozenset|str|int|Traceback|Exact"
    r"|OPEN|datetime)(?![A-Za-z])|[(\[{]'|<[a-z_]+[ .]|',? ?[)\]}]"
)


def code_of(folder: Path) -> str:
    """The code that a folder is an example of: a second example adds a word after a hyphen."""
    return folder.name.partition("-")[0]


def error_of(folder: Path) -> PackError:
    """What reading a broken pack raises; of one that can be read, what a strict check says."""
    try:
        read_pack(folder)
    except PackError as error:
        return error
    return PackError.of(check_pack(folder, strict=True, notes=True, on=LATER))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_broken_pack_has_the_one_fault_it_was_made_for(folder: Path) -> None:
    """A pack that breaks one rule is refused for that rule and no other."""
    assert [fault.code for fault in error_of(folder).faults] == [code_of(folder)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_fault_points_at_its_place(folder: Path) -> None:
    """A fault names the line and column where the broken rule stands."""
    expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    place = error_of(folder).faults[0].place
    assert place is not None
    assert (place.line, place.column) == (expected.get("line"), expected.get("column"))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_fault_says_what_to_do(folder: Path, lang: str) -> None:
    """The text of a fault holds the words that lead its reader to the mistake and out of it."""
    expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    text = render(error_of(folder), "en" if lang == "en" else "zh")
    assert [word for word in expected[lang] if word not in text] == []


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_fault_with_its_facts_has_no_word_of_python(folder: Path, lang: str) -> None:
    """What is filled into a text is no data type and nothing that only Python writes so."""
    text = render(error_of(folder), "en" if lang == "en" else "zh")
    assert PYTHON_FACTS.findall(text) == []


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_fault_leaves_no_blank_in_its_text(folder: Path, lang: str) -> None:
    """Every fact that a text can't do without is given."""
    error = error_of(folder)
    parts = TEXTS[error.code][0 if lang == "en" else 1]
    needed = re.sub(r"<<.*?>>", "", parts.what + parts.why + parts.next)
    named = set(re.findall(r"\{([a-z_]+)\}", needed))
    assert named - set(error.facts) == set()


def test_every_code_has_a_broken_pack() -> None:
    """A rule without an example of how it is broken is not done."""
    rules = {code for code in all_codes() if code.split(".")[0] in ("pack", "toml")}
    assert rules - {code_of(folder) for folder in FOLDERS} == ELSEWHERE


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_texts_use_no_programmers_words(code: str) -> None:
    """An officer who is no programmer reads no word of Python."""
    words = " ".join(part for text in TEXTS[code] for part in (text.what, text.why, text.next))
    assert PYTHON_WORDS.findall(words) == []


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_chinese_texts_name_the_same_facts(code: str) -> None:
    """The Chinese text tells the facts that the English one tells."""
    facts = [
        set(re.findall(r"\{([a-z_]+)\}", text.what + text.why + text.next)) for text in TEXTS[code]
    ]
    assert facts[0] == facts[1]
