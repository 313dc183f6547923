from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import DeadlineError
from fengqiao.timing import (
    CN_CALENDAR,
    CountingRule,
    Deadline,
    Exclusion,
    Extension,
    ExtensionRule,
    Length,
    OpenHours,
    deadline,
    epoch,
    iso,
)

ZONE = ZoneInfo("Asia/Shanghai")
TABLE = tomllib.loads(
    Path(__file__).with_name("deadline_examples.toml").read_text(encoding="utf-8")
)
RULES = {name: CountingRule(id=name, **rule) for name, rule in TABLE["rules"].items()}
EXAMPLES = [pytest.param(example, id=example["id"]) for example in TABLE["example"]]

Row = dict[str, object]


def when(value: object) -> int | date:
    """A day of the table as it is, a local time as a moment."""
    if isinstance(value, datetime):
        return epoch(value.replace(tzinfo=ZONE))
    assert isinstance(value, date)
    return value


def length(text: str) -> Length:
    """A length as packs write it."""
    count, unit = text.split()
    return Length(int(count), unit.removesuffix("s"))  # type: ignore[arg-type]  # checked there


def opening(texts: list[str]) -> OpenHours:
    """Opening hours of working days."""
    return OpenHours(
        on_working_days=[
            tuple(int(end[:2]) * 60 + int(end[3:]) for end in text.split("-"))  # type: ignore[misc]
            for text in texts
        ]
    )


def found(example: Row) -> Deadline:
    """The deadline of a row."""
    allowed = example.get("extends")
    return deadline(
        when(example["start"]),
        length(example["length"]),
        RULES[example["rule"]],
        zone=ZONE,
        clause=example["clause"][0],
        calendar=CN_CALENDAR,
        hours=opening(example["open"]) if "open" in example else None,
        exclusions=[
            Exclusion(
                reason=row["reason"],
                begins=when(row["begins"]),
                ends=when(row["ends"]) if "ends" in row else None,
                within=row.get("within", "always"),
            )
            for row in example.get("left_out", ())
        ],
        extensions=[
            Extension(at=at, reason="complex", by="s1") for at in example.get("extended", ())
        ],
        allowed=allowed and ExtensionRule(length=length(allowed["length"]), times=allowed["times"]),
        terms=example.get("terms", {}),
        provisional=example.get("provisional", False),
    )


def expected(example: Row) -> str:
    """The end that a row states, as its last second."""
    if "due" in example:
        return f"{example['due'].isoformat()}+08:00"
    return f"{example['last_day']}T23:59:59+08:00"


@pytest.mark.parametrize("example", [e for e in EXAMPLES if {"due", "last_day"} & set(e.values[0])])
def test_end_is_the_one_worked_by_hand(example: Row) -> None:
    """A period ends at the moment that the articles give."""
    end = found(example)
    assert (end.due_at and iso(end.due_at, ZONE), end.provisional) == (
        expected(example),
        example.get("provisional", False),
    )


@pytest.mark.parametrize("example", [e for e in EXAMPLES if "by_term" in e.values[0]])
def test_open_term_gives_an_end_for_each_reading(example: Row) -> None:
    """Where the text is silent each reading has its end, and none is picked."""
    end = found(example)
    terms = set(RULES[example["rule"]].open_terms)
    assert (end.due_at, end.reason) == (None, "not_configured")
    assert [
        {**dict(reading.terms), "last_day": reading.deadline.last_day} for reading in end.readings
    ] == [{k: v for k, v in row.items() if k in terms | {"last_day"}} for row in example["by_term"]]


@pytest.mark.parametrize("example", [e for e in EXAMPLES if "reason" in e.values[0]])
def test_end_that_cannot_be_told_says_why(example: Row) -> None:
    """A period without an end yet says why it has none."""
    end = found(example)
    assert (end.due_at, end.reason) == (None, example["reason"])


@pytest.mark.parametrize("example", [e for e in EXAMPLES if "error" in e.values[0]])
def test_extension_that_is_not_allowed_is_refused(example: Row) -> None:
    """An extension too late or one too many is an error."""
    with pytest.raises(DeadlineError) as caught:
        found(example)
    assert caught.value.code == example["error"]


def test_every_example_names_its_clause_and_one_outcome() -> None:
    """No row of the table is skipped, and each says where its dates come from."""
    outcomes = ({"due", "last_day"}, {"by_term"}, {"reason"}, {"error"})
    assert all(
        row["clause"] and sum(bool(kinds & set(row)) for kinds in outcomes) == 1
        for row in TABLE["example"]
    )
