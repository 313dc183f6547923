"""The configuration that the demonstration writes: an example of how a host fills open terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

MARK = "# fengqiao demo"
"""First line of the file: by it the demonstration knows its own files again."""

_HEAD = """\
{mark}: {locality} {month}, seed {seed}
# What the source leaves open is for the host to fill in. These values are this example's own
# assumptions, not the source's; what is not filled in stays `not configured`.
# 来源未写明的数值由使用方填写。以下均为演示自行假定,并非来源规定;未填写的仍显示“未配置”。
format = 1

[host]
small_count = 10

[planning]
hours  = "8 hours"  # a working day 每个工作日
starts = "09:00"
"""

_Term = tuple[str, str]
_Group = tuple[str, tuple[_Term, ...]]

_MINUTES: tuple[_Term, ...] = (
    ("visits.households.minutes", "10 minutes"),
    ("inspection.premises.minutes", "30 minutes"),
    ("duty.case_review.minutes", "15 minutes"),
    ("duty.data_entry.minutes", "30 minutes"),
    ("duty.online_contact.minutes", "15 minutes"),
    ("meeting.auxiliaries.minutes", "40 minutes"),
    ("duty.suggestion_box.minutes", "5 minutes"),
    ("duty.safety_notice.minutes", "20 minutes"),
    ("duty.unit_supervision.minutes", "60 minutes"),
    ("duty.registration_check.minutes", "30 minutes"),
    ("disputes.screenings.minutes", "60 minutes"),
    ("duty.guidance.minutes", "60 minutes"),
    ("duty.case_analysis.minutes", "60 minutes"),
    ("duty.patrol.minutes", "2 hours"),
    ("duty.visit_round.minutes", "60 minutes"),
    ("duty.visit_round.community.minutes", "60 minutes"),
    ("disputes.screenings.backlog.minutes", "60 minutes"),
    ("disputes.screenings.enterprises.minutes", "60 minutes"),
    ("duty.training.minutes", "60 minutes"),
    ("duty.publicity.prevention.minutes", "60 minutes"),
)

_AREA_DIGITS = 6
"""From so many digits on it is an area's code, not a number."""
_PLAIN = "plain values, the same for every pack 通用取值,各地相同"

_TERMS: Mapping[str, tuple[_Group, ...]] = {
    "wuhai": (
        (
            "what a window, a half-day and `about` mean 期限、半天和“左右”",
            (
                ("station.class.over", "month"),
                ("meeting.community.within", "5 days"),
                ("meeting.community.people", "3"),
                ("meeting.post.people", "4"),
                ("meeting.post.day", "8 hours"),
                ("meeting.station.people", "5"),
                ("meeting.station.day", "8 hours"),
                ("duty.public_reception.day", "8 hours"),
            ),
        ),
        (
            "how often 多久一次",
            (
                ("duty.visit_round.every", "month"),
                ("duty.visit_round.community.every", "month"),
                ("duty.report.organisation.every", "half_year"),
                ("duty.report.conditions.every", "quarter"),
                ("disputes.screenings.backlog.every", "month"),
                ("disputes.screenings.enterprises.every", "month"),
                ("duty.training.every", "month"),
                ("duty.publicity.prevention.every", "month"),
            ),
        ),
        ("how long one takes 每次多长时间", _MINUTES),
        (
            "shares and numbers 比例和数量",
            (
                ("dispute.joined_share.at_least", "80%"),
                ("inspection.share.rental_fire.at_least", "30%"),
                ("inspection.share.venues.at_least", "40%"),
                ("inspection.share.schools.at_least", "50%"),
                ("inspection.share.enterprises.at_least", "30%"),
                ("premises.compliant_share.knives.at_least", "100%"),
                ("hazards.remedied_share.at_least", "90%"),
                ("hazards.remedied_share.officer.at_least", "90%"),
                ("calls.followed_up_share.at_least", "90%"),
                ("requests.responded_share.at_least", "90%"),
                ("survey.familiarity_share.at_least", "80%"),
                ("assignments.reviewed_share.at_least", "100%"),
                ("facility.mediation_rooms.at_least", "1"),
                ("facility.service_points.at_least", "1"),
                ("organisation.teams.at_least", "2"),
            ),
        ),
        (
            "weights 权重",
            (
                ("points.community_officer.points_table.weight", "70"),
                ("points.community_officer.familiarity.weight", "30"),
            ),
        ),
    ),
}
"""Open terms that the example fills, by locality; some are left open on purpose."""


def config_text(locality: str, month: str, seed: int, example: Sequence[_Term] = ()) -> str:
    """Content of the configuration file.

    Args:
        locality: Id of the pack.
        month: Its label.
        seed: Of the town.
        example: Terms for a pack for which none are written down here.
    """
    lines = [_HEAD.format(mark=MARK, locality=locality, month=month, seed=seed)]
    groups = _TERMS.get(locality) or ((_PLAIN, tuple(example)),) * bool(example)
    if groups:
        lines.append(f"[{locality}]")
    for title, terms in groups:
        lines.append(f"# {title}")
        lines += [f'"{name}" = {_written(value)}' for name, value in terms]
    return "\n".join(lines) + "\n"


def _written(value: str) -> str:
    is_number = value.isdecimal() and len(value) < _AREA_DIGITS
    return value if is_number else f'"{value}"'
