from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import fengqiao
from fengqiao.model import KINDS
from fengqiao.testing.small import SMALL_PACK

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
HEADER = "警号,派出所,社区(村),户号,开始时间,结束时间,备注"
ROW = '="S01",ST01,="990001001001",一单元-1,2018/7/20 9:00,2018/7/20 9:30,无'
MAPPED = ("--map", "警号=staff", "--map", "户号=household", "--ignore", "备注")


@pytest.fixture
def secret(tmp_path: Path) -> tuple[str, ...]:
    """Options that mint references with a secret in a file."""
    path = tmp_path / "secret.key"
    path.write_bytes(b"sixteen bytes or more")
    return ("--mint", "household", "--secret-file", str(path))


def written(folder: Path, *lines: str, name: str = "visits.csv", encoding: str = "utf-8") -> str:
    """The path of a table."""
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_table_is_loaded(
    run: Runner, town: Town, tmp_path: Path, secret: tuple[str, ...], encoding: str
) -> None:
    """In both encodings, with the host's own headers."""
    path = written(tmp_path, HEADER, ROW, encoding=encoding)
    words = ("load", "visit", path, *MAPPED, *secret, "--encoding", encoding, "--json")
    said = run(*words, *town.asking(), "--known-at", "2018-08-02T09:00+08:00").json()
    assert said == {
        "format": 1,
        "kind": "visit",
        "rows": 1,
        "new": 1,
        "repeated": 0,
        "refused": 0,
        "known_at": "2018-08-02T09:00:00+08:00",
        "new_store": None,
    }


def test_faults_are_lines_of_the_answer(run: Runner, town: Town, tmp_path: Path) -> None:
    """One a line, with file and line, below their number; the exit code says so."""
    path = written(tmp_path, "area,name,since", "1.5E+11,x,2018-01-01", "990001001003,y,7/1/18")
    left = run("load", "area", path, *town.asking())
    assert left.code == 2
    first, *told = left.err.splitlines()
    assert first == f"{path}: 2 rows are wrong, in 2 ways. Nothing of the table was written."
    assert told[0].startswith(f"{path}:2: `area.area` was turned into a number")
    assert [line.rpartition("[")[2] for line in told] == [
        "table.spreadsheet_number]",
        "table.day]",
    ]


def test_faults_in_chinese_and_as_json(run: Runner, town: Town, tmp_path: Path) -> None:
    """The same faults for readers of Chinese and for programs."""
    path = written(tmp_path, "area,name,since", "1.5E+11,x,2018-01-01")
    error = run("load", "area", path, *town.asking(), "--lang", "zh", "--json").json()["error"]
    assert (error["code"], error["where"]) == ("table.spreadsheet_number", f"{path}:2")
    assert error["what"] == "`area.area` 第 2 行被表格软件变成了数字。"


def test_same_fault_in_many_rows_is_one_line(run: Runner, town: Town, tmp_path: Path) -> None:
    """With the lines of all of them; as JSON each stands alone."""
    rows = [f"99000100100{n},y,7/1/18" for n in range(3, 7)]
    path = written(tmp_path, "area,name,since", *rows)
    asked = ("load", "area", path, *town.asking())
    assert run(*asked, "--lang", "zh").err.splitlines() == [
        f"{path}: 4 行有错,分 1 类。整张表均未写入。",
        (
            f"{path}: `area.since` 第 2-5 行不是日期。"
            "日期不作猜测:7/3/18 可能是三月,也可能是七月。"
            "请写成 2018-07-03、2018/7/3 或 2018年7月3日。 [table.day]"
        ),
    ]
    assert len(run(*asked, "--json").json()["error"]["faults"]) == 4


