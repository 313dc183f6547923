"""Texts for sources, clauses and what accounts for them."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "pack.no_source": (
        Text(
            "The pack has no [[source]].",
            "Every entry must be traceable to a published document.",
            "Add a [[source]] with id, zh and issued.",
        ),
        Text(
            "规则包没有 [[source]]。",
            "每一条都必须能追溯到已公布的文件。",
            "请加上 [[source]] 及 id、zh、issued。",
        ),
    ),
    "pack.duplicate_source": (
        Text(
            "A source of this id stands twice.",
            "A clause could not tell which one is meant.",
            "Give one of them another id.",
        ),
        Text(
            "该来源 id 出现了两次。",
            "无法知道条款指哪一个来源。",
            "请给其中一个换 id。",
        ),
    ),
    "pack.unknown_source": (
        Text(
            "The reference names a source that the pack does not have.",
            "The clause can't be found without it.",
            '<<Close: {close}. >><<Known: {known}. >>Write it like "source:clause".',
        ),
        Text(
            "所引的来源不在规则包中。",
            "没有来源就找不到条款。",
            "<<相近：{close}。>><<可用：{known}。>>写法为“来源：条款”。",
        ),
    ),
    "pack.duplicate_ref": (
        Text(
            "This clause stands twice in the skeleton.",
            "Each clause stands once, so that all can be counted.",
            "Remove one of the two.",
        ),
        Text(
            "该条款在骨架中出现了两次。",
            "每个条款只列一次，才能清点。",
            "请删去其中一个。",
        ),
    ),
    "pack.no_clause": (
        Text(
            "[[{table}]] names no clause.",
            "Every number must lead back to its place in the source.",
            'Add `clause = "..."` with a reference from the skeleton.',
        ),
        Text(
            "[[{table}]] 没有写明条款。",
            "每个数字都必须能找到原文出处。",
            '请加上 `clause = "..."`，引用骨架中的条款。',
        ),
    ),
    "pack.unknown_part": (
        Text(
            "`{field}` names a part that the clause does not have.",
            "The skeleton says how many parts a clause holds: {parts}. They are counted from 1 in"
            " the order of the text.",
            "Check the number after `#`, or `parts` of the clause.",
        ),
        Text(
            "`{field}` 所写的部分在该条款中没有。",
            "骨架写明了条款有几个部分：{parts}。各部分按原文顺序从 1 数起。",
            "请检查 `#` 后的数字，或该条款的 `parts`。",
        ),
    ),
    "pack.part_in_skeleton": (
        Text(
            "`{field}` of the skeleton names a part of a clause.",
            "The skeleton lists whole clauses; `parts` says how many parts each holds.",
            "Leave out `#` and the number, and raise `parts` of the clause.",
        ),
        Text(
            "骨架中的 `{field}` 写了条款的一部分。",
            "骨架只列整条，由 `parts` 写明各有几个部分。",
            "请去掉 `#` 和数字，并改写该条款的 `parts`。",
        ),
    ),
    "pack.part_unaccounted": (
        Text(
            "Nothing says what becomes of {clause}.",
            "Each part of each clause needs an entry, or a reason why there is none.",
            'Cite it in an entry or under [[not_modelled]]: `clause = "{clause}"`.',
        ),
        Text(
            "{clause} 没有去处。",
            "每个条款的每个部分都要有条目，或写明为什么没有。",
            '请在条目或 [[not_modelled]] 中写 `clause = "{clause}"`。',
        ),
    ),
    "pack.not_installed": (
        Text(
            "Nothing measures `{entry}`.",
            "Every answer about it would be `not_installed`.",
            "Install the plugin that brings an indicator for `{key}`, or take another key.",
        ),
        Text(
            "`{entry}` 没有可用的指标。",
            "对它的每个回答都只能是 `not_installed`。",
            "请安装带有 `{key}` 指标的插件，或换用其他键。",
        ),
    ),
    "pack.few_cases": (
        Text(
            "The worked cases of `{entry}` never expect: {missing}.",
            "Cases that show every kind of answer prove how the text was read.",
            'Write `[[case]]` with `of = "{entry}"` and a row or event for each; any of breach,'
            " notice, info stands for the others, and so does any reason for no_data.",
        ),
        Text(
            "`{entry}` 的示例缺少以下结论：{missing}。",
            "每种结论都有示例，才说明条文是怎样理解的。",
            '请在 `[[case]]` 中写 `of = "{entry}"`，并为每种结论各写一例；breach、notice、info'
            " 有其一即可，no_data 也可以是其他无法判断的原因。",
        ),
    ),
    "pack.procedure_cases": (
        Text(
            "The worked cases of `{entry}` never expect: {missing}.",
            "A way to the end, a step that is refused and a limit's end prove how the articles"
            " were read.",
            'Write `[[case]]` with `of = "{entry}"`, its steps as `events`, and an `expect` with a'
            " `state` that ends, `may_not`, and `due` with a day.",
        ),
        Text(
            "`{entry}` 的示例缺少以下内容：{missing}。",
            "走到终点的过程、被拒绝的步骤和期限的末日，才说明条文是怎样理解的。",
            '请在 `[[case]]` 中写 `of = "{entry}"`，用 `events` 写出各步，并在 `expect` 中写明'
            "终止的 `state`、`may_not` 以及带日期的 `due`。",
        ),
    ),
    "pack.score_cases": (
        Text(
            "`{entry}` needs a worked case with a score, and one that is not certain.",
            "Cases that show every kind of answer prove how the sheet was read.",
            "Write one row that gives every part, and one that leaves a part out and expects"
            ' `"open"` or the two ends of an interval.',
        ),
        Text(
            "`{entry}` 需要一个得分确定的示例和一个得分未定的示例。",
            "每种结论都有示例，才说明评分表是怎样理解的。",
            '请写一行给出全部分项，再写一行缺少某个分项，并预期为 `"open"` 或区间的两端。',
        ),
    ),
    "pack.phase_gap": (
        Text(
            "`{entry}` says nothing from {first} to {last}.",
            "Between its phases lie days without a limit; that may be meant.",
            "If it is not, let a phase begin the day after the one before it ends.",
        ),
        Text(
            "`{entry}` 在 {first} 至 {last} 期间没有要求。",
            "前后两个阶段之间有空档，也可能本来如此。",
            "如非本意，请让后一阶段从前一阶段结束的次日开始。",
        ),
    ),
    "pack.source_stale": (
        Text(
            "`{source}` was last compared with the published text on {checked}.",
            "That is more than a year ago; it may have been amended or replaced since.",
            "Look at the published text again, then put that day into `checked`.",
        ),
        Text(
            "`{source}` 上次与公布的文本核对是在 {checked}。",
            "距今已超过一年，其间可能已修改或被取代。",
            "请再次核对公布的文本，然后把核对日期写入 `checked`。",
        ),
    ),
    "pack.measure_differs": (
        Text(
            "Packs `{pack}` and `{other}` both bring a measure `{key}`, and not of the same kind.",
            "Under one name the host reports one count.",
            "Give one of them another name, or make `kind`, `unit` and `reports` agree.",
        ),
        Text(
            "规则包 `{pack}` 和 `{other}` 都有统计 `{key}`，但类别不一致。",
            "同一名称下，使用方只报送一种统计。",
            "请给其中一个换名，或让 `kind`、`unit` 和 `reports` 一致。",
        ),
    ),
    "pack.unknown_clause": (
        Text(
            "The clause is not in the skeleton of `{source}`.",
            "A reference that leads nowhere can't be checked.",
            "<<Close: {close}. >>Use the document's own numbering with half-width brackets, or add"
            " a [[clause]].",
        ),
        Text(
            "该条款不在 `{source}` 的骨架中。",
            "查无此处的引用无法核对。",
            "<<相近：{close}。>>请用原文编号和半角括号，或补上 [[clause]]。",
        ),
    ),
    "pack.cites_nothing": (
        Text(
            "`{field}` gives a clause to something that the duty does not state.",
            "A clause without a requirement is never shown.",
            "<<Close: {close}. >>Name a field or requirement that this duty has.",
        ),
        Text(
            "`{field}` 为该职责没有的要求写了条款。",
            "没有对应要求的条款不会显示。",
            "<<相近：{close}。>>请写该职责已有的项目或要求。",
        ),
    ),
}
