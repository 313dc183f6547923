"""What national law says on which day, whom it binds, and how sure the pack is of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Area, Finding, MediationCommittee, Station, Workspace
from fengqiao.errors import PackError, RequestError
from fengqiao.model import Body, Total
from fengqiao.packs import trace
from fengqiao.rules import Duty, Norm, NotModelled, Open, Pack, Role, unverified_days

KNOWN_AT = datetime(2026, 8, 1, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
SINCE = date(2018, 1, 1)
COMMUNITY = "150302001002"
BUREAU, COMMITTEE = ("bureau", "B1"), ("mediation_committee", "M1")
PLACE = """\
format = 1
[pack]
id = "place"
version = "1.0.0"
zh = "某地"
parent = "cn"
areas = ["150303"]
[[source]]
id = "own"
zh = "某地的通知"
issued = 2018-06-25
[[clause]]
ref = "一"
"""


@pytest.fixture(scope="module")
def cn() -> Pack:
    """The national pack, as a workspace reads it."""
    with fengqiao.open_workspace("memory:", packs=["wuhai"]) as opened:
        return opened.packs["cn"]


@pytest.fixture
def ws() -> Iterator[Workspace]:
    """A bureau, a station, a community and a committee of Wuhai."""
    with fengqiao.open_workspace("memory:", packs=["wuhai"]) as opened:
        for fact in (
            Area(area=COMMUNITY, name="和平社区", households=1000, since=SINCE),
            Station(station="ST1", name="滨河派出所", area=COMMUNITY, since=SINCE),
            Body(body="B1", kind="bureau", area=COMMUNITY, since=SINCE),
            MediationCommittee(committee="M1", area=COMMUNITY, members=5, since=SINCE),
        ):
            opened.record([fact], known_at=KNOWN_AT)
        yield opened


def report(ws: Workspace, key: str, whose: tuple[str, str], on: date, *share: int) -> None:
    """The host reports a share, and that it has done so completely since 2018."""
    (kind, subject), (done, of) = whose, share
    fact = Total(id=key, key=key, subject_kind=kind, subject=subject, on=on, done=done, total=of)
    ws.record([fact], known_at=KNOWN_AT)
    ws.declare({key: SINCE}, known_at=KNOWN_AT)


def only(ws: Workspace, period: str, entry: str) -> Finding:
    """The one finding of an entry."""
    (found,) = ws.check(period, entry=entry)
    return found


@pytest.mark.parametrize(
    ("on", "clause"),
    [
        # Public Order Punishment Law of 2012 art. 99, until 2025-12-31; of 2025 art. 118.
        (date(2025, 12, 31), ("public_order2012", ["99"])),
        (date(2026, 1, 1), ("public_order2025", ["118"])),
    ],
)
def test_a_case_goes_by_the_law_of_the_day(
    ws: Workspace, on: date, clause: tuple[str, list[str]]
) -> None:
    """19 of 20 cases in time is one short under either law; the receipt names the one in force."""
    report(ws, "cases.in_time_share", BUREAU, on, 19, 20)
    found = only(ws, on.isoformat(), "cases.in_time_share")
    assert (found.result, found.severity) == ("not_met", "breach")
    assert (found.receipt["source"], found.receipt["clause"]) == clause


def test_a_span_over_both_laws_is_judged_by_neither(ws: Workspace) -> None:
    """The week from 2025-12-29 to 2026-01-04 has days of both."""
    report(ws, "cases.in_time_share", BUREAU, date(2026, 1, 1), 19, 20)
    assert only(ws, "2026-W01", "cases.in_time_share").reason == "part_of_period"


@pytest.mark.parametrize(
    ("on", "verified"), [(date(2025, 12, 31), True), (date(2026, 1, 1), False)]
)
def test_police_procedure_is_not_confirmed_from_2026(
    ws: Workspace, on: date, *, verified: bool
) -> None:
    """Whether the rules were issued anew is not known, and the receipt says so."""
    report(ws, "mediation.second_in_time_share", BUREAU, on, 1, 1)
    found = only(ws, on.isoformat(), "mediation.second_in_time_share")
    assert (found.result, found.receipt["verified"]) == ("met", verified)


def test_explanation_says_that_the_value_is_not_confirmed(ws: Workspace) -> None:
    """In words, as the receipt does with a flag."""
    report(ws, "mediation.second_in_time_share", BUREAU, date(2026, 6, 1), 1, 1)
    found = only(ws, "2026-06", "mediation.second_in_time_share")
    assert "Not verified" in ws.explain(found.id, lang="en")


def test_two_texts_that_collide_are_left_open(ws: Workspace) -> None:
    """After failed mediation the law counts from filing, the rules from the failure."""
    key = "cases.after_mediation_in_time_share"
    report(ws, key, BUREAU, date(2026, 6, 1), 1, 1)
    found = only(ws, "2026-06", key)
    assert (found.result, found.reason) == ("not_checkable", "not_configured")
    text = ws.explain(found.id, lang="zh")
    assert ("立案" in text, "调解不成" in text) == (True, True)


def test_a_share_is_only_short_in_principle_where_the_law_says_as_a_rule(ws: Workspace) -> None:
    """Rules on people's mediation art. 33: a month as a rule."""
    report(ws, "mediation.settled_in_time_share", COMMITTEE, SINCE, 9, 10)
    found = only(ws, "2018-01", "mediation.settled_in_time_share")
    assert (found.result, found.severity) == ("not_met", "notice")


