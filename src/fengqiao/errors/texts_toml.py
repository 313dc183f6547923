"""Texts for TOML files: what is typed into packs and configuration."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "toml.unreadable": (
        Text(
            "The file can't be read.",
            "Nothing of it is known, so nothing can be judged by it.",
            "See whether it is there and may be read, and try again.",
        ),
        Text(
            "无法读取该文件。",
            "内容未知，就无法据以判断。",
            "请确认文件存在且有读取权限，然后重试。",
        ),
    ),
    "toml.too_large": (
        Text(
            "The file is larger than {most_kib} KiB.",
            "A pack is a few pages of text; a larger file is something else.",
            "Split it into several files in the same folder, or remove what does not belong there.",
        ),
        Text(
            "文件超过 {most_kib} KiB。",
            "规则包只有几页文字，过大的文件多半放错了内容。",
            "请拆成同一文件夹中的几个文件，或删去不属于这里的内容。",
        ),
    ),
    "toml.long_number": (
        Text(
            "A number here has a thousand digits or more.",
            "No rule needs one, and it can't be counted with.",
            "Look for a key that was held down, and type the number again.",
        ),
        Text(
            "此处的数字有一千位以上。",
            "没有哪条规则需要这样的数字，也无法用来计算。",
            "请检查是否按住了某个键，并重新输入该数字。",
        ),
    ),
    "toml.encoding": (
        Text(
            "The file is not saved as UTF-8; it looks like {guess}.",
            "Chinese characters would be read wrongly.",
            'Open it in the editor, choose "Save as", and pick the encoding UTF-8.',
        ),
        Text(
            "文件不是以 UTF-8 保存的，看来是 {guess}。",
            "汉字会被读错。",
            "请在编辑器中选择“另存为”，编码选 UTF-8。",
        ),
    ),
    "toml.too_deep": (
        Text(
            "Brackets stand in brackets too many times over.",
            "No entry of a pack needs that.",
            "Look for an opening bracket that was typed again and again.",
        ),
        Text(
            "括号嵌套过深。",
            "规则包中没有条目需要这样写。",
            "请检查是否重复输入了左括号。",
        ),
    ),
    "toml.fullwidth": (
        Text(
            "A full-width sign stands where a plain one belongs.",
            "Signs typed with a Chinese keyboard are other signs to the reader.",
            "Switch the keyboard to English and type {instead} instead.",
        ),
        Text(
            "此处用了全角符号。",
            "中文输入法的符号与半角符号不是同一个符号。",
            "请切换到英文输入法，改为：{instead}",
        ),
    ),
    "toml.wide_space": (
        Text(
            "A full-width or invisible space stands here.",
            "It looks like a space and is another sign to the reader.",
            "Delete it and type a plain space with the keyboard in English.",
        ),
        Text(
            "此处有全角空格或看不见的空格。",
            "它看起来是空格，读取时却是另一个符号。",
            "请删去，切换到英文输入法后再输入空格。",
        ),
    ),
    "toml.unquoted": (
        Text(
            "A word, share or time stands without quotes.",
            "Only whole numbers, true, false and days stand without quotes.",
            'Put it in quotes: "40%", "2 hours", "community".<< For yes or no write {instead}, in'
            " small letters and without quotes.>>",
        ),
        Text(
            "文字、百分比或时间没有加引号。",
            "只有整数、true、false 和日期可以不加引号。",
            '请加上半角引号："40%"、"2 hours"、"community"。'
            "<<表示是或否时写小写的 {instead}，不加引号。>>",
        ),
    ),
    "toml.unit_behind": (
        Text(
            "A number has a word right behind it.",
            "What is counted follows from the key, so the number stands alone.",
            'Write the number only, such as 80; a time goes in quotes: "2 hours", "1/2 day".',
        ),
        Text(
            "数字后面紧跟着文字。",
            "计量单位由键确定，此处只写数字。",
            '请只写数字，例如 80；时间长度加半角引号并用英文单位："2 hours"、"1/2 day"。',
        ),
    ),
    "toml.round_brackets": (
        Text(
            "Round brackets stand where square ones belong.",
            "Several values stand between [ and ].",
            "Write them like [1, 2]; a single value needs no brackets.",
        ),
        Text(
            "此处用了圆括号，应为方括号。",
            "几个值写在 [ 与 ] 之间。",
            "请写成 [1, 2]；只有一个值时不用括号。",
        ),
    ),
    "toml.unclosed_quote": (
        Text(
            "A quote is opened and never closed.",
            "Everything after it is taken for text.",
            'Put the closing quote " at the end of the text; text stays on one line.',
        ),
        Text(
            "引号只有开头，没有结尾。",
            "其后的内容都会被当成文字。",
            '请在文字末尾补上半角引号 "；文字不要换行。',
        ),
    ),
    "toml.text_after_quote": (
        Text(
            "Something stands right behind a closing quote.",
            "A quote inside a text ends it there.",
            "Inside a text use “ ” or 「 」; between two texts put a comma.",
        ),
        Text(
            "引号结束之后紧跟着其他内容。",
            "文字中间的半角引号会让文字到此结束。",
            "文字里面请用中文引号 “ ”；两段文字之间请加半角逗号。",
        ),
    ),
    "toml.no_value": (
        Text(
            "Nothing stands behind the sign =.",
            "A field without a value says nothing.",
            "Write the value on the same line, or remove the line.",
        ),
        Text(
            "等号后面没有内容。",
            "没有值的项目不起作用。",
            "请把值写在同一行，或删去这一行。",
        ),
    ),
    "toml.unclosed_bracket": (
        Text(
            "A bracket is opened and never closed.",
            "What follows is taken for a part of it.",
            "Put the closing bracket where the values end.",
        ),
        Text(
            "括号只有左边，没有右边。",
            "其后的内容会被当成括号里的内容。",
            "请在各项之后补上右括号。",
        ),
    ),
    "toml.table_broken": (
        Text(
            "What stands between {{ and }} runs over several lines.",
            "It has to stand on one line.",
            "Put everything from {{ to }} on one line, or break the line only after a comma"
            " between two {{ }}.",
        ),
        Text(
            "{{ 与 }} 之间的内容断成了几行。",
            "这部分必须写在同一行。",
            "请把 {{ 到 }} 写在一行；只能在两个 {{ }} 之间的逗号后换行。",
        ),
    ),
    "toml.comma_at_end": (
        Text(
            "A comma stands at the end, and nothing follows it.",
            "After a comma another value is expected.",
            "Remove the comma.",
        ),
        Text(
            "末尾多了一个逗号，后面没有内容。",
            "逗号之后应当还有一项。",
            "请删去这个逗号。",
        ),
    ),
    "toml.bad_day": (
        Text(
            "A day is not written as year-month-day, or does not exist.",
            "Only a day in full can be compared.",
            "Write it like 2018-06-25: four digits, two digits, two digits, without quotes.",
        ),
        Text(
            "日期没有写成“年-月-日”，或者不存在。",
            "日期写全才能比较。",
            "请写成 2018-06-25：四位、两位、两位，不加引号。",
        ),
    ),
    "toml.decimal": (
        Text(
            "`{field}` is a number with a decimal point.",
            "Decimals are rounded when they are read, and a finding must not hang on rounding.",
            'Write it as the notice does, in quotes: "40%", "1/3", "3 per 1000".',
        ),
        Text(
            "`{field}` 是小数。",
            "小数读入时会舍入，结果不能取决于舍入。",
            '请按文件原样加引号书写："40%"、"1/3"、"3 per 1000"。',
        ),
    ),
    "toml.time_of_day": (
        Text(
            "`{field}` is a day with a time, or a time alone.",
            "Packs speak of whole days.",
            "Write the day alone, like 2018-06-25.",
        ),
        Text(
            "`{field}` 带有钟点。",
            "规则包只使用整日。",
            "请只写日期，例如 2018-06-25。",
        ),
    ),
    "toml.key_twice": (
        Text(
            "`{field}` stands twice in one table.",
            "It would not be known which of the two counts.",
            "Remove one of them; a second entry needs its own [[...]] line.",
        ),
        Text(
            "`{field}` 在同一个表中出现了两次。",
            "无法知道以哪一个为准。",
            "请删去其中一个；另起一条须有自己的 [[...]] 行。",
        ),
    ),
    "toml.table_twice": (
        Text(
            "[{table}] stands again, or once with one pair of brackets and once with two.",
            "With one pair of brackets a table can stand only once.",
            "Write [[{table}]], with two pairs, above every entry.",
        ),
        Text(
            "[{table}] 重复出现，或者单双方括号混用。",
            "单方括号的表只能出现一次。",
            "请在每一条上面都写双方括号 [[{table}]]。",
        ),
    ),
    "toml.header": (
        Text(
            "The line with the name of a table has the wrong brackets, or no known name.",
            "The entry under it can't be told apart from others.",
            "Write two brackets on either side and the name in small letters: [[norm]]; only [pack]"
            " has one.",
        ),
        Text(
            "表名这一行的方括号或名称不对。",
            "其下的条目无法与其他条目区分。",
            "请在两边各写两个半角方括号，中间写小写英文表名：[[norm]]；只有 [pack] 是单个。",
        ),
    ),
    "toml.no_equals": (
        Text(
            "A line is neither `name = value` nor the name of a table in brackets.",
            "It can't be known what it is meant for.",
            "Write it as `name = value`; a remark begins with #.",
        ),
        Text(
            "这一行既不是“名称 = 值”，也不是方括号中的表名。",
            "无法知道它的用途。",
            "请写成“名称 = 值”；说明文字以 # 开头。",
        ),
    ),
    "toml.syntax": (
        Text(
            "This can't be read.",
            "The value does not follow the rules of TOML.",
            "Compare it with the lines around it: text in quotes, whole numbers without leading"
            " zeros, one entry a line.",
        ),
        Text(
            "此处无法读取。",
            "写法不符合 TOML 规则。",
            "请对照前后各行：文字加引号，整数不以 0 开头，每行一项。",
        ),
    ),
}
