"""JSON schema of the pack format, so that editors complete and check while one types."""

from __future__ import annotations

from fengqiao.packs.fields import fields_of, form_schema
from fengqiao.packs.forms import NAME
from fengqiao.packs.open_terms import PERIODS
from fengqiao.packs.read_not_modelled import REASONS
from fengqiao.packs.read_words import MEASURED
from fengqiao.packs.reader import FORMAT
from fengqiao.packs.rows import TABLES
from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.catalogue_core import OUTSIDE_AWARDS
from fengqiao.rules.values import TIME_UNITS

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_KEYED = ("norm", "duty", "band", "role", "sheet", "procedure")
_WORDS = ("case_state", "case_step", "clock_hold", "occasion_day", "step_by")


def pack_schema(catalogue: Catalogue) -> dict[str, object]:
    """The schema of a pack's files.

    Args:
        catalogue: Keys and words that editors offer.

    Returns:
        A JSON schema (2020-12). It knows fields, forms, keys and words; what only the reader can
        know (overlaps, clauses, edges of bands) it leaves to `fengqiao lint`.
    """
    tables = {name: _table(name, catalogue) for name in TABLES}
    properties: dict[str, object] = {"format": {"const": FORMAT}}
    for name, schema in tables.items():
        properties[name] = schema if name == "pack" else {"type": "array", "items": schema}
    return {
        "$schema": DIALECT,
        "title": "fengqiao pack",
        "type": "object",
        "properties": properties,
        "required": ["format"],
        "additionalProperties": False,
        "$defs": _definitions(catalogue),
    }


def _table(name: str, catalogue: Catalogue) -> dict[str, object]:
    row = TABLES[name]
    declared = fields_of(row)
    properties = {field: form_schema(spec.form) for field, spec in declared.items()}
    if name in _KEYED:
        names = sorted(key.name for key in catalogue.keys.values() if key.kind == name)
        keys: dict[str, object] = {"enum": names}
        if name == "norm":  # the keys of the catalogue are offered, the pack's own allowed
            keys = {"anyOf": [keys, form_schema(NAME)]}
            many = {"type": "array", "items": keys, "minItems": 1}
            keys = {"anyOf": [keys, many]}
        properties["key"] = keys
    elif name == "not_modelled":
        properties["why"] = {"enum": sorted(REASONS)}
    elif name == "measure":
        properties["about"] = {"enum": list(MEASURED)}
    return {
        "type": "object",
        "description": (row.__doc__ or "").splitlines()[0],
        "properties": properties,
        "required": [field for field, spec in declared.items() if spec.required],
        "additionalProperties": False,
    }


def _definitions(catalogue: Catalogue) -> dict[str, object]:
    kinds = sorted(catalogue.words("subject_kind"))
    units = "|".join(f"{unit}s?" for unit in TIME_UNITS)
    return {
        "quantity": {"type": "string", "pattern": f"^[0-9]+( ?/ ?[0-9]+)? ({units})$"},
        "period": {"enum": list(PERIODS)},
        "subject_kind": {"enum": kinds},
        "ranked_kind": {"enum": [*kinds, *OUTSIDE_AWARDS]},
        "role": {"enum": sorted({*catalogue.words("role"), *kinds})},
        **{name: {"enum": sorted(catalogue.words(name))} for name in _WORDS},
    }
