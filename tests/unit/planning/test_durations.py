from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fengqiao.planning.durations import find_minutes
from fengqiao.rules import Spoken

if TYPE_CHECKING:
    from tests.unit.conftest import Build

MEETING = "meeting.community"


def minutes(
    build: Build, stated: tuple[str, object] | None, terms: dict[str, object] | None = None
) -> tuple[int | None, str | None]:
    """How long the meeting takes, and who says so."""
    some = [build.requirement("length", "lasts", *stated)] if stated else []
    duty = build.duty(build.duty_phase(*some))
    given = {f"{MEETING}.{name}": value for name, value in (terms or {}).items()}
    rules = build.rules(build.pack(duty), terms=given)
    return find_minutes(rules, Spoken(duty, duty.phases[0], ("town",)))


@pytest.mark.parametrize(
    ("stated", "terms", "found"),
    [
        (("at_least", "2 hours"), {}, (120, "clause")),  # 三(三)
        (("between", ("1 hour", "2 hours")), {}, (60, "clause")),
        (("about", "2 hours"), {}, (120, "clause")),
        (("at_least", "1/2 day"), {"day": "8 hours"}, (240, "clause")),  # 四(二)第二项
        (("at_least", "1/2 day"), {}, (None, None)),
        (("at_least", "open"), {"lasts": "90 minutes"}, (90, "term")),
        (("at_least", "open"), {}, (None, None)),
        (("at_most", "2 hours"), {}, (None, None)),
        (("at_most", "2 hours"), {"minutes": "1 hour"}, (60, "term")),
        (None, {"minutes": "20 minutes"}, (20, "term")),
        (None, {"minutes": "1/3 hour"}, (20, "term")),
        (None, {}, (None, None)),
    ],
)
def test_length_of_a_meeting(
    build: Build,
    stated: tuple[str, object] | None,
    terms: dict[str, object],
    found: tuple[int | None, str | None],
) -> None:
    """The least that the clause states, then what the host says, else nothing."""
    assert minutes(build, stated, terms) == found


def test_a_norm_takes_what_the_host_says(build: Build) -> None:
    """A notice never says how long a visit takes."""
    norm = build.norm()
    rules = build.rules(build.pack(norm), terms={"visits.households.minutes": "20 minutes"})
    assert find_minutes(rules, Spoken(norm, norm.phases[0], ("town",))) == (20, "term")
