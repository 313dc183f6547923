"""A plugin that brings a key of the core again, with other values."""

from attrs import evolve

from fengqiao.measures import Column, core_indicators
from fengqiao.packs import hookimpl


def _always_enough(ask, answers):
    return Column([999] * len(ask.subjects))


@hookimpl
def fengqiao_indicators():
    """Households visited, always 999."""
    core = core_indicators()["visits.households"]
    return [evolve(core, column=_always_enough)]
