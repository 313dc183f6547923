"""Words that say what a sentence is about where packs hold nothing, and the reason to leave it out.

Data only: the first reason whose words stand in a sentence is suggested; a person decides.
"""

from __future__ import annotations

import re

_BY_REASON = (
    (
        "declined_biometric",
        "人脸 指纹 虹膜 声纹 步态 生物识别 DNA",
    ),
    (
        "declined_informants",
        "情报信息员 信息员队伍 情报员 线人 耳目 有效情报 情报信息 有功人员 物建",
    ),
    (
        "declined_belief",
        "邪教 宗教 信教 信众 教徒",
    ),
    (
        "declined_volume_quota",
        "盘查 盘问 核查人员 人口信息 采集信息 信息采集量 查验人员",
    ),
    (
        "declined_claimants",
        "信访 上访 访民 利益诉求群体 涉军 涉众 诉求人员 缠访",
    ),
    (
        "declined_persons",
        """重点人员 重点人口 重点对象 关注人员 关注对象 管控人员 管控类 监管人员 高危 被打处
        打处人员 刑满 社区矫正 矫正人员 吸毒 戒毒 精神病 精神障碍 肇事肇祸 闲散 劣迹 流动人口
        外来人口
        外来人员 外来人群 暂住人口 承租人 租客 嫌疑 前科 建档人员 行踪 列管 极端人员
        违法人员 犯罪人员 受害""",
    ),
)
_RESULT = re.compile(
    r"截[至止]目前|截至|今年以来|去年以来|同比|环比|据统计|累计(?!不|最)|已(?:建|成功|完成|达|登记)"
    r"|共(?:获|排查|分流|清)"
)
_IN_PIECE = frozenset(("declined_biometric",))
_VISITED = re.compile(
    r"(?:独居|空巢|孤寡|高龄|留守|失独|困境|残疾|低保|特困|失能)[^,，。]{0,8}(?:老人|儿童|妇女|人员|家庭|群众|人|户)"
)
"""Who is listed to be looked after: named beside a number, the number is about single persons."""
_IN_LISTS = frozenset(("declined_belief", "declined_claimants"))
"""What a list of goals names in one of its pieces and says nothing of in the others; a duty on
persons or of informants may name them once, before all its numbers."""
_PATTERNS = tuple(
    (reason, re.compile("|".join(map(re.escape, words.split())))) for reason, words in _BY_REASON
)


def reason_to_decline(sentence: str, piece: str, *, is_list: bool = False) -> str | None:
    """Why packs hold nothing of what a sentence is about; None where no word says so.

    Args:
        sentence: Its words.
        piece: Those between the two commas around its number: a device that reads faces says
            nothing about the numbers elsewhere in its sentence.
        is_list: Whether the sentence has several numbers.
    """
    in_piece = _IN_PIECE | _IN_LISTS if is_list else _IN_PIECE
    if _VISITED.search(piece):
        return "declined_persons"
    for reason, words in _PATTERNS:
        if words.search(piece if reason in in_piece else sentence):
            return reason
    return None


def is_result(sentence: str) -> bool:
    """Whether a sentence reports what was reached, and asks for nothing."""
    return _RESULT.search(sentence) is not None
