"""`fengqiao diff`: two packs compared, or one on two days, and what would follow on facts."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from zoneinfo import ZoneInfo

import click

from fengqiao.cli.diff_outcome import print_outcome
from fengqiao.cli.diff_tables import print_difference
from fengqiao.cli.failures import CannotAnswer
from fengqiao.cli.opening import existing, now_in, pack_names
from fengqiao.cli.options import config_option, given_day, json_option, lang_option
from fengqiao.cli.screen import make_console, print_json
from fengqiao.errors import Lang
from fengqiao.judging.wording import Wording
from fengqiao.packs.comparing import compare_packs, set_up_both
from fengqiao.packs.setup import with_words_of
from fengqiao.packs.stores import open_store
from fengqiao.rules import Chain, Pack
from fengqiao.timing import CN_CALENDAR, Period
from fengqiao.workspace.outcomes import Outcome, compare_outcomes

_ZONE = ZoneInfo("Asia/Shanghai")


@click.command("diff")
@click.argument("one")
@click.argument("other", required=False)
@click.option(
    "--on",
    callback=given_day,
    metavar="DAY",
    help="Day on which the first pack is taken (default, for two packs: today).",
)
@click.option(
    "--and",
    "and_on",
    callback=given_day,
    metavar="DAY",
    help="Day on which the second is taken (default: the same day).",
)
@click.option(
    "--store",
    metavar="URL",
    help="Judge these facts by both, and show where the answers part; nothing is written.",
)
@click.option("--period", help="With --store: 2018, 2018-H2, 2018-Q3, 2018-07 or 2018-W27.")
@config_option()
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Differences of each kind in the table; 0: all.",
)
@json_option()
@lang_option()
def command(
    *,
    one: str,
    other: str | None,
    on: date | None,
    and_on: date | None,
    store: str | None,
    period: str | None,
    config: str | None,
    limit: int,
    as_json: bool,
    lang: Lang,
) -> int:
    """Compare two packs, or one pack on two days.

    ONE and OTHER are installed packs or packs' folders; with --on and --and OTHER may be left
    out. Each difference says which of the two asks for more, as far as that can be told, with both
    clauses. With --store the facts of a period are judged by both.
    """
    if other is None and (on is None or and_on is None):
        raise CannotAnswer("diff_days")
    if (store is None) != (period is None):
        raise CannotAnswer("diff_period")
    names = pack_names([one, other or one])
    setups, chains = set_up_both(names[0], names[1], config)
    day = on or now_in(_ZONE).date()
    catalogue = setups[0].rules.catalogue
    for pack in chains[1].packs:
        catalogue = with_words_of(pack, catalogue)
    found = compare_packs(*chains, catalogue, on=day, and_on=and_on or day)
    outcome: Outcome | None = None
    if store is not None and period is not None:
        asked = Period.parse(period)
        with closing(open_store(existing(store, "ro"))) as facts:
            outcome = compare_outcomes(facts, setups, chains, found, asked, calendar=CN_CALENDAR)
    if as_json:
        print_json({**found.to_json(), "store": outcome.to_json() if outcome else None})
        return 0
    console = make_console()
    wording = Wording(packs=_packs(chains), catalogue=catalogue, lang=lang)
    print_difference(console, found, wording, limit)
    if outcome is not None:
        print_outcome(console, found, outcome, wording, limit)
    return 0


def _packs(chains: tuple[Chain, Chain]) -> dict[str, Pack]:
    return {pack.id: pack for chain in chains for pack in chain.packs}
