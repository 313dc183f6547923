"""Texts for facts that were purged."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

_NOTHING = "Nothing was written."
_NOTHING_ZH = "未写入任何内容。"

TEXTS: Texts = {
    "store.kept_differs": (
        Text(
            "Another count of `{kind}` is kept here from {first} to {last} than in this export.",
            f"Whose facts were purged can't be added up with others' any more. {_NOTHING}",
            "Load the export into a store of its own, or merge stores before either is purged.",
        ),
        Text(
            "此处保留的 `{kind}` 在 {first} 至 {last} 的计数与该导出不同。",
            f"事实清除之后,两处的计数无法再合并。{_NOTHING_ZH}",
            "请把该导出加载到单独的存储,或在清除之前合并各存储。",
        ),
    ),
    "store.not_purged_here": (
        Text(
            "This export is of a store that purged `{kind}` before {before}, and this store holds"
            " such facts.",
            f"Counts that are kept there would not count what stands here. {_NOTHING}",
            "Load it into an empty store, or purge here as well if both hold the same facts.",
        ),
        Text(
            "该导出来自已清除 {before} 之前 `{kind}` 的存储,而本存储仍有这些事实。",
            f"那边保留的计数不包括这里的事实。{_NOTHING_ZH}",
            "请加载到空的存储;若两处事实相同,也可先在此处清除。",
        ),
    ),
    "store.purge_day": (
        Text(
            "Facts are purged by whole months.",
            "Part of a month would leave counts that look whole. Nothing was purged.",
            "Name the first day of the first month that stays, such as 2018-07-01.",
        ),
        Text(
            "事实按整月清除。",
            "只清除月内一部分,余下的计数会看似完整。未清除任何内容。",
            "请写明所保留的第一个月的首日,如 2018-07-01。",
        ),
    ),
    "store.purge_kind": (
        Text(
            "Facts of kind `{kind}` can't be purged.",
            "Registers say who was in charge when, and a case without some of its steps says what"
            " did not happen. Nothing was purged.",
            "Purge a kind of event that is no step of a case; use `erase` to forget a reference.",
        ),
        Text(
            "`{kind}` 类事实不能清除。",
            "名册说明何时由谁负责;案件缺了步骤,就会记成未曾发生的事。未清除任何内容。",
            "可清除案件步骤以外的事件;要忘记某一引用,请用 `erase`。",
        ),
    ),
    "store.purge_open": (
        Text(
            "Days that are not over yet can't be purged.",
            "Facts of a month that goes on would be refused. Nothing was purged.",
            "Name the first day of this month, or of an earlier one.",
        ),
        Text(
            "尚未结束的日期不能清除。",
            "当月后续的事实将被拒收。未清除任何内容。",
            "请写明本月或更早某月的首日。",
        ),
    ),
    "store.purge_pending": (
        Text(
            "The facts were purged, but their old bytes are still on disk.",
            "Somebody is reading an older state of the store, which keeps them there.",
            "Let open exports and reads finish, then call `purge` again.",
        ),
        Text(
            "事实已清除,但其原有字节仍在磁盘上。",
            "有人正在读取存储的较早状态,使其暂时保留。",
            "请等正在进行的导出和读取结束,再次调用 `purge`。",
        ),
    ),
    "store.purged": (
        Text(
            "Facts of kind `{kind}` from before {before} were purged.",
            "A count of what is left would be too low, so none is given, unless it was kept when"
            " they were purged; nothing is told as of an earlier moment.",
            "Ask about later days, or about whole months, quarters, half-years and years whose"
            " counts were kept.",
        ),
        Text(
            "{before} 之前的 `{kind}` 类事实已清除。",
            "只计余下的事实会偏低,所以不作回答,除非清除时保留了该计数;也不能按更早的时点回答。",
            "请查询以后的日期,或查询已保留计数的整月、季度、半年或全年。",
        ),
    ),
}
