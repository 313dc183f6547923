"""What `show PACK --json` prints: a fixed shape in which every number of the pack stands."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator

import pytest

from fengqiao.packs import describe, read_pack
from fengqiao.packs.setup import with_words_of
from fengqiao.rules import Pack, core_catalogue

from .conftest import TESTS

Plain = dict[str, object]


@pytest.fixture(scope="module")
def shown(everytown: Pack) -> dict[str, object]:
    """The whole pack, after a way through JSON."""
    catalogue = with_words_of(everytown, core_catalogue())
    read = json.loads(json.dumps(describe(everytown, catalogue)))
    assert isinstance(read, dict)
    return read


def entries(shown: Plain) -> list[Plain]:
    """All entries."""
    found = shown["entries"]
    assert isinstance(found, list)
    return found


def entry(shown: Plain, entry_id: str) -> Plain:
    """An entry by id."""
    return next(one for one in entries(shown) if one["id"] == entry_id)


def brief(shown: Plain, entry_id: str) -> list[tuple[object, ...]]:
    """Field, comparison, value and unit of an entry's values."""
    values = entry(shown, entry_id)["values"]
    assert isinstance(values, list)
    return [(one["field"], one["op"], one["value"], one["unit"]) for one in values]


def test_the_shape_of_a_pack_is_fixed(shown: Plain) -> None:
    """Other programs read these keys."""
    assert (list(shown), shown["format"], shown["pack"]) == (
        ["format", "pack", "version", "overlay", "sources", "entries"],
        1,
        "everytown",
    )


def test_the_shape_of_an_entry_is_fixed(shown: Plain) -> None:
    """Every entry has the same keys, whatever its kind."""
    keys = ["kind", "id", "key", "clause", "source", "force", "each", "per", "values", "why"]
    keys.append("open")
    assert [list(one) for one in entries(shown) if list(one) != keys] == []


def test_the_shape_of_a_value_is_fixed(shown: Plain) -> None:
    """Every value has the same keys."""
    keys = ["field", "op", "value", "unit", "by", "from", "until"]
    values = [value for one in entries(shown) for value in _listed(one["values"])]
    assert [list(value) for value in values if list(value) != keys] == []


def _listed(values: object) -> list[Plain]:
    assert isinstance(values, list)
    return values


def test_a_norm_shows_its_limit(shown: Plain) -> None:
    """The limit stands without a field, in the key's unit."""
    assert brief(shown, "visits.households")[0] == (None, "at_least", 30, "households")


def test_a_phase_shows_its_days(shown: Plain) -> None:
    """Each phase is a value of its own, with `by`, `from` and `until`."""
    values = _listed(entry(shown, "staffing.auxiliaries")["values"])
    dated = [(v["value"], v["by"], v["from"], v["until"]) for v in values if v["field"] is None]
    assert dated == [
        (1, None, "2018-06-25", "2019-12-30"),
        (2, "2019-12-31", "2019-12-31", "2020-12-31"),
        ([2, 3], None, "2021-01-01", "2021-12-31"),
    ]


def test_a_duty_shows_cadence_length_and_attendance(shown: Plain) -> None:
    """Times per period, length and people stand in the source's own units."""
    found = brief(shown, "meeting.community")
    assert {
        ("times", "at_least", 1, "per month"),
        ("lasts", "at_least", "90 minutes", "minute"),
        ("people", "about", 12, "people"),
    } <= {one for one in found if not isinstance(one[2], list)}


def test_a_band_shows_its_edges(shown: Plain) -> None:
    """Each level is a field."""
    assert brief(shown, "station.class") == [
        ("large", "at_least", 9, "calls"),
        ("middle", "between", [4, 9], "calls"),
        ("small", "less_than", 4, "calls"),
    ]


def test_a_label_shows_count_and_items(shown: Plain) -> None:
    """A stated count stands as stated, and items are listed."""
    assert brief(shown, "duty_item") + brief(shown, "meeting_topic") == [
        ("count", "equal", 17, "items"),
        ("count", "equal", 2, "items"),
        ("items", "all_of", ["prevention", "publicity"], "words"),
    ]


def test_a_sheet_shows_weights_and_winners(shown: Plain) -> None:
    """An open weight stands as open."""
    assert brief(shown, "points.community_officer")[1:8] == [
        ("work.weight", "equal", 60, "weight"),
        ("work.each_short.target", "equal", 80, None),
        ("work.each_short.unit", "equal", 1, None),
        ("work.each_short.points", "equal", 1, "points"),
        ("survey.weight", "equal", "open", "weight"),
        ("out_of", "equal", 100, "points"),
        ("winners", "equal", 10, "community_officer"),
    ]


def test_a_part_shows_how_it_gives_points() -> None:
    """Targets, units, points, floors and vetoes, as the pack of sheets writes them."""
    scoring = read_pack(TESTS / "packs_for_tests" / "scoring")
    found = describe(scoring, with_words_of(scoring, core_catalogue()))
    assert brief(found, "points.each")[1:] == [
        ("visits.weight", "equal", 40, "weight"),
        ("visits.each_short.target", "equal", 80, None),
        ("visits.each_short.unit", "equal", 2, None),
        ("visits.each_short.points", "equal", "1/2", "points"),
        ("visits.each_short.floor", "at_least", 10, "points"),
        ("violations.weight", "equal", 20, "weight"),
        ("violations.each_time.points", "equal", 7, "points"),
        ("violations.each_time.floor", "at_least", 5, "points"),
    ]
    assert brief(found, "points.with_veto")[2:] == [
        ("violations.veto", "at_most", 0, None),
        ("visits.veto", "at_least", 10, None),
    ]
    assert brief(found, "points.by_steps")[2:4] == [
        ("familiarity.steps", "at_least", "90%", None),
        ("familiarity.steps.points", "equal", 10, "points"),
    ]


def test_what_is_left_out_shows_its_numbers(shown: Plain) -> None:
    """Numbers of a clause that is left out find a home as they are written."""
    assert brief(shown, "not_modelled:三") == [
        (None, "bare", "20条", None),
        (None, "bare", "5台次", None),
    ]


def test_what_is_open_is_named_as_in_configuration(shown: Plain) -> None:
    """The names are those that the host writes."""
    assert entry(shown, "meeting.community")["open"] == [
        "meeting.community.within",
        "meeting.community.people",
    ]


def test_a_clause_of_another_source_says_so(shown: Plain) -> None:
    """Clauses stand by their own numbering under their source."""
    found = entry(shown, "inspection.premises")
    assert (found["source"], found["clause"]) == ("report", ["导语"])


def _numbers(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for name, one in node.items():
            if name not in ("zh", "en", "clause", "reading", "other", "note", "cites", "round"):
                yield from _numbers(one)
    elif isinstance(node, list):
        for one in node:
            yield from _numbers(one)
    elif isinstance(node, str) and re.match(r"[0-9]", node):
        yield node
    elif isinstance(node, int) and not isinstance(node, bool):
        yield str(node)


def test_every_number_of_the_files_is_shown(shown: Plain) -> None:
    """No number that the pack carries is lost on the way; rounding is for display alone."""
    written: set[str] = set()
    for path in (TESTS / "packs_for_tests" / "every_table" / "data").glob("[2-4]*.toml"):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        written.update(_numbers([tables[name] for name in tables if name != "format"]))
    values = [value["value"] for one in entries(shown) for value in _listed(one["values"])]
    assert written - set(_numbers(values)) == set()
