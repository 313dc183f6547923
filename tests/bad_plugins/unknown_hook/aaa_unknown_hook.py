"""A plugin that implements a hook which the core does not have."""

from fengqiao.packs import hookimpl


@hookimpl
def fengqiao_indicatorz() -> list[object]:
    """Never called."""
    return []
