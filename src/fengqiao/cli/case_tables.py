"""Cases on the screen: a list of many; the course, moves and deadlines of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from attrs import frozen
from rich.console import Console

from fengqiao.casework import Option, Refusal
from fengqiao.cli.case_texts import say
from fengqiao.cli.screen import hanging, plain_table, put
from fengqiao.cli.work_time import title_of
from fengqiao.errors import Lang
from fengqiao.judging.words import brief
from fengqiao.rules import Cite, Procedure, entry_of
from fengqiao.timing import Deadline, iso
from fengqiao.workspace import Workspace
from fengqiao.workspace.case_view import CaseLine, CaseList, CaseView
from fengqiao.workspace.case_waits import Wait, sources_of

_WORDS_OF = {"not_here": "case_state", "not_theirs": "step_by", "cyclic": "case_step"}
"""The list that the words of a reason stand in; those of the others are facts."""


@frozen(kw_only=True)
class Shown:
    """Names words of the catalogue in one language, and prints cases with them.

    Attributes:
        workspace: Knows the names.
    """

    workspace: Workspace
    console: Console
    lang: Lang

    def say(self, key: str, **facts: object) -> str:
        """A text of these verbs."""
        return say(key, self.lang, **facts)

    def word(self, vocabulary: str, name: str) -> str:
        """Name of a word of a closed list; the word itself where it has none."""
        found = self.workspace.catalogue.vocabularies[vocabulary].words.get(name)
        return (found.get(self.lang) if found else "") or name

    def words(self, vocabulary: str, names: Iterable[str]) -> str:
        """Names of words, one after the other."""
        return self.say("comma").join(self.word(vocabulary, name) for name in names)

    def step(self, name: str) -> str:
        """A kind of step with its code: `accepted 受理`."""
        return f"{name} {self.word('case_step', name)}" if self.lang == "zh" else name

    def cites(self, cites: Iterable[Cite]) -> str:
        """Clauses with the texts that they stand in."""
        return ", ".join(sources_of(tuple(cites)))

    # -- a list ------------------------------------------------------------------------------

    def cases(self, cases: CaseList) -> None:
        """Cases as a table: state, what comes next, by when."""
        if not len(cases):
            self.console.print(self.say("none", on=cases.on))
            return
        over = sum(one.overdue is True for one in cases)
        put(self.console, self.say("count", on=cases.on, count=len(cases), overdue=over))
        header = [self.say(key) for key in ("case", "state", "next", "by", "overdue")]
        rows = [self._row(one) for one in cases]
        put(self.console, plain_table(rows, header=header, indent=2, keep=(0, 3, 4)))

    def _row(self, one: CaseLine) -> tuple[str, ...]:
        state = self.word("case_state", one.state) if one.state else one.fault or "-"
        if one.unlawful:
            state = self.say("with_unlawful", state=state, count=one.unlawful)
        day = one.next.earliest_day if one.next else None
        over = {True: self.say("is_over"), False: "-", None: "?"}[one.overdue]
        title = self.title(one.next) if one.next else "-"
        return one.case, state, title, str(day or "-"), over

    def title(self, wait: Wait) -> str:
        """What is waited for: the name of a limit, or what a day was set for."""
        if wait.what == "limit":
            return wait.names.get(self.lang) or title_of(self.workspace, wait.entry, self.lang)
        return self.say("day_set", what=self.say(wait.what))

    # -- one case ----------------------------------------------------------------------------

    def case(self, view: CaseView, *, every: bool) -> None:
        """One case: head, course, moves, deadlines."""
        self.console.print(self.head(view), style="bold")
        at = _minute(iso(view.at, view.held.law.zone))
        put(self.console, self.say("as_of", at=at, parties=len(view.state.parties)))
        self._heading("steps")
        rows = [self._step(step, view) for step in view.state.steps]
        put(self.console, plain_table(rows, indent=2, right=(0,), keep=(0, 1)))
        self._unlawful(view)
        self.moves(view.moves, every=every)
        self._heading("deadlines")
        if not view.waits:
            self.console.print("  " + self.say("no_deadlines"))
        for one in view.waits:
            self._wait(one, view)

    def _unlawful(self, view: CaseView) -> None:
        """Steps that were recorded and are not legal, with every reason."""
        if not view.unlawful:
            return
        self._heading("unlawful")
        for one in view.unlawful:
            self.console.out(f"  {one.seq} {self.step(one.kind)}", highlight=False)
            for refusal in one.refusals:
                hanging(self.console, self.refusal(refusal), indent=4)

    def head(self, view: CaseView) -> str:
        """Reference, procedure, state and version."""
        return self.say(
            "head",
            case=view.case,
            procedure=self.word("procedure", view.state.procedure or "-"),
            state=self.word("case_state", view.state.state),
            version=view.version,
        )

    def _heading(self, key: str) -> None:
        self.console.print()
        self.console.print(self.say(key), style="bold")

    def _step(self, step: Mapping[str, Any], view: CaseView) -> tuple[str, ...]:
        said = []
        if step["party"]:
            said.append(self.say("of_party"))
        if step["by"]:
            said.append(str(step["by"]))
        for name, vocabulary in (
            ("facts", "case_fact"),
            ("form", "agreement_form"),
            ("papers", "case_paper"),
        ):
            if step[name]:
                said.append(self.words(vocabulary, step[name].split(",")))
        if step["due_on"]:
            said.append(self.say("until", day=date.fromordinal(step["due_on"])))
        at = _minute(iso(step["at"], view.held.law.zone))
        return str(step["seq"]), at, self.step(step["kind"]), self.say("comma").join(said)

    def moves(self, moves: Iterable[Option], *, every: bool) -> None:
        """Steps that are legal, and those that are refused with each reason."""
        options = tuple(moves)
        legal = [one for one in options if one.is_legal]
        refused = [one for one in options if not one.is_legal]
        away = [one for one in refused if one.to is None and not every]
        self._heading("legal")
        rows = [
            (self.step(one.step), self.words("step_by", one.by) or "-", self.cites(one.cites))
            for one in legal
        ]
        if rows:
            put(self.console, plain_table(rows, indent=2, keep=(0,)))
        else:
            stuck = len(away) == len(refused)
            self.console.print("  " + self.say("no_legal" if stuck else "no_legal_yet"))
        self._heading("refused")
        for one in refused:
            if one not in away:
                self.console.out("  " + self.step(one.step), highlight=False)
                for refusal in one.refusals:
                    hanging(self.console, self.refusal(refusal), indent=4)
        if away:
            hanging(self.console, self.say("elsewhere", count=len(away)))

    def refusal(self, one: Refusal) -> str:
        """One reason why a step is refused, with its articles, and what would do."""
        vocabulary = _WORDS_OF.get(one.why, "guard_fact")
        known = self.workspace.catalogue.vocabularies[vocabulary].words
        words = self.say("comma").join(
            self.word(vocabulary, name) if name in known else self.limit(name) for name in one.words
        )
        why = self.say("needs_any" if one.any_of else one.why, words=words, term=one.term or "-")
        text = self.say("because", why=why, clause=self.cites(one.cites))
        if one.may_attest and one.why == "needs":
            several = one.any_of and len(one.attest) > 1
            joint = self.say("comma") if several else ","
            text += self.say("attest_any" if several else "attest", codes=joint.join(one.attest))
        if one.still:
            text += self.say("still", codes=",".join(one.still))
        return text

    def limit(self, entry_id: str) -> str:
        """Name of a norm, or of a clock of a procedure."""
        procedure_id, _, clock_name = entry_id.rpartition(".")
        for pack in self.workspace.packs.values():
            entry = entry_of(pack, procedure_id)
            for clock in entry.clocks if isinstance(entry, Procedure) else ():
                if clock.name == clock_name:
                    return clock.names.get(self.lang) or entry_id
        return title_of(self.workspace, entry_id, self.lang)

    def _wait(self, one: Wait, view: CaseView) -> None:
        passed = one.overdue(view.at)
        if passed.done:
            stands = self.say("is_late" if passed.result else "is_done")
        elif not one.is_owed:
            stands = self.say("is_free")
        elif passed.result is None:
            stands = self.say("unsure")
        else:
            stands = self.say("is_over" if passed.result else "is_running")
        clause, ends = self.cites(one.cites), self.ends(one)
        text = self.say("wait", title=self.title(one), clause=clause, ends=ends, stands=stands)
        hanging(self.console, text)
        for line in self._explained(one.deadline, view):
            hanging(self.console, line, indent=4)

    def ends(self, one: Wait) -> str:
        """When something ends, or why that can't be told."""
        end = one.deadline
        if end.last_day is not None:
            day = end.last_day if end.due_at is None else _end_of(end)
            return self.say("due", day=day)
        reason = self.say("held") if end.reason == "held" else brief(end.reason, self.lang)
        if one.earliest_day is not None:
            return self.say("due_open", reason=reason, day=one.earliest_day)
        return self.say("due_unknown", reason=reason)

    def _explained(self, end: Deadline, view: CaseView) -> Iterable[str]:
        yield from end.explain(self.lang, view.names)
        for reading in end.readings:
            terms = ", ".join(f"{name} = {value}" for name, value in reading.terms)
            last = reading.deadline.last_day
            yield f"{self.say('reading', terms=terms)} {last or '-'}"

    def taken(self, view: CaseView) -> None:
        """What came of a step, and what may follow."""
        last = view.state.steps[-1]
        state = self.word("case_state", view.state.state)
        text = self.say(
            "taken",
            case=view.case,
            step=self.step(last["kind"]),
            version=view.version,
            state=state,
        )
        hanging(self.console, text, indent=0)
        if any(one.seq == last["seq"] for one in view.unlawful):
            self._unlawful(view)  # another case was handed on to this one at the same moment
            self.console.print()
        names = ", ".join(one.step for one in view.legal)
        hanging(self.console, self.say("then", steps=names or "-"), indent=0)


def _minute(text: str) -> str:
    """A moment to the minute, as people write it."""
    return datetime.fromisoformat(text).strftime("%Y-%m-%d %H:%M")


def _end_of(end: Deadline) -> str:
    """The last day, with the minute where that is not the end of the day."""
    text = datetime.fromisoformat(iso(end.due_at or 0, end.zone))
    return text.strftime("%Y-%m-%d" if (text.hour, text.minute) == (23, 59) else "%Y-%m-%d %H:%M")
