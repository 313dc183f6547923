"""Words that oblige (`应`, `必须`, `不得`), and words that only hold such a sign. Data only."""

from __future__ import annotations

_DUTY_WORDS = "应当 应该 应 必须 务必 须 严禁 禁止 不得 不准 不许 不能 要"
_NOT_DUTIES = """
    应用 应急 应对 适应 响应 回应 反应 相应 供应 对应 效应 应邀 应聘 应答 应诉 应变 应付
    应有 应届 有求必应 照应 感应 接应 呼应 报应 策应 应运 应征 应战 应酬 应景 不得不 不得已
    不得力 不得人心 不能不 必须品 胡须 需要 主要 重要 要素 要点 要害 要件 要案 要闻 要道
    要求 要领 要义 要务 要么 要是 要紧 要职 要塞 要地 纲要 摘要 概要 首要 必要 紧要 提要
    要进一步 一方面要
    纪要 简要 扼要 险要 机要 只要 就要 若要 想要 将要 快要 不要紧 次要
"""

DUTY_WORDS = tuple(_DUTY_WORDS.split())
NOT_DUTIES = tuple(_NOT_DUTIES.split())
"""Read before the others: what stands here is no duty."""
