"""Checks of a store: facts go in whole or not at all, and are withdrawn, never changed."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from datetime import datetime

from fengqiao.errors import FengqiaoError, RecordError, StoreConflict, StoreError
from fengqiao.measures.tallies import Tally
from fengqiao.model import Columns
from fengqiao.store import Appended, Store
from fengqiao.testing.builders import (
    BUILDERS,
    JULY,
    KNOWN_AT,
    SHANGHAI,
    areas,
    awards,
    police_rooms,
    visits,
)
from fengqiao.testing.store_opening import Stores

_VISITS = Tally("visit", "events", spans=(JULY,))


def refused(call: Callable[[], object]) -> FengqiaoError:
    """The error with which a call fails; it fails the check if it doesn't."""
    try:
        call()
    except FengqiaoError as error:
        return error
    message = "the call should have been refused"
    raise AssertionError(message)


def content(store: Store) -> bytes:
    """Everything that a store holds."""
    return b"".join(store.export())


def check_new_facts_are_counted(stores: Stores) -> None:
    """Facts that the store doesn't hold are new."""
    assert stores.open().append("visit", visits(3), known_at=KNOWN_AT) == Appended(new=3)


def check_every_kind_is_held(stores: Stores) -> None:
    """Each declared kind of fact can be written."""
    store = stores.open()
    done = {kind: store.append(kind, make(2), known_at=KNOWN_AT) for kind, make in BUILDERS.items()}
    assert set(done.values()) == {Appended(new=2)}


def check_no_rows_change_nothing(stores: Stores) -> None:
    """Columns without rows are accepted and leave no trace."""
    store = stores.open()
    before = content(store)
    assert store.append("visit", visits(0), known_at=KNOWN_AT) == Appended()
    assert content(store) == before


def check_arrays_are_columns(stores: Stores) -> None:
    """A column may be an array."""
    columns = dict(visits(3))
    columns["started_at"] = array("q", columns["started_at"])
    assert stores.open().append("visit", columns, known_at=KNOWN_AT) == Appended(new=3)


def check_same_facts_are_repeated(stores: Stores) -> None:
    """Facts that stand there with the same content are repeated, whenever they come."""
    store = stores.open()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    before = content(store)
    later = KNOWN_AT.replace(year=2020)
    assert store.append("visit", visits(3), known_at=later) == Appended(repeated=3)
    assert content(store) == before


def check_some_new_among_repeated(stores: Stores) -> None:
    """A batch may hold new and repeated facts."""
    store = stores.open()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    assert store.append("visit", visits(5), known_at=KNOWN_AT) == Appended(new=2, repeated=3)


def check_same_fact_twice_in_a_batch(stores: Stores) -> None:
    """The second of two equal facts in a batch is repeated."""
    columns = {name: [*cells, cells[0]] for name, cells in visits(2).items()}
    done = stores.open().append("visit", columns, known_at=KNOWN_AT)
    assert done == Appended(new=2, repeated=1)


def check_codes_in_another_order_are_the_same(stores: Stores) -> None:
    """Several codes are a set."""
    store = stores.open()
    store.append("police_room", police_rooms(1, fittings=("desk", "phone")), known_at=KNOWN_AT)
    again = police_rooms(1, fittings=("phone", "desk"))
    assert store.append("police_room", again, known_at=KNOWN_AT) == Appended(repeated=1)


def check_other_content_is_a_conflict(stores: Stores) -> None:
    """Another content under a taken id is refused, and the error names id and fields."""
    store = stores.open()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    other = visits(3, staff=["W0000", "W0009", "W0002"])
    error = refused(lambda: store.append("visit", other, known_at=KNOWN_AT))
    assert isinstance(error, StoreConflict)
    assert (error.facts["id"], error.facts["fields"]) == ("V000001", ["staff"])


def check_conflict_writes_nothing(stores: Stores) -> None:
    """A conflict in the last row keeps the rows before it out."""
    store = stores.open()
    store.append("visit", visits(1, first=5), known_at=KNOWN_AT)
    before = content(store)
    other = visits(6, staff="W0009")
    assert refused(lambda: store.append("visit", other, known_at=KNOWN_AT)).code == "store.conflict"
    assert content(store) == before


def check_conflict_within_a_batch(stores: Stores) -> None:
    """Two contents under one id in the same batch are a conflict."""
    store = stores.open()
    columns = visits(2, id="V1")
    assert refused(lambda: store.append("visit", columns, known_at=KNOWN_AT)).facts["id"] == "V1"
    assert store.tally([_VISITS])[0]["value"] == []


