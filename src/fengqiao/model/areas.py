"""What an area code says by itself: level, setting and parent.

Source:
    GB/T 2260 (county and above), GB/T 10114 (town level) and the statistics code table's rule for
    digits 10 to 12. Areas are classed by number, never by name.
"""

from __future__ import annotations

from typing import Literal

AreaLevel = Literal["province", "city", "county", "town", "community", "village", "quasi"]
Setting = Literal["urban", "rural"]

_VILLAGE_DIGITS = 12
_TOWN_DIGITS = 9
_COUNTY_DIGITS = 6
_RESIDENTS_COMMITTEES = range(1, 200)
_VILLAGERS_COMMITTEES = range(200, 400)
_TOWN_QUASI_FROM = 400


def area_level(code: str) -> AreaLevel:
    """The level of an area code.

    Args:
        code: 6 digits (province, city, county), 9 (street, town) or 12 (community, village).

    Returns:
        `community` for residents' committees (001-199), `village` for villagers' committees
        (200-399), `quasi` for quasi-communities, quasi-villages and industrial zones.
    """
    if len(code) == _VILLAGE_DIGITS:
        number = int(code[9:])
        if number in _RESIDENTS_COMMITTEES:
            return "community"
        return "village" if number in _VILLAGERS_COMMITTEES else "quasi"
    if len(code) == _TOWN_DIGITS:
        return "quasi" if int(code[6:]) >= _TOWN_QUASI_FROM else "town"
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def setting_of(code: str) -> Setting | None:
    """`urban` for a residents' committee, `rural` for a villagers' committee, else None."""
    level = area_level(code)
    if level == "community":
        return "urban"
    return "rural" if level == "village" else None


def area_prefix(code: str) -> str:
    """The digits with which the codes of everything inside an area begin."""
    if len(code) == _COUNTY_DIGITS:
        return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
    return code


def lies_in(code: str, area: str) -> bool:
    """Whether an area code is the area itself or lies in it."""
    return code.startswith(area_prefix(area))
