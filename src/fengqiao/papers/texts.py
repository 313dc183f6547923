"""What plans on paper say, and why something is in none, in English and Chinese. Data only."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.errors import Lang
from fengqiao.judging.words import brief

_TEXTS: Mapping[str, tuple[str, str]] = {
    # why something is not placed
    "no_minutes": ("nobody said how long one takes", "未写明时长"),
    "no_role": ("the entry names nobody who does it", "条目没有写明由谁办理"),
    "no_staff": ("nobody holds a post that may do it", "没有可以承担的人员"),
    "no_hours": (
        "no hours, or no start of the day, are stated for those who may do it",
        "可承担人员没有写明工作时长或上班时刻",
    ),
    "day_off": ("none of its days here is worked", "可办理的日期都不上班"),
    "away": ("those who may do it are away on its days", "可承担人员在可办理的日期均离岗"),
    "too_long": ("one takes longer than any day", "办理一件的时间超过一个工作日"),
    "no_time_in_window": ("their days are full", "可承担人员的工作日已排满"),
    "no_time_in_period": (
        "their days in this period are full",
        "可承担人员在本周期的工作日已排满",
    ),
    "time_kept": (
        "what room is left on their days is kept for work in the community",
        "剩余时间须留给社区工作",
    ),
    "room_taken": (
        "the room is closed or taken whenever they have time",
        "人员有空时场地未开放或已被占用",
    ),
    # why a visit is left out
    "no_item": ("nothing due is served by it", "没有与之对应的应办事项"),
    "nothing_open": ("all that it serves is done", "对应的事项均已完成"),
    "not_known": ("how many are open can't be said", "尚无法确定应办件数"),
    "no_place": ("nobody said where it is", "没有给出地点"),
    "no_slot": ("nobody's day may take it", "没有可以安排的人员和日期"),
    "unreachable": ("no way leads there", "没有通路"),
    "too_far": ("the way there and back takes too long for a day", "往返时间超过一个工作日"),
    "no_spacing": (
        "its days don't hold so many visits that far apart",
        "可走访的日期容不下这样的次数和间隔",
    ),
    "no_time": ("the days are full", "工作日已排满"),
    "outside_period": (
        "left for days outside this period",
        "留待本周期以外",
    ),
    "window_over": ("its days are over", "期限已过"),
    # of an item
    "agreed": ("what it agreed to do", "议定事项"),
    "times": ("{what}, {units} of them", "{what}（{units} {unit}）"),
    "counts": ("{units} of them count", "其中计入 {units} 次"),
    "room": ("police room {room}", "警务室 {room}"),
    # the week on a page
    "title": ("{staff}: week {week}", "{staff} 一周工作安排（{week}）"),
    "days": ("{first} to {last}", "{first} 至 {last}"),
    "day": ("{weekday} {day}", "{weekday} {day}"),
    "hours": ("{planned} of {available} h", "{planned} / {available} 小时"),
    "minutes": ("{minutes} min", "{minutes} 分钟"),
    "on_the_way": ("{minutes} min on the way", "路途 {minutes} 分钟"),
    "visits": ("Visits, in this order:", "依次走访："),
    "nothing": ("nothing planned", "无安排"),
    "free": ("free from {clock}", "{clock} 起未安排"),
    "sum": (
        "{planned} of {available} hours planned, {blocks} entries.",
        "已安排 {planned} 小时，可用 {available} 小时，共 {blocks} 项。",
    ),
    "not_here": ("Not on this page", "未排入本页的事项"),
    "more": ("and {more} more entries", "另有 {more} 项"),
    "as_of": (
        "Facts up to and including {on}. Rules: {packs}.",
        "数据截至 {on}（含当日）。依据：{packs}。",
    ),
    "also": ("also counts for {what}", "同时计入{what}"),
    # calendars
    "calendar_of": ("Plan of {name}", "{name} 工作安排"),
}

WEEKDAYS: Mapping[Lang, tuple[str, ...]] = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
}


def say(key: str, lang: Lang, **facts: object) -> str:
    """A text in a language, with its facts filled in."""
    return _TEXTS[key][1 if lang == "zh" else 0].format_map(facts)


def reason_in_words(reason: str, lang: Lang) -> str:
    """Why something is in no plan."""
    return say(reason, lang) if reason in _TEXTS else brief(reason, lang)
