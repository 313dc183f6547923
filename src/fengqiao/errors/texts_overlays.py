"""Texts for overlays: other values in the place of a source's."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "overlay.days": (
        Text(
            "The phases of this field are not named by days.",
            "It would not be known which of its values is meant.",
            "Write `{{date(2018, 12, 31): 3}}`, with a day on which the phase is in force, or one"
            " value for all phases.",
        ),
        Text(
            "该字段的各阶段没有用日期指明。",
            "无法知道要改的是哪个阶段的值。",
            "请写 `{{date(2018, 12, 31): 3}}`,日期取该阶段生效期内的任一天;"
            "或只写一个值,用于全部阶段。",
        ),
    ),
    "overlay.name": (
        Text(
            "An overlay must have a name of lower-case letters, digits, `-` and `_`, at most 40.",
            "Receipts name it, so that nobody takes its values for the source's.",
            "Pass `name='sixty-households'`.",
        ),
        Text(
            "叠加改动须有名称:小写字母、数字、`-` 和 `_`,最多 40 个字符。",
            "凭据会写明该名称,以免其数值被当作原文规定。",
            "请传 `name='sixty-households'`。",
        ),
    ),
    "overlay.no_phase": (
        Text(
            "No value of this field is in force on {day}.",
            "An overlay changes values that are there; it adds none.",
            "`fengqiao show PACK` lists the values with their days.",
        ),
        Text(
            "该字段在 {day} 没有生效的值。",
            "叠加改动只改已有的值,不增加新的值。",
            "`fengqiao show PACK` 列出各值及其起止日期。",
        ),
    ),
    "overlay.no_phases": (
        Text(
            "`{entry}` has one value for all its days.",
            "Only norms and duties have phases that a day can choose.",
            "Give one value without a day.",
        ),
        Text(
            "`{entry}` 在其全部有效期内只有一个值。",
            "只有定额和职责才分阶段,可按日期选择。",
            "请只写一个值,不写日期。",
        ),
    ),
    "overlay.not_dropped": (
        Text(
            "`{entry}` can't be dropped.",
            "Other entries may rest on its levels or words.",
            "Only norms, duties, roles and sheets can be dropped.",
        ),
        Text(
            "`{entry}` 不能去掉。",
            "其他条目可能要用到它的等级或词语。",
            "只有定额、职责、岗位和考核表可以去掉。",
        ),
    ),
    "overlay.nothing": (
        Text(
            "The overlay changes nothing.",
            "Receipts would name a change that is none.",
            "Pass at least one value, such as `{{'visits.households.at_least': 60}}`.",
        ),
        Text(
            "叠加改动中没有任何内容。",
            "凭据会写明并不存在的改动。",
            "请至少给一个值,例如 `{{'visits.households.at_least': 60}}`。",
        ),
    ),
    "overlay.only_entries": (
        Text(
            "A single field of `{entry}` can't be dropped.",
            "What would be left of it is not what its source asks for.",
            "Leave out the whole entry, or give the field another value.",
        ),
        Text(
            "不能只去掉 `{entry}` 的一个字段。",
            "剩下的部分已不是来源所要求的内容。",
            "请去掉整个条目,或给该字段另一个值。",
        ),
    ),
    "overlay.twice": (
        Text(
            "`{pack}` already has the overlay `{name}`.",
            "A receipt names one overlay with everything that it changes.",
            "Put all values into one overlay, on the pack as it was read.",
        ),
        Text(
            "`{pack}` 已有叠加改动 `{name}`。",
            "凭据只写明一份改动及其全部内容。",
            "请把全部值放进一份改动,用在原来读入的规则包上。",
        ),
    ),
    "overlay.unknown_name": (
        Text(
            "`{name}` is no value of this pack.",
            "A change that reaches nothing would be mistaken for one without effect.",
            "<<Close names: {close}. >><<Values of this entry: {known}. >>"
            "`fengqiao show PACK` lists all.",
        ),
        Text(
            "`{name}` 不是本规则包中的值。",
            "改不到任何内容的改动,会被误以为改了也没有影响。",
            "<<相近的名称:{close}。>><<该条目的值:{known}。>>`fengqiao show PACK` 列出全部。",
        ),
    ),
    "overlay.whole_entry": (
        Text(
            "`{entry}` is a whole entry, which has no single value.",
            "It is not known which of its values is meant.",
            "Name one of its fields<<: {known}>>.",
        ),
        Text(
            "`{entry}` 是整个条目,不是单个值。",
            "无法知道要改的是哪一个值。",
            "请写明字段<<:{known}>>。",
        ),
    ),
}
