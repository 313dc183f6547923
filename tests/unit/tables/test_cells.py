from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fengqiao.ids import mint_ref
from fengqiao.model import KINDS
from fengqiao.rules import core_catalogue
from fengqiao.tables.cells import Bad, day, moment, parser, protected, unwrapped
from fengqiao.tables.words import Words

ZONE = ZoneInfo("Asia/Shanghai")
SECRET = b"sixteen bytes or more"


def read(kind: str, field: str, text: str, secret: bytes | None = None) -> object:
    """The value of a cell of a field."""
    spec = KINDS[kind].fields[field]
    words = Words(core_catalogue().vocabularies[spec.vocabulary]) if spec.vocabulary else None
    return parser(field, spec, zone=ZONE, words=words, secret=secret)(text)


def code(found: object) -> str:
    """Why a cell can't be read."""
    assert isinstance(found, Bad)
    return found.code


@pytest.mark.parametrize(
    "cell",
    [
        "150302001002",
        '="150302001002"',
        " 150302001002\t",
        "\t150302001002",
        "'150302001002",
        "\ufeff150302001002",
        "\u3000150302001002\u3000",
    ],
)
def test_what_protects_a_cell_is_taken_away(cell: str) -> None:
    """Spreadsheets and exports keep digits as they are in several ways."""
    assert unwrapped(cell) == "150302001002"


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+8613",
        "-1",
        "@x",
        '="=1+1"',
        "'=1",
        "\t=1",
        " =1",
        "\uff1dcmd",
        "\uff20x",
        '="a',
        "=A1",
    ],
)
def test_formula_is_refused(cell: str) -> None:
    """A cell that a spreadsheet would compute is never read."""
    assert code(unwrapped(cell)) == "table.formula"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "'=1", "\tx"])
def test_written_cell_begins_with_an_apostrophe(cell: str) -> None:
    """So no spreadsheet computes it."""
    assert protected(cell) == f"'{cell}"


def test_plain_cell_is_written_as_it_is() -> None:
    """Nothing is added where nothing could be computed."""
    assert protected("派出所编号") == "派出所编号"


@pytest.mark.parametrize(
    "text",
    [
        "2018-07-03",
        "2018/7/3",
        "2018/07/03",
        "2018.7.3",
        "2018年7月3日",
        "20180703",
        "2018/7/3 0:00",
        "2018-07-03 00:00:00",
        "\uff12018/7/3",
    ],
)
def test_day_as_people_write_it(text: str) -> None:
    """Year first, whatever stands between."""
    assert day(text) == date(2018, 7, 3)


@pytest.mark.parametrize(
    "text",
    ["7/3/2018", "03.07.2018", "2018-7/3", "2018-13-01", "2018-02-30", "43284", "7月3日", "2018"],
)
def test_doubtful_day_is_refused(text: str) -> None:
    """Day and month are never guessed, a spreadsheet's serial number is no day."""
    assert code(day(text)) == "table.day"


@pytest.mark.parametrize(
    "text",
    [
        "2018-07-03 09:30",
        "2018/7/3 9:30",
        "2018/7/3 9:30:00",
        "2018-07-03T09:30:00",
        "2018年7月3日 9:30",
        "2018年7月3日 09时30分",
        "2018年7月3日9点30分0秒",
        "2018-07-03T09:30+08:00",
        "2018-07-03T01:30:00Z",
        "2018-07-03 09:30:00.000",
        "2018/7/3 9\uff1a30",
    ],
)
def test_moment_as_people_write_it(text: str) -> None:
    """Without a zone it is local time."""
    assert moment(text, ZONE) == datetime(2018, 7, 3, 9, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "2018-07-03",
        "09:30",
        "2018/7/3 25:00",
        "2018/7/3 9:75",
        "1530581400",
        "2018/7/3 上午",
        "2018年7月3日 9时",
    ],
)
def test_doubtful_moment_is_refused(text: str) -> None:
    """Both day and time of day are needed."""
    assert code(moment(text, ZONE)) == "table.instant"


@pytest.mark.parametrize(
    "text", ["0001-01-01 00:00", "0001-01-01T00:00+14:00", "1969-12-31 23:00", "9999-12-31 23:59"]
)
def test_moment_of_another_age_is_refused(text: str) -> None:
    """A slip of the keyboard, and no moment that any zone could be asked about."""
    assert code(moment(text, ZONE)) == "record.range"


