"""What stands around the tables of a new pack, in both languages. Data only."""

from __future__ import annotations

from fengqiao.errors import Lang

TEXTS: dict[str, tuple[str, str]] = {
    "head": (
        """Who speaks, from when, and the clauses of the document in its own numbering.
# Set the names, `number` and `kind` right, and look at `issued`.
# `parts` is how many stubs a clause has: count them yourself in the text.""",
        """由谁规定、从何时起，以及文件自己的条款编号。
# 请核对名称、文号(number)、种类(kind)和日期(issued)。
# `parts` 是本条待定条目的个数：请对照原文自己数一遍。""",
    ),
    "stubs": (
        """Stubs: `fengqiao lint` names each that is still to be chosen. In place of `choose: ...`
# write one name; take a stub out where the clause asks for nothing of the kind.""",
        """待定条目：`fengqiao lint` 会逐条指出。请把 `choose: ...` 换成一个名称；
# 条款没有这项要求的，删去该条。""",
    ),
    "at": ("line {line}, column {column}: {near}", "第 {line} 行第 {column} 列：{near}"),
    "example": (
        "An example to put your own in its place: a monthly number of households.",
        "这是示例，请换成自己的内容：每月走访户数。",
    ),
    "notice": ("Notice of {name}", "{name}的通知"),
    "clause_title": ("Households visited a month", "每月走访户数"),
    "readme": (
        """# {name}

Rules for fengqiao. What is still to be done: `fengqiao lint {folder}`.

To install: `pip install ./{folder}`; then `fengqiao packs` lists `{id}`.
To test it as a finished pack, once it is installed: `pip install pytest`, then `pytest {folder}`.
""",
        """# {name}

供 fengqiao 使用的规则包。查看还缺什么：`fengqiao lint {folder}`。

安装：`pip install ./{folder}`；之后 `fengqiao packs` 中会出现 `{id}`。
安装后按定稿标准检验：`pip install pytest`，再运行 `pytest {folder}`。
""",
    ),
}


def text(key: str, lang: Lang, **facts: object) -> str:
    """A text in a language, with its facts filled in."""
    return TEXTS[key][1 if lang == "zh" else 0].format_map(facts)
