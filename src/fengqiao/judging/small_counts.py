"""Small counts of people: which values of surveys are withheld, and which would give those away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from fengqiao.measures import Task, Values
from fengqiao.model import lies_in

Place = tuple[str, str, str, str]
"""Key, period, kind of subject and subject."""


@frozen
class Few:
    """What is too few to be shown.

    Attributes:
        small_count: Answers fewer than this are withheld; None: all are.
        hidden: Values that are withheld because others' could be told from them.
    """

    small_count: int | None = None
    hidden: frozenset[Place] = frozenset()

    def withholds(self, values: Values, index: int) -> bool:
        """Whether the value of one subject is withheld: a survey's, of which too few answered."""
        column = values.column
        if not is_survey(values.task) or column is None or column.dens is None:
            return False
        answers = column.dens[index]
        if answers == 0:
            return False
        if self.small_count is None or answers < self.small_count:
            return True
        return place_of(values.task, index) in self.hidden


NONE_SHOWN = Few()
"""Where the host has said nothing, no survey is shown."""


def is_survey(task: Task) -> bool:
    """Whether few answers could point at somebody."""
    return task.indicator is not None and task.indicator.is_survey


def place_of(task: Task, index: int) -> Place:
    """Whose value it is, of which key and period."""
    key = task.indicator.key.name if task.indicator else ""
    return key, str(task.period), task.subjects.kind, task.subjects.ids[index]


@frozen
class _Asked:
    """How many answered a survey, of one subject."""

    place: Place
    area: str
    station: str | None
    answers: int

    def holds(self, other: _Asked) -> bool:
        """Whether the other's answers are some of these: of a station or an area that it is in."""
        (key, period, kind, subject), (other_key, other_period, other_kind, _) = (
            self.place,
            other.place,
        )
        if (key, period) != (other_key, other_period) or kind == other_kind:
            return False
        if kind == "station":
            return other.station == subject
        return subject == self.area and other.area != self.area and lies_in(other.area, subject)


def find_few(values: Iterable[Values], small_count: int | None) -> Few:
    """What is too few to be shown, and what besides would give it away.

    Of a whole and its parts that are all shown but one, that one is known. So where what is left
    of a whole would be fewer answers than the host shows, the part with the fewest answers is
    withheld as well, until it is enough.

    Args:
        values: Of every survey over the periods asked for, of all subjects.
        small_count: Answers fewer than this are withheld; None: all are.
    """
    if small_count is None:
        return NONE_SHOWN
    asked = {one.place: one for block in values for one in _asked(block)}
    shown = {place: one for place, one in asked.items() if one.answers >= small_count}
    hidden: set[Place] = set()
    while more := _given_away(shown, small_count):
        hidden |= more
        shown = {place: one for place, one in shown.items() if place not in more}
    return Few(small_count, frozenset(hidden))


def _asked(values: Values) -> Iterator[_Asked]:
    task, column = values.task, values.column
    if task.reason is None and is_survey(task) and column is not None and column.dens is not None:
        subjects = task.subjects
        for index, answers in enumerate(column.dens):
            place = place_of(task, index)
            yield _Asked(place, subjects.areas[index], subjects.stations[index], answers)


def _given_away(shown: dict[Place, _Asked], small_count: int) -> set[Place]:
    """The smallest part of each whole of which too little is left."""
    found = set()
    for whole in shown.values():
        kinds: dict[str, list[_Asked]] = {}
        for part in shown.values():
            if whole.holds(part):
                kinds.setdefault(part.place[2], []).append(part)
        for parts in kinds.values():
            left = whole.answers - sum(part.answers for part in parts)
            if 0 < left < small_count:
                found.add(min(parts, key=lambda part: (part.answers, part.place)).place)
    return found
