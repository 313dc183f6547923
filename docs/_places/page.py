"""The page that compares places: documents, mechanism by mechanism, and dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from _packs.view import link
from _reference import table

from fengqiao.errors import Lang
from fengqiao.packs import installed_packs
from fengqiao.packs.open_terms import open_terms
from fengqiao.packs.read_not_modelled import REASONS
from fengqiao.rules import NotModelled

from .cells import PLACES, Judged, Place, binding, cell, clauses, dated, forces, say, told
from .groups import GROUPS, group_of, order


def write(lang: Lang) -> str:
    """The whole generated part, of the packs among the five that are installed."""
    there = {pack.id for pack in installed_packs()}
    places = [Place.of(name, lang) for name in PLACES if name in there]
    blocks = [f"## {say('documents', lang)}", _documents(places, lang)]
    for name, (title, _) in GROUPS.items():
        blocks += [f"## {title.get(lang)}", *_group(name, places, lang)]
    return "\n\n".join([*blocks, f"## {say('dates', lang)}", _dates(places, lang)])


def _boxed(text: str) -> str:
    """A table in a box of its own, which the style sheet sets in small type."""
    return f":::{{container}} places\n\n{text}\n:::"


def _header(first: str, places: Sequence[Place]) -> list[str]:
    return [first, *(place.name for place in places)]


def _documents(places: Sequence[Place], lang: Lang) -> str:
    rows = [
        [say("date", lang), *(str(place.view.pack.sources[0].issued) for place in places)],
        [
            say("document", lang),
            *(place.view.say(place.view.pack.sources[0].kind) for place in places),
        ],
        [
            say("version", lang),
            *(f"`{place.view.pack.id}` {place.view.pack.version}" for place in places),
        ],
        [say("clauses", lang), *(_parts(place) for place in places)],
        [say("judged", lang), *(str(sum(_by_force(place).values())) for place in places)],
    ]
    for force in ("must", "in_principle", "aim", "practice"):
        name = say("of_these", lang, force=places[0].view.force(force))
        rows.append([name, *(str(_by_force(place)[force]) for place in places)])
    rows.append([say("terms", lang), *(_open(place) for place in places)])
    reasons = [_reasons(place) for place in places]
    for why, words in REASONS.items():
        if any(one[why] for one in reasons):
            name = say("left_out", lang, why=words.get(lang))
            rows.append([name, *(str(one[why]) for one in reasons)])
    return _boxed(table(_header("", places), rows))


def _parts(place: Place) -> str:
    skeleton = place.view.pack.clauses
    parts = sum(clause.parts for clause in skeleton)
    return say("parts", place.view.lang, clauses=len(skeleton), parts=parts)


def _by_force(place: Place) -> Counter[str]:
    """Entries by the force of their last phase."""
    entries = (entry for entry in place.view.pack.entries if isinstance(entry, Judged))
    return Counter(forces(entry)[-1] for entry in entries)


def _open(place: Place) -> str:
    terms = open_terms(place.view.pack, place.view.catalogue)
    return str(sum(not term.name.endswith(".minutes") for term in terms))


def _reasons(place: Place) -> Counter[str]:
    return Counter(one.why for one in place.view.pack.entries if isinstance(one, NotModelled))


def _group(name: str, places: Sequence[Place], lang: Lang) -> Iterator[str]:
    """One mechanism: a row a key, and what one place alone counts in its own way."""
    keys = {key for place in places for key in place.by_key if group_of(key) == name}
    if keys:
        rows = []
        for key in sorted(keys, key=order):
            names = next(place for place in places if key in place.by_key).view.catalogue.keys[key]
            title = f"{names.names.get(lang)}<br>`{key}`"
            rows.append([title, *(cell(place, key) for place in places)])
        yield _boxed(table(_header(say("mechanism", lang), places), rows))
    own = list(_own(name, places, lang))
    if own:
        yield say("only_here", lang)
        yield "\n".join(f"- {line}" for line in own)


def _own(name: str, places: Sequence[Place], lang: Lang) -> Iterator[str]:
    for place in places:
        mine = [entry for entry in place.own if (group_of(entry.key) or "organisation") == name]
        links = (
            link(place.view.name(entry), place.view.entry_anchor(entry))
            + place.view.say("bracketed", text=_in_short(place, entry))
            for entry in mine
        )
        if mine:
            yield say("own", lang, place=place.name, names=say("semicolon", lang).join(links))


def _in_short(place: Place, entry: Judged) -> str:
    said = (told(place, entry), binding(place, entry), place.view.refs(entry))
    return say("semicolon", place.view.lang).join(said)


def _dates(places: Sequence[Place], lang: Lang) -> str:
    found = [(days, place, entry) for place in places for days, entry in dated(place)]
    if not found:
        return say("no_dates", lang)
    rows = [
        [
            say("comma", lang).join(map(str, days)),
            place.name,
            f"{place.view.name(entry)}<br>{told(place, entry)}<br>*{binding(place, entry)}*",
            clauses(place, entry),
        ]
        for days, place, entry in sorted(found, key=lambda one: one[0])
    ]
    header = [say(name, lang) for name in ("day", "place", "what", "clause")]
    return _boxed(table(header, rows))
