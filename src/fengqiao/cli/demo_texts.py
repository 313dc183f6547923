"""What the demonstration says, in English and Chinese. Data only."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.errors import Lang

_TEXTS: Mapping[str, tuple[str, str]] = {
    "recording": ("Recording", "正在录入"),
    "title": ("fengqiao demo: {name}, {month}", "fengqiao 演示:{name},{month}"),
    "drawn": (
        "The areas are real. Staff, households and work are drawn from seed {seed}.",
        "区划为真实代码;人员、住户和工作均由种子 {seed} 生成,并无其人其事。",
    ),
    "recorded": ("{facts} facts: {url}", "{facts} 条记录:{url}"),
    "areas": (
        "Areas by code: {towns} streets and towns, {stations} stations ({clause})",
        "区划,按代码归类:{towns} 个街道、镇,{stations} 个派出所({clause})",
    ),
    "areas_only": (
        "Areas by code; streets and towns: {towns}, stations: {stations}",
        "区划,按代码归类:街道、镇 {towns} 个,派出所 {stations} 个",
    ),
    "community": ("residents' 001-199", "居委会 001-199"),
    "village": ("villagers' 200-399", "村委会 200-399"),
    "quasi": ("apart: quasi 400+", "另计:类社区 400+"),
    "all": ("all", "合计"),
    "classes": (
        "Stations by class ({clause}): calls a day in {period}",
        "派出所分类({clause}):{period} 日均接警",
    ),
    "found": (
        "Check, clause by clause; the most frequent breaches, each with its worst case",
        "逐条检查;最多的几类违反,各附最差一例",
    ),
    "worst_case": ("{found}, {asked}: {subject}", "{found},{asked}:{subject}"),
    "explained": ("One of them explained", "其中一项的依据"),
    "week": (
        "A week of officer {staff}: {week}, facts up to {on}; hours planned",
        "民警 {staff} 的一周:{week},数据截至 {on};已排工时",
    ),
    "day": ("each day", "每日"),
    "each_week": ("each week", "每周"),
    "longer": ("a month or longer", "每月及更长周期"),
    "planned": ("planned", "已排工时"),
    "due": ("due", "应办"),
    "done": ("done", "已办"),
    "open": ("open", "待办"),
    "several": ("{what} ({units})", "{what}({units} 件)"),
    "comma": ("; ", ";"),
    "blocks": ("{day}: {blocks}", "{day}:{blocks}"),
    "left": ("{count} ({why})", "{count} 件({why})"),
    "other_reasons": ("others", "其他原因"),
    "plan": (
        "All: {placed} of {all} placed, {hours} hours{left}",
        "全体:{all} 件排入 {placed} 件,共 {hours} 小时{left}",
    ),
    "not_placed": ("; not placed: {left}", ";未排入:{left}"),
    "burden": (
        "Burden of {staff} in {month}: {asked} of {available} hours, {share}; the heaviest",
        "{staff} 在 {month} 的负担:{available} 小时中占 {asked},{share};最重的几项",
    ),
    "untimed": (
        "not counted: {count} duties of which nobody said how long one takes",
        "未计入:{count} 项没有写明每件多长时间",
    ),
    "awards": ("Award lists ({clause})", "评选名单({clause})"),
    "award": ("{title}: {who}", "{title}:{who}"),
    "disputes": (
        "Disputes {first} to {last}, March 2026: one of each outcome, and its article",
        "纠纷 {first} 至 {last}(2026 年 3 月):每种结果一件,及其条款",
    ),
    "dispute.performed": ("performed", "协议已履行"),
    "dispute.failed": ("failed, remedies told", "调解不成并告知途径"),
    "dispute.refused": ("refused", "一方拒绝"),
    "dispute.withdrawn": ("ended by a party", "一方终止"),
    "dispute.confirmed": ("confirmed", "司法确认"),
    "again": ("To see this again", "再看一遍"),
    "outside": ("decided elsewhere, {day}", "由别处评定,{day}"),
    "lists": ("{count} {why}", "{count} 份{why}"),
    "others": ("Other lists: {lists}", "其余名单:{lists}"),
}


def say(key: str, lang: Lang, **facts: object) -> str:
    """A text in a language, with its facts filled in."""
    return _TEXTS[key][1 if lang == "zh" else 0].format_map(facts)
