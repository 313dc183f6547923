"""The files of a new pack: a small example, or clauses and stubs from a notice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import frozen

from fengqiao.errors import Lang, NoticeError, PackError, Place
from fengqiao.packs.coverage.clauses import find_clauses
from fengqiao.packs.coverage.notice import Notice
from fengqiao.packs.coverage.taking_effect import day_in_force
from fengqiao.packs.starting.dating import day_of, kind_of, number_of, title_of
from fengqiao.packs.starting.numbering import WHOLE, propose_clauses
from fengqiao.packs.starting.places import Proposed
from fengqiao.packs.starting.sentences import find_sentences
from fengqiao.packs.starting.stub import Stub, choose
from fengqiao.packs.starting.stubs import write_stubs
from fengqiao.packs.starting.texts import text
from fengqiao.packs.starting.toml_text import Plain, quoted, row
from fengqiao.rules import Catalogue, Clause, Origin

MOST_STUBS = 2000
_CROWDED = 20
_FEW_CLAUSES, _LONG_TEXT = 3, 1500
LONGEST_NAME = 80
_ID = re.compile(r"[a-z](?:[a-z0-9_]{0,38}[a-z0-9])?")
_AREA = re.compile(r"[0-9]{2,12}")
_PYPROJECT = """\
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "fengqiao-{id}"
version = "0.1.0"
description = {description}
readme = "README.md"
requires-python = ">=3.11"
dependencies = ["fengqiao>=0.1,<0.2"]

[project.entry-points."fengqiao.packs"]
{id} = "fengqiao_{id}"

[tool.hatch.build.targets.wheel]
only-include = ["__init__.py", "data", "cases"]

[tool.hatch.build.targets.wheel.sources]
"" = "fengqiao_{id}"
"""
_TEST = """\
\"\"\"The pack `{id}` keeps what every finished pack promises; it needs `pip install pytest`.\"\"\"

from pathlib import Path

from fengqiao.testing.pack_contract import PackContract


class TestPack(PackContract):
    \"\"\"Reads, is complete, is measured, and its cases come out.\"\"\"

    pack = Path(__file__).parents[1]
