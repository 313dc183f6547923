"""Weights that a host gives: with those of the pack they must add up to what a sheet is out of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fengqiao.packs.spot import Spot
from fengqiao.rules.entries import Pack, Sheet
from fengqiao.rules.values import Exact, Open
from fengqiao.rules.weights import is_mixed, is_percent, weights_of, wrong_percent, wrong_sum

Name = tuple[str, str]
"""A section and the name of a term in it."""


def check_weights(
    terms: Mapping[Name, object], spots: Mapping[Name, Spot], packs: Mapping[str, Pack]
) -> None:
    """Note each sheet whose weights, with those that a section gives, don't come to its sum.

    Args:
        terms: What was given, by section and name, in the order of the file.
        spots: Where each stands.
        packs: By id.
    """
    for section in dict.fromkeys(section for section, _ in terms if section in packs):
        line = list(_line(packs[section], packs))
        for sheet in _sheets(line):
            if isinstance(sheet.parts, Open):
                continue
            names = {part.name: f"{sheet.id}.{part.name}.weight" for part in sheet.parts}
            own = [name for one, name in terms if one == section and name in names.values()]
            if not own:
                continue
            given = {}
            for part, name in names.items():
                found = (terms.get((pack.id, name)) for pack in line)
                weight = next((one for one in found if isinstance(one, Exact)), None)
                if weight is not None:
                    given[part] = weight
            last = own[-1]
            if sheet.out_of is None and is_mixed(sheet.parts, given):
                percents = [name for name in own if _is_percent(terms[section, name])]
                last = percents[-1] if percents else last
                spots[section, last].fault("config.weights_mixed", name=last, entry=sheet.id)
                continue
            weights = weights_of(sheet.parts, given)
            wrong = wrong_sum(weights, sheet.out_of) if sheet.out_of else wrong_percent(weights)
            if wrong is not None:
                out_of = sheet.out_of.text if sheet.out_of else "100%"
                spots[section, last].fault(
                    "config.weights_sum", name=last, entry=sheet.id, sum=wrong, out_of=out_of
                )


def _is_percent(value: object) -> bool:
    return isinstance(value, Exact) and is_percent(value)


def _line(pack: Pack, packs: Mapping[str, Pack]) -> Iterator[Pack]:
    """A pack and its parents, nearest first."""
    seen: set[str] = set()
    following: Pack | None = pack
    while following is not None and following.id not in seen:
        seen.add(following.id)
        yield following
        following = packs.get(following.parent or "")


def _sheets(line: list[Pack]) -> Iterator[Sheet]:
    """Sheets of a pack and its parents; of one id the nearest."""
    seen: set[str] = set()
    for pack in line:
        for entry in pack.entries:
            if isinstance(entry, Sheet) and entry.id not in seen:
                seen.add(entry.id)
                yield entry
