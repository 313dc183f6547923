"""What a parent's `places_may` lets its places say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fengqiao.errors import PackError, render
from fengqiao.packs import read_pack, set_up
from fengqiao.packs.parents import silenced_practice
from fengqiao.rules import Pack

from .conftest import HEAD

WEAKER = "pack.parent_tighten"
Make = Callable[..., Pack]
NORM = (
    '[[norm]]\nkey = "{key}"\neach = "{each}"\n{per}{limit}\nclause = "一"\nplaces_may = "{may}"\n'
)
DUTY = (
    '[[duty]]\nkey = "meeting.community"\nwho = "community_officer"\neach = "community"\n'
    'every = "{every}"\nclause = "一"\nplaces_may = "{may}"\n{stated}\n'
)


@pytest.fixture
def land(tmp_path: Path) -> Callable[[str], Pack]:
    """Reads the parent's pack."""

    def make(text: str) -> Pack:
        head = HEAD.replace('id = "town"', 'id = "land"').replace('areas = ["990001"]\n', "")
        return _read(tmp_path / "land", head + text)

    return make


@pytest.fixture
def town(tmp_path: Path) -> Callable[[str], Pack]:
    """Reads the place's pack."""

    def make(text: str) -> Pack:
        head = HEAD.replace('version = "1"', 'version = "1"\nparent = "land"')
        return _read(tmp_path / "town", head + text)

    return make


def _read(folder: Path, text: str) -> Pack:
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "pack.toml").write_text(text, encoding="utf-8")
    return read_pack(folder)


def visits(limit: str, may: str = "replace", **other: str) -> str:
    """A norm of visits, of which more is stricter."""
    facts = {"key": "visits.households", "each": "community_officer", "per": 'per = "month"\n'}
    return NORM.format(**{**facts, **other}, limit=limit, may=may)


def tightened(*packs: Pack) -> str:
    """`strict` where these packs open, else the fault's code."""
    return ", ".join(codes(*packs)) or "strict"


def codes(*packs: Pack) -> list[str]:
    """Codes of what opening these packs finds wrong."""
    try:
        set_up(packs)
    except PackError as error:
        return [fault.code for fault in error.faults]
    return []


def test_a_place_may_not_change_what_is_closed(land: Make, town: Make) -> None:
    """`nothing` lets no place say anything else, stricter or not."""
    found = codes(town(visits("at_least = 90")), land(visits("at_least = 80", "nothing")))
    assert found == ["pack.parent_forbids"]


def test_a_place_may_replace_unless_it_is_said_otherwise(land: Make, town: Make) -> None:
    """Without `places_may` a place says what it likes."""
    assert codes(town(visits("at_least = 1")), land(visits("at_least = 80"))) == []


def test_an_entry_of_its_own_is_free(land: Make, town: Make) -> None:
    """What a place adds under another id is not its parent's concern."""
    norm = visits("at_least = 1").replace("[[norm]]", '[[norm]]\nid = "own"')
    assert codes(town(norm), land(visits("at_least = 80", "nothing"))) == []


@pytest.mark.parametrize(
    ("above", "own", "found"),
    [
        ("at_least = 80", "at_least = 80", "strict"),
        ("at_least = 80", "at_least = 81", "strict"),
        ("at_least = 80", "at_least = 79", WEAKER),
        ("at_least = 80", "more_than = 80", "strict"),
        ("more_than = 80", "at_least = 80", WEAKER),
        ("at_least = 80", "at_most = 90", WEAKER),
        ("at_most = 80", "at_most = 79", "strict"),
        ("at_most = 80", "at_most = 81", WEAKER),
        ("equal = 80", "equal = 81", "strict"),
        ("equal = 80", "equal = 79", WEAKER),
        ("between = [10, 20]", "between = [12, 30]", "strict"),
        ("between = [10, 20]", "between = [9, 30]", WEAKER),
        ("at_least = 80", "about = 90", WEAKER),
        ('at_least = "open"', "at_least = 1", "strict"),
        ("at_least = 80", 'at_least = "open"', "strict"),
    ],
)
def test_a_tightened_limit_asks_for_as_much_or_more(
    land: Make, town: Make, above: str, own: str, found: str
) -> None:
    """More visits are stricter: upwards by the key, `at_most` downwards by itself."""
    assert tightened(town(visits(own)), land(visits(above, "tighten"))) == found


