"""One limit on a day: entries that say two things at once about the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations

from fengqiao.packs.spot import Spot
from fengqiao.rules.entries import AnyEntry, Band, Norm, NotModelled
from fengqiao.rules.values import WORD_OPS, Comparison, Exact, compare

Filters = tuple[tuple[str, Comparison], ...]


def check_ids(entries: Iterable[tuple[AnyEntry, Spot]]) -> None:
    """Each id stands once."""
    seen: dict[str, Spot] = {}
    for entry, spot in entries:
        if isinstance(entry, NotModelled):
            continue
        if entry.id in seen:
            first = seen[entry.id]
            line = first.origin.line
            spot.at("id").fault("pack.duplicate_id", at_key=True, other=first.file, line=line)
        seen.setdefault(entry.id, spot)


def check_norms(entries: Iterable[tuple[AnyEntry, Spot]]) -> None:
    """No two norms limit the same indicator of the same subject on the same day.

    Two norms are told apart by key, period, denominator, a filter that no subject (or nothing
    counted) passes in both, or days. All officers and those of one role are two indicators as well:
    what is counted is narrowed by other filters. Two that each ask for words of their own ask for
    both.
    """
    by_key: dict[str, list[tuple[Norm, Spot]]] = {}
    for entry, spot in entries:
        if isinstance(entry, Norm):
            by_key.setdefault(entry.key, []).append((entry, spot))
    for norms in by_key.values():
        for (one, first), (other, second) in combinations(norms, 2):
            if one.per == other.per and set(one.each) & set(other.each) and _clash(one, other):
                line = first.origin.line
                facts = {"other": first.file, "line": line, "words": _shared_words(one, other)}
                second.fault("pack.norm_overlap", at_key=True, **facts)


def check_bands(entries: Iterable[tuple[AnyEntry, Spot]]) -> None:
    """No two bands class by the same key on the same day."""
    bands = [(entry, spot) for entry, spot in entries if isinstance(entry, Band)]
    for (one, first), (other, second) in combinations(bands, 2):
        spans = [(band.effective_from, band.effective_until) for band in (one, other)]
        if one.key == other.key and share_days(*spans):
            line = first.origin.line
            second.fault("pack.band_twice", at_key=True, other=first.file, line=line)


def _clash(one: Norm, other: Norm) -> bool:
    return any(
        a.basis == b.basis
        and share_days((a.effective_from, a.effective_until), (b.effective_from, b.effective_until))
        and not _are_disjoint(a.where, b.where)
        and _count_alike(a.of, b.of)
        and not _add_up(a.comparison, b.comparison)
        for a in one.phases
        for b in other.phases
    )


def _count_alike(one: Filters, other: Filters) -> bool:
    """Whether both count by the same filters, and something may pass both."""
    return dict(one).keys() == dict(other).keys() and not _are_disjoint(one, other)


def _add_up(one: Comparison, other: Comparison) -> bool:
    """Whether both ask for words to be there, or both bar them, and none of them twice."""
    words, others = set(one.words), set(other.words)
    is_same = one.op == other.op and one.op in ("all_of", "none_of")
    is_stated = is_same and bool(words) and bool(others)
    return is_stated and words.isdisjoint(others)


def _shared_words(one: Norm, other: Norm) -> tuple[str, ...]:
    """Words that both ask for, or both bar: the reason why two lists don't add up."""
    found = {
        word
        for a in one.phases
        for b in other.phases
        if a.comparison.op == b.comparison.op
        for word in set(a.comparison.words) & set(b.comparison.words)
    }
    return tuple(sorted(found))


def share_days(one: tuple[date, date | None], other: tuple[date, date | None]) -> bool:
    """Whether two spans, each with its first and last day (None: no last one), meet."""
    return one[0] <= (other[1] or date.max) and other[0] <= (one[1] or date.max)


def _are_disjoint(one: Filters, other: Filters) -> bool:
    """Whether nothing can pass both filters."""
    others: Mapping[str, Comparison] = dict(other)
    return any(name in others and _exclude(own, others[name]) for name, own in one)


def _exclude(one: Comparison, other: Comparison) -> bool:
    if one.op in WORD_OPS or other.op in WORD_OPS:
        return _words_exclude(one, other)
    low_high, other_low_high = _ends(one), _ends(other)
    return _is_below(low_high[1], other_low_high[0]) or _is_below(other_low_high[1], low_high[0])


def _words_exclude(one: Comparison, other: Comparison) -> bool:
    first, second = set(one.words), set(other.words)
    if one.op == "any_of" and other.op == "any_of":
        return not first & second
    if one.op == "none_of" and other.op in ("any_of", "all_of"):
        return second <= first
    if other.op == "none_of" and one.op in ("any_of", "all_of"):
        return first <= second
    return False


_End = tuple[tuple[int, int], bool] | None


def _ends(comparison: Comparison) -> tuple[_End, _End]:
    """Lowest and highest value that passes, and whether it belongs; None where there is none."""
    limit = comparison.limit
    ends = limit if isinstance(limit, tuple) else (limit,)
    pairs = [end.pair for end in ends if isinstance(end, Exact)]
    match comparison.op:
        case "at_least" | "more_than":
            return (pairs[0], comparison.op == "at_least"), None
        case "at_most" | "less_than":
            return None, (pairs[0], comparison.op == "at_most")
        case _:
            return (pairs[0], True), (pairs[-1], True)


def is_within(own: Comparison, above: Comparison, stricter: str | None) -> bool:
    """Whether a limit in numbers is at least as strict as another.

    Both ends of what passes count, `at_least` upwards and `at_most` downwards; where both ends are
    given (`equal`, `between`, `about`, `bare`) and it is known which direction asks for more, only
    the end that asks.

    Args:
        own: The limit to be judged.
        above: The limit that it must not fall behind.
        stricter: `up`, `down` or None.
    """
    low, high = _ends(above)
    if low is not None and high is not None and stricter is not None:
        low, high = (low, None) if stricter == "up" else (None, high)
    own_low, own_high = _ends(own)
    return (low is None or _reaches(own_low, low, 1)) and (
        high is None or _reaches(own_high, high, -1)
    )


def _reaches(own: _End, wanted: tuple[tuple[int, int], bool], sign: int) -> bool:
    """Whether an end lies as far in (upwards: 1, downwards: -1) as the wanted one."""
    if own is None:
        return False
    side = compare(own[0], wanted[0]) * sign
    return side > 0 or (side == 0 and (wanted[1] or not own[1]))


def _is_below(high: _End, low: _End) -> bool:
    if high is None or low is None:
        return False
    side = compare(high[0], low[0])
    return side < 0 or (side == 0 and not (high[1] and low[1]))
