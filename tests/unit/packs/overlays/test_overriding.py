"""Overlays: other values in the place of a source's, all faults at once, named in receipts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date

import pytest

from fengqiao.errors import OverlayError, PackError, render
from fengqiao.errors.texts_overlays import TEXTS
from fengqiao.packs import describe, set_up, with_overrides
from fengqiao.rules import Band, Duty, Norm, Pack, Role, Sheet, core_catalogue, entry_of
from fengqiao.rules.values import OPEN
from fengqiao.testing.small import SMALL_PACK, small_city
from fengqiao.workspace import open_workspace


def overlaid(pack: Pack, values: Mapping[str, object]) -> Pack:
    """The pack with an overlay `trial`."""
    return with_overrides(pack, values, name="trial", catalogue=core_catalogue())


def norm(pack: Pack, entry_id: str) -> Norm:
    """A norm of a pack."""
    found = entry_of(pack, entry_id)
    assert isinstance(found, Norm)
    return found


def duty(pack: Pack, entry_id: str) -> Duty:
    """A duty of a pack."""
    found = entry_of(pack, entry_id)
    assert isinstance(found, Duty)
    return found


def codes(pack: Pack, values: Mapping[str, object]) -> list[str]:
    """Codes of the faults that an overlay has."""
    with pytest.raises(OverlayError) as caught:
        overlaid(pack, values)
    return [fault.code for fault in caught.value.faults]


def test_limit_of_a_norm(everytown: Pack) -> None:
    """The number is another; the comparison, the clause and the days stay."""
    (was,) = norm(everytown, "visits.households").phases
    (phase,) = norm(
        overlaid(everytown, {"visits.households.at_least": 60}), "visits.households"
    ).phases
    assert (phase.comparison.op, phase.comparison.plain()) == ("at_least", 60)
    assert (phase.cites, phase.effective_from) == (was.cites, was.effective_from)


def test_changed_value_is_not_verified(everytown: Pack) -> None:
    """It was compared with no source; what stays as it was is as good as before."""
    pack = overlaid(everytown, {"visits.households.at_least": 60})
    assert [norm(pack, "visits.households").phases[0].verified] == [False]
    assert norm(pack, "facility.fittings") == norm(everytown, "facility.fittings")


@pytest.mark.parametrize(
    ("field", "value", "plain"),
    [
        ("staffing.community_officer_share.at_least", "40%", "40%"),
        ("organisation.stations.bare", 6, 6),
        ("inspection.premises.at_least", 5, 5),
        ("visits.households.at_least", "open", "open"),
        ("facility.fittings.all_of", ["suggestion_box"], ["suggestion_box"]),
        ("facility.fittings.all_of", ("desk",), ["desk"]),
    ],
)
def test_values_as_packs_write_them(
    everytown: Pack, field: str, value: object, plain: object
) -> None:
    """Shares, words, lists, and `open`, on the comparison that the entry has."""
    entry_id = field.rpartition(".")[0]
    (phase,) = norm(overlaid(everytown, {field: value}), entry_id).phases
    assert phase.comparison.plain() == plain


def test_all_phases_that_state_a_field(everytown: Pack) -> None:
    """One value stands in each of them; a phase with another comparison is left alone."""
    pack = overlaid(everytown, {"staffing.auxiliaries.at_least": 3})
    phases = norm(pack, "staffing.auxiliaries").phases
    assert [one.comparison.plain() for one in phases] == [3, 3, [2, 3]]


def test_phase_of_a_day(everytown: Pack) -> None:
    """A day names the phase in force on it; the days of the phases stay."""
    was = norm(everytown, "staffing.auxiliaries")
    pack = overlaid(
        everytown,
        {
            "staffing.auxiliaries.at_least": {date(2020, 6, 1): 4},
            "staffing.auxiliaries.between": {date(2021, 1, 1): [4, 5]},
        },
    )
    phases = norm(pack, "staffing.auxiliaries").phases
    assert [one.comparison.plain() for one in phases] == [1, 4, [4, 5]]
    assert [one.effective_from for one in phases] == [one.effective_from for one in was.phases]


def test_edge_of_a_filter(read: Callable[[str], Pack]) -> None:
    """A number by which subjects are told apart is a number like any other."""
    pack = read(
        """
