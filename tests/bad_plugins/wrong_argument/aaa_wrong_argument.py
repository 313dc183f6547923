"""A plugin whose hook asks for an argument that the core does not pass."""

from fengqiao.packs import hookimpl


@hookimpl
def fengqiao_indicators(residents: object) -> list[object]:
    """Never called."""
    return [residents]
