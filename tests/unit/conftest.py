"""Builders that tests of rules, measures and judging share: small rules and facts in one line."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from fengqiao import measures
from fengqiao.measures import Request
from fengqiao.model import KINDS, Table, prepare
from fengqiao.model.registry import Registers
from fengqiao.packs.amounts import parse_amount
from fengqiao.planning import DueWork, Posts, find_due, pick_due_tasks
from fengqiao.rules import (
    OPEN,
    Cite,
    Comparison,
    Duty,
    DutyPhase,
    Exact,
    Norm,
    NormPhase,
    Origin,
    Pack,
    Part,
    Requirement,
    Rules,
    Sheet,
    Source,
    Words,
    core_catalogue,
)
from fengqiao.store.memory import MemoryStore
from fengqiao.timing import CN_CALENDAR, Period

ORIGIN = Origin(file="test.toml", line=1)
CITES = (Cite("order", "一"),)
SINCE = date(2018, 1, 1)


class Build:
    """Makes rules and facts; every value that a test does not name is the same everywhere."""

    zone = ZoneInfo("Asia/Shanghai")

    def exact(self, value: object) -> Exact:
        """A value as a notice writes it: `80`, `"1/3"`, `"2 hours"`."""
        read = parse_amount(value)
        assert read is not None
        return read

    def comparison(self, op: str, limit: object) -> Comparison:
        """A comparison: with a value, two ends, a set of words, or `open`."""
        if limit == "open":
            return Comparison(op, OPEN)
        if isinstance(limit, tuple):
            return Comparison(op, (self.exact(limit[0]), self.exact(limit[1])))
        if isinstance(limit, frozenset):
            return Comparison(op, limit, tuple(sorted(limit)))
        return Comparison(op, self.exact(limit))

    def norm_phase(self, op: str = "at_least", limit: object = 80, **changes: object) -> NormPhase:
        """A phase of a norm, in force from 2018."""
        facts = {"effective_from": SINCE, "force": "must", "cites": CITES, **changes}
        return NormPhase(comparison=self.comparison(op, limit), **facts)

    def norm(self, *phases: NormPhase, **changes: object) -> Norm:
        """A norm on households visited a month by each community officer."""
        facts: dict[str, Any] = {
            "pack": "town",
            "id": changes.get("key", "visits.households"),
            "key": "visits.households",
            "cites": CITES,
            "origin": ORIGIN,
            "each": ("community_officer",),
            "per": "month",
            **changes,
        }
        return Norm(phases=phases or (self.norm_phase(),), **facts)

    def requirement(self, name: str, field: str, op: str, limit: object) -> Requirement:
        """A requirement of a duty."""
        comparison = self.comparison(op, limit)
        return Requirement(name=name, field=field, comparison=comparison, cites=CITES)

    def duty_phase(
        self, *requirements: Requirement, times: int = 1, **changes: object
    ) -> DutyPhase:
        """A phase of a monthly duty, in force from 2018."""
        cadence = self.requirement("cadence", "times", "at_least", times)
        facts: dict[str, Any] = {
            "effective_from": SINCE,
            "force": "must",
            "cites": CITES,
            "every": "month",
            **changes,
        }
        return DutyPhase(times=times, requirements=(cadence, *requirements), **facts)

    def duty(self, *phases: DutyPhase, **changes: object) -> Duty:
        """A meeting that each community owes."""
        facts: dict[str, Any] = {
            "pack": "town",
            "id": changes.get("key", "meeting.community"),
            "key": "meeting.community",
            "cites": CITES,
            "origin": ORIGIN,
            "who": ("community_officer",),
            "each": ("community",),
            "done_by": ("session",),
            **changes,
        }
        return Duty(phases=phases, **facts)

    def sheet(self, *parts: Part, **changes: object) -> Sheet:
        """A sheet on each community officer's month."""
        facts: dict[str, Any] = {
            "pack": "town",
            "id": "sheet",
            "key": "points.community_officer",
            "cites": CITES,
            "origin": ORIGIN,
            "effective_from": SINCE,
            "force": "must",
            "each": "community_officer",
            "per": "month",
            "parts": parts,
            **changes,
        }
        return Sheet(**facts)

    def pack(self, *entries: object, name: str = "town", **changes: object) -> Pack:
        """A pack that speaks for 9901."""
        source = Source(
            id="order",
            names=Words(en="order"),
            issued=SINCE,
            effective_from=SINCE,
            kind="order",
            force="must",
            origin=ORIGIN,
        )
        facts: dict[str, Any] = {"areas": ("9901",), "sources": (source,), **changes}
        return Pack(id=name, version="1.0.0", names=Words(en=name), entries=entries, **facts)

    def rules(self, *packs: Pack, terms: dict[str, object] | None = None) -> Rules:
        """Rules of these packs; terms stand in the section of the first."""
        first = packs[0].id
        given = {
            (first, name): parse_amount(value) or value for name, value in (terms or {}).items()
        }
        return Rules(
            packs={pack.id: pack for pack in packs}, catalogue=core_catalogue(), terms=given
        )

    def table(self, kind: str, *rows: dict[str, Any]) -> Table:
        """Facts of one kind in stored form."""
        fields = KINDS[kind].fields
        names = dict.fromkeys(name for row in rows for name in row) or fields
        columns = {
            name: [row.get(name, "" if fields[name].several else None) for row in rows]
            for name in names
        }
        return prepare(KINDS[kind], columns, zone=self.zone)

    def registers(self, **facts: list[dict[str, Any]]) -> Registers:
        """Registers; facts hold from 2018 unless they say otherwise."""
        return Registers(
            {
                kind: self.table(kind, *({"since": SINCE, "until": None, **row} for row in rows))
                for kind, rows in facts.items()
            }
        )

    def town(self, **more: list[dict[str, Any]]) -> Registers:
        """One community, one station, one room, one community officer; and more."""
        facts: dict[str, list[dict[str, Any]]] = {
            "area": [{"area": "990101001001", "name": "C1"}],
            "station": [{"station": "ST1", "name": "S1", "area": "990101001"}],
            "police_room": [
                {"room": "R1", "station": "ST1", "area": "990101001001", "named": False}
            ],
            "assignment": [self.post("W1", room="R1")],
        }
        for kind, rows in more.items():
            facts[kind] = [*facts.get(kind, []), *rows]
        return self.registers(**facts)

    def post(
        self, staff: str, role: str = "community_officer", **changes: object
    ) -> dict[str, Any]:
        """A post at the one station."""
        return {"staff": staff, "role": role, "station": "ST1", "full_time": True, **changes}

    def request(
        self, period: str = "2018-07", on: date | None = None, **changes: object
    ) -> Request:
        """A question."""
        asked = Period.parse(period)
        return Request(period=asked, on=on or asked.last, **changes)

    def tasks(
        self, rules: Rules, registers: Registers, request: Request, **changes: object
    ) -> tuple[measures.Task, ...]:
        """What a request asks."""
        given = {"calendar": CN_CALENDAR, **changes}
        return measures.plan_tasks(rules, registers, measures.core_indicators(), request, **given)

    def answer(
        self, tasks: tuple[measures.Task, ...], registers: Registers, **events: list[dict[str, Any]]
    ) -> tuple[measures.Values, ...]:
        """Values of tasks, from these events in a memory store."""
        store = MemoryStore(self.zone)
        for kind, rows in events.items():
            if not rows:
                continue
            names = dict.fromkeys(name for row in rows for name in row)
            columns = {name: [row.get(name) for row in rows] for name in names}
            store.append(kind, columns, known_at=datetime(2030, 1, 1, tzinfo=self.zone))
        wanted = measures.wanted(tasks, registers)
        answers = dict(zip(wanted, store.tally(wanted), strict=True))
        spans = measures.wanted_rows(tasks)
        read = {kind: list(store.rows(kind, during=span)) for kind, span in spans.items()}
        return measures.compute(tasks, answers, read, registers)

    def event(
        self, number: object, day: date, minutes: int = 120, **fields: object
    ) -> dict[str, Any]:
        """An event of a day, from nine o'clock on, at the one station."""
        at = datetime.combine(day, time(9), tzinfo=self.zone)
        times = {"started_at": at, "ended_at": at + timedelta(minutes=minutes)}
        return {"id": f"E{number}", "station": "ST1", **times, **fields}

    def visit(self, number: int, day: date, staff: str = "W1", **fields: object) -> dict[str, Any]:
        """A visit to a household of this number."""
        facts = {"staff": staff, "area": "990101001001", "household": f"HH-{number:08}", **fields}
        return self.event(f"{number}-{staff}-{day}", day, **facts)

    def session(self, number: int, day: date, **fields: object) -> dict[str, Any]:
        """A meeting of the one community that fulfils whatever is asked of it."""
        facts = {
            "key": "meeting.community",
            "area": "990101001001",
            "led_by": "W1",
            "people": 10,
            "invited": ("grid_worker", "resident_rep"),
            "covers": ("prevention", "report_back"),
            **fields,
        }
        return self.event(number, day, **facts)

    def due(
        self,
        rules: Rules,
        registers: Registers,
        period: str = "2018-07",
        on: date | None = None,
        **events: list[dict[str, Any]],
    ) -> DueWork:
        """What is due over a period, as of a day, after these events."""
        request = self.request(period, on=on, overlapping=True)
        tasks = pick_due_tasks(rules, self.tasks(rules, registers, request))
        values = self.answer(tasks, registers, **events)
        rows = {"inspection": [self.table("inspection", *events.get("inspection", ()))]}
        blocks = find_due(rules, values, registers, rows, on=request.on, calendar=CN_CALENDAR)
        return DueWork(
            period=request.period,
            on=request.on,
            blocks=blocks,
            kept=(None,) * len(blocks),
            posts=Posts.read(registers),
        )

    def declared(self, *keys: str, **days: object) -> list[dict[str, Any]]:
        """Declarations that these are recorded from 2018 on, everywhere."""
        return [{"key": key, **days} for key in keys]


@pytest.fixture
def build() -> Build:
    """The builders."""
    return Build()
