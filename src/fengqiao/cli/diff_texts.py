"""What the verb `diff` says, in English and Chinese. Data only."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.errors import Lang

_TEXTS: Mapping[str, tuple[str, str]] = {
    "title": (
        "{one} {on}, and {other} {and_on}",
        "{one} {on},与 {other} {and_on} 对照",
    ),
    "second": (
        "Said of the second, measured against the first:",
        "以前者为准,后者:",
    ),
    "counts": ("{count} {change}", "{change}{count}项"),
    "same": ("Pairs of entries that differ in nothing: {count}", "完全一致的条目:{count} 对"),
    "nothing": ("They say the same.", "两者内容一致。"),
    "added": ("added", "新增"),
    "dropped": ("dropped", "没有"),
    "tighter": ("tighter", "更严"),
    "looser": ("looser", "更宽"),
    "measured": ("measured differently", "衡量口径不同"),
    "settled": ("settled", "由未写明改为写明"),
    "left_open": ("left open", "由写明改为未写明"),
    "changed": ("changed", "其他变动"),
    "more": ("... and {more} more (--limit {all})", "……另有 {more} 项(--limit {all})"),
    "each": ("each {each}", "每个{each}"),
    "where": ("of: {filters}", "对象:{filters}"),
    "of": ("counting: {filters}", "计入:{filters}"),
    "basis": ("out of {basis}", "分母:{basis}"),
    "nothing_said": ("-", "-"),
    "from_parent": ("[{pack}]", "[{pack}]"),
    "force": ("force", "约束力"),
    "by": ("to be reached by", "达到期限"),
    "beyond": ("beyond the ends", "超出两端时"),
    "unless": ("exceptions", "例外"),
    "filters": ("of whom, and what counts", "适用对象与计入范围"),
    "done_by": ("fulfilled by", "以何种记录为准"),
    "over": ("averaging period", "平均周期"),
    "tie": ("on an edge", "恰在分界时"),
    "per": ("how often", "周期"),
    "out_of": ("out of", "满分"),
    "winners": ("places on the list", "名额"),
    "minimum_data": ("least data", "最少数据"),
    "decided": ("decided by", "评定方式"),
    "parts": ("parts", "项目"),
    "may_not": ("what its holder may not do", "不得从事"),
    "weight": ("weight", "权重"),
    "measure": ("measure", "指标"),
    "points": ("points", "计分"),
    "times": ("{count} times {per}", "{per} {count} 次"),
    "once": ("once {per}", "{per}一次"),
    "start": ("at the beginning", "期初"),
    "end": ("at the end", "期末"),
    "store": ("On the facts of {period}, areas {areas}", "按 {period} 的记录,区划 {areas}"),
    "findings": ("Findings", "结论"),
    "met": ("met", "符合"),
    "not_met": ("not met", "不符合"),
    "not_checkable": ("not checkable", "无法判断"),
    "scores": ("scores", "得分"),
    "burden": ("hours asked", "要求工时"),
    "untimed": ("untimed", "未计时"),
    "by_entry": (
        "By entry: met / not met / not checkable, and how many answers turned",
        "按条目:符合/不符合/无法判断,以及结果不同的项数",
    ),
    "turned": ("turned", "不同"),
    "entry": ("entry", "条目"),
    "which": ("Answers that turned", "结果不同的各项"),
    "which_scores": ("Scores that differ: {count}", "得分不同:{count}"),
    "no_turned": ("No answer turned.", "没有结果不同的项。"),
}


def say(key: str, lang: Lang, **facts: object) -> str:
    """A text of the verb; a key without an entry stands for itself."""
    pair = _TEXTS.get(key)
    return key if pair is None else pair[1 if lang == "zh" else 0].format_map(facts)


def has(key: str) -> bool:
    """Whether the verb has a text for a key."""
    return key in _TEXTS
