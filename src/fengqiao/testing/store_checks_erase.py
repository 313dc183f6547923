"""Checks of a store: an erased reference is gone, every count stays, and it can't come back."""

from __future__ import annotations

from fengqiao.measures.tallies import Tally
from fengqiao.store import Appended, Store
from fengqiao.testing.builders import (
    JULY,
    KNOWN_AT,
    inspections,
    police_rooms,
    premises,
    visits,
)
from fengqiao.testing.store_checks_append import content, refused
from fengqiao.testing.store_opening import Stores

_HOME, _OTHER = "H0000000001", "H0000000002"
_HOMES = [_HOME, _HOME, _OTHER]
_SHOP, _OTHER_SHOP = "PREM0000", "PREM0001"
_BY_PREMISES = Tally("inspection", "events", by=("premises",), spans=(JULY,))
_COUNTS = [
    Tally("visit", "distinct", "household", by=("staff",), spans=(JULY,)),
    Tally("visit", "distinct", "household", by=("station",), spans=(JULY,)),
    Tally("visit", "distinct", "household", spans=(JULY,)),
    Tally("visit", "events", spans=(JULY,)),
]


def check_erase_counts_changed_facts(stores: Stores) -> None:
    """Every fact with the reference is changed, withdrawn ones too."""
    store = stores.open()
    store.append("visit", visits(3, household=_HOMES), known_at=KNOWN_AT)
    store.void("visit", ["V000000"], known_at=KNOWN_AT, reason="wrong_officer")
    assert store.erase(_HOME) == _HOMES.count(_HOME)


def check_erased_reference_is_not_exported(stores: Stores) -> None:
    """The export holds a token in its place, the same in all its facts."""
    store = stores.open()
    store.append("visit", visits(3, household=_HOMES), known_at=KNOWN_AT)
    store.erase(_HOME)
    exported = content(store)
    assert _HOME.encode() not in exported
    assert _OTHER.encode() in exported


def check_counts_stay_after_erasing(stores: Stores) -> None:
    """No count at any level changes."""
    store = stores.open()
    columns = visits(3, household=_HOMES, staff=["W1", "W2", "W1"], station="ST1")
    store.append("visit", columns, known_at=KNOWN_AT)
    before = [list(table.rows(*table.columns)) for table in store.tally(_COUNTS)]
    store.erase(_HOME)
    for as_known in (None, KNOWN_AT):
        after = store.tally(_COUNTS, as_known=as_known)
        assert [list(table.rows(*table.columns)) for table in after] == before


def check_two_erased_stay_two(stores: Stores) -> None:
    """Two erased references are two households still."""
    store = stores.open()
    store.append("visit", visits(3, household=_HOMES), known_at=KNOWN_AT)
    store.erase(_HOME)
    store.erase(_OTHER)
    assert store.tally(_COUNTS[2:3])[0]["value"] == [2]


def check_erased_reference_is_refused(stores: Stores) -> None:
    """Facts with it are left out and counted; the others are written."""
    store = stores.open()
    store.append("visit", visits(3, household=_HOMES), known_at=KNOWN_AT)
    store.erase(_HOME)
    again = visits(5, household=[*_HOMES, _HOME, "H0000000003"])
    done = store.append("visit", again, known_at=KNOWN_AT)
    assert done == Appended(new=1, repeated=1, refused=3)
    assert _HOME.encode() not in content(store)


def check_unknown_reference_can_be_erased(stores: Stores) -> None:
    """Erasing what stands nowhere changes nothing, and keeps it out from then on."""
    store = stores.open()
    assert store.erase(_HOME) == 0
    done = store.append("visit", visits(1, household=_HOME), known_at=KNOWN_AT)
    assert done == Appended(refused=1)


def check_erase_again_changes_nothing(stores: Stores) -> None:
    """The second time there is nothing left."""
    store = stores.open()
    store.append("visit", visits(3, household=_HOMES), known_at=KNOWN_AT)
    store.erase(_HOME)
    before = content(store)
    assert store.erase(_HOME) == 0
    assert content(store) == before


def check_only_references_are_erased(stores: Stores) -> None:
    """A text that can't be a reference is refused."""
    store = stores.open()
    assert refused(lambda: store.erase("No. 4, Garden Street")).code == "id.shape"


def check_other_fields_are_left_alone(stores: Stores) -> None:
    """An id that reads like the reference is no reference."""
    store = stores.open()
    store.append("visit", visits(1, id=_HOME, household=_OTHER), known_at=KNOWN_AT)
    assert store.erase(_HOME) == 0
    assert store.append("visit", visits(1, id=_HOME, household=_OTHER), known_at=KNOWN_AT) == (
        Appended(repeated=1)
    )


