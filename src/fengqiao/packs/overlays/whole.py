"""Whether a changed entry still fits together: levels without gaps, weights that add up."""

from __future__ import annotations

from fengqiao.packs.edges import check_edges, check_unit
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.entries import AnyEntry, Band, Sheet
from fengqiao.rules.values import Open
from fengqiao.rules.weights import is_mixed, weights_of, wrong_percent, wrong_sum


def whole_faults(entry: AnyEntry, words: Catalogue, spot: Spot) -> None:
    """Note where levels leave a gap or meet twice, and where weights add up to something else.

    Args:
        entry: With all its new values.
        words: The catalogue, which says what a band measures.
        spot: Where faults are noted.
    """
    if isinstance(entry, Band):
        by = None if isinstance(entry.by, Open) else words.keys.get(entry.by)
        for level in entry.levels:
            check_unit(level.comparison, by, spot.at(level.name))
        check_edges([one.comparison for one in entry.levels], entry.tie, by, spot, "level")
    elif isinstance(entry, Sheet) and not isinstance(entry.parts, Open):
        weights = weights_of(entry.parts)
        if entry.out_of is not None:
            if (found := wrong_sum(weights, entry.out_of)) is not None:
                spot.fault("pack.weights_sum", sum=found, out_of=entry.out_of.plain())
        elif is_mixed(entry.parts):
            spot.fault("pack.weights_mixed")
        elif (percent := wrong_percent(weights)) is not None:
            spot.fault("pack.weights_sum", sum=percent, out_of="100%")
