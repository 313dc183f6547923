"""The data inventory: every field that a store can hold, from the declarations themselves."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from fengqiao.model.kinds import KINDS


@frozen(kw_only=True)
class InventoryRow:
    """One field of one kind of fact.

    Attributes:
        kind: Kind of fact: `visit`.
        field: Name of the field.
        field_kind: One of the nine field kinds.
        vocabulary: Closed list of a code.
        register: Register that must know an id.
        about: What it holds, in English and Chinese.
    """

    kind: str
    field: str
    field_kind: str
    optional: bool
    several: bool
    vocabulary: str | None
    register: str | None
    about: tuple[str, str]


def inventory() -> Iterator[InventoryRow]:
    """Every field of every kind of fact, in order."""
    for kind in KINDS.values():
        for name, spec in kind.fields.items():
            yield InventoryRow(
                kind=kind.name,
                field=name,
                field_kind=spec.kind,
                optional=spec.optional,
                several=spec.several,
                vocabulary=spec.vocabulary,
                register=spec.register,
                about=(spec.en, spec.zh),
            )
