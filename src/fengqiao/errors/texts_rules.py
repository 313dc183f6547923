"""Texts for rules in force and the catalogue."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "case.differs": (
        Text(
            "The worked case of `{entry}` came out as {found} in part {part}, not {expected}.",
            "A case says what the entry means; one of the two is wrong.",
            "Check the entry's value against its clause, then the case.",
        ),
        Text(
            "`{entry}` 的示例第 {part} 部分结果为 {found},预期为 {expected}。",
            "示例说明条目的含义,两者之中必有一处不对。",
            "请先对照条款核对条目的数值,再核对示例。",
        ),
    ),
    "rule.unknown_key": (
        Text(
            "The catalogue has no such key.",
            "Only known keys can be measured.",
            "<<Close names: {close}. >>All keys: `fengqiao show --keys`.",
        ),
        Text(
            "目录中没有这个键。",
            "只有已知的键才能计量。",
            "<<相近的键:{close}。>>全部键见 `fengqiao show --keys`。",
        ),
    ),
    "rule.not_in_force": (
        Text(
            "No pack has a value for `{entry}` on {day} in this place.",
            "Without a value in force nothing can be judged.",
            "Packs asked: {asked}. `fengqiao show PACK` lists the days of each value.",
        ),
        Text(
            "{day} 在该地没有规则包规定 `{entry}`。",
            "没有生效的规定就无从判断。",
            "已查询的规则包:{asked}。`fengqiao show PACK` 列出各值的起止日期。",
        ),
    ),
}
