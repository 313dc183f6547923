"""Everything that lint says comes as data."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from fengqiao.errors import PeriodError, UnknownPack
from fengqiao.packs import check_pack, look_over, read_pack
from fengqiao.testing.small import SMALL_PACK

BAD = Path(__file__).parents[2] / "bad_packs"
STALE = BAD / "pack.source_stale"
CHECKED = date(2018, 12, 31)  # as `checked` says in the pack STALE


def codes(pack: Any, **asked: Any) -> list[str]:  # noqa: ANN401  whatever is passed on
    """Codes of what is wrong."""
    return [fault.code for fault in check_pack(pack, **asked)]


def test_a_finished_pack_has_no_fault() -> None:
    """Not even a strict check finds one."""
    assert check_pack(SMALL_PACK, strict=True) == ()


def test_a_pack_that_was_read_is_taken() -> None:
    """A host that has the pack needs no folder."""
    assert check_pack(read_pack(SMALL_PACK), strict=True) == ()


def test_what_can_not_be_read_is_told_not_raised() -> None:
    """Faults of files are data like all others."""
    assert codes(BAD / "pack.unknown_key") == ["pack.unknown_key"]


def test_a_case_that_differs_is_a_fault(tmp_path: Path) -> None:
    """Another number in the rule, the old ones in its cases."""
    folder = Path(shutil.copytree(SMALL_PACK, tmp_path / "mine"))
    file = folder / "data" / "rules.toml"
    text = file.read_text(encoding="utf-8").replace("at_least = 3", "at_least = 2")
    file.write_text(text, encoding="utf-8")
    assert codes(folder) == ["case.differs"]


def test_what_is_lacking_is_told_when_asked_strictly() -> None:
    """While a pack is written, cases may still be missing."""
    folder = BAD / "pack.few_cases-norm"
    assert (codes(folder), codes(folder, strict=True)) == ([], ["pack.few_cases"])


@pytest.mark.parametrize(
    ("on", "found"),
    [(None, []), (date(2019, 12, 31), []), (date(2020, 1, 1), ["pack.source_stale"])],
)
def test_a_source_is_stale_after_a_year(on: date | None, found: list[str]) -> None:
    """On the day a year after the check it is not yet, the day after it is."""
    assert codes(STALE, strict=True, on=on) == found


def test_a_stale_source_is_told_once() -> None:
    """It is a note, and for a strict check a fault, but never both."""
    assert codes(STALE, strict=True, notes=True, on=date(2020, 1, 1)) == ["pack.source_stale"]


def test_days_without_a_limit_are_no_fault() -> None:
    """A limit may have been suspended: it is told as a note, and only where notes are wanted."""
    folder = BAD / "pack.phase_gap"
    assert (codes(folder, strict=True), codes(folder, notes=True)) == ([], ["pack.phase_gap"])


def test_two_pauses_of_one_limit_are_two_notes(tmp_path: Path) -> None:
    """Each span between two phases has its own first and last day."""
    folder = Path(shutil.copytree(BAD / "pack.phase_gap", tmp_path / "mine"))
    file = folder / "data" / "pack.toml"
    last = "{ at_least = 80, from = 2019-02-01"
    more = f"{last}, until = 2019-03-31 }}, {{ at_least = 80, from = 2019-04-02"
    file.write_text(file.read_text(encoding="utf-8").replace(last, more), encoding="utf-8")
    spans = [(one.facts["first"], one.facts["last"]) for one in look_over(folder).notes]
    assert spans == [("2019-01-01", "2019-01-31"), ("2019-04-01", "2019-04-01")]


def test_phases_that_follow_each_other_are_not_noted() -> None:
    """The pack with every table has phases without a pause."""
    everytown = BAD.parent / "packs_for_tests" / "every_table"
    assert look_over(everytown).notes == ()


def test_a_moment_is_no_day() -> None:
    """What is compared with days has to be one."""
    with pytest.raises(PeriodError):
        check_pack(SMALL_PACK, on=datetime(2020, 1, 1))  # noqa: DTZ001  refused, whatever its zone


def test_a_pack_that_is_not_installed_is_refused() -> None:
    """A name without a slash is that of an installed pack."""
    with pytest.raises(UnknownPack):
        check_pack("nowhere")
