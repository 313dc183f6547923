"""Print the demonstration: areas, classes, findings, one explanation, award lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from attrs import frozen
from rich.cells import cell_len
from rich.console import Console

from fengqiao.cli.check import print_counts
from fengqiao.cli.demo_setup import Demo
from fengqiao.cli.demo_texts import say
from fengqiao.cli.explain import print_explanation
from fengqiao.cli.judged import Group
from fengqiao.cli.options import default_lang
from fengqiao.cli.score import decimal_of, level_name, names_of
from fengqiao.cli.screen import hanging, packed, plain_table, put, ruled, shell_lines
from fengqiao.errors import Lang
from fengqiao.judging import AwardList, Classes, Finding, Findings
from fengqiao.judging.wording import Wording, brief
from fengqiao.model import area_level, lies_in
from fengqiao.rules import entry_of
from fengqiao.simulate import Town
from fengqiao.workspace import Workspace

_LEVELS = ("community", "village", "quasi")
_TOWN_DIGITS, _COUNTY_DIGITS = 9, 6
_STATION = "派出所"
_BESIDE = 8
"""Columns that indent, count and gaps take beside the name of a class."""
_STATIONS_ENTRY = "organisation.stations"


@frozen(kw_only=True, slots=False)
class Report:
    """Prints the parts of a demonstration, and the commands that repeat them."""

    demo: Demo
    workspace: Workspace
    town: Town
    console: Console
    lang: Lang

    def say(self, key: str, **facts: object) -> str:
        """A text of the demonstration."""
        return say(key, self.lang, **facts)

    def title(self, key: str, **facts: object) -> None:
        """A heading."""
        self.console.print(ruled(self.say(key, **facts)), style="bold")

    def head(self) -> None:
        """What this is, before anything takes time."""
        name = self.workspace.packs[self.demo.locality].names.get(self.lang)
        facts = {"name": name, "month": self.demo.month.label}
        self.console.print(self.say("title", **facts), style="bold")
        self.console.print(self.say("drawn", seed=self.demo.seed))

    def places(self, facts: int) -> None:
        """Where the store is; its configuration lies beside it."""
        self.console.print(self.say("recorded", facts=facts, url=self.demo.url), soft_wrap=True)

    def areas(self) -> None:
        """How many communities, villages and quasi-communities each county has."""
        entry = entry_of(self.workspace.packs[self.demo.locality], _STATIONS_ENTRY)
        clause = entry.cites[0].ref if entry else "-"
        codes = [code for code, _ in self.demo.areas if len(code) == _TOWN_DIGITS]
        towns = sum(area_level(code) == "town" for code in codes)
        self.title("areas", towns=towns, stations=len(self.town.stations), clause=clause)
        rows = [(name, *_by_level(self._codes, county)) for county, name in self._counties]
        rows.append((self.say("all"), *_by_level(self._codes, "")))
        header = ["", *map(self.say, _LEVELS)]
        put(self.console, plain_table(rows, header=header, right=(1, 2, 3), indent=2))

    @property
    def _codes(self) -> list[str]:
        return [code for code, _ in self.demo.areas if len(code) > _TOWN_DIGITS]

    @property
    def _counties(self) -> list[tuple[str, str]]:
        areas = (pair for pair in self.demo.areas if len(pair[0]) == _COUNTY_DIGITS)
        return [(code, name) for code, name in areas if area_level(code) == "county"]

    def classes(self, classes: Classes) -> None:
        """Stations by class, with the mean of their calls."""
        items = sorted(classes, key=lambda one: (one.level or "~", one.subject))
        if not items:
            return
        clause = ", ".join(items[0].clause)
        self.title("classes", clause=clause, period=items[0].period)
        names = {station.station: station.name for station in self.town.stations}
        by_level: dict[str, list[str]] = {}
        for item in items:
            name = names.get(item.subject, item.subject).removesuffix(_STATION)
            level = level_name(self.workspace, item, self.lang)
            by_level.setdefault(level, []).append(f"{name} {decimal_of(item.actual)}")
        left = self.console.width - max(map(cell_len, by_level)) - _BESIDE
        rows = [(level, str(len(some)), packed(some, left)) for level, some in by_level.items()]
        put(self.console, plain_table(rows, indent=2, right=(1,), keep=(0,)))

    @cached_property
    def wording(self) -> Wording:
        """Puts findings into words."""
        catalogue = self.workspace.catalogue
        return Wording(packs=self.workspace.packs, catalogue=catalogue, lang=self.lang)

    def findings(self, findings: Findings, groups: Sequence[Group]) -> None:
        """How many findings there are, and these breaches by requirement."""
        self.title("found")
        print_counts(self.console, findings, self.lang)
        rows = [
            (str(len(group.findings)), group.clause, group.title, self._worst(group))
            for group in groups
        ]
        put(self.console, plain_table(rows, indent=2, right=(0,), keep=(0, 1)))

    def _worst(self, group: Group) -> str:
        worst = group.findings[0]
        return self.say(
            "worst_case",
            found=self.wording.found(worst),
            asked=group.asked,
            subject=worst.subject,
        )

    def explanation(self, finding: Finding | None) -> None:
        """One finding in full."""
        if finding is not None:
            self.title("explained")
            text = self.workspace.explain(finding.id, lang=self.lang)
            print_explanation(self.console, text)

    def awards(self, awards: Sequence[AwardList]) -> None:
        """Every award list: who is on it, how many others chose, or why there is none."""
        if not awards:
            return
        self.title("awards", clause=", ".join(awards[0].clause))
        for award in awards:
            title = names_of(self.workspace, award.sheet, self.lang)
            hanging(self.console, self.say("award", title=title, who=self._chosen(award)))

    def _chosen(self, award: AwardList) -> str:
        if award.reason is not None:
            return brief(award.reason, self.lang)
        if award.awarded_on:
            day = max(award.awarded_on)
            return self.say("outside", count=len(award.winners), day=day)
        return " ".join(award.winners)

    def again(self, finding: Finding | None) -> None:
        """The command that repeats each part: classes and awards, findings, one explanation."""
        self.title("again")
        period = ("--period", self.demo.month.label)
        self._command("score", *period)
        self._command("check", *period)
        if finding is not None:
            self._command("explain", finding.id)

    def _command(self, verb: str, *rest: str) -> None:
        words = ["fengqiao", verb, *rest, "--config", self.demo.config.as_posix()]
        if self.lang != default_lang():
            words += ["--lang", self.lang]
        for line in shell_lines(words):
            self.console.print(line, soft_wrap=True)


def telling(groups: Sequence[Group]) -> Finding | None:
    """The finding to explain: the worst of the first quota, else the worst of all."""
    quotas = [group for group in groups if group.findings[0].requirement is None]
    chosen = quotas or groups
    return chosen[0].findings[0] if chosen else None


def _by_level(codes: list[str], area: str) -> tuple[str, ...]:
    inside = [code for code in codes if not area or lies_in(code, area)]
    counts = Counter[str](area_level(code) for code in inside)
    return tuple(str(counts[level]) for level in _LEVELS)
