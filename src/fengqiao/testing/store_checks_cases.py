"""Checks of a store: a case is its steps in order, and no step of it is lost or taken twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from fengqiao.errors import StoreConflict
from fengqiao.model import Columns
from fengqiao.store import Appended, Store
from fengqiao.testing.builders import KNOWN_AT, case_events
from fengqiao.testing.store_checks_append import content, refused
from fengqiao.testing.store_opening import Stores

_CASE, _OTHER = "case-A0001", "case-B0001"
_PARTY = "party-0001"
_NINE = 1_530_493_200
"""2018-07-02 09:00 in Shanghai."""


def steps(*kinds: str, **given: object) -> Columns:
    """Steps of a case an hour apart, as `append_case` takes them."""
    columns: dict[str, object] = {
        "kind": list(kinds),
        "at": [_NINE + 3600 * number for number in range(len(kinds))],
        **{name: [value] * len(kinds) for name, value in given.items()},
    }
    return columns  # type: ignore[return-value]  # lists throughout


def _opened(store: Store, case: str = _CASE, **given: object) -> int:
    return store.append_case(case, at_version=0, events=steps("found", **given), known_at=KNOWN_AT)


def check_a_case_gives_its_steps(stores: Stores) -> None:
    """Steps come back in order, with their numbers and when they became known."""
    store = stores.open()
    _opened(store)
    version = store.append_case(
        _CASE, at_version=1, events=steps("accepted", "session_held"), known_at=KNOWN_AT
    )
    found, table = store.case(_CASE)
    assert (version, found) == (3, 3)
    assert list(table["kind"]) == ["found", "accepted", "session_held"]
    assert list(table["seq"]) == [1, 2, 3]
    assert set(table["known_at"]) == {int(KNOWN_AT.timestamp())}


def check_an_unknown_case_is_empty(stores: Stores) -> None:
    """A case that nobody opened has version 0 and no steps."""
    version, table = stores.open().case(_CASE)
    assert (version, len(table)) == (0, 0)


def check_a_stale_version_is_refused(stores: Stores) -> None:
    """Of two who read the same version one goes on, and the other's step leaves no trace."""
    store = stores.open()
    _opened(store)
    store.append_case(_CASE, at_version=1, events=steps("accepted"), known_at=KNOWN_AT)
    before = content(store)
    error = refused(
        lambda: store.append_case(_CASE, at_version=1, events=steps("declined"), known_at=KNOWN_AT)
    )
    assert isinstance(error, StoreConflict)
    assert (error.code, error.facts["version"]) == ("store.stale_case", 2)
    assert content(store) == before


def check_a_version_ahead_is_refused(stores: Stores) -> None:
    """Nobody goes on from a version that is not there yet."""
    store = stores.open()
    error = refused(
        lambda: store.append_case(_CASE, at_version=1, events=steps("found"), known_at=KNOWN_AT)
    )
    assert error.code == "store.stale_case"


def check_racing_steps_are_all_kept(stores: Stores) -> None:
    """However many write at once, each step is taken once and none is lost."""
    store = stores.open()
    _opened(store)

    def go_on(_number: int) -> None:
        is_done = False
        while not is_done:
            version, _ = store.case(_CASE)
            with suppress(StoreConflict):
                store.append_case(
                    _CASE, at_version=version, events=steps("session_held"), known_at=KNOWN_AT
                )
                is_done = True

    races = 24
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(go_on, range(races)))
    version, table = store.case(_CASE)
    assert (version, list(table["seq"])) == (races + 1, list(range(1, races + 2)))


def check_a_party_belongs_to_one_case(stores: Stores) -> None:
    """A party that stands in one case is refused in another."""
    store = stores.open()
    _opened(store, party=_PARTY)
    before = content(store)
    error = refused(lambda: _opened(store, _OTHER, party=_PARTY))
    assert error.code == "store.party_elsewhere"
    assert content(store) == before


def check_a_party_may_come_again_in_its_case(stores: Stores) -> None:
    """In its own case a party stands on as many steps as it likes."""
    store = stores.open()
    _opened(store, party=_PARTY)
    again = steps("consented", party=_PARTY)
    assert store.append_case(_CASE, at_version=1, events=again, known_at=KNOWN_AT) == 2  # noqa: PLR2004  the second step


def check_steps_leave_no_gap(stores: Stores) -> None:
    """Steps that are written without a version follow the last one, too."""
    store = stores.open()
    store.append("case_event", case_events(1), known_at=KNOWN_AT)
    gap = case_events(1, id="case-00000:3", seq=3)
    assert refused(lambda: store.append("case_event", gap, known_at=KNOWN_AT)).code == (
        "store.case_gap"
    )


