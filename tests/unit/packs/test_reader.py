"""A pack is read whole, or refused with everything that is wrong with it."""

from __future__ import annotations

import pickle
import shutil
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from fengqiao.errors import PackError
from fengqiao.packs import read_pack
from fengqiao.rules import Cite, Norm, Pack, Words
from fengqiao.rules.entries import Entry, NotModelled

from .conftest import HEAD, TESTS, Finder, Reader

NORM = (
    '[[norm]]\nkey = "visits.households"\neach = "community_officer"\nper = "month"\n'
    'at_least = 80\nclause = "一"\n'
)


def entry(pack: Pack, entry_id: str) -> Entry:
    """An entry by id."""
    return next(one for one in pack.entries if one.id == entry_id and isinstance(one, Entry))


def test_the_pack_says_who_it_is(everytown: Pack) -> None:
    """Id, version, parent and areas come from [pack]."""
    assert (everytown.id, everytown.version, everytown.parent, everytown.areas) == (
        "everytown",
        "1.2.0",
        "cn",
        ("9901", "990255"),
    )


def test_a_source_holds_from_its_issue_unless_it_says_otherwise(everytown: Pack) -> None:
    """Without `from` a source begins on the day of its issue."""
    assert [(one.id, one.effective_from) for one in everytown.sources] == [
        ("order", date(2018, 6, 25)),
        ("report", date(2018, 9, 10)),
    ]


def test_a_press_report_tells_of_practice(everytown: Pack) -> None:
    """Force is must, and practice for a press report."""
    assert [one.force for one in everytown.sources] == ["must", "practice"]


def test_a_clause_belongs_to_the_first_source_unless_it_names_one(everytown: Pack) -> None:
    """`report:导语` is in the second source, everything else in the first."""
    assert [Cite(one.source, one.ref) for one in everytown.clauses] == [
        Cite("order", "一(一)"),
        Cite("order", "二"),
        Cite("order", "三"),
        Cite("report", "导语"),
    ]


def test_entries_keep_the_order_of_the_files(everytown: Pack) -> None:
    """Entries stand as they stand in the files, whatever their table."""
    kinds = [type(one).__name__ for one in everytown.entries]
    assert kinds[5:9] == ["Norm", "Band", "Duty", "Duty"]


def test_an_entry_takes_force_and_days_from_its_clauses_source(everytown: Pack) -> None:
    """A norm of the press report is practice, and holds as long as the report does."""
    norm = entry(everytown, "inspection.premises")
    assert isinstance(norm, Norm)
    phase = norm.phases[0]
    assert (phase.force, phase.effective_from, phase.effective_until) == (
        "practice",
        date(2018, 9, 10),
        date(2020, 12, 31),
    )


def test_a_text_is_filed_under_its_own_language(everytown: Pack) -> None:
    """A plain text with Chinese characters is Chinese, any other English."""
    norm = entry(everytown, "visits.households")
    assert (norm.reading, norm.note) == (Words(en="each officer's own"), Words(zh="样例"))


def test_an_entry_knows_its_file_and_line(everytown: Pack) -> None:
    """A receipt can lead back to the very line."""
    origin = entry(everytown, "visits.households").origin
    assert (origin.file, origin.line) == ("every_table/data/2_limits.toml", 3)


def test_what_is_left_out_twice_of_a_clause_has_two_ids(everytown: Pack) -> None:
    """Ids of what is left out name the clause, and number what comes after the first."""
    assert [one.id for one in everytown.entries if isinstance(one, NotModelled)] == [
        "not_modelled:三",
        "not_modelled:三:2",
    ]


def test_a_copied_folder_reads_the_same(everytown: Pack, tmp_path: Path) -> None:
    """Name and place of the folder leave no trace in the pack's sum."""
    copy = tmp_path / "anything"
    shutil.copytree(TESTS / "packs_for_tests" / "every_table", copy)
    assert read_pack(copy).sha256 == everytown.sha256


def test_a_changed_number_changes_the_sum(everytown: Pack, tmp_path: Path) -> None:
    """A receipt with another sum was made by another text."""
    copy = tmp_path / "copy"
    shutil.copytree(TESTS / "packs_for_tests" / "every_table", copy)
    file = copy / "data" / "2_limits.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("30", "31"), encoding="utf-8")
    assert read_pack(copy).sha256 != everytown.sha256


def test_a_pack_pickles(everytown: Pack) -> None:
    """A pack can go to another process."""
    assert pickle.loads(pickle.dumps(everytown)) == everytown  # noqa: S301  our own bytes


def test_a_folder_without_files_is_no_pack(tmp_path: Path) -> None:
    """An empty folder is refused in one sentence."""
    with pytest.raises(PackError) as caught:
        read_pack(tmp_path)
    assert caught.value.code == "pack.no_files"


def test_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    """A slip in one file does not hide a fault in another, and places are in order."""
    (tmp_path / "data").mkdir()
    (tmp_path / "cases").mkdir()
    (tmp_path / "data" / "1.toml").write_text(HEAD + NORM + "zh = “x”\n", encoding="utf-8")
    (tmp_path / "data" / "2.toml").write_text(
        'format = 1\n[[norm]]\nkey = "visits.household"\neach = "resident"\nper = "monthly"\n'
        'at_least = 1\nclause = "一"\n',
        encoding="utf-8",
    )
    (tmp_path / "cases" / "1.toml").write_text("format = 2\n", encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_pack(tmp_path)
    assert [fault.code for fault in caught.value.faults] == [
        "toml.fullwidth",
        "pack.unknown_key",
        "pack.unknown_choice",
        "pack.format_unknown",
    ]


def test_all_faults_of_a_row_come_at_once(faults: Finder) -> None:
    """Unknown fields, wrong types and unknown words of one row show in one pass."""
    found = faults(
        '[[norm]]\nkey = "visits.households"\neach = "grid"\nper = "month"\nat_least = "40%"\n'
        'clause = "九"\nforce = 3\nwhat_is_this = 1\n'
    )
    assert [fault.code for fault in found] == [
        "pack.wrong_each",
        "pack.wants_count",
        "pack.unknown_clause",
        "pack.not_text",
        "pack.unknown_field",
    ]


def test_a_field_that_is_there_but_wrong_is_not_also_missing(faults: Finder) -> None:
    """A fault does not drag a second one behind it."""
    assert [one.code for one in faults(NORM.replace("= 80", '= "eighty"'))] == [
        "pack.not_an_amount"
    ]


def test_a_case_of_an_entry_with_a_fault_is_not_an_orphan(faults: Finder) -> None:
    """A case is not reported because its entry has a fault of its own."""
    case = (
        '[[case]]\nof = "visits.household"\nperiod = "2018-07"\n'
        'rows = [ { given = 5, expect = "met" } ]\n'
    )
    norm = NORM.replace("visits.households", "visits.household")
    assert [one.code for one in faults(norm + case)] == ["pack.unknown_key"]


@pytest.mark.parametrize("name", ["清单", "field7", "13912345678", "a b", "x" * 41])
def test_a_key_that_may_be_a_value_is_not_repeated(faults: Finder, name: str) -> None:
    """Only names of letters, dots and underscores are shown; anything else could be data."""
    assert faults(NORM + f'"{name}" = 1\n')[0].facts["field"] == "?"


def test_a_frozen_pack_can_be_varied(read: Reader) -> None:
    """A pack is a value: a host may make another from it."""
    assert evolve(read(NORM), version="2").version == "2"
