"""Faults that show only when packs are opened together."""

from __future__ import annotations

import pytest
from attrs import evolve

from fengqiao.errors import FengqiaoError, PackError, UnknownPack, render
from fengqiao.packs import set_up
from fengqiao.rules import Pack

from .conftest import Reader


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


def test_a_missing_parent_is_not_passed_over(town: Pack) -> None:
    """A pack whose parent is not there does not open."""
    assert error_of(evolve(town, parent="no_such_pack")).code in (
        "pack.unknown",
        "pack.parent_missing",
    )


def test_packs_may_not_be_each_others_parents(town: Pack) -> None:
    """Somebody has to speak last."""
    other = evolve(town, id="other", areas=(), parent="town")
    error = error_of(evolve(town, parent="other"), other)
    assert (type(error), error.code) == (PackError, "pack.parent_cycle")
