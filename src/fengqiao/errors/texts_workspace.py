"""Texts for questions put to a workspace."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "request.zone": (
        Text(
            "There is no time zone of that name.",
            "The day of every event is its day in this zone.",
            "Use an IANA name such as `Asia/Shanghai`.",
        ),
        Text(
            "没有这个时区。",
            "每个事件属于哪一天由时区决定。",
            "请使用 IANA 名称,例如 `Asia/Shanghai`。",
        ),
    ),
    "request.no_area": (
        Text(
            "No area on the register has this code in the period.",
            "Nothing would be judged, and that would look like no breach.",
            "Record the area first, or check the code.",
        ),
        Text(
            "该周期内登记中没有这个区划代码。",
            "结果会是空的,看起来却像没有违反。",
            "请先登记该区划,或检查代码。",
        ),
    ),
    "request.no_station": (
        Text(
            "No station on the register has this id in the period.",
            "Nothing would be judged, and that would look like no breach.",
            "Record the station first, or check the id.",
        ),
        Text(
            "该周期内登记中没有这个派出所编号。",
            "结果会是空的,看起来却像没有违反。",
            "请先登记该派出所,或检查编号。",
        ),
    ),
    "request.no_staff": (
        Text(
            "Nobody on the register has this staff id in the period.",
            "Nothing would be due, and that would look like all work done.",
            "Record the assignment first, or check the id.",
        ),
        Text(
            "该周期内登记中没有这个人员编号。",
            "结果会是空的,看起来却像工作都已完成。",
            "请先登记其任职,或检查编号。",
        ),
    ),
    "request.no_unit": (
        Text(
            "No police room or police post on the register has this id in the period.",
            "Nothing would be due, and that would look like all work done.",
            "Record the room or post first, or check the id.",
        ),
        Text(
            "该周期内登记中没有这个编号的警务室或警务站。",
            "结果会是空的,看起来却像工作都已完成。",
            "请先登记该警务室或警务站,或检查编号。",
        ),
    ),
    "request.no_place_kind": (
        Text(
            "Nobody is responsible for a thing of this kind; there are {known}.",
            "Posts are held at these.",
            "Take one of them.",
        ),
        Text(
            "没有人负责这一类对象;可用的有 {known}。",
            "岗位都设在这些对象上。",
            "请用其中之一。",
        ),
    ),
    "request.not_on_register": (
        Text(
            "No `{kind}` on the register had this id on {day}.",
            "Nobody would be named, and that would look like a post that stood empty.",
            "Check the id, the day, and what was known by the moment asked for.",
        ),
        Text(
            "{day} 当日,登记中没有这个编号的 `{kind}`。",
            "结果会是空的,看起来却像无人负责。",
            "请核对编号、日期,以及所问时刻之前已知的内容。",
        ),
    ),
    "request.day": (
        Text(
            "`on` is not a day.",
            "Facts are read as of the end of a day.",
            "Pass `date(2018, 7, 31)`, not a text or a moment.",
        ),
        Text(
            "`on` 不是日期。",
            "数据按某一天终了时的状态读取。",
            "请传 `date(2018, 7, 31)`,不要传文本或时刻。",
        ),
    ),
    "request.as_known": (
        Text(
            "`as_known` is no moment with a time zone.",
            "What was known when is decided to the second.",
            "Pass `datetime(2018, 8, 1, 9, tzinfo=ZoneInfo('Asia/Shanghai'))`.",
        ),
        Text(
            "`as_known` 不是带时区的时刻。",
            "何时已知要精确到秒。",
            "请传 `datetime(2018, 8, 1, 9, tzinfo=ZoneInfo('Asia/Shanghai'))`。",
        ),
    ),
    "request.nothing_judged": (
        Text(
            "Nothing could be judged for {period}: no area on the register belongs to a pack here,"
            " or no rule was in force.",
            "An empty answer would look like no breach.",
            "Check the area codes against the pack's `areas`, and the period against the day of"
            " its source: `fengqiao show PACK`.",
        ),
        Text(
            "{period} 没有可判断的内容:登记的区划不属于已打开的规则包,或当时没有生效的规定。",
            "空的结果看起来会像没有违反。",
            "请核对区划代码与规则包的 `areas`,以及周期与来源的生效日期:`fengqiao show PACK`。",
        ),
    ),
    "request.entry_not_judged": (
        Text(
            "`{entry}` judges nothing for {period}.",
            "An empty answer would look like no breach. None of its periods ends there (a month's"
            " limit is not judged by a week), it was not in force, or nobody is on the register"
            " whom it is about.",
            "Ask for a whole month, quarter or year; `fengqiao show PACK` says how often an entry"
            " is judged, and since when.",
        ),
        Text(
            "`{entry}` 在 {period} 没有可判断的内容。",
            "空的结果看起来会像没有违反。原因可能是:它的周期不在其中结束(按月的要求不按周判断),"
            "当时尚未生效,或者登记中没有它所要求的对象。",
            "请按整月、整季或整年查询;`fengqiao show PACK` 写明各条目按什么周期判断、何时起生效。",
        ),
    ),
    "request.lang": (
        Text(
            "There is no such language here.",
            "Texts are in English and Chinese.",
            "Pass `en` or `zh`.",
        ),
        Text("没有这种语言。", "文本只有英文和中文。", "请传 `en` 或 `zh`。"),
    ),
    "request.no_place": (
        Text(
            "No pack of this workspace speaks for a place.",
            "Nothing would be judged, and that would look like no breach.",
            "Open it with the pack of a place, such as `packs=['wuhai']`. Packs here: {packs}.",
        ),
        Text(
            "本工作区没有适用于某地的规则包。",
            "结果会是空的,看起来却像没有违反。",
            "请带上某地的规则包打开,例如 `packs=['wuhai']`。现有规则包:{packs}。",
        ),
    ),
    "request.no_entry": (
        Text(
            "No pack here has a norm or duty of this id, or a role that says who holds it.",
            "Nothing would be judged, and that would look like no breach.",
            "<<Close ids: {close}. >>`fengqiao show PACK` lists all.",
        ),
        Text(
            "本工作区的规则包中没有这个编号的定额或职责,也没有写明由谁担任的岗位条目。",
            "结果会是空的,看起来却像没有违反。",
            "<<相近的编号:{close}。>>`fengqiao show PACK` 列出全部。",
        ),
    ),
    "request.item_twice": (
        Text(
            "Two of the items to be planned have one id.",
            "The work would be planned twice.",
            "Give each due item once; lists of several stations must not overlap.",
        ),
        Text(
            "待计划的事项中有两项编号相同。",
            "同一工作会被安排两次。",
            "每个应办事项只给一次;多个派出所的清单不得重叠。",
        ),
    ),
    "request.capacity_twice": (
        Text(
            "Two of the capacities are of one member of staff.",
            "The same hours would be planned twice.",
            "Give each member of staff once, with all posts.",
        ),
        Text(
            "同一人员的工作时间给了两次。",
            "同一段时间会被安排两次。",
            "每名人员只给一次,并列明其全部任职。",
        ),
    ),
    "request.no_sheet": (
        Text(
            "No pack in this workspace has a sheet of this id that is decided by scores.",
            "Nobody would be scored, and that would look like nobody to score.",
            "<<Close ids: {close}. >>`fengqiao show PACK` lists all.",
        ),
        Text(
            "本工作区的规则包中没有这个编号的、按得分评定的考核表。",
            "结果会是空的,看起来却像没有人要考核。",
            "<<相近的编号:{close}。>>`fengqiao show PACK` 列出全部。",
        ),
    ),
    "finding.id": (
        Text(
            "This is not the id of a finding or score.",
            "An id names pack, entry, requirement, subject and period.",
            "Copy it from a finding or score:"
            " `wuhai:visits.households@community_officer/S01:2018-07`.",
        ),
        Text(
            "这不是结论或得分的编号。",
            "编号依次写明规则包、条目、要求、对象和周期。",
            "请从结论或得分中复制:`wuhai:visits.households@community_officer/S01:2018-07`。",
        ),
    ),
    "finding.unknown": (
        Text(
            "Nothing is found under this id here.",
            "Its entry, subject or period does not exist in this store and its packs.",
            "List what there is with `check` (scores: `score`) for the same period.",
        ),
        Text(
            "这里没有该编号的结论或得分。",
            "其条目、对象或周期不在本存储和规则包中。",
            "请对同一周期运行 `check`(得分用 `score`)查看全部。",
        ),
    ),
}
