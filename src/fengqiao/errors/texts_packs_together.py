"""Texts for packs that meet: parents, areas, ids."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "pack.unknown": (
        Text(
            "No installed pack has this id.",
            "A pack has to be installed, or named by its folder.",
            "<<Installed: {installed}. >>`fengqiao packs` says from where; a folder is named with a"
            " / in it.",
        ),
        Text(
            "没有安装这个规则包。",
            "规则包须已安装，或以文件夹路径指定。",
            "<<已安装：{installed}。>>`fengqiao packs` 可查看来源；文件夹路径须含 /。",
        ),
    ),
    "pack.area_claimed": (
        Text(
            "The packs `{pack}` and `{other}` both speak for the area {area}<<; one stands in the"
            " folder {first}, the other in {second}>>.",
            "On any day an area belongs to one pack.",
            "Open only one of the two, or give one of them other or longer area codes; a copied"
            " folder needs `areas` of its own.",
        ),
        Text(
            "规则包 `{pack}` 与 `{other}` 都声称适用于地区 {area}"
            "<<；一个在文件夹 {first}，另一个在 {second}>>。",
            "任何一天一个地区只属于一个规则包。",
            "请只打开其中一个，或给其中一个改写别的或更长的区划代码；复制的文件夹须另写 `areas`。",
        ),
    ),
    "pack.twice": (
        Text(
            "Two packs with different content have the id `{pack}`<<: one in the folder {first},"
            " the other in {second}>>.",
            "Findings could not tell them apart.",
            "Open only one of them; a copy that is to be used beside its original needs an `id`"
            " and `areas` of its own.",
        ),
        Text(
            "有两个内容不同的规则包都叫 `{pack}`<<：一个在文件夹 {first}，另一个在 {second}>>。",
            "结果无法区分它们。",
            "请只打开其中一个；复制的规则包若要与原包同时使用，须另写 `id` 和 `areas`。",
        ),
    ),
    "pack.parent_missing": (
        Text(
            "The pack `{pack}` builds on `{parent}`, which is neither installed nor opened with"
            " it.",
            "Where the place is silent its parent speaks.",
            "Run `pip install fengqiao-{parent}`, or pass the folder of `{parent}` too; or correct"
            " `parent`.",
        ),
        Text(
            "规则包 `{pack}` 的上级 `{parent}` 既未安装，也没有一同打开。",
            "本地没有规定时由上级规则包说明。",
            "请运行 `pip install fengqiao-{parent}`，或同时传入 `{parent}` 的文件夹；"
            "也可更正 `parent`。",
        ),
    ),
    "pack.parent_cycle": (
        Text(
            "The packs `{pack}` and `{parent}` are each other's parents.",
            "Nobody could say who speaks last.",
            "Remove `parent` from the higher one.",
        ),
        Text(
            "规则包 `{pack}` 与 `{parent}` 互为上级。",
            "无法确定最后由谁说明。",
            "请删去较高一级的 `parent`。",
        ),
    ),
    "pack.practice_silent": (
        Text(
            "`{entry}` is mere practice, and {clause} of `{parent}` speaks under this id.",
            "Practice never takes the place of what a higher pack asks, so this entry is never"
            " judged on those days.",
            "Give it an `id` of its own.",
        ),
        Text(
            "`{entry}` 只是做法，而上级规则包 `{parent}` 的 {clause} 用的是同一个 id。",
            "做法不能取代上级的要求，在这些日期本条从不适用。",
            "请另写一个 `id`。",
        ),
    ),
    "pack.parent_forbids": (
        Text(
            "`{entry}` stands in the pack `{parent}`, which lets no place change it; `{pack}` says"
            " something else on the same days.",
            "The higher rule holds everywhere (`places_may` is `nothing`).",
            "Remove `{entry}` from `{pack}`; {clause} of `{parent}` holds there. What the place"
            " asks for beside it needs an `id` of its own.",
        ),
        Text(
            "上级规则包 `{parent}` 不允许各地更改 `{entry}`，而 `{pack}` 在相同日期另有规定。",
            "上级规定处处适用（`places_may` 为 `nothing`）。",
            "请从 `{pack}` 中删去 `{entry}`，适用 `{parent}` 的 {clause}；"
            "本地另有的要求须另写 `id`。",
        ),
    ),
    "pack.parent_tighten": (
        Text(
            "`{entry}` of the pack `{pack}` is not at least as strict as that of `{parent}`.",
            "Places may only ask for more (`places_may` is `tighten`), of the same subjects and"
            " over the same period.",
            "Compare it with {clause} of `{parent}`: ask for as much or more, or remove the entry.",
        ),
        Text(
            "`{pack}` 的 `{entry}` 不及上级规则包 `{parent}` 的严格。",
            "各地只能更严（`places_may` 为 `tighten`），对象和周期须相同。",
            "请对照 `{parent}` 的 {clause}：要求不低于它，或删去该条。",
        ),
    ),
}
