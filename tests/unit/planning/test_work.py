from __future__ import annotations

import json
import pickle
from datetime import date
from typing import TYPE_CHECKING

from fengqiao.planning import DueWork

if TYPE_CHECKING:
    from tests.unit.conftest import Build

VISITS = "town:visits.households@community_officer/W1:2018-07"


def work(build: Build) -> DueWork:
    """A quota that is open, a meeting that was held, and an officer who came in July."""
    rules = build.rules(build.pack(build.norm(), build.duty(build.duty_phase())))
    registers = build.town(
        recording=build.declared("visit", "meeting.community"),
        assignment=[build.post("W2", since=date(2018, 7, 10))],
    )
    return build.due(rules, registers, session=[build.session(1, date(2018, 7, 3))])


def test_counts_tell_done_open_and_unsure_apart(build: Build) -> None:
    """Of the three items one each."""
    assert work(build).counts() == {"items": 3, "open": 1, "done": 1, "not_checkable": 1}


def test_length_is_the_number_of_items(build: Build) -> None:
    """Without making them."""
    found = work(build)
    assert len(found) == len(list(found)) == 3


def test_open_leaves_out_what_is_done(build: Build) -> None:
    """And what has no number."""
    assert [item.id for item in work(build).open()] == [VISITS]


def test_only_keeps_what_passes(build: Build) -> None:
    """A filter of a filter keeps what passes both."""
    found = work(build).only(lambda block, _: block.kind == "visit")
    assert [item.staff for item in found.only(lambda block, i: block.ids[i] == "W2")] == ["W2"]


def test_find_by_id(build: Build) -> None:
    """An id that nothing has gives nothing."""
    found = work(build)
    item = found.find(VISITS)
    assert (item.open if item else None, found.find("town:x@station/ST1:2018")) == (80, None)


def test_able_names_the_staff(build: Build) -> None:
    """The meeting of the community is for its officer."""
    (meeting,) = [item for item in work(build) if item.kind == "meeting"]
    assert work(build).able(meeting) == ("W1", "W2")


def test_an_event_that_fulfils_nothing(build: Build) -> None:
    """Has no items."""
    assert work(build).fulfilled("E9") == ()


def test_json_has_every_item_and_the_counts(build: Build) -> None:
    """In the shape that is promised."""
    found = work(build)
    plain = found.to_json()
    assert (list(plain), plain["format"], plain["period"], plain["on"]) == (
        ["format", "period", "on", "items", "counts"],
        1,
        "2018-07",
        "2018-07-31",
    )
    assert [json.loads(line) for line in found.jsonl()] == plain["items"]


def test_an_item_as_json(build: Build) -> None:
    """Every field, days as text."""
    item = work(build).find(VISITS)
    assert item is not None
    assert item.to_json() == {
        "id": VISITS,
        "pack": "town",
        "entry": "visits.households",
        "kind": "visit",
        "subject": {"kind": "community_officer", "id": "W1"},
        "station": "ST1",
        "area": "990101001",
        "period": "2018-07",
        "window": {"from": "2018-07-01", "until": "2018-07-31", "reason": None, "days": None},
        "due": 80,
        "done": 0,
        "open": 80,
        "minutes": None,
        "minutes_from": None,
        "who": ["community_officer"],
        "staff": "W1",
        "fulfilled_by": [],
        "force": "must",
        "clause": ["一"],
        "severity": "breach",
        "reason": None,
        "in_community": True,
        "unknown": None,
    }


def test_repr_counts_and_names_nobody(build: Build) -> None:
    """A log that shows it shows numbers only."""
    assert repr(work(build)) == ("DueWork({'items': 3, 'open': 1, 'done': 1, 'not_checkable': 1})")


def test_it_pickles(build: Build) -> None:
    """A worker process may hand it over."""
    found = work(build)
    assert list(pickle.loads(pickle.dumps(found))) == list(found)  # noqa: S301  our own bytes
