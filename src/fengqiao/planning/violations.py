"""What can be wrong with a plan: codes, and their texts in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import frozen

TEXTS: Mapping[str, tuple[str, str]] = {
    "plan.unknown_item": ("the plan holds an item that is not due", "计划中有并非应办的事项"),
    "plan.unknown_staff": ("the plan names staff whom nobody gave", "计划中有未提供的人员"),
    "plan.double_booked": (
        "two things lie on one another on this person's day",
        "该人员当天有两项安排时间重叠",
    ),
    "plan.no_hours": (
        "this person has no hours on that day",
        "该人员当天没有可排的工作时间",
    ),
    "plan.outside_hours": (
        "it lies outside this person's hours of the day",
        "安排超出该人员当天的工作时间",
    ),
    "plan.day_off": ("that day is not worked", "当天不是工作日"),
    "plan.outside_period": (
        "that day is not among those to be planned",
        "当天不在应计划的日期之内",
    ),
    "plan.outside_window": (
        "it may only be done from {first} to {last}",
        "此事只能在 {first} 至 {last} 办理",
    ),
    "plan.wrong_person": (
        "this person may not do it on that day",
        "该人员当天不能承担此事",
    ),
    "plan.wrong_length": (
        "{minutes} minutes are not what so many units take",
        "{minutes} 分钟与件数所需时长不符",
    ),
    "plan.wrong_label": (
        "its entry, place, owner or clause is another than the item's",
        "条目、地点、责任人或条款与应办事项不符",
    ),
    "plan.not_plannable": (
        "how many are open can't be said ({reason}), and it is placed all the same",
        "尚无法确定应办件数({reason}),却已排入",
    ),
    "plan.no_units": ("it holds no unit", "没有件数"),
    "plan.too_many_units": (
        "{open} are open, and the plan holds {found}",
        "应办 {open} 件,计划中却有 {found} 件",
    ),
    "plan.lost_unit": (
        "{open} are open, and the plan accounts for {found}",
        "应办 {open} 件,计划只交代了 {found} 件",
    ),
    "plan.false_reason": (
        "it is left out for a reason that is not true of it ({reason})",
        "未排入的理由({reason})与实际不符",
    ),
    "plan.kept_time": (
        "{minutes} minutes of this week are kept for the community, and {over} of them are taken",
        "该周应为社区工作保留 {minutes} 分钟,被其他工作占用 {over} 分钟",
    ),
    "plan.lost_visit": (
        "{times} visits are wanted, and the plan accounts for {found}",
        "应走访 {times} 次,计划只交代了 {found} 次",
    ),
    "plan.outside_season": (
        "a visit lies on a day on which it does not fit",
        "走访排在不适宜的日期",
    ),
    "plan.pin_moved": (
        "it was to stay with this officer on that day, at its hour",
        "此项应固定在该人员当天的原定时刻,却被移动",
    ),
    "plan.room_closed": (
        "the room that it needs is closed then",
        "所需场地在该时段未开放",
    ),
    "plan.room_taken": (
        "the room that it needs holds no more at that time",
        "所需场地在该时段已被占用",
    ),
    "plan.unknown_visit": (
        "it visits somebody whom nobody wanted visited",
        "走访对象不在提供的名单中",
    ),
    "plan.wrong_spacing": (
        "visits to one reference are not as far apart as wanted",
        "同一走访对象的间隔不符合要求",
    ),
    "plan.wrong_travel": (
        "{minutes} minutes are not what the ways take",
        "{minutes} 分钟与路途所需时间不符",
    ),
    "plan.wrong_units": (
        "{refs} references are visited for it, and {units} units are counted",
        "为此走访 {refs} 户,计为 {units} 件",
    ),
    "plan.wrong_visit": (
        "a visit does not serve what it is counted for",
        "走访并不对应所计的事项",
    ),
    "plan.wrong_period": (
        "{asked} was to be planned, and the plan is of {planned}",
        "应计划 {asked},计划却是 {planned} 的",
    ),
    "rounds.false_reason": (
        "visits are left out for a reason that is not true of them ({reason})",
        "未走访的理由({reason})与实际不符",
    ),
    "rounds.miscounted": (
        "{times} visits are wanted, and the rounds account for {found}",
        "应走访 {times} 次,安排只交代了 {found} 次",
    ),
    "rounds.no_units": ("it says that no visit is missing", "漏访次数为零"),
    "rounds.no_way": (
        "the tour goes where no way leads",
        "当天路线中有不通的路段",
    ),
    "rounds.not_allowed": (
        "it may not be visited on this person's day",
        "不能由该人员在当天走访",
    ),
    "rounds.too_full": (
        "visits and way take {minutes} minutes of {of}",
        "走访和路途共 {minutes} 分钟,当天只有 {of} 分钟",
    ),
    "rounds.unknown_stop": (
        "the rounds name a stop that there is not",
        "安排中有不存在的走访点",
    ),
    "rounds.wrong_metres": (
        "the tours are {found} metres long, not {metres}",
        "路线共 {found} 米,而不是 {metres} 米",
    ),
    "rounds.wrong_slots": (
        "there is not one tour for each slot",
        "路线数与时段数不符",
    ),
    "rounds.wrong_spacing": (
        "the days of its visits don't keep the gaps or patterns asked for",
        "各次走访的日期不符合间隔或日期组合的要求",
    ),
}
"""Code -> (English, Chinese)."""


@frozen(kw_only=True)
class Violation:
    """One thing that is wrong with a plan.

    Attributes:
        code: Stable name, for programs.
        item: Id of the due item; empty where it is about the plan as a whole.
        staff: Whose day it is; None where it is about the item alone.
        day: On which day; None as above.
        facts: What the text names.
    """

    code: str
    item: str
    staff: str | None = None
    day: date | None = None
    facts: tuple[tuple[str, object], ...] = ()

    def order(self) -> tuple[str, str, str, str]:
        """By code, item, staff and day."""
        return self.code, self.item, self.staff or "", self.day.isoformat() if self.day else ""

    def text(self, lang: str = "en") -> str:
        """The violation in `en` or `zh`: item, staff and day, then what is wrong."""
        said = TEXTS[self.code][1 if lang == "zh" else 0].format_map(dict(self.facts))
        where = (self.item, self.staff, self.day.isoformat() if self.day else None)
        return f"{' '.join(part for part in where if part)}: {said} [{self.code}]"

    def to_json(self) -> dict[str, Any]:
        """The violation as plain data."""
        return {
            "code": self.code,
            "item": self.item,
            "staff": self.staff,
            "day": self.day.isoformat() if self.day else None,
            "text": {"en": self.text("en"), "zh": self.text("zh")},
        }
