"""Fixed texts of the page that compares places."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "documents": ("The documents", "五份文件"),
    "place": ("Place", "地方"),
    "mechanism": ("Mechanism", "机制"),
    "date": ("Issued", "印发(刊登)日期"),
    "document": ("Document", "文种"),
    "version": ("Pack", "规则包"),
    "clauses": ("Clauses, and parts of clauses", "条款数、要求项数"),
    "judged": ("Entries that are judged", "可判断的规则数"),
    "of_these": ("of these: {force}", "其中:{force}"),
    "terms": ("Terms left open", "待填项数"),
    "left_out": ("Left out: {why}", "不承载:{why}"),
    "only_here": ("By measures of a pack's own:", "以规则包自带的指标计:"),
    "own": ("{place}: {names}", "{place}:{names}"),
    "dates": ("Dates", "期限"),
    "day": ("By", "截止或起止"),
    "what": ("What", "内容"),
    "clause": ("Clause", "条款"),
    "cell": ("{owed}: {asks}<br>*{force}*, {clause}", "{owed}:{asks}<br>*{force}*,{clause}"),
    "cell_short": ("{asks}<br>*{force}*, {clause}", "{asks}<br>*{force}*,{clause}"),
    "none": ("–", "–"),
    "no_dates": ("No place sets a date.", "各地都没有写明期限。"),
    "semicolon": ("; ", ";"),
    "comma": (", ", "、"),
    "parts": ("{clauses}, {parts}", "{clauses}、{parts}"),
}  # fmt: skip
"""Key -> text in English and in Chinese."""
