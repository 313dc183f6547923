"""Measure words: what makes a numeral a quantity. Data only."""

from __future__ import annotations

from collections.abc import Mapping

TIMES: Mapping[str, tuple[int, str]] = {
    "分钟": (1, "minute"),
    "小时": (1, "hour"),
    "钟头": (1, "hour"),
    "min": (1, "minute"),
    "h": (1, "hour"),
    "工作日": (1, "working_day"),
    "自然日": (1, "day"),
    "天": (1, "day"),
    "日": (1, "day"),
    "周": (1, "week"),
    "星期": (1, "week"),
    "礼拜": (1, "week"),
    "月": (1, "month"),
    "季度": (3, "month"),
    "半年": (6, "month"),
    "年": (1, "year"),
}
"""Units of time: how many of which unit of the pack format."""

PERIODS: Mapping[str, str] = {
    "工作日": "working_day",
    "天": "day",
    "日": "day",
    "周": "week",
    "星期": "week",
    "半个月": "half_month",
    "半月": "half_month",
    "月度": "month",
    "月": "month",
    "季度": "quarter",
    "季": "quarter",
    "半年": "half_year",
    "年度": "year",
    "年": "year",
}
"""What may follow `每`, and the period that it names."""

_COUNTED = """
    个 名 人 位 户 家 次 条 件 起 例 宗 处 场 所 间 套 台 辆 支 张 份 篇 期 项 类 种 批 笔 本
    部 只 头 村 届 层 组 岁 点 分 度 倍 成 元 角 万元 亿元 人次 人份 台次 辆次 件次 户次 家次
    场次 班次 课时 学时 平方米 公里 千米 米 厘米 亩 公顷 吨 公斤 千克 克 里 页 字 面 块 座 栋
    幢 楼 单元 根 把 对 双 盏 艘 方面 环节 步骤 阶段 轮 遍 趟 回 级 等 档 门 方 步 个百分点
    百分点 倍 科 股 室 站 队 片 街 路 警种 字节 分贝 小项 大项 大类 小类 款 道 关 环 星 班 岗
    世纪 年代 周年 周岁 km kg
"""
_BODIES = """
    民警 警察 辅警 协警 警务助理 助理 网格员 律师 调解员 专干 社区 网格 警务室 派出所 行政村
    警务区 志愿者 联络员 指导员
"""
BODIES = frozenset(_BODIES.split())
"""Nouns of who and where, counted without a measure word."""
COUNTS = BODIES | frozenset(_COUNTED.split())
"""Measure words, and nouns that are counted without one (`一村一辅警`)."""

LONGEST = max(map(len, COUNTS))
_WEAK = """
    里 点 分 度 对 双 面 头 把 步 级 等 档 方 室 站 队 片 街 路 科 股 回 关 道 环 星 门 层 班
    组 部 期 类 大类 块 楼 字 双
"""
WEAK = frozenset(_WEAK.split())
"""Measure words that are as often the first letter of a noun: `两队一室`, `两级`, `三方`."""
