"""Replay of many cases, and one case written as JSON and read again.

The steps are random walks through the moves of people's mediation under the law of 2026. Other
libraries hold a step as an object with all of its fields; here a case is columns.
"""

from __future__ import annotations

import importlib
import json
import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from importlib.util import find_spec
from typing import Any
from zoneinfo import ZoneInfo

import attrs
from rounds import Contender, Contest, Goal, Size, main

from fengqiao.casework import REPLAY_COLUMNS, Law, replay
from fengqiao.model import CASE_EVENT, CaseEvent, Table, prepare, read_case, write_case
from fengqiao.model.case_json import FASTEST, STANDARD, Codec
from fengqiao.testing.casework import law_of

ZONE = ZoneInfo("Asia/Shanghai")
PROCEDURE = "mediation.peoples"
STEPS = 20
FIRST = int(datetime(2026, 3, 2, 9, tzinfo=ZONE).timestamp())
HOUR = 3600
NAMES = tuple(CASE_EVENT.fields)
PEERS = ("attrs", "pydantic", "cattrs", "orjson", "msgspec")


def contests(size: Size) -> Iterator[Contest]:
    """Replay, and round trips."""
    law = law_of(["cn"], place="cn", terms={})
    chance = random.Random(size.seed)
    yield _replay(law, chance, 50 if size.is_tiny else 100_000, size.seed)
    yield _round_trips(law, chance, 5 if size.is_tiny else 500, size.seed)


# ---------------------------------------------------------------------------------- the cases


def _cases(law: Law, chance: random.Random, count: int) -> Table:
    """Cases of 20 steps each, in stored form, one after the other."""
    nexts = _moves(law)
    going_on = _going_on(nexts)
    columns: dict[str, list[Any]] = {name: [] for name in NAMES}
    for number in range(count):
        case, state, at = f"case-{number:08d}", "new", FIRST + HOUR * chance.randrange(400)
        for seq in range(1, STEPS + 1):
            kind = chance.choice(going_on[state] if seq < STEPS else list(nexts[state]))
            state = nexts[state][kind]
            at += HOUR * chance.randrange(1, 20)
            step = _step(kind, seq, case, chance)
            for name in NAMES:
                columns[name].append({**step, "at": at}.get(name))
    return prepare(CASE_EVENT, columns, zone=ZONE)


def _moves(law: Law) -> dict[str, dict[str, str]]:
    """Of each state, where each kind of step leads."""
    leads: dict[str, dict[str, str]] = {}
    for move in law.procedure(PROCEDURE).moves:
        if move.holds_on(date(2026, 3, 2)):
            for state in move.froms:
                leads.setdefault(state, {}).setdefault(move.name, move.to or state)
    return leads


