"""What takes bytes from outside, each as a function that may raise nothing but errors of ours.

A target reads its input as a user's file would be read, goes on with what was accepted, and asserts
what must hold then.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from attrs import evolve

import fengqiao
from fengqiao.errors import FengqiaoError, PackError, UnknownFinding
from fengqiao.ids import TextKind, check_text, find_numbers, find_refused, holds_identity_number
from fengqiao.judging import FindingId
from fengqiao.model.case_json import STANDARD, read_case, write_case
from fengqiao.packs import read_config
from fengqiao.packs.coverage.comparing import cover
from fengqiao.packs.coverage.ledger import ledger_of, write_ledger
from fengqiao.packs.coverage.notice import parse_notice
from fengqiao.packs.starting.beginning import Start, pack_from_notice
from fengqiao.packs.starting.writing import write_new_pack
from fengqiao.planning.plan_file import read_plan
from fengqiao.rules import core_catalogue
from fengqiao.store import Appended, Store, open_store
from fengqiao.store.memory import MemoryStore
from fengqiao.tables import Layout
from fengqiao.tables.plan_rows import read_away, read_names, read_visits
from fengqiao.testing.small import SMALL_PACK, small_city
from fengqiao.timing import Period

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2018, 8, 1, 9, tzinfo=ZONE)
FILE = b"#### "
"""Begins a line that names the file whose bytes follow, in the input of `pack`."""
Target = Callable[[bytes, Path], None]


def text_of(content: bytes) -> str:
    """Text with lone surrogates where the bytes are none."""
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return content.decode("utf-8", "surrogateescape")


# ------------------------------------------------------------------------------ packs, settings


def pack(content: bytes, folder: Path) -> None:
    """A pack is read, its cases run; what is without fault is used on a small town."""
    there = folder / "pack"
    shutil.rmtree(there, ignore_errors=True)
    for name, part in files_of(content):
        (there / name).parent.mkdir(parents=True, exist_ok=True)
        (there / name).write_bytes(part)
    found = fengqiao.packs.look_over(there, on=date(2018, 8, 1))
    for fault in (*found.faults, *found.lacking, *found.notes):
        readable(PackError.of([fault]))
    if found.pack is not None and not found.faults:
        use([there])


def files_of(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Files of a pack; without a line that names one, all is one file."""
    parts = (b"\n" + content).split(b"\n" + FILE)
    if len(parts) == 1:
        yield "data/1.toml", content
    for part in parts[1:]:
        name, _, rest = part.partition(b"\n")
        kept = "".join(sign for sign in name.decode("latin-1") if sign.isascii() and sign.isalnum())
        yield f"{'cases' if b'cases' in name else 'data'}/{kept[-40:].lower()}.toml", rest


def joined(there: Path) -> bytes:
    """The files of a pack as one input."""
    files = sorted(there.glob("*/*.toml"))
    return b"".join(
        FILE + f"{path.parent.name} {path.stem}\n".encode() + path.read_bytes() + b"\n"
        for path in files
    )


def use(packs: list[Any], settings: Path | None = None) -> None:
    """Everything that is asked of a pack in use."""
    with fengqiao.open_workspace(packs=packs, config=settings) as ws:
        small_city(ws)
        for finding in ws.check("2018-07"):
            ws.explain(finding.id, lang="zh")
        ws.due("2018-07")
        ws.score("2018-07").to_json()
        ws.plan("2018-07").to_json()


def config(content: bytes, folder: Path) -> None:
    """A configuration fills the open terms of a pack."""
    path = folder / "config.toml"
    path.write_bytes(content)
    setup = _every_table()
    read_config(path, setup.packs, setup.catalogue)
    use([_small_pack(), EVERY_TABLE], path)


EVERY_TABLE = Path(__file__).parents[1] / "packs_for_tests" / "every_table"


@cache
def _every_table() -> fengqiao.Workspace:
    return fengqiao.open_workspace(packs=[SMALL_PACK, EVERY_TABLE])


# ------------------------------------------------------------------------------ records


