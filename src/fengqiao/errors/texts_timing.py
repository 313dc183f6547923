"""Texts for days, spans, periods, moments and calendars."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "calendar.unpublished": (
        Text(
            "A day lies outside the calendar `{calendar}`, which is published from"
            " {published_from} through {published_through}.",
            "Outside it nobody knows which days are worked, and a guessed day could turn a"
            " finding.",
            "Ask for days inside it, or update fengqiao once the next notice is out.",
        ),
        Text(
            "有日期超出日历 `{calendar}` 的公布范围({published_from} 至 {published_through})。",
            "范围之外无法知道哪些日期上班,猜测会改变结果。",
            "请改用范围之内的日期,或在下一年度放假通知发布后更新 fengqiao。",
        ),
    ),
    "day.not_a_day": (
        Text(
            "A plain day was expected, and something else was passed.",
            "A moment has no day of its own until a zone is named.",
            "Pass a `datetime.date`; `fengqiao.timing.day_in(zone, seconds)` finds the day of a"
            " moment.",
        ),
        Text(
            "此处应为日期,传入的却是其他类型。",
            "未指明时区时,日期时间不能确定属于哪一天。",
            "请传入 `datetime.date`;`fengqiao.timing.day_in(zone, seconds)` 可求某一时刻的日期。",
        ),
    ),
    "day.out_of_range": (
        Text(
            "A day, period or moment lies outside the years {earliest} to {latest}.",
            "Such a year is nearly always a slip of the keyboard.",
            "Correct the year; write it with four digits.",
        ),
        Text(
            "日期、时段或时刻超出 {earliest} 年至 {latest} 年的范围。",
            "这样的年份几乎都是录入错误。",
            "请更正年份,并用四位数字书写。",
        ),
    ),
    "instant.naive": (
        Text(
            "A moment has no zone.",
            "Without one it is not known which moment, and which day, is meant.",
            'Give it one: `datetime(..., tzinfo=ZoneInfo("Asia/Shanghai"))`.',
        ),
        Text(
            "日期时间没有时区。",
            "没有时区就无法确定是哪一时刻、哪一天。",
            '请带上时区:`datetime(..., tzinfo=ZoneInfo("Asia/Shanghai"))`。',
        ),
    ),
    "period.needs_calendar": (
        Text(
            "Working days were asked for without a calendar.",
            "Which days are worked is settled by yearly notices, not by the day of the week.",
            "Pass `calendar=`, for mainland China `fengqiao.timing.CN_CALENDAR`.",
        ),
        Text(
            "查询工作日时没有给出日历。",
            "哪些日期上班由每年的放假通知决定,不能只看星期几。",
            "请传入 `calendar=`,中国大陆可用 `fengqiao.timing.CN_CALENDAR`。",
        ),
    ),
    "period.not_whole": (
        Text(
            "The first and last day given are not exactly one {unit}.",
            "A limit counts for whole periods; part of one would be judged as if it were whole.",
            "Use `fengqiao.timing.period_of(unit, day)`, or a `Span` for any other days.",
        ),
        Text(
            "给出的首日和末日不是恰好一个完整的时段({unit})。",
            "限额按完整时段计算,不完整的时段会被误当作完整时段判断。",
            "请用 `fengqiao.timing.period_of(unit, day)`;其他日期范围请用 `Span`。",
        ),
    ),
    "period.text": (
        Text(
            "This is not a period.",
            "What is judged, and as of which day, follows from it.",
            "Write `2018`, `2018-H2`, `2018-Q3`, `2018-07`, `2018-W27` or `2018-07-20`, with a"
            " week or day that exists.",
        ),
        Text(
            "这不是一个时段。",
            "判断哪些内容、以哪一天为准,都由时段决定。",
            "请写成 `2018`、`2018-H2`、`2018-Q3`、`2018-07`、`2018-W27` 或 `2018-07-20`,"
            "且该周或该日须存在。",
        ),
    ),
    "period.unit": (
        Text(
            "This is not a unit of time that can be used here.",
            "Without its unit a period has neither a first nor a last day.",
            "Use one of: {known}.",
        ),
        Text(
            "这不是此处可用的时间单位。",
            "没有单位就无法确定时段的首日和末日。",
            "请使用下列之一:{known}。",
        ),
    ),
    "span.reversed": (
        Text(
            "A span ends before it begins.",
            "Both ends are included, so the shortest span is one day.",
            "Exchange the two days, or correct the one that is wrong.",
        ),
        Text(
            "起止日期颠倒:结束早于开始。",
            "首日和末日都包含在内,最短为一天。",
            "请对调两个日期,或更正有误的一个。",
        ),
    ),
}