def check_a_step_is_taken_once(stores: Stores) -> None:
    """A number of a case stands for one step, under whatever id."""
    store = stores.open()
    store.append("case_event", case_events(1), known_at=KNOWN_AT)
    taken = case_events(1, id="another-1", kind="applied")
    error = refused(lambda: store.append("case_event", taken, known_at=KNOWN_AT))
    assert error.code == "store.case_step_taken"


def check_a_withdrawn_step_keeps_its_number(stores: Stores) -> None:
    """What was withdrawn is no longer part of the case, and its number stays taken."""
    store = stores.open()
    _opened(store)
    store.append_case(_CASE, at_version=1, events=steps("accepted"), known_at=KNOWN_AT)
    store.void("case_event", [f"{_CASE}:2"], known_at=KNOWN_AT, reason="wrong_case")
    version, table = store.case(_CASE)
    assert (version, list(table["kind"])) == (2, ["found"])


def check_a_case_is_read_as_it_was_known(stores: Stores) -> None:
    """Steps recorded later are left out, and a step that was withdrawn later stands there still."""
    store = stores.open()
    later, last = (KNOWN_AT.replace(year=year) for year in (2020, 2021))
    _opened(store)
    store.append_case(_CASE, at_version=1, events=steps("accepted"), known_at=later)
    store.void("case_event", [f"{_CASE}:2"], known_at=last, reason="wrong_case")
    seen = [store.case(_CASE, as_known=moment) for moment in (KNOWN_AT, later, last, None)]
    assert [(version, list(table["seq"])) for version, table in seen] == [
        (1, [1]),
        (2, [1, 2]),
        (2, [1]),
        (2, [1]),
    ]


def check_a_case_is_unknown_before_it_was_recorded(stores: Stores) -> None:
    """As of a moment before its first step there is no such case."""
    store = stores.open()
    _opened(store)
    version, table = store.case(_CASE, as_known=KNOWN_AT.replace(year=2017))
    assert (version, len(table)) == (0, 0)


def check_an_erased_party_is_gone_from_its_case(stores: Stores) -> None:
    """The steps stay, the reference does not."""
    store = stores.open()
    _opened(store, party=_PARTY)
    assert store.erase(_PARTY) == 1
    version, table = store.case(_CASE)
    assert (version, len(table)) == (1, 1)
    assert _PARTY.encode() not in content(store)
    again = steps("consented", party=_PARTY)
    error = refused(lambda: store.append_case(_CASE, at_version=1, events=again, known_at=KNOWN_AT))
    assert error.code == "store.case_erased"


def check_an_erased_case_is_gone(stores: Stores) -> None:
    """A case whose reference is erased is not found by it, and takes no step under it."""
    store = stores.open()
    _opened(store)
    store.append_case(_CASE, at_version=1, events=steps("accepted"), known_at=KNOWN_AT)
    assert store.erase(_CASE) == 2  # noqa: PLR2004  both steps
    assert store.case(_CASE)[0] == 0
    assert _CASE.encode() not in content(store)
    assert refused(lambda: _opened(store)).code == "store.case_erased"


def check_cases_travel_with_the_export(stores: Stores) -> None:
    """A case that is loaded elsewhere goes on there from its version."""
    store, other = stores.open(), stores.open("other")
    _opened(store, party=_PARTY)
    store.append_case(_CASE, at_version=1, events=steps("accepted"), known_at=KNOWN_AT)
    assert other.load(store.export()) == Appended(new=2)
    assert other.load(store.export()) == Appended(repeated=2)
    assert content(other) == content(store)
    more = steps("session_held")
    assert other.append_case(_CASE, at_version=2, events=more, known_at=KNOWN_AT) == 3  # noqa: PLR2004  the third step
    assert refused(lambda: _opened(other, _OTHER, party=_PARTY)).code == "store.party_elsewhere"


def check_no_steps_change_nothing(stores: Stores) -> None:
    """Columns without rows leave the version as it is."""
    store = stores.open()
    _opened(store)
    before = content(store)
    assert store.append_case(_CASE, at_version=1, events=steps(), known_at=KNOWN_AT) == 1
    assert content(store) == before


def check_what_the_store_fills_in_is_not_given(stores: Stores) -> None:
    """Numbers, ids and the format of steps are the store's."""
    store = stores.open()
    given = {**steps("found"), "seq": [7]}
    error = refused(lambda: store.append_case(_CASE, at_version=0, events=given, known_at=KNOWN_AT))
    assert error.code == "record.unknown_field"


def check_only_references_are_cases(stores: Stores) -> None:
    """A text that can't be a reference is refused."""
    store = stores.open()
    assert refused(lambda: store.case("No. 4, Garden Street")).code == "id.shape"
