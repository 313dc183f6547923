"""Totals that the host reports, under keys of the core and under a pack's own."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

import pytest

from fengqiao.measures import Ask, Column, core_indicators
from fengqiao.measures.indicators_reported import reported
from fengqiao.measures.subjects import Subjects
from fengqiao.model.registry import Registers
from fengqiao.rules import Words
from fengqiao.rules.catalogue import measure_key
from fengqiao.rules.catalogue_core import REPORTED_KEYS
from fengqiao.store.memory import MemoryStore
from fengqiao.timing import Span

from .conftest import ColumnOf

if TYPE_CHECKING:
    from tests.unit.conftest import Build

SUBJECTS = {
    "auxiliary_officer": "W2",
    "community_officer": "W1",
    "station": "ST1",
    "community": "990101001001",
    "village": "990101001201",
    "bureau": "B1",
    "department": "D1",
    "village_committee": "VC1",
    "town": "990101001",
    "county": "990101",
    "police_post": "PP1",
    "police_room": "R1",
    "facility": "F1",
    "mediation_committee": "M1",
}
STOCKS = {
    "visits.cadres_met_share",
    "service.one_go_share",
    "service.online_share",
    "assignments.reviewed_share",
    "service.trips_per_matter",
    "service.certificates_per_matter",
    "service.windows_per_matter",
    "service.notices_per_matter",
}
CASES = [(key.name, each) for key in REPORTED_KEYS if key.value == "share" for each in key.each]


def total(key: str, kind: str, subject: str, day: date, *, done: int, of: int) -> dict[str, Any]:
    """A total that the host reports."""
    facts = {"id": f"{key}-{day}-{subject}", "key": key, "subject_kind": kind, "subject": subject}
    return {**facts, "on": day, "done": done, "total": of}


@pytest.fixture
def town(build: Build) -> Registers:
    """A bureau, a village and a mediation committee beside what every town has."""
    return build.town(
        assignment=[build.post("W2", "auxiliary_officer")],
        police_post=[{"post": "PP1", "station": "ST1", "area": "990101001001"}],
        area=[
            {"area": "990100", "name": "city"},
            {"area": SUBJECTS["county"], "name": "county"},
            {"area": SUBJECTS["town"], "name": "town"},
            {"area": SUBJECTS["village"], "name": "V1"},
        ],
        body=[
            {"body": "B1", "kind": "bureau", "area": "990100"},
            {"body": "D1", "kind": "department", "area": "990100"},
            {"body": "VC1", "kind": "village_committee", "area": SUBJECTS["village"]},
        ],
        facility=[
            {"facility": "F1", "kind": "service_point", "area": SUBJECTS["town"], "named": False}
        ],
        mediation_committee=[{"committee": "M1", "area": SUBJECTS["village"], "members": 5}],
    )


@pytest.mark.parametrize(("key", "each"), CASES)
def test_share_of_what_the_host_reports(
    column_of: ColumnOf, town: Registers, key: str, each: str
) -> None:
    """A flow is added up over the period, of a stock the latest report counts; no other's does."""
    subject = SUBJECTS[each]
    totals = [
        total(key, each, subject, date(2018, 7, 3), done=3, of=4),
        total(key, each, subject, date(2018, 7, 31), done=2, of=2),
        total(key, each, subject, date(2018, 8, 1), done=9, of=9),
        total(key, each, "other", date(2018, 7, 3), done=9, of=9),
    ]
    expected = Column([2], [2]) if key in STOCKS else Column([5], [6])
    assert column_of(key, each, town, total=totals) == expected


def test_the_latest_report_counts_where_it_says_nothing_is_left(
    column_of: ColumnOf, town: Registers
) -> None:
    """None of twenty on the last day: that is how things stand, not as they stood before."""
    totals = [
        total("service.online_share", "station", "ST1", date(2018, 7, day), done=done, of=20)
        for day, done in ((31, 0), (10, 18))
    ]
    assert column_of("service.online_share", "station", town, total=totals) == Column([0], [20])


def test_other_totals_of_the_same_station_do_not_count(
    column_of: ColumnOf, town: Registers
) -> None:
    """Eighteen of twenty services on the 10th; what was reported later is something else."""
    later = date(2018, 7, 20)
    totals = [
        total("service.online_share", "station", "ST1", date(2018, 7, 10), done=18, of=20),
        total("disputes.settled_share", "station", "ST1", later, done=1, of=2),
        total("service.online_share", "bureau", "B1", later, done=3, of=4),
    ]
    assert column_of("service.online_share", "station", town, total=totals) == Column([18], [20])


@pytest.mark.parametrize("key", [key.name for key in REPORTED_KEYS])
def test_only_stocks_were_raised_in_revision(key: str) -> None:
    """A receipt tells a share that was added up from one that was read off the latest report."""
    assert core_indicators()[key].revision == (2 if key in STOCKS else 1)


