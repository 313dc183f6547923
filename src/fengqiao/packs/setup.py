"""From names of packs to rules: read them with their parents, their words, and the host's terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

from fengqiao.errors import PackError
from fengqiao.measures import Indicators
from fengqiao.packs.config import Config, read_config
from fengqiao.packs.installed import InstalledPack, installed_packs, locate
from fengqiao.packs.plugins import Plugins, collect_plugins
from fengqiao.packs.reader import read_pack
from fengqiao.rules import Catalogue, Label, Measure, Pack, Rules


@frozen(kw_only=True)
class Setup:
    """What a workspace stands on.

    Attributes:
        rules: Packs in force, the full catalogue, the host's terms.
        indicators: The core's and the plugins'.
        plugins: Installed plugins, loaded and failed.
        config: The host's configuration.
    """

    rules: Rules
    indicators: Indicators
    plugins: Plugins
    config: Config


def set_up(
    packs: Sequence[str | Path | Pack], config: str | Path | Mapping[str, object] | None = None
) -> Setup:
    """Read packs with their parents and a configuration.

    Args:
        packs: Ids of installed packs, folders (`Path`, or text with a `/`), or packs.
        config: A file, its content, or None.

    Raises:
        UnknownPack: A pack or parent is not installed.
        PackError: A pack can't be used, or two claim the same areas.
        ConfigError: The configuration can't be used.
    """
    plugins = collect_plugins()
    installed = installed_packs()
    read: dict[str, Pack] = {}
    waiting: Sequence[str | Path | Pack] = packs
    while waiting:
        for one in waiting:
            pack = _read(one, installed, plugins.catalogue)
            known = read.setdefault(pack.id, pack)
            if known is not pack and known.sha256 != pack.sha256:
                raise PackError("pack.twice", pack=pack.id)
        parents = {pack.parent for pack in read.values() if pack.parent is not None}
        waiting = sorted(parents - set(read))
    _refuse_shared_areas(read)
    catalogue = plugins.catalogue
    for pack in read.values():
        catalogue = with_words_of(pack, catalogue)
    settings = read_config(config, read, catalogue)
    rules = Rules(packs=read, catalogue=catalogue, terms=settings.terms)
    return Setup(rules=rules, indicators=plugins.indicators, plugins=plugins, config=settings)


def _read(
    pack: str | Path | Pack, installed: Sequence[InstalledPack], catalogue: Catalogue
) -> Pack:
    if isinstance(pack, Pack):
        return pack
    if isinstance(pack, Path) or "/" in pack or "\\" in pack:
        return read_pack(Path(pack), catalogue)
    return read_pack(locate(pack, installed), catalogue)


def _refuse_shared_areas(packs: Mapping[str, Pack]) -> None:
    claimed: dict[str, str] = {}
    for pack in packs.values():
        for area in pack.areas:
            if area in claimed:
                raise PackError("pack.area_claimed", pack=pack.id, other=claimed[area], area=area)
            claimed[area] = pack.id


def with_words_of(pack: Pack, catalogue: Catalogue) -> Catalogue:
    """A catalogue with the words that a pack's labels and measures add."""
    for entry in pack.entries:
        if isinstance(entry, Label) and entry.key in catalogue.vocabularies:
            catalogue = catalogue.with_words(
                entry.key, {item.name: item.names for item in entry.items}
            )
        elif isinstance(entry, Measure):
            for vocabulary in ("total", "recording"):
                catalogue = catalogue.with_words(vocabulary, {entry.key: entry.names})
    return catalogue
