"""Texts for cases that are asked for by reference."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "casework.unknown_case": (
        Text(
            "No case has this reference.",
            "Only what was recorded can be shown or go on. Nothing was written.",
            "Check the reference; a new case is opened with its first step and its procedure.",
        ),
        Text(
            "没有使用这个引用的案件。",
            "只有已记录的案件才能查看或继续办理。未写入任何内容。",
            "请核对引用;新案件请连同首个步骤和适用程序一起登记。",
        ),
    ),
    "casework.not_begun": (
        Text(
            "The case had not begun by this moment.",
            "A case is shown as it stood at the moment that is asked for.",
            "Ask for a moment after its first step.",
        ),
        Text(
            "到这个时刻为止,该案尚未开始。",
            "案件按所问时刻的情况显示。",
            "请给出首个步骤之后的时刻。",
        ),
    ),
    "casework.exists": (
        Text(
            "There is a case with this reference already.",
            "A reference belongs to one case alone. Nothing was written.",
            "Take the step in that case, or mint a reference of its own for the new one.",
        ),
        Text(
            "已有案件使用这个引用。",
            "一个引用只属于一个案件。未写入任何内容。",
            "请在该案中办理,或为新案件另行生成引用。",
        ),
    ),
    "request.days": (
        Text(
            "This is not a number of days.",
            "Cases are listed whose time ends within so many days.",
            "Give a whole number from 0 on, such as 7.",
        ),
        Text(
            "这不是天数。",
            "列出的是期限在若干天内届满的案件。",
            "请给出 0 以上的整数,例如 7。",
        ),
    ),
    "request.moment": (
        Text(
            "`at` is not a moment with a time zone.",
            "What is legal, and what is late, depends on the moment.",
            "Pass a `datetime` with `tzinfo`.",
        ),
        Text(
            "`at` 不是带时区的时刻。",
            "步骤是否合法、是否逾期取决于时刻。",
            "请传入带 `tzinfo` 的 `datetime`。",
        ),
    ),
}
