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
    "file.what": (
        "The operating system does not let this file be used: {why}.",
        "操作系统不允许使用该文件:{why}。",
    ),
    "file.next": ("Check the path.", "请检查路径。"),
    "no_store.what": ("No store was named.", "没有指明存储。"),
    "no_store.next": (
        "Give --store URL, or --config FILE with a .db file of the same name beside it.",
        "请给出 --store URL;或者给出 --config 文件,并在其旁边放同名的 .db 文件。",
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
    # check
    "as_of": (
        "Facts as of {on} (another day: --on).",
        "按截至 {on} 的数据判断(可用 --on 指定)。",
    ),
    "counts": (
        "Of {total}: {met} met, {not_met} not met ({severities}), {left} not checkable.",
        "{total} 项结论:符合 {met},不符合 {not_met}({severities}),无法判断 {left}。",
    ),
    "severities": ("{breach} breaches, {notice} notices", "违反 {breach},提示 {notice}"),
    "group": ("{clause}  {title}: {asked}", "{clause} {title}:{asked}"),
    "more": ("... and {more} more (--limit {all})", "……另有 {more} 项(--limit {all})"),
    "explain_hint": (
        "What lies behind one: fengqiao explain ID",
        "查看某一项的依据:fengqiao explain 编号",
    ),
    "unchecked": ("Not checkable, by reason:", "无法判断的原因:"),
    # lint
    "pack_in_order": (
        "{pack} {version}: {entries} entries, {clauses} clauses, no fault.",
        "{pack} {version}:{entries} 个条目,{clauses} 个条款,没有错误。",
    ),
    "pack_faults": ("Faults in {where}: {count}.", "{where} 中有 {count} 处错误。"),
    "cases_passed": ("{count} worked results as expected.", "{count} 个示例结果与预期一致。"),
    "cases_failed": (
        "{failed} of {count} worked results differ.",
        "{count} 个示例结果中有 {failed} 个不一致。",
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
    "left_open": ("open: {names}", "待填:{names}"),
    "read_as": ("read as: {text}", "理解:{text}"),
    "left_out": ("left out ({why})", "不承载({why})"),
    "key": ("key", "键"),
    "kind": ("kind", "种类"),
    "means": ("means", "含义"),
    # score
    "score_range": ("{low} to {high}", "{low} 至 {high}"),
    "no_score": ("not checkable: {reasons}", "无法判断:{reasons}"),
    "sheet": ("{title} ({id}), {period}", "{title}({id}),{period}"),
    "award": ("{title}, {clause}: {places} places", "{title},{clause}:{places} 名"),
    "tied": ("tied for the last place: {ids}", "末位并列:{ids}"),
    "outside": ("as others decided, {day}", "由其他部门评定,{day}"),
    # store
    "upgraded": ("Schema {found} -> {now}.", "结构版本 {found} -> {now}。"),
    "current": ("Schema {now}: nothing to do.", "结构版本 {now}:无需升级。"),
    "exported": ("{count} lines written to {file}.", "已写入 {file},共 {count} 行。"),
    "erased": (
        "{count} facts changed; the reference will be refused from now on.",
        "已更改 {count} 条记录;今后将拒收该引用。",
    ),
    "facts": ("facts", "条数"),
    "field": ("field", "字段"),
    "holds": ("holds", "内容"),
    "no_scores": ("{count} subjects: {reasons}", "{count} 个对象:{reasons}"),
}


def say(key: str, lang: Lang, **facts: object) -> str:
    """A text in a language, with its facts filled in."""
    return TEXTS[key][1 if lang == "zh" else 0].format_map(facts)
