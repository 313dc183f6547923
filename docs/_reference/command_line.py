"""The command line: every verb with its arguments and options, from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

import click

from fengqiao.cli.app import app

from . import quoted, table


def write(_page: str) -> str:
    """A section a verb."""
    return "\n\n".join(_parts())


def verbs(
    group: click.Group = app, before: str = "fengqiao"
) -> Iterator[tuple[str, click.Command]]:
    """Every verb with its full name, those inside others too."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        yield f"{before} {name}", command
        if isinstance(command, click.Group):
            yield from verbs(command, f"{before} {name}")


def _parts() -> Iterator[str]:
    for name, command in verbs():
        depth = "##" if name.count(" ") == 1 else "###"
        yield f"{depth} `{name}`"
        yield cleandoc(command.help or "").replace("\b\n", "")
        if isinstance(command, click.Group):
            continue
        usage = " ".join(command.collect_usage_pieces(click.Context(command, info_name=name)))
        yield f"```text\n{name} {usage}\n```"
        options = (one for one in command.params if isinstance(one, click.Option))
        rows = [row for option in options if (row := _row(option, command))]
        if rows:
            yield table(("option", "what it does"), rows)


def _row(option: click.Option, command: click.Command) -> tuple[str, str] | None:
    record = option.get_help_record(click.Context(command))
    if record is None:
        return None
    name, text = record
    return quoted(name.replace("|", " | ")), text
