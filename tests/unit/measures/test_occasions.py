from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao.measures import Occasion
from fengqiao.measures.occasions import Occasions, gather
from fengqiao.measures.recorded import Recorded
from fengqiao.measures.subjects import subjects_of
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

JULY = Span(date(2018, 7, 1), date(2018, 7, 31))
COMMUNITY = "990101001001"


def gathered(build: Build, *sessions: dict[str, Any], **more: object) -> tuple[Occasion, ...]:
    """Occasions of the meeting that the one community owes."""
    registers = build.town(**more)
    duty = build.duty(build.duty_phase())
    subjects = subjects_of("community", registers, JULY)
    rows = {"session": [build.table("session", *sessions)]}
    return gather(duty, subjects, JULY, Recorded(rows, registers)).of(COMMUNITY)


def test_occasions_stand_in_order_of_start(build: Build) -> None:
    """Whatever the order in which they were recorded."""
    found = gathered(build, build.session(2, date(2018, 7, 20)), build.session(1, date(2018, 7, 3)))
    assert [one.id for one in found] == ["E1", "E2"]


def test_other_meetings_places_and_days_are_left_out(build: Build) -> None:
    """Only this key, this community, these days."""
    day = date(2018, 7, 3)
    found = gathered(
        build,
        build.session(1, day, key="meeting.station"),
        build.session(2, day, area="990101001002"),
        build.session(3, date(2018, 8, 1)),
        build.session(4, day),
    )
    assert [one.id for one in found] == ["E4"]


def test_occasion_says_what_was_recorded(build: Build) -> None:
    """Length, people, topics, and the roles of who led it on that day; nobody followed it up."""
    posts = [build.post("W1", "grid_lead", until=date(2018, 7, 2))]
    day = date(2018, 7, 3)
    (one,) = gathered(build, build.session(1, day, minutes=90), assignment=posts)
    nine = datetime(2018, 7, 3, 9, tzinfo=build.zone)
    assert one == Occasion(
        id="E1",
        day=day.toordinal(),
        started_at=int(nine.timestamp()),
        minutes=90,
        staff="W1",
        people=10,
        roles=frozenset({"community_officer"}),
        invited=frozenset({"grid_worker", "resident_rep"}),
        covers=frozenset({"prevention", "report_back"}),
        kind="session",
        key="meeting.community",
        names=frozenset({"station", "area", "led_by"}),
    )
    assert one.ended_at == one.started_at + 90 * 60


def lasting(number: int, minute: int, minutes: int) -> Occasion:
    """An occasion that starts so many minutes into the day."""
    return Occasion(
        id=f"E{number}", day=736_878, started_at=60 * minute, minutes=minutes, staff="W1"
    )


@pytest.mark.parametrize(
    ("times", "count"),
    [
        ([], 0),
        ([(540, 240), (540, 240)], 1),  # two officers, or one entered twice
        ([(540, 240), (600, 60)], 1),
        ([(540, 60), (600, 60)], 2),  # the one begins when the other ends
        ([(540, 120), (630, 120), (690, 120)], 2),  # only the middle one overlaps both
        ([(540, 0), (540, 0)], 1),
    ],
)
def test_what_overlaps_counts_once(times: list[tuple[int, int]], count: int) -> None:
    """As many as could have been held one after the other."""
    some = tuple(lasting(number, *one) for number, one in enumerate(times))
    assert Occasions({"R1": some}).count("R1") == count


def test_a_moment_overlaps_nothing_that_begins_a_second_later() -> None:
    """What has no length takes up its own second."""
    first = lasting(1, 540, 0)
    assert not first.overlaps(evolve(first, started_at=first.started_at + 1))
    assert first.overlaps(evolve(first, minutes=5))


