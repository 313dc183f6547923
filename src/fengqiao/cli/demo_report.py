"""Print the demonstration: areas, classes, findings, an explanation, award lists, commands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from attrs import frozen
from rich.cells import cell_len

from fengqiao.cli.check import print_counts
from fengqiao.cli.demo_page import Page
from fengqiao.cli.demo_setup import Demo
from fengqiao.cli.demo_week import Week
from fengqiao.cli.explain import explanation_lines
from fengqiao.cli.judged import Group
from fengqiao.cli.options import default_lang
from fengqiao.cli.score import decimal_of, level_name, names_of
from fengqiao.cli.screen import hanging, packed, plain_table, put, shell_lines
from fengqiao.judging import AwardList, Classes, Finding, Findings
from fengqiao.judging.explain import LABELS
from fengqiao.judging.wording import Wording
from fengqiao.judging.words import brief
from fengqiao.model import area_level
from fengqiao.rules import entry_of
from fengqiao.simulate import Town

_LEVELS = ("community", "village", "quasi")
_TOWN_DIGITS = 9
_STATION = "派出所"
_BESIDE = 8
"""Columns that indent, count and gaps take beside the name of a class."""
_EXPLAINED = ("finding", "result", "asked", "clause", "actual", "counted")
_STATIONS_ENTRY = "organisation.stations"


@frozen(kw_only=True, slots=False)
class Report(Page):
    """Prints the parts of a demonstration, and the commands that repeat them."""

    demo: Demo
    town: Town

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
        """How many communities, villages and quasi-communities there are."""
        entry = entry_of(self.workspace.packs[self.demo.locality], _STATIONS_ENTRY)
        codes = [code for code, _ in self.demo.areas if len(code) == _TOWN_DIGITS]
        towns = sum(area_level(code) == "town" for code in codes)
        facts = {"towns": towns, "stations": len(self.town.stations)}
        if entry is None:
            self.title("areas_only", **facts)
        else:
            self.title("areas", **facts, clause=entry.cites[0].ref)
        rows = [(self.say("all"), *_by_level(self._codes))]
        header = ["", *map(self.say, _LEVELS)]
        put(self.console, plain_table(rows, header=header, right=(1, 2, 3), indent=2))

    @property
    def _codes(self) -> list[str]:
        return [code for code, _ in self.demo.areas if len(code) > _TOWN_DIGITS]

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
            (str(len(group.findings)), _clause_of(group), self._title(group), self._worst(group))
            for group in groups
        ]
        put(self.console, plain_table(rows, indent=2, right=(0,), keep=(0, 1)))

    def _title(self, group: Group) -> str:
        """Its title; how often is what any duty asks first, so that goes without saying."""
        first = group.findings[0]
        is_usual = first.requirement == "cadence"
        return names_of(self.workspace, first.entry, self.lang) if is_usual else group.title

    def _worst(self, group: Group) -> str:
        worst = group.findings[0]
        return self.say(
            "worst_case",
            found=self.wording.found(worst),
            asked=group.asked,
            subject=worst.subject,
        )

    def explanation(self, finding: Finding | None) -> None:
        """One finding: what was asked, by which clause, and how it was counted.

        Its lines are those of `fengqiao explain`, which says more.
        """
        if finding is None:
            return
        self.title("explained")
        wanted = {LABELS[label][self.lang == "zh"] for label in _EXPLAINED}
        text = self.workspace.explain(finding.id, lang=self.lang)
        for line in explanation_lines(self.console, text, wanted):
            self.console.out(line, highlight=False)

    def awards(self, awards: Sequence[AwardList]) -> None:
        """Who is on the lists that scores decide; how many others there are, and why."""
        if not awards:
            return
        self.title("awards", clause=", ".join(awards[0].clause))
        others = Counter[str]()
        for award in awards:
            if award.reason is not None:
                others[brief(award.reason, self.lang)] += 1
            elif award.awarded_on:
                others[self.say("outside", day=max(award.awarded_on))] += 1
            else:
                title = names_of(self.workspace, award.sheet, self.lang)
                who = " ".join(award.winners)
                hanging(self.console, self.say("award", title=title, who=who))
        said = (self.say("lists", count=count, why=why) for why, count in others.items())
        if others:
            hanging(self.console, self.say("others", lists=self.say("comma").join(said)))

    def again(
        self,
        finding: Finding | None,
        week: Week | None,
        *,
        has_burden: bool,
        cases: Sequence[str] = (),
    ) -> None:
        """The command that repeats each part, and one for the disputes."""
        self.title("again")
        period = ("--period", self.demo.month.label)
        self._command("check", *period)
        if finding is not None:
            self._command("explain", finding.id)
        if week is not None:
            on = week.on.isoformat()
            asked = ("--staff", week.staff, "--period", week.period.label, "--on", on)
            self._command("due", *asked)
            self._command("plan", *asked)
        if has_burden:
            self._command("burden", *period)
        self._command("score", *period)
        if cases:
            self._command("case", *cases)

    def _command(self, verb: str, *rest: str) -> None:
        words = ["fengqiao", verb, *rest, "--config", self.demo.config.as_posix()]
        if self.lang != default_lang():
            words += ["--lang", self.lang]
        for line in shell_lines(words):
            self.console.print(line, soft_wrap=True)


def first_of_each(groups: Sequence[Group]) -> list[Group]:
    """The first group of each entry, so that what is shown is not all about one clause."""
    found: dict[str, Group] = {}
    for group in groups:
        found.setdefault(group.findings[0].entry, group)
    return list(found.values())


def telling(groups: Sequence[Group], pack: str) -> Finding | None:
    """The finding to explain: the worst of the first quota of the place itself, else the worst."""
    own = [group for group in groups if group.findings[0].receipt["pack"] == pack]
    groups = own or groups
    quotas = [group for group in groups if group.findings[0].requirement is None]
    chosen = quotas or groups
    return chosen[0].findings[0] if chosen else None


def _clause_of(group: Group) -> str:
    """The first of its clauses."""
    return group.clause.partition(",")[0].partition("、")[0]


def _by_level(codes: list[str]) -> tuple[str, ...]:
    counts = Counter[str](area_level(code) for code in codes)
    return tuple(str(counts[level]) for level in _LEVELS)
