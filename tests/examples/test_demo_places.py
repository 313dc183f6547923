"""The demonstration in each place: its real areas, its own rules first, pages that fit."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from importlib import resources
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len

import fengqiao
from fengqiao.cli.app import app

PLACES = {
    # first whole month of the notice, among those whose working days are published (from 2018 on)
    "gongxian": "2018-01",  # the report is of 4 September 2017
    "laixi": "2019-06",  # 15 May 2019
    "binhai": "2019-09",  # 7 August 2019
    "lanling": "2018-01",  # 9 October 2017
}
LANGS = ("en", "zh")
pytestmark = pytest.mark.needs("time", "click", "rich", *(f"fengqiao_{place}" for place in PLACES))

Demo = Callable[[str, str], str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstrations leave their files."""
    return tmp_path_factory.mktemp("places")


@pytest.fixture(scope="module")
def demo(folder: Path) -> Iterator[Demo]:
    """What `fengqiao demo --locality PLACE` prints in a language; run once in each."""
    patch = pytest.MonkeyPatch()
    patch.chdir(folder)
    patch.setenv("FENGQIAO_LANG", "en")
    printed: dict[tuple[str, str], str] = {}

    def show(place: str, lang: str) -> str:
        if (place, lang) not in printed:
            out = StringIO()
            with patch.context() as local:
                local.setattr("sys.stdout", out)
                with pytest.raises(SystemExit) as left:
                    app.main(["demo", "--locality", place, "--lang", lang], prog_name="fengqiao")
            assert left.value.code == 0
            printed[place, lang] = out.getvalue()
        return printed[place, lang]

    yield show
    patch.undo()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("place", PLACES)
def test_page_of_60_lines_of_80_columns(demo: Demo, place: str, lang: str) -> None:
    """Chinese characters take two columns each."""
    lines = demo(place, lang).splitlines()
    assert 20 < len(lines) <= 60
    assert max(map(cell_len, lines)) <= 80


@pytest.mark.parametrize(("place", "month"), PLACES.items())
def test_month_of_the_notice(demo: Demo, place: str, month: str) -> None:
    """Nobody is judged by a notice that is not there yet."""
    assert month in demo(place, "en").splitlines()[0] + demo(place, "en").splitlines()[1]


@pytest.mark.parametrize("place", PLACES)
def test_areas_are_the_places_own(demo: Demo, folder: Path, place: str) -> None:
    """Every code of the plugin's list is on the register, and no other."""
    demo(place, "en")
    text = (
        resources.files(f"fengqiao_{place}").joinpath("areas.csv").read_text(encoding="utf-8-sig")
    )
    codes = {row["code"] for row in csv.DictReader(text.splitlines())}
    with opened(folder, place) as workspace:
        month = fengqiao.Period.parse(PLACES[place])
        registers = workspace.registers(month.span)
        assert set(registers.table("area")["area"]) == codes


@pytest.mark.parametrize("place", PLACES)
def test_what_is_explained_is_the_places_own(demo: Demo, place: str) -> None:
    """Not national law, which all five share."""
    page = demo(place, "en")
    assert f"({place}:" in page


@pytest.mark.parametrize("place", PLACES)
def test_records_fit_the_place(demo: Demo, folder: Path, place: str) -> None:
    """Most of what the place itself asks of a norm can be checked, and some of it is met."""
    demo(place, "en")
    with opened(folder, place) as workspace:
        found = [one for one in workspace.check(PLACES[place]) if one.receipt["pack"] == place]
    checked = {one.entry for one in found if one.result != "not_checkable"}
    met = {one.entry for one in found if one.result == "met"}
    assert len(checked) * 2 > len({one.entry for one in found})
    assert len(met) * 3 > len(checked)


@pytest.mark.parametrize("place", PLACES)
def test_commands_of_the_page_work(demo: Demo, folder: Path, place: str) -> None:
    """The configuration that it left can be read with the pack that it is for."""
    demo(place, "en")
    with opened(folder, place) as workspace:
        assert workspace.config.hours.minutes == 480
        assert {section for section, _ in workspace.config.terms} == {place}


def opened(folder: Path, place: str) -> fengqiao.Workspace:
    """The workspace that a demonstration left."""
    name = f"{place}-{PLACES[place]}"
    left = folder / "fengqiao-demo"
    return fengqiao.open_workspace(
        f"sqlite:///{left}/{name}.db", packs=[place], config=left / f"{name}.toml"
    )
