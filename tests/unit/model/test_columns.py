from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import RecordError
from fengqiao.model import KINDS, Station, Table, Visit, columns_of, prepare
from fengqiao.testing.builders import duties

ZONE = ZoneInfo("Asia/Shanghai")
VISIT = KINDS["visit"]
AT = datetime(2018, 7, 20, 23, 30, tzinfo=ZONE)


def visits(**changes: object) -> dict[str, list[Any]]:
    """Columns of two visits, with changes."""
    columns: dict[str, list[Any]] = {
        "id": ["V1", "V2"],
        "staff": ["W1", "W1"],
        "station": ["ST1", "ST1"],
        "area": ["150302001001", "150302001001"],
        "household": ["HH-00000001", "HH-00000002"],
        "started_at": [AT, AT],
        "ended_at": [AT + timedelta(minutes=45), AT + timedelta(minutes=45)],
    }
    return {**columns, **changes}


def prepared(kind: str, columns: dict[str, list[Any]]) -> Table:
    """Columns in stored form."""
    return prepare(KINDS[kind], columns, zone=ZONE)


def faults(kind: str, columns: dict[str, list[Any]]) -> list[tuple[str, object, object]]:
    """Code, field and row of each fault."""
    with pytest.raises(RecordError) as refused:
        prepare(KINDS[kind], columns, zone=ZONE)
    return [
        (fault.code, fault.facts.get("field"), fault.facts.get("row"))
        for fault in refused.value.faults
    ]


def test_day_of_an_event_is_its_day_in_the_zone() -> None:
    """Half past eleven at night in Shanghai is still that day, though it is the same in UTC."""
    early = datetime(2018, 7, 20, 0, 30, tzinfo=ZONE)
    columns = visits(started_at=[early, AT], ended_at=[early, AT])
    assert prepared("visit", columns)["day"] == [date(2018, 7, 20).toordinal()] * 2


def test_minutes_are_whole_minutes_of_the_event() -> None:
    """A visit that is one second short of 46 minutes lasted 45."""
    ends = [AT + timedelta(minutes=45), AT + timedelta(minutes=45, seconds=59)]
    assert prepared("visit", visits(ended_at=ends))["minutes"] == [45, 45]


def test_instants_of_any_zone_become_seconds() -> None:
    """The same moment in UTC, in an offset and as epoch seconds is stored alike."""
    moments = [AT.astimezone(UTC), AT.astimezone(timezone(timedelta(hours=-3)))]
    stored = prepared("visit", visits(started_at=moments, ended_at=moments))["started_at"]
    assert stored == [int(AT.timestamp())] * 2


def test_seconds_and_datetimes_may_be_mixed() -> None:
    """Each cell is read by what it is."""
    mixed = [AT, int(AT.timestamp())]
    assert len(set(prepared("visit", visits(started_at=mixed))["started_at"])) == 1


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"id": None}, ("record.missing_field", "visit.id", None)),
        ({"id": ["V1", None]}, ("record.absent", "visit.id", 1)),
        ({"id": ["V1"]}, ("record.unequal_columns", "visit.id", None)),
        ({"id": ["V1", 7]}, ("record.type", "visit.id", 1)),
        ({"household": ["HH-00000001", "short"]}, ("record.shape", "visit.household", 1)),
        ({"area": ["150302001001", "x"]}, ("record.area_code_shape", "visit.area", 1)),
        ({"started_at": [AT, AT.replace(tzinfo=None)]}, ("record.naive", "visit.started_at", 1)),
        ({"started_at": [AT, "2018-07-20"]}, ("record.type", "visit.started_at", 1)),
        (
            {"started_at": [AT, int(AT.timestamp()) * 1000]},
            ("record.range", "visit.started_at", 1),
        ),
        (
            {"ended_at": [AT, AT - timedelta(minutes=1)]},
            ("record.ends_before_start", "visit.ended_at", 1),
        ),
    ],
)
def test_each_fault_names_its_field_and_row(
    changes: dict[str, Any], expected: tuple[str, str, int | None]
) -> None:
    """One wrong cell gives one fault that says where."""
    columns = {name: cells for name, cells in visits(**changes).items() if cells is not None}
    assert faults("visit", columns) == [expected]


@pytest.mark.parametrize("year", [1850, 1969, 2100])
def test_instants_outside_the_years_kept_are_refused(year: int) -> None:
    """A datetime is held to the same years as epoch seconds, so that an export loads again."""
    moment = datetime(year, 7, 1, tzinfo=UTC)
    columns = visits(started_at=[AT, moment], ended_at=[AT, moment])
    assert ("record.range", "visit.started_at", 1) in faults("visit", columns)