def table(content: bytes, folder: Path) -> None:
    """A table of a kind named in the first line is loaded as a whole or not at all."""
    head, _, rest = content.partition(b"\n")
    kind, form, encoding, *_ = [*head.decode("latin-1").split(), "", "", ""]
    layout = Layout(
        format="jsonl" if form == "jsonl" else "csv",
        encoding="gb18030" if encoding == "gb18030" else "utf-8",
        secret=b"sixteen bytes or more",
        mint=("household",) if b"mint" in head else (),
    )
    path = folder / "table.csv"
    path.write_bytes(rest)
    with fengqiao.open_workspace(packs=[_small_pack()]) as ws:
        small_city(ws)
        before = b"".join(ws.export())
        try:
            done = ws.load_table(kind, path, known_at=NOW, layout=layout)
        except FengqiaoError:
            assert b"".join(ws.export()) == before, "something of a refused table was written"
            raise
        assert done.new + done.refused + done.repeated > 0
        same_again(ws.export(), folder)


@cache
def _small_pack() -> fengqiao.Pack:
    return fengqiao.read_pack(SMALL_PACK)


def store(content: bytes, folder: Path) -> None:
    """Lines are loaded as a whole or not at all, and come out again as they are held."""
    lines = content.splitlines(keepends=True)
    memory, file = MemoryStore(ZONE), new_file(folder)
    before = list(memory.export())
    try:
        found, other = outcome(memory, lines), outcome(file, lines)
        assert found == other, "the file takes or refuses otherwise"
        written = list(memory.export())
        assert isinstance(found, Appended) or written == before, "something refused was loaded"
        assert b'"erased"' in b"".join(written) or list(file.export()) == written
        same_again(iter(written), folder)
    finally:
        file.close()


def outcome(held: Store, lines: list[bytes]) -> object:
    """What became of lines: counts, or codes and facts of an error."""
    try:
        return held.load(lines)
    except FengqiaoError as error:
        readable(error)
        return [(fault.code, dict(fault.facts)) for fault in error.faults]


def new_file(folder: Path) -> Store:
    """A new store in a file."""
    for old in folder.glob("store.db*"):
        old.unlink()
    return open_store(f"sqlite:///{folder}/store.db", zone=ZONE)


def same_again(lines: Iterator[bytes], folder: Path) -> None:
    """What is exported can be loaded, in memory and into a file, and is exported alike."""
    written = list(lines)
    for again in (MemoryStore(ZONE), new_file(folder)):
        again.load(written)
        assert list(again.export()) == written, "an export that was loaded is exported otherwise"
        again.close()


def visits(content: bytes, folder: Path) -> None:
    """Tables that a plan is given."""
    read: tuple[Callable[[], object], ...] = (
        lambda: read_visits(content, "visits.csv"),
        lambda: read_visits(content, "visits.csv", degrees=True),
        lambda: read_away(content, "away.csv"),
        lambda: read_names(content, "names.csv"),
    )
    for one in read:
        try:
            found = one()
        except FengqiaoError as error:
            readable(error)
        else:
            assert found is not None


def case(content: bytes, folder: Path) -> None:
    """A case written as JSON."""
    found = read_case(content, zone=ZONE, codec=STANDARD)
    again = read_case(write_case(found), zone=ZONE, codec=STANDARD)
    assert again.columns == found.columns


# ------------------------------------------------------------------------------ short texts


def refs(content: bytes, folder: Path) -> None:
    """Lines that may be ids or references; one that is taken holds no number of a person."""
    texts = text_of(content).split("\n")
    kinds: tuple[TextKind, ...] = get_args(TextKind)
    find_numbers(texts)
    for kind in kinds:
        find_refused(kind, texts)
        for text in texts:
            told = ""
            try:
                check_text(kind, text, what="id")
            except FengqiaoError as error:
                readable(error)
                told = str(error)
            assert told or not holds_identity_number(text)
            assert len(text) < LONG or text not in told, "an error repeats a text"


def period(content: bytes, folder: Path) -> None:
    """Lines that may be labels of periods; what is read is written alike."""
    for text in text_of(content).split("\n"):
        try:
            found = Period.parse(text)
        except FengqiaoError as error:
            readable(error)
        else:
            assert str(found) == text
            assert Period.parse(text) == found


def finding(content: bytes, folder: Path) -> None:
    """Lines that may be ids of findings."""
    towns = _town(SMALL_PACK), _town(SCORING)
    looks: list[Callable[[str], object]] = [
        look for ws in towns for look in (ws.find, ws.find_score, ws.explain)
    ]
    for text in text_of(content).split("\n")[:20]:
        with suppress(UnknownFinding):
            assert str(FindingId.parse(text)) == text
        for look in looks:
            try:
                look(text)
            except FengqiaoError as error:
                readable(error)


