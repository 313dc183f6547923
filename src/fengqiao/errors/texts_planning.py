"""Texts for visits, leave and plans that a caller gives."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

_WHY = "No plan can be made of it. Nothing of it was kept."
_WHY_ZH = "无法据此编制计划。相关内容未作保存。"

TEXTS: Texts = {
    "away.code": (
        Text("Row {row} of the absences has an unknown code.", _WHY, "Use one of: {known}."),
        Text("第 {row} 条离岗记录的代码无法识别。", _WHY_ZH, "请使用其中之一:{known}。"),
    ),
    "away.excepted": (
        Text("Row {row} of the absences has an unknown exception.", _WHY, "Use of: {known}."),
        Text("第 {row} 条离岗记录的例外情形无法识别。", _WHY_ZH, "请使用其中的:{known}。"),
    ),
    "away.kind": (
        Text(
            "Row {row} of the absences is for an unknown kind of tasking.",
            _WHY,
            "Use one of: {known}.",
        ),
        Text("第 {row} 条离岗记录的抽调任务无法识别。", _WHY_ZH, "请使用其中之一:{known}。"),
    ),
    "away.no_staff": (
        Text(
            "Row {row} of the absences names staff who are not on the register.",
            "A slip in an id would leave somebody planned who is away.",
            "Record the assignment first, or check the id.",
        ),
        Text(
            "第 {row} 条离岗记录的人员不在登记之列。",
            "编号有误会使离岗人员仍被排入计划。",
            "请先登记其任职,或检查编号。",
        ),
    ),
    "away.reversed": (
        Text(
            "Row {row} of the absences ends before it begins.",
            _WHY,
            "Give the first and the last day, both included.",
        ),
        Text("第 {row} 条离岗记录的结束早于开始。", _WHY_ZH, "请给出首日和末日,均含当日。"),
    ),
    "plan.asked_twice": (
        Text(
            "A planner of your own was given beside visits or venues.",
            "Visits, venues, seed, iterations, stop and solver are for the built-in planner.",
            "Give either `planner` or these; `RoundsPlanner(visits=...)` takes both roles.",
        ),
        Text(
            "同时给出了自定义计划器和走访名单或场地。",
            "走访名单、场地、随机种子、迭代次数、停止条件和求解器只供内置计划器使用。",
            "请只给 `planner` 或其余各项之一;`RoundsPlanner(visits=...)` 可兼作两用。",
        ),
    ),
    "plan.made_naive": (
        Text(
            "The moment that calendars are to carry has no time zone.",
            "Nobody could say when in the world they were made.",
            "Give `made` with a zone, such as 2018-07-08T18:00+08:00.",
        ),
        Text(
            "要写入日历的时刻没有时区。",
            "无法确定日历是何时生成的。",
            "请给出带时区的 `made`,例如 2018-07-08T18:00+08:00。",
        ),
    ),
    "plan.no_icalendar": (
        Text(
            "Calendars need the package icalendar, which is not installed.",
            "The core brings no reader and writer of calendars.",
            "Install it: pip install 'fengqiao[ics]'.",
        ),
        Text(
            "生成日历需要 icalendar 包,当前未安装。",
            "核心包不含日历的读写。",
            "请安装:pip install 'fengqiao[ics]'。",
        ),
    ),
    "plan_table.clock": (
        Text("`{field}` is no time of the day.", _WHY, "Write it as 09:00."),
        Text("`{field}` 不是时刻。", _WHY_ZH, "请写成 09:00 的形式。"),
    ),
    "plan_table.gap": (
        Text(
            "`gap` in row {row} says no number of days.",
            _WHY,
            "Write 7, or 7-14 for at least 7 and at most 14 days.",
        ),
        Text(
            "第 {row} 行的 `gap` 不是天数。", _WHY_ZH, "请写成 7;至少 7 天、至多 14 天写成 7-14。"
        ),
    ),
    "plan_table.header": (
        Text(
            "This line is not the header that is needed.",
            "Without it nobody knows what a column means.",
            "Columns there may be, each once: {columns}. There must be: {needed}.",
        ),
        Text(
            "该行不是所需的表头。",
            "没有表头就无法知道各列的含义。",
            "可用的列(各一次):{columns}。必须有:{needed}。",
        ),
    ),
    "plan_table.named_twice": (
        Text(
            "Row {row} names an id that an earlier row names, too.",
            "Nobody knows which of the names is meant.",
            "Leave one of the rows out.",
        ),
        Text(
            "第 {row} 行的编号在前面已有名称。",
            "无法确定应使用哪个名称。",
            "请删去其中一行。",
        ),
    ),
    "plan_table.point": (
        Text(
            "`x` and `y` in row {row} are no place.",
            _WHY,
            "Give both as plain numbers, or leave both empty.",
        ),
        Text("第 {row} 行的 `x` 和 `y` 不是地点。", _WHY_ZH, "请同时给出两个数字,或同时留空。"),
    ),
    "plan_table.season": (
        Text(
            "`until` in row {row} comes before `from`.",
            _WHY,
            "Give the first and the last day, both included.",
        ),
        Text("第 {row} 行的 `until` 早于 `from`。", _WHY_ZH, "请给出首日和末日,均含当日。"),
    ),
    "plan.no_solver": (
        Text(
            "There is no solver of that name.",
            "Another one in its place would make other rounds.",
            "<<Close names: {close}. >>There are: {known}; a plugin may bring more.",
        ),
        Text(
            "没有这个名称的求解器。",
            "换用其他求解器会得出不同的路线。",
            "<<相近的名称:{close}。>>现有:{known};插件可以提供更多。",
        ),
    ),
    "plan_file.no_json": (
        Text(
            "This file holds no JSON.",
            "Without the plan before, nothing could stay where it stood.",
            "Give what `fengqiao plan --json` wrote.",
        ),
        Text(
            "该文件不是 JSON。",
            "没有原计划就无法保持原有安排。",
            "请给出 `fengqiao plan --json` 的输出。",
        ),
    ),
    "plan_file.shape": (
        Text(
            "`{field}` of the plan is not what a plan has there.",
            "Half a plan would look as if the rest were new.",
            "Give what `fengqiao plan --json` wrote, unchanged.",
        ),
        Text(
            "计划中的 `{field}` 不符合计划的格式。",
            "读取一半的计划会使其余部分看起来都是新增。",
            "请原样给出 `fengqiao plan --json` 的输出。",
        ),
    ),
    "plan_file.newer": (
        Text(
            "This plan has format {found}; this library reads up to {known}.",
            "What a later format means is not known here.",
            "Use the library that wrote it, or plan anew.",
        ),
        Text(
            "该计划的格式为 {found},本库最高支持 {known}。",
            "无法得知更高格式的含义。",
            "请用写出该计划的版本,或重新编制计划。",
        ),
    ),
    "replan.no_visits": (
        Text(
            "The plan visits references, and no visits were given.",
            "Places are kept nowhere, so that the ways can't be looked at again without them.",
            "Give the visits that are still wanted.",
        ),
        Text(
            "原计划中有走访对象,但没有给出走访名单。",
            "地点不作保存,没有名单就无法重新核算路途。",
            "请给出仍需走访的名单。",
        ),
    ),
    "replan.pin_lost": (
        Text(
            "What is pinned on {day} of {staff} can't stay there ({reason}).",
            "A pin is a promise; no plan breaks it in silence.",
            "Take the pin away, or what hinders it.",
        ),
        Text(
            "{staff} 在 {day} 的固定安排无法保留({reason})。",
            "固定的安排不会被悄悄改动。",
            "请取消固定,或消除阻碍。",
        ),
    ),
    "replan.unknown_done": (
        Text(
            "A visit is said to be made to a reference that is not wanted.",
            "A slip in a reference would leave a visit planned that was made.",
            "Give the visits as they were wanted before, with those that were made.",
        ),
        Text(
            "已完成的走访中有名单之外的引用。",
            "引用有误会使已走访的对象仍被排入计划。",
            "请给出原走访名单,并在其中注明已完成的走访。",
        ),
    ),
    "venues.at_once": (
        Text(
            "Row {row} of the venues says how much may go on at once, and it is no whole number.",
            _WHY,
            "Give 1 or more.",
        ),
        Text("第 {row} 条场地的同时使用数不是整数。", _WHY_ZH, "请写 1 或更大的整数。"),
    ),
    "venues.hours": (
        Text(
            "Row {row} of the venues closes before it opens, or at no time of the day.",
            _WHY,
            "Give minutes after midnight, from 0 to 1440; in a table hours such as 09:00.",
        ),
        Text(
            "第 {row} 条场地的关闭时刻不晚于开放时刻,或不是一天中的时刻。",
            _WHY_ZH,
            "请写零时起的分钟数,0 至 1440;表中写时刻,如 09:00。",
        ),
    ),
    "venues.twice": (
        Text(
            "Row {row} of the venues has a room that stands there already.", _WHY, "Write it once."
        ),
        Text("第 {row} 条场地的编号已经出现过。", _WHY_ZH, "请只写一次。"),
    ),
    "visits.base": (
        Text(
            "The rounds of {staff} begin at a place that `at` does not hold.",
            _WHY,
            "Give the place in `at`, or leave its name out of `base`.",
        ),
        Text(
            "{staff} 的走访起点不在 `at` 之中。",
            _WHY_ZH,
            "请在 `at` 中给出该地点,或从 `base` 中去掉。",
        ),
    ),
    "visits.gap": (
        Text(
            "Row {row} of the visits has a gap that is none.",
            _WHY,
            "Give at least 1 day, and at most no fewer; with calendar spacing no gap at all.",
        ),
        Text(
            "第 {row} 条走访的间隔有误。",
            _WHY_ZH,
            "间隔至少 1 天,上限不得小于下限;按日历均分时不写间隔。",
        ),
    ),
    "visits.number": (
        Text(
            "`{field}` of the visits must be a whole number from {least} to {most}.",
            _WHY,
            "Give metres, or metres a minute, as a whole number.",
        ),
        Text(
            "走访的 `{field}` 应为 {least} 至 {most} 的整数。",
            _WHY_ZH,
            "请以整数给出米数,或每分钟米数。",
        ),
    ),
    "visits.point": (
        Text(
            "A place in `at` is no pair of numbers from -{most} to {most}.",
            _WHY,
            "Give metres east and north, or longitude and latitude with `degrees`.",
        ),
        Text(
            "`at` 中的地点不是 -{most} 至 {most} 的一对数字。",
            _WHY_ZH,
            "请给出向东、向北的米数;写明 `degrees` 时给出经度和纬度。",
        ),
    ),
    "visits.ref": (
        Text(
            "Row {row} of the visits has no opaque reference.",
            "A plan lists references, and nothing that could name a resident may stand in one.",
            "Use 8 to 64 letters, digits and ._:- without identity or mobile numbers; `mint_ref`"
            " makes such a reference.",
        ),
        Text(
            "第 {row} 条走访没有可用的不透明引用。",
            "计划会列出引用,其中不得含有可识别居民身份的内容。",
            "请用 8 至 64 位字母、数字和 ._:-,不含身份证号或手机号;`mint_ref` 可生成引用。",
        ),
    ),
    "visits.ref_twice": (
        Text(
            "Row {row} of the visits has a reference that stands above already.",
            "It would be visited twice for the same reason.",
            "Give each reference once, with `times` for several visits.",
        ),
        Text(
            "第 {row} 条走访的引用与前面重复。",
            "同一对象会因同一事由被走访两遍。",
            "每个引用只给一次,多次走访请用 `times`。",
        ),
    ),
    "visits.row_number": (
        Text(
            "`{field}` in row {row} of the visits must be a whole number from 1 to {most}.",
            _WHY,
            "Give minutes of one visit, and how many visits are wanted.",
        ),
        Text(
            "第 {row} 条走访的 `{field}` 应为 1 至 {most} 的整数。",
            _WHY_ZH,
            "请给出一次走访的分钟数,以及需要走访的次数。",
        ),
    ),
    "visits.spacing": (
        Text(
            "Row {row} of the visits has an unknown spacing.",
            _WHY,
            "Use `sliding` or `calendar`.",
        ),
        Text("第 {row} 条走访的间隔方式无法识别。", _WHY_ZH, "请用 `sliding` 或 `calendar`。"),
    ),
    "visits.travel_number": (
        Text(
            "The travel function gave something other than metres from 0 to {most}.",
            _WHY,
            "Return metres, and nothing in place of a number where no way leads.",
        ),
        Text(
            "路程函数给出的不是 0 至 {most} 的米数。", _WHY_ZH, "请返回米数;没有通路时以空值代替。"
        ),
    ),
    "visits.travel_shape": (
        Text(
            "The travel function did not give one row, and in it one number, for each of the"
            " {names} names.",
            _WHY,
            "Return a list of lists: metres from each name to each, in the order given.",
        ),
        Text(
            "路程函数没有为 {names} 个名称逐行逐列给出数值。",
            _WHY_ZH,
            "请按给定顺序返回列表的列表:每个名称到每个名称的米数。",
        ),
    ),
    "visits.two_ways": (
        Text(
            "Both places and a travel function were given.",
            "It would not be clear which of them holds.",
            "Give `at` or `travel`.",
        ),
        Text("同时给出了地点和路程函数。", "无法确定以哪个为准。", "请只给 `at` 或 `travel`。"),
    ),
}
