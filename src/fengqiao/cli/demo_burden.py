"""The demonstration's burden: hours asked of one officer against hours there are."""

from __future__ import annotations

from fengqiao.cli.demo_page import Page
from fengqiao.cli.screen import plain_table, put
from fengqiao.cli.work_time import clauses_of, hours_of, share_of, title_of
from fengqiao.judging import Finding
from fengqiao.planning import Burden, OfficerBurden

_HEAVIEST = 2


def burden_of(burden: Burden, staff: str) -> OfficerBurden | None:
    """The burden of one officer; None where nothing is asked."""
    return next((one for one in burden.officers if one.staff == staff), None)


def officer_of(finding: Finding | None, burden: Burden) -> str | None:
    """The officer to look at: whom a finding is about, else whoever is asked the median.

    Returns:
        Somebody with hours of whom something is asked; None where there is nobody.
    """
    some = [one for one in burden.officers if one.staff and one.available]
    if finding is not None and finding.subject in {one.staff for one in some}:
        return finding.subject
    ordered = sorted(some, key=lambda one: (one.minutes, one.staff or ""))
    return ordered[len(ordered) // 2].staff if ordered else None


def print_burden(page: Page, burden: Burden, staff: str) -> None:
    """What the notice asks of an officer in the month, and the entries that take most of it."""
    own = burden_of(burden, staff)
    if own is None:
        return
    facts = {
        "staff": staff,
        "month": own.month,
        "asked": hours_of(own.minutes),
        "available": "-" if own.available is None else hours_of(own.available),
        "share": share_of(own.minutes, own.available),
    }
    page.title("burden", **facts)
    clauses = {(one.pack, one.entry): one.clause for one in burden.entries}
    timed = [(minutes, entry) for entry, minutes in own.by_entry.items() if minutes]
    rows = [
        (
            hours_of(minutes),
            share_of(minutes, own.available),
            clauses_of(clauses[entry][:1], page.lang),
            title_of(page.workspace, entry[1], page.lang),
        )
        for minutes, entry in sorted(timed, reverse=True)[:_HEAVIEST]
    ]
    put(page.console, plain_table(rows, indent=2, right=(0, 1), keep=(0, 1, 2)))
    untimed = sum(minutes is None for minutes in own.by_entry.values())
    if untimed:
        page.console.print("  " + page.say("untimed", count=untimed))
