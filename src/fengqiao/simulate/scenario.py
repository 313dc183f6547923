"""What a synthetic town depends on: area rows, a month and a seed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cached_property
from hashlib import sha256
from random import Random
from zoneinfo import ZoneInfo

from attrs import field, frozen

from fengqiao.model import Columns
from fengqiao.rules.catalogue_core import VOCABULARIES
from fengqiao.simulate.routines import ROUTINES, Routine
from fengqiao.timing import (
    CN_CALENDAR,
    Period,
    Span,
    WorkCalendar,
    epoch,
    periods_ending_in,
    working_days,
)

_START_OF_DUTY = time(8)


@frozen
class Batch:
    """Facts of one kind, ready for `Workspace.record_columns`.

    Attributes:
        kind: Kind of fact.
        columns: One sequence per field.
        known_at: When the town's office knew them.
    """

    kind: str
    columns: Columns
    known_at: datetime

    def __len__(self) -> int:
        """Number of facts."""
        return len(next(iter(self.columns.values()), ()))


@frozen(kw_only=True)
class Reported:
    """A count that a host reports under a key of its own.

    Attributes:
        each: Kinds of subject that it is reported for.
        is_share: Whether it is so many of so many; else it is a plain number.
        most: For a plain number: what it is not to exceed, where a pack says.
        least: For a plain number: what it is to reach, where a pack says.
    """

    key: str
    each: tuple[str, ...]
    is_share: bool = True
    most: int | None = None
    least: int | None = None


@frozen
class Wanted:
    """Words that a pack asks of subjects of a kind, such as what a room is fitted with."""

    key: str
    kind: str
    words: tuple[str, ...]


def _core_words() -> Mapping[str, tuple[str, ...]]:
    return {one.name: tuple(one.words) for one in VOCABULARIES}


@frozen(kw_only=True, slots=False)
class Scenario:
    """Everything that a synthetic town follows from.

    Attributes:
        areas: Code and name of each area, from city to village; only real ones make sense.
        month: The month of the work.
        seed: Another seed gives another town.
        zone: Whose days are meant.
        calendar: Says which days are worked.
        stations: How many stations the town has.
        topics: Topics that community meetings may take.
        routines: Meetings and duties that the town does; `routines_of` reads them from a pack.
        reported: Counts that its office reports; `reported_in` reads them from a pack.
        words: Closed lists by name; only their words are recorded.
        unrecorded: Keys of what the town does without keeping a complete record of it.
        points: Key of the total under which the host's points table is supplied, if it has one.
        awards: Award lists that others decide, with the role of those who stand on them.
        wanted: Words that a pack asks for and that no town has by itself; `words_wanted` reads
            them from a pack.
        staffed: Roles that a pack wants held in each subject of a kind, and by how many.
        places: Kinds of place where officers meet people; none where no pack asks for it.
        tasked: Whether it is recorded who is called away.

    Source:
        16 stations: Wuhai's order of 2018, 一(一).
    """

    areas: tuple[tuple[str, str], ...]
    month: Period
    seed: int
    zone: ZoneInfo = field(factory=lambda: ZoneInfo("Asia/Shanghai"))
    calendar: WorkCalendar = CN_CALENDAR
    stations: int = 16
    topics: tuple[str, ...] = ("report_back",)
    routines: tuple[Routine, ...] = ROUTINES
    reported: tuple[Reported, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(factory=_core_words)
    unrecorded: frozenset[str] = frozenset()
    points: str | None = None
    awards: Mapping[str, str] = field(factory=dict)
    wanted: tuple[Wanted, ...] = ()
    staffed: tuple[tuple[str, str, int], ...] = ()
    places: tuple[str, ...] = ()
    tasked: bool = False

    @cached_property
    def weeks(self) -> tuple[Period, ...]:
        """Weeks that end in the month; the first may begin before it."""
        return periods_ending_in("week", self.month.span)

    @cached_property
    def span(self) -> Span:
        """Days of work: the month, and the days before it that belong to its first week."""
        return Span(min(self.month.first, self.weeks[0].first), self.month.last)

    @cached_property
    def workdays(self) -> tuple[date, ...]:
        """Days of the span that are worked, in order.

        Raises:
            CalendarUnpublished: The calendar does not hold a day of the span.
        """
        return working_days(self.span, self.calendar)

    @cached_property
    def settled_on(self) -> date:
        """Last worked day of the month; its last day in a month without one."""
        worked = [day for day in self.workdays if day in self.month.span]
        return worked[-1] if worked else self.month.last

    @property
    def posted_on(self) -> date:
        """Day from which the town's registers hold: 1 January of the year before."""
        return date(self.month.first.year - 1, 1, 1)

    @property
    def opens_at(self) -> datetime:
        """When the registers were known: the first morning of the span."""
        return datetime.combine(self.span.first, _START_OF_DUTY, self.zone)

    @property
    def closes_at(self) -> datetime:
        """When the month's work was known: the morning after its last day."""
        next_day = date.fromordinal(self.month.last.toordinal() + 1)
        return datetime.combine(next_day, _START_OF_DUTY, self.zone)

    @cached_property
    def secret(self) -> bytes:
        """The secret that this town's references are minted with; a real host keeps its own."""
        return sha256(f"fengqiao synthetic town {self.seed}".encode()).digest()

    @cached_property
    def midnights(self) -> Mapping[date, int]:
        """When each day of the span begins.

        Units:
            epoch seconds
        """
        return {day: epoch(datetime.combine(day, time(), self.zone)) for day in self.span}

    def at(self, day: date, minute: int) -> int:
        """A moment of a day, in epoch seconds, from its minute of the day."""
        return self.midnights[day] + minute * 60

    def known(self, vocabulary: str, *wanted: str) -> tuple[str, ...]:
        """Of these words those that stand in a closed list; its words where none is named."""
        words = self.words.get(vocabulary, ())
        return tuple(word for word in wanted if word in words) if wanted else words

    def draw(self, *parts: object) -> Random:
        """Chance for one part of the town, so that no part depends on how another was drawn."""
        text = "/".join(map(str, (self.seed, self.month.label, *parts)))
        return Random(text)  # noqa: S311  a simulation must be reproducible
