"""Keys of procedures, and the closed lists of their steps, states, facts and papers.

A fact is either attested by the host with a step (yes or no, nothing behind it) or follows from
the steps themselves; which of them a step needs, and with which numbers, is the pack's to say.
"""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.rules.catalogue import Key, Vocabulary
from fengqiao.rules.catalogue_words import named, vocabulary
from fengqiao.rules.entries import Words

PROCEDURE_KEYS: tuple[Key, ...] = tuple(
    Key(name=name, kind="procedure", names=named(zh, en), each=("dispute",))
    for name, zh, en in (
        ("mediation.peoples", "人民调解程序", "people's mediation"),
        ("mediation.public_security", "治安调解程序", "public-security mediation"),
        ("mediation.on_site", "现场调解程序", "mediation on the spot"),
        ("mediation.administrative", "行政调解程序", "administrative mediation"),
        ("mediation.judicial", "司法调解程序", "judicial mediation"),
        ("mediation.joint", "联合调解程序", "joint mediation"),
    )
)


def _listed(table: str) -> Mapping[str, Words]:
    """Words of a list, one a line: name, Chinese, English."""
    rows = (line.strip().split("|") for line in table.strip().splitlines())
    return {name: named(zh, en) for name, zh, en in rows}


_STEPS = _listed("""
found|主动发现|found
applied|当事人申请|applied for
referred|移送或委托|referred
received|接到诉求|request received
joined|登记当事人|party joined
attested|确认情形|circumstances attested
accepted|受理|accepted
declined|不予受理|declined
consented|同意调解|consented
refused|明确拒绝|refused
rights_told|告知权利义务|rights told
guardian_told|通知监护人|guardian told
mediator_appointed|指定调解员|mediator appointed
mediator_chosen|选定调解员|mediator chosen
mediator_replaced|更换调解员|mediator replaced
outsider_invited|邀请他人参与|others invited
body_joined|其他组织参加|another body joined in
session_set|约定调解日期|session set
session_held|进行调解|session held
agreed|达成协议|agreed
signed|签名盖章|signed and sealed
performed|履行完毕|performed
defaulted|不履行|not performed
revisited|回访|revisited
confirmation_applied|共同申请司法确认|confirmation applied for
confirmed|裁定确认|confirmed by the court
confirmation_rejected|驳回确认申请|confirmation rejected
failed|调解不成|mediation failed
ended_by_party|当事人终止调解|ended by a party
terminated|终止调解|terminated
remedies_told|告知其他途径|other remedies told
held|稳控|held
resumed|恢复调解|resumed
extended|延长期限|extended
escalated|提交上一级|passed up a level
risk_reported|报告激化风险|risk reported
handed_on|移交|handed on
sent_to_handling|依法处理|dealt with under the law
settled_privately|自行和解|settled by the parties themselves
closed_without_penalty|不予处罚结案|closed without a penalty
filed|归档|filed
forwarded|转办|forwarded
responded|响应|responded to
reviewed|审核|reviewed
answered|答复|answered
docketed|立案|case opened
expert_begun|开始鉴定|expert work begun
expert_ended|鉴定结束|expert work ended
hearing_begun|开始听证|hearing begun
hearing_ended|听证结束|hearing ended
confirmation_accepted|法院受理确认申请|application taken by the court
court_extended|法院延长审查期限|time extended by the court
ruling_served|送达裁定|ruling served
ruling_known|利害关系人知道裁定|ruling known to an interested person
objected|对裁定提出异议|objection to the ruling
called_back|回访诉求|called back
closed|办结|closed
""")

_STATES = _listed("""
new|新案|new
proposed|待同意|proposed
open|调解中|open
agreed|已达成协议|agreed
effective|协议生效|in effect
performed|已履行|performed
defaulted|未履行|not performed
confirming|司法确认中|before the court
confirmed|已确认|confirmed
rejected|确认被驳回|confirmation rejected
failed|调解不成|failed
held|稳控|held
declined|不予受理|declined
handed_on|已移交|handed on
handling|依法处理|dealt with under the law
ended|已终结|ended
filed|已归档|filed
""")

