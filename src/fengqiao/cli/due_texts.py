"""What the verb `due` says, in English and Chinese. Data only."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.errors import Lang

_TEXTS: Mapping[str, tuple[str, str]] = {
    "counts": (
        "Items: {items}. Unfinished {open}, done {done}, can't be told {not_checkable}.",
        "共 {items} 项:未办完 {open} 项,已办完 {done} 项,无法判断 {not_checkable} 项。",
    ),
    "item_is": (
        "(An item is one entry, for one subject, in one period.)",
        "(一个条目、一个对象、一个周期为一项。)",
    ),
    "by_kind": (
        "Times still to do in the unfinished: {kinds}.",
        "未办完的各项还差(按次数):{kinds}。",
    ),
    "at_most": (
        "At most, where it can't be told: {kinds}.",
        "无法判断的各项最多还差(按次数):{kinds}。",
    ),
    "agreed": ("agreed at: {title}", "会议议定:{title}"),
    "case.session": ("{title}: session", "{title}:调解日"),
    "case.performance": ("{title}: performance", "{title}:履行日"),
    "case.revisit": ("{title}: revisit", "{title}:回访日"),
    "by_entry": ("By entry", "按条目"),
    "over": (
        "Of these, {over} can no longer be done: their days are over.",
        "其中 {over} 件可办理的日期已过,无法再办。",
    ),
    "entry": ("clause and entry", "条款与条目"),
    "due": ("due", "应办"),
    "done": ("done", "已办"),
    "open": ("open", "待办"),
    "left": ("open/due", "待办/应办"),
    "by": ("by", "截止"),
    "time": ("time", "用时"),
    "nobody": ("nobody named, {station}", "未写明由谁办理,{station}"),
    "no_station": ("no station", "无派出所"),
    "more_groups": (
        "... and {more} more (--limit {all}); one officer's week: --staff ID",
        "……另有 {more} 组(--limit {all});某一民警的周视图:--staff 编号",
    ),
    "none_open": ("Nothing is open.", "没有待办事项。"),
    "unsure": ("Can't be told, by reason:", "无法判断的原因:"),
    "whole": (
        "Shown with the whole period, as their window is not known: {count} ({reason}).",
        "办理时段不明,按整个周期列出:{count} 项({reason})。",
    ),
    "week": ("{week}: {first} to {last}", "{week}:{first} 至 {last}"),
    "days": ("Mo Tu We Th Fr Sa Su", "一 二 三 四 五 六 日"),
    "legend": (
        (
            "o may still be done, x done, ! not done, ? can't be told, . day of rest, blank:"
            " nothing to do on that day, or the day is over. Time: hours and minutes."
        ),
        "o 可办理,x 已办,! 未办,? 无法判断,. 休息日,空白:当日无须办理或已过。用时为 时:分。",
    ),
    "unnumbered": (
        "Of these nobody can say how many are due:",
        "以下各项无法说明应办多少:",
    ),
    "nothing": ("Nothing is due in this period.", "该周期内没有应办事项。"),
}


def say(key: str, lang: Lang, **facts: object) -> str:
    """A text in a language, with its facts filled in."""
    return _TEXTS[key][1 if lang == "zh" else 0].format_map(facts)
