"""Texts for visits that are to be spread over days; stops, slots and points count from 0."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

_WHY = "No solver could make rounds of it."
_WHY_ZH = "无法据此安排走访。"

TEXTS: Texts = {
    "rounds.gap": (
        Text(
            "Stop {stop} has a gap that is none.",
            _WHY,
            "Give `gap` as at least one day and no fewer days at most, or without an end, and "
            "`since` as an ordinal of a day, or leave it out.",
        ),
        Text(
            "第 {stop} 个走访点的间隔有误。",
            _WHY_ZH,
            "`gap` 最少一天,最多不小于最少天数,也可不设上限;`since` 为日期序数,也可不填。",
        ),
    ),
    "rounds.metres": (
        Text(
            "Row {point} of the distances holds something other than whole metres from 0 up.",
            _WHY,
            "Give whole metres, and nothing where no way leads.",
        ),
        Text(
            "距离表第 {point} 行有不是非负整数米的值。",
            _WHY_ZH,
            "请填写整数米;不通的留空。",
        ),
    ),
    "rounds.not_square": (
        Text(
            "Row {point} of the distances has not one value for each point.",
            _WHY,
            "Give as many rows as columns.",
        ),
        Text(
            "距离表第 {point} 行的列数与点数不符。",
            _WHY_ZH,
            "行数与列数须相同。",
        ),
    ),
    "rounds.number": (
        Text(
            "`{field}` is no whole number from 0 up.",
            _WHY,
            "Give a whole number.",
        ),
        Text(
            "`{field}` 不是非负整数。",
            _WHY_ZH,
            "请填写非负整数。",
        ),
    ),
    "rounds.pattern": (
        Text(
            "Stop {stop} has a pattern that is not {times} different days in order.",
            _WHY,
            "Name as many days in each pattern as visits are wanted.",
        ),
        Text(
            "第 {stop} 个走访点有一种日期组合不是按先后排列的 {times} 个不同日期。",
            _WHY_ZH,
            "每种组合的天数须与走访次数相同。",
        ),
    ),
    "rounds.ref_twice": (
        Text(
            "Stop {stop} has the reference of an earlier one.",
            "Its visits could not be told from the other's.",
            "Give each stop a reference of its own, and `times` for several visits.",
        ),
        Text(
            "第 {stop} 个走访点与前面某点引用相同。",
            "两者的走访无法区分。",
            "每个走访点各用一个引用;多次走访请用 `times`。",
        ),
    ),
    "rounds.slot_number": (
        Text(
            "`{field}` of slot {slot} is no whole number from 0 up.",
            _WHY,
            "Give whole minutes, and the day as its ordinal.",
        ),
        Text(
            "第 {slot} 个时段的 `{field}` 不是非负整数。",
            _WHY_ZH,
            "请填写整数分钟,日期用序数。",
        ),
    ),
    "rounds.slot_point": (
        Text(
            "Slot {slot} begins at a point that the distances don't hold.",
            _WHY,
            "Give the number of its row in the distances, counted from 0.",
        ),
        Text(
            "第 {slot} 个时段的出发点不在距离表中。",
            _WHY_ZH,
            "请填写它在距离表中的行号,从 0 数起。",
        ),
    ),
    "rounds.stop_number": (
        Text(
            "`{field}` of stop {stop} is no whole number from 1 up.",
            _WHY,
            "Give a whole number.",
        ),
        Text(
            "第 {stop} 个走访点的 `{field}` 不是正整数。",
            _WHY_ZH,
            "请填写正整数。",
        ),
    ),
    "rounds.stop_point": (
        Text(
            "Stop {stop} is at a point that the distances don't hold.",
            _WHY,
            "Give the number of its row in the distances, counted from 0.",
        ),
        Text(
            "第 {stop} 个走访点的位置不在距离表中。",
            _WHY_ZH,
            "请填写它在距离表中的行号,从 0 数起。",
        ),
    ),
    "rounds.stop_slot": (
        Text(
            "Stop {stop} names a slot that there is not.",
            _WHY,
            "Give the numbers of slots, counted from 0.",
        ),
        Text(
            "第 {stop} 个走访点所列时段不存在。",
            _WHY_ZH,
            "请填写时段编号,从 0 数起。",
        ),
    ),
    "rounds.wrong_start": (
        Text(
            "The rounds to begin with are not right for this problem.",
            "What is wrong with them would stay wrong.",
            "See what `check_rounds` finds, or begin without rounds.",
        ),
        Text(
            "作为起点的走访安排不符合本题要求。",
            "其中的错误会一直保留。",
            "请查看 `check_rounds` 的结果,或从头安排。",
        ),
    ),
}
