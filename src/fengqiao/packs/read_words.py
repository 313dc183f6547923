"""Labels, roles and measures: words and counts that a pack brings or assigns."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from fengqiao.packs.attributes import attribute_kinds
from fengqiao.packs.known import (
    CLOSED_TO_PACKS,
    Known,
    find_cites,
    find_filters,
    find_key,
    find_words,
    is_about_persons,
)
from fengqiao.packs.read_entry import entry_facts, read_cites, read_each, read_held
from fengqiao.packs.rows import LabelRow, MeasureRow, RoleRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Catalogue, Key, close_names, measure_key
from fengqiao.rules.entries import Item, Label, Measure, Role, Words
from fengqiao.rules.values import TIME_UNITS

MEASURED = ("facility", "premises", "staff", "service", "case", "meeting", "area", "money")
"""What a measure may be about; residents are not among it."""

_NAMES = "names."


def read_label(row: LabelRow, spot: Spot, known: Known) -> list[Label]:
    """The label of a row, in a list."""
    cites = read_cites(row.clause, spot, known)
    check_label_key(row.key, spot.at("key"), known.given)
    items: list[Item] = []
    for index, item in enumerate(row.items or ()):
        place = spot.at("items", index)
        if item.name in {one.name for one in items}:
            place.at("name").fault("pack.word_twice")
        own = find_cites(item.clause, place.at("clause"), known)
        items.append(Item(name=item.name, names=Words(zh=item.zh, en=item.en), cites=own))
    if not items and row.count is None:
        spot.absent("pack.label_empty", "items", "count")
    if items and row.count not in (None, len(items)) and not row.more:
        spot.at("count").fault("pack.label_count", items=len(items))
    facts = entry_facts(row, row.key, cites, spot, known)
    return [Label(**facts, items=tuple(items), count=row.count, more=row.more)]


def check_label_key(name: str, spot: Spot, catalogue: Catalogue) -> None:
    """A label adds to a vocabulary that is open to packs, or begins one of its own.

    A name that nearly is a known one is taken for a slip. `names.<kind>` names subjects of a kind.
    """
    known = catalogue.vocabularies
    if name in CLOSED_TO_PACKS or name in catalogue.keys:
        spot.fault("pack.label_closed")
    elif name.startswith(_NAMES):
        kinds = catalogue.words("subject_kind")
        if name.removeprefix(_NAMES) not in kinds:
            names = tuple(sorted(_NAMES + kind for kind in kinds))
            spot.fault("pack.unknown_word", close=close_names(name, names), known=names)
    elif is_about_persons(name):
        spot.fault("pack.about_persons")
    elif name not in known:
        open_ones = [one for one in known if one not in CLOSED_TO_PACKS]
        slips = [one for one in close_names(name, open_ones) if _is_slip(name, one)]
        if slips:
            spot.fault("pack.label_slip", close=slips)


def _is_slip(name: str, known: str) -> bool:
    """Whether two names are of nearly one length and share nearly all letters in order."""
    most_apart, least_alike = 2, 0.85
    matcher = SequenceMatcher(a=name, b=known)
    return abs(len(name) - len(known)) <= most_apart and matcher.ratio() >= least_alike


def read_role(row: RoleRow, spot: Spot, known: Known) -> list[Role]:
    """The role of a row, in a list; an empty one where it can't be made out."""
    held = read_held(row, spot, known)
    key = find_key(row.key, "role", spot.at("key"), known)
    if key is None or held is None:
        return []
    each = (row.each,) if row.each else key.each[:1]
    kinds = read_each(each, key, spot.at("each"), known)
    where = find_filters(
        row.where, attribute_kinds(kinds[0], known) if kinds else {}, spot.at("where"), known
    )
    held_by, drawn_from = (
        find_words(words, "role", spot.at(name), known) or ()
        for name, words in (("held_by", row.held_by), ("drawn_from", row.drawn_from))
    )
    may_not = find_words(row.may_not, "capability", spot.at("may_not"), known) or ()
    if not (row.held_by or row.drawn_from or row.may_not):
        spot.absent("pack.role_empty", "held_by", "drawn_from", "may_not")
    return [
        Role(
            **entry_facts(row, key.name, held.cites, spot, known),
            each=each[0],
            where=where,
            held_by=held_by,
            drawn_from=drawn_from,
            may_not=may_not,
            effective_from=held.effective_from,
            effective_until=held.effective_until,
            force=held.force,
        )
    ]


def read_measure(row: MeasureRow, spot: Spot, known: Known) -> list[Measure]:
    """The measure of a row, in a list."""
    cites = find_cites(row.clause, spot.at("clause"), known)
    if is_about_persons(row.key):
        spot.at("key").fault("pack.about_persons")
    if row.key in known.given.keys or row.key in known.given.words("total"):
        spot.at("key").fault("pack.measure_known")
    if row.about not in MEASURED:
        code = "pack.about_persons" if is_about_persons(row.about) else "pack.unknown_choice"
        spot.at("about").fault(code, close=close_names(row.about, MEASURED), known=MEASURED)
    kinds = tuple(known.catalogue.words("subject_kind"))
    own = Key(name=row.key, kind="norm", names=Words(), each=kinds)
    each = read_each(row.each, own, spot.at("each"), known)
    if row.kind in ("share", "rating") and row.total is None:
        spot.absent("pack.missing_field", "total", field="total")
    if row.kind == "time" and row.unit is None:
        spot.absent("pack.missing_field", "unit", field="unit")
    elif row.kind == "time" and row.unit not in TIME_UNITS:
        close = close_names(row.unit or "", TIME_UNITS)
        spot.at("unit").fault("pack.unknown_choice", close=close, known=TIME_UNITS)
    facts = entry_facts(row, row.key, cites, spot, known)
    return [
        Measure(
            **facts,
            kind=row.kind,
            about=row.about,
            each=each,
            done=row.done,
            total=row.total,
            unit=row.unit,
            reports=row.reports,
            hours=row.hours,
        )
    ]


def with_row_words(
    catalogue: Catalogue, labels: Sequence[LabelRow], measures: Sequence[MeasureRow]
) -> Catalogue:
    """The catalogue and the words of a pack: items of its labels, totals of its measures."""
    for label in labels:
        if label.items and label.key not in CLOSED_TO_PACKS:
            words = {item.name: Words(zh=item.zh, en=item.en) for item in label.items}
            catalogue = catalogue.with_words(label.key, words)
    given = catalogue
    for measure in measures:
        if measure.key in given.keys or measure.key in given.words("total"):
            continue  # refused when the measure itself is read
        names = Words(zh=measure.zh, en=measure.en)
        key = measure_key(
            measure.key,
            names=names,
            kind=measure.kind,
            unit=measure.unit,
            each=measure.each,
            reports=measure.reports,
        )
        catalogue = catalogue.with_measure(key)
    return catalogue
