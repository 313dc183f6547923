"""The worked table of the documentation, line by line, through the public API and both stores."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao.judging import FindingId

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "explanation" / "worked.toml"
ZONE = ZoneInfo("Asia/Shanghai")
EARLY = datetime(2018, 1, 1, tzinfo=ZONE)
LATE = datetime(2030, 1, 1, tzinfo=ZONE)
INVITED = ("community_cadre", "grid_worker", "resident_rep")
Facts = Mapping[str, Any]


def read_table() -> dict[str, Any]:
    """The table; empty where the tests were copied away from the documentation."""
    if not TABLE.exists():
        return {"row": [], "packs": {}, "heads": {}, "base": {"facts": []}}
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


WORKED = read_table()
ROWS = {row["id"]: row for row in WORKED["row"]}
LINES = [(name, index) for name, row in ROWS.items() for index, _ in enumerate(row.get("ask", ()))]


# -- facts, from the table's short form ---------------------------------------------------------


def numbered(fact: Facts, name: str) -> Iterator[str]:
    """The id of a fact, or as many ids as its `count` says."""
    if "count" not in fact:
        yield fact[name]
    for number in range(1, fact.get("count", 0) + 1):
        yield f"{fact[name]}{number}"


def registered(fact: Facts) -> Iterator[object]:
    """Register facts."""
    since = fact.get("since", date(2018, 1, 1))
    rest = {k: v for k, v in fact.items() if k not in ("kind", "since", "count", "premises_kind")}
    match fact["kind"]:
        case "area":
            yield fengqiao.Area(**rest, since=since)
        case "station":
            yield fengqiao.Station(**rest, since=since)
        case "police_room":
            yield fengqiao.PoliceRoom(**rest, since=since)
        case "recording":
            yield fengqiao.Recording(**rest, since=since)
        case "premises":
            for name in numbered(fact, "premises"):
                kind = fact["premises_kind"]
                yield fengqiao.Premises(**{**rest, "premises": name}, kind=kind, since=since)
        case "assignment":
            for name in numbered(fact, "staff"):
                yield fengqiao.Assignment(**{**rest, "staff": name}, full_time=True, since=since)


def span(fact: Facts) -> dict[str, datetime]:
    """Start and end of an event: from nine o'clock on."""
    start = datetime.combine(fact["on"], time(9), tzinfo=ZONE)
    return {"started_at": start, "ended_at": start + timedelta(minutes=fact.get("lasts", 120))}


def happened(fact: Facts) -> Iterator[object]:
    """Events."""
    staff, station = fact.get("staff", "W1"), fact.get("station", "ST1")
    area = fact.get("area", "990101001001")
    match fact["kind"]:
        case "visit":
            count = fact.get("households", 0)
            stem = f"{staff}-{fact['on']}"
            refs = [f"HH-{stem}-{number:04}" for number in range(1, count + 1)]
            for number, ref in enumerate(fact.get("refs", refs), 1):
                yield fengqiao.Visit(
                    id=f"{fact.get('id', f'V-{stem}')}-{number}",
                    staff=staff,
                    station=station,
                    area=area,
                    household=ref,
                    **span(fact),
                )
        case "session":
            yield fengqiao.Session(
                id=fact["id"],
                key="meeting.community",
                station=station,
                area=area,
                led_by=staff,
                people=fact.get("people", 10),
                invited=fact.get("invited", INVITED),
                covers=fact.get("covers", ("prevention", "report_back")),
                **span(fact),
            )
        case "inspection":
            for premises in fact["premises"]:
                yield fengqiao.Inspection(
                    id=f"I-{staff}-{premises}",
                    staff=staff,
                    station=station,
                    premises=premises,
                    topics=("fire",),
                    **span(fact),
                )
        case "duty":
            yield fengqiao.DutyDone(
                id=fact["id"],
                key=fact["key"],
                staff=staff,
                station=station,
                area=area,
                room="R1",
                **span(fact),
            )
        case "total":
            rest = {name: value for name, value in fact.items() if name != "kind"}
            yield fengqiao.Total(id=f"T-{fact['key']}-{fact['subject']}", **rest)


def tell(ws: fengqiao.Workspace, fact: Facts) -> None:
    """Record, withdraw or erase, as one line of facts says."""
    if "erase" in fact:
        assert ws.erase(fact["erase"]) == fact["changes"]
    elif "void" in fact:
        ws.void(fact["void"], fact["ids"], known_at=fact["known_at"], reason=fact["reason"])
    else:
        early = {name: value for name, value in fact.items() if name not in ("known_at", "refused")}
        some = list(registered(early))
        known_at = fact.get("known_at", EARLY if some else LATE)
        done = ws.record(some or list(happened(early)), known_at=known_at)
        assert done.refused == fact.get("refused", 0)


# -- packs and questions ------------------------------------------------------------------------


def packs_of(row: Facts, folder: Path) -> list[str | Path]:
    """The row's packs: installed ones by name, those of the table as folders."""
    found: list[str | Path] = []
    for name in row["packs"]:
        if name not in WORKED["packs"]:
            found.append(name)
            continue
        pack = WORKED["packs"][name]
        target = folder / name / "data"
        target.mkdir(parents=True)
        text = WORKED["heads"][pack["head"]] + pack["text"]
        (target / "pack.toml").write_text(text, encoding="utf-8")
        found.append(folder / name)
    return found


