"""What comes of checking invented records against the report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao.judging import Finding
from fengqiao.model import Area, Grid, Station

SINCE, KNOWN = date(2019, 1, 1), datetime(2019, 12, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
GUHE, VILLAGE, XIAGEZHUANG = "370285007", "370285007313", "370285102"
CONFIG = {"laixi": {"names.station.guhe": "ST03", "grid.count.direction": "at_least"}}


@pytest.fixture(scope="module")
def findings() -> Mapping[str, Finding]:
    """June 2019 of two stations, by id: one keeps to half of what the report cites as binding."""
    with fengqiao.open_workspace(packs=["laixi"], config=CONFIG) as ws:
        areas = [Area(area=code, name="A", since=SINCE) for code in (GUHE, VILLAGE, XIAGEZHUANG)]
        stations = [
            Station(station="ST01", name="S", area=XIAGEZHUANG, since=SINCE),
            Station(station="ST03", name="S", area=GUHE, rules=("first_receiver",), since=SINCE),
        ]
        ws.record(areas, known_at=KNOWN)
        ws.record(stations, known_at=KNOWN)
        ws.record(Grid(grid="G1", station="ST03", area=VILLAGE, since=SINCE), known_at=KNOWN)
        return {one.id: one for one in ws.check(period="2019-06") if one.id.startswith("laixi:")}


def test_only_the_cited_rules_can_be_breached(findings: Mapping[str, Finding]) -> None:
    """帮小忙 and 服务不缺位: one of two rules is not enough; all else is information."""
    breached = {one.id for one in findings.values() if one.severity == "breach"}
    assert breached == {
        "laixi:organisation.rules.first_receiver@station/ST03:2019-06-30",
        "laixi:organisation.rules.tell_once@station/ST03:2019-06-30",
    }


def test_a_village_without_an_assistant_is_information(findings: Mapping[str, Finding]) -> None:
    """巡村头: told of every village, and ordered of none."""
    found = findings[f"laixi:staffing.police_assistants@village/{VILLAGE}:2019-06-30"]
    assert (found.result, found.severity) == ("not_met", "info")


def test_94_grids_are_asked_of_guhe_alone(findings: Mapping[str, Finding]) -> None:
    """平安不出事: the number is one station's."""
    asked = [name for name in findings if name.startswith("laixi:grid.count@station")]
    assert asked == ["laixi:grid.count@station/ST03:2019-06-30"]


def test_a_method_waits_for_the_host_to_name_its_station(findings: Mapping[str, Finding]) -> None:
    """四头工作法: who Xiagezhuang is was not said."""
    found = [one for name, one in findings.items() if "programmes.four_venues@" in name]
    assert {(one.result, one.reason) for one in found} == {("not_checkable", "not_configured")}
