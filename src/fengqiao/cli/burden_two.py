"""What two packs ask of the same staff, for `fengqiao burden --against`."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from datetime import date, datetime
from typing import Literal

from rich.console import Console

from fengqiao.cli.failures import CannotAnswer
from fengqiao.cli.opening import existing, now_in, pack_names, store_url
from fengqiao.cli.plan_texts import say
from fengqiao.cli.screen import plain_table, put
from fengqiao.cli.work_time import clauses_of, hours_of, share_of
from fengqiao.errors import Lang
from fengqiao.packs.comparing import set_up_both
from fengqiao.planning import Away, Burden, OfficerBurden
from fengqiao.rules import Catalogue, Chain, Entry, entry_of
from fengqiao.store import open_store
from fengqiao.workspace import TwoBurdens, compare_burdens

By = Literal["month", "week"]
_Cell = tuple[str, str]


def burdens_of(  # noqa: PLR0917  the options of the verb
    store: str | None,
    packs: tuple[str, ...],
    against: str,
    config: str | None,
    period: str,
    station: str | None,
    by: By,
    on: date | None,
    as_known: datetime | None,
    away: Iterable[Away] = (),
) -> tuple[TwoBurdens, tuple[Chain, Chain], Catalogue]:
    """The burdens, who speaks on each side, and the words of both.

    Raises:
        CannotAnswer: There is not one pack to set the other against.
    """
    names = pack_names([*packs, against])
    if len(names) != len(("one", "other")):
        raise CannotAnswer("against_one")
    setups, chains = set_up_both(names[0], names[1], config)
    with closing(open_store(existing(store_url(store, config), "ro"))) as facts:
        day = on or now_in(facts.zone).date()
        found = compare_burdens(
            facts,
            setups,
            chains,
            period,
            on=(day, day),
            station=station,
            by=by,
            as_known=as_known,
            away=away,
        )
    return found, chains, setups[0].rules.catalogue


def print_two(  # noqa: PLR0917  both sides and how to say them
    console: Console,
    found: TwoBurdens,
    chains: tuple[Chain, Chain],
    catalogue: Catalogue,
    lang: Lang,
    limit: int,
) -> None:
    """Totals of both, then what is asked of each role and officer, then the entries of each."""
    sides = (found.one, found.other)
    names = found.packs if found.packs[0] != found.packs[1] else (f"{found.packs[0]} 1", "2")
    for name, burden in zip(names, sides, strict=True):
        facts = {
            "pack": name,
            "asked": hours_of(burden.minutes),
            "available": "-" if burden.available is None else hours_of(burden.available),
            "share": share_of(burden.minutes, burden.available),
            "untimed": sum(one.unstated for one in burden.entries),
        }
        console.print(say("side", lang, **facts), soft_wrap=True)
    console.print(say("gross", lang))
    _print_roles(console, sides, names, catalogue, lang)
    _print_officers(console, sides, names, lang, limit)
    for name, chain, burden in zip(names, chains, sides, strict=True):
        _print_entries(console, name, chain, catalogue, burden, lang, limit)


def _print_roles(
    console: Console,
    sides: tuple[Burden, Burden],
    names: tuple[str, str],
    catalogue: Catalogue,
    lang: Lang,
) -> None:
    words = catalogue.vocabularies["role"].words
    between = "、" if lang == "zh" else ", "
    roles = [{one.roles: one for one in side.by_role()} for side in sides]
    rows = []
    for held in dict.fromkeys([*roles[0], *roles[1]]):
        title = between.join(words[one].get(lang) if one in words else one for one in held)
        cells: list[str] = []
        for side in roles:
            one = side.get(held)
            cells += _asked(one.minutes, one.available) if one else ("0:00", "-")
        rows.append((title, *cells))
    if rows:
        header = (say("role", lang), names[0], say("share", lang), names[1], say("share", lang))
        console.print()
        console.print(say("by_role", lang), style="bold")
        put(console, plain_table(rows, header=header, right=(1, 2, 3, 4), indent=2))


def _print_officers(
    console: Console,
    sides: tuple[Burden, Burden],
    names: tuple[str, str],
    lang: Lang,
    limit: int,
) -> None:
    officers: list[dict[_Cell, OfficerBurden]] = [
        {(one.staff, one.month): one for one in side.officers if one.staff is not None}
        for side in sides
    ]

    def minutes(cell: _Cell, side: int) -> int:
        return officers[side][cell].minutes if cell in officers[side] else 0

    cells = sorted(
        {*officers[0], *officers[1]},
        key=lambda cell: (-abs(minutes(cell, 0) - minutes(cell, 1)), cell),
    )
    rows = []
    for cell in cells[:limit]:
        own = [side.get(cell) for side in officers]
        there_are = next((one.available for one in own if one and one.available), None)
        shares = [_asked(minutes(cell, side), there_are) for side in (0, 1)]
        rows.append((*cell, *shares[0], *shares[1]))
    if rows:
        titles = ("officer", "period", "share")
        officer, period, share = (say(name, lang) for name in titles)
        console.print()
        console.print(say("furthest_apart", lang), style="bold")
        header = (officer, period, names[0], share, names[1], share)
        put(console, plain_table(rows, header=header, right=(2, 3, 4, 5), indent=2))
        if len(cells) > limit:
            more = len(cells) - limit
            console.print("  " + say("more", lang, more=more, all=len(cells)))


def _asked(minutes: int, available: int | None) -> tuple[str, str]:
    return hours_of(minutes), share_of(minutes, available)


def _print_entries(  # noqa: PLR0917  one side
    console: Console,
    name: str,
    chain: Chain,
    catalogue: Catalogue,
    burden: Burden,
    lang: Lang,
    limit: int,
) -> None:
    timed = [one for one in burden.entries if one.minutes]
    untimed = [one for one in burden.entries if one.unstated]
    told = [
        (
            hours_of(one.minutes or 0),
            share_of(one.minutes or 0, burden.available),
            clauses_of(one.clause, lang),
            _title(chain, catalogue, one.pack, one.entry, lang),
        )
        for one in timed[:limit]
    ]
    left = [
        (
            str(one.unstated),
            clauses_of(one.clause, lang),
            _title(chain, catalogue, one.pack, one.entry, lang),
        )
        for one in untimed[:limit]
    ]
    for title, names, rows, right in (
        ("by_entry_of", ("hours", "share", "clause", "what"), told, (0, 1)),
        ("unstated_of", ("due", "clause", "what"), left, (0,)),
    ):
        every = timed if rows is told else untimed
        if rows:
            header = [say(one, lang) for one in names]
            keep = range(len(names) - 1)
            console.print()
            console.print(say(title, lang, pack=name), style="bold")
            put(console, plain_table(rows, header=header, right=right, indent=2, keep=keep))
        if len(every) > limit:
            console.print("  " + say("more", lang, more=len(every) - limit, all=len(every)))


def _title(chain: Chain, catalogue: Catalogue, pack: str, entry_id: str, lang: Lang) -> str:
    for one in chain.packs:
        entry = entry_of(one, entry_id) if one.id == pack else None
        if isinstance(entry, Entry):
            key = catalogue.keys.get(entry.key)
            return entry.names.get(lang) or (key.names.get(lang) if key else "") or entry_id
    return entry_id