def test_all_faults_are_reported_at_once() -> None:
    """Three wrong columns make three faults."""
    columns = visits(id=["V1", 7], household=["short", "short"], area=["x", "x"])
    assert [field for _, field, _ in faults("visit", columns)] == [
        "visit.id",
        "visit.area",
        "visit.household",
    ]


def test_unknown_column_is_refused() -> None:
    """Only declared fields can be held."""
    assert faults("visit", visits(note=["a", "b"]))[0][0] == "record.unknown_field"


def test_a_flag_is_true_or_false_only() -> None:
    """One is not True."""
    columns = {
        "room": ["R1"],
        "station": ["ST1"],
        "area": ["150302001001"],
        "named": [1],
        "since": [date(2018, 1, 1)],
    }
    assert faults("police_room", columns) == [("record.type", "police_room.named", 0)]


def totals(**changes: object) -> dict[str, list[Any]]:
    """Columns of one total."""
    columns: dict[str, list[Any]] = {
        "id": ["T1"],
        "key": ["calls.received"],
        "subject_kind": ["station"],
        "subject": ["ST1"],
        "on": [date(2018, 7, 20)],
        "done": [3],
    }
    return {**columns, **changes}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"done": [-1]}, ("record.range", "total.done", 0)),
        ({"done": [1 << 53]}, ("record.range", "total.done", 0)),
        ({"done": [True]}, ("record.type", "total.done", 0)),
        ({"done": [3.0]}, ("record.type", "total.done", 0)),
        ({"on": [datetime(2018, 7, 20, tzinfo=UTC)]}, ("record.type", "total.on", 0)),
        ({"on": [date(1899, 12, 31)]}, ("record.range", "total.on", 0)),
    ],
)
def test_counts_and_days_are_exact(changes: dict[str, Any], expected: tuple[str, str, int]) -> None:
    """Whole numbers from 0 on, plain days from 1900 on."""
    assert faults("total", totals(**changes)) == [expected]


def test_optional_field_may_be_absent() -> None:
    """A total without a denominator is stored as such."""
    assert prepared("total", totals())["total"] == [None]


def sessions(covers: list[Any]) -> dict[str, list[Any]]:
    """Columns of meetings with these topics."""
    size = len(covers)
    return {
        "id": [f"S{number}" for number in range(size)],
        "key": ["meeting.community"] * size,
        "station": ["ST1"] * size,
        "area": ["150302001001"] * size,
        "led_by": ["W1"] * size,
        "started_at": [AT] * size,
        "ended_at": [AT] * size,
        "people": [10] * size,
        "covers": covers,
    }


def test_several_codes_are_stored_sorted_and_once() -> None:
    """A tuple, a list and joined text give the same stored text; none gives an empty one."""
    covers = [("b", "a", "b"), ["a", "b"], "b,a", ()]
    assert prepared("session", sessions(covers))["covers"] == ["a,b", "a,b", "a,b", ""]


@pytest.mark.parametrize(
    ("cell", "code"),
    [("A", "record.code_shape"), (("a b",), "record.code_shape"), (7, "record.type")],
)
def test_fault_in_several_codes_names_its_row(cell: object, code: str) -> None:
    """The row is that of the first cell that holds the fault."""
    assert faults("session", sessions([("a",), cell])) == [(code, "session.covers", 1)]


def test_column_left_out_of_several_codes_is_none() -> None:
    """A meeting without a word on invitations invited nobody."""
    assert prepared("session", sessions([("a",)]))["invited"] == [""]


def test_register_fact_gets_an_id_from_its_keys() -> None:
    """A station's fact is named by the station and its first day."""
    columns = {
        "station": ["ST1"],
        "name": ["一所"],
        "area": ["150302001"],
        "since": [date(2018, 1, 1)],
    }
    assert prepared("station", columns)["id"] == ["ST1:2018-01-01"]


def test_made_id_that_is_too_long_is_refused() -> None:
    """An id that a store could not take back from its own export is not made."""
    columns = {
        "staff": ["W" * 40],
        "role": ["community_officer"],
        "station": ["ST1"],
        "full_time": [True],
        "since": [date(2018, 1, 1)],
    }
    assert faults("assignment", columns) == [("record.shape", "assignment.id", 0)]


