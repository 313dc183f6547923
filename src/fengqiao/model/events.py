"""What happened: visits, meetings, what they agreed, inspections, duties, totals and awards.

Nothing here can say anything about a resident: a visit carries an opaque household reference and
no more, a meeting carries counts and codes.
"""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from fengqiao.model.fields import code, codes, count, day, id_, instant, ref

_STARTED = ("start", "开始时间")
_ENDED = ("end", "结束时间")
_EVENT_AREA = ("community or village", "社区(村)")


@frozen(kw_only=True)
class Visit:
    """A completed visit to one household."""

    id: str = id_("id of the fact", "事实编号")
    staff: str = id_("officer who visited", "走访民警", register="assignment")
    station: str = id_("station", "派出所", register="station")
    area: str = id_(*_EVENT_AREA, is_area=True, register="area")
    room: str | None = id_("police room", "警务室", optional=True, register="police_room")
    household: str = ref("household visited", "被走访户(不透明引用)")
    started_at: datetime = instant(*_STARTED)
    ended_at: datetime = instant(*_ENDED)


@frozen(kw_only=True)
class Contact:
    """A round of contacts outside single households: where, and how many, never with whom.

    What says something about those met (how many of them were served at home) is a count, and no
    household stands beside it.
    """

    id: str = id_("id of the fact", "事实编号")
    staff: str = id_("officer who made it", "走访民警", register="assignment")
    station: str = id_("station", "派出所", register="station")
    area: str = id_(*_EVENT_AREA, is_area=True, register="area")
    room: str | None = id_("police room", "警务室", optional=True, register="police_room")
    place: str = code("visit_place", "kind of place", "走访地点")
    premises: str | None = ref(
        "premises visited", "被走访场所(不透明引用)", optional=True, register="premises"
    )
    topics: tuple[str, ...] = codes("duty_topic", "what it was about", "走访内容")
    people: int = count("people met", "接触人次")
    home_services: int | None = count("services at home", "上门服务次数", optional=True)
    started_at: datetime = instant(*_STARTED)
    ended_at: datetime = instant(*_ENDED)


@frozen(kw_only=True)
class Tasking:
    """That somebody was called away from their own work: for what, and who ordered it."""

    id: str = id_("id of the fact", "事实编号")
    staff: str = id_("who was called away", "被抽调人员", register="assignment")
    station: str = id_("station", "派出所", register="station")
    kind: str = code("tasking_kind", "for what", "抽调任务类别")
    excepted: tuple[str, ...] = codes(
        "tasking_exception", "why it was allowed all the same, as attested", "经证明的例外情形"
    )
    ordered_by: str | None = id_("body that ordered it", "下令机构", optional=True, register="body")
    started_at: datetime = instant(*_STARTED)
    ended_at: datetime = instant(*_ENDED)


@frozen(kw_only=True)
class Session:
    """A meeting that was held. What was said stays with the host."""

    id: str = id_("id of the fact", "事实编号")
    key: str = code("meeting", "which meeting", "会议类别")
    station: str = id_("station", "派出所", register="station")
    area: str = id_(*_EVENT_AREA, is_area=True, register="area")
    post: str | None = id_("police post", "警务站", optional=True, register="police_post")
    room: str | None = id_("police room", "警务室", optional=True, register="police_room")
    grid: str | None = id_("grid", "网格", optional=True, register="grid")
    body: str | None = id_("body that held it", "召集机构", optional=True, register="body")
    led_by: str = id_("staff who led it", "主持人员", register="assignment")
    started_at: datetime = instant(*_STARTED)
    ended_at: datetime = instant(*_ENDED)
    people: int = count("people who attended", "到会人数")
    invited: tuple[str, ...] = codes("invitee", "kinds of people invited", "邀请对象类别")
    covers: tuple[str, ...] = codes("meeting_topic", "topics taken", "议题")


