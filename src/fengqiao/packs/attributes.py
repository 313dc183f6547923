"""What `where` may filter a kind of subject by: what its register says of it."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.measures.subjects import attributes_of
from fengqiao.model import LISTS
from fengqiao.model.references import register_of
from fengqiao.packs.known import Known
from fengqiao.rules.entries import NAMES

_NEVER_IN_PACKS = frozenset({"name", "role"})


def attribute_kinds(subject_kind: str, known: Known) -> Mapping[str, str]:
    """Names that `where` may use for a kind of subject.

    `name` is among them where the pack has a label `names.<kind>`.

    Returns:
        Name -> `number`, `flag`, `setting`, or the band or vocabulary that its words come from.
    """
    register, _ = register_of(subject_kind)
    fields = LISTS[register].fields
    kinds: dict[str, str] = {}
    for name in sorted(attributes_of(subject_kind) - _NEVER_IN_PACKS):
        spec = fields.get(name)
        if spec is None:
            kinds[name] = name
        elif spec.kind == "code":
            kinds[name] = spec.vocabulary or name
        else:
            kinds[name] = "flag" if spec.kind == "flag" else "number"
    if f"{NAMES}{subject_kind}" in known.labels:
        kinds["name"] = f"{NAMES}{subject_kind}"
    for key in known.catalogue.keys.values():
        if key.kind == "band" and subject_kind in key.each:
            kinds[key.name] = key.name
    return kinds


def shared_attributes(subject_kinds: tuple[str, ...], known: Known) -> Mapping[str, str]:
    """Names that `where` may use for all these kinds of subject."""
    each = [attribute_kinds(kind, known) for kind in subject_kinds]
    if not each:
        return {}
    return {
        name: kind
        for name, kind in each[0].items()
        if all(other.get(name) == kind for other in each)
    }
