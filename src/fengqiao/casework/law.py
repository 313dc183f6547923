"""The law under which cases are handled at a place: its procedures, its limits, its open terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from attrs import field, frozen

from fengqiao.errors import CaseError
from fengqiao.rules import Chain, Exact, Norm, Open, Procedure, Rules, Spoken, Term
from fengqiao.rules.case_clocks import CaseClock
from fengqiao.rules.catalogue import close_names
from fengqiao.rules.countings import PLAIN, counting_on
from fengqiao.rules.procedures import Guard, Move
from fengqiao.timing import CN_CALENDAR, CountingRule, OpenHours, WorkCalendar


@frozen(kw_only=True)
class Post:
    """A post that somebody holds.

    Attributes:
        since, until: Its days; the last is None while it lasts.
        takes: Whose steps its holder takes, as words of `step_by`; empty: nobody's.
    """

    since: date
    until: date | None = None
    takes: frozenset[str] = frozenset()

    def holds_on(self, day: date) -> bool:
        """Whether it is held on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


Posts = Mapping[str, Sequence[Post]]
"""Posts by staff id."""


@frozen(kw_only=True)
class Law:
    """What speaks for cases of a place.

    Attributes:
        rules: Hold the host's terms.
        chain: The place's pack and its parents.
        zone: Whose midnight counts.
        calendar: Says which days are worked.
        hours: When the place is open, for limits that count in such hours.
        posts: What each member of staff holds, by id; None where the host keeps no register of
            posts, so that who takes a step is known only where it is attested.
        links: Cases to which each case was handed on, as far as steps say.
    """

    rules: Rules
    chain: Chain
    zone: ZoneInfo
    calendar: WorkCalendar = CN_CALENDAR
    hours: OpenHours | None = None
    posts: Posts | None = None
    links: Mapping[str, frozenset[str]] = field(factory=dict)

    def procedure(self, key: str) -> Procedure:
        """The procedure of a key: of the first pack of the chain that has one, or together.

        Raises:
            CaseError: No pack has it.
        """
        found = self.chain.procedures.get(key)
        if found is None:
            known = tuple(self.chain.procedures)
            raise CaseError(
                "casework.unknown_procedure",
                procedure=key,
                asked=tuple(pack.id for pack in self.chain.packs),
                close=close_names(key, known),
                known=known,
            )
        return found

    def term(self, procedure: Procedure, name: str) -> Term | None:
        """What the host says of an open term of a procedure; a place's section comes first."""
        full = f"{procedure.id}.{name}"
        told = (self.rules.terms.get((pack.id, full)) for pack in self.chain.packs)
        return next((term for term in told if term is not None), None)

    def transition(self, procedure: Procedure) -> str:
        """Whose day's law governs: `by_acceptance`, `by_event`, or `open` where nobody says."""
        if procedure.transition != "open":
            return procedure.transition
        return str(self.term(procedure, "transition") or "open")

    def days_for(self, key: str, *, accepted_on: date | None, on: date) -> tuple[date, ...]:
        """The day whose law governs a step; two days where it is not said which of them.

        Args:
            key: Of the procedure.
            accepted_on: Day on which the case was accepted; until then the step's own day counts.
            on: The day of the step.
        """
        which = self.transition(self.procedure(key))
        if accepted_on is None or which == "by_event":
            return (on,)
        if which == "by_acceptance":
            return (accepted_on,)
        return tuple(dict.fromkeys((on, accepted_on)))

    def moves(self, key: str, step: str, state: str, day: date) -> tuple[Move, ...]:
        """Moves of a kind of step that are in force on a day and start from a state."""
        return tuple(
            move
            for move in self.procedure(key).moves
            if move.name == step and state in move.froms and move.holds_on(day)
        )

    def guards(self, key: str, step: str, day: date) -> tuple[Guard, ...]:
        """Guards of a step that are in force on a day."""
        return tuple(
            guard
            for guard in self.procedure(key).guards
            if step in guard.moves and guard.holds_on(day)
        )

    def amount(self, procedure: Procedure, name: str, stated: Exact | Open) -> Exact | None:
        """An amount of a procedure: as stated, or as the host fills it in; None while open."""
        if isinstance(stated, Exact):
            return stated
        told = self.term(procedure, name)
        return told if isinstance(told, Exact) else None

    def counting(self, procedure: Procedure, day: date, own: str | None = None) -> CountingRule:
        """The rule by which the time limits of a procedure run on a day.

        A procedure that names none counts by `PLAIN`, as limits without a procedure are judged.

        Args:
            procedure: The procedure.
            day: The day.
            own: Id of the rule that one limit names for itself.

        Raises:
            RuleNotInForce: The rule that it names is not in force on that day.
        """
        named = own or procedure.counting
        if named is None:
            return PLAIN
        return counting_on(self.rules, self.chain, named, day)

    def clocks(self, key: str, step: str, day: date) -> tuple[CaseClock, ...]:
        """Clocks that a kind of step makes longer, in force on a day."""
        return tuple(
            clock
            for clock in self.procedure(key).clocks
            if clock.extend is not None and step in clock.extend.by and clock.holds_on(day)
        )

    def norm(self, entry_id: str, day: date) -> Spoken | None:
        """A limit on cases in force on a day, or None."""
        spoken = self.chain.spoken_on(entry_id, day)
        return spoken if spoken is not None and isinstance(spoken.entry, Norm) else None
