"""What the verbs `cases`, `case` and `move` say, in English and Chinese. Data only."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.errors import Lang

_TEXTS: Mapping[str, tuple[str, str]] = {
    "none": ("No case as of {on}.", "截至 {on} 没有符合条件的案件。"),
    "count": (
        "Cases as of {on}: {count}; overdue {overdue}.",
        "截至 {on} 共 {count} 件,逾期 {overdue} 件。",
    ),
    "case": ("case", "案件"),
    "state": ("state", "状态"),
    "next": ("next", "下一事项"),
    "by": ("by", "截止"),
    "overdue": ("overdue", "逾期"),
    "unsure": ("can't be told", "无法判断"),
    "session": ("session", "调解"),
    "performance": ("performance", "履行"),
    "revisit": ("revisit", "回访"),
    "head": (
        "{case}: {procedure}, {state}, version {version}",
        "{case}:{procedure},{state},版本 {version}",
    ),
    "as_of": ("As of {at}; parties: {parties}.", "截至 {at};当事人 {parties} 方。"),
    "steps": ("Course", "经过"),
    "legal": ("May be done now", "现在可以进行"),
    "refused": ("May not be done now, and why", "现在不能进行及原因"),
    "elsewhere": (
        "{count} more steps start from other states: --all says from which.",
        "另有 {count} 个步骤须处于其他状态,加 --all 逐一说明。",
    ),
    "deadlines": ("Deadlines", "期限"),
    "no_legal": ("Nothing: no step leads on from here.", "没有:此状态下没有可进行的步骤。"),
    "no_legal_yet": ("Nothing, for the reasons below.", "没有,原因如下。"),
    "no_deadlines": ("No limit has begun.", "尚无已开始的期限。"),
    "due": ("until {day}", "至 {day} 届满"),
    "due_open": ("{reason}; earliest {day}", "{reason};最早 {day}"),
    "due_unknown": ("{reason}", "{reason}"),
    "reading": ("where {terms}:", "{terms} 时:"),
    "is_done": ("done", "已办"),
    "is_late": ("done late", "逾期办理"),
    "is_over": ("OVERDUE", "已逾期"),
    "is_free": ("left to the parties or passed by", "由当事人决定或已不适用"),
    "is_running": ("running", "未届满"),
    "day_set": ("day set for the {what}", "约定的{what}日"),
    "needs": ("lacks: {words}", "缺少:{words}"),
    "needs_any": ("lacks one of: {words}", "缺少(具备其一即可):{words}"),
    "barred": ("barred by: {words}", "因此不能进行:{words}"),
    "late": ("after the limit: {words}", "已过期限:{words}"),
    "too_many": ("more than allowed: {words}", "超过次数:{words}"),
    "not_configured": ("left open: {words}; term {term}", "尚无定论:{words};配置项 {term}"),
    "not_here": ("from: {words}", "须处于:{words}"),
    "backdated": ("dated before the last step; attest {words}", "时间早于上一步骤,须确认:{words}"),
    "not_theirs": ("for others to take: {words}", "由他人进行:{words}"),
    "cyclic": ("back to a case it came from: {words}", "移回来处的案件:{words}"),
    "unlawful": ("Recorded, not legal", "已记录但不合法的步骤"),
    "with_unlawful": ("{state}, steps not legal: {count}", "{state},不合法步骤 {count} 个"),
    "attest": ("; if so: --attest {codes}", ";属实的加 --attest {codes}"),
    "attest_any": ("; --attest whichever is so: {codes}", ";具备哪一项就加 --attest:{codes}"),
    "still": ("; not there yet: {codes}", ";尚缺:{codes}"),
    "of_party": ("of a party", "当事人"),
    "until": ("day set {day}", "约定 {day}"),
    "taken": (
        "{case}: {step}. Now {state}, version {version}.",
        "{case}:{step}。现为{state},版本 {version}。",
    ),
    "then": ("Next: {steps}", "接下来可以:{steps}"),
    "wait": ("{title} ({clause}): {ends}; {stands}", "{title}({clause}):{ends};{stands}"),
    "because": ("{why} ({clause})", "{why}({clause})"),
    "comma": (", ", "、"),
    "held": ("the period is held", "期间暂停"),
}


def say(key: str, lang: Lang, **facts: object) -> str:
    """A text in a language, with its facts filled in."""
    return _TEXTS[key][1 if lang == "zh" else 0].format_map(facts)
