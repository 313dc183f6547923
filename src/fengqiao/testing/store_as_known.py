"""What was answered once is answered again, byte for byte, when it is asked for as known then.

A town of four officers is worked in, corrected, withdrawn and erased at random; now and then all
answers are written down with the moment. Later they are asked for as known at that moment.

Example:
    A test module of a store needs four lines::

        class MyAsKnown(StoreAsKnown):
            def open_store(self, folder, *, zone):
                return MyStore(folder / "store", zone)

        TestMyAsKnown = MyAsKnown.TestCase
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

import fengqiao
from fengqiao.errors import FengqiaoError
from fengqiao.judging import Finding
from fengqiao.model import (
    Area,
    Assignment,
    Grid,
    PoliceRoom,
    Recording,
    Session,
    Station,
    Visit,
)
from fengqiao.store import Store
from fengqiao.testing.builders import SHANGHAI
from fengqiao.testing.small import SMALL_PACK
from fengqiao.timing import Span, epoch
from fengqiao.workspace import Workspace

_FIRST = date(2018, 1, 1)
_MONTH = "2018-07"
_EVE, _MID, _END = date(2018, 6, 30), date(2018, 7, 16), date(2018, 7, 31)
_STAFF = ("S01", "S02", "S03", "S04")
_CASES = ("case-A0001", "case-B0001")
_PARTIES = ("party-A0001", "party-B0001")
_STEPS = ("joined", "consented", "rights_told", "accepted", "session_set", "session_held", "agreed")
_HOMES = tuple(f"household-{number:03}" for number in range(5))
_DAYS = st.dates(date(2018, 7, 1), date(2018, 7, 31))
_MOST_LOOKS = 3
Answers = Mapping[str, bytes]


@frozen
class _Seen:
    """What was answered at a moment, asked plainly and as known at that moment."""

    at: datetime
    plain: Answers
    as_known: Answers


class StoreAsKnown(RuleBasedStateMachine):
    """Writes at random, and compares what is answered as known then with what was answered then.

    Must override: `open_store`. May override: the attributes.

    Attributes:
        packs: Packs that judge the town.
        config: The host's configuration.
        area: Code of the town; two communities lie in it.
        procedure: What cases follow; None: there are no cases.
    """

    packs: ClassVar[Sequence[Any]] = (SMALL_PACK,)
    config: ClassVar[Mapping[str, object]] = {
        "planning": {"hours": "8 hours", "starts": "09:00"},
        "testtown": {"visits.households.minutes": "20 minutes"},
    }
    area: ClassVar[str] = "990001001"
    procedure: ClassVar[str | None] = None

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._stores, self._ids = count(), count()
        self.ws = self._opened()
        self.seconds = epoch(datetime(2018, 8, 1, 9, tzinfo=SHANGHAI))
        self.written: list[tuple[str, str]] = []
        self.seen: list[_Seen] = []
        self.communities = (f"{self.area}001", f"{self.area}002")

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """Open a new, empty store in an empty folder."""
        raise NotImplementedError

    def _opened(self) -> Workspace:
        folder = Path(self._folder.name) / str(next(self._stores))
        folder.mkdir()
        store = self.open_store(folder, zone=SHANGHAI)
        ws = fengqiao.open_workspace(packs=self.packs, config=self.config)
        return evolve(ws, store=store)

    def teardown(self) -> None:
        """Compare once more, and close what is open."""
        try:
            for number in range(len(self.seen)):
                self.look_back(number)
        finally:
            self.ws.close()
            self._folder.cleanup()

    @property
    def now(self) -> datetime:
        """The moment at which what is written next becomes known."""
        return datetime.fromtimestamp(self.seconds, SHANGHAI)

    # -- writing -----------------------------------------------------------------------------

    def _write(self, kind: str, fact: Any) -> None:  # noqa: ANN401  one of the model's classes
        """Record a fact under a new id; refused by an error of ours, nothing was written."""
        self._try(lambda: self.ws.record(evolve(fact, id=self._new(kind)), known_at=self.now))

    def _new(self, kind: str) -> str:
        id_ = f"{kind[0]}{next(self._ids)}"
        self.written.append((kind, id_))
        return id_

    def _try(self, call: Callable[[], object]) -> None:
        try:
            call()
        except FengqiaoError:
            return
        finally:
            self.seconds += 1

    @initialize()
    def begin(self) -> None:
        """The registers of the town, and what is recorded of it."""
        place: dict[str, Any] = {"station": "ST01", "since": _FIRST}
        for code in (self.area, *self.communities):
            self._write("area", Area(area=code, name=f"区{code[-3:]}", since=_FIRST))
        self._write("station", Station(name="派出所", area=self.area, **place))
        for number, code in enumerate(self.communities, 1):
            self._write(
                "police_room", PoliceRoom(room=f"R{number}", area=code, named=False, **place)
            )
            self._write("grid", Grid(grid=f"G{number}", area=code, **place))
        for staff in _STAFF[:2]:
            self.post(staff, "community_officer", 0, None, None)
        for key in ("visit", "meeting.community"):
            self._write("recording", Recording(key=key, since=_FIRST))

    @rule(
        staff=st.sampled_from(_STAFF),
        role=st.sampled_from(("community_officer", "officer", "auxiliary_officer")),
        number=st.integers(0, 1),
        since=st.none() | _DAYS,
        until=st.none() | _DAYS,
    )
    def post(
        self, staff: str, role: str, number: int, since: date | None, until: date | None
    ) -> None:
        """Somebody takes up a post, or is found to have held one."""
        held = Assignment(
            staff=staff,
            role=role,
            station="ST01",
            area=self.communities[number],
            room=f"R{number + 1}" if role == "community_officer" else None,
            grid=f"G{number + 1}" if role == "auxiliary_officer" else None,
            full_time=True,
            since=since or _FIRST,
            until=until,
        )
        self._write("assignment", held)

    @rule(staff=st.sampled_from(_STAFF), home=st.sampled_from(_HOMES), day=_DAYS)
    def visit(self, staff: str, home: str, day: date) -> None:
        """A visit, however late it became known."""
        self._write(
            "visit",
            Visit(
                id="",
                staff=staff,
                station="ST01",
                area=self.communities[len(home) % 2],
                household=home,
                started_at=_at(day, 10),
                ended_at=_at(day, 10, 30),
            ),
        )

    @rule(number=st.integers(0, 1), day=_DAYS, people=st.integers(0, 9))
    def meet(self, number: int, day: date, people: int) -> None:
        """A community meets for two hours."""
        self._write(
            "session",
            Session(
                id="",
                key="meeting.community",
                station="ST01",
                area=self.communities[number],
                led_by="S01",
                started_at=_at(day, 14),
                ended_at=_at(day, 16),
                people=people,
            ),
        )

    @rule(
        case=st.sampled_from(_CASES),
        kind=st.sampled_from(_STEPS),
        day=_DAYS,
        by=st.none() | st.sampled_from(_STAFF),
    )
    def step(self, case: str, kind: str, day: date, by: str | None) -> None:
        """A step is recorded, whether it is legal or not."""
        if self.procedure is None:
            return
        version, _ = self.ws.store.case(case)
        said: dict[str, Any] = {"kind": kind if version else "applied", "at": _at(day, 9)}
        said |= {} if version else {"procedure": self.procedure, "area": self.communities[0]}
        party = _PARTIES[_CASES.index(case)]
        said |= {"party": party} if kind in ("joined", "consented") and version else {}
        said |= {"by": by} if by else {}
        events = {name: [cell] for name, cell in said.items()}
        self._try(
            lambda: self.ws.store.append_case(
                case, at_version=version, events=events, known_at=self.now
            )
        )
        self.written.append(("case_event", f"{case}:{version + 1}"))

    @rule(which=st.integers(0, 999))
    def withdraw(self, which: int) -> None:
        """A fact turns out to be wrong: a visit, a post, a grid, the declaration itself."""
        kind, id_ = self.written[which % len(self.written)]
        self._try(lambda: self.ws.void(kind, id_, known_at=self.now, reason="entered_twice"))

    @rule(ref=st.sampled_from((*_HOMES, *_PARTIES)))
    def erase(self, ref: str) -> None:
        """A household or a party is forgotten; no answer names one."""
        self._try(lambda: self.ws.erase(ref))

    @rule()
    def carry(self) -> None:
        """All is exported and goes on in another store."""
        before, self.ws = self.ws, self._opened()
        self.ws.load(before.export())
        before.close()

    # -- answers -----------------------------------------------------------------------------

    @precondition(lambda self: len(self.seen) < _MOST_LOOKS)
    @rule(minutes=st.integers(1, 5000))
    def look(self, minutes: int) -> None:
        """Write down what is answered now; whatever is written later is known later."""
        plain, as_known = answers(self.ws, self, None), answers(self.ws, self, self.now)
        assert without_moment(as_known) == without_moment(plain)
        self.seen.append(_Seen(self.now, plain, as_known))
        self.seconds += 60 * minutes

    @precondition(lambda self: self.seen)
    @rule(which=st.integers(0, 99))
    def look_back(self, which: int) -> None:
        """Ask for something that was written down, as known then."""
        one = self.seen[which % len(self.seen)]
        again = answers(self.ws, self, one.at)
        assert again == one.as_known
        assert without_moment(again) == without_moment(one.plain)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=SHANGHAI)


def answers(ws: Workspace, town: StoreAsKnown, as_known: datetime | None) -> Answers:
    """What a workspace answers of the town, as bytes, by question."""
    known: dict[str, Any] = {"as_known": as_known}
    asked: dict[str, Callable[[], object]] = {
        "check": lambda: ws.check(_MONTH, **known).to_json(),
        "check on": lambda: ws.check(_MONTH, on=_MID, **known).to_json(),
        "explain": lambda: {"as_known": [ws.explain(one.id, **known) for one in _some(ws, known)]},
        "classify": lambda: ws.classify(_MONTH, **known).to_json(),
        "score": lambda: ws.score(_MONTH, **known).to_json(),
        "due": lambda: ws.due(_MONTH, on=_MID, **known).to_json(),
        "plan": lambda: ws.plan(_MONTH, on=_EVE, **known).to_json(),
        "burden": lambda: ws.burden(_MONTH, **known).to_json(),
        "cases": lambda: ws.cases(on=_END, closed=True, **known).to_json(),
        "registers": lambda: [
            {kind: list(table.rows(*table.columns))}
            for kind, table in ws.registers(Span(_FIRST, _END), **known).tables.items()
        ],
    }
    for grid in ("G1", "G2"):
        asked[grid] = lambda grid=grid: [  # type: ignore[misc]  # mypy knows no default of a lambda
            one.to_json() for one in ws.responsible("grid", grid, on=_MID, **known)
        ]
    for case in _CASES if town.procedure else ():
        asked[case] = lambda case=case: ws.case(case, **known).to_json()  # type: ignore[misc]
    return {name: _bytes(call) for name, call in asked.items()}


def _some(ws: Workspace, known: Mapping[str, Any]) -> list[Finding]:
    """A few findings, of each kind of entry some."""
    return list(ws.check(_MONTH, **known))[::3][:4]


def _bytes(call: Callable[[], object]) -> bytes:
    """An answer as bytes, or the codes of the error in its place."""
    try:
        found = call()
    except FengqiaoError as error:
        found = {"refused": [fault.code for fault in error.faults]}
    return json.dumps(found, ensure_ascii=False).encode()


def without_moment(found: Answers) -> dict[str, object]:
    """Answers without the moment that a receipt names as the one asked for."""
    return {name: _without(json.loads(content)) for name, content in found.items()}


def _without(part: Any) -> Any:  # noqa: ANN401  whatever JSON holds
    if isinstance(part, dict):
        return {name: _without(inner) for name, inner in part.items() if name != "as_known"}
    return [_without(inner) for inner in part] if isinstance(part, list) else part
