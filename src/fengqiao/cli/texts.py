"""What the command line says, in English and Chinese. Data only."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.errors import Lang

TEXTS: Mapping[str, tuple[str, str]] = {
    # mistakes in using the command line
    "usage.next": (
        "`{command} --help` lists the options.",
        "`{command} --help` 列出全部选项。",
    ),
    "usage.extra": (
        "There are more arguments than this verb takes.",
        "参数过多。",
    ),
    "usage.no_verb": ("There is no such verb; there are: {verbs}.", "没有这个命令;可用:{verbs}。"),
    "usage.no_option": ("There is no such option.", "没有这个选项。"),
    "usage.close_option": (
        "There is no such option; close to it: {close}.",
        "没有这个选项;相近的有:{close}。",
    ),
    "usage.missing_option": ("The option {name} is missing.", "缺少选项 {name}。"),
    "usage.missing_argument": ("The argument {name} is missing.", "缺少参数 {name}。"),
    "usage.half_option": (
        "The option {name} lacks its value, or has one that it does not take.",
        "选项 {name} 缺少取值,或带有不应有的取值。",
    ),
    "usage.value": (
        "What is given for {name} can't be used; it takes {takes}.",
        "{name} 的取值无法使用;应为{takes}。",
    ),
    "usage.other": ("The command can't be read.", "无法理解该命令。"),
    "takes.choice": ("one of: {choices}", "以下之一:{choices}"),
    "takes.at_least": ("a whole number, {least} or more", "不小于 {least} 的整数"),
    "takes.number": ("a whole number", "整数"),
    "takes.folder": ("a folder", "文件夹"),
    "takes.day": ("a day, such as 2018-07-31", "日期,例如 2018-07-31"),
    "takes.days": ("a number of days, such as 7d", "天数,例如 7d"),
    "takes.moment": (
        "a moment with its zone, such as 2018-08-01T09:00+08:00",
        "带时区的时刻,例如 2018-08-01T09:00+08:00",
    ),
    "takes.pair": ("two words and = between them: A=B", "以 = 相连的两个词:A=B"),
    "takes.pair_once": ("each word before = only once", "= 前的每个词只能出现一次"),
    "takes.other": ("something else", "其他内容"),
    "file.what": (
        "The operating system does not let this file be used: {why}.",
        "操作系统不允许使用该文件:{why}。",
    ),
    "os.ENOENT": ("it is not there", "文件不存在"),
    "os.EACCES": ("this user may not use it", "当前用户没有权限"),
    "os.EPERM": ("this user may not use it", "当前用户没有权限"),
    "os.EISDIR": ("it is a folder", "这是一个文件夹"),
    "os.ENOTDIR": ("its folder is a file", "其所在路径不是文件夹"),
    "os.EEXIST": ("it is there already", "文件已存在"),
    "os.ENOSPC": ("the disk is full", "磁盘已满"),
    "os.EROFS": ("the disk can only be read", "磁盘只能读取"),
    "os.ENAMETOOLONG": ("its name is too long", "文件名过长"),
    "output.what": (
        "The answer can't be written: {why}.",
        "无法写出结果:{why}。",
    ),
    "output.next": ("See where it should go, and ask again.", "请检查输出的去向,然后重试。"),
    "os.EBADF": ("it is closed", "已关闭"),
    "against_one.what": (
        "There must be one pack to set the other against.",
        "须有且只有一个规则包与之并列。",
    ),
    "against_one.next": (
        "Name it: --pack wuhai --against binhai.",
        "请指明,例如:--pack wuhai --against binhai。",
    ),
    "against_need.what": (
        "--need and --against don't go together.",
        "--need 与 --against 不能同时使用。",
    ),
    "against_need.next": ("Ask for one after the other.", "请分两次查询。"),
    "on_alone.what": ("--on belongs to --against.", "--on 只与 --against 一起使用。"),
    "on_alone.next": (
        "A burden without it counts the whole period as if nothing was done.",
        "单独计算时按整个周期全部未办计。",
    ),
    "no_browser.what": (
        "There is no browser here that prints PDF: {browsers}.",
        "没有可以打印 PDF 的浏览器:{browsers}。",
    ),
    "no_browser.next": (
        "Install Chromium, or write .html and print that from any browser.",
        "请安装 Chromium,或写出 .html 后用任一浏览器打印。",
    ),
    "browser_failed.what": ("The browser printed nothing.", "浏览器没有打印出内容。"),
    "browser_failed.next": (
        "Write .html instead and print that from any browser.",
        "请改为写出 .html,再用任一浏览器打印。",
    ),
    "page_of_nobody.what": ("A page is of one officer.", "一页只供一名人员使用。"),
    "page_of_nobody.next": ("Say whose: --staff.", "请用 --staff 指明人员。"),
    "no_usable_pack.what": ("No installed pack can be used.", "没有可用的规则包。"),
    "no_usable_pack.next": (
        "`fengqiao packs` says what is installed and what is wrong; --pack takes a folder.",
        "`fengqiao packs` 列出已安装的规则包及其问题;也可用 --pack 指明规则包的文件夹。",
    ),
    "pack_left_out": (
        "The pack {id} ({origin}) is left out. {fault}",
        "规则包 {id}({origin})不予使用。{fault}",
    ),
    "file.next": ("Check the path.", "请检查路径。"),
    "no_store.what": ("No store was named.", "没有指明存储。"),
    "no_store.next": (
        "Give --store URL, or --config FILE with a .db file of the same name beside it.",
        "请给出 --store URL;或者给出 --config 文件,并在其旁边放同名的 .db 文件。",
    ),
    "diff_days.what": (
        "Two packs were not named, nor two days of one.",
        "既没有写明两个规则包,也没有写明同一规则包的两个日期。",
    ),
    "diff_days.next": (
        "Name two packs, or one with --on DAY --and DAY.",
        "请写明两个规则包;或写明一个规则包及 --on 日期 --and 日期。",
    ),
    "diff_period.what": (
        "--store and --period belong together.",
        "--store 与 --period 必须同时给出。",
    ),
    "diff_period.next": (
        "Give both, such as --store sqlite:///town.db --period 2018-07, or neither.",
        "请同时给出,例如 --store sqlite:///town.db --period 2018-07;或都不给。",
    ),
    "no_pack.what": ("No pack was named.", "没有指明规则包。"),
    "no_pack.next": (
        "Name one, or use --keys; `fengqiao packs` lists what is installed.",
        "请写明规则包,或使用 --keys;`fengqiao packs` 列出已安装的规则包。",
    ),
    "no_folder.what": ("There is no such folder.", "没有这个文件夹。"),
    "no_folder.next": (
        "Name an installed pack, or the folder that holds data/.",
        "请写已安装的规则包,或含有 data/ 的文件夹。",
    ),
    "no_areas.what": (
        "This pack has no {file}, so there are no areas to show it on.",
        "该规则包没有 {file},因而没有可供演示的区划。",
    ),
    "no_areas.next": (
        "Choose another with --locality; `fengqiao packs` lists what is installed.",
        "请用 --locality 另选一个;`fengqiao packs` 列出已安装的规则包。",
    ),
    "no_month.what": ("This is not a month.", "这不是一个月份。"),
    "no_month.next": ("Write it like 2018-07.", "请写成 2018-07 这样。"),
    "foreign_file.what": (
        "A file of this name is there, and no demonstration has written it.",
        "已有同名文件,且不是演示写下的。",
    ),
    "foreign_file.next": ("Give another folder with --out.", "请用 --out 另给一个文件夹。"),
    # load
    "no_table.what": ("No table was named.", "没有指明要载入的表格。"),
    "no_table.next": (
        (
            "Give a kind and a file, as in `fengqiao load visit visits.csv`; or --template KIND."
            " Kinds: {kinds}."
        ),
        (
            "请写明记录类型和文件,例如 `fengqiao load visit visits.csv`;或用 --template 类型。"
            "类型有:{kinds}。"
        ),
    ),
    "faults": (
        "{rows} rows are wrong, in {kinds} ways. Nothing of the table was written.",
        "{rows} 行有错,分 {kinds} 类。整张表均未写入。",
    ),
    "loaded": (
        "Rows of {kind}: {rows}; {new} new, {repeated} known already, {refused} erased before.",
        "{kind} 共 {rows} 行:新增 {new},已有 {repeated},曾被抹除而拒收 {refused}。",
    ),
    "known_at": ("Known as of {at} (--known-at).", "知悉时间 {at}(--known-at)。"),
    "store_made": ("A new store was made: {url}", "已新建存储:{url}"),
    "template_written": ("Header of {kind} written to {file}.", "{kind} 的表头已写入 {file}。"),
    "declared": (
        "Declared: {count}; {new} new, {repeated} known already.",
        "声明 {count} 项:新增 {new},已有 {repeated}。",
    ),
    # check
    "as_of": (
        "Facts as of {on} (another day: --on).",
        "按截至 {on} 的数据判断(可用 --on 指定)。",
    ),
    "counts": (
        "Of {total}: {met} met, {not_met} not met ({severities}), {left} not checkable",
        "{total} 项结论:符合 {met},不符合 {not_met}({severities}),无法判断 {left}。",
    ),
    "severities.info": (", {info} for information", ",信息 {info}"),
    "severities": ("{breach} breaches, {notice} notices", "违反 {breach},提示 {notice}"),
    "group": ("{clause}  {title}: {asked}", "{clause} {title}:{asked}"),
    "more": ("... and {more} more (--limit {all})", "……另有 {more} 项(--limit {all})"),
    "explain_hint": (
        "What lies behind one:",
        "查看某一项的依据:",
    ),
    "unverified_mark": (" *", " *"),
    "unverified": (
        "* {count} of the findings rest on a value that was not confirmed against the source.",
        "* 其中 {count} 项所依据的数值尚未与原文核对。",
    ),
    "unchecked": ("Not checkable, by reason:", "无法判断的原因:"),
    # lint
    "pack_in_order": (
        "{pack} {version}: {entries} entries, {clauses} clauses, no fault.",
        "{pack} {version}:{entries} 个条目,{clauses} 个条款,没有错误。",
    ),
    "pack_faults": ("Faults in {where}: {count}.", "{where} 中有 {count} 处错误。"),
    "read_well": (
        "{pack} {version}: {entries} entries, {clauses} clauses, read without fault.",
        "{pack} {version}:{entries} 个条目,{clauses} 个条款,读取无误。",
    ),
    "without_entry": (
        "{count} parts of clauses have no entry yet: {refs}",
        "{count} 处条款内容还没有条目:{refs}",
    ),
    "not_installed": (
        "{count} entries would be answered `not_installed`.",
        "{count} 个条目的回答会是 `not_installed`。",
    ),
    "note": ("Note: {note}", "注意:{note}"),
    "watching": (
        "Waiting for a change of a file; Ctrl-C ends.",
        "等待文件改动;按 Ctrl-C 结束。",
    ),
    "cases_passed": ("{count} worked results as expected.", "{count} 个示例结果与预期一致。"),
    "cases_failed": (
        "{failed} of {count} worked results differ.",
        "{count} 个示例结果中有 {failed} 个不一致。",
    ),
    # new-pack
    "begun": ("{where}: {clauses} clauses.", "{where}:{clauses} 条。"),
    "begun.stubs": (
        "{count} stubs to choose keys for; {left_out} of them look like something to leave out.",
        "{count} 个待定条目,其中 {left_out} 个看来应写明不予承载。",
    ),
    "begun.crowded": (
        (
            "Warning: clause {ref} has {parts} stubs, so the numbering was probably not read.\n"
            "Read are: 一、 （一） 1． (1) 【一】 〔1〕 甲、 A． a) ① 第一条 1.2 一是 其一.\n"
            "Number the text in one of these ways and begin again, or write the clauses by hand.\n"
            "More: the page `Start from a notice`, under `Which numbering is read`."
        ),
        (
            "警告:第 {ref} 条有 {parts} 个待定条目,原文的编号很可能没有识别出来。\n"
            "能识别的编号:一、 （一） 1． (1) 【一】 〔1〕 甲、 A． a) ① 第一条 1.2 一是 其一。\n"
            "请把原文改成其中一种编号后重新生成,或者手工写条款。\n"
            "详见文档“如何从一份通知开始”中的“能识别哪些编号”。"
        ),
    ),
    "begun.example": (
        "An example: put your own names and numbers in its place.",
        "这是示例,请换成自己的名称和数字。",
    ),
    "begun.whole": (
        "The text has no numbering that could be read, so it is one clause: `全文`.",
        "文中没有可识别的编号,全文作为一条:`全文`。",
    ),
    "begun.next": (
        "Next: fengqiao lint {where}",
        "下一步:fengqiao lint {where}",
    ),
    # packs
    "packs": ("Packs", "规则包"),
    "plugins": ("Plugins", "插件"),
    "none": ("none", "无"),
    "in_use": ("in use", "可用"),
    "no_packs": (
        "No packs are installed. Install one, for example: pip install fengqiao-wuhai",
        "没有安装规则包。请安装,例如:pip install fengqiao-wuhai",
    ),
    "id": ("id", "编号"),
    "version": ("version", "版本"),
    "from": ("from", "来自"),
    "state": ("state", "状态"),
    # show
    "pack_title": ("{name} ({id} {version})", "{name}({id} {version})"),
    "source_line": ("Source {id}: {name}, {issued}", "来源 {id}:{name},{issued}"),
    "owed": ("each {each}{per}", "每个{each}{per}"),
    "every": (", {every}", ",{every}"),
    "per.day": ("per day", "每天"),
    "per.working_day": ("per working day", "每个工作日"),
    "per.week": ("per week", "每周"),
    "per.month": ("per month", "每月"),
    "per.quarter": ("per quarter", "每季度"),
    "per.half_year": ("per half-year", "每半年"),
    "per.year": ("per year", "每年"),
    "per.previous": ("{per}, by the one before", "{per}(按上一周期)"),
    "per.length": ("every {length}", "每 {length}"),
    "per.open": ("period left open", "周期未写明"),
    "due_by": ("by {days}", "{days} 前达到"),
    "flag.true": ("yes", "是"),
    "flag.false": ("no", "否"),
    "left_open": ("open: {names}", "待填:{names}"),
    "read_as": ("read as: {text}", "理解:{text}"),
    "not_verified": ("not confirmed against the source", "尚未与原文核对"),
    "not_verified_days": (
        "not confirmed against the source: {days}",
        "尚未与原文核对:{days}",
    ),
    "left_out": ("left out ({why})", "不承载({why})"),
    "key": ("key", "键"),
    "kind": ("kind", "种类"),
    "means": ("means", "含义"),
    # score
    "score_range": ("{low} to {high}", "{low} 至 {high}"),
    "no_score": ("not checkable: {reasons}", "无法判断:{reasons}"),
    "sheet": ("{title} ({id}), {period}", "{title}({id}),{period}"),
    "sheet_out_of": ("{title} ({id}), {period}, out of {of}", "{title}({id}),{period},满分 {of}"),
    "not_rated": ("not rated, by the veto: {part}", "不予评定,一票否决:{part}"),
    "vetoed": ("veto: {part}", "一票否决:{part}"),
    "id_placeholder": ("ID", "编号"),
    "explain_score": (
        "A score in full, such as the first:",
        "得分详情,以第一项为例:",
    ),
    "uncertain": ("might still be among them: {ids}", "得分未定、仍可能入选:{ids}"),
    "kept_off": ("kept off by a veto: {ids}", "一票否决、不得入选:{ids}"),
    "award_open": ("{title}, {clause}", "{title},{clause}"),
    "award": ("{title}, {clause}: {places} places", "{title},{clause}:{places} 名"),
    "tied": ("tied for the last place: {ids}", "末位并列:{ids}"),
    "outside": ("as others decided, {day}", "由其他部门评定,{day}"),
    # coverage
    "covered": (
        "{pack} {version}: {clauses} clauses, {numbers} numbers.",
        "{pack} {version}:{clauses} 条,{numbers} 个数字。",
    ),
    "covered.carried": ("carried by an entry: {count}", "由规则承载:{count}"),
    "covered.reported_result": ("results that were reported: {count}", "已报告的结果:{count}"),
    "covered.heading": ("in numberings and names: {count}", "编号或名称:{count}"),
    "covered.declined": ("left out, with the reason: {count}", "写明不予承载:{count}"),
    "covered.lexical": ("in words, ordinals and dates: {count}", "词语、序数或日期:{count}"),
    "covered.missing": ("missing: {count}", "缺失:{count}"),
    "covered.duties": (
        "duties without a number: {count}, of which missing: {missing}",
        "没有数字的要求:{count},其中缺失:{missing}",
    ),
    "covered.outside": ("numbers outside all clauses: {count}", "条目之外的数字:{count}"),
    "covered.other_text": (
        "The text differs from the one that the source `{source}` names by its digest.",
        "正文与来源 `{source}` 的摘要不一致。",
    ),
    "covered.from": (
        "The text says that it is in force from {day}: the source `{source}` needs `from = {day}`.",
        "正文写明自 {day} 起施行:来源 `{source}` 应写 `from = {day}`。",
    ),
    "covered.ledger": ("Facts written to {file}.", "事实已写入 {file}。"),
    "covered.number": (
        "missing: {text} (line {line}, column {column}), as a pack writes it: {value}",
        "缺失:{text}(第 {line} 行第 {column} 列),在规则包中写作 {value}",
    ),
    "covered.duty": (
        "missing: a duty without a number, {text} (line {line}, column {column})",
        "缺失:没有数字的要求“{text}”(第 {line} 行第 {column} 列)",
    ),
    "covered.entries": ("entries of this clause: {entries}", "本条的规则:{entries}"),
    "covered.no_entry": ("none", "无"),
    # store
    "upgraded": (
        "Schema {found} -> {now}. As it was: {copy}. Delete it some day: it keeps what is erased.",
        "结构版本 {found} -> {now}。原样副本:{copy}。不再需要时请删除:以后抹除的引用仍在其中。",
    ),
    "current": ("Schema {now}: nothing to do.", "结构版本 {now}:无需升级。"),
    "exported": ("{count} lines written to {file}.", "已写入 {file},共 {count} 行。"),
    "erased": (
        "{count} facts changed; the reference will be refused from now on.",
        "已更改 {count} 条记录;今后将拒收该引用。",
    ),
    "erased_all": (
        "{count} facts changed; these references will be refused from now on.",
        "已更改 {count} 条记录;今后将拒收这些引用。",
    ),
    "voided": (
        "Withdrawn: {count}; {before} were withdrawn before. Record what is right under a new id.",
        "已作废 {count} 条,此前已作废 {before} 条。更正后的内容请以新编号记录。",
    ),
    "facts": ("facts", "条数"),
    "field": ("field", "字段"),
    "holds": ("holds", "内容"),
    "no_scores": ("{count} subjects: {reasons}", "{count} 个对象:{reasons}"),
}


def say(key: str, lang: Lang, **facts: object) -> str:
    """A text in a language, with its facts filled in."""
    return TEXTS[key][1 if lang == "zh" else 0].format_map(facts)
