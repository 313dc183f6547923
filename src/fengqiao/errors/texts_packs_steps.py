"""Texts for worked cases of procedures, and for places that change procedures."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "pack.adds_no_step": (
        Text(
            "`{entry}` names the step `{step}`, which neither it nor its parent's procedure has.",
            "The guard or clock would never hear of it.",
            "Add a move for it, or take another step.",
        ),
        Text(
            "`{entry}` 提到步骤 `{step}`,本包和上级的程序都没有这一步。",
            "这样的条件或时钟永远不会生效。",
            "请为它补上 `[[procedure.move]]`,或改用别的步骤。",
        ),
    ),
    "pack.adds_to_nothing": (
        Text(
            "`{entry}` adds to a procedure that no parent of the pack has.",
            "There is nothing to add to.",
            "Drop `adds` and state the whole procedure, or name the pack's `parent`.",
        ),
        Text(
            "`{entry}` 要补充的程序,上级规则包中没有。",
            "没有可以补充的对象。",
            "请删去 `adds` 并写出整个程序,或写明本包的 `parent`。",
        ),
    ),
    "pack.parent_loosens": (
        Text(
            "`{entry}` loosens what `{parent}` lets places tighten only: {pieces}.",
            "Places may ask for more facts, bar more, shorten limits, and add states of their own"
            " ({clause}).",
            "State these guards, moves and clocks as the parent does, or stricter.",
        ),
        Text(
            "`{entry}` 放宽了 `{parent}` 只许收紧的内容:{pieces}。",
            "各地可以多要条件、多设禁止、缩短期限,也可以增加自己的状态({clause})。",
            "这些条件、步骤和时钟应与上级相同或更严。",
        ),
    ),
    "pack.case_allowed_why": (
        Text(
            "A step under `may` has no `why` and no `guard`.",
            "Only a step that is refused has a reason.",
            "Drop the field, or move the step to `may_not`.",
        ),
        Text(
            "`may` 中的步骤不写 `why` 和 `guard`。",
            "只有被拒绝的步骤才有理由。",
            "请删去该字段，或把这一步移到 `may_not`。",
        ),
    ),
    "pack.case_due": (
        Text(
            "The procedure has no such limit.",
            "Its limits are its clocks, and the norms that its guards and clocks name.",
            "<<Close names: {close}. >>Take one of: {known}.",
        ),
        Text(
            "该程序没有这个期限。",
            "程序的期限是它的时钟，以及条件和时钟所指的限值。",
            "<<相近的名称：{close}。>>可用：{known}。",
        ),
    ),
    "pack.case_guard": (
        Text(
            "The procedure has no such guard or clock.",
            "The case would be refused by something else.",
            "<<Close names: {close}. >>Take one of: {known}.",
        ),
        Text(
            "该程序没有这个条件或时钟。",
            "拒绝这一步的会是别的规定。",
            "<<相近的名称：{close}。>>可用：{known}。",
        ),
    ),
    "pack.case_looks_back": (
        Text(
            "`on` lies before the last step.",
            "A case is looked at after all of its steps.",
            "Name the day of the last step, or a later one.",
        ),
        Text(
            "`on` 早于最后一步。",
            "要看的是走完全部步骤之后的案件。",
            "请写最后一步的日期或者更晚的日期。",
        ),
    ),
    "pack.case_of_procedure": (
        Text(
            "A case of a procedure has `events` and `expect`, and nothing else but `config`.",
            "It is the steps that were taken, and how the case stands after them.",
            'Write `events = [ { kind = "found", at = 2026-01-05 } ]` and'
            ' `expect = { on = 2026-01-05, state = "proposed", may = "joined" }`.',
        ),
        Text(
            "程序的示例写 `events` 和 `expect`，此外只能写 `config`。",
            "示例是已走的各步，以及走完之后案件的状况。",
            '请写 `events = [ { kind = "found", at = 2026-01-05 } ]` 和'
            ' `expect = { on = 2026-01-05, state = "proposed", may = "joined" }`。',
        ),
    ),
    "pack.case_step": (
        Text(
            "The procedure has no step `{step}`.",
            "Each procedure has its own steps.",
            "<<Close names: {close}. >>Take one of: {known}.",
        ),
        Text(
            "该程序没有步骤 `{step}`。",
            "各程序有各自的步骤。",
            "<<相近的名称：{close}。>>可用：{known}。",
        ),
    ),
    "pack.not_a_moment": (
        Text(
            "This is neither a day nor a moment.",
            "Steps are timed by the clock of the place, without a time zone.",
            'Write 2026-01-05, or "2026-01-05 09:30".',
        ),
        Text(
            "这里既不是日期，也不是时刻。",
            "步骤按当地时间记，不写时区。",
            '请写 2026-01-05，或 "2026-01-05 09:30"。',
        ),
    ),
}
