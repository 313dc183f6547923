"""The kinds of facts that a store holds, and what each promises."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from attrs import field, frozen

from fengqiao.model import cases, events, registers
from fengqiao.model.fields import FieldSpec, specs_of


@frozen
class Kind:
    """One kind of fact.

    Attributes:
        name: What hosts and tallies call it: `visit`.
        cls: The attrs class of one fact.
        nature: `event` (happened on a day) or `register` (holds over a span of days).
        dated_by: For events: the field that gives the day.
        few: Whether single rows may be read back; otherwise only tallies.
        key_fields: For registers: the fields a fact's id is made of when none is given.
        one_at_a_time: For registers: the field of which only one fact may hold on a day.
        fields: Declared fields by name, in order.
    """

    name: str
    cls: type
    nature: Literal["event", "register"]
    dated_by: str | None = None
    few: bool = False
    key_fields: tuple[str, ...] = ()
    one_at_a_time: str | None = None
    fields: Mapping[str, FieldSpec] = field(init=False)

    @fields.default
    def _declared(self) -> Mapping[str, FieldSpec]:
        return MappingProxyType(specs_of(self.cls))

    @property
    def refs(self) -> tuple[str, ...]:
        """Names of the reference fields, which `erase` must reach."""
        return tuple(name for name, spec in self.fields.items() if spec.kind == "ref")

    @property
    def unsplit(self) -> tuple[str, ...]:
        """Names of the references by which nothing is counted: those that no register knows.

        Premises are on a register and are subjects of findings; households are neither.
        """
        return tuple(name for name in self.refs if self.fields[name].register is None)


def _event(name: str, cls: type, dated_by: str, *, few: bool) -> Kind:
    return Kind(name, cls, "event", dated_by=dated_by, few=few)


def _register(name: str, cls: type, *keys: str, one: str | None = None) -> Kind:
    return Kind(name, cls, "register", few=True, key_fields=(*keys, "since"), one_at_a_time=one)


_ALL = (
    _register("area", registers.Area, "area", one="area"),
    _register("station", registers.Station, "station", one="station"),
    _register("police_post", registers.PolicePost, "post", one="post"),
    _register("body", registers.Body, "body", one="body"),
    _register("facility", registers.Facility, "facility", one="facility"),
    _register("team", registers.Team, "team", one="team"),
    _register("premises", registers.Premises, "premises", one="premises"),
    _register("police_room", registers.PoliceRoom, "room", one="room"),
    _register("grid", registers.Grid, "grid", one="grid"),
    _register("beat", registers.Beat, "beat", one="beat"),
    _register("mediation_committee", registers.MediationCommittee, "committee", one="committee"),
    _register(
        "assignment",
        registers.Assignment,
        *("staff", "role", "station", "room", "grid", "post", "beat", "committee"),
    ),
    _register("recording", registers.Recording, "key", "area"),
    _event("visit", events.Visit, "started_at", few=False),
    _event("contact", events.Contact, "started_at", few=False),
    _event("tasking", events.Tasking, "started_at", few=True),
    _event("session", events.Session, "started_at", few=True),
    _event("action_item", events.ActionItem, "agreed_on", few=True),
    _event("action_report", events.ActionReport, "on", few=True),
    _event("inspection", events.Inspection, "started_at", few=True),
    _event("duty", events.DutyDone, "started_at", few=True),
    _event("total", events.Total, "on", few=False),
    _event("award", events.Award, "awarded_on", few=True),
    _event("case_event", cases.CaseEvent, "at", few=True),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _ALL})
"""Every kind of fact by name, registers first."""

CASE_EVENT = KINDS["case_event"]
"""Steps of cases: the one kind that is appended case by case."""

DERIVED: Mapping[str, Kind] = MappingProxyType({"case": _register("case", cases.Case, one="case")})
"""Registers that no store holds: they are made of events on reading."""

LISTS: Mapping[str, Kind] = MappingProxyType({**KINDS, **DERIVED})
"""Kinds of fact that may list subjects, stored or made."""

KIND_OF_CLASS: Mapping[type, Kind] = MappingProxyType({kind.cls: kind for kind in _ALL})
"""The kind of a model class."""
