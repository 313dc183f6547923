"""The configuration that the demonstration writes: an example of how a host fills open terms."""

from __future__ import annotations

from collections.abc import Mapping

MARK = "# fengqiao demo"
"""First line of the file: by it the demonstration knows its own files again."""

_HEAD = """\
{mark}: {locality} {month}, seed {seed}
# What the source leaves open is for the host to fill in. These values are this example's,
# not the source's; what is not filled in stays `not configured`.
# 来源未写明的数值由使用方填写。以下均为示例取值,并非来源规定;未填写的仍显示“未配置”。
format = 1

[host]
small_count = 10
"""

_TERMS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "wuhai": (
        ("station.class.over", '"month"', "calls a day, averaged over a month 日均接警按月平均"),
        ("meeting.community.within", '"5 days"', "what the start of a month is 月初"),
        ("meeting.community.people", "3", "how far from 10 is about 10 “左右”"),
        ("duty.public_reception.day", '"8 hours"', "so half a day is 4 hours 半天即 4 小时"),
        ("points.community_officer.points_table.weight", "70", "weights 权重"),
        ("points.community_officer.familiarity.weight", "30", "weights 权重"),
    ),
}
"""Open terms that the example fills, by locality; some are left open on purpose."""


def config_text(locality: str, month: str, seed: int) -> str:
    """Content of the configuration file."""
    lines = [_HEAD.format(mark=MARK, locality=locality, month=month, seed=seed)]
    terms = _TERMS.get(locality, ())
    if terms:
        lines.append(f"[{locality}]")
        lines += [f'"{name}" = {value}  # {note}' for name, value, note in terms]
    return "\n".join(lines) + "\n"
