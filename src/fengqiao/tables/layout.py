"""How a host's table is written: its format, its encoding, and what its columns mean."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from attrs import field, frozen

Format = Literal["csv", "jsonl"]
Encoding = Literal["utf-8", "gb18030"]
FORMATS: tuple[Format, ...] = ("csv", "jsonl")
"""Comma-separated values, or one JSON object a line."""
ENCODINGS: tuple[Encoding, ...] = ("utf-8", "gb18030")
"""Encodings that spreadsheets in China write; gb18030 also reads GBK and GB2312."""


@frozen(kw_only=True)
class Layout:
    """How a table is written, and what its columns mean.

    A column is known by the name of its field (`started_at`) or by the field's label in English
    or Chinese, as the template prints it; the order of columns is free.

    Attributes:
        format: `csv`, or `jsonl`: one JSON object a line, its keys in the place of a header.
        encoding: `utf-8` or `gb18030`. A byte-order mark is dropped.
        header_line: The line of the header; what stands above it is left out.
        columns: The host's own headers: header -> field.
        constants: Fields that are the same in every row: field -> the text of a cell.
        ignore: Headers of columns that are not read at all.
        mint: Reference fields whose cells hold a key of the host's own; a reference is minted
            from each with `secret` and the field's name as its kind, as `fengqiao.mint_ref` does.
        secret: At least 16 bytes that only the host knows.
        values: The host's own words for ids and codes: field -> word -> the text of a cell. A
            cell with another word is read as it stands.
        only: Rows that are read, where a table holds others too: header -> any of these words.
            With several headers, rows to which all of them apply.
        skip: Rows that are left out, such as a total: header -> any of these words.
        minutes: Header of the column that says how many minutes an event took, in a table that
            has a start and no end.

    Units:
        header_line: lines, counted from 1
    """

    format: Format = "csv"
    encoding: Encoding = "utf-8"
    header_line: int = 1
    columns: Mapping[str, str] = field(factory=dict, repr=False)
    constants: Mapping[str, str] = field(factory=dict, repr=False)
    ignore: Collection[str] = field(default=(), repr=False)
    mint: Collection[str] = ()
    secret: bytes | None = field(default=None, repr=False)
    values: Mapping[str, Mapping[str, str]] = field(factory=dict, repr=False)
    only: Mapping[str, Collection[str]] = field(factory=dict, repr=False)
    skip: Mapping[str, Collection[str]] = field(factory=dict, repr=False)
    minutes: str | None = field(default=None, repr=False)
