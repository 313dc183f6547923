"""Faults that show only when packs are opened together."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from fengqiao.errors import FengqiaoError, Lang, PackError, UnknownPack, render
from fengqiao.packs import read_pack, set_up
from fengqiao.rules import Pack

from .conftest import HEAD, Reader


@pytest.fixture
def town(read: Reader) -> Pack:
    """A pack without parent."""
    return read("")


def error_of(*packs: Pack | str) -> FengqiaoError:
    """What opening these packs raises."""
    with pytest.raises(FengqiaoError) as caught:
        set_up(packs)
    return caught.value


def test_an_unknown_pack_names_what_is_installed() -> None:
    """Whoever misspells a pack sees those there are."""
    error = error_of("no_such_pack")
    assert (type(error), error.code, "Installed: " in render(error, "en")) == (
        UnknownPack,
        "pack.unknown",
        True,
    )


def test_two_packs_may_not_claim_one_area(town: Pack) -> None:
    """An area belongs to one pack."""
    error = error_of(town, evolve(town, id="other"))
    assert (error.code, error.facts["area"]) == ("pack.area_claimed", "990001")


def test_two_packs_may_not_share_an_id(town: Pack) -> None:
    """A finding must name one pack."""
    assert error_of(town, evolve(town, sha256="0")).code == "pack.twice"


@pytest.fixture
def orphan(tmp_path: Path) -> Pack:
    """A pack whose parent is nowhere."""
    return _copy(tmp_path / "orphan", HEAD.replace("areas", 'parent = "nowhere"\nareas'))


def _copy(folder: Path, text: str) -> Pack:
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "pack.toml").write_text(text, encoding="utf-8")
    return read_pack(folder)


def test_a_missing_parent_is_not_passed_over(orphan: Pack) -> None:
    """A pack whose parent is not there does not open, and the place of `parent` is named."""
    error = error_of(orphan)
    assert (type(error), error.code, dict(error.facts), str(error.faults[0].place)) == (
        PackError,
        "pack.parent_missing",
        {"pack": "town", "parent": "nowhere"},
        "orphan/data/pack.toml:7",
    )


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_missing_parent_says_how_to_get_it(orphan: Pack, lang: Lang) -> None:
    """Install it, or pass its folder."""
    assert "pip install fengqiao-nowhere" in render(error_of(orphan), lang)


def test_a_parent_may_be_opened_from_its_folder(orphan: Pack, tmp_path: Path) -> None:
    """A parent that is not installed may stand beside its place."""
    head = HEAD.replace('"town"', '"nowhere"').replace('areas = ["990001"]\n', "")
    setup = set_up([orphan, _copy(tmp_path / "above", head)])
    assert sorted(setup.rules.packs) == ["nowhere", "town"]


def test_a_changed_copy_is_told_by_its_folder(tmp_path: Path) -> None:
    """Two packs of one id are told apart by where they stand."""
    first = _copy(tmp_path / "first", HEAD)
    second = _copy(tmp_path / "second", HEAD.replace("测试地", "另一地"))
    error = error_of(first, second)
    assert (error.code, error.facts["first"], error.facts["second"]) == (
        "pack.twice",
        "first",
        "second",
    )


def test_a_renamed_copy_needs_areas_of_its_own(tmp_path: Path) -> None:
    """A copy with another id still speaks for the same areas; the line of `areas` is named."""
    first = _copy(tmp_path / "first", HEAD)
    second = _copy(tmp_path / "second", HEAD.replace('"town"', '"other"'))
    error = error_of(first, second)
    assert (error.code, str(error.faults[0].place)) == (
        "pack.area_claimed",
        "second/data/pack.toml:7",
    )


def test_packs_may_not_be_each_others_parents(town: Pack) -> None:
    """Somebody has to speak last."""
    other = evolve(town, id="other", areas=(), parent="town")
    error = error_of(evolve(town, parent="other"), other)
    assert (type(error), error.code) == (PackError, "pack.parent_cycle")
