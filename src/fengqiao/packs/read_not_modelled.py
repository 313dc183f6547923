"""What a pack leaves out, and why."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.packs.known import Known
from fengqiao.packs.read_entry import read_cites
from fengqiao.packs.rows import NotModelledRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import close_names
from fengqiao.rules.entries import NotModelled, Words

REASONS: Mapping[str, Words] = {
    "declined_persons": Words(zh="涉及个人", en="about individuals"),
    "declined_biometric": Words(zh="涉及生物识别", en="about biometric data"),
    "declined_informants": Words(zh="涉及情报信息员", en="about informants"),
    "declined_belief": Words(zh="涉及信仰", en="about belief"),
    "declined_claimants": Words(zh="涉及诉求群体", en="about people with claims"),
    "declined_volume_quota": Words(
        zh="对个人信息或盘查规定数量", en="a quota of personal records or stops"
    ),
    "no_act": Words(zh="没有看得见的动作", en="nothing that anyone could be seen to do"),
    "reported_result": Words(zh="是已报告的结果", en="a result that was reported"),
    "heading": Words(zh="标题或引言", en="a heading"),
    "other_document": Words(zh="规定在另一份文件中", en="the rule stands in another document"),
    "duplicate": Words(zh="与另一处重复", en="is said elsewhere as well"),
}
"""Why something may be left out: a closed list. Vague is no reason: a vague duty has open terms."""


def read_not_modelled(row: NotModelledRow, spot: Spot, known: Known) -> list[NotModelled]:
    """What a row leaves out, in a list."""
    cites = read_cites(row.clause, spot, known)
    if row.why not in REASONS:
        close = close_names(row.why, REASONS)
        spot.at("why").fault("pack.unknown_reason", close=close, known=tuple(REASONS))
    number = spot.path[1] if len(spot.path) > 1 else 0
    ref = cites[0].ref if cites else str(number)
    return [
        NotModelled(
            pack=known.pack,
            id=f"not_modelled:{ref}",
            cites=cites,
            why=row.why,
            what=row.what,
            numbers=row.numbers,
            origin=spot.origin,
        )
    ]