def test_name_of_a_station_is_not_to_be_minted(run: Runner, town: Town, tmp_path: Path) -> None:
    """The register has an id for it; `--values` says which."""
    path = written(
        tmp_path, "staff,station,role,full_time,since", "S09,城东派出所,officer,是,2018-01-01"
    )
    said = run("load", "assignment", path, *town.asking()).err
    assert ("`--values FIELD=FILE`" in said, "mint_ref" in said) == (True, False)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_exported_table_is_loaded_as_it_is(
    run: Runner, town: Town, tmp_path: Path, secret: tuple[str, ...], encoding: str
) -> None:
    """Stations by name, a duration for an end, other rows and a total among the visits."""
    lines = [
        "类型,警号,派出所,社区(村),户号,开始时间,时长(分钟)",
        "入户走访,S01,城东派出所,990001001001,一单元-1,2018年7月20日 9时00分,30",
        "单位检查,S01,城东派出所,,,2018年7月20日 9时00分,30",
        "合计,2,,,,,60",
    ]
    path = written(tmp_path, *lines)
    names = written(tmp_path, "站名,编号", "城东派出所,ST01", name="names.csv", encoding=encoding)
    words = ("--map", "警号=staff", "--map", "户号=household", "--values", f"station={names}")
    words = (*words, "--only", "类型=入户走访", "--minutes", "时长(分钟)", *secret, "--json")
    said = run("load", "visit", path, *words, *town.asking()).json()
    assert (said["rows"], said["new"]) == (1, 1)


@pytest.mark.parametrize("text", ["", "城东派出所", "a,b,c", "a,ST01\na,ST02"])
def test_own_words_that_mean_nothing_are_told(
    run: Runner, town: Town, tmp_path: Path, text: str
) -> None:
    """Each word has one meaning."""
    names = written(tmp_path, text, name="names.csv")
    words = ("load", "visit", "none.csv", "--values", f"station={names}", "--json")
    assert run(*words, *town.asking()).json()["error"]["code"] == "table.own_words"


def test_wrong_encoding_says_which_option_to_try(run: Runner, town: Town, tmp_path: Path) -> None:
    """The sentence holds the option."""
    path = written(tmp_path, "区划代码,区划名称,自何日起", encoding="gb18030")
    assert "`--encoding gb18030`" in run("load", "area", path, *town.asking()).err


def test_constants_header_line_and_json_lines(run: Runner, town: Town, tmp_path: Path) -> None:
    """Options reach the layout."""
    path = written(tmp_path, "区划表,", "area,name", "990001001003,三社区", name="areas.txt")
    words = ("load", "area", path, "--header-line", "2", "--set", "since=2018-01-01")
    assert run(*words, *town.asking(), "--json").json()["new"] == 1
    path = written(tmp_path, '{"area":"990001001004","name":"四社区"}', name="areas.jsonl")
    words = ("load", "area", path, "--set", "since=2018-01-01", "--json")
    assert run(*words, *town.asking()).json()["new"] == 1


def test_store_is_made_with_the_first_good_table(run: Runner, tmp_path: Path) -> None:
    """And said to be new; a table with a fault leaves no empty store."""
    path = written(tmp_path, "area,name,since", "990001001003,y,7/1/18")
    store = ("--store", f"sqlite:///{tmp_path}/new.db", "--pack", str(SMALL_PACK))
    assert run("load", "area", path, *store).code == 2
    assert not (tmp_path / "new.db").exists()
    path = written(tmp_path, "area,name,since", "990001001003,y,2018-07-01")
    assert run("load", "area", path, *store).out.splitlines()[-1].endswith("new.db")


def test_moment_of_knowledge_is_now_by_default(run: Runner, town: Town, tmp_path: Path) -> None:
    """And said, since nobody gave it."""
    path = written(tmp_path, "area,name,since", "990001001003,y,2018-07-01")
    assert "Known as of 20" in run("load", "area", path, *town.asking()).out


@pytest.mark.parametrize(
    ("lang", "header"),
    [
        ("zh", "评选名单*,获评者编号*,评定日期*"),
        ("en", "award list*,recipient*,day of the award*"),
    ],
)
def test_template_is_the_header(run: Runner, lang: str, header: str) -> None:
    """In either language, without a store or a pack."""
    assert run("load", "--template", "award", "--lang", lang).out == f"{header}\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_template_can_be_filled_in_and_loaded(
    run: Runner, town: Town, tmp_path: Path, encoding: str
) -> None:
    """What --out writes is what a spreadsheet opens and `load` reads."""
    path, given = tmp_path / "areas.csv", encoding.removesuffix("-sig")
    words = ("load", "--template", "area", "--lang", "zh", "--encoding", given)
    run(*words, "--out", str(path))
    header = path.read_text(encoding=encoding)
    values = {"区划代码": "990001001003", "区划名称": "三社区", "自何日起": "2018-01-01"}
    cells = [values.get(label.rstrip("*"), "") for label in header.rstrip("\n").split(",")]
    path.write_text(f"{header}{','.join(cells)}\n", encoding=encoding)
    words = ("load", "area", str(path), "--encoding", given, "--json")
    assert run(*words, *town.asking()).json()["new"] == 1


