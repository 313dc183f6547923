"""Which single events an indicator counted, and all that it is told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from fengqiao import measures
from fengqiao.measures import Ask, Column, Indicator, Request, Tally, Values
from fengqiao.rules import (
    Cite,
    Counting,
    Guard,
    Key,
    Norm,
    Origin,
    Procedure,
    Words,
)
from fengqiao.timing import CN_CALENDAR, CountingRule, Span
from fengqiao.timing.provisional import ProvisionalCalendar

if TYPE_CHECKING:
    from tests.unit.conftest import Build

COMMUNITY = "990101001001"
FACTS: dict[str, Any] = {
    "pack": "town",
    "cites": (Cite("order", "一"),),
    "origin": Origin(file="test.toml", line=1),
    "effective_from": date(2018, 1, 1),
    "force": "must",
}


def only(build: Build, **words: str) -> tuple[Any, ...]:
    """Filters: only what is of these words counts."""
    return tuple(
        (name, build.comparison("any_of", frozenset({word}))) for name, word in words.items()
    )


def inspection_norm(build: Build, **phase: object) -> Norm:
    """A norm on premises inspected in a month."""
    return build.norm(build.norm_phase(**phase), key="inspection.premises")


def inspected(build: Build, number: int, day: date, **changes: object) -> dict[str, Any]:
    """An inspection of premises of this number by the one officer."""
    facts = {"staff": "W1", "premises": f"PREM{number:04}", "topics": ("fire",)}
    return build.event(f"{number}-{day:%m%d}", day, **{**facts, **changes})


def test_events_that_count_are_named_in_order_of_days(build: Build) -> None:
    """First and last day included; not those of other days, topics, kinds of premises or staff."""
    place = {"area": COMMUNITY, "station": "ST1"}
    registers = build.town(
        premises=[
            {"premises": "PREM0001", "kind": "hotel", **place},
            {"premises": "PREM0002", "kind": "school", **place},
        ]
    )
    of = only(build, topic="fire", kind="hotel")
    rules = build.rules(build.pack(inspection_norm(build, of=of)))
    (task,) = build.tasks(rules, registers, build.request())
    days = {day: date(2018, 7, day) for day in (1, 10, 31)}
    tables = [
        build.table(
            "inspection",
            inspected(build, 1, date(2018, 6, 30)),
            inspected(build, 1, days[1]),
            inspected(build, 2, days[10]),
            inspected(build, 1, days[10], topics=("food",)),
        ),
        build.table(
            "inspection",
            inspected(build, 1, days[31]),
            inspected(build, 1, days[31], id="X", staff="W2"),
            inspected(build, 1, date(2018, 8, 1)),
        ),
    ]
    named = measures.name_events(task, {"inspection": tables}, registers)
    assert named == {"W1": ("E1-0701", "E1-0731")}
    assert measures.name_events(task, {}, registers) == {}


def test_what_is_counted_unread_names_nothing(build: Build) -> None:
    """Visits are counted by the store and never read one by one."""
    rows = {"visit": [build.table("visit", build.visit(1, date(2018, 7, 3)))]}
    (task,) = build.tasks(build.rules(build.pack(build.norm())), build.town(), build.request())
    assert measures.name_events(task, rows, build.town()) == {}


def test_nothing_is_asked_before_the_period_has_begun(build: Build) -> None:
    """Neither counts nor names, whatever was recorded."""
    request = build.request(on=date(2018, 6, 30))
    tasks = build.tasks(build.rules(build.pack(inspection_norm(build))), build.town(), request)
    rows = {"inspection": [build.table("inspection", inspected(build, 1, date(2018, 7, 3)))]}
    assert measures.name_events(tasks[0], rows, build.town()) == {}
    assert measures.wanted(tasks, build.town()) == ()


def test_nothing_is_asked_of_what_can_not_be_judged(build: Build) -> None:
    """Of a value that holds from mid-July, July's inspections are neither counted nor read."""
    norm = inspection_norm(build, effective_from=date(2018, 7, 16))
    tasks = build.tasks(build.rules(build.pack(norm)), build.town(), build.request())
    rows = {"inspection": [build.table("inspection", inspected(build, 1, date(2018, 7, 30)))]}
    assert [task.reason for task in tasks] == ["part_of_period"]
    assert measures.name_events(tasks[0], rows, build.town()) == {}
    assert (measures.wanted(tasks, build.town()), measures.wanted_events(tasks)) == ((), {})
    assert build.answer(tasks, build.town()) == (Values(task=tasks[0]),)


def test_events_are_wanted_of_what_can_be_judged(build: Build) -> None:
    """Duties, norms that name nothing, and periods that have not begun are passed over."""
    norms = (build.duty(build.duty_phase()), build.norm(), inspection_norm(build))
    request = build.request("2018-Q3", on=date(2018, 7, 20))
    tasks = build.tasks(build.rules(build.pack(*norms)), build.town(), request)
    assert measures.wanted_events(tasks) == {
        "inspection": Span(date(2018, 7, 1), date(2018, 7, 20))
    }


def test_an_indicator_is_told_all_that_an_entry_says(build: Build) -> None:
    """Filters, denominator, exceptions, the limit with its unit, calendar and rule of counting."""
    asked: list[Ask] = []

    def tallies(ask: Ask) -> tuple[Tally, ...]:
        asked.append(ask)
        return ()

    def column(ask: Ask, _answers: object) -> Column:
        asked.append(ask)
        return Column([0] * len(ask.subjects))

    key = Key(name="some.count", kind="norm", names=Words())
    indicator = Indicator(
        key=key, numerator=Words(), exclusions=Words(), tallies=tallies, column=column
    )
    of = only(build, kind="hotel")
    phase = build.norm_phase("at_most", "2 hours", of=of, basis="project", unless=("emergency",))
    rule = CountingRule(id="counting.own", first_hour="next_hour")
    guard = Guard(
        name="in_time",
        moves=(),
        within=("some.count",),
        cites=(),
        effective_from=date(2018, 1, 1),
    )
    pack = build.pack(
        build.norm(phase, key="some.count"),
        Procedure(
            id="procedure.own", key="procedure.own", each="request", states=(), moves=(),
            guards=(guard,),
            counting="counting.own", **FACTS,
        ),
        Counting(id="counting.own", key="counting.own", rule=rule, **FACTS),
    )  # fmt: skip
    registers = build.town()
    request = Request(period=build.request().period, on=date(2018, 7, 20))
    calendar = ProvisionalCalendar(CN_CALENDAR)
    tasks = measures.plan_tasks(
        build.rules(pack), registers, {"some.count": indicator}, request, calendar=calendar
    )
    build.answer(tasks, registers)
    (task,) = tasks
    told = Ask(
        subjects=task.subjects,
        span=Span(date(2018, 7, 1), date(2018, 7, 20)),
        registers=registers,
        of=of,
        basis="project",
        unit="hour",
        limit=build.exact("2 hours"),
        counting=rule,
        unless=frozenset({"emergency"}),
        calendar=calendar,
    )
    assert len(asked) > 1
    assert asked == [told] * len(asked)


def test_days_of_events_reach_over_all_that_is_asked(build: Build) -> None:
    """July and June, asked in this order, need the inspections of both months."""
    rules, town = build.rules(build.pack(inspection_norm(build))), build.town()
    july, june = (
        build.tasks(rules, town, build.request(period, on=date(2018, 7, 31)))
        for period in ("2018-07", "2018-06")
    )
    both = {"inspection": Span(date(2018, 6, 1), date(2018, 7, 31))}
    assert measures.wanted_events((*july, *june)) == both