"""


@frozen(kw_only=True)
class Start:
    """What a new pack is asked to be.

    Attributes:
        id: Its id.
        name: Name of the place or of its rules.
        areas: First digits of the codes of its areas.
        today: The day on which it is begun.
        lang: Language of the comments in its files.

    Raises:
        PackError: The id is no name, the name is empty or too long, an area is no code.
    """

    id: str
    name: str
    areas: tuple[str, ...]
    today: date
    lang: Lang = "en"

    def __attrs_post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise PackError("new_pack.id")
        if not self.name.strip() or len(self.name) > LONGEST_NAME or not self.name.isprintable():
            raise PackError("new_pack.name", most=LONGEST_NAME)
        if not self.areas or not all(map(_AREA.fullmatch, self.areas)):
            raise PackError("new_pack.areas")


@frozen(kw_only=True)
class NewPack:
    """The files of a new pack by their names, and what they hold.

    Attributes:
        files: Text by name, such as `data/1_requirements.toml`.
        clauses: References proposed.
        stubs: Entries that are still to be chosen.
        without_numbering: Whether the notice is one clause, because it has no numbering.
        crowded: The clause that holds so much that the numbering of the notice was probably not
            read; empty where none does.
    """

    files: Mapping[str, str]
    clauses: tuple[str, ...]
    stubs: tuple[Stub, ...] = ()
    without_numbering: bool = False
    crowded: str = ""


def new_pack(start: Start) -> NewPack:
    """A pack with one source, one clause and one entry with its worked case, as an example."""
    lang, day = start.lang, date(start.today.year, 1, 1)
    source = _source(start, day, kind="notice")
    clause: dict[str, Plain] = {"ref": "一", "parts": 1}
    norm: dict[str, Plain] = {
        "key": "visits.households",
        "each": "community_officer",
        "per": "month",
        "at_least": 20,
        "clause": "一",
        "zh": text("clause_title", "zh"),
        "en": text("clause_title", "en"),
    }
    case = (
        'format = 1\n\n[[case]]\nof     = "visits.households"\n'
        f'period = "{day.year}-01"\n'
        'rows   = [{ given = 20, expect = "met" }, { given = 19, expect = "breach" },'
        ' { given = "none", expect = "no_data" }]\n'
    )
    files = {
        "data/0_source_and_clauses.toml": _head(start, source, [clause]),
        "data/1_requirements.toml": _toml(text("example", lang), [row("[[norm]]", norm)]),
        "cases/1_requirements.toml": case,
    }
    return NewPack(files={**_project(start), **files}, clauses=("一",))


def pack_from_notice(start: Start, notice: Notice, catalogue: Catalogue) -> NewPack:
    """A pack whose clauses and stubs are proposed from a notice.

    Args:
        start: What it is asked to be.
        notice: The text.
        catalogue: Where near keys are looked for.

    Raises:
        NoticeError: The notice is empty, or has too many clauses or numbers.
        PackError: Facts of `start` can't be used.
    """
    lines = notice.lines
    if not any(line.strip() for line in lines):
        raise NoticeError("notice.empty", place=Place(notice.file))
    proposed = propose_clauses(lines)
    if not proposed:
        raise NoticeError("notice.empty", place=Place(notice.file))
    sections = find_clauses(notice, [_clause(one) for one in proposed])
    stubs: list[Stub] = []
    for stub in write_stubs(find_sentences(lines, sections), catalogue):
        stubs.append(stub)
        if len(stubs) > MOST_STUBS:
            place = Place(notice.file)
            raise NoticeError("notice.too_many_numbers", place=place, most=MOST_STUBS)
    issued = day_of(lines) or start.today
    source = _source(start, issued, kind=kind_of(lines))
    begins = day_in_force(lines, issued)
    if begins is not None and begins != issued:
        source["from"] = begins
    if title := title_of(lines):
        source["zh"] = title
    if number := number_of(lines):
        source["number"] = number
    source |= {"checked": start.today, "sha256": notice.sha256}
    parts = Counter(ref for stub in stubs if _asks(stub) for ref in (stub.clause, *stub.more))
    clauses: list[dict[str, Plain]] = [
        {"ref": one.ref, "starts": one.starts, "parts": max(parts[one.ref], 1)} for one in proposed
    ]
    files = {
        "data/0_source_and_clauses.toml": _head(start, source, clauses),
        "data/1_requirements.toml": _toml(
            text("stubs", start.lang), [_stub(one, start.lang) for one in stubs]
        ),
        "cases/1_requirements.toml": "format = 1\n",
    }
    refs = tuple(one.ref for one in proposed)
    return NewPack(
        files={**_project(start), **files},
        clauses=refs,
        stubs=tuple(stubs),
        without_numbering=refs == (WHOLE,),
        crowded="" if refs == (WHOLE,) else _crowded(parts, refs, lines),
    )


def _crowded(parts: Mapping[str, int], refs: Sequence[str], lines: Sequence[str]) -> str:
    """The clause with the most parts, where they are too many for one clause.

    So they are from 20 on, and where a long text came to three clauses or fewer.
    """
    fullest = max(refs, key=lambda ref: parts.get(ref, 0))
    is_short = len(refs) <= _FEW_CLAUSES and sum(map(len, lines)) >= _LONG_TEXT
    return fullest if is_short or parts.get(fullest, 0) >= _CROWDED else ""


def _clause(one: Proposed) -> Clause:
    origin = Origin(file="", line=one.line + 1)
    return Clause(source="", ref=one.ref, starts=one.starts, parts=1, origin=origin)


def _source(start: Start, issued: date, *, kind: str) -> dict[str, Plain]:
    return {
        "id": f"notice{issued.year}",
        "zh": text("notice", "zh", name=start.name),
        "en": text("notice", "en", name=start.name),
        "kind": kind,
        "issued": issued,
    }


def _head(start: Start, source: Mapping[str, Plain], clauses: Iterable[Mapping[str, Plain]]) -> str:
    pack: dict[str, Plain] = {
        "id": start.id,
        "version": "0.1.0",
        "zh": start.name,
        "en": start.name,
        "areas": start.areas,
    }
    rows = [row("[pack]", pack), row("[[source]]", source)]
    return _toml(text("head", start.lang), [*rows, *(row("[[clause]]", one) for one in clauses)])


def _asks(stub: Stub) -> bool:
    """Whether a stub is a part of its clause: names of things and headings are none."""
    return stub.table != "label" and stub.fields.get("why") != choose(["heading"])


def _stub(stub: Stub, lang: Lang) -> str:
    near = "".join(one if one.isprintable() else " " for one in stub.near)
    above = text("at", lang, line=stub.line, column=stub.column, near=near)
    clause = (stub.clause, *stub.more) if stub.more else stub.clause
    fields: dict[str, Plain] = {**stub.fields, "clause": clause}
    return row(f"[[{stub.table}]]", fields, above=above)


def _toml(comment: str, rows: Sequence[str]) -> str:
    return "\n".join([f"format = 1\n\n# {comment}\n", *rows])


def _project(start: Start) -> dict[str, str]:
    facts = {"id": start.id, "name": start.name, "folder": f"fengqiao-{start.id}"}
    return {
        "pyproject.toml": _PYPROJECT.format(id=start.id, description=quoted(start.name)),
        "README.md": text("readme", start.lang, **facts),
        "__init__.py": f'"""Rules of `{start.id}` for fengqiao."""\n',
        "tests/test_pack.py": _TEST.format(id=start.id),
    }