def played(row: Facts, ask: Facts, url: str, folder: Path) -> fengqiao.Workspace:
    """A workspace in which everything that the row says has happened."""
    config = ask.get("config", row.get("config", {}))
    ws = fengqiao.open_workspace(url, packs=packs_of(row, folder), config=config)
    for fact in WORKED["base"]["facts"]:
        tell(ws, fact)
    for key, since in row.get("records", {}).items():
        ws.declare({key: since}, known_at=EARLY)
    for fact in row["facts"]:
        tell(ws, fact)
    return ws


def shown(value: object) -> object:
    """A value as the table writes it: lists for tuples, "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return {name: shown(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [shown(inner) for inner in value]
    return value


def word_of(answer: Facts) -> object:
    """A result in one word."""
    if answer["result"] == "not_met":
        return answer["severity"]
    return answer["reason"] or answer["result"]


def found(ws: fengqiao.Workspace, ask: Facts) -> dict[str, dict[str, Any]]:
    """What comes of a question, by what it is about."""
    match ask.get("verb", "check"):
        case "check":
            names = ("on", "entry", "as_known")
            asked = {name: ask[name] for name in names if name in ask}
            lines = (finding.to_json() for finding in ws.check(ask["period"], **asked))
            return {line["id"]: {**line, "says": word_of(line)} for line in lines}
        case "classify":
            classes = [item.to_json() for item in ws.classify(ask["period"])]
            return {
                f"{one['entry']}@{one['subject']['kind']}/{one['subject']['id']}:{one['period']}": {
                    **one,
                    "says": one["level"] or one["reason"],
                }
                for one in classes
            }
        case "score":
            return scored(ws.score(ask["period"]))
        case _:
            return {}


def scored(scores: fengqiao.Scores) -> dict[str, dict[str, Any]]:
    """Scores by sheet and subject, their ends reduced; award lists by sheet."""
    answers = {
        f"{one.sheet}@{one.subject_kind}/{one.subject}:{one.period}": {
            "low": reduced(one.low),
            "high": reduced(one.high),
            "missing": one.missing,
        }
        for one in scores
    }
    for award in scores.awards:
        answers[award.sheet] = {**award.to_json(), "says": award.reason}
    return answers


def reduced(pair: tuple[int, int] | None) -> str | None:
    """A score as a whole number; these all come out even."""
    if pair is None:
        return None
    whole, rest = divmod(*pair)
    assert rest == 0
    return str(whole)


def differences(expected: Facts, answer: Facts) -> dict[str, tuple[object, object]]:
    """Fields that came out otherwise: what was expected, what came. Tables field by field."""
    wrong: dict[str, tuple[object, object]] = {}
    for name, value in expected.items():
        came = answer.get(name)
        if isinstance(value, Mapping) and isinstance(came, Mapping):
            inner = differences(value, came)
            wrong |= {f"{name}.{field}": both for field, both in inner.items()}
        elif shown(came) != value:
            wrong[name] = (value, shown(came))
    return wrong


@pytest.fixture(params=["memory", "file"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A store in memory, and one in a file."""
    return "memory:" if request.param == "memory" else f"sqlite:///{tmp_path / 'town.db'}"


@pytest.mark.parametrize(("name", "line"), LINES)
def test_worked_line(name: str, line: int, url: str, tmp_path: Path, repository: Path) -> None:
    """What the table says comes out, is what comes out."""
    row = ROWS[name]
    ask = row["ask"][line]
    with played(row, ask, url, tmp_path) as ws:
        answers = found(ws, ask)
        wrong: dict[str, object] = {}
        for about, expected in ask.get("expect", {}).items():
            wanted = expected if isinstance(expected, Mapping) else {"says": expected}
            if ask.get("verb") == "decode":
                parsed = FindingId.parse(about)
                assert str(parsed) == about
                answers[about] = {field: getattr(parsed, field) for field in wanted}
            answer = answers.get(about, {"says": "no finding"})
            if some := differences(wanted, answer):
                wrong[about] = some
        assert not wrong
        if "periods" in ask:
            entries = {id_: line["entry"] for id_, line in answers.items()}
            periods: dict[str, set[str]] = {entry: set() for entry in ask["periods"]}
            for id_, entry in entries.items():
                periods[entry].add(answers[id_]["period"])
            assert {k: sorted(v) for k, v in periods.items()} == ask["periods"]
        if ask.get("verb") == "absent":
            assert ask["text"].encode() not in b"".join(ws.export())


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if "error" in row])
def test_worked_refusal(name: str, tmp_path: Path, repository: Path) -> None:
    """What the table says is refused, is refused, with that code."""
    row = ROWS[name]
    with pytest.raises(fengqiao.FengqiaoError) as refused:
        fengqiao.open_workspace(packs=packs_of(row, tmp_path))
    assert [fault.code for fault in refused.value.faults] == [row["error"]]


def test_every_point_is_worked(repository: Path) -> None:
    """Each of the ten points has its rows."""
    assert {row["point"] for row in WORKED["row"]} == set(range(1, 11))


def test_page_shows_every_row(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of the documentation shows each row of the table, once."""
    monkeypatch.syspath_prepend(str(repository / "docs"))
    worked = importlib.import_module("_worked")
    text = (repository / "docs" / f"{worked.PAGE}.md").read_text(encoding="utf-8")
    page = worked.page_source(text)
    assert [page.count(f"**{row['en']}.**") for row in ROWS.values()] == [1] * len(ROWS)
