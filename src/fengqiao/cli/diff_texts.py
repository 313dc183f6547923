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
    "definitions": ("Defined otherwise", "定义不同"),
    "a.label": ("list", "清单"),
    "a.measure": ("measure", "统计项"),
    "a.counting": ("way of counting", "计算规则"),
    "a.procedure": ("procedure", "程序"),
    "of.words": ("words", "词语"),
    "of.count": ("how many", "个数"),
    "of.kind": ("kind of number", "数的类型"),
    "of.about": ("about", "关于"),
    "of.each": ("of whom", "对象"),
    "of.reports": ("how it is reported", "报送方式"),
    "of.unit": ("unit", "单位"),
    "of.states": ("states", "状态"),
    "of.moves": ("steps", "步骤"),
    "of.guards": ("conditions", "条件"),
    "of.routes": ("where cases go", "转往何处"),
    "of.clocks": ("time limits", "期限"),
    "of.contents": ("what an agreement holds", "协议内容"),
    "of.papers": ("what a file holds", "卷宗材料"),
    "of.counting": ("way of counting", "计算规则"),
    "of.transition": ("which law goes on", "新旧法衔接"),
    "of.states_otherwise": ("states said otherwise", "写法不同的状态"),
    "of.moves_otherwise": ("steps said otherwise", "写法不同的步骤"),
    "of.guards_otherwise": ("conditions said otherwise", "写法不同的条件"),
    "of.routes_otherwise": ("routes said otherwise", "写法不同的去向"),
    "of.clocks_otherwise": ("time limits said otherwise", "写法不同的期限"),
    "of.first_day": ("the first day", "首日"),
    "of.first_hour": ("the first hour", "首小时"),
    "of.rolls_on": ("days that move the end", "顺延的休息日"),
    "of.weekends": ("weekends", "周末"),
    "of.cutoff": ("end of the last day", "最后一日的截止"),
    "of.hours_run": ("how hours run", "小时如何计算"),
    "of.excluded_days": ("days left out", "扣除的日子"),
    "of.extended_from": ("where an extension begins", "延长的起点"),
    "of.posting_counts": ("posted in time", "交邮是否算按期"),
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
    "during": ("season", "时段"),
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
