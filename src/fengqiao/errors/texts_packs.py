"""Texts for packs, configuration files and plugins."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    # Files and what is typed into them: shared by packs and configuration
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
    # Files and tables of packs
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
    # Packs: how values are written
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
            "<<A pack adds words to `{vocabulary}` with a [[label]].>>",
        ),
        Text(
            "`{field}` 用了词表中没有的词。",
            "记录使用同一词表，不认识的词永远对不上。",
            "<<相近的词：{close}。>><<可用：{known}。>>"
            "<<规则包可用 [[label]] 给词表 `{vocabulary}` 增加词语。>>",
        ),
    ),
    # Sources and clauses of packs
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
    # Packs: keys, subjects, units
    "pack.key_not_chosen": (
        Text(
            "`{field}` of this stub is still to be chosen.",
            "Only a person who knows the document can say what it asks for here.",
            "Write one name in place of `choose: ...`<<, perhaps {close}>>; all keys: `fengqiao"
            " show --keys`. Take the stub out where nothing of the kind is asked for.",
        ),
        Text(
            "这个待定条目的 `{field}` 还没有选定。",
            "这里要求什么，只有熟悉文件的人才能判断。",
            "请把 `choose: ...` 换成一个名称<<，例如 {close}>>；全部键见 `fengqiao show --keys`。"
            "条款没有这项要求的，删去该条。",
        ),
    ),
    "pack.unknown_key": (
        Text(
            "`{field}` names something that the catalogue does not know.",
            "Only known keys can be counted.",
            "<<Close names: {close}. >>All keys: `fengqiao show --keys`.",
        ),
        Text(
            "`{field}` 所写的键不在目录中。",
            "只有已知的键才能计量。",
            "<<相近的名称：{close}。>>全部键见 `fengqiao show --keys`。",
        ),
    ),
    "pack.wrong_table": (
        Text(
            "This key belongs under [[{right}]], not under [[{table}]].",
            "Each kind of entry is judged in its own way.",
            "Move the entry to [[{right}]], or take another key.",
        ),
        Text(
            "这个键属于 [[{right}]]，不属于 [[{table}]]。",
            "各类条目的判断方法不同。",
            "请把条目移到 [[{right}]]，或换一个键。",
        ),
    ),
    "pack.about_persons": (
        Text(
            "`{field}` is about persons.",
            "Duties and service are counted here, never residents; no count or quota of persons"
            " has a place.",
            "Put the clause under [[not_modelled]] with the reason `declined_persons` or"
            " `declined_volume_quota`.",
        ),
        Text(
            "`{field}` 涉及个人。",
            "这里只计职责和服务，从不计居民；没有针对个人的数量或指标。",
            "请把该条款写入 [[not_modelled]]，理由用 `declined_persons` 或 `declined_volume_quota"
            "`。",
        ),
    ),
    "pack.not_a_subject": (
        Text(
            "`{field}` is no kind of subject that may be judged.",
            "Duties and service are judged, never residents; the kinds are closed and nobody can"
            " add to them.",
            "Take one of: {known}.",
        ),
        Text(
            "`{field}` 不是可以评判的对象类别。",
            "只评判职责和服务，从不评判居民；类别是封闭的，不能增加。",
            "可用：{known}。",
        ),
    ),
    "pack.wrong_each": (
        Text(
            "`{key}` is not counted for this kind of subject.",
            "There is nothing it could be counted from.",
            "Take one of: {known}.",
        ),
        Text(
            "`{key}` 不按这类对象计量。",
            "没有可以计量的依据。",
            "可用：{known}。",
        ),
    ),
    "pack.no_each": (
        Text(
            "`each` is missing, and `{key}` is not owed by whoever does it.",
            "It must be known of which kind of subject each one owes it.",
            "Add `each` with one of: {known}.",
        ),
        Text(
            "缺少 `each`，而 `{key}` 不是由履行者本人承担。",
            "必须知道由哪类对象逐个承担。",
            "请加上 `each`，可用：{known}。",
        ),
    ),
    "pack.wrong_per": (
        Text(
            "`{key}` is a state on a day and has no period.",
            "It is looked at on the last day asked for.",
            "Remove `per`.",
        ),
        Text(
            "`{key}` 是某一天的状态，没有周期。",
            "按所问时段的最后一天查看。",
            "请删去 `per`。",
        ),
    ),
    "pack.no_per": (
        Text(
            "`{key}` is counted over a period, and none is given.",
            "80 a month and 80 a year are two things.",
            'Add `per`, such as `per = "month"`.',
        ),
        Text(
            "`{key}` 按周期计数，但没有写周期。",
            "每月 80 与每年 80 是两回事。",
            '请加上 `per`，例如 `per = "month"`。',
        ),
    ),
    "pack.no_basis": (
        Text(
            "`{key}` can be taken of several totals, and none is named.",
            "The share depends on what it is a share of.",
            "Add `basis` with one of: {known}.",
        ),
        Text(
            "`{key}` 可以有几种分母，但没有写明。",
            "占比取决于以什么为分母。",
            "请加上 `basis`，可用：{known}。",
        ),
    ),
    "pack.wrong_basis": (
        Text(
            "`{key}` is never taken of this total.",
            "The share depends on what it is a share of.",
            "<<Close: {close}. >><<Known: {known}. >>Where none is known, remove the line.",
        ),
        Text(
            "`{key}` 没有这种分母。",
            "占比取决于以什么为分母。",
            "<<相近：{close}。>><<可用：{known}。>>若无可用，请删去这一行。",
        ),
    ),
    "pack.unknown_filter": (
        Text(
            "Nothing is known here that `{field}` could filter by.",
            "A filter that nothing can pass would hide the whole rule.",
            "<<Close: {close}. >><<Known: {known}. >>Where nothing fits, remove the line.",
        ),
        Text(
            "`{field}` 不是可以筛选的属性。",
            "谁都通不过的筛选会让整条规则失效。",
            "<<相近：{close}。>><<可用：{known}。>>若都不合适，请删去这一行。",
        ),
    ),
    "pack.filter_not_exact": (
        Text(
            "`{field}` is open, `about` or `bare`.",
            "Whether a rule concerns somebody must be certain.",
            "Give a word, true, false, or an exact comparison.",
        ),
        Text(
            "`{field}` 用了未定、`about` 或 `bare`。",
            "一条规则是否适用于某对象必须确定。",
            "请写词语、true、false 或确切的比较。",
        ),
    ),
    "pack.wants_count": (
        Text(
            "`{field}` must be a plain whole number.",
            "`{key}` is counted in {unit}.",
            "Write a number such as 5, without quotes and without a unit.",
        ),
        Text(
            "`{field}` 应为整数。",
            "`{key}` 的单位是 {unit}。",
            "请写整数，例如 5，不加引号，不带单位。",
        ),
    ),
    "pack.wants_share": (
        Text(
            "`{field}` must be a share.",
            "`{key}` is a part of a whole.",
            'Write it as the notice does: "40%", "1/3" or "3 per 1000".',
        ),
        Text(
            "`{field}` 应为比例。",
            "`{key}` 是部分与整体之比。",
            '请按原文书写："40%"、"1/3" 或 "3 per 1000"。',
        ),
    ),
    "pack.wants_time": (
        Text(
            "`{field}` must be a time in minutes, hours or days.",
            "It is compared with recorded minutes.",
            'Write it like "2 hours" or "1/2 day", in quotes.',
        ),
        Text(
            "`{field}` 应为以分钟、小时或天表示的时间长度。",
            "它要与记录的分钟数比较。",
            '请写成 "2 hours" 或 "1/2 day"，加半角引号。',
        ),
    ),
    "pack.wants_days": (
        Text(
            "`{field}` must be whole days, working days or weeks, one or more.",
            "It is compared with the day on which something happened.",
            'Write it like "5 days", "3 working_days" or "1 week", in quotes; or "start", "end" or'
            ' "open".',
        ),
        Text(
            "`{field}` 应为整天、工作日或整周，至少为一。",
            "它要与发生的日期比较。",
            '请写成 "5 days"、"3 working_days" 或 "1 week"，加半角引号；'
            '也可写 "start"、"end" 或 "open"。',
        ),
    ),
    "pack.wants_words": (
        Text(
            "`{field}` compares a number, and words are expected.",
            "It is known by words, not by numbers.",
            "Use `all_of`, `any_of` or `none_of` with words.",
        ),
        Text(
            "`{field}` 用数字比较，而此处应为词语。",
            "它用词语表示，不是数字。",
            "请用 `all_of`、`any_of` 或 `none_of` 加词语。",
        ),
    ),
    "pack.wants_value": (
        Text(
            "`{field}` compares words, and a value is expected.",
            "`{key}` is counted in {unit}.",
            "Use `at_least`, `at_most`, `between` or another comparison with a value.",
        ),
        Text(
            "`{field}` 用词语比较，而此处应为数值。",
            "`{key}` 的单位是 {unit}。",
            "请用 `at_least`、`at_most`、`between` 等加数值。",
        ),
    ),
    "pack.not_recorded": (
        Text(
            "`{field}` can't be judged for `{key}`.",
            "Its records do not say how many people came, who was invited or what was taken up;"
            " only meetings do.",
            "Remove the line, or state it for a meeting.",
        ),
        Text(
            "`{key}` 无法判断 `{field}`。",
            "它的记录没有到会人数、邀请对象和议题，只有会议才有。",
            "请删去这一行，或写在会议条目中。",
        ),
    ),
    # Packs: comparisons, days, overlaps
    "pack.no_comparison": (
        Text(
            "[[{table}]] has no comparison here.",
            "It is not known what would be enough.",
            'Add one of: {ops}; `"open"` where the source leaves it open.',
        ),
        Text(
            "[[{table}]] 此处没有比较方式。",
            "无法知道怎样才算达到。",
            '请加上其中之一：{ops}；原文未定的写 `"open"`。',
        ),
    ),
    "pack.two_comparisons": (
        Text(
            "Several comparisons stand together: {found}.",
            "One entry holds one limit.",
            "Use `between` for a range, or write two entries with different ids.",
        ),
        Text(
            "同时写了几种比较：{found}。",
            "一条只有一个限值。",
            "范围请用 `between`，否则写成 id 不同的两条。",
        ),
    ),
    "pack.days_reversed": (
        Text(
            "The last day lies before the first.",
            "The entry would never be in force.",
            "Exchange or correct `from` and `until`; the source's own days count where the entry"
            " names none.",
        ),
        Text(
            "终止日期早于起始日期。",
            "该条永远不会生效。",
            "请改正 `from` 与 `until`；条目没写的按来源的日期。",
        ),
    ),
    "pack.phase_without_day": (
        Text(
            "It is not said when this phase begins.",
            "A phase ends the day before the next begins.",
            "Add `from`, or `by` with the day on which it is due.",
        ),
        Text(
            "没有写明该阶段何时开始。",
            "前一阶段在后一阶段开始的前一天结束。",
            "请加上 `from`，或写明期限 `by`。",
        ),
    ),
    "pack.phase_overlap": (
        Text(
            "This phase begins before the one above it has ended.",
            "On every day exactly one value may count.",
            "Put the phases in the order of their days, and end each before the next begins.",
        ),
        Text(
            "该阶段开始时，上一阶段尚未结束。",
            "任何一天只能有一个值有效。",
            "请按日期先后排列，并让前一阶段先结束。",
        ),
    ),
    "pack.by_unit": (
        Text(
            "`{field}` can't be counted from the source's day.",
            "Only whole days, weeks, months and years lead to a day.",
            'Write a day like 2018-12-31, or "3 years".',
        ),
        Text(
            "`{field}` 无法从来源日期起算。",
            "只有整数的日、周、月、年能推算出日期。",
            '请写日期 2018-12-31，或 "3 years"。',
        ),
    ),
    "pack.by_order": (
        Text(
            "`{field}` must be one day, or two with the earlier first.",
            "Before the first a shortfall is only mentioned, before the second it is a notice.",
            "Keep one day, or put the two in order.",
        ),
        Text(
            "`{field}` 应为一个日期，或按先后排列的两个。",
            "第一个之前的缺口只作说明，第二个之前只作提示。",
            "请保留一个，或按先后排列。",
        ),
    ),
    "pack.id_for_several": (
        Text(
            "One `id` stands for several keys.",
            "Each key makes an entry of its own, and its key is its id.",
            "Remove `id`, or write one entry for each key.",
        ),
        Text(
            "几个键共用一个 `id`。",
            "每个键各成一条，id 就是键名。",
            "请删去 `id`，或每个键写一条。",
        ),
    ),
    "pack.duplicate_id": (
        Text(
            "This id stands already, in {other}, line {line}.",
            "Findings and configuration find an entry by its id.",
            "Give one of the two an `id` of its own, such as the key, a dot and a word.",
        ),
        Text(
            "该 id 已出现在 {other} 第 {line} 行。",
            "结果和配置都按 id 找条目。",
            "请给其中一条另写 `id`，例如键名加一个点和一个词。",
        ),
    ),
    "pack.norm_overlap": (
        Text(
            "The same is limited already in {other}, line {line}, for the same subjects on the"
            " same days.",
            "On every day exactly one value may count.",
            "End one of them with `until`, or tell them apart by `each`, `where` or `of`.",
        ),
        Text(
            "{other} 第 {line} 行已对同一对象在相同日期规定了同一事项。",
            "任何一天只能有一个值有效。",
            "请用 `until` 结束其中一条，或用 `each`、`where`、`of` 区分。",
        ),
    ),
    # Packs: bands, labels, measures, roles, sheets
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
    "pack.ranked_person": (
        Text(
            "Cadres and volunteers are never scored or ranked here.",
            "An award for them is a name and the day on which others decided it.",
            'Write `decided = "outside"` and remove `part`.',
        ),
        Text(
            "这里从不给社区干部和志愿者打分排名。",
            "他们的奖项只记名单和别处评定的日期。",
            '请写 `decided = "outside"` 并删去 `part`。',
        ),
    ),
    "pack.decided_outside": (
        Text(
            "The award is decided outside, and parts are given.",
            "Parts are scored only where the score decides.",
            'Remove `part`, or write `decided = "scores"`.',
        ),
        Text(
            "名单由别处评定，却写了评分项目。",
            "只有按得分评定时才计算各项。",
            '请删去 `part`，或写 `decided = "scores"`。',
        ),
    ),
    "pack.tie_without_winners": (
        Text(
            "`tie` stands without `winners`.",
            "A tie matters only where a number of winners is drawn.",
            "Add `winners`, or remove `tie`.",
        ),
        Text(
            "写了 `tie` 却没有 `winners`。",
            "只有评选名额有限时才有并列问题。",
            "请加上 `winners`，或删去 `tie`。",
        ),
    ),
    "pack.not_ranked": (
        Text(
            "This kind of subject is scored, but never ranked.",
            "Only staff, rooms, units and stations are ranked here: {known}.",
            'Remove `winners`; or, where others decide, write `decided = "outside"` and remove'
            " `part`.",
        ),
        Text(
            "这类对象可以打分，但不排名。",
            "这里只对人员岗位、警务室、单位和派出所排名：{known}。",
            '请删去 `winners`；名单由别处评定时写 `decided = "outside"` 并删去 `part`。',
        ),
    ),
    "pack.part_effects": (
        Text(
            "The part is marked as several things at once: {found}.",
            "It either adds beyond the weights, takes off, or is a veto.",
            "Keep one of them, or split the part in two.",
        ),
        Text(
            "该项同时标了几种作用：{found}。",
            "一项只能是附加分、扣分或一票否决之一。",
            "请只保留一个，或拆成两项。",
        ),
    ),
    "pack.part_ways": (
        Text(
            "The part says in several ways how points are given: {found}.",
            "A value would give different points by each of them.",
            "Keep one of them.",
        ),
        Text(
            "该项同时写了几种计分办法：{found}。",
            "同一个数值会得出不同的分。",
            "请只保留一种。",
        ),
    ),
    "pack.wants_points": (
        Text(
            "`{field}` must be written in points.",
            "It is added to other points, and never rounded.",
            'Write a whole number such as 5, or a fraction such as "1/2" in quotes; only `weight`'
            ' may be a percentage, such as "40%".',
        ),
        Text(
            "`{field}` 应以分为单位。",
            "它要与其他分数相加，从不四舍五入。",
            '请写整数，例如 5；半分写成 "1/2"，加半角引号。'
            '只有 `weight` 可以写成百分比，例如 "40%"。',
        ),
    ),
    "pack.points_without_weight": (
        Text(
            "Points are stated in this part, and its weight is left open.",
            "Stated points have no meaning beside a weight that the host chooses.",
            "State the `weight` in points, or leave the way points are given to the host's"
            " measure.",
        ),
        Text(
            "该项写明了分值，却把权重 `weight` 留作未定。",
            "权重由使用方另定时，写明的分值没有意义。",
            "请以分写明 `weight`，或删去该项的计分办法。",
        ),
    ),
    "pack.points_over_weight": (
        Text(
            "These points are more than the part can give.",
            "A part gives no more than its `weight`, or its `cap` where it has one.",
            "Correct the points, the weight or the cap.",
        ),
        Text(
            "这里的分值超过了该项的最高分。",
            "一项最多给到 `weight`；写了 `cap` 的，最多给到 `cap`。",
            "请更正分值、权重或上限。",
        ),
    ),
    "pack.part_without_points": (
        Text(
            "`{field}` is a plain number, and how it gives points is not said.",
            "Only a share has a full score: all of it.",
            "Add `steps`, `each_short` or `each_time`, or measure the part by a share.",
        ),
        Text(
            "`{field}` 是一个单纯的数，没有写明怎样计分。",
            "只有比例才有满分，即全部达到。",
            "请加上 `steps`、`each_short` 或 `each_time`，或改用比例来衡量。",
        ),
    ),
    "pack.times_of_share": (
        Text(
            "`each_time` stands with a measure that is not a count.",
            "Times can only be counted.",
            "Measure the part by a count, or use `steps` or `each_short`.",
        ),
        Text(
            "`each_time` 所用的统计项不是次数。",
            "只有次数才能逐次计分。",
            "请改用计数的统计项，或改用 `steps`、`each_short`。",
        ),
    ),
    "pack.short_unit": (
        Text(
            "`unit` must be above 0 and written like `target`.",
            "What is short is divided by it.",
            'With a target such as "95%" write a unit such as "1%"; with a target such as 20, a'
            " number.",
        ),
        Text(
            "`unit` 应大于 0，写法应与 `target` 相同。",
            "差额要除以它。",
            '目标是 "95%" 这样的比例时，单位写成 "1%"；目标是 20 这样的数时，单位写成整数。',
        ),
    ),
    "pack.part_in_time": (
        Text(
            "`{field}` is a time.",
            "A part is measured by a count or a share, never by a time.",
            'Write a number such as 80, or a share such as "90%".',
        ),
        Text(
            "`{field}` 写的是时间。",
            "考核项目只用数量或比例衡量，不用时间。",
            '请写 80 这样的数，或 "90%" 这样的比例。',
        ),
    ),
    "pack.bonus_for_short": (
        Text(
            "A bonus would be given for falling short.",
            "The less was done, the more would be added.",
            "Remove `bonus`, or take `each_time` or `steps`.",
        ),
        Text(
            "附加分却按差额给分。",
            "做得越少，加得越多。",
            "请删去 `bonus`，或改用 `each_time`、`steps`。",
        ),
    ),
    "pack.floor_not_here": (
        Text(
            "`floor` stands in a part that is a bonus or takes off.",
            "It says how many points a part of the whole keeps at least.",
            "Remove it; `cap` says how much is added or taken off at most.",
        ),
        Text(
            "附加分或扣分项中写了 `floor`。",
            "它说的是组成总分的一项至少保留多少分。",
            "请删去；最多加或扣多少用 `cap` 写明。",
        ),
    ),
    "pack.missing_not_here": (
        Text(
            "`missing` doesn't fit a part of this kind.",
            "A bonus, a deduction and a veto hold no share of the weights that could go to other"
            " parts, and a veto can't be half kept.",
            "Remove `missing`; the score is then an interval. A bonus or a deduction may also take"
            ' "zero" or "full".',
        ),
        Text(
            "这类项目不能用这种 `missing`。",
            "附加分、扣分和一票否决不占权重，没有可以分给其他项的部分；一票否决也没有中间状态。",
            '请删去 `missing`，得分即为区间。附加分和扣分还可以写 "zero" 或 "full"。',
        ),
    ),
    "pack.veto_with_points": (
        Text(
            "`{field}` stands in a veto.",
            "A veto gives no points: the score falls when its measure fails.",
            "Remove `{field}`, or put it in a part of its own.",
        ),
        Text(
            "一票否决项中写了 `{field}`。",
            "一票否决不给分：指标不符时整个得分落空。",
            "请删去 `{field}`，或另立一项。",
        ),
    ),
    "pack.limit_without_veto": (
        Text(
            "`{field}` stands in a part that is no veto.",
            "It is not said what becomes of the score when it is not kept.",
            'Add `veto = "zero"` or `veto = "not_rated"`; for points by value use `steps`.',
        ),
        Text(
            "`{field}` 所在的项不是一票否决。",
            "没有写明不符时得分怎样处理。",
            '请加上 `veto = "zero"` 或 `veto = "not_rated"`；按数值分档给分用 `steps`。',
        ),
    ),
    "pack.tie_without_steps": (
        Text(
            "`tie` stands in a part without `steps`.",
            "It says which of two steps has a value on their edge.",
            "Add `steps`, or remove `tie`. Equal scores for the last place are settled by the"
            " sheet's own `tie`.",
        ),
        Text(
            "该项写了 `tie` 却没有 `steps`。",
            "它说明边界值归哪一档。",
            "请加上 `steps`，或删去 `tie`。名单末位并列由考核表自己的 `tie` 决定。",
        ),
    ),
    "pack.weights_sum": (
        Text(
            "The weights add up to {sum}, and the sheet is out of {out_of}.",
            "Nobody could reach the full score, or somebody could pass it.",
            "Correct a weight or `out_of`. Parts that add beyond the weights are marked `bonus ="
            " true`.",
        ),
        Text(
            "各项权重合计 {sum}，而满分写的是 {out_of}。",
            "两者不符，就会有人永远得不到满分，或者超出满分。",
            "请更正权重或 `out_of`。不计入满分的附加项写 `bonus = true`。",
        ),
    ),
    "pack.weights_mixed": (
        Text(
            "Some weights are in percent and others in points.",
            "Without a full score a percentage has no number of points.",
            "Write all of them in the same way, or state `out_of`.",
        ),
        Text(
            "有的权重写成百分比，有的写成分。",
            "没有写明满分，百分比就换算不成分。",
            "请统一写法，或写明 `out_of`。",
        ),
    ),
    # Packs: what is left out, worked cases
    "pack.case_given": (
        Text(
            "What is `given` doesn't fit the entry.",
            "A sheet is scored from one value for each part, everything else from a single value.",
            'For a part of a sheet write `given.PART = "45/50"`, with its name; for any other'
            " entry, or a sheet whose parts are open, a single value.",
        ),
        Text(
            "`given` 与所指条目不符。",
            "考核表按各项的数值计分，其他条目只有一个数值。",
            '考核表的每一项写成 `given.项目名 = "45/50"`；其他条目以及项目未定的考核表写一个数值。',
        ),
    ),
    "pack.unknown_score": (
        Text(
            "A sheet doesn't come to this.",
            "It gives a score, an interval, or one of: {known}.",
            'Write the score as 86 or "202/3", the two ends of an interval as [46, 86].',
        ),
        Text(
            "考核表不会得出这样的结果。",
            "结果是一个得分、一个区间，或其中之一：{known}。",
            '得分请写成 86 或 "202/3"，区间写出两端：[46, 86]。',
        ),
    ),
    "pack.case_part": (
        Text(
            "The sheet has no part of this name.",
            "The value would be passed over.",
            "<<Close names: {close}. >>Take the `name` of a part.",
        ),
        Text(
            "该考核表没有这个项目。",
            "给出的数值会被忽略。",
            "<<相近的名称：{close}。>>请用某一项的 `name`。",
        ),
    ),
    "pack.unknown_reason": (
        Text(
            "This is no reason to leave a clause out.",
            "Reasons are a closed set, so that nothing is left out because it is vague.",
            '<<Close: {close}. >>Take one of: {known}. A vague duty is an entry with "open".',
        ),
        Text(
            "这不是可以略去条款的理由。",
            "理由是封闭的，不能因为含糊就略去。",
            '<<相近：{close}。>>可用：{known}。含糊的职责应写成带 "open" 的条目。',
        ),
    ),
    "pack.case_of_nothing": (
        Text(
            "The case is of an entry that the pack does not have.",
            "It would never be run.",
            "<<Close names: {close}. >>Use the entry's id.",
        ),
        Text(
            "该示例所指的条目不在规则包中。",
            "它永远不会被运行。",
            "<<相近的名称：{close}。>>请使用条目的 id。",
        ),
    ),
    "pack.case_shape": (
        Text(
            "A case has either `rows`, or `events` with `expect`.",
            "Otherwise it is not known what is given or what is expected.",
            "Keep one of the two forms.",
        ),
        Text(
            "示例应当写 `rows`，或者写 `events` 加 `expect`。",
            "否则不知道给定什么、预期什么。",
            "请只保留其中一种写法。",
        ),
    ),
    "pack.case_kind": (
        Text(
            "Duties are tried with `events`, all other entries with `rows`.",
            "A duty is judged by what happened, a limit by a value.",
            "Use the other form.",
        ),
        Text(
            "职责用 `events` 验证，其他条目用 `rows`。",
            "职责按发生的事判断，限值按数值判断。",
            "请改用另一种写法。",
        ),
    ),
    "pack.case_of_role": (
        Text(
            "A case of a role has `records`, and `expect` with its fields.",
            "A role is judged by who holds it.",
            'Write `records.assignment = [ { role = "ROLE", grid = "grid1" } ]` and'
            ' `expect = { held_by = "met" }`.',
        ),
        Text(
            "岗位的示例应当写 `records` 和按字段列出的 `expect`。",
            "岗位按由谁担任来判断。",
            '请写 `records.assignment = [ { role = "岗位", grid = "grid1" } ]` 和'
            ' `expect = { held_by = "met" }`。',
        ),
    ),
    "pack.case_records": (
        Text(
            "These `records` would not be counted.",
            "Only norms and roles are tried with records, and the attributes of their subject stand"
            " in its own record, not in `where`.",
            "Drop `records`, or `where` from the rows.",
        ),
        Text(
            "这里的 `records` 不会被计数。",
            "只有限值和岗位可以用记录验证；对象的属性写在它自己的记录里，不写在 `where` 里。",
            "请删去 `records`，或删去各行的 `where`。",
        ),
    ),
    "pack.case_day": (
        Text(
            "The case names neither `on` nor `period`.",
            "Which value counts depends on the day.",
            "Add `on` with a day, or `period`.",
        ),
        Text(
            "示例没有写 `on` 或 `period`。",
            "适用哪个值取决于日期。",
            "请加上日期 `on`，或时段 `period`。",
        ),
    ),
    "pack.unknown_outcome": (
        Text(
            "This can't come of a case.",
            "Only these can: {known}.",
            "<<Close: {close}. >>Take one of them.",
        ),
        Text(
            "示例不会得到这样的结果。",
            "可能的结果只有：{known}。",
            "<<相近：{close}。>>请改用其中之一。",
        ),
    ),
    "pack.expects_nothing": (
        Text(
            "The entry has no requirement `{field}`.",
            "Nothing would ever be compared with it.",
            "<<Close: {close}. >>Name a field or requirement that the entry has.",
        ),
        Text(
            "该条目没有 `{field}` 这项要求。",
            "没有可以对照的内容。",
            "<<相近：{close}。>>请写该条目已有的项目或要求。",
        ),
    ),
    # Packs together
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
    # Configuration
    "config.not_a_table": (
        Text(
            "The section `{section}` must have lines of its own.",
            "A single value stands there.",
            "Write [{section}] on a line, and the settings under it.",
        ),
        Text(
            "`{section}` 应为一个小节。",
            "此处只有一个值。",
            "请单独写一行 [{section}]，设置写在其下。",
        ),
    ),
    "config.unknown_section": (
        Text(
            "[{section}] is neither a pack that is open nor `host` or `planning`.",
            "Settings that nobody reads would be mistaken for settings that count.",
            "<<Close names: {close}. >><<Known: {known}.>>",
        ),
        Text(
            "[{section}] 既不是已打开的规则包，也不是 `host` 或 `planning`。",
            "没人读取的设置会被误以为有效。",
            "<<相近的名称：{close}。>><<可用：{known}。>>",
        ),
    ),
    "config.unknown_term": (
        Text(
            "No entry leaves `{name}` open.",
            "A value that the source states can't be changed by configuration.",
            "<<Close names: {close}. >>`fengqiao show PACK` lists what is open.",
        ),
        Text(
            "没有条目把 `{name}` 留作未定。",
            "原文已有规定的值不能用配置改变。",
            "<<相近的名称：{close}。>>`fengqiao show PACK` 列出全部未定项。",
        ),
    ),
    "config.term_twice": (
        Text(
            "`{name}` is given twice in one section.",
            "It would not be known which of the two counts.",
            "Remove one of them.",
        ),
        Text(
            "`{name}` 在同一小节中写了两次。",
            "无法知道以哪一个为准。",
            "请删去其中一个。",
        ),
    ),
    "config.weights_sum": (
        Text(
            "With `{name}` the weights of `{entry}` add up to {sum}, and the sheet is out of"
            " {out_of}.",
            "Nobody could reach the full score, or somebody could pass it.",
            "Change the weights until they add up to {out_of}.",
        ),
        Text(
            "加上 `{name}`，`{entry}` 的各项权重合计 {sum}，而满分是 {out_of}。",
            "这样会有人永远得不到满分，或者超出满分。",
            "请调整权重，使合计为 {out_of}。",
        ),
    ),
    "config.weights_mixed": (
        Text(
            "With `{name}` some weights of `{entry}` are in percent and others in points.",
            "The sheet doesn't say what it is out of, so a percentage has no number of points.",
            "Write all of them in percent, adding up to 100%, or all of them as plain numbers.",
        ),
        Text(
            "加上 `{name}`，`{entry}` 的权重有的写成百分比，有的写成分。",
            "该表没有写明满分，百分比就换算不成分。",
            "请全部写成百分比，合计 100%；或者全部写成数字。",
        ),
    ),
    "config.unknown_setting": (
        Text(
            "[{section}] has no setting of this name.",
            "A setting that nobody reads would be mistaken for one that counts.",
            "<<Close names: {close}. >><<Known: {known}.>>",
        ),
        Text(
            "[{section}] 没有这个设置。",
            "没人读取的设置会被误以为有效。",
            "<<相近的名称：{close}。>><<可用：{known}。>>",
        ),
    ),
    "config.wants_count": (
        Text(
            "`{name}` must be a whole number.",
            "It is compared with a count.",
            "Write a number such as 3, without quotes; nothing below 0 or above {most}.",
        ),
        Text(
            "`{name}` 应为整数。",
            "它要与数量比较。",
            "请写整数，例如 3，不加引号；不小于 0，不大于 {most}。",
        ),
    ),
    "config.wants_share": (
        Text(
            "`{name}` must be a share.",
            "It is compared with a part of a whole.",
            'Write it like "40%" or "1/3", in quotes.',
        ),
        Text(
            "`{name}` 应为比例。",
            "它要与部分和整体之比比较。",
            '请写成 "40%" 或 "1/3"，加半角引号。',
        ),
    ),
    "config.wants_number": (
        Text(
            "`{name}` must be a whole number or a share.",
            "It is compared with a number.",
            'Write it like 3, "40%" or "1/3"; nothing below 0 or above {most}.',
        ),
        Text(
            "`{name}` 应为整数或比例。",
            "它要与数值比较。",
            '请写成 3、"40%" 或 "1/3"；不小于 0，不大于 {most}。',
        ),
    ),
    "config.wants_time": (
        Text(
            "`{name}` must be a time in minutes, hours or days.",
            "It is compared with recorded minutes.",
            'Write it like "2 hours" or "1/2 day", in quotes; for days, `.day` says how long one'
            " is.",
        ),
        Text(
            "`{name}` 应为以分钟、小时或天表示的时间长度。",
            "它要与记录的分钟数比较。",
            '请写成 "2 hours" 或 "1/2 day"，加半角引号；用天时，以 `.day` 说明一天有多长。',
        ),
    ),
    "config.wants_days": (
        Text(
            "`{name}` must be whole days, working days or weeks, one or more.",
            "It is compared with the day on which something happened.",
            'Write it like "5 days", "3 working_days" or "1 week", in quotes.',
        ),
        Text(
            "`{name}` 应为整天、工作日或整周，至少为一。",
            "它要与发生的日期比较。",
            '请写成 "5 days"、"3 working_days" 或 "1 week"，加半角引号。',
        ),
    ),
    "config.wants_hours": (
        Text(
            "`{name}` must be a time in hours or minutes.",
            "It says how long a day of work is: whole minutes, more than none, at most 24 hours.",
            'Write it like "8 hours", in quotes.',
        ),
        Text(
            "`{name}` 应以小时或分钟表示。",
            "它说明一个工作日有多长：整分钟数，大于零，至多 24 小时。",
            '请写成 "8 hours"，加半角引号。',
        ),
    ),
    "config.wants_clock": (
        Text(
            "`{name}` must be a time of day.",
            "Plans begin each working day with it.",
            'Write it like "09:00", in quotes, from "00:00" to "23:59".',
        ),
        Text(
            "`{name}` 应为一天中的时刻。",
            "计划从这一时刻开始安排每个工作日。",
            '请写成 "09:00"，加半角引号，从 "00:00" 到 "23:59"。',
        ),
    ),
    "config.past_midnight": (
        Text(
            "The day<< of the role `{role}`>> would end after midnight.",
            "A plan belongs to one day.",
            "Let it start earlier, or make it shorter.",
        ),
        Text(
            "<<岗位 `{role}` 的>>工作时间会超过午夜。",
            "一项安排只属于一天。",
            "请提前开始时刻，或缩短时长。",
        ),
    ),
    "config.wants_words": (
        Text(
            "`{name}` must be a known word, or several in brackets.",
            "Records use the same words.",
            "<<Close words: {close}. >><<Known: {known}.>>",
        ),
        Text(
            "`{name}` 应为已知的词，几个词写在方括号中。",
            "记录使用同一词表。",
            "<<相近的词：{close}。>><<可用：{known}。>>",
        ),
    ),
    "config.wants_choice": (
        Text(
            "`{name}` must be one of: {known}.",
            "Other words have no meaning there.",
            "<<Close words: {close}. >>Take one of them.",
        ),
        Text(
            "`{name}` 应为其中之一：{known}。",
            "其他词在此没有含义。",
            "<<相近的词：{close}。>>请改用其中之一。",
        ),
    ),
    # Plugins
    "plugin.duplicate_key": (
        Text(
            "The plugin {plugin} brings the key `{key}`, which is there already.",
            "A key must mean one thing.",
            "Nothing of this plugin is used. Ask its makers for another key, or remove one of the"
            " two plugins.",
        ),
        Text(
            "插件 {plugin} 带来的键 `{key}` 已经存在。",
            "一个键只能有一个含义。",
            "该插件不予使用。请其作者换键，或卸载其中一个插件。",
        ),
    ),
    "plugin.duplicate_id": (
        Text(
            "The plugin {plugin} brings `{key}`, which is there already.",
            "It would not be known which of the two counts.",
            "Nothing of this plugin is used. Ask its makers for another name, or remove one of"
            " the two plugins.",
        ),
        Text(
            "插件 {plugin} 带来的 `{key}` 已经存在。",
            "无法知道以哪一个为准。",
            "该插件不予使用。请其作者换名，或卸载其中一个插件。",
        ),
    ),
    "plugin.import_failed": (
        Text(
            "The plugin {plugin} could not be started ({cause}).",
            "The rest works without it.",
            "Install it again, or ask its makers; `fengqiao packs` names it.",
        ),
        Text(
            "插件 {plugin} 无法启动（{cause}）。",
            "其余部分照常工作。",
            "请重新安装，或联系其作者；`fengqiao packs` 会列出它。",
        ),
    ),
    "plugin.exited": (
        Text(
            "The plugin {plugin} tried to end the program when it was started.",
            "The rest works without it.",
            "Remove it, or ask its makers; `fengqiao packs` names it.",
        ),
        Text(
            "插件 {plugin} 启动时试图结束程序。",
            "其余部分照常工作。",
            "请卸载，或联系其作者；`fengqiao packs` 会列出它。",
        ),
    ),
    "plugin.bad_argument": (
        Text(
            "A hook of the plugin {plugin} asks for an argument that does not exist.",
            "It can't be called.",
            "Nothing of this plugin is used. Its makers find the exact signatures in the"
            " reference of hooks.",
        ),
        Text(
            "插件 {plugin} 的钩子要求了不存在的参数。",
            "无法调用它。",
            "该插件不予使用。作者可在钩子说明中查到准确的写法。",
        ),
    ),
    "plugin.unknown_hook": (
        Text(
            "The plugin {plugin} has hooks that do not exist here: {hooks}.",
            "A misspelled hook would never be called.",
            "Nothing of this plugin is used. Its makers find the names in the reference of hooks.",
        ),
        Text(
            "插件 {plugin} 含有这里没有的钩子：{hooks}。",
            "写错名称的钩子永远不会被调用。",
            "该插件不予使用。作者可在钩子说明中查到名称。",
        ),
    ),
    "plugin.wrapper": (
        Text(
            "The plugin {plugin} wraps a hook around those of others.",
            "Plugins declare; what one brings must not change another.",
            "Nothing of this plugin is used. Its makers must take the wrapper out.",
        ),
        Text(
            "插件 {plugin} 用包装方式改动其他插件的钩子。",
            "插件只作声明，不能改变别的插件。",
            "该插件不予使用。请其作者去掉包装。",
        ),
    ),
    "plugin.ordered": (
        Text(
            "The plugin {plugin} asks to be called first or last.",
            "The order of plugins must not change a result.",
            "Nothing of this plugin is used. Its makers must take the request out.",
        ),
        Text(
            "插件 {plugin} 要求最先或最后被调用。",
            "插件的先后不能影响结果。",
            "该插件不予使用。请其作者去掉这一要求。",
        ),
    ),
    "plugin.bad_answer": (
        Text(
            "The hook {hook} of the plugin {plugin} answers with something else than it should.",
            "What it brings can't be used.",
            "Nothing of this plugin is used. Its makers find in the reference of hooks what is"
            " expected.",
        ),
        Text(
            "插件 {plugin} 的钩子 {hook} 返回了不符合要求的内容。",
            "它带来的内容无法使用。",
            "该插件不予使用。作者可在钩子说明中查到要求。",
        ),
    ),
    "plugin.subject_kind": (
        Text(
            "The plugin {plugin} counts `{key}` for a kind of subject that is not among the"
            " closed ones.",
            "Duties and service are judged, never residents; plugins can't add kinds.",
            "Nothing of this plugin is used. Known kinds: {known}.",
        ),
        Text(
            "插件 {plugin} 的 `{key}` 用了封闭类别之外的对象。",
            "只评判职责和服务，从不评判居民；插件不能增加类别。",
            "该插件不予使用。可用类别：{known}。",
        ),
    ),
    "plugin.duplicate_pack": (
        Text(
            "Several installed packages bring a pack `{pack}`; that of {plugin} is left out.",
            "It would not be known which of them speaks.",
            "Remove one of them, or name the wanted one by its folder.",
        ),
        Text(
            "有几个已安装的软件包都带有规则包 `{pack}`;{plugin} 的不予使用。",
            "无法知道由哪一个说明。",
            "请卸载其中一个，或以文件夹路径指定。",
        ),
    ),
    "plugin.no_data": (
        Text(
            "The package {plugin} names a pack `{pack}` and has no folder `data` for it.",
            "There is nothing to read.",
            "Install it again, or ask its makers.",
        ),
        Text(
            "软件包 {plugin} 声明了规则包 `{pack}`，却没有 `data` 文件夹。",
            "没有可读的内容。",
            "请重新安装，或联系其作者。",
        ),
    ),
    # A new pack
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
