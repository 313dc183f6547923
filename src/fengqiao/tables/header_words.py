"""Words that headers of tables consist of, so that a fault may repeat a header made of them."""

from __future__ import annotations

import re

_WORDS = """
    序号 编号 编码 代码 号码 姓名 名称 性别 年龄 民族 电话 手机 手机号 联系电话 联系方式 身份证
    证件 住址 地址 备注 说明 附件 照片 图片 类型 类别 种类 方式 方法 状态 结果 结论 内容 情况
    事项 原因 标题 日期 时间 时刻 时长 分钟 小时 年度 年份 月份 季度 周次 星期 开始 结束 起止
    登记 录入 填报 上报 审核 更新 创建 完成 办结 单位 部门 机构 派出所 警务室 警务区 社区 网格
    乡镇 街道 警号 民警 辅警 人员 走访 入户 巡逻 调解 纠纷 回访 检查 宣传 会议 岗位 职务 负责人
    填表人 经办人 参加 参与 人数 户数 次数 数量 总数 合计 小计 金额 分数 得分 评分 等级 是否
    有无 所属 所在 责任 登记人 审核人 走访人 id no number name type kind date time start end
    status result remark remarks note notes comment comments count total phone address photo
    unit station area duration minutes
"""
_HEADER = re.compile(
    f"(?:(?:{'|'.join(sorted(_WORDS.split(), key=len, reverse=True))})[()/_.、的-]?)+"
)


def is_header(text: str) -> bool:
    """Whether a text is made of words that headers use, and so is nobody's name or number.

    Only such a text is repeated: the first row of a file may be somebody's data.
    """
    return _HEADER.fullmatch(text) is not None
