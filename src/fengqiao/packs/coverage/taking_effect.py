"""The day from which a text says of itself that it is in force."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from fengqiao.packs.coverage.numbers import find_numbers
from fengqiao.packs.coverage.numerals import narrow

_SAYS = re.compile(
    r"(?:^|[。;；])[\s\u3000]{0,20}(?:(?:本|此|以上|上述)[\u4e00-\u9fff]{1,10}?[,，]?)?[自从]"
    r"(?:(?P<issue>(?:发布|印发|公布|下发|发文|颁布)之日)|(?P<day>[^。,，;；]{6,16}?日))"
    r"(?:起|开始)(?:正式|开始)?(?:施行|实施|执行|生效|试行)"
)


def day_in_force(lines: Sequence[str], issued: date) -> date | None:
    """The day that the last such sentence names: `自发布之日起施行` is the day of issue.

    Only of sentences that speak of the document itself, or name nothing: of another document
    they would say `该办法自…起施行`.

    Args:
        lines: The text, without the ends of its lines.
        issued: When it was issued.

    Returns:
        None where it names none, or a day that there is not.
    """
    said = [one for line in lines for one in _SAYS.finditer(narrow(line))]
    if not said:
        return None
    if said[-1]["issue"]:
        return issued
    for found in find_numbers([said[-1]["day"]]):
        if found.rule == "lexical.date":
            try:
                return date.fromisoformat(found.value)
            except ValueError:
                return None
    return None
