"""A pack can't be larger than is needed, and is read from its own folder only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fengqiao.errors import PackError
from fengqiao.packs import read_pack
from fengqiao.packs.bounds import (
    MOST_CASE_ROWS,
    MOST_CASES,
    MOST_ENTRIES,
    MOST_FILES,
    MOST_PACK_BYTES,
)
from fengqiao.packs.toml_file import MOST_BYTES, parse_toml

from .conftest import HEAD, Finder, Reader

NORM = (
    '[[norm]]\nkey = "visits.households"\neach = "community_officer"\nper = "month"\n'
    'clause = "一"\n'
)
CASE = '[[case]]\nof = "visits.households"\nperiod = "2018-07"\n'
ROW = '{ given = 80, expect = "met" }'


def codes_of(folder: Path) -> list[str]:
    """Codes of what is wrong with a folder."""
    with pytest.raises(PackError) as caught:
        read_pack(folder)
    return [fault.code for fault in caught.value.faults]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack of one norm."""
    (tmp_path / "pack" / "data").mkdir(parents=True)
    text = HEAD + NORM + "at_least = 80\n"
    (tmp_path / "pack" / "data" / "1.toml").write_text(text, encoding="utf-8")
    return tmp_path / "pack"


def test_a_link_out_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    """What stands elsewhere is not read through a link."""
    (tmp_path / "elsewhere.toml").write_text("format = 1\n", encoding="utf-8")
    (folder / "data" / "2.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert codes_of(folder) == ["pack.outside"]


def test_a_folder_of_data_that_lies_elsewhere_is_refused(folder: Path, tmp_path: Path) -> None:
    """A link in the place of `data` leads out as well."""
    (folder / "data").rename(tmp_path / "data")
    (folder / "data").symlink_to(tmp_path / "data", target_is_directory=True)
    assert codes_of(folder) == ["pack.outside"]


def test_a_link_within_the_folder_is_read(folder: Path) -> None:
    """A link that stays inside shows what belongs to the pack anyway."""
    (folder / "rules.toml").write_text("format = 1\n", encoding="utf-8")
    (folder / "data" / "2.toml").symlink_to(folder / "rules.toml")
    assert read_pack(folder).id == "town"


def test_a_folder_that_is_a_link_itself_is_read(folder: Path, tmp_path: Path) -> None:
    """Where a pack is installed is not its own affair."""
    (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    assert read_pack(tmp_path / "link").id == "town"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    """Who opens a pipe that nobody writes to would wait for ever."""
    os.mkfifo(folder / "data" / "2.toml")
    assert codes_of(folder) == ["toml.unreadable"]


def test_too_many_files_are_refused(folder: Path) -> None:
    """One file more than the bound."""
    for number in range(MOST_FILES):
        (folder / "data" / f"x{number}.toml").write_text("format = 1\n", encoding="utf-8")
    assert codes_of(folder) == ["pack.too_many_files"]


def test_too_much_text_is_refused(folder: Path) -> None:
    """Each file is small enough, all together are not."""
    for number in range(MOST_PACK_BYTES // MOST_BYTES):
        (folder / "data" / f"x{number}.toml").write_bytes(b"#" * MOST_BYTES)
    assert codes_of(folder) == ["pack.too_large"]


def test_too_many_entries_are_refused(faults: Finder) -> None:
    """One row more than the bound, and nothing is compared any more."""
    found = faults((NORM + "at_least = 80\n") * (MOST_ENTRIES + 1))
    assert [(one.code, one.facts["count"]) for one in found] == [
        ("pack.too_many_entries", MOST_ENTRIES + 1)
    ]


def test_each_phase_counts_as_an_entry(faults: Finder) -> None:
    """Phases are compared like entries."""
    phases = ", ".join(["{ at_least = 80 }"] * (MOST_ENTRIES + 1))
    found = faults(f"{NORM}phase = [{phases}]\n")
    assert [one.code for one in found] == ["pack.too_many_entries"]


def test_too_many_cases_are_refused(faults: Finder) -> None:
    """Short ones, so that the file stays small enough."""
    found = faults('[[case]]\nof = "x"\n' * (MOST_CASES + 1))
    assert "pack.too_many_cases" in [one.code for one in found]


@pytest.mark.parametrize("more", [0, 1])
def test_a_case_has_at_most_so_many_rows(read: Reader, more: int) -> None:
    """At the bound it is read, beyond it is refused."""
    text = f"{NORM}at_least = 80\n{CASE}rows = [{', '.join([ROW] * (MOST_CASE_ROWS + more))}]\n"
    codes: list[str] = []
    try:
        read(text)
    except PackError as error:
        codes = [fault.code for fault in error.faults]
    assert codes == ["pack.long_case"] * more


@pytest.mark.parametrize("number", ["1" * 5000, "0x" + "f" * 5000, "1_" * 2500 + "1"])
def test_a_number_of_thousands_of_digits_is_refused(number: str) -> None:
    """A key that was held down gives a fault with its line, not an error of the reader."""
    read = parse_toml(f"a = 1\nb = {number}\n".encode(), file="f.toml")
    codes = [(one.code, one.place.line if one.place else 0) for one in read.faults]
    assert codes == [("toml.long_number", 2)]


def test_a_key_of_thousands_of_dots_is_refused() -> None:
    """To follow each dot would take the square of their number."""
    read = parse_toml(f"a{'.a' * 5000} = 1\n".encode(), file="f.toml")
    assert [one.code for one in read.faults] == ["toml.too_deep"]


def test_dots_in_quotes_do_not_count() -> None:
    """A long list of keys of the catalogue is no key with many dots."""
    names = ", ".join(['"visits.households"'] * 500)
    assert parse_toml(f"a = [{names}]\n".encode(), file="f.toml").faults == ()
