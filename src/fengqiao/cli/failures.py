"""What kept a verb from answering: one shape for words and for JSON."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Mapping

import click
from attrs import frozen

from fengqiao.cli.texts import TEXTS, say
from fengqiao.cli.usage import sentence
from fengqiao.errors import (
    FengqiaoError,
    Lang,
    StoreConflict,
    TableError,
    grouped,
    rendered_parts,
    wrong_rows,
)

Parts = Mapping[str, str | None]
_SEVERAL = 2
_KEYS = ("code", "what", "where", "why", "next")


class CannotAnswer(Exception):
    """A mistake in how the command line was used, to be said in the language asked for."""

    def __init__(self, key: str, *, where: str | None = None, **facts: object) -> None:
        self.key, self.where, self.facts = key, where, facts
        super().__init__(key)


@frozen
class Failure:
    """Every fault as its parts: code, what, where, why, next. At least one.

    Attributes:
        faults: Each fault, for programs.
        told: For readers, where faults of many rows are told in few sentences.
        first: What is said before them.
    """

    faults: tuple[Parts, ...]
    told: tuple[Parts, ...] = ()
    first: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """The shape that other programs read."""
        faults = [{key: fault.get(key) for key in _KEYS} for fault in self.faults]
        return {"error": {**faults[0], "faults": faults}}

    def lines(self, lang: Lang) -> list[str]:
        """One line per fault, or per kind of fault: where, what, why, next, [code]."""
        space = " " if lang == "en" else ""
        return [*self.first, *self._lines(space)]

    def _lines(self, space: str) -> list[str]:
        return [
            (f"{fault['where']}: " if fault.get("where") else "")
            + space.join(text for key in ("what", "why", "next") if (text := fault.get(key)))
            + f" [{fault['code']}]"
            for fault in self.told or self.faults
        ]


def failure_of(error: Exception, lang: Lang) -> Failure | None:
    """The failure that an error stands for; None where it is a defect of this program."""
    if isinstance(error, FengqiaoError):
        return _of_ours(error, lang)
    if isinstance(error, CannotAnswer):
        return _of_mistake(error, lang)
    if isinstance(error, click.ClickException):
        return Failure((_of_usage(error, lang),))
    if isinstance(error, OSError):
        key, where = ("output", None) if error.filename is None else ("file", str(error.filename))
        return _of_mistake(CannotAnswer(key, where=where, why=reason_of(error, lang)), lang)
    return None


def _of_ours(error: FengqiaoError, lang: Lang) -> Failure:
    """Each fault; where several rows of a table are wrong, those of one kind together."""
    every = tuple(rendered_parts(fault, lang) for fault in error.faults)
    rows = wrong_rows(error.faults)
    if not isinstance(error, (TableError, StoreConflict)) or rows < _SEVERAL:
        return Failure(every)
    groups = grouped(error.faults)
    kinds = sum("row" in fault.facts for fault in groups)
    file = next(fault.place.file for fault in error.faults if fault.place)
    first = f"{file}: {say('faults', lang, rows=rows, kinds=kinds)}"
    return Failure(every, tuple(rendered_parts(fault, lang) for fault in groups), (first,))


def _of_mistake(error: CannotAnswer, lang: Lang) -> Failure:
    what, then = (say(f"{error.key}.{part}", lang, **error.facts) for part in ("what", "next"))
    code = f"cli.{error.key}"
    return Failure(({"code": code, "what": what, "where": error.where, "next": then},))


def reason_of(error: OSError, lang: Lang) -> str:
    """Why the operating system refused, in words; its own name for what is rare."""
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return say(f"os.{name}", lang) if f"os.{name}" in TEXTS else name


def _of_usage(error: click.ClickException, lang: Lang) -> Parts:
    context = getattr(error, "ctx", None)
    command = context.command_path if isinstance(context, click.Context) else "fengqiao"
    return {
        "code": "cli.usage",
        "what": sentence(error, lang),
        "where": None,
        "next": say("usage.next", lang, command=command),
    }


def print_failure(failure: Failure, *, as_json: bool, lang: Lang) -> None:
    """JSON to standard output where JSON was asked for, else words to standard error."""
    if as_json:
        print(json.dumps(failure.to_json(), ensure_ascii=False, indent=1))
        return
    for line in failure.lines(lang):
        print(line, file=sys.stderr)
