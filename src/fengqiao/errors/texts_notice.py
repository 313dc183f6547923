"""Texts for notices that are compared with a pack."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "notice.unreadable": (
        Text(
            "The notice can't be read.",
            "Its numbers can't be compared with the pack.",
            "See whether the file is there and may be read, and try again.",
        ),
        Text(
            "无法读取该通知。",
            "无法将其中的数字与规则包对照。",
            "请确认文件存在且有读取权限，然后重试。",
        ),
    ),
    "notice.too_large": (
        Text(
            "The file is larger than {most_mib} MiB.",
            "A notice is a few pages of text; a larger file is something else.",
            "Save the text of the notice alone.",
        ),
        Text(
            "文件超过 {most_mib} MiB。",
            "通知只有几页文字，过大的文件多半不是通知。",
            "请只保存通知的正文。",
        ),
    ),
    "notice.not_text": (
        Text(
            "The file is no plain text<<; it looks like {guess}>>.",
            "Only plain text is read: its lines and columns are what the answer names.",
            'Open it, choose "Save as", and pick plain text in UTF-8.',
        ),
        Text(
            "文件不是纯文本<<，看来是 {guess}>>。",
            "只读取纯文本：结果按其行和列指明位置。",
            "请打开该文件，选择“另存为”，类型选纯文本，编码选 UTF-8。",
        ),
    ),
    "notice.encoding": (
        Text(
            "The file is not saved as {encoding}<<; it looks like {guess}>>.",
            "Chinese characters would be read wrongly.",
            "Save it as UTF-8<<, or add `--encoding {option}`>>.",
        ),
        Text(
            "文件不是以 {encoding} 保存的<<，看来是 {guess}>>。",
            "汉字会被读错。",
            "请另存为 UTF-8<<，或加上 `--encoding {option}`>>。",
        ),
    ),
    "notice.line_too_long": (
        Text(
            "The line has more than {most} characters.",
            "A paragraph of a notice is shorter; this looks like something else.",
            "Break it into its paragraphs.",
        ),
        Text(
            "该行超过 {most} 个字符。",
            "通知的一段没有这么长，多半不是正文。",
            "请按段落分行。",
        ),
    ),
    "notice.too_many_numbers": (
        Text(
            "The text holds more than {most} numbers.",
            "A notice has a few hundred; this looks like a table of data.",
            "Save the text of the notice alone.",
        ),
        Text(
            "文中的数字超过 {most} 个。",
            "一份通知只有几百个数字，这多半是数据表。",
            "请只保存通知的正文。",
        ),
    ),
    "notice.too_many_clauses": (
        Text(
            "The text has more than {most} numbered parts.",
            "A notice has a few hundred at most; this looks like a table of data.",
            "Save the text of the notice alone.",
        ),
        Text(
            "文中带编号的部分超过 {most} 个。",
            "一份通知至多几百条，这多半是数据清单。",
            "请只保存通知的正文。",
        ),
    ),
    "notice.empty": (
        Text(
            "The notice has no text.",
            "There is nothing to propose clauses from.",
            "See whether the right file was given, and whether it was saved with its text.",
        ),
        Text(
            "该通知没有文字。",
            "无从提出条目。",
            "请确认文件是否正确，保存时是否带有正文。",
        ),
    ),
    "notice.no_clauses": (
        Text(
            "The pack names no clause of the source `{source}`.",
            "Without a skeleton nobody can say which clause a number stands in.",
            "Write a `[[clause]]` table for each clause of the notice, in its order.",
        ),
        Text(
            "规则包没有列出来源 `{source}` 的任何条目。",
            "没有条目骨架，就说不清数字在哪一条。",
            "请按原文顺序为每一条写一个 `[[clause]]` 表。",
        ),
    ),
    "notice.unknown_source": (
        Text(
            "The pack has no source of this name; it has: {known}.",
            "Clauses are looked for source by source.",
            "Give `--source` one of these names.",
        ),
        Text(
            "规则包没有这个来源；现有：{known}。",
            "条目按来源逐一查找。",
            "请用其中一个名称作为 `--source`。",
        ),
    ),
    "notice.clause_not_found": (
        Text(
            "Clause `{clause}` is not found in {file}: its `starts` does not stand behind the "
            "clause before it.",
            "Without its place nobody can say which numbers belong to it.",
            "Copy the first few characters of the clause into `starts`, and keep the order of "
            "the notice.",
        ),
        Text(
            "在 {file} 中找不到条目 `{clause}`：它的 `starts` 不在前一条之后。",
            "不知道位置，就说不清哪些数字属于它。",
            "请把该条开头的几个字填入 `starts`，并保持原文的顺序。",
        ),
    ),
    "notice.clause_without_start": (
        Text(
            "Clause `{clause}` has no `starts`.",
            "It can't be found in {file}, so nobody can say which numbers belong to it.",
            "Copy the first few characters of the clause into `starts` (8 at most).",
        ),
        Text(
            "条目 `{clause}` 没有 `starts`。",
            "在 {file} 中找不到它，就说不清哪些数字属于它。",
            "请把该条开头的几个字填入 `starts`（最多 8 个字）。",
        ),
    ),
}
