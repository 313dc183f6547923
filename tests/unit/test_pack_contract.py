"""The contract of packs passes a finished one, and each promise can be broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fengqiao.errors import UnknownPack
from fengqiao.packs import installed_packs
from fengqiao.packs.installed import locate
from fengqiao.testing.pack_contract import PackContract
from fengqiao.testing.small import SMALL_PACK

BAD = Path(__file__).parents[1] / "bad_packs"
PROMISES = sorted(name for name in vars(PackContract) if name.startswith("test_"))
NOT_INSTALLED = "test_is_installed_under_its_id"  # no distribution brings the small pack


def contract_of(folder: Path) -> PackContract:
    """The contract of a folder."""
    return type("Tried", (PackContract,), {"pack": folder})()


@pytest.mark.parametrize("promise", [name for name in PROMISES if name != NOT_INSTALLED])
def test_a_finished_pack_keeps_it(promise: str) -> None:
    """The small pack has all that is asked for."""
    getattr(contract_of(SMALL_PACK), promise)()


def test_a_pack_that_no_distribution_brings_is_found_out() -> None:
    """Its folder is there, its entry point is not."""
    with pytest.raises(UnknownPack):
        getattr(contract_of(SMALL_PACK), NOT_INSTALLED)()


@pytest.mark.needs("fengqiao_wuhai", "fengqiao_cn")
@pytest.mark.parametrize("is_changed", [False, True])
def test_a_folder_is_installed_while_the_installed_files_are_its_own(
    tmp_path: Path, *, is_changed: bool
) -> None:
    """A folder passes beside its installed copy until one of the two is changed."""
    installed = locate("wuhai", installed_packs())
    folder = Path(shutil.copytree(installed, tmp_path / "mine"))
    if is_changed:
        (folder / "cases" / "more.toml").write_text("format = 1\n", encoding="utf-8")
    promise = getattr(contract_of(folder), NOT_INSTALLED)
    if is_changed:
        with pytest.raises(AssertionError, match="install it again"):
            promise()
    else:
        promise()


@pytest.mark.parametrize("promise", PROMISES)
def test_a_pack_that_can_not_be_read_keeps_nothing(promise: str) -> None:
    """No promise passes by having nothing to look at."""
    with pytest.raises(AssertionError):
        getattr(contract_of(BAD / "pack.unknown_key"), promise)()


@pytest.mark.parametrize(
    ("file", "old", "new", "promise"),
    [
        ("data", "at_least = 3", "at_least = 30", "test_cases_come_out_as_expected"),
        ("data", "parts  = 2", "parts  = 3", "test_every_part_is_accounted_for"),
        ("cases", ', { given = "none", expect = "no_data" }', "", "test_every_entry_has_its_cases"),
    ],
)
def test_a_promise_that_is_broken_is_found_out(
    tmp_path: Path, file: str, old: str, new: str, promise: str
) -> None:
    """One change to a good pack, and the test named after it fails."""
    folder = Path(shutil.copytree(SMALL_PACK, tmp_path / "mine"))
    path = folder / file / "rules.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(AssertionError):
        getattr(contract_of(folder), promise)()
