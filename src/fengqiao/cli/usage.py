"""Mistakes in how a command line is written, in words that never repeat what was typed.

What was typed may be a reference or an identity number in the wrong place.
"""

from __future__ import annotations

import click

from fengqiao.cli.texts import say
from fengqiao.errors import Lang


def sentence(error: click.ClickException, lang: Lang) -> str:
    """What is wrong, by the class of click's error and the names of options and arguments."""
    match error:
        case click.MissingParameter():
            key = (
                "missing_argument" if isinstance(error.param, click.Argument) else "missing_option"
            )
            facts = {"name": _name(error.param)}
        case click.BadParameter():
            key, facts = "value", {"name": _name(error.param), "takes": _takes(error, lang)}
        case click.NoSuchOption():
            key = "close_option" if error.possibilities else "no_option"
            facts = {"close": ", ".join(error.possibilities or ())}
        case click.BadOptionUsage():
            key, facts = "half_option", {"name": error.option_name}
        case click.UsageError(ctx=click.Context(command=click.Group() as group) as context):
            key, facts = "no_verb", {"verbs": ", ".join(group.list_commands(context))}
        case click.UsageError(ctx=click.Context()):
            key, facts = "extra", {}
        case _:
            key, facts = "other", {}
    return say(f"usage.{key}", lang, **facts)


def _name(param: click.Parameter | None) -> str:
    """An option by its longest spelling, an argument as the help shows it."""
    if param is None:
        return "-"
    return (
        max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name
    )


def _takes(error: click.BadParameter, lang: Lang) -> str:
    """What would have been right; our own callbacks name it in their message."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return say("takes.choice", lang, choices=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        return say("takes.at_least", lang, least=kind.min)
    if isinstance(kind, click.types.IntParamType):
        return say("takes.number", lang)
    if isinstance(kind, click.Path):
        return say("takes.folder", lang)
    known = (
        error.message
        if error.message in ("day", "days", "moment", "pair", "pair_once")
        else "other"
    )
    return say(f"takes.{known}", lang)