@pytest.mark.parametrize("key", [key.name for key in REPORTED_KEYS])
def test_what_is_reported_must_be_declared(key: str) -> None:
    """Where the host does not say that it reports, nothing is not zero."""
    assert core_indicators()[key].recorded_as == key


@pytest.mark.parametrize("name", sorted(core_indicators()))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_indicator_states_what_it_counts(name: str, lang: str) -> None:
    """Numerator and exclusions, and a denominator where the key is a share, in each language."""
    one = core_indicators()[name]
    texts = [one.numerator, one.exclusions]
    if one.key.value == "share":
        assert one.denominator is not None
        texts.append(one.denominator)
    own = [text.zh if lang == "zh" else text.en for text in texts]
    assert all(own)


@pytest.mark.parametrize(
    ("kind", "unit", "value", "judged"),
    [
        ("share", "share", "share", "asked"),
        ("rating", "points", "share", "asked"),
        ("count", "count", "count", "period"),
        ("amount", "amount", "count", "period"),
        ("flag", "flag", "count", "asked"),
    ],
)
def test_key_of_a_packs_own_measure(kind: str, unit: str, value: str, judged: str) -> None:
    """Shares and ratings are pairs; flags are a state, the rest are counts over a period."""
    key = measure_key("a.b", names=Words(), kind=kind, unit=None, each=("station",))
    assert (key.unit, key.value, key.judged) == (unit, value, judged)


def test_a_count_may_name_its_unit() -> None:
    """Lessons are lessons."""
    key = measure_key("a.b", names=Words(), kind="count", unit="lessons", each=("station",))
    assert key.unit == "lessons"


@pytest.mark.parametrize(
    ("kind", "said", "reports"),
    [
        ("count", None, "flow"),
        ("share", None, "flow"),
        ("flag", None, "stock"),
        ("count", "stock", "stock"),
    ],
)
def test_reports_of_a_packs_own_measure(
    kind: str, said: Literal["flow", "stock"] | None, reports: str
) -> None:
    """They add up unless the pack says otherwise; a flag is how things stand."""
    key = measure_key("a.b", names=Words(), kind=kind, unit=None, each=("station",), reports=said)
    assert key.reports == reports


def test_a_count_of_a_stock_is_the_latest(build: Build, town: Registers) -> None:
    """Three months of the same five open cases are five, not fifteen."""
    key = measure_key(
        "a.b", names=Words(), kind="count", unit=None, each=("station",), reports="stock"
    )
    indicator = reported(key, done=Words(zh="未结", en="open"))
    store = MemoryStore(build.zone)
    months = [date(2018, 7, 31), date(2018, 8, 31), date(2018, 9, 30)]
    rows = [total("a.b", "station", "ST1", day, done=5, of=5) for day in months]
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    store.append("total", columns, known_at=datetime(2030, 1, 1, tzinfo=build.zone))
    subjects = Subjects("station", ("ST1",), ("990101001",), ("ST1",), (0,))
    ask = Ask(subjects=subjects, span=Span(months[0], months[-1]), registers=town)
    assert indicator.column(ask, store.tally(indicator.tallies(ask))) == Column([5])


def test_how_things_stand_is_not_zero_where_nothing_was_reported(
    build: Build, town: Registers
) -> None:
    """Two machines in June are not none in July: of July nothing is known."""
    key = measure_key(
        "a.b", names=Words(), kind="count", unit=None, each=("station",), reports="stock"
    )
    indicator = reported(key, done=Words(zh="台", en="machines"))
    store = MemoryStore(build.zone)
    row = total("a.b", "station", "ST1", date(2018, 6, 30), done=2, of=2)
    columns = {name: [cell] for name, cell in row.items()}
    store.append("total", columns, known_at=datetime(2030, 1, 1, tzinfo=build.zone))
    subjects = Subjects("station", ("ST1",), ("990101001",), ("ST1",), (0,))
    july = Span(date(2018, 7, 1), date(2018, 7, 31))
    ask = Ask(subjects=subjects, span=july, registers=town)
    assert indicator.column(ask, store.tally(indicator.tallies(ask))).unknown == frozenset({0})


def test_a_rating_is_points_over_respondents(column_of: ColumnOf, town: Registers) -> None:
    """Nine answers of 40 points together: the mean is shown as it is, above 1."""
    totals = [
        total("survey.rating", "station", "ST1", date(2018, 7, day), done=done, of=of)
        for day, done, of in ((3, 22, 5), (9, 18, 4))
    ]
    assert column_of("survey.rating", "station", town, total=totals) == Column([40], [9])


@pytest.mark.parametrize(("kind", "withheld"), [("share", False), ("rating", True)])
def test_small_ratings_are_withheld(kind: str, *, withheld: bool) -> None:
    """Few answers could point at somebody; few talks could not."""
    key = measure_key("a.b", names=Words(), kind=kind, unit=None, each=("station",))
    assert reported(key, done=Words(), total=Words()).is_survey is withheld