[[norm]]
key = "staffing.mediation_members"
each = "community"
where.resident_count.at_least = 1000
at_least = 3
clause = "一"
"""
    )
    name = "staffing.mediation_members.where.resident_count.at_least"
    (phase,) = norm(overlaid(pack, {name: 2000}), "staffing.mediation_members").phases
    assert dict(phase.where)["resident_count"].plain() == 2000


def test_requirements_of_a_duty(everytown: Pack) -> None:
    """Named as open terms are: length, attendance, window, cadence, invited, topics."""
    pack = overlaid(
        everytown,
        {
            "meeting.community.lasts": "1 hour",
            "meeting.community.people": 5,
            "meeting.community.within": "5 days",
            "meeting.community.times": 2,
            "meeting.community.every": "quarter",
            "meeting.community.invite": ["grid_worker"],
        },
    )
    (phase,) = duty(pack, "meeting.community").phases
    stated = {one.name: one.comparison.plain() for one in phase.requirements}
    assert (phase.every, phase.times, phase.within and str(phase.within.text)) == (  # type: ignore[union-attr]  # a quantity
        "quarter",
        2,
        "5 days",
    )
    assert [stated[name] for name in ("cadence", "window", "length", "attendance", "invited")] == [
        2,
        "5 days",
        "1 hour",
        5,
        ["grid_worker"],
    ]


def test_report_back_stays_where_topics_change(everytown: Pack) -> None:
    """A word that is a requirement of its own is not swept away with the list of topics."""
    pack = overlaid(everytown, {"meeting.community.covers": ["prevention"]})
    (phase,) = duty(pack, "meeting.community").phases
    stated = {one.name: one.comparison.plain() for one in phase.requirements}
    assert (stated["topics"], stated["report_back"]) == (["prevention"], ["report_back"])


def test_levels_of_a_band_move_together(everytown: Pack) -> None:
    """Two neighbours share an edge, so both are given."""
    values = {"station.class.large": 12, "station.class.middle": [4, 12]}
    band = entry_of(overlaid(everytown, {**values, "station.class.over": "year"}), "station.class")
    assert isinstance(band, Band)
    assert [one.comparison.plain() for one in band.levels] == [12, [4, 12], 4]
    assert band.over == "year"


def test_level_that_leaves_a_gap(everytown: Pack) -> None:
    """A station with eleven calls would have no class."""
    assert codes(everytown, {"station.class.large": 12}) == ["pack.band_gap"]


def test_words_of_a_role(everytown: Pack) -> None:
    """Who may hold it."""
    role = entry_of(
        overlaid(everytown, {"deputy_grid_lead.held_by": "officer"}), "deputy_grid_lead"
    )
    assert isinstance(role, Role)
    assert role.held_by == ("officer",)


def test_numbers_of_a_sheet(everytown: Pack) -> None:
    """Weights, winners, and how much data there must be."""
    values = {
        "points.community_officer.work.weight": 70,
        "points.community_officer.survey.weight": "open",
        "points.community_officer.winners": 3,
        "points.community_officer.minimum_data": 12,
    }
    sheet = entry_of(overlaid(everytown, values), "points.community_officer")
    assert isinstance(sheet, Sheet)
    assert isinstance(sheet.parts, tuple)
    assert [part.weight.plain() if part.weight != OPEN else "open" for part in sheet.parts] == [  # type: ignore[union-attr]  # not None here
        70,
        "open",
    ]
    assert (sheet.winners, sheet.minimum_data) != (None, None)


def test_weights_beyond_the_whole(everytown: Pack) -> None:
    """Nobody could reach the full score, or somebody could pass it."""
    values = {
        "points.community_officer.work.weight": 70,
        "points.community_officer.survey.weight": 40,
    }
    assert codes(everytown, values) == ["pack.weights_sum"]


def test_dropped_entry(everytown: Pack) -> None:
    """None takes the whole entry out."""
    pack = overlaid(everytown, {"visits.households": None})
    assert entry_of(pack, "visits.households") is None
    assert len(pack.entries) == len(everytown.entries) - 1


def test_worked_cases_are_left_out() -> None:
    """They prove what the source says."""
    assert with_overrides(SMALL_PACK, {"visits.households.at_least": 2}, name="two").cases == ()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"visits.household.at_least": 60}, "overlay.unknown_name"),
        ({"visits.households.at_most": 60}, "overlay.unknown_name"),
        ({"visits.households.no such\nfield": 60}, "overlay.unknown_name"),
        ({"visits.households": 60}, "overlay.whole_entry"),
        ({"visits.households.at_least": None}, "overlay.only_entries"),
        ({"station.class": None}, "overlay.not_dropped"),
        ({"meeting_topic": None}, "overlay.not_dropped"),
        ({"visits.households.at_least": {date(2017, 1, 1): 3}}, "overlay.no_phase"),
        ({"visits.households.at_least": {"2018-07-01": 3}}, "overlay.days"),
        ({"visits.households.at_least": {}}, "overlay.days"),
        ({"station.class.over": {date(2019, 1, 1): "year"}}, "overlay.no_phases"),
        ({}, "overlay.nothing"),
        ({"visits.households.at_least": "40%"}, "pack.wants_count"),
        ({"visits.households.at_least": 60.5}, "pack.not_an_amount"),
        ({"visits.households.at_least": -1}, "pack.out_of_range"),
        ({"staffing.community_officer_share.at_least": 5}, "pack.wants_share"),
        ({"facility.fittings.all_of": ["swimming_pool"]}, "pack.unknown_word"),
        ({"meeting.community.lasts": "2 weeks"}, "pack.wants_time"),
        ({"meeting.community.people": "40%"}, "pack.wants_count"),
        ({"meeting.community.within": "2 hours"}, "pack.wants_days"),
        ({"meeting.community.times": 0}, "pack.not_a_number"),
        ({"deputy_grid_lead.held_by": ["mayor"]}, "pack.unknown_word"),
        ({"station.class.small": "open"}, "pack.not_an_amount"),
        ({"points.community_officer.work.weight": "1 hour"}, "pack.not_a_number"),
        ({"points.community_officer.out_of": "open"}, "pack.not_a_number"),
    ],
)
def test_what_is_refused(everytown: Pack, values: Mapping[str, object], code: str) -> None:
    """A name that is not there, a value of another kind, a whole that no longer fits."""
    assert codes(everytown, values) == [code]


def test_all_faults_at_once(everytown: Pack) -> None:
    """In the order in which the values were given."""
    values = {"visits.household.at_least": 60, "meeting.community.lasts": "2 weeks", "x": None}
    assert codes(everytown, values) == [
        "overlay.unknown_name",
        "overlay.unknown_name",
        "pack.wants_time",
    ]


def test_close_names_are_offered(everytown: Pack) -> None:
    """The one that was meant comes first."""
    with pytest.raises(OverlayError) as caught:
        overlaid(everytown, {"visits.household.at_least": 60})
    assert caught.value.facts["close"][0] == "visits.households.at_least"  # type: ignore[index]  # names


def test_text_of_an_unknown_name(everytown: Pack) -> None:
    """What is wrong, why it matters, what to do next, in both languages."""
    with pytest.raises(OverlayError) as caught:
        overlaid(everytown, {"organisation.stations.at_least": 6})
    assert render(caught.value, "en") == (
        "overrides: `organisation.stations.at_least` is no value of this pack. A change that"
        " reaches nothing would be mistaken for one without effect. Close names:"
        " organisation.stations.bare. `fengqiao show PACK` lists all. [overlay.unknown_name]"
    )
    assert "不是本规则包中的值" in render(caught.value, "zh")


@pytest.mark.parametrize("name", ["", "Trial", "a b", "名", "x" * 41])
def test_name_of_an_overlay(everytown: Pack, name: str) -> None:
    """Receipts hold it, so it is a plain word."""
    with pytest.raises(OverlayError) as caught:
        with_overrides(everytown, {"visits.households.at_least": 6}, name=name)
    assert caught.value.code == "overlay.name"


def test_one_overlay_a_pack(everytown: Pack) -> None:
    """Everything that was changed stands under one name."""
    first = overlaid(everytown, {"visits.households.at_least": 60})
    assert codes(first, {"visits.households.at_least": 70}) == ["overlay.twice"]


def test_digest_is_of_what_is_changed(everytown: Pack) -> None:
    """Not of the order in which it was written; another value has another digest."""
    values = {"visits.households.at_least": 60, "organisation.stations.bare": 6}
    one, same, other = (
        overlaid(everytown, given).overlay
        for given in (
            values,
            dict(reversed(values.items())),
            {**values, "organisation.stations.bare": 7},
        )
    )
    assert one is not None
    assert one == same
    assert other is not None
    assert one.sha256 != other.sha256


def test_every_text_is_tested() -> None:
    """Each code of this table is raised by one of the tests above."""
    assert set(TEXTS) == {
        f"overlay.{name}"
        for name in (
            "days", "name", "no_phase", "no_phases", "not_dropped", "nothing", "only_entries",
            "twice", "unknown_name", "whole_entry",
        )
    }  # fmt: skip


def test_description_names_the_overlay(everytown: Pack) -> None:
    """With everything that it changes, as plain data."""
    pack = overlaid(everytown, {"visits.households.at_least": 60, "facility.fittings": None})
    shown = describe(pack, core_catalogue())["overlay"]
    assert pack.overlay is not None
    assert shown == {
        "name": "trial",
        "sha256": pack.overlay.sha256,
        "changed": ["facility.fittings = none", "visits.households.at_least = 60"],
    }
    assert describe(everytown, core_catalogue())["overlay"] is None


def test_receipts_of_all_findings_name_the_overlay() -> None:
    """Those of entries that it leaves alone say that nothing of them was changed."""
    pack = with_overrides(SMALL_PACK, {"visits.households.at_least": 2}, name="two-visits")
    with open_workspace(packs=pack) as workspace:
        small_city(workspace)
        findings = list(workspace.check("2018-07"))
    named = {(one.entry, *map(str, one.receipt["overlay"])) for one in findings}  # type: ignore[call-overload]  # a list
    assert all(len(one) == 2 for one in named)
    changed = {
        one.entry: one.receipt["overlay"][0]["changed"]  # type: ignore[index]  # a list of tables
        for one in findings
    }
    assert changed["visits.households"] == ["visits.households.at_least = 2"]
    assert changed["meeting.community"] == []
    json.dumps([one.to_json() for one in findings])


def test_result_follows_the_overlay() -> None:
    """S02 visits 2 households of the 3 that Testtown asks for: too few, or enough."""
    results = []
    for packs in (
        SMALL_PACK,
        with_overrides(SMALL_PACK, {"visits.households.at_least": 2}, name="two"),
    ):
        with open_workspace(packs=packs) as workspace:
            small_city(workspace)
            found = workspace.check("2018-07", entry="visits.households")
            results.append({one.subject: one.result for one in found})
    assert results == [{"S01": "met", "S02": "not_met"}, {"S01": "met", "S02": "met"}]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Overlay: two on testtown: visits.households.at_least = 2 (not the source's)"),
        ("zh", "叠加改动:testtown 的 two:visits.households.at_least = 2(并非原文规定)"),
    ],
)
def test_explanation_says_it(lang: str, line: str) -> None:
    """So that nobody takes the number for the source's."""
    pack = with_overrides(SMALL_PACK, {"visits.households.at_least": 2}, name="two")
    finding = "testtown:visits.households@community_officer/S02:2018-07"
    with open_workspace(packs=pack) as workspace:
        small_city(workspace)
        assert line in workspace.explain(finding, lang=lang).splitlines()  # type: ignore[arg-type]  # en or zh


def test_two_overlays_of_one_pack_in_one_workspace() -> None:
    """It would not be known which of them speaks."""
    one, other = (
        with_overrides(SMALL_PACK, {"visits.households.at_least": limit}, name=f"at-{limit}")
        for limit in (2, 5)
    )
    with pytest.raises(PackError) as caught:
        set_up([one, other])
    assert caught.value.code == "pack.twice"
