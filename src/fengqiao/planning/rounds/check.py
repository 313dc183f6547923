"""Check rounds from the outside: what a solver promised, counted again another way.

Nothing here is shared with a solver: a mistake in the one must not hide in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import field, frozen

from fengqiao.planning.rounds.problem import Missed, Rounds, RoundsProblem, Slot, Stop
from fengqiao.planning.violations import Violation


def check_rounds(problem: RoundsProblem, rounds: Rounds) -> tuple[Violation, ...]:
    """Find everything that is wrong with rounds.

    Args:
        problem: As the solver was given it.
        rounds: From any solver.

    Returns:
        What is wrong, by code, reference of the stop, staff and day; empty where nothing is.
    """
    if len(rounds.tours) != len(problem.slots):
        return (Violation(code="rounds.wrong_slots", item=""),)
    known = range(len(problem.stops))
    if any(stop not in known for tour in rounds.tours for stop in tour) or any(
        one.stop not in known for one in rounds.missed
    ):
        return (Violation(code="rounds.unknown_stop", item=""),)
    ledger = _Ledger(problem=problem, rounds=rounds)
    found = [*ledger.wrong_tours(), *ledger.wrong_stops(), *ledger.wrong_reasons()]
    return tuple(sorted(found, key=Violation.order))


@frozen(kw_only=True)
class _Ledger:
    """Rounds, and on which days each stop is visited."""

    problem: RoundsProblem
    rounds: Rounds
    days: dict[int, list[int]] = field(init=False)

    @days.default
    def _sort_days(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {number: [] for number in range(len(self.problem.stops))}
        for slot, tour in zip(self.problem.slots, self.rounds.tours, strict=True):
            for stop in tour:
                found[stop].append(slot.day)
        return {number: sorted(days) for number, days in found.items()}

    def wrong_tours(self) -> Iterator[Violation]:
        """What is wrong with single tours, and with their length together."""
        total = 0
        for number, tour in enumerate(self.rounds.tours):
            slot = self.problem.slots[number]
            for stop in tour:
                if number not in self.problem.stops[stop].slots:
                    yield self._of("rounds.not_allowed", stop, slot)
            length = self._length(slot, tour)
            if length is None:
                yield self._of("rounds.no_way", None, slot)
            else:
                total += length
                minutes = self._minutes(length, tour)
                if minutes > slot.minutes:
                    facts = (("minutes", minutes), ("of", slot.minutes))
                    yield self._of("rounds.too_full", None, slot, facts)
        if total != self.rounds.metres:
            facts = (("metres", self.rounds.metres), ("found", total))
            yield Violation(code="rounds.wrong_metres", item="", facts=facts)

    def wrong_stops(self) -> Iterator[Violation]:
        """Visits that are too many, lost, or too close or too far from one another."""
        missed = dict.fromkeys(self.days, 0)
        for one in self.rounds.missed:
            missed[one.stop] += one.units
            if one.units < 1:
                yield self._of("rounds.no_units", one.stop)
        for number, stop in enumerate(self.problem.stops):
            days = self.days[number]
            if len(days) + missed[number] != stop.times:
                facts = (("times", stop.times), ("found", len(days) + missed[number]))
                yield self._of("rounds.miscounted", number, None, facts)
            if not self._goes_together(stop, days):
                yield self._of("rounds.wrong_spacing", number)

    def wrong_reasons(self) -> Iterator[Violation]:
        """Excuses that are not true."""
        for one in self.rounds.missed:
            if not self._is_true(one, self.problem.stops[one.stop]):
                yield self._of("rounds.false_reason", one.stop, None, (("reason", one.reason),))

    def _is_true(self, one: Missed, stop: Stop) -> bool:
        slots = [self.problem.slots[number] for number in set(stop.slots)]
        long = [slot for slot in slots if slot.minutes >= stop.minutes]
        ways = [self._length(slot, (one.stop,)) for slot in long]
        match one.reason:
            case "no_slot":
                return not slots
            case "too_long":
                return bool(slots) and not long
            case "unreachable":
                return bool(long) and all(way is None for way in ways)
            case "too_far":
                return any(way is not None for way in ways) and not self._alone(one.stop)
        days = sorted({slot.day for slot in self._alone(one.stop)})
        most = self._most(stop, days)
        beyond = stop.times - most
        if one.reason == "no_spacing":
            return bool(days) and one.units <= beyond
        return one.units <= most - len(self.days[one.stop]) and not self._has_room(one.stop)

    def _alone(self, number: int) -> list[Slot]:
        """Slots that could take one visit of a stop if nothing else were there."""
        stop, found = self.problem.stops[number], []
        for index in set(stop.slots):
            slot = self.problem.slots[index]
            way = self._length(slot, (number,))
            if way is not None and self._minutes(way, (number,)) <= slot.minutes:
                found.append(slot)
        return found

    def _has_room(self, number: int) -> bool:
        """Whether one more visit of a stop could be put somewhere, all others as they are."""
        stop = self.problem.stops[number]
        alone = self._alone(number)
        for index in set(stop.slots):
            slot, tour = self.problem.slots[index], self.rounds.tours[index]
            days = sorted([*self.days[number], slot.day])
            if slot not in alone or not self._goes_together(stop, days):
                continue
            if sum(self.problem.stops[one].minutes for one in (number, *tour)) > slot.minutes:
                continue
            for place in range(len(tour) + 1):
                longer = (*tour[:place], number, *tour[place:])
                length = self._length(slot, longer)
                if length is not None and self._minutes(length, longer) <= slot.minutes:
                    return True
        return False

    def _goes_together(self, stop: Stop, days: Sequence[int]) -> bool:
        if stop.patterns:
            return len(set(days)) == len(days) and any(
                all(day in pattern for day in days) for pattern in stop.patterns
            )
        least, most = stop.gap
        own = [self.problem.slots[index].day for index in stop.slots]
        if days and stop.since is not None:
            if days[0] < stop.since + least:
                return False
            overdue = most is not None and min(own, default=0) > stop.since + most
            if most is not None and not overdue and days[0] > stop.since + most:
                return False
        gaps = [days[place + 1] - days[place] for place in range(len(days) - 1)]
        return all(gap >= least and (most is None or gap <= most) for gap in gaps)

    def _most(self, stop: Stop, days: Sequence[int]) -> int:
        """How many visits of a stop empty days could hold, found day by day."""
        if stop.patterns:
            return max(sum(day in days for day in pattern) for pattern in stop.patterns)
        longest: dict[int, int] = {}
        for day in days:
            before = [
                count
                for earlier, count in longest.items()
                if count and self._may_follow(stop, earlier, day)
            ]
            first = int(self._goes_together(stop, [day]))
            longest[day] = max([first, *[count + 1 for count in before]])
        return min(stop.times, max(longest.values(), default=0))

    def _may_follow(self, stop: Stop, earlier: int, day: int) -> bool:
        least, most = stop.gap
        return day - earlier >= least and (most is None or day - earlier <= most)

    def _length(self, slot: Slot, tour: Sequence[int]) -> int | None:
        """Metres of a tour; None where a way is missing; 0 for none."""
        if not tour:
            return 0
        points = [slot.depot, *(self.problem.stops[stop].point for stop in tour), slot.depot]
        total = 0
        for place in range(len(points) - 1):
            metres = self.problem.metres[points[place]][points[place + 1]]
            if metres is None:
                return None
            total += metres
        return total

    def _minutes(self, length: int, tour: Sequence[int]) -> int:
        """Visits and way; a minute begun counts whole."""
        visits = sum(self.problem.stops[stop].minutes for stop in tour)
        return visits + (-(-length // self.problem.pace) if self.problem.pace else 0)

    def _of(
        self,
        code: str,
        stop: int | None,
        slot: Slot | None = None,
        facts: tuple[tuple[str, object], ...] = (),
    ) -> Violation:
        return Violation(
            code=code,
            item="" if stop is None else self.problem.stops[stop].ref,
            staff=slot.staff if slot else None,
            day=date.fromordinal(slot.day) if slot else None,
            facts=facts,
        )
