"""Premises of a synthetic town: businesses, places where people gather, units that hold goods."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from fengqiao.model import Premises
from fengqiao.simulate.scenario import Scenario

VENUES = ("hotel", "homestay", "bathhouse", "internet_cafe", "entertainment")
GATHERING_PLACES = (
    "school",
    "hospital",
    "shopping_area",
    "scenic_area",
    "town_centre",
    "transport_station",
)
_BUSINESSES = ("hotel", "internet_cafe", "rental_house", "entertainment", "courier", "enterprise")
_COMMON = (3, 1, 4, 2, 2, 3)
_SCHOOL = "school"
_RARE = ("homestay", "bathhouse", "knife_seller", "knife_seller")
_HOLDER, _SELLER, _KNIVES = "hazardous_unit", "knife_seller", "controlled_knives"
_SAFEGUARDS = ("video_surveillance", "dedicated_guard", "record_filing")
_PERCENT = 100
_UNTIDY = 6
_UNSAID_OF_1000 = 6


def build_premises(scenario: Scenario, served_by: Mapping[str, str]) -> tuple[Premises, ...]:
    """Seven to eleven businesses in each community or village.

    A gathering place stands in every third; a unit with goods that need care, a school, and
    something rarer in every fourth.
    """
    found: list[Premises] = []
    known = scenario.known("premises_kind")
    for code, station in served_by.items():
        draw = scenario.draw("premises", code)
        for kind in _kinds(draw):
            if kind in known:
                found.append(
                    Premises(
                        premises=f"PREM{len(found) + 1:04}",
                        kind=kind,
                        area=code,
                        station=station,
                        since=scenario.posted_on,
                        **_state(scenario, draw, kind),
                    )
                )
    return tuple(found)


def _kinds(draw: Random) -> list[str]:
    kinds = draw.choices(_BUSINESSES, _COMMON, k=draw.randint(7, 11))
    if draw.randrange(3) == 0:
        kinds.append(draw.choice(GATHERING_PLACES))
    if draw.randrange(4) == 0:
        kinds.append(_HOLDER)
    if draw.randrange(4) == 0:
        kinds.append(draw.choice(_RARE))
    if draw.randrange(4) == 0:
        kinds.append(_SCHOOL)
    return kinds


def _state(scenario: Scenario, draw: Random, kind: str) -> dict[str, Any]:
    """Which goods are there and how they are kept; whether papers are in order."""
    goods = _goods(scenario, draw, kind)
    guards = scenario.known("fitting", *_SAFEGUARDS) if goods else ()
    return {
        "goods": goods,
        "fittings": guards if draw.randrange(_PERCENT) >= _UNTIDY else guards[:-1],
        "filed": _said(draw) if goods else None,
        "undertaking": _said(draw) if kind == "rental_house" else None,
    }


def _goods(scenario: Scenario, draw: Random, kind: str) -> tuple[str, ...]:
    if kind == _SELLER:
        return scenario.known("goods", _KNIVES)
    others = [word for word in scenario.known("goods") if word != _KNIVES]
    if kind == _HOLDER and others:
        return tuple(draw.sample(others, min(len(others), draw.choice((1, 1, 2)))))
    return ()


def _said(draw: Random) -> bool | None:
    """Yes, now and then no, and seldom nothing, where the office does not say."""
    if draw.randrange(1000) < _UNSAID_OF_1000:
        return None
    return draw.randrange(_PERCENT) >= _UNTIDY
