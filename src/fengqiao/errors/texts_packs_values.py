"""Texts for values in packs: how they are written."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "pack.not_text": (
        Text(
            "`{field}` must be text.",
            "Something else stands there.",
            "Put it in quotes.",
        ),
        Text(
            "`{field}` 应为文字。",
            "此处是别的内容。",
            "请加上半角引号。",
        ),
    ),
    "pack.empty": (
        Text(
            "`{field}` is empty.",
            "An empty value says nothing.",
            "Fill it in, or remove the line.",
        ),
        Text(
            "`{field}` 是空的。",
            "空值不起作用。",
            "请填写，或删去这一行。",
        ),
    ),
    "pack.not_a_name": (
        Text(
            "`{field}` must be a name.",
            "Names stand in findings and configuration, and must read the same everywhere.",
            "<<Perhaps {meant}. >>Use small letters a to z, digits and underscores, parts joined by"
            " dots, in quotes.",
        ),
        Text(
            "`{field}` 应为名称。",
            "名称会出现在结果和配置中，各处写法必须一致。",
            "<<也许是 {meant}。>>请用小写字母、数字和下划线，各段以点相连，加半角引号。",
        ),
    ),
    "pack.not_a_day": (
        Text(
            "`{field}` must be a day.",
            "Days decide which value counts.",
            "Write it like 2018-06-25, without quotes.",
        ),
        Text(
            "`{field}` 应为日期。",
            "适用哪个值取决于日期。",
            "请写成 2018-06-25，不加引号。",
        ),
    ),
    "pack.not_a_flag": (
        Text(
            "`{field}` must be true or false.",
            "It is a question of yes or no.",
            "Write true or false, in small letters, without quotes.",
        ),
        Text(
            "`{field}` 应为 true 或 false。",
            "这里只分是与否。",
            "请写小写的 true 或 false，不加引号。",
        ),
    ),
    "pack.not_a_number": (
        Text(
            "`{field}` must be a whole number that makes sense there.",
            "Something else stands there, or it is too small.",
            "Write a number such as 80, without quotes.",
        ),
        Text(
            "`{field}` 应为合适的整数。",
            "此处是别的内容，或者数字过小。",
            "请写整数，例如 80，不加引号。",
        ),
    ),
    "pack.out_of_range": (
        Text(
            "`{field}` is below 0, or too large.",
            "Nothing that is counted is less than none, and so large a number is a slip.",
            "Write a whole number from 0 to {most}, without quotes.",
        ),
        Text(
            "`{field}` 小于 0，或者过大。",
            "计数不会少于零，过大的数多半是笔误。",
            "请写 0 至 {most} 的整数，不加引号。",
        ),
    ),
    "pack.quoted_number": (
        Text(
            "`{field}` is a number in quotes.",
            "In quotes it is text, and text can't be compared.",
            "Remove the quotes.",
        ),
        Text(
            "`{field}` 的数字加了引号。",
            "加引号就成了文字，无法比较。",
            "请去掉引号。",
        ),
    ),
    "pack.not_an_amount": (
        Text(
            "`{field}` is neither a number nor a share nor a time.",
            "Only exact values can be compared.",
            '<<Perhaps {meant}. >>Write 80, "40%", "1/3", "3 per 1000", "2 hours" or "1/2 day";'
            ' "open" where the source leaves it open.',
        ),
        Text(
            "`{field}` 既不是数字，也不是比例或时间。",
            "只有确切的值才能比较。",
            '<<也许是 {meant}。>>请写 80、"40%"、"1/3"、"3 per 1000"、"2 hours" 或 "1/2 day"；'
            '原文未定的写 "open"。',
        ),
    ),
    "pack.not_a_quantity": (
        Text(
            "`{field}` must be a time.",
            "It is compared with minutes or days.",
            '<<Perhaps {meant}. >>Write it like "2 hours", "1/2 day" or "7 working_days", in'
            " quotes.",
        ),
        Text(
            "`{field}` 应为时间长度。",
            "它要与分钟或天数比较。",
            '<<也许是 {meant}。>>请写成 "2 hours"、"1/2 day" 或 "7 working_days"，加半角引号。',
        ),
    ),
    "pack.not_a_range": (
        Text(
            "`{field}` must have two ends.",
            "A range goes from one value to another.",
            "Write it like [1, 2].",
        ),
        Text(
            "`{field}` 应有两端。",
            "范围是从一个值到另一个值。",
            "请写成 [1, 2]。",
        ),
    ),
    "pack.range_reversed": (
        Text(
            "The first end of `{field}` is not below the second.",
            "Such a range can't be met.",
            "Write the smaller end first, both in the same unit; for a single value use `equal`.",
        ),
        Text(
            "`{field}` 的前一端不小于后一端。",
            "这样的范围无法达到。",
            "请把较小的一端写在前面，两端单位相同；只有一个值时用 `equal`。",
        ),
    ),
    "pack.not_a_list": (
        Text(
            "`{field}` must stand in square brackets.",
            "Several rows are expected there.",
            "Write it like [ {{ ... }}, {{ ... }} ].",
        ),
        Text(
            "`{field}` 应写在方括号中。",
            "此处应有若干行。",
            "请写成 [ {{ ... }}, {{ ... }} ]。",
        ),
    ),
    "pack.not_a_table": (
        Text(
            "`{field}` must have fields of its own.",
            "A single value stands there.",
            "Write it like `{field} = {{ name = value }}` or `{field}.name = value`.",
        ),
        Text(
            "`{field}` 应含有下一级项目。",
            "此处只有一个值。",
            "请写成 `{field} = {{ 名称 = 值 }}` 或 `{field}.名称 = 值`。",
        ),
    ),
    "pack.not_a_period": (
        Text(
            "`{field}` is not a period.",
            "A case is judged over a day, week, month, quarter, half-year or year.",
            'Write it like "2018-07", "2018-W27", "2018-Q3", "2018-H2" or "2018".',
        ),
        Text(
            "`{field}` 不是时段。",
            "示例须针对某日、周、月、季度、半年或年。",
            '请写成 "2018-07"、"2018-W27"、"2018-Q3"、"2018-H2" 或 "2018"。',
        ),
    ),
    "pack.not_an_area": (
        Text(
            "`{field}` must hold area codes.",
            "A pack speaks for areas by the beginning of their codes.",
            'Write 2 to 12 digits in quotes, such as "1503".',
        ),
        Text(
            "`{field}` 应为区划代码。",
            "规则包按区划代码的开头确定适用地区。",
            '请写 2 至 12 位数字并加引号，例如 "1503"。',
        ),
    ),
    "pack.version": (
        Text(
            "`{field}` must be a version.",
            "Receipts name the version that was used.",
            'Write numbers joined by dots, such as "1.0.0".',
        ),
        Text(
            "`{field}` 应为版本号。",
            "结果的依据会写明所用版本。",
            '请用点连接数字，例如 "1.0.0"。',
        ),
    ),
    "pack.sha256": (
        Text(
            "`{field}` must be a SHA-256 sum.",
            "It proves which text was read.",
            "Write its 64 characters 0-9 and a-f, or remove the line until the text is at hand.",
        ),
        Text(
            "`{field}` 应为 SHA-256 校验值。",
            "它证明所依据的是哪个文本。",
            "请写 64 位 0-9、a-f 字符；手头没有文本时先删去这一行。",
        ),
    ),
    "pack.starts_long": (
        Text(
            "`{field}` has more than 8 characters, or begins or ends with a space.",
            "It only finds the place; the text itself stays in the source.",
            "Keep the first few characters of the clause, at most 8.",
        ),
        Text(
            "`{field}` 超过 8 个字，或首尾有空格。",
            "它只用来定位，正文留在原文件中。",
            "请只保留该条开头的几个字，最多 8 个。",
        ),
    ),
    "pack.unknown_choice": (
        Text(
            "`{field}` has a word that is not known there.",
            "Only these words have a meaning: {known}.",
            "<<Close: {close}. >>Take one of them.",
        ),
        Text(
            "`{field}` 用了不认识的词。",
            "此处只能用：{known}。",
            "<<相近的词：{close}。>>请改用其中之一。",
        ),
    ),
    "pack.unknown_word": (
        Text(
            "`{field}` has a word that is not in its vocabulary.",
            "Records use the same words; a word that is not known would never be found in them.",
            "<<Close words: {close}. >><<Known: {known}. >>"
            "<<A pack adds words to `{vocabulary}` with a [[label]].>>"
            "<<The words are the levels of the pack's [[band]] with the key `{band}`.>>",
        ),
        Text(
            "`{field}` 用了词表中没有的词。",
            "记录使用同一词表，不认识的词永远对不上。",
            "<<相近的词：{close}。>><<可用：{known}。>>"
            "<<规则包可用 [[label]] 给词表 `{vocabulary}` 增加词语。>>"
            "<<可用的词是规则包中 `key` 为 `{band}` 的 [[band]] 的各档名称。>>",
        ),
    ),
}
