"""What a place may add to its parent's procedure, and that it doesn't loosen it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fengqiao.errors import Fault, render
from fengqiao.packs import check_pack, read_pack
from fengqiao.packs.procedure_parents import procedure_faults
from fengqiao.rules import Pack

from .conftest import HEAD, TESTS

Finder = Callable[[str, str], list[tuple[str, object]]]

ABOVE = """
[[procedure]]
key = "mediation.peoples"
clause = "一"
places_may = "{may}"
papers = ["registration", "record"]
[[procedure.state]]
name = "open"
[[procedure.state]]
name = "failed"
[[procedure.state]]
name = "filed"
ends = true
[[procedure.move]]
name = "found"
from = "new"
to = "open"
by = ["committee", "mediator"]
[[procedure.move]]
name = "session_held"
from = "open"
[[procedure.move]]
name = "failed"
from = "open"
to = "failed"
[[procedure.move]]
name = "extended"
from = "open"
[[procedure.move]]
name = "filed"
from = "failed"
to = "filed"
[[procedure.guard]]
name = "voluntary"
moves = ["session_held", "failed"]
needs = ["parties_joined", "all_consented"]
[[procedure.guard]]
name = "form"
moves = "filed"
needs.any_of = ["agreement_written", "agreement_oral"]
[[procedure.guard]]
name = "no_fee"
moves = "session_held"
bars = ["fee_charged", "other_routes_blocked"]
[[procedure.clock]]
name = "settle"
at_most = "30 days"
starts = "found"
stops = "failed"
extend.by = "extended"
extend.at_most = "10 days"
extend.times = 2
extend.reasons = ["all_ask", "grave_or_complex"]
[[procedure.clock]]
name = "free"
at_most = "30 days"
starts = "found"
stops = "failed"
places_may = "replace"
"""
ADDS = '\n[[procedure]]\nkey = "mediation.peoples"\nclause = "一"\nadds = true\n'


@pytest.fixture
def faults(tmp_path: Path) -> Finder:
    """Codes and pieces of the faults of a place that says this below that parent."""

    def find(own: str, may: str = "tighten") -> list[tuple[str, object]]:
        land = HEAD.replace('id = "town"', 'id = "land"').replace('areas = ["990001"]\n', "")
        town = HEAD.replace('version = "1"', 'version = "1"\nparent = "land"')
        packs = {
            "land": _read(tmp_path / "land", land + ABOVE.format(may=may)),
            "town": _read(tmp_path / "town", town + own),
        }
        found = list(procedure_faults(packs))
        assert all(_says(one) for one in found)
        return [(one.code, one.facts.get("pieces", one.facts.get("step"))) for one in found]

    return find  # type: ignore[return-value]  # the second argument may be left out


def _says(fault: Fault) -> bool:
    return "{" not in render(fault, "zh") + render(fault, "en")


def _read(folder: Path, text: str) -> Pack:
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "pack.toml").write_text(text, encoding="utf-8")
    return read_pack(folder)


def _guard(name: str, moves: str, facts: str, more: str = "") -> str:
    return f'[[procedure.guard]]\nname = "{name}"\nmoves = {moves}\n{facts}\n{more}\n'


def _clock(at_most: str, more: str = "", stops: str = '"failed"') -> str:
    extend = 'extend = { by = "extended", at_most = "10 days", times = 2, reasons = "all_ask" }'
    text = f'[[procedure.clock]]\nname = "settle"\nat_most = "{at_most}"\nstarts = "found"\n'
    return f"{text}stops = {stops}\n{more or extend}\n"


def _extend(at_most: str, more: str = ', reasons = "all_ask"') -> str:
    return f'extend = {{ by = "extended", at_most = "{at_most}"{more} }}'


def _move(name: str, begins: str, to: str, more: str = "") -> str:
    return f'[[procedure.move]]\nname = "{name}"\nfrom = "{begins}"\nto = "{to}"\n{more}\n'


_VOLUNTARY = '["session_held", "failed"]'
_BOTH = 'needs = ["parties_joined", "all_consented"]'
_HELD = '[[procedure.state]]\nname = "held"\n' + _move("held", "open", "held")
_FREE = '[[procedure.clock]]\nname = "free"\nat_most = "90 days"\nstarts = "found"\n'
_MORE = '[[procedure.clock]]\nname = "more"\nat_most = "3 days"\nstarts = "agreed"\n'
_FORMS = 'needs.any_of = ["agreement_written", "agreement_oral", "approved"]'
_NO_FEE = 'bars = ["fee_charged", "other_routes_blocked", "excluded"]'
_ALL_FEES = 'bars.all_of = ["fee_charged", "other_routes_blocked"]'
_HOLDS = 'holds = [{ reason = "held", begins = "extended", ends = "session_held" }]'


@pytest.mark.parametrize(
    "own",
    [
        "",
        _guard(
            "voluntary",
            '["session_held", "failed", "filed"]',
            'needs = ["parties_joined", "all_consented", "facts_clear"]',
        ),
        _guard("form", '"filed"', 'needs = "agreement_written"'),
        _guard("no_fee", '"session_held"', _NO_FEE),
        _clock("20 days"),
        _clock("30 days", _extend("5 days", ', times = 1, reasons = "all_ask"')),
        _FREE + 'stops = "failed"\n',
    ],
    ids=["nothing", "needs", "any", "bars", "shorter", "extension", "free"],
)
def test_a_place_may_ask_for_more(own: str, faults: Finder) -> None:
    """More facts, more bars, shorter limits, and what the parent leaves free."""
    assert faults(ADDS + own, "tighten") == []


@pytest.mark.parametrize(
    ("own", "piece"),
    [
        (_guard("voluntary", _VOLUNTARY, 'needs = "parties_joined"'), "voluntary"),
        (_guard("voluntary", '"failed"', _BOTH), "voluntary"),
        (
            _guard("voluntary", _VOLUNTARY, _BOTH, "open = true"),
            "voluntary",
        ),
        (
            _guard("voluntary", _VOLUNTARY, _BOTH, "since = 2019-01-01")
            + _guard("voluntary", _VOLUNTARY, 'needs = "parties_joined"', "until = 2018-12-31"),
            "voluntary",
        ),
        (_guard("form", '"filed"', _FORMS), "form"),
        (_guard("no_fee", '"session_held"', 'bars = "fee_charged"'), "no_fee"),
        (
            _guard("no_fee", '"session_held"', _ALL_FEES),
            "no_fee",
        ),
        (_clock("40 days"), "settle"),
        (_clock("1 month"), "settle"),
        (_clock("30 days", stops='["failed", "session_held"]'), "settle"),
        (_clock("30 days", _extend("20 days", ', times = 1, reasons = "all_ask"')), "settle"),
        (_clock("30 days", _extend("10 days")), "settle"),
        (_clock("30 days", _extend("10 days", ", times = 1")), "settle"),
        (
            _clock("30 days", _HOLDS),
            "settle",
        ),
        (_move("filed", "open", "filed"), "filed"),
        (_move("found", "new", "open", 'by = ["committee", "party"]'), "found"),
        ('[[procedure.move]]\nname = "session_held"\nfrom = "failed"\n', "session_held"),
        (_move("terminated", "open", "filed"), "terminated"),
        (
            _HELD + _move("terminated", "held", "filed"),
            "terminated",
        ),
    ],
)
def test_a_place_may_not_ask_for_less(own: str, piece: str, faults: Finder) -> None:
    """Fewer facts, fewer bars, fewer days, longer limits, new ways around: each names its piece."""
    assert faults(ADDS + own, "tighten") == [("pack.parent_loosens", (piece,))]


def test_a_place_may_loosen_what_is_free(faults: Finder) -> None:
    """Below a procedure that places may replace nothing is compared."""
    assert faults(ADDS + _clock("90 days"), "replace") == []


def test_nothing_may_be_added_where_the_parent_says_so(faults: Finder) -> None:
    """`nothing` refuses a stricter guard too."""
    found = faults(ADDS + _guard("form", '"filed"', 'needs = "agreement_written"'), "nothing")
    assert [code for code, _ in found] == ["pack.parent_forbids"]


def test_a_whole_procedure_is_compared_too(faults: Finder) -> None:
    """A place that states the whole of it must state what the parent asks for."""
    own = ABOVE.format(may="replace")
    without = own.replace('papers = ["registration", "record"]', 'papers = "record"')
    assert faults(own, "tighten") == []
    assert faults(without, "tighten") == [("pack.parent_loosens", ("papers",))]


def test_a_place_may_have_states_of_its_own(faults: Finder) -> None:
    """A case may be held and taken up again: that opens no way that the parent doesn't know."""
    own = _HELD + _move("resumed", "held", "open") + _move("failed", "held", "failed")
    assert faults(ADDS + own, "tighten") == []


