from __future__ import annotations

from collections import Counter

from fengqiao.simulate import Town
from fengqiao.simulate.inspections import inspections


def test_most_officers_inspect_five_premises_for_fire_or_more(town: Town) -> None:
    """Five a month: Wuhai's order of 2018, 四(三)第四项."""
    fire = Counter(row[1] for row in inspections(town) if "fire" in row[4])
    assert 2 * sum(number >= 5 for number in fire.values()) > len(fire)


def test_premises_are_inspected_once_a_month_by_an_officer(town: Town) -> None:
    """Distinct premises."""
    pairs = Counter((row[1], row[3]) for row in inspections(town))
    assert set(pairs.values()) == {1}


def test_only_what_was_inspected_is_found_wanting(town: Town) -> None:
    """A subset of the topics."""
    assert all(set(row[5]) <= set(row[4]) for row in inspections(town))


def test_school_is_inspected_for_what_concerns_schools(town: Town) -> None:
    """Traffic, buildings and food beside fire: Wuhai's order of 2018, 二(九)."""
    schools = {place.premises for place in town.premises if place.kind == "school"}
    topics = {topic for row in inspections(town) if row[3] in schools for topic in row[4]}
    assert {"traffic", "building", "food"} <= topics