def test_what_auxiliaries_may_not_do_gives_no_findings(ws: Workspace) -> None:
    """No register knows it, and an empty answer would look like no breach."""
    with pytest.raises(RequestError) as raised:
        ws.check("2026-06", entry="auxiliary_officer")
    assert raised.value.code == "request.no_entry"


def test_what_auxiliaries_may_not_do_is_listed(cn: Pack) -> None:
    """Police procedure art. 52(2) is confirmed, the rest is from memory."""
    roles = {one.id: one for one in cn.entries if isinstance(one, Role)}
    assert {name: (role.may_not, role.verified) for name, role in roles.items()} == {
        "auxiliary_officer": (("mediate_alone",), True),
        "auxiliary_officer.assist_only": (
            ("evidence", "decision", "case_review", "secret_work"),
            False,
        ),
    }


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[str], Workspace]:
    """Opens a workspace of a place that says something of its own."""

    def open_place(norm: str) -> Workspace:
        data = tmp_path / "place" / "data"
        data.mkdir(parents=True)
        text = f'{PLACE}\n[[norm]]\nclause = "一"\n{norm}\n'
        (data / "rules.toml").write_text(text, encoding="utf-8")
        return fengqiao.open_workspace("memory:", packs=[tmp_path / "place"])

    return open_place


MEMBERS = 'key = "mediation.committee_members"\neach = "mediation_committee"\n'


def test_a_place_may_ask_for_more(opened: Callable[[str], Workspace]) -> None:
    """5 to 9 members lies within 3 to 9."""
    with opened(MEMBERS + "between = [5, 9]") as ws:
        assert set(ws.packs) == {"place", "cn"}


def test_a_place_may_not_ask_for_less(opened: Callable[[str], Workspace]) -> None:
    """People's Mediation Law art. 8(2): not fewer than 3."""
    with pytest.raises(PackError) as raised:
        opened(MEMBERS + "between = [2, 9]")
    assert [fault.code for fault in raised.value.faults] == ["pack.parent_tighten"]


def test_a_place_may_restate_a_share_that_the_law_has_reported(
    opened: Callable[[str], Workspace],
) -> None:
    """It declares the measure again, for its own stations too."""
    each = 'key = "cases.in_time_share"\neach = ["bureau", "station"]\n'
    norm = f'id = "cases.in_time_share"\n{each}at_least = "100%"\n'
    measure = f'[[measure]]\nid = "own"\n{each}kind = "share"\nabout = "case"\n'
    own = f'{norm}\n{measure}done = "按期"\ntotal = "办结"\n'
    with opened(own) as ws:
        assert ws.catalogue.key("cases.in_time_share").each == ("bureau", "station")


