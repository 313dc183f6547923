"""Indicators of staff: posts by place, shares of them, what they hold and carry."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from fengqiao.measures.indicator import Ask, Column, Indicator
from fengqiao.measures.posted import areas_of, posted
from fengqiao.measures.register_counts import codes_of_posts, counted, within
from fengqiao.model import Table
from fengqiao.rules import Words
from fengqiao.rules.catalogue_core import KEYS, OFFICER_ROLES

_KEY = {key.name: key for key in KEYS}
_CARRIED = {"area_work": "equipment", "patrol": "patrol_equipment"}
_MOBILE = frozenset(("mobile_terminal", "communicator"))


def _w(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


_SHARED = _w(
    "对社区民警,计与其同警务室、警务区或社区的人;一人多岗计一人",
    "for an officer those count who share the room, beat or community; a person with several posts"
    " counts once",
)


def _posted(*roles: str) -> Callable[[Ask, Sequence[Table]], Column]:
    return lambda ask, _answers: posted(ask, roles)


def _officers(ask: Ask, _answers: Sequence[Table]) -> Column:
    return posted(ask, [role for role in OFFICER_ROLES if ask.passes("role", role)])


def _community_share(ask: Ask, _answers: Sequence[Table]) -> Column:
    some = posted(ask, ("community_officer",))
    return Column(some.nums, _unfiltered(ask, OFFICER_ROLES).nums)


def _unfiltered(ask: Ask, roles: Collection[str]) -> Column:
    return posted(Ask(subjects=ask.subjects, span=ask.span, registers=ask.registers), roles)


def _per_resident(ask: Ask, _answers: Sequence[Table]) -> Column:
    table = ask.registers.table("area")
    known = {
        table["area"][row]: table["resident_count"][row]
        for row in ask.registers.rows_in("area", ask.span)
    }
    residents = [known.get(area) for area in ask.subjects.areas]
    if ask.subjects.kind == "beat":  # which may be a part of its area, and then has its own number
        own = ask.registers.table("beat")["resident_count"]
        of_beats = (own[row] for row in ask.subjects.rows)
        residents = [a if b is None else b for a, b in zip(residents, of_beats, strict=True)]
    silent = frozenset(index for index, number in enumerate(residents) if number is None)
    return Column(
        posted(ask, ("grid_worker",)).nums, [number or 0 for number in residents], unknown=silent
    )


def _mediation_members(ask: Ask, _answers: Sequence[Table]) -> Column:
    table = ask.registers.table("mediation_committee")
    sums = dict.fromkeys(ask.subjects.ids, 0)
    for row in ask.registers.rows_in("mediation_committee", ask.span):
        area = table["area"][row]
        if area in sums and ask.passes("kind", table["kind"][row] or "peoples_mediation"):
            sums[area] += table["members"][row]
    return Column(list(sums.values()))


def _own_codes(field: str) -> Callable[[Ask, Sequence[Table]], Column]:
    """Words on the posts of staff, those of all their posts together."""

    def column(ask: Ask, _answers: Sequence[Table]) -> Column:
        return codes_of_posts(ask, field)

    return column


def _carried(ask: Ask, _answers: Sequence[Table]) -> Column:
    """What is carried in the activities that pass: in the area, on patrol, or both."""
    fields = [field for activity, field in _CARRIED.items() if ask.passes("activity", activity)]
    found = [codes_of_posts(ask, field) for field in fields]
    unknown = [column.unknown for column in found]
    return Column(
        words=[
            frozenset[str]().union(*(column.words[index] for column in found if column.words))
            for index in range(len(ask.subjects))
        ],
        unknown=frozenset.intersection(*unknown) if unknown else frozenset(),
    )


def _mobile(ask: Ask, _answers: Sequence[Table]) -> Column:
    """Staff of the roles who have the tools, of all; unknown where one doesn't say."""
    table = ask.registers.table("assignment")
    rows = [
        row
        for row in ask.registers.rows_in("assignment", ask.span)
        if ask.passes("role", table["role"][row])
    ]
    told: dict[str, set[str]] = {}
    for row in rows:
        if (cell := table["equipment"][row]) is not None:
            told.setdefault(table["staff"][row], set()).update(cell.split(","))
    staff = table["staff"]
    everyone = _counted_at(ask, rows)
    equipped = _counted_at(ask, [row for row in rows if told.get(staff[row], set()) >= _MOBILE])
    silent = _counted_at(ask, [row for row in rows if staff[row] not in told])
    unknown = (index for index, number in enumerate(silent.nums) if number)
    return Column(equipped.nums, everyone.nums, unknown=frozenset(unknown))


