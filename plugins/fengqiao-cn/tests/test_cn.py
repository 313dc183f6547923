"""The national pack: its cases, its own indicator, and that it speaks where a place is silent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Area, Finding, MediationCommittee, Workspace
from fengqiao.packs import run_cases
from fengqiao.testing.pack_contract import PackContract
from fengqiao.testing.small import SMALL_PACK

KNOWN_AT = datetime(2026, 6, 1, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
SINCE = date(2018, 1, 1)
COMMUNITY = "150302001002"


class TestCn(PackContract):
    """The pack keeps what every finished pack promises."""

    pack = "cn"


@pytest.fixture
def ws() -> Iterator[Workspace]:
    """One community of Wuhai with 900 households, and three committees of 2, 9 and 10 members."""
    with fengqiao.open_workspace("memory:", packs=["wuhai"]) as opened:
        areas = [
            Area(area=COMMUNITY, name="和平社区", households=900, since=SINCE),
            Area(area="150302001003", name="公园社区", since=SINCE),
        ]
        opened.record(areas, known_at=KNOWN_AT)
        committees = [
            MediationCommittee(committee=f"M{count}", area=COMMUNITY, members=count, since=SINCE)
            for count in (2, 9, 10)
        ]
        opened.record(committees, known_at=KNOWN_AT)
        yield opened


def _found(ws: Workspace, period: str, entry: str) -> dict[str, Finding]:
    return {finding.subject: finding for finding in ws.check(period, entry=entry)}


def test_every_worked_case_comes_out_as_expected(ws: Workspace) -> None:
    """The pack's own cases agree with its entries."""
    results = list(run_cases(ws.packs["cn"], ws.catalogue))
    assert results
    assert [result.fault for result in results if result.fault] == []


def test_a_committee_has_three_to_nine_members(ws: Workspace) -> None:
    """People's Mediation Law art. 8: 3 to 9, both included; Wuhai is silent, so the law speaks."""
    found = _found(ws, "2018-07", "mediation.committee_members")
    assert {subject: finding.result for subject, finding in found.items()} == {
        "M2": "not_met",
        "M9": "met",
        "M10": "not_met",
    }


def test_the_receipt_says_that_the_parent_spoke(ws: Workspace) -> None:
    """Wuhai was asked first; the national pack answered."""
    receipt = _found(ws, "2018-07", "mediation.committee_members")["M2"].receipt
    assert (receipt["asked"], receipt["pack"], receipt["source"]) == (
        ["wuhai", "cn"],
        "cn",
        "mediation2010",
    )


@pytest.mark.parametrize(
    ("period", "result", "limit"),
    [
        # Urban Residents' Committee Law 1989 art. 6: 100 to 700 households, until the end of 2025.
        ("2025-12", "not_met", [100, 700]),
        # The 2025 revision, in force on 2026-01-01, art. 3: 1,000 to 3,000.
        ("2026-01", "not_met", [1000, 3000]),
    ],
)
def test_the_law_of_the_day_decides(
    ws: Workspace, period: str, result: str, limit: list[int]
) -> None:
    """900 households are too many for the old law and too few for the new one: a notice each."""
    finding = _found(ws, period, "community.households")[COMMUNITY]
    assert (finding.result, finding.severity, finding.limit["value"]) == (result, "notice", limit)


def test_a_community_without_a_number_is_not_judged(ws: Workspace) -> None:
    """Where the register has no number there is nothing to judge."""
    finding = _found(ws, "2018-07", "community.households")["150302001003"]
    assert (finding.result, finding.reason) == ("not_checkable", "no_data")


def test_the_indicator_comes_through_the_hook(ws: Workspace) -> None:
    """The catalogue has the key because the plugin brought it."""
    indicator = ws.setup.indicators["community.households"]
    assert (indicator.brought_by, indicator.key) == (
        "fengqiao-cn",
        ws.catalogue.key("community.households"),
    )


def test_a_place_without_the_parent_is_not_bound() -> None:
    """A pack that names no parent is judged by its own rules alone."""
    with fengqiao.open_workspace("memory:", packs=[SMALL_PACK]) as alone:
        assert set(alone.packs) == {"testtown"}
