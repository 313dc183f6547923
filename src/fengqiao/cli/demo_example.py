"""What the demonstration fills into open terms of a pack for which no values were written down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fengqiao.model import Area
from fengqiao.packs import open_terms
from fengqiao.packs.open_terms import OpenTerm
from fengqiao.rules import Catalogue, Label, Pack
from fengqiao.rules.entries import NAMES
from fengqiao.simulate import Scenario
from fengqiao.simulate.stations import build_stations
from fengqiao.timing import Period

Term = tuple[str, str]

_BY_FORM: Mapping[str, str] = {
    "count": "1",
    "share": "80%",
    "days": "5 days",
    "time": "1 hour",
    "limit": "3 working_days",
}
_BY_LAST: Mapping[str, str] = {
    "minutes": "30 minutes",
    "day": "8 hours",
    "every": "month",
    "over": "month",
    "direction": "at_least",
    "people": "3",
    "winners": "3",
}
_BY_NAME: Mapping[str, str] = {"visits.people.minutes": "5 minutes"}
"""Of many at once each takes less."""
_LEFT_OPEN = ("weight", "measure", "by", "tie", "minimum_data")
"""Left to the host on purpose: no example can say what somebody's work is to count for."""


def example_terms(
    pack: Pack, catalogue: Catalogue, areas: Sequence[tuple[str, str]], month: Period
) -> Iterator[Term]:
    """Values for what a pack leaves open: plain ones, and who bears the names it speaks of.

    Args:
        pack: The pack.
        catalogue: With its words.
        areas: Code and name of each of its areas.
        month: The month of the demonstration.
    """
    bearers = dict(_bearers(pack, areas, month))
    for term in open_terms(pack, catalogue):
        value = bearers.get(term.name) if term.form == "subject" else _value(term)
        if term.form == "spans":
            value = str(month)
        if value is not None:
            yield term.name, value


def _value(term: OpenTerm) -> str | None:
    last = term.name.rpartition(".")[2]
    if last in _LEFT_OPEN:
        return None
    known = _BY_NAME.get(term.name) or _BY_LAST.get(last)
    if term.form == "choice":
        return known if known in term.words else None
    return known or _BY_FORM.get(term.form)


def _bearers(
    pack: Pack, areas: Sequence[tuple[str, str]], month: Period
) -> Iterator[tuple[str, str]]:
    """Stations and areas by the names that a pack's labels give them; else the first ones."""
    given = tuple(Area(area=code, name=name, since=month.first) for code, name in areas)
    stations, _ = build_stations(Scenario(areas=tuple(areas), month=month, seed=0), given)
    found = {
        "station": [(one.station, one.name) for one in stations],
        "community": [(code, name) for code, name in areas if _is_settled(code)],
        "village": [(code, name) for code, name in areas if _is_settled(code)],
    }
    for entry in pack.entries:
        if isinstance(entry, Label) and entry.key.startswith(NAMES):
            left = list(found.get(entry.key.removeprefix(NAMES), ()))
            for item in entry.items:
                own = item.names.zh[:2]
                chosen = next((one for one in left if own and own in one[1]), None)
                chosen = chosen or (left[0] if left else None)
                if chosen is not None:
                    left.remove(chosen)
                    yield f"{entry.key}.{item.name}", chosen[0]


def _is_settled(code: str) -> bool:
    return len(code) > len("330602017")
