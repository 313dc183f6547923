"""Texts for cases: what can't have happened, and why a step is refused."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

_NOTHING = "Nothing was written."
_NOTHING_ZH = "未写入任何内容。"

TEXTS: Texts = {
    "casework.no_procedure": (
        Text(
            "Step {step} names no procedure.",
            "A case follows the procedure that its first step names.",
            "Give `procedure` with the first step, such as `mediation.peoples`.",
        ),
        Text(
            "第 {step} 步没有写明适用程序。",
            "案件按首个步骤写明的程序办理。",
            "请在首个步骤写 `procedure`,例如 `mediation.peoples`。",
        ),
    ),
    "casework.unknown_procedure": (
        Text(
            "No pack has the procedure `{procedure}`.",
            "Without it nothing says which steps there are.",
            "<<Close names: {close}. >><<Known: {known}. >>Packs asked: {asked}. National"
            " law (`cn`) brings the procedures of mediation.",
        ),
        Text(
            "没有规则包规定程序 `{procedure}`。",
            "没有程序就不知道有哪些步骤。",
            "<<相近的名称:{close}。>><<可用:{known}。>>已查询的规则包:{asked}。全国性法律(`cn`)带有各类调解程序。",
        ),
    ),
    "casework.impossible": (
        Text(
            "Step {step} (`{kind}`) can't follow: the case is in state `{state}`.",
            "`{procedure}` has no such move.",
            "Read the case and look at the moves that are possible.",
        ),
        Text(
            "第 {step} 步(`{kind}`)无法衔接:案件处于 `{state}` 状态。",
            "`{procedure}` 没有这样的步骤。",
            "请读取该案,查看可以进行的步骤。",
        ),
    ),
    "casework.no_such_step": (
        Text(
            "`{procedure}` has no step `{kind}`.",
            f"Each procedure has its own steps. {_NOTHING}",
            "<<Close names: {close}. >><<Steps from here: {here}. >>`fengqiao case` says which of"
            " them are legal.",
        ),
        Text(
            "`{procedure}` 没有步骤 `{kind}`。",
            f"各程序有各自的步骤。{_NOTHING_ZH}",
            "<<相近的名称:{close}。>><<由此可走的步骤:{here}。>>`fengqiao case` 会说明其中哪些"
            "合法。",
        ),
    ),
    "casework.newer_format": (
        Text(
            "Step {step} is of format {format}; this version knows up to {known}.",
            "A newer version of this library wrote it.",
            "Update this library.",
        ),
        Text(
            "第 {step} 步为格式 {format},本版本只识别到 {known}。",
            "它由更新版本的本库写入。",
            "请更新本库。",
        ),
    ),
    "casework.not_here": (
        Text(
            "`{step}` is not possible from where the case stands.",
            f"It starts from {{words}} ({{clauses}}). {_NOTHING}",
            "Take the steps before it first.",
        ),
        Text(
            "案件目前不能进行 `{step}`。",
            f"该步骤自 {{words}} 开始({{clauses}})。{_NOTHING_ZH}",
            "请先完成前面的步骤。",
        ),
    ),
    "casework.needs": (
        Text(
            "`{step}` lacks <<{every}>><<one of {one_of}>>.",
            f"`{{guard}}` asks for it ({{clauses}}). {_NOTHING}",
            "<<Attest with the step what is so: {attest}. >><<This step or those before it bring"
            " about: {follows}.>><< Not there yet, to be given with `--content` or `--paper`:"
            " {still}.>>",
        ),
        Text(
            "`{step}` 缺少 <<{every}>><<{one_of} 中的任何一项>>。",
            f"`{{guard}}` 有此要求({{clauses}})。{_NOTHING_ZH}",
            "<<属实的,请随该步骤确认:{attest}。>><<由本步骤或先前步骤得出的:{follows}。>>"
            "<<尚缺(以 `--content` 或 `--paper` 给出):{still}。>>",
        ),
    ),
    "casework.barred": (
        Text(
            "`{step}` is barred by {words}.",
            f"`{{guard}}` says so ({{clauses}}). {_NOTHING}",
            "Look at the other moves of the case.",
        ),
        Text(
            "因 {words},不能进行 `{step}`。",
            f"依据 `{{guard}}`({{clauses}})。{_NOTHING_ZH}",
            "请查看该案可以进行的其他步骤。",
        ),
    ),
    "casework.late": (
        Text(
            "`{step}` comes after the limit `{words}`.",
            f"The limit stands in {{clauses}}. {_NOTHING}",
            "Look at the deadlines of the case, and at its other moves.",
        ),
        Text(
            "`{step}` 已超过期限 `{words}`。",
            f"期限见 {{clauses}}。{_NOTHING_ZH}",
            "请查看该案的期限和其他可以进行的步骤。",
        ),
    ),
    "casework.too_many": (
        Text(
            "`{step}` would be one more than `{words}` allows.",
            f"The number stands in {{clauses}}. {_NOTHING}",
            "Look at the other moves of the case.",
        ),
        Text(
            "再进行 `{step}` 就超过 `{words}` 的次数。",
            f"次数见 {{clauses}}。{_NOTHING_ZH}",
            "请查看该案可以进行的其他步骤。",
        ),
    ),
    "casework.not_configured": (
        Text(
            "Whether `{step}` is legal is left open ({words}).",
            f"The texts are silent or differ: {{clauses}}. {_NOTHING}",
            "Say which reading holds<<, under `{term}` in the configuration>>.",
        ),
        Text(
            "`{step}` 是否合法尚无定论({words})。",
            f"条文没有写明或者不一致:{{clauses}}。{_NOTHING_ZH}",
            "请说明采用哪种理解<<,在配置中填写 `{term}`>>。",
        ),
    ),
    "casework.not_theirs": (
        Text(
            "`{step}` is not for whoever took it.",
            f"It is for {{words}} ({{clauses}}); auxiliaries only assist. {_NOTHING}",
            "Name in `by` somebody whose post fits, or attest who took it, as in `by_officer`.",
        ),
        Text(
            "`{step}` 不能由该人员进行。",
            f"该步骤由 {{words}} 进行({{clauses}});辅警只能协助。{_NOTHING_ZH}",
            "请在 `by` 写明岗位相符的人员,或者确认由谁进行,例如 `by_officer`。",
        ),
    ),
    "casework.cyclic": (
        Text(
            "`{step}` would refer the case back to one that it came from.",
            f"A case that goes in a circle is handled by nobody ({{clauses}}). {_NOTHING}",
            "Hand it on to another body, or go on with it here.",
        ),
        Text(
            "`{step}` 会把案件移回它的来处。",
            f"来回移送的案件无人办理({{clauses}})。{_NOTHING_ZH}",
            "请移交其他单位,或者在本处继续办理。",
        ),
    ),
    "casework.backdated": (
        Text(
            "`{step}` is dated before the step that was taken last.",
            f"Steps follow one another in time. {_NOTHING}",
            "Correct the time; where somebody with authority ordered it, attest {words}.",
        ),
        Text(
            "`{step}` 的时间早于上一步骤。",
            f"步骤按时间先后进行。{_NOTHING_ZH}",
            "请更正时间;经有权人员批准补录的,请确认 {words}。",
        ),
    ),
}