_ATTESTED = _listed("""
civil_dispute|属于民间纠纷|a civil dispute
no_offence|不构成违反治安管理行为|no offence against public order
act_listed|属于可以调解的行为|an act that may be mediated
minor_case|情节较轻|minor
settling_ground|具备适合调解的情形|a ground for settling
excluded|有不适用调解的情形|excluded by an article
special_body_only|须由专门机关处理|for a special body alone
already_decided|已由法院、公安或行政机关受理或解决|accepted or decided elsewhere
facts_clear|事实清楚|facts clear
trivial|情节轻微|trivial
no_loss_dispute|不涉及医疗费用、物品损失|no medical or property dispute
minor_party|有未成年当事人|a party under age
guardian_exempt|依法可以不通知监护人|guardian need not be told
guardian_present|监护人到场|guardian present
victim_proxy|被侵害人委托代理人|the victim sends a proxy
written_powers|有书面委托|with written powers
suspect_proxy|违反治安管理行为人委托他人|the suspect sends somebody
party_asks|当事人申请|a party asks
officer_sees_need|公安机关认为必要|the police see need
all_ask|各方都申请|all parties ask
approved|经批准|approved
higher_approved|经上一级公安机关批准|approved by the next-higher organ
president_approved|经本院院长批准|approved by the court's president
outside_unit|属公安职责但不属本单位管辖|police duty, but another unit's
grave_or_complex|情况重大复杂|grave or complex
officer_hosts|由民警主持|held by an officer
two_officers|两名以上民警|two officers or more
one_officer|一名民警|one officer
auxiliary_helps|辅警协助|an auxiliary helps
auxiliary_alone|仅由辅警主持|held by an auxiliary alone
auxiliary_decides|辅警作出决定|decided by an auxiliary
fully_recorded|全程录音录像|recorded in full
regulated_venue|在规范场所|in a regulated venue
mediator_partial|调解员应当回避|a mediator who must step aside
relatives_invited|邀请亲属邻里等参与|relatives or neighbours invited
experts_invited|邀请专业人员参与|experts invited
invited_with_consent|邀请经当事人同意|invited with consent
session_open|公开调解|open session
privacy|涉及隐私或秘密|privacy or secrets
objects_to_open|当事人不同意公开|a party objects to an open session
parties_signed|当事人签名|signed by the parties
mediator_signed|调解员签名|signed by the mediator
committee_sealed|加盖调解委员会印章|sealed by the committee
content_recorded|协议内容有记录|content on record
recording_shows_all|录音录像载明当事人、事实和协议|the recording shows parties, facts and terms
performed_at_once|当场履行|performed at once
civil_rights_content|有民事权利义务内容|civil rights or duties in it
party_wants_writing|当事人要求制作书面协议|a party wants it in writing
new_offence|调解中又违法|a new offence during mediation
suspect_fled|违反治安管理行为人逃跑|the suspect fled
joint_application|双方共同申请|both parties apply together
personal_status|涉及身份关系|personal status
title_only|仅确认物权或知识产权权属|title alone
unclear|内容不明确|content not clear
unlawful|违反强制性规定或损害他人|unlawful or against others
involuntary|违背自愿|not voluntary
written_request|书面申请|a written request
joint_request|双方书面申请|a written request of both
settlement_performed|和解或调解协议已履行|the settlement was performed
before_decision|处理决定作出前|before a decision
accepted_by_police|经公安机关认可|accepted by the police
risk_of_escalation|纠纷可能激化|may escalate
police_told|已报告公安机关|police told
steps_taken|已采取预防措施|preventive steps taken
fee_charged|收取费用|a fee was charged
other_routes_blocked|阻止当事人依法维权|other routes were blocked
special_circumstances|情况特殊|special circumstances
to_peoples|移交人民调解|handed on to people's mediation
to_police|移交公安机关|handed on to the police
to_administrative|移交行政调解|handed on to administrative mediation
to_judicial|移交司法调解|handed on to judicial mediation
to_joint|移交联合调解|handed on to joint mediation
to_court|移交人民法院|handed on to the court
by_party|由当事人进行|taken by a party
by_mediator|由调解员进行|taken by a mediator
by_committee|由人民调解委员会进行|taken by the committee
by_officer|由民警进行|taken by an officer
by_court|由人民法院进行|taken by the court
by_body|由其他机关进行|taken by another body
""")

DERIVED_FACTS = _listed("""
parties_joined|至少两方当事人|two parties or more
all_consented|各方都同意|all parties consented
party_refused|有当事人明确拒绝|a party refused
rights_were_told|已告知权利义务|rights were told
mediator_named|已确定调解员|a mediator was named
session_was_held|已进行调解|a session was held
guardian_was_told|已通知监护人|a guardian was told
agreement_written|书面协议|a written agreement
agreement_oral|口头协议|an oral agreement
agreement_recorded|录音录像代替书面|a recording instead of paper
contents_complete|必备事项齐全|all required contents present
remedies_were_told|已告知其他途径|other remedies were told
file_complete|案卷齐全|the file is complete
was_performed|已履行|was performed
approver_named|写明批准人员编号|the approver's staff id is given
no_expert_pending|没有未完成的鉴定|no expert work under way
party_stepped|由当事人提出|by a party of this case
in_effect|协议已生效|the agreement is in effect
is_first_session|第一次调解|the first session
guardian_settled|监护人已依法通知或无须通知|guardians told where the law asks
police_were_told|移交公安机关前已报告|the police were told, or it doesn't go to them
routes_were_told|移交其他机关前已告知其他途径|other routes were told, or it goes to nobody else
proxy_in_writing|代理有书面委托或没有代理|no proxy, or one with written powers
is_minor|使用方认定为小纠纷|minor, as the host says
is_major|使用方认定为大纠纷|major, as the host says
is_complex|使用方认定为复杂纠纷|complex, as the host says
to_next_level|提交到紧接的上一级|to the level right above
at_first_level|在第一级|at the first level
at_last_level|在最后一级|at the last level
""")
"""Facts that follow from the steps of a case; casework has a function for each."""

