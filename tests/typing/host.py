"""What a host writes, checked by type checkers and never run."""

from __future__ import annotations

from datetime import date, datetime
from typing import assert_type
from zoneinfo import ZoneInfo

import fengqiao
from fengqiao.store import Appended
from fengqiao.tables import Layout

ZONE = ZoneInfo("Asia/Shanghai")


def embed() -> None:
    """Open, record, check, explain: every type is known from the outside."""
    now = datetime(2018, 8, 1, 9, tzinfo=ZONE)
    with fengqiao.open_workspace("memory:", packs=["wuhai"]) as ws:
        assert_type(ws, fengqiao.Workspace)
        visit = fengqiao.Visit(
            id="v1",
            staff="S01",
            station="ST01",
            area="150302001002",
            household=fengqiao.mint_ref(b"0123456789abcdef", "household", "key"),
            started_at=now,
            ended_at=now,
        )
        assert_type(ws.record([visit], known_at=now), Appended)
        assert_type(ws.declare({"visit": date(2018, 6, 25)}, known_at=now), Appended)
        layout = Layout(columns={"警号": "staff"}, ignore=["备注"], secret=b"0123456789abcdef")
        loaded = ws.load_table("visit", "visits.csv", layout=layout, known_at=now)
        assert_type(loaded, Appended)
        ws.load_table("visit", ["staff,station"], known_at=now)
        ws.load_table("visit", (line for line in [b"staff"]), known_at=now)
        findings = ws.check("2018-07")
        assert_type(findings, fengqiao.Findings)
        for finding in findings.breaches():
            assert_type(finding, fengqiao.Finding)
            assert_type(ws.explain(finding.id, lang="zh"), str)
        due = ws.due("2018-W28", on=date(2018, 7, 11), staff="S01")
        assert_type(due, fengqiao.DueWork)
        for item in due.open():
            assert_type(item, fengqiao.DueItem)
        assert_type(ws.score("2018-07"), fengqiao.Scores)
        for score in ws.score("2018-07", entry="points.community_officer"):
            assert_type(ws.find_score(score.id).exact, tuple[int, int] | None)
