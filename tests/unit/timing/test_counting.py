from __future__ import annotations

import pickle

import pytest

from fengqiao.errors import DeadlineError
from fengqiao.timing import CountingRule, Length

OPEN = ("weekends", "excluded_days", "extended_from")


@pytest.mark.parametrize("count", [0, -1, True, 1.5, "3"])
def test_length_is_a_whole_number_from_one_on(count: object) -> None:
    """Nothing, less than nothing, half a day and text are no length."""
    with pytest.raises(DeadlineError) as caught:
        Length(count, "day")  # type: ignore[arg-type]  # the point
    assert caught.value.code == "deadline.length"


def test_length_has_a_unit_of_time() -> None:
    """A unit that is none of time is refused, with those that are."""
    with pytest.raises(DeadlineError) as caught:
        Length(3, "meeting")  # type: ignore[arg-type]  # the point
    assert caught.value.code == "deadline.unit"
    assert "working_day" in caught.value.facts["known"]  # type: ignore[operator]  # a tuple


@pytest.mark.parametrize(
    ("length", "text"), [(Length(1, "day"), "1 day"), (Length(7, "working_day"), "7 working_days")]
)
def test_length_is_written_as_packs_write_it(length: Length, text: str) -> None:
    """One is singular, more are plural."""
    assert length.plain() == text


def test_rule_settles_nothing_by_itself() -> None:
    """What the texts of law leave open is open in a rule until somebody settles it."""
    assert CountingRule(id="r").open_terms == OPEN


def test_rule_takes_the_terms_that_it_left_open() -> None:
    """The host's values fill what is open."""
    rule = CountingRule(id="r").filled({"weekends": "roll", "excluded_days": "whole"})
    assert (rule.weekends, rule.excluded_days, rule.open_terms) == (
        "roll",
        "whole",
        ("extended_from",),
    )


def test_rule_keeps_what_its_text_settles() -> None:
    """A host can't fill what the text says."""
    assert CountingRule(id="r", weekends="stay").filled({"weekends": "roll"}).weekends == "stay"


@pytest.mark.parametrize("terms", [{"weekends": "yes"}, {"holidays": "roll"}])
def test_unknown_term_or_word_is_refused(terms: dict[str, str]) -> None:
    """A slip in a term is an error, not a term left open."""
    with pytest.raises(DeadlineError) as caught:
        CountingRule(id="r").filled(terms)
    assert caught.value.code == "deadline.term"


def test_rule_never_moves_off_a_day_that_is_worked() -> None:
    """Only kinds of day of rest move a last day."""
    with pytest.raises(DeadlineError) as caught:
        CountingRule(id="r", rolls_on=["workday"])
    assert caught.value.code == "deadline.rolls_on"


def test_clause_of_the_whole_rule_stands_in_for_its_parts() -> None:
    """What has no clause of its own has that of the rule."""
    rule = CountingRule(id="r", cites={"rule": "x:35", "roll": "x:35(3)"})
    assert (rule.clause("roll"), rule.clause("first_day")) == ("x:35(3)", "x:35")


def test_rule_can_be_sent_to_a_worker() -> None:
    """A rule pickles."""
    rule = CountingRule(id="r", rolls_on=["statutory"], cites={"rule": "x:35"})
    assert pickle.loads(pickle.dumps(rule)) == rule  # noqa: S301  just pickled
