"""Answer questions: from a request and a store to findings, classes and scores.

Every step is a pure function of another room; this only hands one's result to the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from attrs import evolve, frozen

from fengqiao import judging, measures
from fengqiao.errors import RequestError, StoreError, UnknownFinding
from fengqiao.judging import Classes, FindingId, Findings, Score, Scores
from fengqiao.measures import Classed, Request, Tally, Task, Values
from fengqiao.measures.sheets import plan_bands, plan_sheets
from fengqiao.measures.tasks import whole_periods
from fengqiao.model.references import CASES
from fengqiao.model.registry import Registers
from fengqiao.packs import Setup
from fengqiao.rules import Duty, Exact, Norm, Pack, Procedure, Role, Sheet
from fengqiao.rules.catalogue import close_names
from fengqiao.store import Store
from fengqiao.timing import OpenHours, Period, Span, WorkCalendar, period_of, previous
from fengqiao.timing.days import FIRST_DAY
from fengqiao.workspace.recording import read_registers


@frozen(kw_only=True)
class Question:
    """A request, and what it is answered from.

    Attributes:
        as_known: Only what was known by this moment; None: everything.
        hours: When the bodies that handle cases are open.
        asked: Where given, every tally that is asked is noted in it.
    """

    store: Store
    setup: Setup
    calendar: WorkCalendar
    request: Request
    as_known: datetime | None = None
    hours: OpenHours | None = None
    asked: dict[Tally, None] | None = None


def make_request(
    setup: Setup,
    period: str | Period,
    *,
    on: date | None = None,
    station: str | None = None,
    area: str | None = None,
    entry: str | None = None,
    overlapping: bool = False,
    sheets: bool = False,
    cases: bool = False,
) -> Request:
    """A request from what a host passes; an entry is a sheet where `sheets` are asked for.

    Where `cases` are, it may be a procedure or `<procedure>.<clock>`, too.

    Raises:
        PeriodError: The period can't be read.
        RequestError: No pack has this entry.
    """
    asked = period if isinstance(period, Period) else Period.parse(str(period))
    if on is not None and type(on) is not date:
        raise RequestError("request.day")
    if not setup.rules.chains:
        raise RequestError("request.no_place", packs=sorted(setup.rules.packs))
    ids = scored_ids(setup) if sheets else judged_ids(setup)
    ids += handled_ids(setup) if cases else []
    if entry is not None and entry not in ids:
        code = "request.no_sheet" if sheets else "request.no_entry"
        raise RequestError(code, close=close_names(entry, ids))
    return Request(
        period=asked,
        on=on or asked.last,
        station=station,
        area=area,
        entry=entry,
        overlapping=overlapping,
    )


def judged_ids(setup: Setup) -> list[str]:
    """Ids of the entries that findings are about: norms, duties, and roles that say who holds them.

    What the holder of a role may not do is known to no register: nothing is found about it.
    """
    return [
        entry.id
        for pack in setup.rules.packs.values()
        for entry in pack.entries
        if isinstance(entry, (Norm, Duty))
        or (isinstance(entry, Role) and (entry.held_by or entry.drawn_from))
    ]


def handled_ids(setup: Setup) -> list[str]:
    """Ids of procedures, and of their clocks."""
    found = [
        entry
        for pack in setup.rules.packs.values()
        for entry in pack.entries
        if isinstance(entry, Procedure)
    ]
    clocks = (f"{entry.id}.{clock.name}" for entry in found for clock in entry.clocks)
    return list(dict.fromkeys([*(entry.id for entry in found), *clocks]))


def scored_ids(setup: Setup) -> list[str]:
    """Ids of the sheets that scores are about."""
    return [
        entry.id
        for pack in setup.rules.packs.values()
        for entry in pack.entries
        if isinstance(entry, Sheet) and entry.decided == "scores"
    ]


def find_findings(question: Question, *, may_be_empty: bool = False) -> Findings:
    """Everything that norms, duties and roles say of the request.

    Args:
        question: The request, and what it is answered from.
        may_be_empty: Answer with no findings where nothing is judged. Otherwise that is refused,
            unless the request is for one station or area: no findings would look like no breach.
    """
    setup, request = question.setup, question.request
    registers = registers_of(question)
    tasks = tasks_of(question, registers)
    if not tasks and not may_be_empty and (request.station, request.area) == (None, None):
        code = "request.nothing_judged" if request.entry is None else "request.entry_not_judged"
        raise RequestError(code, period=str(request.period), entry=request.entry or "")
    return judging.check(
        setup.rules,
        values_of(question, tasks, registers),
        on=request.on,
        calendar=question.calendar,
        few=few_of(question, tasks, registers),
        as_known=question.as_known.isoformat() if question.as_known else None,
    )


def tasks_of(question: Question, registers: Registers) -> tuple[Task, ...]:
    """What the request asks of norms, duties and roles."""
    setup = question.setup
    every_band = evolve(question.request, entry=None, station=None, area=None)
    known: dict[tuple[tuple[str, Period], ...], Classed] = {}

    def classed_on(day: date) -> Classed:
        """Classes by the last window of each band that ended by a day, found once a window."""
        request = evolve(every_band, period=period_of("day", day))
        tasks = plan_bands(setup.rules, registers, setup.indicators, request)
        windows = tuple((task.spoken.entry.id, task.period) for task in tasks)
        if windows not in known:
            few = judging.Few(question.setup.config.small_count)  # a class is not shown here
            known[windows] = _classified(question, tasks, registers, few).classed()
        return known[windows]

    return measures.plan_tasks(
        setup.rules,
        registers,
        setup.indicators,
        question.request,
        calendar=question.calendar,
        classed=classed_on,
    )


def find_classes(question: Question) -> Classes:
    """The classes that bands give, over their last window that ended with the request."""
    return _classes(question, registers_of(question))


def find_scores(question: Question, *, few: judging.Few | None = None) -> Scores:
    """Score sheets of the request, and the award lists.

    A list ranks everybody of the place, so a request for one station has none.

    Args:
        question: The request, and what it is answered from.
        few: What is too few to be shown; None finds it out.
    """
    setup = question.setup
    registers = registers_of(question)
    sheets = plan_sheets(setup.rules, registers, setup.indicators, question.request)
    tasks = [part.task for sheet in sheets for part in sheet.parts if part.task]
    values = iter(values_of(question, tasks, registers))
    context = judging.Context(
        rules=setup.rules,
        calendar=question.calendar,
        on=question.request.on,
        as_known=question.as_known.isoformat() if question.as_known else None,
    )
    few = few or few_of(question, tasks, registers)
    scores: list[judging.Score] = []
    awards: list[judging.AwardList] = []
    for sheet in sheets:
        found = [next(values) if part.task else None for part in sheet.parts]
        some = judging.score_sheet(sheet, found, context=context, few=few)
        scores += some
        award = judging.award_list(setup.rules, sheet, some)
        awards += [award] if award else []
    if question.request.station is not None:
        return Scores(tuple(scores), ())
    return Scores(tuple(scores), (*awards, *_outside(question, registers)))


def is_score_id(setup: Setup, any_id: str) -> bool:
    """Whether an id is of a score, not of a finding.

    Raises:
        UnknownFinding: It has the shape of neither.
    """
    wanted = FindingId.parse(any_id)
    return wanted.requirement is None and wanted.entry in scored_ids(setup)


def score_request(setup: Setup, score_id: str, *, on: date | None = None) -> Request:
    """The request that gives the score of an id.

    Raises:
        UnknownFinding: No sheet here has such scores.
    """
    if not is_score_id(setup, score_id):
        raise UnknownFinding("finding.unknown")
    wanted = FindingId.parse(score_id)
    return make_request(setup, wanted.asked_period(), on=on, entry=wanted.entry, sheets=True)


def find_score(question: Question, score_id: str) -> Score:
    """The score of an id.

    Raises:
        UnknownFinding: There is none.
    """
    found = find_scores(question).find(score_id)
    if found is None:
        raise UnknownFinding("finding.unknown")
    return found


def registers_of(question: Question) -> Registers:
    """Facts over all periods and windows of the request: from the year before its first day."""
    request = question.request
    year = previous(period_of("year", request.period.first)).first
    last = request.period.last
    if request.overlapping:  # the last year that it shares a day with, and that year's last week
        last = whole_periods(question.setup.rules, request.period.span).last
    span = Span(year, last)
    registers = read_registers(question.store, span, as_known=question.as_known)
    if any(_judges_cases(pack) for pack in question.setup.rules.packs.values()):
        ever = Span(FIRST_DAY, last)
        steps = question.store.rows("case_event", during=ever, as_known=question.as_known)
        registers = registers.with_table("case", measures.cases_of(steps))
    if request.station and request.station not in registers.table("station")["station"]:
        raise RequestError("request.no_station")
    if request.area and request.area not in registers.table("area")["area"]:
        raise RequestError("request.no_area")
    return registers


def _judges_cases(pack: Pack) -> bool:
    """Whether a pack judges cases, so that their steps have to be read."""
    norms = (entry for entry in pack.entries if isinstance(entry, Norm))
    return any(kind in CASES for norm in norms for kind in norm.each)


def _classes(question: Question, registers: Registers) -> Classes:
    setup = question.setup
    tasks = plan_bands(setup.rules, registers, setup.indicators, question.request)
    return _classified(question, tasks, registers)


def _classified(
    question: Question, tasks: Sequence[Task], registers: Registers, few: judging.Few | None = None
) -> Classes:
    """Classes by the values of bands, and by the scores of the sheets that some class by."""
    windows = {(task.scored_by, task.period): None for task in tasks if task.scored_by is not None}
    on = question.request.on
    asked = [Request(period=period, on=on, entry=sheet) for sheet, period in windows]
    scores = [
        score
        for request in asked
        for score in find_scores(evolve(question, request=request), few=few)
    ]
    few = few or few_of(question, tasks, registers)
    return judging.classify(values_of(question, tasks, registers), scores, few=few)


def values_of(
    question: Question, tasks: Sequence[Task], registers: Registers
) -> tuple[Values, ...]:
    """The values of tasks, from what the store answers."""
    store, as_known = question.store, question.as_known
    tasks = answerable(question, tasks, registers)
    wanted = measures.wanted(tasks, registers)
    if question.asked is not None:
        question.asked.update(dict.fromkeys(wanted))
    answers = dict(zip(wanted, store.tally(wanted, as_known=as_known), strict=True))
    rows = {
        kind: list(store.rows(kind, during=span, as_known=as_known))
        for kind, span in measures.wanted_rows(tasks).items()
    }
    return measures.compute(tasks, answers, rows, registers)


def few_of(question: Question, tasks: Sequence[Task], registers: Registers) -> judging.Few:
    """What is too few to be shown; the same whatever part of the place is asked for."""
    small_count = question.setup.config.small_count
    surveys = [task for task in tasks if judging.is_survey(task)]
    if small_count is None or not surveys:
        return judging.Few(small_count)
    request = evolve(question.request, entry=None, station=None, area=None)
    every = evolve(question, request=request)
    asked = [*surveys, *filter(judging.is_survey, tasks_of(every, registers))]
    return judging.find_few(values_of(every, asked, registers), small_count)


def answerable(question: Question, tasks: Sequence[Task], registers: Registers) -> tuple[Task, ...]:
    """Tasks, those marked that rest on facts which were purged and on no count that is kept."""
    store, purged = question.store, question.store.purged()

    def is_kept(tally: Tally) -> bool:
        try:
            store.tally([tally], as_known=question.as_known)
        except StoreError as error:
            if error.code != "store.purged":
                raise
            return False
        return True

    if not purged:
        return tuple(tasks)
    return measures.mark_purged(tasks, registers, purged=purged, is_kept=cache(is_kept))


def _outside(question: Question, registers: Registers) -> tuple[judging.AwardList, ...]:
    """Award lists that others decided, as the host recorded them.

    Only of packs that speak somewhere on the register: another place's list has no winners here.
    """
    period, rules = question.request.period, question.setup.rules
    areas = {*registers.table("area")["area"], *registers.table("station")["area"]}
    chains = [chain for code in areas if (chain := rules.chain_at(code)) is not None]
    speaking = {pack.id for chain in chains for pack in chain.packs}
    entries = [
        entry
        for pack in rules.packs.values()
        if pack.id in speaking
        for entry in pack.entries
        if isinstance(entry, Sheet)
        and entry.decided == "outside"
        and question.request.entry in (None, entry.id)
    ]
    known = question.request.on
    places = {
        entry.id: value.num
        for entry in entries
        for chain in chains
        if entry.pack in {pack.id for pack in chain.packs}
        for pack in reversed(chain.packs)
        if isinstance(value := rules.terms.get((pack.id, f"{entry.id}.winners")), Exact)
    }
    if known < period.first:
        return judging.outside_awards(entries, [], str(period), places=places)
    during = Span(period.first, min(known, period.last))
    if during.first < question.store.purged().get("award", during.first):
        return judging.outside_awards(entries, [], str(period), places=places)
    tables = question.store.rows("award", during=during, as_known=question.as_known)
    rows = [
        (award, recipient, date.fromordinal(day).isoformat())
        for table in tables
        for award, recipient, day in table.rows("award", "recipient", "day")
    ]
    return judging.outside_awards(entries, rows, str(period), places=places)
