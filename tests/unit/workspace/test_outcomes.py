"""The facts of one store under two packs: where the answers part, and that nothing is written."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from fengqiao.packs import with_overrides
from fengqiao.packs.comparing import common_areas, compare_packs, set_up_both
from fengqiao.rules import Pack
from fengqiao.store import open_store
from fengqiao.testing.small import SMALL_PACK, small_city
from fengqiao.workspace import open_workspace
from fengqiao.workspace.outcomes import Outcome, compare_outcomes

DAY = date(2018, 7, 1)
ELSEWHERE = '[[norm]]\nkey = "visits.households"\neach = "community_officer"\nper = "month"\n'


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> str:
    """URL of a store with Testtown's July: S01 visits 4 households, S02 visits 2."""
    url = f"sqlite:///{(tmp_path_factory.mktemp('facts') / 'town.db').as_posix()}"
    with open_workspace(url, packs=SMALL_PACK) as workspace:
        small_city(workspace)
    return url


def outcome(
    url: str, one: Pack | Path, other: Pack | Path, *, on: date = DAY, and_on: date = DAY
) -> Outcome:
    """What follows from two packs on the facts of July."""
    setups, chains = set_up_both(one, other)
    catalogue = setups[0].rules.catalogue
    found = compare_packs(*chains, catalogue, on=on, and_on=and_on)
    store = open_store(f"{url}?mode=ro")
    try:
        return compare_outcomes(store, setups, chains, found, "2018-07")
    finally:
        store.close()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The pack of another place: 5 households, 20 officers, and no meeting."""
    folder = tmp_path / "elsewhere"
    shutil.copytree(SMALL_PACK, folder)
    for path in folder.rglob("cases/*.toml"):
        path.unlink()
    for path in folder.rglob("data/*.toml"):
        text = path.read_text(encoding="utf-8")
        text = text.replace('"testtown"', '"elsewhere"').replace('"990001"', '"990002"')
        text = text.partition("[[duty]]")[0].replace("at_least = 3", "at_least = 5")
        path.write_text(text, encoding="utf-8")
    return folder


def test_answers_that_turn(facts: str) -> None:
    """Testtown asks for 3 households (一#1); with 2 the visits of S02 are enough."""
    two = with_overrides(SMALL_PACK, {"visits.households.at_least": 2}, name="two")
    found = outcome(facts, SMALL_PACK, two)
    assert [(one.subject, one.results) for one in found.turned] == [("S02", ("not_met", "met"))]
    assert found.counts[1]["met"] == found.counts[0]["met"] + 1


def test_another_places_pack_is_run_here(facts: str, elsewhere: Path) -> None:
    """On the areas of the facts: with 5 households even the 4 of S01 are too few."""
    found = outcome(facts, SMALL_PACK, elsewhere)
    assert found.areas == ("990001",)
    assert [(one.subject, one.results) for one in found.turned] == [("S01", ("met", "not_met"))]


def test_order_of_the_packs_does_not_choose_the_place(facts: str, elsewhere: Path) -> None:
    """The place is where the facts are."""
    assert outcome(facts, elsewhere, SMALL_PACK).areas == ("990001",)


def test_entries_of_one_side_stand_alone(facts: str, elsewhere: Path) -> None:
    """The meeting is judged on the first side only."""
    found = outcome(facts, SMALL_PACK, elsewhere)
    alone = next(one for one in found.entries if one.one == "meeting.community")
    assert (alone.other, alone.turned, sum(alone.counts[1].values())) == (None, 0, 0)


def test_before_the_notice_nothing_is_judged(facts: str) -> None:
    """The notice is of 1 January 2018: a day before, it holds for no part of July."""
    found = outcome(facts, SMALL_PACK, SMALL_PACK, on=DAY, and_on=date(2017, 12, 31))
    assert sum(found.counts[0].values()) > 0
    assert (sum(found.counts[1].values()), found.turned) == (0, ())


def test_pack_as_it_stood_holds_over_the_whole_period(facts: str) -> None:
    """Taken on its last day, a value counts on every day of July."""
    found = outcome(facts, SMALL_PACK, SMALL_PACK, on=date(2018, 1, 1), and_on=date(2030, 1, 1))
    assert found.turned == ()
    assert found.counts[0] == found.counts[1]


def test_nothing_is_written(facts: str, elsewhere: Path) -> None:
    """Not a byte of the file changes."""
    path = Path(facts.removeprefix("sqlite:///"))
    before = path.read_bytes()
    outcome(facts, SMALL_PACK, elsewhere)
    assert path.read_bytes() == before


def test_burden_of_both_sides(facts: str, elsewhere: Path) -> None:
    """Two meetings of two hours on the first side; visits have no stated length on either.

    3 households of two officers are 6 visits, 5 are 10 (一#1).
    """
    found = outcome(facts, SMALL_PACK, elsewhere)
    assert found.minutes == (240, 0)
    assert found.untimed == (6, 10)


def test_areas_of_neither() -> None:
    """Two packs of other places are run on the counties of the facts."""
    with open_workspace(packs=SMALL_PACK) as workspace:
        pack = workspace.packs["testtown"]
    assert common_areas(pack, pack, ["150302001", "150303002001"]) == ("150302", "150303")
    assert common_areas(pack, pack, ["150302001", "990001001"]) == ("990001",)


def test_plain_data(facts: str, elsewhere: Path) -> None:
    """Other programs read these keys."""
    plain = outcome(facts, SMALL_PACK, elsewhere).to_json()
    assert list(plain) == [
        "period", "areas", "one_findings", "other_findings", "entries", "turned", "scored",
        "scores", "burden_minutes", "untimed",
    ]  # fmt: skip
