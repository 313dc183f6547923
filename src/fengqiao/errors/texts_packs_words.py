"""Texts for bands, labels, roles and measures in packs."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "pack.band_gap": (
        Text(
            "Between or beyond the levels there are values that belong to none.",
            "Every value must have a level.",
            "Let one level begin where the other ends, and leave the outer ones open to 0 and"
            " upwards.",
        ),
        Text(
            "有的数值不属于任何一级。",
            "每个数值都必须归入一级。",
            "请让各级首尾相接，最低级从 0 起，最高级不设上限。",
        ),
    ),
    "pack.band_overlap": (
        Text(
            "Two levels share more than an edge.",
            "Every value must have one level.",
            "Let one level end where the other begins.",
        ),
        Text(
            "两级之间有重叠，不只是共用边界。",
            "每个数值只能归入一级。",
            "请让一级的终点等于另一级的起点。",
        ),
    ),
    "pack.band_tie": (
        Text(
            "Two levels share an edge, and it is not said which one gets it.",
            "A value on the edge would belong to both.",
            'Add `tie = "upper"` or `tie = "lower"`; upper is the level with the larger numbers.',
        ),
        Text(
            "两级共用一个边界值，没有写明归哪一级。",
            "正好在边界上的值会同属两级。",
            '请加上 `tie = "upper"` 或 `tie = "lower"`;upper 指数字较大的一级。',
        ),
    ),
    "pack.level_not_exact": (
        Text(
            "A level needs an exact comparison.",
            "Otherwise it is not certain who belongs to it.",
            "Use one of: {ops}, with a value.",
        ),
        Text(
            "每一级都要有确切的比较。",
            "否则无法确定谁属于这一级。",
            "请用其中之一并写明数值：{ops}。",
        ),
    ),
    "pack.word_twice": (
        Text(
            "This name stands twice.",
            "A name must mean one thing.",
            "Rename or remove one of the two.",
        ),
        Text(
            "这个名称出现了两次。",
            "一个名称只能指一样东西。",
            "请改名或删去其中一个。",
        ),
    ),
    "pack.label_closed": (
        Text(
            "A label can't add to this vocabulary.",
            "The records of the library rest on it.",
            "Take another key; the reference names the vocabularies that are open to packs.",
        ),
        Text(
            "标签不能扩充这个词表。",
            "库的记录类型以它为基础。",
            "请换一个键；可由规则包扩充的词表见格式说明。",
        ),
    ),
    "pack.label_slip": (
        Text(
            "This key is nearly the name of a known vocabulary.",
            "A slip would begin a vocabulary that nothing uses.",
            "If one of these is meant, write it exactly: {close}; else take a more different name.",
        ),
        Text(
            "这个键与已有词表的名称只差一点。",
            "写错一个字就会另起一个没人用的词表。",
            "若指其中之一，请写准确：{close}；否则请换一个差别更大的名称。",
        ),
    ),
    "pack.label_empty": (
        Text(
            "The label has neither items nor a count.",
            "It says nothing.",
            "Add `items`, or `count` where the source gives only their number.",
        ),
        Text(
            "该标签既没有项目也没有数量。",
            "它不起作用。",
            "请加上 `items`；原文只给出数量时写 `count`。",
        ),
    ),
    "pack.label_count": (
        Text(
            "`count` differs from the number of items, which is {items}.",
            "One of the two is wrong.",
            "Correct it, or add `more = true` where the source says that there are more.",
        ),
        Text(
            "`count` 与项目数 {items} 不符。",
            "两者必有一错。",
            "请更正；原文列举未尽时加上 `more = true`。",
        ),
    ),
    "pack.role_empty": (
        Text(
            "The role says nothing.",
            "Neither who holds it nor whom it is filled from nor what its holder may not do is"
            " stated.",
            "Add `held_by`, `drawn_from` or `may_not`.",
        ),
        Text(
            "该岗位没有写任何内容。",
            "没有写明由谁担任、从哪里选任或不得做什么。",
            "请加上 `held_by`、`drawn_from` 或 `may_not`。",
        ),
    ),
    "pack.measure_known": (
        Text(
            "The catalogue has this key already.",
            "A count must come from one place.",
            "Use the known key, or give the measure another one.",
        ),
        Text(
            "目录中已有这个键。",
            "一个数只能有一个来源。",
            "请直接使用已有的键，或给该统计项换键。",
        ),
    ),
}
