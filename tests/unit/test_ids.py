from __future__ import annotations

import pytest

from fengqiao import ids
from fengqiao.errors import IdRefused

# GB 11643: weights 2^(18-i) mod 11, and the check digit for each remainder.
WEIGHTS = [2 ** (17 - place) % 11 for place in range(17)]
CHECK = "10X98765432"


def with_check_digit(seventeen: str) -> str:
    """Seventeen digits and the check digit that belongs to them."""
    total = sum(int(digit) * weight for digit, weight in zip(seventeen, WEIGHTS, strict=True))
    return seventeen + CHECK[total % 11]


# Region 150302 (a district of Wuhai), days of the calendar, sequence 000: given to nobody.
NUMBER = with_check_digit("15030219990704000")
ENDS_IN_X = next(
    number
    for day in range(10, 28)
    if (number := with_check_digit(f"150302199907{day}000")).endswith("X")
)


@pytest.mark.parametrize("number", [NUMBER, ENDS_IN_X, ENDS_IN_X.lower()])
@pytest.mark.parametrize("around", ["{}", "a{}", "{}9", "H-{}-1", "7{}7", "A{}Z"])
def test_identity_number_is_refused_anywhere_in_a_text(number: str, around: str) -> None:
    """A valid identity number is found wherever it stands, between digits and letters too."""
    refused = ids.find_refused("ref", ["HH-00000001", around.format(number)])
    assert refused == ids.Refusal(1, "id.identity_number")


def wrong_check_digit() -> str:
    """The number with another last digit."""
    return NUMBER[:17] + ("0" if NUMBER[17] != "0" else "1")


@pytest.mark.parametrize(
    "text",
    [
        wrong_check_digit(),
        with_check_digit("15030219991304000"),  # no such month
        with_check_digit("15030219990230000"),  # no such day
        with_check_digit("15030219990229000"),  # 1999 had no 29 February
        with_check_digit("99030219990704000"),  # no such province
        with_check_digit("15030217990704000"),  # too long ago
        NUMBER[:9] + "-" + NUMBER[9:],
    ],
)
def test_other_long_numbers_pass(text: str) -> None:
    """A run of digits that is no valid identity number is a reference like any other."""
    assert ids.find_refused("ref", [text]) is None


def test_leap_day_is_a_day() -> None:
    """29 February counts in a year that has one."""
    assert ids.holds_identity_number(with_check_digit("15030220000229000"))


@pytest.mark.parametrize("around", ["{}", "HH:{}", "{}.x1", "a-{}-b"])
def test_mobile_number_is_refused_as_a_whole_token(around: str) -> None:
    """Eleven digits that begin like a mobile number, with no letter or digit beside them."""
    refused = ids.find_refused("ref", [around.format("13900000000")])
    assert refused == ids.Refusal(0, "id.mobile_number")


@pytest.mark.parametrize("text", ["x13900000000", "139000000001", "12900000000", "1390000000"])
def test_other_digits_are_no_mobile_number(text: str) -> None:
    """Longer or shorter numbers, other beginnings and parts of words pass."""
    assert ids.find_refused("ref", [text]) is None


@pytest.mark.parametrize(
    ("kind", "text", "passes"),
    [
        ("ref", "x" * 7, False),
        ("ref", "x" * 8, True),
        ("ref", "x" * 64, True),
        ("ref", "x" * 65, False),
        ("id", "x", True),
        ("id", "", False),
        ("id", "x" * 65, False),
    ],
)
def test_lengths(kind: ids.TextKind, text: str, *, passes: bool) -> None:
    """References have 8 to 64 characters, ids 1 to 64."""
    assert (ids.find_refused(kind, [text]) is None) == passes


@pytest.mark.parametrize(
    "text",
    [
        "户号00000001",
        "HH 00000001",
        "HH-0000000\n1",
        "ＨＨ-00000001",
        "HH-0000000１",
        "HH/00000001",
    ],
)
def test_other_scripts_and_white_space_are_refused(text: str) -> None:
    """Only ASCII letters, digits and four signs may stand in a reference."""
    assert ids.find_refused("ref", [text]) == ids.Refusal(0, "id.shape")


def test_area_code_is_no_place_for_a_mobile_number() -> None:
    """Eleven digits are digits, but not an area."""
    assert ids.find_refused("area_code", ["150302001001", "13900000000"]) == ids.Refusal(
        1, "id.mobile_number"
    )


FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


@pytest.mark.parametrize("number", [NUMBER, NUMBER.translate(FULL_WIDTH)])
def test_name_of_a_register_holds_no_number_either(number: str) -> None:
    """A station's name may be Chinese, with a number, but not with a person's."""
    assert ids.find_refused("register_name", ["第3派出所", f"所{number}"]) == ids.Refusal(
        1, "id.identity_number"
    )


@pytest.mark.parametrize("size", [1, 3, 5000])
def test_row_of_the_refusal_is_counted_in_the_whole_column(size: int) -> None:
    """The row is right where texts repeat themselves and only the set is looked at."""
    column = ["HH-00000001"] * size + ["短"]
    assert ids.find_refused("ref", column) == ids.Refusal(size, "id.shape")


def test_empty_column_passes() -> None:
    """There is nothing to refuse."""
    assert ids.find_refused("ref", []) is None


def test_refused_text_is_not_repeated() -> None:
    """The error of `check_text` names the field, never the text."""
    with pytest.raises(IdRefused) as refused:
        ids.check_text("ref", NUMBER, what="household")
    assert NUMBER not in f"{refused.value} {refused.value!r} {dict(refused.value.facts)}"


def test_minted_references_are_good_references() -> None:
    """What `mint_ref` makes passes the recogniser."""
    minted = [ids.mint_ref(b"s" * 16, "household", str(key)) for key in range(200)]
    assert ids.find_refused("ref", minted) is None


def test_minted_reference_depends_on_secret_kind_and_key() -> None:
    """The same three give the same reference, any other another one."""
    one = ids.mint_ref(b"s" * 16, "household", "7")
    others = [
        ids.mint_ref(b"t" * 16, "household", "7"),
        ids.mint_ref(b"s" * 16, "premises", "7"),
        ids.mint_ref(b"s" * 16, "household", "8"),
    ]
    assert (ids.mint_ref(b"s" * 16, "household", "7"), one in others) == (one, False)


def test_short_secret_is_refused() -> None:
    """Fifteen bytes are too few."""
    with pytest.raises(IdRefused):
        ids.mint_ref(b"s" * 15, "household", "7")


def test_shown_reference_keeps_four_characters() -> None:
    """Logs see the end of a reference only."""
    assert ids.shown_ref("HH-00001234") == "...1234"