@cache
def _town(there: Path) -> fengqiao.Workspace:
    ws = fengqiao.open_workspace(packs=[there], config=HOURS if there == SMALL_PACK else None)
    small_city(ws)
    return ws


HOURS: Mapping[str, object] = {
    "planning": {"hours": "8 hours", "starts": "09:00", "pace": 70},
    "testtown": {"visits.households.minutes": "20 minutes"},
}
SCORING = EVERY_TABLE.with_name("scoring")


def steps(content: bytes, folder: Path) -> None:
    """Each line is a step as JSON; what is taken is shown, listed and can be loaded again."""
    with fengqiao.open_workspace(packs=_mediation()) as ws:
        small_city(ws)
        for line in content.split(b"\n")[:12]:
            try:
                said = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(said, dict):
                _take(ws, said)
        ws.cases(on=date(2026, 3, 10), closed=True).to_json()
        ws.due("2026-03")
        same_again(ws.export(), folder)


def _take(ws: fengqiao.Workspace, said: Mapping[str, Any]) -> None:
    given = {name: _moment_or_day(cell) for name, cell in said.items()}
    case_id, kind = given.pop("case", None), given.pop("kind", None)
    given.setdefault("known_at", NOW)
    given.setdefault("at", NOW)
    try:
        if "procedure" in given:
            view = ws.open_case(case_id, kind, **given)
        else:
            view = ws.take(case_id, kind, **given)
        view.to_json()
    except TypeError as error:
        if "unexpected keyword" not in str(error) and "multiple values" not in str(error):
            raise
    except FengqiaoError as error:
        readable(error)


def _moment_or_day(cell: object) -> object:
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(cell) if isinstance(cell, str) else cell
        except ValueError:
            continue
    return cell


@cache
def _mediation() -> tuple[fengqiao.Pack, ...]:
    with fengqiao.open_workspace(packs=["cn"]) as ws:
        return tuple(ws.packs.values())


def plan(content: bytes, folder: Path) -> None:
    """A plan as JSON; what is read is written alike, and can be gone on from."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return
    found = read_plan(data)
    assert read_plan(json.loads(json.dumps(found.to_json()))) == found
    _town(SMALL_PACK).replan(found).to_json()


def notice(content: bytes, folder: Path) -> None:
    """A notice is compared with a pack, and a pack is begun from it that can be read."""
    encoding: Literal["utf-8", "gb18030"] = "gb18030" if content[:1] == b"\xb5" else "utf-8"
    read = parse_notice(content, file="notice.txt", encoding=encoding)
    found = cover(read, _located_pack(), core_catalogue())
    json.dumps(found.to_json())
    write_ledger(ledger_of(found)).encode()
    start = Start(id="ourtown", name="本镇", areas=("990001",), today=date(2026, 3, 4))
    made = pack_from_notice(start, read, core_catalogue())
    there = folder / "begun"
    shutil.rmtree(there, ignore_errors=True)
    write_new_pack(made, there)
    try:
        fengqiao.read_pack(there)
    except PackError as error:
        codes = [fault.code for fault in error.faults]
    else:
        codes = []
    assert codes == ["pack.key_not_chosen"] * len(made.stubs), codes


@cache
def _located_pack() -> fengqiao.Pack:
    small = _small_pack()
    clauses = [evolve(one, starts=f"{one.ref}、") for one in small.clauses]
    return evolve(small, clauses=tuple(clauses))


def readable(error: FengqiaoError) -> None:
    """What is said of an error can be written down, and is no book."""
    for lang in ("en", "zh"):
        told = fengqiao.render(error, lang)
        assert 0 < len(told.encode()) < MOST_TOLD, "an error is too long"
        assert "\0" not in told, "an error repeats what is no text"


LONG = 9
"""Characters: a shorter text may stand in a sentence by chance."""
MOST_TOLD = 256 * 1024
TARGETS: Mapping[str, Target] = {
    each.__name__: each
    for each in (
        pack, config, table, store, visits, case, refs, period, finding, steps, plan, notice,
    )
}  # fmt: skip
