"""What exists: dated facts about areas, bodies, stations, rooms, grids, premises and posts.

A register fact says what held from `since` to `until` (both included; no `until`: until further
notice). A fact is never changed: a correction voids it and adds another, so that what was known
on an earlier day can still be read.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from fengqiao.model.fields import (
    code,
    codes,
    count,
    day,
    fact_id,
    flag,
    id_,
    minutes,
    ref,
    register_name,
)

_SINCE = ("first day on which it holds", "自何日起")
_UNTIL = ("last day on which it holds", "至何日止")


@frozen(kw_only=True)
class Area:
    """An area by its code: province to village.

    The level and the setting (urban, rural) follow from the code alone, see `model.areas`.
    """

    id: str | None = fact_id()
    area: str = id_("area code", "区划代码", is_area=True)
    name: str = register_name("name of the area", "区划名称")
    households: int | None = count("households", "户数", optional=True)
    resident_count: int | None = count("residents", "常住人口数", optional=True)
    rules: tuple[str, ...] | None = codes(
        "rule_set", "rules it has in place", "已建立的制度", optional=True
    )
    channels: tuple[str, ...] | None = codes(
        "channel", "channels it keeps open", "已开通的渠道", optional=True
    )
    programmes: tuple[str, ...] | None = codes(
        "programme", "service projects it keeps running", "特色项目", optional=True
    )
    grid_rules: tuple[str, ...] | None = codes(
        "grid_rule", "how its grids are drawn", "网格划分原则", optional=True
    )
    fittings: tuple[str, ...] | None = codes(
        "fitting", "what it is fitted with", "设施", optional=True
    )
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)


@frozen(kw_only=True)
class Station:
    """A police station."""

    id: str | None = fact_id()
    station: str = id_("station", "派出所编号")
    name: str = register_name("name of the station", "派出所名称")
    area: str = id_("area code of its seat", "驻地区划代码", is_area=True, register="area")
    units: tuple[str, ...] | None = codes(
        "station_unit", "units it is made up of", "内设机构", optional=True
    )
    rules: tuple[str, ...] | None = codes(
        "rule_set", "rules it has in place", "已建立的制度", optional=True
    )
    channels: tuple[str, ...] | None = codes(
        "channel", "channels it keeps open", "已开通的渠道", optional=True
    )
    programmes: tuple[str, ...] | None = codes(
        "programme", "service projects it keeps running", "特色项目", optional=True
    )
    fittings: tuple[str, ...] | None = codes(
        "fitting", "what it is fitted with", "设施", optional=True
    )
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)


@frozen(kw_only=True)
class PolicePost:
    """A police post: a tier between station and community, where a place has one."""

    id: str | None = fact_id()
    post: str = id_("police post", "警务站编号")
    station: str = id_("station that runs it", "所属派出所", register="station")
    area: str = id_("area code of its seat", "驻地区划代码", is_area=True, register="area")
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)


@frozen(kw_only=True)
class Body:
    """A bureau, department or committee: what it offers and which rules it has in place."""

    id: str | None = fact_id()
    body: str = id_("body", "机构编号")
    kind: str = code("body_kind", "kind of body", "机构类别")
    area: str = id_("area it is responsible for", "管辖区划", is_area=True, register="area")
    channels: tuple[str, ...] | None = codes(
        "channel", "channels it keeps open", "已开通的渠道", optional=True
    )
    rules: tuple[str, ...] | None = codes(
        "rule_set", "rules it has in place", "已建立的制度", optional=True
    )
    units: tuple[str, ...] | None = codes(
        "station_unit", "units it is made up of", "内设机构", optional=True
    )
    programmes: tuple[str, ...] | None = codes(
        "programme", "service projects it keeps running", "特色项目", optional=True
    )
    mediates: tuple[str, ...] | None = codes(
        "mediation_kind", "kinds of mediation it offers", "开展的调解类型", optional=True
    )
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)


@frozen(kw_only=True)
class Facility:
    """A place where a service is given or shown: a mediation room, an experience hall ..."""

    id: str | None = fact_id()
    facility: str = id_("facility", "场地编号")
    kind: str = code("facility_kind", "kind of facility", "场地类别")
    station: str | None = id_(
        "station that runs it", "所属派出所", optional=True, register="station"
    )
    area: str = id_("area code of its seat", "所在区划代码", is_area=True, register="area")
    named: bool = flag("named after a person in service", "是否以人员姓名命名")
    fittings: tuple[str, ...] | None = codes(
        "fitting", "what it is fitted with", "设施", optional=True
    )
    open_minutes: int | None = minutes("time it is open on a day", "每日开放时间", optional=True)
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)


@frozen(kw_only=True)
class Team:
    """A volunteer team or a society: its kind and, at most, how many belong to it."""

    id: str | None = fact_id()
    team: str = id_("team", "队伍编号")
    kind: str = code("team_kind", "kind of team", "队伍类别")
    area: str = id_("area it works in", "所在区划代码", is_area=True, register="area")
    members: int | None = count("members", "人数", optional=True)
    station: str | None = id_(
        "station that leads it", "牵头派出所", optional=True, register="station"
    )
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)


@frozen(kw_only=True)
class PoliceRoom:
    """A community police room, or one at a school, hospital or other premises."""

    id: str | None = fact_id()
    room: str = id_("police room", "警务室编号")
    station: str = id_("station that runs it", "所属派出所", register="station")
    area: str = id_("community or village", "所在社区(村)", is_area=True, register="area")
    premises: str | None = ref(
        "premises it stands at", "所在场所(不透明引用)", optional=True, register="premises"
    )
    named: bool = flag("named after an officer", "是否以民警姓名命名")
    fittings: tuple[str, ...] | None = codes(
        "fitting", "what it is fitted with", "设施", optional=True
    )
    rules: tuple[str, ...] | None = codes(
        "rule_set", "rules it has in place", "已建立的制度", optional=True
    )
    model: bool | None = flag("a model for others", "是否精品警务室", optional=True)
    terminals: int | None = count("terminals in it", "移动警务终端平台数", optional=True)
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)


@frozen(kw_only=True)
class Grid:
    """A grid within a community or village."""

    id: str | None = fact_id()
    grid: str = id_("grid", "网格编号")
    area: str = id_("community or village", "所在社区(村)", is_area=True, register="area")
    station: str = id_("station responsible", "责任派出所", register="station")
    households: int | None = count("households", "户数", optional=True)
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)


@frozen(kw_only=True)
class Beat:
    """A beat: what a station gives one community officer to look after."""

    id: str | None = fact_id()
    beat: str = id_("beat", "警务区编号")
    station: str = id_("station responsible", "责任派出所", register="station")
    area: str = id_("area it covers", "所在区划", is_area=True, register="area")
    resident_count: int | None = count("residents", "常住人口数", optional=True)
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)


@frozen(kw_only=True)
class Premises:
    """Premises of a kind that a duty looks at, by reference: a school, hotel, rented home ..."""

    id: str | None = fact_id()
    premises: str = ref("premises", "场所(不透明引用)")
    kind: str = code("premises_kind", "kind of premises", "场所类别")
    area: str = id_("community or village", "所在社区(村)", is_area=True, register="area")
    station: str = id_("station responsible", "责任派出所", register="station")
    goods: tuple[str, ...] = codes("goods", "goods that need care", "涉及的危险物品")
    filed: bool | None = flag("a file on it is kept", "是否已建台账", optional=True)
    undertaking: bool | None = flag("an undertaking is signed", "是否已签责任书", optional=True)
    fittings: tuple[str, ...] | None = codes(
        "fitting", "what it is fitted with", "设施", optional=True
    )
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)


@frozen(kw_only=True)
class MediationCommittee:
    """A people's mediation committee; of its members only their number is held.

    Its make-up is attested by the host, yes or no: nothing tells which member is meant.
    """

    id: str | None = fact_id()
    committee: str = id_("mediation committee", "人民调解委员会编号")
    area: str = id_("area it serves", "所在区划", is_area=True, register="area")
    members: int = count("members", "委员人数")
    kind: str | None = code("committee_kind", "kind of committee", "调解组织类别", optional=True)
    station: str | None = id_("station it sits in", "驻在派出所", optional=True, register="station")
    backgrounds: tuple[str, ...] | None = codes(
        "committee_background", "backgrounds among its members", "委员来源", optional=True
    )
    makeup: tuple[str, ...] | None = codes(
        "committee_makeup", "what its make-up is attested to have", "组成情况", optional=True
    )
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)


@frozen(kw_only=True)
class Assignment:
    """A post that somebody holds: an opaque staff id, a role and where."""

    id: str | None = fact_id()
    staff: str = id_("staff", "人员编号")
    role: str = code("role", "role", "岗位")
    station: str = id_("station", "派出所", register="station")
    area: str | None = id_(
        "community or village served", "负责社区(村)", optional=True, is_area=True, register="area"
    )
    room: str | None = id_("police room", "警务室", optional=True, register="police_room")
    grid: str | None = id_("grid", "网格", optional=True, register="grid")
    post: str | None = id_("police post", "警务站", optional=True, register="police_post")
    full_time: bool = flag("full time in this role", "是否专职")
    beat: str | None = id_("beat", "警务区", optional=True, register="beat")
    committee: str | None = id_(
        "mediation committee", "人民调解委员会", optional=True, register="mediation_committee"
    )
    drawn_from: str | None = code(
        "role", "role from which the post was filled", "选任前岗位", optional=True
    )
    reason: str | None = code(
        "post_change_reason",
        "why the post was taken up, as attested",
        "经证明的调动情形",
        optional=True,
    )
    community_posts: tuple[str, ...] | None = codes(
        "community_post", "posts held in the community", "社区兼职", optional=True
    )
    equipment: tuple[str, ...] | None = codes(
        "equipment", "what is carried", "随身装备", optional=True
    )
    patrol_equipment: tuple[str, ...] | None = codes(
        "equipment", "what is carried on patrol", "巡逻装备", optional=True
    )
    channels: tuple[str, ...] | None = codes(
        "channel", "channels kept open", "已开通的渠道", optional=True
    )
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)


@frozen(kw_only=True)
class Recording:
    """The host's word that it records something completely: only then is absence zero.

    `key` is a kind of event (`visit`, `inspection`) or, for meetings, duties and totals, their
    catalogue key (`meeting.community`). Without an area it holds everywhere.
    """

    id: str | None = fact_id()
    key: str = code("recording", "what is recorded", "记录内容")
    area: str | None = id_("where", "范围(区划)", optional=True, is_area=True, register="area")
    since: date = day(*_SINCE)
    until: date | None = day(*_UNTIL, optional=True)