@pytest.mark.parametrize(
    ("own", "code"),
    [
        (_move("held", "open", "held"), "pack.state_undeclared"),
        ('[[procedure.state]]\nname = "held"\nends = true\n', "pack.state_unreached"),
        (
            _HELD,
            "pack.state_stuck",
        ),
        (_guard("more", '"agreed"', 'needs = "facts_clear"'), "pack.adds_no_step"),
        (
            _MORE + 'stops = "failed"\n',
            "pack.adds_no_step",
        ),
    ],
)
def test_what_a_place_adds_must_hold_together(own: str, code: str, faults: Finder) -> None:
    """States are declared, reached and left, and steps exist, once both are put together."""
    assert [found for found, _ in faults(ADDS + own, "replace")] == [code]


def test_a_place_adds_to_something(tmp_path: Path) -> None:
    """Without a parent that has the procedure there is nothing to add to."""
    pack = _read(tmp_path / "town", HEAD + ADDS)
    assert [one.code for one in procedure_faults({"town": pack})] == ["pack.adds_to_nothing"]


def test_the_place_that_passes_disputes_up_comes_out_as_its_cases_say() -> None:
    """Levels with their days, minor disputes, and holds, below national law."""
    assert check_pack(TESTS / "packs_for_tests" / "passed_up", strict=True) == ()
