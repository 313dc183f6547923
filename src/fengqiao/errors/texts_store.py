"""Texts for stores."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

_NOTHING = "Nothing was written."
_NOTHING_ZH = "未写入任何内容。"

TEXTS: Texts = {
    "store.bad_url": (
        Text(
            "This is not the URL of a store.",
            "The URL decides where facts are kept.",
            "Use one of these forms: {known}. A store in memory is `memory:`; the path of a file"
            " holds no `#`; a file takes `?mode=ro`, `mode=rw`, `mode=rwc`, `max_page_count=N`"
            " and `timeout=N`.",
        ),
        Text(
            "这不是存储的地址。",
            "地址决定事实保存在何处。",
            "可用的形式:{known}。内存存储写作 `memory:`;文件路径不得含 `#`;文件可加"
            " `?mode=ro`、`mode=rw`、`mode=rwc`、`max_page_count=N` 和 `timeout=N`。",
        ),
    ),
    "store.not_installed": (
        Text(
            "Stores at `{scheme}:` need a package that is not installed here.",
            "The core keeps facts in memory and in SQLite files only.",
            "Install it: `pip install {install}`.",
        ),
        Text(
            "`{scheme}:` 存储需要一个尚未安装的软件包。",
            "核心只支持内存和 SQLite 文件。",
            "请安装:`pip install {install}`。",
        ),
    ),
    "store.no_store": (
        Text(
            "This database holds no store.",
            "What was asked for needs a store that is there; a new one would be empty.",
            "Check the name of the database and `schema=`; to make a new store, open it with"
            " `mode=rwc`.",
        ),
        Text(
            "该数据库中没有存储。",
            "此操作需要已有的存储;新建的存储是空的。",
            "请检查数据库名称和 `schema=`;要新建存储,请用 `mode=rwc` 打开。",
        ),
    ),
    "store.unreachable": (
        Text(
            "The database server can't be reached, or lets nobody in under this name ({reason}).",
            _NOTHING,
            "Check host, port, name of the database, user and password in the URL, and that the"
            " server runs.",
        ),
        Text(
            "无法连接数据库服务器,或其拒绝以此身份登录({reason})。",
            _NOTHING_ZH,
            "请检查地址中的主机、端口、数据库名、用户和密码,以及服务器是否在运行。",
        ),
    ),
    "store.connection_lost": (
        Text(
            "The connection to the database server broke off ({reason}).",
            "What this call should write is there as a whole or not at all.",
            "Make the same call again when the server is back: what is there already is counted"
            " as repeated.",
        ),
        Text(
            "与数据库服务器的连接中断({reason})。",
            "本次调用要写入的内容要么全部写入,要么一条也没有写入。",
            "服务器恢复后请重复同一调用:已写入的会计为重复。",
        ),
    ),
    "store.missing": (
        Text(
            "There is no such file.",
            "What was asked for needs a store that is there; a new one would be empty.",
            "Check the path; to make a new store, open it with `?mode=rwc`.",
        ),
        Text(
            "没有这个文件。",
            "此操作需要已有的存储;新建的存储是空的。",
            "请检查路径;要新建存储,请用 `?mode=rwc` 打开。",
        ),
    ),
    "store.no_folder": (
        Text(
            "The folder of this file does not exist.",
            "A store makes its file, not its folder.",
            "Check the path, or make the folder.",
        ),
        Text(
            "该文件所在的文件夹不存在。",
            "存储只新建文件,不新建文件夹。",
            "请检查路径,或先建文件夹。",
        ),
    ),
    "store.cannot_open": (
        Text(
            "The file can't be opened.",
            "Neither reading nor writing is possible without it.",
            "Check that it exists and that this user may read it, and write to its folder; for"
            " reading only add `?mode=ro`.",
        ),
        Text(
            "无法打开该文件。",
            "打不开就既不能读也不能写。",
            "请检查文件是否存在、当前用户能否读取并写入其文件夹;只读请加 `?mode=ro`。",
        ),
    ),
    "store.foreign_file": (
        Text(
            "This file is not a store of fengqiao.",
            "Files of other programs are never touched.",
            "Check the path, or name a file that does not exist yet.",
        ),
        Text(
            "该文件不是 fengqiao 的存储。",
            "本库从不改动其他程序的文件。",
            "请检查路径,或改用一个尚不存在的文件名。",
        ),
    ),
    "store.damaged": (
        Text(
            "The file is damaged, cut off or empty.",
            "Counts from it could be wrong, so none are given.",
            "Copy it back from a backup, or load the last export into a new store (`?mode=rwc`).",
        ),
        Text(
            "该文件已损坏、不完整或为空。",
            "由它得出的数字可能有误,因此一律不给出。",
            "请从备份恢复,或把最近一次导出加载到新的存储(`?mode=rwc`)。",
        ),
    ),
    "store.newer_schema": (
        Text(
            "This store has schema {found}; this version of fengqiao knows {known}.",
            "An older version would misread it.",
            "Use the version of fengqiao that wrote it, or a later one.",
        ),
        Text(
            "该存储的结构版本为 {found},而本版 fengqiao 只认识 {known}。",
            "旧版本会误读。",
            "请使用写入它的 fengqiao 版本或更新的版本。",
        ),
    ),
    "store.older_schema": (
        Text(
            "This store has schema {found}; this version of fengqiao works with {known}.",
            "Opening never changes a store in silence.",
            "Run `fengqiao store upgrade URL`: it keeps a copy of the file and adds what is new.",
        ),
        Text(
            "该存储的结构版本为 {found},而本版 fengqiao 使用 {known}。",
            "打开存储时从不暗中改动它。",
            "请运行 `fengqiao store upgrade URL`:它先保留文件副本,再补上新增内容。",
        ),
    ),
    "store.copy_exists": (
        Text(
            "There is a file already where the copy of the store would go.",
            "An upgrade keeps the store as it was, and never writes over another file.",
            "Move that file away, then upgrade again.",
        ),
        Text(
            "要存放存储副本的位置已有文件。",
            "升级会保留原样的存储,且从不覆盖其他文件。",
            "请先移走该文件,再重新升级。",
        ),
    ),
    "store.other_zone": (
        Text(
            "This store or export belongs to the zone {zone}, and another was asked for.",
            "The day of each event was computed in its zone; in another one counts would shift.",
            "Open it with that zone.",
        ),
        Text(
            "该存储或导出所属时区为 {zone},与要求的不同。",
            "每个事件的日期是按其时区计算的,换一个时区数字就会变。",
            "请按该时区打开。",
        ),
    ),
    "store.closed": (
        Text(
            "The store is closed.",
            "A closed store neither reads nor writes.",
            "Open it again.",
        ),
        Text("存储已关闭。", "关闭后不能再读写。", "请重新打开。"),
    ),
    "store.forked": (
        Text(
            "This store was opened by the parent process.",
            "A connection shared by two processes destroys the file.",
            "Open the store again in this process.",
        ),
        Text(
            "该存储由父进程打开。",
            "两个进程共用一个连接会损坏文件。",
            "请在本进程中重新打开存储。",
        ),
    ),
    "store.read_only": (
        Text(
            "The store can only be read.",
            "It was opened for reading, or this user may not write to the file or its folder.",
            "To only read, add `?mode=ro`; to write, open it with `?mode=rw` as a user who may"
            " write there.",
        ),
        Text(
            "该存储只能读取。",
            "它是以只读方式打开的,或当前用户无权写入该文件或其文件夹。",
            "只读请加 `?mode=ro`;要写入,请以有写入权限的用户用 `?mode=rw` 打开。",
        ),
    ),
    "store.full": (
        Text(
            "The store is full.",
            _NOTHING,
            "Free space on the disk, or raise `max_page_count`.",
        ),
        Text("存储已满。", _NOTHING_ZH, "请腾出磁盘空间,或调大 `max_page_count`。"),
    ),
    "store.busy": (
        Text(
            "Another process is writing to the store.",
            f"The wait was too long. {_NOTHING}",
            "Try again, or allow more time with `?timeout=SECONDS`.",
        ),
        Text(
            "另一个进程正在写入该存储。",
            f"等待时间过长。{_NOTHING_ZH}",
            "请稍后重试,或用 `?timeout=秒数` 延长等待。",
        ),
    ),
    "store.failed": (
        Text(
            "The database could not do it ({reason}).",
            _NOTHING,
            "Check disk and permissions; if they are in order, please report this name.",
        ),
        Text(
            "数据库无法完成该操作({reason})。",
            _NOTHING_ZH,
            "请检查磁盘和权限;若均正常,请反馈括号中的名称。",
        ),
    ),
    "store.conflict": (
        Text(
            "`{kind}` `{id}` stands in the store with other content in {fields}.",
            f"A fact is never changed. {_NOTHING}",
            "Void that fact (`fengqiao store void {kind} {id} --reason CODE`, `Workspace.void`),"
            " and record what is right under a new id. In a table that is loaded again and again,"
            " give the corrected row a new id, such as the old one with `-2`.",
        ),
        Text(
            "`{kind}` `{id}` 已在存储中,但 {fields} 的内容不同。",
            f"事实一经记录不得更改。{_NOTHING_ZH}",
            "请先作废该条(`fengqiao store void {kind} {id} --reason 代码`,`Workspace.void`),"
            "再以新编号记录正确的内容。反复导入的表格中,更正的行也须换用新编号,"
            "例如在原编号后加 `-2`。",
        ),
    ),
    "store.voided": (
        Text(
            "`{kind}` `{id}` was withdrawn.",
            f"An id that was withdrawn stays taken. {_NOTHING}",
            "Record what is right under a new id: in the table, give the row another one, such as"
            " the old one with `-2`.",
        ),
        Text(
            "`{kind}` `{id}` 已作废。",
            f"作废的编号不能再用。{_NOTHING_ZH}",
            "请以新编号记录更正后的内容:在表格中给该行换一个编号,例如在原编号后加 `-2`。",
        ),
    ),
    "store.stale_case": (
        Text(
            "The case has gone on to version {version} since version {at_version} was read.",
            f"Somebody else took a step in between. {_NOTHING}",
            "Read the case again, look at what was added, and take the step on from there.",
        ),
        Text(
            "读取版本 {at_version} 之后,该案已到版本 {version}。",
            f"其间有人办理了其他步骤。{_NOTHING_ZH}",
            "请重新读取该案,看清新增的步骤,再据此办理。",
        ),
    ),
    "store.case_step_taken": (
        Text(
            "Step {step} of the case is taken by another step (row {row}).",
            f"Each number of a case is given once. {_NOTHING}",
            "Read the case again and number on from its last step.",
        ),
        Text(
            "该案第 {step} 步已有其他记录(第 {row} 行)。",
            f"每个步骤序号只用一次。{_NOTHING_ZH}",
            "请重新读取该案,从最后一步往下编号。",
        ),
    ),
    "store.case_gap": (
        Text(
            "Step {step} does not follow the last step of its case (row {row}).",
            f"The next step is number {{expected}}. {_NOTHING}",
            "Give all steps of a case, in order.",
        ),
        Text(
            "第 {step} 步与该案上一步不连续(第 {row} 行)。",
            f"下一步应为第 {{expected}} 步。{_NOTHING_ZH}",
            "请按顺序给出该案的全部步骤。",
        ),
    ),
    "store.party_elsewhere": (
        Text(
            "The party of step {step} stands in another case (row {row}).",
            f"A reference of a party belongs to one case alone, so that nobody can be followed"
            f" from case to case. {_NOTHING}",
            "Mint a reference of their own for the parties of each case (`fengqiao.mint_ref`).",
        ),
        Text(
            "第 {step} 步的当事人引用已用于另一案件(第 {row} 行)。",
            f"当事人引用只属于一个案件,不得据此跨案关联。{_NOTHING_ZH}",
            "请为每个案件的当事人另行生成引用(`fengqiao.mint_ref`)。",
        ),
    ),
    "store.case_erased": (
        Text(
            "A reference of this step was erased.",
            f"What was erased is never taken again. {_NOTHING}",
            "Leave it out; the steps taken before stay under the reference that replaced it.",
        ),
        Text(
            "该步骤中的引用已被删除。",
            f"已删除的引用不再接受。{_NOTHING_ZH}",
            "请勿再使用;此前的步骤保留在替换后的引用之下。",
        ),
    ),
    "store.argument": (
        Text(
            "`{argument}` is not what this call takes.",
            f"It has another type. {_NOTHING}",
            "Pass a `{wanted}`.",
        ),
        Text(
            "`{argument}` 不是此调用所需的内容。",
            f"其类型不符。{_NOTHING_ZH}",
            "请传入 `{wanted}`。",
        ),
    ),
    "store.unknown_id": (
        Text(
            "`{kind}` has no fact `{id}` (row {row}).",
            f"Only what was recorded can be voided. {_NOTHING}",
            "Check the id and the kind.",
        ),
        Text(
            "`{kind}` 中没有编号 `{id}`(第 {row} 行)。",
            f"只能作废已记录的事实。{_NOTHING_ZH}",
            "请检查编号和类型。",
        ),
    ),
    "store.reason": (
        Text(
            "The reason for voiding is not a code.",
            f"Free text is held nowhere. {_NOTHING}",
            "Use up to 64 lower-case letters and underscores, such as `entered_twice`.",
        ),
        Text(
            "作废原因不是代码。",
            f"本库不保存自由文本。{_NOTHING_ZH}",
            "请使用最多 64 个小写字母和下划线,例如 `entered_twice`。",
        ),
    ),
    "store.not_few": (
        Text(
            "Rows of `{kind}` are not read one by one.",
            "Such facts are many, and only counts of them are needed.",
            "Ask for a tally.",
        ),
        Text("`{kind}` 不能逐条读取。", "这类事实数量大,只需要计数。", "请改用计数。"),
    ),
    "store.no_register": (
        Text(
            "`{kind}` is no register.",
            "Only facts of registers hold over a span of days.",
            "Ask for its rows or a tally.",
        ),
        Text("`{kind}` 不是登记类型。", "只有登记才在一段日期内有效。", "请读取其记录或计数。"),
    ),
    "store.tally": (
        Text(
            "A tally of `{kind}` can't be answered: its `{part}` is not right.",
            "Only declared fields of events are counted, and never by reference.",
            "Check kind, measure, fields and conditions; the data inventory lists the fields.",
        ),
        Text(
            "对 `{kind}` 的计数无法回答:`{part}` 有误。",
            "只能对事件的已声明字段计数,且不得按引用计数。",
            "请检查类型、计量方式、字段和条件;数据清单列有各字段。",
        ),
    ),
    "store.format": (
        Text(
            "This is not an export of a store in format {known}.",
            f"Other lines can't be read with certainty. {_NOTHING}",
            "Pass the lines of `export`, the header first.",
        ),
        Text(
            "这不是格式 {known} 的存储导出。",
            f"其他内容无法可靠读取。{_NOTHING_ZH}",
            "请传入 `export` 的各行,首行为表头。",
        ),
    ),
    "store.bad_line": (
        Text(
            "Line {line} is not a line of an export.",
            f"An export is loaded as a whole. {_NOTHING}",
            "Make the export again, or mend that line.",
        ),
        Text(
            "第 {line} 行不是导出的内容。",
            f"导出只能整体加载。{_NOTHING_ZH}",
            "请重新导出,或改正该行。",
        ),
    ),
    "store.erase_pending": (
        Text(
            "The reference was replaced, but its old text is still on disk.",
            "Somebody is reading an older state of the store, which keeps it there.",
            "Let open exports and reads finish, then call `erase` again.",
        ),
        Text(
            "引用已被替换,但其原文仍在磁盘上。",
            "有人正在读取存储的较早状态,使其暂时保留。",
            "请等正在进行的导出和读取结束,再次调用 `erase`。",
        ),
    ),
}
