"""Checks of a store: an argument of another type is refused by an error that doesn't repeat it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from fengqiao.measures.tallies import Tally
from fengqiao.testing.builders import JULY, KNOWN_AT, visits
from fengqiao.testing.store_checks_append import content, refused
from fengqiao.testing.store_opening import Stores

_MARKER = "M" + "arker" * 3 + " Street"
_OTHER_TYPES: tuple[Any, ...] = (None, 7, _MARKER, [_MARKER], {_MARKER: _MARKER}, object())
_CALLS: dict[str, Callable[[Any, Any], object]] = {
    "kind": lambda s, x: s.append(x, visits(1), known_at=KNOWN_AT),
    "columns": lambda s, x: s.append("visit", x, known_at=KNOWN_AT),
    "batches": lambda s, x: s.append_all("visit", x, known_at=KNOWN_AT),
    "a column": lambda s, x: s.append("visit", {**visits(1), "staff": x}, known_at=KNOWN_AT),
    "known_at": lambda s, x: s.append("visit", visits(1), known_at=x),
    "kind to void": lambda s, x: s.void(x, ["V1"], known_at=KNOWN_AT, reason="wrong"),
    "ids": lambda s, x: s.void("visit", x, known_at=KNOWN_AT, reason="wrong"),
    "an id": lambda s, x: s.void("visit", [x], known_at=KNOWN_AT, reason="wrong"),
    "moment of a void": lambda s, x: s.void("visit", [], known_at=x, reason="wrong"),
    "reason": lambda s, x: s.void("visit", [], known_at=KNOWN_AT, reason=x),
    "wanted": lambda s, x: s.tally(x),
    "a tally": lambda s, x: s.tally([x]),
    "kind of a tally": lambda s, x: s.tally([Tally(x, "events", spans=(JULY,))]),
    "field of a tally": lambda s, x: s.tally([Tally("visit", "distinct", x, spans=(JULY,))]),
    "by": lambda s, x: s.tally([Tally("visit", "events", by=x, spans=(JULY,))]),
    "spans": lambda s, x: s.tally([Tally("visit", "events", spans=x)]),
    "a span": lambda s, x: s.tally([Tally("visit", "events", spans=(x,))]),
    "where": lambda s, x: s.tally([Tally("visit", "events", spans=(JULY,), where=x)]),
    "a condition": lambda s, x: s.tally([Tally("visit", "events", spans=(JULY,), where=(x,))]),
    "register": lambda s, x: s.register(x, during=JULY),
    "days of a register": lambda s, x: s.register("area", during=x),
    "rows": lambda s, x: list(s.rows(x, during=JULY)),
    "days of rows": lambda s, x: list(s.rows("award", during=x)),
    "ref": lambda s, x: s.erase([x]),
    "lines": lambda s, x: s.load(x),
    "a line": lambda s, x: s.load([*s.export(), x]),
}


def check_other_types_are_refused(stores: Stores) -> None:
    """No call answers with an error of Python, repeats what it was given, or writes anything."""
    store = stores.open()
    before = content(store)
    for name, call in _CALLS.items():
        for value in _OTHER_TYPES:
            error = refused(partial(call, store, value))
            assert _MARKER not in f"{error} {error.faults}", name
    assert content(store) == before


def check_no_reference_is_refused(stores: Stores) -> None:
    """What is no text can't be a reference."""
    store: Any = stores.open()
    codes = [refused(partial(store.erase, ref)).code for ref in (None, 12345678, b"H0000001")]
    assert codes == ["id.shape"] * len(codes)


def check_as_known_is_a_moment(stores: Stores) -> None:
    """A time of knowledge of another type is refused by every question."""
    store: Any = stores.open()
    tallies = [Tally("visit", "events", spans=(JULY,))]
    calls: tuple[Callable[[Any], object], ...] = (
        lambda x: store.tally(tallies, as_known=x),
        lambda x: store.register("area", during=JULY, as_known=x),
        lambda x: list(store.rows("award", during=JULY, as_known=x)),
        lambda x: store.case("case-A0001", as_known=x),
    )
    for value in (7, _MARKER, JULY.first):
        codes = {refused(partial(call, value)).code for call in calls}
        assert codes == {"store.argument"}
