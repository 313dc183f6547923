"""The group of verbs: loads a verb's module when it is called, and turns errors into answers."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from fengqiao.cli.failures import Failure, failure_of, print_failure
from fengqiao.cli.options import lang_option, wanted_lang

VERBS = ("demo", "packs", "show", "lint", "check", "score", "explain", "store")
ANSWERED, FAULT, NO_ANSWER, INTERRUPTED = 0, 1, 2, 130


class App(click.Group):
    """Verbs by name.

    A verb returns its exit code. Whatever keeps it from answering is said in words, or as JSON
    where JSON was asked for, and gives exit code 2.
    """

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """All verbs, in the order in which they are used."""
        return list(VERBS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A verb, from the module of its name."""
        if cmd_name not in VERBS:
            return None
        command = import_module(f"fengqiao.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401  what click passes on to contexts
    ) -> NoReturn:
        """Run a verb and leave with its exit code."""
        words = list(sys.argv[1:] if args is None else args)
        extra["standalone_mode"] = False
        sys.exit(_answer(lambda: super(App, self).main(words, prog_name, **extra), words))


def _answer(run: Any, words: Sequence[str]) -> int:  # noqa: ANN401  returns what a verb returns
    failure: Failure | None = None
    lang = wanted_lang(words)
    try:
        code = run()
        sys.stdout.flush()
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.ctx.get_help(), file=sys.stderr)
        return NO_ANSWER
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO_ANSWER
    except Exception as error:  # noqa: BLE001  whatever it is, the exit code must say: no answer
        failure = failure_of(error, lang)
        if failure is None:
            traceback.print_exc()
            return NO_ANSWER
    else:
        return code if isinstance(code, int) else ANSWERED
    print_failure(failure, as_json=bool({"--json", "--jsonl"} & set(words)), lang=lang)
    return NO_ANSWER


def _print_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from fengqiao.judging.findings import library_version  # noqa: PLC0415  loads the core

        print(f"fengqiao {library_version()}")
        ctx.exit()


@click.group(cls=App, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Show the version and exit.",
)
@lang_option(expose=False)
def app() -> None:
    """Rule packs for community policing: check the work against each clause of a notice.

    \b
    Exit codes: 0 answered; 1 answered, and the answer is a fault (a breach in `check`,
    any fault in `lint`); 2 could not answer.
    """  # noqa: D301  \b keeps click from joining the lines