def check_earlier_export_brings_nothing_back(stores: Stores) -> None:
    """An export from before is loaded without the facts that carry the reference."""
    store = stores.open()
    store.append("visit", visits(3, household=_HOMES), known_at=KNOWN_AT)
    store.void("visit", ["V000000"], known_at=KNOWN_AT, reason="wrong_officer")
    earlier = list(store.export())
    store.erase(_HOME)
    assert store.load(earlier) == Appended(repeated=1, refused=2)
    assert _HOME.encode() not in content(store)


def check_erasure_travels_with_the_export(stores: Stores) -> None:
    """A store that loads the export refuses the reference as well."""
    store, other = stores.open(), stores.open("other")
    store.append("visit", visits(3, household=_HOMES), known_at=KNOWN_AT)
    store.erase(_HOME)
    other.load(store.export())
    done = other.append("visit", visits(1, first=9, household=_HOME), known_at=KNOWN_AT)
    assert done == Appended(refused=1)


def check_loading_erases_here_too(stores: Stores) -> None:
    """What was erased where the lines come from is erased where they are loaded."""
    store, other = stores.open(), stores.open("other")
    for each in (store, other):
        each.append("visit", visits(3, household=_HOMES), known_at=KNOWN_AT)
    store.erase(_HOME)
    assert other.load(store.export()) == Appended(repeated=3)
    assert _HOME.encode() not in content(other)


def check_erasing_after_loading_erasures(stores: Stores) -> None:
    """Erasures of two stores stand side by side."""
    store, other = stores.open(), stores.open("other")
    other.erase(_OTHER)
    store.erase(_HOME)
    other.load(store.export())
    columns = visits(3, household=[_HOME, _OTHER, "H0000000003"])
    assert other.append("visit", columns, known_at=KNOWN_AT) == Appended(new=1, refused=2)


def _with_premises(store: Store) -> None:
    """Two premises, a room at the first, and two inspections of the first and one of the other."""
    store.append("premises", premises(2), known_at=KNOWN_AT)
    store.append("police_room", police_rooms(1, premises=_SHOP), known_at=KNOWN_AT)
    inspected = inspections(3, premises=[_SHOP, _SHOP, _OTHER_SHOP])
    store.append("inspection", inspected, known_at=KNOWN_AT)


def check_premises_are_erased_everywhere(stores: Stores) -> None:
    """The register, its rooms and its inspections all lose the reference."""
    store = stores.open()
    _with_premises(store)
    assert store.erase(_SHOP) == len(("register", "room", "inspection", "inspection"))
    assert _SHOP.encode() not in content(store)
    assert _OTHER_SHOP.encode() in content(store)


def check_erased_premises_stay_one(stores: Stores) -> None:
    """The register, its room and its inspections name the same premises still."""
    store = stores.open()
    _with_premises(store)
    store.erase(_SHOP)
    table = store.register("premises", during=JULY)
    (token,) = set(table["premises"]) - {_OTHER_SHOP}
    assert store.register("police_room", during=JULY)["premises"] == [token]
    (rows,) = store.rows("inspection", during=JULY)
    assert sorted(rows["premises"]) == sorted([token, token, _OTHER_SHOP])


def check_counts_by_premises_forget_the_erased(stores: Stores) -> None:
    """A count split by premises that was asked before names the reference no more."""
    store = stores.open()
    _with_premises(store)
    (before,) = store.tally([_BY_PREMISES])
    store.erase(_SHOP)
    (after,) = store.tally([_BY_PREMISES])
    assert sorted(before["premises"]) == [_SHOP, _OTHER_SHOP]
    assert sorted(after["value"]) == sorted(before["value"])
    assert _SHOP not in after["premises"]


def check_made_id_is_erased_too(stores: Stores) -> None:
    """The id of a fact that is made from the reference, or holds it, goes with it."""
    store = stores.open()
    _with_premises(store)
    named = inspections(1, first=9, id=f"I-{_SHOP}", premises=_SHOP)
    store.append("inspection", named, known_at=KNOWN_AT)
    store.void("inspection", [f"I-{_SHOP}"], known_at=KNOWN_AT, reason="wrong_officer")
    store.erase(_SHOP)
    assert _SHOP.encode() not in content(store)
    assert len(store.tally([_BY_PREMISES])[0]) == len((_SHOP, _OTHER_SHOP))


def check_erased_premises_are_refused(stores: Stores) -> None:
    """Neither the register nor an earlier export brings them back."""
    store = stores.open()
    _with_premises(store)
    earlier = list(store.export())
    store.erase(_SHOP)
    again = store.append("premises", premises(2), known_at=KNOWN_AT)
    assert again == Appended(repeated=1, refused=1)
    assert store.load(earlier) == Appended(repeated=2, refused=4)


def check_erased_premises_travel(stores: Stores) -> None:
    """Two stores with the same facts have them once after one loads the other's export."""
    store, other = stores.open(), stores.open("other")
    for each in (store, other):
        _with_premises(each)
    store.erase(_SHOP)
    assert other.load(store.export()) == Appended(repeated=6)
    assert len(other.register("premises", during=JULY)) == len((_SHOP, _OTHER_SHOP))
