"""A plugin that brings a key of the core again, with other values."""

from attrs import evolve

from fengqiao.measures import Ask, Column, Indicator, core_indicators
from fengqiao.packs import hookimpl


def _always_enough(ask: Ask, _answers: object) -> Column:
    return Column([999] * len(ask.subjects))


@hookimpl
def fengqiao_indicators() -> list[Indicator]:
    """Households visited, always 999."""
    core = core_indicators()["visits.households"]
    return [evolve(core, column=_always_enough)]