def check_fault_in_a_late_chunk_writes_nothing(stores: Stores) -> None:
    """A fault in row 120,000 keeps all rows out, and names the row."""
    store = stores.open()
    before = content(store)
    columns = {name: list(cells) for name, cells in visits(120_001).items()}
    columns["household"][120_000] = "short"
    error = refused(lambda: store.append("visit", columns, known_at=KNOWN_AT))
    assert (error.code, error.facts["row"]) == ("record.shape", 120_000)
    assert content(store) == before


def check_conflict_in_a_late_chunk_writes_nothing(stores: Stores) -> None:
    """A conflict in row 120,000 keeps all rows out."""
    store = stores.open()
    store.append("visit", visits(1, first=120_000), known_at=KNOWN_AT)
    before = content(store)
    columns = {name: list(cells) for name, cells in visits(120_001).items()}
    columns["staff"][120_000] = "W9999"
    error = refused(lambda: store.append("visit", columns, known_at=KNOWN_AT))
    assert error.facts["id"] == "V120000"
    assert content(store) == before


def check_batches_are_one(stores: Stores) -> None:
    """Several batches are counted together, and each fact is there once."""
    store = stores.open()
    batches = (visits(3), visits(0), visits(5))
    assert store.append_all("visit", iter(batches), known_at=KNOWN_AT) == Appended(5, 3)
    assert store.tally([_VISITS])[0]["value"] == [5]


def check_fault_in_a_later_batch_writes_nothing(stores: Stores) -> None:
    """A fault in the second batch keeps the first one out."""
    store = stores.open()
    before = content(store)
    batches = (visits(3), visits(3, first=3, household="short"))
    error = refused(lambda: store.append_all("visit", batches, known_at=KNOWN_AT))
    assert error.code == "record.shape"
    assert content(store) == before


def check_conflict_between_batches_writes_nothing(stores: Stores) -> None:
    """Another content under the id of an earlier batch is refused, and that batch with it."""
    store = stores.open()
    before = content(store)
    batches = (visits(3), visits(1, staff="W0009"))
    error = refused(lambda: store.append_all("visit", batches, known_at=KNOWN_AT))
    assert (error.code, error.facts["id"]) == ("store.conflict", "V000000")
    assert content(store) == before


def check_batches_that_fail_to_come_write_nothing(stores: Stores) -> None:
    """An error of what makes the batches comes through, and those before it are not there."""
    store = stores.open()
    before = content(store)

    def broken() -> Iterator[Columns]:
        yield visits(3)
        message = "no more"
        raise RuntimeError(message)

    try:
        store.append_all("visit", broken(), known_at=KNOWN_AT)
    except RuntimeError as error:
        assert str(error) == "no more"  # noqa: PT017  as `refused`, which knows our errors only
    else:
        message = "the error should have come through"
        raise AssertionError(message)
    assert content(store) == before
    assert store.append("visit", visits(1), known_at=KNOWN_AT) == Appended(new=1)


def check_bad_columns_write_nothing(stores: Stores) -> None:
    """Columns that `prepare` refuses are refused, with every fault."""
    store = stores.open()
    before = content(store)
    columns = {**visits(3), "staff": ["W1", "W 2", "W3"], "area": [None] * 3}
    error = refused(lambda: store.append("visit", columns, known_at=KNOWN_AT))
    assert isinstance(error, RecordError)
    assert [fault.code for fault in error.faults] == ["record.shape", "record.absent"]
    assert content(store) == before


def check_unequal_columns_are_refused(stores: Stores) -> None:
    """Columns of different lengths are refused."""
    columns = {**visits(3), "staff": ["W1"]}
    error = refused(lambda: stores.open().append("visit", columns, known_at=KNOWN_AT))
    assert error.code == "record.unequal_columns"


def check_unknown_kind_is_refused(stores: Stores) -> None:
    """A kind that is not declared is refused."""
    error = refused(lambda: stores.open().append("resident", {}, known_at=KNOWN_AT))
    assert error.code == "record.unknown_kind"


def check_naive_known_at_is_refused(stores: Stores) -> None:
    """When something became known needs a zone."""
    naive = datetime(2019, 1, 1)  # noqa: DTZ001  the point of the check
    store = stores.open()
    errors = [
        refused(lambda: store.append("visit", visits(1), known_at=naive)),
        refused(lambda: store.void("visit", [], known_at=naive, reason="wrong")),
    ]
    assert {error.code for error in errors} == {"record.naive_known_at"}


def check_values_stay_out_of_errors(stores: Stores) -> None:
    """A refused value stands nowhere in the error, and no other error rides along."""
    store = stores.open()
    marker = "M" + "arker" * 3
    columns = visits(2, household=["H0000000001", f"{marker} Street"])
    error = refused(lambda: store.append("visit", columns, known_at=KNOWN_AT))
    assert marker not in f"{error!r} {error} {error.args} {error.faults}"
    assert error.__context__ is None
    assert error.__cause__ is None


