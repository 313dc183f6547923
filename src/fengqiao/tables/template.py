"""The header that a table of a kind needs, to be filled in with a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from attrs import frozen

from fengqiao.errors import Lang
from fengqiao.model import Kind
from fengqiao.tables.cells import protected

REQUIRED = "*"


@frozen
class TemplateColumn:
    """One column of a template.

    Attributes:
        field: Name of the field.
        en: Its label in English.
        zh: The same in Chinese.
        kind: What it holds: one of the nine kinds of field.
        is_required: Whether the column must be there.
    """

    field: str
    en: str
    zh: str
    kind: str
    is_required: bool


def template_columns(kind: Kind) -> tuple[TemplateColumn, ...]:
    """The columns of a table of this kind.

    The id is left out where it is made without the host's secret, see `made_ids`.
    """
    has_id = kind.nature == "event" and bool(kind.refs)
    return tuple(
        TemplateColumn(
            field=name,
            en=spec.en,
            zh=spec.zh,
            kind=spec.kind,
            is_required=not spec.optional and not spec.several and name != "id",
        )
        for name, spec in kind.fields.items()
        if name != "id" or has_id
    )


def template_line(kind: Kind, lang: Lang) -> str:
    """The header of a table of this kind in a language, as one line of CSV.

    A column that must be there has a star behind its label, which `load` doesn't mind.
    """
    columns = template_columns(kind)
    return csv_line(
        f"{column.zh if lang == 'zh' else column.en}{REQUIRED if column.is_required else ''}"
        for column in columns
    )


def csv_line(cells: Iterable[str]) -> str:
    """Cells as one line of CSV, none of which a spreadsheet takes for a formula."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([protected(cell) for cell in cells])
    return out.getvalue()
