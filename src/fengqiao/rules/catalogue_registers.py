"""Keys of a state on a day: what exists, who is posted, what is in place."""

from __future__ import annotations

from fengqiao.rules.catalogue import Key
from fengqiao.rules.catalogue_words import named


def _count(name: str, zh: str, en: str, unit: str, *each: str, **more: object) -> Key:
    facts: dict[str, object] = {"stricter": "up", **more}
    return Key(
        name=name,
        kind="norm",
        names=named(zh, en),
        unit=unit,
        each=each,
        judged="state",
        **facts,  # type: ignore[arg-type]  # fields of a key, by name
    )


def _share(name: str, zh: str, en: str, *each: str, **more: object) -> Key:
    return _count(name, zh, en, "share", *each, value="share", **more)


def _words(name: str, zh: str, en: str, vocabulary: str, *each: str) -> Key:
    return _count(name, zh, en, "words", *each, value="words", vocabulary=vocabulary)


STATE_KEYS: tuple[Key, ...] = (
    _count("organisation.stations", "派出所数", "stations", "stations", "city", stricter=None),
    _words(
        "organisation.station_units",
        "派出所内设机构",
        "units of a station",
        "station_unit",
        "station",
    ),
    _words(
        "organisation.rules",
        "已建立的制度",
        "rules in place",
        "rule_set",
        "station",
        "police_room",
        "bureau",
    ),
    _words("organisation.channels", "已开通的渠道", "channels kept open", "channel", "bureau"),
    _count(
        "organisation.teams",
        "志愿队伍和社会组织数",
        "teams and societies",
        "teams",
        "community",
        "village",
        "city",
        of={"kind": "team_kind"},
    ),
    _count(
        "facility.police_rooms",
        "警务室数",
        "police rooms",
        "rooms",
        "community",
        "village",
        "premises",
        "city",
        of={"named": "flag"},
    ),
    _count(
        "facility.mediation_rooms",
        "调解室数",
        "mediation rooms",
        "rooms",
        "community",
        "village",
        "station",
        "city",
        of={"named": "flag"},
    ),
    _count(
        "facility.experience_halls",
        "安全防范体验馆数",
        "experience halls",
        "halls",
        "community",
        "village",
        "station",
        "city",
    ),
    _count(
        "facility.law_parks",
        "平安法治文化园数",
        "parks on law and safety",
        "parks",
        "community",
        "village",
        "station",
        "city",
    ),
    _count(
        "facility.governance_centres",
        "综治中心数",
        "governance centres",
        "centres",
        "community",
        "village",
        "city",
    ),
    _count(
        "facility.service_points",
        "服务网点数",
        "service points",
        "points",
        "station",
        "city",
    ),
    _words("facility.fittings", "设施", "fittings", "fitting", "police_room", "premises"),
    _share(
        "premises.filed_share",
        "场所建档率",
        "share of premises on file",
        "station",
        "city",
        of={"kind": "premises_kind", "goods": "goods"},
    ),
    _share(
        "premises.undertaking_share",
        "责任书签订率",
        "share of premises with an undertaking",
        "station",
        "city",
        of={"kind": "premises_kind", "goods": "goods"},
    ),
    _share(
        "staffing.community_officer_share",
        "社区民警占比",
        "share of community officers",
        "station",
        of={"full_time": "flag"},
        basis=("strength",),
    ),
    _count("staffing.officers", "民警数", "officers", "people", "police_room"),
    _count("staffing.auxiliaries", "辅警数", "auxiliary officers", "people", "police_room"),
    _count(
        "mediation.committee_members",
        "调解委员会委员数",
        "members of the mediation committee",
        "people",
        "mediation_committee",
        stricter=None,
    ),
)
"""Keys of norms on a state, in the order of what they look at."""
