"""What two packs ask of the same staff, side by side: before a rule is adopted, or moved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal

from attrs import frozen

from fengqiao.packs import Setup
from fengqiao.packs.comparing import common_areas, standing
from fengqiao.planning import Away, Burden
from fengqiao.rules import Chain
from fengqiao.store import Store
from fengqiao.timing import CN_CALENDAR, Period, WorkCalendar
from fengqiao.workspace.facade import Workspace
from fengqiao.workspace.recording import read_registers


@frozen(kw_only=True)
class TwoBurdens:
    """The burden of one town under two packs.

    Attributes:
        packs: Their ids.
        on: The day on which each is taken.
        areas: Code prefixes on which both were run.
        one, other: What each asks.
    """

    packs: tuple[str, str]
    on: tuple[date, date]
    areas: tuple[str, ...]
    one: Burden
    other: Burden

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "format": 1,
            "packs": list(self.packs),
            "on": [day.isoformat() for day in self.on],
            "areas": list(self.areas),
            "one": self.one.to_json(),
            "other": self.other.to_json(),
        }


def compare_burdens(
    store: Store,
    setups: tuple[Setup, Setup],
    chains: tuple[Chain, Chain],
    period: str | Period,
    *,
    on: tuple[date, date],
    station: str | None = None,
    by: Literal["month", "week"] = "month",
    calendar: WorkCalendar = CN_CALENDAR,
    as_known: datetime | None = None,
    away: Iterable[Away] = (),
) -> TwoBurdens:
    """Sum up what each of two packs asks of the staff of a store.

    Both are run on the areas of the place whose facts they are, over the whole period, each with
    its parents and with what the host filled into its open terms. Nothing is written.

    Args:
        store: Only read.
        setups: What each side stands on, from `set_up_both`.
        chains: Who speaks on each side.
        period: The period asked for.
        on: What is in force of each pack on this day counts on every day.
        station: Only what subjects of this station owe.
        by: Whether officers' burdens are told by month or by week.
        calendar: Says which days are worked.
        as_known: Only what was known by this moment; None: everything.
        away: Leave and deployment, the same on both sides.

    Raises:
        PeriodError: The period can't be read.
        CalendarUnpublished: It is not yet settled which of its days are worked.
        RequestError: There is no such station, or an absence can't be.
    """
    asked = period if isinstance(period, Period) else Period.parse(period)
    registers = read_registers(store, asked.span, as_known=as_known)
    registered = [str(code) for code in registers.table("area")["area"]]
    gone = tuple(away)
    areas = common_areas(chains[0].place, chains[1].place, registered)
    one, other = (
        Workspace(store=store, setup=standing(setup, chain, day, areas), calendar=calendar).burden(
            asked, station=station, by=by, as_known=as_known, away=gone
        )
        for setup, chain, day in zip(setups, chains, on, strict=True)
    )
    return TwoBurdens(
        packs=(chains[0].place.id, chains[1].place.id),
        on=on,
        areas=areas,
        one=one,
        other=other,
    )
