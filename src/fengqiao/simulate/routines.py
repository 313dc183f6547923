"""What a town does again and again: its meetings and duties, how often, by whom, for whom."""

from __future__ import annotations

from attrs import frozen

from fengqiao.timing import PeriodUnit

REPORT_BACK = "report_back"


@frozen(kw_only=True)
class Routine:
    """One meeting or duty that comes again and again.

    Attributes:
        key: Key of the meeting or duty.
        each: Kinds of subject that owe it.
        who: Roles of which any one does it; for meetings, leads it.
        every: How often; `times` in each such period.
        is_meeting: Whether it is a meeting.
        is_early: Whether it belongs to the start of its period.
        minutes: How long it usually takes.
        people: How many people usually come; meetings only.
        invited: Kinds of people usually invited; meetings only.
        covers: Topics that a meeting always takes, as far as it is in order.
        choice: Topics of which a meeting takes some.
        about: What a duty is about.

    Units:
        minutes: minutes
    """

    key: str
    each: tuple[str, ...]
    who: tuple[str, ...]
    every: PeriodUnit
    times: int = 1
    is_meeting: bool = False
    is_early: bool = False
    minutes: int = 20
    people: int = 5
    invited: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    choice: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Tells it from other routines of its key."""
        return "/".join((self.key, *self.each, *self.about))


ROUTINES: tuple[Routine, ...] = (
    Routine(
        key="meeting.community",
        each=("community", "village"),
        who=("community_officer",),
        every="month",
        is_meeting=True,
        is_early=True,
        minutes=120,
        people=10,
        invited=("community_cadre", "grid_worker", "resident_rep"),
        covers=(REPORT_BACK,),
    ),
    Routine(
        key="duty.public_reception",
        each=("police_room",),
        who=("community_officer",),
        every="week",
        times=2,
        minutes=240,
    ),
    Routine(
        key="duty.suggestion_box",
        each=("police_room",),
        who=("community_officer",),
        every="week",
        minutes=5,
    ),
)
"""What a town does where no pack is asked: enough to look at."""
