"""What sheets may not count: a ban of the place is looked at when its pack is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from fengqiao.packs.clashes import share_days
from fengqiao.packs.spot import Spot
from fengqiao.rules.entries import AnyEntry, Norm, NormPhase, Part, Sheet

KEY = "score.parts"
"""The key of a ban on what a sheet may count."""

_COUNTED_BY: Mapping[str, frozenset[str]] = {
    "clearance_rate": frozenset(("area.property_clearance_share",)),
    "case_target": frozenset(("area.property_clearance_share",)),
}
"""Keys that measure what a word of a ban names, where they are not called by it."""


def check_bans(entries: Sequence[tuple[AnyEntry, Spot]]) -> None:
    """No sheet has a part that the place itself bars from the sheets of that kind of subject.

    A part is barred by its name, by what measures it, or by what its measure stands for.
    """
    bans = [(entry, spot) for entry, spot in entries if isinstance(entry, Norm)]
    bans = [(ban, spot) for ban, spot in bans if ban.key == KEY]
    for ban, spot in bans:
        if any(phase.comparison.op != "none_of" for phase in ban.phases):
            spot.fault("pack.ban_only", at_key=True)
    for entry, spot in entries:
        if isinstance(entry, Sheet):
            _check_sheet(entry, spot, bans)


def _check_sheet(sheet: Sheet, spot: Spot, bans: Iterable[tuple[Norm, Spot]]) -> None:
    parts = sheet.parts if isinstance(sheet.parts, tuple) else ()
    for ban, place in bans:
        if sheet.each not in ban.each:
            continue
        for phase in ban.phases:
            if phase.comparison.op != "none_of" or not _hold_together(sheet, phase):
                continue
            for index, part in enumerate(parts):
                if any(_is_barred(part, word) for word in phase.comparison.words):
                    spot.at("part", index).fault(
                        "pack.part_banned", other=place.file, line=place.origin.line
                    )


def _hold_together(sheet: Sheet, phase: NormPhase) -> bool:
    return share_days(
        (sheet.effective_from, sheet.effective_until),
        (phase.effective_from, phase.effective_until),
    )


def _is_barred(part: Part, word: str) -> bool:
    return word in (part.name, part.measure) or part.measure in _COUNTED_BY.get(word, ())
