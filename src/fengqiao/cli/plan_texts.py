"""What the verbs `plan` and `burden` say, in English and Chinese. Data only."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.errors import Lang

_TEXTS: Mapping[str, tuple[str, str]] = {
    # plan
    "begins": (
        "Facts up to and including {on}; the plan begins after it (another day: --on).",
        "数据截至 {on}(含当日),计划自次日起(可用 --on 指定)。",
    ),
    "counts": (
        "{placed} of {all} placed, {hours} hours in all; {unplaced} not placed.",
        "{all} 件中已排入 {placed} 件,共 {hours} 小时;未排入 {unplaced} 件。",
    ),
    "visits": (
        "{visits} visits, {travel} hours on the way; {left} of those wanted left out.",
        "走访 {visits} 次,路途 {travel} 小时;所需走访中有 {left} 次未排入。",
    ),
    "trying": (
        "Looking for shorter rounds (Ctrl-C: take the best so far)",
        "正在寻找更短的走访路线(Ctrl-C:采用目前最好的方案)",
    ),
    "working": ("Working it out", "正在计算"),
    "no_pace": (
        "Ways take no time here: how far staff get in a minute is not set ([planning] pace = 70).",
        "路途未计时间:配置中没有写每分钟走多少米([planning] pace = 70)。",
    ),
    "left": ("Visits left out, by reason", "未排入的走访,按原因"),
    "left_row": ("{reason}: {times} to {refs} references", "{reason}:{refs} 个对象,{times} 次"),
    "rounds": (
        "{what}: {refs} ({travel} min on the way)",
        "{what}:{refs}(路途 {travel} 分钟)",
    ),
    "rounds_here": ("{what}: {refs}", "{what}:{refs}"),
    "file_written": ("{file} is written.", "已写出 {file}。"),
    "calendars_written": (
        "{count} calendars are written to {folder}.",
        "已在 {folder} 写出 {count} 份日历。",
    ),
    "nothing": ("Nothing is open in this period.", "该周期内没有待办事项。"),
    "by_officer": ("By officer, fullest first", "按人员,最满的在前"),
    "officer": ("officer", "人员"),
    "planned": ("planned", "已排"),
    "available": ("hours", "工时"),
    "share": ("share", "占比"),
    "fullest": ("fullest day", "最满的一天"),
    "day_line": (
        "{weekday} {day}  {planned} of {available}",
        "{day} {weekday}  {planned} / {available}",
    ),
    "free": ("Nothing falls to {staff} in this period.", "该周期内没有 {staff} 的安排。"),
    "time": ("time", "时间"),
    "what": ("what", "事项"),
    "place": ("place", "地点"),
    "minutes": ("min", "分钟"),
    "clause": ("clause", "条款"),
    "times": ("{what}, {units} of them", "{what}({units} {unit})"),
    "unplaced": ("Not placed, by reason", "未排入,按原因"),
    "more": ("... and {more} more (--limit {all})", "……另有 {more} 项(--limit {all})"),
    "one_week": (
        "One officer's days:",
        "某一人员的每日安排:",
    ),
    "set_hours": (
        "Nothing can be placed without hours; state your own in the configuration:",
        "没有工作时间就无法排入计划。请在配置文件中写入(数值由使用方决定):",
    ),
    "set_minutes": (
        "How long one takes is for the host to say, such as:",
        "办理一件需要多久由使用方给出,例如:",
    ),
    # burden
    "total": (
        "{period}: {minutes} hours asked.",
        "{period}:共需 {minutes} 小时。",
    ),
    "total_of": (
        "{period}: {minutes} hours asked, {available} hours there are: {share}.",
        "{period}:共需 {minutes} 小时,可用 {available} 小时,占 {share}。",
    ),
    "gross": (
        "As if nothing was done yet; what several may do weighs on each in equal parts.",
        "按全部未办计算;可由几人承担的,由各人平均分担。",
    ),
    "side": (
        "{pack}: {asked} hours asked of {available} there are: {share}; {untimed} untimed.",
        "{pack}:共需 {asked} 小时,可用 {available} 小时,占 {share};{untimed} 件未定时长。",
    ),
    "furthest_apart": (
        "By officer, furthest apart first",
        "按人员,相差最大的在前",
    ),
    "unstated_of": (
        "{pack}: nobody said how long one takes, so these are not counted:",
        "{pack}:未写明时长,未计入:",
    ),
    "by_entry_of": ("By entry of {pack}", "按 {pack} 的条目"),
    "period": ("period", "周期"),
    "by_role": ("By role, fullest first", "按岗位,最重的在前"),
    "role": ("role", "岗位"),
    "officer_months": ("officer-months", "人月"),
    "median": ("middle one", "中位数"),
    "by_entry": ("By entry", "按条目"),
    "hours": ("hours", "小时"),
    "each": ("each", "每件"),
    "entry": ("clause and entry", "条款与条目"),
    "month": ("month", "月份"),
    "asked": ("asked", "需要"),
    "there_are": ("there are", "可用"),
    "untimed": ("untimed", "未定时长"),
    "fullest_first": ("By officer and month, fullest first", "按人员和月份,最重的在前"),
    "nobody": ("(nobody)", "(无人)"),
    "unstated": (
        "Nobody said how long one takes, so these are not counted:",
        "未写明时长,未计入:",
    ),
    "unsure": (
        "Subjects of whom it can't be said how many are due, which are not counted:",
        "应办件数无法确定的对象数,未计入:",
    ),
    "due": ("due", "应办"),
    "why": ("why", "原因"),
    "no_hours_stated": (
        "There are no hours to compare with; state your own in the configuration:",
        "没有工作时间,无从比较。请在配置文件中写入(数值由使用方决定):",
    ),
    # replan
    "changes": (
        "{kept} stay as they are, {changed} move or fall out, {done} are done, {new} are new.",
        "{kept} 件不变,{changed} 件移动或未排入,{done} 件已办,{new} 件新增。",
    ),
    "stood": ("stood", "原安排"),
    "stands": ("stands", "现安排"),
    "move.done": ("done, or no longer due", "已办或不再应办"),
    "move.away": ("the officer is away", "该人员离岗"),
    "move.no_hours": ("the officer has no hours on that day", "该人员当天没有工作时间"),
    "move.post": ("the officer may no longer do it", "该人员不再承担"),
    "move.window": ("it may not be done on that day", "当天不能办理"),
    "move.no_room": ("the day has no room for it", "当天已排满"),
    "move.spacing": ("other visits there are too near, or too far", "与其他走访的间隔不符"),
    "move.not_done": ("its day is over, and it was not done", "原定日期已过而未办"),
    "move.new": ("it stood nowhere", "原计划中没有"),
    # need
    "need": ("Posts that the work needs", "工作所需编制"),
    "one_post": ("one post gives", "每编制工时"),
    "posts_held": ("held", "现有"),
    "posts_needed": ("needed", "需要"),
    "set_relief": (
        'How many posts fill one on every working day is for the host: [planning] relief = "120%".',
        '每个工作日保有一人需要几个编制由使用方给出:[planning] relief = "120%"。',
    ),
    "rooms": (
        "Staff of rooms: {met} of {all} as the notice wants",
        "警务室配备:{all} 项中 {met} 项符合要求",
    ),
    "there_is": ("there is", "现有"),
    "wanted": ("wanted", "要求"),
    # who
    "nobody_there": ("Nobody was responsible on {on}.", "{on} 无人负责。"),
    "responsible": ("Responsible on {on}:", "{on} 的负责人:"),
    "held_at": ("held at", "设于"),
    "since": ("since", "自"),
    "until": ("until", "至"),
    # abstractions
    "no_taskings": ("{period}: nobody was called away.", "{period}:没有抽调记录。"),
    "taskings": (
        "{period}: {times} taskings, {hours} hours; barred {barred_times}, {barred_hours} hours.",
        "{period}:抽调 {times} 次,{hours} 小时;其中禁止的 {barred_times} 次,{barred_hours} 小时。",
    ),
    "tasked_for": ("for", "事由"),
    "ordered_by": ("ordered by", "下令机构"),
    "number": ("times", "次数"),
    "in_hours": ("in hours", "工时内"),
    "excepted": ("exception", "例外"),
    "barred_by": ("barred by", "禁止条款"),
    "barred_absences": (
        "Absences that the notice bars; nothing is planned on these days all the same",
        "文件禁止的抽调;这些日期仍不排入工作",
    ),
    "days": ("days", "日期"),
    "nothing_due": ("Nothing is due in this period.", "该周期内没有应办事项。"),
}


def say(key: str, lang: Lang, **facts: object) -> str:
    """A text in a language, with its facts filled in."""
    return _TEXTS[key][1 if lang == "zh" else 0].format_map(facts)