@pytest.mark.parametrize(
    "text",
    [
        "1988-04-17 02:30",  # clocks went from 2 to 3 on 1988-04-17
        "1988-09-11 01:30",  # and from 2 to 1 on 1988-09-11
    ],
)
def test_local_time_that_was_twice_or_never_is_refused(text: str) -> None:
    """China had summer time from 1986 to 1991."""
    assert code(moment(text, ZONE)) == "table.local_time"


@pytest.mark.parametrize(
    "text", ["1.50302E+11", "1.50302001002e+11", "150302001002.0", "150,302,001,002", "2E+05"]
)
@pytest.mark.parametrize("field", ["area", "staff", "household"])
def test_id_that_became_a_number_is_refused(field: str, text: str) -> None:
    """Its digits are lost, or others were added."""
    assert code(read("visit", field, text)) == "table.spreadsheet_number"


def test_hexadecimal_id_is_no_number() -> None:
    """A spreadsheet writes a sign behind the E."""
    assert read("visit", "household", "12345E67") == "12345E67"


@pytest.mark.parametrize(
    ("text", "value"), [("80", 80), ("2,310", 2310), ("80.0", 80), ("\uff18", 8)]
)
def test_count_as_spreadsheets_write_it(text: str, value: int) -> None:
    """Separators of thousands and a decimal of nothing don't change a whole number."""
    assert read("area", "households", text) == value


@pytest.mark.parametrize("text", ["80.5", "1,23", "约80", "8 0", "九", "1e3", "9" * 20])
def test_doubtful_count_is_refused(text: str) -> None:
    """A count is never rounded or guessed."""
    assert code(read("area", "households", text)) == "table.count"


@pytest.mark.parametrize(
    ("text", "value"),
    [("是", True), ("否", False), ("true", True), ("FALSE", False), ("1", True), ("0", False)],
)
def test_flag_as_people_write_it(text: str, value: bool) -> None:  # noqa: FBT001  the point
    """In both languages, and as systems export it."""
    assert read("assignment", "full_time", text) is value


def test_other_word_is_no_flag() -> None:
    """Neither yes nor no."""
    assert code(read("assignment", "full_time", "专职")) == "table.flag"


@pytest.mark.parametrize(
    "text",
    ["community_officer", "社区民警", "community officer", "Community Officer", " 社区 民警"],
)
def test_word_of_a_list_by_any_of_its_names(text: str) -> None:
    """The word, or its label in either language."""
    assert read("assignment", "role", text) == "community_officer"


def test_unknown_word_names_the_list() -> None:
    """And what of it is close, not what was written."""
    found = read("assignment", "role", "社区警察")
    assert isinstance(found, Bad)
    assert dict(found.facts)["close"] == ("community_officer (社区民警)",)
    assert "社区警察" not in str(found)


@pytest.mark.parametrize(
    "text",
    ["fire,public_order", "消防、治安", "消防;治安", "消防\uff0cpublic_order", "fire\uff1b 治安;"],
)
def test_several_words_in_a_cell(text: str) -> None:
    """Separated as people separate them."""
    assert read("inspection", "topics", text) == ("fire", "public_order")


def test_one_unknown_word_among_several_is_refused() -> None:
    """Nothing is left out in silence."""
    assert code(read("inspection", "topics", "消防、卫生")) == "table.unknown_word"


def test_minted_reference_is_that_of_mint_ref() -> None:
    """With the field's name as its kind, so that other programs can make the same."""
    found = read("visit", "household", "和平-0001", SECRET)
    assert found == mint_ref(SECRET, "household", "和平-0001")


@pytest.mark.parametrize("text", ["x" * 201, "a\u0007b", "\ud800"])
def test_what_is_no_key_is_not_minted(text: str) -> None:
    """A key is printable, and no story."""
    assert code(read("visit", "household", text, SECRET)) == "table.host_key"


def test_key_that_became_a_number_is_not_minted() -> None:
    """Two households could have become one."""
    assert code(read("visit", "household", "1.5E+15", SECRET)) == "table.spreadsheet_number"


def test_an_empty_cell_stays_empty() -> None:
    """There is nothing in it to protect."""
    assert protected("") == ""