@frozen(kw_only=True)
class ActionItem:
    """Something that a meeting agreed to do. What it is stays with the host."""

    id: str = id_("id of the fact", "事实编号")
    session: str = id_("meeting that agreed it", "议定的会议", recorded=("session", "id"))
    item: str = ref("action item", "议定事项(不透明引用)")
    owner: str = id_("staff who owe it", "责任人员", register="assignment")
    station: str = id_("station", "派出所", register="station")
    agreed_on: date = day("day on which it was agreed", "议定日期")
    due_on: date = day("day by which it is due", "应完成日期")


@frozen(kw_only=True)
class ActionReport:
    """That a later meeting heard what became of an action item."""

    id: str = id_("id of the fact", "事实编号")
    session: str = id_("meeting that heard it", "通报的会议", recorded=("session", "id"))
    item: str = ref(
        "action item reported on",
        "所通报的议定事项(不透明引用)",
        recorded=("action_item", "item"),
    )
    station: str = id_("station", "派出所", register="station")
    on: date = day("day", "日期")


@frozen(kw_only=True)
class Inspection:
    """An inspection of premises."""

    id: str = id_("id of the fact", "事实编号")
    staff: str = id_("officer who inspected", "检查民警", register="assignment")
    station: str = id_("station", "派出所", register="station")
    premises: str = ref("premises inspected", "被检查场所(不透明引用)", register="premises")
    topics: tuple[str, ...] = codes("inspection_topic", "what was inspected", "检查内容")
    failed: tuple[str, ...] = codes("inspection_topic", "what was found wanting", "不合格内容")
    started_at: datetime = instant(*_STARTED)
    ended_at: datetime = instant(*_ENDED)


@frozen(kw_only=True)
class DutyDone:
    """One occasion on which a recurring duty was done: by staff of a station, or by a body."""

    id: str = id_("id of the fact", "事实编号")
    key: str = code("duty", "which duty", "职责类别")
    staff: str | None = id_("staff who did it", "履职人员", optional=True, register="assignment")
    station: str | None = id_("station", "派出所", optional=True, register="station")
    body: str | None = id_("body that did it", "履职机构", optional=True, register="body")
    area: str = id_("community, village or town", "社区(村)或乡镇", is_area=True, register="area")
    room: str | None = id_("police room", "警务室", optional=True, register="police_room")
    grid: str | None = id_("grid", "网格", optional=True, register="grid")
    post: str | None = id_("police post", "警务站", optional=True, register="police_post")
    premises: str | None = ref(
        "premises it was about", "所涉场所(不透明引用)", optional=True, register="premises"
    )
    facility: str | None = id_("facility", "场地", optional=True, register="facility")
    committee: str | None = id_(
        "mediation committee", "人民调解委员会", optional=True, register="mediation_committee"
    )
    topics: tuple[str, ...] = codes("duty_topic", "what it was about", "履职内容")
    started_at: datetime = instant(*_STARTED)
    ended_at: datetime = instant(*_ENDED)


@frozen(kw_only=True)
class Total:
    """A count that the host supplies: calls received, survey answers, points given.

    `total` is the denominator where there is one: respondents, points to be had. A key that is a
    share needs it, and only of a rating may `done`, a sum of points, exceed it. Totals are not
    about premises: a subject is an id, and premises stand under references that can be erased.
    Of one key, subject and day there is one total: a corrected figure is another total after the
    first was voided.
    """

    id: str = id_("id of the fact", "事实编号")
    key: str = code("total", "what is counted", "统计内容")
    subject_kind: str = code("counted_subject", "kind of subject", "对象类别")
    subject: str = id_("subject", "对象编号")
    on: date = day("day", "日期")
    done: int = count("count", "数量")
    total: int | None = count("out of", "总数", optional=True)


@frozen(kw_only=True)
class Award:
    """An award that others decided: the list, an opaque id, and the day."""

    id: str = id_("id of the fact", "事实编号")
    award: str = code("award", "award list", "评选名单")
    recipient: str = id_("recipient", "获评者编号")
    awarded_on: date = day("day of the award", "评定日期")
