"""What a stored field may be: nine declared kinds, and no free text among them.

Each field of a stored type is declared once, with one of the functions below. The check of a
column, the check of a row, the store's schema, the export and the data inventory all come from
that one declaration.
"""

from __future__ import annotations

from typing import Any, Literal

import attrs
from attrs import frozen

from fengqiao.ids import shown_ref

FieldKind = Literal[
    "code", "count", "minutes", "day", "instant", "flag", "id", "ref", "register_name"
]
FIELD_KINDS: tuple[FieldKind, ...] = (
    "code",
    "count",
    "minutes",
    "day",
    "instant",
    "flag",
    "id",
    "ref",
    "register_name",
)
_METADATA_KEY = "fengqiao"


@frozen
class FieldSpec:
    """The declaration of one stored field.

    Attributes:
        kind: One of the nine kinds.
        en: What it holds, in English.
        zh: The same in Chinese.
        optional: Whether it may be absent (None).
        several: For codes: a set of codes instead of one.
        vocabulary: For codes: the name of the closed list in the catalogue.
        register: For ids and references: the register that must know it on the day. A reference
            that a register knows is a subject, so counts may be split by it; no other may.
        is_area: For ids: the id is an area code (2 to 12 digits).
        recorded: For ids and references: kind of event and its field that must hold this value
            on the day or before it.
        within: For references: the field to one value of which this one belongs.
    """

    kind: FieldKind
    en: str
    zh: str
    optional: bool = False
    several: bool = False
    vocabulary: str | None = None
    register: str | None = None
    is_area: bool = False
    recorded: tuple[str, str] | None = None
    within: str | None = None


def _shown(given: str | None) -> str:
    return repr(given) if given is None else shown_ref(given)


def _declared(spec: FieldSpec) -> Any:  # noqa: ANN401  attrs.field itself returns Any
    metadata = {_METADATA_KEY: spec}
    shown: Any = _shown if spec.kind == "ref" else True
    if spec.optional:
        tuples = attrs.converters.optional(tuple) if spec.several else None
        return attrs.field(default=None, converter=tuples, metadata=metadata, repr=shown)
    if spec.several:
        return attrs.field(default=(), converter=tuple, metadata=metadata)
    return attrs.field(metadata=metadata, repr=shown)


def code(vocabulary: str, en: str, zh: str, *, optional: bool = False) -> Any:  # noqa: ANN401  as attrs.field
    """A word of a closed list."""
    return _declared(FieldSpec("code", en, zh, optional=optional, vocabulary=vocabulary))


def codes(vocabulary: str, en: str, zh: str, *, optional: bool = False) -> Any:  # noqa: ANN401  as attrs.field
    """Several words of a closed list; none by default, or where optional not said (None)."""
    return _declared(
        FieldSpec("code", en, zh, optional=optional, several=True, vocabulary=vocabulary)
    )


def count(en: str, zh: str, *, optional: bool = False) -> Any:  # noqa: ANN401  as attrs.field
    """A whole number, 0 or more."""
    return _declared(FieldSpec("count", en, zh, optional=optional))


def minutes(en: str, zh: str, *, optional: bool = False) -> Any:  # noqa: ANN401  as attrs.field
    """A length of time in whole minutes, 0 or more."""
    return _declared(FieldSpec("minutes", en, zh, optional=optional))


def day(en: str, zh: str, *, optional: bool = False) -> Any:  # noqa: ANN401  as attrs.field
    """A day of the calendar."""
    return _declared(FieldSpec("day", en, zh, optional=optional))


def instant(en: str, zh: str) -> Any:  # noqa: ANN401  as attrs.field
    """A moment, with its time zone."""
    return _declared(FieldSpec("instant", en, zh))


def flag(en: str, zh: str, *, optional: bool = False) -> Any:  # noqa: ANN401  as attrs.field
    """Yes or no; where it may be absent, that is neither."""
    return _declared(FieldSpec("flag", en, zh, optional=optional))


def id_(
    en: str,
    zh: str,
    *,
    optional: bool = False,
    register: str | None = None,
    is_area: bool = False,
    recorded: tuple[str, str] | None = None,
) -> Any:  # noqa: ANN401  as attrs.field
    """An id of the host's, or an area code."""
    return _declared(
        FieldSpec(
            "id", en, zh, optional=optional, register=register, is_area=is_area, recorded=recorded
        )
    )


def fact_id() -> Any:  # noqa: ANN401  as attrs.field
    """The id of a register fact; made from its key fields when absent."""
    return attrs.field(
        default=None, metadata={_METADATA_KEY: FieldSpec("id", "id of the fact", "事实编号")}
    )


def ref(
    en: str,
    zh: str,
    *,
    optional: bool = False,
    register: str | None = None,
    recorded: tuple[str, str] | None = None,
    within: str | None = None,
) -> Any:  # noqa: ANN401  as attrs.field
    """An opaque reference; shown by its last four characters only."""
    facts = {"register": register, "recorded": recorded, "within": within}
    return _declared(FieldSpec("ref", en, zh, optional=optional, **facts))  # type: ignore[arg-type]  # fields of a spec, by name


def register_name(en: str, zh: str, *, optional: bool = False) -> Any:  # noqa: ANN401  as attrs.field
    """The name of a station, area or facility; of nothing else."""
    return _declared(FieldSpec("register_name", en, zh, optional=optional))


def specs_of(cls: type) -> dict[str, FieldSpec]:
    """The declared fields of a stored type, in order.

    Raises:
        TypeError: A field of the type has no declaration.
    """
    found: dict[str, FieldSpec] = {}
    for attribute in attrs.fields(cls):
        spec = attribute.metadata.get(_METADATA_KEY)
        if not isinstance(spec, FieldSpec):
            message = f"{cls.__name__}.{attribute.name} has no declared field kind"
            raise TypeError(message)
        found[attribute.name] = spec
    return found