def test_a_place_may_fix_what_the_law_leaves_open(opened: Callable[[str], Workspace]) -> None:
    """Time limits of the hotline are local."""
    own = 'key = "requests.answered_share"\neach = "bureau"\nat_least = "95%"\n'
    with opened(own) as ws:
        assert "requests.answered_share" in {one.id for one in ws.packs["place"].entries}


def _outcomes(pack: Pack, entry: str) -> Counter[str]:
    rows = [str(row["expect"]) for case in pack.cases if case.of == entry for row in case.rows]
    words = [word for case in pack.cases if case.of == entry for _, word in case.expect]
    return Counter((*rows, *words))


def test_every_norm_and_duty_has_the_three_cases(cn: Pack) -> None:
    """One that is met, one that is not, one that can't be checked."""
    judged = [one.id for one in cn.entries if isinstance(one, (Norm, Duty))]
    kinds = {"met": {"met"}, "not_met": {"breach", "notice", "info"}, "unsure": {"no_data", "open"}}
    lacking = [
        (entry, kind)
        for entry, (kind, words) in product(judged, kinds.items())
        if not words & set(_outcomes(cn, entry))
    ]
    assert lacking == []


def _days(norm: Norm) -> set[date]:
    """The days on which a value begins."""
    return {phase.effective_from for phase in norm.phases}


def test_every_norm_has_a_case_on_each_day_that_a_value_begins(cn: Pack) -> None:
    """And on the day before; a norm per year has its years."""
    lacking = []
    for norm in (one for one in cn.entries if isinstance(one, Norm) and one.per is None):
        rows = [(case, row) for case in cn.cases if case.of == norm.id for row in case.rows]
        asked = {row.get("on", case.on) for case, row in rows}
        days = {
            date.fromordinal(day.toordinal() - before) for day in _days(norm) for before in (0, 1)
        }
        lacking += [(norm.id, day) for day in sorted(days - asked)]
    assert lacking == []


def test_every_clause_has_a_place(cn: Pack) -> None:
    """Each article of the skeleton, and each part of it."""
    assert [one.clause.ref for one in trace(cn) for part in one.parts if not part.accounts] == []


def test_an_open_limit_has_both_readings(cn: Pack) -> None:
    """In both languages, so that a host knows between what it chooses."""
    found = [
        one
        for one in cn.entries
        if isinstance(one, Norm) and any(isinstance(p.comparison.limit, Open) for p in one.phases)
    ]
    assert found
    assert [
        one.id
        for one in found
        if not all((one.reading.zh, one.reading.en, one.other.zh, one.other.en))
    ] == []


def test_nothing_about_persons_is_carried(cn: Pack) -> None:
    """Secrecy, sealed records and who petitions again stand as declined."""
    declined = {
        (cite.source, cite.ref)
        for one in cn.entries
        if isinstance(one, NotModelled) and one.why.startswith("declined_")
        for cite in one.cites
    }
    assert {
        ("public_order2025", "94"),
        ("public_order2025", "136"),
        ("public_order2025", "138"),
        ("petitions2022", "36(3)"),
    } <= declined


def test_what_is_from_memory_is_marked(cn: Pack) -> None:
    """Five minutes to a call, two officers in five, what auxiliaries may not do."""
    marked = {one.id for one in cn.entries if unverified_days(one)}
    assert {
        "calls.arrived_in_time_share",
        "staffing.community_officer_share",
        "auxiliary_officer.assist_only",
    } <= marked


def test_law_speaks_of_2018_to_committees_and_bureaus_alone(ws: Workspace) -> None:
    """Stations and communities of that year are left to their place, but for the households."""
    found = {
        (one.subject_kind, one.entry)
        for one in ws.check("2018-07")
        if one.receipt["pack"] == "cn" and one.subject_kind in ("station", "community")
    }
    assert found == {("community", "community.households")}