def test_last_day_lies_not_before_the_first() -> None:
    """A register fact holds on at least one day."""
    columns = {
        "station": ["ST1"],
        "name": ["一所"],
        "area": ["150302001"],
        "since": [date(2018, 1, 2)],
        "until": [date(2018, 1, 1)],
    }
    assert faults("station", columns) == [("record.ends_before_start", "station.until", 0)]


def inspected(topics: tuple[str, ...], failed: tuple[str, ...]) -> dict[str, list[Any]]:
    """Two inspections, of which the second found something wanting."""
    return {
        "id": ["I1", "I2"],
        "staff": ["W1", "W1"],
        "station": ["ST1", "ST1"],
        "premises": ["PREM0001", "PREM0002"],
        "topics": [("fire",), topics],
        "failed": [(), failed],
        "started_at": [AT, AT],
        "ended_at": [AT, AT],
    }


def test_what_was_not_inspected_can_not_be_found_wanting() -> None:
    """The fault names the field and the row."""
    columns = inspected(("fire", "food"), ("fire", "traffic"))
    assert faults("inspection", columns) == [("record.failed_unseen", "inspection.failed", 1)]


def test_what_was_inspected_may_be_found_wanting() -> None:
    """All of it, or some."""
    table = prepared("inspection", inspected(("fire", "food"), ("food",)))
    assert table["failed"] == ["", "food"]


@pytest.mark.parametrize(
    ("staff", "station", "body"),
    [(None, None, None), ("W1", None, None), ("W1", None, "B1"), (None, "ST1", None)],
)
def test_a_duty_is_somebodys(staff: str | None, station: str | None, body: str | None) -> None:
    """Of staff with their station, or of a body."""
    whose = {"staff": [staff], "station": [station], "body": [body]}
    assert faults("duty", {**duties(1), **whose}) == [("record.nobody", "duty.staff", 0)]


def test_a_duty_may_be_a_bodys() -> None:
    """A bureau sets funds aside (Binhai, 四(三)): no officer did it."""
    whose = {"staff": [None], "station": [None], "body": ["B1"]}
    assert prepared("duty", {**duties(1), **whose})["body"] == ["B1"]


def test_an_item_is_not_due_before_it_was_agreed() -> None:
    """The two days may have been exchanged."""
    columns = {
        "id": ["A1"],
        "session": ["S1"],
        "item": ["ITEM-0001"],
        "owner": ["W1"],
        "station": ["ST1"],
        "agreed_on": [date(2018, 7, 2)],
        "due_on": [date(2018, 7, 1)],
    }
    assert faults("action_item", columns) == [("record.ends_before_start", "action_item.due_on", 0)]


def test_a_flag_may_be_neither_yes_nor_no() -> None:
    """Where the host does not say whether there is a file, nothing stands."""
    columns = {
        "premises": ["PREM0001", "PREM0002", "PREM0003"],
        "kind": ["school"] * 3,
        "area": ["150302001001"] * 3,
        "station": ["ST1"] * 3,
        "filed": [True, None, False],
        "since": [date(2018, 1, 1)] * 3,
    }
    table = prepared("premises", columns)
    assert (table["filed"], table["undertaking"]) == ([1, None, 0], [None, None, None])


def test_empty_batch_is_a_table_without_rows() -> None:
    """No rows is no fault."""
    assert len(prepared("visit", {name: [] for name in VISIT.fields})) == 0


class Arrow:
    """A column as array libraries give it."""

    def __init__(self, *cells: object) -> None:
        self.cells = cells

    def __len__(self) -> int:
        return len(self.cells)

    def to_pylist(self) -> list[object]:
        """The cells."""
        return list(self.cells)


def test_columns_of_other_libraries_are_read() -> None:
    """Anything with `tolist` or `to_pylist` is a column."""
    columns: dict[str, Any] = totals(done=Arrow(3))
    assert prepared("total", columns)["done"] == [3]


def test_objects_become_columns() -> None:
    """Objects of one class give its kind and one column per field."""
    station = Station(station="ST1", name="一所", area="150302001", since=date(2018, 1, 1))
    kind, columns = columns_of([station, station])
    assert (kind.name, columns["station"]) == ("station", ["ST1", "ST1"])


def test_mixed_objects_are_refused() -> None:
    """A batch is of one kind; an empty one is of none."""
    visit = Visit(**{name: cells[0] for name, cells in visits().items()})
    station = Station(station="ST1", name="一所", area="150302001", since=date(2018, 1, 1))
    for batch in ([visit, station], [], [object()]):
        with pytest.raises(RecordError) as refused:
            columns_of(batch)
        assert refused.value.code == "record.mixed_kinds"