def check_register_facts_get_ids(stores: Stores) -> None:
    """Register facts without ids get one from their key fields."""
    store = stores.open()
    store.append("area", areas(1), known_at=KNOWN_AT)
    assert store.register("area", during=JULY)["id"] == ["150302001000:2018-07-02"]


def check_void_withdraws(stores: Stores) -> None:
    """A withdrawn fact is counted no more."""
    store = stores.open()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    done = store.void("visit", ["V000000", "V000002"], known_at=KNOWN_AT, reason="entered_twice")
    assert (done, store.tally([_VISITS])[0]["value"]) == (2, [1])


def check_void_again_counts_nothing(stores: Stores) -> None:
    """What is withdrawn already is not counted, and its first withdrawal stays."""
    store = stores.open()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    store.void("visit", ["V000000"], known_at=KNOWN_AT, reason="entered_twice")
    before = content(store)
    later = datetime(2020, 1, 1, tzinfo=SHANGHAI)
    assert store.void("visit", ["V000000"], known_at=later, reason="other") == 0
    assert content(store) == before


def check_void_of_unknown_id_writes_nothing(stores: Stores) -> None:
    """An id that stands nowhere keeps the others from being withdrawn."""
    store = stores.open()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    before = content(store)
    ids = ["V000000", "V999999"]
    error = refused(lambda: store.void("visit", ids, known_at=KNOWN_AT, reason="wrong"))
    assert isinstance(error, StoreError)
    assert (error.code, error.facts["row"]) == ("store.unknown_id", 1)
    assert content(store) == before


def check_void_names_no_text_that_is_no_id(stores: Stores) -> None:
    """What can't be an id is not repeated in the error."""
    store = stores.open()
    marker = "M" + "arker" * 3
    for text in (f"{marker} Street 4", f"{marker}\ud800"):
        error = refused(lambda ids=[text]: store.void("visit", ids, known_at=KNOWN_AT, reason="x"))  # type: ignore[misc]
        assert error.code == "store.unknown_id"
        assert marker not in f"{error} {error.faults}"


def check_free_text_is_no_reason(stores: Stores) -> None:
    """A reason is a code."""
    store = stores.open()
    store.append("visit", visits(1), known_at=KNOWN_AT)
    text = "He was not at home"
    error = refused(lambda: store.void("visit", ["V000000"], known_at=KNOWN_AT, reason=text))
    assert (error.code, text in str(error)) == ("store.reason", False)


def check_voided_id_stays_taken(stores: Stores) -> None:
    """Under the id of a withdrawn fact nothing else can be written."""
    store = stores.open()
    store.append("visit", visits(1), known_at=KNOWN_AT)
    store.void("visit", ["V000000"], known_at=KNOWN_AT, reason="wrong_officer")
    other = visits(1, staff="W0009")
    error = refused(lambda: store.append("visit", other, known_at=KNOWN_AT))
    assert isinstance(error, StoreConflict)
    assert (error.code, error.facts["id"]) == ("store.voided", "V000000")


def check_voided_fact_comes_not_back(stores: Stores) -> None:
    """Writing a withdrawn fact again is refused by its id, and keeps the rows beside it out."""
    store = stores.open()
    store.append("visit", visits(1, first=3), known_at=KNOWN_AT)
    store.void("visit", ["V000003"], known_at=KNOWN_AT, reason="wrong_officer")
    before = content(store)
    error = refused(lambda: store.append("visit", visits(5), known_at=KNOWN_AT))
    assert isinstance(error, StoreConflict)
    assert (error.code, error.facts["id"]) == ("store.voided", "V000003")
    assert content(store) == before


def check_correction_goes_under_another_id(stores: Stores) -> None:
    """Beside a withdrawn fact the same content can be written under another id."""
    store = stores.open()
    store.append("visit", visits(1), known_at=KNOWN_AT)
    store.void("visit", ["V000000"], known_at=KNOWN_AT, reason="wrong_officer")
    right = visits(1, id="V000000b")
    assert store.append("visit", right, known_at=KNOWN_AT) == Appended(new=1)
    assert store.tally([_VISITS])[0]["value"] == [1]


def check_voided_id_is_taken_in_its_kind_alone(stores: Stores) -> None:
    """A fact of another kind may be repeated though it has the id of a withdrawn one."""
    store = stores.open()
    store.append("visit", visits(1, id="X1"), known_at=KNOWN_AT)
    store.append("award", awards(1, id="X1"), known_at=KNOWN_AT)
    store.void("visit", ["X1"], known_at=KNOWN_AT, reason="wrong_officer")
    again = store.append("award", awards(1, id="X1"), known_at=KNOWN_AT)
    assert again == Appended(repeated=1)