@pytest.mark.parametrize(
    ("own", "found"),
    [("between = [6, 8]", "strict"), ("between = [5, 9]", "strict"), ("between = [5, 10]", WEAKER)],
)
def test_a_key_without_direction_is_tightened_from_both_ends(
    land: Make, town: Make, own: str, found: str
) -> None:
    """Neither more nor fewer members is stricter, so both ends count."""
    facts = {"key": "mediation.committee_members", "each": "mediation_committee", "per": ""}
    above = land(visits("between = [5, 9]", "tighten", **facts))
    assert tightened(town(visits(own, **facts)), above) == found


@pytest.mark.parametrize(
    "own",
    [
        visits("at_least = 90", per='per = "year"\n'),
        visits("at_least = 90", each="station"),
        visits("at_least = 90") + "where.full_time = true\n",
        visits("at_least = 90") + 'force = "aim"\n',
    ],
)
def test_a_tightened_limit_is_of_the_same_subjects_and_period(
    land: Make, town: Make, own: str
) -> None:
    """More of fewer, over a longer time or less firmly is not stricter."""
    found = codes(town(own), land(visits("at_least = 80", "tighten")))
    assert found == ["pack.parent_tighten"]


@pytest.mark.parametrize("may", ["nothing", "tighten"])
@pytest.mark.parametrize(
    "own",
    [
        visits("at_least = 1") + "until = 2018-12-31\n",
        visits("at_least = 1") + 'force = "practice"\n',
    ],
)
def test_what_never_replaces_the_parent_is_free(land: Make, town: Make, own: str, may: str) -> None:
    """What ended before the parent began, and mere practice, stand in nobody's way."""
    above = visits("at_least = 80", may) + "from = 2019-01-01\n"
    assert codes(town(own), land(above)) == []


@pytest.mark.parametrize(
    ("every", "stated", "found"),
    [
        ("month", 'lasts.at_least = "2 hours"', "strict"),
        ("month", 'lasts.at_least = "150 minutes"', "strict"),
        ("month", 'lasts.at_least = "119 minutes"', WEAKER),
        ("month", 'lasts.at_least = "1 hours"', WEAKER),
        ("month", "", WEAKER),
        ("year", 'lasts.at_least = "2 hours"', WEAKER),
        ("month", 'lasts.at_least = "3 hours"\npeople.at_least = 10', "strict"),
    ],
)
def test_a_tightened_duty_states_every_requirement_again(
    land: Make, town: Make, every: str, stated: str, found: str
) -> None:
    """A place may add to a duty and take nothing away; times are compared in one unit."""
    above = DUTY.format(every="month", may="tighten", stated='lasts.at_least = "2 hours"')
    own = DUTY.format(every=every, may="replace", stated=stated)
    assert tightened(town(own), land(above)) == found


def test_the_fault_names_place_and_clause(land: Make, town: Make) -> None:
    """It stands in the place's file, and names the clause that it breaks."""
    with pytest.raises(PackError) as caught:
        set_up([town(visits("at_least = 79")), land(visits("at_least = 80", "tighten"))])
    assert str(caught.value.faults[0].place) == "town/data/pack.toml:18"
    for lang in ("en", "zh"):
        assert "order:一" in render(caught.value, "en" if lang == "en" else "zh")


def test_practice_under_a_parents_id_is_noted(land: Make, town: Make) -> None:
    """It is never judged, because practice doesn't replace what the parent asks for."""
    above = land(visits("at_least = 80"))
    own = town(visits('at_least = 90\nforce = "practice"'))
    noted = silenced_practice(own, {"land": above, "town": own})
    assert [one.code for one in noted] == ["pack.practice_silent"]


@pytest.mark.parametrize(
    ("own", "above"),
    [
        pytest.param('force = "practice"', 'force = "practice"', id="the parent's is practice too"),
        pytest.param('force = "aim"', "", id="an aim replaces it"),
        pytest.param(
            'force = "practice"\nuntil = 2019-12-31', "from = 2020-01-01", id="other days"
        ),
    ],
)
def test_what_does_speak_is_not_noted(land: Make, town: Make, own: str, above: str) -> None:
    """A note stands only where an entry would be passed over."""
    theirs = land(visits(f"at_least = 80\n{above}"))
    ours = town(visits(f"at_least = 90\n{own}"))
    assert list(silenced_practice(ours, {"land": theirs, "town": ours})) == []
