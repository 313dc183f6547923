"""What may be held: nine field kinds, no free text, names of stations and areas only."""

from __future__ import annotations

import inspect

import attrs
import pytest

from fengqiao.model import FIELD_KINDS, KINDS, LISTS, cases, events, registers
from fengqiao.model.fields import specs_of
from fengqiao.model.inventory import inventory
from fengqiao.rules import core_catalogue


def _stored_types() -> list[type]:
    return [
        member
        for module in (events, registers, cases)
        for _, member in inspect.getmembers(module, inspect.isclass)
        if attrs.has(member) and member.__module__ == module.__name__
    ]


def test_every_model_type_is_a_kind() -> None:
    """No type stands beside the kinds that the walk, the stores and the inventory know."""
    assert {kind.cls for kind in LISTS.values()} == set(_stored_types())


@pytest.mark.parametrize("cls", _stored_types(), ids=lambda cls: cls.__name__)
def test_every_field_has_a_declared_kind(cls: type) -> None:
    """Each field of a stored type is of one of the nine kinds."""
    assert {spec.kind for spec in specs_of(cls).values()} <= set(FIELD_KINDS)


def test_a_field_without_a_kind_is_refused() -> None:
    """A plain attrs field, which could hold free text, fails the walk."""

    @attrs.frozen
    class Note:
        text: str

    with pytest.raises(TypeError, match=r"Note\.text has no declared field kind"):
        specs_of(Note)


def test_there_is_no_kind_for_free_text() -> None:
    """The closed list of field kinds is the design's."""
    assert FIELD_KINDS == (
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


def test_only_stations_and_areas_have_names() -> None:
    """A register name stands on nothing that could be a person."""
    named = {row.kind for row in inventory() if row.field_kind == "register_name"}
    assert named == {"station", "area"}


def test_what_no_register_knows_stands_in_four_kinds() -> None:
    """A household stands on a visit, an item where agreed and reported, a case in its steps."""
    kinds = {name for name, kind in KINDS.items() if kind.unsplit and kind.nature == "event"}
    assert kinds == {"visit", "action_item", "action_report", "case_event"}


def test_no_category_meets_what_no_register_knows() -> None:
    """A kind of event that holds a household or an action item carries no code.

    Steps of cases have codes; a step about a party has none that says something of the case.
    """
    kinds = {name for name, kind in KINDS.items() if kind.unsplit and kind.nature == "event"}
    kinds.remove("case_event")
    assert [row for row in inventory() if row.kind in kinds and row.field_kind == "code"] == []


def test_premises_are_references_wherever_they_stand() -> None:
    """No field names premises by an id that could not be erased."""
    kinds = {(row.kind, row.field_kind) for row in inventory() if row.field == "premises"}
    assert kinds == {
        ("premises", "ref"),
        ("police_room", "ref"),
        ("inspection", "ref"),
        ("contact", "ref"),
        ("duty", "ref"),
    }


def test_totals_are_not_about_premises() -> None:
    """The subject of a total is an id, which nothing erases."""
    assert "premises" not in core_catalogue().words("counted_subject")


def test_the_inventory_lists_every_field() -> None:
    """One row per declared field."""
    assert [(row.kind, row.field) for row in inventory()] == [
        (kind.name, field.name) for kind in KINDS.values() for field in attrs.fields(kind.cls)
    ]