def _counted_at(ask: Ask, rows: Sequence[int]) -> Column:
    table = ask.registers.table("assignment")
    if ask.subjects.kind == "station":
        return counted(ask, ((table["station"][row], table["staff"][row]) for row in rows))
    areas = areas_of(ask.registers, ask.span, rows, at_seats=True)
    pairs = ((area, table["staff"][row]) for area, row in zip(areas, rows, strict=True) if area)
    return counted(ask, within(ask, pairs))


def _staffing(name: str, zh: str, en: str, *roles: str) -> Indicator:
    return Indicator(
        key=_KEY[f"staffing.{name}"],
        numerator=_w(f"任职于此的{zh}", f"{en} posted there"),
        exclusions=_SHARED,
        column=_posted(*roles),
    )


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        key=_KEY["staffing.officers"],
        numerator=_w("任职于此的民警", "officers posted there"),
        exclusions=_w(f"辅警不计;{_SHARED.zh}", f"auxiliary officers; {_SHARED.en}"),
        column=_officers,
    ),
    _staffing("auxiliaries", "辅警", "auxiliary officers", "auxiliary_officer"),
    _staffing("grid_workers", "网格员", "grid workers", "grid_worker"),
    _staffing("police_assistants", "警务助理", "police assistants", "police_assistant"),
    _staffing(
        "mediation_specialists",
        "治保调解专干",
        "full-time mediators of a village",
        "mediation_specialist",
    ),
    _staffing("mediators", "人民调解员", "mediators", "mediator"),
    _staffing("lawyers", "律师", "lawyers", "lawyer"),
    Indicator(
        key=_KEY["staffing.mediation_members"],
        numerator=_w(
            "设在该村(社区)的调解组织成员", "members of the committees seated in the village"
        ),
        exclusions=_w(
            "只计人数,不看成员是谁;乡镇和派出所的调解组织不计",
            "who they are; committees of the town or of a station",
        ),
        column=_mediation_members,
    ),
    Indicator(
        key=_KEY["staffing.community_officer_share"],
        numerator=_w("社区民警", "community officers"),
        denominator=_w("全部民警", "all officers posted there"),
        exclusions=_w(
            "辅警不计;一人多岗计一人;以警力或民警为分母,人数相同",
            "auxiliary officers; a person with several posts counts once; out of the strength or of"
            " the officers is the same number",
        ),
        numerator_only=frozenset(("full_time",)),
        column=_community_share,
    ),
    Indicator(
        key=_KEY["staffing.grid_workers_per_resident"],
        numerator=_w("网格员", "grid workers"),
        denominator=_w("常住人口", "residents of the area"),
        exclusions=_w(
            "没有登记常住人口数的没有数据;比例按分数比较,不取整",
            "no number where the register has no residents; compared as a fraction, not rounded",
        ),
        numerator_only=frozenset(("full_time",)),
        column=_per_resident,
    ),
    Indicator(
        key=_KEY["roles.community_posts"],
        numerator=_w("登记的社区兼职", "posts in the community on the register"),
        exclusions=_w("任职经过不计", "how they came to hold them"),
        column=_own_codes("community_posts"),
    ),
    Indicator(
        key=_KEY["equipment.carried"],
        numerator=_w("登记的随身装备", "what they carry, as registered"),
        exclusions=_w("使用情况不计", "how it is used"),
        column=_carried,
    ),
    Indicator(
        key=_KEY["equipment.mobile_share"],
        numerator=_w(
            "其中配有移动信息采集和通讯工具的",
            "of these, with a mobile terminal and means of communication",
        ),
        denominator=_w("在岗人员", "staff in post"),
        exclusions=_w(
            "一人多岗计一人;有一人没有写明,就没有数据",
            "a person with several posts counts once; no number where the host does not say of one",
        ),
        column=_mobile,
    ),
)
