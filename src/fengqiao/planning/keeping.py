"""Time that entries keep for work in the community: so many hours of each officer's week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve, field, frozen

from fengqiao.judging.compare import CEILINGS
from fengqiao.judging.findings import clauses
from fengqiao.judging.limits import in_minutes, settle
from fengqiao.planning.capacity import Capacity, Kept
from fengqiao.planning.posts import Post
from fengqiao.rules import Chain, Exact, Norm, NormPhase, Rules, Spoken
from fengqiao.timing import Span, WorkCalendar, advance, period_of, working_days

HOURS_IN_COMMUNITY = "hours.in_community"
"""The key whose floors keep time free of other work."""


def with_kept(
    capacities: Iterable[Capacity], rules: Rules, days: Span, calendar: WorkCalendar
) -> tuple[Capacity, ...]:
    """Capacities with the time that is kept of them.

    Of a week that the plan does not reach as a whole, its share by working days is kept, rounded
    up. Mere practice keeps nothing.

    Args:
        capacities: Who can work when.
        rules: Packs in force and the host's terms.
        days: Days that are planned.
        calendar: Says which of them are worked.
    """
    weeks = list(_weeks(days, calendar))
    stated = _Stated(rules)
    found = []
    for one in capacities:
        kept: dict[tuple[str, str, Span], Kept] = {}
        for post in one.posts:
            chain = stated.chain_at(post.area)
            if chain is None or not stated.entries(chain):
                continue
            for week, part, share in weeks:
                if _holds(post, week):
                    for least in stated.least(chain, post.role, week):
                        kept[least.pack, least.entry, week] = _share(least, part, share)
        found.append(evolve(one, kept=tuple(kept.values())) if kept else one)
    return tuple(found)


@frozen
class _Stated:
    """What entries keep of a week, looked up once for each place, role and week."""

    rules: Rules
    chains: dict[str, Chain | None] = field(factory=dict, init=False)
    named: dict[int, tuple[str, ...]] = field(factory=dict, init=False)
    found: dict[tuple[int, str, Span], tuple[Kept, ...]] = field(factory=dict, init=False)

    def chain_at(self, area: str | None) -> Chain | None:
        """The packs that speak at an area."""
        if not area:
            return None
        if area not in self.chains:
            self.chains[area] = self.rules.chain_at(area)
        return self.chains[area]

    def entries(self, chain: Chain) -> tuple[str, ...]:
        """Ids of entries that may keep time."""
        if id(chain) not in self.named:
            self.named[id(chain)] = tuple(
                entry_id
                for entry_id, entries in chain.entries.items()
                if any(isinstance(one, Norm) and one.key == HOURS_IN_COMMUNITY for one in entries)
            )
        return self.named[id(chain)]

    def least(self, chain: Chain, role: str, week: Span) -> tuple[Kept, ...]:
        """What is kept of a whole week of somebody with a role."""
        key = (id(chain), role, week)
        if key not in self.found:
            some = (_kept(self.rules, chain, one, role, week) for one in self.entries(chain))
            self.found[key] = tuple(one for one in some if one is not None)
        return self.found[key]


def _share(kept: Kept, part: Span, share: tuple[int, int]) -> Kept:
    here, whole = share
    return evolve(kept, span=part, minutes=-(-kept.minutes * here // whole))


def _weeks(days: Span, calendar: WorkCalendar) -> Iterator[tuple[Span, Span, tuple[int, int]]]:
    """Each week, the days of it that are planned, and their share of its working days."""
    day = days.first
    while day <= days.last:
        week = period_of("week", day).span
        part = week.meet(days)
        if part is not None:
            published = week.meet(Span(calendar.published_from, calendar.published_through))
            whole = len(working_days(published, calendar)) if published else 0
            if whole:
                yield week, part, (len(working_days(part, calendar)), whole)
        day = advance(week.last, 1, "day")


def _holds(post: Post, week: Span) -> bool:
    return post.since <= week.first.toordinal() and week.last.toordinal() <= post.until


def _kept(rules: Rules, chain: Chain, entry_id: str, role: str, week: Span) -> Kept | None:
    spoken = _spoken(chain, entry_id, week)
    minutes = _least(rules, spoken) if spoken and _asks(spoken, role) else None
    if spoken is None or not minutes:
        return None
    return Kept(
        span=week,
        minutes=minutes,
        pack=spoken.entry.pack,
        entry=spoken.entry.id,
        clause=tuple(clauses(spoken.cites)),
        prorated=bool(spoken.phase and spoken.phase.prorate),
    )


def _spoken(chain: Chain, entry_id: str, week: Span) -> Spoken | None:
    """What is in force on all days of a week."""
    pieces = chain.spoken_over(entry_id, week)
    return pieces[0][1] if len(pieces) == 1 else None


def _asks(spoken: Spoken, role: str) -> bool:
    entry = spoken.entry
    return (
        isinstance(entry, Norm)
        and entry.per == "week"
        and role in entry.each
        and spoken.force != "practice"
    )


def _least(rules: Rules, spoken: Spoken) -> int | None:
    """The floor of a week in minutes; None where there is none, or nobody filled it in."""
    phase = spoken.phase
    if not isinstance(phase, NormPhase):
        return None
    settled = in_minutes(rules, spoken, settle(rules, spoken, phase.comparison, None))
    if settled.comparison is None or settled.comparison.op in CEILINGS:
        return None
    limit = settled.comparison.limit
    low = limit[0] if isinstance(limit, tuple) else limit
    return -(-low.num // low.den) if isinstance(low, Exact) else None


def share_kept(whole: Capacity, part: Capacity) -> Capacity:
    """Of somebody of whose hours a station gets a part, the same part of what is kept."""
    kept = []
    for one in part.kept:
        hours, ours = _hours(whole, one.span), _hours(part, one.span)
        kept.append(evolve(one, minutes=-(-one.minutes * ours // hours)) if hours else one)
    return evolve(part, kept=tuple(kept))


def _hours(capacity: Capacity, span: Span) -> int:
    return sum(minutes for day, (_, minutes) in capacity.days.items() if _in(day, span))


def _in(day: date, span: Span) -> bool:
    return span.first <= day <= span.last
