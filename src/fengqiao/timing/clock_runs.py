"""How a clock stands after the events of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from attrs import define, field

from fengqiao.timing.calendar import WorkCalendar
from fengqiao.timing.clocks import Clock, ClockEvent, ClockRun, ClockState, Hold
from fengqiao.timing.ends import deadline
from fengqiao.timing.exclusions import Exclusion
from fengqiao.timing.extensions import Extension
from fengqiao.timing.hours import OpenHours
from fengqiao.timing.instants import day_in


@define
class _Replay:
    """What the events so far came to."""

    clock: Clock
    zone: ZoneInfo
    started: ClockEvent | None = None
    stopped: ClockEvent | None = None
    because: str = ""
    held: dict[Hold, ClockEvent] = field(factory=dict)
    exclusions: list[Exclusion] = field(factory=list)
    extensions: list[Extension] = field(factory=list)

    def take(self, event: ClockEvent) -> None:
        """Take the next event."""
        clock = self.clock
        running = self.started is not None and self.stopped is None
        for hold in clock.holds:
            if event.kind == hold.ends and hold in self.held:
                self.exclusions.append(self._exclusion(hold, self.held.pop(hold), event))
            elif event.kind == hold.begins:
                self.held.setdefault(hold, event)
        if event.kind in clock.restarts or (event.kind in clock.starts and not running):
            self.started, self.stopped, self.extensions = event, None, []
            self.because = {**clock.starts, **clock.restarts}[event.kind]
        elif running and event.kind in clock.stops:
            self.stopped = event
        elif running and event.kind in clock.extends:
            self.extensions.append(Extension(at=event.at, reason=event.code, by=event.by))

    def _exclusion(self, hold: Hold, begins: ClockEvent, ends: ClockEvent | None) -> Exclusion:
        first: int | date = begins.at
        last = None if ends is None else ends.at
        if isinstance(first, date) != isinstance(last, date) and last is not None:
            first, last = _day(first, self.zone), _day(last, self.zone)
        return Exclusion(
            reason=hold.reason, begins=first, ends=last, within=hold.within, clause=hold.clause
        )

    def left_out(self) -> tuple[Exclusion, ...]:
        """Spans that are left out; those that still last have no end."""
        lasting = (self._exclusion(hold, begins, None) for hold, begins in self.held.items())
        return (*self.exclusions, *lasting)


def run_clock(
    clock: Clock,
    events: Sequence[ClockEvent],
    *,
    zone: ZoneInfo,
    calendar: WorkCalendar | None = None,
    hours: OpenHours | None = None,
    terms: Mapping[str, str] | None = None,
    provisional: bool = False,
) -> ClockRun:
    """Say how a clock stands after the events of a case, and when its limit ends.

    A restart begins a new period: extensions of the one before end with it, and so does their
    count; a span that is left out and still lasts goes on. A stopped clock keeps its deadline.

    Args:
        clock: The clock.
        events: The events of one case, in their order; kinds it doesn't listen to are passed by.
        zone: Whose midnight counts.
        calendar: As `deadline`.
        hours: As `deadline`.
        terms: As `deadline`.
        provisional: As `deadline`.

    Returns:
        How it stands.

    Raises:
        DeadlineError: As `deadline`.
    """
    replay = _Replay(clock, zone)
    for event in events:
        replay.take(event)
    if replay.started is None:
        return ClockRun(clock=clock.id, state="not_started")
    found = deadline(
        replay.started.at,
        clock.length,
        clock.rule,
        zone=zone,
        clause=clock.clause,
        calendar=calendar,
        hours=hours,
        exclusions=replay.left_out(),
        extensions=replay.extensions,
        allowed=clock.allowed,
        terms=terms,
        provisional=provisional,
    )
    state: ClockState = "stopped" if replay.stopped else "held" if replay.held else "running"
    return ClockRun(
        clock=clock.id,
        state=state,
        started=replay.started,
        stopped=replay.stopped,
        because=replay.because,
        deadline=found,
    )


def _day(at: int | date, zone: ZoneInfo) -> date:
    return at if isinstance(at, date) else day_in(zone, at)