def walked(build: Build, number: int, day: int, **fields: object) -> dict[str, Any]:
    """A round by W1 in the one community on a day of July."""
    facts = {"key": "duty.visit_round", "staff": "W1", "area": COMMUNITY, **fields}
    return build.event(f"round{number}", date(2018, 7, day), **facts)


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("community_officer", {"W1": ["E1", "Eround1", "Eround2"]}),
        ("station", {"ST1": ["E1", "Eround1", "Eround2"]}),
        ("community", {COMMUNITY: ["E1", "Eround1", "Eround2"]}),
        # Sessions name no facility; the second round does.
        ("facility", {"F1": ["Eround2"]}),
    ],
)
def test_occasions_are_those_that_name_the_subject(
    build: Build, kind: str, found: dict[str, list[str]]
) -> None:
    """Staff by who led a session or did the work; places by the columns of their own."""
    facility = {"facility": "F1", "kind": "law_park", "area": COMMUNITY, "named": False}
    registers = build.town(facility=[facility], assignment=[build.post("W2")])
    key = "duty.visit_round"
    elsewhere = {"led_by": "W9", "area": "990102001001", "station": "ST9"}
    rows = {
        "session": [
            build.table("session", build.session(1, date(2018, 7, 3), key=key)),
            build.table("session", build.session(2, date(2018, 7, 4), key=key, **elsewhere)),
        ],
        "duty": [
            build.table("duty", walked(build, 1, 5)),
            build.table("duty", walked(build, 2, 6, facility="F1")),
        ],
    }
    duty = build.duty(build.duty_phase(), key=key, done_by=("session", "duty"))
    subjects = subjects_of(kind, registers, JULY)
    given = gather(duty, subjects, JULY, Recorded(rows, registers)).by_subject
    assert {name: [one.id for one in some] for name, some in given.items()} == found


@pytest.mark.parametrize(
    ("op", "topics", "found"),
    [
        ("any_of", {"fraud", "fire_safety"}, ["Eround1", "Eround2"]),
        ("all_of", {"fraud", "fire_safety"}, ["Eround1"]),
        ("none_of", {"fire_safety"}, ["Eround2", "Eround3"]),
    ],
)
def test_only_occasions_on_the_topics_asked_for(
    build: Build, op: str, topics: set[str], found: list[str]
) -> None:
    """What else the entry filters by is not looked at here, whether it stands before or after."""
    kind = ("kind", build.comparison("any_of", frozenset({"hotel"})))
    topic = ("topic", build.comparison(op, frozenset(topics)))
    phase = build.duty_phase(of=(kind, topic, kind))
    duty = build.duty(phase, key="duty.visit_round", done_by=("duty",))
    subjects = subjects_of("community", build.town(), JULY)
    some = [("fraud", "fire_safety"), ("fraud",), ()]
    rows = [walked(build, number, number, topics=about) for number, about in enumerate(some, 1)]
    recorded = Recorded({"duty": [build.table("duty", *rows)]}, build.town())
    given = gather(duty, subjects, JULY, recorded, phase=phase).of(COMMUNITY)
    assert [one.id for one in given] == found


def test_an_officers_meeting_follows_up_the_officers_own(build: Build) -> None:
    """Of what W1's meeting in June agreed W1's in July heard one of two; W2's heard the other."""
    words = frozenset({"report_back"})
    phase = build.duty_phase(build.requirement("report_back", "covers", "all_of", words))
    duty = build.duty(phase, each=("community_officer",))
    registers = build.town(assignment=[build.post("W2")])
    meetings = [
        build.session("June", date(2018, 6, 4)),
        build.session("July", date(2018, 7, 3)),
        build.session("Other", date(2018, 7, 4), led_by="W2"),
    ]
    item = {"session": "EJune", "owner": "W1", "station": "ST1"}
    agreed = {"agreed_on": date(2018, 6, 4), "due_on": date(2018, 6, 30)}
    heard = [("EJuly", 1), ("EOther", 2)]
    rows = {
        "session": [build.table("session", *meetings)],
        "action_item": [
            build.table(
                "action_item",
                *({"id": f"A{n}", "item": f"ITEM-{n:04}", **item, **agreed} for n in (1, 2)),
            )
        ],
        "action_report": [
            build.table(
                "action_report",
                *(
                    {"id": f"R{n}", "item": f"ITEM-{n:04}", "session": session, "station": "ST1",
                     "on": date(2018, 7, 4)}
                    for session, n in heard
                ),
            )
        ],
    }  # fmt: skip
    subjects = subjects_of("community_officer", registers, JULY)
    given = gather(duty, subjects, JULY, Recorded(rows, registers), phase=phase)
    assert [
        (one.id, one.items, one.reported) for name in ("W1", "W2") for one in given.of(name)
    ] == [("EJuly", 2, 1), ("EOther", 0, 0)]