LASTING_FACTS = frozenset(
    (
        "civil_dispute", "no_offence", "act_listed", "minor_case", "settling_ground", "excluded",
        "special_body_only", "already_decided", "facts_clear", "trivial", "no_loss_dispute",
        "minor_party", "guardian_exempt", "suspect_proxy", "new_offence", "suspect_fled",
        "civil_rights_content", "party_wants_writing", "personal_status", "title_only",
        "risk_of_escalation", "outside_unit",
    )
)  # fmt: skip
"""Attested facts that hold for the case from the step on; the others hold for their step alone."""

ACTS_OF_PARTIES = frozenset(
    (
        "all_ask", "joint_application", "joint_request", "parties_signed", "party_asks",
        "written_request",
    )
)  # fmt: skip
"""Attested facts that parties alone bring about: a step with one of them is theirs."""

_OFFICER = ("officer",)
_OF_COMMITTEE = ("committee", "mediator")
TAKEN_BY_ROLE: Mapping[str, tuple[str, ...]] = {
    "station_leader": _OFFICER,
    "deputy_station_leader": _OFFICER,
    "post_leader": _OFFICER,
    "officer": _OFFICER,
    "community_officer": _OFFICER,
    "village_officer": _OFFICER,
    "police_assistant_lead": _OFFICER,
    "mediation_committee_chair": _OF_COMMITTEE,
    "mediation_director": _OF_COMMITTEE,
    "mediation_specialist": ("mediator",),
    "mediator": ("mediator",),
    "village_mediator": ("mediator",),
}
"""Whose steps the holder of a role takes; that of a role which isn't here takes nobody's.

Whoever holds a post in a mediation committee takes those of the committee and of its mediators.
"""

STATE_WORDS = _STATES


PROCEDURE_VOCABULARIES: tuple[Vocabulary, ...] = (
    vocabulary(
        "procedure", "程序", "procedures", **{key.name: key.names for key in PROCEDURE_KEYS}
    ),
    vocabulary("case_step", "步骤", "steps of a case", **_STEPS),
    vocabulary("case_state", "状态", "states of a case", **_STATES),
    vocabulary("case_fact", "情形", "what is attested of a case", **_ATTESTED),
    vocabulary(
        "guard_fact", "步骤的条件", "what a step may need", **_ATTESTED, **DERIVED_FACTS
    ),
    vocabulary(
        "step_by",
        "由谁进行",
        "who takes a step",
        party=named("当事人", "party"),
        mediator=named("调解员", "mediator"),
        committee=named("人民调解委员会", "mediation committee"),
        officer=named("民警", "officer"),
        court=named("人民法院", "court"),
        body=named("其他机关", "another body"),
    ),
    vocabulary(
        "clock_hold",
        "不计入期限的原因",
        "time that a limit leaves out",
        expert=named("鉴定", "expert work"),
        hearing=named("听证", "a hearing"),
        held=named("稳控", "held"),
        delivery=named("送达路途", "delivery"),
    ),
    vocabulary(
        "agreement_form",
        "协议形式",
        "forms of an agreement",
        written=named("书面", "written"),
        oral=named("口头", "oral"),
        recording=named("录音录像", "recording"),
    ),
    vocabulary(
        "agreement_content",
        "协议载明事项",
        "contents of an agreement",
        **_listed("""
parties|当事人基本情况|parties
others_present|其他在场人员|others present
host|主持人和单位|body and host
facts|事实|facts
issues|争议事项|issues
responsibility|责任|responsibility
course|经过情形和结果|course and result
time_and_place|时间地点|time and place
terms|协议内容|terms
performance_time|履行期限|time of performance
performance_way|履行方式|way of performance
signatures|签名|signatures
""")
    ),
    vocabulary(
        "case_paper",
        "归卷材料",
        "papers of a case",
        **_listed("""
registration|登记|registration
record|调解工作记录|record of the work
agreement|协议书|agreement
evidence|证据材料|evidence
revisit_record|回访记录|record of the revisit
termination_notice|终止通知|notice of termination
recording|录音录像|recording
index|卷内目录|index
""")
    ),
)  # fmt: skip
"""Closed lists of procedures."""
