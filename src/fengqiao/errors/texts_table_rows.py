"""Texts for the rows and cells of tables that are loaded."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts
from fengqiao.errors.texts_tables import NOTHING, NOTHING_ZH

TEXTS: Texts = {
    "table.broken_line": (
        Text(
            "Row {row} is not CSV: a quotation mark opens and does not close, or stands in the"
            " middle.",
            NOTHING,
            'Put a cell with quotation marks between them, and double those inside: `"a ""b"""`.',
        ),
        Text(
            "第 {row} 行不是 CSV:引号没有配对,或出现在单元格中间。",
            NOTHING_ZH,
            '含引号的单元格应整体加引号,内部的引号写两个:`"甲""乙"""`。',
        ),
    ),
    "table.cells": (
        Text(
            "Row {row} has {found} cells, the header has {expected}.",
            "In which column a value stands can't be known.",
            "A cell with a comma goes between quotation marks; a line may have been cut.",
        ),
        Text(
            "第 {row} 行有 {found} 个单元格,而表头有 {expected} 个。",
            "无法确定各值属于哪一列。",
            "含逗号的单元格应加引号;也可能是该行被截断。",
        ),
    ),
    "table.no_object": (
        Text(
            "Line {row} is not a JSON object.",
            NOTHING,
            'Write one object a line, such as `{{"staff": "S01"}}`, without commas between lines.',
        ),
        Text(
            "第 {row} 行不是 JSON 对象。",
            NOTHING_ZH,
            '请每行写一个对象,例如 `{{"staff": "S01"}}`,行间不加逗号。',
        ),
    ),
    # cells
    "table.absent": (
        Text("`{field}` is empty in row {row}.", NOTHING, "Give a value; it is required."),
        Text("`{field}` 第 {row} 行为空。", NOTHING_ZH, "该字段必填,请给出值。"),
    ),
    "table.formula": (
        Text(
            "`{field}` begins with a sign that a spreadsheet takes for a formula (= + - @) in row"
            " {row}.",
            "A formula in a table can run on the computer of whoever opens it.",
            'Give the plain value. `="150302001002"`, which keeps digits as they are, is read.',
        ),
        Text(
            "`{field}` 第 {row} 行以表格软件视为公式的符号(= + - @)开头。",
            "表格中的公式可能在打开者的电脑上执行。",
            '请写普通的值。`="150302001002"` 这样保留数字原样的写法可以读取。',
        ),
    ),
    "table.spreadsheet_number": (
        Text(
            "`{field}` was turned into a number by a spreadsheet in row {row}.",
            "In `1.50302E+11` or `150302001002.0` digits are lost or added; an id or an area code"
            " is text.",
            "Give the column the format Text, enter the values again, and export.",
        ),
        Text(
            "`{field}` 第 {row} 行被表格软件变成了数字。",
            "`1.50302E+11` 或 `150302001002.0` 这样的写法会丢失或增加数字;编号和区划代码是文本。",
            "请把该列设为“文本”格式,重新填入后再导出。",
        ),
    ),
    "table.count": (
        Text(
            "`{field}` is not a whole number in row {row}.",
            NOTHING,
            "Write digits alone, such as 80 or 1,204; an empty cell where the column may be empty.",
        ),
        Text(
            "`{field}` 第 {row} 行不是整数。",
            NOTHING_ZH,
            "请只写数字,例如 80 或 1,204;可以不填的列请留空。",
        ),
    ),
    "table.minutes": (
        Text(
            "`{field}` is not a number of minutes in row {row}.",
            "A duration is a whole number of minutes, a week at most.",
            "Write 25 or 25分钟.",
        ),
        Text(
            "`{field}` 第 {row} 行不是分钟数。",
            "时长应为整数分钟,最多一周。",
            "请写成 25 或 25分钟。",
        ),
    ),
    "table.day": (
        Text(
            "`{field}` is not a day in row {row}.",
            "A day is never guessed: 7/3/18 could be March or July.",
            "Write 2018-07-03, 2018/7/3 or 2018年7月3日.",
        ),
        Text(
            "`{field}` 第 {row} 行不是日期。",
            "日期不作猜测:7/3/18 可能是三月,也可能是七月。",
            "请写成 2018-07-03、2018/7/3 或 2018年7月3日。",
        ),
    ),
    "table.instant": (
        Text(
            "`{field}` is not a moment in row {row}.",
            "Both day and time of day are needed.",
            "Write 2018-07-03 09:30, 2018/7/3 9:30 or 2018年7月3日 9时30分,"
            " or with its zone 2018-07-03T09:30+08:00.",
        ),
        Text(
            "`{field}` 第 {row} 行不是时刻。",
            "日期和钟点都要写明。",
            "请写成 2018-07-03 09:30、2018/7/3 9:30 或 2018年7月3日 9时30分;"
            "带时区的写 2018-07-03T09:30+08:00。",
        ),
    ),
    "table.local_time": (
        Text(
            "`{field}` in row {row} is a local time that its zone had twice or never.",
            "So it is when summer time begins or ends.",
            "Write it with its zone, such as 1988-09-11T01:30+08:00.",
        ),
        Text(
            "`{field}` 第 {row} 行的当地时间在该时区出现过两次或从未出现。",
            "夏令时开始或结束时会这样。",
            "请写明时区,例如 1988-09-11T01:30+08:00。",
        ),
    ),
    "table.flag": (
        Text(
            "`{field}` is neither yes nor no in row {row}.",
            NOTHING,
            "Write 是 or 否, true or false, yes or no, 1 or 0.",
        ),
        Text(
            "`{field}` 第 {row} 行既不是“是”也不是“否”。",
            NOTHING_ZH,
            "请写 是 或 否、true 或 false、1 或 0。",
        ),
    ),
    "table.unknown_word": (
        Text(
            "`{field}` in row {row} has a word that the list `{vocabulary}` does not have.",
            "Codes come from closed lists; a word or its label may be written.",
            "<<Close to it: {close}. >><<The list: {known}. >>`fengqiao show --keys` prints every"
            " list; for words of your own, `--values FIELD=FILE` says which code each means.",
        ),
        Text(
            "`{field}` 第 {row} 行有 `{vocabulary}` 清单以外的词。",
            "代码只能取自封闭清单;可以写代码,也可以写其名称。",
            "<<相近的有:{close}。>><<可用:{known}。>>`fengqiao show --keys` 列出全部清单;"
            "本单位自己的写法用 `--values 字段=文件` 说明各对应哪个代码。",
        ),
    ),
    "table.type": (
        Text(
            "`{field}` holds another type in line {row}; it is a {expected}.",
            "Values are never converted in silence.",
            "Write ids, codes, days and moments as texts, counts as whole numbers, flags as true"
            " or false, several codes as a list.",
        ),
        Text(
            "`{field}` 第 {row} 行的类型不对,应为 {expected}。",
            "本库不会悄悄转换取值。",
            "编号、代码、日期、时刻写成文本,数量写成整数,是否写成 true 或 false,多个代码写成列表。",
        ),
    ),
    "table.host_key": (
        Text(
            "`{field}` holds nothing that can be a key in row {row}.",
            "A reference is minted from a key of the host's own.",
            "Use up to {longest} printable characters.",
        ),
        Text(
            "`{field}` 第 {row} 行的内容不能作为编号。",
            "引用由本单位自己的编号生成。",
            "请使用不超过 {longest} 个可打印字符。",
        ),
    ),
}
