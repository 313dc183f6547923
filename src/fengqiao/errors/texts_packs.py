"""Texts for packs, configuration files and plugins: the tables of these files in one."""

from __future__ import annotations

from fengqiao.errors import (
    texts_config,
    texts_new_pack,
    texts_overlays,
    texts_packs_cases,
    texts_packs_clauses,
    texts_packs_files,
    texts_packs_keys,
    texts_packs_limits,
    texts_packs_sheets,
    texts_packs_steps,
    texts_packs_together,
    texts_packs_values,
    texts_packs_words,
    texts_plugins,
    texts_toml,
)
from fengqiao.errors.texts import Texts

TEXTS: Texts = {
    **texts_toml.TEXTS,
    **texts_packs_files.TEXTS,
    **texts_packs_values.TEXTS,
    **texts_packs_clauses.TEXTS,
    **texts_packs_keys.TEXTS,
    **texts_packs_limits.TEXTS,
    **texts_packs_words.TEXTS,
    **texts_packs_sheets.TEXTS,
    **texts_packs_steps.TEXTS,
    **texts_packs_cases.TEXTS,
    **texts_packs_together.TEXTS,
    **texts_config.TEXTS,
    **texts_plugins.TEXTS,
    **texts_new_pack.TEXTS,
    **texts_overlays.TEXTS,
}
