from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from fengqiao.errors import NoticeError, PackError
from fengqiao.packs import read_pack
from fengqiao.packs.coverage.notice import Notice, parse_notice
from fengqiao.packs.starting.beginning import NewPack, Start, new_pack, pack_from_notice
from fengqiao.packs.starting.writing import write_new_pack
from fengqiao.rules import core_catalogue

START = Start(id="ourtown", name="本镇", areas=("990001",), today=date(2026, 3, 4))


def notice(text: str) -> Notice:
    """A notice of a text."""
    return parse_notice(text.encode(), file="notice.txt")


def begun(text: str) -> NewPack:
    """What is begun from a text."""
    return pack_from_notice(START, notice(text), core_catalogue())


def source(pack: NewPack) -> dict[str, object]:
    """The source that a new pack names."""
    tables = tomllib.loads(pack.files["data/0_source_and_clauses.toml"])
    found: dict[str, object] = tables["source"][0]
    return found


def test_example_is_a_pack_without_fault(tmp_path: Path) -> None:
    """It reads at once."""
    write_new_pack(new_pack(START), tmp_path / "new")
    assert [entry.id for entry in read_pack(tmp_path / "new").entries] == ["visits.households"]


def test_stubs_are_the_only_faults(tmp_path: Path) -> None:
    """One fault for each."""
    pack = begun("一、每月走访不少于80户。\n二、每月开会一次,应当反馈。重点人员每周走访。")
    write_new_pack(pack, tmp_path / "new")
    with pytest.raises(PackError) as caught:
        read_pack(tmp_path / "new")
    codes = [fault.code for fault in caught.value.faults]
    assert codes == ["pack.key_not_chosen"] * len(pack.stubs)


def test_a_chosen_stub_reads(tmp_path: Path) -> None:
    """A person writes two names."""
    write_new_pack(begun("一、社区民警每月走访不少于80户。\n二、附则"), tmp_path / "new")
    file = tmp_path / "new" / "data" / "1_requirements.toml"
    lines = [
        'key = "visits.households"' if line.startswith("key")
        else 'each = "community_officer"' if line.startswith("each")
        else line
        for line in file.read_text(encoding="utf-8").splitlines()
    ]  # fmt: skip
    file.write_text("\n".join(lines), encoding="utf-8")
    (entry,) = read_pack(tmp_path / "new").entries
    assert entry.id == "visits.households"


def test_the_day_is_that_of_the_notice() -> None:
    """The last line that is a day."""
    assert source(begun("一、走访\n二、开会\n2024年3月1日"))["issued"] == date(2024, 3, 1)


def test_the_day_without_one_in_the_notice_is_today() -> None:
    """It is to be looked at."""
    assert source(begun("一、走访\n二、开会"))["issued"] == START.today


def test_a_report_is_named_one() -> None:
    """So that it is practice, not a rule."""
    assert source(begun("来源:某报\n一、走访\n二、开会"))["kind"] == "press_report"


def test_title_and_number_are_those_of_the_head() -> None:
    """Names and numbers of documents are facts; a person looks at them."""
    text = "某市公安局关于社区警务的通知\n某公通〔2024〕17号\n一、走访\n二、开会"
    found = source(begun(text))
    assert (found["zh"], found["number"]) == ("某市公安局关于社区警务的通知", "某公通〔2024〕17号")


def test_the_new_pack_brings_its_test(tmp_path: Path) -> None:
    """The example is finished: all passes but the check that it is installed."""
    write_new_pack(new_pack(START), tmp_path / "new")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    command += ["-p", "no:xdist", "-k", "not installed"]
    ran = subprocess.run(
        [*command, str(tmp_path / "new")], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert ran.returncode == 0, ran.stdout


def test_text_without_numbering_is_said_to_have_none() -> None:
    """One clause, `全文`."""
    pack = begun("每月走访不少于80户。")
    assert (pack.clauses, pack.without_numbering) == (("全文",), True)


def test_no_sentence_of_the_notice_is_copied() -> None:
    """At most 8 characters of it stand together."""
    text = "社区民警应当每月深入辖区走访居民家庭不低于80户并且登记"
    written = "".join(begun(f"一、走访\n二、{text}").files.values())
    pieces = (text[place : place + 9] for place in range(len(text) - 8))
    assert [piece for piece in pieces if piece in written] == []


@pytest.mark.parametrize("text", ["", " \n\u3000\n"])
def test_empty_notice_is_refused(text: str) -> None:
    """Nothing can be proposed."""
    with pytest.raises(NoticeError) as caught:
        begun(text)
    assert caught.value.code == "notice.empty"


def test_too_many_numbers_are_refused() -> None:
    """A table of data is no notice."""
    with pytest.raises(NoticeError) as caught:
        begun("一、表\n二、数\n" + "走访80户。\n" * 2100)
    assert caught.value.code == "notice.too_many_numbers"


@pytest.mark.parametrize("name", ["", "Town", "1town", "../town", "town_", "a" * 41, "镇", "a b"])
def test_id_that_is_no_name_is_refused(name: str) -> None:
    """It becomes the name of a folder and of a package."""
    with pytest.raises(PackError) as caught:
        evolve(START, id=name)
    assert caught.value.code == "new_pack.id"


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "镇" * 81])
def test_name_that_cannot_be_shown_is_refused(name: str) -> None:
    """Empty, of two lines, too long."""
    with pytest.raises(PackError) as caught:
        evolve(START, name=name)
    assert caught.value.code == "new_pack.name"


@pytest.mark.parametrize("areas", [(), ("",), ("1503", "x"), ("1",), ("1" * 13,), ("１５",)])
def test_areas_that_are_no_codes_are_refused(areas: tuple[str, ...]) -> None:
    """2 to 12 digits each."""
    with pytest.raises(PackError) as caught:
        evolve(START, areas=areas)
    assert caught.value.code == "new_pack.areas"


def test_existing_folder_is_left_as_it_is(tmp_path: Path) -> None:
    """Even an empty one."""
    (tmp_path / "new").mkdir()
    with pytest.raises(PackError) as caught:
        write_new_pack(new_pack(START), tmp_path / "new")
    assert caught.value.code == "new_pack.exists"
    assert list((tmp_path / "new").iterdir()) == []


def test_folder_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    """Its parent is not there."""
    with pytest.raises(PackError) as caught:
        write_new_pack(new_pack(START), tmp_path / "no" / "new")
    assert caught.value.code == "new_pack.unwritable"
    assert list(tmp_path.iterdir()) == []


def test_a_name_with_quotes_stays_text() -> None:
    """In TOML and in the project file."""
    files = new_pack(evolve(START, name='本"镇\\')).files
    assert tomllib.loads(files["pyproject.toml"])["project"]["description"] == '本"镇\\'


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("本通知自2025年4月1日起施行。", date(2025, 4, 1)),
        ("自二〇二五年四月一日起正式施行,试行一年。", date(2025, 4, 1)),
        ("本办法自发布之日起施行。", None),  # the day of issue, which is the default
        ("该办法自2025年4月1日起施行。", None),  # another document's
    ],
)
def test_the_day_in_force_is_proposed(said: str, begins: date | None) -> None:
    """Where a notice names one for itself that is not its day of issue."""
    found = source(begun(f"一、每月走访不少于80户。\n{said}\n2025年3月24日\n"))
    assert (found["issued"], found.get("from")) == (date(2025, 3, 24), begins)
