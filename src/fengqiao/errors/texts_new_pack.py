"""Texts for beginning a new pack."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "new_pack.id": (
        Text(
            "The id of the new pack is no name.",
            "It names the pack in findings, configuration and on the disk.",
            "Use small letters, digits and underscores, such as `ourtown`: a letter first, no"
            " underscore last, 40 at most.",
        ),
        Text(
            "新规则包的编号不合要求。",
            "编号用于结果、配置和文件夹名。",
            "请用小写字母、数字和下划线，例如 `ourtown`："
            "以字母开头，不以下划线结尾，最多 40 个字符。",
        ),
    ),
    "new_pack.name": (
        Text(
            "The name of the new pack is empty, too long or holds signs that can't be seen.",
            "It stands above all findings.",
            "Give the name of the place or of its rules, in {most} characters at most.",
        ),
        Text(
            "新规则包的名称为空、过长，或含有看不见的字符。",
            "名称会显示在结果上方。",
            "请写地名或办法的名称，最多 {most} 个字。",
        ),
    ),
    "new_pack.areas": (
        Text(
            "An area of the new pack is no area code.",
            "By its areas the pack is found to speak for a place.",
            "Give the first 2 to 12 digits of each code, with commas between: `150303,150304`.",
        ),
        Text(
            "新规则包的区域不是区划代码。",
            "系统按区划代码判断规则包适用于哪里。",
            "请写每个代码的前 2 至 12 位数字，用逗号分开：`150303,150304`。",
        ),
    ),
    "new_pack.exists": (
        Text(
            "The folder for the new pack is there already.",
            "What somebody wrote is never written over.",
            "Name another folder with `--out`, or move that one away.",
        ),
        Text(
            "新规则包的文件夹已经存在。",
            "已有的内容不会被覆盖。",
            "请用 `--out` 指定另一个文件夹，或先移走原有的。",
        ),
    ),
    "new_pack.unwritable": (
        Text(
            "The folder for the new pack can't be made.",
            "Nothing was written.",
            "See whether the folder around it is there and may be written to.",
        ),
        Text(
            "无法建立新规则包的文件夹。",
            "没有写入任何内容。",
            "请确认上级文件夹存在且有写入权限。",
        ),
    ),
}
