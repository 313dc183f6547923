"""Tables of a host's: from lines of CSV or JSON to checked columns, and headers to fill in.

Everything here is pure: it takes lines and gives columns, chunk by chunk, and never opens a file.
"""

from __future__ import annotations

from fengqiao.tables.cells import protected
from fengqiao.tables.chunks import CHUNK_ROWS, Chunk, read_chunks
from fengqiao.tables.faults import MOST_FAULTS, TableFaults
from fengqiao.tables.layout import ENCODINGS, FORMATS, Layout
from fengqiao.tables.own_words import read_own_words
from fengqiao.tables.plan_lines import PLAN_COLUMNS, plan_lines
from fengqiao.tables.plan_rows import (
    AWAY_COLUMNS,
    NAME_COLUMNS,
    VENUE_COLUMNS,
    VISIT_COLUMNS,
    read_away,
    read_names,
    read_venues,
    read_visits,
)
from fengqiao.tables.template import TemplateColumn, template_columns, template_line
from fengqiao.tables.text import MOST_LINE_BYTES

__all__ = [
    "AWAY_COLUMNS",
    "CHUNK_ROWS",
    "ENCODINGS",
    "FORMATS",
    "MOST_FAULTS",
    "MOST_LINE_BYTES",
    "NAME_COLUMNS",
    "PLAN_COLUMNS",
    "VENUE_COLUMNS",
    "VISIT_COLUMNS",
    "Chunk",
    "Layout",
    "TableFaults",
    "TemplateColumn",
    "plan_lines",
    "protected",
    "read_away",
    "read_chunks",
    "read_names",
    "read_own_words",
    "read_venues",
    "read_visits",
    "template_columns",
    "template_line",
]
