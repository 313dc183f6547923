"""Load a bureau's own spreadsheets of areas, staff and visits, and check the month."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import fengqiao as fq
from fengqiao.tables import Layout

HERE = Path(__file__).parent
KNOWN_AT = datetime(2018, 8, 1, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
SECRET = b"only for this example: make your own with secrets.token_bytes(32)"

AREAS = Layout(
    header_line=2,
    columns={"统计用区划代码": "area", "名称": "name", "常住人口(人)": "resident_count"},
    constants={"since": "2010-01-01"},
    ignore=("备注",),
)
STAFF = Layout(
    encoding="gb18030",
    columns={
        "警号": "staff",
        "单位代码": "station",
        "责任社区代码": "area",
        "到岗日期": "since",
        "离岗日期": "until",
    },
    ignore=("备注",),
)
VISITS = Layout(
    columns={
        "民警警号": "staff",
        "单位代码": "station",
        "社区代码": "area",
        "户编号": "household",
    },
    ignore=("序号", "走访方式"),
    mint=("household",),
    secret=SECRET,
)


def main(url: str) -> None:
    """Load and check."""
    with fq.open_workspace(url, packs="wuhai") as ws:
        tables = [("area", "areas.csv", AREAS), ("assignment", "staff.csv", STAFF)]
        tables.append(("visit", "visits.csv", VISITS))
        for kind, file, layout in tables:
            done = ws.load_table(kind, HERE / file, layout=layout, known_at=KNOWN_AT)
            print(f"{file}: {done.new} new, {done.repeated} known already")
            if kind == "area":  # whom the officers belong to
                station = fq.Station(
                    station="HBW-FHL",
                    name="凤凰岭派出所",
                    area="150302001",
                    since=date(2010, 1, 1),
                )
                ws.record(station, known_at=KNOWN_AT)
        ws.declare({"visit": date(2018, 6, 25)}, known_at=KNOWN_AT)
        findings = ws.check("2018-07", entry="visits.households")
        for finding in findings:
            print(f"{finding.subject}: {finding.result}, {finding.actual} households")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "memory:")
