"""Words of findings in English and Chinese: results, reasons, comparisons, units, signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "only": ("only", "仅计"),
    "not_so": ("not ", "非"),
    "urban": ("urban", "城区"),
    "rural": ("rural", "农村"),
    "met": ("met", "符合"),
    "not_met": ("not met", "不符合"),
    "not_checkable": ("not checkable", "无法判断"),
    "breach": ("breach", "违反"),
    "notice": ("notice", "提示"),
    "info": ("info", "信息"),
    "no_data": (
        "no data: not on record, and not declared as recorded for the whole period",
        "没有数据:没有登记,也未声明在整个周期内完整记录此项",
    ),
    "nothing_due": ("nothing was due", "没有应办事项"),
    "not_configured": (
        "not configured: the source leaves a number open and the host has not given it",
        "未配置:来源没有写明数值,使用方也没有给出",
    ),
    "vague": ("the source is vague", "来源规定不明确"),
    "period_open": ("the period has not ended", "周期尚未结束"),
    "part_of_period": (
        "the value or the post held only for part of the period",
        "规定或任职只覆盖周期的一部分",
    ),
    "calendar_unpublished": (
        "the calendar of working days is not published that far",
        "该时段的工作日安排尚未公布",
    ),
    "too_few": ("too few to compare", "数量过少,不作比较"),
    "withheld": (
        "withheld: too few people to show, or no smallest number set",
        "人数过少或未设最小人数,不予显示",
    ),
    "not_installed": (
        "the indicator is not installed: a plugin is missing",
        "缺少相应的指标插件",
    ),
    "purged": (
        "purged: facts of these days were taken away for good, and this count was not kept",
        "已清除:这些日期的事实已永久清除,未保留此项计数",
    ),
    "must": ("must", "应当"),
    "in_principle": ("in principle", "原则上"),
    "aim": ("aim", "力争"),
    "practice": ("reported practice", "做法介绍"),
    "at_least": ("at least", "不少于"),
    "at_most": ("at most", "不多于"),
    "more_than": ("more than", "多于"),
    "less_than": ("less than", "少于"),
    "equal": ("exactly", "等于"),
    "between": ("between", "介于"),
    "about": ("about", "约"),
    "bare": ("(no direction stated)", "(未写明方向)"),
    "all_of": ("all of", "全部包括"),
    "any_of": ("any of", "至少包括其一"),
    "none_of": ("none of", "均不得包括"),
    "open": ("left open by the source", "来源未写明"),
    "cadence": ("how often", "次数"),
    "window": ("when in the period", "时间安排"),
    "on_day": ("on which day", "日子"),
    "by_day": ("by", "不迟于"),
    "length": ("length", "时长"),
    "lead": ("who leads", "主持人"),
    "invited": ("who is invited", "邀请对象"),
    "attendance": ("attendance", "到会人数"),
    "topics": ("topics", "议题"),
    "report_back": ("report back on the last meeting", "反馈上次落实情况"),
    "held_by": ("who may hold it", "担任者"),
    "drawn_from": ("whom it is filled from", "人员来源"),
    "counted_holders": ("holders who may hold it", "可以担任的在任人员"),
    "all_holders": ("all who hold it", "全部在任人员"),
    "minutes": ("minutes", "分钟"),
    "days": ("days", "天"),
    "working_days": ("working days", "个工作日"),
    "not_rated": ("not rated, by the veto", "不予评定,一票否决"),
    "vetoed": ("nothing, by the veto", "计零分,一票否决"),
    "of_points": (" of ", ",满分 "),
    "up_to": ("to", "至"),
    "weight": ("weight", "权重"),
    "whole": ("whole", "得分"),
    "cap": ("at most", "最多"),
    "part": ("part", "项目"),
    "bonus": ("bonus beyond the weights", "附加分"),
    "deduct": ("taken off", "扣分"),
    "veto": ("veto", "一票否决"),
    "kept": ("kept", "符合"),
    "not_kept": ("not kept", "不符"),
    "missing.interval": ("counts from its least to its most", "按最低到最高计"),
    "missing.zero": ("counts as nothing", "按零分计"),
    "missing.full": ("counts in full", "按满分计"),
    "missing.redistribute": (
        "its weight goes to the other parts in proportion",
        "权重按比例分给其他项",
    ),
    "missing.veto": ("the score may still fall to nothing", "得分仍可能落空"),
    "points.share": ("{value} of weight {weight}", "权重 {weight} 的 {value}"),
    "points.rating": (
        "a rating of {value}, of {full} at most, of weight {weight}",
        "评分 {value},满分 {full},权重 {weight}",
    ),
    "points.step": (
        "{value} lies in `{stretch}`, which gives {points}",
        '{value} 属于"{stretch}"一档,得 {points}',
    ),
    "points.each_short": (
        "found {value}; {points} points off for each {unit} short of {target}",
        "实际 {value};比 {target} 每少 {unit} 扣 {points} 分",
    ),
    "points.each_time": (
        "{value} times, {points} points off each time",
        "{value} 次,每次扣 {points} 分",
    ),
    "points.each_time_more": (
        "{value} times, {points} points each time",
        "{value} 次,每次 {points} 分",
    ),
    "points.veto": ("asked {asked}, found {found}", "要求{asked},实际 {found}"),
    "to_declare": (
        (
            "`{key}`: only where it is declared as recorded does no record mean none"
            " (`fengqiao store declare {key} --since DAY`)"
        ),
        "`{key}`:声明已完整记录之后,没有记录才算没有(`fengqiao store declare {key} --since 日期`)",
    ),
    "to_report": (
        (
            "`{key}`, and reported in the period: without a report nobody knows how things stand,"
            " declared or not (`fengqiao store declare {key} --since DAY`)"
        ),
        (
            "`{key}`,并在周期内报送:没有报送就不知道现状,声明了也一样"
            "(`fengqiao store declare {key} --since 日期`)"
        ),
    ),
    "also_counts": ("also counts for {others}", "同时计入 {others}"),
    "not_verified": (
        "the value was not confirmed against the source",
        "该数值尚未与原文核对",
    ),
    "shortfall.told": ("a shortfall is {told}", "未达到:{told}"),
    "shortfall.before": ("{severity} before {day}", "{day} 前为{severity}"),
    "of_days": ("{held} of {of} days: {limit}", "{of} 天中的 {held} 天:{limit}"),
    "last_month": ("{day} of the last month", "末月 {day}"),
    "lacks": ("lacks", "缺"),
    "doubt.class": ("{reason}: the {band} isn't known", "{reason}:{band}不明"),
    "doubt.class_no_data": (
        "{reason}: the {band} isn't known, as {over} has no {by} on record",
        "{reason}:{band}不明,因为没有 {over} {by}的记录",
    ),
    "doubt.name": (
        "{reason}: the source names one, and the host has not said which it is",
        "{reason}:来源点名规定,使用方没有说明是哪一个",
    ),
    "time.hour": ("h", "小时"),
    "time.minute": ("min", "分钟"),
    "rate": ("{number} per {of}", "每 {of} 中 {number}"),
    "day_of_month": ("day {number}", "{number} 日"),
    "sign.aside": ("{text} ({aside})", "{text}({aside})"),
    "sign.colon": (": ", ":"),
    "sign.comma": (", ", ","),
    "sign.list": (", ", "、"),
    "sign.semicolon": ("; ", ";"),
}


def word(key: str, lang: str) -> str:
    """A word in `en` or `zh`; a key without an entry stands for itself."""
    pair = WORDS.get(key)
    return key if pair is None else pair[1 if lang == "zh" else 0]


def brief(reason: str | None, lang: str) -> str:
    """A reason without its explanation: `not configured`."""
    return word(reason or "-", lang).partition(":")[0]


def listed(values: Iterable[object], lang: str) -> str:
    """Several values side by side."""
    return word("sign.list", lang).join(map(str, values))


def with_aside(text: str, aside: str, lang: str) -> str:
    """A text with another in brackets behind it; nothing is added where that is empty."""
    return word("sign.aside", lang).format(text=text, aside=aside) if aside else text
