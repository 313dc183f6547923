"""The group of verbs: loads a verb's module when it is called, and turns errors into answers."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from fengqiao.cli.failures import failure_of, print_failure
from fengqiao.cli.options import lang_option, wanted_lang
from fengqiao.cli.streams import prepare_streams, silence
from fengqiao.errors import FengqiaoError, Lang

VERBS = (
    "demo",
    "packs",
    "show",
    "diff",
    "new-pack",
    "lint",
    "coverage",
    "load",
    "due",
    "plan",
    "replan",
    "burden",
    "abstractions",
    "who",
    "check",
    "score",
    "explain",
    "cases",
    "case",
    "move",
    "store",
)
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
        command = import_module(f"fengqiao.cli.{cmd_name.replace('-', '_')}").command
        return command if isinstance(command, click.Command) else None

    def main(  # type: ignore[override]  # it always exits, where click's may return
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401  what click passes on to contexts
    ) -> NoReturn:
        """Run a verb and leave with its exit code."""
        words = list(sys.argv[1:] if args is None else args)
        extra["standalone_mode"] = False
        sys.exit(_answer(lambda: super(App, self).main(words, prog_name, **extra), words))


def _answer(run: Callable[[], object], words: Sequence[str]) -> int:
    """Run a verb; the exit code says whether its answer was given, whatever happened."""
    lang, as_json = wanted_lang(words), bool({"--json", "--jsonl"} & set(words))
    try:
        try:
            prepare_streams(as_json=as_json)
        except OSError as error:
            _tell_that_output_failed(error, lang)
            return NO_ANSWER
        return _run(run, lang, as_json=as_json)
    except (OSError, SystemExit):  # nothing can be said any more, or click gave a pipe up
        silence(sys.stdout)
        silence(sys.stderr)
        return NO_ANSWER


def _run(run: Callable[[], object], lang: Lang, *, as_json: bool) -> int:
    error: Exception
    try:
        code = run()
        sys.stdout.flush()
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as help_asked:
        print(help_asked.ctx.get_help(), file=sys.stderr)
        return NO_ANSWER
    except BrokenPipeError:
        raise
    except Exception as caught:  # noqa: BLE001  whatever it is, the exit code must say: no answer
        error = caught
    else:
        return code if isinstance(code, int) else ANSWERED
    _tell(error, lang, as_json=as_json)
    return NO_ANSWER


def _tell(error: Exception, lang: Lang, *, as_json: bool) -> None:
    """Say what kept a verb from answering; in words where standard output takes no JSON."""
    failure = failure_of(error, lang)
    if failure is None:
        traceback.print_exception(error)
        return
    is_ours = isinstance(error, FengqiaoError)
    is_output = isinstance(error, OSError) and not is_ours and error.filename is None
    broken: OSError | None = None
    try:
        print_failure(failure, as_json=as_json and not is_output, lang=lang)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as caught:
        broken = caught
    if broken is not None:
        _tell_that_output_failed(broken, lang)


def _tell_that_output_failed(error: OSError, lang: Lang) -> None:
    silence(sys.stdout)
    if (failure := failure_of(error, lang)) is not None:
        print_failure(failure, as_json=False, lang=lang)


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