def test_template_does_not_overwrite_a_table(run: Runner, tmp_path: Path) -> None:
    """It may have been filled in."""
    path = written(tmp_path, "filled in")
    assert run("load", "--template", "area", "--out", path).code == 2
    assert Path(path).read_text(encoding="utf-8") == "filled in\n"


def test_template_as_json_says_what_is_required(run: Runner) -> None:
    """For programs that make a form of it."""
    columns = run("load", "--template", "recording", "--json").json()["columns"]
    required = [column["field"] for column in columns if column["is_required"]]
    assert required == ["key", "since"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "cli.no_table"),
        (("visit",), "cli.no_table"),
        (("resident", "x.csv"), "cli.usage"),
        (("area", "none.csv"), "cli.file"),
        (("area", "none.csv", "--map", "警号"), "cli.usage"),
        (("area", "none.csv", "--map", "警号=staff", "--map", "警号=role"), "cli.usage"),
        (("area", "none.csv", "--secret-file", "none.key"), "cli.file"),
        (("area", "none.csv", "--header-line", "0"), "cli.usage"),
    ],
)
def test_mistakes_get_a_sentence(
    run: Runner, town: Town, words: tuple[str, ...], code: str
) -> None:
    """And no traceback."""
    left = run("load", *words, *town.asking(), "--json")
    assert (left.code, left.json()["error"]["code"]) == (2, code)


@pytest.mark.parametrize("words", [(), ("--help",)], ids=["alone", "help"])
def test_load_lists_the_kinds(run: Runner, words: tuple[str, ...]) -> None:
    """Whoever has a table must know what its rows may be."""
    said = run("load", *words)
    text = " ".join((said.out + said.err).split())
    assert [kind for kind in KINDS if f" {kind}," not in text and f" {kind}." not in text] == []


def test_declaration_from_the_command_line(run: Runner, town: Town) -> None:
    """As `Workspace.declare` makes it, so that both count as the same."""
    words = ("store", "declare", "inspection", "duty.public_reception", "--since", "2018-06-25")
    assert run(*words, *town.asking(), "--json").json() == {
        "format": 1,
        "new": 2,
        "repeated": 0,
    }
    assert run(*words, *town.asking()).out == "Declared: 2; 0 new, 2 known already.\n"


def test_declaration_of_something_else_is_refused(run: Runner, town: Town) -> None:
    """With the list of what may be declared."""
    left = run("store", "declare", "visits", "--since", "2018-06-25", *town.asking())
    assert (left.code, "[record.unknown_code]" in left.err) == (2, True)


def test_declaration_makes_no_store(run: Runner, tmp_path: Path) -> None:
    """A misspelled name would look like an empty town."""
    url = f"sqlite:///{tmp_path}/none.db"
    left = run("store", "declare", "visit", "--since", "2018-06-25", "--store", url)
    assert (left.code, (tmp_path / "none.db").exists()) == (2, False)


def test_loaded_rows_are_judged(
    run: Runner, town: Town, tmp_path: Path, secret: tuple[str, ...]
) -> None:
    """From the file to the finding: officer S02 visited 2 households, now 3, as is asked."""
    rows = [ROW.replace("S01", "S02").replace("990001001001", "990001001002")]
    path = written(tmp_path, HEADER, *rows)
    run("load", "visit", path, *MAPPED, *secret, *town.asking())
    url = f"sqlite:///{town.config.with_suffix('.db')}"
    with fengqiao.open_workspace(url, packs=[SMALL_PACK]) as ws:
        found = {one.subject: one.actual for one in ws.check("2018-07", entry="visits.households")}
    assert found["S02"] == 3
