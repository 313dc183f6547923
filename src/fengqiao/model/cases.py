"""Casework: what happened in a case, step by step, and the case that comes of it.

A case is the list of its events. It is held by reference, and so is each party, in that one case
alone. Nothing here says what a dispute is about or who somebody is: codes, flags and days only.
"""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from fengqiao.model.fields import code, codes, count, day, id_, instant, ref

CASE_FORMAT = 1
"""Format of the events that this version writes; older ones are brought up on reading."""


@frozen(kw_only=True)
class CaseEvent:
    """One step of a case. What was said and agreed stays with the host."""

    id: str = id_("id of the fact", "事实编号")
    case: str = ref("case", "案件(不透明引用)")
    seq: int = count("number of the step in its case, from 1", "案件内的步骤序号")
    format: int = count("format of the event", "事件格式号")
    kind: str = code("case_step", "what happened", "步骤")
    procedure: str | None = code(
        "procedure", "procedure that the case follows from here on", "适用程序", optional=True
    )
    at: datetime = instant("when it happened", "发生时间")
    by: str | None = id_("staff or mediator who did it", "经办人员编号", optional=True)
    area: str | None = id_(
        "area that the case belongs to", "所属区划", optional=True, is_area=True, register="area"
    )
    station: str | None = id_("station", "派出所", optional=True, register="station")
    committee: str | None = id_(
        "mediation committee", "人民调解委员会", optional=True, register="mediation_committee"
    )
    party: str | None = ref(
        "party that it is about, in this case alone",
        "所涉当事人(不透明引用,只属于本案)",
        optional=True,
        within="case",
    )
    other: str | None = ref(
        "case that it was taken over from or handed on to",
        "移交的另一案件(不透明引用)",
        optional=True,
    )
    facts: tuple[str, ...] = codes("case_fact", "what is attested", "经确认的情形")
    form: str | None = code("agreement_form", "form of the agreement", "协议形式", optional=True)
    contents: tuple[str, ...] = codes(
        "agreement_content", "contents that the agreement has", "协议载明事项"
    )
    papers: tuple[str, ...] = codes("case_paper", "papers put on file", "归卷材料")
    participants: tuple[str, ...] = codes(
        "case_participant", "who took part, by kind", "参与调解的主体"
    )
    level: str | None = code(
        "settled_at", "level at which it was handled", "办理层级", optional=True
    )
    channel: str | None = code(
        "callback_channel", "channel of a call-back", "回访方式", optional=True
    )
    holder: str | None = code("request_holder", "who is responsible", "承办主体", optional=True)
    category: str | None = code(
        "request_category", "category of the request", "诉求类别", optional=True
    )
    size: str | None = code(
        "dispute_size", "size of the dispute as the host names it", "纠纷大小", optional=True
    )
    due_on: date | None = day(
        "day set for the next session, the performance or the revisit", "约定日期", optional=True
    )


@frozen(kw_only=True)
class Case:
    """A case as its events leave it: never stored, made of them on reading."""

    id: str | None = id_("id", "编号", optional=True)
    case: str = ref("case", "案件(不透明引用)")
    kind: str = code("subject_kind", "dispute or request", "案件类别")
    procedure: str | None = code("procedure", "procedure", "适用程序", optional=True)
    area: str = id_("area", "所属区划", is_area=True)
    station: str | None = id_("station", "派出所", optional=True)
    committee: str | None = id_("mediation committee", "人民调解委员会", optional=True)
    category: str | None = code(
        "request_category", "category of the request", "诉求类别", optional=True
    )
    size: str | None = code("dispute_size", "size of the dispute", "纠纷大小", optional=True)
    since: date = day("day of the first step", "首个步骤日期")
    until: date | None = day("day of the last step, once closed", "结束日期", optional=True)