def _going_on(nexts: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """Of each state, the steps after which a case can go on for ever."""
    live = set(nexts)
    while ended := {one for one in live if not live & set(nexts[one].values())}:
        live -= ended
    return {one: [kind for kind, to in nexts[one].items() if to in live] for one in live}


def _step(kind: str, seq: int, case: str, chance: random.Random) -> dict[str, Any]:
    step: dict[str, Any] = {
        "id": f"{case}:{seq}", "case": case, "seq": seq, "format": 1, "kind": kind,
        "facts": (), "contents": (), "papers": (), "participants": (),
    }  # fmt: skip
    if seq == 1:
        step |= {"procedure": PROCEDURE, "area": "150302001", "station": "st-0001"}
    if kind in ("joined", "consented", "refused", "ended_by_party"):
        step["party"] = f"{case}-{chance.choice('AB')}"
    else:
        step["by"] = f"staff-{chance.randrange(300):04d}"
    if kind == "session_set":
        step["due_on"] = date(2026, 4, chance.randrange(1, 28))
    if kind == "agreed":
        step |= {"form": "written", "contents": ("facts", "issues", "parties", "terms")}
    if kind == "signed":
        step["facts"] = ("committee_sealed", "mediator_signed", "parties_signed")
    return step


def _events(table: Table) -> list[CaseEvent]:
    """The same steps as objects."""
    found = []
    for row in table.rows(*NAMES):
        cells = dict(zip(NAMES, row, strict=True))
        cells["at"] = datetime.fromtimestamp(cells["at"], ZONE)
        if cells["due_on"] is not None:
            cells["due_on"] = date.fromordinal(cells["due_on"])
        for name in ("facts", "contents", "papers", "participants"):
            cells[name] = tuple(filter(None, cells[name].split(",")))
        found.append(CaseEvent(**cells))
    return found


# -------------------------------------------------------------------------------------- replay


def _replay(law: Law, chance: random.Random, count: int, seed: int) -> Contest:
    table = _cases(law, chance, count)
    some = Table({name: table[name] for name in REPLAY_COLUMNS})
    events = _events(table)
    texts = [
        json.dumps([_plain(event) for event in events[start : start + STEPS]]).encode()
        for start in range(0, len(events), STEPS)
    ]
    del events
    nexts = _moves(law)
    by_columns = replay(some, lambda _: law).state
    by_events = [_state_of(text, nexts, _read_event) for text in texts]
    if by_columns != by_events:
        raise AssertionError("the two replays differ")
    contenders = [
        Contender(
            name="fengqiao, by column",
            run=lambda: replay(some, lambda _: law),
            amount=count,
        ),
        Contender(
            name="json and attrs, by step",
            run=lambda: [_state_of(text, nexts, _read_event) for text in texts],
            amount=count,
        ),
    ]
    absent = []
    if find_spec("cattrs"):
        converter = _converter("cattrs.preconf.json")
        structure = converter.get_structure_hook(CaseEvent)
        contenders.append(
            Contender(
                name="json and cattrs, by step",
                run=lambda: [
                    _state_of(text, nexts, lambda plain: structure(plain, CaseEvent))
                    for text in texts
                ],
                amount=count,
            )
        )
    else:
        absent.append(("json and cattrs, by step", "cattrs"))
    return Contest(
        title="Replay cases",
        instance=f"{count:,} cases of {STEPS} steps, random walks, seed {seed}: the state of each, "
        "and when each kind of step was last taken",
        unit="cases/s",
        contenders=contenders,
        absent=absent,
        goals=[Goal(name="fengqiao, by column", against="json and attrs, by step", ratio=5.0)],
    )


def _plain(event: CaseEvent) -> dict[str, Any]:
    found = {
        name: value
        for name, value in attrs.asdict(event, recurse=False).items()
        if value not in (None, ())
    }
    found["at"] = event.at.isoformat()
    if event.due_on is not None:
        found["due_on"] = event.due_on.isoformat()
    return found


def _read_event(plain: dict[str, Any]) -> CaseEvent:
    plain["at"] = datetime.fromisoformat(plain["at"])
    if "due_on" in plain:
        plain["due_on"] = date.fromisoformat(plain["due_on"])
    return CaseEvent(**plain)


def _state_of(
    text: bytes,
    nexts: dict[str, dict[str, str]],
    read: Callable[[dict[str, Any]], CaseEvent],
) -> str:
    state, moments = "new", {}
    for plain in json.loads(text):
        event = read(plain)
        state = nexts[state][event.kind]
        moments[event.kind] = event.at
    return state


# --------------------------------------------------------------------------------- round trips


def _round_trips(law: Law, chance: random.Random, count: int, seed: int) -> Contest:
    table = _cases(law, chance, count)
    starts = range(0, len(table), STEPS)
    tables = [
        Table({name: list(cells[at : at + STEPS]) for name, cells in table.columns.items()})
        for at in starts
    ]
    events = [_events(one) for one in tables]
    contenders = [
        Contender(name="fengqiao, core alone", run=lambda: _ours(tables, STANDARD), amount=count)
    ]
    absent = []
    goals = []
    for module, names in (
        ("pydantic", ("pydantic v2", "pydantic v2, without what is absent")),
        ("cattrs", ("cattrs json",)),
        ("orjson", ("cattrs orjson",)),
        ("msgspec", ("fengqiao with msgspec", "msgspec on the attrs classes")),
    ):
        if find_spec(module):
            contenders += _peers(module, names, events, tables)
        else:
            absent += [(name, module) for name in names]
    goals = [
        Goal(name="fengqiao, core alone", against="pydantic v2", ratio=1.0),
        Goal(name="fengqiao with msgspec", against="pydantic v2", ratio=2.5),
    ]
    return Contest(
        title="A case to JSON and back",
        instance=f"{count:,} cases of {STEPS} steps, seed {seed}; read back with every check that "
        "each library makes (ours: types, shapes of ids and codes, no number of a person's)",
        unit="round trips/s",
        contenders=contenders,
        absent=absent,
        goals=goals,
    )


def _ours(tables: Sequence[Table], codec: Codec) -> list[Table]:
    return [read_case(write_case(one, codec=codec), zone=ZONE, codec=codec) for one in tables]


def _peers(
    module: str, names: Sequence[str], events: list[list[CaseEvent]], tables: Sequence[Table]
) -> list[Contender]:
    count = len(events)
    runs: list[Callable[[], object]]
    if module == "pydantic":
        model = _pydantic_case()
        cases = [model(steps=[attrs.asdict(one, recurse=False) for one in case]) for case in events]
        read = model.model_validate_json
        runs = [
            lambda: [read(case.model_dump_json()) for case in cases],
            lambda: [read(case.model_dump_json(exclude_defaults=True)) for case in cases],
        ]
    elif module == "msgspec":
        codec = importlib.import_module("msgspec.json")
        write, read = codec.Encoder().encode, codec.Decoder(list[CaseEvent]).decode
        runs = [
            lambda: _ours(tables, FASTEST),
            lambda: [read(write(case)) for case in events],
        ]
    else:
        converter = _converter(
            "cattrs.preconf.json" if module == "cattrs" else "cattrs.preconf.orjson"
        )
        runs = [
            lambda: [converter.loads(converter.dumps(case), list[CaseEvent]) for case in events]
        ]
    return [
        Contender(name=name, run=run, amount=count) for name, run in zip(names, runs, strict=True)
    ]


def _converter(module: str) -> Any:  # noqa: ANN401  a converter of a library that may be missing
    return importlib.import_module(module).make_converter()


def _pydantic_case() -> Any:  # noqa: ANN401  a class of a library that may be missing
    pydantic = importlib.import_module("pydantic")
    several: Any = tuple[str, ...]
    kinds: dict[str, Any] = {"count": int, "instant": datetime, "day": date}
    fields: dict[str, Any] = {}
    for name, spec in CASE_EVENT.fields.items():
        kind = kinds.get(spec.kind, str)
        if spec.several:
            fields[name] = (several, ())
        else:
            fields[name] = (kind | None, None) if spec.optional else (kind, ...)
    step = pydantic.create_model("Step", **fields)
    steps: Any = list.__class_getitem__(step)
    return pydantic.create_model("Case", steps=(steps, ...))


if __name__ == "__main__":
    main(__file__, contests, packages=PEERS)
