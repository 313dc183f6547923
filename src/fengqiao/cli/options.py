"""Options that several verbs share, spelled the same everywhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

import click

from fengqiao.errors import Lang

_F = TypeVar("_F", bound=Callable[..., Any])
LANGS: tuple[Lang, ...] = ("en", "zh")


def given_day(_ctx: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    """The day that a text such as 2018-07-31 names."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    raise click.BadParameter("day")


def given_moment(
    _ctx: click.Context, _option: click.Parameter, text: str | None
) -> datetime | None:
    """The moment, with its zone, that a text such as 2018-08-01T09:00+08:00 names."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise click.BadParameter("moment")
    return moment


def default_lang() -> Lang:
    """Chinese where the terminal's locale is Chinese, else English."""
    names = ("FENGQIAO_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    text = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "zh" if text.lower().startswith("zh") else "en"


def wanted_lang(words: Sequence[str]) -> Lang:
    """The language that a command line asks for last, before it is read properly."""
    found: Lang | None = None
    for index, text in enumerate(words):
        given = text.removeprefix("--lang=")
        if text == "--lang" and index + 1 < len(words):
            given = words[index + 1]
        if given in LANGS and text.startswith("--lang"):
            found = "zh" if given == "zh" else "en"
    return found or default_lang()


_LANG = "fengqiao.lang"
"""Where contexts of click hold the language that was asked for before the verb."""


def _hold_lang(ctx: click.Context, _option: click.Parameter, lang: str) -> None:
    ctx.meta[_LANG] = lang


def _lang_before() -> str:
    """The language that was asked for before the verb, or the default."""
    held = click.get_current_context().meta.get(_LANG)
    return str(held) if held else default_lang()


def lang_option(*, expose: bool = True) -> Callable[[_F], _F]:
    """`--lang en|zh`; before the verb (`expose=False`) it holds for whatever verb follows."""
    return click.option(
        "--lang",
        type=click.Choice(LANGS),
        default=default_lang if not expose else _lang_before,
        expose_value=expose,
        callback=None if expose else _hold_lang,
        help="Language of the output (default: FENGQIAO_LANG, then the terminal's).",
    )


def json_option() -> Callable[[_F], _F]:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


def store_option() -> Callable[[_F], _F]:
    """`--store URL`."""
    return click.option(
        "--store",
        metavar="URL",
        help="Where the facts are: sqlite:///file.db. Default: the .db file of the same name"
        " beside the configuration.",
    )


def pack_option() -> Callable[[_F], _F]:
    """`--pack`, repeatable."""
    return click.option(
        "--pack",
        "packs",
        multiple=True,
        metavar="PACK",
        help="Installed pack or a pack's folder; may be repeated. Default: all installed.",
    )


def config_option() -> Callable[[_F], _F]:
    """`--config FILE`."""
    return click.option(
        "--config", metavar="FILE", help="Configuration of the host: fills open terms."
    )


def on_option(*, ahead: bool = False) -> Callable[[_F], _F]:
    """`--on DAY`; of verbs that look ahead, the day before the first on which there is time."""
    last = "yesterday" if ahead else "today"
    return click.option(
        "--on",
        callback=given_day,
        metavar="DAY",
        help=f"Day as of which facts are read (default: the period's last day, or {last} if that"
        " comes first).",
    )


def as_known_option() -> Callable[[_F], _F]:
    """`--as-known TIMESTAMP`."""
    return click.option(
        "--as-known",
        callback=given_moment,
        metavar="TIMESTAMP",
        help="Use only what was known by this moment, such as 2018-08-01T09:00+08:00 (default:"
        " everything).",
    )


def known_at_option() -> Callable[[_F], _F]:
    """`--known-at TIMESTAMP`."""
    return click.option(
        "--known-at",
        callback=given_moment,
        metavar="TIMESTAMP",
        help="When the facts became known, such as 2018-08-01T09:00+08:00 (default: now).",
    )


def period_option() -> Callable[[_F], _F]:
    """`--period`."""
    return click.option(
        "--period",
        required=True,
        help="2018, 2018-H2, 2018-Q3, 2018-07, 2018-W27 or 2018-07-20.",
    )


def away_option() -> Callable[[_F], _F]:
    """`--away FILE`."""
    return click.option(
        "--away",
        metavar="FILE",
        help="Who is away: a CSV file of staff, first, last, code, kind, excepted.",
    )


def venues_option() -> Callable[[_F], _F]:
    """`--venues FILE`."""
    return click.option(
        "--venues",
        metavar="FILE",
        help="Rooms that meetings need for themselves: a CSV file of room, of, entries, opens,"
        " closes, at_once.",
    )


def written_pairs(
    _ctx: click.Context, _option: click.Parameter, texts: Sequence[str]
) -> dict[str, str]:
    """What `A=B`, given several times, says."""
    pairs = [text.rpartition("=") for text in texts]
    if not all(first and then for first, _, then in pairs):
        raise click.BadParameter("pair")
    found = {first: then for first, _, then in pairs}
    if len(found) < len(pairs):
        raise click.BadParameter("pair_once")
    return found


def written_choices(
    _ctx: click.Context, _option: click.Parameter, texts: Sequence[str]
) -> dict[str, list[str]]:
    """What `A=B`, given several times, says; A may stand before several words."""
    pairs = [text.rpartition("=") for text in texts]
    if not all(first and then for first, _, then in pairs):
        raise click.BadParameter("pair")
    found: dict[str, list[str]] = {}
    for first, _, then in pairs:
        found.setdefault(first, []).append(then)
    return found


def asking(function: _F) -> _F:
    """The options of every verb that asks a workspace."""
    return _asking(function, on_option())


def looking_ahead(function: _F) -> _F:
    """The same options, of verbs that say what is still to be done."""
    return _asking(function, on_option(ahead=True))


def planning(function: _F) -> _F:
    """The same options, of verbs that plan."""
    begins = click.option(
        "--on",
        callback=given_day,
        metavar="DAY",
        help="Day up to and including which facts are read; the plan begins after it (default:"
        " yesterday; of a period that is over, the day before it).",
    )
    return _asking(function, begins)


def summing_up(function: _F) -> _F:
    """The same options, of verbs that look at a whole period, without `--on`."""
    return _asking(function, None)


def _asking(function: _F, on: Callable[[_F], _F] | None) -> _F:
    function = as_known_option()(lang_option()(json_option()(function)))
    if on is not None:
        function = on(function)
    return store_option()(pack_option()(config_option()(function)))
