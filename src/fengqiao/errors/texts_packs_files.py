"""Texts for the files and tables of a pack."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "pack.file_name": (
        Text(
            "The name of this file does not end in `.toml`.",
            "Only such files are read; what stands in it would be passed over.",
            "Rename it, for example from `work.toml.txt` to `work.toml`; some editors add `.txt`"
            " in silence.",
        ),
        Text(
            "这个文件的名称不是以 `.toml` 结尾。",
            "只读取以 .toml 结尾的文件，其中的内容会被漏掉。",
            "请改名，例如把 `work.toml.txt` 改为 `work.toml`；有的编辑器会悄悄加上 .txt。",
        ),
    ),
    "pack.no_files": (
        Text(
            "The folder has no file `data/*.toml`.",
            "A pack without entries says nothing.",
            "Put the pack's files into a folder called data; `fengqiao packs` shows where"
            " installed packs are.",
        ),
        Text(
            "该文件夹中没有 `data/*.toml`。",
            "没有条目的规则包不起作用。",
            "请把规则包的文件放在名为 data 的文件夹中；`fengqiao packs` 可查看已安装的规则包位置。",
        ),
    ),
    "pack.outside": (
        Text(
            "This file is a link to one outside the pack's folder.",
            "A pack is read from its own folder only, so that everyone reads the same.",
            "Put the file itself in the place of the link.",
        ),
        Text(
            "这个文件是链接，指向规则包文件夹之外。",
            "规则包只从自己的文件夹读取，人人读到的才会相同。",
            "请用文件本身替换这个链接。",
        ),
    ),
    "pack.too_many_files": (
        Text(
            "The pack has more than {most} files.",
            "A pack is a few pages of text; a folder with more holds something else.",
            "Join files, or take out what does not belong there.",
        ),
        Text(
            "规则包中的文件超过 {most} 个。",
            "规则包只有几页文字，文件过多，多半放错了内容。",
            "请合并文件，或移走不属于这里的内容。",
        ),
    ),
    "pack.too_large": (
        Text(
            "The files of the pack are larger than {most_kib} KiB together.",
            "A pack is a few pages of text; what is larger is something else.",
            "Take out what does not belong there, or make packs of several places of it.",
        ),
        Text(
            "规则包的文件合计超过 {most_kib} KiB。",
            "规则包只有几页文字，过大的多半放错了内容。",
            "请移走不属于这里的内容，或拆成几个地方的规则包。",
        ),
    ),
    "pack.too_many_entries": (
        Text(
            "The pack has {count} entries; {most} is the most. Each key and phase counts.",
            "Every entry is compared with every other, and that has to end.",
            "Take out what stands twice, or make packs of several places of it.",
        ),
        Text(
            "规则包有 {count} 个条目，最多为 {most} 个（每个键、每个阶段各算一个）。",
            "条目之间要逐一比对，数量必须有限。",
            "请删去重复的内容，或拆成几个地方的规则包。",
        ),
    ),
    "pack.too_many_cases": (
        Text(
            "The pack has {count} worked cases; {most} is the most.",
            "Every case is judged each time the pack is checked, and that has to end.",
            "Keep those that show how the text is read.",
        ),
        Text(
            "规则包有 {count} 个示例，最多为 {most} 个。",
            "每次检查都要逐个运行示例，数量必须有限。",
            "请保留说明如何理解条文的示例。",
        ),
    ),
    "pack.long_case": (
        Text(
            "`{field}` of a worked case is longer than {most}.",
            "A case shows on a few values how the text is read.",
            "Keep the values beside the limit, or make several cases of it.",
        ),
        Text(
            "示例的 `{field}` 超过 {most} 项。",
            "示例只用少数几个值说明如何理解条文。",
            "请保留界限附近的值，或拆成几个示例。",
        ),
    ),
    "pack.format_missing": (
        Text(
            "The file does not begin with `format = {format}`.",
            "The format will grow; the file must say which one it is written in.",
            "Put `format = {format}` into the first line.",
        ),
        Text(
            "文件开头没有 `format = {format}`。",
            "格式以后会变化，文件须写明所用版本。",
            "请在第一行写上 `format = {format}`。",
        ),
    ),
    "pack.format_unknown": (
        Text(
            "This format is not known here.",
            "A newer format may mean something else by the same words.",
            "Write `format = {format}`, or update fengqiao.",
        ),
        Text(
            "不认识这个格式版本。",
            "新格式中同样的词可能另有含义。",
            "请写 `format = {format}`，或更新 fengqiao。",
        ),
    ),
    "pack.no_pack": (
        Text(
            "No file has a [pack] table.",
            "Without it the pack has no name and no version.",
            "Put [pack] with id, version and zh into one of the files.",
        ),
        Text(
            "没有一个文件写有 [pack]。",
            "没有它，规则包就没有名称和版本。",
            "请在其中一个文件写上 [pack] 及 id、version、zh。",
        ),
    ),
    "pack.two_packs": (
        Text(
            "[pack] stands a second time; the first is in {other}, line {line}.",
            "A folder holds one pack.",
            "Remove one of the two.",
        ),
        Text(
            "[pack] 出现了第二次；第一次在 {other} 第 {line} 行。",
            "一个文件夹只放一个规则包。",
            "请删去其中一个。",
        ),
    ),
    "pack.unknown_table": (
        Text(
            "[[{field}]] is not a table of a pack.",
            "What is not known is not left unread in silence.",
            "<<Close names: {close}. >><<Known: {known}.>>",
        ),
        Text(
            "[[{field}]] 不是规则包的表。",
            "不认识的内容不会被悄悄忽略。",
            "<<相近的名称：{close}。>><<可用：{known}。>>",
        ),
    ),
    "pack.single_brackets": (
        Text(
            "[{field}] has one pair of brackets.",
            "Such a table can stand only once, and there are many entries.",
            "Write [[{field}]], with two pairs, above every entry.",
        ),
        Text(
            "[{field}] 只有单方括号。",
            "单方括号的表只能有一个，而条目有很多。",
            "请在每一条上面写双方括号 [[{field}]]。",
        ),
    ),
    "pack.double_brackets": (
        Text(
            "[[{field}]] has two pairs of brackets.",
            "A folder holds one pack.",
            "Write [{field}], with one pair.",
        ),
        Text(
            "[[{field}]] 用了双方括号。",
            "一个文件夹只有一个规则包。",
            "请写成单方括号 [{field}]。",
        ),
    ),
    "pack.unknown_field": (
        Text(
            "[[{table}]] has no field `{field}` here.",
            "What is not known is not left unread in silence.",
            "<<Close names: {close}. >>The reference of the pack format lists all fields.",
        ),
        Text(
            "[[{table}]] 在此处没有 `{field}` 这一项。",
            "不认识的内容不会被悄悄忽略。",
            "<<相近的名称：{close}。>>全部项目见规则包格式说明。",
        ),
    ),
    "pack.missing_field": (
        Text(
            "[[{table}]] needs `{field}`.",
            "Without it the entry can't be used.",
            "Add a line `{field} = ...`.",
        ),
        Text(
            "[[{table}]] 缺少 `{field}`。",
            "缺少它，该条目无法使用。",
            "请加上一行 `{field} = ...`。",
        ),
    ),
}
